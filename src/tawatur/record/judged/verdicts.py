"""What people decided, read so that the latest word on a thing counts and what was undone does not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from tawatur.model.case import CaseView
from tawatur.model.claim import Claim
from tawatur.model.judgement import EVENT_PREFIX, Anchor, Judgement
from tawatur.model.text import Span

REVIEWS: Final = ("accept", "correct", "reject")

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """``same`` and ``different`` hold pairs of claim ids (the smaller first), ``reviews`` the last review of a thing.

    ``values`` are the corrections by thing and field. A thing is a claim's id or an event's: an event is also known by
    the claim that it rested on, as ``@`` and that claim's id, so that a judgement on it outlives its id.
    """

    same: frozenset[Pair]
    different: frozenset[Pair]
    reviews: Mapping[str, Judgement]
    values: Mapping[str, Mapping[str, Judgement]]

    def rejected(self, subject: str) -> Judgement | None:
        """The judgement that rejects this claim or event, None where there is none or a later one takes it back."""
        last = self.reviews.get(subject)
        return last if last is not None and last.verdict == "reject" else None

    def rejected_event(self, event: str, claims: Sequence[str]) -> Judgement | None:
        """The judgement that rejects an event of these claims: on itself, or on its only claim."""
        told = [self.reviews[name] for name in _names(event, claims) if name in self.reviews]
        last = max(told, key=_turn, default=None)
        if last is not None and last.verdict == "reject":
            return last
        return self.rejected(claims[0]) if len(claims) == 1 else None

    def values_of_event(self, event: str, claims: Sequence[str]) -> dict[str, Judgement]:
        """The corrections of an event of these claims, by field."""
        found: dict[str, Judgement] = {}
        for name in _names(event, claims):
            for field, judgement in self.values.get(name, {}).items():
                found[field] = max((judgement, found.get(field, judgement)), key=_turn)
        return found

    def touches(self, event: str, claims: Sequence[str]) -> bool:
        """Whether a person judged the event or one of its claims."""
        return any(name in self.reviews for name in (*_names(event, claims), *claims))


def _names(event: str, claims: Sequence[str]) -> tuple[str, ...]:
    return event, *(f"@{claim}" for claim in claims)


def _turn(judgement: Judgement) -> tuple[str, str]:
    return judgement.made, judgement.id


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that nobody took back, in the order in which they were made. Undoing an undoing restores."""
    undone: set[str] = set()
    held = []
    for judgement in sorted(judgements, key=_turn, reverse=True):
        if judgement.id in undone:
            continue
        held.append(judgement)
        if judgement.verdict == "undo":
            undone |= set(judgement.about)
    return tuple(reversed(held))


def judged_by(judgements: Iterable[Judgement], view: CaseView) -> dict[str, tuple[str, ...]]:
    """The ids of the judgements (those that hold) about each claim and event of a case, as they made them."""
    known = _Known(view.claims)
    events = {f"@{claim}": event.id for event in view.events for claim in event.claims}
    found: dict[str, list[str]] = {}
    for judgement in judgements:
        for thing in known.things(judgement):
            if thing is not None and judgement.verdict != "undo":
                found.setdefault(events.get(thing, thing), []).append(judgement.id)
    return {thing: tuple(ids) for thing, ids in found.items()}


def read_verdicts(judgements: Iterable[Judgement], claims: Sequence[Claim] = ()) -> Verdicts:
    """The verdicts that hold, in whatever order they are handed in: the latest made, then the last by id.

    A claim among ``claims`` takes the place of one that is no more, where it is the same one read by another pack.
    """
    known = _Known(claims)
    pairs: dict[Pair, str] = {}
    reviews: dict[str, Judgement] = {}
    values: dict[str, dict[str, Judgement]] = {}
    for judgement in in_force(judgements):
        things = [thing for thing in known.things(judgement) if thing is not None]
        if judgement.verdict in REVIEWS:
            reviews |= dict.fromkeys(things, judgement)
        elif judgement.verdict in ("same", "different"):
            pairs |= dict.fromkeys(combinations(sorted(set(things)), 2), judgement.verdict)
        if judgement.verdict == "correct" and judgement.field is not None:
            for thing in things:
                values.setdefault(thing, {})[judgement.field] = judgement
    return Verdicts(
        same=frozenset(pair for pair, verdict in pairs.items() if verdict == "same"),
        different=frozenset(pair for pair, verdict in pairs.items() if verdict == "different"),
        reviews=reviews, values=values,
    )  # fmt: skip


class _Known:
    """The claims of today, to find those that judgements mean."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.ids = {claim.id for claim in claims}
        self.claims = claims
        self.by_report: dict[str, list[Claim]] | None = None

    def things(self, judgement: Judgement) -> list[str | None]:
        """What a judgement is about today, as ``Verdicts`` names it; None for a claim that is no more."""
        anchors = [*judgement.anchors, *[None] * (len(judgement.about) - len(judgement.anchors))]
        return [self._thing(name, anchor) for name, anchor in zip(judgement.about, anchors, strict=False)]

    def _thing(self, name: str, anchor: Anchor | None) -> str | None:
        if anchor is None:
            return name
        claim = anchor.claim if anchor.claim in self.ids or not self.ids else self._same(anchor)
        if claim is None:
            return None
        return f"@{claim}" if name.startswith(EVENT_PREFIX) else claim

    def _same(self, anchor: Anchor) -> str | None:
        """The claim of today that tells what the judged one told: of one clause, of its type before another."""
        if self.by_report is None:
            self.by_report = {}
            for claim in self.claims:
                self.by_report.setdefault(claim.report, []).append(claim)
        found = [
            claim for claim in self.by_report.get(anchor.report, ())
            if claim.where == anchor.where and claim.clause.meets(anchor.clause)
        ]  # fmt: skip
        ranked = [(claim.type != anchor.type, -_common(claim.clause, anchor.clause), claim.id) for claim in found]
        return min(ranked)[2] if ranked else None


def _common(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)
