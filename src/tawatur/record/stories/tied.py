"""Events tied into stories by place, parties and reference: a siege with its shelling, talks, truces and evacuations."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import takewhile
from typing import Final

from tawatur.chain.joined import components
from tawatur.lang.fold import fold_key
from tawatur.lang.gazetteer import km
from tawatur.model.event import Event
from tawatur.model.place import PlaceRef
from tawatur.model.story import Agreement, Story, Tie, story_id
from tawatur.record.context import Context
from tawatur.record.grouping.group import Group
from tawatur.record.item import is_area, party_key
from tawatur.record.rules import Rules
from tawatur.record.withheld import ATTACHED
from tawatur.record.words import Said, named

Month = tuple[int, int]
DAYS_A_STEP: Final = 28
"""No month is shorter: steps of so many days miss none."""
LATE: Final = "9999"
"""Sorts what has no day behind what has one."""


@dataclass(frozen=True, slots=True)
class _Seed:
    """The events that a story is made around: one siege as several events tell it, or one agreement."""

    kind: str
    core: tuple[Event, ...]
    start: date
    end: date
    places: tuple[PlaceRef, ...]
    parties: frozenset[str]
    sides: frozenset[str]
    reports: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Told:
    """An event that may belong to a story: its place, that which people left, or else the words that may name one."""

    event: Event
    place: PlaceRef | None
    words: Sequence[str]


def tell_stories(
    events: Sequence[Event],
    agreements: Sequence[Agreement],
    groups: Mapping[str, Group],
    context: Context,
    *,
    happened: frozenset[str],
) -> tuple[Story, ...]:
    """The stories of a case, sorted by id. ``happened`` are the ids of events that somebody says took place.

    A siege draws what happened at its place in its days and what speaks of it; an agreement that no siege draws, its
    breaches and the talks around it. Each event belongs to the story that most ties it to, and to no other.
    """
    told = [event for event in events if event.id in happened and event.grade.name != "discounted"]
    sieges = _seeds("siege", [event for event in told if event.type in context.rules.story_cores], context.rules)
    drawn = _drawn(told, sieges, groups, context)
    taken = {event.id for seed in sieges for event in seed.core} | set(drawn)
    broken = {agreement.event for agreement in agreements if agreement.breaches}
    free = [event for event in told if event.id not in taken]
    pacts = _seeds("agreement", [event for event in free if event.id in broken], context.rules)
    cores = {event.id for seed in pacts for event in seed.core}
    later = [event for event in free if event.id not in cores and event.type in context.rules.story_talks]
    drawn |= _drawn(later, pacts, groups, context)
    by_id, pact_of = {event.id: event for event in told}, {one.event: one.id for one in agreements}
    held: defaultdict[str, list[tuple[Event, tuple[str, ...]]]] = defaultdict(list)
    for event, (seed, reasons) in drawn.items():
        held[seed.core[0].id].append((by_id[event], reasons))
    made = [_story(seed, held[seed.core[0].id], pact_of, context) for seed in (*sieges, *pacts)]
    return tuple(sorted((story for story in made if len(story.ties) > 1), key=lambda story: story.id))


def _seeds(kind: str, cores: Sequence[Event], rules: Rules) -> list[_Seed]:
    """The seeds of one kind: core events at one place whose days meet are one."""
    placed = (event for event in cores if event.start and event.end and event.place)
    dated = sorted(placed, key=lambda event: (str(event.start), event.id))
    links = [
        (a.id, b.id)
        for number, a in enumerate(dated)
        for b in takewhile(partial(_meet, a), dated[number + 1 :])
        if _place(a.place, [b.place] if b.place else [], rules) == "place"
    ]
    roots = components({event.id for event in dated}, links)
    held: defaultdict[str, list[Event]] = defaultdict(list)
    for event in dated:
        held[roots[event.id]].append(event)
    return [_seed(kind, held[root]) for root in sorted(held)]


def _meet(a: Event, b: Event) -> bool:
    """Whether ``b``, which begins no earlier than ``a``, begins before that ends."""
    return bool(a.end and b.start and b.start <= a.end)


def _seed(kind: str, core: Sequence[Event]) -> _Seed:
    parties = [party.party for event in core for party in event.parties if party.role != "sponsor"]
    return _Seed(
        kind, tuple(core), min(event.start for event in core if event.start), max(event.end for event in core if event.end),
        tuple(event.place for event in core if event.place), frozenset(map(party_key, parties)),
        frozenset(party.side for party in parties if party.side), frozenset(r for event in core for r in event.reports),
    )  # fmt: skip


def _drawn(
    events: Iterable[Event], seeds: Sequence[_Seed], groups: Mapping[str, Group], context: Context
) -> dict[str, tuple[_Seed, tuple[str, ...]]]:
    """For each event the seed that most ties it to, with what ties it; events that nothing ties are left out."""
    rules = context.rules
    in_cores = {event.id for seed in seeds for event in seed.core}
    by_month = _by_month(seeds, rules)
    found = {}
    for event in events:
        if event.id in in_cores or event.type not in rules.story_parts or event.start is None:
            continue
        group = groups[event.id]
        where = event.place or _left(group)
        words = _words(group, context) if where is None else []
        told = _Told(event, where, words)
        tied = [(seed, reasons) for seed in by_month[_month(event.start)] if (reasons := _reasons(told, seed, rules))]
        if tied:
            found[event.id] = max(tied, key=lambda pair: (_points(pair[1], rules), pair[0].start, pair[0].core[0].id))
    return found


def _by_month(seeds: Iterable[_Seed], rules: Rules) -> defaultdict[Month, list[_Seed]]:
    """The seeds by each month in which an event of theirs may begin: of all the sieges of a war few are near an event."""
    found: defaultdict[Month, list[_Seed]] = defaultdict(list)
    for seed in seeds:
        day, last = _window(seed, rules)
        months = {_month(day + timedelta(days=days)) for days in range(0, (last - day).days + 1, DAYS_A_STEP)}
        for month in sorted({*months, _month(last)}):
            found[month].append(seed)
    return found


def _month(day: date) -> Month:
    return day.year, day.month


def _window(seed: _Seed, rules: Rules) -> tuple[date, date]:
    """The first and the last day of what may belong to a story."""
    before, after = (timedelta(days=rules.story_points[name]) for name in ("days_before", "days_after"))
    return seed.start - before, seed.end + after


def _left(group: Group) -> PlaceRef | None:
    """The place that people were moved from, where nothing says where it happened."""
    return next((place for item in group for place in item.claim.places if place.role == "origin"), None)


def _reasons(told: _Told, seed: _Seed, rules: Rules) -> tuple[str, ...]:
    """What ties an event to a story, empty where it is too little."""
    event = told.event
    if not _in_time(event, seed, rules):
        return ()
    where = _place(told.place, seed.places, rules)
    if where == "elsewhere":
        return ()
    parties = [party.party for party in event.parties]
    shared = seed.parties & frozenset(map(party_key, parties)) or seed.sides & {
        party.side for party in parties if party.side
    }
    reasons = [where] if where else ["named"] if _names(seed, told.words) else []
    reasons += ["parties"] if shared else []
    reasons += ["reference"] if seed.reports & set(event.reports) else []
    return tuple(reasons) if _points(reasons, rules) >= rules.story_points["join"] else ()


def _words(group: Group, context: Context) -> list[str]:
    """The folded words of an event's clauses."""
    found = []
    for item in group:
        report = context.reports[item.claim.report]
        text = report.text if item.claim.where == "body" else report.title
        if text is not None:
            found += fold_key(text.chars[item.claim.clause.start : item.claim.clause.end]).split()
    return found


def _names(seed: _Seed, words: Sequence[str]) -> bool:
    """Whether the words name a place of the story, as part of a party's name, say."""
    names = [fold_key(place.name_ar or place.said).split() for place in seed.places]
    return any(
        words[at + 1 : at + len(name)] == name[1:] and (word == name[0] or (word[1:] == name[0] and word[0] in ATTACHED))
        for name in names if name
        for at, word in enumerate(words)
    )  # fmt: skip


def _points(reasons: Iterable[str], rules: Rules) -> float:
    return sum(rules.story_points[reason] for reason in reasons)


def _in_time(event: Event, seed: _Seed, rules: Rules) -> bool:
    if event.start is None or event.end is None:
        return False
    first, last = _window(seed, rules)
    return first <= event.start and event.end <= last


def _place(own: PlaceRef | None, places: Sequence[PlaceRef], rules: Rules) -> str | None:
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
    if is_area(a, rules) or is_area(b, rules):
        if a.admin1 is None or b.admin1 is None:
            return None
        return "area" if a.admin1 == b.admin1 else "elsewhere"
    apart, radii = km(a.lat, a.lon, b.lat, b.lon), ((a.uncertainty_km or 0.0), (b.uncertainty_km or 0.0))
    if apart > sum(radii):
        return "elsewhere"
    return "area" if max(radii) >= rules.city_km > min(radii) else "place"


def _story(
    seed: _Seed, drawn: Sequence[tuple[Event, tuple[str, ...]]], pact_of: Mapping[str, str], context: Context
) -> Story:
    core = tuple(event.id for event in seed.core)
    ties = [Tie(event.id, _part(event, context.rules), ("core",)) for event in seed.core]
    ties += [Tie(event.id, _part(event, context.rules), reasons) for event, reasons in drawn]
    events = {event.id: event for event in (*seed.core, *(event for event, _ in drawn))}
    ties.sort(key=lambda tie: (str(events[tie.event].start or LATE), str(events[tie.event].end or LATE), tie.event))
    held = [events[tie.event] for tie in ties]
    place = min(seed.places, key=lambda place: (is_area(place, context.rules), place.uncertainty_km or 0.0, place.said))
    title = _title(seed.kind, place, seed, context)
    return Story(
        story_id(core), seed.kind, title.ar, title.en,
        min((event.start for event in held if event.start), default=None),
        max((event.end for event in held if event.end), default=None),
        place, core, tuple(ties), tuple(sorted(pact_of[event] for event in events if event in pact_of)),
        tuple(sorted({report for event in held for report in event.reports})),
    )  # fmt: skip


def _title(kind: str, place: PlaceRef, seed: _Seed, context: Context) -> Said:
    where = Said(place.name_ar or place.said, place.name_en or place.said)
    return context.words.say(
        "title", "with_place", type=named("type", kind), place=where, day=context.words.days(seed.start, seed.end)
    )


def _part(event: Event, rules: Rules) -> str:
    return next((part for part, types in rules.story_parts_of.items() if event.type in types), "other")


def tied(events: Iterable[Event], stories: Sequence[Story], agreements: Sequence[Agreement]) -> Iterator[Event]:
    """The events with their story and their agreement: the one that they are, break or end."""
    story = {tie.event: one.id for one in stories for tie in one.ties}
    pact: dict[str, str] = {}
    for one in agreements:
        for breach in one.breaches:
            pact[breach.event] = one.id
    pact |= {one.event: one.id for one in agreements}
    for event in events:
        yield replace(event, story=story.get(event.id), agreement=pact.get(event.id))


def with_stories(agreements: Iterable[Agreement], stories: Iterable[Story]) -> tuple[Agreement, ...]:
    """The ledgers, each with the story that its agreement belongs to."""
    story = {tie.event: one.id for one in stories for tie in one.ties}
    return tuple(replace(one, story=story.get(one.event)) for one in agreements)
