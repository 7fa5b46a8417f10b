"""Which days of a stretch are meant: its nth week, weekday, quarter or half, its first or last day, what is left of it."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from tawatur.claim.times.calendar import Days, edge_of, shifted

OPEN_EDGES: Final = frozenset({"rest", "later", "earlier"})
"""Edges that are seen from the report's day: "the rest of the week", "later this week", "earlier this month"."""
_WEEK: Final = timedelta(days=7)
_DAY: Final = timedelta(days=1)
_LAST_WEEK_OF_ISO: Final = 28
"""The 28th of December lies in the last week of its year, by ISO 8601."""


def slice_of(days: Days, nth: int, name: str, *, unit: str, weekday: int | None = None) -> Days | None:
    """The ``nth`` day, week, weekday, quarter or half of a stretch; -1 is the last. None where it has none such.

    The weeks of a month are its days 1-7, 8-14 and so on, the last one its last seven days. The numbered weeks of a
    year are those of ISO 8601, the only published way of numbering them.
    """
    if name == "week":
        return _week(days, nth, unit)
    if name in ("quarter", "half"):
        return _months(days, nth, 3) if name == "quarter" else _half(days, nth, unit)
    first, last = days
    step = _DAY
    if weekday is not None:
        first, step = first + timedelta(days=(weekday - first.weekday()) % 7), _WEEK
    found = first + (nth - 1) * step if nth > 0 else last - (last - first) % step
    return (found, found) if found <= last else None


def _week(days: Days, nth: int, unit: str) -> Days | None:
    first, last = days
    if unit == "year" and (first.month, first.day) == (1, 1):
        weeks = date(first.year, 12, _LAST_WEEK_OF_ISO).isocalendar().week
        if nth > weeks:
            return None
        begin = date.fromisocalendar(first.year, nth if nth > 0 else weeks, 1)
    else:
        begin = first + (nth - 1) * _WEEK if nth > 0 else last - 6 * _DAY
    end = shifted(begin, 6, "day")
    if begin > last or end is None:
        return None
    return begin, end if unit == "year" else min(end, last)


def _half(days: Days, nth: int, unit: str) -> Days | None:
    """Half a year in months, of anything shorter in days."""
    if unit == "year":
        return _months(days, nth, 6)
    first, last = days
    middle = first + timedelta(days=max(0, ((last - first).days + 1) // 2 - 1))
    second = min(middle + _DAY, last), last  # of a single day both halves are that day
    return {1: (first, middle), 2: second, -1: second}.get(nth)


def _months(days: Days, nth: int, length: int) -> Days | None:
    """The ``nth`` run of so many months of a Gregorian year."""
    first = days[0]
    place = nth - 1 if nth > 0 else 12 // length - 1
    if (first.month, first.day) != (1, 1) or place >= 12 // length:
        return None
    begin, end = date(first.year, place * length + 1, 1), (place + 1) * length
    if begin > days[1]:
        return None
    return begin, date(first.year, end, monthrange(first.year, end)[1])


def seen_edge(days: Days, edge: str | None, unit: str, ref: date | None) -> Days:
    """The edge of a unit that is said; what is left of it, or gone, as seen from ``ref`` (the whole where that is None)."""
    if edge not in OPEN_EDGES:
        return edge_of(days, edge, unit)
    first, last = days
    if ref is None:
        return days
    if edge == "earlier":
        return first, max(first, min(ref, last))
    return min(max(first, ref + _DAY if edge == "later" and ref < date.max else ref), last), last
