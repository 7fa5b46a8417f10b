"""What each word of a time says of it: the part that a token fills under the name that an order gave it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tawatur.mark.time_tokens import Token

CENTURY_TURNS: Final = 50
LAST_OF_ALL: Final = -1
_HALVES: Final = {"year": ("month", 6), "month": ("day", 15), "week": ("day", 3)}
_COUNTED: Final = {"singular": 1, "dual": 2, "plural": None}


@dataclass(slots=True)
class Parts:
    """What the words of one time, or of one half of a range, say. Filled word by word, then read once.

    ``relative`` counts days from the report's, ``counted`` holds units with their numbers, ``unit`` the last unit.
    ``skip`` is how many units "the one before last" is away.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    calendar: str = "gregorian"
    numbered: bool = False
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
    feast_ends: tuple[int, int] | None = None
    weekend: bool = False
    nth: int | None = None
    slice: str | None = None
    skip: int | None = None


Take = Callable[[Parts, Token], None]


def _text_into(field: str) -> Take:
    return lambda parts, token: setattr(parts, field, token.text)


def _value_into(field: str) -> Take:
    return lambda parts, token: setattr(parts, field, token.value)


def _month(parts: Parts, token: Token) -> None:
    parts.month, parts.calendar = token.value, token.calendar


def _month_number(parts: Parts, token: Token) -> None:
    """A month by its number is of whichever calendar the year is."""
    parts.month, parts.numbered = token.value, True


def _season(parts: Parts, token: Token) -> None:
    parts.month, parts.season = token.value, True


def _day(parts: Parts, token: Token) -> None:
    parts.day = token.value
    if token.role == "ordinal" and parts.relative == 0:  # "the first day of July" is no "today"
        parts.relative = None


def _short_year(parts: Parts, token: Token) -> None:
    short = token.value or 0
    parts.year = short + (2000 if short < CENTURY_TURNS else 1900)


def _era(parts: Parts, token: Token) -> None:
    if token.calendar == "hijri":
        parts.calendar = "hijri"


def _decade(parts: Parts, token: Token) -> None:
    parts.year, parts.decade = token.value, True


def _feast(parts: Parts, token: Token) -> None:
    """A feast: the pack writes its first day as month and day in four figures, its last one the same way."""
    parts.month, parts.day = divmod(token.value or 0, 100)
    last_month, last_day = divmod(int(token.text or 0), 100)
    parts.feast_ends, parts.calendar = (last_month, last_day), token.calendar


def _weekend(parts: Parts, token: Token) -> None:
    parts.weekend, parts.direction = True, token.text


def _direction(parts: Parts, token: Token) -> None:
    parts.direction, parts.skip = token.text, token.value


def _nth(parts: Parts, token: Token) -> None:
    """Which one of several: an ordinal, or the last."""
    parts.nth = LAST_OF_ALL if token.value is None else token.value


def _slice(name: str) -> Take:
    return lambda parts, token: setattr(parts, "slice", name)


def _nth_weekday(parts: Parts, token: Token) -> None:
    parts.weekday, parts.slice = token.value, "weekday"


def _relative(parts: Parts, token: Token) -> None:
    parts.relative = token.value
    parts.part = parts.part or token.text


def _part(parts: Parts, token: Token) -> None:
    parts.part = parts.part or token.text


def _unit(parts: Parts, token: Token) -> None:
    """A unit, with the number before it or the one that its dual or singular is."""
    count = parts.count if parts.count is not None else _COUNTED[token.grammatical or "singular"]
    if count is not None and token.unit is not None:
        parts.counted += ((token.unit, count * (token.value or 1)),)
    parts.unit, parts.count = token, None


def _late_count(parts: Parts, token: Token) -> None:
    """A number after its unit: "the days, three of them"."""
    if parts.unit is not None and parts.unit.unit is not None and token.value is not None:
        parts.counted = ((parts.unit.unit, token.value * (parts.unit.value or 1)),)


def _half(parts: Parts, token: Token) -> None:
    """Half of the unit before: of a year in months, of a smaller one in days."""
    if parts.unit is not None and parts.unit.unit in _HALVES:
        parts.counted += (_HALVES[parts.unit.unit],)


DAYS: Final = frozenset({"day", "monthday", "word-day", "ordinal-day", "big-day", "first-of-month"})
MONTHS: Final = frozenset({"month", "hijri-month", "strong-month", "weak-month"})
YEARS: Final = frozenset({"year", "hijri-year", "near-year", "word-year", "old-year", "said-year"})
UNITS: Final = frozenset(
    {"unit", "unit-one", "unit-two", "unit-many", "the-unit", "the-month", "named-week", "age", "long-unit"}
)

TAKES: Final[dict[str, Take]] = {
    **dict.fromkeys(DAYS, _day),
    **dict.fromkeys(MONTHS, _month),
    **dict.fromkeys(YEARS, _value_into("year")),
    **dict.fromkeys(UNITS, _unit),
    **dict.fromkeys(("part", "part-alone", "midnight"), _part),
    **dict.fromkeys(("season", "the-season"), _season),
    **dict.fromkeys(("since", "until", "before", "after"), _text_into("bound")),
    **dict.fromkeys(("recent", "this", "following", "previous", "same", "that"), _text_into("direction")),
    **dict.fromkeys(("edge", "edge-word", "rest", "later-in", "earlier-in", "third"), _text_into("edge")),
    **dict.fromkeys(("nth", "nth-word"), _nth),
    **dict.fromkeys(("weekday-bare", "nth-weekday"), _nth_weekday),
    **dict.fromkeys(("slice-day", "slice-days"), _slice("day")),
    **dict.fromkeys(("the-week", "slice-week"), _slice("week")),
    "quarter": _slice("quarter"),
    "the-half": _slice("half"),
    "dir": _direction,
    "feast": _feast,
    "weekend": _weekend,
    "month-number": _month_number,
    "short-year": _short_year,
    "era": _era,
    "decade": _decade,
    "weekday": _value_into("weekday"),
    "rel": _relative,
    "n": _value_into("count"),
    "late-n": _late_count,
    "half": _half,
    "about": _text_into("about"),
}
"""What a token does under a name; under any other name it only holds its place."""
