"""Builds src/tawatur/packs/places/gazetteer.tsv.gz from a folder of published gazetteers and our own hand-made table.

    python scripts/build_gazetteer.py FOLDER [--out FILE]

FOLDER holds Who's On First (wof_*.tsv.gz) and OCHA Syria (ocha_sy_*.tsv.gz); src/tawatur/packs/places/README.md says
where they come from. The same input gives the same bytes.
"""

import argparse
import gzip
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from gazetteer_sources import PACK, WOF_COUNTRIES, Row, bare, census, descriptors, hand, ocha, table, wof
from tawatur.lang.fold import fold_key
from tawatur.lang.place import ARTICLE, COLUMNS, km, other_article, without_article

# How far the point may lie from what is meant, in km, where the source does not say.
UNCERTAINTY = {
    "country": 300.0,
    "governorate": 50.0,
    "district": 20.0,
    "subdistrict": 10.0,
    "town": 2.0,
    "neighbourhood": 1.0,
    "camp": 1.0,
    "base": 3.0,
    "airport": 3.0,
    "crossing": 1.0,
}
# Towns grow with their people: from this many inhabitants the point stands for so many km.
TOWN_SIZES = ((1_000_000, 12.0), (300_000, 8.0), (100_000, 5.0), (20_000, 3.0))
# Governorates and districts of small countries are small.
AREA_SCALE = {"PS": 0.3, "LB": 0.4}
CITY_AREA_KM = 8.0
SAME_PLACE_KM = {"neighbourhood": 1.0, "camp": 1.0}
SAME_TOWN_KM = 3.0
SHORT_NAME = 3
LARGE_TOWN = 20_000
CHIEF_TOWN_KM = 40.0
AREAS = ("country", "governorate", "district", "region")
LEADING = "leads place names"
FEMININE = "\u0647"


def read_all(folder: Path) -> list[Row]:
    """Every row of every source, in the order of their ids."""
    rows = [*hand(PACK / "hand.tsv"), *ocha(folder)]
    for country in WOF_COUNTRIES:
        rows.extend(wof(folder, country))
    for row in rows:
        row.keys = list(dict.fromkeys(key for key in map(fold_key, row.names) if key))
    return sorted(rows, key=lambda row: row.id)


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


def same_places(rows: list[Row]) -> list[list[Row]]:
    """The rows in groups that name one place: same country, kind and name (with or without its article), close by."""
    leader = {row.id: row.id for row in rows}

    def root(name: str) -> str:
        while leader[name] != name:
            name = leader[name]
        return name

    for bearers in by_name(rows).values():
        for i, one in enumerate(bearers):
            for other in bearers[i + 1 :]:
                if km(one.lat, one.lon, other.lat, other.lon) <= SAME_PLACE_KM.get(one.kind, SAME_TOWN_KM):
                    first, second = sorted((root(one.id), root(other.id)))
                    leader[second] = first
    groups = defaultdict(list)
    for row in rows:
        groups[root(row.id)].append(row)
    return list(groups.values())


def by_name(rows: Iterable[Row]) -> dict[tuple[str, str, str], list[Row]]:
    """The rows under each country, kind and article-less name."""
    index = defaultdict(list)
    for row in rows:
        for key in dict.fromkeys(without_article(key) for key in row.keys):
            index[row.country, row.kind, key].append(row)
    return index


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


def radius(row: Row) -> float:
    """The uncertainty in km: as the source says, else by kind and, for towns, by size."""
    if row.uncertainty_km:
        return row.uncertainty_km
    if row.kind == "town":
        return next((size for people, size in TOWN_SIZES if row.population >= people), UNCERTAINTY["town"])
    return UNCERTAINTY[row.kind] * (AREA_SCALE.get(row.country, 1.0) if row.kind in AREAS else 1.0)


@dataclass(frozen=True, slots=True)
class WeakWords:
    """The folded words of weak.tsv; ``leading`` are those that make a name of several words a place's ("hill of …")."""

    every: frozenset[str]
    leading: frozenset[str]


def weak_words() -> WeakWords:
    """The words of weak.tsv; those marked "both" with and without the article."""
    words, leading = set(), set()
    for record in table(PACK / "weak.tsv"):
        word = fold_key(record["word"])
        words |= {word, other_article(word)} if record["article"] == "both" else {word}
        leading |= {word} if record["why"] == LEADING else set()
    return WeakWords(frozenset(words), frozenset(leading))


def is_weak(key: str, row: Row, words: WeakWords) -> bool:
    """Whether a name is also an ordinary word or a person's name, so that the reader wants a cue before it.

    The hand-made table may say: "1" of all names, "0" of the main one and those of several words. Else all words of
    the name are on the list (and none says "this is a place"), or it is one word and short, or a hamlet's outside
    Syria that no encyclopedia and no census knows: those bear every word of the language.
    """
    parts = key.split(" ")
    if row.weak == "1" or (row.weak == "0" and (len(parts) > 1 or key == row.keys[0])):
        return row.weak == "1"
    large, kind = row.population >= LARGE_TOWN, descriptors().get(parts[0], {}).get("kind")
    if all(part in words.every or part.isdigit() for part in parts):
        return len(parts) == 1 or not (large or kind == row.kind or parts[0] in words.leading)
    if len(parts) > 1 or large or row.kind in AREAS:
        return False
    return len(key) <= SHORT_NAME or (row.country != "SY" and not row.population and not row.noted)


def twins(key: str) -> list[str]:
    """How else reports write a folded name: the sources drop or add the article where usage does not.

    Put on only where it is at home: before a feminine word that stands alone or with a feminine adjective; taken off
    only from the first of several words.
    """
    first, _, rest = key.partition(" ")
    if first in descriptors():
        return []
    if key.startswith(ARTICLE):
        return [without_article(key)] if rest and without_article(key) != key else []
    adjective = rest.startswith(ARTICLE) and rest.endswith(FEMININE) and " " not in rest
    return [ARTICLE + key] if first.endswith(FEMININE) and (not rest or adjective) else []


def prominence(row: Row) -> int:
    """How likely a bare name means this row: a country, a city, a governorate, and so on down to a village."""
    if row.kind == "town":
        sizes = ((100_000, 9), (20_000, 8), (1_000, 4))
        return next((rank for people, rank in sizes if row.population >= people), 3 if row.noted else 2)
    return {"country": 10, "governorate": 7, "region": 6, "district": 5, "subdistrict": 3}.get(row.kind, 2)


def order(row: Row) -> tuple[int, bool, int, int, str]:
    """The order of the table, and so of homonyms: the most prominent first, then Syria's, then by people."""
    return (-prominence(row), row.country != "SY", -row.population, -row.trust, row.id)


def cells(row: Row, words: WeakWords) -> list[str]:
    """The row as the table's cells, in the order of COLUMNS."""
    keys = list(dict.fromkeys([*row.keys, *(twin for key in row.keys for twin in twins(key))]))
    weak = [key for key in keys if is_weak(key, row, words)]
    values = {
        "id": row.id,
        "keys": "|".join(key for key in keys if key not in weak),
        "weak_keys": "|".join(weak),
        "weak": "1" if fold_key(row.names[0]) in weak else "",
        "kind": row.kind,
        "name_ar": row.names[0],
        "aliases_ar": "|".join(row.names[1:]),
        "name_en": row.name_en,
        "lat": f"{row.lat:.5f}",
        "lon": f"{row.lon:.5f}",
        "uncertainty_km": f"{radius(row):g}",
        "admin1_ar": row.admin1[0],
        "admin1_en": row.admin1[1],
        "admin2_ar": row.admin2[0],
        "admin2_en": row.admin2[1],
        "country": row.country,
        "population": str(row.population) if row.population else "",
        "parent": row.parent,
        "source": row.source,
        "note": row.note,
    }
    return [" ".join(values[column].split()) for column in COLUMNS]


def build(folder: Path) -> bytes:
    """The finished table, gzipped without a time stamp."""
    words = weak_words()
    rows = read_all(folder)
    count_heads(rows, folder)
    measure_areas(rows)
    lines = ["\t".join(COLUMNS)]
    lines += ["\t".join(cells(row, words)) for row in sorted(one_each(rows), key=order)]
    return gzip.compress(("\n".join(lines) + "\n").encode("utf-8"), compresslevel=9, mtime=0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=PACK / "gazetteer.tsv.gz")
    chosen = parser.parse_args()
    data = build(chosen.folder)
    chosen.out.write_bytes(data)
    places = gzip.decompress(data).count(b"\n") - 1
    print(f"{chosen.out}: {places} places in {len(data)} bytes")


if __name__ == "__main__":
    main()
