"""Questions about spans that are asked for every hit of a text: answered without looking through the whole text."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from tawatur.model.text import Span


class Covered:
    """Spans, made ready to be asked often whether one of them meets another span."""

    __slots__ = ("_reach", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate([end for _, end in ordered], max))  # how far the spans up to here reach

    def meets(self, span: Span) -> bool:
        """Whether one of the spans shares a code point with ``span``."""
        start, end = span
        begun = bisect_left(self._starts, end)
        return begun > 0 and self._reach[begun - 1] > start


def end_before(view: str, at: int, blanks: str) -> int:
    """Where the text before ``at`` ends when the ``blanks`` right before ``at`` are left out."""
    while at > 0 and view[at - 1] in blanks:
        at -= 1
    return at


def start_after(view: str, at: int, blanks: str) -> int:
    """Where the text from ``at`` on begins when the ``blanks`` at its head are left out."""
    while at < len(view) and view[at] in blanks:
        at += 1
    return at
