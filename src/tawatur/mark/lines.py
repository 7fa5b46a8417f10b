"""The lines of a page, each with the first rule of the pack that knows it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

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

_NAMED: Final = re.compile(r"\(\?P<[a-z]+>")

Finder = Callable[[str], re.Match[str] | None]
Patterns = tuple[tuple[Finder, ...], str, RegionRule]
"""The patterns of one rule."""


class Line(NamedTuple):
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

    ``opening`` finds every line that a pattern at the start of a line knows; where it finds nothing, only ``inside``
    are left of the ``patterns``. ``cuts`` are the rules that cut lines. ``signs`` stand in every line that a rule with
    signs knows, and on every page that has anything to cut.
    """

    lines: dict[str, tuple[str, RegionRule]]
    starts: tuple[tuple[str, str, RegionRule], ...]
    any_start: tuple[str, ...]
    opening: re.Pattern[str]
    patterns: tuple[Patterns, ...]
    inside: tuple[Patterns, ...]
    cuts: tuple[tuple[Finder, str, RegionRule], ...]


@cache
def rules_of(pack: Pack) -> Rules:
    """The pack's rules, folded and compiled once."""
    rows = [
        (f"{pack.language}/regions#{row.id}", row) for row in pack.files["regions"].rule if isinstance(row, RegionRule)
    ]
    starts = tuple((fold_key(start), rule, row) for rule, row in rows for start in row.starts)
    patterns = tuple((tuple(map(finder, row.patterns)), rule, row) for rule, row in rows if row.patterns)
    of_lines = tuple(one for one in patterns if one[2].effect not in CUTS)
    return Rules(
        {fold_key(line): (rule, row) for rule, row in rows for line in row.lines},
        starts,
        tuple(start for start, _, _ in starts),
        _opening(row for _, _, row in of_lines if not row.signs),
        of_lines,
        tuple(one for one in of_lines if one[2].signs or not all(map(is_opening, one[2].patterns))),
        tuple((found, rule, row) for finders, rule, row in patterns if row.effect in CUTS for found in finders),
    )


def _opening(rows: Iterable[RegionRule]) -> re.Pattern[str]:
    """Any of the patterns that stand at the start of a line: one look at a line for all of them."""
    listed = [pattern.removeprefix("^") for row in rows for pattern in row.patterns if is_opening(pattern)]
    return re.compile("|".join(f"(?:{_NAMED.sub('(?:', pattern)})" for pattern in listed) or "(?!)")


def finder(pattern: str) -> Finder:
    """What looks for a pattern: at the start of a line alone where it can stand nowhere else.

    ``search`` would try "^" at every letter of a paragraph.
    """
    compiled = re.compile(pattern)
    return compiled.match if is_opening(pattern) else compiled.search


def is_opening(pattern: str) -> bool:
    """Whether a pattern can stand at the start of a line alone."""
    bare = re.sub(r"\\.|\[[^]]*\]", "", pattern)
    while _GROUP.search(bare):
        bare = _GROUP.sub("", bare)
    return bare.startswith("^") and "|" not in bare


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
        return line._replace(rule=exact[0], kind=exact[1].kind, effect=exact[1].effect)
    for start, rule, row in rules.starts if line.key.startswith(rules.any_start) else ():
        named = row.effect != "credit" or line.words <= PROSE_WORDS  # a longer line is a sentence about a source
        if named and (line.key == start or line.key.startswith(start + " ")):
            return line._replace(rule=rule, kind=row.kind, effect=row.effect)
    for finders, rule, row in rules.patterns if rules.opening.match(line.folded) else rules.inside:
        if row.signs and not any(sign in line.folded for sign in row.signs):
            continue
        for found in finders:
            match = found(line.folded)
            if match and (row.effect != "line" or row.kind != "caption" or line.words <= TITLE_WORDS):
                return line._replace(rule=rule, kind=row.kind, effect=row.effect, match=match)
    return line._replace(kind="body") if line.key else line._replace(kind="furniture", rule="region#no-words")
