"""Places that users bring themselves: a CSV table or a GeoJSON file of points."""

import csv
import json
import math
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from io import StringIO
from pathlib import Path
from typing import Any

from tawatur.lang.fold import fold_key
from tawatur.lang.place import COLUMNS, Place, place_of
from tawatur.model.errors import PackError

NEEDED = ("name_ar", "lat", "lon")
DEFAULT_KIND = "place"
DEFAULT_UNCERTAINTY_KM = 2.0


def read_own_places(path: Path) -> tuple[Place, ...]:
    """The places of a user's file, in its order: CSV with a header, or GeoJSON points (.geojson, .json).

    ``name_ar``, ``lat`` and ``lon`` are needed, any other column of the gazetteer may stand beside them. A missing
    id is made from name and point, a missing source is the file's name.

    Raises:
        PackError: the file cannot be read, or a row lacks a name or a point on the globe.
    """
    text = _text(path)
    rows = _geojson(path, text) if path.suffix.lower() in (".geojson", ".json") else _csv(path, text)
    return tuple(_place(path, where, row) for where, row in rows)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"The gazetteer {path} cannot be read ({error}); give a UTF-8 CSV or GeoJSON file.") from error


def _csv(path: Path, text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    reader = csv.DictReader(StringIO(text, newline=""))
    missing = [column for column in NEEDED if column not in (reader.fieldnames or ())]
    if missing:
        raise PackError(f"The gazetteer {path} has no column {', '.join(missing)}; its first line must name them.")
    for row in reader:
        yield f"line {reader.line_num}", row


def _geojson(path: Path, text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        features = json.loads(text)["features"]
    except (ValueError, KeyError, TypeError) as error:
        raise PackError(f"The gazetteer {path} is no GeoJSON FeatureCollection ({error!r}).") from error
    for number, feature in enumerate(features, 1):
        yield f"feature {number}", _feature(path, number, feature)


def _feature(path: Path, number: int, feature: Any) -> Mapping[str, Any]:
    try:
        shape, properties = feature["geometry"]["type"], feature.get("properties") or {}
        lon, lat = feature["geometry"]["coordinates"][:2]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise PackError(f"The gazetteer {path}, feature {number}, has no point; give one or take it out.") from error
    if shape != "Point":
        raise PackError(f"The gazetteer {path}, feature {number}, is a {shape}; only points can be used.")
    return {**properties, "lat": lat, "lon": lon}


def _place(path: Path, where: str, row: Mapping[str, Any]) -> Place:
    cells = {column: _cell(row.get(column)) for column in COLUMNS}
    names = [cells["name_ar"], *filter(None, cells["aliases_ar"].split("|"))]
    keys = list(dict.fromkeys(key for key in map(fold_key, names) if key))
    if not fold_key(cells["name_ar"]):
        raise PackError(f"The gazetteer {path}, {where}, has the name {cells['name_ar']!r}; write one in letters.")
    _check_point(path, where, cells)
    weak = cells["weak"] in ("1", "true", "True")
    cells |= {"keys": "" if weak else "|".join(keys), "weak_keys": "|".join(keys) if weak else ""}
    defaults = {
        "id": f"own-{blake2b('|'.join(cells[c] for c in NEEDED).encode(), digest_size=6).hexdigest()}",
        "kind": DEFAULT_KIND,
        "uncertainty_km": str(DEFAULT_UNCERTAINTY_KM),
        "source": path.name,
    }
    try:
        return place_of({**cells, **{column: cells[column] or value for column, value in defaults.items()}})
    except ValueError as error:
        raise PackError(f"The gazetteer {path}, {where}: {error}; write a plain number or leave it empty.") from error


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "|".join(str(item) for item in value)
    return "" if value is None else " ".join(str(value).split())


def _check_point(path: Path, where: str, cells: Mapping[str, str]) -> None:
    for column, limit in (("lat", 90.0), ("lon", 180.0)):
        try:
            degrees = float(cells[column])
        except ValueError:
            degrees = math.nan
        if not abs(degrees) <= limit:
            raise PackError(
                f"The gazetteer {path}, {where}, has {column} {cells[column]!r}; "
                f"write degrees between {-limit:g} and {limit:g}."
            )
