"""An event as a sheet: its figures, its support, its disputes, its claims."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from tawatur.brief.context import Context
from tawatur.brief.sheets import Account, Cell, ClaimSheet, Days, DisputeRow, EventSheet, Figure, Link, PartyRow, Words
from tawatur.model.event import Dispute, Event, EventParty, SettledCount
from tawatur.record.words import load_words

HARD: Final = frozenset({"contradiction", "rival_perpetrators", "status_contested", "denial"})
"""The disputes that say that accounts cannot all be true (contract)."""
OF_FIGURES: Final = frozenset({"contradiction", "superseded", "unaccounted_remainder", "scope_mismatch"})
"""The disputes whose sentences give figures: their numbers lead to the claims that say them."""
SAYINGS: Final = frozenset({"statement"})
"""Types that are words about happenings, and no happening of their own."""
USUAL: Final = {"scope": "total", "period": "incident", "measure": "persons"}
"""What a figure counts where nothing is said of it: all of the people harmed in the happening."""

_NUMBER: Final = re.compile("[0-9]+")
_NUMBER_OR_NAME: Final = re.compile("[0-9]+|[\u0600-\u06ff](?:[^,;.A-Za-z]*[\u0600-\u06ff])?(?: [0-9]+)?\\)?")
"""An Arabic name may end with a bracket: the outlet of a speaker without a name, the year until which a party was."""


def event_sheet(event: Event, sheets: Mapping[str, ClaimSheet], context: Context) -> EventSheet:
    """The sheet of one event."""
    place = event.place
    resolved = context.pick(place.name_ar, place.name_en) if place else None
    said = tuple(context.shown(name) for name in event.places_said)
    claims = sorted((sheets[c] for c in event.claims if c in sheets), key=lambda sheet: sheet.account.number or 0)
    return EventSheet(
        id=event.id,
        title=context.titles[event.id].text,
        heading=_heading(event, context),
        finding=_is_finding(event),
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
        grade_why=_why(event, context),
        disputes=tuple(_dispute(dispute, event, context) for dispute in event.disputes),
        claims=tuple(claims),
        others=_others(event, context),
        reviewed=event.reviewed,
    )


def _days(event: Event, context: Context) -> Days:
    exact = event.start is not None and event.start == event.end
    return Days(event.start, event.end, None if exact else context.name("precision", event.precision))


def _heading(event: Event, context: Context) -> str:
    """The title without the day with which it ends: for tables that have a column of days."""
    words = load_words()
    days, comma = words.days(event.start, event.end), words.say("lists", "and")
    return context.pick(
        event.title_ar.removesuffix(f"{comma.ar}{days.ar}"), event.title_en.removesuffix(f"{comma.en}{days.en}")
    ) or context.name("type", event.type)


def _is_finding(event: Event) -> bool:
    """Whether readers come for it: a happening with figures or of several reports, or anything in dispute."""
    figures = any(number is not None for count in event.counts for number in (count.low, count.best, count.high))
    return bool(event.disputes) or (event.type not in SAYINGS and (figures or len(event.reports) > 1))


def _why(event: Event, context: Context) -> tuple[Words, ...]:
    said = context.pick(event.grade.why_ar, event.grade.why_en) or ""
    return tuple(_linked(said, {event.chains: f"{event.id}-accounts"}, context.language))


def _linked(text: str, anchors: Mapping[int, str], language: str) -> Iterator[Words]:
    """The text in pieces: each number that leads somewhere, and in an English text each Arabic name, is one of its own."""
    at = 0
    for hit in (_NUMBER_OR_NAME if language == "en" else _NUMBER).finditer(text):
        piece = hit.group()
        anchor = anchors.get(int(piece)) if piece.isdecimal() else None
        if anchor is not None or not piece.isdecimal():
            yield Words(text[at : hit.start()], None)
            yield Words(piece, anchor, foreign=anchor is None)
            at = hit.end()
    yield Words(text[at:], None)


def _figure(count: SettledCount, context: Context) -> Figure:
    label = context.name("harm", count.harm)
    notes = [context.name("civil_status", count.civil_status)]
    notes += [context.parties.get(count.party, count.party)] if count.party else []
    notes += [
        context.name(name, getattr(count, name)) for name, usual in USUAL.items() if getattr(count, name) != usual
    ]
    claims = context.links(count.claims)
    low, best, high = (_cell(count, name, claims, context) for name in ("low", "best", "high"))
    return Figure(f"{label} ({context.words['comma'].join(notes)})", low, best, high, claims)


def _cell(settled: SettledCount, name: str, claims: tuple[Account, ...], context: Context) -> Cell:
    """The number with the first claim that says just this; a sum that nobody says leads to the first of all."""
    value: int | None = getattr(settled, name)
    saying = (
        account.anchor
        for account in claims
        for count in context.claims[account.anchor].counts
        if count.harm == settled.harm and getattr(count, name) == value
    )
    return Cell(value, next(saying, claims[0].anchor if claims else None))


def _party(row: EventParty, context: Context) -> PartyRow:
    party = row.party
    note = None if party.basis == "stated" else context.name("party_basis", party.basis)
    name = context.pick(party.name_ar, party.name_en) or context.shown(party.said)
    return PartyRow(context.name("party_role", row.role), name, note, context.links(row.claims))


def _dispute(dispute: Dispute, event: Event, context: Context) -> DisputeRow:
    return DisputeRow(
        kind=context.name("dispute", dispute.kind),
        text=tuple(
            _linked(context.pick(dispute.text_ar, dispute.text_en) or "", _numbers(dispute, context), context.language)
        ),
        hard=dispute.kind in HARD,
        event=context.titles[event.id],
        claims=context.links(dispute.claims),
    )


def _numbers(dispute: Dispute, context: Context) -> dict[int, str]:
    """Where the figures in a dispute's sentence lead: each to the first of its claims that says it."""
    if dispute.kind not in OF_FIGURES:
        return {}
    said = [
        (number, account.anchor)
        for account in context.links(dispute.claims)
        for count in context.claims[account.anchor].counts
        for number in (count.low, count.best, count.high)
        if number is not None
    ]
    return dict(reversed(said))


def _others(event: Event, context: Context) -> tuple[tuple[str, Link], ...]:
    around = [("within", event.within)] if event.within else []
    pairs = [*around, *(("contains", part) for part in event.contains)]
    return tuple((context.words[word], context.titles[other]) for word, other in pairs if other in context.titles)
