"""Each report's own day, from what came with it or from what it says of itself. Narrowed, never guessed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tawatur.claim.times.meant import WEEKDAYS
from tawatur.model.claim import Claim, Reading
from tawatur.model.text import Report
from tawatur.model.time import DayHint, ReportDay, TimeSaid
from tawatur.record.dating.told_days import meant

OLDEST: Final = 40
"""Years back in which a day and month without a year are looked for."""
SOON: Final = 6
"""Days after an embedded post within which a weekday called "today" is looked for."""


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A report's ``day`` with what limits it while it is unknown: a ``weekday`` (Monday is 0), and the first and last
    day that it can be. ``datelines`` are two days that it bears where they disagree, ``todays`` two weekdays that it
    calls today where they are more than a night apart, ``years`` its day in each year in which the day, month and weekday
    that it names agree, where they are several.
    """

    day: ReportDay
    weekday: int | None
    low: date | None
    high: date | None
    datelines: tuple[date, date] | None = None
    todays: tuple[int, int] | None = None
    years: tuple[date, ...] = ()

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
    named = _weekdays(hints)
    todays = _todays_apart(named)
    if report.published is not None:
        day = ReportDay(
            report.id, report.published, report.published, "the day of publication that came with the report"
        )
        earlier = [line for line in lines if line < report.published]  # a later date on a page is that of an update
        bears = [*earlier, report.published, *_called_later(hints, report.published)]
        return OwnDay(day, _first(named), low, high, _disagreeing(bears), todays)
    if lines:
        late = _called_today(lines, named)
        if late is not None:
            return OwnDay(_from_datelines(report.id, [*lines, late]), None, low, high, (lines[0], late), todays)
        return OwnDay(_from_datelines(report.id, lines), _first(named), low, high, _disagreeing(lines), todays)
    dated = _dated_today(hints)
    if dated:
        possible = [set(_candidates(hint.said, low=low, high=high)) for hint in dated]
        years = sorted(set.intersection(*possible), reverse=True)
        day = _of_candidates(report.id, dated, years)
        return OwnDay(day, _first(named), low, high, None, todays, tuple(years) if len(years) > 1 else ())
    day = _without_date(report.id, hints, lead=_lead_weekday(reading), low=low, high=high)
    return OwnDay(day, _first(named), low, high, None, todays)


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


def _called_today(lines: Sequence[date], named: Sequence[int]) -> date | None:
    """The day nearest to datelines that a report calls today though it bears neither that date nor the next: what was
    written in the evening is dated after midnight, and nothing is dated before it is written. None where all agree."""
    off = [(weekday - line.weekday()) % 7 for weekday in named for line in lines]
    if not off or any(days in (0, 6) for days in off):
        return None
    days = off[0] if off[0] <= SOON // 2 else off[0] - 7
    return lines[0] + timedelta(days=days)


def _disagreeing(days: Sequence[date]) -> tuple[date, date] | None:
    """The first and last of several days where they lie more than a night apart, else None."""
    return (min(days), max(days)) if len(days) > 1 and (max(days) - min(days)).days > 1 else None


def _from_datelines(report: str, days: Sequence[date]) -> ReportDay:
    if _disagreeing(days) is not None:
        return ReportDay(report, None, None, f"its datelines disagree: {', '.join(map(str, days))}")
    return ReportDay(report, days[0], days[-1], "the date that it bears")


def _dated_today(hints: Iterable[DayHint]) -> list[DayHint]:
    """The days that a report calls today, or that its dateline names, with day and month and perhaps without a year."""
    todays = (hint for hint in hints if hint.kind in ("today", "dateline"))
    return [hint for hint in todays if hint.said.day is not None and hint.said.month is not None]


def _called_later(hints: Iterable[DayHint], published: date) -> list[date]:
    """The days after the one that came with a report which it calls today by their date: it cannot have known them."""
    own = (published, published)
    dated = (hint.said for hint in hints if hint.kind == "today" and hint.said.day is not None)
    days = (meant(said, day=own, as_of=None).start for said in dated)
    return [day for day in days if day is not None and day > published]


def _without_date(
    report: str, hints: Sequence[DayHint], *, lead: int | None, low: date | None, high: date | None
) -> ReportDay:
    """The day of an embedded post, or near it; unknown without one.

    ``lead`` is the weekday that the first happening is told with.
    """
    posted = [hint for hint in hints if hint.kind == "posted"]
    weekday = _first(_weekdays(hints))
    if posted and weekday is not None and low is not None:
        fits = [day for day in _week(low) if day.weekday() == weekday]
        return ReportDay(report, fits[0], fits[0], f"the first such weekday after the post that it embeds, of {low}")
    if posted and low is not None:
        return _from_post(report, low, lead=lead, high=high)
    return ReportDay(report, None, None, _why_unknown(low, hints))


def _week(first: date) -> list[date]:
    return [first + timedelta(days=days) for days in range(SOON + 1)]


def _from_post(report: str, posted: date, *, lead: int | None, high: date | None) -> ReportDay:
    """The day of the latest embedded post or the next; of these the one whose weekday the report begins with."""
    end = _earliest(posted + timedelta(days=1), high) or posted
    told = [day for day in (posted, end) if day.weekday() == lead]
    if told:
        why = f"it begins with what happened on a {WEEKDAYS[told[0].weekday()]} and embeds a post of {posted}"
        return ReportDay(report, told[0], told[0], why)
    return ReportDay(report, posted, end, f"the day of the latest post that it embeds, {posted}, or the next")


def _lead_weekday(reading: Reading | None) -> int | None:
    """The weekday with which the first sentence that tells of something says when; None where it says no weekday."""
    claims = reading.claims if reading is not None else ()
    body = [claim for claim in claims if claim.where == "body" and claim.status == "asserted"]
    first = min(body, key=_turn, default=None)
    said = [time.weekday for time in first.times if time.form == "weekday"] if first is not None else []
    return said[0] if len(set(said)) == 1 else None


def _turn(claim: Claim) -> tuple[int, str]:
    return claim.clause.start, claim.id


def _weekdays(hints: Iterable[DayHint]) -> list[int]:
    """The weekdays that the report calls today, also by way of yesterday or tomorrow, in the order of the text."""
    said = [hint.said for hint in hints if hint.kind == "today"]
    return list(dict.fromkeys((time.weekday - _days_off(time)) % 7 for time in said if time.weekday is not None))


def _first(weekdays: Sequence[int]) -> int | None:
    """The weekday called today, None where there is none; of several the first: the newest stands first in a report."""
    return weekdays[0] if weekdays else None


def _todays_apart(weekdays: Sequence[int]) -> tuple[int, int] | None:
    """The first two weekdays called today that are more than a night apart, in the order of the text."""
    apart = [day for day in weekdays[1:] if (day - weekdays[0]) % 7 not in (1, 6)]
    return (weekdays[0], apart[0]) if apart else None


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
