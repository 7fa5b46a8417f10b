"""Each report's own day, from what came with it or from what it says of itself. Narrowed, never guessed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tawatur.model.claim import Reading
from tawatur.model.text import Report
from tawatur.model.time import DayHint, ReportDay, TimeSaid
from tawatur.record.told_days import meant

OLDEST: Final = 40
"""Years back in which a day and month without a year are looked for."""
SOON: Final = 6
"""Days after an embedded post within which a weekday called "today" is looked for."""


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A report's ``day`` with what limits it while it is unknown: a ``weekday`` (Monday is 0), and the first and last
    day that it can be. ``datelines`` are two days that it bears where they disagree.
    """

    day: ReportDay
    weekday: int | None
    low: date | None
    high: date | None
    datelines: tuple[date, date] | None = None

    def allows(self, day: date) -> bool:
        """Whether nothing known forbids the report to be of ``day``."""
        in_time = (self.low is None or self.low <= day) and (self.high is None or day <= self.high)
        return in_time and (self.weekday is None or self.weekday == day.weekday())


def own_day(report: Report, reading: Reading | None, *, as_of: date | None) -> OwnDay:
    """The day of a report by itself: its publication, else its dateline, else the day that it calls today, else an
    embedded post's with the weekday called today. ``as_of`` is the day after which nothing can have been published.
    """
    hints = reading.hints if reading is not None else ()
    high = _earliest(as_of, _retrieved(report))
    low = _not_before(hints, high)
    lines = _datelines(hints, as_of)
    weekday = _weekday(hints)
    if report.published is not None:
        day = ReportDay(
            report.id, report.published, report.published, "the day of publication that came with the report"
        )
        earlier = [line for line in lines if line < report.published]  # a later date on a page is that of an update
        return OwnDay(day, weekday, low, high, _disagreeing([*earlier, report.published]))
    if lines:
        return OwnDay(_from_datelines(report.id, lines), weekday, low, high, _disagreeing(lines))
    return OwnDay(_from_today(report.id, hints, low=low, high=high), weekday, low, high)


def _retrieved(report: Report) -> date | None:
    """The day on which the report was fetched, None where it is unknown or no date."""
    try:
        return date.fromisoformat((report.retrieved or "")[:10])
    except ValueError:
        return None


def _earliest(*days: date | None) -> date | None:
    return min((day for day in days if day is not None), default=None)


def _full(said: TimeSaid, as_of: date | None) -> date | None:
    """The day of a time written with day, month and year; None where it is less or more."""
    if said.day is None or said.month is None or said.year is None or said.until is not None:
        return None
    found = meant(said, day=None, as_of=as_of)
    return found.start if found.start == found.end else None


def _not_before(hints: Iterable[DayHint], high: date | None) -> date | None:
    """The latest day that the report looks back on: it was written on that day or later."""
    looked_back = [_full(hint.said, high) for hint in hints if hint.kind in ("posted", "mentioned")]
    return max((day for day in looked_back if day is not None and (high is None or day <= high)), default=None)


def _datelines(hints: Iterable[DayHint], as_of: date | None) -> list[date]:
    found = {_full(hint.said, as_of) for hint in hints if hint.kind == "dateline"}
    return sorted(day for day in found if day is not None)


def _disagreeing(days: Sequence[date]) -> tuple[date, date] | None:
    """The first and last of several days where they lie more than a night apart, else None."""
    return (min(days), max(days)) if len(days) > 1 and (max(days) - min(days)).days > 1 else None


def _from_datelines(report: str, days: Sequence[date]) -> ReportDay:
    if _disagreeing(days) is not None:
        return ReportDay(report, None, None, f"its datelines disagree: {', '.join(map(str, days))}")
    return ReportDay(report, days[0], days[-1], "the date that it bears")


def _from_today(report: str, hints: Sequence[DayHint], *, low: date | None, high: date | None) -> ReportDay:
    """The day that the report calls today, or that its dateline names without a year."""
    todays = [
        hint
        for hint in hints
        if hint.kind in ("today", "dateline") and hint.said.day is not None and hint.said.month is not None
    ]
    if todays:
        possible = [set(_candidates(hint.said, low=low, high=high)) for hint in todays]
        return _of_candidates(report, todays, sorted(set.intersection(*possible), reverse=True))
    posted = [hint for hint in hints if hint.kind == "posted"]
    weekday = _weekday(hints)
    if posted and weekday is not None and low is not None:
        fits = [day for day in _week(low) if day.weekday() == weekday]
        return ReportDay(report, fits[0], fits[0], f"the first such weekday after the post that it embeds, of {low}")
    if posted and low is not None:
        end = _earliest(low + timedelta(days=1), high) or low
        return ReportDay(report, low, end, f"the day of the latest post that it embeds, {low}, or the next")
    return ReportDay(report, None, None, _why_unknown(low, hints))


def _week(first: date) -> list[date]:
    return [first + timedelta(days=days) for days in range(SOON + 1)]


def _weekday(hints: Iterable[DayHint]) -> int | None:
    """The weekday that the report calls today, also by way of yesterday or tomorrow; None where it names two."""
    said = [hint.said for hint in hints if hint.kind == "today"]
    named = {(time.weekday - _days_off(time)) % 7 for time in said if time.weekday is not None}
    return named.pop() if len(named) == 1 else None


def _days_off(said: TimeSaid) -> int:
    return said.offset if said.form == "offset" and said.unit == "day" and said.offset is not None else 0


def _why_unknown(low: date | None, hints: Iterable[DayHint]) -> str:
    known = [] if low is None else [f"not before {low}, which it mentions"]
    known += [f"it says “{hint.quote}”" for hint in hints if hint.kind == "today"]
    return "its own day is unknown" + (f" ({'; '.join(known)})" if known else "")


def _candidates(said: TimeSaid, *, low: date | None, high: date | None) -> list[date]:
    """The days that fit a day and month, with or without weekday and year, the latest first."""
    if high is None and said.year is None:
        return []
    years = (
        [said.year]
        if said.year is not None
        else range(high.year if high else 0, (high.year if high else 0) - OLDEST, -1)
    )
    named = [day for year in years if (day := _in_year(said, year)) is not None]
    fitting = [day for day in named if said.weekday is None or day.weekday() == said.weekday]
    own = [day - timedelta(days=_days_off(said)) for day in fitting]  # "yesterday, 28 July" is of the 29th
    return [day for day in own if (high is None or day <= high) and (low is None or low <= day)]


def _in_year(said: TimeSaid, year: int) -> date | None:
    """The day of ``said`` in a year; None where that year has no such day or the calendar is not the common one."""
    if said.month is None or said.day is None or said.calendar != "gregorian":
        return None
    try:
        return date(year, said.month, said.day)
    except ValueError:
        return None


def _of_candidates(report: str, hints: Sequence[DayHint], days: Sequence[date]) -> ReportDay:
    """One day, or the nearest past of several whose weekday agrees; without a weekday several are none."""
    quotes = " and ".join(sorted({f"“{hint.quote}”" for hint in hints}))
    if not days:
        return ReportDay(report, None, None, f"no day that is possible fits {quotes}")
    if len(days) == 1:
        return ReportDay(report, days[0], days[0], f"the only possible day that fits {quotes}")
    if all(hint.said.weekday is None for hint in hints):
        return ReportDay(report, None, None, f"{quotes} fits {len(days)} years")
    return ReportDay(report, days[0], days[0], f"the latest day whose weekday and date fit {quotes}")
