"""Rows of the gazetteer as the published files give them: Who's On First, OCHA, and our own hand-made table."""

import csv
import gzip
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from tawatur.lang.fold import fold_key
from tawatur.lang.place import km

PACK = Path(__file__).resolve().parents[1] / "src/tawatur/packs/places"
WOF_COUNTRIES = ("IQ", "LB", "LY", "PS", "SD", "SY", "YE")
WOF_SOURCE = "Who's On First"
OCHA_SOURCE = "OCHA COD-AB Syria v02"

# Below this, the files' head counts stand for "we do not know".
FEWEST_PEOPLE = 50

# Persian and Kurdish key codes of letters that Arabic reports write with their own; gaf, peh and cheh stay as they are.
_KEYBOARD = str.maketrans({"\u06a9": "\u0643", "\u06cc": "\u064a", "\u06d5": "\u0647", "\u06be": "\u0647"})
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_ARABIC = re.compile("[\u0621-\u064a]")
_BRACKETS = re.compile(r"\([^()]*\)")
_UNSEEN = re.compile("[\u064b-\u0652\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(slots=True)
class Row:
    """One place on its way into the table; text fields are empty where nobody says."""

    id: str
    kind: str
    names: list[str]
    name_en: str
    lat: float
    lon: float
    country: str
    source: str
    admin1: tuple[str, str] = ("", "")
    admin2: tuple[str, str] = ("", "")
    population: int = 0
    uncertainty_km: float = 0.0
    parent: str = ""
    note: str = ""
    weak: str = ""
    trust: int = 0
    noted: bool = False
    keys: list[str] = field(default_factory=list)


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a TSV with a header, plain or gzipped; quoted cells may hold line ends."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8"), newline=""), delimiter="\t"))


@lru_cache(maxsize=1)
def descriptors() -> dict[str, dict[str, str]]:
    """What each leading descriptor ("district of …") says of a name, by its folded spelling."""
    return {fold_key(row["word"]): row for row in table(PACK / "descriptors.tsv")}


def arabic_names(*cells: str) -> list[str]:
    """The clean Arabic names of cells with |, in order and once each: no Latin letters, no brackets, no signs."""
    pieces = (piece for cell in cells for line in cell.splitlines() for piece in re.split(r"[|/]", line))
    cleaned = (clean(piece) for piece in pieces)
    return list(dict.fromkeys(name for name in cleaned if _ARABIC.search(name) and not _LATIN.search(name)))


def clean(name: str) -> str:
    """A name with presentation letters, vowel signs, brackets and what follows a comma taken away."""
    bare = _BRACKETS.sub("", name).split("\u060c")[0].translate(_KEYBOARD)
    return " ".join(_UNSEEN.sub("", plain_letters(bare)).replace("\u00a0", " ").strip(' .-_"').split())


def plain_letters(name: str) -> str:
    """The name with presentation forms (U+FB50 to U+FEFF) written as letters; everything else untouched."""
    plain = (unicodedata.normalize("NFKC", c) if "\ufb50" <= c <= "\ufefc" else c for c in name)
    return "".join(plain).translate(_KEYBOARD)


def bare(name: str, known: dict[str, dict[str, str]]) -> str:
    """The name without its leading descriptor; the name itself where none leads or nothing sensible would be left."""
    first, _, rest = name.partition(" ")
    entry = known.get(fold_key(first))
    if not entry or entry["strip"] != "1" or len(fold_key(rest)) < 3 or any(c.isdigit() for c in rest):
        return name
    return rest


def official(names: list[str], known: dict[str, dict[str, str]]) -> list[str]:
    """An area's names with the best first: the one most often given, a name with its descriptor counting more.

    Files mix an area's names with its chief town's; only spellings of the winner stay.
    """
    votes: Counter[str] = Counter()
    for name in names:
        leads = known.get(fold_key(name.split(" ")[0]))
        votes[fold_key(bare(name, known))] += 1 + bool(leads) + bool(leads and leads["strip"] == "0")
    best = max(votes, key=lambda key: (votes[key], -[fold_key(bare(n, known)) for n in names].index(key)))
    mine = [name for name in names if fold_key(bare(name, known)) == best]
    return list(dict.fromkeys([bare(mine[0], known), *mine]))


class Divisions:
    """The Syrian divisions of OCHA, and who lies nearest to a point."""

    def __init__(self, folder: Path) -> None:
        self.thirds = table(folder / "ocha_sy_admin3.tsv.gz")
        self.seconds = {row["adm2_en"]: row for row in table(folder / "ocha_sy_admin2.tsv.gz")}

    def of(self, county: str, lat: float, lon: float) -> dict[str, str]:
        """The district row of a county's English name, else of the nearest subdistrict's centre."""
        if county in self.seconds:
            return self.seconds[county]
        near = min(self.thirds, key=lambda t: (km(lat, lon, float(t["lat"]), float(t["lon"])), t["adm3_pcode"]))
        return next(row for row in self.seconds.values() if row["adm2_pcode"] == near["adm2_pcode"])


def ocha(folder: Path) -> Iterator[Row]:
    """Syria's governorates, districts, subdistricts and neighbourhoods."""
    known = descriptors()
    for level, kind in ((1, "governorate"), (2, "district"), (3, "subdistrict")):
        for record in table(folder / f"ocha_sy_admin{level}.tsv.gz"):
            yield _ocha_area(record, level, kind=kind, known=known)
    for record in table(folder / "ocha_sy_neighbourhoods.tsv.gz"):
        yield _ocha_quarter(record)


def _ocha_area(record: dict[str, str], level: int, *, kind: str, known: dict[str, dict[str, str]]) -> Row:
    """One division; named without its descriptor, which stands in the other names."""
    said = arabic_names(record[f"adm{level}_ar"])[0]
    short = bare(said, known)
    full = next(entry["word"] for entry in known.values() if entry["kind"] == kind and entry["full"] == "SY")
    names = list(dict.fromkeys([short, said, f"{full} {short}", f"{full} {said}"]))
    above = f"ocha-{record[f'adm{level - 1}_pcode']}" if level > 1 else "land-sy"
    return Row(
        id=f"ocha-{record[f'adm{level}_pcode']}",
        kind=kind,
        names=names,
        name_en=record[f"adm{level}_en"].strip(),
        lat=float(record["lat"]),
        lon=float(record["lon"]),
        country="SY",
        source=OCHA_SOURCE,
        admin1=(record["adm1_ar"], record["adm1_en"]),
        admin2=(bare(record["adm2_ar"], known), record["adm2_en"]) if level > 1 else ("", ""),
        parent=above,
    )


def _ocha_quarter(record: dict[str, str]) -> Row:
    """One city quarter; where the file joins two names with a line, each is a name of its own too."""
    parts = [part for line in record["name_ar"].splitlines() for part in re.split("[_/-]", line)]
    joined = " - ".join(dict.fromkeys(arabic_names(*parts)))
    city = bare(record["city_ar"], descriptors())
    return Row(
        id=f"ocha-{record['pcode']}",
        kind="neighbourhood",
        names=list(dict.fromkeys([joined, *arabic_names(*parts)])),
        name_en=" ".join(record["name_en"].replace("_", " - ").split()),
        lat=float(record["lat"]),
        lon=float(record["lon"]),
        country="SY",
        source=OCHA_SOURCE,
        admin1=(record["adm1_ar"], record["adm1_en"]),
        admin2=(bare(record["adm2_ar"], descriptors()), record["adm2_en"]),
        parent=f"city:{fold_key(city)}",
    )


def wof(folder: Path, country: str) -> Iterator[Row]:
    """Who's On First places of one country that carry an Arabic name and are not superseded or deprecated.

    Syria's divisions are left to OCHA and countries to the hand-made table.
    """
    known, records = descriptors(), table(folder / f"wof_{country.lower()}.tsv.gz")
    areas = {r["wof_id"]: r for r in records if r["placetype"] in ("region", "county")}
    syria = Divisions(folder) if country == "SY" else None
    for record in records:
        kind = _wof_kind(record, country)
        names = arabic_names(record["name_ar"]) or arabic_names(record["name"])
        if kind and names and record["superseded"] == "0" and record["deprecated"] == "0":
            row = _wof_row(record, country, kind=kind, names=names, known=known)
            yield _in_syria(row, record, areas, syria) if syria else _in_areas(row, record, areas, known)


def _wof_kind(record: dict[str, str], country: str) -> str:
    """The kind of a record; empty where it is left out."""
    placetype, area = record["placetype"], record["placetype"] in ("region", "county")
    if area and (country == "SY" or record["is_current"] == "0"):
        return ""
    if placetype == "county" and country == "PS":
        return "governorate"
    kinds = {"region": "governorate", "county": "district", "locality": "town", "localadmin": "town"}
    return {**kinds, "neighbourhood": "neighbourhood", "campus": "airport"}.get(placetype, "")


def _wof_row(
    record: dict[str, str], country: str, *, kind: str, names: list[str], known: dict[str, dict[str, str]]
) -> Row:
    """The record as a row, its areas not yet said."""
    if kind in ("governorate", "district"):
        names = official(names, known)
    else:
        names = list(dict.fromkeys([*(bare(name, known) for name in names), *names]))
    leads = known.get(fold_key(names[0].split(" ")[0]))
    people = int(float(record["population"] or 0))
    return Row(
        id=f"wof-{record['wof_id']}",
        kind=leads["kind"] if leads and leads["kind"] in ("camp", "base", "airport", "crossing") else kind,
        names=names,
        name_en=(record["name_en"].split("|")[0] or record["name"]).strip(),
        lat=float(record["lat"]),
        lon=float(record["lon"]),
        country=country,
        source=WOF_SOURCE,
        population=people if people >= FEWEST_PEOPLE else 0,
        trust=2 * (record["is_current"] == "1") + bool(record["wikidata_id"]),
        noted=bool(record["wikidata_id"]),
    )


def _in_syria(row: Row, record: dict[str, str], areas: dict[str, dict[str, str]], syria: Divisions) -> Row:
    """The row with OCHA's governorate and district."""
    county = areas.get(record["county_id"], {}).get("name", "")
    second = syria.of(county, row.lat, row.lon)
    row.admin1 = (second["adm1_ar"], second["adm1_en"])
    row.admin2 = (bare(second["adm2_ar"], descriptors()), second["adm2_en"])
    row.parent = f"ocha-{second['adm2_pcode']}"
    return row


def _in_areas(
    row: Row, record: dict[str, str], areas: dict[str, dict[str, str]], known: dict[str, dict[str, str]]
) -> Row:
    """The row with the region and county that the file gives it, named in Arabic where the file does."""

    def named(area: dict[str, str]) -> tuple[str, str]:
        names = arabic_names(area["name_ar"])
        return (official(names, known)[0] if names else "", area["name"])

    region, county = areas.get(record["region_id"]), areas.get(record["county_id"])
    row.admin1 = named(region) if region else ("", "")
    row.admin2 = named(county) if county else ("", "")
    above = [area["wof_id"] for area in (county, region) if area and area is not record]
    row.parent = f"wof-{above[0]}" if above else f"land-{row.country.lower()}"
    return row


def hand(path: Path) -> Iterator[Row]:
    """The hand-made rows, as written."""
    for record in table(path):
        aliases = record["aliases_ar"].split("|") if record["aliases_ar"] else []
        yield Row(
            id=record["id"],
            kind=record["kind"],
            names=[record["name_ar"], *aliases],
            name_en=record["name_en"],
            lat=float(record["lat"]),
            lon=float(record["lon"]),
            country=record["country"],
            source=record["source"],
            admin1=(record["admin1_ar"], record["admin1_en"]),
            admin2=(record["admin2_ar"], record["admin2_en"]),
            population=int(record["population"] or 0),
            uncertainty_km=float(record["uncertainty_km"]),
            parent=record["parent"],
            note=record["note"],
            weak=record["weak"],
            trust=9,
            noted=True,
        )


def census(folder: Path) -> dict[str, int]:
    """OCHA's 2017 head count of the chief town of each Syrian subdistrict, by the subdistrict's code."""
    heads: Counter[str] = Counter()
    for record in table(folder / "ocha_sy_communities_hno2017.tsv.gz"):
        town = record["Admin4Name_En"].split("(")[0].strip()
        if town == record["Admin3Name_En"].strip() and record["Pop_estimates_2017"].isdigit():
            heads[record["Admin3Pcode"]] += int(record["Pop_estimates_2017"])
    return dict(heads)
