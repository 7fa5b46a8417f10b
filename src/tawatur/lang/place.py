"""One place of the gazetteer, as a row of the table and as an object, and what is near or named alike."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

COLUMNS = (
    "id",
    "keys",
    "weak_keys",
    "weak",
    "kind",
    "name_ar",
    "aliases_ar",
    "name_en",
    "lat",
    "lon",
    "uncertainty_km",
    "admin1_ar",
    "admin1_en",
    "admin2_ar",
    "admin2_en",
    "country",
    "population",
    "parent",
    "source",
    "note",
)
ARTICLE = "\u0627\u0644"
EARTH_KM = 6371.0088


@dataclass(frozen=True, slots=True)
class Place:
    """A place that has a name and a point.

    ``lat`` and ``lon`` are degrees (WGS 84), ``uncertainty_km`` the radius within which the meant spot lies.
    ``keys`` are the folded names; those in ``weak_keys`` are also ordinary words or people's names, so a reader
    takes them only after a cue; ``weak`` says so of ``name_ar``. ``country`` is an ISO 3166 code of two letters,
    ``parent`` an id of this gazetteer. None is unknown.
    """

    id: str
    kind: str
    name_ar: str
    aliases_ar: tuple[str, ...]
    name_en: str | None
    lat: float
    lon: float
    uncertainty_km: float
    admin1_ar: str | None
    admin1_en: str | None
    admin2_ar: str | None
    admin2_en: str | None
    country: str | None
    population: int | None
    parent: str | None
    source: str
    note: str | None
    weak: bool
    keys: tuple[str, ...]
    weak_keys: tuple[str, ...]


def place_of(cells: Mapping[str, str]) -> Place:
    """The place that a row's cells say; an empty cell is unknown (None).

    Raises:
        KeyError: a column is missing.
        ValueError: a number is none.
    """
    weak_keys = _several(cells["weak_keys"])
    return Place(
        id=cells["id"],
        kind=cells["kind"],
        name_ar=cells["name_ar"],
        aliases_ar=_several(cells["aliases_ar"]),
        name_en=cells["name_en"] or None,
        lat=float(cells["lat"]),
        lon=float(cells["lon"]),
        uncertainty_km=float(cells["uncertainty_km"]),
        admin1_ar=cells["admin1_ar"] or None,
        admin1_en=cells["admin1_en"] or None,
        admin2_ar=cells["admin2_ar"] or None,
        admin2_en=cells["admin2_en"] or None,
        country=cells["country"] or None,
        population=int(cells["population"]) if cells["population"] else None,
        parent=cells["parent"] or None,
        source=cells["source"],
        note=cells["note"] or None,
        weak=cells["weak"] == "1",
        keys=(*_several(cells["keys"]), *weak_keys),
        weak_keys=weak_keys,
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def km(a_lat: float, a_lon: float, b_lat: float, b_lon: float) -> float:
    """The great-circle distance of two points in degrees, in kilometres, on a sphere (within 0.6 %)."""
    a, b = math.radians(a_lat), math.radians(b_lat)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(b_lon - a_lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def without_article(key: str) -> str:
    """The folded name without its leading article; itself where fewer than three letters would be left."""
    return key[2:] if key.startswith(ARTICLE) and len(key) > 4 and key[2] != " " else key


def other_article(key: str) -> str:
    """The folded name with its leading article dropped or, where it has none, put on."""
    bare = without_article(key)
    return bare if bare != key else ARTICLE + key
