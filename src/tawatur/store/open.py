"""Opens a case, and says plainly why one cannot be opened."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Final

from sqlalchemy import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError

from tawatur.model.errors import CaseError
from tawatur.store.base import Store
from tawatur.store.dialect import plain_errors, require_known, sqlite_engine, writer
from tawatur.store.server import open_server, shown
from tawatur.store.sql import SqlStore
from tawatur.store.tables import SCHEMA_VERSION, metadata

APPLICATION_ID: Final = 0x54415754
"""The letters TAWT, which a case carries in the header of its file."""

_MAGIC: Final = b"SQLite format 3\x00"


def open_case(case: str, *, create: bool, wait_seconds: float = 30.0) -> Store:
    """The store of ``case``, a path or a database URL; with ``create`` an empty one is made where there is none.

    ``wait_seconds``: how long a write waits for another process's before it gives up.

    Raises:
        CaseError: there is no case, it is not one of ours, made by a newer version, or cannot be read and written.
    """
    if "://" not in case:
        return _open_file(case, create=create, wait_seconds=wait_seconds)
    url = _url(case)
    if url.get_backend_name() == "sqlite" and url.database:
        return _open_file(url.database, create=create, wait_seconds=wait_seconds)
    return open_server(url, create=create)


def _url(case: str) -> URL:
    try:
        url = make_url(case)
    except (ArgumentError, ValueError) as error:
        scheme = case.partition("://")[0]  # and no more of it: there may be a password
        raise CaseError(f"the database URL {scheme}://… cannot be read: write it as {_example()}") from error
    if url.drivername not in {"sqlite", "postgresql+psycopg"} or not url.database:
        raise CaseError(f"{shown(url)} names no case: give a path, or a database as in {_example()}")
    return url


def _example() -> str:
    return "postgresql+psycopg://user@host/database"


def _open_file(case: str, *, create: bool, wait_seconds: float) -> Store:
    path = _path(case)
    is_new = _is_new(path, create=create)
    engine = sqlite_engine(str(path), wait_seconds=wait_seconds)
    store = SqlStore(engine, str(path))
    if is_new:
        with plain_errors(store.name), writer(engine).begin() as connection:
            _make_tables(connection)
    return store


def _path(case: str) -> Path:
    """The path of ``case``, absolute, so that no name in it means anything else to the database."""
    if not case or "\0" in case:
        raise CaseError(f"{case!r} cannot be the name of a case: give a path such as daraa.tawatur")
    path = Path(case).absolute()
    if S_ISDIR(_mode(path) or 0):
        raise CaseError(f"{path} is a folder, and a case is a file: name one in it, such as {path / 'case.tawatur'}")
    return path


def _mode(path: Path) -> int | None:
    """What kind of thing stands at ``path``, or None where nothing does."""
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise CaseError(f"{path} cannot be looked at ({error.strerror}): name another path for the case") from error


def _is_new(path: Path, *, create: bool) -> bool:
    """Whether a case is to be made at ``path``: nothing is there, or a file that was never filled."""
    mode = _mode(path)
    if mode is None:
        return _must_make(path, create=create)
    if not S_ISREG(mode):
        raise CaseError(f"{path} is no ordinary file: name another path for the case")
    head = _head(path)
    if head and head != _MAGIC:
        raise CaseError(f"{path} is not a case: to read it in, name a case first, as in `tawatur add CASE {path.name}`")
    _require_writable(path)
    if head and _is_ours(path):
        return False
    return _must_make(path, create=create)


def _must_make(path: Path, *, create: bool) -> bool:
    if not create:
        raise CaseError(f"there is no case at {path}: make one with `tawatur add {path.name} INPUT…`")
    if not path.parent.is_dir():
        raise CaseError(f"{path.parent} is no folder, so no case can be made in it: make the folder first")
    _require_writable(path)
    return True


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC))
    except OSError as error:
        raise CaseError(f"{path} cannot be read ({error.strerror}): mend its permissions") from error


def _is_ours(path: Path) -> bool:
    """True for a case of ours, False for a database that nothing was ever written to.

    Looked at through a connection that cannot write, so that a database of somebody else stays as it is.
    """
    uri = f"{path.as_uri()}?mode=ro"
    with plain_errors(str(path)), closing(sqlite3.connect(uri, uri=True)) as connection:
        mark, version, tables = connection.execute(
            "SELECT (SELECT application_id FROM pragma_application_id),"
            " (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)"
        ).fetchone()
    if mark == APPLICATION_ID:
        require_known(str(path), version)
        return True
    if mark or version or tables:
        raise CaseError(f"{path} is a database of another program, not a case: name another path")
    return False


def _require_writable(path: Path) -> None:
    """SQLite writes beside its file even to read, so both the file and the folder must be ours to write."""
    for place in (path, path.parent):
        if place.exists() and not os.access(place, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            raise CaseError(
                f"{place} may not be written to: copy the case to a folder of yours, or mend the permissions"
            )


def _make_tables(connection: Connection) -> None:
    """In one transaction: a case that another process made meanwhile stays, and a half one never shows."""
    metadata.create_all(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
