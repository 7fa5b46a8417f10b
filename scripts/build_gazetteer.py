"""Builds src/tawatur/packs/places/gazetteer.tsv.gz from a folder of published gazetteers and our own hand-made table.

    python scripts/build_gazetteer.py FOLDER [--out FILE]

FOLDER holds Who's On First (wof_*.tsv.gz) and OCHA Syria (ocha_sy_*.tsv.gz); src/tawatur/packs/places/README.md says
where they come from. The same input gives the same bytes.
"""

import argparse
import gzip
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from gazetteer_join import count_heads, measure_areas, one_each, place_areas, town_size
from gazetteer_names import twins
from gazetteer_sources import PACK, WOF_COUNTRIES, Row, descriptors, hand, ocha, table, wof
from tawatur.lang.fold import fold_key
from tawatur.lang.place import COLUMNS, other_article

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
# Governorates and districts of small countries are small.
AREA_SCALE = {"PS": 0.3, "LB": 0.4}
SHORT_NAME = 3
LARGE_TOWN = 20_000
KNOWN_TOWN = 10_000
AREAS = ("country", "governorate", "district", "region")
LEADING = "leads place names"


def read_all(folder: Path) -> list[Row]:
    """Every row of every source, in the order of their ids."""
    rows = [*hand(PACK / "hand.tsv"), *ocha(folder)]
    for country in WOF_COUNTRIES:
        rows.extend(wof(folder, country))
    for row in rows:
        row.keys = list(dict.fromkeys(key for key in map(fold_key, row.names) if key))
    return sorted(rows, key=lambda row: row.id)


def radius(row: Row) -> float:
    """The uncertainty in km: as the source says, else by kind and, for towns, by size."""
    if row.uncertainty_km:
        return row.uncertainty_km
    if row.kind == "town":
        return town_size(row.population) or UNCERTAINTY["town"]
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


@lru_cache(maxsize=1)
def joined_words() -> dict[str, bool]:
    """First words that grow together with the second, each with whether they also come apart."""
    return {fold_key(row["word"]): row["apart"] == "1" for row in table(PACK / "joined.tsv")}


def is_known(row: Row) -> bool:
    """Whether a place is so well known that its name stands after a hash: a governorate, a subdistrict, a larger town."""
    return row.kind in ("governorate", "subdistrict") or (row.kind == "town" and row.population >= KNOWN_TOWN)


def is_weak(key: str, row: Row, words: WeakWords) -> bool:
    """Whether a name is also an ordinary word or a person's name, so that the reader wants a cue before it.

    Our own tables may say: "1" of all names but those with a descriptor, "0" of the main one and those of several
    words. Else all words of
    the name are on the list (and none says "this is a place"), or it is one word and short, or a hamlet's outside
    Syria that no encyclopedia and no census knows: those bear every word of the language.
    """
    parts = key.split(" ")
    if row.weak == "1" or (row.weak == "0" and (len(parts) > 1 or key == row.keys[0])):
        return row.weak == "1" and not (len(parts) > 1 and parts[0] in descriptors())
    large, kind = row.population >= LARGE_TOWN, descriptors().get(parts[0], {}).get("kind")
    if all(part in words.every or part.isdigit() for part in parts):
        return len(parts) == 1 or not (large or kind == row.kind or parts[0] in words.leading)
    if len(parts) > 1 or large or row.kind in AREAS:
        return False
    return len(key) <= SHORT_NAME or (row.country != "SY" and not row.population and not row.noted)


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
    others = (twin for key in row.keys for twin in twins(key, descriptors(), joined_words(), glued=is_known(row)))
    keys = list(dict.fromkeys([*row.keys, *others]))
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
    place_areas(rows)
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
