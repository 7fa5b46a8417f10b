"""Measures documents a second, stage by stage: ``python benchmarks/speed.py --reports 5000 --workers 1,2``.

First the real flow runs on one core with a clock around each stage; then it runs whole, each number of workers in a
process of its own, for time and memory. Machines are noisy: compare the shares and ratios of one run before seconds.
"""

import argparse
import json
import os
import platform
import resource
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

from generate import write_reports
from stopwatch import READING, Stopwatch, clocks

from tawatur.brief.write import render_brief
from tawatur.export.jsonl import export_jsonl
from tawatur.export.verify import verify_view
from tawatur.lang.pack import load_pack
from tawatur.logs import LANGUAGE
from tawatur.model.case import Settings
from tawatur.pipeline import add_reports, run
from tawatur.read.inputs import Defaults, read_inputs
from tawatur.store.base import Store
from tawatur.store.open import open_case
from tawatur.view import view_of

ZONE = "Asia/Damascus"
AS_OF = "2021-12-31"


@dataclass(frozen=True, slots=True)
class Whole:
    """One run from file to record: seconds, and the largest resident size (MB) of the process and of any worker."""

    workers: int
    seconds: float
    main_mb: float
    worker_mb: float | None


@dataclass(frozen=True, slots=True)
class Measured:
    """What one benchmark found. ``stages`` holds each stage's seconds in the order of the flow, ``worked`` those of its core.

    Rates are of a core's own seconds, which other work on the machine changes little.
    """

    reports: int
    seed: int
    bytes: int
    claims: int
    events: int
    start_seconds: float
    stages: dict[str, float]
    worked: dict[str, float]
    reading_seconds: float
    record_seconds: float
    whole: list[Whole]
    machine: str


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Measure documents a second, stage by stage.")
    parser.add_argument("--reports", type=int, default=5000)
    parser.add_argument("--workers", default="1,2", help="numbers of processes for the whole run, separated by commas")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    asked = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(Path(folder), asked.reports, asked.seed, [int(each) for each in asked.workers.split(",")])
    print(json.dumps(asdict(measured), ensure_ascii=False, indent=2) if asked.json else table(measured))


def measure(folder: Path, reports: int, seed: int, workers: Sequence[int]) -> Measured:
    """Everything about so many reports of one seed, written to ``folder``."""
    source = folder / "reports.jsonl"
    say(f"writing {reports} reports")
    write_reports(source, reports, seed=seed)
    watch = Stopwatch()
    begun = perf_counter()
    load_pack(LANGUAGE)
    start = perf_counter() - begun
    claims, events = staged(source, folder, watch)
    whole = [apart(source, folder / f"whole-{number}.tawatur", number) for number in workers]
    record = sum(spent for stage, spent in watch.worked.items() if stage == "copies" or stage.startswith("record"))
    return Measured(
        reports=reports,
        seed=seed,
        bytes=text_bytes(source),
        claims=claims,
        events=events,
        start_seconds=round(start, 3),
        stages={stage: round(spent, 4) for stage, spent in watch.seconds.items()},
        worked={stage: round(spent, 4) for stage, spent in watch.worked.items()},
        reading_seconds=round(sum(watch.worked[stage] for stage in READING), 4),
        record_seconds=round(record, 4),
        whole=whole,
        machine=f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
    )


def staged(source: Path, folder: Path, watch: Stopwatch) -> tuple[int, int]:
    """The whole flow on one core under the clocks; how many claims and events it made."""
    with open_case(str(folder / "staged.tawatur"), create=True) as store, clocks(watch):
        flow(store, source, 1)
        view = watch.measure("view", lambda: view_of(store))
        watch.measure("export", lambda: export_jsonl(view, folder / "export", names="public"))
        watch.measure("brief", lambda: render_brief(view, language="ar"))
        faults = watch.measure("verify", lambda: verify_view(view))
    if faults:
        say(f"verify finds {len(faults)} faults, the first: {faults[0]}")
    return len(view.claims), len(view.events)


def flow(store: Store, source: Path, workers: int) -> None:
    """From a file of reports to the record of the case."""
    store.write_settings_once(Settings(ZONE, AS_OF))
    items = read_inputs([str(source)], defaults=Defaults(None, None, None), zone=ZONE, standard_input=BytesIO())
    for number, _ in enumerate(add_reports(store, items), 1):
        tell("add", number, 0)
    run(store, workers=workers, progress=tell)


def apart(source: Path, case: Path, workers: int) -> Whole:
    """One whole run in a process of its own, so that its memory is its own."""
    say(f"the whole run with {workers} worker{'s' if workers > 1 else ''}")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(whole_run, source, case, workers).result()


def whole_run(source: Path, case: Path, workers: int) -> Whole:
    """Seconds and memory of one run in this process. It begins with loading the pack, as every run does."""
    begun = perf_counter()
    with open_case(str(case), create=True) as store:
        flow(store, source, workers)
    seconds = perf_counter() - begun
    return Whole(
        workers,
        round(seconds, 2),
        megabytes(resource.RUSAGE_SELF),
        megabytes(resource.RUSAGE_CHILDREN) if workers > 1 else None,
    )


def megabytes(who: int) -> float:
    """The largest resident size of this process, or of the largest of its children. Linux counts in kB, macOS in bytes."""
    size = resource.getrusage(who).ru_maxrss
    return round(size / (1e6 if sys.platform == "darwin" else 1e3), 1)


def text_bytes(source: Path) -> int:
    """How many UTF-8 bytes the texts of all reports have."""
    with source.open(encoding="utf-8") as lines:
        return sum(len(json.loads(line)["text"].encode()) for line in lines)


def table(found: Measured) -> str:
    """The findings as Markdown."""
    total = sum(found.worked.values())
    megas = found.bytes / 1e6
    head = (
        f"{found.reports} reports ({megas:.1f} MB of UTF-8, seed {found.seed}), {found.claims} claims, "
        f"{found.events} events. {found.machine}. Loading the pack: {found.start_seconds:.2f} s."
    )
    return "\n".join((head, "", *stage_rows(found, total, megas), "", *whole_rows(found)))


def stage_rows(found: Measured, total: float, megas: float) -> Iterator[str]:
    yield "| stage, on one core | seconds | of which the core worked | share of work | reports/s of work | MB/s of work |"
    yield "|---|---:|---:|---:|---:|---:|"
    sums = {
        "**reading: marks and claims**": found.reading_seconds,
        "**copies and record**": found.record_seconds,
        "**all stages**": total,
    }
    waited = {**found.stages, "**all stages**": sum(found.stages.values())}
    for stage, spent in {**found.worked, **sums}.items():
        rate = (f"{found.reports / spent:,.0f}", f"{megas / spent:,.2f}") if spent >= 0.001 else ("-", "-")
        clock = f"{waited[stage]:.2f}" if stage in waited else ""
        yield f"| {stage} | {clock} | {spent:.2f} | {spent / total:.1%} | {rate[0]} | {rate[1]} |"


def whole_rows(found: Measured) -> Iterator[str]:
    yield "| from file to record, workers | seconds | reports/s | to the first | peak MB, main | peak MB, largest worker |"
    yield "|---:|---:|---:|---:|---:|---:|"
    for each in found.whole:
        ratio = found.whole[0].seconds / each.seconds
        worker = "-" if each.worker_mb is None else f"{each.worker_mb:.0f}"
        speed = f"{each.seconds:.1f} | {found.reports / each.seconds:,.0f} | {ratio:.2f} ×"
        yield f"| {each.workers} | {speed} | {each.main_mb:.0f} | {worker} |"


def say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


def tell(stage: str, done: int, of: int) -> None:
    """Progress on standard error, a line now and then."""
    if done and done % 1000 == 0:
        say(f"{stage} {done}{f' of {of}' if of else ''}")


if __name__ == "__main__":
    main()
