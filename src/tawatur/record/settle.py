"""The counts of an event under the policy "range", each with the claims that carry it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from tawatur.model.event import SettledCount
from tawatur.record.figures import Figure, Told
from tawatur.record.item import PERIODS

POLICY: Final = "range"


def settle_counts(told: Iterable[Told], *, lasting: bool) -> tuple[SettledCount, ...]:
    """The settled figures, those of the happening itself first.

    Tolls "since" a date or of a campaign are counts only of an event that itself lasts (``lasting``): for any other
    they would be read as its own. They stay in their claims and in its disputes.
    """
    rows = [row for row in told if lasting or row.key.period in PERIODS]
    rows.sort(key=lambda row: (row.key.scope != "total", row.key.period not in PERIODS, row.key.order()))
    return tuple(_settle(row) for row in rows)


def _settle(row: Told) -> SettledCount:
    """Low is the lowest low of the current figures, high the highest of what they bound, None where none bounds it."""
    figures = _telling(row.current)
    low = min(figure.low for figure in figures)
    highs = [figure.high for figure in figures if figure.high is not None]
    high = max(highs, default=None)
    if high is not None and any(figure.high is None and figure.low > high for figure in figures):
        high = None
    claims = tuple(sorted({claim for figure in row.current for claim in figure.claims}))
    key = row.key
    return SettledCount(
        harm=key.harm, civil_status=key.civil_status, party=key.party, scope=key.scope, low=low,
        best=_best(figures), high=high, policy=POLICY, claims=claims, period=key.period, measure=key.measure,
    )  # fmt: skip


def _telling(figures: Sequence[Figure]) -> list[Figure]:
    """The figures without those vague ones that an exact one already fulfils."""
    exact = [figure for figure in figures if not figure.vague]
    return [figure for figure in figures if not figure.vague or not any(figure.fits(other) for other in exact)]


def _best(figures: Sequence[Figure]) -> int | None:
    """The figure that most tellers give; of equals the one told last, then the higher. None where none has a best."""
    votes: Counter[int] = Counter()
    latest: defaultdict[int, date] = defaultdict(lambda: date.min)
    for figure in figures:
        if figure.best is not None:
            votes[figure.best] += 1
            latest[figure.best] = max(latest[figure.best], figure.day or date.min)
    return max(votes, key=lambda value: (votes[value], latest[value], value), default=None)
