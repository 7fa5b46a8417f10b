"""Formations told by their number and clans told by their name, which no register holds."""

from bisect import bisect_left
from collections.abc import Mapping
from typing import Final

from tawatur.lang.forms import ARTICLE
from tawatur.lang.lexicon import Hit, Page
from tawatur.lang.pack import Pack
from tawatur.lang.romanize import romanized
from tawatur.lang.schema import NumberRule, PartyWordRule
from tawatur.mark.party_said import said_of
from tawatur.model.mark import PartyMark
from tawatur.model.party import PartyRef
from tawatur.model.text import Span

_MOST_DIGITS: Final = 4
_LEAST_LETTERS: Final = 3
_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}
_TEENS: Final = (11, 12, 13)


def mark_unit(page: Page, pack: Pack, hit: Hit, ordinals: Mapping[int, Hit]) -> PartyMark | None:
    """The mark of a numbered formation ("Brigade 313", "the fourth battalion"); None where no number follows."""
    word = _next(page, hit)
    number = _number(page, pack, word, ordinals) if word else None
    if word is None or number is None:
        return None
    rule = pack.rule(hit, PartyWordRule)
    start = _start(hit)
    english = f"{number}{_ending(number)} {rule.name_en}"
    party = PartyRef(said_of(page, hit, start, word.end), name_en=english, side=rule.side, kind=rule.kind)
    return PartyMark(page.span(start, word.end), party, rule.group, hit.entry.rule)


def mark_clan(page: Page, pack: Pack, hit: Hit, barred: bytes) -> PartyMark | None:
    """The mark of a clan, tribe or family with its name, romanised in English; None where no name follows."""
    word = _next(page, hit)
    if word is None or hit.before.endswith(ARTICLE) or hit.after:
        return None
    written = page.view[word.start : word.end]
    if barred[word.start] or len(written) < _LEAST_LETTERS or written[0].isdigit():
        return None
    rule = pack.rule(hit, PartyWordRule)
    name = romanized(page.as_read(*word))
    english = f"{name} {rule.name_en}" if name else None
    party = PartyRef(said_of(page, hit, hit.start, word.end), name_en=english, side=rule.side, kind=rule.kind)
    return PartyMark(page.span(hit.start, word.end), party, rule.group, hit.entry.rule)


def _start(hit: Hit) -> int:
    """Where a noun begins, with its article."""
    return hit.start - len(ARTICLE) if hit.before.endswith(ARTICLE) else hit.start


def _next(page: Page, hit: Hit) -> Span | None:
    """The word right behind a noun."""
    number = bisect_left(page.words, (hit.end,))
    if hit.after or number >= len(page.words) or page.view[hit.end : page.words[number].start] != " ":
        return None
    return page.words[number]


def _number(page: Page, pack: Pack, word: Span, ordinals: Mapping[int, Hit]) -> int | None:
    """The number that a word is: digits, or an ordinal with the article."""
    written = page.view[word.start : word.end]
    if written.isdigit() and len(written) <= _MOST_DIGITS:
        return int(written)
    hit = ordinals.get(word.start)
    if hit is None or hit.end != word.end or not written.startswith(ARTICLE):
        return None
    return pack.rule(hit, NumberRule).value


def _ending(number: int) -> str:
    """The ending of an English ordinal."""
    return "th" if number % 100 in _TEENS else _ENDINGS.get(number % 10, "th")
