"""The figures of an event, teller by teller: as stated, as named, parts inside wholes, the dead of wounds moved."""

from collections.abc import Mapping, Sequence
from datetime import date

from tawatur.record.item import Item
from tawatur.record.settling.figures import FigureKey, Told, rows_of, told_of
from tawatur.record.settling.named import add_named
from tawatur.record.settling.wholes import with_parts
from tawatur.record.settling.wounds import moves_of, with_moved


def figures_told(
    items: Sequence[Item], tellers: Mapping[str, str], days: Mapping[str, date | None]
) -> tuple[Told, ...]:
    """The figures of an event's claims by what they count, sorted. ``days`` are the days of the claims' reports."""
    rows = rows_of(items, tellers, days)
    add_named(rows, items, tellers, days)
    told = [told_of(key, rows[key]) for key in sorted(rows, key=FigureKey.order)]
    return tuple(with_moved(with_parts(told), moves_of(items, tellers, days)))
