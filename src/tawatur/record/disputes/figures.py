"""Disputes between figures: what cannot both be true, what was overtaken, what does not count the same people."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from tawatur.model.claim import Claim
from tawatur.model.event import Dispute
from tawatur.record.context import Context
from tawatur.record.item import PERIODS
from tawatur.record.settling.figures import Figure, Told
from tawatur.record.words import named

Claims = Mapping[str, Claim]
Days = tuple[date, date] | None


def contradictions(told: Iterable[Told], claims: Claims, days: Days, context: Context) -> Iterator[Dispute]:
    """Figures of different tellers that exclude one another, and of which neither can be an earlier count of the other.

    One a figure: its sentence names the two that lie furthest apart.
    """
    for row in told:
        pairs = [pair for pair in _exclusive(row) if row.key.scope == "total" and not _overtaken(*pair, days)]
        if pairs:
            yield _of_figures("contradiction", row, pairs, claims, context)


def superseded(told: Iterable[Told], claims: Claims, days: Days, context: Context) -> Iterator[Dispute]:
    """Figures that later ones took the place of: of one teller, or while the toll of the day still rose."""
    for row in told:
        pairs = [pair for pair in row.replaced if not _of_one_report(*pair, claims)]
        if row.key.scope == "total":
            pairs += [pair for pair in _exclusive(row) if _overtaken(*pair, days)]
        if pairs:
            yield _of_figures("superseded", row, pairs, claims, context)


def _of_one_report(first: Figure, second: Figure, claims: Claims) -> bool:
    """Whether one report gives both figures: then the lower is a part of the higher, unless the higher corrects it."""
    reports = [{claims[claim].report for claim in figure.claims} for figure in (first, second)]
    return reports[0] <= reports[1] and not second.correcting


def _exclusive(row: Told) -> list[tuple[Figure, Figure]]:
    """Pairs of current figures that cannot both be true, the lower first; those nobody signs only where nobody signs any."""
    signed = [figure for figure in row.current if not figure.unsigned]
    pairs = (sorted(pair, key=lambda figure: figure.low) for pair in combinations(signed or row.current, 2))
    return [(low, high) for low, high in pairs if not low.fits(high)]


def _overtaken(low: Figure, high: Figure, days: Days) -> bool:
    """Whether the lower figure can be an early count: told on the happening's own day, and no later than the higher."""
    if low.day is None or high.day is None or days is None:
        return False
    return low.day <= days[1] and low.day <= high.day


def _of_figures(
    kind: str, row: Told, pairs: Sequence[tuple[Figure, Figure]], claims: Claims, context: Context
) -> Dispute:
    first, second = max(pairs, key=lambda pair: (abs(pair[1].low - pair[0].low), pair[0].claims, pair[1].claims))
    ids = sorted({claim for pair in pairs for figure in pair for claim in figure.claims})
    text = context.words.say(
        "dispute", kind, harm=named("harm", row.key.harm),
        a=context.claimant(claims[first.claims[0]]), x=context.words.figure(first.low, first.high),
        b=context.claimant(claims[second.claims[0]]), y=context.words.figure(second.low, second.high),
    )  # fmt: skip
    return Dispute(kind, f"counts.{row.key.harm}", tuple(ids), text.ar, text.en)


def scope_mismatches(told: Iterable[Told], claims: Claims, days: Days, context: Context) -> Iterator[Dispute]:
    """Figures of the happening beside figures since a date or of a campaign, for one harm."""
    del days
    by_harm: defaultdict[str, list[Told]] = defaultdict(list)
    for row in told:
        if row.key.scope == "total":
            by_harm[row.key.harm].append(row)
    for harm, rows in sorted(by_harm.items()):
        own = [row for row in rows if row.key.period in PERIODS]
        longer = [row for row in rows if row.key.period not in PERIODS]
        if own and longer:
            yield _scope_mismatch(harm, own, longer, claims, context)


def _scope_mismatch(harm: str, own: list[Told], longer: list[Told], claims: Claims, context: Context) -> Dispute:
    one, other = own[0].current[0], longer[0].current[0]
    ids = sorted({claim for row in (*own, *longer) for figure in row.current for claim in figure.claims})
    text = context.words.say(
        "dispute", "scope_mismatch", harm=named("harm", harm),
        x=context.words.figure(one.low, one.high), p=named("period", own[0].key.period),
        y=context.words.figure(other.low, other.high), q=named("period", longer[0].key.period),
        a=context.claimant(claims[one.claims[0]]), b=context.claimant(claims[other.claims[0]]),
    )  # fmt: skip
    return Dispute("scope_mismatch", f"counts.{harm}", tuple(ids), text.ar, text.en)
