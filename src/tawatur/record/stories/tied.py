"""Events tied into stories by place, parties and reference: a siege with its shelling, talks, truces and evacuations."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from tawatur.model.event import Event
from tawatur.model.story import Agreement, Story, Tie, story_id
from tawatur.record.context import Context
from tawatur.record.grouping.group import Group
from tawatur.record.item import is_area
from tawatur.record.rules import Rules
from tawatur.record.stories.drawing import Drawn, drawn_by
from tawatur.record.stories.seeds import AGREEMENT, CAMPAIGN, SIEGE, Seed, seeds_of
from tawatur.record.words import Said

LATE: Final = "9999"
"""Sorts what has no day behind what has one."""
LEAST: Final = {SIEGE: 2, AGREEMENT: 2, CAMPAIGN: 3}
"""How many events make a story."""

Held = list[tuple[Event, tuple[str, ...]]]
"""The events that a seed draws, each with what ties it."""


def tell_stories(
    events: Sequence[Event],
    agreements: Sequence[Agreement],
    groups: Mapping[str, Group],
    context: Context,
    *,
    happened: frozenset[str],
) -> tuple[Story, ...]:
    """The stories of a case, sorted by id. ``happened`` are the ids of events that somebody says took place.

    A siege draws what happened at its place in its days and what speaks of it; an offensive and an agreement that no siege
    draws, what is tied to them. Each event belongs to the story that most ties it to, and to no other.
    """
    told = [event for event in events if event.id in happened and event.grade.name != "discounted"]
    broken = {agreement.event for agreement in agreements if agreement.breaches}
    pact_of = {one.event: one.id for one in agreements}
    free = told
    made: list[Story] = []
    for kind in (SIEGE, CAMPAIGN, AGREEMENT):
        seeds = seeds_of(
            kind, [event for event in free if _is_core(event, kind, broken, context.rules)], groups, context.rules
        )
        drawn = drawn_by(free, seeds, groups, context)
        found = [
            (seed, held)
            for seed, held in _held(seeds, drawn, free)
            if _is_told(seed, held, broken=broken, rules=context.rules)
        ]
        taken = {event.id for seed, held in found for event in (*seed.core, *(event for event, _ in held))}
        free = [event for event in free if event.id not in taken]
        made += [_story(seed, held, pact_of, context) for seed, held in found]
    return tuple(sorted(made, key=lambda story: story.id))


def _is_core(event: Event, kind: str, broken: Collection[str], rules: Rules) -> bool:
    """Whether a story of this kind may be made around the event.

    Only a siege may last for months, and only a siege and an agreement that was broken may be of an area: an offensive
    "since the beginning of the year", or on a whole countryside, is many, told together.
    """
    if event.type not in rules.story_cores[kind] or event.place is None or event.start is None or event.end is None:
        return False
    if kind == SIEGE or (kind == AGREEMENT and event.id in broken):
        return True
    short = (event.end - event.start).days < rules.story_points["widest_core"]
    return short and not is_area(event.place, rules)


def _held(seeds: Sequence[Seed], drawn: Drawn, events: Iterable[Event]) -> Iterator[tuple[Seed, Held]]:
    by_id = {event.id: event for event in events}
    held: defaultdict[str, Held] = defaultdict(list)
    for event, (seed, reasons) in drawn.items():
        held[seed.core[0].id].append((by_id[event], reasons))
    return ((seed, held[seed.core[0].id]) for seed in seeds)


def _is_told(seed: Seed, held: Held, *, broken: Collection[str], rules: Rules) -> bool:
    """Whether there is a story to tell. An offensive wants more than violence in it, and an agreement that nobody says
    was broken more than talks of it."""
    if len(seed.core) + len(held) < LEAST[seed.kind]:
        return False
    if seed.kind == CAMPAIGN:
        return any(_tells_of_more(event, {"violence"}, rules) for event in (*seed.core, *(event for event, _ in held)))
    if seed.kind == AGREEMENT:
        is_broken = any(event.id in broken for event in seed.core)
        return is_broken or any(_tells_of_more(event, {"agreement", "talks"}, rules) for event, _ in held)
    return True


def _tells_of_more(event: Event, parts: Collection[str], rules: Rules) -> bool:
    """Whether an event is more than these parts, by its type or by one that it did not take: a flight from an attack is
    an event of the attack."""
    types = {event.type, *(choice.value for choice in event.choices if choice.field == "type")}
    return not {_part_of(kind, rules) for kind in types} <= set(parts)


def _story(seed: Seed, drawn: Held, pact_of: Mapping[str, str], context: Context) -> Story:
    core = tuple(event.id for event in seed.core)
    ties = [Tie(event.id, _part(event, context.rules), ("core",)) for event in seed.core]
    ties += [Tie(event.id, _part(event, context.rules), reasons) for event, reasons in drawn]
    events = {event.id: event for event in (*seed.core, *(event for event, _ in drawn))}
    ties.sort(key=lambda tie: (str(events[tie.event].start or LATE), str(events[tie.event].end or LATE), tie.event))
    held = [events[tie.event] for tie in ties]
    start = min((event.start for event in held if event.start), default=None)
    end = max((event.end for event in held if event.end), default=None)
    place = min(seed.places, key=lambda place: (is_area(place, context.rules), place.uncertainty_km or 0.0, place.said))
    where = Said(place.name_ar or place.said, place.name_en or place.said)
    title = context.words.say("story_title", seed.kind, place=where, day=context.words.days(start, end))
    return Story(
        story_id(core), seed.kind, title.ar, title.en, start, end, place, core, tuple(ties),
        tuple(sorted(pact_of[event] for event in events if event in pact_of)),
        tuple(sorted({report for event in held for report in event.reports})), seed.ended,
    )  # fmt: skip


def _part(event: Event, rules: Rules) -> str:
    return _part_of(event.type, rules)


def _part_of(kind: str, rules: Rules) -> str:
    return next((part for part, types in rules.story_parts_of.items() if kind in types), "other")


def tied(events: Iterable[Event], stories: Sequence[Story], agreements: Sequence[Agreement]) -> Iterator[Event]:
    """The events with their story and their agreement: the one that they are, break or end."""
    story = {tie.event: one.id for one in stories for tie in one.ties}
    pact: dict[str, str] = {}
    for one in agreements:
        for breach in one.breaches:
            pact[breach.event] = one.id
    pact |= {one.event: one.id for one in agreements}
    for event in events:
        told, meant = story.get(event.id), pact.get(event.id)
        yield event if (event.story, event.agreement) == (told, meant) else replace(event, story=told, agreement=meant)


def with_stories(agreements: Iterable[Agreement], stories: Iterable[Story]) -> tuple[Agreement, ...]:
    """The ledgers, each with the story that its agreement belongs to."""
    story = {tie.event: one.id for one in stories for tie in one.ties}
    return tuple(replace(one, story=story.get(one.event)) for one in agreements)
