"""Events that are totals of others: a governorate's day, a toll since some date. What lies in one is never added to it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from typing import Final

from tawatur.lang.vocabulary import claim_type
from tawatur.model.event import Event
from tawatur.record.rules import Rules

GRADES_SET_ASIDE: Final = ("discounted",)
LEVELS: Final = {"country": 0, "governorate": 1, "district": 2, "subdistrict": 2}
"""How small an area of the gazetteer is."""
SPOT: Final = 3
OF_ONE: Final = "incident"

Area = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class _Extent:
    """Where and when an event is: its ``area`` is the part of its place that a total must share with it."""

    event: Event
    level: int
    area: Area
    start: date
    end: date

    def size(self) -> tuple[timedelta, int]:
        """Shorter stretches first, then smaller areas."""
        return self.end - self.start, -self.level

    def covers(self, other: "_Extent") -> bool:
        """Whether ``other`` lies in this one's days and area, and is smaller than it."""
        in_time = self.start <= other.start and other.end <= self.end
        in_place = self.level <= other.level and other.area[: len(self.area)] == self.area
        return in_time and in_place and self.size() != other.size()


def nest_events(events: Sequence[Event], rules: Rules, *, happened: Collection[str]) -> tuple[Event, ...]:
    """The events, with ``contains`` and ``within`` where one is a total of an area that holds others.

    A total is an event of a governorate, district or country with figures. It holds what its days and area hold; each
    event lies in the smallest total that does. Where two totals have one area and the same days nothing is nested in
    either: nobody says which of them counts what. ``happened`` are the ids of events that somebody says took place.
    """
    extents = [_extent(event, rules) for event in events if event.id in happened]
    placed = [extent for extent in extents if extent is not None]
    totals = _only_one_each([extent for extent in placed if extent.level < SPOT and _is_total(extent.event)])
    within = _smallest(placed, totals, rules)
    contains: defaultdict[str, list[Event]] = defaultdict(list)
    by_id = {event.id: event for event in events}
    for inner_id, outer in sorted(within.items()):
        contains[outer].append(by_id[inner_id])
    kept = {total: held for total, held in contains.items() if _can_hold(by_id[total], held)}
    lying = {inner.id: total for total, held in kept.items() for inner in held}
    return tuple(
        replace(event, contains=tuple(inner.id for inner in kept.get(event.id, ())), within=lying.get(event.id))
        if event.id in kept or event.id in lying
        else event
        for event in events
    )


def _extent(event: Event, rules: Rules) -> _Extent | None:
    """Where and when a violent event was; None for others and where either is unknown."""
    place = event.place
    if place is None or event.start is None or event.end is None:
        return None
    if claim_type(event.type).family not in rules.violent or event.grade.name in GRADES_SET_ASIDE:
        return None
    level = LEVELS.get(place.kind or "", SPOT) if place.relation is None else SPOT
    if level == SPOT and place.kind in rules.areas and place.admin1 is None:  # a region of no fixed bounds
        return None
    names: Area = (place.country, place.admin1, place.admin2)
    return _Extent(event, level, names if level == SPOT else names[: level + 1], event.start, event.end)


def _is_total(event: Event) -> bool:
    return any(count.scope == "total" for count in event.counts)


def _only_one_each(totals: Sequence[_Extent]) -> list[_Extent]:
    held: defaultdict[tuple[Area, date, date], list[_Extent]] = defaultdict(list)
    for total in totals:
        held[total.area, total.start, total.end].append(total)
    return [found[0] for found in held.values() if len(found) == 1]


def _smallest(extents: Sequence[_Extent], totals: Sequence[_Extent], rules: Rules) -> dict[str, str]:
    """The smallest total that covers each event, by event id. Totals of a day are looked up, the few longer ones tried."""
    of_day = {(total.area, total.start): total for total in totals if total.start == total.end}
    longer: defaultdict[Area, list[_Extent]] = defaultdict(list)
    for one in totals:
        if one.start != one.end:
            longer[one.area].append(one)
    found = {}
    for extent in extents:
        areas = [extent.area[:length] for length in range(1, len(extent.area) + 1)]
        candidates = [of_day[area, extent.start] for area in areas if (area, extent.start) in of_day]
        candidates += [total for area in areas for total in longer[area]]
        covering = [total for total in candidates if total.covers(extent) and _counts(total.event, extent.event, rules)]
        if covering:
            found[extent.event.id] = min(covering, key=lambda total: (total.size(), total.event.id)).event.id
    return found


def _counts(total: Event, inner: Event, rules: Rules) -> bool:
    """Whether acts of the inner event's kind can be among those that the total counts: the tortured are not the shelled."""
    if total.id == inner.id:
        return False
    some, others = ({claim_type(event.type).family, f"={event.type}"} for event in (total, inner))
    near = rules.kin | rules.companions
    return bool(total.type in rules.general or some & others or any(pair in near for pair in product(some, others)))


def _can_hold(total: Event, held: Sequence[Event]) -> bool:
    """Whether a total is large enough: one of a single happening, told of an area, may be another happening."""
    if any(count.period != OF_ONE for count in total.counts):
        return True
    tops = _tops(total)
    sums = [(top, sum(_lows(event).get(harm, 0) for event in held)) for harm, top in tops.items()]
    return any(low for _, low in sums) and all(top is None or low <= top for top, low in sums)


def _tops(event: Event) -> Mapping[str, int | None]:
    """The highest figure of each harm, None where it is open above."""
    found: dict[str, int | None] = {}
    for count in event.counts:
        known, high = found.get(count.harm, 0), count.high
        found[count.harm] = None if known is None or high is None else max(known, high)
    return found


def _lows(event: Event) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for count in event.counts:
        if count.period == OF_ONE:
            found[count.harm] = max(found.get(count.harm, 0), count.low or 0)
    return found
