"""Numbers in running text: those that count, with the words that bound them, and those that do not."""

from collections.abc import Iterator, Sequence

from tawatur.lang.lexicon import Page
from tawatur.lang.number_tokens import NumberToken
from tawatur.lang.numerals import Figure, read_figures
from tawatur.lang.pack import Pack
from tawatur.mark.number_bounds import Bounds
from tawatur.mark.number_kinds import COUNT, Kinds, Rules, rules_of
from tawatur.mark.spans import Covered
from tawatur.model.count import Quantity
from tawatur.model.mark import NumberMark, NumeralMark, TimeMark
from tawatur.model.text import Span


def mark_numbers(
    page: Page, pack: Pack, times: Sequence[TimeMark], parts: Sequence[NumberToken]
) -> tuple[tuple[NumberMark, ...], tuple[NumeralMark, ...]]:
    """The numbers that count people or things, and those that do not, each in text order.

    Ordinals, shares, measures, labels and the numbers of ``times`` never count; words that only look like numbers are
    in neither list. ``parts`` are all parts of the page's numbers.
    """
    rules = rules_of(page, pack)
    kinds = Kinds(page, rules, times)
    read = read_figures(page, parts)
    figures = kinds.sorted(read)
    counts = [
        NumberMark(page.span(one.start, one.end), one.quantity, one.rule) for one in Bounds(page, rules).of(figures)
    ]
    vague = (*_vague(page, rules, kinds), *_plural_scales(page, rules, kinds, read))
    numbers = sorted((*counts, *vague), key=lambda mark: mark.span)
    return tuple(numbers), tuple(_others(page, figures))


def _others(page: Page, figures: Sequence[Figure]) -> Iterator[NumeralMark]:
    """The numbers that count nothing."""
    for one in figures:
        if one.kind != COUNT:
            yield NumeralMark(page.span(one.start, one.end), one.kind, one.value, one.rule)


def _vague(page: Page, rules: Rules, kinds: Kinds) -> Iterator[NumberMark]:
    """Words that are a number by themselves: tens, hundreds, several. "Tens of kilometres" count nothing."""
    for hit, row in rules.of("vague"):
        if row.value is None or row.qualifier is None or kinds.blocks(hit.start, hit.end) or kinds.measures(hit.end):
            continue
        yield NumberMark(page.span(hit.start, hit.end), Quantity(row.value, None, None, row.qualifier), hit.entry.rule)


def _plural_scales(page: Page, rules: Rules, kinds: Kinds, figures: Sequence[Figure]) -> Iterator[NumberMark]:
    """Plurals of a scale that nothing counts: "thousands" are two thousand at least."""
    counted = Covered(Span(one.start, one.end) for one in figures)
    for hit, row in rules.of("scale"):
        if row.value is None or hit.entry.number != "plural" or kinds.measures(hit.end):
            continue
        if not counted.meets(Span(hit.start, hit.start + 1)) and not kinds.blocks(hit.start, hit.end):
            quantity = Quantity(2 * row.value, None, None, "hundreds")
            yield NumberMark(page.span(hit.start, hit.end), quantity, hit.entry.rule)
