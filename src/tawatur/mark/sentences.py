"""Sentences and quotations. Offsets are into the text; every sentence lies inside one region."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sentencex import segment

from tawatur.lang.fold import ARABIC, LETTERS
from tawatur.lang.lexicon import Page
from tawatur.mark.spans import end_before, start_after
from tawatur.model.mark import Quotation, Region, Sentence
from tawatur.model.text import Span

_BULLETS: Final = (
    "\u2022\u203c\u25a0-\u25ff\u26a0\u26a1\u26aa\u26ab\u2705\u2714\u2757\u2b1b\u2b1c\u2b55\U0001f4cc\U0001f4cd"
    "\U0001f534-\U0001f53d\U0001f6a8\U0001f6d1\U0001f7e0-\U0001f7eb"
)
"""Signs that posts put before each item: bullets, coloured discs and squares, pins, sirens."""
_MARKS: Final = '"\u201c\u201d\u201e\u00ab\u00bb'
_QUOTED: Final = re.compile(f"[{_MARKS}]([^{_MARKS}\n]{{1,1500}})[{_MARKS}]")
_LOW_QUOTED: Final = re.compile(f"\u201e([^{_MARKS}\n]{{0,1500}})[\u201c\u201d]")
"""Speech that opens low is closed in two ways, and ``segment`` knows one of them."""
_LEAST_WORDS: Final = 2
LONGEST: Final = 5000
"""Real sentences stay under a tenth of this. What is read together costs the square of its length, so a page without
a full stop is cut."""
_BULLET: Final = re.compile(f"[{_BULLETS}]")
"""Few pages have one, and what comes before it is dear to look for at every letter."""
_ITEM: Final = re.compile(f"(?<=[{ARABIC}0-9.!\u061f\\])])(?= *[{_BULLETS}]+ *[{LETTERS}0-9#])")
"""Where a bullet inside a line opens another item: posts lose their line breaks."""
_GLUED: Final = re.compile(
    f"(?<=[{ARABIC}]\\.)(?=[{ARABIC}]{{1,2}}(?![{ARABIC}]))|(?<=[^{ARABIC}][{ARABIC}]\\.)(?=[{ARABIC}])"
)
"""A stop inside initials or an address, with no blank behind it and one or two letters on a side."""
_BREAKS: Final = ("\u060c", "\u061b", ",", " ")


def mark_sentences(page: Page, regions: Sequence[Region], *, language: str) -> tuple[Sentence, ...]:
    """The sentences of every region that holds prose, in text order.

    They are cut in the folded view, so that no spelling of digits or blanks moves them.
    """
    folded = page.quoted
    view = _LOW_QUOTED.sub("\u201c\\1\u201d", folded.view)
    return tuple(
        Sentence(folded.back(start, end), region)
        for region in regions
        if region.kind in ("title", "body", "embed")
        for start, end in _of_region(view, folded.at(region.span.start), folded.at(region.span.end), language)
    )


def _of_region(view: str, start: int, end: int, language: str) -> Iterator[Span]:
    """The sentences of one region. It holds no quotation mark at either end, but without it the others find no pair."""
    first, last = end_before(view, start, _MARKS), start_after(view, end, _MARKS)
    for sentence in _split(view, first, last, language):
        yield from _trimmed(view, max(start, sentence.start), min(end, sentence.end))


def _split(view: str, at: int, stop: int, language: str) -> Iterator[Span]:
    """The stretches that ``segment`` cuts; it returns exact substrings in order."""
    start = at
    for piece in segment(language, view[at:stop]):
        found = view.find(piece, at, stop)
        if found < 0:  # a piece that is no substring: keep the rest whole rather than lose it
            break
        at = found + len(piece)
        if at < stop and _GLUED.match(view, at):
            continue
        yield from _items(view, start, at)
        start = at
    if start < stop:
        yield from _items(view, start, stop)


def _items(view: str, start: int, end: int) -> Iterator[Span]:
    """``start`` to ``end``, in parts where a bullet opens another item."""
    for match in _ITEM.finditer(view, start, end) if _BULLET.search(view, start, end) else ():
        yield from _cut(view, start, match.start())
        start = match.start()
    yield from _cut(view, start, end)


def _cut(view: str, start: int, end: int) -> Iterator[Span]:
    """``start`` to ``end``, in parts where it is too long for a sentence: after a comma if one is near, else a blank."""
    while end - start > LONGEST:
        half, most = start + LONGEST // 2, start + LONGEST
        breaks = (view.rfind(sign, half, most) + 1 for sign in _BREAKS)
        part = next((place for place in breaks if place), most)
        yield from _trimmed(view, start, part)
        start = part
    yield from _trimmed(view, start, end)


def _trimmed(view: str, start: int, end: int) -> Iterator[Span]:
    """``start`` to ``end`` without the blanks around, or nothing where only blanks stand."""
    piece = view[start:end]
    behind = piece.lstrip()
    if behind:
        yield Span(end - len(behind), end - len(behind) + len(behind.rstrip()))


def mark_quotations(page: Page) -> tuple[Quotation, ...]:
    """Words between quotation marks of any kind, at least two of them; single names in quotes are no speech."""
    return tuple(
        Quotation(page.quoted.back(match.start(1), match.end(1)), "quotation#marks")
        for match in _QUOTED.finditer(page.quoted.view)
        if len(match.group(1).split()) >= _LEAST_WORDS
    )
