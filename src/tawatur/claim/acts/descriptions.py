"""Words of action that describe and tell no happening: who holds or stands in a place, what spreads of itself, a drone.

"The areas that the army controls" says where; that it took them is another word.
"""

from typing import Final

from tawatur.claim.scope import HasSpan, Scope, after, before
from tawatur.model.mark import ActionMark, CueMark

_WHICH: Final = ("relative", "where")
_STATES: Final = ("territory_control", "deployment")
_ARMED: Final = ("party", "fighters")
_BACK: Final = ("\u0647", "\u0647\u0627")
"""Pronouns by which a clause points back to the noun that it describes ("an area they control")."""
_OVER: Final = 12
"""Room for a verb of being between "which" and what it says."""
_TOUCH: Final = 3
_SUBJECT: Final = 20
_AGAIN: Final = 14
"""Room for "the return of"."""
_FAR: Final = 120
_TAIL: Final = 60
_SPREAD: Final = "#spread-out"


def which(scope: Scope, action: ActionMark) -> CueMark | None:
    """The "which" or "where" that makes a verb of holding a place, or of standing in it, a state; None where none does."""
    if action.type not in _STATES or action.form == "noun" or action.tense == "past":
        return None
    return next(iter(before(scope.cues_of(*_WHICH), action.span.start, _OVER)), None)


def describes(scope: Scope, action: ActionMark) -> bool:
    """Whether a word of holding a place, or of troops in it, only says which area or troops are meant.

    Of a place that is named right before "which" it is told, as a state.
    """
    cue = which(scope, action)
    if cue is not None:
        return not before(scope.places, cue.span.start, _TOUCH)
    if action.type == "territory_control":
        return scope.between(*action.span).endswith(_BACK)
    posts = action.type == "deployment" and action.form == "noun"
    backed = any(cue.span.meets(action.span) for cue in scope.cues_of("backed"))
    return posts and (backed or bool(before(scope.cues_of("launch_area"), action.span.start, _TOUCH)))


def spreads(scope: Scope, action: ActionMark) -> bool:
    """Whether what spreads is no troops, but news, smoke, mines or an illness."""
    if not action.rule.endswith(_SPREAD):
        return False
    armed = [mark for mark in scope.parties if mark.group in _ARMED]
    left: list[HasSpan] = [mark for mark in scope.weapons if mark.means == "mine"]
    things = sorted([*left, *scope.cues_of("spreads", "accident")], key=lambda mark: mark.span)
    behind = after(things, action.span.end, _SUBJECT)
    posted = after(armed, action.span.end, _SUBJECT)
    if behind and not (posted and posted[0].span < behind[0].span):
        return True
    return action.form != "noun" and not posted and bool(before(things, action.span.start, _FAR))


def drone(scope: Scope, action: ActionMark) -> bool:
    """Whether the march that would make a verb one of protest is a drone."""
    if action.type != "protest" or action.form != "verb":
        return False
    drones = [mark for mark in scope.weapons if mark.means == "drone"]
    marches = [one for one in after(scope.actions, action.span.end, _TAIL) if one.type == "protest"]
    return bool(after(drones, action.span.end, _TAIL)) and not marches


def feared(scope: Scope, action: ActionMark) -> bool:
    """Whether "the" acts are what people fear may come again ("fled for fear of a return of the attacks")."""
    fears = [cue for cue in before(scope.cues_of("hypothesis"), action.span.start, _AGAIN) if cue.value == "fear"]
    again = bool(fears) and action.span.start - fears[0].span.end > _TOUCH
    return action.form == "noun" and action.definite and again
