"""Why each claim stands in its event, and why events that come near are not the same."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from tawatur.model.event import Apart, Event, Join
from tawatur.model.kept import Near, Refused
from tawatur.record.alike.shared_text import SharedText
from tawatur.record.grouping.pairs import pair_score
from tawatur.record.item import Item
from tawatur.record.judged.verdicts import Verdicts
from tawatur.record.rules import Rules
from tawatur.record.words import Said, Words

MOST: Final = 20
"""Events that come near of which an event says why they are others: those with the best pairs first."""
MEAN: Final = "mean"
JUDGED: Final = "judged"
LATER: Final = "later"

Meeting = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """What pairs of claims were compared by."""

    items: Mapping[str, Item]
    rules: Rules
    text: SharedText
    verdicts: Verdicts

    def signals(self, a: str, b: str) -> tuple[str, ...]:
        """What the points of two claims come from."""
        return pair_score(self.items[a], self.items[b], rules=self.rules, text=self.text).signals

    def kept_apart(self, some: Iterable[str], others: Sequence[str]) -> tuple[str, str, str] | None:
        """The first two claims that keep two events apart, with the reason; None where they only add up to too little."""
        for a, b in product(some, others):
            if (min(a, b), max(a, b)) in self.verdicts.different:
                return a, b, JUDGED
            refused = pair_score(self.items[a], self.items[b], rules=self.rules, text=self.text).refused
            if refused is not None:
                return a, b, refused
        return None


@dataclass(frozen=True, slots=True)
class Meetings:
    """Pairs of claims by the id of their event, the best first: those ``inside`` it, with their points, and for each event
    ``around`` it the first pair by which the two meet (its own claim, the other's, and why they are not one).
    """

    inside: Mapping[str, Sequence[Near]]
    around: Mapping[str, Mapping[str, Meeting]]


def meetings_of(near: Iterable[Near], refused: Iterable[Refused], home: Mapping[str, str]) -> Meetings:
    """The meetings of all events. ``home`` is the event of each claim."""
    inside: defaultdict[str, list[Near]] = defaultdict(list)
    around: defaultdict[str, dict[str, Meeting]] = defaultdict(dict)
    for points, a, b in sorted(near, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if home[a] == home[b]:
            inside[home[a]].append((points, a, b))
        else:
            _meet(around, home, a, b, MEAN)
    for a, b, why in refused:
        if home[a] != home[b]:
            _meet(around, home, a, b, why)
    return Meetings(inside, around)


def _meet(around: defaultdict[str, dict[str, Meeting]], home: Mapping[str, str], a: str, b: str, why: str) -> None:
    """Keep for both events the first pair by which they meet."""
    for mine, its in ((a, b), (b, a)):
        known = around[home[mine]]
        if len(known) < MOST:
            known.setdefault(home[its], (mine, its, why))


def explained(event: Event, meetings: Meetings, claims: Mapping[str, Sequence[str]], by: Compared) -> Event:
    """The event with what joined its claims and what keeps those apart that come near; ``claims`` are those of each event."""
    return replace(
        event,
        joins=_joins(event.claims, meetings.inside.get(event.id, ()), by),
        apart=_apart(event, meetings.around.get(event.id, {}), claims, by),
    )


def _joins(claims: Sequence[str], pairs: Iterable[Near], by: Compared) -> tuple[Join, ...]:
    """As few of the pairs, the best first, as tie all claims together; what no pair ties was joined otherwise."""
    part = {claim: {claim} for claim in claims}
    joins = []
    for points, a, b in pairs:
        if part[a] is not part[b]:
            joins.append(Join(a, b, points, by.signals(a, b)))
            _tie(part, a, b)
    for claim in claims[1:]:
        if part[claim] is not part[claims[0]]:
            judged = any(claim in pair for pair in by.verdicts.same)
            joins.append(Join(claims[0], claim, 0.0, (JUDGED if judged else LATER,)))
            _tie(part, claims[0], claim)
    return tuple(joins)


def _tie(part: dict[str, set[str]], a: str, b: str) -> None:
    joined = part[a] | part[b]
    for claim in joined:
        part[claim] = joined


def _apart(
    event: Event, around: Mapping[str, Meeting], claims: Mapping[str, Sequence[str]], by: Compared
) -> tuple[Apart, ...]:
    found = []
    for other, (a, b, why) in around.items():
        kept = by.kept_apart(event.claims, claims[other]) if why == MEAN else None
        mine, its, reason = kept or (a, b, why)
        found.append(Apart(other, mine, its, reason))
    return tuple(sorted(found, key=lambda apart: apart.event))


def said_joined(join: Join, words: Words) -> Said:
    """What ties two claims, in words: what speaks for it, then what speaks against it."""
    known = words.tables["signal"]
    return words.join(words.say("signal", key) for key in join.why if key in known)


def said_apart(apart: Apart, words: Words) -> Said:
    """What keeps two events apart, in words."""
    return words.say("refusal", apart.why)
