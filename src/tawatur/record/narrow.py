"""Reports without a day, dated by others that tell the same: place, kind, a figure or party, a fitting weekday."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from tawatur.model.claim import Claim, Reading
from tawatur.model.time import ReportDay
from tawatur.record.days import OwnDay
from tawatur.record.item import Item, item_of
from tawatur.record.rules import load_rules
from tawatur.record.told_days import claim_date

ROUNDS: Final = 3
"""Rounds in which reports dated by others date others in turn."""
LATER: Final = 6
"""Days after a happening within which a report that tells of it is looked for."""
TELLTALE: Final = 20
"""A figure from here on ties two reports of one kind of act together even where no place is shared."""
TELLING: Final = ("weekday", "offset", "now")
"""Forms of time that tie a happening to the day of its report."""

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A claim whose happening is of one known day, told by a report with a day of its own."""

    item: Item
    day: date
    ref: str


def narrow_days(
    days: Mapping[str, OwnDay], readings: Sequence[Reading], *, refs: Mapping[str, str], as_of: date | None
) -> dict[str, OwnDay]:
    """The days of all reports, those unknown narrowed where claims of dated reports tell the same.

    A day that only two matching reports would put in different weeks stays unknown, and says so.
    """
    settled = dict(days)
    open_readings = [reading for reading in readings if _may_be_dated(settled[reading.report], reading)]
    for _ in range(ROUNDS):
        index = _anchors(settled, readings, refs, as_of) if open_readings else {}
        found = [(reading, _narrowed(settled[reading.report], reading, index, as_of)) for reading in open_readings]
        dated = {reading.report: own for reading, own in found if own is not None}
        settled |= dated
        open_readings = [reading for reading, own in found if own is None or own.day.start is None]
        if not any(own.day.start is not None for own in dated.values()):
            break
    return settled


def _may_be_dated(own: OwnDay, reading: Reading) -> bool:
    """Whether a report is undated and says something that only some days fit."""
    told = (said.form in TELLING for claim in reading.claims for said in claim.times)
    return own.day.start is None and own.datelines is None and (own.weekday is not None or any(told))


def _anchors(
    settled: Mapping[str, OwnDay], readings: Sequence[Reading], refs: Mapping[str, str], as_of: date | None
) -> dict[Key, list[_Anchor]]:
    """The anchors of all dated reports by family and place."""
    index: defaultdict[Key, list[_Anchor]] = defaultdict(list)
    for reading in sorted(readings, key=lambda reading: reading.report):
        own = settled[reading.report].day
        if own.start is None or own.start != own.end:
            continue
        for claim in reading.claims:
            item = item_of(claim, claim_date(claim, own, as_of), load_rules())
            if item.exact is not None and claim.status == "asserted":
                for key in _keys(item):
                    index[key].append(_Anchor(item, item.exact, refs[reading.report]))
    return index


def _keys(item: Item) -> Iterator[Key]:
    """What two claims must share: family and place, or family and a figure too large to agree by chance."""
    yield from ((item.family, f"{harm} {number}") for harm, number in sorted(_figures(item)) if number >= TELLTALE)
    yield from ((item.family, spot) for spot in sorted({*item.ids, *item.names}))


def _narrowed(own: OwnDay, reading: Reading, index: Mapping[Key, list[_Anchor]], as_of: date | None) -> OwnDay | None:
    """The report's day as far as others fix it, None where they say nothing new."""
    fits: set[date] | None = None
    refs: set[str] = set()
    for claim in reading.claims:
        found = _fits(own, claim, index, as_of)
        if found:
            refs |= {anchor.ref for anchors in found.values() for anchor in anchors}
            fits = set(found) if fits is None else fits & set(found)
    if fits is None:
        return None
    names = ", ".join(sorted(refs))
    if not fits or (max(fits) - min(fits)).days > LATER:
        unknown = ReportDay(reading.report, None, None, f"what it tells fits several days, told by {names}")
        return None if own.day == unknown else replace(own, day=unknown)
    why = f"it tells the same as {names}, and its own words fit {'that day' if len(fits) == 1 else 'those days'} only"
    return replace(own, day=ReportDay(reading.report, min(fits), max(fits), why))


def _fits(
    own: OwnDay, claim: Claim, index: Mapping[Key, list[_Anchor]], as_of: date | None
) -> dict[date, list[_Anchor]]:
    """The days on which the report can be of, by one of its claims, each with the anchors that speak for it.

    Anchors that share a figure count before those that share a party only.
    """
    if claim.status != "asserted" or claim.told_as == "background":
        return {}
    item = item_of(claim, claim.date, load_rules())
    same = {id(anchor): anchor for key in _keys(item) for anchor in index.get(key, ())}.values()
    by_figure = [anchor for anchor in same if _figures(item) & _figures(anchor.item)]
    by_party = [anchor for anchor in same if item.actors & anchor.item.actors or item.targets & anchor.item.targets]
    fits: defaultdict[date, list[_Anchor]] = defaultdict(list)
    for anchor in by_figure or by_party:
        for days in range(LATER + 1):
            day = anchor.day + timedelta(days=days)
            if own.allows(day) and _tells_of(claim, day, anchor.day, as_of):
                fits[day].append(anchor)
    return dict(fits)


def _figures(item: Item) -> set[tuple[str, int]]:
    """Figures that are unlikely to agree by chance: two people or more, counted."""
    exact = [(count.harm, count.low) for count in item.figures if count.low is not None and count.low == count.high]
    return {(harm, number) for harm, number in exact if number > 1}


def _tells_of(claim: Claim, day: date, happened: date, as_of: date | None) -> bool:
    """Whether the claim, in a report of ``day``, tells of something that happened on ``happened``."""
    found = claim_date(claim, ReportDay(claim.report, day, day, "tried"), as_of)
    if found.start is None or found.end is None:
        return False
    return found.start <= happened <= found.end and (found.end - found.start).days <= 1
