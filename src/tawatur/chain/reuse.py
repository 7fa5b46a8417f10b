"""Whether two texts reuse each other, and how much of the shorter one stands in the longer."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from rapidfuzz.distance import LCSseq

from tawatur.chain.shingles import GRAM, Index, Words, grams, later_sharers

LEAST_SHARED: Final = 0.2
MANY: Final = 60
CLOSEST: Final = 25
"""Of more than ``MANY`` texts that share runs with one, only so many are compared: copies of one wire are linked enough."""
_HINT: Final = 0.02  # below this share of common runs nobody asks whether the words stand in the same order
_SAME_ORDER: Final = 0.55  # unrelated news of one length reach about .25, copies with a fifth of the words changed .64
_ORDER_WORDS: Final = 40  # shorter posts of one outlet follow one template, whatever they tell
FEW_WORDS: Final = 12
_OFTEN: Final = (20, 0.02)  # a run in more than 20 texts, and in more than 2 of 100, may be an outlet's furniture
_REST: Final = 8  # words between common runs that are more than an edit
_REST_SHARE: Final = 0.2
_REST_ALIKE: Final = 0.3


def reused(index: Index) -> Iterator[tuple[int, int, float]]:
    """Pairs of texts (lower number first) that reuse each other, with the share of the shorter one's distinct runs of
    six words that stand in the other, 0 to 1.

    A pair counts where that share is at least a fifth, or where texts of like length share some runs and more than
    half of their words stand in the same order (a copy edited all over). A text of fewer than 12 words counts only
    where all its runs stand in the other. Runs that stand in very many texts count only as far as the rest of the two
    is alike too: a footer or a share bar makes nobody a copyist.
    """
    for a in range(len(index.words)):
        for b, count in sorted(_closest(later_sharers(index, a))):
            smaller = min(index.sizes[a], index.sizes[b])
            if count >= _HINT * smaller and (share := _share(index, a, b)) is not None:
                yield a, b, share


def _closest(sharers: Counter[int]) -> list[tuple[int, int]]:
    """The texts that share runs, with how many; of very many only those that share most, the next ones first."""
    if len(sharers) <= MANY:
        return list(sharers.items())
    return sorted(sharers.items(), key=lambda sharer: (-sharer[1], sharer[0]))[:CLOSEST]


def _share(index: Index, a: int, b: int) -> float | None:
    common = index.held[a] & index.held[b]
    smaller = min(index.sizes[a], index.sizes[b])
    share = len(common) / smaller
    least = 1.0 if min(len(index.words[a]), len(index.words[b])) < FEW_WORDS else LEAST_SHARED
    if share < least and (least == 1.0 or not _same_order(index.words[a], index.words[b])):
        return None
    often = max(_OFTEN[0], _OFTEN[1] * len(index.words))
    rare = sum(len(index.carriers[run]) <= often for run in common)
    if rare / smaller >= least or rare == len(common) or not _only_furniture(index.words[a], index.words[b]):
        return share
    return None


def _same_order(a: Words, b: Words) -> bool:
    if min(len(a), len(b)) < _ORDER_WORDS:
        return False
    return LCSseq.normalized_similarity(a, b, score_cutoff=_SAME_ORDER) >= _SAME_ORDER


def _only_furniture(a: Words, b: Words) -> bool:
    """Whether both texts have a rest of their own around the runs that they share, and the rests differ."""
    common = set(grams(a)) & set(grams(b))
    rest_a, rest_b = _rest(a, common), _rest(b, common)
    if min(len(rest_a), len(rest_b)) < _REST_SHARE * min(len(a), len(b)):
        return False
    return LCSseq.normalized_similarity(rest_a, rest_b) < _REST_ALIKE


def _rest(words: Words, common: set[Words]) -> list[int]:
    """The words that no common run covers, where at least ``_REST`` of them stand together."""
    covered = [False] * len(words)
    for at, gram in enumerate(grams(words)):
        if gram in common:
            covered[at : at + GRAM] = [True] * GRAM
    rest: list[int] = []
    for inside, group in groupby(zip(covered, words, strict=True), key=lambda pair: pair[0]):
        alone = [word for _, word in group]
        if not inside and len(alone) >= _REST:
            rest += alone
    return rest
