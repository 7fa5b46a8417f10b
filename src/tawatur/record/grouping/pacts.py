"""Which agreement a claim of a breach speaks of, before claims are grouped: breaches of two agreements are two happenings."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from tawatur.model.claim import Claim
from tawatur.record.alike.days_apart import gap
from tawatur.record.alike.places import relation
from tawatur.record.item import Days, Item
from tawatur.record.rules import Rules

PACTS: Final = ("agreement", "ceasefire")
BREAKS: Final = {"agreement_breach": "breach", "agreement_collapse": "collapse"}
MADE: Final = ("asserted",)
BROKEN: Final = ("asserted", "attempted", "threatened", "planned")
BESIDE: Final = 700
"""Characters of one report within which a breach speaks of the agreement that is told nearest to it."""
MEMORY_DAYS: Final = 400
"""Days after an agreement within which a report that tells of no agreement may speak of its breach."""
MEETING: Final = ("same", "named", "listed", "near", "within")
"""Ways in which the places of an agreement and of its breach lie."""


def with_pacts(items: Mapping[str, Item], rules: Rules) -> dict[str, Item]:
    """The items by id, those of breaches with the days of the agreement that they speak of: ``Item.pact``.

    That is the agreement that the same text tells nearest; where it tells of none, the last one before the breach that
    shares a party and a place with it. Agreements whose day nobody says are left aside.
    """
    told_in: defaultdict[str, list[Item]] = defaultdict(list)
    by_party: defaultdict[str, list[Item]] = defaultdict(list)
    for _, item in sorted(items.items()):
        if item.claim.type in PACTS and item.claim.status in MADE:
            told_in[item.claim.report].append(item)
            for party in item.actors | item.targets if _said(item) else ():
                by_party[party].append(item)
    found = dict(items)
    for claim, item in items.items():
        if item.claim.type in BREAKS and item.claim.status in BROKEN:
            pact = _nearest(item, told_in[item.claim.report]) or _last_before(item, by_party, rules)
            found[claim] = replace(item, pact=_said(pact) if pact is not None else None)
    return found


def _said(pact: Item) -> Days | None:
    """The days of an agreement where somebody says them: those of its report's day may be any."""
    return pact.days if pact.settled.said is not None else None


def of_other_pacts(a: Item, b: Item, rules: Rules) -> bool:
    """Whether two breaches speak of agreements of other days."""
    return a.pact is not None and b.pact is not None and gap(a.pact, b.pact) > rules.block_days


def nearness(pact: Claim, broken: Claim) -> tuple[int, bool]:
    """How far apart two clauses stand, and whether the agreement stands behind the breach."""
    behind = pact.clause.start > broken.clause.start
    apart = pact.clause.start - broken.clause.end if behind else broken.clause.start - pact.clause.end
    return max(0, apart), behind


def _nearest(item: Item, told: Iterable[Item]) -> Item | None:
    near = [
        (nearness(other.claim, item.claim), other.id, other) for other in told if other.claim.where == item.claim.where
    ]
    close = [entry for entry in near if entry[0][0] <= BESIDE]
    return min(close, key=lambda entry: entry[:2])[2] if close else None


def _last_before(item: Item, by_party: Mapping[str, Sequence[Item]], rules: Rules) -> Item | None:
    if item.days is None:
        return None
    until = item.days[1]
    fitting = [
        (other.days[0], other.id, other)
        for party in sorted(item.actors | item.targets)
        for other in by_party.get(party, ())
        if other.days is not None
        and 0 <= (until - other.days[0]).days <= MEMORY_DAYS
        and relation(item, other, rules) in MEETING
    ]
    return max(fitting, key=lambda entry: entry[:2])[2] if fitting else None
