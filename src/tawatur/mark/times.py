"""Times as written: found in a text, before anybody asks which day they mean."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tawatur.lang.lexicon import Page
from tawatur.lang.number_tokens import NumberToken, number_tokens
from tawatur.lang.numerals import read_numbers
from tawatur.lang.pack import Pack
from tawatur.mark.time_ahead import Place, looks_ahead, opens_sentence
from tawatur.mark.time_build import said_of
from tawatur.mark.time_grammar import GLUE, Found, Reader, grammar_of
from tawatur.mark.time_tokens import Token, time_tokens
from tawatur.model.mark import TimeMark
from tawatur.model.time import TimeSaid

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_GLUE: Final = 3
NEVER_FIRST: Final = frozenset({"word", "and", "to", ",", ".", "-", "/", ":", ")"})


def mark_times(page: Page, pack: Pack, *, parts: Sequence[NumberToken] | None = None) -> tuple[TimeMark, ...]:
    """The times in a text, in text order; parts of one expression make one mark. Impossible days are no time.

    ``parts`` are the parts of the page's numbers where they are known already.
    """
    numerals = read_numbers(page, number_tokens(page, pack) if parts is None else parts)
    tokens = time_tokens(page, pack, numerals)
    reader = Reader(grammar_of(pack), tokens)
    marks: list[TimeMark] = []
    reached = behind = 0
    for at in [at for at, token in enumerate(tokens) if token.role not in NEVER_FIRST]:  # few of a page
        found = _found(reader, page.view, tokens, at) if at >= reached else None
        if found is None:
            continue
        reached = _after(tokens, found)
        said = None if found.pattern.role == "blocked" else said_of(found)
        if said is not None:
            first, last = found.bindings[0][1], found.bindings[-1][1]
            place = Place(page, tokens, behind, at, reached)
            marks.append(TimeMark(page.span(first.start, last.end), _in_place(said, found, place), found.pattern.rule))
            behind = reached
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


def _in_place(said: TimeSaid, found: Found, place: Place) -> TimeSaid:
    """``said`` with what the words around it add: from what it counts, whether it lies ahead."""
    if found.pattern.anchored:
        return replace(said, anchor="other") if _named_behind(place) else said
    if found.pattern.form == "offset" and found.bindings[0][0] == "later" and found.bindings[-1][0] != "present":
        return _counted_on(said, place)
    if found.bindings[0][0] == "lasted":
        return replace(said, anchor="other")
    if _open(said, found) and looks_ahead(place):
        if said.form == "duration":
            return replace(said, offset=None if said.offset is None else abs(said.offset), ahead=True)
        until = said.until and replace(said.until, ahead=said.form != "feast")
        return replace(said, until=until, ahead=True)
    return said


def _open(said: TimeSaid, found: Found) -> bool:
    """Whether the words leave open if a time lies behind or ahead."""
    this = said.direction == "this" and said.form == "weekday"
    if (said.direction is not None and not this) or said.bound == "since":
        return False
    if said.edge == "earlier" or any(name == "last-word" for name, _ in found.bindings):
        return False
    return said.form in _EITHER_WAY and said.year is None and (said.form == "duration" or said.offset is None)


_EITHER_WAY: Final = frozenset({"weekday", "date", "month", "season", "feast", "weekend", "duration"})


def _named_behind(place: Place) -> bool:
    """Whether what a time counts from is named behind it: "the day after the talks"."""
    at = place.tokens[place.after - 1].end
    return place.page.view.startswith(_OF_WHAT, at)


_OF_WHAT: Final = " \u0644\u0644"
"""The particle "of" with the article, behind a space."""


def _counted_on(said: TimeSaid, place: Place) -> TimeSaid:
    """A count after which ("after three days"): of what follows, of a time told before, or ahead of the report's day."""
    tokens, at = place.tokens, place.after
    if at < len(tokens) and tokens[at].role in ("of", "on"):
        return replace(said, anchor="other")
    if looks_ahead(place) or (place.behind == 0 and opens_sentence(place)):
        return said
    return replace(said, anchor="text")


def show_said(said: TimeSaid) -> str:
    """A time as written on one stable line, such as ``date ----07-29 thu``, for cases and messages."""
    words = [said.form, _calendar_part(said)]
    if said.weekday is not None:
        words.append(WEEKDAYS[said.weekday])
    if said.unit is not None:
        words.append(f"{'?' if said.offset is None else format(said.offset, '+d')} {said.unit}")
    if said.odd_days is not None:
        words.append(f"{said.odd_days:+d} day")
    if said.slice is not None:
        words.append(f"{'any' if said.nth is None else format(said.nth, 'd')}. {said.slice} of it")
    words += [word for word in (said.edge, said.part, said.direction, said.about, said.bound) if word is not None]
    words += ["ahead"] if said.ahead else []
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
