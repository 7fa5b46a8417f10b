"""The case as its readers see it: its logs and the record that the last run left, joined."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tawatur.logs import readings_of
from tawatur.model.case import CaseView, Record
from tawatur.model.claim import Claim, Reading
from tawatur.model.errors import Problem, without_folder
from tawatur.record.report_views import report_views
from tawatur.store.base import Store


def view_of(store: Store) -> CaseView:
    """The case as its readers see it, as the last run left it; without a run there are reports and no claims."""
    reports = tuple(store.reports())
    record = store.record() or Record((), (), (), ())
    readings = readings_of(store, record.pack_version) if record.pack_version else ()
    return CaseView(
        settings=store.settings(),
        reports=report_views(reports, readings, record),
        claims=tuple(_dated(readings, record)),
        copies=record.copies,
        events=record.events,
        problems=_problems(store, readings),
        own_places=store.places(),
        judgements=store.judgements(),
        stories=record.stories,
        agreements=record.agreements,
        forwards=store.forwards(),
    )


def _dated(readings: Iterable[Reading], record: Record) -> Iterator[Claim]:
    """The claims of the record by id, with the days that it settled for them."""
    dates = dict(record.dates)
    claims = sorted(
        (claim for reading in readings for claim in reading.claims if claim.id in dates), key=lambda claim: claim.id
    )
    return (replace(claim, date=dates[claim.id]) for claim in claims)


def _problems(store: Store, readings: Iterable[Reading]) -> tuple[Problem, ...]:
    """Every problem once, in a steady order."""
    told = (*store.problems(), *(problem for reading in readings for problem in reading.problems))
    found = {without_folder(problem) for problem in told}
    return tuple(sorted(found, key=lambda problem: (problem.subject, problem.stage, problem.message, problem.mend)))
