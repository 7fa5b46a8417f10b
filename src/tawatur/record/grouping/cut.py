"""Claims that good pairs tie, cut into happenings: the two groups that belong together most are joined first, as long as the
mean of all pairs between them is good and no pair is refused (average linkage with cannot-links). Of many pairs a few may be
odd: one report tells the two apart, or two lists of places differ, while all others tell one happening. These cost points.

Nothing depends on the order in which claims come: of equally good pairs of groups the one with the smaller ids is first.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush
from itertools import product
from typing import Final

from tawatur.chain.joined import components
from tawatur.model.kept import Near, Parts
from tawatur.record.alike.shared_text import SharedText
from tawatur.record.grouping.blocks import Pair
from tawatur.record.grouping.pairs import PairScore, pair_score
from tawatur.record.item import Item
from tawatur.record.judged.verdicts import Verdicts
from tawatur.record.rules import Rules

ODD: Final = ("places", "report_days", "report_places", "rounds", "acts")
"""What a few pairs of two groups may be refused for: as read, one report tells two days or places, or two lists differ."""
Tie = tuple[float, int]
"""What all pairs of claims of two groups add up to, and how many of them are odd."""
REFUSED: Final[Tie] = (float("-inf"), 0)
"""The tie of two groups of which a pair is refused."""


@dataclass(frozen=True, slots=True)
class Part:
    """Claims that good pairs and judgements tie to one another: their sorted ids, these pairs, and what people called the
    same among them.
    """

    claims: tuple[str, ...]
    near: tuple[Near, ...]
    same: tuple[Pair, ...]


def cut_part(part: Part, items: Mapping[str, Item], rules: Rules, text: SharedText, verdicts: Verdicts) -> Parts:
    """The groups of one part; those that hold claims which people called the same are one.

    Where that would join claims that people called different, only those called the same are joined, before all others.
    """
    groups = _Groups(items, rules, text, verdicts)
    groups.members = {claim: [claim] for claim in part.claims}
    groups.near = {claim: {} for claim in part.claims}
    if not part.same:
        return _cut(groups, part.near)
    found = _whole(cut_part(replace(part, same=()), items, rules, text, verdicts), part.same)
    if not any(a in ids and b in ids for ids in map(frozenset, found) for a, b in verdicts.different):
        return found
    for a, b in part.same:
        if (one := groups.head(a)) != (other := groups.head(b)):
            groups.join(one, other)
    return _cut(groups, part.near)


def _whole(cut: Parts, same: Sequence[Pair]) -> Parts:
    """Groups joined where claims of theirs were called the same: who names one claim of each means the two happenings."""
    heads = {claim: ids[0] for ids in cut for claim in ids}
    roots = components({ids[0] for ids in cut}, [(heads[a], heads[b]) for a, b in same])
    found: dict[str, list[str]] = {}
    for claim, head in heads.items():
        found.setdefault(roots[head], []).append(claim)
    return tuple(tuple(sorted(ids)) for ids in found.values())


def _cut(groups: "_Groups", near: Sequence[Near]) -> Parts:
    """The groups that are left when all good ones are joined."""
    _join_good(groups, near)
    return tuple(tuple(sorted(ids)) for ids in groups.members.values())


@dataclass(slots=True)
class _Groups:
    """The groups so far, each under its smallest claim id: its ``members``, and its ``near`` groups with what all pairs
    between the two add up to (``REFUSED`` where they can never be one), and how many of them are odd. ``best`` holds pairs of
    groups, the best first.
    """

    items: Mapping[str, Item]
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
