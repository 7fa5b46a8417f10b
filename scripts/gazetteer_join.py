"""Rows of several sources made one a place, with what only the others know, and the areas that nobody gave them."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from gazetteer_names import bare
from gazetteer_sources import Row, census, descriptors, table
from tawatur.lang.fold import fold_key
from tawatur.lang.place import km, without_article

CITY_AREA_KM = 8.0
CHIEF_TOWN_KM = 40.0

# Rows of one country and name are one place when they lie so close, by the kind of the smaller.
SAME_PLACE_KM = {"neighbourhood": 1.0, "camp": 1.0}
SAME_TOWN_KM = 3.0
SAME_ACROSS_KM = 1.5
SETTLED = ("town", "neighbourhood", "camp")
# Towns grow with their people: from this many inhabitants the point stands for so many km.
TOWN_SIZES = ((1_000_000, 12.0), (300_000, 8.0), (100_000, 5.0), (20_000, 3.0))

# A place without its areas takes those of the towns about it; beyond this distance it stays without.
NEIGHBOURS = 3
NEAREST_KM = 40.0
CELL_DEGREES = 0.5
POINTS = ("town", "neighbourhood", "camp", "base", "airport", "crossing", "checkpoint", "landmark", "farmland", "road")
WIDEST_POINT_KM = 15.0


def count_heads(rows: list[Row], folder: Path) -> None:
    """Gives the chief towns of Syrian subdistricts OCHA's head count where it is larger than the one they carry."""
    towns = defaultdict(list)
    for row in rows:
        if row.country == "SY" and row.kind == "town":
            for key in row.keys:
                towns[without_article(key)].append(row)
    heads = census(folder)
    for third in table(folder / "ocha_sy_admin3.tsv.gz"):
        point = float(third["lat"]), float(third["lon"])
        name = without_article(fold_key(bare(third["adm3_ar"], descriptors())))
        near = [(km(*point, town.lat, town.lon), town.id, town) for town in towns[name]]
        if near and min(near)[0] < CHIEF_TOWN_KM:
            town = min(near)[2]
            town.population = max(town.population, heads.get(third["adm3_pcode"], 0))


def measure_areas(rows: list[Row]) -> None:
    """Gives Syria's governorates and districts a radius that reaches the middle of each of their subdistricts."""
    thirds = [row for row in rows if row.kind == "subdistrict"]
    for row in rows:
        if row.country == "SY" and row.kind in ("governorate", "district"):
            reach = [km(row.lat, row.lon, part.lat, part.lon) for part in thirds if part.id.startswith(row.id)]
            row.uncertainty_km = round(max([CITY_AREA_KM, *reach]))


def place_areas(rows: list[Row]) -> None:
    """Gives places without a governorate or district those that most of the nearest towns have."""
    for level in ("admin1", "admin2"):
        cells = defaultdict(list)
        for row in rows:
            if row.kind == "town" and getattr(row, level)[1]:
                cells[_cell(row, 0, 0)].append(row)
        for row in rows:
            if not getattr(row, level)[1] and row.kind in POINTS and row.uncertainty_km <= WIDEST_POINT_KM:
                setattr(row, level, _most_near(row, level, cells))


def _cell(row: Row, north: int, east: int) -> tuple[str, int, int]:
    return row.country, int(row.lat // CELL_DEGREES) + north, int(row.lon // CELL_DEGREES) + east


def _most_near(row: Row, level: str, cells: dict[tuple[str, int, int], list[Row]]) -> tuple[str, str]:
    """The area of most of the nearest towns, of the nearest where they differ; none where no town is near."""
    about = (one for north in (-1, 0, 1) for east in (-1, 0, 1) for one in cells.get(_cell(row, north, east), ()))
    inside = (one for one in about if level == "admin1" or one.admin1 == row.admin1)
    near = sorted((km(row.lat, row.lon, one.lat, one.lon), one.id, getattr(one, level)) for one in inside)
    votes = Counter(area for distance, _, area in near[:NEIGHBOURS] if distance <= NEAREST_KM)
    return max(votes, key=lambda area: votes[area], default=("", ""))


def same_places(rows: list[Row]) -> list[list[Row]]:
    """The rows in groups that name one place: one country, one name (with or without article and blanks), close by."""
    leader = {row.id: row.id for row in rows}

    def root(name: str) -> str:
        while leader[name] != name:
            name = leader[name]
        return name

    for bearers in by_name(rows).values():
        for i, one in enumerate(bearers):
            for other in bearers[i + 1 :]:
                if km(one.lat, one.lon, other.lat, other.lon) <= _reach(one, other):
                    first, second = sorted((root(one.id), root(other.id)))
                    leader[second] = first
    groups = defaultdict(list)
    for row in rows:
        groups[root(row.id)].append(row)
    return list(groups.values())


def by_name(rows: Iterable[Row]) -> dict[tuple[str, str, str], list[Row]]:
    """The rows under each country, kind (settled places together) and name without its article and blanks."""
    index = defaultdict(list)
    for row in rows:
        kind = "settled" if row.kind in SETTLED else row.kind
        for key in dict.fromkeys(without_article(key).replace(" ", "") for key in row.keys):
            index[row.country, kind, key].append(row)
    return index


def _reach(one: Row, other: Row) -> float:
    """How far apart two rows of one name may lie and still be one place.

    A hamlet without people inside a city of the same name is that city's second point.
    """
    if one.kind != other.kind:
        return SAME_ACROSS_KM
    if one.kind in SAME_PLACE_KM:
        return SAME_PLACE_KM[one.kind]
    fewer, more = sorted((one.population, other.population))
    return max(SAME_TOWN_KM, town_size(more) if not fewer else 0.0)


def town_size(population: int) -> float:
    """How many km a town of so many people reaches from its point; 0 for a small one."""
    return next((size for people, size in TOWN_SIZES if population >= people), 0.0)


def merged(group: list[Row]) -> Row:
    """One row of a group: the best of its rows, with what only the others know."""
    ranked = sorted(group, key=lambda row: (-row.trust, -row.population, row.id))
    names = list(dict.fromkeys(name for row in ranked for name in row.names))
    return replace(
        ranked[0],
        names=names,
        keys=list(dict.fromkeys(key for row in ranked for key in row.keys)),
        population=max(row.population for row in group),
        admin1=next((row.admin1 for row in ranked if row.admin1[0]), ranked[0].admin1),
        admin2=next((row.admin2 for row in ranked if row.admin2[0]), ranked[0].admin2),
        noted=any(row.noted for row in group),
        source=" + ".join(sorted({row.source for row in group})),
    )


def one_each(rows: list[Row]) -> list[Row]:
    """One row a place, each pointing at a parent that is in the table (or at none)."""
    groups = same_places(rows)
    kept = [merged(group) for group in groups]
    now = {row.id: keeper.id for group, keeper in zip(groups, kept, strict=True) for row in group}
    cities = defaultdict(list)
    for row in kept:
        if row.kind == "town":
            for key in row.keys:
                cities[f"city:{key}", row.admin1[1]].append((-row.population, row.id))
    for row in kept:
        found = cities.get((row.parent, row.admin1[1]))
        row.parent = min(found)[1] if found else now.get(row.parent, "")
    return kept
