"""The counts of an event under the named policies, each number with the claims that it rests on.

The policy of a count's low, best and high is "range"; what "lowest", "majority" and "latest" give stands in its bounds.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from tawatur.model.event import Aside, Bound, PartFigure, SettledCount
from tawatur.model.party import Victim
from tawatur.record.item import PERIODS
from tawatur.record.settling.figures import Figure, FigureKey, Told
from tawatur.record.settling.wholes import holds

POLICY: Final = "range"
ORIGINS: Final = ("said", "judged", "named", "parts", "moved")
"""How a figure came about (``Bound.how``), the plainest first."""
UNSIGNED: Final = "nobody is said to be its source, and figures with a source stand beside it"

Named = Sequence[tuple[Victim, tuple[str, ...]]]
"""Victims by name, each with the claims that name it."""


def settle_counts(told: Iterable[Told], *, named: Named, lasting: bool) -> tuple[SettledCount, ...]:
    """The settled figures, those of the happening itself first.

    Tolls "since" a date or of a campaign are counts only of an event that itself lasts (``lasting``), or that has no
    others and so is nothing but a total: elsewhere they would be read as its own. They stay in their claims and disputes.
    """
    rows = list(told)
    if not lasting and any(row.key.period in PERIODS for row in rows):
        rows = [row for row in rows if row.key.period in PERIODS]
    rows.sort(key=lambda row: (row.key.scope != "total", row.key.period not in PERIODS, row.key.order()))
    settled = {row.key: _with_names(row.key, _settle(row), named) for row in rows}
    inside = {key: [other for other in settled if holds(key, other)] for key in settled}
    for key in sorted(settled, key=lambda key: len(inside[key])):  # a whole covers parts that cover theirs
        for part in inside[key]:
            settled[key] = _covering(settled[key], settled[part])
    return tuple(settled.values())


def _settle(row: Told) -> SettledCount:
    """Low is the lowest low of the current figures, high the highest of what they bound, None where none bounds it."""
    signed = [figure for figure in row.current if not figure.unsigned]
    figures = _telling(signed or row.current)
    low = min(figure.low for figure in figures)
    high = _high(figures)
    outside = [figure for figure in row.current if signed and figure.unsigned and not _inside(figure, low, high)]
    best = _best(figures)
    bounds = [_bound("low", low, figures), _bound("best", best, figures), _bound("high", high, figures)]
    key = row.key
    return SettledCount(
        harm=key.harm, civil_status=key.civil_status, party=key.party, scope=key.scope, low=low, best=best, high=high,
        policy=POLICY, claims=_claims(figure for figure in row.current if figure not in outside), period=key.period,
        measure=key.measure, bounds=(*bounds, *_policies(figures, low)), of=_parts(figures),
        aside=tuple(Aside(figure.low, figure.high, figure.claims, UNSIGNED) for figure in outside),
    )  # fmt: skip


def _telling(figures: Sequence[Figure]) -> list[Figure]:
    """The figures without those vague ones that an exact one already fulfils."""
    exact = [figure for figure in figures if not figure.vague]
    return [figure for figure in figures if not figure.vague or not any(figure.fits(other) for other in exact)]


def _high(figures: Sequence[Figure]) -> int | None:
    high = max((figure.high for figure in figures if figure.high is not None), default=None)
    open_above = any(figure.high is None and high is not None and figure.low > high for figure in figures)
    return None if open_above else high


def _inside(figure: Figure, low: int, high: int | None) -> bool:
    """Whether a figure fits the range that others make: then it supports it."""
    return (high is None or figure.low <= high) and (figure.high is None or low <= figure.high)


def _best(figures: Sequence[Figure]) -> int | None:
    """The figure that most tellers give; of equals the one told last, then the higher. None where none has a best."""
    votes: Counter[int] = Counter()
    latest: defaultdict[int, date] = defaultdict(lambda: date.min)
    for figure in figures:
        if figure.best is not None:
            votes[figure.best] += 1
            latest[figure.best] = max(latest[figure.best], figure.day or date.min)
    return max(votes, key=lambda value: (votes[value], latest[value], value), default=None)


def _policies(figures: Sequence[Figure], low: int) -> tuple[Bound, ...]:
    """What the other policies give: the lowest figure, that of more than half of the tellers, that of who told last."""
    given = [figure.best for figure in figures if figure.best is not None]
    most = _best(figures)
    majority = most if 2 * given.count(most) > len(figures) else None  # type: ignore[arg-type]
    last = max((figure.last for figure in figures if figure.last is not None), default=None)
    newest = [figure for figure in figures if figure.last == last] if last is not None else []
    latest = _best(newest)
    return (
        replace(_bound("low", low, figures), name="lowest"),
        replace(_bound("best", majority, figures), name="majority"),
        replace(_bound("best", latest, newest), name="latest"),
    )


def _bound(name: str, number: int | None, figures: Sequence[Figure]) -> Bound:
    """A number with the claims of the figures that have it so."""
    if number is None:
        return Bound(name, None, "said", ())
    having = [figure for figure in figures if getattr(figure, name) == number]
    how = min((figure.how for figure in having), key=ORIGINS.index)
    return Bound(name, number, how, _claims(figure for figure in having if figure.how == how))


def _parts(figures: Sequence[Figure]) -> tuple[PartFigure, ...]:
    """The women, children and others among those counted, each as the tellers have it."""
    groups: defaultdict[str, list[tuple[int, Figure]]] = defaultdict(list)
    for figure in figures:
        for group, number in figure.of:
            groups[group].append((number, figure))
    return tuple(_part(group, told) for group, told in sorted(groups.items()))


def _part(group: str, told: Sequence[tuple[int, Figure]]) -> PartFigure:
    numbers = [number for number, _ in told]
    best = max(set(numbers), key=lambda number: (numbers.count(number), number))
    return PartFigure(group, min(numbers), best, max(numbers), _claims(figure for _, figure in told))


def _with_names(key: FigureKey, count: SettledCount, named: Named) -> SettledCount:
    """The count, its high raised to the number of people whom its tellers name together."""
    if key.scope != "total" or key.period != "incident" or key.measure != "persons" or key.party is not None:
        return count
    theirs = [
        claims for victim, claims in named
        if victim.harm == key.harm and key.civil_status in ("unknown", victim.civil_status)
    ]  # fmt: skip
    if count.high is None or len(theirs) <= count.high:
        return count
    return _raised(count, "high", len(theirs), "named", tuple(sorted({claim for held in theirs for claim in held})))


def _covering(whole: SettledCount, part: SettledCount) -> SettledCount:
    """``whole``, with high and best no less than those of a part of it that other tellers give."""
    if whole.high is not None and part.low is not None and max(part.low, part.high or 0) > whole.high:
        claims = _bound_of(part, "high" if part.high is not None else "low").claims
        whole = _raised(whole, "high", part.high, "parts", claims)
    if whole.best is not None and part.best is not None and part.best > whole.best:
        whole = _raised(whole, "best", part.best, "parts", _bound_of(part, "best").claims)
    return whole


def _bound_of(count: SettledCount, name: str) -> Bound:
    return next(bound for bound in count.bounds if bound.name == name)


def _raised(count: SettledCount, name: str, number: int | None, how: str, claims: tuple[str, ...]) -> SettledCount:
    raised = Bound(name, number, how, claims) if number is not None else Bound(name, None, "said", ())
    bounds = tuple(raised if bound.name == name else bound for bound in count.bounds)
    claims = tuple(sorted({*count.claims, *claims}))
    if name == "high":
        return replace(count, high=number, bounds=bounds, claims=claims)
    return replace(count, best=number, bounds=bounds, claims=claims)


def _claims(figures: Iterable[Figure]) -> tuple[str, ...]:
    return tuple(sorted({claim for figure in figures for claim in figure.claims}))
