"""How the scenes of two claims lie to one another."""

from itertools import product
from typing import Final

from tawatur.lang.gazetteer import km
from tawatur.model.place import PlaceRef
from tawatur.record.item import Item, ends_of, is_area, place_keys
from tawatur.record.rules import Rules

BETTER: Final = ("same", "named", "near", "within", "unknown", "apart", "far")
"""The answers of ``relation``, the closest first."""


def relation(a: Item, b: Item, rules: Rules) -> str:
    """How the closest two scenes lie: same, named (alike), near, within (an area), unknown, apart or far."""
    if not a.spots or not b.spots:
        return "unknown"
    if len(a.spots) == len(b.spots) == 1:
        return _pair(a.spots[0], b.spots[0], rules)
    return min((_pair(p, q, rules) for p, q in product(a.spots, b.spots)), key=BETTER.index)


def _pair(a: PlaceRef, b: PlaceRef, rules: Rules) -> str:
    area = is_area(a, rules) or is_area(b, rules)
    if a.id is not None and a.id == b.id:
        return "within" if area else "same"
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return _by_name(a, b)
    apart = km(a.lat, a.lon, b.lat, b.lon)
    reach = (a.uncertainty_km or 0.0) + (b.uncertainty_km or 0.0)
    if area:
        return _by_area(a, b, apart=apart, reach=reach, rules=rules)
    if apart <= reach:
        return "near"
    return "far" if apart > reach + rules.far_km else "apart"


def _by_name(a: PlaceRef, b: PlaceRef) -> str:
    """Two places of which one at least has no point: a name in common, or nothing to say."""
    alike = any(x in ends_of(y) or y in ends_of(x) for x in place_keys(a) for y in place_keys(b))
    return "named" if alike else "unknown"


def _by_area(a: PlaceRef, b: PlaceRef, *, apart: float, reach: float, rules: Rules) -> str:
    """Two places of which one at least is an area: by their divisions where known, else by distance."""
    if a.admin1 is not None and b.admin1 is not None:
        if a.admin1 != b.admin1:
            return "far"
        if a.admin2 is not None and b.admin2 is not None and a.admin2 != b.admin2:
            return "apart"
        return "within"
    return "within" if apart <= reach else "far" if apart > reach + rules.far_km else "apart"
