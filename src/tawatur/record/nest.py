"""Events that lie in another: happenings of one day inside the day's toll of their governorate."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from tawatur.lang.vocabulary import claim_type
from tawatur.model.event import Event
from tawatur.record.item import is_area
from tawatur.record.rules import Rules

Key = tuple[date, str]
GRADES_SET_ASIDE: Final = ("discounted",)


def nest_events(events: Sequence[Event], rules: Rules) -> tuple[Event, ...]:
    """The events, with ``contains`` and ``within`` where a day's toll of an area holds that day's happenings in it.

    Where an area has two such tolls for one day nothing is nested: nobody says which of them counts what.
    """
    tolls: defaultdict[Key, list[str]] = defaultdict(list)
    inside: defaultdict[Key, list[str]] = defaultdict(list)
    for event in events:
        key = _key(event, rules)
        if key is not None:
            (tolls if _is_toll(event, rules) else inside)[key].append(event.id)
    pairs = [(held[0], inside[key]) for key, held in tolls.items() if len(held) == 1]
    contains = {toll: tuple(sorted(ids)) for toll, ids in pairs if ids}
    within = {event: toll for toll, ids in contains.items() for event in ids}
    return tuple(replace(event, contains=contains.get(event.id, ()), within=within.get(event.id)) for event in events)


def _key(event: Event, rules: Rules) -> Key | None:
    """Day and governorate of a violent event of one day; None for others."""
    place = event.place
    if place is None or place.admin1 is None or event.start is None or event.start != event.end:
        return None
    if claim_type(event.type).family not in rules.violent or event.grade.name in GRADES_SET_ASIDE:
        return None
    return event.start, place.admin1


def _is_toll(event: Event, rules: Rules) -> bool:
    """Whether an event is a day's toll of an area: so placed, and so counted."""
    place = event.place
    return place is not None and is_area(place, rules) and any(count.period == "day" for count in event.counts)
