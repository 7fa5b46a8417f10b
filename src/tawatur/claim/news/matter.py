"""Signs of what a sentence is about: a toll of people harmed and little else, or a toll in passing.

"Two killed" tells, with no place, day or act beside it: the toll is all that the sentence says.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from tawatur.claim.acts.frames import Frame
from tawatur.claim.acts.told import definite, gives_figure
from tawatur.claim.scope import HasSpan, Scope
from tawatur.model.mark import HarmMark

_TINY: Final = 40
_BRIEF: Final = 90
_HEAD: Final = 12
_SHARES: Final = ((0.5, "all-toll"), (0.3, "half-toll"), (0.15, "some-toll"))
_TITLES: Final = ("title", "heading")


def of_matter(scope: Scope, frame: Frame) -> Iterator[str]:
    """Every sign of what the sentence is about, in no order; some may come twice."""
    if scope.span.end - scope.span.start < _TINY:
        yield "tiny-sentence"
    if scope.sentence.region.kind in _TITLES:
        yield "in-a-title"
    harms = (frame.trigger, *frame.harms) if isinstance(frame.trigger, HarmMark) else frame.harms
    if not harms:
        return
    yield next((name for share, name in _SHARES if _toll_share(scope) >= share), "toll-in-passing")
    for harm in harms:
        if harm.span.start - scope.span.start < _HEAD and not definite(scope, harm) and gives_figure(scope, harm):
            yield "toll-at-the-head"
            if scope.span.end - scope.span.start < _BRIEF:
                yield "brief-toll-of-an-act" if frame.trigger is not harm else "brief-toll"


def _toll_share(scope: Scope) -> float:
    """How much of the sentence its words of harm, numbers and people are, from 0 to 1."""
    kinds: tuple[Sequence[HasSpan], ...] = (scope.harms, scope.numbers, scope.people, scope.persons)
    told = sum(mark.span.end - mark.span.start for marks in kinds for mark in marks)
    return min(1.0, told / max(1, scope.span.end - scope.span.start))
