"""Measures how places are resolved: ``python benchmarks/places.py FOLDER``; ``--decisions`` lists homonyms instead.

FOLDER holds ``gold.jsonl.gz``, incidents that people coded (``code``, ``location_ar``, ``lat``, ``lon`` and ``reports``, the
ids of their reports), and ``reports.jsonl.gz``, the reports. A report of an incident with coordinates is right when one
of the places that it names was resolved to a point within 5 km of the coded one. Where none was, it is said why.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tawatur.lang.fold import fold_key
from tawatur.lang.gazetteer import Gazetteer, km, load_gazetteer
from tawatur.lang.pack import Pack, load_pack
from tawatur.lang.place import without_article
from tawatur.logs import LANGUAGE
from tawatur.mark.all import mark_text
from tawatur.model.mark import PlaceMark
from tawatur.model.text import Report
from tawatur.read.inputs import Defaults, read_inputs

NEAR_KM: Final = 5.0
ZONE: Final = "Asia/Damascus"
_SEVERAL: Final = re.compile("[,\u060c/()\\[\\]:.-]")
_EVERY: Final = 10
_ROWS: Final = 60
_NAME: Final = 3
"""A coded name of fewer letters is found in any text by chance."""

OUTCOMES: Final = {
    "within": "resolved within 5 km",
    "area": "only an area that covers it",
    "elsewhere": "named, resolved elsewhere",
    "unresolved": "named and seen, not resolved",
    "unseen": "named, not seen as a place",
    "unnamed": "not named in the report",
}
"""What can become of a coded place in one report, the best first."""


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident that people coded, with a point."""

    code: str
    names: tuple[str, ...]
    lat: float
    lon: float
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of the coded place of ``incident`` in one report."""

    incident: Incident
    report: str
    outcome: str
    seen: tuple[PlaceMark, ...]


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Measure how places are resolved against coded coordinates.")
    parser.add_argument("folder", type=Path, nargs="?", default=Path(), help="holds gold.jsonl.gz and reports.jsonl.gz")
    parser.add_argument("--failures", action="store_true", help="list each report where the coded place was not found")
    parser.add_argument(
        "--decisions", type=Path, nargs="+", help="list the homonyms that these inputs decide, as a table"
    )
    asked = parser.parse_args(argv)
    if asked.decisions:
        print("\n".join(decisions(asked.decisions, load_pack(LANGUAGE))))
        return
    answers = list(measure(asked.folder, load_pack(LANGUAGE)))
    print("\n".join(table(answers)))
    if asked.failures:
        print("\n".join(map(failure, (one for one in answers if one.outcome not in ("within", "unnamed")))))


def measure(folder: Path, pack: Pack) -> Iterator[Answer]:
    """An answer for each report of each incident that has coordinates."""
    reports = {report.given_ref: report for report in _reports(folder / "reports.jsonl.gz")}
    gazetteer = load_gazetteer()
    for incident in _incidents(folder / "gold.jsonl.gz"):
        for ref in incident.reports:
            if ref in reports:
                yield _answer(incident, reports[ref], pack, gazetteer)


def places_of(report: Report, pack: Pack) -> tuple[PlaceMark, ...]:
    """The places of a report as the pipeline reads it: those of its text, then those of its title."""
    title = report.title.chars if report.title else None
    marks = mark_text(report.text.chars, pack, title=title).places
    return (*marks, *mark_text(title, pack).places) if title else marks


def decisions(inputs: Sequence[Path], pack: Pack) -> Iterator[str]:
    """A table of the names that several places bear: which was taken, which was next, why, and how often.

    Every tenth report of a file of many is read; names only, no sentence of a report.
    """
    counted: Counter[tuple[str, str, str, str]] = Counter()
    for path in inputs:
        reports = list(_reports(path))
        for report in reports[:: _EVERY if len(reports) > _EVERY * _EVERY else 1]:
            counted.update(row for mark in places_of(report, pack) if (row := _decision(mark)))
    yield "| name | taken | next | why | times |"
    yield "|---|---|---|---|---|"
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    yield from (f"| {' | '.join(row)} | {times} |" for row, times in ranked[:_ROWS])


def _decision(mark: PlaceMark) -> tuple[str, str, str, str] | None:
    """A homonym's row; None where nobody else bears the name."""
    place = mark.place
    if place.runner_up is None or place.name_ar is None:
        return None
    taken = _where(place.name_en or place.name_ar, place.admin1, place.country)
    other = place.runner_up
    why = (place.why or "").partition(";")[0]
    return place.name_ar, taken, _where(other.name_en or other.name_ar, other.admin1, other.country), why


def _where(name: str, admin1: str | None, country: str | None) -> str:
    return f"{name} ({', '.join(part for part in (admin1, country) if part)})"


def table(answers: Sequence[Answer]) -> Iterator[str]:
    """The figures, line by line."""
    counted = Counter(one.outcome for one in answers)
    named = len(answers) - counted["unnamed"]
    right = counted["within"]
    codes = {one.incident.code for one in answers}
    found = {one.incident.code for one in answers if one.outcome == "within"}
    yield f"reports of incidents with coordinates {len(answers)}  right {right} = {right / max(len(answers), 1):.3f}"
    yield f"of the {named} that name the coded place: {right / max(named, 1):.3f}"
    yield f"incidents {len(codes)}  with a report that is right {len(found)} = {len(found) / max(len(codes), 1):.3f}"
    yield from (f"  {OUTCOMES[outcome]}: {counted[outcome]}" for outcome in OUTCOMES)


def failure(answer: Answer) -> str:
    """One report in which the coded place was not found, with what was."""
    nearest = sorted(answer.seen, key=lambda mark: _apart(mark, answer.incident))[:4]
    seen = "; ".join(f"{mark.place.said} -> {mark.place.id} {_apart(mark, answer.incident):.0f} km" for mark in nearest)
    coded = ", ".join(answer.incident.names)
    return f"{answer.outcome}  {answer.incident.code} {answer.report}  coded {coded}  seen {seen}"


def _answer(incident: Incident, report: Report, pack: Pack, gazetteer: Gazetteer) -> Answer:
    seen = places_of(report, pack)
    return Answer(incident, report.given_ref, _outcome(incident, report, seen, gazetteer), seen)


def _outcome(incident: Incident, report: Report, seen: Sequence[PlaceMark], gazetteer: Gazetteer) -> str:
    apart = [(_apart(mark, incident), mark.place.uncertainty_km or 0.0) for mark in seen]
    if any(distance <= NEAR_KM for distance, _ in apart):
        return "within"
    if any(distance <= radius for distance, radius in apart):
        return "area"
    named = [name for name in incident.names if _stands_in(name, report)]
    if not named:
        return "unnamed"
    marks = [mark for mark in seen if any(_alike(name, mark) for name in named)]
    if any(mark.place.id for mark in marks):
        return "elsewhere"
    return "unresolved" if marks else "unseen"


def _stands_in(name: str, report: Report) -> bool:
    """Whether the folded name stands in the report, clitics before it allowed."""
    title = report.title.chars if report.title else ""
    text = f" {fold_key(title)} {fold_key(report.text.chars)} "
    return f"{without_article(name)} " in text


def _alike(name: str, mark: PlaceMark) -> bool:
    """Whether a mark is of this coded name, with or without article and descriptors."""
    bare, said = without_article(name), fold_key(mark.place.said)
    return bare in said or without_article(said.split(" ")[-1]) in bare.split(" ")


def _apart(mark: PlaceMark, incident: Incident) -> float:
    """Kilometres from a mark's point to the coded one, infinite where it has none."""
    place = mark.place
    if place.lat is None or place.lon is None:
        return float("inf")
    return km(place.lat, place.lon, incident.lat, incident.lon)


def _incidents(path: Path) -> Iterator[Incident]:
    """The incidents that have coordinates."""
    for row in _lines(path):
        if row["lat"] is not None and row["lon"] is not None:
            names = tuple(_names(row["location_ar"] or ""))
            yield Incident(row["code"], names, float(row["lat"]), float(row["lon"]), tuple(row["reports"]))


def _names(coded: str) -> Iterator[str]:
    """The folded names in a coded location, which may list several; leading words such as "village of" are dropped."""
    for part in _SEVERAL.split(coded):
        words = fold_key(part).split()
        for at in range(min(len(words), 2)):
            name = " ".join(words[at:])
            if len(name) >= _NAME:
                yield name


def _reports(path: Path) -> Iterator[Report]:
    """The reports of a file, read as ``tawatur add`` does."""
    for item in read_inputs([str(path)], defaults=Defaults(), zone=ZONE):
        if item.report is not None:
            yield item.report


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


if __name__ == "__main__":
    main()
