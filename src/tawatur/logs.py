"""The logs of a case as they stand: the pack that it is read under, its readings, and whether the record follows from them."""

from collections.abc import Callable
from datetime import date
from itertools import chain
from typing import Final

from tawatur.claim.build import Derivation
from tawatur.claim.derive import derivation_of
from tawatur.claim.read import read_report
from tawatur.lang.pack import Pack, load_pack
from tawatur.model.case import OwnPlaces
from tawatur.model.claim import Claim, Reading
from tawatur.model.errors import Problem, TawaturError
from tawatur.model.ids import content_id
from tawatur.model.text import Report
from tawatur.record.rules import rules_version
from tawatur.store.base import Store

LANGUAGE = "ar"

STUMBLES: Final = (TawaturError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a fault of ours over one text raises: it costs the claims of that report, and never the run."""


def pack_of(store: Store) -> Pack:
    """The pack that a case is read under: the product's, with the places that users added to the case."""
    return load_pack(LANGUAGE, *store.places())


def as_of_each(store: Store) -> Callable[[str], str | None]:
    """For a report's id the day after which it cannot have been published: that on which it came in, else the case's."""
    days, usual = store.added_days(), store.settings().as_of
    return lambda report: days.get(report, usual)


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
