"""What an event is, where and by whom, settled by its tellers; the values that were not taken are kept beside it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tawatur.lang.fold import fold_key
from tawatur.model.event import Choice, EventParty
from tawatur.model.party import PartyRef
from tawatur.model.place import PlaceRef
from tawatur.record.context import Context
from tawatur.record.item import Item, party_key
from tawatur.record.settling.where import located
from tawatur.record.words import named

ROLES = ("actor", "target", "sponsor")

Told = tuple[str, str, str | None, str | None]
"""One claim's value: claim id, value, its Arabic and its English name."""


def type_of(group: Sequence[Item], context: Context) -> str:
    """The type that most tellers give, then that of most claims, then the first by name.

    General ones come last, and what follows on violence comes behind it.
    """
    tellers = _tellers_by_type(group, context)
    claims = Counter(item.claim.type for item in group)
    general, follows = context.rules.general, context.rules.follows
    behind = follows if any(item.family in context.rules.violent for item in group) else frozenset()
    return min(tellers, key=lambda kind: (kind in behind, kind in general, -len(tellers[kind]), -claims[kind], kind))


def _tellers_by_type(group: Sequence[Item], context: Context) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for item in group:
        found[item.claim.type].add(context.tellers[item.id])
    return found


def parties_of(group: Sequence[Item]) -> tuple[EventParty, ...]:
    """Each party once a role, as the first claim by id has it, with all claims that name it so."""
    told: defaultdict[tuple[int, str], list[tuple[str, PartyRef]]] = defaultdict(list)
    for item in group:
        for role, parties in enumerate((item.claim.actors, item.claim.targets, item.claim.sponsors)):
            for party in parties:
                told[role, party_key(party)].append((item.id, party))
    return tuple(
        EventParty(ROLES[role], held[0][1], tuple(sorted({claim for claim, _ in held})))
        for (role, _), held in sorted(told.items(), key=lambda entry: entry[0])
    )


def choices_of(group: Sequence[Item], *, kind: str, place: PlaceRef | None, context: Context) -> tuple[Choice, ...]:
    """Every type, place and actor that the claims give, where they give more than one: the taken first, then by tellers."""
    taken = {"type": kind, "place": _place_key(place) if place else None, "actor": None}
    told = {"type": list(_types(group)), "place": list(_places(group)), "actor": list(_actors(group))}
    return tuple(
        choice for field, values in told.items()
        if len({value for _, value, _, _ in values}) > 1
        for choice in _choices(field, values, taken[field], context)
    )  # fmt: skip


def _types(group: Iterable[Item]) -> Iterator[Told]:
    for item in group:
        name = named("type", item.claim.type)
        yield item.id, item.claim.type, name.ar, name.en


def _places(group: Iterable[Item]) -> Iterator[Told]:
    for item in group:
        for place in located(item.spots):
            yield item.id, _place_key(place), place.name_ar or place.said, place.name_en


def _place_key(place: PlaceRef) -> str:
    return place.id or fold_key(place.said)


def _actors(group: Iterable[Item]) -> Iterator[Told]:
    for item in group:
        for party in item.claim.actors:
            yield item.id, party_key(party), party.name_ar or party.said, party.name_en


def _choices(field: str, told: Sequence[Told], taken: str | None, context: Context) -> list[Choice]:
    claims: defaultdict[str, set[str]] = defaultdict(set)
    names: dict[str, tuple[str | None, str | None]] = {}
    for claim, value, ar, en in sorted(told, key=lambda entry: entry[:2]):
        claims[value].add(claim)
        names.setdefault(value, (ar, en))
    tellers = {value: {context.tellers[claim] for claim in held} for value, held in claims.items()}
    if taken is None:  # of actors each stands in the event: the one that most tellers name is marked
        taken = min(tellers, key=lambda value: (-len(tellers[value]), -len(claims[value]), value))
    order = sorted(claims, key=lambda value: (value != taken, -len(tellers[value]), value))
    return [
        Choice(field, value, *names[value], value == taken, len(tellers[value]), tuple(sorted(claims[value])))
        for value in order
    ]
