"""Which words of one sentence tell of one act, and which begin another."""

from collections.abc import Sequence
from typing import Final

from tawatur.claim.acts.pacts import ENDS
from tawatur.claim.acts.types import NO_HARM, one_act
from tawatur.claim.scope import Scope, after, before, within
from tawatur.model.mark import ActionMark, CueMark, HarmMark
from tawatur.model.text import Span

_BACK: Final = 40
_AND: Final = "\u0648"
_ISSUED: Final = 110
"""Room between "issued" and what the statement does: who issued it, and when."""
_BEHIND: Final = 60
_NEW_ACT: Final = ("boundary", "undergo", "light")
"""Cues between two words of action that make the second tell of another act."""
_TOUCH: Final = 3
_THESE: Final = 8
"""Room for "these" between what came next and the acts that it came after."""
_CLAUSE: Final = "\u060c \u0648"


def same_act(scope: Scope, group: Sequence[ActionMark], action: ActionMark) -> bool:
    """Whether ``action`` is another word for the act of ``group``."""
    last = group[-1]
    gap = Span(last.span.end, action.span.start)
    parted = bool(within(scope.cues_of("boundary"), gap))
    if action.general and gap.end - gap.start <= _BACK and last.type not in NO_HARM and not parted:
        return True
    if action.type in ENDS and action.form != "verb" and before(scope.cues_of("past"), action.span.start, _TOUCH):
        return any(one.type == action.type for one in group)  # "and after the breach": the one just told
    if not any(one_act(one.type, action.type) for one in group) or (
        action.type == "statement" and action.act != last.act and not _says_what(scope, last, action)
    ):
        return False
    if "territory_control" in {action.type, last.type} and action.type != last.type:
        return False  # who holds a place is not who took it
    news = [cue for cue in within(scope.cues_of(*_NEW_ACT), gap) if not _done_to(cue, last) or last.type == action.type]
    if news or _told_by_another(scope, action, gap) or _came_next(scope, last, action):
        return False
    new_place = within(scope.places, Span(action.span.end, action.span.end + _BACK))
    old_place = within(scope.places, Span(group[0].span.start, action.span.start))
    anew = action.form in ("verb", "passive") or _opens_anew(scope, action, gap)
    return not (anew and old_place and new_place) or {p.place.said for p in new_place} <= {
        p.place.said for p in old_place
    }


def _came_next(scope: Scope, first: ActionMark, second: ActionMark) -> bool:
    """Whether a verb says that the second act came after the first; it stands between them, or before both."""
    cues = scope.cues_of("next")
    if any(first.span.end <= cue.span.start < second.span.start for cue in cues):
        return True
    return came_before(scope, first) and not second.definite


def came_before(scope: Scope, action: ActionMark) -> bool:
    """Whether an act is one told of before, which something came after ("these raids were followed by …")."""
    return action.definite and bool(before(scope.cues_of("next"), action.span.start, _THESE))


def _done_to(cue: CueMark, last: ActionMark) -> bool:
    """Whether a light verb stands right behind a noun of action: it says who did that ("a massacre committed by")."""
    return cue.kind == "light" and last.form == "noun" and cue.span.start - last.span.end <= 1


def _opens_anew(scope: Scope, action: ActionMark, gap: Span) -> bool:
    """Whether a noun stands in a clause of its own: somebody told it, or was harmed in it, behind what was told before.

    "The" bombardment is the one just told.
    """
    if action.definite:
        return False
    hurt = any(harm.tense is not None for harm in within(scope.harms, gap))
    return hurt or bool(within(scope.cues_of("reporting"), gap))


def _says_what(scope: Scope, first: ActionMark, second: ActionMark) -> bool:
    """Whether a word of stating only says what a statement just issued says ("issued a statement that condemned")."""
    gap = scope.between(first.span.end, second.span.start)
    return first.act is None and second.act is not None and len(gap) <= _ISSUED and not gap.endswith(_AND)


def _told_by_another(scope: Scope, action: ActionMark, gap: Span) -> bool:
    """Whether "and" opens a clause behind a source: what one told is not what is told next.

    The clause opens with the word of action, or with a harm ("…, and three were hurt in a bombardment of another town").
    """
    opens: list[ActionMark | HarmMark] = [
        action,
        *(harm for harm in within(scope.harms, gap) if harm.tense is not None),
    ]
    joined = [
        word.span.start for word in opens if scope.chars[max(0, word.span.start - 3) : word.span.start] == _CLAUSE
    ]
    if not joined or action.general:
        return False
    ahead = any(cue.kind == "source" for cue in within(scope.cues, Span(gap.start, joined[0])))
    behind = any(cue.kind == "source" for cue in after(scope.cues, action.span.end, _BEHIND))
    spoken = behind and any(cue.kind == "reporting" for cue in within(scope.cues, Span(scope.span.start, gap.start)))
    return ahead or spoken
