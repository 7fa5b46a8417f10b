"""What stories are made around: sieges, offensives and agreements, each at one place and in its days."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import takewhile
from typing import Final

from tawatur.chain.joined import components
from tawatur.lang.gazetteer import km
from tawatur.model.event import Event
from tawatur.model.place import PlaceRef
from tawatur.record.grouping.group import Group
from tawatur.record.item import is_area, party_key
from tawatur.record.rules import Rules

SIEGE, CAMPAIGN, AGREEMENT = "siege", "campaign", "agreement"
LIFTED: Final = "lifted"


@dataclass(frozen=True, slots=True)
class Seed:
    """The events that a story is made around: one siege as several events tell it, one offensive or one agreement.

    ``ended`` is the day on which it is told to have been lifted, None where nobody says so, or somebody tells of it later.
    """

    kind: str
    core: tuple[Event, ...]
    start: date
    end: date
    ended: date | None
    places: tuple[PlaceRef, ...]
    parties: frozenset[str]
    sides: frozenset[str]
    reports: frozenset[str]


def seeds_of(kind: str, cores: Iterable[Event], groups: Mapping[str, Group], rules: Rules) -> list[Seed]:
    """The seeds of one kind: core events at one place whose days meet, or nearly do, are one."""
    placed = (event for event in cores if event.start and event.end and event.place)
    dated = sorted(placed, key=lambda event: (str(event.start), event.id))
    days = timedelta(days=rules.story_points[f"gap_of_{kind}"])
    links = [
        (a.id, b.id)
        for number, a in enumerate(dated)
        for b in takewhile(partial(_meet, a, days), dated[number + 1 :])
        if lies(a.place, [b.place] if b.place else [], rules) == "place" and (kind != AGREEMENT or _share(a, b))
    ]
    roots = components({event.id for event in dated}, links)
    held: defaultdict[str, list[Event]] = defaultdict(list)
    for event in dated:
        held[roots[event.id]].append(event)
    return [_seed(kind, held[root], groups) for root in sorted(held)]


def _meet(a: Event, days: timedelta, b: Event) -> bool:
    """Whether ``b``, which begins no earlier than ``a``, begins before that ends, or few ``days`` later."""
    return bool(a.end and b.start and b.start <= a.end + days)


def _share(a: Event, b: Event) -> bool:
    """Whether two events have a party or a side in common, or one of them names none."""
    one, other = ({party_key(row.party) for row in event.parties} | _sides(event) for event in (a, b))
    return not one or not other or bool(one & other)


def _sides(event: Event) -> set[str]:
    return {row.party.side for row in event.parties if row.party.side}


def _seed(kind: str, core: Sequence[Event], groups: Mapping[str, Group]) -> Seed:
    parties = [party.party for event in core for party in event.parties if party.role != "sponsor"]
    end = max(event.end for event in core if event.end)
    lifted = [item.days[1] for event in core for item in groups[event.id] if item.claim.phase == LIFTED and item.days]
    last = max(lifted, default=None)
    return Seed(
        kind, tuple(core), min(event.start for event in core if event.start), end,
        last if last is not None and last >= end else None,
        tuple(event.place for event in core if event.place), frozenset(map(party_key, parties)),
        frozenset(party.side for party in parties if party.side), frozenset(r for event in core for r in event.reports),
    )  # fmt: skip


def window(seed: Seed, rules: Rules) -> tuple[date, date]:
    """The first and the last day of what may belong to a story."""
    before, after = (timedelta(days=rules.story_points[name]) for name in ("days_before", "days_after"))
    return seed.start - before, seed.end + after


def lies(own: PlaceRef | None, places: Sequence[PlaceRef], rules: Rules) -> str | None:
    """How a place lies to those of a story: at its "place", in or over its "area", "elsewhere"; None where unknown."""
    if own is None or not places:
        return None
    found = [_lies(own, place, rules) for place in places]
    return next((how for how in ("place", "area", None) if how in found), "elsewhere")


def _lies(a: PlaceRef, b: PlaceRef, rules: Rules) -> str | None:
    if a.id is not None and a.id == b.id:
        return "area" if is_area(a, rules) else "place"
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    apart, radii = km(a.lat, a.lon, b.lat, b.lon), ((a.uncertainty_km or 0.0), (b.uncertainty_km or 0.0))
    if is_area(a, rules) or is_area(b, rules):
        if a.admin1 is None or b.admin1 is None:  # a region or a country, which may hold the other
            return "elsewhere" if apart > sum(radii) + rules.far_km else None
        return "area" if a.admin1 == b.admin1 else "elsewhere"
    if apart > sum(radii):
        return "elsewhere"
    return "area" if max(radii) >= rules.city_km > min(radii) else "place"
