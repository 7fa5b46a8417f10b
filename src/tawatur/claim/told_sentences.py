"""The sentences of a text with what they tell: who speaks, the frames that tell and do not only mention, lists of terms."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from tawatur.claim.frames import Frame, find_frames
from tawatur.claim.scope import Scope, scope_of
from tawatur.claim.speakers import OWN_VOICE, Said, who_says
from tawatur.claim.telling import Telling, Weighing
from tawatur.claim.terms import TermSaid, listed_terms
from tawatur.model.mark import ActionMark, Marks


@dataclass(frozen=True, slots=True)
class ToldSentence:
    """A sentence with who says it and what it tells. ``listed`` are the terms in the lines behind it.

    ``weigh`` says how one of its frames weighs; None where its type is told wherever it is seen.
    """

    scope: Scope
    said: Said
    frames: tuple[Frame, ...]
    weigh: Callable[[Frame], Weighing | None]
    listed: tuple[TermSaid, ...] = ()


def told_sentences(chars: str, marks: Marks, weights: Mapping[str, float]) -> Iterator[ToldSentence]:
    """The sentences in text order, without the lines that only list the terms of a pact told of before."""
    sentences = tuple(_told(chars, marks, weights))
    at = 0
    while at < len(sentences):
        one = sentences[at]
        following = [other.scope for other in sentences[at + 1 :]] if one.frames else []
        listed = next((found for frame in one.frames if (found := _listed(one.scope, frame, following))), ())
        yield replace(one, listed=listed)
        at += 1 + len(listed)


def _listed(scope: Scope, frame: Frame, following: Sequence[Scope]) -> tuple[TermSaid, ...]:
    return listed_terms(scope, frame.trigger, following) if isinstance(frame.trigger, ActionMark) else ()


def _told(chars: str, marks: Marks, weights: Mapping[str, float]) -> Iterator[ToldSentence]:
    """Every sentence, with those of its frames that tell."""
    sentences: list[tuple[Scope, Said, tuple[Frame, ...]]] = []
    said = OWN_VOICE
    for sentence in marks.sentences:
        scope = scope_of(chars, marks, sentence)
        said = who_says(scope, said)
        sentences.append((scope, said, find_frames(scope)))
    telling = Telling(weights, sentences)
    for number, (scope, says, frames) in enumerate(sentences):
        told = _telling(telling, number, scope, says, frames)
        yield ToldSentence(scope, says, told, partial(telling.weigh, number, scope, said=says))


def _telling(telling: Telling, number: int, scope: Scope, said: Said, frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """The frames of a sentence that tell; what stands beside a mere mention is looked at again without it."""
    mere = [frame for frame in frames if not telling.tells(number, scope, frame, said)]
    if not mere:
        return frames
    left = {mark for frame in mere for mark in (frame.trigger, *frame.others)}
    without = replace(scope, actions=tuple(action for action in scope.actions if action not in left))
    return tuple(frame for frame in find_frames(without) if telling.tells(number, scope, frame, said))
