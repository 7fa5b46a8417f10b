"""The parts of a page: title, dateline, credit, body, embedded post, caption, furniture.

Furniture is marked, never deleted, and yields no claim. A text is read line by line; what a line is follows from the
rules of the pack, and from where it stands among the others.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from tawatur.lang.fold import fold_key, key_of_view
from tawatur.lang.lexicon import Page
from tawatur.lang.pack import Pack
from tawatur.lang.schema import RegionRule
from tawatur.mark.dates_in_english import english_date
from tawatur.model.mark import Region, TimeMark

_PROSE_WORDS: Final = 8
_TITLE_WORDS: Final = 30
_HEADING_WORDS: Final = 9
_LONG_PARAGRAPHS: Final = 4
_LONG_WORDS: Final = 18
_DATELINE_WORDS: Final = 14
_WORDS_BESIDE: Final = 5
_REPEATED_WORDS: Final = 4
_COMPARED: Final = 60
_LAST_WORDS: Final = 5
_CUT: Final = ("\u2026", "...")
_STOPS: Final = (".", "!", "?", "\u061f", "\u2026", ":")
_GROUP: Final = re.compile(r"\([^()]*\)")
_BULLETS: Final = ("\u2022", "\u25cf", "\u25aa", "\u25a0")


@dataclass(frozen=True, slots=True)
class _Line:
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


@dataclass(frozen=True, slots=True)
class _Rules:
    """The region rules of a pack, ready to use. ``any_start`` are all starts: few lines have one."""

    lines: dict[str, tuple[str, RegionRule]]
    starts: tuple[tuple[str, str, RegionRule], ...]
    any_start: tuple[str, ...]
    patterns: tuple[tuple[Callable[[str], re.Match[str] | None], str, RegionRule], ...]


@cache
def _rules(pack: Pack) -> _Rules:
    """The pack's rules, folded and compiled once."""
    rows = [
        (f"{pack.language}/regions#{row.id}", row) for row in pack.files["regions"].rule if isinstance(row, RegionRule)
    ]
    starts = tuple((fold_key(start), rule, row) for rule, row in rows for start in row.starts)
    return _Rules(
        {fold_key(line): (rule, row) for rule, row in rows for line in row.lines},
        starts,
        tuple(start for start, _, _ in starts),
        tuple((finder(pattern), rule, row) for rule, row in rows for pattern in row.patterns),
    )


def finder(pattern: str) -> Callable[[str], re.Match[str] | None]:
    """What looks for a pattern: at the start of a line alone where it can stand nowhere else.

    ``search`` would try "^" at every letter of a paragraph.
    """
    bare = re.sub(r"\\.|\[[^]]*\]", "", pattern)
    while _GROUP.search(bare):
        bare = _GROUP.sub("", bare)
    compiled = re.compile(pattern)
    return compiled.match if bare.startswith("^") and "|" not in bare else compiled.search


def mark_regions(page: Page, pack: Pack, times: Sequence[TimeMark], *, title: str | None) -> tuple[Region, ...]:
    """The regions of a text in order, none overlapping, blank lines between them left out.

    ``title`` is the report's own title where it came with one: a line that repeats it is a title too.
    """
    lines = [_classify(line, _rules(pack)) for line in _lines(page.view)]
    lines = [_dated(page, line, times) for line in lines]
    lines = _repeats(_tails(lines))
    lines = _embeds(lines)
    lines = _titles(lines, fold_key(title) if title else None)
    return tuple(_region(page, line) for line in lines)


def _lines(view: str) -> list[_Line]:
    """The lines that hold more than blanks."""
    found = []
    for match in re.finditer(r"[^\n]+", view):
        line = match.group()
        if line.strip():
            start = match.start() + len(line) - len(line.lstrip())
            key = key_of_view(line)
            words = key.count(" ") + 1 if key else 0
            found.append(_Line(start, match.start() + len(line.rstrip()), line.strip(), key, words))
    return found


def _classify(line: _Line, rules: _Rules) -> _Line:
    """The line with the first rule that knows it."""
    exact = rules.lines.get(line.key)
    if exact:
        return replace(line, rule=exact[0], kind=exact[1].kind, effect=exact[1].effect)
    for start, rule, row in rules.starts if line.key.startswith(rules.any_start) else ():
        named = row.effect != "credit" or line.words <= _PROSE_WORDS  # a longer line is a sentence about a source
        if named and (line.key == start or line.key.startswith(start + " ")):
            return replace(line, rule=rule, kind=row.kind, effect=row.effect)
    for found, rule, row in rules.patterns:
        match = found(line.folded)
        if match and (row.effect != "line" or row.kind != "caption" or line.words <= _TITLE_WORDS):
            return replace(line, rule=rule, kind=row.kind, effect=row.effect, match=match)
    return replace(line, kind="body") if line.key else replace(line, kind="furniture", rule="region#no-words")


def _dated(page: Page, line: _Line, times: Sequence[TimeMark]) -> _Line:
    """A short line that is little more than a full date is a dateline ("Daraa, Thursday 29 July 2021, 13:10")."""
    if line.kind != "body" or line.words > _DATELINE_WORDS or line.folded.endswith("."):
        return line
    span = page.span(line.start, line.end)
    first = bisect_left(times, span.start, key=lambda mark: mark.span.start)
    for mark in times[first : first + 2]:
        said = mark.said
        full = said.form == "date" and None not in (said.year, said.month, said.day) and said.bound is None
        if full and span.covers(mark.span) and _words(page, line, mark) <= _WORDS_BESIDE:
            return replace(line, kind="dateline", rule=mark.rule)
    return line


def _words(page: Page, line: _Line, mark: TimeMark) -> int:
    """How many words of a line are not part of its date."""
    dated = page.chars[mark.span.start : mark.span.end]
    return line.words - (fold_key(dated).count(" ") + 1)


def _repeats(lines: list[_Line]) -> list[_Line]:
    """A line whose words another one repeats is a headline of it: pages and posts print one twice, often cut short."""
    prose = [line for line in lines if line.kind == "body"][:_COMPARED]
    repeated: set[int] = set()
    later, earlier = "", ""
    for line in reversed(prose):
        if _heart(line) in later and line.words >= _REPEATED_WORDS:
            repeated.add(line.start)
        later = f"{line.key}\n{later}"
    for line in prose:
        if (
            line.words >= _REPEATED_WORDS
            and f"{_without_last(line.key)} " in earlier
            and f"{line.key}\n" not in earlier
        ):
            repeated.add(line.start)
        earlier = f"{earlier}{line.key}\n"
    return [replace(line, kind="title", rule="region#repeated") if line.start in repeated else line for line in lines]


def _heart(line: _Line) -> str:
    """The words of a line by which a repeat is known: all; of one cut short, the last ones before the cut word."""
    if not line.folded.endswith(_CUT):
        return line.key
    return " ".join(_without_last(line.key).split(" ")[-_LAST_WORDS:])


def _without_last(key: str) -> str:
    return key.rpartition(" ")[0]


def _tails(lines: list[_Line]) -> list[_Line]:
    """Everything after a line that opens related stories is furniture, once the body has begun.

    The first line of words may be a headline, with such a button under it.
    """
    headline, seen_prose, tail = True, False, None
    done = []
    for line in lines:
        if tail is not None:
            done.append(
                line if line.kind == "credit" else replace(line, kind="furniture", rule=tail, effect=None, match=None)
            )
            continue
        if line.effect == "tail" and seen_prose:
            tail = line.rule
        if line.kind == "body":
            sure = not headline or line.folded.endswith(_STOPS) or line.words > _TITLE_WORDS
            seen_prose = seen_prose or (sure and line.words >= _PROSE_WORDS)
            headline = False
        done.append(line)
    return done


def _embeds(lines: list[_Line]) -> list[_Line]:
    """The paragraph above a line such as "Posted by X on DAY" is an embedded post of X."""
    done: list[_Line] = []
    for line in lines:
        if line.effect == "embed":
            if done and done[-1].kind == "body":
                done[-1] = replace(done[-1], kind="embed", rule=line.rule, match=line.match)
            line = replace(line, kind="furniture", match=None)
        done.append(line)
    return done


def _titles(lines: list[_Line], title: str | None) -> list[_Line]:
    """The headline, repeats of it, bullets that sum up, and headings between paragraphs."""
    prose = [line for line in lines if line.kind == "body"]
    known = {
        line.key
        for line in prose
        if title
        and line.words >= _REPEATED_WORDS
        and (line.key in title or (title in line.key and title.count(" ") >= _REPEATED_WORDS))
    }
    if len(prose) > 1 and prose[0].words <= _TITLE_WORDS and not prose[0].folded.endswith("."):
        known.add(prose[0].key)
    many = sum(line.words >= _LONG_WORDS for line in prose) >= _LONG_PARAGRAPHS
    done = []
    for line in lines:
        if line.kind == "body" and line.key in known:
            line = replace(line, kind="title", rule="region#headline")
        elif line.kind == "body" and line.folded.startswith(_BULLETS):
            line = replace(line, kind="title", rule="region#bullet")
        elif line.kind == "body" and many and line.words <= _HEADING_WORDS and not line.folded.endswith(_STOPS):
            line = replace(line, kind="heading", rule="region#heading")
        done.append(line)
    return done


def _region(page: Page, line: _Line) -> Region:
    """The region of one line; an embedded post keeps its author and day."""
    span = page.span(line.start, line.end)
    kind, rule = line.kind or "body", line.rule or "region#prose"
    if kind != "embed" or line.match is None:
        return Region(span, kind, rule)
    parts = line.match.groupdict()
    return Region(span, kind, rule, parts["author"].strip(), english_date(parts["day"], parts["month"], parts["year"]))
