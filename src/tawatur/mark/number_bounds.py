"""What bounds a number: the words beside it, and a second number that closes a range."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tawatur.lang.forms import ARTICLE
from tawatur.lang.lexicon import Hit, Page
from tawatur.lang.number_tokens import AND
from tawatur.lang.numerals import Figure
from tawatur.lang.schema import NumberRule
from tawatur.mark.number_kinds import COUNT, Rules
from tawatur.mark.spans import end_before
from tawatur.model.count import Quantity

_BEFORE_GAP: Final = 5
_AFTER_GAP: Final = 24
_JOINER_GAP: Final = 8
_RISE_REACH: Final = 60
_REACH: Final = 100
"""No qualifier that can bound a number ends further behind it: the gap, and the longest qualifier."""
_ROUND: Final = 1000
_BREAKS: Final = re.compile("[.,;:!?0-9\n\u060c\u061b\u061f]")


class Bounded(NamedTuple):
    """A number, or a range of two, with its bounds: ``start`` to ``end`` in the folded view."""

    start: int
    end: int
    quantity: Quantity
    rule: str


class Bounds:
    """Finds what bounds the numbers of one page."""

    __slots__ = ("_ends", "_rules", "_view", "_words")

    def __init__(self, page: Page, rules: Rules) -> None:
        self._view = page.view
        self._rules = rules
        self._words = rules.of("qualifier")
        self._ends = [hit.end for hit, _ in self._words]

    def of(self, figures: Sequence[Figure]) -> Iterator[Bounded]:
        """The numbers that count among ``figures``, with their bounds; two that make a range are one."""
        joiners = _Joiners(self._view, self._rules)
        at = 0
        while at < len(figures):
            low, high = figures[at], figures[at + 1] if at + 1 < len(figures) else None
            at += 1
            if low.kind != COUNT:
                continue
            start = joiners.start_of_range(low, high) if high else None
            if high is None or start is None:
                yield self._bounded(low)
                continue
            at += 1
            yield Bounded(start, high.end, Quantity(_lower(low, high), int(high.value), None, "about"), low.rule)

    def _bounded(self, figure: Figure) -> Bounded:
        """One number with the words beside it: those before it are in its span, those after it are not."""
        near = self._words[
            bisect_left(self._ends, figure.start - _BEFORE_GAP) : bisect_left(self._ends, figure.end + _REACH)
        ]
        found = next(((hit, row) for hit, row in near if self._beside(hit, row, figure)), None)
        if found is None:
            return Bounded(figure.start, figure.end, bound(int(figure.value), "exact"), figure.rule)
        hit, row = found
        quantity = bound(int(figure.value) - int(row.below), row.qualifier or "exact")
        return Bounded(figure.start if row.after else hit.start, figure.end, quantity, hit.entry.rule)

    def _beside(self, hit: Hit, row: NumberRule, figure: Figure) -> bool:
        """Whether a qualifier bounds a number: right before it, or a counted noun or two after it in the same clause."""
        if hit.end <= figure.start and not row.after:
            between = self._view[hit.end + len(hit.after) : figure.start]
            return len(between) <= _BEFORE_GAP and between.strip(" (") in ("", ARTICLE)
        if row.after and hit.start >= figure.end:
            between = self._view[figure.end : hit.start]
            return len(between) <= _AFTER_GAP and not _BREAKS.search(between)
        return False


class _Joiners:
    """The words that join two numbers to a range."""

    __slots__ = ("_between", "_from", "_or", "_rises", "_to", "_view")

    def __init__(self, view: str, rules: Rules) -> None:
        self._view = view
        self._between = {hit.end: hit.start for hit, _ in rules.of("between")}
        self._from = {hit.end for hit, _ in rules.of("from")}
        self._or, self._to = rules.starts("or"), rules.starts("to")
        self._rises = sorted(hit.start for hit, _ in rules.of("rise"))

    def start_of_range(self, low: Figure, high: Figure) -> int | None:
        """Where the range of two numbers begins; None where they make none."""
        gap = self._view[low.end : high.start]
        if high.kind != COUNT or len(gap) > _JOINER_GAP or _lower(low, high) >= high.value or "\n" in gap:
            return None
        word = low.end + len(gap) - len(gap.lstrip(" "))
        head = end_before(self._view, low.start, " ")
        opened = self._between.get(head)
        start = low.start if opened is None else opened
        joined = gap.strip(" ").removesuffix(ARTICLE).strip(" ")
        if joined == "-" or word in self._or:
            return start
        if word in self._to:
            return None if head in self._from and self._risen(head) else start
        return start if joined == AND and opened is not None else None

    def _risen(self, at: int) -> bool:
        """Whether a figure is said to rise or fall there: it then has two values, one after the other."""
        first = bisect_left(self._rises, at - _RISE_REACH)
        return first < len(self._rises) and self._rises[first] < at


def _lower(low: Figure, high: Figure) -> int:
    """The lower bound of a range; in "five to seven thousand" both are thousands."""
    scaled = int(low.value) * high.scale
    return scaled if low.scale == 1 < high.scale and scaled < high.value else int(low.value)


def bound(value: int, qualifier: str) -> Quantity:
    """What a number bounds under its qualifier.

    "More than 25" begins at 26, but "more than 50 thousand" is a round figure and begins at itself.
    """
    if qualifier == "more_than":
        low = value if value >= _ROUND and value % _ROUND == 0 else value + 1
        return Quantity(low, None, low, qualifier)
    if qualifier == "at_least":
        return Quantity(value, None, value, qualifier)
    if qualifier == "up_to":
        return Quantity(1, value, None, qualifier)
    return Quantity(value, value, value, qualifier)
