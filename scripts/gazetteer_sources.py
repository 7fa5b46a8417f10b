"""Rows of the gazetteer as the published files give them: Who's On First, OCHA, and our own hand-made table."""

import csv
import gzip
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from gazetteer_names import arabic_names, bare, english, local, official, without_quarter
from tawatur.lang.fold import fold_key
from tawatur.lang.place import km

PACK = Path(__file__).resolve().parents[1] / "src/tawatur/packs/places"
WOF_COUNTRIES = ("IQ", "LB", "LY", "PS", "SD", "SY", "YE")
WOF_SOURCE = "Who's On First"
OCHA_SOURCE = "OCHA COD-AB Syria v02"

# How far a source is believed where two tell of one place: Who's On First up to 3, OCHA 4, our own table 9.
OCHA_TRUST = 4
HAND_TRUST = 9

# Below this, the files' head counts stand for "we do not know".
FEWEST_PEOPLE = 50


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


@lru_cache(maxsize=1)
def mends() -> dict[str, dict[str, str]]:
    """What we set right in the sources, by the id of the row."""
    return {row["id"]: row for row in table(PACK / "mends.tsv")}


def several(cell: str) -> list[str]:
    """The values of a cell with |."""
    return cell.split("|") if cell else []


def names_of(record_id: str, names: list[str]) -> list[str]:
    """The Arabic names of a row, with our own first and what is no name of it left out."""
    mend = mends().get(record_id)
    if mend is None:
        return names
    said = [*several(mend["name_ar"]), *names, *several(mend["aliases_ar"])]
    return [name for name in dict.fromkeys(said) if name not in several(mend["drop_ar"])]


def ours(record_id: str) -> str:
    """The Arabic name that we have set for a row; empty where we leave it to the source."""
    mend = mends().get(record_id)
    return mend["name_ar"] if mend else ""


def english_of(record_id: str, name: str, listed: list[str]) -> str:
    """The English name of a row: ours where we have one, else the best of the source's."""
    mend = mends().get(record_id)
    return mend["name_en"] if mend and mend["name_en"] else english(name, listed)


def mended(row: Row) -> Row:
    """The row with our own figures, note and source beside its names."""
    mend = mends().get(row.id)
    if mend is None:
        return row
    row.population = int(mend["population"]) if mend["population"] else row.population
    row.note = mend["note"] or row.note
    row.weak = mend["weak"] or row.weak
    row.source = f"{row.source}, names by Tawatur" if mend["name_ar"] or mend["name_en"] else row.source
    return row


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
    own = f"ocha-{record[f'adm{level}_pcode']}"
    full = next(entry["word"] for entry in known.values() if entry["kind"] == kind and entry["full"] == "SY")
    names = list(dict.fromkeys([short, said, f"{full} {short}", f"{full} {said}"]))
    above = f"ocha-{record[f'adm{level - 1}_pcode']}" if level > 1 else "land-sy"
    row = Row(
        id=own,
        kind=kind,
        names=names_of(own, names),
        name_en=record[f"adm{level}_en"].strip(),
        lat=float(record["lat"]),
        lon=float(record["lon"]),
        country="SY",
        source=OCHA_SOURCE,
        admin1=(record["adm1_ar"], record["adm1_en"]),
        admin2=(bare(record["adm2_ar"], known), record["adm2_en"]) if level > 1 else ("", ""),
        parent=above,
        trust=OCHA_TRUST,
    )
    return mended(row)


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
        trust=OCHA_TRUST,
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
        names = names_of(f"wof-{record['wof_id']}", arabic_names(record["name_ar"]) or arabic_names(record["name"]))
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
    own = f"wof-{record['wof_id']}"
    called = official(names, known, chosen=ours(own)) if kind in ("governorate", "district") else local(names, known)
    leads = known.get(fold_key(called[0].split(" ")[0]))
    people = int(float(record["population"] or 0))
    row = Row(
        id=own,
        kind=leads["kind"] if leads and leads["kind"] in ("camp", "base", "airport", "crossing") else kind,
        names=called,
        name_en=english_of(own, record["name"], several(record["name_en"])),
        lat=float(record["lat"]),
        lon=float(record["lon"]),
        country=country,
        source=WOF_SOURCE,
        population=people if people >= FEWEST_PEOPLE else 0,
        trust=2 * (record["is_current"] == "1") + bool(record["wikidata_id"]),
        noted=bool(record["wikidata_id"]),
    )
    return mended(row)


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
        own = f"wof-{area['wof_id']}"
        names = names_of(own, arabic_names(area["name_ar"]))
        best = official(names, known, chosen=ours(own))[0] if names else ""
        return best, english_of(own, area["name"], several(area["name_en"]))

    region, county = areas.get(record["region_id"]), areas.get(record["county_id"])
    row.admin1 = named(region) if region else ("", "")
    row.admin2 = named(county) if county else ("", "")
    above = [area["wof_id"] for area in (county, region) if area and area is not record]
    row.parent = f"wof-{above[0]}" if above else f"land-{row.country.lower()}"
    return row


def hand(path: Path) -> Iterator[Row]:
    """The hand-made rows; quarters without the word for one, under which they would hide those of other cities."""
    for record in table(path):
        names = [record["name_ar"], *several(record["aliases_ar"])]
        called = list(dict.fromkeys(without_quarter(name, descriptors()) for name in names))
        yield Row(
            id=record["id"],
            kind=record["kind"],
            names=called,
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
            weak=record["weak"] if called[0] == names[0] else "",
            trust=HAND_TRUST,
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
