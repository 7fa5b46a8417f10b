"""What one account tells more exactly than another: a day in a month, a quarter in a governorate. No contradiction."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from tawatur.model.event import Dispute
from tawatur.record.alike.places import relation
from tawatur.record.context import Context
from tawatur.record.item import Item, is_area
from tawatur.record.words import Said

COARSE: Final = ("week", "month", "season", "year")
"""Precisions of a date that holds many days."""


def grains_of_date(items: Sequence[Item], context: Context) -> Iterator[Dispute]:
    """A day in one report beside the month or year that holds it in another."""
    dated = [item for item in items if item.days is not None and item.settled.said is not None]
    fine = [item for item in dated if item.settled.precision == "day"]
    coarse = [item for item in dated if item.settled.precision in COARSE]
    yield from _dispute("date", [pair for pair in product(fine, coarse) if _holds(pair[1], pair[0])], context)


def _holds(wide: Item, narrow: Item) -> bool:
    if wide.days is None or narrow.days is None:
        return False
    return wide.days[0] <= narrow.days[0] and narrow.days[1] <= wide.days[1]


def grains_of_place(items: Sequence[Item], context: Context) -> Iterator[Dispute]:
    """A spot in one report beside the area that holds it in another."""
    rules = context.rules
    wide = [item for item in items if item.spots and all(is_area(place, rules) for place in item.spots)]
    spots = [item for item in items if any(not is_area(place, rules) for place in item.spots)]
    pairs = [pair for pair in product(spots, wide) if relation(*pair, rules) == "within"]
    yield from _dispute("place", pairs, context)


def _dispute(field: str, pairs: Sequence[tuple[Item, Item]], context: Context) -> Iterator[Dispute]:
    """One dispute of all pairs of two reports; its sentence names the first."""
    apart = [(fine, coarse) for fine, coarse in pairs if fine.claim.report != coarse.claim.report]
    if not apart:
        return
    fine, coarse = apart[0]
    key = "granularity" if field == "date" else "granularity_of_place"
    text = context.words.say(
        "dispute", key, a=context.claimant(fine.claim), x=_said(fine, field, context),
        b=context.claimant(coarse.claim), y=_said(coarse, field, context),
    )  # fmt: skip
    ids = tuple(sorted({item.id for pair in apart for item in pair}))
    yield Dispute("granularity", field, ids, text.ar, text.en)


def _said(item: Item, field: str, context: Context) -> Said:
    if field == "date":
        return context.words.days(*(item.days or (None, None)))
    place = item.spots[0]
    return Said(place.name_ar or place.said, place.name_en or place.said)
