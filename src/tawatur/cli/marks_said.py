"""What each mark of a sentence says, in a few words for a terminal."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from tawatur.claim.scope import Scope
from tawatur.cli.tongue import Tongue
from tawatur.mark.times import show_said
from tawatur.model.mark import (
    ActionMark,
    CueMark,
    HarmMark,
    NumberMark,
    PartyMark,
    PeopleMark,
    PersonMark,
    PlaceMark,
    TimeMark,
    WeaponMark,
)

KINDS: Final = {
    "actions": "action", "harms": "harm", "numbers": "number", "people": "people", "times": "time", "places": "place",
    "parties": "party", "persons": "person", "weapons": "weapon", "cues": "cue", "terms": "term",
}  # fmt: skip
"""The marks of a sentence, under the name of one of them."""


def seen_in(scope: Scope) -> list[tuple[str, Any]]:
    """The marks of a sentence with their kinds, in text order."""
    found = [(name, mark) for field, name in KINDS.items() for mark in getattr(scope, field)]
    return sorted(found, key=lambda pair: (pair[1].span, pair[0], pair[1].rule))


def said_of(mark: object, tongue: Tongue) -> str:
    """What a mark says: the names of its values, and forms of words and times as the rules have them."""
    return _SAID[type(mark)](mark, tongue)


def _number(mark: NumberMark, tongue: Tongue) -> str:
    low, high = mark.quantity.low, mark.quantity.high
    said = f"{low}" if low == high else tongue.say("to", start=low, end="?" if high is None else high)
    return f"{tongue.name('qualifier', mark.quantity.qualifier)} {said}"


def _words(*parts: str | None) -> str:
    return " ".join(part.replace("_", " ") for part in parts if part)


def _name(tongue: Tongue, vocabulary: str, value: str | None) -> str | None:
    return tongue.name(vocabulary, value) if value else None


def _action(mark: ActionMark, tongue: Tongue) -> str:
    flags = (tongue.say(flag) for flag in ("definite", "weak", "future") if getattr(mark, flag))
    names = (_name(tongue, "type", mark.type), _name(tongue, "act", mark.act), _name(tongue, "phase", mark.phase))
    return _words(*names, mark.form, *flags)


def _people(mark: PeopleMark, tongue: Tongue) -> str:
    names = _name(tongue, "civil_status", mark.civil_status), _name(tongue, "group", mark.sex_age)
    return _words(*names, mark.number, _name(tongue, "measure", mark.measure))


def _place(mark: PlaceMark, tongue: Tongue) -> str:
    name = tongue.pick(mark.place.name_ar, mark.place.name_en) or tongue.say("not_in_gazetteer")
    return _words(_name(tongue, "place_role", mark.place.role), name)


_SAID: Final[Mapping[type, Callable[[Any, Tongue], str]]] = {
    ActionMark: _action,
    HarmMark: lambda mark, tongue: _words(_name(tongue, "harm", mark.harm), mark.form, mark.number),
    NumberMark: _number,
    PeopleMark: _people,
    TimeMark: lambda mark, tongue: show_said(mark.said),
    PlaceMark: _place,
    PartyMark: lambda mark, tongue: _words(mark.group, mark.party.id),
    PersonMark: lambda mark, tongue: _words(tongue.say("named"), mark.role),
    WeaponMark: lambda mark, tongue: _words(mark.weapon, mark.means),
    CueMark: lambda mark, tongue: _words(mark.kind, mark.value),
}
