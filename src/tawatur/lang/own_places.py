"""Places that users bring themselves: a CSV table or a GeoJSON file of points."""

import csv
import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from io import StringIO
from pathlib import Path, PurePath
from typing import Any, Final

from tawatur.lang.fold import fold_key
from tawatur.lang.place import COLUMNS, Place, place_of
from tawatur.model.case import OwnPlaces
from tawatur.model.errors import PackError
from tawatur.model.ids import sha256_hex

NEEDED: Final = ("name_ar", "lat", "lon")
DEFAULT_KIND: Final = "place"
DEFAULT_UNCERTAINTY_KM: Final = 2.0
# Columns as other tools call them (OpenStreetMap's tags among them); ours go before.
_OTHERWISE: Final = {"name_ar": ("name:ar", "name"), "name_en": ("name:en",), "aliases_ar": ("alt_name:ar",)}
_SEPARATORS: Final = ",;\t"
_LIMITS: Final = {"lat": 90.0, "lon": 180.0}
_FURTHEST_KM: Final = 20_000.0
_YES: Final = ("1", "true", "True")


def read_own_places(path: Path) -> OwnPlaces:
    """A user's file as a case keeps it, looked through: every row is a place.

    Raises:
        PackError: the file cannot be read, or a row lacks a name or a point on the globe; names file, line and value.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"The gazetteer {path} cannot be read ({error}); give a UTF-8 CSV or GeoJSON file.") from error
    own = OwnPlaces(path.name, sha256_hex(text.encode()), text)
    places_of(own)
    return own


def places_of(own: OwnPlaces) -> tuple[Place, ...]:
    """The places of a user's file, in its order: CSV with a header, or GeoJSON points (.geojson, .json).

    ``name_ar``, ``lat`` and ``lon`` are needed, any other column of the gazetteer may stand beside them. A missing
    id is made from name and point, a missing source is the file's name.

    Raises:
        PackError: a row lacks a name or a point on the globe, or two are one; names file, line and value.
    """
    is_json = PurePath(own.name).suffix.lower() in (".geojson", ".json")
    rows = (_geojson if is_json else _csv)(own.name, own.text)
    found = [(where, _place(own.name, where, row)) for where, row in rows]
    times = Counter(place.id for _, place in found)
    for where, place in found:
        if times[place.id] > 1:
            raise PackError(
                f"The gazetteer {own.name}, {where}: the id {place.id!r} stands twice in it; "
                "give one of the places another, or take out the row that says the same again."
            )
    return tuple(place for _, place in found)


def _csv(name: str, text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    header = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=header.count)
    reader = csv.DictReader(StringIO(text, newline=""), delimiter=separator, restkey="", strict=True)
    try:
        columns = [str(column).strip() for column in reader.fieldnames or ()]
        reader.fieldnames = columns
        missing = [column for column in NEEDED if not {column, *_OTHERWISE.get(column, ())} & {*columns}]
        if missing:
            raise PackError(f"The gazetteer {name} has no column {', '.join(missing)}; its first line must name them.")
        yield from _whole_rows(name, reader)
    except csv.Error as error:
        raise PackError(
            f"The gazetteer {name}, line {reader.line_num + 1}, is no CSV ({error}); mend its quotes."
        ) from error


def _whole_rows(name: str, reader: "csv.DictReader[str]") -> Iterator[tuple[str, Mapping[str, Any]]]:
    for row in reader:
        where = f"line {reader.line_num}"
        if row.pop("", None):
            raise PackError(
                f"The gazetteer {name}, {where}, has more cells than the first line has columns; "
                "put quotes around a cell that holds the separator."
            )
        yield where, row


def _geojson(name: str, text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        features = json.loads(text)["features"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise PackError(
            f"The gazetteer {name} is no GeoJSON FeatureCollection ({type(error).__name__}: {error}); "
            "save it as one, with its points under features."
        ) from error
    if not isinstance(features, list):
        raise PackError(f"The gazetteer {name} has features that are no list; save it as a FeatureCollection.")
    for number, feature in enumerate(features, 1):
        yield f"feature {number}", _feature(name, number, feature)


def _feature(name: str, number: int, feature: Any) -> Mapping[str, Any]:
    try:
        shape, properties = feature["geometry"]["type"], dict(feature.get("properties") or {})
        lon, lat = feature["geometry"]["coordinates"][:2]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise PackError(f"The gazetteer {name}, feature {number}, has no point; give one or take it out.") from error
    if shape != "Point":
        raise PackError(f"The gazetteer {name}, feature {number}, is a {shape}; give a point in its stead.")
    return {**properties, "lat": lat, "lon": lon}


def _place(name: str, where: str, row: Mapping[str, Any]) -> Place:
    cells = {column: _cells(row, column) for column in COLUMNS}
    names = [cells["name_ar"], *filter(None, cells["aliases_ar"].split("|"))]
    keys = list(dict.fromkeys(key for key in map(fold_key, names) if key))
    if not fold_key(cells["name_ar"]):
        raise PackError(f"The gazetteer {name}, {where}, has name_ar {cells['name_ar']!r}; write a name in letters.")
    _check(name, where, cells)
    weak = cells["weak"] in _YES
    cells |= {"keys": "" if weak else "|".join(keys), "weak_keys": "|".join(keys) if weak else ""}
    cells["weak"] = "1" if weak else ""
    defaults = {
        "id": f"own-{blake2b('|'.join(cells[c] for c in NEEDED).encode(), digest_size=6).hexdigest()}",
        "kind": DEFAULT_KIND,
        "uncertainty_km": str(DEFAULT_UNCERTAINTY_KM),
        "source": name,
    }
    return place_of({**cells, **{column: cells[column] or value for column, value in defaults.items()}})


def _cells(row: Mapping[str, Any], column: str) -> str:
    """The first filled cell under a column's name, ours or another tool's."""
    return next(filter(None, (_cell(row.get(name)) for name in (column, *_OTHERWISE.get(column, ())))), "")


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "|".join(str(item) for item in value)
    return "" if value is None else " ".join(str(value).split())


def _check(name: str, where: str, cells: Mapping[str, str]) -> None:
    """Refuses a row whose point lies nowhere, or whose figures or country are none."""
    said = f"The gazetteer {name}, {where}, has"
    for column, limit in _LIMITS.items():
        if not abs(_number(cells[column])) <= limit:
            raise PackError(f"{said} {column} {cells[column]!r}; write degrees between {-limit:g} and {limit:g}.")
    radius, people, country = cells["uncertainty_km"], cells["population"], cells["country"]
    if radius and not 0 < _number(radius) <= _FURTHEST_KM:
        raise PackError(f"{said} uncertainty_km {radius!r}; write kilometres above 0, or leave it empty.")
    if people and not (people.isascii() and people.isdigit()):
        raise PackError(f"{said} population {people!r}; write a whole number, or leave it empty.")
    if country and not (len(country) == 2 and country.isascii() and country.isupper()):
        raise PackError(f"{said} country {country!r}; write the two capital letters of ISO 3166, or leave it empty.")


def _number(cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        return math.nan
