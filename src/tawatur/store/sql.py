"""A case in a database: one SQLite file, or PostgreSQL. One transaction a call."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Final, Self, TypeVar

from sqlalchemy import Connection, Engine, Table, bindparam, delete, func, insert, select

from tawatur.model.case import OwnPlaces, Record, Settings
from tawatur.model.claim import Claim, ClaimDate, Reading
from tawatur.model.copies import CopyPair
from tawatur.model.errors import CaseError, NotFoundError, Problem
from tawatur.model.event import Event
from tawatur.model.ids import sha256_hex
from tawatur.model.judgement import Judgement
from tawatur.model.kept import Kept
from tawatur.model.story import Agreement, Story
from tawatur.model.text import Report
from tawatur.model.time import ReportDay
from tawatur.store import sql_additions, sql_kept, sql_places, sql_reports
from tawatur.store import tables as t
from tawatur.store.codec import ReadingRest, dump, load, reading_rest_of, text_bytes, texts_of
from tawatur.store.dialect import insert_new, plain_errors, writer

_HAS_REPORT: Final = select(t.reports.c.id).where(t.reports.c.id == bindparam("report"))
"""Made once: asked before every reading that is kept."""

PAGE: Final = 100
"""Reports or readings fetched at once: enough that asking costs little, few enough that they fit in memory."""

_KINDS: Final = {
    "copies": CopyPair,
    "days": ReportDay,
    "dates": tuple[str, ClaimDate],
    "events": Event,
    "stories": Story,
    "agreements": Agreement,
}

T = TypeVar("T")


class SqlStore:
    """A Store in the tables of ``tables``; see Logs and Store for what its methods promise."""

    def __init__(self, engine: Engine, name: str) -> None:
        self.engine = engine
        self.name = name
        self._writer = writer(engine)

    @contextmanager
    def _asking(self) -> Iterator[Connection]:
        with plain_errors(self.name), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with plain_errors(self.name), self._writer.begin() as connection:
            yield connection

    def _pages(self, page: Callable[[Connection, str], list[tuple[str, T]]]) -> Iterator[T]:
        """What ``page`` finds after each last key, until nothing: no transaction stays open while others work."""
        after = ""
        while True:
            with self._asking() as connection:
                found = page(connection, after)
            if not found:
                return
            yield from (value for _, value in found)
            after = found[-1][0]

    def settings(self) -> Settings:
        """The settings kept, or the defaults."""
        with self._asking() as connection:
            payload = connection.scalar(select(t.settings.c.payload))
        return Settings() if payload is None else self._load(Settings, payload, "its settings")

    def write_settings_once(self, settings: Settings) -> None:
        """Keeps ``settings`` if none are kept; other ones raise CaseError."""
        with self._writing() as connection:
            insert_new(connection, t.settings, {"id": 1, "payload": dump(Settings, settings)})
        kept = self.settings()
        if kept != settings:
            raise CaseError(f"{self.name} has the settings {kept}, which stay; {settings} needs a new case")

    def add_places(self, own: OwnPlaces) -> bool:
        """Whether the gazetteer was new."""
        with self._writing() as connection:
            return sql_places.add(connection, own, self.name)

    def places(self) -> tuple[OwnPlaces, ...]:
        """The last gazetteer of each name, sorted by name."""
        with self._asking() as connection:
            return sql_places.last_of_each(connection, self.name)

    def add_report(self, report: Report, *, added: str | None = None) -> bool:
        """Whether the report, or a variant of one, was new; ``added`` is the day on which it came in."""
        texts = [{"sha256": text.sha256, "chars": text_bytes(text)} for text in texts_of(report)]
        with self._writing() as connection:
            for text in texts:
                insert_new(connection, t.texts, text)
            insert_new(connection, t.reports, sql_reports.row(report))
            if added is not None:
                sql_additions.add(connection, report.id, added)
            return insert_new(connection, t.variants, sql_reports.variant_row(report))

    def added_days(self) -> dict[str, str]:
        """The day on which each report first came in, by its id."""
        with self._asking() as connection:
            return sql_additions.first_days(connection)

    def variants(self) -> tuple[str, ...]:
        """The ids kept in several variants, sorted."""
        column = t.variants.c.report
        with self._asking() as connection:
            found = connection.scalars(select(column).group_by(column).having(func.count() > 1))
            return tuple(sorted(found))

    def reports(self) -> Iterator[Report]:
        """Every report, sorted by id."""
        return self._pages(lambda connection, after: sql_reports.page(connection, after, PAGE, self.name))

    def report(self, report_id: str) -> Report | None:
        """The report with this id, or None."""
        with self._asking() as connection:
            return sql_reports.one(connection, report_id, self.name)

    def report_ids(self) -> tuple[str, ...]:
        """All ids, sorted."""
        with self._asking() as connection:
            return tuple(connection.scalars(select(t.reports.c.id).order_by(t.reports.c.id)))

    def add_reading(self, reading: Reading) -> None:
        """Keeps the reading if none of its report and pack is kept; NotFoundError without the report."""
        self.add_readings((reading,))

    def add_readings(self, readings: Sequence[Reading]) -> None:
        """Keeps each reading as ``add_reading`` does, all in one transaction."""
        rows = [_rows_of(reading) for reading in readings]
        with self._writing() as connection:
            for reading, claims in rows:
                if connection.scalar(_HAS_REPORT, {"report": reading["report"]}) is None:
                    raise NotFoundError(f"{self.name} holds no report {reading['report']}: add it before its reading")
                if insert_new(connection, t.readings, reading) and claims:
                    connection.execute(insert(t.claims), claims)

    def read_ids(self, pack_version: str) -> frozenset[str]:
        """The ids read with this version of the pack."""
        with self._asking() as connection:
            found = select(t.readings.c.report).where(t.readings.c.pack_version == pack_version)
            return frozenset(connection.scalars(found))

    def readings(self, pack_version: str) -> Iterator[Reading]:
        """The readings of this version of the pack, sorted by report id."""
        return self._pages(lambda connection, after: self._readings_page(connection, pack_version, after))

    def _readings_page(self, connection: Connection, pack_version: str, after: str) -> list[tuple[str, Reading]]:
        r, c = t.readings.c, t.claims.c
        wanted = select(r.report, r.payload).where(r.pack_version == pack_version, r.report > after)
        found = connection.execute(wanted.order_by(r.report).limit(PAGE)).all()
        if not found:
            return []
        theirs = select(c.report, c.id, c.payload).where(c.pack_version == pack_version)
        theirs = theirs.where(c.report > after, c.report <= found[-1].report)
        claims: defaultdict[str, list[Claim]] = defaultdict(list)
        for row in connection.execute(theirs.order_by(c.report, c.position)):
            claims[row.report].append(self._load(Claim, row.payload, f"claim {row.id}"))
        return [
            (report, self._reading(report, pack_version, payload, tuple(claims[report]))) for report, payload in found
        ]

    def _reading(self, report: str, pack_version: str, payload: bytes, claims: tuple[Claim, ...]) -> Reading:
        rest: ReadingRest = self._load(ReadingRest, payload, f"the reading of {report}")
        return Reading(report, pack_version, claims, rest.hints, rest.credit, rest.problems)

    def add_problem(self, problem: Problem) -> None:
        """Keeps the problem once."""
        self._add_to(t.problems, dump(Problem, problem))

    def problems(self) -> tuple[Problem, ...]:
        """All problems, sorted by their fields."""
        found: list[Problem] = self._all_of(t.problems, Problem)
        return tuple(sorted(found, key=lambda one: (one.subject, one.stage, one.message, one.mend)))

    def add_judgement(self, judgement: Judgement) -> None:
        """Keeps the judgement once."""
        self._add_to(t.judgements, dump(Judgement, judgement))

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, sorted by when they were made, then by id."""
        found: list[Judgement] = self._all_of(t.judgements, Judgement)
        return tuple(sorted(found, key=lambda one: (one.made, one.id, dump(Judgement, one))))

    def _add_to(self, table: Table, payload: bytes) -> None:
        row = {"digest": sha256_hex(payload), "payload": payload}
        with self._writing() as connection:
            insert_new(connection, table, row)

    def _all_of(self, table: Table, kind: type[T]) -> list[T]:
        with self._asking() as connection:
            payloads = connection.scalars(select(table.c.payload)).all()
        return [self._load(kind, payload, f"a row of {table.name}") for payload in payloads]

    def forward(self, old_id: str, new_id: str) -> None:
        """Notes the new name unless it is the last one noted."""
        f = t.forwards.c
        last = select(f.new_id).where(f.old_id == old_id).order_by(f.number.desc()).limit(1)
        with self._writing() as connection:
            if connection.scalar(last) != new_id:
                connection.execute(insert(t.forwards).values(old_id=old_id, new_id=new_id))

    def forwards(self) -> tuple[tuple[str, str], ...]:
        """The notes, oldest first."""
        f = t.forwards.c
        with self._asking() as connection:
            return tuple((old, new) for old, new in connection.execute(select(f.old_id, f.new_id).order_by(f.number)))

    def put_record(self, fingerprint: str, record: Record, *, kept: Kept | None = None) -> None:
        """Replaces the record and what is kept of its making."""
        rows = [
            {"kind": name, "position": number, "payload": dump(kind, part)}
            for name, kind in _KINDS.items()
            for number, part in enumerate(getattr(record, name))
        ]
        with self._writing() as connection:
            connection.execute(delete(t.view_rows))
            connection.execute(delete(t.view))
            connection.execute(insert(t.view).values(id=1, fingerprint=fingerprint, pack_version=record.pack_version))
            if rows:
                connection.execute(insert(t.view_rows), rows)
            sql_kept.put(connection, fingerprint, kept)

    def kept(self) -> Kept | None:
        """What is kept of the making of the record, or None."""
        with self._asking() as connection:
            return sql_kept.get(connection, self.name)

    def drop_kept(self) -> None:
        """Forgets it."""
        with self._writing() as connection:
            sql_kept.put(connection, "", None)

    def record(self) -> Record | None:
        """The record as put, or None."""
        rows = select(t.view_rows.c.kind, t.view_rows.c.payload).where(t.view_rows.c.kind.in_(_KINDS))
        rows = rows.order_by(t.view_rows.c.kind, t.view_rows.c.position)
        parts: defaultdict[str, list[Any]] = defaultdict(list)
        with self._asking() as connection:
            view = connection.execute(select(t.view.c.pack_version)).one_or_none()
            if view is None:
                return None
            for name, payload in connection.execute(rows):
                parts[name].append(self._load(_KINDS[name], payload, f"a row of {name}"))
        return Record(pack_version=view.pack_version, **{name: tuple(parts[name]) for name in _KINDS})

    def record_fingerprint(self) -> str | None:
        """The record's fingerprint, or None."""
        with self._asking() as connection:
            return connection.scalar(select(t.view.c.fingerprint))

    def _load(self, kind: object, payload: bytes, what: str) -> Any:
        return load(kind, payload, of=f"{self.name}: {what}")

    def close(self) -> None:
        """Closes every connection; SQLite then folds its journal into the one file."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _rows_of(reading: Reading) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The row of a reading, and those of its claims."""
    key = {"report": reading.report, "pack_version": reading.pack_version}
    claims = [
        {**key, "position": number, "id": claim.id, "type": claim.type, "payload": dump(Claim, claim)}
        for number, claim in enumerate(reading.claims)
    ]
    return {**key, "payload": dump(ReadingRest, reading_rest_of(reading))}, claims
