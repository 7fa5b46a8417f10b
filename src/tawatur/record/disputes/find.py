"""Where the claims of one event cannot all be true, or do not count the same. One finder a kind."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Final

from tawatur.model.event import Dispute
from tawatur.record.context import Context
from tawatur.record.disputes.accounts import denials, rivals, status_contested
from tawatur.record.disputes.figures import contradictions, scope_mismatches, superseded
from tawatur.record.disputes.grain import grains_of_date, grains_of_place
from tawatur.record.disputes.parts import remainders
from tawatur.record.disputes.time import duration_mismatches, two_datelines
from tawatur.record.item import Item
from tawatur.record.settling.figures import Told

Days = tuple[date, date] | None
OF_FIGURES: Final = (contradictions, superseded, scope_mismatches, status_contested)
OF_CLAIMS: Final[Sequence[Callable[[Sequence[Item], Context], Iterable[Dispute]]]] = (
    denials, duration_mismatches, grains_of_date, grains_of_place, remainders, rivals, two_datelines,
)  # fmt: skip


def find_disputes(items: Sequence[Item], told: Sequence[Told], *, days: Days, context: Context) -> tuple[Dispute, ...]:
    """Every dispute of an event's claims, sorted by kind, field and claims. ``days`` are the event's own."""
    claims = {item.id: item.claim for item in items}
    found = [dispute for finder in OF_FIGURES for dispute in finder(told, claims, days, context)]
    found += [dispute for finder in OF_CLAIMS for dispute in finder(items, context)]
    return tuple(sorted(set(found), key=lambda dispute: (dispute.kind, dispute.field, dispute.claims, dispute.text_en)))
