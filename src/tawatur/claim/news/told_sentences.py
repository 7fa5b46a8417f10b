"""The sentences of a text with what they tell: who speaks, the frames that tell and do not only mention, lists of terms."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from tawatur.claim.acts.frames import Frame, find_frames
from tawatur.claim.acts.in_turn import in_turn
from tawatur.claim.acts.terms import TermSaid, listed_terms
from tawatur.claim.news.slogans import without_slogans
from tawatur.claim.news.telling import Telling, Weighing
from tawatur.claim.scope import Scope, scopes_of
from tawatur.claim.speaking.speakers import Known
from tawatur.claim.speaking.speech import Floor, Speech, floor_after, speech_of
from tawatur.lang.fold import fold_key
from tawatur.model.mark import ActionMark, Marks
from tawatur.model.quick import quickly_made

_REPEATED_WORDS: Final = 4
"""Blanks between the words of a sentence from which on it says enough to be known again."""


@quickly_made
@dataclass(frozen=True, slots=True)
class ToldSentence:
    """A sentence with who says what in it and what it tells. ``listed`` are the terms in the lines behind it.

    ``weigh`` says how one of its frames weighs; None where its type is told wherever it is seen.
    """

    scope: Scope
    speech: Speech
    frames: tuple[Frame, ...]
    weigh: Callable[[Frame], Weighing | None]
    listed: tuple[TermSaid, ...] = ()


def told_sentences(
    chars: str, marks: Marks, weights: Mapping[str, float], outlet: frozenset[str]
) -> Iterator[ToldSentence]:
    """The sentences in text order, without the lines that only list the terms of a pact told of before."""
    sentences = tuple(_told(chars, marks, weights, outlet))
    at = 0
    while at < len(sentences):
        one = sentences[at]
        following = [other.scope for other in sentences[at + 1 :]] if one.frames else []
        listed = next((found for frame in one.frames if (found := _listed(one.scope, frame, following))), ())
        yield replace(one, listed=listed) if listed else one
        at += 1 + len(listed)


def _listed(scope: Scope, frame: Frame, following: Sequence[Scope]) -> tuple[TermSaid, ...]:
    return listed_terms(scope, frame.trigger, following) if isinstance(frame.trigger, ActionMark) else ()


def _told(chars: str, marks: Marks, weights: Mapping[str, float], outlet: frozenset[str]) -> Iterator[ToldSentence]:
    """Every sentence, with those of its frames that tell."""
    sentences: list[tuple[Scope, Speech, tuple[Frame, ...]]] = []
    floor = Floor(known=Known(own=outlet), quotations=tuple(mark.span for mark in marks.quotations))
    read: set[str] = set()
    for scope in map(without_slogans, scopes_of(chars, marks, marks.sentences)):
        speech = speech_of(scope, floor)
        floor = floor_after(scope, speech, floor)
        tells = (scope.actions or scope.harms) and not _read_before(scope, read)
        sentences.append((scope, speech, in_turn(scope, find_frames(scope)) if tells else ()))
    telling = Telling(weights, sentences)
    for number, (scope, speech, frames) in enumerate(sentences):
        told = _telling(partial(telling.tells, number), scope, frames)
        yield ToldSentence(scope, speech, told, partial(telling.weigh, number))


def _telling(tells: Callable[[Frame], bool], scope: Scope, frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """The frames of a sentence that tell; what stands beside a mere mention is looked at again without it."""
    mere = [frame for frame in frames if not tells(frame)]
    if not mere:
        return frames
    left = {mark for frame in mere for mark in (frame.trigger, *frame.others)}
    without = replace(scope, actions=tuple(action for action in scope.actions if action not in left))
    return tuple(frame for frame in find_frames(without) if tells(frame))


def _read_before(scope: Scope, read: set[str]) -> bool:
    """Whether the very words of a sentence were read before in the text; from now on they were."""
    key = fold_key(scope.between(*scope.span))
    if scope.sentence.region.kind == "title" or key.count(" ") < _REPEATED_WORDS:
        return False
    again = key in read
    read.add(key)
    return again
