"""Claims grouped into happenings, part by part: a part is what good pairs tie together, over however many claims."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeVar

from tawatur.chain.joined import components
from tawatur.model.ids import digest_of
from tawatur.model.kept import NOTHING, Kept, Near, Parts
from tawatur.record.alike.shared_text import SharedText
from tawatur.record.grouping.cut import Part, cut_part
from tawatur.record.grouping.scored import Scored, contents_of, scored_pairs
from tawatur.record.grouping.units import copy_units
from tawatur.record.item import Item
from tawatur.record.judged.verdicts import Verdicts
from tawatur.record.rules import Rules

Row = TypeVar("Row", bound=tuple[object, ...])
Group = tuple[Item, ...]
NO_COPIES: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups, sorted by id as their claims are. ``near`` holds the pairs that alone would be good enough with their
    points, those of whole copies among them. ``contents`` are the digests of all claims, ``scored`` and ``parts`` what is to
    be kept for the next time (``Kept``).
    """

    groups: tuple[Group, ...]
    near: tuple[Near, ...]
    contents: Mapping[str, str]
    scored: Scored
    parts: Mapping[str, Parts]


def group_claims(
    items: Sequence[Item], *, rules: Rules, text: SharedText, verdicts: Verdicts, copied: Mapping[str, str] = NO_COPIES,
    kept: Kept = NOTHING,
) -> Grouping:  # fmt: skip
    """Every claim in exactly one group.

    A rejected claim stands alone. The groups of what people called the same are one, whatever the points say. What whole copies
    of one text tell alike goes as one: ``copied`` is the group of copies that a report is one of. Claims that no good pairs
    tie, over however many others, are never in one group: each such part of the claims is cut into groups by itself, and
    one that is what it was the last time (``kept``) is not cut again.
    """
    by_id = {item.id: item for item in items}
    free = [item for item in items if verdicts.rejected(item.id) is None]
    judged = {claim for pair in (*verdicts.same, *verdicts.different) for claim in pair}
    units = copy_units((item for item in free if item.id not in judged), copied=copied, rules=rules, text=text)
    behind = units.stands_back()
    free = [item for item in free if item.id not in behind]
    contents = contents_of(items, text)
    scored = scored_pairs(free, contents, rules=rules, text=text, kept=kept)
    parts = _parts(scored, verdicts)
    cut = {
        digest: kept.parts.get(digest) or cut_part(part, by_id, rules, text, verdicts) for digest, part in parts.items()
    }
    heads = [ids for groups in cut.values() for ids in groups]
    tied = {claim for ids in heads for claim in ids}
    heads += [(claim,) for claim in by_id if claim not in tied and claim not in behind]
    whole = (sorted(claim for head in ids for claim in units.members.get(head, (head,))) for ids in heads)
    groups = sorted((tuple(by_id[claim] for claim in ids) for ids in whole), key=lambda group: group[0].id)
    return Grouping(tuple(groups), tuple(sorted((*scored.near, *units.links))), contents, scored, cut)


def _parts(scored: Scored, verdicts: Verdicts) -> dict[str, Part]:
    """The parts of several claims, each under the digest of all that decides how it is cut."""
    same, different = (
        [pair for pair in sorted(pairs) if pair[0] in scored.claims and pair[1] in scored.claims]
        for pairs in (verdicts.same, verdicts.different)
    )
    roots = components(scored.claims, [*((a, b) for _, a, b in scored.near), *same])
    tied = {roots[claim] for _, claim, _ in scored.near} | {roots[claim] for claim, _ in same}
    claims = _by_root(roots, ((claim,) for claim in sorted(roots) if roots[claim] in tied))
    near, joined = _by_root(roots, scored.near), _by_root(roots, same)
    parted = _by_root(roots, (pair for pair in different if roots[pair[0]] == roots[pair[1]]))
    found = {}
    for root, held in claims.items():
        digest = digest_of([(claim, scored.claims[claim]) for (claim,) in held], joined[root], parted[root])
        found[digest] = Part(tuple(claim for (claim,) in held), tuple(near[root]), tuple(joined[root]))
    return found


def _by_root(roots: Mapping[str, str], rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    """Rows that end with a claim's id by the part that it belongs to."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[roots[str(row[-1])]].append(row)
    return found
