"""Lines cut where a captured page has run several things together.

Pages of social media come as text with the account's name and the day before the post's first word, and counters,
buttons and other people's comments right behind its last, without as much as a blank between. A page's title may be
written two or three times in a row.
"""

import re
from collections.abc import Iterator
from typing import Final

from tawatur.lang.schema import RegionRule
from tawatur.mark.lines import Finder, Line, Rules, line_of

_LINE: Final = re.compile(r"[^\n]+")
_WORD: Final = re.compile(r"[^ ]+")
_REPEATED_WORDS: Final = 4
_LONGEST_TITLE: Final = 400

_Cuts = tuple[tuple[Finder, str, RegionRule], ...]


def lines_of(view: str, rules: Rules) -> list[Line]:
    """The lines of a view that hold more than blanks, cut where a rule of cutting finds something."""
    cuts = tuple(cut for cut in rules.cuts if any(sign in view for sign in cut[2].signs))
    return [
        line
        for match in _LINE.finditer(view)
        for line in (_cut(view, match.start(), match.end(), cuts) if cuts else _whole(view, *match.span()))
    ]


def _whole(view: str, start: int, end: int) -> Iterator[Line]:
    """The line, or the parts of one that says the same several times."""
    line = line_of(view, start, end)
    if line is None:
        return
    if line.end - line.start > _LONGEST_TITLE or line.words < 2 * _REPEATED_WORDS:
        yield line
        return
    yield from _said_again(view, line)


def _said_again(view: str, line: Line) -> Iterator[Line]:
    """A line that repeats itself word by word, as its first saying and the others; the line itself where it does not."""
    words = [match.span() for match in _WORD.finditer(view, line.start, line.end)]
    said = [view[start:end] for start, end in words]
    length = next(
        (
            n
            for n in range(_REPEATED_WORDS, len(said) // 2 + 1)
            if len(said) % n == 0 and said[:n] * (len(said) // n) == said
        ),
        None,
    )
    first = line_of(view, line.start, words[length][0]) if length else None
    others = line_of(view, words[length][0], line.end) if length else None
    if first is None or others is None:
        yield line
        return
    yield first
    yield others._replace(rule="region#repeated", kind="title")


def _cut(view: str, start: int, end: int, cuts: _Cuts) -> Iterator[Line]:
    """A line in parts: what stands before the post's own words, the words, and what stands behind them."""
    ends: list[Line] = []
    for found, rule, row in cuts:
        match = found(view[start:end])
        if match is None:
            continue
        at = start + (match.end() if row.effect == "head" else match.start())
        part = line_of(view, start, at) if row.effect == "head" else line_of(view, at, end)
        if part is not None:
            known = part._replace(rule=rule, kind=row.kind, effect=row.effect, match=match)
            if row.effect == "head":
                yield known
            else:
                ends.append(known)
        start, end = (at, end) if row.effect == "head" else (start, at)
    yield from _whole(view, start, end)
    yield from reversed(ends)
