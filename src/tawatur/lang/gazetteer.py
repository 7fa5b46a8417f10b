"""Places by name: the table of the pack, and what users bring with them."""

import gzip
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from tawatur.lang.own_places import places_of
from tawatur.lang.place import COLUMNS, Place, km, other_article, place_of
from tawatur.model.case import OwnPlaces
from tawatur.model.errors import PackError
from tawatur.model.ids import sha256_hex

_KEPT = 8192
_HOME: Final = tuple(COLUMNS.index(name) for name in ("country", "admin1_ar", "kind"))

__all__ = ["Gazetteer", "Place", "km", "load_gazetteer"]


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Places under their folded names and ids.

    Rows stay lines of the table until someone asks for them: there are tens of thousands, and a report needs a few.
    ``sha256`` is of all rows: another gazetteer has another. Two are equal only when they are one: what a name yields
    is kept by gazetteer.
    """

    _rows: Sequence[str | Place]
    _names: Mapping[str, Sequence[int]]
    _ids: Mapping[str, int]
    sha256: str

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Place]:
        return map(self.place, range(len(self._rows)))

    def by_name(self, folded_name: str) -> tuple[Place, ...]:
        """Every place of this folded name (``fold_key``), none where nobody bears it.

        Users' own places come first, then the most prominent: countries, cities by people, governorates, districts,
        villages; among equals Syria's come first. Places that bear the name only with its article dropped or put on
        stand behind those that bear it as given.
        """
        return _bearers(self, folded_name)

    def by_id(self, place_id: str) -> Place | None:
        """The place of this id, None where there is none."""
        number = self._ids.get(place_id)
        return None if number is None else self.place(number)

    def names(self) -> Iterator[str]:
        """Every folded name, once each, in the order of the table: the words to look for in a text."""
        return iter(self._names)

    def is_weak(self, folded_name: str) -> bool:
        """Whether the name is also an ordinary word for all who bear it, so that a cue is wanted before it.

        False where nobody bears it.
        """
        return _is_weak(self, folded_name)

    def numbers_of(self, folded_name: str) -> tuple[int, ...]:
        """The rows of ``by_name``."""
        exact = self._names.get(folded_name, ())
        others = self._names.get(other_article(folded_name), ()) if folded_name else ()
        return tuple(dict.fromkeys((*exact, *others)))

    def homes(self) -> Iterator[tuple[str | None, str | None, str]]:
        """Country, first-level unit and kind of every place in the order of the table, without taking its row apart."""
        for row in self._rows:
            if isinstance(row, str):
                cells = row.split("\t", max(_HOME) + 1)
                country, unit, kind = (cells[column] for column in _HOME)
                yield country or None, unit or None, kind
            else:
                yield row.country, row.admin1_ar, row.kind

    def place(self, number: int) -> Place:
        """The place of one row."""
        row = self._rows[number]
        return place_of(dict(zip(COLUMNS, row.split("\t"), strict=True))) if isinstance(row, str) else row


# The reports of a case name the same few places over and over, and their rows are slow to take apart.
@lru_cache(maxsize=_KEPT)
def _bearers(gazetteer: Gazetteer, folded_name: str) -> tuple[Place, ...]:
    return tuple(gazetteer.place(number) for number in gazetteer.numbers_of(folded_name))


@lru_cache(maxsize=_KEPT)
def _is_weak(gazetteer: Gazetteer, folded_name: str) -> bool:
    bearers = _bearers(gazetteer, folded_name)
    either = {folded_name, other_article(folded_name)}
    return bool(bearers) and all(
        either.isdisjoint(place.keys) or not either.isdisjoint(place.weak_keys) for place in bearers
    )


@lru_cache(maxsize=8)
def _load(extra: tuple[OwnPlaces, ...]) -> Gazetteer:
    own = [place for file in extra for place in places_of(file)]
    rows: list[str | Place] = [*own, *_lines()]
    names: dict[str, list[int]] = {}
    ids: dict[str, int] = {}
    for number, row in enumerate(rows):
        if isinstance(row, str):
            place_id, strong, weak, _ = row.split("\t", 3)
            keys = f"{strong}|{weak}".split("|")
        else:
            place_id, keys = row.id, list(row.keys)
        if place_id in ids:
            raise PackError(_twice(place_id, extra))
        ids[place_id] = number
        for key in keys:
            if key:
                names.setdefault(key, []).append(number)
    return Gazetteer(rows, names, ids, sha256_hex("\n".join(map(str, rows)).encode()))


def _twice(place_id: str, extra: Sequence[OwnPlaces]) -> str:
    bearers = [file.name for file in extra if any(place.id == place_id for place in places_of(file))]
    others = bearers if len(bearers) > 1 else [*bearers, "Tawatur's own gazetteer"]
    return f"The id {place_id!r} stands twice, in {' and in '.join(others)}; give the place in {bearers[-1]} another."


def _lines() -> list[str]:
    """The lines of the pack's table behind its header.

    Raises:
        PackError: the header is not the one that this version writes.
    """
    packed = files("tawatur").joinpath("packs/places/gazetteer.tsv.gz").read_bytes()
    header, *lines = gzip.decompress(packed).decode("utf-8").rstrip("\n").split("\n")
    if header != "\t".join(COLUMNS):
        raise PackError("packs/places/gazetteer.tsv.gz has other columns; build it with scripts/build_gazetteer.py.")
    return lines


def load_gazetteer(extra: Sequence[OwnPlaces] = ()) -> Gazetteer:
    """The pack's places, with the user's own before them. Loaded once for the same files.

    Raises:
        PackError: a file cannot be used; the message names file, line and value.
    """
    return _load(tuple(extra))
