"""Which claims depend on one another because their reports share text."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from tawatur.model.claim import Claim
from tawatur.model.copies import CopyPair, Passage
from tawatur.model.text import Span

MOSTLY_COPIED: Final = 0.5
"""From this share of the shorter text on, whatever either report says may come from the other."""
_OVERLAP: Final = 0.5
_FILLED: Final = 0.5
_BESIDE: Final = 1.0
"""A shared passage speaks for what stands beside it as far as it is long itself: a sentence edited beyond recognition
still stands where the copied text has it."""


def dependent(claims: Sequence[Claim], pairs: Sequence[CopyPair]) -> Iterator[tuple[Claim, Claim, bool]]:
    """Pairs of ``claims`` of different reports that one text may have given to both.

    They stand at the same place in or beside a shared passage, or their reports share at least half of the shorter
    one's text. The third value says whether the place lies inside the passage, so that the words are the same.
    """
    by_report: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)
    for pair in pairs:
        places = (*pair.passages, *_whole(pair.passages))
        mostly = pair.shared is not None and pair.shared >= MOSTLY_COPIED
        for one, other in product(by_report.get(pair.a, ()), by_report.get(pair.b, ())):
            same_words = any(_same_place(one, other, passage, 0) for passage in pair.passages)
            if same_words or mostly or any(_same_place(one, other, place, _BESIDE) for place in places):
                yield one, other, same_words


def _whole(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """All from the first to the last passage as one, where both texts keep their order and passages fill half of it."""
    starts = [passage[2] for passage in passages]
    if len(passages) < 2 or starts != sorted(starts):
        return ()
    a_start, a_end, b_start, b_end = passages[0][0], passages[-1][1], passages[0][2], passages[-1][3]
    filled = sum(end - start for start, end, _, _ in passages), sum(end - start for _, _, start, end in passages)
    if filled[0] < _FILLED * (a_end - a_start) or filled[1] < _FILLED * (b_end - b_start):
        return ()
    return ((a_start, a_end, b_start, b_end),)


def _same_place(one: Claim, other: Claim, passage: Passage, beside: float) -> bool:
    """Whether the clause of ``one``, carried over by the passage, meets the clause of ``other`` for half its length.

    Inside a passage the two texts run side by side, but for small edits. Titles are a text of their own.
    """
    a, b = _widened(*passage[:2], beside), _widened(*passage[2:], beside)
    if one.where != "body" or other.where != "body" or not (a.meets(one.clause) and b.meets(other.clause)):
        return False
    scale = _length(b) / _length(a)
    start = b.start + (max(one.clause.start, a.start) - a.start) * scale
    end = b.start + (min(one.clause.end, a.end) - a.start) * scale
    common = min(end, other.clause.end, b.end) - max(start, other.clause.start, b.start)
    return common >= _OVERLAP * min(_length(one.clause) * scale, _length(other.clause))


def _widened(start: int, end: int, beside: float) -> Span:
    """The stretch with ``beside`` times its length on either side; it may reach outside the text."""
    more = int((end - start) * beside)
    return Span(start - more, end + more)


def _length(span: Span) -> int:
    return span.end - span.start
