"""Where the naming of a speaker begins and ends: the words between a word of saying and what is said."""

from typing import Final

from tawatur.claim.scope import BA, LAM, HasSpan, Scope, before, within
from tawatur.claim.speaking.said import is_told_to
from tawatur.model.mark import CueMark, PartyMark
from tawatur.model.text import Span

_REACH: Final = 90
_TO: Final = 3
"""Characters of "to" before a name, a tatweel or blank with it."""
_MOST_WORDS: Final = 8
_GAP_WORDS: Final = 4
_LEAST_LETTERS: Final = 2
_COLON: Final = ":"
_COMMAS: Final = "\u060c,\u061b"
_STOPS: Final = ".\n\u061f!"
EDGES: Final = ' \u060c,\u061b.:()[]\u00ab\u00bb\u201c\u201d"\n\u200f'
"""Signs around the words of a name."""


def speech_begins(scope: Scope, at: int) -> tuple[int, bool]:
    """Where the words of a speaker begin behind ``at``, and whether a sign or "that" opens them there.

    Where nothing opens them they begin with the first word of an act or harm.
    """
    end = min(at + _REACH, scope.span.end)
    reach = Span(at, end)
    opened = [cue.span.start for cue in within(scope.cues_of("that"), reach)]
    colon = scope.chars.find(_COLON, at, end)
    opened += [colon] if colon >= 0 else []
    closed = _acts(scope, reach)
    closed += [cue.span.start for cue in within(scope.cues_of("reporting", "source", "cause"), reach)]
    closed += [place for sign in _STOPS if (place := scope.chars.find(sign, at, end)) >= 0]
    first = min([*opened, *closed, end])
    return first, first in opened


def _acts(scope: Scope, span: Span) -> list[int]:
    """Where the first word of an act and the first of a harm begin."""
    first: list[HasSpan] = [*within(scope.actions, span)[:1], *within(scope.harms, span)[:1]]
    return [mark.span.start for mark in first]


def naming_ends(scope: Scope, at: int) -> int:
    """Where the naming of a source ends: at a comma, a stop, "that", an act or a harm."""
    end = min(at + _REACH, scope.span.end)
    reach = Span(at, end)
    signs = [place for sign in (*_STOPS, *_COMMAS, _COLON) if (place := scope.chars.find(sign, at + 1, end)) >= 0]
    words = _acts(scope, reach)
    words += [cue.span.start for cue in within(scope.cues_of("that", "boundary"), reach)]
    return min([end, *signs, *words])


def bare_words(scope: Scope, span: Span) -> Span | None:
    """The words between a verb of saying and what is said that can be its subject; None where none can."""
    start, end = span.start, _cut(scope, span)
    while start < end and scope.chars[start] in EDGES:
        start += 1
    while end > start and scope.chars[end - 1] in EDGES:
        end -= 1
    words = scope.between(start, end).split()
    if not 0 < len(words) <= _MOST_WORDS or len(words[0]) < _LEAST_LETTERS:
        return None
    led = any(cue.span.start - start in (0, 1) and cue.kind != "medium" for cue in within(scope.cues, Span(start, end)))
    return None if led or not words[0][0].isalpha() or any(sign in words[0] for sign in "@#") else Span(start, end)


def is_aside(scope: Scope, span: Span) -> bool:
    """Whether nothing stands in a stretch, or what stands there is no subject: a time, "in a statement", "to"."""
    text = scope.between(*span)
    start = span.start + len(text) - len(text.lstrip(EDGES))
    if start >= span.end:
        return True
    kinds = ("aside", "told_to", "preposition")
    led = any(cue.kind in kinds and cue.span.start - start in (0, 1) for cue in within(scope.cues, span))
    told: list[HasSpan] = [mark for mark in within(scope.parties, span) if is_told_to(scope, mark)]
    return led or any(mark.span.start - start <= _TO for mark in [*within(scope.times, span), *told])


def _cut(scope: Scope, span: Span) -> int:
    """Where the naming of a subject ends: at an aside, a time, or a comma behind its first word."""
    marks = [mark.span.start for mark in within(scope.times, span)]
    marks += [_to_at(scope, mark) for mark in within(scope.parties, span) if is_told_to(scope, mark)]
    marks += [cue.span.start for cue in within(scope.cues, span) if cue.kind in ("aside", "told_to", "preposition")
              and (cue.kind != "preposition" or cue.value in ("to", "of", "on"))]  # fmt: skip
    first = span.start + 1
    marks += [place for sign in _COMMAS if (place := scope.chars.find(sign, first, span.end)) >= 0]
    return min([span.end, *marks])


def _to_at(scope: Scope, mark: PartyMark) -> int:
    """Where the "to" before a name stands."""
    at = scope.chars.rfind(LAM, mark.span.start - _TO, mark.span.start)
    return at if at >= 0 else mark.span.start


def is_far(scope: Scope, start: int, at: int) -> bool:
    """Whether too many words stand between a verb and a name: another is its subject."""
    asides = sum(
        min(mark.span.end, at) - mark.span.start
        for marks in (scope.times, scope.cues_of("aside", "told_to"))
        for mark in within(marks, Span(start, at))
    )
    words = scope.between(start, at).split()
    if words and words[-1].startswith(BA) and len(words[-1]) > _LEAST_LETTERS and not asides:
        return True
    return len(words) > _GAP_WORDS and asides == 0


def is_governed(scope: Scope, at: int) -> bool:
    """Whether a preposition or a word of doing stands right before: then it is no subject."""
    near = before(scope.cues, at, 1)
    attached = scope.between(at - 1, at) == BA and not scope.between(at - 2, at - 1).strip()
    return attached or any(cue.kind in ("preposition", "with", "agent", "versus") for cue in near)


def leads_elsewhere(scope: Scope, at: int, start: int) -> bool:
    """Whether what is followed is something else ("in line with an agreement with X"): a preposition leads to the name."""
    governed = any(
        cue.kind in ("with", "versus", "agent") or (cue.kind == "preposition" and cue.value in (None, "from"))
        for cue in within(scope.cues, Span(at, start))
        if not _of_document(scope, cue, at)
    )
    return governed or len(scope.between(at, start).split()) > _GAP_WORDS


def _of_document(scope: Scope, cue: CueMark, at: int) -> bool:
    """Whether a preposition goes with a word for what was published ("as came in a statement of X")."""
    asides = within(scope.cues_of("aside"), Span(at, cue.span.end))
    return any(one.span.covers(cue.span) or one.span < cue.span for one in asides)
