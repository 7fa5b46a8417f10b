"""Writes the last part of docs/method.md anew: what the rules and lists in force are.

    python scripts/method_page.py

Only what stands between the page's two marks is touched; a test fails where it is not what the files say.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tawatur.lang.vocabulary import name_of, values
from tawatur.record.rules import WEIGHTS_FILE, read_table

PAGE = Path(__file__).resolve().parents[1] / "docs/method.md"
BEGIN, END = "<!-- configuration: made by scripts/method_page.py -->\n", "<!-- end of configuration -->\n"
LISTED = {
    "type": "Types of happening that are recorded",
    "status": "Statuses of a claim",
    "harm": "Harms that are counted",
    "civil_status": "What the harmed were",
    "period": "Stretches over which figures are counted",
    "policy": "Policies by which figures are settled",
    "dispute": "Disputes that are kept",
    "grade": "Grades",
    "verdict": "Judgements",
}
LIMITS = {
    "wide_km": "km: a place that may lie anywhere within so much is an area, no spot",
    "city_km": "km: beside a smaller place, one of this radius says only where that lies",
    "side_km": "km: a side or countryside of so wide a radius is not the place it is a side of",
    "far_km": "km beyond the two radii: other places for certain",
    "block_days": "days: a date wider than this is no day",
    "lasting_gap_days": "days that two reports of one lasting state may lie apart",
}
STORY = {
    "join": "points from which an event belongs to a story",
    "join_loosely": "the same outside a siege's days for violence, around other cores for all but talks and movement",
    "days_before": "days before it in which events may belong to it",
    "days_after": "days after it in which events may belong to it",
    "widest_core": "days over which an offensive or an agreement may spread that a story is made around",
    "gap_of_campaign": "days that may lie between the parts of one offensive",
    "gap_of_agreement": "days that may lie between an agreement and the next of the same parties there",
}


def configuration() -> str:
    """The part of the page between its marks."""
    table = read_table(WEIGHTS_FILE)
    admitted = ", ".join(name_of("harm", harm, "en") for harm in table["harms"]["admitted"])
    parts = [
        *(f"**{title}**: {_names(name)}.\n\n" for name, title in LISTED.items()),
        f"**Lasting states**, whose totals since a date are their own: {_types(table['families']['lasting'])}.\n\n",
        f"**One-sided violence**, of which two rival actors are a dispute: {', '.join(table['families']['one_sided'])}.\n\n",
        f"**Taken only where no claim says more**: {_types(table['types']['general'])}.\n\n",
        f"**Taken only where no act of violence is told with them**: {_types(table['types']['follows'])}.\n\n",
        f"**Areas**, whatever their size: {', '.join(table['places']['areas'])}.\n\n",
        f"**Harms that confirm when admitted**: {admitted}.\n\n",
        f"**Sides that fight together**, so that two of them are no rivals: {_sides(table['sides']['allied'])}.\n\n",
        *_rows("limit", LIMITS, table["limits"]),
        "\n",
        *_rows("story", STORY, table["story"]),
    ]
    return "".join(parts)


def _names(vocabulary: str) -> str:
    return ", ".join(name_of(vocabulary, value, "en") for value in values(vocabulary))


def _types(types: Iterable[str]) -> str:
    return ", ".join(name_of("type", name, "en") for name in types)


def _sides(allied: Iterable[Sequence[str]]) -> str:
    return "; ".join(" with ".join(sides) for sides in allied)


def _rows(head: str, told: Mapping[str, str], table: Mapping[str, Any]) -> Iterator[str]:
    yield f"| {head} | is | |\n|---|---:|---|\n"
    yield from (f"| `{name}` | {table[name]:g} | {words} |\n" for name, words in told.items())


def page_with(text: str, made: str) -> str:
    """The page with ``made`` between its marks."""
    before, rest = text.split(BEGIN, 1)
    return f"{before}{BEGIN}{made}{END}{rest.split(END, 1)[1]}"


def main() -> None:
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(page_with(text, configuration()), encoding="utf-8")


if __name__ == "__main__":
    main()
