"""Claims that whole copies of one text tell alike, taken as one before claims are grouped: a wire in a thousand outlets."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from tawatur.model.kept import Near
from tawatur.record.alike.shared_text import SharedText
from tawatur.record.grouping.pairs import pair_score
from tawatur.record.item import Item
from tawatur.record.rules import Rules


@dataclass(frozen=True, slots=True)
class Units:
    """``members`` are the sorted ids of the claims of each unit of several, by the claim that stands for it; ``links``
    the pairs that tie them, with their points.
    """

    members: Mapping[str, tuple[str, ...]]
    links: tuple[Near, ...]

    def stands_back(self) -> frozenset[str]:
        """The claims for which another one stands."""
        return frozenset(claim for head, held in self.members.items() for claim in held if claim != head)


def copy_units(items: Iterable[Item], *, copied: Mapping[str, str], rules: Rules, text: SharedText) -> Units:
    """The units of ``items``; ``copied`` is the group of whole copies that a report is one of, by report id.

    The best pairs tie first. Two claims of one report are never in one unit: it tells them apart.
    """
    by_id = {item.id: item for item in items if item.claim.report in copied}
    links = sorted(_links(by_id.values(), copied, rules, text), key=lambda link: (-link[0], link[1], link[2]))
    unit = {claim: [claim] for claim in by_id}
    reports = {claim: {item.claim.report} for claim, item in by_id.items()}
    used = []
    for points, a, b in links:
        one, other = sorted((unit[a], unit[b]), key=lambda held: (-len(held), held[0]))
        if one is other or reports[one[0]] & reports[other[0]]:
            continue
        reports[one[0]] |= reports[other[0]]
        one.extend(other)
        unit.update((claim, one) for claim in other)
        used.append((points, a, b))
    several = {held[0]: held for held in unit.values() if len(held) > 1}
    return Units({_head(held, by_id): tuple(sorted(held)) for held in several.values()}, tuple(sorted(used)))


def _links(items: Iterable[Item], copied: Mapping[str, str], rules: Rules, text: SharedText) -> Iterator[Near]:
    """Pairs of claims of one type at one place of two copies that are good enough to be one."""
    told: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        told[item.claim.report].append(item)
    for one, other in text.passages:
        if one < other and one in copied and copied[one] == copied.get(other):
            for a, b in product(told[one], told[other]):
                if (a.claim.type, a.claim.status) == (b.claim.type, b.claim.status) and text.joins(a.claim, b.claim):
                    score = pair_score(a, b, rules=rules, text=text)
                    if score.refused is None and score.points >= rules.join:
                        yield round(score.points, 5), min(a.id, b.id), max(a.id, b.id)


def _head(held: Sequence[str], items: Mapping[str, Item]) -> str:
    """The first of the claims that say what most of them say: the others are edited. One that names no place says less."""
    said = {claim: _said(items[claim]) for claim in held}
    many = Counter(said.values())
    return min(held, key=lambda claim: (not items[claim].spots, -many[said[claim]], claim))


def _said(item: Item) -> tuple[object, ...]:
    figures = frozenset((count.harm, count.civil_status, count.low, count.high) for count in item.figures)
    return item.days, item.names, item.actors, item.targets, item.weapons, figures
