"""Claims joined into happenings: the two groups that belong together most are joined first, as long as the mean of all
pairs between them is good and no pair is refused (average linkage with cannot-links). Of many pairs a few may be odd: one
report tells the two apart, or two lists of places differ, while all others tell one happening. These cost points.

Nothing depends on the order in which claims come: of equally good pairs of groups the one with the smaller ids is first.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import product
from types import MappingProxyType
from typing import Final

from tawatur.record.alike.shared_text import SharedText
from tawatur.record.grouping.blocks import Pair, candidate_pairs
from tawatur.record.grouping.pairs import PairScore, pair_score
from tawatur.record.grouping.units import Near, copy_units
from tawatur.record.item import Item
from tawatur.record.judged.verdicts import Verdicts
from tawatur.record.rules import Rules

Group = tuple[Item, ...]
ASKED: Final = (
    "days", "places", "dead", "total", "totals", "rounds", "report_days", "report_places", "report_harm", "pacts", "acts",
)  # fmt: skip
"""What forbids two claims that may look like one happening to a reader: not that they are of two kinds."""
NO_COPIES: Final[Mapping[str, str]] = MappingProxyType({})
ODD: Final = ("places", "report_days", "report_places", "rounds", "acts")
"""What a few pairs of two groups may be refused for: as read, one report tells two days or places, or two lists differ."""
Tie = tuple[float, int]
"""What all pairs of claims of two groups add up to, and how many of them are odd."""
REFUSED: Final[Tie] = (float("-inf"), 0)
"""The tie of two groups of which a pair is refused."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups, sorted by id as their claims are. ``near`` holds the pairs that alone would be good enough with their
    points, ``refused`` those that a rule forbids though kind and status would let them, each under the smaller id.
    """

    groups: tuple[Group, ...]
    near: tuple[Near, ...]
    refused: tuple[tuple[str, str, str], ...]


@dataclass(slots=True)
class _Groups:
    """The groups so far, each under its smallest claim id: its ``members``, and its ``near`` groups with what all pairs
    between the two add up to (``REFUSED`` where they can never be one), and how many of them are odd. ``best`` holds pairs of
    groups, the best first.
    """

    items: dict[str, Item]
    rules: Rules
    text: SharedText
    verdicts: Verdicts
    members: dict[str, list[str]] = field(default_factory=dict)
    near: dict[str, dict[str, Tie]] = field(default_factory=dict)
    best: list[Near] = field(default_factory=list)

    def head(self, claim: str) -> str:
        """The name of the group that a claim is in."""
        return next(head for head, ids in self.members.items() if claim in ids)

    def score(self, a: str, b: str) -> PairScore:
        """The score of a pair."""
        return pair_score(self.items[a], self.items[b], rules=self.rules, text=self.text)

    def between(self, a: str, b: str) -> Tie:
        """What all pairs of claims of two groups add up to."""
        if (known := self.near[a].get(b)) is not None:
            return known
        total, odd = 0.0, 0
        for x, y in product(self.members[a], self.members[b]):
            score = self.score(x, y)
            if _ordered(x, y) in self.verdicts.different or score.refused not in (None, *ODD):
                return REFUSED
            odd += score.refused is not None
            total += score.points if score.refused is None else self.rules.odd_points
        return total, odd

    def tie(self, a: str, b: str, found: Tie) -> None:
        """Keep what two groups add up to, and put them up for joining where that is enough and few pairs are odd."""
        self.near[a][b] = self.near[b][a] = found
        total, odd = found
        pairs = len(self.members[a]) * len(self.members[b])
        if total / pairs >= self.rules.mean and odd <= self.rules.odd_share * pairs:
            heappush(self.best, (-total / pairs, *_ordered(a, b)))

    def stands(self, a: str, b: str, mean: float) -> bool:
        """Whether two groups put up for joining are still what they were, and small enough for one."""
        if a not in self.members or b not in self.members:
            return False
        size = len(self.members[a]) * len(self.members[b])
        many = len(self.members[a]) + len(self.members[b]) > self.rules.max_group
        return not many and self.near[a].get(b, REFUSED)[0] / size == mean

    def join(self, a: str, b: str) -> None:
        """Make one group of two."""
        keep, go = _ordered(a, b)
        around = sorted((self.near[keep].keys() | self.near[go].keys()) - {keep, go})
        found = [(other, _added(self.between(keep, other), self.between(go, other))) for other in around]
        self.members[keep] += self.members.pop(go)
        for other in self.near.pop(go):
            self.near[other].pop(go)
        for other, added in found:
            self.tie(keep, other, added)


def group_claims(
    items: Sequence[Item], *, rules: Rules, text: SharedText, verdicts: Verdicts, copied: Mapping[str, str] = NO_COPIES
) -> Grouping:
    """Every claim in exactly one group.

    A rejected claim stands alone. What people called the same is joined first, whatever the points say. What whole copies
    of one text tell alike goes as one: ``copied`` is the group of copies that a report is one of.
    """
    free = [item for item in items if verdicts.rejected(item.id) is None]
    judged = {claim for pair in (*verdicts.same, *verdicts.different) for claim in pair}
    units = copy_units((item for item in free if item.id not in judged), copied=copied, rules=rules, text=text)
    behind = units.stands_back()
    groups = _Groups({item.id: item for item in items}, rules, text, verdicts)
    groups.members = {claim: [claim] for claim in sorted(groups.items) if claim not in behind}
    groups.near = {claim: {} for claim in groups.members}
    free = [item for item in free if item.id not in behind]
    _join_judged(groups, {item.id for item in free})
    near, refused = _sifted(groups, candidate_pairs(free, rules=rules, text=text))
    _join_good(groups, near)
    whole = ([claim for head in ids for claim in units.members.get(head, (head,))] for ids in groups.members.values())
    found = (tuple(groups.items[claim] for claim in sorted(ids)) for ids in whole)
    return Grouping(tuple(sorted(found, key=lambda group: group[0].id)), tuple(sorted((*near, *units.links))), refused)


def _join_judged(groups: _Groups, free: set[str]) -> None:
    for a, b in sorted(groups.verdicts.same):
        if a in free and b in free and (one := groups.head(a)) != (other := groups.head(b)):
            groups.join(one, other)


def _sifted(groups: _Groups, pairs: Iterable[Pair]) -> tuple[tuple[Near, ...], tuple[tuple[str, str, str], ...]]:
    """The pairs that are good enough, and those that are forbidden and might be asked for."""
    near, refused = [], []
    for a, b in pairs:
        score = groups.score(a, b)
        if score.refused is None and score.points >= groups.rules.join:
            near.append((round(score.points, 5), a, b))
        elif score.refused in ASKED:
            refused.append((a, b, score.refused))
    return tuple(sorted(near)), tuple(sorted(refused))


def _join_good(groups: _Groups, near: Iterable[Near]) -> None:
    heads = {claim: head for head, ids in groups.members.items() for claim in ids}
    for a, b in sorted({_ordered(heads[a], heads[b]) for _, a, b in near}):
        if a != b:
            groups.tie(a, b, groups.between(a, b))
    while groups.best:
        mean, a, b = heappop(groups.best)
        if groups.stands(a, b, -mean):
            groups.join(a, b)


def _added(one: Tie, other: Tie) -> Tie:
    return one[0] + other[0], one[1] + other[1]


def _ordered(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)
