"""Victims: the persons whom a sentence names as harmed, with whose harm, how they are called, and where they are from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tawatur.claim.harm.counted import object_stop
from tawatur.claim.harm.figure import Figure
from tawatur.claim.harm.harmed import joined_on, means_one
from tawatur.claim.scope import Scope, after, before, within
from tawatur.model.mark import HarmMark, PeopleMark, PersonMark, PlaceMark
from tawatur.model.party import Victim
from tawatur.model.quick import quickly_made
from tawatur.model.text import Span

_TITLE: Final = 3
_ADJECTIVE: Final = 18
_ONE_ADJECTIVE: Final = re.compile('[\u0621-\u0652]? \u0627\u0644[\u0621-\u0652]+ ["\u201c\u00ab(]?')
_FROM_WORDS: Final = 2
_CHILDREN: Final = "children"
_OF_AGE: Final = 18
_MOST: Final = 12
_LISTED: Final = 48
_HOME: Final = 40
_BEFORE: Final = 24
_TO_LIST: Final = 12
_TO_COLON: Final = 4
_LIST: Final = re.compile(
    '[^.\n\u061b]{0,44}(?:[\u060c,_\n-]|[^\u0621-\u064a]\u0648)[ \\d.)(*"\u201c\u201d\u00ab-]{0,6}$'
)
"""What may stand between two names of a list: a few words about the first, then a comma, a line or "and"."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Named:
    """A victim with the marks that name him, and the place that he is from."""

    victim: Victim
    person: PersonMark
    home: PlaceMark | None = None


def find_victims(scope: Scope, harms: Sequence[HarmMark], figures: Sequence[Figure]) -> tuple[Named, ...]:
    """The persons named as harmed in the words of these harms, in text order; officials and speakers never are."""
    of_figure = {person.span: figure for figure in figures for person in figure.named}
    found: list[Named] = []
    last: tuple[PersonMark, str] | None = None
    for person in scope.persons:
        figure = of_figure.get(person.span)
        harm = figure.count.harm if figure else _harm_of(scope, person, harms, last)
        if harm is None or (person.role == "official" and figure is None):
            continue
        last = (person, harm)
        found.append(named(scope, person, harm, figure))
    return tuple(found)


def named(scope: Scope, person: PersonMark, harm: str, figure: Figure | None = None) -> Named:
    """A person as a victim: his status and age by the word for him, else the status of the figure that counts him."""
    people = called(scope, person)
    status = people.civil_status if people else "unknown"
    if status == "unknown" and figure is not None:
        status = figure.count.civil_status
    counted = (figure.people if figure and len(figure.named) > 1 else None) or _together(scope, person)
    group = people.sex_age if people else _CHILDREN if counted and counted.sex_age == _CHILDREN else None
    if person.age is not None and person.age < _OF_AGE:
        group, status = _CHILDREN, "civilian" if status == "unknown" else status
    home = _home(scope, person)
    said = home.place.said if home else None
    return Named(Victim(person.name, harm, status, group, said), person, home)


def called(scope: Scope, person: PersonMark) -> PeopleMark | None:
    """The word for a person right before his name, or with one adjective between ("the first child NAME")."""
    near = next(iter(before(scope.people, person.span.start, _ADJECTIVE)), None)
    if near is None or person.span.start - near.span.end <= _TITLE:
        return near
    between = scope.between(near.span.end, person.span.start)
    return near if near.number == "singular" and _ONE_ADJECTIVE.fullmatch(between) else None


def _together(scope: Scope, person: PersonMark) -> PeopleMark | None:
    """The word for several people of whom a name is one ("the two children NAME and NAME"); None where none is.

    It stands right before him, before those that he is joined to, or before "they are".
    """
    for steps in range(_MOST):
        near = called(scope, person) or _they_are(scope, person)
        if near is not None:
            return None if near.number == "singular" or (near.number == "dual" and steps > 1) else near
        last = next(iter(before(scope.persons, person.span.start, _LISTED)), None)
        if last is None or not _LIST.fullmatch(scope.between(last.span.end, person.span.start)):
            return None
        person = last
    return None


def _they_are(scope: Scope, person: PersonMark) -> PeopleMark | None:
    """The word for those whom "they are" right before a name means, where all the people told of before it are alike."""
    told = before(scope.cues_of("apposition"), person.span.start, _TO_LIST)
    ahead = [one for one in scope.people if told and one.span.end <= told[0].span.start and not _is_hit(scope, one)]
    kinds = {(one.sex_age, one.number == "singular") for one in ahead}
    return ahead[0] if len(kinds) == 1 else None


def _is_hit(scope: Scope, people: PeopleMark) -> bool:
    """Whether a word for people is a word of harm as well ("the wounded")."""
    return any(harm.span.meets(people.span) for harm in scope.harms)


def _home(scope: Scope, person: PersonMark) -> PlaceMark | None:
    """The place that a person is said to be from, right behind his name."""
    end = person.span.end
    following = next((one.span.start for one in after(scope.persons, end, _HOME)), end + _HOME)
    near = within(scope.places, Span(end, min(following, end + _HOME)))
    return next((mark for mark in near if mark.place.role == "home" or _right_from(scope, end, mark)), None)


def _right_from(scope: Scope, end: int, place: PlaceMark) -> bool:
    """Whether only "from" stands between a name and a place: he is from there, nobody fired from there."""
    return place.place.role == "origin" and len(scope.between(end, place.span.start).split()) <= _FROM_WORDS


def _harm_of(
    scope: Scope, person: PersonMark, harms: Sequence[HarmMark], last: tuple[PersonMark, str] | None
) -> str | None:
    """The harm that a person suffered; None where nothing says that he suffered one.

    He stands right behind its word, behind another victim in a list, or is called a victim; or its verb stands behind him.
    """
    at = person.span.start
    behind = [harm for harm in harms if harm.span.end <= at]
    nearest = behind[-1] if behind else None
    if person.role == "kin_told":
        return _told_behind(scope, person, harms)
    if nearest is not None and _reached(scope, nearest, at):
        return nearest.harm
    if last is not None and last[0].span.end <= at and not within(scope.harms, Span(last[0].span.end, at)):
        gap = scope.between(last[0].span.end, at)
        if _LIST.fullmatch(gap):
            return last[1]
    if nearest is not None and (person.role == "victim" or namely(scope, at) or _listed(scope, at)):
        return nearest.harm
    return _told_behind(scope, person, harms)


def _told_behind(scope: Scope, person: PersonMark, harms: Sequence[HarmMark]) -> str | None:
    """The harm that stands behind a person: he died of wounds, its verb has him for its subject or its pronoun means him."""
    at, end = person.span
    if after(scope.cues_of("of_wounds"), end, _TITLE):
        return "killed"
    ahead = [
        harm for harm in after(harms, end, _BEFORE)
        if harm.form in ("passive", "ambivalent") and (not joined_on(scope, harm) or means_one(scope, harm))
    ]  # fmt: skip
    if ahead and (person.role in ("victim", "kin_told") or namely(scope, at) or means_one(scope, ahead[0])):
        return ahead[0].harm
    return None


def _listed(scope: Scope, at: int) -> bool:
    """Whether a colon right before a name opens a list of those told of before; whoever is quoted lists nobody."""
    lead = scope.chars[max(scope.span.start, at - _TO_COLON) : at]
    return ":" in lead and not before(scope.cues_of("reporting", "source"), at, _TO_LIST)


def namely(scope: Scope, at: int) -> bool:
    """Whether "they are" leads to a name: it is one of those told of before."""
    return bool(before(scope.cues_of("apposition"), at, _TO_LIST))


def _reached(scope: Scope, harm: HarmMark, at: int) -> bool:
    """Whether a person stands where the object of a harm may stand; behind a verb of saying stands who speaks."""
    spoken = any(cue.kind == "reporting" for cue in within(scope.cues, Span(harm.span.end, at)))
    return not spoken and at < object_stop(scope, harm.span.end)
