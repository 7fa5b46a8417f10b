"""Cordons: a house or a few people are surrounded in a raid, the spot of an act for its traces, a besieged town for days.

The words are the same. What is surrounded tells them apart, and what was done next.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tawatur.claim.acts.types import OWN_ACT
from tawatur.claim.scope import Scope, after, before, within
from tawatur.model.mark import ActionMark
from tawatur.model.text import Span

_WITH_IT: Final = ("raid", "ground_offensive", "armed_clash", "attack", "arrest", "execution")
"""Acts beside which "surrounded" tells how they began."""
_CORDON: Final = "#cordoned"
_SPOT: Final = "#the-spot-again"
_SIGN: Final = re.compile("[.,;:\n\u060c\u061b]")
_THEIRS: Final = ("\u0647\u0645", "\u0647\u0646", "\u0647\u0645\u0627", "\u0647", "\u0647\u0627")
"""Attached pronouns: "their encirclement" is of people told of before."""
_TAKEN: Final = ("arrested", "captured", "abducted")
_FAR: Final = 120
_OBJECT: Final = 24
_INSIDE: Final = 16
_TOUCH: Final = 2


def with_cordons(scope: Scope, actions: Sequence[ActionMark]) -> list[ActionMark]:
    """The words of action of a sentence, those of a siege that tell of a cordon made words of a raid.

    Those that tell how police closed off the spot where something happened are left out.
    """
    kept = (one for one in actions if not _closes_the_spot(scope, one))
    return [replace(one, type="raid") if _is_raid(scope, one, actions) else one for one in kept]


def _closes_the_spot(scope: Scope, action: ActionMark) -> bool:
    """Whether the spot where something happened is what is surrounded, with nothing but who does it between."""
    spots = [cue for cue in scope.cues_of("repeat_place") if cue.rule.endswith(_SPOT)]
    spot = next(iter(after(spots, action.span.end, _OBJECT)), None)
    if spot is None or action.type != "siege":
        return False
    gap = Span(action.span.end, spot.span.start)
    return not within(scope.places, gap) and not _SIGN.search(scope.between(*gap))


def _is_raid(scope: Scope, action: ActionMark, actions: Sequence[ActionMark]) -> bool:
    return _is_cordon(scope, action, actions) or _took_people(scope, action)


def _took_people(scope: Scope, action: ActionMark) -> bool:
    """Whether an "air raid" led to arrests: then soldiers came out of the aircraft."""
    if action.type != "air_strike" or action.form != "noun":
        return False
    results = [cue for cue in after(scope.cues_of("cause"), action.span.end, _FAR) if cue.value == "result"]
    harm = next(iter(after(scope.harms, results[0].span.end, _TOUCH)), None) if results else None
    return harm is not None and harm.harm in _TAKEN


def _is_cordon(scope: Scope, action: ActionMark, actions: Sequence[ActionMark]) -> bool:
    if action.type != "siege" or action.phase is not None:
        return False
    houses = scope.cues_of("house")
    if _touches_a_house(scope, action) or (_of_people(scope, action) and after(houses, action.span.end, _INSIDE)):
        return True
    others = any(one.type in _WITH_IT for one in actions)
    return action.rule.endswith(_CORDON) and (others or any(harm.harm in (*OWN_ACT, "killed") for harm in scope.harms))


def _touches_a_house(scope: Scope, action: ActionMark) -> bool:
    """Whether a house is what is surrounded: it stands behind the word, with nobody but the subject between."""
    house = next(iter(after(scope.cues_of("house"), action.span.end, _OBJECT)), None)
    if house is None:
        return False
    subject = [mark.span.end for mark in before(scope.parties, house.span.start, _OBJECT) if mark.group != "facility"]
    behind = max([action.span.end, *(end for end in subject if end <= house.span.start)])
    return house.span.start - behind <= _TOUCH + 2


def _of_people(scope: Scope, action: ActionMark) -> bool:
    return action.form == "noun" and scope.chars.startswith(_THEIRS, action.span.end)
