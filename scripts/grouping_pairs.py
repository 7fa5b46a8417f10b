"""Pairs of claims of which people said whether they tell of one happening: the learning matter of ``fit_grouping.py``."""

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import combinations, product
from pathlib import Path
from typing import Any, Final

from tawatur.chain.copies import find_copies
from tawatur.claim.read import read_report
from tawatur.lang.fold import fold_key
from tawatur.lang.gazetteer import km
from tawatur.lang.pack import load_pack
from tawatur.model.claim import Reading
from tawatur.model.copies import CopyPair
from tawatur.model.text import Report
from tawatur.read.inputs import Defaults, read_inputs
from tawatur.record.alike.days_apart import gap
from tawatur.record.alike.shared_text import SharedText, shared_text
from tawatur.record.dating.told_days import claim_date
from tawatur.record.grouping.pairs import pair_score
from tawatur.record.item import Item, ends_of, is_area, item_of, place_keys
from tawatur.record.make import settle_days
from tawatur.record.rules import Rules, load_rules

AS_OF: Final = date(2026, 11, 22)
ZONE: Final = "Asia/Damascus"
NEAR_KM: Final = 7.0
"""Kilometres from the coded point within which a claim is of the incident, as the incidents' scorer has it."""
WIDE: Final = 7
"""Days beyond which a claim's date says too little."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A pair's signals and whether it is one happening. ``owner`` is the incident or marked report that says so, ``share``
    what the pair weighs, so that an incident told by twenty reports does not outweigh the others."""

    signals: tuple[str, ...]
    same: bool
    owner: str
    half: str
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Matter:
    """Reports, what was read in them, and who copied whom."""

    reports: Sequence[Report]
    readings: Sequence[Reading]
    copies: Sequence[CopyPair]


@dataclass(frozen=True, slots=True)
class Incident:
    """A coded incident: its days, the names of its place, its point where one is coded, and the refs of its reports."""

    code: str
    days: tuple[date, date]
    names: frozenset[str]
    point: tuple[float, float] | None
    reports: frozenset[str]


def half_of(code: str) -> str:
    """The half that an incident belongs to, by a hash of its code."""
    return "held out" if sha256(code.encode()).digest()[0] % 2 else "development"


def load(data: Path) -> Matter:
    """The reports of ``data`` read as the product reads them."""
    files = read_inputs([str(data / "airwars/reports.jsonl.gz")], defaults=Defaults(None, None, None), zone=ZONE)
    reports = sorted((item.report for item in files if item.report is not None), key=lambda report: report.id)
    pack = load_pack("ar")
    readings = [read_report(report, pack, as_of=AS_OF) for report in reports]
    return Matter(reports, readings, find_copies(reports))


def incidents(data: Path) -> list[Incident]:
    """The coded incidents, by code."""
    rows = map(json.loads, gzip.decompress((data / "airwars/gold.jsonl.gz").read_bytes()).splitlines())
    return sorted(map(_incident, rows), key=lambda incident: incident.code)


def _incident(row: Mapping[str, Any]) -> Incident:
    start = date.fromisoformat(row["date"])
    end = date.fromisoformat(row["date_end"]) if row["date_end"] else start
    names = frozenset(
        key for part in (row["location_ar"] or "").replace(",", "،").split("،") if (key := fold_key(part))
    )
    point = (row["lat"], row["lon"]) if row["lat"] is not None else None
    return Incident(row["code"], (start, end), names, point, frozenset(row["reports"]))


def labelled_pairs(data: Path, matter: Matter) -> list[Labelled]:
    """All labelled pairs that no rule refuses, incident by incident, then the marked reports."""
    rules, text = load_rules(), shared_text(matter.copies)
    own = settle_days(matter.reports, matter.readings, {report.id: AS_OF for report in matter.reports})
    items = [
        item_of(claim, claim_date(claim, own[claim.report].day, AS_OF), rules)
        for reading in matter.readings for claim in reading.claims
    ]  # fmt: skip
    refs = {report.id: report.given_ref for report in matter.reports}
    found = [*_of_incidents(incidents(data), items, refs, rules, text), *_of_marks(data, items, refs, rules, text)]
    held = Counter((pair.owner, pair.same) for pair in found)
    return [
        Labelled(pair.signals, pair.same, pair.owner, pair.half, held[pair.owner, pair.same] ** -0.5) for pair in found
    ]


def _of_incidents(
    coded: Sequence[Incident], items: Sequence[Item], refs: Mapping[str, str], rules: Rules, text: SharedText
) -> Iterator[Labelled]:
    by_ref: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_ref[refs[item.claim.report]].append(item)
    own = {one.code: [item for ref in sorted(one.reports) for item in by_ref[ref]] for one in coded}
    core = {one.code: [item for item in own[one.code] if _tells_of(item, one, rules)] for one in coded}
    times = Counter(item.id for held in core.values() for item in held)
    sure = {code: [item for item in held if times[item.id] == 1] for code, held in core.items()}
    for one in coded:
        half = half_of(one.code)
        inside = {item.id for item in core[one.code]}
        others = [item for item in own[one.code] if item.id not in inside and _is_elsewhere(item, one, rules)]
        others += [
            item for two in coded if two.code != one.code and half_of(two.code) == half for item in sure[two.code]
        ]
        yield from _pairs(combinations(sure[one.code], 2), True, one.code, half, rules, text)
        yield from _pairs(product(sure[one.code], others), False, one.code, half, rules, text)


def _pairs(pairs: Any, same: bool, owner: str, half: str, rules: Rules, text: SharedText) -> Iterator[Labelled]:
    for a, b in pairs:
        score = pair_score(a, b, rules=rules, text=text)
        if score.refused is None:
            yield Labelled(score.signals, same, owner, half)


def _tells_of(item: Item, one: Incident, rules: Rules) -> bool:
    """Whether a claim is of the incident's days, a day either way, and of its place."""
    if item.days is None or (item.days[1] - item.days[0]).days > WIDE or gap(item.days, one.days) > 1:
        return False
    if any(
        name in ends_of(key) or key in ends_of(name)
        for place in item.spots
        for key in place_keys(place)
        for name in one.names
    ):
        return True
    return any(d <= NEAR_KM for d in _distances(item, one))


def _is_elsewhere(item: Item, one: Incident, rules: Rules) -> bool:
    """Whether a claim is certainly of another day or another place than the incident."""
    if item.exact is not None and gap((item.exact, item.exact), one.days) > 1:
        return True
    found = _distances(item, one)
    return (
        bool(found)
        and len(found) == len(item.spots)
        and min(found) > NEAR_KM
        and not any(is_area(p, rules) for p in item.spots)
    )


def _distances(item: Item, one: Incident) -> list[float]:
    if one.point is None:
        return []
    return [km(p.lat, p.lon, *one.point) for p in item.spots if p.lat is not None and p.lon is not None]


def _of_marks(
    data: Path, items: Sequence[Item], refs: Mapping[str, str], rules: Rules, text: SharedText
) -> Iterator[Labelled]:
    """Pairs of claims of one marked report. Its half is that of all its incidents; where they lie in both, it is left out."""
    halves: defaultdict[str, set[str]] = defaultdict(set)
    for one in incidents(data):
        for ref in one.reports:
            halves[ref].add(half_of(one.code))
    by_ref: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_ref[refs[item.claim.report]].append(item)
    for line in (data / "marked/gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if len(halves[row["id"]]) != 1:
            continue
        (half,) = halves[row["id"]]
        at = {item.id: _happening(item, row["happenings"]) for item in by_ref[row["id"]]}
        known = [item for item in by_ref[row["id"]] if at[item.id] is not None]
        for same in (True, False):
            pairs = [(a, b) for a, b in combinations(known, 2) if (at[a.id] == at[b.id]) is same]
            yield from _pairs(pairs, same, f"marked {row['id']}", half, rules, text)


def _happening(item: Item, marked: Sequence[Mapping[str, Any]]) -> int | None:
    """The number of the marked happening that a claim's clause lies in for the most part, None where it is in none."""
    if item.claim.where != "body":
        return None
    start, end = item.claim.clause
    shared = [(min(end, one["span"][1]) - max(start, one["span"][0]), -number) for number, one in enumerate(marked)]
    most, number = max(shared, default=(0, 0))
    return -number if most > 0 else None
