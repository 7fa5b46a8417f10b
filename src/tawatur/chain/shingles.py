"""Texts as folded words, and an index of the runs of six words that more than one text holds.

The index is exact: a run is packed into one integer, never hashed, so nothing is missed or made up. Sorting those
integers takes a fifth of the memory of a dictionary of them: 20,000 reports of 250 words fit into half a gigabyte.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Final

from tawatur.lang.fold import LETTERS, fold, fold_key
from tawatur.model.text import Span

GRAM: Final = 6
CROWD: Final = 50
"""A run of words that stands in more texts than this is followed only to the next ``WINDOW`` texts."""
WINDOW: Final = 25

Words = tuple[int, ...]

_WORD: Final = re.compile(f"[{LETTERS}0-9]+")


@dataclass(frozen=True, slots=True)
class Index:
    """Texts by number. ``words`` as numbers, ``sizes`` the distinct six-word runs of each text, ``held`` the numbers of
    those of its runs that another text holds too, ``carriers`` the texts, ascending, that hold each such run."""

    words: tuple[Words, ...]
    sizes: tuple[int, ...]
    held: tuple[frozenset[int], ...]
    carriers: tuple[tuple[int, ...], ...]


def word_spans(text: str) -> tuple[Span, ...]:
    """Where each folded word of ``text`` stands, in code points of the text; as many as ``index_of`` counts words."""
    folded = fold(text)
    return tuple(folded.back(*hit.span()) for hit in _WORD.finditer(folded.view))


def index_of(texts: Sequence[str]) -> Index:
    """The index of ``texts``, numbered in their order."""
    words = _numbered(texts)
    sizes = [0] * len(words)
    held: list[list[int]] = [[] for _ in words]
    carriers: list[tuple[int, ...]] = []
    for holders in _holders(words):
        for text in holders:
            sizes[text] += 1
        if len(holders) > 1:
            for text in holders:
                held[text].append(len(carriers))
            carriers.append(holders)
    return Index(words, tuple(sizes), tuple(map(frozenset, held)), tuple(carriers))


def later_sharers(index: Index, text: int) -> Counter[int]:
    """The texts numbered higher that share a run with ``text``, with how many they share.

    For runs that a crowd holds only the next ``WINDOW`` holders count, so that a wire printed by thousands gives links
    enough to join them all and not a link between any two.
    """
    return Counter(chain.from_iterable(_next_holders(index.carriers[run], text) for run in index.held[text]))


def grams(words: Sequence[int]) -> list[Words]:
    """The six-word runs of ``words``, one for each place where one begins."""
    return [tuple(words[at : at + GRAM]) for at in range(len(words) - GRAM + 1)]


def _next_holders(holders: tuple[int, ...], text: int) -> tuple[int, ...]:
    first = bisect_right(holders, text)
    return holders[first : first + WINDOW] if len(holders) > CROWD else holders[first:]


def _numbered(texts: Sequence[str]) -> tuple[Words, ...]:
    vocabulary: dict[str, int] = {}
    return tuple(
        tuple(vocabulary.setdefault(word, len(vocabulary)) for word in fold_key(text).split()) for text in texts
    )


def _holders(words: Sequence[Words]) -> Iterator[tuple[int, ...]]:
    """For each distinct six-word run, in a fixed order, the texts that hold it, ascending."""
    text_bits = max(1, len(words).bit_length())
    word_bits = max((number for text in words for number in text), default=0).bit_length() or 1
    packed = [key << text_bits | number for number, text in enumerate(words) for key in _packed(text, word_bits)]
    packed.sort()
    low = (1 << text_bits) - 1
    for _, group in groupby(packed, key=lambda key: key >> text_bits):
        yield tuple(sorted({key & low for key in group}))


def _packed(words: Words, bits: int) -> Iterator[int]:
    """Each six-word run as one integer, its words' numbers side by side."""
    mask = (1 << bits * GRAM) - 1
    key = 0
    for at, number in enumerate(words, start=1):
        key = (key << bits | number) & mask
        if at >= GRAM:
            yield key
