"""What a time means: the days it stands for, seen from the day of the report that says it.

News looks back: a weekday, month or day without more is the last one; the report's own weekday is that very day.
"""

from dataclasses import replace
from datetime import date
from typing import Final

from tawatur.claim.times.calendar import Days
from tawatur.claim.times.meant import Ways
from tawatur.claim.times.seen import seen_from, written_out
from tawatur.model.time import UNKNOWN_TIME, TimeMeant, TimeSaid

SATURDAY: Final = 5
_LOOKS_BACK: Final = frozenset({"weekday", "date", "month"})


def resolve(
    said: TimeSaid, *, day: Days | None, as_of: date | None = None, week_starts: int = SATURDAY, widen: bool = True
) -> TimeMeant:
    """The days that ``said`` means; never raises.

    ``day`` is the first and last possible day of the report, None where unknown; a span of possible days gives a span.
    ``as_of`` is a day after which the report cannot have been written. ``week_starts`` is a weekday, Monday being 0.
    Who says "two months ago" counts no days: with ``widen`` such a count means some days around the one it leads to,
    else that very day, with the precision of the unit. Days are None, with a ``why``, where the report's day is wanted
    and unknown, or no calendar has such a day.
    """
    ways = Ways(week_starts, widen)
    if said.until is not None and said.form != "feast":
        return _range(said, said.until, day=_until(day, as_of), ways=ways)
    if said.anchor is not None:
        return _counted_on(said, day=_until(day, as_of), ways=ways)
    exact = written_out(said)
    if exact is not None:
        return exact
    seen = _until(day, as_of)
    if seen is None:
        return UNKNOWN_TIME
    first, last = _narrowed(said, seen)
    low = seen_from(said, first, ways)
    return low if first == last else _joined(low, seen_from(said, last, ways), "the report's own day")


def _counted_on(said: TimeSaid, *, day: Days | None, ways: Ways) -> TimeMeant:
    """A time that counts from an earlier one of the text, once that one is known; nothing is guessed where it is not."""
    if said.base is None:
        return TimeMeant(None, None, "unknown", "it counts from another time of the text")
    base = resolve(said.base, day=day, week_starts=ways.week_starts, widen=ways.widen)
    if base.start is None or base.end is None:
        return TimeMeant(None, None, "unknown", f"it counts from an earlier time of the text: {base.why}")
    first, last = base.start, base.end
    if said.base.until is not None:  # what follows on a range follows on its end
        first = last = first if (said.offset or 0) < 0 else last
    low = seen_from(said, first, ways)
    if first != last:
        low = _joined(low, seen_from(said, last, ways), "what it counts from")
    why = f"{low.why}, the earlier time of the text ({base.why})"
    if day is not None and low.start is not None and low.start > day[1] and not said.ahead:
        return TimeMeant(None, None, "unknown", f"{why}: that lies after the report, and nothing looks ahead")
    return replace(low, why=why)


def _until(day: Days | None, as_of: date | None) -> Days | None:
    """The report's possible days that are not after ``as_of``; those given where all are."""
    if day is None or as_of is None or as_of >= day[1] or as_of < day[0]:
        return day
    return day[0], as_of


def _narrowed(said: TimeSaid, day: Days) -> Days:
    """The possible days of the report on which "today, Thursday" can be said; all where none is."""
    if said.form != "offset" or said.weekday is None or said.unit != "day" or said.offset is None:
        return day
    weekday = (said.weekday - said.offset) % 7
    first = date.fromordinal(min(day[0].toordinal() + (weekday - day[0].weekday()) % 7, date.max.toordinal()))
    last = date.fromordinal(max(day[1].toordinal() - (day[1].weekday() - weekday) % 7, 1))
    return (first, last) if first <= last else day


def _joined(low: TimeMeant, high: TimeMeant, what: str) -> TimeMeant:
    """From the meaning on the first possible day to that on the last; ``what`` is known only so."""
    if low.start is None or high.end is None or low == high:
        return low if low.start is None or low == high else high
    precision = low.precision if (low.start, low.end) == (high.start, high.end) else "span"
    return TimeMeant(low.start, high.end, precision, f"{low.why}; {what} is known only as a span")


def _range(said: TimeSaid, until: TimeSaid, *, day: Days | None, ways: Ways) -> TimeMeant:
    """From the start of the first half to the end of the second."""
    end = resolve(until, day=day, week_starts=ways.week_starts, widen=ways.widen)
    begin = replace(said, until=None, ahead=False)
    counts_back = begin.form in _LOOKS_BACK and begin.offset is None and end.start is not None and end.end is not None
    seen = (end.start, end.end) if counts_back and end.start and end.end else day
    start = resolve(begin, day=seen, week_starts=ways.week_starts, widen=ways.widen)
    if start.start is None or end.end is None:
        known = start if end.end is None else end
        return TimeMeant(start.start, end.end, "span" if known.start else "unknown", f"a range; {known.why}")
    if start.start <= end.end:
        return TimeMeant(start.start, end.end, "span", f"from {start.start} to {end.end}: {start.why}; {end.why}")
    return TimeMeant(
        start.start, start.end, "span", f"{start.why}; the range would end before it begins, its end is left out"
    )
