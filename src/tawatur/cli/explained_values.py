"""The value of each field of an exported claim, in the words of a terminal."""

from collections.abc import Callable, Mapping
from typing import Any, Final

Part = Mapping[str, Any]


def value_of(line: Part, field: str) -> str:
    """The value of ``field`` ("type", "counts[0]" …) in an exported claim, on one line."""
    base, _, rest = field.partition("[")
    if rest:
        return _ITEMS[base](line[base][int(rest.partition("]")[0])])
    return _date(line["date"]) if base == "date" else str(line[base]).replace("_", " ")


def _date(part: Part) -> str:
    days = part["start"] if part["start"] == part["end"] else f"{part['start']} to {part['end']}"
    said = f"{part['said']} -> " if part["said"] else ""
    return f"{said}{days or 'unknown'} ({part['precision']}): {part['why']}"


def _place(part: Part) -> str:
    spot = "not on the map" if part["lat"] is None else f"{part['name_en']} ({part['lat']}, {part['lon']})"
    other = part["runner_up"]
    rival = f"; next likeliest: {other['name_en'] or other['name_ar']}, {other['admin1']}" if other else ""
    return f"{part['said']}, {part['role']} -> {spot}{_because(part)}{rival}"


def _party(part: Part) -> str:
    known = f" -> {part['name_en']} ({part['id']})" if part["id"] else ""
    return f"{part['said']}{known}, {part['basis'].replace('_', ' ')}{_because(part)}"


def _because(part: Part) -> str:
    return f": {part['why']}" if part["why"] else ""


def _count(part: Part) -> str:
    low, high = ("?" if part[end] is None else str(part[end]) for end in ("low", "high"))
    number = low if low == high else f"{low} to {high}"
    status = part["civil_status"] + (f" ({part['status_basis']})" if part["status_basis"] else "")
    inside = "".join(f", {number} {group}" for group, number in part["of"].items())
    return f"{part['said']} -> {part['harm']} {number}, {part['qualifier']}, {status}, {part['scope']}{inside}"


def _victim(part: Part) -> str:
    name = part["name"] or f"a name withheld ({part['withheld']})"
    return f"{name}: {part['harm']}, {part['civil_status']}"


def _term(part: Part) -> str:
    return part["said"] if part["number"] is None else f"{part['said']} (number {part['number']})"


def _speaker(part: Part) -> str:
    name = part["speaker"] or f"a name withheld ({part['withheld']})"
    return f"{name} ({', '.join(one for one in (part['id'], part['kind']) if one)})"


_ITEMS: Final[Mapping[str, Callable[[Part], str]]] = {
    "places": _place,
    "actors": _party,
    "targets": _party,
    "sponsors": _party,
    "counts": _count,
    "victims": _victim,
    "weapons": lambda part: f"{part['said']} -> {part['id']}",
    "terms": _term,
    "chain": _speaker,
}
