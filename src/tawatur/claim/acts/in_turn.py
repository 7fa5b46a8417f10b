"""Acts that one sentence counts and then tells one by one: "two raids: the first at dawn killed two, the second four"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tawatur.claim.acts.frames import Frame
from tawatur.claim.scope import Scope, within
from tawatur.model.mark import ActionMark
from tawatur.model.text import Span

_SIGNS: Final = (":", ",", ";", ".", "-", "\u060c", "\u061b")
"""What stands before the first: "the first attack", without one, is another thing."""


def in_turn(scope: Scope, frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """The frames, with one for each act where a frame tells several in turn and says of each whom it harmed."""
    return tuple(part for frame in frames for part in _parts(scope, frame))


def _parts(scope: Scope, frame: Frame) -> Iterator[Frame]:
    """The acts of a frame: the first with all that stands before it, each of the others from its ordinal on."""
    spans = _turns(scope, frame)
    harms = [within(frame.harms, span) for span in spans]
    if len(spans) < 2 or not all(harms) or sum(map(len, harms)) < len(frame.harms):
        yield frame
        return
    yield replace(frame, clause=Span(frame.clause.start, spans[0].end), harms=harms[0])
    for span, own in zip(spans[1:], harms[1:], strict=True):
        yield replace(frame, clause=span, harms=own)


def _turns(scope: Scope, frame: Frame) -> list[Span]:
    """Where a frame tells of the first, the second and so on; empty where it counts none."""
    if not isinstance(frame.trigger, ActionMark) or frame.trigger.form == "verb" or frame.trigger.definite:
        return []
    cues = [cue for cue in scope.cues_of("turn") if frame.trigger.span.end <= cue.span.start < frame.clause.end]
    first = next((cue for cue in cues if cue.value == "first" and _after_sign(scope, cue.span.start)), None)
    if first is None:
        return []
    starts = [first.span.start, *(cue.span.start for cue in cues if cue.value == "next" and cue.span > first.span)]
    return [Span(start, end) for start, end in zip(starts, [*starts[1:], frame.clause.end], strict=True)]


def _after_sign(scope: Scope, at: int) -> bool:
    """Whether a sign stands before ``at``, nothing but blanks between."""
    return scope.chars[max(0, at - 3) : at].rstrip().endswith(_SIGNS)
