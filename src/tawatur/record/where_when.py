"""The day and the place of an event, from those of its claims."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from tawatur.lang.fold import fold_key
from tawatur.model.place import PlaceRef
from tawatur.record.item import Item, is_area
from tawatur.record.rules import Rules
from tawatur.record.wounds import died_later

Days = tuple[date, date]


def event_days(items: Sequence[Item], *, lasting: bool) -> tuple[Days | None, str]:
    """First and last day with the precision: what all dated claims have in common, else all that they cover.

    A ``lasting`` event, such as a siege, covers whatever its claims cover.

    (None, "unknown") where no claim is dated. Claims without a date, denials beside what they deny, and the later death
    of somebody who was wounded in it, say nothing; where one claim is told with a time, nor does the mere day of a report.
    """
    telling = [item for item in items if item.claim.status != "denied"] or list(items)
    telling = [item for item in telling if not died_later(item)] or telling
    if not lasting:
        telling = [item for item in telling if item.settled.said is not None and item.days is not None] or telling
    known = [item.days for item in telling if item.days is not None]
    if not known:
        return None, "unknown"
    common = (max(start for start, _ in known), min(end for _, end in known))
    covered = (min(start for start, _ in known), max(end for _, end in known))
    days = covered if lasting or common[0] > common[1] else common
    said = {item.settled.precision for item in telling if (item.settled.start, item.settled.end) == days}
    return days, _precision(days, said)


def _precision(days: Days, said: set[str]) -> str:
    """The precision that a claim of just these days has; "day" or "span" where there is none."""
    if len(said) == 1:
        return said.pop()
    return "day" if days[0] == days[1] else "span"


def event_place(
    items: Sequence[Item], rules: Rules, tellers: Mapping[str, str]
) -> tuple[PlaceRef | None, tuple[str, ...]]:
    """The best scene and all scenes' names as said, the best one's first. (None, ()) where no scene was said.

    Best is a spot before an area, a resolved one before a mere name, then what more tellers name, then the smaller.
    ``tellers`` are the claims' tellers, by claim id.
    """
    told: defaultdict[str, set[str]] = defaultdict(set)
    claims: defaultdict[str, int] = defaultdict(int)
    places: dict[str, PlaceRef] = {}
    for item in items:
        for place in item.spots:
            key = place.id or fold_key(place.said)
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

    ranked = sorted(places, key=rank)
    return places[ranked[0]], _names(ranked, items)


def _place_order(place: PlaceRef) -> tuple[int, str]:
    """Of several wordings of one place the shortest stands, then the first by letters."""
    return len(place.said), place.said


def _names(ranked: Sequence[str], items: Iterable[Item]) -> tuple[str, ...]:
    """The distinct names as said, by the rank of their places, then by letters."""
    order = {key: number for number, key in enumerate(ranked)}
    last = len(ranked)
    said = {(order.get(place.id or fold_key(place.said), last), place.said) for item in items for place in item.scenes}
    return tuple(dict.fromkeys(name for _, name in sorted(said)))
