"""Where a text says the name of its own outlet: the places and days in it are none ("told Aleppo Today")."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from tawatur.lang.lexicon import Page
from tawatur.lang.pack import Pack
from tawatur.lang.schema import CueRule
from tawatur.model.text import Span

MEDIUM: Final = "medium"
_LAM: Final = "\u0644"
_QUOTES: Final = "\"\u00ab\u201c\u201d'"
_LEAST: Final = 4
"""Letters that a name needs: a shorter one is any word."""


def own_name_spans(page: Page, pack: Pack, outlet: str | None) -> tuple[Span, ...]:
    """The spans of ``outlet``'s name in a text, in text order; empty where it is None.

    A name that may be a place and a day ("Aleppo Today") is one only behind a word such as "site", behind "to", or in
    quotation marks; one that opens with such a word is one everywhere.
    """
    name = _folded(outlet, pack) if outlet else ""
    if outlet is None or len(name) < _LEAST:
        return ()
    heads = {end for _, end in _heads(page, pack)} if name in page.view else set()
    plain = _opens_with_head(outlet, pack)
    return tuple(
        page.span(start, start + len(name))
        for start in _found(page.view, name)
        if plain or start - 1 in heads or _is_apart(page, start)
    )


def _found(view: str, name: str) -> Iterator[int]:
    """Where a name begins in a folded text, as whole words but for a letter written on to its front."""
    at = view.find(name)
    while at >= 0:
        end = at + len(name)
        if not view[end : end + 1].isalpha() and not (view[max(0, at - 1) : at].isalpha() and view[at - 1] != _LAM):
            yield at
        at = view.find(name, at + 1)


def _is_apart(page: Page, at: int) -> bool:
    """Whether "to" is written on to a name, or a quotation mark opens before it."""
    start = page.span(at, at + 1).start
    return start > 0 and page.chars[start - 1] in (_LAM, *_QUOTES)


def _heads(page: Page, pack: Pack) -> Iterator[tuple[int, int]]:
    """Where the words that open the names of outlets begin and end in the folded text."""
    rows = pack.rows(CueRule)
    for entry, start, end, _, _ in page.hits("cues"):
        if rows[entry.rule].kind == MEDIUM:
            yield start, end


@lru_cache(maxsize=1 << 10)
def _folded(outlet: str, pack: Pack) -> str:
    return pack.page(outlet).view.strip()


@lru_cache(maxsize=1 << 10)
def _opens_with_head(outlet: str, pack: Pack) -> bool:
    return any(start == 0 for start, _ in _heads(pack.page(outlet), pack))
