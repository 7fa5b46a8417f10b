"""From claims, copies and judgements to events: the whole of this stage, in the order of its passes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tawatur.chain.tellers import ReportSource
from tawatur.model.case import Record, Settings
from tawatur.model.claim import Claim, ClaimDate, Reading
from tawatur.model.copies import CopyPair
from tawatur.model.event import Event
from tawatur.model.judgement import Judgement
from tawatur.model.kept import NOTHING, Kept
from tawatur.model.story import Agreement, Story
from tawatur.model.text import Report
from tawatur.record.alike.shared_text import shared_text
from tawatur.record.chains.tellers import report_sources, tellers_of
from tawatur.record.context import Context
from tawatur.record.dating.beginnings import Days, spoken_on
from tawatur.record.dating.days import OwnDay, own_day
from tawatur.record.dating.goes_on import going_on
from tawatur.record.dating.narrow import narrow_days
from tawatur.record.dating.told_days import claim_date
from tawatur.record.dating.years import choose_years
from tawatur.record.events import Events, events_of
from tawatur.record.grouping.calm import with_calm
from tawatur.record.grouping.deaths import deaths_to_wounds
from tawatur.record.grouping.explain import Compared
from tawatur.record.grouping.group import Group, Grouping, group_claims
from tawatur.record.grouping.nest import nest_events
from tawatur.record.grouping.pacts import with_pacts
from tawatur.record.item import Item, happening, item_of
from tawatur.record.judged.values import judged_claim, judged_date, judged_fields
from tawatur.record.judged.verdicts import Verdicts, read_verdicts
from tawatur.record.rules import load_rules, rules_version
from tawatur.record.stories.agreements import ledgers_of
from tawatur.record.stories.tied import tell_stories, tied, with_stories
from tawatur.record.words import load_words


@dataclass(frozen=True, slots=True)
class Made:
    """A record, what to keep for the next time, and how many of its events were made anew."""

    record: Record
    kept: Kept
    events_made: int


def make_record(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    copies: Sequence[CopyPair],
    judgements: Sequence[Judgement],
    *,
    settings: Settings,
    added: Mapping[str, str] | None = None,
) -> Record:
    """Everything that follows from the logs: days, dates and events, the same in whatever order the logs are handed in.

    ``added`` is the ISO day on which each report came in, by its id: it cannot have been published later. Where it is not
    known, that of the settings is taken. Each claim stands in exactly one event. Readings of reports that are not among
    ``reports`` are left out.

    Raises:
        ValueError: ``settings.as_of`` is no ISO day.
    """
    return make_again(reports, readings, copies, judgements, settings=settings, added=added).record


def make_again(
    reports: Sequence[Report], readings: Sequence[Reading], copies: Sequence[CopyPair], judgements: Sequence[Judgement], *,
    settings: Settings, added: Mapping[str, str] | None = None, before: Record | None = None, kept: Kept = NOTHING,
) -> Made:  # fmt: skip
    """The record as ``make_record`` has it, with less work: what was ``kept`` with the one ``before`` and would be found again
    is not looked for.

    Days and dates are settled for all reports each time, since any may date another. From there on each finding is kept
    under the digest of all that it was found from.
    """
    reports = sorted(reports, key=lambda report: report.id)
    ids = {report.id for report in reports}
    readings = sorted((reading for reading in readings if reading.report in ids), key=_reading_order)
    copies = sorted((pair for pair in copies if pair.a in ids and pair.b in ids), key=lambda pair: (pair.a, pair.b))
    as_of = _limits(reports, settings, added or {})
    own = settle_days(reports, readings, as_of)
    claims = sorted({claim.id: claim for reading in readings for claim in reading.claims}.values(), key=lambda c: c.id)
    verdicts = read_verdicts(judgements, claims)
    claims = [judged_claim(claim, verdicts) for claim in claims]
    settled = {claim.id: claim_date(claim, own[claim.report].day, as_of[claim.report]) for claim in claims}
    settled |= going_on(claims, settled, {report.id: report for report in reports})
    dates = {claim.id: judged_date(claim, settled[claim.id], verdicts) for claim in claims}
    sources = report_sources(reports, readings, copies)
    spoken = spoken_on(claims, dates, load_rules())
    context = _context(reports, claims, copies, sources=sources, own=own, spoken=spoken, verdicts=verdicts, as_of=as_of)
    items = with_pacts({claim.id: _item(claim, dates[claim.id], context) for claim in claims}, context.rules)
    items = with_calm(items)
    text = shared_text(copies)
    copied = {report: source.copied for report, source in sources.items() if source.copied is not None}
    kept = kept if kept.maker == rules_version() else NOTHING
    known = {event.id: event for event in before.events} if before is not None else {}
    grouping = group_claims(
        [*items.values()], rules=context.rules, text=text, verdicts=verdicts, copied=copied, kept=kept
    )
    groups = deaths_to_wounds(grouping.groups, rules=context.rules, verdicts=verdicts)
    by = Compared(items, context.rules, text, verdicts)
    made = events_of(groups, grouping, copies, by, sources=sources, context=context, known=known, kept=kept.events)
    events, stories, ledgers = _tie(made, context)
    days = tuple(own[report.id].day for report in reports)
    record = Record(tuple(copies), days, tuple(sorted(dates.items())), events, None, stories, ledgers)
    return Made(record, _to_keep(grouping, made), made.made)


def _to_keep(grouping: Grouping, made: Events) -> Kept:
    scored = grouping.scored
    return Kept(
        maker=rules_version(), claims=scored.claims, near=scored.near, refused=scored.refused, parts=grouping.parts,
        events=made.digests,
    )  # fmt: skip


def _tie(made: Events, context: Context) -> tuple[tuple[Event, ...], tuple[Story, ...], tuple[Agreement, ...]]:
    """The events, sorted, with what ties them to one another: totals, stories and agreements."""
    happened = _happened(made.groups, context)
    events = nest_events(made.events, context.rules, happened=happened)
    ledgers = ledgers_of(events, made.groups, context)
    stories = tell_stories(events, ledgers, made.groups, context, happened=happened)
    ledgers = with_stories(ledgers, stories)
    return tuple(sorted(tied(events, stories, ledgers), key=lambda event: event.id)), stories, ledgers


def _happened(groups: Mapping[str, Group], context: Context) -> frozenset[str]:
    """The ids of the events that somebody says took place: not only threatened, planned or denied."""
    return frozenset(
        event
        for event, group in groups.items()
        if any(item.claim.status == "asserted" for item in happening(group, context.rules))
    )


def _item(claim: Claim, settled: ClaimDate, context: Context) -> Item:
    told, judged = context.days[claim.report].end, judged_fields(claim.id, context.verdicts)
    words = _words(context.reports[claim.report], claim)
    return item_of(claim, settled, context.rules, judged=judged, told=told, words=words)


def _words(report: Report, claim: Claim) -> str:
    """The words of the clause of a claim."""
    text = report.text if claim.where == "body" else report.title
    return text.chars[claim.clause.start : claim.clause.end] if text is not None else ""


def _reading_order(reading: Reading) -> tuple[str, str]:
    return reading.report, reading.pack_version


def _limits(reports: Sequence[Report], settings: Settings, added: Mapping[str, str]) -> dict[str, date | None]:
    """The last day on which each report can have been published, None where unknown."""
    days = {report.id: added.get(report.id, settings.as_of) for report in reports}
    return {report: date.fromisoformat(day) if day is not None else None for report, day in days.items()}


def settle_days(
    reports: Sequence[Report], readings: Sequence[Reading], as_of: Mapping[str, date | None]
) -> dict[str, OwnDay]:
    """Pass (a), each report by itself, then pass (b), one by another."""
    of_report = {reading.report: reading for reading in readings}
    own = {report.id: own_day(report, of_report.get(report.id), as_of=as_of[report.id]) for report in reports}
    refs = {report.id: report.given_ref for report in reports}
    known = choose_years(own, list(of_report.values()), refs=refs)
    latest = max((day for day in as_of.values() if day is not None), default=None)
    return narrow_days(known, list(of_report.values()), refs=refs, as_of=latest)


def _context(
    reports: Sequence[Report],
    claims: Sequence[Claim],
    copies: Sequence[CopyPair],
    *,
    sources: Mapping[str, ReportSource],
    own: Mapping[str, OwnDay],
    spoken: Mapping[str, Days],
    verdicts: Verdicts,
    as_of: Mapping[str, date | None],
) -> Context:
    return Context(
        reports={report.id: report for report in reports},
        days={report: found.day for report, found in own.items()},
        tellers=tellers_of(claims, sources=sources),
        datelines={report: found.datelines for report, found in own.items() if found.datelines is not None},
        todays={report: found.todays for report, found in own.items() if found.todays is not None},
        spoken=spoken,
        verdicts=verdicts,
        rules=load_rules(),
        words=load_words(),
        as_of=as_of,
    )
