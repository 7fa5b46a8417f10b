"""The sentences that a claim rests on, cut into pieces that are lit or not. No character is added or left out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tawatur.brief.words import showable
from tawatur.model.claim import Claim
from tawatur.model.text import Span, Text

FARTHEST: Final = 280
"""How many code points beyond what it must show an excerpt looks for the ends of its sentence."""

# A full stop, question mark or exclamation mark before a blank, or the end of a line.
_CLOSERS: Final = ".!?\u061f\u06d4\n"
_SENTENCE_END: Final = re.compile("[.!?\u061f\u06d4](?=\\s)|\n")
_BLANK: Final = re.compile("\\s")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a text. ``lit``: figure, other, withheld or None for those that are no evidence."""

    text: str
    lit: str | None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of the body or title. ``more_before`` and ``more_after``: the sentence goes on beyond it."""

    where: str
    span: Span
    pieces: tuple[Piece, ...]
    more_before: bool
    more_after: bool


def excerpts_of(claim: Claim, text: Text, where: str, hidden: tuple[Span, ...]) -> tuple[Excerpt, ...]:
    """The sentences of ``text`` (the body or the title) that the claim rests on, in text order.

    ``hidden`` are the spans of withheld names; each is shown as an ellipsis.
    """
    must = [evidence.span for evidence in claim.evidence if evidence.where == where]
    must += [claim.clause] if claim.where == where else []
    fitting = [span for span in must if 0 <= span.start < span.end <= len(text.chars)]
    return tuple(_excerpt(claim, text, where, span, hidden) for span in _merged(text, fitting))


def _merged(text: Text, spans: list[Span]) -> list[Span]:
    """The sentences around the spans, those that touch made one."""
    merged: list[Span] = []
    for span in sorted(_sentence(text, span) for span in spans):
        if merged and not text.chars[merged[-1].end : span.start].strip():
            merged[-1] = merged[-1].join(span)
        else:
            merged.append(span)
    return merged


def _sentence(text: Text, span: Span) -> Span:
    earliest, latest = max(0, span.start - FARTHEST), min(len(text.chars), span.end + FARTHEST)
    ends = [hit.end() for hit in _SENTENCE_END.finditer(text.chars, earliest, span.start)]
    start = ends[-1] if ends else _blank(text, earliest, span.start, earliest == 0)
    after = _SENTENCE_END.search(text.chars, span.end - 1, min(len(text.chars), latest + 1))
    end = after.end() if after else _last_blank(text, span.end, latest)
    return _stripped(text, Span(start, end), span)


def _blank(text: Text, earliest: int, start: int, whole: bool) -> int:
    """Where to begin when no sentence begins near: at the text's own start, or at a blank, never inside a word."""
    found = _BLANK.search(text.chars, earliest, start)
    return earliest if whole else (found.end() if found else start)


def _last_blank(text: Text, end: int, latest: int) -> int:
    if latest == len(text.chars):
        return latest
    blanks = [hit.start() for hit in _BLANK.finditer(text.chars, end, latest)]
    return blanks[-1] if blanks else end


def _stripped(text: Text, wide: Span, must: Span) -> Span:
    start, end = wide
    while start < must.start and text.chars[start].isspace():
        start += 1
    while end > must.end and text.chars[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _excerpt(claim: Claim, text: Text, where: str, span: Span, hidden: tuple[Span, ...]) -> Excerpt:
    before, inside, after = (text.chars[part] for part in _around(span))
    return Excerpt(
        where=where,
        span=span,
        pieces=tuple(_pieces(claim, text, where, span, hidden)),
        more_before=bool(before.strip()) and before.rstrip(" \t")[-1] not in _CLOSERS,
        more_after=bool(after.strip()) and inside[-1] not in _CLOSERS and after[0] != "\n",
    )


def _around(span: Span) -> tuple[slice, slice, slice]:
    return slice(0, span.start), slice(span.start, span.end), slice(span.end, None)


def _pieces(claim: Claim, text: Text, where: str, span: Span, hidden: tuple[Span, ...]) -> Iterator[Piece]:
    here = [evidence for evidence in claim.evidence if evidence.where == where]
    figures = [evidence.span for evidence in here if evidence.field.startswith("counts")]
    others = [evidence.span for evidence in here if not evidence.field.startswith("counts")]
    borders = {edge for other in (*figures, *others, *hidden) for edge in other if span.start < edge < span.end}
    for start, end in pairwise(sorted({span.start, span.end, *borders})):
        piece = Span(start, end)
        cut = next((other for other in hidden if other.meets(piece)), None)
        if cut is None:
            lit = "figure" if _any_meets(figures, piece) else "other" if _any_meets(others, piece) else None
            yield Piece(showable(text.chars[start:end]), lit)
        elif start in (cut.start, span.start):
            yield Piece("\u2026", "withheld")


def _any_meets(spans: Iterable[Span], piece: Span) -> bool:
    return any(span.meets(piece) for span in spans)
