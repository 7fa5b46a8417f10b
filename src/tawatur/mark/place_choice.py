"""Who bears a name here: what speaks for each bearer, and why the one was taken and not the next.

What the words beside a name say of where it lies counts most, then whether the word before it fits ("quarter",
"district"), then the names around it, the other names of the report, and last how well known a bearer is.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tawatur.lang.place import Place
from tawatur.mark.place_links import Links, holds
from tawatur.mark.place_votes import Votes, gap_km
from tawatur.mark.place_words import KINDS, Found
from tawatur.model.quick import quickly_made

Parts = tuple[float, float, float, float, float, float]

Ranked = tuple[tuple[Parts, Place], ...]

REASONS: Final = (
    "the words beside it say where it lies",
    "its kind fits the word before",
    "it lies by the places named around it",
    "it lies by the other places of the report",
    "the parties of the report are its country's",
    "the most prominent",
)
"""What each part of a score stands for."""

_HELD, _HELD_ELSEWHERE, _KIND, _AROUND, _REPORT, _PARTIES = 6.0, 4.0, 3.0, 2.0, 4.0, 1.5
_NOTHING: Final = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
_AROUND_LETTERS: Final = 160
_RANK: Final = 5.0
"""Every place is some town; who says "governorate" or "camp" means just that."""

_SAME_KM: Final = 15.0
"""Two bearers of a name this near are one place to a reader: a town and its subdistrict."""

_ASTRAY_KM: Final = 120.0
_LOOSE_KM: Final = 60.0
_SHIPPED: Final = ("hand-", "land-", "ocha-", "wof-")
"""How the ids of the pack's own table begin; all others are places that users brought."""

_DIVISIONS: Final = ("governorate", "district", "subdistrict")
_MOST_BEARERS: Final = 24
_TRIED: Final = 6
_KNOWN: Final = 3_000
_KNOWN_ABROAD: Final = 50_000
_SMALL: Final = ("town", "neighbourhood", "landmark", "farmland")
"""Kinds of places that a report rarely names without what lies around them."""

_CALLED_AFTER: Final = ("camp", "neighbourhood")
_FIRST: Final = 0.3
_DIVISION: Final = -0.6
_PROMINENCE: Final = ((1_000_000, 1.5), (100_000, 1.0), (10_000, 0.5))
_KIND_PROMINENCE: Final = {"country": 2.5, "region": 1.0, "governorate": 0.5}


@quickly_made
@dataclass(frozen=True, slots=True)
class Choice:
    """The bearers of one name, the likeliest first, each with what speaks for it. ``astray`` where none fits the report."""

    ranked: Ranked
    astray: bool

    @property
    def best(self) -> Place | None:
        """The bearer taken, None where the name is nobody's here."""
        return None if self.astray or not self.ranked else self.ranked[0][1]

    def rival(self) -> tuple[Parts, Place] | None:
        """The next likeliest bearer that lies elsewhere."""
        best = self.ranked[0][1]
        return next((row for row in self.ranked[1:] if _elsewhere(row[1], best)), None)

    def why(self, rival: tuple[Parts, Place] | None) -> str:
        """Why the first was taken and not its ``rival``, in words."""
        if rival is None:
            return "the only place of this name"
        gains = [a - b for a, b in zip(self.ranked[0][0], rival[0], strict=True)]
        reason = REASONS[max(range(len(gains)), key=lambda number: (gains[number], -number))]
        where = ", ".join(part for part in (rival[1].admin1_en or rival[1].admin1_ar, rival[1].country) if part)
        return f"{reason}; next: {rival[1].name_en or rival[1].name_ar} ({where})"


def choose(found: Sequence[Found], links: Links, votes: Votes) -> list[Choice]:
    """The choice of each name of a text."""
    return _Chooser(found, links, votes).all()


class _Chooser:
    """The names of one text while they are chosen: what holds of a name wherever it stands is worked out once."""

    __slots__ = ("alike", "bases", "found", "links", "starts", "told", "votes")

    def __init__(self, found: Sequence[Found], links: Links, votes: Votes) -> None:
        self.found, self.links, self.votes = found, links, votes
        self.starts = [one.start for one in found]
        self.bases: dict[str, list[tuple[tuple[float, float, float], Place]]] = {}
        self.told: dict[str, list[Found]] = {}
        self.alike: defaultdict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(found):
            self.alike[one.key].append(number)

    def all(self) -> list[Choice]:
        """The choices, in text order."""
        return [self.choice(number) for number in range(len(self.found))]

    def choice(self, number: int) -> Choice:
        """The choice of one name."""
        one = self.found[number]
        held = [self.found[holder] for holder in self.links.get(number, ())]
        if len(one.candidates) == 1:
            return Choice(((_NOTHING, one.candidates[0]),), _astray(one, one.candidates[0], held, self.votes))
        told = self._told(one.key)
        ranked = self._ranked(one, held, told)
        if len(ranked) > 1 and sum(ranked[0][0]) - sum(ranked[1][0]) < _AROUND:
            around = tuple(_around(number, self.found, self.starts))
            ranked = _sorted(
                (_with_around(parts, self.votes.fit(place, one.key, around)), place) for parts, place in ranked
            )
        return self._fitting(one, ranked, [*held, *told])

    def _told(self, key: str) -> list[Found]:
        """What holds a name anywhere in the text."""
        known = self.told.get(key)
        if known is None:
            holders = {
                self.found[holder].key: holder for number in self.alike[key] for holder in self.links.get(number, ())
            }
            known = self.told[key] = [self.found[holder] for holder in sorted(holders.values())]
        return known

    def _fitting(self, one: Found, ranked: Ranked, held: Sequence[Found]) -> Choice:
        """The choice with the likeliest bearer first that is not astray; astray where all of them are."""
        for number, row in enumerate(ranked[:_TRIED]):
            if not _astray(one, row[1], held, self.votes):
                return Choice((row, *ranked[:number], *ranked[number + 1 :]), False)
        return Choice(ranked, bool(ranked))

    def _ranked(self, one: Found, held: Sequence[Found], told: Sequence[Found]) -> Ranked:
        """The bearers by all that speaks for them but the names around."""
        wanted = _wanted(one)
        worth = _KIND if "town" in wanted or "neighbourhood" in wanted else _RANK
        rows = [(_held(place, held, told), base, place) for base, place in self._base(one)]
        return _sorted(
            ((_with_its_division(by, place, rows), worth if place.kind in wanted else 0.0, 0.0, *base), place)
            for by, base, place in rows
        )

    def _base(self, one: Found) -> list[tuple[tuple[float, float, float], Place]]:
        """What speaks for each bearer wherever the name stands in the text."""
        known = self.bases.get(one.key)
        if known is None:
            places = one.candidates[:_MOST_BEARERS]
            towns = {place.admin1_ar for place in places if place.kind == "town"}
            fits = [self.votes.fit(place, one.key) for place in places]
            known = self.bases[one.key] = [
                ((_REPORT * fit, _PARTIES * self.votes.country(place), _prominence(place, order, towns)), place)
                for order, (place, fit) in enumerate(zip(places, _lifted(places, fits), strict=True))
            ]
        return known


def _lifted(places: Sequence[Place], fits: Sequence[float]) -> Iterator[float]:
    """How well each fits, a division no worse than its town: its middle may be desert far from all that is told."""
    for place, fit in zip(places, fits, strict=True):
        alike = (other for each, other in zip(places, fits, strict=True) if each.admin1_ar == place.admin1_ar)
        yield max(alike) if place.kind in _DIVISIONS else fit


def _sorted(rows: Iterable[tuple[Parts, Place]]) -> Ranked:
    """The bearers with the highest score first; of equals the one that stood first."""
    return tuple(sorted(rows, key=lambda row: -sum(row[0])))


def _with_around(parts: Parts, fit: float) -> Parts:
    held, kind, _, report, country, known = parts
    return held, kind, _AROUND * fit, report, country, known


def _wanted(one: Found) -> tuple[str, ...]:
    """The kinds that the word before asks for; a side of a name that is also a governorate's means the governorate's."""
    if one.descriptor is None:
        return KINDS["governorate"] if one.bearing is not None and one.outward and one.away_km is None else ()
    return KINDS.get(one.descriptor.kind or "", ())


def _held(place: Place, held: Sequence[Found], told: Sequence[Found]) -> float:
    """Whether the words beside the name, here or where it is told again, say that it lies where ``place`` does."""
    if any(holds(holder, place) for holder in held):
        return _HELD
    return _HELD_ELSEWHERE if any(holds(holder, place) for holder in told) else 0.0


def _with_its_division(by: float, place: Place, rows: Sequence[tuple[float, object, Place]]) -> float:
    """What is said of where a town lies, or of its division: that reaches farther, and so lies in more."""
    if place.kind != "town":
        return by
    return max(
        [by, *(other for other, _, each in rows if each.kind in _DIVISIONS and each.admin1_ar == place.admin1_ar)]
    )


def _around(number: int, found: Sequence[Found], starts: Sequence[int]) -> Iterator[str]:
    """The other names within a sentence's length of this one."""
    one = found[number]
    first = bisect_left(starts, one.start - _AROUND_LETTERS)
    last = bisect_left(starts, one.end + _AROUND_LETTERS)
    yield from dict.fromkeys(other.key for other in found[first:last] if other.key != one.key)


def _prominence(place: Place, order: int, town_areas: set[str | None]) -> float:
    """How well known a bearer is; a division named like its town is meant only where a word says so."""
    people = next((worth for least, worth in _PROMINENCE if (place.population or 0) >= least), 0.0)
    known = _KIND_PROMINENCE.get(place.kind, people) + (_FIRST if order == 0 else 0.0)
    if not place.id.startswith(_SHIPPED):
        known = max(_KIND_PROMINENCE.values())  # who brings a place of the name means that one
    division = place.kind in _DIVISIONS and place.admin1_ar in town_areas
    return known + (_DIVISION if division else 0.0) - order / 1000


def _elsewhere(place: Place, best: Place) -> bool:
    return gap_km(place, best) > _SAME_KM and gap_km(best, place) > _SAME_KM


def _by(place: Place, area: Place) -> bool:
    """Whether a place lies in the same first-level unit as an area, or not far beyond it: sides are told loosely."""
    alike = area.admin1_ar is not None and area.admin1_ar == place.admin1_ar
    return area.country == place.country and (alike or gap_km(place, area) <= _LOOSE_KM)


def _astray(one: Found, place: Place, held: Sequence[Found], votes: Votes) -> bool:
    """Whether the likeliest bearer is some small place far from every other place of the report: not the one meant.

    Nor is a camp or quarter that is called after a country, or after who gave for it, that country.
    """
    if place.kind == "country" and one.descriptor is not None and one.descriptor.kind in _CALLED_AFTER:
        return True
    at_home = place.country == votes.land()
    if at_home and (place.population or 0) >= _KNOWN:
        return False
    if any(holds(holder, place) for holder in held):
        return False
    if any(holder.candidates for holder in held):
        return not any(_by(place, area) for holder in held for area in holder.candidates)
    if place.kind not in _SMALL or (place.population or 0) >= _KNOWN_ABROAD:
        return False
    return votes.alone(place, one.key, _ASTRAY_KM)
