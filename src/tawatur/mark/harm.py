"""Words of harm: what happened to people, whichever side's word for it the text chose."""

from tawatur.lang.lexicon import Hit, Page
from tawatur.lang.pack import Pack
from tawatur.lang.schema import HarmRule
from tawatur.model.mark import HarmMark


def mark_harm(page: Page, pack: Pack) -> tuple[HarmMark, ...]:
    """The words of harm in a text, in text order."""
    return tuple(_mark(page, hit, pack.rule(hit, HarmRule)) for hit in page.hits("harm"))


def _mark(page: Page, hit: Hit, rule: HarmRule) -> HarmMark:
    span, entry = page.span(hit.start, hit.end), hit.entry
    return HarmMark(span, rule.harm, rule.form, entry.number, entry.rule, rule.violent, entry.tense)
