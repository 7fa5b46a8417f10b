"""The orders in which words of time stand, read from the pack, and the longest that fits at a place."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from tawatur.lang.pack import Pack
from tawatur.lang.schema import TimeRule
from tawatur.mark.time_tokens import Token
from tawatur.model.errors import PackError

GREGORIAN_YEARS: Final = range(1800, 2101)
HIJRI_YEARS: Final = range(1300, 1500)
NEAR_YEARS: Final = range(1950, 2050)
CLAUSE_END: Final = "end"
CLOSING: Final = frozenset({",", ".", "!", ":", ")", "\n", "in", "and"})
"""After a day of the month without a month nothing may follow that could be counted."""
GLUE: Final = frozenset({",", "in"})
"""What a time neither begins nor ends with."""


class Step(NamedTuple):
    """One place in an order: roles or ``@shapes`` that may stand there."""

    names: tuple[str, ...]
    optional: bool


Order = tuple[Step, ...]
Binding = tuple[str, Token]
Fit = tuple[Binding, ...]


class Pattern(NamedTuple):
    """A rule that finds times (or, ``blocked``, what only looks like one); its fields as in the pack's schema."""

    rule: str
    role: str
    form: str | None
    sign: int | None
    anchored: bool
    lines: tuple[str, ...]

    @property
    def id(self) -> str:
        """The rule's id inside its file."""
        return self.rule.rpartition("#")[2]


@dataclass(frozen=True, slots=True)
class Opening:
    """An order of a pattern with the names that a token may bear with which it opens."""

    pattern: Pattern
    order: Order
    first: frozenset[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The orders of all patterns as they stand in the file, and the shapes that they share."""

    openings: tuple[Opening, ...]
    shapes: Mapping[str, tuple[Order, ...]]


class Found(NamedTuple):
    """A pattern that fits: its tokens under the names that it gave them."""

    pattern: Pattern
    bindings: Fit


def grammar_of(pack: Pack) -> Grammar:
    """The grammar of a pack's times file.

    Raises:
        PackError: a pattern names a shape that does not stand there.
    """
    rows = (row for row in pack.files["times"].rule if isinstance(row, TimeRule) and row.patterns)
    return _grammar(
        tuple(
            Pattern(f"{pack.language}/times#{row.id}", row.role, row.form, row.value, row.anchored, tuple(row.patterns))
            for row in rows
        )
    )


@lru_cache(maxsize=8)
def _grammar(patterns: tuple[Pattern, ...]) -> Grammar:
    orders = {pattern: tuple(_order(line) for line in pattern.lines) for pattern in patterns}
    shapes = {pattern.id: orders[pattern] for pattern in patterns if pattern.role == "shape"}
    for pattern in patterns:
        _check(pattern, orders[pattern], shapes)
    return Grammar(
        tuple(
            Opening(pattern, order, _first(order, shapes))
            for pattern in patterns
            for order in orders[pattern]
            if pattern.role != "shape"
        ),
        shapes,
    )


def _order(line: str) -> Order:
    """A line such as ``day of? @month-name`` as steps."""
    return tuple(Step(tuple(word.removesuffix("?").split("|")), word.endswith("?")) for word in line.split())


def _check(pattern: Pattern, orders: Sequence[Order], shapes: Mapping[str, object]) -> None:
    for name in (name for order in orders for step in order for name in step.names):
        if name.startswith("@") and name[1:] not in shapes:
            raise PackError(
                f"{pattern.rule}: patterns: no shape is called {name!r}; add it or use one that stands there"
            )


def _first(order: Order, shapes: Mapping[str, tuple[Order, ...]]) -> frozenset[str]:
    """The names with which an order may open."""
    names: set[str] = set()
    for step in order:
        for name in step.names:
            names |= {name} if not name.startswith("@") else _union(shapes[name[1:]], shapes)
        if not step.optional:
            break
    return frozenset(names)


def _union(orders: Sequence[Order], shapes: Mapping[str, tuple[Order, ...]]) -> frozenset[str]:
    return frozenset(name for order in orders for name in _first(order, shapes))


class Reader:
    """Reads one text's tokens by a grammar; what a shape fits at a place is worked out once."""

    __slots__ = ("_borne", "_grammar", "_seen", "_tokens")

    def __init__(self, grammar: Grammar, tokens: Sequence[Token]) -> None:
        self._grammar = grammar
        self._tokens = tokens
        self._seen: dict[tuple[str, int], tuple[Fit, ...]] = {}
        self._borne: dict[int, frozenset[str]] = {}

    def longest(self, at: int) -> Found | None:
        """The pattern that takes most tokens from ``at`` on, the earlier one among equals; None if none fits."""
        best: Found | None = None
        names = self._names(at)
        for opening in self._grammar.openings:
            for fit in self._fits(opening.order, at) if not names.isdisjoint(opening.first) else ():
                bare = _bare(fit)
                if bare and (best is None or len(bare) > len(best.bindings)):
                    best = Found(opening.pattern, bare)
        return best

    def _names(self, at: int) -> frozenset[str]:
        """The names that the token at a place bears."""
        found = self._borne.get(at)
        if found is None:
            found = self._borne[at] = _names_of(self._tokens[at]) if at < len(self._tokens) else frozenset()
        return found

    def _fits(self, order: Order, at: int) -> Iterator[Fit]:
        """Every way in which ``order`` fits from ``at`` on."""
        if not order:
            yield ()
            return
        step, rest = order[0], order[1:]
        for name in step.names:
            for front in self._front(name, at):
                yield from (front + back for back in self._fits(rest, at + len(front)))
        if step.optional:
            yield from self._fits(rest, at)

    def _front(self, name: str, at: int) -> tuple[Fit, ...]:
        """Every way in which one name of a step fits at ``at``."""
        if name.startswith("@"):
            return self._shape(name[1:], at)
        if name == CLAUSE_END:
            return ((),) if at == len(self._tokens) or self._tokens[at].role in CLOSING else ()
        return (((name, self._tokens[at]),),) if name in self._names(at) else ()

    def _shape(self, name: str, at: int) -> tuple[Fit, ...]:
        """Every way in which a shape fits, each once."""
        found = self._seen.get((name, at))
        if found is None:
            fits = (fit for order in self._grammar.shapes[name] for fit in self._fits(order, at))
            found = self._seen[name, at] = tuple(dict.fromkeys(fits))
        return found


def _bare(bindings: Fit) -> Fit:
    """The bindings without the glue at either end."""
    first, last = 0, len(bindings)
    while first < last and bindings[first][0] in GLUE:
        first += 1
    while first < last and bindings[last - 1][0] in GLUE:
        last -= 1
    return bindings[first:last]


def _names_of(token: Token) -> frozenset[str]:
    """Every name under which ``token`` may stand in an order."""
    own = {token.role} if token.role not in _TESTS else set()
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


def _today(token: Token) -> bool:
    return token.role == "rel" and token.value == 0 and token.text is None


_month_number: Final = _number(1, 12, (1, 2))
_month_day: Final = _number(1, 31, (1, 2))
_word_number: Final = _number(1, 31, (0,))
_TESTS: Final[Mapping[str, Callable[[Token], bool]]] = {
    "month-number": _month_number,
    "monthday": _month_day,
    "big-day": _number(13, 31, (2,)),
    "word-day": _word_number,
    "ordinal-day": _role("ordinal"),
    "day": lambda token: token.role == "ordinal" or _month_day(token) or _word_number(token),
    "year": _number(GREGORIAN_YEARS[0], GREGORIAN_YEARS[-1], (4,)),
    "hijri-year": _number(HIJRI_YEARS[0], HIJRI_YEARS[-1], (4,)),
    "near-year": _number(NEAR_YEARS[0], NEAR_YEARS[-1], (4,)),
    "short-year": _number(0, 99, (2,)),
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
    "day-word": lambda token: _unit("singular", unit="day")(token) or _today(token),
    "the-month": _unit("singular", definite=True, unit="month"),
    "the-week": _unit("singular", definite=True, unit="week"),
    "named-week": _unit("singular", definite=True, unit="week"),
    "its-unit": _the_unit,
    "present": lambda token: token.role == "now" or _today(token),
    "nth": _role("ordinal", "recent"),
    "month-word": _unit("singular", unit="month"),
    "year-word": _unit(None, unit="year"),
    "years-word": _unit("dual", unit="year"),
    "strong-month": lambda token: token.role == "month" and not token.weak,
    "hijri-month": lambda token: token.role == "month" and token.calendar == "hijri",
    "midnight": lambda token: token.role == "part" and token.text == "midnight",
    "the-season": lambda token: token.role == "season" and token.definite,
    "season": lambda token: token.role == "season" and not token.definite,
}
