"""Fits the weights of the signs that a frame tells of a happening (``packs/ar/telling.toml``) and prints how well they do.

Usage: ``python scripts/fit_telling.py DATA [--write]``, DATA being the folder of benchmarks. It reads sentences that
several annotators have judged (``gsr``), reports whose happenings a reader has marked (``marked``, texts in
``airwars``), and the pack's own cases of claims. A sentence says only that some frame of it tells, not which: the
likeliest is taken, again and again until it stays. What is printed is measured by cross-validation: neither the weights
nor the border have seen the article that a sentence is from. Needs the extra ``fit``.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from scipy.sparse import csr_matrix, diags, vstack  # type: ignore[import-untyped,import-not-found,unused-ignore]
from sklearn.feature_extraction import DictVectorizer  # type: ignore[import-untyped,import-not-found,unused-ignore]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped,import-not-found,unused-ignore]
from sklearn.model_selection import GroupKFold  # type: ignore[import-untyped,import-not-found,unused-ignore]

from tawatur.claim.news.telling import BIAS, COMPANY, CROWD
from tawatur.lang.pack import load_pack
from telling_judged import Item, cases, items

TARGET: Final = Path(__file__).parents[1] / "src/tawatur/packs/ar/telling.toml"
STRENGTH: Final = {False: 0.15, True: 0.6}
"""The inverse of the pull towards zero, for violence and for protests: small, since the signs are many, the sentences few."""
RARITY: Final = {False: 0.5, True: 0.0}
"""How much less a rare sign is pulled towards zero: the power of its spread that it is divided by."""
SHARE: Final = {"assault": 1.0, "protest": 1.0, "marked": 0.3, "cases": 0.1}
"""What a frame of each set weighs: reports of one war, and cases that tell, would otherwise drown general news."""
MENTIONED: Final = 1.0
"""What a case weighs whose frame only mentions: they are few."""
HARDER: Final = 1.5
"""What a case that is read wrongly weighs in the next round, times what it weighed."""
MIDDLE: Final = {False: -0.4, True: 0.2}
"""About where the borders of violence and of protests come to lie."""
UNSURE: Final = 0.6
"""What a text weighs on which annotators disagreed, beside one on which they agreed."""
BORDERS: Final = np.arange(-3.0, 1.5, 0.05)
MARGIN: Final = 0.12
"""How far a case is to be from there."""
FOLDS: Final = 5
SHUFFLES: Final = 3
"""How often the articles are dealt out to the folds anew; what is printed is the mean."""
ROUNDS: Final = 14
MOST_DENY: Final = 0.34
"""The share of votes up to which every frame of a text is learnt from as one that does not tell."""
RECALL: Final = 4
"""How much more recall counts in reports of a war."""
LEAST: Final = 0.01
HEAD: Final = """\
# What speaks for and against a frame telling of a happening, rather than mentioning one. A frame of violence or protest
# tells where the weights of its signs add up to no less than nothing; those of a protest begin with "crowd". Fitted by
# scripts/fit_telling.py, never by hand; the signs are described in src/tawatur/claim/news/telling.py.
"""


Weights = dict[str, float]


def fit(rows: Sequence[Item], middle: dict[bool, float] = MIDDLE) -> Weights:
    """The weight of each sign, and the biases: violence and protests are learnt apart."""
    return {sign: weight for crowd in (False, True) for sign, weight in _fit(rows, middle[crowd], crowd=crowd).items()}


def _fit(rows: Sequence[Item], middle: float, *, crowd: bool) -> Weights:
    """The weights of one family, fitted again and again: to the likeliest frame of each text that tells, with more
    weight for cases that are still read wrongly."""
    owners = [number for number, item in enumerate(rows) for signs in item.frames if _is_crowd(signs) == crowd]
    table = [dict.fromkeys(signs, 1.0) for item in rows for signs in item.frames if _is_crowd(signs) == crowd]
    votes = np.array([rows[owner].votes for owner in owners])
    shares = np.array([_share(rows[owner]) for owner in owners])
    of_cases = np.array([rows[owner].set == "cases" for owner in owners])
    vectors = DictVectorizer()
    signs = vectors.fit_transform(table)
    scale = _scale(signs, RARITY[crowd])
    signs = (signs @ diags(scale)).tocsr()
    kept = np.arange(len(owners))
    model = LogisticRegression(C=STRENGTH[crowd], max_iter=3000)
    for _ in range(ROUNDS):
        told = np.repeat([True, False], len(kept))
        weight = np.concatenate([shares[kept] * votes[kept], shares[kept] * (1 - votes[kept])])
        model.fit(vstack([signs[kept], signs[kept]]), told, weight)
        scores = model.decision_function(signs)
        kept = _likeliest(owners, votes, scores)
        clear = np.where(votes > 0, scores - middle, middle - scores) >= MARGIN
        shares = np.where(of_cases & ~clear, shares * HARDER, shares)
    found = zip(vectors.get_feature_names_out(), model.coef_[0] * scale, strict=True)
    return {CROWD if crowd else BIAS: float(model.intercept_[0]), **{sign: float(weight) for sign, weight in found}}


def _is_crowd(signs: Sequence[str]) -> bool:
    return signs[0].startswith(CROWD)


def _scale(signs: csr_matrix, power: float) -> np.ndarray:
    """What each sign is multiplied with before the fit, about 1: more where it is rare."""
    share = np.asarray(signs.mean(axis=0)).ravel()
    spread = np.sqrt(share * (1 - share)) + 1e-3
    return np.asarray((spread / spread.mean()) ** -power)


def _share(item: Item) -> float:
    """What the frames of a text weigh: nothing where the text tells by the form of another."""
    if item.plain and item.votes > MOST_DENY:
        return 0.0
    if item.set == "cases" and not item.told:
        return MENTIONED
    return SHARE[item.set] * (1.0 if item.sure else UNSURE)


def _likeliest(owners: Sequence[int], votes: np.ndarray, scores: np.ndarray) -> np.ndarray:
    """Which frames to learn from: all of a text that few or none say tells, the likeliest of any other."""
    best: dict[int, int] = {}
    for row, owner in enumerate(owners):
        if owner not in best or scores[row] > scores[best[owner]]:
            best[owner] = row
    return np.array([row for row, owner in enumerate(owners) if votes[row] <= MOST_DENY or best[owner] == row])


def total(item: Item, weights: Weights) -> float:
    """The sum of the weights of the frame of a text that speaks loudest; minus infinity where it has none.

    Infinity where a frame is told by its form: no border is above that.
    """
    if item.plain:
        return float(np.inf)
    return max(
        (
            weights[CROWD if _is_crowd(signs) else BIAS] + sum(weights.get(sign, 0.0) for sign in signs)
            for signs in item.frames
        ),
        default=-np.inf,
    )


def unseen(rows: Sequence[Item]) -> np.ndarray:
    """The sum for each text by weights that were fitted without its article."""
    sums = np.zeros(len(rows))
    for learnt, left in _folds(rows):
        weights = fit([rows[number] for number in learnt])
        sums[left] = [total(rows[number], weights) for number in left]
    return sums


def above(rows: Sequence[Item], shuffle: int) -> np.ndarray:
    """How far each text is above the border of its set, weights and borders both chosen without its article."""
    sums = np.full(len(rows), -np.inf)
    for learnt, left in _folds(rows, shuffle):
        weights = settled([rows[number] for number in learnt])
        helped = {**weights, BIAS: weights[BIAS] + weights[COMPANY]}
        sums[left] = [total(rows[number], helped if rows[number].set == "marked" else weights) for number in left]
    return sums


def _folds(rows: Sequence[Item], shuffle: int = 0) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    yield from GroupKFold(FOLDS, shuffle=True, random_state=shuffle).split(rows, groups=[item.article for item in rows])


def f_score(
    rows: Sequence[Item], sums: np.ndarray, name: str, at: float, *, beta: int = 1, sure: bool = False
) -> float:
    """F of one set at a border (``beta`` times as much for recall); ``sure``: without what annotators disagreed on."""
    judged = [
        (item.told, bool(value >= at))
        for item, value in zip(rows, sums, strict=True)
        if item.set == name and item.judged and (item.sure or not sure)
    ]
    right, told, seen = (sum(flags) for flags in zip(*((a and b, a, b) for a, b in judged), strict=True))
    return float((1 + beta**2) * right / max(1, beta**2 * told + seen))


def border(rows: Sequence[Item], sums: np.ndarray, name: str, *, beta: int) -> float:
    """The sum from which on a frame tells: where a set's F is highest, that where annotators agree counting twice.

    In reports of a war recall counts more (``beta``).
    """

    def both(at: float) -> float:
        return sum(f_score(rows, sums, name, at, beta=beta, sure=sure) for sure in (False, True, True))

    return float(max(BORDERS, key=both))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true", help=f"write the weights to {TARGET.name}")
    asked = parser.parse_args()
    pack = load_pack("ar")
    rows = [*items(asked.data, pack), *cases(pack)]
    shuffled = [above(rows, shuffle) for shuffle in range(SHUFFLES)]
    for name in ("assault", "protest", "marked"):
        every, agreed = (
            np.mean([f_score(rows, sums, name, 0.0, sure=sure) for sums in shuffled]) for sure in (False, True)
        )
        print(f"{name}: F1 {every:.3f}, where annotators agree {agreed:.3f}")
    if asked.write:
        TARGET.write_text(_written(settled(rows)), encoding="utf-8")


def settled(rows: Sequence[Item]) -> Weights:
    """The weights with their borders moved to nought, and what the company of a told sentence adds."""
    sums = unseen(rows)
    middle = {crowd: border(rows, sums, name, beta=1) for crowd, name in ((False, "assault"), (True, "protest"))}
    weights = fit(rows, middle)
    weights[BIAS] -= middle[False]
    weights[CROWD] -= middle[True]
    weights[COMPANY] = middle[False] - border(rows, sums, "marked", beta=RECALL)
    return weights


def _written(weights: dict[str, float]) -> str:
    """The file of weights, the heaviest against first."""
    heavy = sorted((round(weight, 2), sign) for sign, weight in weights.items() if abs(weight) >= LEAST)
    return HEAD + "".join(f'\n[[rule]]\nid = "{sign}"\nweight = {weight}\n' for weight, sign in heavy)


if __name__ == "__main__":
    main()
