"""What reports with a day of their own tell, ready to date others by: what happened on which day, what began when."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Final

from tawatur.model.claim import Claim, Reading
from tawatur.model.time import ReportDay
from tawatur.record.alike.places import relation
from tawatur.record.dating.beginnings import stated
from tawatur.record.dating.told_days import claim_date
from tawatur.record.item import Item, item_of
from tawatur.record.rules import Rules

TELLTALE: Final = 20
"""A figure from here on ties two reports of one kind of act together even where no place is shared."""

CROWD: Final = 500
"""Anchors of one kind and place beyond which nothing can be told from them."""

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A claim whose happening is of one known day, told by a report with a day of its own.

    ``said``: a time stands beside it, so that its day is not merely that of its report.
    """

    item: Item
    day: date
    ref: str
    said: bool


@dataclass(frozen=True, slots=True)
class Anchors:
    """The anchors by family and place, and the first days of lasting states by the same keys, each with a ref."""

    happened: Mapping[Key, Sequence[Anchor]]
    began: Mapping[Key, Sequence[tuple[date, str]]]

    def near(self, item: Item) -> tuple[Anchor, ...]:
        """The anchors that may tell the same as ``item``, each once, in the order of their reports.

        Those of a place that has too many days of its kind are left out, but for those that share a figure.
        """
        held = [self.happened.get(key, ()) for key in keys_of(item)]
        few = [found for found in held if len(found) <= CROWD]
        return tuple({id(anchor): anchor for found in few for anchor in found}.values())


def anchors_of(
    days: Mapping[str, ReportDay], readings: Sequence[Reading], *, refs: Mapping[str, str], rules: Rules,
    as_of: date | None,
) -> Anchors:  # fmt: skip
    """The anchors that the reports of one known day give; ``days`` and ``refs`` by report id."""
    happened: defaultdict[Key, list[Anchor]] = defaultdict(list)
    began: defaultdict[Key, list[tuple[date, str]]] = defaultdict(list)
    for reading in sorted(readings, key=lambda reading: reading.report):
        own = days[reading.report]
        if own.start is None or own.start != own.end:
            continue
        for claim in reading.claims:
            if claim.status != "asserted":
                continue
            item = item_of(claim, claim_date(claim, own, as_of), rules)
            if item.exact is not None:
                anchor = Anchor(item, item.exact, refs[reading.report], item.settled.said is not None)
                for key in keys_of(item):
                    happened[key].append(anchor)
            if item.family in rules.lasting:
                for first, key in product(stated(claim, own, as_of), place_keys_of(item)):
                    began[key].append((first.day, refs[reading.report]))
    return Anchors(happened, began)


def keys_of(item: Item) -> Iterator[Key]:
    """What two claims must share: family and a figure too large to agree by chance, or family and governorate or name."""
    yield from ((item.family, f"{harm} {number}") for harm, number in sorted(figures_of(item)) if number >= TELLTALE)
    yield from place_keys_of(item)
    yield from ((item.family, f"in {area}") for area in sorted({p.admin1 for p in item.scenes if p.admin1 is not None}))


def place_keys_of(item: Item) -> Iterator[Key]:
    """The family with each place of a claim, by id and by name."""
    yield from ((item.family, spot) for spot in sorted({*item.ids, *item.names}))


def figures_of(item: Item) -> set[tuple[str, int]]:
    """Figures that are unlikely to agree by chance: two people or more, counted."""
    exact = [(count.harm, count.low) for count in item.figures if count.low is not None and count.low == count.high]
    return {(harm, number) for harm, number in exact if number > 1}


def tie_of(one: Item, other: Item, rules: Rules) -> str | None:
    """What two claims of one family have in common: figure, party or place, the strongest; None where they differ."""
    figures = figures_of(one) & figures_of(other)
    if any(number >= TELLTALE for _, number in figures):
        return "figure"
    if relation(one, other, rules) not in ("same", "named", "listed", "near", "within"):
        return None
    if figures:
        return "figure"
    return "party" if one.actors & other.actors or one.targets & other.targets else "place"


def lasting_claims(reading: Reading, own: ReportDay, rules: Rules) -> list[tuple[Claim, Item]]:
    """The asserted claims of lasting states in a report, each with its item."""
    items = [(claim, item_of(claim, claim_date(claim, own, None), rules)) for claim in reading.claims]
    return [(claim, item) for claim, item in items if item.family in rules.lasting and claim.status == "asserted"]
