"""Did it happen, as this sentence tells it: status, stance, and whether it is news."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tawatur.claim.frames import Frame
from tawatur.claim.pacts import PACTS
from tawatur.claim.scope import Scope, cut, within
from tawatur.claim.stated import statement_told
from tawatur.claim.terms import term_over
from tawatur.model.mark import ActionMark, CueMark
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
_BY_TERM: Final = {"plan": ("planned", "plain"), "demand": ("demanded", "plain")}
_PACT_REACH: Final = 30
"""How far "not" reaches over the light verbs of a pact ("was not reached")."""


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
    for cue in cut(scope, frame.clause).cues_of("hedge", "distance"):
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
    near = within(scope.cues, Span(max(scope.span.start, at - max(_REACH.values())), at))
    for cue in reversed(near):
        if cue.kind not in _REACH or cue.span.meets(frame.trigger.span) or _no_statement(scope, cue):
            continue
        if _away(scope, cue, at) > _reach(cue, frame):
            continue
        if cue.kind == "negation":
            if cue.value == "noun" or frame.type in PACTS or frame.trigger.form != "noun":
                yield "denied", cue
        elif not _closed(scope, cue, at):
            yield _BY_CUE[cue.kind], cue


def _no_statement(scope: Scope, cue: CueMark) -> bool:
    """Whether a cue has only the letters of a verb of stating ("a student", not "demanded")."""
    words = [one for one in scope.actions if one.type == "statement" and one.span.meets(cue.span)]
    return cue.kind == "demand" and bool(words) and not any(statement_told(scope, one) for one in words)


def _away(scope: Scope, cue: CueMark, at: int) -> int:
    """How far a cue is from a trigger, the parties between them (the cue's own subject, say) not counted."""
    parties = within(scope.parties, Span(cue.span.end, at))
    return at - cue.span.end - sum(min(mark.span.end, at) - mark.span.start for mark in parties)


def _reach(cue: CueMark, frame: Frame) -> int:
    """How many characters before the trigger a cue may stand."""
    return _PACT_REACH if cue.kind == "negation" and frame.type in PACTS else _REACH[cue.kind]


def _closed(scope: Scope, cue: CueMark, at: int) -> bool:
    """Whether a boundary, a cause or a full stop ends a cue's reach before the trigger."""
    gap = Span(cue.span.end, at)
    ended = any(other.kind in ("boundary", "cause") for other in within(scope.cues, gap))
    return ended or "." in scope.between(gap.start, gap.end)


def is_background(scope: Scope, frame: Frame) -> CueMark | None:
    """The cue that makes a frame an earlier happening recalled; None where it is news."""
    start = Span(scope.span.start, frame.trigger.span.start)
    return next((cue for cue in within(scope.cues, start) if cue.kind == "background"), None)
