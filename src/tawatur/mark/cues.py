"""Words that govern others: reporting, negation, threat, plan, hedge, cause."""

from tawatur.lang.lexicon import Page
from tawatur.lang.pack import Pack
from tawatur.lang.schema import CueRule
from tawatur.model.mark import CueMark


def mark_cues(page: Page, pack: Pack) -> tuple[CueMark, ...]:
    """The cues in a text, in text order. What each governs is decided where claims are made."""
    return tuple(
        CueMark(page.span(hit.start, hit.end), rule.kind, rule.value, rule.direction, hit.entry.rule)
        for hit in page.hits("cues")
        for rule in (pack.rule(hit, CueRule),)
    )
