"""Figures of an event's claims that move none of its numbers, each with the reason: they are shown, and never added."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tawatur.model.claim import Claim
from tawatur.model.count import Count
from tawatur.model.event import Event, SettledCount
from tawatur.record.item import PERIODS
from tawatur.record.settling.figures import DIED

SILENT: Final = ("denied", "none_reported")
"""Statuses of claims whose figures say nothing of who was harmed."""
JUDGED: Final = "judged"


@dataclass(frozen=True, slots=True)
class SetAside:
    """A figure of some ``claims`` that stands beside the settled ones; ``counts`` says what it counts.

    ``why``: unsigned (nobody is said to be its source, and others have one), superseded (a later figure took its place),
    longer (it counts a longer time, of which the event is part), died (the wounded who died: counted among the dead),
    retracted (its teller takes it back), overruled (a person set another number).
    """

    counts: Count | SettledCount
    low: int
    high: int | None
    claims: tuple[str, ...]
    why: str


def set_aside(event: Event, claims: Mapping[str, Claim]) -> tuple[SetAside, ...]:
    """The figures of an event's claims that none of its numbers rests on: by what they count, then by claim."""
    unsigned = [
        SetAside(count, aside.low, aside.high, aside.claims, "unsigned")
        for count in event.counts
        for aside in count.aside
    ]
    telling = (claims[name] for name in event.claims if name in claims)
    return (*unsigned, *(one for claim in telling if claim.status not in SILENT for one in _of_claim(claim, event)))


def _of_claim(claim: Claim, event: Event) -> Iterator[SetAside]:
    for count in claim.counts:
        settled = next((one for one in event.counts if _key(one) == _key(count)), None)
        why = _why(claim.id, count, settled)
        if why is not None and count.low is not None:
            yield SetAside(count, count.low, count.high, (claim.id,), why)


def _key(count: Count | SettledCount) -> tuple[str | None, ...]:
    return count.harm, count.civil_status, count.party, count.scope, count.period, count.measure


def _why(claim: str, count: Count, settled: SettledCount | None) -> str | None:
    """Why the figure stands aside, None where the settled one rests on it."""
    if count.relation == "retracts":
        return "retracted"
    if count.transition == DIED:
        return "died"
    if settled is None:
        return "superseded" if count.period in PERIODS else "longer"
    if any(claim in aside.claims for aside in settled.aside):
        return None
    if claim not in settled.claims:
        return "superseded"
    return "overruled" if _overruled(claim, count, settled) else None


def _overruled(claim: str, count: Count, settled: SettledCount) -> bool:
    """Whether a person set another number, for the event or for this claim."""
    if settled.policy == JUDGED:
        return (count.low, count.high) != (settled.low, settled.high)
    numbers = (count.low, count.best, count.high)
    return any(
        bound.how == JUDGED and claim in bound.claims and bound.number not in numbers for bound in settled.bounds
    )
