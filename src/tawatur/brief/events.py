"""An event as a sheet: its figures, its support, its disputes, its claims."""

from collections.abc import Mapping
from typing import Final

from tawatur.brief.context import Context
from tawatur.brief.figures import aside_rows, figure_row
from tawatur.brief.linked import linked
from tawatur.brief.rows import AlsoRow, Days, DisputeRow, Holder, Link, PartyRow, Words
from tawatur.brief.sheets import ClaimSheet, EventSheet
from tawatur.brief.support import support_of
from tawatur.model.event import Choice, Dispute, Event, EventParty
from tawatur.record.words import load_words

HARD: Final = frozenset({"contradiction", "rival_perpetrators", "status_contested", "denial"})
"""The disputes that say that accounts cannot all be true (contract)."""
OF_FIGURES: Final = frozenset({"contradiction", "superseded", "unaccounted_remainder", "scope_mismatch"})
"""The disputes whose sentences give figures: their numbers lead to the claims that say them."""
SAYINGS: Final = frozenset({"statement"})
"""Types that are words about happenings, and no happening of their own."""

ALSO: Final = {"type": "also_type", "place": "also_place"}
"""Fields of which an event shows one value, and beside it those that were not taken, by the words for it."""


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
        days=days_shown(event, context),
        place=resolved or (said[0] if said else None),
        places_said=tuple(name for name in said if name != resolved),
        place_known=place is not None and place.lat is not None,
        parties=tuple(_party(party, context) for party in event.parties),
        figures=tuple(figure_row(count, context) for count in event.counts),
        reports=len(event.reports),
        chains=event.chains,
        grade=event.grade.name,
        grade_name=context.name("grade", event.grade.name),
        grade_why=_why(event, context),
        disputes=tuple(_dispute(dispute, event, context) for dispute in event.disputes),
        claims=tuple(claims),
        others=_others(event, context),
        reviewed=event.reviewed,
        aside=aside_rows(event, context),
        also=tuple(_also(choice, context) for choice in event.choices if choice.field in ALSO and not choice.taken),
        holders=_holders(event, context),
        support=support_of(event, context),
    )


def days_shown(event: Event, context: Context) -> Days:
    """The days of an event; a whole month or year by its name."""
    exact = event.start is not None and event.start == event.end
    precision = None if exact else context.name("precision", event.precision)
    return Days(event.start, event.end, precision, None if exact else _whole(event, context))


def _whole(event: Event, context: Context) -> str | None:
    if event.start is None or event.end is None:
        return None
    words = load_words()
    said, span = words.days(event.start, event.end), words.span(event.start, event.end)
    return None if said == span else context.pick(said.ar, said.en)


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
    return tuple(linked(said, {event.chains: f"{event.id}-accounts"}, context.language))


def _party(row: EventParty, context: Context) -> PartyRow:
    party = row.party
    note = None if party.basis == "stated" else context.name("party_basis", party.basis)
    return PartyRow(context.name("party_role", row.role), context.party(party), note, context.links(row.claims))


def _dispute(dispute: Dispute, event: Event, context: Context) -> DisputeRow:
    return DisputeRow(
        kind=context.name("dispute", dispute.kind),
        text=tuple(
            linked(context.pick(dispute.text_ar, dispute.text_en) or "", _numbers(dispute, context), context.language)
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


def _also(choice: Choice, context: Context) -> AlsoRow:
    """A type or place that was not taken; the actors that were not taken stand among the parties."""
    name = context.pick(choice.name_ar, choice.name_en) or context.shown(choice.value)
    return AlsoRow(context.words[ALSO[choice.field]], name, context.links(choice.claims))


def _others(event: Event, context: Context) -> tuple[tuple[str, Link], ...]:
    """The story and the agreement that an event belongs to."""
    ties = (("of_story", event.story, context.stories), ("of_agreement", event.agreement, context.ledgers))
    return tuple((context.words[word], links[ident]) for word, ident, links in ties if ident and ident in links)


def _holders(event: Event, context: Context) -> tuple[Holder, ...]:
    """The total that an event lies in, and the events that lie in it, each with its own figures and tellers."""
    around = [("within", event.within)] if event.within else []
    pairs = [*around, *(("contains", part) for part in event.contains)]
    return tuple(
        _holder(word, context.happenings[ident], context) for word, ident in pairs if ident in context.happenings
    )


def _holder(word: str, event: Event, context: Context) -> Holder:
    return Holder(
        context.words[word],
        context.titles[event.id],
        tuple(figure_row(count, context) for count in event.counts),
        context.links(event.claims),
    )
