"""The events of all groups: those whose claims, reports and neighbours are what they were stay as they are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tawatur.chain.origins import count_chains, pairs_among, pairs_by_report
from tawatur.chain.tellers import ReportSource
from tawatur.model.copies import CopyPair
from tawatur.model.event import Event, event_id
from tawatur.model.ids import digest_of
from tawatur.record.context import Context
from tawatur.record.event_of import build_event
from tawatur.record.grouping.explain import Compared, Meetings, explained, meetings_of
from tawatur.record.grouping.group import Group, Grouping
from tawatur.record.item import Item, happening
from tawatur.record.judged.verdicts import Verdicts
from tawatur.record.names_said import outlet_said, speaker_said


@dataclass(frozen=True, slots=True)
class Events:
    """The ``events``, their ``digests`` by id, and the ``groups`` of claims that they were made of, by id as well. ``made``
    is how many were made anew.
    """

    events: tuple[Event, ...]
    digests: Mapping[str, str]
    groups: Mapping[str, Group]
    made: int


def events_of(
    groups: Sequence[Group], grouping: Grouping, copies: Sequence[CopyPair], by: Compared, *,
    sources: Mapping[str, ReportSource], context: Context, known: Mapping[str, Event], kept: Mapping[str, str],
) -> Events:  # fmt: skip
    """The events of ``groups``. Of those ``known``, by id, one stays whose digest is that which was ``kept`` of it.

    What ties an event to others (totals, stories, agreements) is left open, since it is found anew for all.
    """
    of_event = {event_id(tuple(item.id for item in group)): group for group in groups}
    home = {item.id: event for event, group in of_event.items() for item in group}
    meetings = meetings_of(grouping.near, grouping.scored.refused, home)
    digests = _digests(of_event, meetings, grouping.contents, _report_digests(copies, sources, context), context)
    claims = {event: tuple(item.id for item in group) for event, group in of_event.items()}
    by_report = pairs_by_report(copies)
    events, made = [], 0
    for event, group in of_event.items():
        if kept.get(event) == digests[event] and event in known:
            events.append(_alone(known[event]))
            continue
        made += 1
        events.append(explained(_made(group, by_report, sources, context), meetings, claims, by))
    return Events(tuple(events), digests, of_event, made)


def _made(
    group: Group, by_report: Mapping[str, tuple[CopyPair, ...]], sources: Mapping[str, ReportSource], context: Context
) -> Event:
    """One event. A denial supports nothing: it counts as a chain only where nobody asserts."""
    told = [item.claim for item in happening(group, context.rules)]
    telling = [claim for claim in told if claim.status != "denied"] or told
    pairs = pairs_among(by_report, {claim.report for claim in telling})
    return build_event(group, chains=count_chains(telling, views=sources, pairs=pairs), context=context)


def _alone(event: Event) -> Event:
    """The event without what ties it to others."""
    if not event.contains and (event.within, event.story, event.agreement) == (None, None, None):
        return event
    return replace(event, contains=(), within=None, story=None, agreement=None)


def _digests(
    of_event: Mapping[str, Group], meetings: Meetings, contents: Mapping[str, str], reports: Mapping[str, str],
    context: Context,
) -> dict[str, str]:  # fmt: skip
    """The digest of all that each event is made from, by its id: its claims with who tells them, their reports, what people
    said of them, and the events that come near.
    """
    judged = _said_of(context.verdicts)

    def of_claim(item: Item) -> tuple[object, ...]:
        claim, names = item.id, [speaker_said(one, context.words) for one in item.claim.attribution.chain]
        return claim, contents[claim], names, context.tellers[claim], context.spoken.get(claim), judged.get(claim)

    own = {
        event: digest_of(
            judged.get(event),
            [of_claim(item) for item in group],
            [reports[report] for report in sorted({item.claim.report for item in group})],
        )
        for event, group in of_event.items()
    }
    return {
        event: digest_of(
            digest,
            meetings.inside.get(event, ()),
            [(own[other], *pair) for other, pair in meetings.around.get(event, {}).items()],
        )
        for event, digest in own.items()
    }


def _report_digests(
    copies: Sequence[CopyPair], sources: Mapping[str, ReportSource], context: Context
) -> dict[str, str]:
    """The digest of all that an event reads of a report, by the report's id."""
    shared: defaultdict[str, list[CopyPair]] = defaultdict(list)
    for pair in copies:
        shared[pair.a].append(pair)
        shared[pair.b].append(pair)
    return {
        report.id: digest_of(
            report.outlet, report.given_ref, context.days[report.id], context.datelines.get(report.id),
            context.todays.get(report.id), context.as_of[report.id], source, shared[report.id],
            [outlet_said(name) for name in (report.outlet, source.shown, source.credit) if name],
        )
        for report in context.reports.values()
        for source in (sources[report.id],)
    }  # fmt: skip


def _said_of(verdicts: Verdicts) -> dict[str, str]:
    """The digest of what people said of a claim or an event, by its id."""
    said: defaultdict[str, list[tuple[object, ...]]] = defaultdict(list)
    for name, review in verdicts.reviews.items():
        said[name.removeprefix("@")].append(("review", name, "", repr(review)))
    for name, values in verdicts.values.items():
        for field, value in values.items():
            said[name.removeprefix("@")].append(("value", name, field, repr(value)))
    for kind, pairs in (("same", verdicts.same), ("different", verdicts.different)):
        for a, b in pairs:
            said[a].append((kind, a, b, ""))
            said[b].append((kind, a, b, ""))
    return {name: digest_of(sorted(held, key=repr)) for name, held in said.items()}
