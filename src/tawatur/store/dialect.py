"""All that differs between SQLite and PostgreSQL, and what their errors mean to a user."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, Executable, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError

from tawatur.model.errors import CaseError
from tawatur.store.tables import SCHEMA_VERSION

# What stands in the database's own message: what it means, and what to do.
_MEANINGS: Final = (
    ("disk is full", "the disk is full", "free some space and run again; what was kept is whole"),
    ("No space left", "the disk is full", "free some space and run again; what was kept is whole"),
    ("readonly database", "it cannot be written", "copy it to a folder that you may write to, or mend its permissions"),
    ("locked", "another process is writing to it", "wait until that has ended and run again"),
    ("unable to open", "it, or its folder, cannot be opened", "look whether both may be read and written"),
    ("malformed", "the file is damaged", "take it from a backup"),
    ("not a database", "the file is damaged or encrypted", "take it from a backup"),
    ("Could not decode", "the file is damaged", "take it from a backup"),
    ("disk I/O error", "the disk reports an error", "look at the disk, then run `tawatur verify` on the case"),
    ("no such table", "it lacks a part", "take it from a backup"),
)


def refusal(name: str, said: str) -> CaseError:
    """The CaseError that says in plain words what the database ``said`` about the case ``name``."""
    for words, meaning, mend in _MEANINGS:
        if words in said:
            return CaseError(f"{name}: {meaning} ({said}): {mend}")
    return CaseError(f"{name}: the database refused ({said}): look whether it is reachable and yours to write")


@contextmanager
def plain_errors(name: str) -> Iterator[None]:
    """Turns what a database raises inside into the CaseError of ``refusal``."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        said = str(getattr(error, "orig", error)).strip()
        raise refusal(name, said.partition("\n")[0]) from error


def sqlite_engine(path: str, *, wait_seconds: float) -> Engine:
    """An engine for the file ``path``: every commit is on the disk when it returns; others are waited for."""
    engine = create_engine(URL.create("sqlite", database=path))

    def prepare(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None  # the driver would begin by itself, and later than we want
        for pragma in (
            f"busy_timeout = {round(wait_seconds * 1000)}",
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "trusted_schema = OFF",  # a case may come from somebody else
        ):
            connection.execute(f"PRAGMA {pragma}").close()

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", begin)
    return engine


def writer(engine: Engine) -> Engine:
    """The same engine for writing: SQLite takes its lock at the start, so that it waits there and not half way."""
    return engine.execution_options(begin="BEGIN IMMEDIATE")


def insert_new(connection: Connection, table: Table, row: Mapping[str, Any]) -> bool:
    """Whether ``row`` was inserted: False where its key stands already, which then stays as it is."""
    # Unasked, the count is thrown away where the database also gives back the new row's key.
    options = {"preserve_rowcount": True}
    return connection.execute(_insert_new(table, connection.dialect.name), row, execution_options=options).rowcount == 1


@cache
def _insert_new(table: Table, dialect: str) -> Executable:
    """The statement of ``insert_new``, made once: making it takes longer than what the database does with it."""
    make = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return make(table).on_conflict_do_nothing()


def require_known(name: str, version: int) -> None:
    """Passes when this version of Tawatur knows the schema of the case ``name``.

    Raises:
        CaseError: it does not.
    """
    if version != SCHEMA_VERSION:
        raise CaseError(
            f"{name} was made by another version of Tawatur (schema {version}, this one knows {SCHEMA_VERSION}): "
            "bring Tawatur up to date with `pip install -U tawatur`"
        )
