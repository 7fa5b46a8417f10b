"""People: words for those who can be counted."""

import re
from typing import Final

from tawatur.lang.lexicon import Hit, Page
from tawatur.lang.pack import Pack
from tawatur.lang.schema import NumberRule, PeopleRule
from tawatur.mark.spans import start_after
from tawatur.model.mark import PeopleMark

_DUAL: Final = 2
_SIGNED_DUAL: Final = re.compile("(?:\u064e\u064a|\u064a\u0652)\u0652?\u0646[\u064b-\u0652]*$")
"""Without signs the dual and the plural of the accusative are written alike: a fatha before the ya, or a sukun on it, tells."""


def mark_people(page: Page, pack: Pack) -> tuple[PeopleMark, ...]:
    """Words for people, families and bodies, in text order, with the number that the word itself shows.

    A plural with "two" right behind it is a dual, and its span takes that word along.
    """
    hits = page.hits("people")
    twos = _twos(page, pack) if hits else {}
    return tuple(_mark(page, hit, pack.rule(hit, PeopleRule), twos) for hit in hits)


def _twos(page: Page, pack: Pack) -> dict[int, int]:
    """Where the words for two begin and end, those with a particle written on to them left out."""
    hits = ((hit, pack.rule(hit, NumberRule)) for hit in page.hits("numbers") if not hit.before)
    return {hit.start: hit.end for hit, row in hits if row.role == "unit" and row.value == _DUAL}


def _mark(page: Page, hit: Hit, rule: PeopleRule, twos: dict[int, int]) -> PeopleMark:
    """One word for people with its number."""
    number, end = hit.entry.number or "singular", hit.end
    if number == "plural":
        two = None if hit.after else twos.get(start_after(page.view, hit.end, " "))
        if two is not None or _SIGNED_DUAL.search(page.chars[slice(*page.span(hit.start, hit.end))]):
            number, end = "dual", two or hit.end
    return PeopleMark(page.span(hit.start, end), rule.civil_status, rule.group, number, hit.entry.rule, rule.measure)
