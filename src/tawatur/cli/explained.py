"""The derivation of one claim: its sentence, what was seen in it, why it tells, and each field with what put it there."""

from collections.abc import Iterator, Sequence
from typing import Final

from tawatur.claim.build import Derivation
from tawatur.cli.explained_values import value_of
from tawatur.cli.marks_said import said_of, seen_in
from tawatur.cli.tongue import Tongue
from tawatur.export.held import held_fields, supports
from tawatur.export.parts import Json, Known, Line, evidence_part
from tawatur.export.shapes import claim_line
from tawatur.model.claim import Claim
from tawatur.model.mark import ActionMark
from tawatur.model.text import Report, Span
from tawatur.record.withheld import MASK

ALWAYS: Final = ("status", "stance", "told_as", "attribution")


def explain(
    claim: Claim, report: Report, derivation: Derivation | None, *, today: str, known: Known, tongue: Tongue
) -> Line:
    """How ``claim`` was made, as JSON; what only today's pack (of version ``today``) can say is null without one."""
    chars = report.title.chars if claim.where == "title" and report.title else report.text.chars
    span = derivation.scope.span if derivation else claim.clause
    hidden = tuple(
        Span(span.start + start, span.start + end) for start, end in known.withheld.spans(chars[slice(*span)])
    )
    return {
        "claim": claim_line(claim, known),
        "pack": {"made_by": claim.pack_version, "today": today, "same": claim.pack_version == today},
        "sentence": {"in": claim.where, "start": span.start, "end": span.end, "text": _masked(chars, span, hidden)},
        "marks": _marks(derivation, chars, hidden, tongue) if derivation else None,
        "frame": _frame(derivation, chars, hidden) if derivation else None,
        "telling": _telling(derivation) if derivation else None,
        "fields": [_field(claim, name, known, tongue) for name in _fields(claim)],
        "shown": _bracketed(chars, span, [one.span for one in claim.evidence if one.where == claim.where], hidden),
    }


def _fields(claim: Claim) -> tuple[str, ...]:
    """The fields to explain: those that hold something, and those that say how it is told even where that is plain."""
    held = held_fields(claim)
    return (*held, *(name for name in ALWAYS if name not in held))


def _field(claim: Claim, name: str, known: Known, tongue: Tongue) -> Line:
    """One field with its value and the characters and rules that it rests on."""
    own = [one for one in claim.evidence if supports(one.field, name)]
    return {
        "field": name,
        "value": value_of(claim_line(claim, known), name, tongue),
        "evidence": [evidence_part(one, known) for one in own],
    }


def _marks(derivation: Derivation, chars: str, hidden: Sequence[Span], tongue: Tongue) -> list[Json]:
    """What was seen in the sentence, in text order."""
    return [
        {
            "kind": kind,
            "start": mark.span.start,
            "end": mark.span.end,
            "quote": _masked(chars, mark.span, hidden),
            "says": said_of(mark, tongue),
            "rule": mark.rule,
        }
        for kind, mark in seen_in(derivation.scope)
    ]


def _frame(derivation: Derivation, chars: str, hidden: Sequence[Span]) -> Line:
    """The word that makes the claim, other words for the same act, and the stretch that tells of it."""
    frame = derivation.frame
    harms = [mark for mark in frame.harms if mark is not frame.trigger]
    return {
        "type": frame.type,
        "by": "action" if isinstance(frame.trigger, ActionMark) else "harm",
        "trigger": _masked(chars, frame.trigger.span, hidden),
        "rule": frame.trigger.rule,
        "others": [_masked(chars, mark.span, hidden) for mark in frame.others],
        "harms": [_masked(chars, mark.span, hidden) for mark in harms],
        "start": frame.clause.start,
        "end": frame.clause.end,
    }


def _telling(derivation: Derivation) -> Line:
    """Why the frame tells: its signs with their weights, or that its type is told wherever a rule sees it."""
    weighing = derivation.weighing()
    if weighing is None:
        return {"weighed": False, "total": None, "signs": []}
    signs: list[Json] = [{"sign": sign, "weight": weight} for sign, weight in weighing.signs]
    return {"weighed": True, "total": round(weighing.total, 5), "signs": signs}


def _masked(chars: str, span: Span, hidden: Sequence[Span]) -> str:
    """The characters of a span, a withheld name (or the part of one) in it as an ellipsis."""
    return "".join(_letters(chars, span, hidden))


def _bracketed(chars: str, span: Span, evidence: Sequence[Span], hidden: Sequence[Span]) -> str:
    """A sentence with the evidence of its claim in square brackets."""
    covered = {at for one in evidence for at in range(one.start, one.end)}
    parts = []
    for at, letter in zip(range(*span), _letters(chars, span, hidden), strict=True):
        opens, closes = at in covered and at - 1 not in covered, at in covered and at + 1 not in covered
        parts.append(f"{'[' if opens or (at == span.start and at in covered) else ''}{letter}{']' if closes else ''}")
    return "".join(parts)


def _letters(chars: str, span: Span, hidden: Sequence[Span]) -> Iterator[str]:
    """The characters of a span one by one: of a withheld name an ellipsis, then nothing."""
    before: Span | None = None
    for at in range(*span):
        name = next((one for one in hidden if one.start <= at < one.end), None)
        yield chars[at] if name is None else "" if name is before else MASK
        before = name
