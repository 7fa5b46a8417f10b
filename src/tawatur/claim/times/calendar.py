"""The days that a month, a year, a week, a season spans, Gregorian or Hijri; None where a calendar lacks them."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from hijridate import Gregorian, Hijri

Days = tuple[date, date]

_EDGE_MONTHS: Final = {"start": (1, 3), "middle": (6, 8), "end": (10, 12)}
_EDGE_DAYS: Final = {"start": (1, 10), "middle": (11, 20), "end": (21, 31)}
_EDGE_OF_WEEK: Final = {"start": (0, 1), "middle": (2, 4), "end": (5, 6)}
_UNIT_DAYS: Final = {"day": 1, "week": 7}
FIRST_FOREIGN_YEAR: Final = 1800
"""From here on a year beside a Hijri month is Gregorian."""
AGES: Final = {"decade": 10, "century": 100}
"""Units of so many years."""
_MONTHS: Final = {"month": 1, "year": 12, **{unit: years * 12 for unit, years in AGES.items()}}


def day_of(year: int, month: int, day: int, calendar: str = "gregorian") -> date | None:
    """The day, None where the calendar lacks it or our table of Hijri months (1343-1500) does not reach it."""
    if calendar == "hijri":
        return _from_hijri(year, month, day)
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def _from_hijri(year: int, month: int, day: int) -> date | None:
    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def hijri_year(ref: date) -> int | None:
    """The Hijri year of a day, None outside the table."""
    try:
        return int(Gregorian(ref.year, ref.month, ref.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None


def year_in(calendar: str, year: int, month: int) -> int:
    """The year by which ``calendar`` itself counts, where a Hijri month stands with a Gregorian year ("Ramadan 2015").

    It is that of the month which begins in the Gregorian year, the first of two; ``year`` as it is where it fits.
    """
    if calendar != "hijri" or year < FIRST_FOREIGN_YEAR:
        return year
    begun = hijri_year(date(year, 1, 1)) if year <= date.max.year else None
    for own in range(begun, begun + 2) if begun is not None else ():
        days = month_days(own, month, calendar)
        if days is not None and days[0].year == year:
            return own
    return year


def shifted(ref: date, count: int, unit: str) -> date | None:
    """The day ``count`` units from ``ref``, where its month lacks it that month's last. None beyond the calendar."""
    if unit in _MONTHS:
        months = ref.year * 12 + ref.month - 1 + count * _MONTHS[unit]
        year, month = divmod(months, 12)
        if not date.min.year <= year <= date.max.year:
            return None
        return date(year, month + 1, min(ref.day, monthrange(year, month + 1)[1]))
    try:
        return ref + timedelta(days=count * _UNIT_DAYS.get(unit, 1))
    except OverflowError:
        return None


def month_days(year: int, month: int, calendar: str = "gregorian") -> Days | None:
    """First and last day of a month."""
    first = day_of(year, month, 1, calendar)
    after = day_of(year + month // 12, month % 12 + 1, 1, calendar)
    if first is None or after is None:
        return None
    return first, after - timedelta(days=1)


def year_days(year: int, calendar: str = "gregorian") -> Days | None:
    """First and last day of a year."""
    first, last = month_days(year, 1, calendar), month_days(year, 12, calendar)
    return (first[0], last[1]) if first and last else None


def season_days(year: int, first_month: int) -> Days | None:
    """Three months from ``first_month``; a winter is named for the year that it ends in."""
    begin = month_days(year - 1 if first_month == 12 else year, first_month)
    end = month_days(year, (first_month + 1) % 12 + 1)
    return (begin[0], end[1]) if begin and end else None


def week_days(ref: date, week_starts: int) -> Days | None:
    """The week around ``ref`` that begins on weekday ``week_starts`` (Monday is 0)."""
    first = shifted(ref, -((ref.weekday() - week_starts) % 7), "day")
    last = shifted(first, 6, "day") if first else None
    return (first, last) if first and last else None


def unit_days(ref: date, unit: str, week_starts: int) -> Days | None:
    """The calendar unit around ``ref``."""
    if unit == "week":
        return week_days(ref, week_starts)
    if unit == "month":
        return month_days(ref.year, ref.month)
    if unit in AGES:
        return age_days(ref.year, unit)
    return year_days(ref.year) if unit == "year" else (ref, ref)


def age_days(year: int, unit: str) -> Days | None:
    """The decade (2010 to 2019) or century (1901 to 2000) of a year."""
    length = AGES[unit]
    first = year - (year - 1) % length if unit == "century" else year - year % length
    if not date.min.year <= first <= date.max.year + 1 - length:
        return None
    return date(first, 1, 1), date(first + length - 1, 12, 31)


def edge_of(days: Days, edge: str | None, unit: str) -> Days:
    """The start, middle or end of a unit: the first, second or last ten days of a month, quarters of a year."""
    first, last = days
    if edge is None or unit == "day":
        return days
    if unit == "week":
        low, high = _EDGE_OF_WEEK[edge]
        return first + timedelta(days=low), first + timedelta(days=high)
    if unit == "month":
        low, high = _EDGE_DAYS[edge]
        return first + timedelta(days=low - 1), min(last, first + timedelta(days=high - 1))
    if unit in AGES:
        third, place = AGES[unit] // 3, ("start", "middle", "end").index(edge)
        begin = date(first.year + place * third, 1, 1)
        return begin, last if edge == "end" else date(begin.year + third - 1, 12, 31)
    if unit == "year" and first == date(first.year, 1, 1):
        low, high = _EDGE_MONTHS[edge]
        return date(first.year, low, 1), date(first.year, high, monthrange(first.year, high)[1])
    third = (last - first).days // 3
    place = ("start", "middle", "end").index(edge)
    return first + timedelta(days=place * third), last if edge == "end" else first + timedelta(days=(place + 1) * third)
