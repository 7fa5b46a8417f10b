"""Statements: whether a word is one, who makes it, and whom it is about.

The same letters are a student and "demanded", "passed a law" and "admitted": a statement has somebody who makes it, or
says what is asked for.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tawatur.claim.acts.terms import ASKING, find_terms
from tawatur.claim.scope import BA, LAM, HasSpan, Scope, after, before, within
from tawatur.model.mark import ActionMark, PartyMark, PersonMark
from tawatur.model.party import PartyRef
from tawatur.model.text import Span

SPEAKING: Final = ("party", "fighters", "body", "residents", "monitor", "civilians", "outlet", "agency", "source")
OF_SOMEBODY: Final = ("accuse", "appeal", "demand", "threaten")
"""Statements whose verb wants somebody behind its subject: whom it accuses, asks or threatens."""
_IN_NAMES: Final = ("repeat_place", "repeat_party", "of_period", "site")
"""Cues that may be a word of a name ("the council of the town")."""
_MOST_OF_OFFICE: Final = 7
_TA: Final = "\u062a"
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
    if _endangers(scope, action) or before(scope.cues_of("negation"), action.span.start, _TOUCH):
        return False  # "nobody claimed it": nothing was stated
    if action.act not in ASKING:
        somebody = bool(scope.persons) or any(mark.group in SPEAKING for mark in scope.parties)
        return action.act == "support" or somebody or in_place(scope, action) is not None
    beside: list[HasSpan] = sorted([*scope.harms, *scope.numbers], key=lambda mark: mark.span)
    if before(beside, action.span.start, _CLOSE):
        return False  # "a student was hit": the letters of "demanded"
    asked = bool(find_terms(scope, action)) or subject_of(scope, action) is not None
    return asked or in_place(scope, action) is not None


def _endangers(scope: Scope, action: ActionMark) -> bool:
    """Whether lives or peace are what is threatened: a danger does that, and nobody says anything."""
    if action.act != "threaten":
        return False
    at_stake = next(iter(after(scope.cues_of("at_stake"), action.span.end, _FAR)), None)
    gap = scope.between(action.span.end, at_stake.span.start) if at_stake else ""
    return at_stake is not None and not _WITH_BA.search(gap)


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


def in_place(scope: Scope, action: ActionMark) -> Span | None:
    """The words of a subject that no rule knows, between a verb that wants somebody as its object and that object.

    "The council of the province appealed to the organisations": of two names behind such a verb the first made it.
    """
    if action.act == "condemn" and action.form == "verb":
        return _before_the_condemned(scope, action)
    if action.act not in OF_SOMEBODY or action.form != "verb":
        return None
    marks: list[PartyMark | PersonMark] = [*_whole_names(scope), *scope.persons]
    first = min(_near(marks, action.span.end), key=lambda mark: mark.span, default=None)
    if first is None or isinstance(first, PersonMark):
        return None
    gap = Span(action.span.end, first.span.start)
    return _unknown_name(scope, gap) if _closes_a_name(scope, gap) else None


def _before_the_condemned(scope: Scope, action: ActionMark) -> Span | None:
    """The unknown words between a verb of condemning and what it condemns: an act, or a word with bi-."""
    at = action.span.end
    marks: list[HasSpan] = [*scope.persons, *(mark for mark in scope.parties if mark.group in SPEAKING)]
    acts: list[HasSpan] = [*scope.actions, *scope.harms]
    ends = [mark.span.start for mark in acts if at < mark.span.start <= at + _FAR]
    led = None if ends else _WITH_BA.search(scope.chars, at, min(at + _FAR, scope.span.end))
    end = min([*ends, *([led.start()] if led else [])], default=None)
    if end is None or any(at <= mark.span.start < end for mark in marks):
        return None
    end -= len(_ARTICLE) if scope.chars.endswith(_ARTICLE, at, end) else 0
    return _unknown_name(scope, Span(at, end))


def _unknown_name(scope: Scope, gap: Span) -> Span | None:
    """The words of a gap that can be the name or office of somebody; None where a particle or a sign is among them."""
    words = scope.between(*gap).split()
    parted = any(cue.kind not in _IN_NAMES for cue in within(scope.cues, gap)) or within(scope.times, gap)
    if not 0 < len(words) <= _MOST_OF_OFFICE or parted or _SIGNS.search(scope.between(*gap)):
        return None
    if len(words[0]) < _CLOSE or words[0].startswith((BA, LAM)):
        return None
    deeds: tuple[Sequence[HasSpan], ...] = (scope.actions, scope.harms, scope.terms)
    if any(within(marks, gap) for marks in deeds):
        return None
    chars = scope.between(*gap)
    return Span(gap.start + len(chars) - len(chars.lstrip()), gap.end - (len(chars) - len(chars.rstrip())))


def _closes_a_name(scope: Scope, gap: Span) -> bool:
    """Whether the last word is definite, so that the name behind it is no part of it ("the head of the coalition")."""
    words = scope.between(*gap).split()
    definite = words[-1:] != [] and words[-1].startswith(_ARTICLE)
    if definite or any(mark.group == "adjective" for mark in within(scope.parties, gap)):
        return True
    end = gap.start + len(scope.between(*gap).rstrip())
    named: list[HasSpan] = [*scope.places, *scope.persons]
    return any(mark.span.end == end for mark in named)


def _near(marks: Sequence[PartyMark | PersonMark], at: int) -> list[PartyMark | PersonMark]:
    """The marks that begin a little behind ``at``."""
    return [mark for mark in marks if at <= mark.span.start <= at + _FAR]


def _whole_names(scope: Scope) -> list[PartyMark]:
    """The parties of a sentence that can be somebody's object: no adjective of a country, no source."""
    return [mark for mark in scope.parties if mark.group in SPEAKING and mark.group != "source"]


def goes_on(scope: Scope, action: ActionMark, verb: Span) -> bool:
    """Whether a verb of stating that "and" joins to an earlier one (at ``verb``) has the same subject.

    It has where both agree in gender and nobody stands behind it, or only the one whom it addresses.
    """
    start = action.span.start
    if action.form != "verb" or scope.chars[start - 1 : start] != _AND or verb.end > start:
        return False
    if any(mark.span.meets(action.span) for mark in scope.parties):
        return False  # "the residents addressed an appeal" is seen as one word for it
    if _feminine(scope.between(*verb)) != _feminine(scope.between(*action.span)):
        return False
    marks: list[PartyMark | PersonMark] = [*_whole_names(scope), *scope.persons]
    beside = [mark for mark in marks if 0 <= mark.span.start - action.span.end <= _TOUCH]
    if not beside:
        return action.act in OF_SOMEBODY or not _is_noun(scope, action.span.end + _TOUCH)
    behind = [mark for mark in marks if 0 <= mark.span.start - beside[0].span.end <= _TOUCH]
    return action.act in OF_SOMEBODY and not behind


def _feminine(verb: str) -> bool:
    """Whether a verb has the ending, or in the present the beginning, of the feminine."""
    return verb.endswith(_TA) or verb.startswith(_TA)


def _is_noun(scope: Scope, at: int) -> bool:
    """Whether an unknown noun with the article stands at ``at``: it may be the subject."""
    known: list[HasSpan] = [*scope.actions, *scope.harms, *scope.terms, *scope.cues]
    word = Span(at, at + _CLOSE + _TOUCH)
    return scope.chars.startswith(_ARTICLE, at) and not within(sorted(known, key=lambda mark: mark.span), word)


def described(scope: Scope, span: Span) -> PartyRef:
    """A party that is known by its words alone."""
    return PartyRef(scope.between(*span))


def _next_speech(scope: Scope, at: int) -> int:
    """Where somebody speaks again behind ``at``: what stands there is no object of the statement before."""
    said = [cue.span.start for cue in after(scope.cues_of("reporting", "source"), at, _FAR)]
    said += [one.span.start for one in after(scope.actions, at, _FAR) if one.type == "statement" and one.form == "verb"]
    joined_on = [start for start in said if scope.chars[start - 1 : start] == _AND]
    joined_on += [cue.span.start for cue in after(scope.cues_of("boundary"), at, _FAR)]
    return min(joined_on, default=scope.span.end)


def about(scope: Scope, action: ActionMark, end: int) -> Iterator[PartyMark]:
    """Whom a statement is about: the first party behind its subject, and those that "and" joins to it."""
    last: PartyMark | None = None
    stop = _next_speech(scope, end)
    for mark in after(scope.parties, end, _FAR):
        if mark.span.start > stop:
            return
        if mark.group in ("adjective", "facility", "outlet", "agency", "source"):
            continue
        gap = scope.between(last.span.end, mark.span.start) if last else ""
        if last and (len(gap) > _CLOSE or _AND not in gap):
            return
        yield mark
        last = mark
