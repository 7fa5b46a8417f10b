"""Parties: registered ones under any of their names, and unnamed ones by their description."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Final

from tawatur.lang.fold import fold_keys
from tawatur.lang.forms import ARTICLE, LAM_LAM
from tawatur.lang.lexicon import Hit, Page
from tawatur.lang.pack import Pack
from tawatur.lang.schema import MorphologyFile, PartyRule, PartyWordRule
from tawatur.mark.spans import Covered
from tawatur.model.mark import PartyMark
from tawatur.model.party import PartyRef
from tawatur.model.text import Span

_QUOTES: Final = re.compile('["\u00ab\u00bb\u201c\u201d\u201e]')
_OTHER_LEXICONS: Final = (
    "actions",
    "harm",
    "cues",
    "people",
    "weapons",
    "numbers",
    "times",
    "parties",
    "party_words",
    "places",
)
_LEAST_LETTERS: Final = 4


@cache
def _adjective_endings(pack: Pack) -> tuple[str, ...]:
    """The folded endings of adjectives that follow a party's word."""
    morphology = pack.files["morphology"]
    return fold_keys(morphology.adjective_endings) if isinstance(morphology, MorphologyFile) else ()


def mark_parties(page: Page, pack: Pack) -> tuple[PartyMark, ...]:
    """The parties that a text names or describes, in text order; a registered name wins over a description inside it."""
    named = [mark for hit in page.hits("parties") if (mark := _registered(page, pack, hit)).group != "blocked"]
    taken = Covered(mark.span for mark in named if mark.group != "adjective")
    others = [hit for lexicon in _OTHER_LEXICONS for hit in page.hits(lexicon)]
    others += [hit for hit in page.hits("gazetteer") if not pack.gazetteer.is_weak(hit.entry.rule)]
    barred = {word for hit in others for word in range(hit.start, hit.end)}
    described = [
        mark
        for hit in page.hits("party_words")
        for mark in _described(page, pack, hit, barred)
        if not taken.meets(mark.span)
    ]
    return tuple(sorted((*named, *described), key=lambda mark: mark.span))


def as_read(page: Page, hit: Hit) -> str:
    """The words of a hit as a person would read them, without attached particles and quotation marks;
    the article fused to li- is restored.
    """
    span = page.span(hit.start, hit.end)
    said = _QUOTES.sub("", page.chars[span.start : span.end])
    if hit.entry.shape == "fused" and page.view.startswith(LAM_LAM, hit.start):
        return ARTICLE + said[len(LAM_LAM) :]
    return said


def _registered(page: Page, pack: Pack, hit: Hit) -> PartyMark:
    """The mark of a registered name. An adjective ("Russian") is a party only beside what it describes."""
    rule = pack.rule(hit, PartyRule)
    party = PartyRef(as_read(page, hit), rule.id, rule.name_ar, rule.name_en, rule.side, rule.kind)
    group = "adjective" if hit.entry.shape in ("noun", "opened") else rule.group
    return PartyMark(page.span(hit.start, hit.end), party, group, hit.entry.rule)


def _described(page: Page, pack: Pack, hit: Hit, barred: set[int]) -> Iterator[PartyMark]:
    """The mark of a description: its head with an adjective that agrees with it."""
    rule = pack.rule(hit, PartyWordRule)
    end = hit.end + len(hit.after)
    following = next(iter(page.words[(number := bisect_left(page.words, (end,))) : number + 1]), None)
    start = hit.start - len(ARTICLE) if hit.before.endswith(ARTICLE) else hit.start
    definite = page.view.startswith((ARTICLE, LAM_LAM), start) or hit.before.endswith(LAM_LAM) or hit.after != ""
    agrees = following is not None and page.view.startswith(ARTICLE, following.start) == definite
    if (
        following
        and agrees
        and _describes(page, Span(end, following.start), following, barred, _adjective_endings(pack))
    ):
        end = following.end
    span = page.span(start, end)
    said = _QUOTES.sub("", page.chars[span.start : span.end])
    if hit.before.endswith(LAM_LAM):
        said = ARTICLE + said
    yield PartyMark(span, PartyRef(said, side=rule.side, kind=rule.kind), rule.group, hit.entry.rule)


def _describes(page: Page, gap: Span, word: Span, barred: set[int], endings: tuple[str, ...]) -> bool:
    """Whether ``word`` is an adjective of the noun before it: next to it, no other lexicon's, with an adjective's ending."""
    written = page.view[word.start : word.end]
    return (
        page.view[gap.start : gap.end] == " "
        and word.start not in barred
        and word.end - 1 not in barred
        and len(written) >= _LEAST_LETTERS
        and written.endswith(endings)
    )
