"""The pairs of claims that speak for one happening, or are forbidden: scored once, as long as neither claim changes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tawatur.model.copies import Passage
from tawatur.model.ids import digest_of
from tawatur.model.kept import Kept, Near, Refused
from tawatur.record.alike.shared_text import SharedText
from tawatur.record.grouping.blocks import Pair, blocks_of, candidate_pairs, crowds_of
from tawatur.record.grouping.pairs import pair_score
from tawatur.record.item import Item, content_of
from tawatur.record.rules import Rules

ASKED: Final = (
    "days", "places", "dead", "total", "totals", "rounds", "report_days", "report_places", "report_harm", "pacts", "acts",
)  # fmt: skip
"""What forbids two claims that may look like one happening to a reader: not that they are of two kinds."""


@dataclass(frozen=True, slots=True)
class Scored:
    """``claims`` are the digests of the claims that were compared, ``near`` the pairs that alone would be good enough with
    their points, ``refused`` those that a rule forbids though kind and status would let them, each under the smaller id.
    """

    claims: Mapping[str, str]
    near: tuple[Near, ...]
    refused: tuple[Refused, ...]


def contents_of(items: Iterable[Item], text: SharedText) -> dict[str, str]:
    """The digest of each claim with all that pairs of it read: its item, and the passages that its report shares."""
    shared: defaultdict[str, list[tuple[str, tuple[Passage, ...]]]] = defaultdict(list)
    for (report, other), passages in sorted(text.passages.items()):
        shared[report].append((other, passages))
    passages_of = {report: digest_of(held) for report, held in shared.items()}
    return {item.id: digest_of(content_of(item), passages_of.get(item.claim.report)) for item in items}


def scored_pairs(
    items: Sequence[Item], contents: Mapping[str, str], *, rules: Rules, text: SharedText, kept: Kept
) -> Scored:
    """The pairs of ``items`` worth naming. ``contents`` are the digests of all that a pair's score reads of either claim.

    A claim's digest is that, with the crowds in which it stands: whether a pair is looked at at all follows from nothing
    else. So a pair of two claims whose digests are ``kept`` is what it was, and only the others are scored.
    """
    blocks = blocks_of(items, rules)
    crowds = crowds_of(blocks)
    claims = {
        item.id: digest_of(contents[item.id], crowds[item.id]) if item.id in crowds else contents[item.id]
        for item in items
    }
    changed = {claim for claim, digest in claims.items() if kept.claims.get(claim) != digest}
    same = claims.keys() - changed
    pairs = candidate_pairs(blocks, changed=changed, rules=rules, text=text)
    near, refused = _sifted(pairs, {item.id: item for item in items}, rules, text)
    near += [pair for pair in kept.near if pair[1] in same and pair[2] in same]
    refused += [pair for pair in kept.refused if pair[0] in same and pair[1] in same]
    return Scored(claims, tuple(sorted(near)), tuple(sorted(refused)))


def _sifted(
    pairs: Iterable[Pair], items: Mapping[str, Item], rules: Rules, text: SharedText
) -> tuple[list[Near], list[Refused]]:
    """The pairs that are good enough, and those that are forbidden and might be asked for."""
    near: list[Near] = []
    refused: list[Refused] = []
    for a, b in pairs:
        score = pair_score(items[a], items[b], rules=rules, text=text)
        if score.refused is None and score.points >= rules.join:
            near.append((round(score.points, 5), a, b))
        elif score.refused in ASKED:
            refused.append((a, b, score.refused))
    return near, refused
