"""The lines of a page, each with the first rule of the pack that knows it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from tawatur.lang.fold import fold_key, key_of_view
from tawatur.lang.pack import Pack
from tawatur.lang.schema import RegionRule

PROSE_WORDS: Final = 8
TITLE_WORDS: Final = 30
LONG_WORDS: Final = 18
CUT_SHORT: Final = ("\u2026", "...")
STOPS: Final = (".", "!", "?", "\u061f", "\u2026", ":")
CUTS: Final = ("head", "stamp", "foot", "card")
"""Effects of rules that cut a line in two: what a captured post has before and behind its own words."""

_GROUP: Final = re.compile(r"\([^()]*\)")

Finder = Callable[[str], re.Match[str] | None]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its span in the view, folded words and their number, and what it was found to be (None while it is
    prose)."""

    start: int
    end: int
    folded: str
    key: str
    words: int
    rule: str | None = None
    kind: str | None = None
    effect: str | None = None
    match: re.Match[str] | None = None

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence does, and was not cut short."""
        return self.folded.endswith(STOPS) and not self.folded.endswith(CUT_SHORT)


@dataclass(frozen=True, slots=True)
class Rules:
    """The region rules of a pack, ready to use. ``any_start`` are all starts: few lines have one.

    ``cuts`` are the rules that cut lines; ``signs`` stand on every page that has anything to cut.
    """

    lines: dict[str, tuple[str, RegionRule]]
    starts: tuple[tuple[str, str, RegionRule], ...]
    any_start: tuple[str, ...]
    patterns: tuple[tuple[Finder, str, RegionRule], ...]
    cuts: tuple[tuple[Finder, str, RegionRule], ...]


@cache
def rules_of(pack: Pack) -> Rules:
    """The pack's rules, folded and compiled once."""
    rows = [
        (f"{pack.language}/regions#{row.id}", row) for row in pack.files["regions"].rule if isinstance(row, RegionRule)
    ]
    starts = tuple((fold_key(start), rule, row) for rule, row in rows for start in row.starts)
    patterns = [(finder(pattern), rule, row) for rule, row in rows for pattern in row.patterns]
    return Rules(
        {fold_key(line): (rule, row) for rule, row in rows for line in row.lines},
        starts,
        tuple(start for start, _, _ in starts),
        tuple(one for one in patterns if one[2].effect not in CUTS),
        tuple(one for one in patterns if one[2].effect in CUTS),
    )


def finder(pattern: str) -> Finder:
    """What looks for a pattern: at the start of a line alone where it can stand nowhere else.

    ``search`` would try "^" at every letter of a paragraph.
    """
    bare = re.sub(r"\\.|\[[^]]*\]", "", pattern)
    while _GROUP.search(bare):
        bare = _GROUP.sub("", bare)
    compiled = re.compile(pattern)
    return compiled.match if bare.startswith("^") and "|" not in bare else compiled.search


def line_of(view: str, start: int, end: int) -> Line | None:
    """The line that stands from ``start`` to ``end`` without the blanks around; None where only blanks stand."""
    piece = view[start:end]
    bare = piece.strip()
    if not bare:
        return None
    begin = start + len(piece) - len(piece.lstrip())
    key = key_of_view(piece)
    return Line(begin, begin + len(bare), bare, key, key.count(" ") + 1 if key else 0)


def classified(lines: Iterable[Line], rules: Rules) -> list[Line]:
    """The lines with the first rule that knows each; those that were cut off a post are known already."""
    return [line if line.rule else _classify(line, rules) for line in lines]


def _classify(line: Line, rules: Rules) -> Line:
    """The line with the first rule that knows it."""
    exact = rules.lines.get(line.key)
    if exact:
        return replace(line, rule=exact[0], kind=exact[1].kind, effect=exact[1].effect)
    for start, rule, row in rules.starts if line.key.startswith(rules.any_start) else ():
        named = row.effect != "credit" or line.words <= PROSE_WORDS  # a longer line is a sentence about a source
        if named and (line.key == start or line.key.startswith(start + " ")):
            return replace(line, rule=rule, kind=row.kind, effect=row.effect)
    for found, rule, row in rules.patterns:
        match = found(line.folded)
        if match and (row.effect != "line" or row.kind != "caption" or line.words <= TITLE_WORDS):
            return replace(line, rule=rule, kind=row.kind, effect=row.effect, match=match)
    return replace(line, kind="body") if line.key else replace(line, kind="furniture", rule="region#no-words")
