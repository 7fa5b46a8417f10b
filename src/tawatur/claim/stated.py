"""Statements: whether a word is one, who makes it, and whom it is about.

The same letters are a student and "demanded", "passed a law" and "admitted": a statement has somebody who makes it, or
says what is asked for.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tawatur.claim.scope import BA, LAM, HasSpan, Scope, after, before, within
from tawatur.claim.terms import ASKING, find_terms
from tawatur.model.mark import ActionMark, PartyMark, PersonMark
from tawatur.model.party import PartyRef
from tawatur.model.text import Span

SPEAKING: Final = ("party", "fighters", "body", "residents", "monitor", "civilians", "outlet", "agency", "source")
_CLOSE: Final = 3
_NEAR: Final = 46
_FAR: Final = 90
_OBJECT: Final = 60
_TOUCH: Final = 1
_MOST_WORDS: Final = 4
_AND: Final = "\u0648"
_ARTICLE: Final = "\u0627\u0644"
_WITH_BA: Final = re.compile(f"[\\s(]{BA}")
_SIGNS: Final = re.compile('[\u060c,;\u061b:.\u00ab\u00bb\u201c\u201d"()]')


def statement_told(scope: Scope, action: ActionMark) -> bool:
    """Whether a word of stating is a statement of a conflict's and no other word of its letters."""
    if action.act == "admit" and not _admits(scope, action):
        return False
    if action.act not in ASKING:
        return action.act == "support" or bool(scope.persons) or any(mark.group in SPEAKING for mark in scope.parties)
    beside: list[HasSpan] = sorted([*scope.harms, *scope.numbers], key=lambda mark: mark.span)
    if before(beside, action.span.start, _CLOSE):
        return False  # "a student was hit": the letters of "demanded"
    return bool(find_terms(scope, action)) or subject_of(scope, action) is not None


def _admits(scope: Scope, action: ActionMark) -> bool:
    """Whether what is admitted follows behind bi- or "that"; a parliament passes a law without."""
    behind = Span(action.span.end, min(scope.span.end, action.span.end + _OBJECT))
    that = [cue for cue in within(scope.cues, behind) if cue.kind == "that"]
    return bool(that) or bool(_WITH_BA.search(scope.between(*behind)))


def subject_of(scope: Scope, action: ActionMark) -> PartyMark | PersonMark | None:
    """Who makes a statement: the party or person right before its verb, or the first right behind it."""
    at = action.span
    marks: list[PartyMark | PersonMark] = [
        *scope.persons, *(mark for mark in scope.parties if mark.group in SPEAKING),
    ]  # fmt: skip
    ahead = [mark for mark in marks if 0 <= at.start - mark.span.end <= _TOUCH]
    if ahead and _free(scope, ahead[0].span.start):
        return ahead[0]
    behind = [mark for mark in marks if 0 <= mark.span.start - at.end <= _CLOSE]
    return next((mark for mark in behind if _free(scope, mark.span.start)), None)


def _free(scope: Scope, at: int) -> bool:
    """Whether no particle that makes an object is attached to the word at ``at``."""
    return not scope.chars[max(0, at - 1) : at].endswith((LAM, BA)) and not scope.chars.startswith(LAM + LAM, at)


def unnamed_subject(scope: Scope, action: ActionMark, first: Span) -> Span | None:
    """The words of a subject that no rule knows, between a verb and the first party behind it ("the club accused X").

    None where nothing stands there, or what stands there is no plain noun with the article.
    """
    gap = Span(action.span.end, first.start)
    at = next(
        (cue.span.start for cue in within(scope.cues_of("preposition"), gap) if within(scope.places, gap)), gap.end
    )
    gap = Span(gap.start, at)  # "the council in the town accused X": where it sits is no part of its name
    chars = scope.between(*gap)
    words = chars.split()
    plain = 0 < len(words) <= _MOST_WORDS and words[0].startswith(_ARTICLE) and not words[-1].endswith(_AND)
    known: list[Sequence[object]] = [within(scope.cues, gap), within(scope.times, gap), within(scope.places, gap)]
    if not plain or any(known) or _SIGNS.search(chars):
        return None
    return Span(gap.start + len(chars) - len(chars.lstrip()), gap.end - (len(chars) - len(chars.rstrip())))


def described(scope: Scope, span: Span) -> PartyRef:
    """A party that is known by its words alone."""
    return PartyRef(scope.between(*span))


def about(scope: Scope, action: ActionMark, end: int) -> Iterator[PartyMark]:
    """Whom a statement is about: the first party behind its subject, and those that "and" joins to it."""
    last: PartyMark | None = None
    for mark in after(scope.parties, end, _FAR):
        if mark.group in ("adjective", "facility", "outlet", "agency", "source"):
            continue
        gap = scope.between(last.span.end, mark.span.start) if last else ""
        if last and (len(gap) > _CLOSE or _AND not in gap):
            return
        yield mark
        last = mark
