"""Times in two steps: what is written, and what it means."""

from dataclasses import dataclass
from datetime import date

from tawatur.model.quick import quickly_made


@quickly_made
@dataclass(frozen=True, slots=True)
class TimeSaid:
    """A time as written, before anybody asks which day it is. What is not written is None.

    ``form``: date, month, year, weekday, offset ("yesterday", "three days ago"), duration, season, feast, weekend, now,
    clock. ``calendar``: gregorian or hijri. ``offset`` counts ``unit`` (minute, hour, day, week, month, year, decade,
    century); the past is negative. ``edge``: start, middle, end of the named stretch, or rest, later, earlier, seen
    from the report's day. ``part``: of the day (dawn, morning …). ``bound``: since or until. ``direction``: last, this,
    next. ``ahead``: a word beside it looks ahead ("will meet on Friday"). ``until``: the second half of a range, or a
    feast's last day. A season's ``month`` is its first. ``about``: more_than, less_than or about, where the number is
    only bounded so. ``odd_days`` stand beyond whole months: "a month and 21 days ago" is -1 month, -21 odd days; or
    beyond a weekday: "the Friday before last" is -7.

    ``nth`` of the ``slice`` (day, week, weekday, quarter, half) of a stretch is meant; -1 is the last one.
    ``anchor``: other where it counts from something named ("two days after the talks"), text where it counts from an
    earlier time of the text ("a month after that"), which is ``base`` once it is found.
    """

    form: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    calendar: str = "gregorian"
    offset: int | None = None
    unit: str | None = None
    edge: str | None = None
    part: str | None = None
    bound: str | None = None
    direction: str | None = None
    until: "TimeSaid | None" = None
    anchor: str | None = None
    about: str | None = None
    odd_days: int | None = None
    nth: int | None = None
    slice: str | None = None
    ahead: bool = False
    base: "TimeSaid | None" = None


@quickly_made
@dataclass(frozen=True, slots=True)
class TimeMeant:
    """The days that a time means: ``start`` to ``end``, both included; None where it stays unknown.

    ``precision``: day, night, week, month, season, year, span. ``why`` is a sentence: from what it was resolved.
    """

    start: date | None
    end: date | None
    precision: str
    why: str


UNKNOWN_TIME = TimeMeant(None, None, "unknown", "no day is said and the report's own day is unknown")


@quickly_made
@dataclass(frozen=True, slots=True)
class DayHint:
    """Something in a report that tells its own day: a dateline, "today, Thursday", an embedded post's date.

    ``kind``: dateline (the report says its own day), today (a day called "today"), posted (an embedded post's day,
    not after the report's), mentioned (an explicit full date, not after the report's unless announced).
    """

    kind: str
    said: TimeSaid
    quote: str
    rule: str


@quickly_made
@dataclass(frozen=True, slots=True)
class ReportDay:
    """The day a report speaks from: ``start`` to ``end``, narrowed and never guessed; None where unknown."""

    report: str
    start: date | None
    end: date | None
    why: str
