"""Which pairs of claims are worth comparing: those that share a day and a district, a figure, a victim or a passage."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import combinations, product

from tawatur.record.days_apart import width
from tawatur.record.item import Item, ends_of, is_area
from tawatur.record.rules import Rules
from tawatur.record.shared_text import SharedText

CROWD = 400
"""Claims of one block beyond which it is no happening any more: thousands that share a day and a place."""
BESIDE = 40
UNDATED = "undated"

Key = tuple[str, ...]
Pair = tuple[str, str]


def candidate_pairs(items: Sequence[Item], *, rules: Rules, text: SharedText) -> set[Pair]:
    """The ids of pairs worth comparing, the smaller id first."""
    blocks: defaultdict[Key, set[str]] = defaultdict(set)
    for item in items:
        for key in _keys(item, rules):
            blocks[key].add(item.id)
    found = {pair for ids in blocks.values() for pair in _pairs(sorted(ids))}
    return found | set(_by_area(items, rules)) | set(_by_figure(items, rules)) | set(_by_text(items, text))


def _pairs(ids: Sequence[str]) -> Iterator[Pair]:
    """Every pair of a block; of a crowd only those that stand near one another, so that time grows with the crowd."""
    if len(ids) <= CROWD:
        yield from combinations(ids, 2)
        return
    for number, one in enumerate(ids):
        yield from ((one, other) for other in ids[number + 1 : number + 1 + BESIDE])


def _keys(item: Item, rules: Rules) -> Iterator[Key]:
    """The blocks that a claim belongs to. What differs in kind of happening need not meet."""
    families = _families(item, rules)
    spots = {
        *(end for name in item.names for end in ends_of(name)),
        *(f"2 {place.admin1} {place.admin2}" for place in item.scenes if place.admin2 is not None),
    }
    tokens = sorted(_tokens(item))
    for family in families:
        yield ("report", item.claim.report, family)
        yield from (("at", when, spot, family) for when in _when(item, rules) for spot in spots if when != UNDATED)
        for when in _when(item, rules, after=1):
            yield from (("near", when, spot, token, family) for spot in spots for token in tokens)
        yield from (("victim", *pair, family) for name in item.victims for pair in combinations(sorted(name), 2))


def _tokens(item: Item) -> set[str]:
    """What two claims of neighbouring days must share one of, since a place in common is not enough for them."""
    figures = {(count.harm, count.low) for count in item.figures if count.low is not None}
    exact = {f"{'many' if low > 2 else 'few'} {harm} {low}" for harm, low in figures}
    return exact | {f"by {actor}" for actor in item.actors} | {f"with {weapon}" for weapon in item.weapons}


def _families(item: Item, rules: Rules) -> tuple[str, ...]:
    """A claim's family and the names of its pairs of kin, so that two families meet only where they are kin."""
    kin = {
        " ".join(sorted(pair))
        for pair in (*rules.kin, *rules.companions)
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


def _by_area(items: Sequence[Item], rules: Rules) -> Iterator[Pair]:
    """Claims about an area with all claims inside it: those inside do not meet one another through it."""
    areas: defaultdict[Key, set[str]] = defaultdict(set)
    inside: defaultdict[Key, set[str]] = defaultdict(set)
    for item in items:
        for place, when, family in product(item.spots, _when(item, rules), _families(item, rules)):
            if place.admin1 is not None:
                key: Key = (when, place.admin1, family)
                inside[key].add(item.id)
                if is_area(place, rules):
                    areas[key].add(item.id)
    for key, ids in areas.items():
        yield from (_ordered(a, b) for a, b in product(ids, inside[key]) if a != b)


def _by_figure(items: Sequence[Item], rules: Rules) -> Iterator[Pair]:
    """Claims whose place no gazetteer holds with all that give the same figure of those days, wherever they lie."""
    unplaced: defaultdict[Key, set[str]] = defaultdict(set)
    all_of: defaultdict[Key, set[str]] = defaultdict(set)
    for item in items:
        tokens = [token for token in _tokens(item) if token.startswith("many ")]
        is_open = any(place.lat is None for place in item.spots) or not item.spots
        for when, token, family in product(_when(item, rules, after=1), tokens, _families(item, rules)):
            all_of[when, token, family].add(item.id)
            if is_open:
                unplaced[when, token, family].add(item.id)
    for key, ids in unplaced.items():
        yield from (_ordered(a, b) for a, b in product(ids, all_of[key]) if a != b)


def _by_text(items: Sequence[Item], text: SharedText) -> Iterator[Pair]:
    """Pairs whose clauses lie in one passage that their reports share."""
    of_report: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        of_report[item.claim.report].append(item)
    for one, other in text.passages:
        if one < other:
            yield from _joined(of_report[one], of_report[other], text)


def _joined(some: Iterable[Item], others: Sequence[Item], text: SharedText) -> Iterator[Pair]:
    for a, b in product(some, others):
        if text.joins(a.claim, b.claim):
            yield _ordered(a.id, b.id)


def _ordered(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)
