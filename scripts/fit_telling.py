"""Fits the weights of the signs that a frame tells of a happening (``packs/ar/telling.toml``) and prints how well they do.

Usage: ``python scripts/fit_telling.py DATA [--write]``, DATA being the folder of benchmarks. It reads sentences that
several annotators have judged (``gsr``), reports whose happenings a reader has marked (``marked``, texts in
``airwars``), and the pack's own cases of claims. A sentence says only that some frame of it tells, not which: the
likeliest is taken, again and again until it stays. What is printed is measured by cross-validation, on sentences that
the weights have not seen. Needs the extra ``fit``.
"""

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from sklearn.feature_extraction import DictVectorizer  # type: ignore[import-untyped,import-not-found,unused-ignore]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped,import-not-found,unused-ignore]
from sklearn.model_selection import KFold  # type: ignore[import-untyped,import-not-found,unused-ignore]
from tests.claim.claim_cases import read_claim_cases

from tawatur.claim.frames import Frame, find_frames
from tawatur.claim.said import Said
from tawatur.claim.scope import Scope, scope_of
from tawatur.claim.speech import Floor, floor_after, speech_of
from tawatur.claim.telling import BIAS, COMPANY, CROWD, is_weighed, signs_of
from tawatur.lang.pack import Pack, load_pack
from tawatur.lang.vocabulary import claim_type
from tawatur.mark.all import mark_text

TARGET: Final = Path(__file__).parents[1] / "src/tawatur/packs/ar/telling.toml"
STRENGTH: Final = 0.1
"""The inverse of the pull towards zero: small, since the signs are many and the sentences few."""
SHARE: Final = {"assault": 1.0, "protest": 1.0, "marked": 0.3, "cases": 1.0}
"""What a frame of each set weighs: reports of one war would otherwise drown general news."""
UNSURE: Final = 0.6
"""What a text weighs on which annotators disagreed, beside one on which they agreed."""
FOLDS: Final = 5
ROUNDS: Final = 4
LEAST: Final = 0.02
HEAD: Final = """\
# What speaks for and against a frame telling of a happening, rather than mentioning one. A frame of violence or protest
# tells where the weights of its signs add up to no less than nothing. Fitted by scripts/fit_telling.py, never by hand;
# the signs are described in src/tawatur/claim/telling.py.
"""


@dataclass(frozen=True, slots=True)
class Item:
    """A text with the signs of each of its frames, and whether one of them tells. ``sure`` ones all annotators agreed on."""

    set: str
    told: bool
    sure: bool
    frames: tuple[tuple[str, ...], ...]


def items(data: Path, pack: Pack) -> Iterator[Item]:
    """Everything that has been judged, set by set."""
    for name in ("assault", "protest"):
        for row in _lines(data / f"gsr/{name}.jsonl.gz"):
            if row["label"] != "ambiguous":
                frames = tuple(_signs(one) for one in _told(row["text"], None, pack) if _is(one[1], name.upper()))
                yield Item(name, row["label"] == "yes", row["label"] != "difficult no", frames)
    texts = {row["id"]: row for row in _lines(data / "airwars/reports.jsonl.gz")}
    for row in _lines(data / "marked/gold.jsonl"):
        report = texts[row["id"]]
        for one in _told(report["text"], report["title"], pack):
            label = _marked(one[1], row["happenings"])
            if label is not None:
                yield Item("marked", label, True, (_signs(one),))


def cases(pack: Pack) -> Iterator[Item]:
    """The frames of the pack's own cases of claims: those tell of whose type a claim is wanted."""
    for case in read_claim_cases():
        wanted = {one.type for one in case.want}
        for one in _told(case.text, None, pack):
            yield Item("cases", one[1].type in wanted, True, (_signs(one),))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    packed = path.read_bytes()
    lines = gzip.decompress(packed) if path.suffix == ".gz" else packed
    yield from map(json.loads, lines.splitlines())


def _told(chars: str, title: str | None, pack: Pack) -> Iterator[tuple[Scope, Frame, Said]]:
    """The frames of a text that are asserted and whose telling is weighed."""
    marks = mark_text(chars, pack, title=title)
    floor = Floor(quotations=tuple(mark.span for mark in marks.quotations))
    for sentence in marks.sentences:
        scope = scope_of(chars, marks, sentence)
        speech = speech_of(scope, floor)
        floor = floor_after(scope, speech, floor)
        for frame in find_frames(scope):
            if is_weighed(scope, frame):
                yield scope, frame, speech.of(frame.trigger.span)


def _signs(one: tuple[Scope, Frame, Said]) -> tuple[str, ...]:
    return signs_of(*one)


def _is(frame: Frame, plover: str) -> bool:
    return claim_type(frame.type).plover == plover


def _marked(frame: Frame, happenings: Sequence[dict[str, Any]]) -> bool | None:
    """True where the reader marked such a happening here, False where he marked none at all, None where it is another."""
    start, end = frame.clause
    here = [one for one in happenings if one["span"][0] < end and start < one["span"][1]]
    if not here:
        return False
    family = claim_type(frame.type).plover
    return True if any(_plover(one["type"]) == family for one in here) else None


def _plover(type_name: str) -> str | None:
    try:
        return claim_type(type_name).plover
    except KeyError:  # the reader's own word for something that the vocabulary has no type for
        return None


def fit(rows: Sequence[Item]) -> dict[str, float]:
    """The weight of each sign, and the bias."""
    owners = [number for number, item in enumerate(rows) for _ in item.frames]
    table = [dict.fromkeys(signs, 1.0) for item in rows for signs in item.frames]
    told = np.array([rows[owner].told for owner in owners])
    shares = np.array([_share(rows[owner]) for owner in owners])
    vectors = DictVectorizer()
    signs = vectors.fit_transform(table)
    kept = np.ones(len(owners), dtype=bool)
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    for _ in range(ROUNDS):
        model.fit(signs[kept], told[kept], shares[kept])
        kept = _likeliest(owners, told, model.decision_function(signs))
    weights = dict(zip(vectors.get_feature_names_out(), model.coef_[0], strict=True))
    return {BIAS: float(model.intercept_[0]), **{sign: float(weight) for sign, weight in weights.items()}}


def _share(item: Item) -> float:
    """What the frames of a text weigh: less where annotators disagreed."""
    return SHARE[item.set] * (1.0 if item.sure else UNSURE)


def _likeliest(owners: Sequence[int], told: np.ndarray, scores: np.ndarray) -> np.ndarray:
    """Which frames to learn from: all of a text that tells nothing, the likeliest of one that tells something."""
    best: dict[int, int] = {}
    for row, owner in enumerate(owners):
        if owner not in best or scores[row] > scores[best[owner]]:
            best[owner] = row
    return np.array([not told[row] or best[owner] == row for row, owner in enumerate(owners)])


def total(item: Item, weights: dict[str, float]) -> float:
    """The sum of the weights of the frame of a text that speaks loudest; minus infinity where it has none."""
    return max(
        (weights[BIAS] + sum(weights.get(sign, 0.0) for sign in signs) for signs in item.frames), default=-np.inf
    )


def cross_validated(rows: Sequence[Item]) -> np.ndarray:
    """The sum for each text by weights that were fitted without it."""
    sums = np.zeros(len(rows))
    for seen, unseen in KFold(FOLDS, shuffle=True, random_state=0).split(rows):
        weights = fit([rows[number] for number in seen])
        sums[unseen] = [total(rows[number], weights) for number in unseen]
    return sums


def f_score(
    rows: Sequence[Item], sums: np.ndarray, name: str, border: float, *, beta: int = 1, sure: bool = False
) -> float:
    """F of one set at a border (``beta`` times as much for recall); ``sure``: without what annotators disagreed on."""
    judged = [
        (item.told, bool(value >= border))
        for item, value in zip(rows, sums, strict=True)
        if item.set == name and (item.sure or item.told or not sure)
    ]
    right, told, seen = (sum(flags) for flags in zip(*((a and b, a, b) for a, b in judged), strict=True))
    return float((1 + beta**2) * right / max(1, beta**2 * told + seen))


def _border(rows: Sequence[Item], sums: np.ndarray, name: str, *, beta: int) -> float:
    """The sum from which on a frame tells: where a set's F is highest, with and without what annotators disagreed on.

    In reports of a war recall counts more (``beta``).
    """
    borders = np.arange(-2.0, 0.5, 0.05)

    def both(at: float) -> float:
        return sum(f_score(rows, sums, name, at, beta=beta, sure=sure) for sure in (False, True))

    return float(max(borders, key=both))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true", help=f"write the weights to {TARGET.name}")
    asked = parser.parse_args()
    pack = load_pack("ar")
    rows = [*items(asked.data, pack), *cases(pack)]
    sums = cross_validated(rows)
    alone, crowd = _border(rows, sums, "assault", beta=1), _border(rows, sums, "protest", beta=1)
    helped = _border(rows, sums, "marked", beta=4)
    for name, border in (("assault", alone), ("protest", crowd), ("marked", helped), ("cases", alone)):
        agreed = f_score(rows, sums, name, border, sure=True)
        print(f"{name}: F1 {f_score(rows, sums, name, border):.3f}, where annotators agree {agreed:.3f}")
    weights = fit(rows)
    weights[BIAS] -= alone
    weights[COMPANY] = alone - helped
    weights[CROWD] = weights.get(CROWD, 0.0) + alone - crowd
    if asked.write:
        TARGET.write_text(_written(weights), encoding="utf-8")


def _written(weights: dict[str, float]) -> str:
    """The file of weights, the heaviest against first."""
    heavy = sorted((round(weight, 2), sign) for sign, weight in weights.items() if abs(weight) >= LEAST)
    return HEAD + "".join(f'\n[[rule]]\nid = "{sign}"\nweight = {weight}\n' for weight, sign in heavy)


if __name__ == "__main__":
    main()
