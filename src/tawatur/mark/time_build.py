"""From the words of a time to the time as written."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tawatur.mark.time_grammar import Binding, Found, Pattern
from tawatur.mark.time_names import HIJRI_YEARS
from tawatur.mark.time_parts import DAYS, MONTHS, TAKES, YEARS, Parts
from tawatur.mark.time_tokens import Token
from tawatur.model.time import TimeSaid

LONGEST_MONTH: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
LONGEST_HIJRI_MONTH: Final = 30
_SPLITS: Final = frozenset({"range", "and"})
_MONTHS: Final = {"year": 12, "month": 1}
_DAYS: Final = {"week": 7, "day": 1}
_SIGN: Final = {"last": -1, "this": 0, "next": 1}
_YEARS_OF_TEN: Final = {None: (0, 9), "start": (0, 3), "middle": (4, 6), "end": (7, 9)}
_AGES: Final = {10: "decade", 100: "century"}


def said_of(found: Found) -> TimeSaid | None:
    """The time as written; None where it cannot be one (32 July)."""
    halves = [_said(parts, found.pattern) for parts in _halves(found.bindings)]
    if None in halves:
        return None
    said = [half for half in halves if half is not None]
    if len({half.calendar for half in said}) > 1:  # one day in two calendars
        return next(half for half in said if half.calendar == "gregorian")
    if len(set(said)) == 1:
        return said[0]
    if said[0].form == "season" and said[-1].form == "year":  # "the winter of 2015-2016" is called by its end
        return replace(said[0], year=said[-1].year)
    first, last = _filled(said[0], said[-1]), _filled_behind(said[0], said[-1])
    return replace(first, until=last) if _possible(first) and _possible(last) else None


def _halves(bindings: Sequence[Binding]) -> Iterator[Parts]:
    """The parts of a time, split where a range or a second calendar goes on."""
    parts, begun = Parts(), False
    for name, token in bindings:
        if begun and ((name in _SPLITS and not parts.counted) or _again(parts, name, token)):
            yield parts
            parts, begun = Parts(), False
        take = TAKES.get(name)
        if take is not None:
            take(parts, token)
            begun = True
    yield parts


def _again(parts: Parts, name: str, token: Token) -> bool:
    """Whether a word says again, and otherwise, what these parts hold: then a second half begins."""
    if name in MONTHS:
        return parts.month is not None and parts.month != token.value
    if name == "weekday":
        return parts.weekday is not None
    if name in DAYS:
        return parts.day is not None
    return name in YEARS and parts.year is not None


def _said(parts: Parts, pattern: Pattern) -> TimeSaid | None:
    """One half as a time."""
    form = pattern.form or _form(parts)
    offset, unit = _offset(parts, pattern)
    said = TimeSaid(
        form=form,
        year=parts.year,
        month=parts.month,
        day=parts.day,
        weekday=parts.weekday,
        calendar=_calendar(parts),
        offset=offset,
        unit=unit,
        edge=parts.edge,
        part=parts.part,
        bound=parts.bound,
        direction=parts.direction or ("this" if parts.unit is not None and pattern.form is None else None),
        anchor="text" if pattern.anchored else None,
        about=parts.about,
        odd_days=_odd_days(parts, pattern),
        nth=parts.nth,
        slice=parts.slice,
    )
    if parts.decade and said.year is not None:
        first, last = _YEARS_OF_TEN[parts.edge]
        said = replace(said, year=said.year + first, until=TimeSaid("year", year=said.year + last), edge=None)
    if parts.feast_ends is not None:
        month, day = parts.feast_ends
        said = replace(said, until=TimeSaid("date", month=month, day=day, calendar=said.calendar))
    return said if _possible(said) else None


def _calendar(parts: Parts) -> str:
    """The calendar: a year such as 1443 is Hijri, unless a month of the other calendar stands with it."""
    foreign_month = parts.month is not None and parts.calendar == "gregorian" and not parts.numbered
    return "hijri" if parts.year in HIJRI_YEARS and not foreign_month else parts.calendar


def _form(parts: Parts) -> str:
    """What kind of time the words make by themselves."""
    if parts.feast_ends is not None or parts.weekend:
        return "weekend" if parts.weekend else "feast"
    if parts.day is not None:
        return "date"
    if parts.relative is not None:
        return "offset"
    if parts.weekday is not None and not (parts.slice == "weekday" and _stretch(parts)):
        return "weekday"
    if parts.month is not None:
        return "season" if parts.season else "month"
    if parts.year is not None:
        return "year"
    return "clock" if parts.part is not None and parts.unit is None else "offset"


def _stretch(parts: Parts) -> bool:
    """Whether a stretch is named of which something else is a slice."""
    return parts.month is not None or parts.year is not None or parts.unit is not None


def _offset(parts: Parts, pattern: Pattern) -> tuple[int | None, str | None]:
    """How many units from the report's day (or the anchor), and which unit."""
    if parts.relative is not None and parts.unit is None:
        return parts.relative, "day"
    if parts.unit is None:
        this_month = parts.day is not None and parts.month is None and parts.direction is not None
        return (_SIGN[parts.direction or "this"], "month") if this_month else (None, None)
    unit = parts.unit
    if pattern.form is None:
        return parts.skip or _SIGN[parts.direction or "this"], _whole(unit)
    sign = 1 if pattern.form == "duration" and parts.direction == "next" else pattern.sign
    if sign is None or not parts.counted:
        return None, unit.unit
    if len(parts.counted) == 1:
        return sign * parts.counted[0][1], unit.unit
    months, days = _summed(parts)
    return (sign * months, "month") if months else (sign * days, "day")


def _summed(parts: Parts) -> tuple[int, int]:
    """Several counts ("a year, two months and a day") as months and days."""
    months = sum(count * _MONTHS[unit] for unit, count in parts.counted if unit in _MONTHS)
    return months, sum(count * _DAYS[unit] for unit, count in parts.counted if unit in _DAYS)


def _whole(unit: Token) -> str | None:
    """A unit by itself; "the decade" is told apart from ten years that are counted."""
    return _AGES.get(unit.value or 1, unit.unit)


def _odd_days(parts: Parts, pattern: Pattern) -> int | None:
    named = parts.weekday is not None or parts.weekend
    if named and parts.unit is None and parts.skip is not None:
        return _DAYS["week"] * (parts.skip // abs(parts.skip))
    if len(parts.counted) < 2:
        return None
    months, days = _summed(parts)
    return (pattern.sign or 0) * days if months and days else None


def _filled(first: TimeSaid, second: TimeSaid) -> TimeSaid:
    """The first half of a range with what stands only after the second: "1-3 September 2021"."""
    if first.day is not None and first.month is None:
        return replace(
            first,
            form="date",
            month=second.month,
            year=second.year,
            calendar=second.calendar,
            offset=second.offset,
            unit=second.unit,
            direction=second.direction,
        )
    if first.month is not None and first.year is None and second.year is not None and second.month is not None:
        year = second.year if first.month <= second.month else second.year - 1
        return replace(first, year=year, calendar=second.calendar)
    return first


def _filled_behind(first: TimeSaid, second: TimeSaid) -> TimeSaid:
    """The second half of a range with what stands only before the first: "in November between 19 and 20"."""
    if second.form == "date" and second.month is None and second.unit is None and first.month is not None:
        return replace(second, month=first.month, year=first.year, calendar=first.calendar)
    if second.form == "weekday" and first.form == "weekday" and first.unit == "week" and second.unit is None:
        return replace(second, offset=first.offset, unit="week", direction=first.direction)
    return second


def _possible(said: TimeSaid) -> bool:
    """Whether a calendar has such a day."""
    if said.day is None:
        return True
    if said.calendar == "hijri" or said.month is None:
        return said.day <= (LONGEST_HIJRI_MONTH if said.calendar == "hijri" else 31)
    leap = said.year is None or (said.year % 4 == 0 and (said.year % 100 != 0 or said.year % 400 == 0))
    return said.day <= LONGEST_MONTH[said.month - 1] and (leap or (said.month, said.day) != (2, 29))
