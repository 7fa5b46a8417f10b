"""Marks as the cases of a pack write them: one compact, readable value a mark."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from tawatur.lang.pack import Pack
from tawatur.mark.all import mark_text
from tawatur.mark.times import show_said
from tawatur.model.mark import (
    ActionMark,
    CueMark,
    HarmMark,
    Marks,
    NumberMark,
    NumeralMark,
    PartyMark,
    PeopleMark,
    PersonMark,
    PlaceMark,
    Region,
    TimeMark,
    WeaponMark,
)


class Seen(NamedTuple):
    """A mark as a case writes it, with the rule that saw it."""

    quote: str
    value: str
    rule: str


def shown(mark: object) -> str:
    """The value of a mark in one short line."""
    return _SHOWN[type(mark)](mark)


def seen_in(chars: str, pack: Pack, file: str) -> list[Seen]:
    """What the rules of one file of the pack see in a text, in text order.

    The registered and the described parties are one kind of mark but two files: each file shows its own.
    """
    marks: Sequence[Any] = KINDS[file](mark_text(chars, pack))
    own = f"{pack.language}/{file}#" if file in ("parties", "party_words") else ""
    return [Seen(chars[slice(*m.span)], shown(m), m.rule) for m in marks if m.rule.startswith(own)]


def _number(mark: NumberMark) -> str:
    said = mark.quantity
    bounds = "-".join("" if end is None else str(end) for end in (said.low, said.high))
    return f"{said.qualifier} {bounds}"


def _numerals(marks: Marks) -> Sequence[Any]:
    """Numbers that count and numbers that do not; those of times are shown with the times."""
    others = (mark for mark in marks.numerals if mark.kind != "time")
    return sorted((*marks.numbers, *others), key=lambda mark: mark.span)


def _harm(mark: HarmMark) -> str:
    return _joined(mark.harm, mark.form, mark.number)


def _people(mark: PeopleMark) -> str:
    measure = None if mark.measure == "persons" else mark.measure
    return _joined(mark.civil_status, mark.number, mark.sex_age, measure)


def _action(mark: ActionMark) -> str:
    flags = [name for name in ("definite", "weak", "future") if getattr(mark, name)]
    return _joined(mark.type, mark.form, mark.act, mark.phase, *flags)


def _cue(mark: CueMark) -> str:
    return _joined(mark.kind, mark.value)


def _place(mark: PlaceMark) -> str:
    place = mark.place
    parts = (place.said, place.role, place.name_en or "?", place.admin1 or "?")
    return "|".join((*parts, place.relation) if place.relation else parts)


def _party(mark: PartyMark) -> str:
    return _joined(mark.party.id, "adjective" if mark.group == "adjective" else None) or mark.group


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


_SHOWN: Final[Mapping[type, Callable[[Any], str]]] = {
    NumberMark: _number,
    NumeralMark: lambda mark: f"{mark.kind} {mark.value:.12g}",
    PeopleMark: _people,
    PersonMark: lambda mark: (mark.role or "-") + ("" if mark.age is None else f" {mark.age}"),
    WeaponMark: lambda mark: mark.weapon,
    HarmMark: _harm,
    ActionMark: _action,
    CueMark: _cue,
    PartyMark: _party,
    PlaceMark: _place,
    Region: lambda mark: mark.kind,
    TimeMark: lambda mark: show_said(mark.said),
}

KINDS: Final[Mapping[str, Callable[[Marks], Sequence[Any]]]] = {
    "numbers": _numerals,
    "people": lambda marks: marks.people,
    "persons": lambda marks: marks.persons,
    "weapons": lambda marks: marks.weapons,
    "harm": lambda marks: marks.harms,
    "actions": lambda marks: marks.actions,
    "cues": lambda marks: marks.cues,
    "terms": lambda marks: marks.terms,
    "parties": lambda marks: marks.parties,
    "party_words": lambda marks: marks.parties,
    "places": lambda marks: marks.places,
    "regions": lambda marks: marks.regions,
    "times": lambda marks: marks.times,
}
"""Each file of rules with the marks that it makes."""
