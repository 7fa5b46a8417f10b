"""A store that lives as long as its process: for tests and for trying things out."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple
from types import TracebackType
from typing import Self

from tawatur.model.case import OwnPlaces, Record, Settings
from tawatur.model.claim import Reading
from tawatur.model.errors import CaseError, NotFoundError, Problem
from tawatur.model.judgement import Judgement
from tawatur.model.kept import Kept
from tawatur.model.text import Report
from tawatur.store.codec import dump, rest_of, text_bytes, texts_of, variant_key


class MemoryStore:
    """A Store in dictionaries; see Logs and Store for what its methods promise."""

    def __init__(self) -> None:
        self._settings: Settings | None = None
        self._places: dict[str, OwnPlaces] = {}
        self._reports: dict[str, dict[str, Report]] = {}
        self._added: dict[str, str] = {}
        self._readings: dict[tuple[str, str], Reading] = {}
        self._problems: set[Problem] = set()
        self._judgements: set[Judgement] = set()
        self._forwards: list[tuple[str, str]] = []
        self._record: tuple[str, Record] | None = None
        self._kept: Kept | None = None

    def settings(self) -> Settings:
        """The settings kept, or the defaults."""
        return self._settings or Settings()

    def write_settings_once(self, settings: Settings) -> None:
        """Keeps ``settings`` if none are kept; other ones raise CaseError."""
        self._settings = self._settings or settings
        if self._settings != settings:
            raise CaseError(f"this case has the settings {self._settings}, which stay; {settings} needs a new case")

    def add_places(self, own: OwnPlaces) -> bool:
        """Whether the gazetteer was new."""
        is_new = self._places.get(own.name) != own
        self._places[own.name] = own
        return is_new

    def places(self) -> tuple[OwnPlaces, ...]:
        """The last gazetteer of each name, sorted by name."""
        return tuple(self._places[name] for name in sorted(self._places))

    def add_report(self, report: Report, *, added: str | None = None) -> bool:
        """Whether the report, or a variant of one, was new; ``added`` is the day on which it came in."""
        for text in texts_of(report):
            text_bytes(text)
        variants = self._reports.setdefault(report.id, {})
        key = variant_key(rest_of(report))
        is_new = key not in variants
        if added is not None:
            self._added[report.id] = min(added, self._added.get(report.id, added))
        variants.setdefault(key, report)
        return is_new

    def added_days(self) -> dict[str, str]:
        """The day on which each report first came in, by its id."""
        return dict(sorted(self._added.items()))

    def variants(self) -> tuple[str, ...]:
        """The ids kept in several variants, sorted."""
        return tuple(sorted(report_id for report_id, variants in self._reports.items() if len(variants) > 1))

    def reports(self) -> Iterator[Report]:
        """Every report, sorted by id."""
        for report_id in self.report_ids():
            yield _first(self._reports[report_id])

    def report(self, report_id: str) -> Report | None:
        """The report with this id, or None."""
        return _first(self._reports[report_id]) if report_id in self._reports else None

    def report_ids(self) -> tuple[str, ...]:
        """All ids, sorted."""
        return tuple(sorted(self._reports))

    def add_reading(self, reading: Reading) -> None:
        """Keeps the reading if none of its report and pack is kept; NotFoundError without the report."""
        self.add_readings((reading,))

    def add_readings(self, readings: Sequence[Reading]) -> None:
        """Keeps each reading as ``add_reading`` does, all of them or none."""
        for reading in readings:
            if reading.report not in self._reports:
                raise NotFoundError(f"this case holds no report {reading.report}: add it before its reading")
        for reading in readings:
            self._readings.setdefault((reading.report, reading.pack_version), reading)

    def read_ids(self, pack_version: str) -> frozenset[str]:
        """The ids read with this version of the pack."""
        return frozenset(report for report, version in self._readings if version == pack_version)

    def readings(self, pack_version: str) -> Iterator[Reading]:
        """The readings of this version of the pack, sorted by report id."""
        for report_id in sorted(self.read_ids(pack_version)):
            yield self._readings[report_id, pack_version]

    def add_problem(self, problem: Problem) -> None:
        """Keeps the problem once."""
        self._problems.add(problem)

    def problems(self) -> tuple[Problem, ...]:
        """All problems, sorted by their fields."""
        return tuple(sorted(self._problems, key=astuple))

    def add_judgement(self, judgement: Judgement) -> None:
        """Keeps the judgement once."""
        self._judgements.add(judgement)

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, sorted by when they were made, then by id."""
        return tuple(sorted(self._judgements, key=lambda one: (one.made, one.id, dump(Judgement, one))))

    def forward(self, old_id: str, new_id: str) -> None:
        """Notes the new name unless it is the last one noted."""
        if dict(self._forwards).get(old_id) != new_id:
            self._forwards.append((old_id, new_id))

    def forwards(self) -> tuple[tuple[str, str], ...]:
        """The notes, oldest first."""
        return tuple(self._forwards)

    def put_record(self, fingerprint: str, record: Record, *, kept: Kept | None = None) -> None:
        """Replaces the record and what is kept of its making."""
        self._record, self._kept = (fingerprint, record), kept

    def kept(self) -> Kept | None:
        """What is kept of the making of the record, or None."""
        return self._kept

    def drop_kept(self) -> None:
        """Forgets it."""
        self._kept = None

    def record(self) -> Record | None:
        """The record as put, or None."""
        return self._record[1] if self._record else None

    def record_fingerprint(self) -> str | None:
        """The record's fingerprint, or None."""
        return self._record[0] if self._record else None

    def close(self) -> None:
        """Nothing is held that must be let go."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _first(variants: dict[str, Report]) -> Report:
    return variants[min(variants)]
