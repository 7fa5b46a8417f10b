"""Which claims are told to have harmed nobody: "the village was shelled, without injuries" is told as two claims."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from tawatur.model.text import Span
from tawatur.record.item import Item

NOBODY = "none_reported"


def with_calm(items: Mapping[str, Item]) -> dict[str, Item]:
    """The items, ``calm`` where they say that nobody was harmed, or count nobody and hold the words that say so."""
    told: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
    for item in items.values():
        if item.claim.status == NOBODY:
            told[item.claim.report, item.claim.where].append(item.claim.clause)
    return {key: replace(item, calm=True) if _is_calm(item, told) else item for key, item in items.items()}


def _is_calm(item: Item, told: Mapping[tuple[str, str], list[Span]]) -> bool:
    if item.figures:
        return False
    return any(item.claim.clause.meets(clause) for clause in told.get((item.claim.report, item.claim.where), ()))
