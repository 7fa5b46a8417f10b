"""Claims joined into happenings: the best pairs first, two groups only where the mean of all their pairs is good.

Nothing depends on the order in which claims come: pairs are tried by points, then by id.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product

from tawatur.record.blocks import Pair, candidate_pairs
from tawatur.record.item import Item
from tawatur.record.pairs import PairScore, pair_score
from tawatur.record.rules import Rules
from tawatur.record.shared_text import SharedText
from tawatur.record.verdicts import Verdicts

Group = tuple[Item, ...]


@dataclass(slots=True)
class _Groups:
    """The groups so far. ``head`` leads from a claim to its group's name, ``members`` from that to the claims."""

    items: dict[str, Item]
    rules: Rules
    text: SharedText
    verdicts: Verdicts
    scores: dict[Pair, PairScore] = field(default_factory=dict)
    head: dict[str, str] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)

    def score(self, a: str, b: str) -> PairScore:
        """The score of a pair, computed once."""
        pair = (a, b) if a < b else (b, a)
        if pair not in self.scores:
            first, second = self.items[pair[0]], self.items[pair[1]]
            self.scores[pair] = pair_score(first, second, rules=self.rules, text=self.text)
        return self.scores[pair]

    def join(self, a: str, b: str) -> None:
        """Make one group of the two groups of ``a`` and ``b``."""
        keep, go = sorted((self.head[a], self.head[b]))
        self.members[keep] += self.members.pop(go)
        self.head |= dict.fromkeys(self.members[keep], keep)

    def may_join(self, a: str, b: str) -> bool:
        """Whether the groups of ``a`` and ``b`` hold together well enough to be one."""
        some, others = self.members[self.head[a]], self.members[self.head[b]]
        if self.head[a] == self.head[b] or len(some) + len(others) > self.rules.max_group:
            return False
        points = 0.0
        for x, y in product(some, others):
            score = self.score(x, y)
            if score.refused is not None or ((x, y) if x < y else (y, x)) in self.verdicts.different:
                return False
            points += score.points
        return points / (len(some) * len(others)) >= self.rules.mean


def group_claims(items: Sequence[Item], *, rules: Rules, text: SharedText, verdicts: Verdicts) -> tuple[Group, ...]:
    """Every claim in exactly one group, groups and their claims sorted by id.

    A rejected claim stands alone. What people called the same is joined first, whatever the points say.
    """
    groups = _Groups({item.id: item for item in items}, rules, text, verdicts)
    for claim in sorted(groups.items):
        groups.head[claim], groups.members[claim] = claim, [claim]
    free = [item for item in items if verdicts.rejected(item.id) is None]
    _join_judged(groups, {item.id for item in free})
    pairs = candidate_pairs(free, rules=rules, text=text)
    for a, b in _good(groups, pairs):
        if groups.may_join(a, b):
            groups.join(a, b)
    found = (tuple(groups.items[claim] for claim in sorted(ids)) for ids in groups.members.values())
    return tuple(sorted(found, key=lambda group: group[0].id))


def _join_judged(groups: _Groups, free: set[str]) -> None:
    for a, b in sorted(groups.verdicts.same):
        if a in free and b in free and groups.head[a] != groups.head[b]:
            groups.join(a, b)


def _good(groups: _Groups, pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs that reach the limit, the best first, then by id."""
    scored = ((groups.score(*pair), pair) for pair in pairs)
    good = [
        (-score.points, pair) for score, pair in scored if score.refused is None and score.points >= groups.rules.join
    ]
    return [pair for _, pair in sorted(good)]
