"""The meaning of one time seen from one day: one small function a form."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, NamedTuple

from tawatur.claim.calendar import (
    Days,
    day_of,
    edge_of,
    hijri_year,
    month_days,
    season_days,
    shifted,
    unit_days,
    year_days,
)
from tawatur.model.time import TimeMeant, TimeSaid

NIGHTS: Final = frozenset({"night", "midnight"})
FEW: Final = (2, 10)
"""What a bare Arabic plural of few bounds ("days ago")."""
YEARS_BACK: Final = 9
"""A 29 February lies at most eight years back."""
_SLACK: Final = {"week": 3, "month": 15, "year": 183}
"""Days by which a time counted in whole units may miss: nobody who says "two months ago" counts days."""
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Ways(NamedTuple):
    """How to look: the weekday on which weeks start (Monday is 0); whether counts of weeks and more get their slack."""

    week_starts: int
    widen: bool


def written_out(said: TimeSaid) -> TimeMeant | None:
    """The meaning of a time that says its year; None for one that is seen from the report's day."""
    if said.year is None or (said.form == "date" and (said.month is None or said.day is None)):
        return None
    if said.form == "date":
        found = day_of(said.year, said.month or 0, said.day or 0, said.calendar)
        return _night(said, _day(found, "a full date is written" + _weekday_note(said, found)))
    if said.form == "season" and said.month is not None:
        return _days(said, season_days(said.year, said.month), "season", "season and year are written")
    if said.month is not None:
        return _days(said, month_days(said.year, said.month, said.calendar), "month", "month and year are written")
    return _days(said, year_days(said.year, said.calendar), "year", "the year is written")


def seen_from(said: TimeSaid, ref: date, ways: Ways) -> TimeMeant:
    """The meaning of a time on the day ``ref``; None days where no calendar has them."""
    form = _FORMS.get(said.form)
    if form is None:
        return TimeMeant(None, None, "unknown", f"nothing is known of a time of the form {said.form}")
    return form(said, ref, ways)


def _offset(said: TimeSaid, ref: date, ways: Ways) -> TimeMeant:
    unit = said.unit or "day"
    if said.offset is None:
        return _few(said, ref, unit)
    if unit in ("hour", "minute"):
        hours = said.offset if unit == "hour" else said.offset // 60
        return _between(
            shifted(ref, hours // 24 if hours < 0 else 0, "day"),
            shifted(ref, max(0, -(-hours // 24)), "day"),
            "span",
            f"{hours:+d} hours from {ref}",
        )
    target = shifted(ref, said.offset, unit)
    if target is not None and said.odd_days:
        target = shifted(target, said.odd_days, "day")
    why = f"{said.offset:+d} {unit} from {ref}"
    if target is None:
        return _day(None, why)
    if unit == "day":
        return _night(said, _named_day(said, target, why), ref)
    if said.direction is not None or said.edge is not None:
        return _days(said, unit_days(target, unit, ways.week_starts), unit, why)
    return _counted(said, ref, target, unit, why) if ways.widen else TimeMeant(target, target, unit, why)


def _counted(said: TimeSaid, ref: date, target: date, unit: str, why: str) -> TimeMeant:
    """A time so many weeks, months or years away, with the slack of such counting."""
    count = said.offset or 0
    away = 1 if count > 0 else -1
    if said.about in ("more_than", "less_than"):
        other = shifted(ref, count + (away if said.about == "more_than" else -away), unit)
        ends = sorted(day for day in (target, other) if day is not None)
        return TimeMeant(ends[0], ends[-1], "span", f"{said.about.replace('_', ' ')} {abs(count)} {unit} from {ref}")
    slack = _SLACK["week" if said.odd_days else unit]
    return _between(shifted(target, -slack, "day"), shifted(target, slack, "day"), unit, why)


def _few(said: TimeSaid, ref: date, unit: str) -> TimeMeant:
    """What a bare plural ("days ago") bounds."""
    if unit in ("hour", "minute"):
        return _between(shifted(ref, -1, "day"), ref, "span", f"hours from {ref}")
    low, high = FEW
    return _between(
        shifted(ref, -high, unit), shifted(ref, -low, unit), "span", f"{low} to {high} {unit}s before {ref}"
    )


def _duration(said: TimeSaid, ref: date, ways: Ways) -> TimeMeant:
    unit = said.unit or "day"
    count = said.offset if said.offset is not None else (FEW[1] if said.direction == "next" else -FEW[1])
    if unit in ("hour", "minute"):
        unit, count = "day", (-1 if count < 0 else 1) * max(1, -(-abs(count) // 24)) if unit == "hour" else 0
    other = shifted(ref, count, unit)
    if other is None:
        return _day(None, f"{count:+d} {unit} from {ref}")
    return TimeMeant(
        min(ref, other), max(ref, other), "span", f"the {abs(count)} {unit}s {'from' if count > 0 else 'up to'} {ref}"
    )


def _named_day(said: TimeSaid, target: date, why: str) -> TimeMeant:
    """A day counted from the report's, with the weekday that it is called by."""
    if said.weekday is None or said.weekday == target.weekday():
        return _day(target, why)
    back = said.offset is None or said.offset <= 0
    away = -((target.weekday() - said.weekday) % 7) if back else (said.weekday - target.weekday()) % 7
    named = WEEKDAYS[said.weekday]
    return _day(
        shifted(target, away, "day"),
        f"{why} is a {WEEKDAYS[target.weekday()]}, but {named} is said: the nearest {named}",
    )


def _weekday(said: TimeSaid, ref: date, ways: Ways) -> TimeMeant:
    if said.weekday is None:
        return _day(None, "no weekday is said")
    name = WEEKDAYS[said.weekday]
    if said.unit == "week" and said.offset is not None:
        inside = shifted(ref, said.offset, "week")
        week = unit_days(inside, "week", ways.week_starts) if inside else None
        found = shifted(week[0], (said.weekday - ways.week_starts) % 7, "day") if week else None
        return _night(said, _day(found, f"the {name} of that week, seen from {ref}"), ref)
    back = (ref.weekday() - said.weekday) % 7
    if said.direction == "next":
        return _night(said, _day(shifted(ref, 7 - back, "day"), f"the next {name} after {ref}"), ref)
    if said.direction == "last":
        return _night(said, _day(shifted(ref, -(back or 7), "day"), f"the last {name} before {ref}"), ref)
    return _night(said, _day(shifted(ref, -back, "day"), f"the last {name} up to {ref}"), ref)


def _date(said: TimeSaid, ref: date, ways: Ways) -> TimeMeant:
    if said.day is None:
        return _day(None, "no day is said")
    if said.month is None:
        found = _day_of_month(said, said.day, ref)
        return _night(said, _day(found, f"that day of the month, seen from {ref}" + _weekday_note(said, found)), ref)
    ahead, why = (
        said.direction == "next",
        f"the {'next' if said.direction == 'next' else 'last'} such day seen from {ref}",
    )
    for year in _years(said, ref):
        found = day_of(year, said.month, said.day, said.calendar)
        if found is not None and _fits(found, found, said, ref, ahead=ahead):
            return _night(said, _day(found, why + _weekday_note(said, found)), ref)
    return _day(None, "no near year has such a day")


def _day_of_month(said: TimeSaid, day: int, ref: date) -> date | None:
    """A day of a month that is not named: of the month counted from this one, else the last such day."""
    counted = said.unit == "month" and said.offset is not None
    for away in (said.offset or 0,) if counted else (0, -1, -2):
        month = shifted(ref.replace(day=1), away, "month")
        found = day_of(month.year, month.month, day) if month else None
        if found is not None and (counted or found <= ref):
            return found
    return None


def _month(said: TimeSaid, ref: date, ways: Ways) -> TimeMeant:
    for year in _years(said, ref):
        days = month_days(year, said.month, said.calendar) if said.month else None
        if days is not None and _fits(*days, said, ref, ahead=said.direction == "next"):
            return _days(said, days, "month", f"the {said.direction or 'last'} such month seen from {ref}")
    return _day(None, "no near year has such a month")


def _season(said: TimeSaid, ref: date, ways: Ways) -> TimeMeant:
    for year in _years(said, ref):
        days = season_days(year, said.month) if said.month else None
        if days is not None and _fits(*days, said, ref, ahead=said.direction == "next"):
            return _days(said, days, "season", f"the {said.direction or 'last'} such season seen from {ref}")
    return _day(None, "no near year has such a season")


def _years(said: TimeSaid, ref: date) -> list[int]:
    """The years in which to look, the likeliest first."""
    own = hijri_year(ref) if said.calendar == "hijri" else ref.year
    if own is None:
        return []
    if said.unit == "year" and said.offset is not None:
        return [own + said.offset]
    if said.direction == "next":
        return list(range(own, own + YEARS_BACK))
    return list(range(own + 1, own - YEARS_BACK, -1))


def _fits(first: date, last: date, said: TimeSaid, ref: date, *, ahead: bool) -> bool:
    """Whether a stretch lies where the words point: behind, before or around ``ref``."""
    if said.unit == "year" and said.offset is not None:
        return True
    if ahead:
        return first > ref
    if said.direction == "last":
        return last < ref
    if said.direction == "this" and said.form == "date":
        return first.year <= ref.year
    return first <= ref


def _now(said: TimeSaid, ref: date, ways: Ways) -> TimeMeant:
    return _day(ref, f"the day of the report, {ref}")


def _clock(said: TimeSaid, ref: date, ways: Ways) -> TimeMeant:
    if said.part in NIGHTS:
        return _between(shifted(ref, -1, "day"), ref, "night", f"the night to {ref}, the day of the report")
    return _day(ref, f"only a part of the day is said: that of the report, {ref}")


def _night(said: TimeSaid, meant: TimeMeant, ref: date | None = None) -> TimeMeant:
    """A night reaches into the next day, but not past the day from which it is told."""
    if said.part not in NIGHTS or meant.end is None or meant.start is None:
        return meant
    end = shifted(meant.end, 1, "day") or meant.end
    return TimeMeant(meant.start, min(end, ref) if ref is not None and meant.start <= ref else end, "night", meant.why)


def _weekday_note(said: TimeSaid, found: date | None) -> str:
    if found is None or said.weekday is None:
        return ""
    name = WEEKDAYS[said.weekday]
    return (
        f"; it is a {name} as said"
        if said.weekday == found.weekday()
        else f"; it is a {WEEKDAYS[found.weekday()]}, but {name} is said"
    )


def _day(found: date | None, why: str) -> TimeMeant:
    return (
        TimeMeant(found, found, "day", why)
        if found
        else TimeMeant(None, None, "unknown", f"{why}: no calendar of ours has it")
    )


def _between(start: date | None, end: date | None, precision: str, why: str) -> TimeMeant:
    return TimeMeant(start, end, precision, why) if start and end else _day(None, why)


def _days(said: TimeSaid, days: Days | None, unit: str, why: str) -> TimeMeant:
    """A whole unit, or the edge of it that is said."""
    if days is None:
        return _day(None, why)
    start, end = edge_of(days, said.edge, unit)
    return TimeMeant(start, end, unit if said.edge is None else "span", why)


_FORMS: Final[Mapping[str, Callable[[TimeSaid, date, Ways], TimeMeant]]] = {
    "offset": _offset, "duration": _duration, "weekday": _weekday, "date": _date, "month": _month, "season": _season,
    "now": _now, "clock": _clock,
}  # fmt: skip
