"""Writes the tables of docs/places.md anew: places by country and kind, by source, and the weak names.

    python scripts/places_page.py

Only what stands between the page's two marks is touched; a test fails where it is not what the table says.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tawatur.lang.gazetteer import Gazetteer, load_gazetteer
from tawatur.lang.place import Place

PAGE = Path(__file__).resolve().parents[1] / "docs/places.md"
BEGIN, END = "<!-- counts: made by scripts/places_page.py -->\n", "<!-- end of counts -->\n"
COVERED = {
    "SY": "Syria",
    "IQ": "Iraq",
    "LB": "Lebanon",
    "LY": "Libya",
    "PS": "Palestine",
    "SD": "Sudan",
    "YE": "Yemen",
}
OTHERS = "elsewhere"
POINTS = ("town", "neighbourhood", "camp")
AREAS = ("governorate", "district", "subdistrict", "region")


def group_of(place: Place) -> str:
    """The column of a kind: areas and settled places by their own name, all else as other points."""
    return place.kind if place.kind in (*POINTS, *AREAS, "country") else "other points"


def source_of(place: Place) -> str:
    """Where the point is from: the publisher, whatever names and others were joined to it."""
    if place.source.startswith("Tawatur"):
        return "our own table (hand.tsv)"
    return "OCHA" if place.source.startswith("OCHA") else "Who's On First"


def counts(gazetteer: Gazetteer) -> str:
    """The tables between the page's marks."""
    places = list(gazetteer)
    columns = ("country", *AREAS, *POINTS, "other points")
    kinds = Counter((COVERED.get(place.country or "", OTHERS), group_of(place)) for place in places)
    lands = (*COVERED.values(), OTHERS)
    rows = ([land, *(number := [kinds[land, column] for column in columns]), sum(number)] for land in lands)
    sources = Counter((source_of(place), COVERED.get(place.country or "", OTHERS)) for place in places)
    names = sorted({name for name, _ in sources})
    by_source = ([name, *(sources[name, land] for land in lands)] for name in names)
    weak = sum(gazetteer.is_weak(name) for name in gazetteer.names())
    total = sum(1 for _ in gazetteer.names())
    own = Counter(place.kind for place in places if source_of(place).startswith("our own"))
    return (
        f"{len(places)} places under {total} names, of which {weak} are also ordinary words or people's names.\n\n"
        + "".join(table(("", *columns, "all"), rows))
        + "\n"
        + "".join(table(("point from", *lands), by_source))
        + f"\nOur own rows by kind: {', '.join(f'{kind} {number}' for kind, number in sorted(own.items()))}.\n"
    )


def table(head: Sequence[str], rows: Iterator[Sequence[object]]) -> Iterator[str]:
    """The lines of a Markdown table."""
    yield f"| {' | '.join(head)} |\n"
    yield f"|---{'|---:' * (len(head) - 1)}|\n"
    yield from (f"| {' | '.join(map(str, row))} |\n" for row in rows)


def page_with(text: str, made: str) -> str:
    """The page with ``made`` between its marks."""
    before, rest = text.split(BEGIN, 1)
    return f"{before}{BEGIN}{made}{END}{rest.split(END, 1)[1]}"


def main() -> None:
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(page_with(text, counts(load_gazetteer())), encoding="utf-8")


if __name__ == "__main__":
    main()
