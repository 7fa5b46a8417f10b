"""Numbers with the words that bound them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from tawatur.lang.lexicon import Hit, Page
from tawatur.lang.numerals import Numeral, read_numbers
from tawatur.lang.pack import Pack
from tawatur.lang.schema import NumberRule
from tawatur.mark.spans import Covered
from tawatur.model.count import Quantity
from tawatur.model.mark import NumberMark, TimeMark
from tawatur.model.text import Span

_BEFORE_GAP: Final = 2
_AFTER_GAP: Final = 24
_REACH: Final = 100
"""No qualifier that can bound a number ends further behind it: the gap, and the longest qualifier."""
_ROUND: Final = 1000


def mark_numbers(page: Page, pack: Pack, times: Sequence[TimeMark]) -> tuple[NumberMark, ...]:
    """Numbers of things, in text order; those inside a time are none, nor are words that only look like numbers."""
    blocked = [hit for hit in page.hits("numbers") if pack.rule(hit, NumberRule).role == "blocked"]
    taken = Covered((*(time.span for time in times), *(page.span(hit.start, hit.end) for hit in blocked)))
    numerals = read_numbers(page, pack)
    marks = (*_counted(page, pack, numerals), *_vague(page, pack), *_plural_scales(page, pack, numerals))
    return tuple(sorted((mark for mark in marks if not taken.meets(mark.span)), key=lambda mark: mark.span))


def _qualifiers(page: Page, pack: Pack) -> list[tuple[Hit, NumberRule]]:
    """The words that bound the number beside them."""
    hits = ((hit, pack.rule(hit, NumberRule)) for hit in page.hits("numbers"))
    return [(hit, rule) for hit, rule in hits if rule.role == "qualifier"]


def _counted(page: Page, pack: Pack, numerals: Sequence[Numeral]) -> list[NumberMark]:
    """Exact numbers, bounded by the qualifier that stands next to them."""
    qualifiers = _qualifiers(page, pack)
    ends = [hit.end for hit, _ in qualifiers]
    marks = []
    for numeral in numerals:
        if page.view[numeral.end : numeral.end + 2].lstrip().startswith("%"):
            continue
        near = qualifiers[bisect_left(ends, numeral.start - _BEFORE_GAP) : bisect_left(ends, numeral.end + _REACH)]
        found = next((pair for pair in near if _beside(page.view, pair, numeral)), None)
        start, end = numeral.start, numeral.end
        rule, qualifier, below = numeral.rule, "exact", 0
        if found:
            hit, row = found
            start, end = min(start, hit.start), (end if row.after else max(end, hit.end))
            rule, qualifier, below = hit.entry.rule, row.qualifier or "exact", int(row.below)
        marks.append(NumberMark(page.span(start, end), bound(numeral.value - below, qualifier), rule))
    return marks


def _beside(view: str, pair: tuple[Hit, NumberRule], numeral: Numeral) -> bool:
    """Whether a qualifier bounds this number: right before it, or a counted noun or two after it in the same clause."""
    hit, rule = pair
    if hit.end <= numeral.start and not rule.after:
        between = view[hit.end : numeral.start]
        return not between.strip() and len(between) <= _BEFORE_GAP
    if rule.after and hit.start >= numeral.end:
        between = view[numeral.end : hit.start]
        return len(between) <= _AFTER_GAP and not re.search(r"[.,;:!?0-9\n\u060c\u061b\u061f]", between)
    return False


def _vague(page: Page, pack: Pack) -> list[NumberMark]:
    """Words that are a number by themselves: tens, hundreds, several."""
    marks = []
    for hit in page.hits("numbers"):
        rule = pack.rule(hit, NumberRule)
        if rule.role == "vague" and rule.value is not None and rule.qualifier:
            quantity = Quantity(rule.value, None, None, rule.qualifier)
            marks.append(NumberMark(page.span(hit.start, hit.end), quantity, hit.entry.rule))
    return marks


def _plural_scales(page: Page, pack: Pack, numerals: Sequence[Numeral]) -> list[NumberMark]:
    """Plurals of a scale that nothing counts: "thousands" are two thousand at least."""
    counted = Covered(Span(numeral.start, numeral.end) for numeral in numerals)
    marks = []
    for hit in page.hits("numbers"):
        rule = pack.rule(hit, NumberRule)
        if rule.role != "scale" or rule.value is None or hit.entry.number != "plural":
            continue
        if not counted.meets(Span(hit.start, hit.start + 1)):
            marks.append(
                NumberMark(
                    page.span(hit.start, hit.end), Quantity(2 * rule.value, None, None, "hundreds"), hit.entry.rule
                )
            )
    return marks


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
