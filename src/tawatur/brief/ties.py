"""Stories with their events in order, and agreements as ledgers: what was agreed, and who says that it was broken."""

from collections.abc import Iterable, Mapping

from tawatur.brief.context import Context, agreement_anchor
from tawatur.brief.events import days_shown
from tawatur.brief.rows import BreachRow, TermRow
from tawatur.brief.sheets import EventSheet, Ledger, Step, StorySheet
from tawatur.brief.words import name_or_value
from tawatur.model.case import CaseView
from tawatur.model.event import Event
from tawatur.model.story import Agreement, Breach, LedgerTerm, Story


def story_sheets(view: CaseView, sheets: Iterable[EventSheet], context: Context) -> tuple[StorySheet, ...]:
    """The stories, those of most events first."""
    by_id = {sheet.id: sheet for sheet in sheets}
    ordered = sorted(view.stories, key=lambda story: (-len(story.ties), story.id))
    return tuple(_story(story, by_id, context) for story in ordered)


def _story(story: Story, sheets: Mapping[str, EventSheet], context: Context) -> StorySheet:
    ledgers = (context.ledgers[one] for one in story.agreements if one in context.ledgers)
    return StorySheet(
        id=story.id,
        title=context.stories[story.id].text,
        reports=len(story.reports),
        steps=tuple(
            Step(sheets[tie.event], context.name("story_part", tie.part), tuple(_reasons(tie.reasons, context)))
            for tie in story.ties
            if tie.event in sheets
        ),
        agreements=tuple(ledgers),
        ended=story.ended,
    )


def _reasons(reasons: Iterable[str], context: Context) -> Iterable[str]:
    return (context.name("tie", reason) for reason in reasons)


def ledgers_of(view: CaseView, context: Context) -> tuple[Ledger, ...]:
    """The agreements of which terms or breaches are told, by day."""
    events = {event.id: event for event in view.events}
    told = [one for one in view.agreements if one.id in context.ledgers and one.event in events]
    told.sort(key=lambda one: (str(events[one.event].start or "9999"), one.id))
    return tuple(_ledger(one, events, context) for one in told)


def _ledger(one: Agreement, events: Mapping[str, Event], context: Context) -> Ledger:
    rows = [(breach.term, _breach(breach, events, context)) for breach in one.breaches if breach.event in events]
    rows.sort(key=lambda pair: (str(pair[1].days.start or "9999"), pair[1].event.anchor))
    return Ledger(
        anchor=agreement_anchor(one),
        event=context.titles[one.event],
        days=days_shown(events[one.event], context),
        story=context.stories.get(one.story) if one.story else None,
        claims=context.links(one.claims),
        terms=tuple(
            _term(term, tuple(row for number, row in rows if number == at), context)
            for at, term in enumerate(one.terms)
        ),
        breaches=tuple(row for number, row in rows if number is None),
    )


def _term(term: LedgerTerm, breaches: tuple[BreachRow, ...], context: Context) -> TermRow:
    claims = context.links(term.claims)
    anchor = claims[0].anchor if claims else None
    report = context.reports.get(context.claims[anchor].report) if anchor else None
    return TermRow(context.shown(term.said), report.report.language if report else None, anchor, claims, breaches)


def _breach(breach: Breach, events: Mapping[str, Event], context: Context) -> BreachRow:
    by = breach.by_ar if context.language == "ar" else breach.by_en
    return BreachRow(
        kind=context.name("breach", breach.kind),
        status=None if breach.status == "asserted" else name_or_value("status", breach.status, context.language),
        by=tuple(context.shown(name) for name in by),
        days=days_shown(events[breach.event], context),
        event=context.titles[breach.event],
        said_by=context.pick(breach.said_by_ar, breach.said_by_en) or "",
        claims=context.links(breach.claims),
    )
