"""How the scenes of two claims lie to one another."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from typing import Final

from tawatur.lang.fold import fold_key
from tawatur.lang.gazetteer import km
from tawatur.model.place import PlaceRef
from tawatur.record.alike.spelling import ARTICLE, one_letter_apart
from tawatur.record.item import Item, ends_of, is_area, is_side, place_keys
from tawatur.record.rules import Rules

PARTLY: Final = "partly"
"""The answer of ``relation`` for two lists of places that share one, while each holds another."""
FEW: Final = "few"
"""The same where the two share less than half of the shorter list."""
SHARED: Final = ("same", "named", "around", "spelled")
MANY: Final = 3
"""Places that make a claim one of a round over many, and no strike on one."""
BETTER: Final = (
    "same",
    "named",
    "around",
    "near",
    "inside",
    "spelled",
    "one_area",
    "within",
    "homonym",
    "unknown",
    "apart",
    "far",
)
"""The answers of ``relation``, the closest first."""


def relation(a: Item, b: Item, rules: Rules) -> str:
    """How the closest two scenes lie: same, named (alike), around (a place and the area called
    after it), near, inside (one that no gazetteer holds is said to lie in the other), spelled (nearly alike, one
    in no gazetteer), one_area, within (an area), homonym, unknown, apart or far; partly where two lists of places share
    half of the shorter, few where they share less, while each holds another.
    """
    if not a.spots or not b.spots:
        return "unknown"
    if len(a.spots) == len(b.spots) == 1:
        found_one = _pair(a.spots[0], b.spots[0], rules)
        return "far" if found_one == "homonym" and _told_apart(a, b, rules) else found_one
    found = [[_pair(p, q, rules) for q in b.spots] for p in a.spots]
    best = min((one for row in found for one in row), key=BETTER.index)
    if best in ("same", "named"):
        few = min(len(a.spots), len(b.spots)) >= MANY and not _is_most_shared(found)
        if few or _both_have_others(found):
            return PARTLY if _is_most_shared(found) else FEW
        return "listed" if _is_one_of_many(a, b) else best
    if best == "near" and max(len(a.spots), len(b.spots)) >= MANY:
        return "apart"  # of many places one always lies near
    return best


def _is_most_shared(found: Sequence[Sequence[str]]) -> bool:
    """Whether half of the shorter of two lists of places, or more, stands in the other."""
    rows = found if len(found) <= len(found[0]) else [*zip(*found, strict=True)]
    return sum(any(one in SHARED for one in row) for row in rows) * 2 >= len(rows)


def _told_apart(a: Item, b: Item, rules: Rules) -> bool:
    """Whether the words beside one name put it into two areas of different governorates: then it is two places for sure."""
    some, others = (
        {place.admin1 for place in item.scenes if place.admin1 is not None and is_area(place, rules)} for item in (a, b)
    )
    return bool(some and others) and not some & others


def _is_one_of_many(a: Item, b: Item) -> bool:
    """Whether one of the two tells of a round over many places, the other of one of them."""
    few, many = sorted((len(a.spots), len(b.spots)))
    return few == 1 and many >= MANY


def _both_have_others(found: Sequence[Sequence[str]]) -> bool:
    """Whether each of two lists of places holds one that is away from all of the other list."""
    away = ("apart", "far")
    return any(all(one in away for one in row) for row in found) and any(
        all(one in away for one in column) for column in zip(*found, strict=True)
    )


def _pair(a: PlaceRef, b: PlaceRef, rules: Rules) -> str:
    if _is_bare(a, rules) or _is_bare(b, rules):
        return "unknown"
    area = is_area(a, rules) or is_area(b, rules)
    if a.id == b.id and (a.id is not None or _one_stretch(a, b)):
        return _of_one_id(a, b, rules)
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return _by_name(a, b, rules)
    apart = km(a.lat, a.lon, b.lat, b.lon)
    reach = (a.uncertainty_km or 0.0) + (b.uncertainty_km or 0.0)
    if area:
        if _around(a, b, rules) or _around(b, a, rules):
            return "around"
        return _by_area(a, b, apart=apart, reach=reach, rules=rules)
    if apart <= reach:
        return "same" if _one_spot(a, b) else "near"
    if homonyms(a, b):
        return "homonym"
    return "far" if apart > reach + rules.far_km else "apart"


def _one_stretch(a: PlaceRef, b: PlaceRef) -> bool:
    """Whether two places without an id are one stretch of road, however long."""
    return a.lat is not None and (a.lat, a.lon, a.relation) == (b.lat, b.lon, b.relation)


def _of_one_id(a: PlaceRef, b: PlaceRef, rules: Rules) -> str:
    """Two readings of one place of the gazetteer. "The area of X" is X with what lies around it, its countryside is not."""
    areas = [place for place in (a, b) if is_area(place, rules)]
    if not areas and a.relation != b.relation and any(is_side(place, rules) for place in (a, b)):
        return "around"
    if not areas or a.id is None:
        return "same"
    return "around" if len(areas) == 1 and areas[0].relation == "area" else "one_area"


def _one_spot(a: PlaceRef, b: PlaceRef) -> bool:
    """Whether two spots near one another are one: said in the same words, or half-way between the same two places."""
    return (a.lat, a.lon, a.id, a.relation) == (b.lat, b.lon, b.id, b.relation) or homonyms(a, b)


def homonyms(a: PlaceRef, b: PlaceRef) -> bool:
    """Whether one name, as said or as the gazetteer has it, was read as two places: one of the two readings may be wrong."""
    return _folded(a.said) == _folded(b.said) or (a.name_ar is not None and a.name_ar == b.name_ar)


_folded = lru_cache(maxsize=65536)(fold_key)
"""A name folded once: the same few are compared again and again."""


def _around(area: PlaceRef, spot: PlaceRef, rules: Rules) -> bool:
    """Whether ``area`` is the surroundings of ``spot`` and called after it; a governorate is more than that."""
    wide = area.kind in rules.areas and (area.uncertainty_km or 0.0) > rules.wide_km / 2
    if wide or not is_area(area, rules) or is_area(spot, rules):
        return False
    return any(name in ends_of(key) for name in _names(spot, rules) for key in place_keys(area))


def _alike(a: PlaceRef, b: PlaceRef, rules: Rules) -> bool:
    """Whether the name of one begins or ends with the name of the other, in whole words, or both are one but for the article."""
    pairs = product(_names(a, rules), _names(b, rules))
    return any(
        x in ends_of(y) or y in ends_of(x) or x.removeprefix(ARTICLE) == y.removeprefix(ARTICLE) for x, y in pairs
    )


def _is_bare(place: PlaceRef, rules: Rules) -> bool:
    """Whether a place was only said by a word such as "the crossing", of which there are many."""
    return _folded(place.said) in rules.bare


def _names(place: PlaceRef, rules: Rules) -> list[str]:
    return [key for key in place_keys(place) if key not in rules.bare]


def _by_name(a: PlaceRef, b: PlaceRef, rules: Rules) -> str:
    """Two places of which one at least has no point: a name in common, an area that holds both, or nothing to say."""
    if _alike(a, b, rules):
        return "named"
    if a.admin1 is not None and b.admin1 is not None and a.admin1 != b.admin1:
        return "far"
    if (a.inside is not None and a.inside == b.id) or (b.inside is not None and b.inside == a.id):
        return "within" if is_area(a, rules) or is_area(b, rules) else "inside"
    if a.lat is not None and b.lat is None and is_area(a, rules) and a.admin1 == b.admin1 is not None:
        return "within"
    if b.lat is not None and a.lat is None and is_area(b, rules) and a.admin1 == b.admin1 is not None:
        return "within"
    return "spelled" if a.admin1 == b.admin1 is not None and _nearly_alike(a, b, rules) else "unknown"


def _nearly_alike(a: PlaceRef, b: PlaceRef, rules: Rules) -> bool:
    """Whether the two names are one but for a letter and for words such as "village"."""
    pairs = product(_proper(a, rules), _proper(b, rules))
    return any(one_letter_apart(x, y) for x, y in pairs)


def _proper(place: PlaceRef, rules: Rules) -> list[str]:
    """The folded names of a place without the words that are no names of it."""
    return [" ".join(word for word in key.split() if word not in rules.bare) for key in place_keys(place)]


def _by_area(a: PlaceRef, b: PlaceRef, *, apart: float, reach: float, rules: Rules) -> str:
    """Two places of which one at least is an area: by their divisions where known, else by distance."""
    if a.admin1 is not None and b.admin1 is not None:
        if a.admin1 != b.admin1:
            return "far"
        if a.admin2 is not None and b.admin2 is not None and a.admin2 != b.admin2:
            return "apart"
        return "within"
    return "within" if apart <= reach else "far" if apart > reach + rules.far_km else "apart"
