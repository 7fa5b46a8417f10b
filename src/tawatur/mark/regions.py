"""The parts of a page: title, dateline, credit, body, embedded post, caption, furniture.

Furniture is marked, never deleted, and yields no claim. A text is read line by line; what a line is follows from the
rules of the pack, and from where it stands among the others.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from tawatur.lang.fold import fold_key
from tawatur.lang.lexicon import Page
from tawatur.lang.pack import Pack
from tawatur.mark.cuts import lines_of
from tawatur.mark.dates_in_english import english_date
from tawatur.mark.lines import CUT_SHORT, CUTS, LONG_WORDS, STOPS, TITLE_WORDS, Line, classified, rules_of
from tawatur.mark.related import ITEMS, without_related
from tawatur.model.mark import Region, TimeMark

_HEADING_WORDS: Final = 9
_LINK_WORDS: Final = 20
_LONG_PARAGRAPHS: Final = 4
_DATELINE_WORDS: Final = 14
_WORDS_BESIDE: Final = 5
_REPEATED_WORDS: Final = 4
_COMPARED: Final = 60
_LAST_WORDS: Final = 5
_BULLETS: Final = ("\u2022", "\u25cf", "\u25aa", "\u25a0")


def mark_regions(page: Page, pack: Pack, times: Sequence[TimeMark], *, title: str | None) -> tuple[Region, ...]:
    """The regions of a text in order, none overlapping, blank lines between them left out.

    ``title`` is the report's own title where it came with one: a line that repeats it is a title too.
    """
    rules = rules_of(pack)
    lines = classified(lines_of(page.view, rules), rules)
    lines = [_dated(page, line, times) for line in lines]
    lines = _repeats(_page_titles(without_related(lines)))
    lines = _embeds(lines)
    lines = _titles(lines, fold_key(title) if title else None)
    return tuple(_region(page, line) for line in lines)


def _dated(page: Page, line: Line, times: Sequence[TimeMark]) -> Line:
    """A short line that is little more than a full date is a dateline ("Daraa, Thursday 29 July 2021, 13:10")."""
    if line.kind != "body" or line.words > _DATELINE_WORDS or line.folded.endswith("."):
        return line
    span = page.span(line.start, line.end)
    first = bisect_left(times, span.start, key=lambda mark: mark.span.start)
    for mark in times[first : first + 2]:
        said = mark.said
        full = said.form == "date" and None not in (said.year, said.month, said.day) and said.bound is None
        if full and span.covers(mark.span) and _words(page, line, mark) <= _WORDS_BESIDE:
            return line._replace(kind="dateline", rule=mark.rule)
    return line


def _words(page: Page, line: Line, mark: TimeMark) -> int:
    """How many words of a line are not part of its date."""
    dated = page.chars[mark.span.start : mark.span.end]
    return line.words - (fold_key(dated).count(" ") + 1)


def _repeats(lines: list[Line]) -> list[Line]:
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
        elif line.start not in repeated:  # what only heads a later line is no first saying of it
            earlier = f"{earlier}{line.key}\n"
    return [line._replace(kind="title", rule="region#repeated") if line.start in repeated else line for line in lines]


def _heart(line: Line) -> str:
    """The words of a line by which a repeat is known: all; of one cut short, the last ones before the cut word."""
    if not line.folded.endswith(CUT_SHORT):
        return line.key
    return " ".join(_without_last(line.key).split(" ")[-_LAST_WORDS:])


def _without_last(key: str) -> str:
    return key.rpartition(" ")[0]


def _embeds(lines: list[Line]) -> list[Line]:
    """The paragraph above a line such as "Posted by X on DAY" is an embedded post of X."""
    done: list[Line] = []
    for line in lines:
        if line.effect == "embed":
            if done and done[-1].kind == "body":
                done[-1] = done[-1]._replace(kind="embed", rule=line.rule, match=line.match)
            line = line._replace(kind="furniture", match=None)
        done.append(line)
    return done


def _page_titles(lines: list[Line]) -> list[Line]:
    """What stands above the line that names a captured page ("Facebook … 's Post") is the page's title.

    It is the post's first words and the page's name; where the post itself follows, it tells nothing of its own.
    """
    named = next((number for number, line in enumerate(lines) if line.effect == "below-title"), 0)
    kind = "heading" if any(line.kind == "body" for line in lines[named:]) else "title"
    above = (
        line._replace(kind=kind, rule="region#page-title") if line.kind == "body" else line for line in lines[:named]
    )
    return [*above, *lines[named:]]


def _titles(lines: list[Line], title: str | None) -> list[Line]:
    """The headline, repeats of it, bullets that sum up, and headings between paragraphs."""
    prose = [line for line in lines if line.kind == "body"]
    known = _headlines(prose, title)
    if _has_headline(lines, prose):
        known.add(prose[0].key)
    many = sum(line.words >= LONG_WORDS for line in prose) >= _LONG_PARAGRAPHS
    ended = many and all(line.ends for line in prose if line.words > _LINK_WORDS)
    done = []
    for line in lines:
        if line.kind == "body" and line.key in known:
            line = line._replace(kind="title", rule="region#headline")
        elif line.kind == "body" and line.folded.startswith(_BULLETS):
            line = line._replace(kind="title", rule="region#bullet")
        elif line.kind == "body" and many and line.words <= _HEADING_WORDS and not line.folded.endswith(STOPS):
            line = line._replace(kind="heading", rule="region#heading")
        elif line.kind == "body" and ended and line.words <= _LINK_WORDS and not _goes_on(line):
            line = line._replace(kind="heading", rule="region#headline-between")
        done.append(line)
    return done


def _headlines(prose: list[Line], title: str | None) -> set[str]:
    """The keys of the lines that repeat the report's own title."""
    return {
        line.key
        for line in prose
        if title
        and line.words >= _REPEATED_WORDS
        and (line.key in title or (title in line.key and title.count(" ") >= _REPEATED_WORDS))
    }


def _has_headline(lines: list[Line], prose: list[Line]) -> bool:
    """Whether the first line is a headline: it is short and ends no sentence, and something longer or ended follows.

    No captured post has one, and a row of short lines is a row of news.
    """
    if len(prose) < 2 or prose[0].words > TITLE_WORDS or prose[0].folded.endswith("."):
        return False
    if not any(line.ends or line.words > 2 * prose[0].words for line in prose[1:]):
        return False
    return not any(line.effect in CUTS for line in lines)


def _goes_on(line: Line) -> bool:
    """Whether a short line ends a sentence, is an item of a list, or one that goes on with "and"."""
    return line.folded.endswith(STOPS) or line.folded.startswith(ITEMS) or line.words < _REPEATED_WORDS


def _region(page: Page, line: Line) -> Region:
    """The region of one line; an embedded post keeps its author and day, a captured one its day."""
    span = page.span(line.start, line.end)
    kind, rule = line.kind or "body", line.rule or "region#prose"
    parts = line.match.groupdict() if line.match else {}
    if kind == "embed" and parts:
        day = english_date(parts["day"], parts["month"], parts["year"])
        return Region(span, kind, rule, parts["author"].strip(), day)
    if line.effect in CUTS and parts.get("year"):
        return Region(span, kind, rule, None, english_date(parts["day"], parts["month"], parts["year"]))
    return Region(span, kind, rule)
