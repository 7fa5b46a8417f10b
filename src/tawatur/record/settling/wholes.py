"""Parts inside their whole: civilians inside all, one side's fighters inside all fighters."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tawatur.record.settling.figures import Figure, FigureKey, Told
from tawatur.record.settling.named import at_least

APART = ("civilian", "combatant", "hors_de_combat")
"""Statuses of which a person has one: their figures add up."""


def holds(whole: FigureKey, part: FigureKey) -> bool:
    """Whether everybody whom ``part`` counts is among those whom ``whole`` counts."""
    same = (whole.harm, whole.period, whole.measure) == (part.harm, part.period, part.measure)
    if not same or whole == part or whole.scope != "total":
        return False
    if whole.civil_status == "unknown" and whole.party is None:
        return True
    of_one_kind = whole.civil_status == part.civil_status and whole.party in (None, part.party)
    return of_one_kind and (part.scope == "part" or whole.party != part.party)


def with_parts(told: Sequence[Told]) -> list[Told]:
    """The figures, each teller's whole raised to what its own parts add up to."""
    return [_raised(row, [other for other in told if holds(row.key, other.key)]) for row in told]


def _raised(row: Told, parts: Sequence[Told]) -> Told:
    of_teller: defaultdict[str, list[tuple[FigureKey, Figure]]] = defaultdict(list)
    for part in parts:
        for figure in part.current:
            of_teller[figure.teller].append((part.key, figure))
    return replace(row, current=tuple(_covering(figure, of_teller[figure.teller]) for figure in row.current))


def _covering(whole: Figure, parts: Sequence[tuple[FigureKey, Figure]]) -> Figure:
    inside = [number for _, number in whole.of]
    if inside and max(inside) > whole.low:
        whole = at_least(whole, replace(whole, low=max(inside), how="parts"))
    least = _sum(parts)
    return whole if least is None else at_least(whole, least)


def _sum(parts: Sequence[tuple[FigureKey, Figure]]) -> Figure | None:
    """The least that several parts of one teller add up to, None without parts."""
    if not parts:
        return None
    largest: dict[tuple[str, str | None], Figure] = {}
    for key, figure in sorted(parts, key=lambda entry: (entry[0].order(), entry[1].claims)):
        kind = (key.civil_status, key.party)
        if kind not in largest or figure.low > largest[kind].low:
            largest[kind] = figure
    apart = [
        figure
        for (status, party), figure in largest.items()
        if status in APART and not _doubled(status, party, largest)
    ]
    single = max(largest.values(), key=lambda figure: (figure.low, figure.claims))
    together = sum(figure.low for figure in apart)
    if together <= single.low:
        return replace(single, how="parts")
    return replace(single, low=together, claims=_claims(apart), how="parts")


def _doubled(status: str, party: str | None, kinds: Iterable[tuple[str, str | None]]) -> bool:
    """Whether fighters of no named side stand beside those of a side: these may be among them."""
    return party is None and any(other == status and side is not None for other, side in kinds)


def _claims(figures: Iterable[Figure]) -> tuple[str, ...]:
    return tuple(sorted({claim for figure in figures for claim in figure.claims}))
