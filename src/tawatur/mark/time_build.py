"""From the words of a time to the time as written."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tawatur.mark.time_grammar import HIJRI_YEARS, Binding, Found, Pattern
from tawatur.mark.time_tokens import Token
from tawatur.model.time import TimeSaid

LONGEST_MONTH: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
LONGEST_HIJRI_MONTH: Final = 30
CENTURY_TURNS: Final = 50
_MONTHS: Final = {"year": 12, "month": 1}
_DAYS: Final = {"week": 7, "day": 1}
_HALVES: Final = {"year": ("month", 6), "month": ("day", 15), "week": ("day", 3)}
_NTH_WEEK: Final = ("start", "middle", "middle", "end")
_SIGN: Final = {"last": -1, "this": 0, "next": 1}
_COUNTED: Final = {"singular": 1, "dual": 2, "plural": None}


@dataclass(slots=True)
class _Parts:
    """What the words of one time, or of one half of a range, say. Filled word by word, then read once."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    calendar: str = "gregorian"
    relative: int | None = None
    count: int | None = None
    unit: Token | None = None
    counted: tuple[tuple[str, int], ...] = ()
    edge: str | None = None
    part: str | None = None
    bound: str | None = None
    direction: str | None = None
    about: str | None = None
    season: bool = False
    decade: bool = False


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
    first = _filled(said[0], said[-1])
    return replace(first, until=said[-1]) if _possible(first) else None


def _halves(bindings: Sequence[Binding]) -> Iterator[_Parts]:
    """The parts of a time, split where a range or a second calendar goes on."""
    parts, begun = _Parts(), False
    for name, token in bindings:
        if begun and ((name in _SPLITS and not parts.counted) or _again(parts, name, token)):
            yield parts
            parts, begun = _Parts(), False
        take = _TAKES.get(name)
        if take is not None:
            take(parts, token)
            begun = True
    yield parts


_SPLITS: Final = frozenset({"range", "and"})


def _again(parts: _Parts, name: str, token: Token) -> bool:
    """Whether a word says again, and otherwise, what these parts hold: then a second half begins."""
    if name in ("month", "strong-month", "hijri-month"):
        return parts.month is not None and parts.month != token.value
    if name == "weekday":
        return parts.weekday is not None
    if name in ("day", "monthday", "big-day"):
        return parts.day is not None
    return name in ("near-year", "year") and parts.year is not None


def _said(parts: _Parts, pattern: Pattern) -> TimeSaid | None:
    """One half as a time."""
    form = pattern.form or _form(parts)
    offset, unit = _offset(parts, pattern)
    said = TimeSaid(
        form=form,
        year=parts.year,
        month=parts.month,
        day=parts.day,
        weekday=parts.weekday,
        calendar="hijri" if parts.year in HIJRI_YEARS else parts.calendar,
        offset=offset,
        unit=unit,
        edge=parts.edge,
        part=parts.part,
        bound=parts.bound,
        direction=parts.direction or ("this" if parts.unit is not None and pattern.form is None else None),
        anchor="other" if pattern.anchored else None,
        about=parts.about,
        odd_days=_odd_days(parts, pattern),
    )
    if parts.decade and said.year is not None:
        said = replace(said, until=TimeSaid("year", year=said.year + 9))
    return said if _possible(said) else None


def _form(parts: _Parts) -> str:
    """What kind of time the words make by themselves."""
    if parts.day is not None:
        return "date"
    if parts.relative is not None:
        return "offset"
    if parts.weekday is not None:
        return "weekday"
    if parts.month is not None:
        return "season" if parts.season else "month"
    if parts.year is not None:
        return "year"
    return "clock" if parts.part is not None and parts.unit is None else "offset"


def _offset(parts: _Parts, pattern: Pattern) -> tuple[int | None, str | None]:
    """How many units from the report's day (or the anchor), and which unit."""
    if parts.relative is not None and parts.unit is None:
        return parts.relative, "day"
    if parts.unit is None:
        this_month = parts.day is not None and parts.month is None and parts.direction is not None
        return (_SIGN[parts.direction or "this"], "month") if this_month else (None, None)
    unit = parts.unit
    if pattern.form is None:
        return _SIGN[parts.direction or "this"], unit.unit
    sign = 1 if pattern.form == "duration" and parts.direction == "next" else pattern.sign
    if sign is None or not parts.counted:
        return None, unit.unit
    if len(parts.counted) == 1:
        return sign * parts.counted[0][1], unit.unit
    months, days = _summed(parts)
    return (sign * months, "month") if months else (sign * days, "day")


def _summed(parts: _Parts) -> tuple[int, int]:
    """Several counts ("a year, two months and a day") as months and days."""
    months = sum(count * _MONTHS[unit] for unit, count in parts.counted if unit in _MONTHS)
    return months, sum(count * _DAYS[unit] for unit, count in parts.counted if unit in _DAYS)


def _odd_days(parts: _Parts, pattern: Pattern) -> int | None:
    if len(parts.counted) < 2:
        return None
    months, days = _summed(parts)
    return (pattern.sign or 0) * days if months and days else None


def _filled(first: TimeSaid, second: TimeSaid) -> TimeSaid:
    """The first half of a range with what stands only after the second: "1-3 September 2021"."""
    if first.day is not None and first.month is None:
        form = "date"
        return replace(
            first,
            form=form,
            month=second.month,
            year=second.year,
            calendar=second.calendar,
            offset=second.offset,
            unit=second.unit,
            direction=second.direction,
        )
    if first.month is not None and first.year is None and second.year is not None and second.month is not None:
        return replace(
            first, year=second.year if first.month <= second.month else second.year - 1, calendar=second.calendar
        )
    return first


def _possible(said: TimeSaid) -> bool:
    """Whether a calendar has such a day."""
    if said.day is None:
        return True
    if said.calendar == "hijri" or said.month is None:
        return said.day <= (LONGEST_HIJRI_MONTH if said.calendar == "hijri" else 31)
    leap = said.year is None or (said.year % 4 == 0 and (said.year % 100 != 0 or said.year % 400 == 0))
    return said.day <= LONGEST_MONTH[said.month - 1] and (leap or (said.month, said.day) != (2, 29))


def _month(parts: _Parts, token: Token) -> None:
    parts.month, parts.calendar = token.value, token.calendar


def _season(parts: _Parts, token: Token) -> None:
    parts.month, parts.season = token.value, True


def _day(parts: _Parts, token: Token) -> None:
    parts.day = token.value
    if parts.relative == 0:  # "the first day of July" is no "today"
        parts.relative = None if token.role == "ordinal" else parts.relative


def _month_number(parts: _Parts, token: Token) -> None:
    parts.month = token.value


def _year(parts: _Parts, token: Token) -> None:
    parts.year = token.value


def _short_year(parts: _Parts, token: Token) -> None:
    short = token.value or 0
    parts.year = short + (2000 if short < CENTURY_TURNS else 1900)


def _era(parts: _Parts, token: Token) -> None:
    if token.calendar == "hijri":
        parts.calendar = "hijri"


def _weekday(parts: _Parts, token: Token) -> None:
    parts.weekday = token.value


def _decade(parts: _Parts, token: Token) -> None:
    parts.year, parts.decade = token.value, True


def _nth_week(parts: _Parts, token: Token) -> None:
    """Weeks of a month or year are not counted alike by all: the first is its start, the fourth and the last its end."""
    place = token.value or len(_NTH_WEEK)
    parts.edge = _NTH_WEEK[min(place, len(_NTH_WEEK)) - 1]


def _relative(parts: _Parts, token: Token) -> None:
    parts.relative = token.value
    parts.part = parts.part or token.text


def _part(parts: _Parts, token: Token) -> None:
    parts.part = parts.part or token.text


def _unit(parts: _Parts, token: Token) -> None:
    count = parts.count if parts.count is not None else _COUNTED[token.grammatical or "singular"]
    if count is not None and token.unit is not None:
        parts.counted += ((token.unit, count * (token.value or 1)),)
    parts.unit, parts.count = token, None


def _late_count(parts: _Parts, token: Token) -> None:
    """A number after its unit: "the days, three of them"."""
    if parts.unit is not None and parts.unit.unit is not None and token.value is not None:
        parts.counted = ((parts.unit.unit, token.value * (parts.unit.value or 1)),)


def _half(parts: _Parts, token: Token) -> None:
    """Half of the unit before: of a year in months, of a smaller one in days."""
    if parts.unit is not None and parts.unit.unit in _HALVES:
        parts.counted += (_HALVES[parts.unit.unit],)


def _count(parts: _Parts, token: Token) -> None:
    parts.count = token.value


def _bound(parts: _Parts, token: Token) -> None:
    parts.bound = token.text


def _direction(parts: _Parts, token: Token) -> None:
    parts.direction = token.text


def _edge(parts: _Parts, token: Token) -> None:
    parts.edge = token.text


def _about(parts: _Parts, token: Token) -> None:
    parts.about = token.text


_TAKES: Final[Mapping[str, Callable[[_Parts, Token], None]]] = {
    "month": _month, "hijri-month": _month, "strong-month": _month, "month-number": _month_number, "season": _season, "the-season": _season,
    "day": _day, "monthday": _day, "big-day": _day, "weekday": _weekday,
    "year": _year, "hijri-year": _year, "near-year": _year, "word-year": _year, "short-year": _short_year, "era": _era,
    "rel": _relative, "part": _part, "part-alone": _part, "midnight": _part,
    "unit": _unit, "unit-one": _unit, "unit-two": _unit, "unit-many": _unit, "the-unit": _unit, "the-month": _unit, "named-week": _unit, "n": _count, "late-n": _late_count, "half": _half,
    "since": _bound, "until": _bound, "before": _bound, "after": _bound,
    "dir": _direction, "recent": _direction, "this": _direction, "edge": _edge, "nth": _nth_week, "decade": _decade, "about": _about,
}  # fmt: skip
