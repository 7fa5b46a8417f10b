"""Which events a story draws: what ties each to it in place, time, parties and reports, and whether that is enough."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tawatur.lang.fold import fold_key
from tawatur.model.event import Event
from tawatur.model.place import PlaceRef
from tawatur.record.alike.places import homonyms
from tawatur.record.context import Context
from tawatur.record.grouping.group import Group
from tawatur.record.item import is_area, party_key
from tawatur.record.rules import Rules
from tawatur.record.stories.seeds import SIEGE, Seed, lies, window
from tawatur.record.withheld import ATTACHED

Month = tuple[int, int]
Drawn = dict[str, tuple[Seed, tuple[str, ...]]]
"""For each event, by id, the seed that most ties it, with what ties it."""
DAYS_A_STEP: Final = 28
"""No month is shorter: steps of so many days miss none."""
VIOLENCE: Final = "violence"


@dataclass(frozen=True, slots=True)
class _Told:
    """An event that may belong to a story: its place, that which people left, or else the words that may name one.

    ``bare`` says that no report of it says in which area its place lies.
    """

    event: Event
    place: PlaceRef | None
    words: Sequence[str]
    bare: bool = False


def drawn_by(events: Iterable[Event], seeds: Sequence[Seed], groups: Mapping[str, Group], context: Context) -> Drawn:
    """For each event the seed that most ties it, with what ties it; events that nothing ties are left out."""
    rules = context.rules
    in_cores = {event.id for seed in seeds for event in seed.core}
    by_month = _by_month(seeds, rules)
    found: Drawn = {}
    for event in events:
        if event.id in in_cores or event.type not in rules.story_parts or event.start is None:
            continue
        group = groups[event.id]
        where = event.place or _left(group)
        words = _words(group, context) if where is None else []
        told = _Told(event, where, words, not any(is_area(scene, rules) for item in group for scene in item.scenes))
        tied = [(seed, reasons) for seed in by_month[_month(event.start)] if (reasons := _reasons(told, seed, rules))]
        if tied:
            found[event.id] = max(tied, key=lambda pair: (_points(pair[1], rules), pair[0].start, pair[0].core[0].id))
    return found


def _by_month(seeds: Iterable[Seed], rules: Rules) -> defaultdict[Month, list[Seed]]:
    """The seeds by each month in which an event of theirs may begin: of all the sieges of a war few are near an event."""
    found: defaultdict[Month, list[Seed]] = defaultdict(list)
    for seed in seeds:
        day, last = window(seed, rules)
        months = {_month(day + timedelta(days=days)) for days in range(0, (last - day).days + 1, DAYS_A_STEP)}
        for month in sorted({*months, _month(last)}):
            found[month].append(seed)
    return found


def _month(day: date) -> Month:
    return day.year, day.month


def _left(group: Group) -> PlaceRef | None:
    """The place that people were moved from, where nothing says where it happened."""
    return next((place for item in group for place in item.claim.places if place.role == "origin"), None)


def _words(group: Group, context: Context) -> list[str]:
    """The folded words of an event's clauses."""
    found = []
    for item in group:
        report = context.reports[item.claim.report]
        text = report.text if item.claim.where == "body" else report.title
        if text is not None:
            found += fold_key(text.chars[item.claim.clause.start : item.claim.clause.end]).split()
    return found


def _reasons(told: _Told, seed: Seed, rules: Rules) -> tuple[str, ...]:
    """What ties an event to a story, empty where it is too little."""
    event = told.event
    if not _in_time(event, seed, rules):
        return ()
    where = lies(told.place, seed.places, rules)
    if where == "elsewhere":
        if not _may_be_misread(told, seed):
            return ()
        where = "named"
    parties = [party.party for party in event.parties]
    shared = seed.parties & frozenset(map(party_key, parties)) or seed.sides & {
        party.side for party in parties if party.side
    }
    reasons = [where] if where else ["named"] if _names(seed, told.words) else []
    reasons += ["parties"] if shared else []
    reasons += ["reference"] if seed.reports & set(event.reports) else []
    enough = _points(reasons, rules) >= _needed(event, seed, rules)
    return tuple(reasons) if enough and not _only_of_one_area(told, seed, reasons, rules) else ()


def _may_be_misread(told: _Told, seed: Seed) -> bool:
    """Whether the event's place bears the name of one of the story's, and was only read as another place of that name."""
    place = told.place
    return told.bare and place is not None and any(homonyms(place, one) for one in seed.places)


def _needed(event: Event, seed: Seed, rules: Rules) -> float:
    """The points from which the event belongs to the story.

    An act of violence outside the days of a siege needs more: there is fighting at most places of a war in most weeks. So
    does all but talks and what comes of them around an offensive or an agreement.
    """
    outside = event.start is None or event.start > seed.end or event.end is None or event.end < seed.start
    if seed.kind == SIEGE:
        loose = outside and event.type in rules.story_parts_of[VIOLENCE]
    else:
        loose = event.type not in rules.story_talks
    return rules.story_points["join_loosely" if loose else "join"]


def _only_of_one_area(told: _Told, seed: Seed, reasons: Sequence[str], rules: Rules) -> bool:
    """Whether the event is at a spot of the area of which the story is told, and no report tells of both."""
    spot = told.place is not None and not is_area(told.place, rules)
    return spot and "reference" not in reasons and all(is_area(place, rules) for place in seed.places)


def _in_time(event: Event, seed: Seed, rules: Rules) -> bool:
    """Whether the event lies in the days of the story; violence never lies behind the end of the siege."""
    if event.start is None or event.end is None:
        return False
    first, last = window(seed, rules)
    if seed.ended is not None and event.start > seed.ended and event.type in rules.story_parts_of[VIOLENCE]:
        return False
    return first <= event.start and event.end <= last


def _names(seed: Seed, words: Sequence[str]) -> bool:
    """Whether the words name a place of the story, as part of a party's name, say."""
    names = [fold_key(place.name_ar or place.said).split() for place in seed.places]
    return any(
        words[at + 1 : at + len(name)] == name[1:] and (word == name[0] or (word[1:] == name[0] and word[0] in ATTACHED))
        for name in names if name
        for at, word in enumerate(words)
    )  # fmt: skip


def _points(reasons: Iterable[str], rules: Rules) -> float:
    return sum(rules.story_points[reason] for reason in reasons)
