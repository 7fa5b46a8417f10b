"""A claim made ready for comparison: its settled date, and its names folded once."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Final

from tawatur.lang.fold import fold_key
from tawatur.lang.forms import ARTICLE
from tawatur.lang.vocabulary import claim_type
from tawatur.model.claim import Claim, ClaimDate
from tawatur.model.count import Count
from tawatur.model.party import PartyRef
from tawatur.model.place import PlaceRef
from tawatur.model.text import Span
from tawatur.record.rules import Rules

Days = tuple[date, date]
"""The first and the last day of a span."""
SPOKEN: Final = "spoken"
TOPIC: Final = "reference"
"""The role of a place that is only spoken of: it locates no event."""
_LEAST_WITH_ARTICLE: Final = 4
JOINED: Final = "\u0648\u0628\u0644"
"""Letters that stand before a word as "and", "with", "for"."""
SIDES: Final = ("countryside", "north", "south", "east", "west", "north-east", "north-west", "south-east", "south-west")
"""Relations that lead away from the place that is named: "the east of a town" is not the town."""
_folded = lru_cache(maxsize=65536)(fold_key)
"""A name folded once: the same few are met again and again."""
PERIODS: Final = ("incident", "day")
"""The periods whose figures are of the happening itself."""


_OF_DAYS: Final = ("date", "offset", "weekday")
"""Forms of times that name a day."""
_BESIDE_DAY: Final = 20
"""Characters between a day and its hour."""


@dataclass(frozen=True, slots=True)
class Item:
    """A claim with what is compared.

    ``kinds`` are its family and its type, as the lists of kin have them, and "spoken" for a denial or the like.
    ``actors`` and ``targets`` are ids, or folded names where a party has none; ``sides`` those of the actors; ``figures``
    the counts of persons of the happening itself. ``scenes`` are the places where it happened (of a statement also those
    that it speaks of), ``spots`` the most exact of them: "a town in the north of Aleppo" is not one place with every town
    of Aleppo.
    ``judged`` are the fields of the claim that a person set.
    ``days`` are the first and the last day, None where either is unknown; ``exact`` the day, where it is one.
    ``arms`` and ``objects`` are the kinds of arms and of things hit that it names, ``hours`` the parts of the day, by number.
    ``calm`` says that it is told to have harmed nobody.
    ``pact`` are those of the agreement that a breach speaks of, None where unknown and for all else.
    """

    claim: Claim
    settled: ClaimDate
    family: str
    kinds: tuple[str, ...]
    scenes: tuple[PlaceRef, ...]
    spots: tuple[PlaceRef, ...]
    ids: frozenset[str]
    names: frozenset[str]
    actors: frozenset[str]
    targets: frozenset[str]
    sides: frozenset[str]
    victims: tuple[frozenset[str], ...]
    weapons: frozenset[str]
    figures: tuple[Count, ...]
    id: str
    exact: date | None
    days: Days | None
    judged: frozenset[str] = frozenset()
    pact: Days | None = None
    arms: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    hours: frozenset[int] = frozenset()
    calm: bool = False


def item_of(
    claim: Claim, settled: ClaimDate, rules: Rules, *, judged: frozenset[str] = frozenset(), told: date | None = None,
    words: str = "",
) -> Item:  # fmt: skip
    """``claim`` ready for comparison under its ``settled`` date; ``told`` is the last day that its report can be of,
    ``words`` those of its clause, by which the arms are known that no mark holds.
    """
    scenes = tuple(place for place in claim.places if place.role in _roles(claim, rules))
    days = _days(claim, settled, told, rules)
    return Item(
        claim=claim,
        settled=settled,
        family=claim_type(claim.type).family,
        kinds=(claim_type(claim.type).family, f"={claim.type}", *((SPOKEN,) if claim.act in rules.spoken else ())),
        scenes=scenes,
        spots=spots_of(scenes, rules),
        ids=frozenset(place.id for place in scenes if place.id is not None),
        names=frozenset(name for place in scenes for name in place_keys(place)),
        actors=frozenset(map(party_key, claim.actors)),
        targets=frozenset(party_key(party) for party in claim.targets if party.kind != "civilians"),
        sides=frozenset(party.side for party in claim.actors if party.side is not None),
        victims=tuple(name_words(victim.name, rules) for victim in claim.victims),
        weapons=frozenset(weapon for _, weapon in claim.weapons),
        id=claim.id,
        exact=days[0] if days is not None and days[0] == days[1] else None,
        days=days,
        figures=tuple(count for count in claim.counts if count.period in PERIODS and count.measure == "persons"),
        judged=judged,
        arms=_arms(claim, words, rules),
        objects=_objects(claim, rules),
        hours=_hours(claim, rules),
    )


def happening(items: Sequence[Item], rules: Rules) -> tuple[Item, ...]:
    """Those of an event's claims that tell of it, without the statements that only speak of it; all where these are all."""
    return tuple(item for item in items if item.family not in rules.by_speaker) or tuple(items)


def _hours(claim: Claim, rules: Rules) -> frozenset[int]:
    """The parts of the day that a claim's times say, without an hour that stands away from every day said.

    "Yesterday … and they were buried at night" says no hour of yesterday's act.
    """
    spans = [proof.span for proof in claim.evidence if proof.field == "date"]
    placed = len(spans) == len(claim.times)
    days = [span for span, said in zip(spans, claim.times, strict=True) if said.form in _OF_DAYS] if placed else []
    return frozenset(
        rules.hours.index(said.part)
        for number, said in enumerate(claim.times)
        if said.part in rules.hours and (not days or any(_beside(spans[number], day) for day in days))
    )


def _beside(a: Span, b: Span) -> bool:
    return max(a.start, b.start) - min(a.end, b.end) <= _BESIDE_DAY


def _arms(claim: Claim, words: str, rules: Rules) -> frozenset[str]:
    """The kinds of arms that a claim names, by its weapons, its type and the words of its clause."""
    act = (word.lstrip(JOINED) for word in fold_key(words).split())
    said = (
        *(weapon for _, weapon in claim.weapons),
        f"={claim.type}",
        *(f"~{word.removeprefix(ARTICLE)}" for word in act),
    )
    return frozenset(rules.arms[one] for one in said if one in rules.arms)


def _objects(claim: Claim, rules: Rules) -> frozenset[str]:
    """The kinds of things that were hit, a car or a camp: as the targets or the places are called."""
    said = (*(party.said for party in claim.targets), *(place.said for place in claim.places if place.role == "scene"))
    words = (word.removeprefix(ARTICLE) for name in said for word in _folded(name).split())
    return frozenset(rules.objects[word] for word in words if word in rules.objects)


def _roles(claim: Claim, rules: Rules) -> tuple[str, ...]:
    """The roles of the places by which a claim is compared: a statement is known by what it speaks of."""
    return ("scene", TOPIC) if claim_type(claim.type).family in rules.by_speaker else ("scene",)


_TOLD: Final = attrgetter(*(field.name for field in fields(Claim) if field.name != "pack_version"))
_FROM_CLAIM: Final = frozenset((
    "claim", "family", "kinds", "scenes", "spots", "ids", "names", "actors", "targets", "sides", "victims", "weapons", "figures",
    "id", "exact", "objects", "hours",
))  # fmt: skip
_OWN: Final = attrgetter(*(field.name for field in fields(Item) if field.name not in _FROM_CLAIM))


def content_of(item: Item) -> tuple[object, ...]:
    """All that an item says, for a digest: its claim but for the version of the pack, and each field that does not follow
    from the claim and the rules alone.
    """
    own = (sorted(value) if isinstance(value, frozenset) else value for value in _OWN(item))
    return _TOLD(item.claim), *own


def _days(claim: Claim, settled: ClaimDate, told: date | None, rules: Rules) -> tuple[date, date] | None:
    """The first and the last day; a lasting state of which nobody says that it ended lasts until its report."""
    if settled.start is None or settled.end is None:
        return None
    lasts = claim_type(claim.type).family in rules.lasting and claim.phase != "lifted" and claim.status == "asserted"
    if lasts and told is not None and settled.said is not None:
        return settled.start, max(settled.end, told)
    return settled.start, settled.end


def is_area(place: PlaceRef, rules: Rules) -> bool:
    """Whether the place is an area (a governorate, a wide circle) and no spot."""
    return place.kind in rules.areas or (place.uncertainty_km or 0.0) > rules.wide_km


def is_side(place: PlaceRef, rules: Rules) -> bool:
    """Whether the place is a side of a city, or its countryside: wider than a spot, and not the city."""
    return place.relation in SIDES and (place.uncertainty_km or 0.0) >= rules.side_km


def spots_of(scenes: tuple[PlaceRef, ...], rules: Rules) -> tuple[PlaceRef, ...]:
    """The scenes without those that only say where the others lie: areas and cities beside smaller places."""
    exact = tuple(place for place in scenes if not is_area(place, rules))
    exact = tuple(place for place in exact if not is_side(place, rules)) or exact
    small = tuple(place for place in exact if (place.uncertainty_km or 0.0) < rules.city_km)
    return small or exact or scenes


def place_keys(place: PlaceRef) -> tuple[str, ...]:
    """The folded names of a place: as said, and as the gazetteer writes it."""
    keys = (_folded(place.said), _folded(place.name_ar or ""))
    return tuple(key for key in dict.fromkeys(keys) if key)


def ends_of(name: str) -> frozenset[str]:
    """A folded name with all that it begins or ends with, in whole words: "edge of X" and "northern X" hold X."""
    words = name.split()
    return frozenset(" ".join(part) for n in range(len(words)) for part in (words[n:], words[: len(words) - n]))


def party_key(party: PartyRef) -> str:
    """The id of a party, its folded name where no registry holds it."""
    return party.id if party.id is not None else fold_key(party.said)


def name_words(name: str, rules: Rules) -> frozenset[str]:
    """The folded words by which a person's name is compared: without articles, "servant of" in one with what follows."""
    words: list[str] = []
    head = ""
    for word in fold_key(name).split():
        bare = head + word if head else word.removeprefix(ARTICLE) if len(word) > _LEAST_WITH_ARTICLE else word
        head = bare if bare in rules.name_heads else ""
        words += [] if head else [bare]
    return frozenset([*words, head] if head else words)


def same_person(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two names (sets of folded words) can be one person's: two words in common, one name in the other."""
    return a == b or (len(a & b) >= 2 and (a <= b or b <= a))
