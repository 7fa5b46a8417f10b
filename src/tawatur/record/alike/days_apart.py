"""How the days of two claims lie to one another."""

from datetime import date
from typing import Final

from tawatur.record.alike.likeness import tell_alike
from tawatur.record.item import Item
from tawatur.record.rules import Rules

REFUSED = "other"
"""The answer of ``day_relation`` for days on which it cannot be one happening."""
WIDE = "wide"
"""The answer for two spans that meet, each too wide to be a day."""
NIGHT = 2
"""A night is of two days."""
_COUNTED: Final = ("offset", "now", "clock", "duration")
"""Times that say a day only together with that of the report."""


def day_relation(a: Item, b: Item, rules: Rules) -> str:
    """How the days lie: same, overlap, wide, next (the day after), told (of which one is only that of a report), shifted
    (of which one at least hangs on that of a report, while both tell the same figures or name one victim), lasting, meeting
    (spans of a lasting state that overlap), unknown, or other (it cannot be one happening).
    """
    if a.days is None or b.days is None:
        return "unknown"
    apart = gap(a.days, b.days)
    if a.family == b.family and a.family in rules.lasting:
        return "meeting" if apart == 0 else "lasting" if apart <= rules.lasting_gap_days else REFUSED
    if apart == 0:
        return _overlap(a, b, rules)
    if apart != 1 or a.exact is None or b.exact is None:
        return REFUSED
    earlier, later = (a, b) if a.exact < b.exact else (b, a)
    alike = tell_alike(a, b, rules)
    if earlier.settled.said is not None and later.settled.said is None and (alike or a.claim.report != b.claim.report):
        return "told"
    return "shifted" if alike and (_hangs(a) or _hangs(b)) else "next"


def _hangs(item: Item) -> bool:
    """Whether a day hangs on that of the report: none is said, or one that counts from it ("yesterday", "last night")."""
    return all(said.form in _COUNTED and said.weekday is None for said in item.claim.times)


def are_named(a: Item, b: Item, rules: Rules) -> bool:
    """Whether each names its day, so that words in common make two days no one act; only what both tell alike does: one errs."""
    return all(map(_names_its_day, (a, b))) and not tell_alike(a, b, rules)


def _names_its_day(item: Item) -> bool:
    """Whether a weekday or a date is said with it: "today, Tuesday"."""
    return any(said.weekday is not None or said.form == "date" for said in item.claim.times)


def gap(a: tuple[date, date], b: tuple[date, date]) -> int:
    """Days between two spans: 0 where they meet, 1 where one begins on the day after the other ends."""
    return max(0, (b[0] - a[1]).days, (a[0] - b[1]).days)


def width(days: tuple[date, date]) -> int:
    """How many days a span covers, both ends included."""
    return (days[1] - days[0]).days + 1


def _overlap(a: Item, b: Item, rules: Rules) -> str:
    """Spans that meet: a day and a month that holds it say little of one another, so only like widths may join."""
    if a.days == b.days and a.days is not None and width(a.days) <= NIGHT:
        return "same"
    wide = [item.days is not None and width(item.days) > rules.block_days for item in (a, b)]
    if not any(wide):
        return "overlap"
    return WIDE if all(wide) else REFUSED
