"""How a meaning is made: of one day, of several, of a stretch or its part; with the night's end and the weekday's note."""

from datetime import date
from typing import Final, NamedTuple

from tawatur.claim.times.calendar import AGES, Days, shifted
from tawatur.claim.times.slices import seen_edge, slice_of
from tawatur.model.time import TimeMeant, TimeSaid

NIGHTS: Final = frozenset({"night", "midnight"})
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Ways(NamedTuple):
    """How to look: the weekday on which weeks start (Monday is 0); whether counts of weeks and more get their slack."""

    week_starts: int
    widen: bool


def with_night(said: TimeSaid, meant: TimeMeant, ref: date | None = None) -> TimeMeant:
    """A night reaches into the next day, but not past the day from which it is told."""
    if said.part not in NIGHTS or meant.end is None or meant.start is None:
        return meant
    end = shifted(meant.end, 1, "day") or meant.end
    return TimeMeant(meant.start, min(end, ref) if ref is not None and meant.start <= ref else end, "night", meant.why)


def weekday_note(said: TimeSaid, found: date | None) -> str:
    """Whether the weekday that is said is that of the day found; empty where none is said."""
    if found is None or said.weekday is None:
        return ""
    name = WEEKDAYS[said.weekday]
    return (
        f"; it is a {name} as said"
        if said.weekday == found.weekday()
        else f"; it is a {WEEKDAYS[found.weekday()]}, but {name} is said"
    )


def on_day(found: date | None, why: str) -> TimeMeant:
    """One day, for the reason ``why``; unknown where no calendar has it."""
    return (
        TimeMeant(found, found, "day", why)
        if found
        else TimeMeant(None, None, "unknown", f"{why}: no calendar of ours has it")
    )


def on_days(start: date | None, end: date | None, precision: str, why: str) -> TimeMeant:
    """The days from ``start`` to ``end``; unknown where no calendar has one of them."""
    return TimeMeant(start, end, precision, why) if start and end else on_day(None, why)


def in_stretch(said: TimeSaid, days: Days | None, unit: str, why: str, ref: date | None = None) -> TimeMeant:
    """A whole unit, or the edge or slice of it that is said."""
    if days is None:
        return on_day(None, why)
    if said.slice is not None:
        return _sliced(said, days, unit, why)
    start, end = seen_edge(days, said.edge, unit, ref)
    whole = said.edge is None and unit not in AGES
    return TimeMeant(start, end, unit if whole and start != end else "day" if start == end else "span", why)


def _sliced(said: TimeSaid, days: Days, unit: str, why: str) -> TimeMeant:
    """The nth day, week or other slice of a unit."""
    weekday = said.weekday if said.slice == "weekday" else None
    found = slice_of(days, said.nth or 1, said.slice or "day", unit=unit, weekday=weekday)
    if found is None:
        return on_day(None, f"{why}; it has no such {said.slice}")
    precision = {"day": "day", "weekday": "day", "week": "week"}.get(said.slice or "day", "span")
    return TimeMeant(found[0], found[1], precision, why)
