"""In which year a report is that names its day, month and weekday: these agree every five to eleven years."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from tawatur.model.claim import Reading
from tawatur.model.time import ReportDay
from tawatur.record.dating.days import OwnDay

NEAR: Final = 183
"""Days within which another report speaks for a year."""
SHOWN: Final = 3
"""Reports of one place that are asked, and named as the reason."""


def choose_years(
    days: Mapping[str, OwnDay], readings: Sequence[Reading], *, refs: Mapping[str, str]
) -> dict[str, OwnDay]:
    """The days of all reports; where several years fit, the one near which other reports tell of the same places.

    Only reports with a day of their own that leaves no choice speak for a year. Where they speak for none, or for two,
    the latest year stays.
    """
    places = {reading.report: _places(reading) for reading in readings}
    told = _told(days, places, refs)
    chosen = dict(days)
    for report, own in days.items():
        near = {day: _near(told, places.get(report, ()), day) for day in own.years}
        spoken = [day for day, others in near.items() if others]
        if len(spoken) == 1:
            chosen[report] = _of_year(own, spoken[0], near[spoken[0]])
    return chosen


def _places(reading: Reading) -> tuple[str, ...]:
    """The places of a report's claims, by id."""
    return tuple(sorted({place.id for claim in reading.claims for place in claim.places if place.id is not None}))


def _told(
    days: Mapping[str, OwnDay], places: Mapping[str, Sequence[str]], refs: Mapping[str, str]
) -> dict[str, list[tuple[date, str]]]:
    """For each place the days of the reports that tell of it and leave no choice, with their refs, by day."""
    told: defaultdict[str, list[tuple[date, str]]] = defaultdict(list)
    for report, own in days.items():
        if own.day.start is not None and not own.years:
            for place in places.get(report, ()):
                told[place].append((own.day.start, refs[report]))
    return {place: sorted(held) for place, held in told.items()}


def _near(told: Mapping[str, Sequence[tuple[date, str]]], places: Iterable[str], day: date) -> tuple[str, ...]:
    """The refs of some reports that tell of one of the places within half a year of a day."""
    found: set[str] = set()
    for place in places:
        held = told.get(place, ())
        first = bisect_left(held, (day - timedelta(days=NEAR), ""))
        found |= {ref for on, ref in held[first : first + SHOWN] if (on - day).days <= NEAR}
    return tuple(sorted(found))


def _of_year(own: OwnDay, day: date, others: Sequence[str]) -> OwnDay:
    shown = ", ".join(others[:SHOWN]) + (" and others" if len(others) > SHOWN else "")
    why = f"weekday and date fit {len(own.years)} years; {shown} tell of the same places within half a year of this one"
    return replace(own, day=ReportDay(own.day.report, day, day, why))
