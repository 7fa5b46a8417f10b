"""Fits the weights by which claims are grouped to incidents that people coded and to reports that a reader marked.

usage: python scripts/fit_grouping.py FOLDER [--write]

FOLDER holds ``airwars/`` (reports, and the incidents that each tells of) and ``marked/`` (spans of some of these reports,
one a happening). Incidents are halved by a hash of their code: weights are learnt from the even half, the odd half is only
looked at. A pair of claims is one happening where both tell of one coded incident (its day, its place, one of its reports)
or lie in one marked happening; it is two where they tell of two incidents, of an incident and of something else in its
reports, or lie in two marked happenings. Pairs that a rule refuses are not learnt from.

The weights start from ``scripts/grouping_prior.toml``, what we expect before any data, and are moved no further than the
data ask for: a signal that the data never show keeps its prior. Printed is what five-fold cross-validation (by incident)
says of pairs of the development half, and what the weights do on the held-out half; ``--write`` puts them into the pack.
"""

import argparse
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped]
from sklearn.model_selection import GroupKFold  # type: ignore[import-untyped,import-not-found,unused-ignore]

from grouping_pairs import Labelled, labelled_pairs, load

HERE: Final = Path(__file__).parent
PRIOR: Final = HERE / "grouping_prior.toml"
TARGET: Final = HERE.parent / "src/tawatur/packs/record/grouping.toml"
STIFF: Final = 4.0
"""How firmly a weight is held at its prior: the pull of a weight moved by one, in pairs."""
FOLDS: Final = 5
HELD: Final = (
    "type.unlike",
    "type.through",
    "place.one_area",
    "place.homonym",
    "place.around",
    "place.near",
    "place.within",
    "place.spelled",
    "victim.dead",
    "area.bare",
    "area.city",
    "area.kinds",
    "area.rival",
    "area.wide",
    "arms.other",
    "hour.other",
    "object.other",
    "count.but",
    "day.next",
    "day.shifted",
    "day.told",
    "day.unknown",
    "report.arms",
    "report.open",
    "report.undated",
)
"""Signals that keep their prior: which claims are of an incident is told by the names of their places and by their days, give
or take one, so that the data cannot speak of these, nor of what tells two acts of one place and day apart."""
HEAD: Final = """\
# What each signal of a pair of claims says for (above 0) or against their telling of one happening, in log odds. Fitted by
# scripts/fit_grouping.py, whose head says how and on what; what the signals mean stands in docs/decisions/0010.
"""


def prior() -> dict[str, float]:
    """The weights before any data, by signal."""
    tables = tomllib.loads(PRIOR.read_text(encoding="utf-8"))
    return {f"{table}.{key}": float(value) for table, held in tables.items() for key, value in held.items()}


def fit(pairs: Sequence[Labelled]) -> dict[str, float]:
    """The weight of each signal: logistic regression, held at the prior."""
    start = prior()
    names = sorted(start)
    column = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(pairs), len(names)))
    for row, pair in enumerate(pairs):
        for signal in pair.signals:
            table[row, column[signal]] = 1.0
    same = np.array([1.0 if pair.same else -1.0 for pair in pairs])
    shares = np.array([pair.share for pair in pairs])
    begin = np.array([start[name] for name in names])
    free = np.array([float(name not in HELD) for name in names])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margin = same * (table @ weights)
        moved = weights - begin
        gradient = (STIFF * moved - table.T @ (shares * same / (1.0 + np.exp(margin)))) * free
        return float(shares @ np.logaddexp(0.0, -margin) + STIFF / 2 * moved @ moved), gradient

    found = minimize(loss, begin, jac=True, method="L-BFGS-B").x
    return dict(zip(names, map(float, found), strict=True))


def points(pair: Labelled, weights: dict[str, float]) -> float:
    """What the signals of a pair add up to."""
    return sum(weights[signal] for signal in pair.signals)


def rates(pairs: Sequence[Labelled], sums: Sequence[float]) -> str:
    """Shares of the pairs of one happening at or above 0, and of the pairs of two below it, each incident alike."""

    def share(same: bool) -> float:
        rows = [
            (pair.share, (total >= 0.0) == same) for pair, total in zip(pairs, sums, strict=True) if pair.same == same
        ]
        return sum(weight for weight, right in rows if right) / sum(weight for weight, _ in rows)

    return f"one happening seen as one {share(True):.3f}, two as two {share(False):.3f}"


def cross_validated(pairs: Sequence[Labelled]) -> list[float]:
    """The sums of pairs by weights fitted without their incident."""
    sums = [0.0] * len(pairs)
    owners = [pair.owner for pair in pairs]
    for seen, unseen in GroupKFold(FOLDS).split(pairs, groups=owners):
        weights = fit([pairs[number] for number in seen])
        for number in unseen:
            sums[number] = points(pairs[number], weights)
    return sums


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true", help=f"write the weights to {TARGET.name}")
    asked = parser.parse_args()
    report(labelled_pairs(asked.data, load(asked.data)), write=asked.write)


def report(pairs: Sequence[Labelled], *, write: bool) -> dict[str, float]:
    """Print what the fit is worth, and return it."""
    learnt = [pair for pair in pairs if pair.half == "development"]
    held = [pair for pair in pairs if pair.half == "held out"]
    start, weights = prior(), fit(learnt)
    for name, rows in (("development", learnt), ("held out", held)):
        one = sum(pair.same for pair in rows)
        print(f"{name}: {one} pairs of one happening, {len(rows) - one} of two")
    print("prior, development:      ", rates(learnt, [points(pair, start) for pair in learnt]))
    print("cross-validated on it:   ", rates(learnt, cross_validated(learnt)))
    print("prior, held-out half:    ", rates(held, [points(pair, start) for pair in held]))
    print("fitted, held-out half:   ", rates(held, [points(pair, weights) for pair in held]))
    if write:
        TARGET.write_text(written(weights), encoding="utf-8")
    return weights


def written(weights: dict[str, float]) -> str:
    """The file of weights, a table a kind of signal."""
    lines, table = [HEAD], None
    for signal, weight in weights.items():
        name, _, key = signal.partition(".")
        if name != table:
            lines.append(f"\n[{name}]\n")
            table = name
        lines.append(f"{key} = {round(weight, 2) + 0.0}\n")
    return "".join(lines)


if __name__ == "__main__":
    main()
