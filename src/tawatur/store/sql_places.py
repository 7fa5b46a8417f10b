"""Gazetteers that users added, as rows, and back."""

from sqlalchemy import Connection, insert, inspect, select

from tawatur.model.case import OwnPlaces
from tawatur.store.codec import text_from
from tawatur.store.tables import own_places


def add(connection: Connection, own: OwnPlaces, name: str) -> bool:
    """Whether the gazetteer was kept: the last one of its name has another text. ``name`` is the case's."""
    own_places.create(connection, checkfirst=True)
    if own in last_of_each(connection, name):
        return False
    connection.execute(insert(own_places).values(name=own.name, sha256=own.sha256, text=own.text.encode()))
    return True


def last_of_each(connection: Connection, name: str) -> tuple[OwnPlaces, ...]:
    """The last gazetteer of each name, sorted by name; none in a case that was made before there were any."""
    if not inspect(connection).has_table(own_places.name):
        return ()
    last: dict[str, OwnPlaces] = {}
    for row in connection.execute(select(own_places).order_by(own_places.c.number)):
        text = text_from(row.sha256, row.text, of=f"{name}: the gazetteer {row.name}")
        last[row.name] = OwnPlaces(row.name, row.sha256, text.chars)
    return tuple(last[name] for name in sorted(last))
