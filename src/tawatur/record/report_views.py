"""Reports as readers see them: a unique ref each, the day they speak from, their place among copies."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from tawatur.chain.groups import copy_groups, copy_of
from tawatur.model.case import Record, ReportView
from tawatur.model.claim import Reading
from tawatur.model.text import Report
from tawatur.model.time import ReportDay

_SHORT: Final = 8


def report_views(reports: Sequence[Report], readings: Sequence[Reading], record: Record) -> tuple[ReportView, ...]:
    """The views of all reports, sorted by ref. Two reports given one ref both get their content hash appended."""
    refs = unique_refs(reports)
    days = {day.report: day for day in record.days}
    credits = {reading.report: reading.credit for reading in readings}
    groups = copy_groups(reports, record.copies)
    sources = copy_of(reports, groups)
    views = (
        ReportView(
            report,
            refs[report.id],
            days.get(report.id) or _own_day(report),
            groups.get(report.id),
            sources.get(report.id),
            credits.get(report.id),
        )
        for report in reports
    )
    return tuple(sorted(views, key=lambda view: view.ref))


def unique_refs(reports: Sequence[Report]) -> dict[str, str]:
    """Report id to ref. A given ref that several reports share is followed by a dash and the head of the report's hash."""
    times = Counter(report.given_ref for report in reports)
    return {
        report.id: report.given_ref
        if times[report.given_ref] == 1
        else f"{report.given_ref}-{report.id.partition('-')[2][:_SHORT]}"
        for report in reports
    }


def _own_day(report: Report) -> ReportDay:
    """The day of a report that no run has looked at yet: the one that it came with."""
    why = "the publication day that it came with" if report.published else "it came with no publication day"
    return ReportDay(report.id, report.published, report.published, why)
