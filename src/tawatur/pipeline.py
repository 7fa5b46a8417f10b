"""The whole product on one page: start reading here.

    bytes ─read→ Report ─regions, sentences→ marks ─claim→ claims ─┐
                                                                  ├─record→ events, disputes, grades ─→ views
                        reports ─copies, chains→ who copied whom ─┘                ↑ judgements

Three append-only logs hold the truth: reports, readings (the claims of one report under one version of the pack) and
judgements. ``add_reports`` and ``read_reports`` append to the first two; ``derive`` makes the record, a view of all
three that is dropped and rebuilt. ``logs.py`` asks the logs, and ``view.py`` joins them and the record for whoever shows them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Final

from tawatur.chain.copies import find_copies
from tawatur.collecting import no_collecting
from tawatur.lang.gazetteer import load_gazetteer
from tawatur.lang.own_places import places_of
from tawatur.lang.pack import Pack
from tawatur.logs import as_of_each, fingerprint_of, pack_of, read_one, readings_of, warm_up
from tawatur.model.case import OwnPlaces, Record
from tawatur.model.errors import Problem
from tawatur.model.ids import digest_of
from tawatur.model.kept import NOTHING
from tawatur.read.report import ReadItem
from tawatur.record.judged.forwarding import forwarding_notes
from tawatur.record.make import Made, make_again
from tawatur.record.rules import rules_version
from tawatur.spread.local import spread
from tawatur.store.base import Store

TOGETHER: Final = 20
"""Readings kept at once. The disk makes us wait for each time, not for each reading; a run that is killed reads no more anew."""

Progress = Callable[[str, int, int], None]
"""Told the stage, how many are done, and how many there are."""


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
