"""What each mark of a sentence says, in a few words for a terminal."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from tawatur.claim.scope import Scope
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


def said_of(mark: object) -> str:
    """What a mark says."""
    return _SAID[type(mark)](mark)


def _number(mark: NumberMark) -> str:
    low, high = mark.quantity.low, mark.quantity.high
    return f"{mark.quantity.qualifier} {low}" + ("" if low == high else f" to {'?' if high is None else high}")


def _words(*parts: str | None) -> str:
    return " ".join(part.replace("_", " ") for part in parts if part)


_SAID: Final[Mapping[type, Callable[[Any], str]]] = {
    ActionMark: lambda mark: _words(
        mark.type,
        mark.act,
        mark.phase,
        mark.form,
        *(flag for flag in ("definite", "weak", "future") if getattr(mark, flag)),
    ),
    HarmMark: lambda mark: _words(mark.harm, mark.form, mark.number),
    NumberMark: _number,
    PeopleMark: lambda mark: _words(mark.civil_status, mark.sex_age, mark.number, mark.measure),
    TimeMark: lambda mark: show_said(mark.said),
    PlaceMark: lambda mark: _words(mark.place.role, mark.place.name_en or "not in the gazetteer"),
    PartyMark: lambda mark: _words(mark.group, mark.party.id),
    PersonMark: lambda mark: _words("named", mark.role),
    WeaponMark: lambda mark: _words(mark.weapon, mark.means),
    CueMark: lambda mark: _words(mark.kind, mark.value),
}
