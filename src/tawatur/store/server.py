"""Opens a case that is kept by a database server."""

from typing import Final

from sqlalchemy import URL, Column, Connection, Integer, MetaData, Table, create_engine, insert, inspect, select
from sqlalchemy.exc import NoSuchModuleError

from tawatur.model.errors import CaseError
from tawatur.store.base import Store
from tawatur.store.dialect import plain_errors, require_known
from tawatur.store.sql import SqlStore
from tawatur.store.tables import SCHEMA_VERSION, metadata

# A server's database has no header to carry our mark and the version: a table of one row does.
_MARK: Final = Table("tawatur_schema", MetaData(), Column("version", Integer, primary_key=True))


def shown(url: URL) -> str:
    """``url`` as it may be shown, without its password."""
    return url.render_as_string(hide_password=True)


def open_server(url: URL, *, create: bool) -> Store:
    """The store of the database at ``url``; with ``create`` its tables are made where there are none.

    Raises:
        CaseError: the library or the server is missing, or the database holds no case or somebody else's tables.
    """
    try:
        engine = create_engine(url)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise CaseError(f"{shown(url)} needs a library: `pip install 'tawatur[postgres]'`") from error
    store = SqlStore(engine, shown(url))
    with plain_errors(store.name), engine.begin() as connection:
        _prepare_server(connection, store.name, create=create)
    return store


def _prepare_server(connection: Connection, name: str, *, create: bool) -> None:
    if inspect(connection).has_table(_MARK.name):
        require_known(name, connection.scalars(select(_MARK.c.version)).one())
        return
    if not create:
        raise CaseError(f"there is no case in {name}: make one with `tawatur add {name} INPUT…`")
    taken = sorted(set(inspect(connection).get_table_names()) & set(metadata.tables))
    if taken:
        raise CaseError(f"{name} has tables of another program ({', '.join(taken)}): make an empty database")
    metadata.create_all(connection)
    _MARK.create(connection)
    connection.execute(insert(_MARK).values(version=SCHEMA_VERSION))
