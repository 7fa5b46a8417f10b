"""The place of an event, from those of its claims."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from tawatur.lang.fold import fold_key
from tawatur.lang.gazetteer import km
from tawatur.model.place import PlaceRef
from tawatur.record.item import TOPIC, Item, is_area
from tawatur.record.rules import Rules

FINER: Final = 2.0
"""A place holds another that its radius reaches only where it is so many times as large."""
SPOTS: Final = ("near", "edge", "road", "between")
"""Relations that say of a spot where it lies: what is struck at the edge of a town is not in the village beyond."""
MANY: Final = 3
"""Tellers of a wide place for each teller of a finer one in it: one slip does not move what many tell."""


def event_place(
    items: Sequence[Item], rules: Rules, tellers: Mapping[str, str]
) -> tuple[PlaceRef | None, tuple[str, ...]]:
    """The best scene and all scenes' names as said, the best one's first. (None, ()) where no scene was said.

    Best is a spot before an area, a resolved one before a mere name, then what more tellers name, then the smaller; of
    the places that lie in the best one the best, and so on: who says the town and who says the quarter both mean it.
    A name that no gazetteer holds gets the point of the place that its claim puts it in. ``tellers`` are the claims'
    tellers, by claim id.
    """
    told: defaultdict[str, set[str]] = defaultdict(set)
    claims: defaultdict[str, int] = defaultdict(int)
    places: dict[str, PlaceRef] = {}
    for item in items:
        for place in located(item.spots):
            key = _key(place)
            told[key].add(tellers[item.id])
            claims[key] += 1
            places[key] = min(places.get(key, place), place, key=_place_order)
    if not places:
        return None, ()

    def rank(key: str) -> tuple[bool, bool, int, int, float, str]:
        place = places[key]
        unresolved = place.lat is None
        area = not unresolved and is_area(place, rules)
        return area, unresolved, -len(told[key]), -claims[key], place.uncertainty_km or 0.0, key

    spots = {key: place for key, place in places.items() if place.lat is None or not is_area(place, rules)}
    ranked = _finest_first(sorted(places, key=rank), places, spots, {key: len(told[key]) for key in told})
    return _with_point(places[ranked[0]], items, rules), _names(ranked, items)


def located(places: Iterable[PlaceRef]) -> tuple[PlaceRef, ...]:
    """The places where something happened, without those that are only spoken of."""
    return tuple(place for place in places if place.role != TOPIC)


def _key(place: PlaceRef) -> str:
    return place.id or fold_key(place.said)


def _finest_first(
    ranked: Sequence[str], places: Mapping[str, PlaceRef], spots: Mapping[str, PlaceRef], told: Mapping[str, int]
) -> list[str]:
    """The keys, before them the best of the ``spots`` that lie in the first one, as long as there is one.

    Of areas the one that most tell stays: what is told of a governorate is told of all of it.
    """
    best = ranked[0]
    while inside := [
        key for key in ranked if key in spots and _holds(places[best], spots[key]) and told[best] <= MANY * told[key]
    ]:
        best = inside[0]
    return [best, *(key for key in ranked if key != best)]


def _holds(wide: PlaceRef, fine: PlaceRef) -> bool:
    """Whether ``fine`` lies in ``wide`` and is the smaller: never true both ways, so going inwards ends."""
    if wide.id is not None and fine.lat is None:
        return fine.inside == wide.id
    if wide.relation in SPOTS or wide.lat is None or wide.lon is None or fine.lat is None or fine.lon is None:
        return False
    reach, radius = wide.uncertainty_km or 0.0, fine.uncertainty_km or 0.0
    return reach >= FINER * radius and reach > radius and km(wide.lat, wide.lon, fine.lat, fine.lon) <= reach


def _with_point(place: PlaceRef, items: Iterable[Item], rules: Rules) -> PlaceRef:
    """A place that no gazetteer holds, with the point of the smallest place that a claim says it lies in, if one does."""
    if place.lat is not None:
        return place
    around = [
        one for item in items if any(_key(spot) == _key(place) for spot in item.spots)
        for one in located(item.scenes) if _says_where(one, place, rules)
    ]  # fmt: skip
    if not around:
        return place
    held = min(around, key=lambda one: (one.id != place.inside, one.uncertainty_km or 0.0, one.id or "", one.said))
    radius = held.uncertainty_km if _has_bounds(held, place, rules) else max(rules.wide_km, held.uncertainty_km or 0.0)
    return replace(place, lat=held.lat, lon=held.lon, uncertainty_km=radius)


def _says_where(one: PlaceRef, place: PlaceRef, rules: Rules) -> bool:
    """Whether a scene told beside an unresolved ``place`` says where that lies, rather than being struck as well."""
    if one.lat is None or (one.admin1 != place.admin1 and None not in (one.admin1, place.admin1)):
        return False
    return _has_bounds(one, place, rules) or (one.uncertainty_km or 0.0) >= rules.city_km


def _has_bounds(one: PlaceRef, place: PlaceRef, rules: Rules) -> bool:
    """Whether what lies in ``one`` lies within its radius; what lies by a city may be anywhere around it."""
    return is_area(one, rules) or one.relation is not None or (place.inside is not None and one.id == place.inside)


def _place_order(place: PlaceRef) -> tuple[int, str]:
    """Of several wordings of one place the shortest stands, then the first by letters."""
    return len(place.said), place.said


def _names(ranked: Sequence[str], items: Iterable[Item]) -> tuple[str, ...]:
    """The distinct names as said, by the rank of their places, then by letters."""
    order = {key: number for number, key in enumerate(ranked)}
    last = len(ranked)
    said = {(order.get(_key(place), last), place.said) for item in items for place in located(item.scenes)}
    return tuple(dict.fromkeys(name for _, name in sorted(said)))
