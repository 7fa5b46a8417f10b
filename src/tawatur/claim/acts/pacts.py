"""Whether a pact, talks or their end are told of: somebody concludes or sponsors it, it has terms, a day, parties.

Clubs, companies and kin make agreements too, and the weather has its truces: a sentence of trade or sport with no party
of a conflict in it tells of none.
"""

from typing import Final

from tawatur.claim.acts.terms import announces, find_terms
from tawatur.claim.scope import Scope, after, before, within
from tawatur.model.mark import ActionMark
from tawatur.model.text import Span

PACTS: Final = ("agreement", "ceasefire", "negotiation")
ENDS: Final = ("agreement_breach", "agreement_collapse")
_WAGED: Final = (*PACTS, *ENDS, "siege")
_FIGHTING: Final = ("party", "fighters", "residents")
_PACT: Final = 45
_COMPANY: Final = 60


def elsewhere(scope: Scope, action: ActionMark) -> bool:
    """Whether a pact or siege is one of trade, sport, kin or weather: its sentence says so, and names no party."""
    if action.type == "siege" and not scope.places and not any(mark.group != "facility" for mark in scope.parties):
        return True  # fire and traffic surround a house
    if action.type not in _WAGED or not scope.cues_of("business", "elsewhere"):
        return False
    return not any(mark.party.id or mark.group in _FIGHTING for mark in scope.parties)


def pact_told(scope: Scope, action: ActionMark) -> bool:
    """Whether a pact is told of; talks are always told."""
    if action.form == "verb" or (action.type == "negotiation" and not action.weak):
        return action.type == "negotiation" or _both_sides(scope, action)
    near = Span(max(0, action.span.start - 2 * _PACT), action.span.end + _PACT)  # who concludes it stands between
    told = [cue for cue in within(scope.cues, near) if cue.kind in ("concluded", "sponsor")]
    ended = before([one for one in scope.actions if one.type in ENDS], action.span.start, _PACT)
    if ended:
        return any(cue.span.start > action.span.end for cue in told)
    timed = _timed(scope, action)
    asked = before([one for one in scope.actions if one.act == "demand"], action.span.start, _PACT)
    termed = not asked and bool(find_terms(scope, action))  # demands upon a pact have terms of their own
    return bool(told or timed or termed or announces(scope, action))


def _timed(scope: Scope, action: ActionMark) -> bool:
    """Whether a time stands behind a pact, with no verb of another act between that the time is told of."""
    mark = next(iter(after(scope.times, action.span.end, _PACT)), None)
    if mark is None:
        return False
    between = within(scope.actions, Span(action.span.end, mark.span.start))
    return not any(one.form == "verb" and one.type not in _WAGED for one in between)


def names_pact(scope: Scope, action: ActionMark) -> bool:
    """Whether the pact that is broken is named beside the word."""
    return pact_named(scope, action) is not None


def pact_named(scope: Scope, action: ActionMark) -> ActionMark | None:
    """The word for the pact that is broken: the first right behind the word for that, else the last before it."""
    pacts = [one for one in scope.actions if one.type in PACTS]
    near = (*after(pacts, action.span.end, _PACT), *before(pacts, action.span.start, _PACT))
    return next(iter(near), None)


def _both_sides(scope: Scope, action: ActionMark) -> bool:
    """Whether parties, or "both sides", stand near a verb of agreeing."""
    near = Span(max(0, action.span.start - _COMPANY), action.span.end + _COMPANY)
    sides = any(
        cue.kind == "sides" or (cue.kind, cue.value) == ("repeat_party", "both") for cue in within(scope.cues, near)
    )
    return sides or any(mark.group != "facility" for mark in within(scope.parties, near))
