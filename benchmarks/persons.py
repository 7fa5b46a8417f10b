"""Counts how many of the coders' victims are covered by a mark of a person: ``python benchmarks/persons.py DATA``.

DATA holds ``airwars/gold.jsonl.gz`` and ``airwars/reports.jsonl.gz``. A name counts where the first two words of it
stand side by side in a report of its incident; it is covered where a mark of a person holds both.
"""

import argparse
import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tawatur.lang.fold import fold_key
from tawatur.lang.pack import load_pack
from tawatur.mark.all import mark_text

LANGUAGE = "ar"


@dataclass(frozen=True, slots=True)
class Found:
    """One victim whose name a report of its incident holds, and whether a mark of a person covers it."""

    incident: str
    name: str
    covered: bool


def main() -> None:
    """Print how many names are covered; with ``--missed`` also which are not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder that holds airwars/")
    parser.add_argument("--missed", action="store_true", help="print the names that no mark covers")
    given = parser.parse_args()
    reports = {line["id"]: line["text"] for line in _lines(given.data / "airwars" / "reports.jsonl.gz")}
    named = marked_names(reports)
    found = list(victims(_lines(given.data / "airwars" / "gold.jsonl.gz"), reports, named))
    covered = sum(one.covered for one in found)
    marks = sum(len(names) for names in named.values())
    print(f"victims named in the reports {len(found)}: covered {covered} ({covered / max(1, len(found)):.3f})")
    print(f"reports {len(reports)}: marks of persons {marks}")
    for one in found:
        if given.missed and not one.covered:
            print(f"  {one.incident}: {one.name}")


def marked_names(reports: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The folded names of the persons marked in each report."""
    pack = load_pack(LANGUAGE)
    return {ref: tuple(fold_key(mark.name) for mark in mark_text(text, pack).persons) for ref, text in reports.items()}


def victims(
    gold: Iterator[dict[str, Any]], reports: Mapping[str, str], named: Mapping[str, Sequence[str]]
) -> Iterator[Found]:
    """The coded victims whose first two words stand in a report of their incident."""
    keys = {ref: f" {fold_key(text)} " for ref, text in reports.items()}
    for incident in gold:
        refs = [ref for ref in incident["reports"] if ref in keys]
        for victim in incident["victims"]:
            words = fold_key(victim.get("name_ar") or "").split()[:2]
            head = f" {' '.join(words)} "
            if len(words) == 2 and any(head in keys[ref] for ref in refs):
                covered = any(head in f" {name} " for ref in refs for name in named[ref])
                yield Found(incident["code"], victim["name_ar"], covered)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


if __name__ == "__main__":
    main()
