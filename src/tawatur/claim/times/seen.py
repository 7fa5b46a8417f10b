"""The meaning of one time seen from one day: one small function a form."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from tawatur.claim.times.calendar import day_of, month_days, season_days, shifted, unit_days, year_days, year_in
from tawatur.claim.times.meant import NIGHTS, WEEKDAYS, Ways, in_stretch, on_day, on_days, weekday_note, with_night
from tawatur.claim.times.recurring import (
    date_seen,
    feast_days,
    feast_meant,
    feast_seen,
    month_seen,
    season_seen,
    weekend_seen,
)
from tawatur.claim.times.slices import OPEN_EDGES
from tawatur.model.time import TimeMeant, TimeSaid

FEW: Final = (2, 10)
"""What a bare Arabic plural of few bounds ("days ago")."""
_SLACK: Final = {"week": 3, "month": 15, "year": 183}
"""Days by which a time counted in whole units may miss: nobody who says "two months ago" counts days."""


def written_out(said: TimeSaid) -> TimeMeant | None:
    """The meaning of a time that says its year; None for one that is seen from the report's day."""
    if said.year is None or (said.form == "date" and (said.month is None or said.day is None)):
        return None
    year = said.year if said.month is None else year_in(said.calendar, said.year, said.month)
    if said.form == "date":
        found = day_of(year, said.month or 0, said.day or 0, said.calendar)
        return with_night(said, on_day(found, "a full date is written" + weekday_note(said, found)))
    if said.edge in OPEN_EDGES:
        return None
    if said.form == "feast":
        return feast_meant(feast_days(said, year), said, "feast and year are written")
    if said.form == "season" and said.month is not None:
        return in_stretch(said, season_days(said.year, said.month), "season", "season and year are written")
    if said.month is not None:
        return in_stretch(said, month_days(year, said.month, said.calendar), "month", "month and year are written")
    return in_stretch(said, year_days(said.year, said.calendar), "year", "the year is written")


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
        return on_days(
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
        return on_day(None, why)
    if unit == "day":
        return with_night(said, _named_day(said, target, why), ref)
    if said.direction is not None or said.edge is not None:
        return in_stretch(said, unit_days(target, unit, ways.week_starts), unit, why, ref)
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
    return on_days(shifted(target, -slack, "day"), shifted(target, slack, "day"), unit, why)


def _few(said: TimeSaid, ref: date, unit: str) -> TimeMeant:
    """What a bare plural ("days ago") bounds."""
    if unit in ("hour", "minute"):
        return on_days(shifted(ref, -1, "day"), ref, "span", f"hours from {ref}")
    low, high = FEW
    return on_days(shifted(ref, -high, unit), shifted(ref, -low, unit), "span", f"{low} to {high} {unit}s before {ref}")


def _duration(said: TimeSaid, ref: date, ways: Ways) -> TimeMeant:
    unit = said.unit or "day"
    onward = said.direction == "next" or said.ahead
    count = said.offset if said.offset is not None else (FEW[1] if onward else -FEW[1])
    if unit in ("hour", "minute"):
        unit, count = "day", (-1 if count < 0 else 1) * max(1, -(-abs(count) // 24)) if unit == "hour" else 0
    other = shifted(ref, count, unit)
    if other is None:
        return on_day(None, f"{count:+d} {unit} from {ref}")
    begin = shifted(ref, 1, "day") if said.direction == "next" and other > ref else ref  # "coming" days are not today
    return TimeMeant(
        min(begin or ref, other),
        max(begin or ref, other),
        "span",
        f"the {abs(count)} {unit}s {'from' if count > 0 else 'up to'} {ref}",
    )


def _named_day(said: TimeSaid, target: date, why: str) -> TimeMeant:
    """A day counted from the report's, with the weekday that it is called by."""
    if said.weekday is None or said.weekday == target.weekday():
        return on_day(target, why)
    back = said.offset is None or said.offset <= 0
    onward = (said.weekday - target.weekday()) % 7
    away = onward - 7 if back and onward > 1 else onward  # a day of publication is sooner off by one than by six
    named = WEEKDAYS[said.weekday]
    return on_day(
        shifted(target, away, "day"),
        f"{why} is a {WEEKDAYS[target.weekday()]}, but {named} is said: the nearest {named}",
    )


def _weekday(said: TimeSaid, ref: date, ways: Ways) -> TimeMeant:
    if said.weekday is None:
        return on_day(None, "no weekday is said")
    name = WEEKDAYS[said.weekday]
    if said.unit == "week" and said.offset is not None:
        inside = shifted(ref, said.offset, "week")
        week = unit_days(inside, "week", ways.week_starts) if inside else None
        found = shifted(week[0], (said.weekday - ways.week_starts) % 7, "day") if week else None
        return with_night(said, on_day(found, f"the {name} of that week, seen from {ref}"), ref)
    if said.slice is not None:
        days = month_days(ref.year, ref.month)
        return in_stretch(said, days, "month", f"no month is said: {name}s are counted in that of {ref}")
    back, more = (ref.weekday() - said.weekday) % 7, said.odd_days or 0
    if said.direction == "next":
        return with_night(
            said, on_day(shifted(ref, 7 - back + more, "day"), _nearest("next", name, "after", ref, more)), ref
        )
    if said.direction == "last":
        last = shifted(ref, more - (back or 7), "day")
        return with_night(said, on_day(last, _nearest("last", name, "before", ref, more)), ref)
    if said.ahead:
        found = shifted(ref, -back % 7, "day")
        return with_night(said, on_day(found, f"the first {name} from {ref} on, since what is told lies ahead"), ref)
    return with_night(said, on_day(shifted(ref, -back, "day"), f"the last {name} up to {ref}"), ref)


def _nearest(which: str, name: str, side: str, ref: date, more: int) -> str:
    """Why a weekday is the next or the last, or the one beyond it."""
    beyond = " but one" if more else ""
    return f"the {which} {name} {side} {ref}{beyond}"


def _now(said: TimeSaid, ref: date, ways: Ways) -> TimeMeant:
    return on_day(ref, f"the day of the report, {ref}")


def _clock(said: TimeSaid, ref: date, ways: Ways) -> TimeMeant:
    if said.part in NIGHTS:
        return on_days(shifted(ref, -1, "day"), ref, "night", f"the night to {ref}, the day of the report")
    return on_day(ref, f"only a part of the day is said: that of the report, {ref}")


_FORMS: Final[Mapping[str, Callable[[TimeSaid, date, Ways], TimeMeant]]] = {
    "offset": _offset, "duration": _duration, "weekday": _weekday, "date": date_seen, "month": month_seen,
    "season": season_seen, "now": _now, "clock": _clock, "feast": feast_seen, "weekend": weekend_seen,
}  # fmt: skip
