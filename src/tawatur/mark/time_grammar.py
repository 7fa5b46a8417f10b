"""The orders in which words of time stand, read from the pack, and the longest that fits at a place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from tawatur.lang.pack import Pack
from tawatur.lang.schema import TimeRule
from tawatur.mark.time_names import names_of
from tawatur.mark.time_tokens import WORD, Token
from tawatur.model.errors import PackError
from tawatur.model.quick import quickly_made

CLAUSE_END: Final = "end"
CLOSING: Final = frozenset({",", ".", "!", ":", ")", "\n", "in", "and"})
"""After a day of the month without a month nothing may follow that could be counted."""
_NOTHING: Final = frozenset({"nothing"})
"""What stands behind the last token."""
_CLOSING_OR_END: Final = CLOSING | _NOTHING
GLUE: Final = frozenset({",", "in", "dated-noun"})
"""What a time neither begins nor ends with: the pact that is called by its year is no part of the year."""


class Step(NamedTuple):
    """One place in an order: roles or ``@shapes`` that may stand there."""

    names: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """An order from one of its steps on: the names of tokens that it may open with, and whether it fits no token at all.

    Most orders fail at their first token; asking for ``first`` before anything else keeps a page of words cheap.
    """

    names: tuple[str, ...]
    optional: bool
    rest: "Way | None"
    first: frozenset[str]
    empty: bool


Order = tuple[Step, ...]
Binding = tuple[str, Token]
Fit = tuple[Binding, ...]
Placed = tuple[tuple[str, int], ...]
"""A fit whose tokens are told by their places in a row."""


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


@quickly_made
@dataclass(frozen=True, slots=True)
class Opening:
    """An order of a pattern with the names that a token may bear with which it opens."""

    pattern: Pattern
    way: Way | None
    first: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The orders of all patterns as they stand in the file, and the shapes that they share.

    No order takes more than ``reach`` tokens, and none a token that bears only names of ``foreign``.
    """

    openings: tuple[Opening, ...]
    shapes: Mapping[str, tuple[Way | None, ...]]
    reach: int
    foreign: frozenset[str]


@lru_cache(maxsize=4096)
def _openings(grammar: Grammar, names: frozenset[str]) -> tuple[Opening, ...]:
    """What may open with a token that bears these names."""
    return tuple(opening for opening in grammar.openings if not names.isdisjoint(opening.first))


class Found(NamedTuple):
    """A pattern that fits: its tokens under the names that it gave them."""

    pattern: Pattern
    bindings: Fit


@cache
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
            Opening(pattern, _way(order, shapes), _first(order, shapes))
            for pattern in patterns
            for order in orders[pattern]
            if pattern.role != "shape"
        ),
        {name: tuple(_way(order, shapes) for order in listed) for name, listed in shapes.items()},
        max((_size(order, shapes) for listed in orders.values() for order in listed), default=0),
        frozenset({WORD})
        - {name for listed in orders.values() for order in listed for step in order for name in step.names},
    )


def _size(order: Order, shapes: Mapping[str, tuple[Order, ...]]) -> int:
    """How many tokens an order takes at most."""
    return sum(
        max(1 if name[0] != "@" else max(_size(inner, shapes) for inner in shapes[name[1:]]) for name in step.names)
        for step in order
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


def _way(order: Order, shapes: Mapping[str, tuple[Order, ...]]) -> Way | None:
    """An order made ready for reading; None where it has no step."""
    if not order:
        return None
    step, rest = order[0], _way(order[1:], shapes)
    skips = step.optional or any(_fits_nothing(name, shapes) for name in step.names)
    first = _first((step._replace(optional=False),), shapes)
    return Way(
        step.names,
        step.optional,
        rest,
        first | rest.first if skips and rest else first,
        skips and (rest is None or rest.empty),
    )


def _fits_nothing(name: str, shapes: Mapping[str, tuple[Order, ...]]) -> bool:
    """Whether a name of a step fits without a token."""
    if not name.startswith("@"):
        return name == CLAUSE_END
    return any(
        all(step.optional or any(_fits_nothing(inner, shapes) for inner in step.names) for step in order)
        for order in shapes[name[1:]]
    )


class Reader:
    """Reads one text's tokens by a grammar."""

    __slots__ = ("_borne", "_grammar", "_tokens")

    def __init__(self, grammar: Grammar, tokens: Sequence[Token]) -> None:
        self._grammar = grammar
        self._tokens = tokens
        self._borne = [*map(names_of, tokens), _NOTHING]

    def longest(self, at: int) -> Found | None:
        """The pattern that takes most tokens from ``at`` on, the earlier one among equals; None if none fits."""
        if not _openings(self._grammar, self._borne[at]):
            return None
        end, last = at, min(at + self._grammar.reach, len(self._tokens))
        while end < last and not self._borne[end] <= self._grammar.foreign:
            end += 1
        found = _longest(self._grammar, tuple(self._borne[at : end + 1]))
        return found and Found(found[0], tuple((name, self._tokens[at + place]) for name, place in found[1]))


@lru_cache(maxsize=1 << 14)
def _longest(grammar: Grammar, borne: tuple[frozenset[str], ...]) -> tuple[Pattern, Placed] | None:
    """The pattern that takes most of a row of tokens, told by the names that each bears.

    What follows a time is soon a word that stands in no order, so the same few rows come again and again.
    """
    reader = _RowReader(grammar, borne)
    best: tuple[Pattern, Placed] | None = None
    for opening in _openings(grammar, borne[0]):
        for fit in reader.fits(opening.way, 0) if opening.way else ():
            bare = _bare(fit)
            if bare and (best is None or len(bare) > len(best[1])):
                best = opening.pattern, bare
    return best


class _RowReader:
    """Reads one row of tokens; what a shape fits at a place is worked out once."""

    __slots__ = ("_borne", "_grammar", "_seen")

    def __init__(self, grammar: Grammar, borne: tuple[frozenset[str], ...]) -> None:
        self._grammar = grammar
        self._borne = borne
        self._seen: dict[tuple[str, int], tuple[Placed, ...]] = {}

    def fits(self, way: Way, at: int) -> list[Placed]:
        """Every fit of ``way`` from ``at`` on. Lists, and no call for what cannot fit: most of the reading time is here."""
        fits: list[Placed] = []
        rest = way.rest
        for name in way.names:
            for front in self._front(name, at):
                if rest is None:
                    fits.append(front)
                elif self._may(rest, at + len(front)):
                    fits += [front + back for back in self.fits(rest, at + len(front))]
        if way.optional and rest is None:
            fits.append(())
        elif way.optional and rest is not None and self._may(rest, at):
            fits += self.fits(rest, at)
        return fits

    def _may(self, way: Way, at: int) -> bool:
        """Whether a way can fit at all with the token that stands there."""
        return way.empty or not way.first.isdisjoint(self._borne[at])

    def _front(self, name: str, at: int) -> Sequence[Placed]:
        """Every way in which one name of a step fits at ``at``."""
        if name in self._borne[at]:
            return (((name, at),),)
        if name[0] == "@":
            return self._shape(name[1:], at)
        if name == CLAUSE_END:
            return () if _CLOSING_OR_END.isdisjoint(self._borne[at]) else ((),)
        return ()

    def _shape(self, name: str, at: int) -> tuple[Placed, ...]:
        """Every way in which a shape fits, each once."""
        found = self._seen.get((name, at))
        if found is None:
            ways = [way for way in self._grammar.shapes[name] if way is not None and self._may(way, at)]
            found = self._seen[name, at] = tuple(dict.fromkeys(fit for way in ways for fit in self.fits(way, at)))
        return found


def _bare(bindings: Placed) -> Placed:
    """The bindings without the glue at either end."""
    first, last = 0, len(bindings)
    while first < last and bindings[first][0] in GLUE:
        first += 1
    while first < last and bindings[last - 1][0] in GLUE:
        last -= 1
    return bindings[first:last]
