"""A case as the sheets of one page."""

import re
from typing import Final

from tawatur.brief.claims import claim_sheet
from tawatur.brief.context import Context, context_of
from tawatur.brief.events import event_sheet
from tawatur.brief.sheets import Link, Page, ProblemRow, ReportRow
from tawatur.brief.words import Language, showable
from tawatur.model.case import CaseView, ReportView
from tawatur.model.errors import Problem
from tawatur.model.event import Event
from tawatur.record.withheld import Names

WEB_ADDRESS: Final = re.compile("https?://", re.IGNORECASE)
"""Only these become links: an address is hostile until proven otherwise ("javascript:…")."""


def page_of(view: CaseView, *, language: Language, names: Names, notice: str | None) -> Page:
    """The page of a case in one language. ``notice`` is a sentence that stands above everything, or None."""
    context = context_of(view, language=language, names=names)
    sheets = {claim.id: claim_sheet(claim, context) for claim in view.claims}
    events = tuple(event_sheet(event, sheets, context) for event in sorted(view.events, key=_by_date))
    return Page(
        notice=showable(notice) if notice else None,
        names=names,
        totals=_totals(view, context),
        events=tuple(event for event in events if event.days.start or event.days.end),
        undated=tuple(event for event in events if not (event.days.start or event.days.end)),
        unplaced=tuple(event for event in events if not event.place_known),
        alone=tuple(sheet for sheet in sheets.values() if sheet.event is None),
        disputes=tuple(dispute for event in events for dispute in event.disputes),
        reports=_reports(view, context),
        problems=tuple(_problem(problem, context) for problem in view.problems),
    )


def _by_date(event: Event) -> tuple[str, str]:
    day = event.start or event.end
    return (day.isoformat() if day else "", event.id)


def _totals(view: CaseView, context: Context) -> tuple[tuple[int, Link], ...]:
    origins = {origin for event in view.events for origin in event.origins}
    disputes = sum(len(event.disputes) for event in view.events)
    totals = (
        ("reports", len(view.reports), "sources"),
        ("claims", len(view.claims), "sheets"),
        ("events", len(view.events), "findings"),
        ("chains", len(origins), "findings"),
        ("disputes", disputes, "disputes"),
        ("problems", len(view.problems), "problems"),
    )
    return tuple((number, Link(context.words[word], anchor)) for word, number, anchor in totals)


def _reports(view: CaseView, context: Context) -> tuple[ReportRow, ...]:
    told: dict[str, list[str]] = {}
    for claim in view.claims:
        told.setdefault(claim.report, []).append(claim.id)
    ordered = sorted(view.reports, key=lambda item: item.ref)
    return tuple(_report(item, tuple(told.get(item.report.id, ())), context) for item in ordered)


def _report(view: ReportView, claims: tuple[str, ...], context: Context) -> ReportRow:
    report = view.report
    source = context.reports.get(view.copy_of) if view.copy_of else None
    return ReportRow(
        anchor=f"report-{report.id}",
        ref=showable(view.ref),
        outlet=context.shown(report.outlet) if report.outlet else None,
        title=context.shown(report.title.chars) if report.title else None,
        url=showable(report.url) if report.url and WEB_ADDRESS.match(report.url) else None,
        published=report.published,
        copy_of=showable(source.ref) if source else None,
        claims=context.links(claims),
    )


def _problem(problem: Problem, context: Context) -> ProblemRow:
    return ProblemRow(showable(problem.subject), context.shown(problem.message), context.shown(problem.mend))
