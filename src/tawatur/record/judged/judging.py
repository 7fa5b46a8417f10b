"""A judgement made from what a person says, checked against the case that it is about."""

from collections.abc import Mapping, Sequence
from typing import Final

from tawatur.model.case import CaseView
from tawatur.model.claim import Claim
from tawatur.model.errors import InputError, NotFoundError
from tawatur.model.event import Event
from tawatur.model.judgement import CLAIM_PREFIX, EVENT_PREFIX, Anchor, Judgement, judgement_id
from tawatur.record.judged.values import check_value

OF_PAIRS: Final = ("same", "different")


def make_judgement(
    view: CaseView, verdict: str, about: Sequence[str], *, field: str | None, value: str | None, author: str, made: str,
    why: str,
) -> Judgement:  # fmt: skip
    """The judgement, with what it rests on, so that it outlives new packs and reports. ``about`` are whole ids.

    Raises:
        InputError: the verdict does not fit what it is about, or the value cannot be set.
        NotFoundError: nothing has one of the ids.
    """
    claims = {claim.id: claim for claim in view.claims}
    events = {event.id: event for event in view.events}
    _check_number(verdict, about)
    if verdict == "undo":
        _check_undo(view, about[0])
    for name in about if verdict != "undo" else ():
        _check_thing(verdict, name, claims, events)
    if verdict == "correct":
        _check_set(about[0], field, value, claims)
    if verdict == "note" and not why:
        raise InputError("note: there is nothing to note; say it with --why")
    rests = [] if verdict == "undo" else [claims[_claim_of(name, events)] for name in about]
    return Judgement(
        judgement_id(verdict, tuple(about), field, value, author, made), verdict, tuple(about), field, value,
        _quote(rests[0]) if rests else None, author, made, why, tuple(map(_anchor, rests)),
    )  # fmt: skip


def _check_number(verdict: str, about: Sequence[str]) -> None:
    least = 2 if verdict in OF_PAIRS else 1
    if len(set(about)) < least or (verdict in ("correct", "undo") and len(about) > 1):
        wanted = (
            "two claims or more" if least == 2 else "one id" if verdict in ("correct", "undo") else "one id or more"
        )
        raise InputError(
            f"{'set' if verdict == 'correct' else verdict} is about {wanted}, and {len(set(about))} are given"
        )


def _check_undo(view: CaseView, name: str) -> None:
    if name not in {judgement.id for judgement in view.judgements}:
        raise NotFoundError(f"no judgement in this case has the id {name!r}; `tawatur judge CASE` lists them")


def _check_thing(verdict: str, name: str, claims: Mapping[str, Claim], events: Mapping[str, Event]) -> None:
    if name.startswith(EVENT_PREFIX) and verdict in OF_PAIRS:
        raise InputError(f"{verdict} is about claims, and {name} is an event; name a claim of each event")
    if name not in claims and name not in events:
        raise NotFoundError(f"no claim or event in this case has the id {name!r}; `tawatur show CASE` lists events")


def _check_set(name: str, field: str | None, value: str | None, claims: Mapping[str, Claim]) -> None:
    if not field or value is None or not value:
        raise InputError("set: say what to set to what, such as counts.killed=3..5 or date=2021-07-29")
    held = len(claims[name].counts) if name in claims else 0
    check_value(field, value, of_event=not name.startswith(CLAIM_PREFIX), held=held)


def _claim_of(name: str, events: Mapping[str, Event]) -> str:
    return events[name].claims[0] if name in events else name


def _anchor(claim: Claim) -> Anchor:
    return Anchor(claim.id, claim.report, claim.where, claim.clause, claim.type)


def _quote(claim: Claim) -> str | None:
    """The words that a claim's type rests on."""
    return next((evidence.quote for evidence in claim.evidence if evidence.field == "type"), None)
