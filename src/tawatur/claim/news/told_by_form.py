"""Forms in which an act is told whatever its other signs weigh."""

from typing import Final

from tawatur.claim.acts.frames import Frame
from tawatur.claim.acts.told import gives_figure, names_follow, of_the_dead
from tawatur.claim.scope import Scope, after, before, within
from tawatur.model.mark import ActionMark, HarmMark
from tawatur.model.text import Span

_BREAKING_OUT: Final = ("armed_clash",)
_UNTOLD: Final = ("that", "hypothesis", "negation")
_OBJECT: Final = 45
"""From a verb of speech over its subject to what is said."""
_TOUCH: Final = 1
_JOINED: Final = 3
"""A space and what a word may begin with: the article, a conjunction."""


def told_by_form(scope: Scope, frame: Frame) -> bool:
    """Whether a frame is told by its form alone. A heading over the names of the harmed tells."""
    if names_follow(scope) is not None or of_the_dead(scope, frame.trigger):
        return True
    return broke_out(scope, frame) or left_harm(scope, frame) or toll_rose(scope, frame) or reported(scope, frame)


def broke_out(scope: Scope, frame: Frame) -> bool:
    """Whether a verb of happening stands right before its noun ("clashes broke out"): that tells, and mentions nothing."""
    word = frame.trigger
    if not isinstance(word, ActionMark) or word.form != "noun" or word.definite or frame.type not in _BREAKING_OUT:
        return False
    verbs = before(scope.cues_of("occur"), word.span.start, _TOUCH)
    somewhere = bool(scope.times) or bool(scope.places) or bool(within(scope.parties, frame.clause))
    return somewhere and bool(verbs) and not before(scope.cues_of(*_UNTOLD), verbs[0].span.start, _TOUCH)


def left_harm(scope: Scope, frame: Frame) -> bool:
    """Whether a verb of result stands right before its noun and people were harmed ("the fights left dead on both sides").

    What an act did is news of it; with the verb behind it may be an act that everybody knows ("the attack that left ...").
    """
    word = frame.trigger
    if not isinstance(word, ActionMark) or word.form != "noun":
        return False
    verbs = [cue for cue in before(scope.cues_of("cause"), word.span.start, _JOINED) if cue.value == "result"]
    people = any(harm.form == "people" and harm.span.start > word.span.end for harm in frame.harms)
    return people and bool(verbs) and not before(scope.cues_of(*_UNTOLD), verbs[0].span.start, _JOINED)


def toll_rose(scope: Scope, frame: Frame) -> bool:
    """Whether a toll is brought up to date ("the toll of the massacre rose to 27 killed"): a new figure is news."""
    harms = [mark for mark in (frame.trigger, *frame.harms) if isinstance(mark, HarmMark)]
    return bool(scope.cues_of("update")) and any(gives_figure(scope, harm) for harm in harms)


def reported(scope: Scope, frame: Frame) -> bool:
    """Whether somebody is said to report counted harm ("the spokesman confirmed the killing of four civilians")."""
    harms = [mark for mark in (frame.trigger, *frame.harms) if isinstance(mark, HarmMark) and mark.form == "noun"]
    return any(_is_reported(scope, harm) for harm in harms)


def _is_reported(scope: Scope, harm: HarmMark) -> bool:
    verbs = before(scope.cues_of("reporting"), harm.span.start, _OBJECT)
    counted = bool(after(scope.numbers, harm.span.end, _JOINED)) or bool(after(scope.people, harm.span.end, _JOINED))
    if not verbs or not counted:
        return False
    between = Span(verbs[0].span.end, harm.span.start)
    return not within(scope.cues_of(*_UNTOLD), between) and not within(scope.actions, between)
