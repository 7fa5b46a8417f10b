"""A case as the sheets of one page."""

import re
from collections.abc import Iterator
from typing import Final

from tawatur.brief.accounts import day_words
from tawatur.brief.claims import claim_sheet
from tawatur.brief.context import Context, context_of
from tawatur.brief.events import event_sheet
from tawatur.brief.rows import ProblemRow, ReportRow
from tawatur.brief.sheets import EventSheet, Page
from tawatur.brief.ties import ledgers_of, story_sheets
from tawatur.brief.timeline import Happening, Timeline, timeline_of
from tawatur.brief.words import Language, how_many, showable
from tawatur.model.case import CaseView, ReportView
from tawatur.model.errors import Problem, without_folder
from tawatur.model.event import Event
from tawatur.record.withheld import Names

WEB_ADDRESS: Final = re.compile("https?://", re.IGNORECASE)
"""Only these become links: an address is hostile until proven otherwise ("javascript:…")."""


def page_of(view: CaseView, *, language: Language, names: Names, notice: str | None) -> Page:
    """The page of a case in one language. ``notice`` is a sentence that stands above everything, or None."""
    context = context_of(view, language=language, names=names)
    sheets = {claim.id: claim_sheet(claim, context) for claim in view.claims}
    events = tuple(event_sheet(event, sheets, context) for event in sorted(view.events, key=_by_date))
    dated = tuple(event for event in events if event.days.start or event.days.end)
    findings = tuple(event for event in dated if event.finding)
    return Page(
        notice=showable(notice) if notice else None,
        names=names,
        totals=tuple(_totals(view, ledgers=len(context.ledgers))),
        events=dated,
        findings=findings,
        also=tuple(event for event in dated if not event.finding),
        timeline=_timeline(findings, context),
        stories=story_sheets(view, events, context),
        ledgers=ledgers_of(view, context),
        undated=tuple(event for event in events if not (event.days.start or event.days.end)),
        unplaced=tuple(event for event in events if not event.place_known),
        alone=tuple(sheet for sheet in sheets.values() if sheet.event is None),
        disputes=tuple(dispute for event in events for dispute in event.disputes),
        reports=_reports(view, context),
        problems=tuple(_problem(problem, context) for problem in view.problems),
    )


def _by_date(event: Event) -> tuple[str, int, str]:
    """By day, of one day those first that most reports tell of."""
    day = event.start or event.end
    return (day.isoformat() if day else "", -len(event.reports), event.id)


def _timeline(findings: tuple[EventSheet, ...], context: Context) -> Timeline:
    days = ((event, event.days.start or event.days.end) for event in findings)
    return timeline_of(
        Happening(event.id, day, _label(event, context), event.grade, event.reports) for event, day in days if day
    )


def _label(event: EventSheet, context: Context) -> str:
    """What a mark says of its event to those who cannot see it, or rest on it."""
    before, number, after = how_many("reports", event.reports, context.language)
    return context.words["comma"].join([event.title, f"{before}{number or ''}{after}", event.grade_name])


def _totals(view: CaseView, *, ledgers: int) -> Iterator[tuple[str, int, str]]:
    """Of what there is how much, and where it stands."""
    origins = {origin for event in view.events for origin in event.origins}
    yield "reports", len(view.reports), "sources"
    yield "claims", len(view.claims), "sheets"
    yield "events", len(view.events), "findings"
    yield "apart", len(origins), "findings"
    if view.stories:
        yield "stories", len(view.stories), "stories"
    if ledgers:
        yield "agreements", ledgers, "agreements"
    yield "disputes", sum(len(event.disputes) for event in view.events), "disputes"
    yield "problems", len(view.problems), "problems"


def _reports(view: CaseView, context: Context) -> tuple[ReportRow, ...]:
    told: dict[str, list[str]] = {}
    for claim in view.claims:
        told.setdefault(claim.report, []).append(claim.id)
    ordered = sorted(view.reports, key=lambda item: item.ref)
    return tuple(_report(item, tuple(told.get(item.report.id, ())), context) for item in ordered)


def _report(view: ReportView, claims: tuple[str, ...], context: Context) -> ReportRow:
    report = view.report
    return ReportRow(
        anchor=f"report-{report.id}",
        ref=showable(view.ref),
        outlet=context.outlet(report.outlet),
        title=context.shown(report.title.chars) if report.title else None,
        url=showable(report.url) if report.url and WEB_ADDRESS.match(report.url) else None,
        published=day_words(view, context.language),
        dated=report.published is not None,
        copy_of=context.sources.get(view.copy_of) if view.copy_of else None,
        claims=tuple(sorted(context.links(claims), key=lambda account: account.name)),
    )


def _problem(problem: Problem, context: Context) -> ProblemRow:
    """A line of the list of what was not read, or not whole."""
    told = without_folder(problem)
    return ProblemRow(showable(told.subject), context.shown(told.message), context.shown(told.mend))
