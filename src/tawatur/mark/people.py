"""People: words for those who can be counted."""

from tawatur.lang.lexicon import Page
from tawatur.lang.pack import Pack
from tawatur.lang.schema import PeopleRule
from tawatur.model.mark import PeopleMark


def mark_people(page: Page, pack: Pack) -> tuple[PeopleMark, ...]:
    """Words for people, families and bodies, in text order, with the number that the word itself shows."""
    return tuple(
        PeopleMark(
            page.span(hit.start, hit.end),
            rule.civil_status,
            rule.group,
            hit.entry.number or "singular",
            hit.entry.rule,
            rule.measure,
        )
        for hit in page.hits("people")
        for rule in (pack.rule(hit, PeopleRule),)
    )
