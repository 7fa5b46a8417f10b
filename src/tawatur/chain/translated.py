"""Texts that tell the same in other words, sentence by sentence: they may be two translations of one text.

A report that went through another language and back shares no runs of words with the first one, but its sentences keep
their numbers, their names and most of their other words' cores, in order.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, islice, product
from typing import Final, NamedTuple

from rapidfuzz.distance import LCSseq

from tawatur.lang.fold import fold_key
from tawatur.model.copies import Passage
from tawatur.model.text import Span

LEAST_WORDS: Final = 10
"""A sentence of fewer words says too little to be known again."""
SEED: Final = 0.5
"""Share of the longer sentence's words that stand in the other in the same order; unrelated ones reach about .3."""
BESIDE: Final = 0.45
"""The same for sentences next to one that was found."""
COPIED: Final = 0.92
"""From here on the words themselves were copied: that is reuse, and no translation."""
NUMBERS_ALIKE: Final = 0.5
"""Share of all numbers in these sentences that both sides have."""
TOLD_NUMBERS: Final = 2
"""Different numbers that two sentences must share for the order of their words to be left aside."""
LEAST_ALIKE: Final = 40
"""Words of either text that must stand in such sentences, so at least two of them."""
REACH: Final = 2
_CORE: Final = 4
_RAREST: Final = 6
_NUMBERS: Final = 3
_CROWD: Final = 40
_SHARED_KEYS: Final = 2
_SPLIT: Final = re.compile("[^.\n\r!?\u061f\u061b]+")
_LEADING: Final = "\u0648\u0641\u0628\u0643\u0644\u0627"
_TRAILING: Final = "\u0627\u0647\u064a\u0646\u062a\u0648\u0645"
"""Letters that Arabic hangs on a word before and behind: which ones it hung does not matter here."""


class _Sentence(NamedTuple):
    span: Span
    words: tuple[str, ...]


Pair = tuple[int, int]


def translated(texts: Sequence[str], known: Container[Pair]) -> Iterator[tuple[int, int, tuple[Passage, ...]]]:
    """Pairs of texts (lower number first) that may be translations of one text, with the sentences that are alike.

    Pairs in ``known`` are left out. Each pair has a sentence with a number in common of which at least half of the words
    agree in order, and others beside it, of 40 words together at least.
    """
    read = lru_cache(maxsize=4096)(lambda number: _sentences(texts[number]))
    for (s, t), seeds in sorted(_seeds(texts).items()):
        if (s, t) in known:
            continue
        found = _aligned(read(s), read(t), seeds)
        if found:
            yield s, t, found


@lru_cache(maxsize=262144)
def core(word: str) -> str:
    """The core of a folded word: what is left without hung-on letters, its first four letters; a number whole."""
    bare = word.lstrip(_LEADING)
    if bare.isdigit():
        return bare  # "and45" is 45
    start, end = 0, len(word)
    while end - start > _CORE - 1 and word[start] in _LEADING:
        start += 1
    while end - start > _CORE - 1 and word[end - 1] in _TRAILING:
        end -= 1
    return word[start : min(end, start + _CORE)]


def _sentences(text: str) -> tuple[_Sentence, ...]:
    """The sentences of a text that say enough, each with the cores of its words but the shortest."""
    found = []
    for hit in _SPLIT.finditer(text):
        cores = (core(word) for word in fold_key(hit.group()).split())
        words = tuple(word for word in cores if len(word) > 2 or word.isdigit())
        if len(words) >= LEAST_WORDS:
            found.append(_Sentence(Span(*hit.span()), words))
    return tuple(found)


def _seeds(texts: Sequence[str]) -> dict[Pair, set[Pair]]:
    """For each pair of texts the places of sentences that share a number and rare words."""
    held: list[tuple[int, int, tuple[str, ...]]] = []
    often: Counter[str] = Counter()
    for number, text in enumerate(texts):
        for at, sentence in enumerate(_sentences(text)):
            if any(word.isdigit() for word in sentence.words):
                held.append((number, at, sentence.words))
                often.update(set(sentence.words))
    keys: defaultdict[tuple[str, str], list[Pair]] = defaultdict(list)
    for number, at, words in held:
        for key in _keys(words, often):
            keys[key].append((number, at))
    shared: Counter[tuple[Pair, Pair]] = Counter()
    for places in keys.values():
        if 1 < len(places) <= _CROWD:
            shared.update((a, b) for a, b in combinations(places, 2) if a[0] != b[0])
    seeds: defaultdict[Pair, set[Pair]] = defaultdict(set)
    for (a, b), count in shared.items():
        if count >= _SHARED_KEYS:
            seeds[a[0], b[0]].add((a[1], b[1]))
    return seeds


def _keys(words: Sequence[str], often: Counter[str]) -> Iterator[tuple[str, str]]:
    """A few numbers of a sentence, each with the rarest words that another sentence has as well."""
    numbers = sorted({word for word in words if word.isdigit()}, key=lambda word: (often[word], word))
    others = sorted({w for w in words if not w.isdigit() and often[w] > 1}, key=lambda word: (often[word], word))
    yield from product(islice(numbers, _NUMBERS), islice(others, _RAREST))


def _aligned(a: Sequence[_Sentence], b: Sequence[_Sentence], seeds: set[Pair]) -> tuple[Passage, ...]:
    """The sentences that are alike around the best seed, in the order of both texts; none where that is too little."""
    best = sorted(((_alike(a[i], b[j]), -i, -j) for i, j in seeds), reverse=True)
    for _, i, j in ((share, -i, -j) for share, i, j in best if share >= SEED):
        pairs = sorted({(i, j), *_onward(a, b, (i, j), 1), *_onward(a, b, (i, j), -1)})
        words = min(sum(len(a[x].words) for x, _ in pairs), sum(len(b[y].words) for _, y in pairs))
        shares = [_alike(a[x], b[y]) for x, y in pairs]
        enough = len(pairs) > 1 and words >= LEAST_ALIKE and sum(shares) <= COPIED * len(pairs)
        if enough and _numbers_agree([a[x] for x, _ in pairs], [b[y] for _, y in pairs]):
            return tuple((*_ends(a[x]), *_ends(b[y])) for x, y in pairs)
    return ()


def _numbers_agree(some: Sequence[_Sentence], others: Sequence[_Sentence]) -> bool:
    """Whether most numbers of either side stand on the other: a form filled in anew has other numbers."""
    one, other = ({word for sentence in side for word in sentence.words if word.isdigit()} for side in (some, others))
    return len(one & other) >= NUMBERS_ALIKE * len(one | other)


def _onward(a: Sequence[_Sentence], b: Sequence[_Sentence], start: Pair, way: int) -> Iterator[Pair]:
    """The next sentences that are alike, one after the other, of either text one at most left out."""
    i, j = start
    while True:
        steps = product(range(1, REACH + 1), repeat=2)
        near = [(i + way * x, j + way * y) for x, y in steps]
        inside = [(x, y) for x, y in near if 0 <= x < len(a) and 0 <= y < len(b)]
        found = max(((_alike(a[x], b[y]), x, y) for x, y in inside), default=(0.0, 0, 0))
        if found[0] < BESIDE:
            return
        _, i, j = found
        yield i, j


def _alike(one: _Sentence, other: _Sentence) -> float:
    """Share of the longer sentence's words that stand in the other in the same order; in any order where both tell the
    same numbers, two at least or one that is no small one: a translator turns sentences round, and keeps what they count.
    """
    in_order = float(LCSseq.normalized_similarity(one.words, other.words))
    numbers, others = ({word for word in side.words if word.isdigit()} for side in (one, other))
    if numbers != others or (len(numbers) < TOLD_NUMBERS and not any(len(word) > 1 for word in numbers)):
        return in_order
    held = (Counter(one.words) & Counter(other.words)).total()
    return max(in_order, held / max(len(one.words), len(other.words)))


def _ends(sentence: _Sentence) -> tuple[int, int]:
    return sentence.span.start, sentence.span.end
