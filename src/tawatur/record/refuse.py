"""What forbids two claims to tell of one happening, whatever else speaks for it."""

from tawatur.record.days_apart import REFUSED
from tawatur.record.item import Item, is_area
from tawatur.record.rules import Rules

LIKE_SIZE = 2.0
"""Of two places near one another one may hold the other only where its radius is so many times as large."""


OTHER = "other"
"""The answer of ``type_relation`` for types that never tell of one happening."""


def type_relation(a: Item, b: Item, rules: Rules) -> str:
    """How the types lie: same, family, kin (both can be words for one act), companion (one can be a part or the first
    consequence of the other), or other.
    """
    if a.claim.type == b.claim.type:
        return "same"
    if a.family == b.family:
        return "family"
    for name, pairs in (("kin", rules.kin), ("companion", rules.companions)):
        if any((x, y) in pairs for x in (a.family, a.claim.type) for y in (b.family, b.claim.type)):
            return name
    return OTHER


def refusal(a: Item, b: Item, *, day: str, place: str, rules: Rules) -> str | None:
    """Why the two cannot be one happening; None where nothing forbids it. ``day`` and ``place`` say how these lie."""
    if type_relation(a, b, rules) == OTHER:
        return "types of two families"
    if (a.claim.status in rules.happened) != (b.claim.status in rules.happened):
        return "one tells what was done, the other what was threatened, planned, demanded or supposed"
    if day == REFUSED:
        return "other days"
    if place == "far":
        return "places far apart"
    return _within_one_report(a, b, place=place, rules=rules) if a.claim.report == b.claim.report else None


def _within_one_report(a: Item, b: Item, *, place: str, rules: Rules) -> str | None:
    """A report that tells of two places or two days means two happenings, however near they lie."""
    if a.exact is not None and b.exact is not None and a.exact != b.exact:
        return "one report gives two days"
    if not a.scenes or not b.scenes or place in ("same", "named", "within"):
        return None
    if place == "near" and _one_may_hold_the_other(a, b, rules):
        return None
    return "one report gives two places"


def _one_may_hold_the_other(a: Item, b: Item, rules: Rules) -> bool:
    radii = sorted(min(place.uncertainty_km or 0.0 for place in item.spots) for item in (a, b))
    areas = [is_area(place, rules) for item in (a, b) for place in item.spots]
    return any(areas) or radii[1] >= LIKE_SIZE * max(radii[0], 0.1)
