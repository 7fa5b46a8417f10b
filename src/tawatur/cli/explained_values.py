"""The value of each field of an exported claim, in the words of a terminal."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from tawatur.cli.counted import between
from tawatur.cli.tongue import Tongue

Part = Mapping[str, Any]
NAMED: Final = {
    "type": "type", "status": "status", "stance": "stance", "told_as": "told_as", "act": "act", "phase": "phase",
    "attribution": "attribution", "interest": "interest",
}  # fmt: skip
"""Fields that hold one value of a vocabulary, and which."""


def value_of(line: Part, field: str, tongue: Tongue) -> str:
    """The value of ``field`` ("type", "counts[0]" …) in an exported claim, on one line."""
    base, _, rest = field.partition("[")
    if rest:
        return _ITEMS[base](line[base][int(rest.partition("]")[0])], tongue)
    if base == "date":
        return _date(line["date"], tongue)
    return tongue.name(NAMED[base], line[base]) if base in NAMED else str(line[base]).replace("_", " ")


def _date(part: Part, tongue: Tongue) -> str:
    one = part["start"] == part["end"]
    days = part["start"] if one else tongue.say("to", start=part["start"], end=part["end"])
    precision = tongue.name("precision", part["precision"])
    how = "date_means" if part["said"] else "date_is"
    return tongue.say(how, said=part["said"], days=days or tongue.say("unknown"), precision=precision, why=part["why"])


def _place(part: Part, tongue: Tongue) -> str:
    name = tongue.pick(part["name_ar"], part["name_en"])
    known = part["lat"] is not None
    spot = tongue.say("on_map", name=name, lat=part["lat"], lon=part["lon"]) if known else tongue.say("not_on_map")
    other, rival = part["runner_up"], ""
    if other:
        rival = tongue.say("rival", name=tongue.pick(other["name_ar"], other["name_en"]), admin1=other["admin1"])
    role = tongue.name("place_role", part["role"])
    return tongue.say("means", said=part["said"], role=role, spot=spot, why=_because(part), rival=rival)


def _party(part: Part, tongue: Tongue) -> str:
    name = tongue.pick(part["name_ar"], part["name_en"])
    known = tongue.say("known", name=name, id=part["id"]) if part["id"] else ""
    basis = tongue.name("party_basis", part["basis"])
    return tongue.say("party", said=part["said"], known=known, basis=basis, why=_because(part))


def _because(part: Part) -> str:
    return f": {part['why']}" if part["why"] else ""


def _count(part: Part, tongue: Tongue) -> str:
    status = tongue.name("civil_status", part["civil_status"])
    if part["status_basis"]:
        status = tongue.say("with_basis", status=status, basis=tongue.name("status_basis", part["status_basis"]))
    inside = [f"{number} {tongue.name('group', group)}" for group, number in part["of"].items()]
    return tongue.say(
        "count", said=part["said"], harm=tongue.name("harm", part["harm"]),
        numbers=between(part["low"], part["high"], tongue), qualifier=tongue.name("qualifier", part["qualifier"]),
        status=status, scope=tongue.name("scope", part["scope"]),
        of="".join(f"{tongue.say('comma')}{one}" for one in inside),
    )  # fmt: skip


def _name(part: Part, field: str, tongue: Tongue) -> str:
    return str(part[field] or tongue.say("name_withheld", why=part["withheld"]))


def _victim(part: Part, tongue: Tongue) -> str:
    harm, status = tongue.name("harm", part["harm"]), tongue.name("civil_status", part["civil_status"])
    return tongue.say("victim", name=_name(part, "name", tongue), harm=harm, status=status)


def _term(part: Part, tongue: Tongue) -> str:
    said = str(part["said"])
    return said if part["number"] is None else tongue.say("numbered", said=said, number=part["number"])


def _speaker(part: Part, tongue: Tongue) -> str:
    what = tongue.listed(one for one in (part["id"], tongue.name("speaker_kind", part["kind"])) if one)
    return tongue.say("speaker", name=_name(part, "speaker", tongue), what=what)


_ITEMS: Final[Mapping[str, Callable[[Part, Tongue], str]]] = {
    "places": _place,
    "actors": _party,
    "targets": _party,
    "sponsors": _party,
    "counts": _count,
    "victims": _victim,
    "weapons": lambda part, tongue: tongue.say("weapon", said=part["said"], id=part["id"]),
    "terms": _term,
    "chain": _speaker,
}
