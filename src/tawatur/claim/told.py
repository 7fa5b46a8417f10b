"""Told or only mentioned: whether a word tells of a happening here.

A verb tells. A noun tells where something makes it happen: a verb of happening or doing, harm that it caused, a
clause that begins with it. "The investigation of the bombing" or "to prevent attacks" mention and do not tell.
"""

from collections.abc import Sequence
from typing import Final

from tawatur.claim.scope import HasSpan, Scope, after, before, within
from tawatur.claim.types import NO_HARM
from tawatur.model.mark import ActionMark, HarmMark
from tawatur.model.text import Span

PACTS: Final = ("agreement", "ceasefire", "negotiation")
ENDS: Final = ("agreement_breach", "agreement_collapse")
_MAKERS: Final = ("light", "occur", "undergo", "launch_area", "fall")
_GOVERNING: Final = ("threat", "plan", "demand", "attempt", "denial")
_NEAR: Final = 45
_TOUCH: Final = 3
_LEAD: Final = 14
_PACT: Final = 45
_COMPANY: Final = 60


def tells(scope: Scope, action: ActionMark) -> bool:
    """Whether a word of action tells of a happening here."""
    if any(cue.kind == "mention" for cue in before(scope.cues, action.span.start, _TOUCH)):
        return False
    if action.type in PACTS:
        return _pact_told(scope, action)
    if action.type in ENDS:
        return _names_pact(scope, action)
    if action.weak and not _in_company(scope, action):
        return False
    return action.form != "noun" or action.type in NO_HARM or _made_to_happen(scope, action)


def _in_company(scope: Scope, action: ActionMark) -> bool:
    """Whether a party, place, weapon or harm stands near."""
    near = Span(max(0, action.span.start - _COMPANY), action.span.end + _COMPANY)
    company: tuple[Sequence[HasSpan], ...] = (scope.parties, scope.places, scope.weapons, scope.harms)
    return any(within(marks, near) for marks in company)


def _made_to_happen(scope: Scope, action: ActionMark) -> bool:
    """Whether something makes a noun tell: harm that is counted, a verb of happening, or the head of a clause."""
    at = action.span
    if before(scope.cues_of(*_GOVERNING), at.start, _NEAR):
        return True  # what is threatened, planned, demanded or denied is told as such
    if any(_gives_figure(scope, harm) for harm in scope.harms if not harm.span.meets(at)):
        return True
    makers = [cue for cue in scope.cues if cue.kind in _MAKERS or (cue.kind == "cause" and cue.value == "result")]
    if before(makers, at.start, _NEAR) or after(makers, at.end, _NEAR):
        return True
    return not action.definite and _heads_clause(scope, action)


def _heads_clause(scope: Scope, action: ActionMark) -> bool:
    """Whether a noun stands first in its sentence or after a boundary, with a place or a party behind it."""
    start = action.span.start
    first = start - scope.span.start <= _LEAD or any(
        cue.kind in ("boundary", "because", "cause") for cue in before(scope.cues, start, _TOUCH + 1)
    )
    joined = scope.chars[max(0, start - 1) : start] == "\u0648"
    return (first or joined) and bool(
        after(scope.places, action.span.end, _COMPANY) or after(scope.parties, action.span.end, _NEAR)
    )


def _gives_figure(scope: Scope, harm: HarmMark) -> bool:
    """Whether a word of harm comes with people or a number, or is itself indefinite people."""
    near = Span(max(scope.span.start, harm.span.start - _LEAD), harm.span.end + _NEAR)
    company: tuple[Sequence[HasSpan], ...] = (scope.people, scope.numbers)
    if any(within(marks, near) for marks in company) or after(scope.persons, harm.span.end, _LEAD):
        return True
    return harm.form == "people" and not definite(scope, harm)


def definite(scope: Scope, harm: HarmMark) -> bool:
    """Whether the article stands before a word of harm: it points back to people already told of."""
    return scope.chars[max(0, harm.span.start - 2) : harm.span.start].endswith(("\u0627\u0644", "\u0644\u0644"))


def harm_tells(scope: Scope, harm: HarmMark) -> bool:
    """Whether a word of harm with no act beside it tells of one."""
    if any(cue.kind == "mention" for cue in before(scope.cues, harm.span.start, _TOUCH)):
        return False
    caused = bool(within(scope.weapons, scope.span)) or any(cue.kind == "agent" for cue in scope.cues)
    if not harm.violent and not caused:
        return False
    return harm.form in ("verb", "ambivalent", "passive") or _gives_figure(scope, harm)


def _names_pact(scope: Scope, action: ActionMark) -> bool:
    """Whether the pact that is broken is named beside the word."""
    pacts = [one for one in scope.actions if one.type in PACTS]
    return bool(after(pacts, action.span.end, _PACT) or before(pacts, action.span.start, _PACT))


def _pact_told(scope: Scope, action: ActionMark) -> bool:
    """Whether a pact is told of: somebody concludes or sponsors it, or it has a day of its own; talks are always told."""
    if action.type == "negotiation" and not action.weak:
        return True
    near = Span(max(0, action.span.start - _PACT), action.span.end + _PACT)
    told = [cue for cue in within(scope.cues, near) if cue.kind in ("concluded", "sponsor")]
    ended = before([one for one in scope.actions if one.type in ENDS], action.span.start, _PACT)
    if ended:
        return any(cue.span.start > action.span.end for cue in told)
    return bool(told) or bool(after(scope.times, action.span.end, _PACT))
