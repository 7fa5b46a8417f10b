"""Who is meant by a name that no gazetteer holds as written: one that is written nearly so, where the report plays."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tawatur.lang.gazetteer import Gazetteer
from tawatur.lang.near_names import Area, Near, near_names
from tawatur.lang.place import Place, km
from tawatur.mark.place_links import Links, holds
from tawatur.mark.place_votes import Votes, gap_km
from tawatur.mark.place_words import Found

_AREAS: Final = 2
"""How many first-level units that the report points to are searched where none is told beside the name."""

_REACH_KM: Final = 60.0
_SAME_KM: Final = 6.0
_LIKE: Final = {
    "sound": "sounds like it",
    "letter": "differs in the dots or the order of its letters",
    "part": "is the longer name",
}


@dataclass(frozen=True, slots=True)
class Guess:
    """A place whose name is written nearly as the report writes it, why it is taken, and the least radius (km)."""

    place: Place
    why: str
    radius_km: float


def guess_place(gazetteer: Gazetteer, found: Sequence[Found], number: int, links: Links, votes: Votes) -> Guess | None:
    """The one place of a near name where the report plays; None where there is none, or several far apart."""
    one = found[number]
    holders = [found[holder] for holder in links.get(number, ())]
    kind = one.descriptor.kind if one.descriptor else None
    near = near_names(gazetteer, one.key, _areas(holders, votes), kind or "town")
    fitting = [each for each in near if _fits(each.place, holders, votes, one.key)]
    if not fitting:
        return None
    first = max(fitting, key=lambda each: (votes.fit(each.place, one.key), each.place.population or 0, each.place.id))
    spread = max(km(first.place.lat, first.place.lon, each.place.lat, each.place.lon) for each in fitting)
    if spread > _SAME_KM:
        return None
    return Guess(first.place, _why(first), round(max(first.place.uncertainty_km, spread), 1))


def _areas(holders: Sequence[Found], votes: Votes) -> tuple[Area, ...]:
    """Where to look: the first-level units told beside the name, else those that the report points to most."""
    told = [(place.country, place.admin1_ar) for one in holders for place in one.candidates[:1] if place.admin1_ar]
    return tuple(dict.fromkeys(told)) or tuple(votes.areas()[:_AREAS])


def _fits(place: Place, holders: Sequence[Found], votes: Votes, key: str) -> bool:
    """Whether a place lies where the words beside the name say, or by some other place of the report."""
    if holders:
        return all(holds(one, place) for one in holders if one.candidates)
    return any(gap_km(place, site) <= _REACH_KM for voter in votes.voters if voter.key != key for site in voter.places)


def _why(near: Near) -> str:
    return f"written {near.place.name_ar} in the gazetteer, which {_LIKE[near.how]}, where the report plays"
