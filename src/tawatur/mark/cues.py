"""Words that govern others: reporting, negation, threat, plan, hedge, cause."""

from tawatur.lang.lexicon import Page
from tawatur.lang.pack import Pack
from tawatur.lang.schema import CueRule
from tawatur.model.mark import CueMark


def mark_cues(page: Page, pack: Pack) -> tuple[CueMark, ...]:
    """The cues in a text, in text order. What each governs is decided where claims are made."""
    return _marks(page, pack, "cues")


def mark_terms(page: Page, pack: Pack) -> tuple[CueMark, ...]:
    """The words that open the terms of a pact or demand, and those that head a term, in text order.

    They are apart from the other cues, since many a word is both ("stop").
    """
    return _marks(page, pack, "terms")


def _marks(page: Page, pack: Pack, lexicon: str) -> tuple[CueMark, ...]:
    rows, span = pack.rows(CueRule), page.span
    return tuple(
        [
            CueMark(span(start, end), rule.kind, rule.value, rule.direction, entry.rule)
            for entry, start, end, _, _ in page.hits(lexicon)
            for rule in (rows[entry.rule],)
        ]
    )
