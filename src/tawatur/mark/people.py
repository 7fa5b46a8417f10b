"""People: words for those who can be counted, and names of persons."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Final

from tawatur.lang.fold import fold
from tawatur.lang.forms import ARTICLE, LAM_LAM
from tawatur.lang.lexicon import Hit, Page
from tawatur.lang.pack import Pack
from tawatur.lang.schema import PeopleRule, PersonWordRule
from tawatur.mark.spans import end_before
from tawatur.model.mark import PeopleMark, PersonMark
from tawatur.model.text import Span

_MOST_WORDS: Final = 4
_LEAST_LETTERS: Final = 3
_ALIF_MAQSURA: Final = "\u0649"
_YA: Final = "\u064a"
_GAP: Final = re.compile(r"[ \"']{1,3}")
_OTHER_LEXICONS: Final = (
    "actions",
    "harm",
    "cues",
    "people",
    "weapons",
    "numbers",
    "times",
    "party_words",
    "parties",
    "places",
)


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


def mark_persons(page: Page, pack: Pack) -> tuple[PersonMark, ...]:
    """Names of persons: a given name and the names after it, with the role that stands before, in text order."""
    words = {word.start: number for number, word in enumerate(page.words)}
    barred = {start for lexicon in _OTHER_LEXICONS for hit in page.hits(lexicon) for start in _word_starts(page, hit)}
    hits = page.hits("persons")
    barred |= {hit.start - len(hit.before) for hit in hits if pack.rule(hit, PersonWordRule).role == "stop"}
    roles = {hit.end: hit for hit in hits if pack.rule(hit, PersonWordRule).role in ("official", "title", "victim")}
    names = ((hit, pack.rule(hit, PersonWordRule)) for hit in hits)
    given = {
        hit.start - len(hit.before): hit
        for hit, rule in names
        if rule.role == "given" and not _bare_ya(page, pack, hit)
    }
    return tuple(_names(page, pack, words, barred, roles, given))


def _bare_ya(page: Page, pack: Pack, hit: Hit) -> bool:
    """Whether a hit has lost the dots of its last letter: folded, the preposition "on" is spelt like the name Ali.

    Names that are written with alif maqsura have lost nothing.
    """
    if _ALIF_MAQSURA not in page.chars[_end_of(page, hit)]:
        return False
    return page.view[hit.start : hit.end] not in _in_alif_maqsura(pack, hit.entry.rule)


@cache
def _in_alif_maqsura(pack: Pack, rule: str) -> frozenset[str]:
    """The names of a rule that end in alif maqsura, folded."""
    return frozenset(fold(name).view for name in pack.rules[rule].names if name.endswith(_ALIF_MAQSURA))


def _end_of(page: Page, hit: Hit) -> slice:
    """Where in the text the last letter of a hit stands, with its signs."""
    return slice(*page.span(hit.end - 1, hit.end))


def _word_starts(page: Page, hit: Hit) -> Iterator[int]:
    """Where the words that a hit covers begin."""
    begin = hit.start - len(hit.before)
    first, last = bisect_left(page.words, (begin, begin)), bisect_left(page.words, (hit.end,))
    yield from (word.start for word in page.words[first:last])


def _names(
    page: Page, pack: Pack, words: dict[int, int], barred: set[int], roles: dict[int, Hit], given: dict[int, Hit]
) -> Iterator[PersonMark]:
    """One mark a name; a name inside a longer one is passed over."""
    reached = -1
    plain = {start for start, hit in given.items() if not hit.before}
    dotted = {start for start, hit in given.items() if page.view[hit.end - 1] == _YA}  # "Ali": told from "on" already
    ordinary = (barred & given.keys()) - dotted  # "Talib" is also "he demanded": without a title before it, it is that
    barred = barred | (given.keys() - plain)  # "and Musa" begins another name
    for start in sorted(given):
        hit = given[start]
        if (
            start < reached
            or start not in words
            or (start in ordinary and _role_before(page, pack, start, roles) is None)
        ):
            continue
        last = _last_word(page, words[start], hit, barred, plain)
        if last is None:
            continue
        reached = last.end
        span = page.span(hit.start, last.end)
        role = _role_before(page, pack, start, roles)
        yield PersonMark(span, page.chars[span.start : span.end], role, hit.entry.rule)


def _last_word(page: Page, number: int, hit: Hit, barred: set[int], given: set[int]) -> Span | None:
    """The last word of the name that begins with word ``number``; None where no second name follows."""
    last, at, complete = None, hit.end, False
    for word in page.words[number + 1 : number + 1 + _MOST_WORDS]:
        if word.start < hit.end:  # a given name of two words
            continue
        if not _GAP.fullmatch(page.view[at : word.start]) or not _nameable(page, word, barred, given):
            break
        if complete and word.start not in given:  # a family name with its article ends a name
            break
        last, at, complete = word, word.end, page.view.startswith(ARTICLE, word.start)
    return last


def _nameable(page: Page, word: Span, barred: set[int], given: set[int]) -> bool:
    """Whether a word can be part of a name: a given name, or a word no lexicon holds."""
    written = page.view[word.start : word.end]
    if word.start in given:
        return True
    if word.start in barred or written[0].isdigit():
        return False
    return len(written) >= _LEAST_LETTERS and not written.startswith(LAM_LAM)


def _role_before(page: Page, pack: Pack, start: int, roles: dict[int, Hit]) -> str | None:
    """The role of the title right before ``start``."""
    hit = roles.get(end_before(page.view, start, " \"'\u060c,"))
    return pack.rule(hit, PersonWordRule).role if hit else None
