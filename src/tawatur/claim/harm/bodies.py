"""Bodies that were found, and those who died of wounds: how many, whose, and of what the day is the day.

A finding tells neither who killed them nor when.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tawatur.claim.acts.frames import Frame
from tawatur.claim.harm.counts import figures_of, find_figures
from tawatur.claim.harm.figure import Figure
from tawatur.claim.scope import HasSpan, Scope, after, before
from tawatur.model.claim import ClaimDate
from tawatur.model.mark import HarmMark
from tawatur.model.text import Span

FOUND: Final = "body_found"
_BODIES: Final = "bodies"
_REACH: Final = 70
_BESIDE: Final = 14
"""Room between a body and whose it is, or between it and its number."""


def figures_in(scope: Scope, frame: Frame) -> tuple[Figure, ...]:
    """The figures of a frame: those of its words of harm, else the bodies that were found."""
    figures = find_figures(scope, frame.harms, kind=frame.type)
    return figures or (_bodies(scope, frame) if frame.type == FOUND else ())


def of_kind(when: ClaimDate, frame: Frame, figures: Sequence[Figure]) -> ClaimDate:
    """``when`` with what its day is the day of: bodies are found, and the wounded die, later than they were hit."""
    if frame.type == FOUND:
        return replace(when, kind="found")
    died = isinstance(frame.trigger, HarmMark) and any(one.count.transition for one in figures)
    return replace(when, kind="died") if died else when


def _bodies(scope: Scope, frame: Frame) -> tuple[Figure, ...]:
    """The dead of a finding: the people whose bodies they are ("the bodies of five men"), else the bodies themselves."""
    at = frame.trigger.span.end
    body = next((one for one in after(scope.people, at, _REACH) if one.measure == _BODIES), None)
    if body is None:
        return ()
    number = next(iter(before(scope.numbers, body.span.start, _BESIDE)), None)
    start = number.span.start if number and number.span.start >= at else body.span.start
    if start == body.span.start and _whose(scope, body.span.end):
        start = body.span.end
    word = HarmMark(Span(at, start), "killed", "noun", None, body.rule)
    return tuple(replace(one, count=replace(one.count, measure=_BODIES)) for one in figures_of(scope, word, ()))


def _whose(scope: Scope, at: int) -> bool:
    """Whether people, their number or a name stand right behind a body."""
    marks: tuple[Sequence[HasSpan], ...] = (scope.people, scope.numbers, scope.persons)
    return scope.chars.startswith(" ", at) and any(after(kind, at, _BESIDE) for kind in marks)
