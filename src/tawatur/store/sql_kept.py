"""What is kept of the making of a record, as one packed row, and back."""

import zlib

from sqlalchemy import Connection, delete, insert, inspect, select

from tawatur.model.errors import CaseError
from tawatur.model.kept import Kept
from tawatur.store.codec import dump, load
from tawatur.store.tables import kept as table
from tawatur.store.tables import view


def put(connection: Connection, fingerprint: str, kept: Kept | None) -> None:
    """Keep it in the stead of what was kept of the record before; None keeps nothing."""
    table.create(connection, checkfirst=True)
    connection.execute(delete(table))
    if kept is not None:
        payload = zlib.compress(dump(Kept, kept), level=1)
        connection.execute(insert(table).values(fingerprint=fingerprint, payload=payload))


def get(connection: Connection, name: str) -> Kept | None:
    """What is kept of the record that is there, None where that is nothing or cannot be read: it can be found again."""
    if not inspect(connection).has_table(table.name):
        return None
    payload = connection.scalar(select(table.c.payload).join(view, view.c.fingerprint == table.c.fingerprint))
    if payload is None:
        return None
    try:
        found: Kept = load(Kept, zlib.decompress(payload), of=f"{name}: what is kept of its record")
    except (CaseError, zlib.error):
        return None
    return found
