"""The names under which a token may stand in an order of the times file: its role, and what its value allows."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from tawatur.mark.time_tokens import WORD, Token

GREGORIAN_YEARS: Final = range(1800, 2101)
HIJRI_YEARS: Final = range(1300, 1500)
NEAR_YEARS: Final = range(1950, 2050)
OLD_YEARS: Final = range(1000, 1800)
"""Years of books; they stand only after a day and month."""
MOST_SLICES: Final = 5
_LONG_UNITS: Final = frozenset({"week", "month", "year"})
_VALUE: Final = Token._fields.index("value")
_WORD_ONLY: Final = frozenset({WORD})


def names_of(token: Token) -> frozenset[str]:
    """Every name under which ``token`` may stand in an order."""
    if token.role == WORD:  # most of a page, and no test asks for it
        return _WORD_ONLY
    return _names_like(token.role, token[_VALUE:])


@lru_cache(maxsize=4096)
def _names_like(role: str, said: tuple[Any, ...]) -> frozenset[str]:
    """The names of every token that differs from others only in where it stands."""
    token = Token(role, 0, 0, *said)
    own = {role} if role not in _TESTS else set()
    return frozenset(own | {name for name, test in _TESTS.items() if test(token)})


def _role(*roles: str) -> Callable[[Token], bool]:
    return lambda token: token.role in roles


def _number(low: int, high: int, digits: Sequence[int]) -> Callable[[Token], bool]:
    def test(token: Token) -> bool:
        in_range = token.value is not None and low <= token.value <= high
        return token.role == "number" and token.digits in digits and in_range

    return test


def _unit(grammatical: str | None, *, definite: bool | None = None, unit: str | None = None) -> Callable[[Token], bool]:
    def test(token: Token) -> bool:
        return (
            token.role == "unit"
            and grammatical in (None, token.grammatical)
            and definite in (None, token.definite)
            and unit in (None, token.unit)
        )

    return test


def _the_unit(token: Token) -> bool:
    """A definite unit; the word for "today" is also "the day"."""
    return _unit("singular", definite=True)(token) or _today(token)


def _long_unit(token: Token) -> bool:
    """A definite week, month or year: "the last of the day" is as often "another, today"."""
    return _unit("singular", definite=True)(token) and token.unit in _LONG_UNITS


def _nth(token: Token) -> bool:
    """A small ordinal, or "the last"."""
    return token.role == "recent" or (token.role == "ordinal" and (token.value or 0) <= MOST_SLICES)


def _today(token: Token) -> bool:
    return token.role == "rel" and token.value == 0 and token.text is None


_month_number: Final = _number(1, 12, (1, 2))
_month_day: Final = _number(1, 31, (1, 2))
_one: Final = _number(1, 1, (0,))
_word_number: Final = _number(1, 31, (0,))
_TESTS: Final[Mapping[str, Callable[[Token], bool]]] = {
    "month-number": _month_number,
    "monthday": _month_day,
    "big-day": _number(13, 31, (2,)),
    "word-day": _word_number,
    "one": _one,
    "ordinal-day": _role("ordinal"),
    "day": lambda token: token.role == "ordinal" or _month_day(token) or _word_number(token),
    "year": _number(GREGORIAN_YEARS[0], GREGORIAN_YEARS[-1], (4,)),
    "hijri-year": _number(HIJRI_YEARS[0], HIJRI_YEARS[-1], (4,)),
    "near-year": _number(NEAR_YEARS[0], NEAR_YEARS[-1], (4,)),
    "short-year": _number(0, 99, (2,)),
    "old-year": _number(OLD_YEARS[0], OLD_YEARS[-1], (4,)),
    "said-year": _number(NEAR_YEARS[0], NEAR_YEARS[-1], (0, 4)),
    "word-year": _number(GREGORIAN_YEARS[0], GREGORIAN_YEARS[-1], (0,)),
    "before": _role("ago"),
    "after": _role("later"),
    "range": _role("to", "until", "-"),
    "hours": lambda token: token.role == "hours" or _unit("plural", unit="hour")(token),
    "n": _role("number"),
    "late-n": _role("number"),
    "unit": _unit(None),
    "unit-one": _unit("singular", definite=False),
    "unit-two": _unit("dual"),
    "unit-many": _unit("plural"),
    "the-unit": _the_unit,
    "long-unit": _long_unit,
    "weak-month": lambda token: token.role == "month" and token.weak,
    "day-word": lambda token: _unit("singular", unit="day")(token) or _today(token),
    "the-month": _unit("singular", definite=True, unit="month"),
    "the-week": _unit("singular", definite=True, unit="week"),
    "named-week": _unit("singular", definite=True, unit="week"),
    "its-unit": _the_unit,
    "its-age": _role("age"),
    "its-dir": _role("dir"),
    "present": lambda token: token.role == "now" or _today(token),
    "nth": _nth,
    "nth-word": _role("first-word", "last-word"),
    "edge-word": lambda token: token.role in ("first-word", "last-word") and token.text is not None,
    "nth-weekday": _role("weekday"),
    "slice-day": lambda token: _unit("singular", unit="day")(token) or _today(token),
    "slice-days": _unit("plural", unit="day"),
    "slice-week": _unit("singular", unit="week"),
    "the-half": lambda token: token.role == "half" and token.definite,
    "month-word": _unit("singular", unit="month"),
    "year-word": _unit(None, unit="year"),
    "years-word": _unit("dual", unit="year"),
    "strong-month": lambda token: token.role == "month" and not token.weak,
    "hijri-month": lambda token: token.role == "month" and token.calendar == "hijri",
    "midnight": lambda token: token.role == "part" and token.text == "midnight",
    "the-season": lambda token: token.role == "season" and token.definite,
    "season": lambda token: token.role == "season" and not token.definite,
}
