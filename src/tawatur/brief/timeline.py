"""When the findings happened: the days in a row, one mark an event."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Final, NamedTuple

SLOT: Final = 20
"""Width of one mark with the room around it, in pixels: wide enough for a finger."""
BASE: Final = 64
"""Where the marks stand, and so the tallest that one can be with its head."""
SHORTEST: Final = 14
TALLEST: Final = 54


class Happening(NamedTuple):
    """What the timeline needs of an event: its id, first day, words for it, grade and number of reports."""

    id: str
    day: date
    label: str
    grade: str
    reports: int


@dataclass(frozen=True, slots=True)
class Mark:
    """One event: its middle (``x``) and its head (``y``) in pixels within its day, and what it says and leads to."""

    anchor: str
    label: str
    grade: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class TimelineDay:
    """One day with its marks. ``gap``: days without a mark lie before it; ``new_month``: the month must be said."""

    day: date
    marks: tuple[Mark, ...]
    width: int
    gap: bool
    new_month: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The days that have marks, the grades that occur, and the most reports that one event has (the tallest mark)."""

    days: tuple[TimelineDay, ...]
    grades: tuple[str, ...]
    most: int


def timeline_of(happenings: Iterable[Happening]) -> Timeline:
    """The timeline of these events; without days where there are none."""
    ordered = sorted(happenings, key=lambda one: (one.day, -one.reports, one.id))
    most = max((one.reports for one in ordered), default=0)
    groups = [(day, list(found)) for day, found in groupby(ordered, key=lambda one: one.day)]
    before = [None, *(day for day, _ in groups)]
    days = tuple(_day(day, found, last, most) for (day, found), last in zip(groups, before, strict=False))
    return Timeline(days, tuple(sorted({one.grade for one in ordered})), most)


def _day(day: date, found: list[Happening], last: date | None, most: int) -> TimelineDay:
    marks = tuple(
        Mark(one.id, one.label, one.grade, SLOT * place + SLOT // 2, BASE - _height(one.reports, most))
        for place, one in enumerate(found)
    )
    gap = last is not None and day - last > timedelta(days=1)
    new_month = last is None or (day.year, day.month) != (last.year, last.month)
    return TimelineDay(day, marks, SLOT * len(found), gap, new_month)


def _height(reports: int, most: int) -> int:
    """How tall a mark is: one report the shortest, the most that any event has the tallest."""
    return SHORTEST if most <= 1 else SHORTEST + (TALLEST - SHORTEST) * (reports - 1) // (most - 1)
