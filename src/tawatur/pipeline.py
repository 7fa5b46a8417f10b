"""The whole product on one page: start reading here.

    bytes ─read→ Report ─regions, sentences→ marks ─claim→ claims ─┐
                                                                  ├─record→ events, disputes, grades ─→ views
                        reports ─copies, chains→ who copied whom ─┘                ↑ judgements

Three append-only logs hold the truth: reports, readings (the claims of one report under one version of the pack) and
judgements. ``add_reports`` and ``read_reports`` append to the first two; ``derive`` makes the record, a view of all
three that is dropped and rebuilt; ``view_of`` joins logs and record for whoever shows them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain, islice
from typing import Final

from tawatur.chain.copies import find_copies
from tawatur.claim.build import Derivation
from tawatur.claim.derive import derivation_of
from tawatur.claim.read import read_report
from tawatur.collecting import no_collecting
from tawatur.lang.gazetteer import load_gazetteer
from tawatur.lang.own_places import places_of
from tawatur.lang.pack import Pack, load_pack
from tawatur.model.case import CaseView, OwnPlaces, Record
from tawatur.model.claim import Claim, Reading
from tawatur.model.errors import Problem, TawaturError, without_folder
from tawatur.model.ids import content_id, digest_of
from tawatur.model.kept import NOTHING
from tawatur.model.text import Report
from tawatur.read.report import ReadItem
from tawatur.record.judged.forwarding import forwarding_notes
from tawatur.record.make import Made, make_again
from tawatur.record.report_views import report_views
from tawatur.record.rules import rules_version
from tawatur.spread.local import spread
from tawatur.store.base import Store

LANGUAGE = "ar"
TOGETHER: Final = 20
"""Readings kept at once. The disk makes us wait for each time, not for each reading; a run that is killed reads no more anew."""

Progress = Callable[[str, int, int], None]
"""Told the stage, how many are done, and how many there are."""

STUMBLES: Final = (TawaturError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a fault of ours over one text raises: it costs the claims of that report, and never the run."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one input: ``outcome`` is taken, there (already) or refused; ``ref`` as given."""

    subject: str
    outcome: str
    ref: str | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Ran:
    """What one run did: reports read now, reports in the case, and whether the record had to be made anew; of its events
    how many stand as they were and how many were made.
    """

    read: int
    reports: int
    derived: bool
    events_kept: int = 0
    events_made: int = 0


@dataclass(frozen=True, slots=True)
class AddedPlaces:
    """What became of a gazetteer: ``outcome`` is taken or there (already); how many places it holds."""

    subject: str
    outcome: str
    places: int


def quiet(stage: str, done: int, total: int) -> None:
    """No progress shown."""


def add_reports(store: Store, items: Iterable[ReadItem], *, today: str | None = None) -> Iterator[Added]:
    """Keep each report that was read in, and say what became of each input.

    ``today`` (ISO day) is kept with each: nothing that is there today was published later.
    """
    for item in items:
        for problem in item.problems:
            store.add_problem(problem)
        if item.report is None:
            yield Added(item.subject, "refused", None, item.problems)
            continue
        taken = store.add_report(item.report, added=today)
        yield Added(item.subject, "taken" if taken else "there", item.report.given_ref, item.problems)


def add_places(store: Store, files: Iterable[OwnPlaces]) -> Iterator[AddedPlaces]:
    """Keep each gazetteer for the whole case, in the stead of an earlier one of its name, and say what became of it.

    Raises:
        PackError: an id in it is also another gazetteer's.
    """
    for own in files:
        others = tuple(other for other in store.places() if other.name != own.name)
        load_gazetteer((*others, own))
        taken = store.add_places(own)
        yield AddedPlaces(own.name, "taken" if taken else "there", len(places_of(own)))


def pack_of(store: Store) -> Pack:
    """The pack that a case is read under: the product's, with the places that users added to the case."""
    return load_pack(LANGUAGE, *store.places())


def run(store: Store, *, workers: int = 1, progress: Progress = quiet) -> Ran:
    """Read what has not been read under today's pack, then make the record anew if anything changed, as far as that touches.

    Readings are kept as they are made, a few at a time, so a run that is cut short goes on where it stopped.
    """
    pack = pack_of(store)
    read = read_reports(store, pack, workers=workers, progress=progress)
    fingerprint = fingerprint_of(store, pack)
    if store.record_fingerprint() == fingerprint:
        return Ran(read, len(store.report_ids()), derived=False)
    with no_collecting():
        before = store.record()
        made = derive(store, pack, before=before, progress=progress)
        events = made.record.events
        for old, new in forwarding_notes(before.events if before else (), events):
            store.forward(old, new)
        store.put_record(fingerprint, made.record, kept=made.kept)
    return Ran(
        read, len(store.report_ids()), True, events_kept=len(events) - made.events_made, events_made=made.events_made
    )


def as_of_each(store: Store) -> Callable[[str], str | None]:
    """For a report's id the day after which it cannot have been published: that on which it came in, else the case's."""
    days, usual = store.added_days(), store.settings().as_of
    return lambda report: days.get(report, usual)


def read_reports(store: Store, pack: Pack, *, workers: int, progress: Progress) -> int:
    """How many reports were read: those that this version of the pack has not read yet."""
    done = store.read_ids(pack.version)
    todo = [report_id for report_id in store.report_ids() if report_id not in done]
    as_of = as_of_each(store)
    jobs = ((report, as_of(report_id)) for report_id in todo if (report := store.report(report_id)) is not None)
    own = store.places()
    readings = spread(partial(read_one, own=own), jobs, workers=workers, setup=partial(warm_up, own))
    number = 0
    while kept := tuple(islice(readings, TOGETHER)):
        store.add_readings(kept)
        for _ in kept:
            number += 1
            progress("read", number, len(todo))
    return len(todo)


def read_one(job: tuple[Report, str | None], *, own: tuple[OwnPlaces, ...] = ()) -> Reading:
    """One report read, with a case's ``own`` places; one that we stumble over is kept with a problem.

    Another process can be told to call it.
    """
    report, as_of = job
    pack = load_pack(LANGUAGE, *own)
    try:
        return read_report(report, pack, as_of=date.fromisoformat(as_of) if as_of else None)
    except STUMBLES as error:
        return Reading(report.id, pack.version, (), (), None, (_stumbled(report, error),))


def _stumbled(report: Report, error: BaseException) -> Problem:
    said = f"kept, but not read: Tawatur stumbled over its text ({type(error).__name__}: {error})"
    return Problem(report.given_ref, "claim", said, "tell its maintainers, with the text if you may share it")


def warm_up(own: tuple[OwnPlaces, ...] = ()) -> None:
    """Load the pack once a process."""
    load_pack(LANGUAGE, *own)


def derive(store: Store, pack: Pack, *, before: Record | None = None, progress: Progress = quiet) -> Made:
    """The record that follows from the logs as they stand.

    Of the record ``before``, which the store holds, stands what follows from the same as then (``Store.kept``): copies while
    no report came or changed, pairs of claims, groups and events while nothing changed that they were found from.
    """
    reports, kept = tuple(store.reports()), (store.kept() if before is not None else None) or NOTHING
    progress("copies", 0, 1)
    among = digest_of(rules_version(), [(report.id, report.published) for report in reports])
    copies = before.copies if before is not None and kept.copies == among else find_copies(reports)
    progress("copies", 1, 1)
    readings = readings_of(store, pack.version)
    progress("events", 0, 1)
    made = make_again(
        reports, readings, copies, store.judgements(), settings=store.settings(), added=store.added_days(),
        before=before, kept=kept,
    )  # fmt: skip
    progress("events", 1, 1)
    record = replace(made.record, pack_version=pack.version)
    return replace(made, record=record, kept=replace(made.kept, copies=among))


def readings_of(store: Store, pack_version: str) -> tuple[Reading, ...]:
    """The readings under one version of the pack, by report.

    A report that came in several forms (another title, another day) may have been read in one that no longer stands:
    it is read as it stands now, so that the order of adding and running leaves no trace.
    """
    logged = store.readings(pack_version)
    if pack_version != pack_of(store).version:
        return tuple(logged)
    several, as_of, own = frozenset(store.variants()), as_of_each(store), store.places()
    return tuple(
        read_one((report, as_of(reading.report)), own=own)
        if reading.report in several and (report := store.report(reading.report))
        else reading
        for reading in logged
    )


def fingerprint_of(store: Store, pack: Pack) -> str:
    """A hash of everything that the record follows from."""
    settings = store.settings()
    reports = (
        part
        for report in store.reports()
        for part in (report.id, str(report.published), _title(report), report.language, report.retrieved)
    )
    added = chain.from_iterable(sorted(store.added_days().items()))
    judgements = [judgement.id for judgement in store.judgements()]
    basis = content_id("bas", pack.version, rules_version(), settings.zone, settings.as_of, *chain(reports, added))
    return content_id("rec", basis, *judgements)


def _title(report: Report) -> str | None:
    return report.title.sha256 if report.title else None


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


def derived(store: Store, claim: Claim) -> Derivation | None:
    """How a claim came about, its report read again under today's pack; None where that makes no such claim of it."""
    report, as_of = store.report(claim.report), as_of_each(store)(claim.report)
    if report is None:
        return None
    return derivation_of(report, pack_of(store), claim.id, as_of=date.fromisoformat(as_of) if as_of else None)


def is_current(store: Store) -> bool:
    """Whether the last run saw everything that is in the logs now, under today's pack."""
    return store.record_fingerprint() == fingerprint_of(store, pack_of(store))


def reports_since(store: Store) -> tuple[str, ...]:
    """The given refs of the reports that came in after the last run, sorted; all of them where there was none."""
    record = store.record()
    known = {day.report for day in record.days} if record else set()
    return tuple(sorted(report.given_ref for report in store.reports() if report.id not in known))


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
