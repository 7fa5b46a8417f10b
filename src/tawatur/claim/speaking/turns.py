"""Turns: which stretch of a sentence each word of saying governs, and who tells what another tells."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tawatur.claim.scope import Scope, after, within
from tawatur.claim.speaking.naming import speech_begins
from tawatur.claim.speaking.said import RELAYING, Said, Voice, joined
from tawatur.model.mark import ActionMark, CueMark, HarmMark
from tawatur.model.quick import quickly_made
from tawatur.model.text import Span

_INSIDE: Final = 6
_LEAD: Final = 25
_AND: Final = ("\u0648", "\u0641")
_CLAUSE: Final = "\u060c \u0648"
_COMMAS: Final = ("\u060c", ",", "\u061b")


@quickly_made
@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of a sentence and who says it."""

    span: Span
    said: Said


@quickly_made
@dataclass(frozen=True, slots=True)
class Opening:
    """A word of saying with its speaker: where the clause begins, where the naming ends, and which side it governs
    (``way``: forward, back, both). ``opens`` where "that" or a sign follows."""

    begin: int
    cue: CueMark
    said: Said
    end: int
    voices: tuple[Voice, ...] = ()
    opens: bool = False
    way: str = "forward"


def directed(scope: Scope, openings: Sequence[Opening]) -> list[Opening]:
    """The openings, each with the side that it governs."""
    if not openings:
        return []
    own = {opening.cue.span for opening in openings}
    acts = [mark.span.start for marks in (scope.actions, scope.harms) for mark in marks if mark.span not in own]
    ends = [scope.span.start, *(opening.end for opening in openings)]
    begins = [*(opening.begin for opening in openings[1:]), scope.span.end]
    return [
        _towards(opening, _way(
            scope, opening, ahead=any(end <= act < opening.begin for act in acts),
            behind=any(opening.end <= act < begin for act in acts),
        ))
        for opening, end, begin in zip(openings, ends, begins, strict=False)
    ]  # fmt: skip


def _towards(opening: Opening, way: str) -> Opening:
    return opening if opening.way == way else replace(opening, way=way)


def _way(scope: Scope, opening: Opening, *, ahead: bool, behind: bool) -> str:
    """Which side a word of saying governs. ``ahead`` and ``behind``: whether an act is told before and after it."""
    if not ahead or opening.cue.value == "statement":
        return "forward"
    start = opening.begin
    joined_on = scope.between(start - 1, start) in _AND
    if opening.cue.kind == "source":
        return "forward" if joined_on and behind else "both" if behind else "back"
    if opening.opens:
        return "forward"
    if not behind:
        return "forward" if joined_on else "back"
    left = scope.between(start - 2, start).strip()
    aside = left in _COMMAS and scope.between(opening.end, opening.end + 2).strip().startswith(_COMMAS)
    return "both" if aside else "forward"


def turns_of(scope: Scope, openings: Sequence[Opening], quotations: Sequence[Span]) -> list[Turn]:
    """The stretches that the openings govern, in text order."""
    turns: list[Turn] = []
    last: Opening | None = None
    for opening in openings:
        before = turns[-1] if turns else None
        held = before is not None and before.span.end > opening.begin
        if opening.way == "forward":
            said = opening.said
            if held and before and last and _nested(scope, last, opening, quotations):
                if opening.cue.value == "statement":
                    continue  # what one says of another's statement is his word for it
                said = joined(before.said, said)
            turns = [*_closed(turns, opening.begin), Turn(Span(opening.begin, _end(scope, opening)), said)]
        elif held and before and last:
            turns = _governed_too(scope, turns, last, opening)
        else:
            start = before.span.end if before else scope.span.start
            turns.append(Turn(Span(start, _end(scope, opening)), opening.said))
        last = opening
    return turns


def _closed(turns: Sequence[Turn], at: int) -> list[Turn]:
    """The turns with the last one ended at a place."""
    return [
        replace(turn, span=Span(turn.span.start, at)) if turn.span.start < at < turn.span.end else turn
        for turn in turns
    ]


def _end(scope: Scope, opening: Opening) -> int:
    """Where a turn ends: a statement's at a relative clause or boundary, an aside's at a boundary, others never before."""
    if opening.way == "back":
        return opening.end
    stated = ("boundary", "relative") if opening.cue.value == "statement" else ()
    kinds = ("boundary",) if opening.way == "both" else stated
    ends = [cue.span.start for cue in within(scope.cues, Span(opening.end, scope.span.end)) if cue.kind in kinds]
    return ends[0] if ends else scope.span.end


def _nested(scope: Scope, outer: Opening, inner: Opening, quotations: Sequence[Span]) -> bool:
    """Whether one speaker tells what the other says: right behind "that", inside his quotation, or
    as what he relays."""
    if inner.cue.value == "relay" and inner.begin - outer.end <= _LEAD:
        return True
    quote = quote_around(quotations, inner.begin)
    if quote and quote.start >= outer.end:
        return True
    begin, opens = speech_begins(scope, outer.end)
    that = next((cue.span.end for cue in after(scope.cues, begin, 0) if cue.kind == "that"), begin + 1)
    return opens and 0 <= inner.begin - that <= _INSIDE and scope.between(inner.begin - 1, inner.begin) not in _AND


def _governed_too(scope: Scope, turns: list[Turn], last: Opening, opening: Opening) -> list[Turn]:
    """The turns where a sentence that has a speaker ends with another: of the last clause, or of the whole."""
    between = within(scope.cues, Span(last.end, opening.begin))
    border = [cue.span.start for cue in between if cue.kind == "boundary"]
    if border:
        return [*_closed(turns, border[-1]), Turn(Span(border[-1], _end(scope, opening)), opening.said)]
    before = turns[-1]
    sourced = last.cue.kind == "source"  # it stands behind what it told
    clause = _last_clause(scope, last.end, opening.begin, told=sourced)
    if clause is not None and (last.opens or sourced) and opening.cue.kind == "source" and opening.cue.value is None:
        return [*_closed(turns, clause), Turn(Span(clause, _end(scope, opening)), opening.said)]
    if not opening.said.attribution.chain or opening.said.attribution == before.said.attribution:
        return turns
    told, teller = before.said, opening.said
    relays = opening.cue.value == "relay"
    if relays or (_relaying(told) and not _relaying(teller)):
        told, teller = teller, told
    return [*turns[:-1], replace(before, said=joined(teller, told))]


def _last_clause(scope: Scope, start: int, end: int, *, told: bool) -> int | None:
    """Where the last clause of a stretch begins that "and" opens with a verb, an act being ``told`` before it."""
    words: list[ActionMark | HarmMark] = [
        *within(scope.actions, Span(start, end)),
        *within(scope.harms, Span(start, end)),
    ]
    opened = [
        word.span.start
        for word in words
        if word.form not in ("noun", "people") and scope.between(word.span.start - 3, word.span.start) == _CLAUSE
    ]
    told = told or (bool(opened) and any(word.span.start < max(opened) for word in words))
    return max(opened) - 1 if opened and told else None


def _relaying(said: Said) -> bool:
    return said.attribution.chain[:1] != () and said.attribution.chain[0].kind in RELAYING


def quote_around(quotations: Sequence[Span], at: int) -> Span | None:
    """The quotation (of those in text order) that a place lies in."""
    number = bisect_right(quotations, at, key=lambda quote: quote.start) - 1
    return quotations[number] if number >= 0 and at < quotations[number].end else None
