"""The stretches that two texts have in common, small edits bridged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tawatur.chain.shingles import GRAM, Words

SEED: Final = 3
GAP: Final = 6
"""So many words on either side may be edited inside a passage."""
MOST: Final = 50
_SPOTS: Final = 8  # of a seed's places only so many are tried: a text that repeats itself must not cost its square
_OPEN: Final = 3  # passages that may still grow, so that a chance match elsewhere does not break one


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words ``a_start`` to ``a_end`` of one text that stand as ``b_start`` to ``b_end`` in the other.

    ``longest`` is the longest run of equal words inside.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    longest: int


def stretches(a: Words, b: Words) -> tuple[Stretch, ...]:
    """At most ``MOST`` stretches that ``a`` and ``b`` share, the longest ones, in the order of ``a``.

    Each holds at least one run of six equal words; runs of three or more with at most ``GAP`` edited words between
    them are one stretch.
    """
    found = [stretch for stretch in _bridged(_runs(a, b)) if stretch.longest >= GRAM]
    found.sort(key=lambda stretch: (stretch.a_start - stretch.a_end, stretch.a_start, stretch.b_start))
    return tuple(sorted(found[:MOST], key=lambda stretch: (stretch.a_start, stretch.b_start)))


def _runs(a: Words, b: Words) -> Iterator[Stretch]:
    """Runs of equal words, from left to right in ``a``, each as long as it goes."""
    spots: dict[Words, list[int]] = {}
    for at in range(len(b) - SEED + 1):
        known = spots.setdefault(b[at : at + SEED], [])
        if len(known) < _SPOTS:
            known.append(at)
    at, expected = 0, 0
    while at <= len(a) - SEED:
        starts = spots.get(a[at : at + SEED])
        if starts is None:
            at += 1
            continue
        length, _, start = max((_length(a, b, at, start), -abs(start - expected), start) for start in starts)
        yield Stretch(at, at + length, start, start + length, length)
        at, expected = at + length, start + length


def _length(a: Sequence[int], b: Sequence[int], i: int, j: int) -> int:
    length = SEED
    while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
        length += 1
    return length


def _bridged(runs: Iterator[Stretch]) -> list[Stretch]:
    done: list[Stretch] = []
    growing: list[Stretch] = []
    for run in runs:
        near = next((at for at, stretch in enumerate(growing) if _follows(run, stretch)), None)
        grown = run if near is None else _joined(growing.pop(near), run)
        growing.insert(0, grown)
        done += growing[_OPEN:]
        del growing[_OPEN:]
    return done + growing


def _follows(run: Stretch, before: Stretch) -> bool:
    return 0 <= run.a_start - before.a_end <= GAP and 0 <= run.b_start - before.b_end <= GAP


def _joined(first: Stretch, second: Stretch) -> Stretch:
    return Stretch(first.a_start, second.a_end, first.b_start, second.b_end, max(first.longest, second.longest))
