"""Whether a word beside a time looks ahead: "will meet on Friday" is no last Friday."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final, NamedTuple

from tawatur.lang.lexicon import Page
from tawatur.mark.time_tokens import WORD, Token, single_words

REACH: Final = 14
"""Tokens between a verb and its time, at most."""
_ENDS: Final = frozenset({".", "!", "?", ":", ";", "\n", "\u061f", "\u061b", "stop-ahead"})
_LETTER: Final = "[\u0621-\u064a]"
_FUTURE: Final = re.compile(f"[\u0648\u0641]?\u0633[\u064a\u062a]{_LETTER}{{2,}}")
"""The particle of the future before ya or ta: most such words are verbs, the pack lists those that are none."""
_I_SHALL: Final = re.compile(f"[\u0648\u0641]?\u0633\u0623{_LETTER}{{2,}}")
"""Before a hamza, which only the text itself still shows."""


class Place(NamedTuple):
    """Where a time stands: ``tokens[first:after]``; the time before it ends before ``tokens[behind]``."""

    page: Page
    tokens: Sequence[Token]
    behind: int
    first: int
    after: int


def looks_ahead(place: Place) -> bool:
    """Whether a future verb or another word that looks ahead governs a time.

    It stands before the time in its clause, no other time between, or is the very next word.
    """
    page, tokens, behind, first, after = place
    before = (
        one
        for token in reversed(tokens[max(behind, first - REACH) : first])
        for one in reversed(single_words(page.view, token))
    )
    for token in islice(before, REACH):
        if token.role in _ENDS:
            break
        if _ahead(page, token):
            return True
    return after < len(tokens) and _future(page, single_words(page.view, tokens[after])[0])


def opens_sentence(place: Place) -> bool:
    """Whether nothing stands before a time in its sentence."""
    return place.first == 0 or place.tokens[place.first - 1].role in _ENDS


def _ahead(page: Page, token: Token) -> bool:
    return token.role == "ahead" or _future(page, token)


def _future(page: Page, token: Token) -> bool:
    """Whether a word is a verb of the future."""
    if token.role != WORD:
        return False
    if _FUTURE.fullmatch(page.view, token.start, token.end):
        return True
    span = page.span(token.start, token.end)
    return _I_SHALL.fullmatch(page.chars, span.start, span.end) is not None
