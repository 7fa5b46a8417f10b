"""Times as written: found in a text, before anybody asks which day they mean."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tawatur.lang.lexicon import Page
from tawatur.lang.numerals import read_numbers
from tawatur.lang.pack import Pack
from tawatur.mark.time_build import said_of
from tawatur.mark.time_grammar import GLUE, Found, Reader, grammar_of
from tawatur.mark.time_tokens import Token, time_tokens
from tawatur.model.mark import TimeMark
from tawatur.model.time import TimeSaid

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_GLUE: Final = 3
NEVER_FIRST: Final = frozenset({"word", "and", "to", ",", ".", "-", "/", ":", ")"})


def mark_times(page: Page, pack: Pack) -> tuple[TimeMark, ...]:
    """The times in a text, in text order; parts of one expression make one mark. Impossible days are no time."""
    tokens = time_tokens(page, pack, read_numbers(page, pack))
    reader = Reader(grammar_of(pack), tokens)
    marks: list[TimeMark] = []
    at = 0
    while at < len(tokens):
        found = _found(reader, page.view, tokens, at)
        if found is None:
            at += 1
            continue
        said = None if found.pattern.role == "blocked" else said_of(found)
        if said is not None:
            first, last = found.bindings[0][1], found.bindings[-1][1]
            marks.append(TimeMark(page.span(first.start, last.end), _anchored(said, tokens, found), found.pattern.rule))
        at = _after(tokens, found)
    return tuple(marks)


def _found(reader: Reader, view: str, tokens: Sequence[Token], at: int) -> Found | None:
    """The longest time from a token on; None inside a longer number, such as a version or a telephone number."""
    last = at
    while last - at < MOST_GLUE and tokens[last].role in GLUE and last + 1 < len(tokens):
        last += 1
    found = None
    for place in range(last, at - 1, -1):  # "in" is no part of a time: what begins behind it may be longer
        found = _longer(reader, view, tokens, place, behind=found)
    return found


def _longer(reader: Reader, view: str, tokens: Sequence[Token], at: int, *, behind: Found | None) -> Found | None:
    """The longest time from just this token on, or the one ``behind`` it where that is as long."""
    if tokens[at].role in NEVER_FIRST:
        return None
    found = reader.longest(at)
    if behind is not None and (found is None or len(behind.bindings) >= len(found.bindings)):
        return behind
    if found is None or _glued_before(view, found.bindings[0][1]) or _glued_after(view, found.bindings[-1][1]):
        return None
    return found


def _glued_before(view: str, token: Token) -> bool:
    start = token.start
    if not view[start].isdigit() or start < 2:
        return False
    return view[start - 1] == "+" or (view[start - 1] in _JOINTS and view[start - 2].isalnum())


def _glued_after(view: str, token: Token) -> bool:
    after = view[token.end : token.end + 2]
    return view[token.end - 1].isdigit() and len(after) == 2 and after[0] in _JOINTS and after[1].isdigit()


_JOINTS: Final = frozenset("/-.:,")


def _after(tokens: Sequence[Token], found: Found) -> int:
    """The place of the first token behind a time."""
    return bisect_left(tokens, found.bindings[-1][1].start, key=lambda token: token.start) + 1


def _anchored(said: TimeSaid, tokens: Sequence[Token], found: Found) -> TimeSaid:
    """``said``, counted from another time where what is counted from follows: "three days after the talks"."""
    at = _after(tokens, found)
    counted = found.pattern.form == "offset" and found.bindings[0][0] == "later"
    if counted and found.bindings[-1][0] != "present" and at < len(tokens) and tokens[at].role == "of":
        return replace(said, anchor="other")
    return said


def show_said(said: TimeSaid) -> str:
    """A time as written on one stable line, such as ``date ----07-29 thu``, for cases and messages."""
    words = [said.form, _calendar_part(said)]
    if said.weekday is not None:
        words.append(WEEKDAYS[said.weekday])
    if said.unit is not None:
        words.append(f"{'?' if said.offset is None else format(said.offset, '+d')} {said.unit}")
    if said.odd_days is not None:
        words.append(f"{said.odd_days:+d} day")
    words += [word for word in (said.edge, said.part, said.direction, said.about, said.bound) if word is not None]
    if said.anchor is not None:
        words.append(f"from {said.anchor}")
    if said.until is not None:
        words.append(f".. {show_said(said.until)}")
    return " ".join(word for word in words if word)


def _calendar_part(said: TimeSaid) -> str:
    """Year, month and day with dashes for what is not written; empty where none is."""
    year = "----" if said.year is None else f"{said.year:04d}-"
    month = "--" if said.month is None else f"{said.month:02d}"
    era = "h" if said.calendar == "hijri" else ""
    if said.day is not None:
        return f"{era}{year}{month}-{said.day:02d}"
    if said.month is not None:
        return f"{era}{year}{month}"
    return "" if said.year is None else f"{era}{said.year:04d}"
