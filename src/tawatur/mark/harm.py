"""Words of harm: what happened to people, whichever side's word for it the text chose."""

from tawatur.lang.lexicon import Page
from tawatur.lang.pack import Pack
from tawatur.lang.schema import HarmRule
from tawatur.model.mark import HarmMark


def mark_harm(page: Page, pack: Pack) -> tuple[HarmMark, ...]:
    """The words of harm in a text, in text order."""
    return tuple(
        HarmMark(page.span(hit.start, hit.end), rule.harm, rule.form, hit.entry.number, hit.entry.rule, rule.violent)
        for hit in page.hits("harm")
        for rule in (pack.rule(hit, HarmRule),)
    )
