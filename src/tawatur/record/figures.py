"""What each teller says of each figure now: a later figure of one teller takes the place of its earlier one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, NamedTuple

from tawatur.model.count import Count
from tawatur.record.item import Item, same_person

VAGUE: Final = ("plural_unstated", "several", "dozens", "hundreds")
"""Qualifiers that bound next to nothing: such a figure supports an exact one and does not widen it."""


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
    """

    teller: str
    low: int
    high: int | None
    best: int | None
    claims: tuple[str, ...]
    day: date | None
    vague: bool = False
    correcting: bool = False

    def fits(self, other: "Figure") -> bool:
        """Whether both can be true."""
        return (other.high is None or self.low <= other.high) and (self.high is None or other.low <= self.high)


@dataclass(frozen=True, slots=True)
class Told:
    """The figures of one key: ``current`` one a teller, ``replaced`` pairs of an earlier figure and its successor."""

    key: FigureKey
    current: tuple[Figure, ...]
    replaced: tuple[tuple[Figure, Figure], ...]


def figures_told(
    items: Sequence[Item], tellers: Mapping[str, str], days: Mapping[str, date | None]
) -> tuple[Told, ...]:
    """The figures of an event's claims by what they count, sorted. ``days`` are the days of the claims' reports."""
    rows: defaultdict[FigureKey, defaultdict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for item in items:
        for count in item.claim.counts:
            if count.low is not None and count.relation != "retracts":
                teller = tellers[item.id]
                rows[_key(count)][teller].append(_figure(count, item.id, teller, days[item.claim.report]))
    _add_named(rows, items, tellers, days)
    return tuple(_told(key, rows[key]) for key in sorted(rows, key=FigureKey.order))


def _key(count: Count) -> FigureKey:
    return FigureKey(count.harm, count.civil_status, count.party, count.scope, count.period, count.measure)


def _figure(count: Count, claim: str, teller: str, day: date | None) -> Figure:
    assert count.low is not None
    correcting = count.relation == "corrects"
    return Figure(teller, count.low, count.high, count.best, (claim,), day, count.qualifier in VAGUE, correcting)


def _told(key: FigureKey, by_teller: Mapping[str, list[Figure]]) -> Told:
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
    )  # fmt: skip


def _add_named(
    rows: defaultdict[FigureKey, defaultdict[str, list[Figure]]],
    items: Sequence[Item],
    tellers: Mapping[str, str],
    days: Mapping[str, date | None],
) -> None:
    """Named victims as a lower bound of what their teller says, never on top of it.

    They make a figure of their own only where their teller gives none for that harm.
    """
    named: defaultdict[tuple[str, str, str], list[tuple[Item, frozenset[str]]]] = defaultdict(list)
    for item in items:
        for victim, words in zip(item.claim.victims, item.victims, strict=True):
            named[tellers[item.id], victim.harm, victim.civil_status].append((item, words))
    for (teller, harm, status), found in sorted(named.items(), key=lambda entry: entry[0]):
        people = tuple(_people({words for _, words in found}))
        claims = tuple(sorted({item.id for item, _ in found}))
        day = min((d for item, _ in found if (d := days[item.claim.report]) is not None), default=None)
        figure = Figure(teller, len(people), len(people), len(people), claims, day)
        keys = [key for key in rows if key.harm == harm and teller in rows[key] and key.period == "incident"]
        if not keys:
            rows[FigureKey(harm, status, None, "total", "incident", "persons")][teller].append(figure)
        for key in keys:
            if key.civil_status == status and key.scope == "total":
                rows[key][teller] = [_at_least(said, figure) for said in rows[key][teller]]


def _people(names: Iterable[frozenset[str]]) -> Iterator[frozenset[str]]:
    """The distinct people among names (as sets of words); the fullest form of a name counts."""
    kept: list[frozenset[str]] = []
    for name in sorted(names, key=lambda words: (-len(words), sorted(words))):
        if not any(same_person(name, other) for other in kept):
            kept.append(name)
            yield name


def _at_least(said: Figure, named: Figure) -> Figure:
    """``said``, raised where more people are named than it counts."""
    if said.low >= named.low:
        return said
    high = None if said.high is None else max(said.high, named.low)
    best = named.low if said.best is None else max(said.best, named.low)
    return replace(said, low=named.low, high=high, best=best, claims=tuple(sorted({*said.claims, *named.claims})))
