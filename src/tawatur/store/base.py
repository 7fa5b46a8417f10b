"""What every store of a case does, in memory, in one file or in a database."""

from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Protocol, Self

from tawatur.model.case import OwnPlaces, Record, Settings
from tawatur.model.claim import Reading
from tawatur.model.errors import Problem
from tawatur.model.judgement import Judgement
from tawatur.model.kept import Kept
from tawatur.model.text import Report


class Logs(Protocol):
    """What is kept for good: it grows, and nothing in it is ever overwritten.

    A write has happened, whole, when its call returns; a call that raises has written nothing. Any method may raise
    CaseError: the disk is full, the case is read-only, locked or damaged.
    """

    def settings(self) -> Settings:
        """The settings of the case; the defaults where none were written."""

    def write_settings_once(self, settings: Settings) -> None:
        """Keeps ``settings`` if none are kept yet.

        Raises:
            CaseError: other settings are kept already; the message names both.
        """

    def add_places(self, own: OwnPlaces) -> bool:
        """Whether a gazetteer was new: not the same text as the last one of its name, whose place it takes."""

    def places(self) -> tuple[OwnPlaces, ...]:
        """The gazetteers that users added, the last one of each name, sorted by name."""

    def add_report(self, report: Report, *, added: str | None = None) -> bool:
        """Whether anything new was kept: the report, or a variant of one.

        ``added`` (ISO day) is the day on which it came in: nothing in it can have been published later.

        A variant has the id of a kept report and another title, day, language, time of retrieval or hash of bytes.

        Raises:
            CaseError: a text of the report does not have the hash that it carries.
        """

    def added_days(self) -> dict[str, str]:
        """The ISO day on which each report first came in, by its id; reports without a known one are left out."""

    def variants(self) -> tuple[str, ...]:
        """The ids of reports that are kept in several variants, sorted."""

    def reports(self) -> Iterator[Report]:
        """Every report, sorted by id. Of several variants the one that sorts first, whichever came first.

        Reading and writing may be mixed: a report that is added meanwhile may or may not be among them.
        """

    def report(self, report_id: str) -> Report | None:
        """The report with this id, or None."""

    def report_ids(self) -> tuple[str, ...]:
        """The ids of all reports, sorted."""

    def add_reading(self, reading: Reading) -> None:
        """Keeps a reading whole. Does nothing where one of this report and version of the pack is kept.

        Raises:
            NotFoundError: the case holds no such report.
        """

    def add_readings(self, readings: Sequence[Reading]) -> None:
        """Keeps several readings as ``add_reading`` does, all of them or none: the disk is waited for once.

        Raises:
            NotFoundError: the case does not hold the report of one of them.
        """

    def read_ids(self, pack_version: str) -> frozenset[str]:
        """The ids of the reports that were read with this version of the pack."""

    def readings(self, pack_version: str) -> Iterator[Reading]:
        """The readings made with this version of the pack, sorted by report id."""

    def add_problem(self, problem: Problem) -> None:
        """Keeps a problem; the same one again changes nothing."""

    def problems(self) -> tuple[Problem, ...]:
        """All problems, sorted by their fields."""

    def add_judgement(self, judgement: Judgement) -> None:
        """Keeps a judgement; the same one again changes nothing."""

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, sorted by when they were made, then by id."""

    def forward(self, old_id: str, new_id: str) -> None:
        """Notes that what was called ``old_id`` is now called ``new_id``, unless its last note says so already."""

    def forwards(self) -> tuple[tuple[str, str], ...]:
        """The notes of ``forward``, oldest first: the last one of an id holds."""


class Store(Logs, Protocol):
    """A case: its logs, and the one derived record, which is replaced as a whole with what is kept of its making."""

    def put_record(self, fingerprint: str, record: Record, *, kept: Kept | None = None) -> None:
        """Replaces the record, and what is kept of its making with it. ``fingerprint`` says from what it was made."""

    def kept(self) -> Kept | None:
        """What was kept of the making of the record that is there; None where nothing was, or it was dropped."""

    def drop_kept(self) -> None:
        """Forgets what is kept of the making of the record: the next one is made from nothing, and is the same."""

    def record(self) -> Record | None:
        """The record as it was put, or None before the first."""

    def record_fingerprint(self) -> str | None:
        """The fingerprint that the record was put with, or None before the first."""

    def close(self) -> None:
        """Lets go of the file or connection. A closed store is not used again."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
