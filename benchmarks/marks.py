"""Measures the mark stage alone, as it stands and as it stood: ``python benchmarks/marks.py --before 84600c7``.

Both mark the reports of ``make bench-speed``, by turns, each time in a process of its own: what else the machine does in
the meantime slows both alike. The earlier one is taken from git into a folder that is removed afterwards.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from unittest.mock import patch

from generate import write_reports

ROOT = Path(__file__).resolve().parents[1]
NOW = "as it stands"
WARMING = 50
"""So many reports are marked before the clock starts: rules are compiled and caches filled as they are first asked for."""


@dataclass(frozen=True, slots=True)
class Once:
    """One process: seconds that a core worked on marking, those of loading the pack, and how many automata were built."""

    seconds: float
    loading: float
    automata: int
    marks: int


@dataclass(frozen=True, slots=True)
class Measured:
    """Reports a second of each version, run by run. The keys of ``rates`` are revisions, the earlier one first."""

    reports: int
    seed: int
    characters: int
    rates: dict[str, list[float]]
    loading: dict[str, list[float]]
    marks: dict[str, int]
    automata: dict[str, int]
    machine: str


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Measure the mark stage, before and after in one run.")
    parser.add_argument("--before", metavar="REV", help="an earlier revision of git to compare with")
    parser.add_argument("--reports", type=int, default=5000)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--once", type=Path, metavar="FILE", help=argparse.SUPPRESS)
    asked = parser.parse_args(argv)
    if asked.once:
        print(json.dumps(asdict(marked(asked.once))))
        return
    measured = measure(asked.reports, asked.seed, asked.repeats, before=asked.before)
    print(json.dumps(asdict(measured), ensure_ascii=False, indent=2) if asked.json else table(measured))


def measure(reports: int, seed: int, repeats: int, *, before: str | None) -> Measured:
    """The rates of the tree as it stands, and of an earlier revision where one is given."""
    with tempfile.TemporaryDirectory() as folder, checkouts(Path(folder), before) as trees:
        source = Path(folder) / "reports.jsonl"
        write_reports(source, reports, seed=seed)
        runs: dict[str, list[Once]] = {name: [] for name in trees}
        for number in range(repeats):
            for name in list(trees)[:: 1 if number % 2 == 0 else -1]:  # neither is always the first
                runs[name].append(in_a_process(trees[name], source))
                print(f"{name}: {reports / runs[name][-1].seconds:.0f} reports/s", file=sys.stderr, flush=True)
        return Measured(
            reports=reports,
            seed=seed,
            characters=sum(len(text) for text, _ in texts_of(source)),
            rates={name: [round(reports / run.seconds, 1) for run in done] for name, done in runs.items()},
            loading={name: [round(run.loading, 2) for run in done] for name, done in runs.items()},
            marks={name: done[0].marks for name, done in runs.items()},
            automata={name: done[0].automata for name, done in runs.items()},
            machine=f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
            f"Python {platform.python_version()}",
        )


@contextmanager
def checkouts(folder: Path, before: str | None) -> Iterator[Mapping[str, Path]]:
    """The source folders to measure by the name of their version, the earlier one first; ``before`` is removed again."""
    if before is None:
        yield {NOW: ROOT}
        return
    tree = folder / "before"
    git("worktree", "add", "--detach", "--quiet", str(tree), before)
    try:
        yield {before: tree, NOW: ROOT}
    finally:
        git("worktree", "remove", "--force", str(tree))


def git(*words: str) -> None:
    subprocess.run(["git", "-C", str(ROOT), *words], check=True)


def in_a_process(tree: Path, source: Path) -> Once:
    """One run of the code in ``tree`` over the reports of ``source``, in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--once", str(source)],
        env={**os.environ, "PYTHONPATH": str(tree / "src"), "TAWATUR_MEASURED": str(tree)},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    return Once(**json.loads(done.stdout))


def marked(source: Path) -> Once:
    """All reports of ``source`` marked once, in this process."""
    import ahocorasick  # only here is the code loaded that is measured, from where PYTHONPATH says

    import tawatur
    from tawatur.lang.pack import load_pack
    from tawatur.mark.all import mark_text

    tree = os.environ["TAWATUR_MEASURED"]
    if not Path(tawatur.__file__).is_relative_to(tree):
        raise SystemExit(f"{tawatur.__file__} was loaded, not the code in {tree}: is PYTHONPATH ignored?")
    begun = perf_counter()
    with patch("ahocorasick.Automaton", wraps=ahocorasick.Automaton) as built:
        load_pack("ar")
        loading = perf_counter() - begun
        reports = texts_of(source)
        for chars, title in reports[:WARMING]:
            mark_text(chars, load_pack("ar"), title=title)
        started, found = process_time(), 0
        for chars, title in reports:
            marks = mark_text(chars, load_pack("ar"), title=title)
            found += sum(len(getattr(marks, kind.name)) for kind in fields(marks))
        return Once(process_time() - started, loading, built.call_count, found)


def texts_of(source: Path) -> list[tuple[str, str]]:
    """The text and the title of every report."""
    lines = map(json.loads, source.read_text(encoding="utf-8").splitlines())
    return [(line["text"], line["title"]) for line in lines]


def table(found: Measured) -> str:
    """The findings as Markdown."""
    first = median(next(iter(found.rates.values())))
    head = (
        f"{found.reports} reports ({found.characters / found.reports:,.0f} characters each, seed {found.seed}), "
        f"{len(found.rates[NOW])} runs by turns. {found.machine}."
    )
    rows = [
        "| mark stage | reports/s of a core, each run | median | to the first | marks | loading the pack, s | automata |",
        "|---|---|---:|---:|---:|---:|---:|",
    ]
    for name, rates in found.rates.items():
        each = " ".join(f"{rate:.0f}" for rate in rates)
        middle, loading = median(rates), median(found.loading[name])
        rows.append(
            f"| {name} | {each} | {middle:.0f} | {middle / first:.2f} × | {found.marks[name]:,} | {loading:.2f} "
            f"| {found.automata[name]} |"
        )
    return "\n".join((head, "", *rows))


if __name__ == "__main__":
    main()
