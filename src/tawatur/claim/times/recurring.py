"""Times that come again every year or month, seen from one day: a date without its year, a month, a season, a feast."""

from datetime import date
from typing import Final

from tawatur.claim.times.calendar import Days, day_of, hijri_year, month_days, season_days, shifted
from tawatur.claim.times.meant import NIGHTS, Ways, in_stretch, on_day, on_days, weekday_note, with_night
from tawatur.model.time import TimeMeant, TimeSaid

YEARS_BACK: Final = 9
"""A 29 February lies at most eight years back."""
SOON: Final = 21
"""Days after a report's given day within which the date that its text calls its own lies."""
FRIDAY: Final = 4
"""The weekend of most Arab countries, Syria among them, is Friday and Saturday."""


def date_seen(said: TimeSaid, ref: date, ways: Ways) -> TimeMeant:
    """A day of a named month, or of none, without its year."""
    if said.day is None:
        return on_day(None, "no day is said")
    if said.month is None:
        found = _day_and_weekday(said, said.day, ref) or _day_of_month(said, said.day, ref)
        return with_night(
            said, on_day(found, f"that day of the month, seen from {ref}" + weekday_note(said, found)), ref
        )
    soon = _soon(said, said.month, said.day, ref)
    if soon is not None:
        why = f"that day lies {(soon - ref).days} days after {ref}, the report's own day" + weekday_note(said, soon)
        return with_night(said, on_day(soon, why), soon)
    why = f"the {'next' if onward(said) else 'last'} such day seen from {ref}"
    for year in _years(said, ref):
        found = day_of(year, said.month, said.day, said.calendar)
        if found is not None and _fits(found, found, said, ref):
            return with_night(said, on_day(found, why + weekday_note(said, found)), ref)
    return on_day(None, "no near year has such a day")


def _soon(said: TimeSaid, month: int, day: int, ref: date) -> date | None:
    """The day that a text calls today, or names with its weekday, where it lies shortly after the report's given day.

    The given day is then wrong (that of the happening, say), and what the text itself says stands. The weekday has to
    be that of the day, and must not be that of the last such day.
    """
    today = said.offset == 0 and said.unit == "day"
    if onward(said) or said.direction is not None or (said.weekday is None and not today):
        return None
    found = next(
        (one for one in (day_of(ref.year + n, month, day, said.calendar) for n in (0, 1)) if one and one > ref), None
    )
    if said.calendar == "hijri" or found is None or (found - ref).days > SOON:
        return None
    if said.weekday is None:
        return found
    last = day_of(found.year - 1, month, day, said.calendar)
    return found if found.weekday() == said.weekday and (last is None or last.weekday() != said.weekday) else None


def _day_of_month(said: TimeSaid, day: int, ref: date) -> date | None:
    """A day of a month that is not named: of the month counted from this one, else the last such day."""
    counted = said.unit == "month" and said.offset is not None
    for away in (said.offset or 0,) if counted else (0, 1, 2) if said.ahead else (0, -1, -2):
        month = shifted(ref.replace(day=1), away, "month")
        found = day_of(month.year, month.month, day) if month else None
        if found is not None and (counted or (found >= ref if said.ahead else found <= ref)):
            return found
    return None


def _day_and_weekday(said: TimeSaid, day: int, ref: date) -> date | None:
    """The nearest day of a month without its name that falls on the weekday said; None where none is said or near."""
    if said.weekday is None or said.offset is not None:
        return None
    months = (shifted(ref.replace(day=1), away, "month") for away in (0, -1, 1, -2, 2, *range(-3, -12, -1)))
    found = (day_of(month.year, month.month, day) for month in months if month is not None)
    return next((one for one in found if one is not None and one.weekday() == said.weekday), None)


def month_seen(said: TimeSaid, ref: date, ways: Ways) -> TimeMeant:
    """A month without its year, or the edge or slice of it that is said."""
    for year in _years(said, ref):
        days = month_days(year, said.month, said.calendar) if said.month else None
        if days is not None and _fits(*days, said, ref):
            return in_stretch(said, days, "month", f"the {_which(said)} such month seen from {ref}", ref)
    return on_day(None, "no near year has such a month")


def season_seen(said: TimeSaid, ref: date, ways: Ways) -> TimeMeant:
    """A season without its year."""
    for year in _years(said, ref):
        days = season_days(year, said.month) if said.month else None
        if days is not None and _fits(*days, said, ref):
            return in_stretch(said, days, "season", f"the {_which(said)} such season seen from {ref}", ref)
    return on_day(None, "no near year has such a season")


def feast_seen(said: TimeSaid, ref: date, ways: Ways) -> TimeMeant:
    """A feast without its year."""
    for year in _years(said, ref):
        days = feast_days(said, year)
        if days is not None and _fits(*days, said, ref):
            return feast_meant(days, said, f"the {_which(said)} such feast seen from {ref}")
    return on_day(None, "no near year has such a feast")


def feast_days(said: TimeSaid, year: int) -> Days | None:
    """First and last day of a feast."""
    last = said.until
    if last is None or said.month is None or said.day is None or last.month is None or last.day is None:
        return None
    begin = day_of(year, said.month, said.day, said.calendar)
    end = day_of(year, last.month, last.day, said.calendar)
    return (begin, end) if begin and end else None


def feast_meant(days: Days | None, said: TimeSaid, why: str) -> TimeMeant:
    """A feast, or the day of it that is said. Where the moon is watched, it can differ by a day."""
    moon = "; by the calendar of Umm al-Qura, a sighting of the moon can differ by a day"
    why += moon if said.calendar == "hijri" else ""
    if said.part in NIGHTS and days is not None:  # the night of a feast is the one before it
        return on_days(shifted(days[0], -1, "day"), days[0], "night", why)
    return in_stretch(said, days, "span", why)


def weekend_seen(said: TimeSaid, ref: date, ways: Ways) -> TimeMeant:
    """A weekend, from Friday to Saturday."""
    back = (ref.weekday() - FRIDAY) % 7
    if said.direction == "this":
        back = 1 if back == 1 else back - 7 if back else 0
    elif onward(said):
        back -= 7
    elif said.direction == "last" and back <= 1:
        back += 7
    first = shifted(ref, (said.odd_days or 0) - back, "day")
    last = shifted(first, 1, "day") if first else None
    which = "week's" if said.direction == "this" else _which(said)
    return on_days(first, last, "span", f"the {which} Friday and Saturday seen from {ref}")


def onward(said: TimeSaid) -> bool:
    """Whether a time lies ahead of the day from which it is told."""
    return said.direction == "next" or said.ahead


def _which(said: TimeSaid) -> str:
    return "next" if said.ahead else said.direction or "last"


def _years(said: TimeSaid, ref: date) -> list[int]:
    """The years in which to look, the likeliest first."""
    own = hijri_year(ref) if said.calendar == "hijri" else ref.year
    if own is None:
        return []
    if said.unit == "year" and said.offset is not None:
        return [own + said.offset]
    if onward(said):
        return list(range(own, own + YEARS_BACK))
    return list(range(own + 1, own - YEARS_BACK, -1))


def _fits(first: date, last: date, said: TimeSaid, ref: date) -> bool:
    """Whether a stretch lies where the words point: behind, before or around ``ref``."""
    if said.unit == "year" and said.offset is not None:
        return True
    if said.direction == "next":
        return first > ref
    if said.ahead:
        return last >= ref
    if said.direction == "last":
        return last < ref
    if said.direction == "this" and said.form == "date":
        return first.year <= ref.year
    return first <= ref
