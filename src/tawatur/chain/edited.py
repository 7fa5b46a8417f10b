"""One person whose name whole copies of one text write in different ways: an editor's slip makes no second source."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from tawatur.chain.tellers import ReportSource, Teller
from tawatur.lang.fold import fold_key
from tawatur.model.claim import Claim

_COMMON: Final = 0.5
"""Names of which so much of the shorter one stands in the other may be one name, edited."""
_BOTH_NAMED: Final = 2

Named = tuple[str, str]


def edited_links(
    claims: Sequence[Claim], tellers: Mapping[str, Teller], views: Mapping[str, ReportSource]
) -> Iterator[tuple[str, str]]:
    """Pairs of claims of one type whose speakers are one, named in whole copies of one text.

    Their names share half of their words, neither stands in a registry, and no copy names both: a text that quotes two
    members of a family is mostly printed with both.
    """
    first: dict[Named, dict[str, str]] = defaultdict(dict)
    naming: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        view, teller = views.get(claim.report), tellers[claim.id]
        if view is not None and view.copied is not None and teller.named and len(teller.keys) == 1:
            first[view.copied, claim.type].setdefault(fold_key(teller.name), claim.id)
            naming[fold_key(teller.name)].add(claim.report)
    for names in first.values():
        for one, other in combinations(sorted(names), 2):
            if _alike(one, other) and not naming[one] & naming[other]:
                yield names[one], names[other]


def _alike(one: str, other: str) -> bool:
    a, b = set(one.split()), set(other.split())
    return min(len(a), len(b)) >= _BOTH_NAMED and len(a & b) >= _COMMON * min(len(a), len(b))
