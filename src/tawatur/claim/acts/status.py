"""Did it happen, as this sentence tells it: status, stance, and whether it is news."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tawatur.claim.acts.descriptions import which
from tawatur.claim.acts.frames import Frame
from tawatur.claim.acts.pacts import PACTS
from tawatur.claim.acts.recalls import had_happened, recalling
from tawatur.claim.acts.stated import statement_told
from tawatur.claim.acts.terms import term_over
from tawatur.claim.scope import Scope, after, before, within
from tawatur.model.mark import ActionMark, CueMark, HarmMark
from tawatur.model.quick import quickly_made
from tawatur.model.text import Span

_BY_CUE: Final = {
    "denial": "denied",
    "threat": "threatened",
    "plan": "planned",
    "demand": "demanded",
    "hypothesis": "hypothetical",
    "attempt": "attempted",
}
_REACH: Final = {"negation": 9, "denial": 70, "threat": 40, "plan": 70, "demand": 50, "hypothesis": 30, "attempt": 14}
_FARTHEST: Final = max(_REACH.values())
_BY_TERM: Final = {"plan": ("planned", "plain"), "demand": ("demanded", "plain")}
_TOUCH: Final = 2
_COMMA: Final = "\u060c"
_TAKES_NOUNS: Final = ("demand", "threat")
"""Cues that govern a noun, or a verb behind "that": "to punish who bombed" demands no bombing."""
_QUESTION_REACH: Final = 60
_MADE_REACH: Final = 45
_ANYWHERE: Final = ("then", "habit")
"""Cues of background that count wherever they stand in a clause; the others stand before what they govern."""
_BESIDE: Final = 24
_PACT_REACH: Final = 30
"""How far "not" reaches over the light verbs of a pact ("was not reached")."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Told:
    """Status and stance with the cues that say so."""

    status: str
    stance: str
    cues: tuple[tuple[str, CueMark], ...]


def how_told(scope: Scope, frame: Frame) -> Told:
    """The status and stance of a frame: asserted and plain unless a cue before its trigger says otherwise."""
    cues: list[tuple[str, CueMark]] = list(_agreed(scope, frame))
    if cues:
        return Told(*_BY_TERM[cues[0][1].kind], tuple(cues))
    status = "asserted"
    for value, cue in _governing(scope, frame):
        status = value
        cues.append(("status", cue))
        break
    if status == "asserted" and isinstance(frame.trigger, ActionMark) and frame.trigger.future:
        status = "planned"
    stance = "plain"
    for cue in within(scope.cues_of("hedge", "distance"), frame.clause):
        stance = "hedged" if cue.kind == "hedge" else "distanced"
        cues.append(("stance", cue))
        break
    return Told(status, stance, tuple(cues))


def _agreed(scope: Scope, frame: Frame) -> Iterator[tuple[str, CueMark]]:
    """What makes a frame a thing to be done: it lies in a term of a pact, or in what somebody demands."""
    found = None if frame.type in (*PACTS, "statement") else term_over(scope, frame.trigger.span)
    if found:
        term, word = found
        kind = "demand" if word.type == "statement" else "plan"
        yield "status", CueMark(term.span, kind, None, "forward", term.rule)


def _governing(scope: Scope, frame: Frame) -> Iterator[tuple[str, CueMark]]:
    """The cues before the trigger that reach it, the nearest first."""
    at = frame.trigger.span.start
    if frame.type == "statement":
        return
    near = within(scope.cues_of(*_REACH), Span(max(scope.span.start, at - _FARTHEST), at))
    for cue in reversed(near):
        if cue.span.meets(frame.trigger.span) or _no_statement(scope, cue) or _of_its_terms(frame, cue):
            continue
        if _away(scope, cue, at) > _reach(scope, cue, frame):
            continue
        if cue.kind == "negation":
            if _denies_nothing(scope, cue, at) or _in_manner(scope, cue, at):
                continue
            if (
                cue.value in ("noun", "next")
                or frame.type in PACTS
                or frame.trigger.form != "noun"
                or _not_made(scope, cue)
            ):
                yield "denied", cue
        elif not _closed(scope, cue, frame):
            yield _BY_CUE[cue.kind], cue


def _of_its_terms(frame: Frame, cue: CueMark) -> bool:
    """Whether a cue plans what a pact says is to be done: the pact itself is made."""
    return cue.value == "terms" and frame.type in PACTS


def _denies_nothing(scope: Scope, cue: CueMark, at: int) -> bool:
    """Whether "not" reaches no further ("saw no fights, but the shelling …"), or stands behind "if"."""
    ended = any(other.kind == "boundary" for other in within(scope.cues, Span(cue.span.end, at)))
    return ended or bool(before(scope.cues_of("hypothesis"), cue.span.start, 1))


def _in_manner(scope: Scope, cue: CueMark, at: int) -> bool:
    """Whether "without" goes with a noun of its own, behind which an act is only led to ("without intent, in a raid")."""
    gap = Span(cue.span.end, at)
    led = any(one.kind == "preposition" and one.value is None for one in within(scope.cues, gap))
    return cue.value == "noun" and led and bool(scope.between(*gap).split()[:1])


def _no_statement(scope: Scope, cue: CueMark) -> bool:
    """Whether a cue has only the letters of a verb of stating ("a student", not "demanded"), or a danger "threatens"."""
    words = [one for one in scope.actions if one.type == "statement" and one.span.meets(cue.span)]
    return cue.kind in _TAKES_NOUNS and bool(words) and not any(statement_told(scope, one) for one in words)


def _away(scope: Scope, cue: CueMark, at: int) -> int:
    """How far a cue is from a trigger, the parties between them (the cue's own subject, say) not counted."""
    parties = within(scope.parties, Span(cue.span.end, at))
    return at - cue.span.end - sum(min(mark.span.end, at) - mark.span.start for mark in parties)


def _reach(scope: Scope, cue: CueMark, frame: Frame) -> int:
    """How many characters before the trigger a cue may stand."""
    if cue.value == "question":
        return _QUESTION_REACH
    if cue.kind != "negation":
        return _REACH[cue.kind]
    if cue.value == "next":
        return _TOUCH
    if _not_made(scope, cue):
        return _MADE_REACH
    return _PACT_REACH if frame.type in PACTS else _REACH["negation"]


def _not_made(scope: Scope, cue: CueMark) -> bool:
    """Whether "not" stands right before a verb that makes a noun happen ("was not exposed to any shelling")."""
    makers = scope.cues_of("undergo", "occur", "light", "fall")
    return cue.value == "made" or (
        cue.kind == "negation" and any(0 < one.span.start - cue.span.end <= _TOUCH for one in makers)
    )


def _closed(scope: Scope, cue: CueMark, frame: Frame) -> bool:
    """Whether something ends a cue's reach before the trigger: a boundary, a cause, a full stop, "after"."""
    at = frame.trigger.span.start
    gap = within(scope.cues, Span(cue.span.end, at))
    if "." in scope.between(cue.span.end, at) or any(other.kind in ("boundary", "cause") for other in gap):
        return True
    if any(other.kind == "past" and at - other.span.end <= _TOUCH for other in gap):
        return True
    if cue.kind == "plan" and _known(frame.trigger) and _COMMA in scope.between(cue.span.end, at):
        return True  # "for the sake of the wounded, with the victims of the bombardment": nobody plans what is known
    verb = frame.trigger.form in ("verb", "passive", "ambivalent") and not any(other.kind == "that" for other in gap)
    return verb and (cue.kind in _TAKES_NOUNS or cue.value == "fear")


def _known(trigger: ActionMark | HarmMark) -> bool:
    return isinstance(trigger, ActionMark) and trigger.definite


def is_background(scope: Scope, frame: Frame) -> CueMark | None:
    """The cue that makes a frame an earlier happening recalled, a state, or one of habit; None where it is news."""
    state = which(scope, frame.trigger) if isinstance(frame.trigger, ActionMark) else None
    recalled = state or recalling(scope, frame.trigger) or had_happened(scope, frame.trigger)
    if recalled is not None:
        return recalled
    ahead = Span(scope.span.start, frame.trigger.span.start)
    for cue in scope.cues_of("background"):
        if cue.value in _ANYWHERE and frame.clause.covers(cue.span):
            return cue
        if (
            cue.value not in (*_ANYWHERE, "follows")
            and ahead.start <= cue.span.start < ahead.end
            and not _said_earlier(scope, cue)
        ):
            return cue
    return None


def _said_earlier(scope: Scope, cue: CueMark) -> bool:
    """Whether "earlier" tells when somebody said something: it stands beside a verb of saying."""
    said = scope.cues_of("reporting")
    beside = before(said, cue.span.start, _BESIDE) or after(said, cue.span.end, _TOUCH)
    return cue.value == "earlier" and bool(beside)
