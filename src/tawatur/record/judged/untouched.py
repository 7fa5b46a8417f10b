"""Which events of an earlier record stand as they are, where nothing but judgements came since."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tawatur.model.case import Record
from tawatur.model.claim import Claim
from tawatur.model.event import Event
from tawatur.model.judgement import Judgement
from tawatur.record.judged.verdicts import in_force, things_of


def untouched(
    known: Record | None, judgements: Sequence[Judgement], claims: Sequence[Claim]
) -> dict[tuple[str, ...], Event]:
    """The events of ``known`` by their claims, without those of which a judgement that came or went speaks.

    A judgement touches every claim of the reports whose claims it is about: one claim's day may say another's. What ties
    an event to others (totals, stories, what comes near) is left out, since it is found anew for all.
    """
    if known is None:
        return {}
    touched = _touched(known, judgements, claims)
    return {event.claims: _alone(event) for event in known.events if not touched & {event.id, *event.claims}}


def _touched(known: Record, judgements: Sequence[Judgement], claims: Sequence[Claim]) -> set[str]:
    held = {judgement.id for judgement in in_force(judgements)}
    changed = held ^ set(known.judged)
    things = set(things_of((judgement for judgement in judgements if judgement.id in changed), claims))
    named = things | {thing.removeprefix("@") for thing in things}
    reports = {claim.report for claim in claims if claim.id in named}
    of_events = {claim for event in known.events if event.id in named for claim in event.claims}
    return named | of_events | set(_of_reports(reports, claims))


def _of_reports(reports: set[str], claims: Iterable[Claim]) -> Iterable[str]:
    return (claim.id for claim in claims if claim.report in reports)


def _alone(event: Event) -> Event:
    return replace(event, contains=(), within=None, story=None, agreement=None, joins=(), apart=())
