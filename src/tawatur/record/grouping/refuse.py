"""What forbids two claims to tell of one happening, whatever else speaks for it."""

from collections.abc import Collection
from itertools import product
from typing import Final

from tawatur.record.alike.days_apart import NIGHT, REFUSED, WIDE, are_named, width
from tawatur.record.alike.likeness import compare, counts_alike, dead_of
from tawatur.record.alike.places import FEW, PARTLY
from tawatur.record.grouping.pacts import of_other_pacts
from tawatur.record.item import SPOKEN, Item, is_area
from tawatur.record.rules import Rules

ROUNDS: Final = (PARTLY, FEW, "listed")
"""Ways in which a list of places lies to another, or to one place of it."""
LIKE_SIZE: Final = 2.0
"""Of two places near one another one may hold the other only where its radius is so many times as large."""
WHOLES: Final = ("country", "governorate", "district", "subdistrict")
"""Kinds of area that are units of their own; a countryside or a region is part of one."""
THROUGH: Final = "through"
"""The answer of ``type_relation`` for types that meet only through a third."""
OTHER: Final = "other"
"""The answer of ``type_relation`` for types that never tell of one happening."""
HARMED: Final = ("killed", "injured", "killed_or_injured", "casualties_unspecified")
ONE_PLACE: Final = (
    "same",
    "named",
    "listed",
    "around",
    "inside",
    "spelled",
    "one_area",
    "within",
    "partly",
    "few",
    "homonym",
)
"""Ways in which the places of two claims of one report can lie and be one."""


def type_relation(a: Item, b: Item, rules: Rules) -> str:
    """How the types lie: same, family, kin (both can be words for one act), companion (one can be a part or the first
    consequence of the other), through (only with a third that ties both), unlike (two kinds of violence), or other.
    """
    if a.claim.type == b.claim.type:
        return "same"
    if a.family == b.family:
        return "family"
    if _any(a, b, rules.called):
        return "companion" if _side_by_side(a, b) else THROUGH
    for name, pairs in (("kin", rules.kin), ("companion", rules.companions), (THROUGH, rules.through)):
        if _any(a, b, pairs):
            return name if _speaks_plainly(a, b, rules) else THROUGH
    return "unlike" if {a.family, b.family} <= rules.violent else OTHER


def _any(a: Item, b: Item, pairs: Collection[tuple[str, str]]) -> bool:
    return any(pair in pairs for pair in product(a.kinds, b.kinds))


def _speaks_plainly(a: Item, b: Item, rules: Rules) -> bool:
    """Whether a denial or the like says which happening is meant: by its place, or by standing beside it.

    True of claims that only tell.
    """
    speaking = [item for item in (a, b) if SPOKEN in item.kinds]
    named = all(any(not is_area(place, rules) for place in item.spots) for item in speaking)
    return named or _side_by_side(a, b)


def _side_by_side(a: Item, b: Item) -> bool:
    """Whether the clauses of two claims touch, as those of one sentence do."""
    if (a.claim.report, a.claim.where) != (b.claim.report, b.claim.where):
        return False
    return a.claim.clause.end == b.claim.clause.start or b.claim.clause.end == a.claim.clause.start


def refused_by_kind(a: Item, b: Item, *, kind: str, day: str, rules: Rules) -> str | None:
    """What forbids the two to be one happening, wherever they lie, as a key of the words for it; None where nothing does.

    ``kind`` and ``day`` say how their types and days lie.
    """
    if kind == OTHER or (kind == THROUGH and day == WIDE):
        return "types"  # what is summed up over years follows on nothing
    if (a.claim.status in rules.happened) != (b.claim.status in rules.happened):
        return "status"
    if day == WIDE and a.claim.report != b.claim.report and _other_totals(a, b):
        return "totals"
    if day == REFUSED:
        return "days"
    return "pacts" if of_other_pacts(a, b, rules) else None


def _other_totals(a: Item, b: Item) -> bool:
    """Whether both count what came together over weeks or months, and not the same: each is its own teller's sum."""
    some, others = ([count for count in item.claim.counts if count.measure == "persons"] for item in (a, b))
    return "differs" in {compare(x, y) for x, y in product(some, others)}


def refused_by_place(a: Item, b: Item, *, place: str, day: str, rules: Rules) -> str | None:
    """What forbids it, once kinds and days let them be one; ``place`` says how their places lie."""
    if place == "far":
        return "places"
    if _other_dead(a, b, rules):
        return "dead"
    if place in ROUNDS and _of_other_days(a, b):
        return "rounds"
    if place == "within" and _is_total_of_the_other(a, b, rules):
        return "total"
    if a.claim.report == b.claim.report:
        return _within_one_report(a, b, place=place, day=day, rules=rules)
    return "days" if day == "next" and are_named(a, b, rules) else None


def _of_other_days(a: Item, b: Item) -> bool:
    """Whether two days are said that differ, or one day and a stretch of several: rounds go on day after day."""
    if a.days is None or b.days is None or a.days == b.days:
        return False
    return None not in (a.exact, b.exact) or max(width(a.days), width(b.days)) > NIGHT


def _other_dead(a: Item, b: Item, rules: Rules) -> bool:
    """Whether each says that one person was killed and names another."""
    if not (_one_dead(a) and _one_dead(b)):
        return False
    some, others = (dead_of(item, rules) for item in (a, b))
    return bool(some) and bool(others) and not any(x & y for x, y in product(some, others))


def _one_dead(item: Item) -> bool:
    killed = [count for count in item.figures if count.harm == "killed"]
    return bool(killed) and all(count.low == count.high == 1 for count in killed)


def _is_total_of_the_other(a: Item, b: Item, rules: Rules) -> bool:
    """Whether one of the two counts an area, the other a spot, and they do not give the same figure.

    A day's toll is a total whatever it counts; any other figure of an area where the spot's cannot be the same.
    """
    areas = [item for item in (a, b) if item.spots and all(is_area(place, rules) for place in item.spots)]
    if len(areas) == 2:
        return _sums_up_another_act(a, b, rules) or _sums_up_another_act(b, a, rules)
    if not areas:
        return False
    alike = counts_alike(a, b)
    toll = any(count.period == "day" for count in areas[0].figures)
    return "count.differs" in alike or (toll and "count.equal" not in alike)


def _sums_up_another_act(whole: Item, part: Item, rules: Rules) -> bool:
    """Whether the first counts the people of a whole governorate, district or country, and another report tells of an act of
    another kind in a region of it: the sum may hold that act, and is not it."""
    if whole.claim.report == part.claim.report or not any(count.scope == "total" for count in whole.figures):
        return False
    levels = [{place.kind in WHOLES for place in item.spots} for item in (whole, part)]
    if levels != [{True}, {False}] or type_relation(whole, part, rules) in ("same", "family"):
        return False
    return "count.equal" not in counts_alike(whole, part)


def _within_one_report(a: Item, b: Item, *, place: str, day: str, rules: Rules) -> str | None:
    """A report that tells of two places or two days means two happenings, however near they lie.

    What it says of "yesterday", and again with the same figures and no day, is one.
    """
    if a.exact is not None and b.exact is not None and a.exact != b.exact and day != "told":
        return "report_days"
    if _harms_nobody_of(a, b) or _harms_nobody_of(b, a):
        return "report_harm"
    if not a.scenes or not b.scenes or place in ONE_PLACE:
        return None
    if place == "near" and _one_may_hold_the_other(a, b, rules):
        return None
    return "report_places"


def _harms_nobody_of(calm: Item, other: Item) -> bool:
    """Whether one is said to have harmed nobody, and the other counts people whom it harmed."""
    return calm.calm and any(count.harm in HARMED and (count.low or 0) > 0 for count in other.figures)


def _one_may_hold_the_other(a: Item, b: Item, rules: Rules) -> bool:
    radii = sorted(min(place.uncertainty_km or 0.0 for place in item.spots) for item in (a, b))
    areas = [is_area(place, rules) for item in (a, b) for place in item.spots]
    return any(areas) or radii[1] >= LIKE_SIZE * max(radii[0], 0.1)
