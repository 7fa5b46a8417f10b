"""A whole that its parts do not fill: "at least 23 killed", of whom eight civilians, eight soldiers and five fighters."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tawatur.model.count import Count
from tawatur.model.event import Dispute
from tawatur.record.context import Context
from tawatur.record.item import Item
from tawatur.record.settling.figures import VAGUE
from tawatur.record.words import Said, named, plain

WHOLE: Final = ("unknown", "mixed")
"""Statuses of a figure that may be the whole of others."""


@dataclass(frozen=True, slots=True)
class _Figure:
    item: Item
    count: Count


def remainders(items: Sequence[Item], context: Context) -> Iterator[Dispute]:
    """A whole that is not filled by the parts which its teller, or the report that quotes him, gives beside it."""
    by_harm: defaultdict[tuple[str, str], list[_Figure]] = defaultdict(list)
    for item in items:
        if item.claim.status == "asserted":
            for count in item.figures:
                if count.low is not None and count.qualifier not in VAGUE:
                    by_harm[item.claim.report, count.harm].append(_Figure(item, count))
    for (_, harm), told in sorted(by_harm.items(), key=lambda entry: entry[0]):
        yield from _remainder(harm, told, context)


def _remainder(harm: str, told: Sequence[_Figure], context: Context) -> Iterator[Dispute]:
    wholes = [figure for figure in told if _may_be_whole(figure.count)]
    if not wholes:
        return
    whole = max(wholes, key=lambda figure: (figure.count.low or 0, figure.item.id))
    parts = _parts(whole, told, context)
    tops = [top for figure in parts if (top := _top(figure.count)) is not None]
    rest = (whole.count.low or 0) - sum(tops)
    if len(parts) > 1 and len(tops) == len(parts) and rest > 0:
        ids = tuple(sorted({whole.item.id, *(figure.item.id for figure in parts)}))
        text = _text(harm, whole, parts, rest=rest, context=context)
        yield Dispute("unaccounted_remainder", f"counts.{harm}", ids, text.ar, text.en)


def _may_be_whole(count: Count) -> bool:
    return count.scope == "total" and count.civil_status in WHOLE and count.party is None


def _top(count: Count) -> int | None:
    return count.high if count.high is not None else count.best


def _parts(whole: _Figure, told: Sequence[_Figure], context: Context) -> list[_Figure]:
    """The figures of whom the whole is made up, one for each status and party; none where one of these has two."""
    parts: dict[tuple[str, str], _Figure] = {}
    for figure in told:
        if _may_be_whole(figure.count) or not _goes_on(whole.item, figure.item, context):
            continue
        known = parts.setdefault((figure.count.civil_status, figure.count.party or ""), figure)
        if _top(known.count) != _top(figure.count):
            return []
    return [parts[key] for key in sorted(parts)]


def _goes_on(whole: Item, part: Item, context: Context) -> bool:
    """Whether a part is told by the teller of the whole, or in the report's own voice, which goes on with his account."""
    return context.tellers[whole.id] == context.tellers[part.id] or not part.claim.attribution.chain


def _text(harm: str, whole: _Figure, parts: Sequence[_Figure], *, rest: int, context: Context) -> Said:
    total = sum(_top(figure.count) or 0 for figure in parts)
    return context.words.say(
        "dispute", "unaccounted_remainder", harm=named("harm", harm), a=context.claimant(whole.item.claim),
        x=context.words.figure(whole.count.low, whole.count.high), y=plain(total), rest=plain(rest),
        parts=context.words.join(_part(figure, context) for figure in parts),
    )  # fmt: skip


def _part(figure: _Figure, context: Context) -> Said:
    count = figure.count
    said = {"status": named("civil_status", count.civil_status), "x": plain(_top(count) or 0)}
    party = _party(figure)
    if party is None:
        return context.words.say("dispute", "part", **said)
    return context.words.say("dispute", "part_of", party=party, **said)


def _party(figure: _Figure) -> Said | None:
    """The name of the party whose people were counted, None where no party of the claim bears its id."""
    claim = figure.item.claim
    for party in (*claim.targets, *claim.actors):
        if party.id is not None and party.id == figure.count.party:
            return Said(party.name_ar or party.said, party.name_en or party.said)
    return None
