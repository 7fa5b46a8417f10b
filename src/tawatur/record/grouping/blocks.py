"""Which pairs of claims are worth comparing: those that share a day and a district, a figure, a victim or a passage."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import combinations, product

from tawatur.model.ids import digest_of
from tawatur.record.alike.days_apart import width
from tawatur.record.alike.shared_text import SharedText
from tawatur.record.item import Item, ends_of, is_area
from tawatur.record.rules import Rules

CROWD = 400
"""Claims of one block beyond which it is no happening any more: thousands that share a day and a place."""
BESIDE = 40
UNDATED = "undated"

Key = tuple[str, ...]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Ready:
    """A claim with what its blocks are made of: its ``days`` and those ``after``, its ``tokens`` and its ``families``."""

    item: Item
    days: tuple[str, ...]
    after: tuple[str, ...]
    tokens: frozenset[str]
    families: tuple[str, ...]


_ends = lru_cache(maxsize=65536)(ends_of)
"""The ends of a name taken once: the same few are met again and again."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """The claims that are compared, and those of each block by its key."""

    made: Sequence[_Ready]
    by_key: Mapping[Key, Sequence[_Ready]]


def blocks_of(items: Iterable[Item], rules: Rules) -> Blocks:
    """The blocks of ``items``."""
    made = [
        _Ready(item, _when(item, rules), _when(item, rules, after=1), _tokens(item), _families(item, rules))
        for item in items
    ]
    by_key: defaultdict[Key, list[_Ready]] = defaultdict(list)
    for one in made:
        for key in _keys(one):
            by_key[key].append(one)
    return Blocks(made, by_key)


def crowds_of(blocks: Blocks) -> dict[str, list[str]]:
    """The digests of the crowds that a claim is in, by its id: who stands near it in one depends on all of them."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for held in blocks.by_key.values():
        for ids in _by_family(held) if len(held) > CROWD else ():
            if len(ids) > CROWD:
                crowd = digest_of(ids)
                for claim in ids:
                    found[claim].append(crowd)
    return {claim: sorted(held) for claim, held in found.items()}


def candidate_pairs(blocks: Blocks, *, changed: Set[str], rules: Rules, text: SharedText) -> set[Pair]:
    """The ids of pairs worth comparing of which one claim at least is among ``changed``, the smaller id first."""
    found: set[Pair] = set()
    for held in blocks.by_key.values():
        if len(held) > 1 and any(one.item.id in changed for one in held):
            for ids in _by_family(held):
                found.update(_pairs(ids, changed))
    found.update(_by_area(blocks.made, rules, changed), _by_figure(blocks.made, changed))
    found.update(_by_text(blocks.made, text, changed))
    return found


def _by_family(held: Iterable[_Ready]) -> Iterator[list[str]]:
    """The sorted ids of the claims of one block that one kind of happening may have in common."""
    families: defaultdict[str, list[str]] = defaultdict(list)
    for one in held:
        for family in one.families:
            families[family].append(one.item.id)
    return (sorted(ids) for ids in families.values() if len(ids) > 1)


def _pairs(ids: Sequence[str], changed: Set[str]) -> Iterator[Pair]:
    """Every pair of a block; of a crowd only those that stand near one another, so that time grows with the crowd."""
    if len(ids) <= CROWD:
        fresh = [one for one in ids if one in changed]
        yield from combinations(fresh, 2)
        yield from (_ordered(a, b) for a, b in product(fresh, ids if len(fresh) < len(ids) else ()) if b not in changed)
        return
    for number, one in enumerate(ids):
        near = ids[number + 1 : number + 1 + BESIDE]
        yield from ((one, other) for other in near if one in changed or other in changed)


def _keys(one: _Ready) -> Iterator[Key]:
    """The blocks that a claim belongs to, each once."""
    item = one.item
    spots = {end for name in item.names for end in _ends(name)}
    spots.update(f"2 {place.admin1} {place.admin2}" for place in item.scenes if place.admin2 is not None)
    yield ("report", item.claim.report)
    yield from (("at", when, spot) for when in one.days if when != UNDATED for spot in spots)
    yield from (("near", when, spot, token) for when in one.after for spot in spots for token in one.tokens)
    yield from {("victim", *pair) for name in item.victims for pair in combinations(sorted(name), 2)}


def _tokens(item: Item) -> frozenset[str]:
    """What two claims of neighbouring days must share one of, since a place in common is not enough for them."""
    figures = {(count.harm, count.low) for count in item.figures if count.low is not None}
    exact = {f"{'many' if low > 2 else 'few'} {harm} {low}" for harm, low in figures}
    return frozenset(exact | {f"by {actor}" for actor in item.actors} | {f"with {weapon}" for weapon in item.weapons})


def _families(item: Item, rules: Rules) -> tuple[str, ...]:
    """A claim's family and the names of its pairs of kin, so that two families meet only where they are kin."""
    kin = {
        " ".join(sorted(pair))
        for pair in (*rules.kin, *rules.companions, *rules.called)
        if pair[0] in item.kinds or pair[1] in item.kinds
    }
    return (item.family, *sorted(kin))


def _when(item: Item, rules: Rules, *, after: int = 0) -> tuple[str, ...]:
    """The days of a claim and as many ``after``; one word for what lasts, is wide or undated."""
    if item.family in rules.lasting:
        return ("lasting",)
    if item.days is None:
        return (UNDATED,)
    if width(item.days) > rules.block_days:
        return (f"wide {item.days[0]:%Y-%m}",)
    return tuple(str(item.days[0] + timedelta(days)) for days in range(width(item.days) + after))


def _by_area(made: Sequence[_Ready], rules: Rules, changed: Set[str]) -> Iterator[Pair]:
    """Claims about an area with all claims inside it: those inside do not meet one another through it."""
    areas: defaultdict[Key, set[str]] = defaultdict(set)
    inside: defaultdict[Key, set[str]] = defaultdict(set)
    for one in made:
        for place, when, family in product(one.item.spots, one.days, one.families):
            if place.admin1 is not None:
                key: Key = (when, place.admin1, family)
                inside[key].add(one.item.id)
                if is_area(place, rules):
                    areas[key].add(one.item.id)
    for key, ids in areas.items():
        yield from _across(ids, inside[key], changed)


def _by_figure(made: Sequence[_Ready], changed: Set[str]) -> Iterator[Pair]:
    """Claims whose place no gazetteer holds with all that give the same figure of those days, wherever they lie."""
    unplaced: defaultdict[Key, set[str]] = defaultdict(set)
    all_of: defaultdict[Key, set[str]] = defaultdict(set)
    for one in made:
        tokens = [token for token in one.tokens if token.startswith("many ")]
        is_open = any(place.lat is None for place in one.item.spots) or not one.item.spots
        for when, token, family in product(one.after, tokens, one.families):
            all_of[when, token, family].add(one.item.id)
            if is_open:
                unplaced[when, token, family].add(one.item.id)
    for key, ids in unplaced.items():
        yield from _across(ids, all_of[key], changed)


def _across(some: set[str], others: set[str], changed: Set[str]) -> Iterator[Pair]:
    """Every claim of one set with every one of the other."""
    fresh = others & changed
    for one in some:
        yield from (_ordered(one, other) for other in (others if one in changed else fresh) if one != other)


def _by_text(made: Sequence[_Ready], text: SharedText, changed: Set[str]) -> Iterator[Pair]:
    """Pairs whose clauses lie in one passage that their reports share."""
    of_report: defaultdict[str, list[Item]] = defaultdict(list)
    for ready in made:
        of_report[ready.item.claim.report].append(ready.item)
    fresh = {report for report, items in of_report.items() if any(item.id in changed for item in items)}
    for one, other in text.passages:
        if one < other and (one in fresh or other in fresh):
            yield from _joined(of_report[one], of_report[other], text, changed)


def _joined(some: Iterable[Item], others: Sequence[Item], text: SharedText, changed: Set[str]) -> Iterator[Pair]:
    for a, b in product(some, others):
        if (a.id in changed or b.id in changed) and text.joins(a.claim, b.claim):
            yield _ordered(a.id, b.id)


def _ordered(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)
