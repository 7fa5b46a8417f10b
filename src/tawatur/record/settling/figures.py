"""What each teller says of each figure now: a later figure of one teller takes the place of its earlier one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, NamedTuple

from tawatur.lang.fold import fold_key
from tawatur.model.count import Count
from tawatur.record.item import Item

VAGUE: Final = ("plural_unstated", "several", "dozens", "hundreds")
"""Qualifiers that bound next to nothing: such a figure supports an exact one and does not widen it."""


DIED: Final = "injured_to_killed"
"""The transition of a wounded person who died."""


class FigureKey(NamedTuple):
    """What a figure counts: two figures are compared only where all of this agrees."""

    harm: str
    civil_status: str
    party: str | None
    scope: str
    period: str
    measure: str

    def order(self) -> tuple[str, ...]:
        """A key to sort by."""
        return tuple(part or "" for part in self)


@dataclass(frozen=True, slots=True)
class Figure:
    """A teller's figure: what it bounds, the claims that give it and the first day on which they were reported.

    ``high`` None is no upper bound. ``vague``: nothing but a plural was said. ``correcting``: it says so itself.
    ``of`` are parts by group. ``unsigned``: nobody is said to be its source. ``how`` as in Bound. ``last`` is the last
    day on which they were reported.
    """

    teller: str
    low: int
    high: int | None
    best: int | None
    claims: tuple[str, ...]
    day: date | None
    vague: bool = False
    correcting: bool = False
    of: tuple[tuple[str, int], ...] = ()
    unsigned: bool = False
    how: str = "said"
    last: date | None = None

    def fits(self, other: "Figure") -> bool:
        """Whether both can be true."""
        return (other.high is None or self.low <= other.high) and (self.high is None or other.low <= self.high)


@dataclass(frozen=True, slots=True)
class Told:
    """The figures of one key: ``current`` one a teller, ``replaced`` pairs of an earlier figure and its successor."""

    key: FigureKey
    current: tuple[Figure, ...]
    replaced: tuple[tuple[Figure, Figure], ...]


Rows = dict[FigureKey, dict[str, list[Figure]]]
"""The figures of each key by teller, before those of one teller are made one."""


def rows_of(items: Sequence[Item], tellers: Mapping[str, str], days: Mapping[str, date | None]) -> Rows:
    """The figures that claims state, by what they count and by teller. ``days`` are the days of the claims' reports.

    Left out are the dead who had been counted as wounded (``wounds.moved``), and figures that their teller retracts.
    """
    rows: defaultdict[FigureKey, defaultdict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for item in items:
        for number, count in enumerate(item.claim.counts):
            if count.low is not None and count.relation != "retracts" and not _of_the_wounded(count, item):
                figure = _figure(count, item, tellers[item.id], days[item.claim.report])
                if f"counts[{number}]" in item.judged:
                    figure = replace(figure, how="judged")
                rows[_key(count)][figure.teller].append(figure)
    _retract(rows, items, tellers, days)
    return {key: {teller: held for teller, held in by.items() if held} for key, by in rows.items() if any(by.values())}


def _of_the_wounded(count: Count, item: Item) -> bool:
    """Whether these are the wounded who died: as the dead, or the same person told as wounded in the same claim."""
    if count.transition == DIED:
        return True
    died = any(other.transition == DIED for other in item.claim.counts)
    said = frozenset(fold_key(count.said).split())
    return died and count.harm == "injured" and any(said <= name for name in item.victims)


def _key(count: Count) -> FigureKey:
    return FigureKey(count.harm, count.civil_status, count.party, count.scope, count.period, count.measure)


def _figure(count: Count, item: Item, teller: str, day: date | None) -> Figure:
    assert count.low is not None
    return Figure(
        teller, count.low, count.high, count.best, (item.id,), day, count.qualifier in VAGUE, count.relation == "corrects",
        tuple(sorted(count.of)), item.claim.attribution.mode == "unattributed", last=day,
    )  # fmt: skip


def _retract(
    rows: Mapping[FigureKey, dict[str, list[Figure]]], items: Sequence[Item], tellers: Mapping[str, str],
    days: Mapping[str, date | None],
) -> None:  # fmt: skip
    """Take away what a teller takes back: its figures of that harm and number, told no later."""
    for item in items:
        for count in item.claim.counts:
            if count.relation == "retracts":
                until = days[item.claim.report] or date.max
                for key, by_teller in rows.items():
                    if key.harm == count.harm and tellers[item.id] in by_teller:
                        held = by_teller[tellers[item.id]]
                        held[:] = [one for one in held if (one.day or date.min) > until or not _is_meant(one, count)]


def _is_meant(figure: Figure, retracted: Count) -> bool:
    return retracted.low is None or figure.low == retracted.low


def told_of(key: FigureKey, by_teller: Mapping[str, Sequence[Figure]]) -> Told:
    """The figures of one key, each teller's made one."""
    current, replaced = [], []
    for teller in sorted(by_teller):
        last, gone = _latest(by_teller[teller])
        current.append(last)
        replaced += [(figure, last) for figure in gone]
    return Told(key, tuple(current), tuple(replaced))


def _latest(figures: Iterable[Figure]) -> tuple[Figure, list[Figure]]:
    """The figure that stands after all of one teller's figures were heard in turn, and those that it replaced."""
    first, *rest = sorted(figures, key=_turn)
    stands, gone = first, []
    for figure in rest:
        if stands.fits(figure):
            stands = _both(stands, figure)
        else:
            gone.append(stands)
            stands = figure
    return stands, gone


def _turn(figure: Figure) -> tuple[date, bool, int, int, tuple[str, ...]]:
    """By day; on one day a toll rises, unless a figure says that it corrects."""
    top = figure.high if figure.high is not None else 10**9
    return figure.day or date.min, figure.correcting, figure.low, top, figure.claims


def _both(a: Figure, b: Figure) -> Figure:
    """Two figures of one teller that fit: what both bound, under the claims of both."""
    highs = [high for high in (a.high, b.high) if high is not None]
    low, high = max(a.low, b.low), min(highs, default=None)
    best = next((f.best for f in (b, a) if f.best is not None and not f.vague and low <= f.best), b.best)
    days = [day for day in (a.day, b.day) if day is not None]
    return Figure(
        teller=a.teller, low=low, high=high, best=best, claims=tuple(sorted({*a.claims, *b.claims})),
        day=min(days, default=None), vague=a.vague and b.vague, correcting=a.correcting or b.correcting,
        of=tuple(sorted((dict(a.of) | dict(b.of)).items())), unsigned=a.unsigned and b.unsigned,
        how=b.how if a.how == "said" else a.how,
        last=max((day for day in (a.last, b.last) if day is not None), default=None),
    )  # fmt: skip
