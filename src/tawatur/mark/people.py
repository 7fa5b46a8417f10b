"""People: words for those who can be counted."""

from typing import Final

from tawatur.lang.lexicon import Hit, Page
from tawatur.lang.pack import Pack
from tawatur.lang.schema import NumberRule, PeopleRule
from tawatur.mark.spans import start_after
from tawatur.model.mark import PeopleMark

_DUAL: Final = 2


def mark_people(page: Page, pack: Pack) -> tuple[PeopleMark, ...]:
    """Words for people, families and bodies, in text order, with the number that the word itself shows.

    A plural with "two" right behind it is a dual, and its span takes that word along. Of two words of one rule side by
    side the second describes the first ("an infant child"): they are one person.
    """
    found = page.hits("people")
    hits = [
        hit for last, hit in zip((None, *found), found, strict=False) if last is None or not _describes(page, last, hit)
    ]
    twos = _twos(page, pack) if hits else {}
    return tuple(_mark(page, hit, pack.rule(hit, PeopleRule), twos) for hit in hits)


def _describes(page: Page, last: Hit, hit: Hit) -> bool:
    """Whether a word stands right behind another of its rule and number, with nothing but a blank between."""
    alike = last.entry.rule == hit.entry.rule and last.entry.number == hit.entry.number
    return alike and not (last.after or hit.before) and page.view[last.end : hit.start] == " "


def _twos(page: Page, pack: Pack) -> dict[int, int]:
    """Where the words for two begin and end, those with a particle written on to them left out."""
    hits = ((hit, pack.rule(hit, NumberRule)) for hit in page.hits("numbers") if not hit.before)
    return {hit.start: hit.end for hit, row in hits if row.role == "unit" and row.value == _DUAL}


def _mark(page: Page, hit: Hit, rule: PeopleRule, twos: dict[int, int]) -> PeopleMark:
    """One word for people with its number."""
    number, end = hit.entry.number or "singular", hit.end
    if number == "plural" and not hit.after and (two := twos.get(start_after(page.view, hit.end, " "))):
        number, end = "dual", two
    return PeopleMark(page.span(hit.start, end), rule.civil_status, rule.group, number, hit.entry.rule, rule.measure)
