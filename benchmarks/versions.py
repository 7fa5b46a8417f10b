"""Measures one stage as it stands and as it stood, in one run: the scripts of single stages say what a process does.

Both versions do the same work by turns, each time in a process of its own: what else the machine does in the meantime
slows both alike. The earlier one is taken from git into a folder that is removed afterwards.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from generate import write_reports

ROOT = Path(__file__).resolve().parents[1]
NOW = "as it stands"
WARMING = 50
"""So many reports are done before the clock starts: rules are compiled and caches filled as they are first asked for."""


@dataclass(frozen=True, slots=True)
class Once:
    """One process: the seconds that a core worked on the stage, and what else it found, by name."""

    seconds: float
    found: dict[str, float]


@dataclass(frozen=True, slots=True)
class Measured:
    """Reports a second of each version, run by run. The keys of ``rates`` are revisions, the earlier one first.

    ``found`` is what else the processes found: of each version the median of its runs.
    """

    stage: str
    reports: int
    seed: int
    characters: int
    rates: dict[str, list[float]]
    found: dict[str, dict[str, float]]
    machine: str


def main(script: str, stage: str, once: Callable[[Path], Once], argv: Sequence[str] | None) -> None:
    """The command of a script that measures one stage; ``once`` does and times its work over a file of reports."""
    parser = argparse.ArgumentParser(description=f"Measure the {stage} stage, before and after in one run.")
    parser.add_argument("--before", metavar="REV", help="an earlier revision of git to compare with")
    parser.add_argument("--reports", type=int, default=5000)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--once", type=Path, metavar="FILE", help=argparse.SUPPRESS)
    asked = parser.parse_args(argv)
    if asked.once:
        _require_measured()
        print(json.dumps(asdict(once(asked.once))))
        return
    measured = _measure(script, stage, asked)
    print(json.dumps(asdict(measured), ensure_ascii=False, indent=2) if asked.json else table(measured))


def _measure(script: str, stage: str, asked: argparse.Namespace) -> Measured:
    """The rates of the tree as it stands, and of an earlier revision where one is given."""
    with tempfile.TemporaryDirectory() as folder, checkouts(Path(folder), asked.before) as trees:
        source = Path(folder) / "reports.jsonl"
        write_reports(source, asked.reports, seed=asked.seed)
        runs: dict[str, list[Once]] = {name: [] for name in trees}
        for number in range(asked.repeats):
            for name in list(trees)[:: 1 if number % 2 == 0 else -1]:  # neither is always the first
                runs[name].append(_in_a_process(script, trees[name], source))
                say(f"{name}: {asked.reports / runs[name][-1].seconds:.0f} reports/s")
        return Measured(
            stage=stage,
            reports=asked.reports,
            seed=asked.seed,
            characters=sum(len(line["text"]) for line in lines_of(source)),
            rates={name: [round(asked.reports / run.seconds, 1) for run in done] for name, done in runs.items()},
            found={name: _medians(done) for name, done in runs.items()},
            machine=f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
            f"Python {platform.python_version()}",
        )


def _medians(runs: Sequence[Once]) -> dict[str, float]:
    return {name: round(median(run.found[name] for run in runs), 2) for name in runs[0].found}


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


def _in_a_process(script: str, tree: Path, source: Path) -> Once:
    """One run of the code in ``tree`` over the reports of ``source``, in a process of its own."""
    done = subprocess.run(
        [sys.executable, script, "--once", str(source)],
        env={**os.environ, "PYTHONPATH": str(tree / "src"), "TAWATUR_MEASURED": str(tree)},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    return Once(**json.loads(done.stdout))


def _require_measured() -> None:
    """Ends the process where it would measure other code than it was told to."""
    import tawatur  # only here is the code loaded that is measured, from where PYTHONPATH says

    tree = os.environ["TAWATUR_MEASURED"]
    if not Path(tawatur.__file__).is_relative_to(tree):
        raise SystemExit(f"{tawatur.__file__} was loaded, not the code in {tree}: is PYTHONPATH ignored?")


def lines_of(source: Path) -> list[dict[str, str]]:
    """The reports as they stand in the file."""
    return [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]


def table(measured: Measured) -> str:
    """The findings as Markdown."""
    first = median(next(iter(measured.rates.values())))
    head = (
        f"{measured.reports} reports ({measured.characters / measured.reports:,.0f} characters each, seed {measured.seed}), "
        f"{len(measured.rates[NOW])} runs by turns. {measured.machine}."
    )
    names = list(measured.found[NOW])
    rows = [
        f"| {measured.stage} | reports/s of a core, each run | median | ms a report | to the first | {' | '.join(names)} |",
        "|---|---|---:|---:|---:|" + "---:|" * len(names),
    ]
    for version, rates in measured.rates.items():
        each = " ".join(f"{rate:.0f}" for rate in rates)
        middle = median(rates)
        told = " | ".join(f"{measured.found[version].get(name, 0):,g}" for name in names)
        rows.append(f"| {version} | {each} | {middle:.0f} | {1000 / middle:.2f} | {middle / first:.2f} × | {told} |")
    return "\n".join((head, "", *rows))


def say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)
