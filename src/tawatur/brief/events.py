"""An event as a sheet: its figures, its support, its disputes, its claims."""

from collections.abc import Mapping
from typing import Final

from tawatur.brief.context import Context
from tawatur.brief.sheets import ClaimSheet, Days, DisputeRow, EventSheet, Figure, Link, PartyRow
from tawatur.model.event import Dispute, Event, EventParty, SettledCount

HARD: Final = frozenset({"contradiction", "rival_perpetrators", "status_contested", "denial"})
"""The disputes that say that accounts cannot all be true (contract)."""


def event_sheet(event: Event, sheets: Mapping[str, ClaimSheet], context: Context) -> EventSheet:
    """The sheet of one event."""
    place = event.place
    resolved = context.pick(place.name_ar, place.name_en) if place else None
    said = tuple(context.shown(name) for name in event.places_said)
    claims = sorted((sheets[claim] for claim in event.claims if claim in sheets), key=lambda sheet: sheet.name)
    return EventSheet(
        id=event.id,
        title=context.titles[event.id].text,
        type=context.name("type", event.type),
        days=_days(event, context),
        place=resolved or (said[0] if said else None),
        places_said=tuple(name for name in said if name != resolved),
        place_known=place is not None and place.lat is not None,
        parties=tuple(_party(party, context) for party in event.parties),
        figures=tuple(_figure(count, context) for count in event.counts),
        reports=len(event.reports),
        chains=event.chains,
        grade=event.grade.name,
        grade_name=context.name("grade", event.grade.name),
        grade_why=context.pick(event.grade.why_ar, event.grade.why_en) or "",
        disputes=tuple(_dispute(dispute, event, context) for dispute in event.disputes),
        claims=tuple(claims),
        others=_others(event, context),
        reviewed=event.reviewed,
    )


def _days(event: Event, context: Context) -> Days:
    exact = event.start is not None and event.start == event.end
    return Days(event.start, event.end, None if exact else context.name("precision", event.precision))


def _figure(count: SettledCount, context: Context) -> Figure:
    label = context.name("harm", count.harm)
    notes = [context.name("civil_status", count.civil_status)]
    notes += [context.name("scope", count.scope)] if count.scope != "total" else []
    comma = "\u060c " if context.language == "ar" else ", "
    return Figure(f"{label} ({comma.join(notes)})", count.low, count.best, count.high, context.links(count.claims))


def _party(row: EventParty, context: Context) -> PartyRow:
    party = row.party
    note = None if party.basis == "stated" else context.name("party_basis", party.basis)
    name = context.pick(party.name_ar, party.name_en) or context.shown(party.said)
    return PartyRow(context.name("party_role", row.role), name, note, context.links(row.claims))


def _dispute(dispute: Dispute, event: Event, context: Context) -> DisputeRow:
    return DisputeRow(
        kind=context.name("dispute", dispute.kind),
        text=context.pick(dispute.text_ar, dispute.text_en) or "",
        hard=dispute.kind in HARD,
        event=context.titles[event.id],
        claims=context.links(dispute.claims),
    )


def _others(event: Event, context: Context) -> tuple[tuple[str, Link], ...]:
    around = [("within", event.within)] if event.within else []
    pairs = [*around, *(("contains", part) for part in event.contains)]
    return tuple((context.words[word], context.titles[other]) for word, other in pairs if other in context.titles)
