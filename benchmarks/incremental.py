"""Measures what a run costs after a small change: ``python benchmarks/incremental.py --claims 30000 --reports 10``.

The claims are those of reconcile.py, in a case on disk, each report read before. Timed are whole runs of the case: the first
one, one after so many reports more, one after a judgement, one after which nothing is left of what was kept. Reading the new
reports is not in it. At the end the record is compared with one made from nothing.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from reconcile import A_DAY, FIRST, case_of

from tawatur.lang.pack import load_pack
from tawatur.logs import LANGUAGE
from tawatur.model.case import Settings
from tawatur.model.claim import Reading
from tawatur.model.judgement import Judgement, judgement_id
from tawatur.model.text import Report
from tawatur.pipeline import derive, run
from tawatur.store.base import Store
from tawatur.store.open import open_case


@dataclass(frozen=True, slots=True)
class Timed:
    """One run: the seconds of the core and of the clock, and how many events were kept and made."""

    after: str
    cpu_seconds: float
    seconds: float
    kept: int
    made: int


@dataclass(frozen=True, slots=True)
class Measured:
    """The runs, the first one of the whole case. ``same`` where the last record is that made from nothing."""

    claims: int
    reports: int
    runs: list[Timed]
    same: bool


def measure(claims: int, more: int, seed: int, folder: Path) -> Measured:
    """The runs of a case of so many claims, and ``more`` reports."""
    reports, readings, _ = case_of(claims, seed)
    readings = [replace(reading, pack_version=load_pack(LANGUAGE).version) for reading in readings]
    late = set(Random(seed).sample(range(len(reports)), more))
    with open_case(str(folder / "case.tawatur"), create=True) as store:
        as_of = FIRST + timedelta(days=claims // A_DAY + 30)
        store.write_settings_once(Settings(as_of=as_of.isoformat()))
        keep(store, [pair for at, pair in enumerate(zip(reports, readings, strict=True)) if at not in late])
        runs = [timed(store, "nothing: the whole case")]
        keep(store, [(reports[at], readings[at]) for at in sorted(late)])
        runs.append(timed(store, f"{more} reports more"))
        judge(store, "2022-01-01T00:00:00")
        runs.append(timed(store, "one judgement"))
        judge(store, "2022-01-02T00:00:00")
        store.drop_kept()
        runs.append(timed(store, "a judgement, with nothing kept"))
        judge(store, "2022-01-03T00:00:00")
        runs.append(timed(store, "one judgement more"))
        same = store.record() == derive(store, load_pack(LANGUAGE)).record
    return Measured(sum(len(reading.claims) for reading in readings), len(reports), runs, same)


def keep(store: Store, told: Sequence[tuple[Report, Reading]]) -> None:
    """Put reports and their readings into the case."""
    for report, _ in told:
        store.add_report(report)
    store.add_readings([reading for _, reading in told])


def judge(store: Store, made: str) -> None:
    """Reject the event of most claims that nobody judged."""
    record = store.record()
    free = [event for event in record.events if not event.reviewed] if record else []
    about = (max(free, key=lambda event: (len(event.claims), event.id)).id,)
    one = judgement_id("reject", about, None, None, "bench", made)
    store.add_judgement(Judgement(one, "reject", about, None, None, None, "bench", made, ""))


def timed(store: Store, after: str) -> Timed:
    begun, worked = perf_counter(), process_time()
    ran = run(store)
    spent = round(process_time() - worked, 2), round(perf_counter() - begun, 2)
    return Timed(after, *spent, ran.events_kept, ran.events_made)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=30_000)
    parser.add_argument("--reports", type=int, default=10, help="how many come later")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        found = measure(asked.claims, asked.reports, asked.seed, Path(folder))
    if asked.json:
        print(json.dumps(asdict(found)))
        return 0
    print(f"{found.claims} claims of {found.reports} reports")
    whole = found.runs[0].cpu_seconds
    for one in found.runs:
        share = f"{whole / max(one.cpu_seconds, 0.01):4.1f} × as fast"
        took = f"{one.cpu_seconds:6.2f} s of the core, {one.seconds:6.2f} s on the clock"
        print(f"after {one.after:32} {took}  {share}  {one.kept:6} events kept, {one.made:6} made anew")
    print(f"the last record is {'the same as' if found.same else 'NOT'} one made from nothing")
    return 0 if found.same else 1


if __name__ == "__main__":
    sys.exit(main())
