"""The speaker of one word of saying: who stands behind it, or before it, or was spoken of before."""

from dataclasses import dataclass, replace
from typing import Final

from tawatur.claim.scope import BA, LAM, HasSpan, Scope, after, before, within
from tawatur.claim.speaking.naming import (
    EDGES,
    bare_words,
    is_aside,
    is_far,
    is_governed,
    leads_elsewhere,
    naming_ends,
    speech_begins,
)
from tawatur.claim.speaking.said import ARTICLE, OWNERS, Voice, is_told_to, keys_of, voice_of_party, voice_of_person
from tawatur.model.claim import Speaker
from tawatur.model.mark import CueMark, PartyMark, PersonMark
from tawatur.model.quick import quickly_made
from tawatur.model.text import Span

_OFFICE: Final = 60
_CLOSE: Final = 3
_AHEAD: Final = 30
_BESIDE: Final = 5
_COLON: Final = ":"
_NO_SPEAKER: Final = ("adjective", "facility")
_CROWDS: Final = ("civilians", "residents", "fighters")
_NO_SEER: Final = ("party", "fighters")
"""Who is rather seen than sees, where a word of recording has no other subject."""
AS_SAID: Final = "claim#speaker-as-said"
AGAIN: Final = "claim#speaker-again"


@quickly_made
@dataclass(frozen=True, slots=True)
class Known:
    """Who is known when a sentence begins: those who spoke, the latest first, and the persons named so far."""

    spoke: tuple[Voice, ...] = ()
    persons: tuple[PersonMark, ...] = ()
    own: frozenset[str] = frozenset()

    def again(self, span: Span, words: str) -> Voice | None:
        """The one whom a repeat means: "the source", "the spokesman", a family name alone."""
        keys = keys_of(words)
        found = next((voice for voice in self.spoke if keys and keys <= keys_of(voice.words)), None)
        return Voice(found.speaker, found.named, (span, AGAIN), span, found.words) if found else None

    def same(self, voice: Voice) -> Voice:
        """The one whom a described speaker repeats: "the source", "our correspondent"; ``voice`` where it is new."""
        if voice.speaker.id is not None or voice.speaker.kind == "unknown" or " " in voice.speaker.name.strip():
            return voice
        if voice.speaker.kind == "correspondent":
            staff = next((one for one in self.spoke if one.speaker.kind == "correspondent"), None)
            return replace(staff, seen=(voice.span, AGAIN), span=voice.span) if staff else voice
        return self.again(voice.span, voice.speaker.name) or voice

    def person(self, scope: Scope, span: Span) -> Voice | None:
        """A person named before, for whom one of his names is enough."""
        keys = keys_of(scope.between(*span))
        found = next((one for one in reversed(self.persons) if keys and keys <= keys_of(one.name)), None)
        if found is None:
            return None
        spoken = next((one for one in self.spoke if one.speaker.name == found.name), None)
        speaker = spoken.speaker if spoken else voice_of_person(found, None, scope).speaker
        return Voice(speaker, True, (span, AGAIN), span, found.name)


@quickly_made
@dataclass(frozen=True, slots=True)
class Heard:
    """What stands behind a word of saying: the speaker, where the naming of him ends, and whether "that" or a sign
    opens his words. ``bare`` where no subject stands there: it is the one who spoke before."""

    voice: Voice | None
    end: int
    opens: bool
    bare: bool = False


def heard_after(scope: Scope, cue: CueMark, known: Known) -> Heard:
    """The subject behind a verb of saying, up to where what he says begins."""
    stop, opens = speech_begins(scope, cue.span.end)
    span = Span(cue.span.end, stop)
    voice = _first_word_again(scope, span, known) or named_in(scope, span, seer=cue.value != "record")
    if voice is not None:
        return Heard(known.same(voice), voice.span.end, opens or speech_begins(scope, voice.span.end)[1])
    rest = bare_words(scope, span)
    if rest is None:
        return Heard(None, cue.span.end, opens, bare=is_aside(scope, span))
    found = known.again(rest, scope.between(*rest)) or known.person(scope, rest)
    if found is None and opens and cue.value == "said":
        found = as_said(scope, rest)
    return Heard(found, rest.end if found else cue.span.end, opens)


def as_said(scope: Scope, span: Span) -> Voice:
    """A speaker whom no lexicon holds, called as the text calls him.

    He is somebody where his town or body is part of his title ("the mayor of Sarmin"), not where he is only in it ("a
    farmer in Sarmin"), or where a country's adjective ends it ("the American president") or has a name behind it.
    """
    words = scope.between(*span)
    bodies = [mark for mark in within(scope.parties, span) if mark.group in OWNERS]
    marks: list[HasSpan] = [*within(scope.places, span), *bodies]
    held = [mark for mark in marks if not is_governed(scope, mark.span.start)]
    states = [mark for mark in within(scope.parties, span) if mark.group == "adjective" and mark.party.id]
    state = bool(states)
    called = state and bool(scope.between(states[-1].span.end, span.end).strip())
    head = any(word.startswith(ARTICLE) for word in words.split()[:2])
    whose = bool(held) or (head and bool(marks))
    named = whose or called or (state and words.split()[-1].startswith(ARTICLE))
    if any(cue.span.start == span.start for cue in within(scope.cues_of("medium"), span)):
        return Voice(Speaker(words, None, "outlet"), " " in words, (span, AS_SAID), span, words)
    body = next((mark.party.id for mark in bodies if mark.group != "party" and _serves(scope, mark)), None)
    return Voice(Speaker(words, body, "unknown"), named, (span, AS_SAID), span, words)


def _serves(scope: Scope, body: PartyMark) -> bool:
    """Whether a body in a speaker's title is whose he is: right in it or "in" it, and not "to" or "about" it."""
    near = [cue for cue in before(scope.cues, body.span.start, 1) if cue.kind == "preposition"]
    return not is_governed(scope, body.span.start) or any(cue.value is None for cue in near)


def _first_word_again(scope: Scope, span: Span, known: Known) -> Voice | None:
    """A person named before, if the first word behind the verb is one of his names and no mark begins there."""
    text = scope.between(*span)
    start = span.start + len(text) - len(text.lstrip())
    words = text.split(maxsplit=1)
    marks: list[HasSpan] = [
        *after(scope.parties, start, 1),
        *after(scope.persons, start, 1),
        *after(scope.cues, start, 1),
    ]
    if not words or marks:
        return None
    return known.person(scope, Span(start, start + len(words[0].rstrip(EDGES))))


def named_in(scope: Scope, span: Span, *, seer: bool = True) -> Voice | None:
    """The first person or party of a stretch that can be the subject of a verb before it."""
    start = span.start
    for mark in _names(scope, span):
        if isinstance(mark, PersonMark):
            return voice_of_person(mark, None, scope)
        if is_told_to(scope, mark):
            start = mark.span.end
            continue
        if not _can_speak(mark, seer):
            continue
        if is_governed(scope, mark.span.start) or is_far(scope, start, mark.span.start):
            return None
        person = _holder(scope, mark, span.end)
        return voice_of_person(person, mark, scope) if person else voice_of_party(scope, mark)
    return None


def _names(scope: Scope, span: Span) -> list[PartyMark | PersonMark]:
    """The parties and persons of a stretch in text order."""
    found: list[PartyMark | PersonMark] = [*within(scope.parties, span), *within(scope.persons, span)]
    return sorted(found, key=lambda mark: mark.span)


def _can_speak(mark: PartyMark, seer: bool) -> bool:
    return mark.group not in _NO_SPEAKER and (seer or mark.group not in _NO_SEER)


def _holder(scope: Scope, mark: PartyMark, stop: int) -> PersonMark | None:
    """The person who holds an office of this party ("the committee's spokesman NAME")."""
    person = next(iter(after(scope.persons, mark.span.end, _OFFICE)), None)
    if person is None or person.span.start >= stop:
        return None
    gap = scope.between(mark.span.end, person.span.start)
    return None if gap.split()[:1] and gap.split()[0].startswith("\u0648") else person


def heard_of(scope: Scope, at: int, known: Known) -> Voice | None:
    """The speaker behind "according to" or "quoting": right there, or behind a word for a document of his."""
    end = naming_ends(scope, at)
    span = Span(
        at - 1 if scope.between(at - 1, at) == LAM else at, end
    )  # "to the": its lam is the word's and the name's
    for mark in _names(scope, span):
        if isinstance(mark, PersonMark):
            return voice_of_person(mark, None, scope) if not leads_elsewhere(scope, at, mark.span.start) else None
        if not _can_speak(mark, True):
            continue
        if leads_elsewhere(scope, at, mark.span.start):
            return None
        person = _holder(scope, mark, end)
        return voice_of_person(person, mark, scope) if person else known.same(voice_of_party(scope, mark))
    rest = bare_words(scope, span)
    if rest is None:
        return None
    return known.again(rest, scope.between(*rest)) or known.person(scope, rest)


def heard_before(scope: Scope, cue: CueMark, known: Known) -> Voice | None:
    """The subject before a verb of saying ("the committee said")."""
    start = cue.span.start
    person = next(iter(before(scope.persons, start, _BESIDE)), None)
    if person:
        return voice_of_person(person, _office(scope, person), scope)
    party = next((mark for mark in before(scope.parties, start, _AHEAD) if mark.group not in _NO_SPEAKER), None)
    if party is None or (cue.value == "record" and party.group in _NO_SEER):
        return None
    gap = scope.between(party.span.end, start)
    joined = gap.strip(EDGES) and gap[-1:] != " "
    if any(sign in gap for sign in ".\n:") or joined or is_governed(scope, party.span.start):
        return None
    if scope.between(party.span.start - 1, party.span.start) in (LAM, BA) or is_told_to(scope, party):
        return None
    between = Span(party.span.end, start)  # a word of an act there: the party is that act's
    acted = bool(within(scope.actions, between)) or bool(within(scope.harms, between))
    return None if acted else known.same(voice_of_party(scope, party))


def _office(scope: Scope, person: PersonMark) -> PartyMark | None:
    """The office before a name ("the committee's spokesman NAME")."""
    offices = [mark for mark in before(scope.parties, person.span.start, _OFFICE) if mark.group == "source"]
    return next((mark for mark in offices if _holder(scope, mark, person.span.end) == person), None)


def opens_with_name(scope: Scope, known: Known) -> Voice | None:
    """A speaker whose name and a colon open the sentence ("The Observatory: …")."""
    start = scope.span.start
    if scope.chars.find(_COLON, start, scope.span.end + _CLOSE) < 0:
        return None  # as in most sentences
    parties = [mark for mark in after(scope.parties, start, _CLOSE) if _has_voice(mark)]
    persons = [mark for mark in after(scope.persons, start, _OFFICE) if mark.role != "victim"]
    for party in parties[:1]:
        person = _holder(scope, party, scope.span.end)
        voices = [voice_of_party(scope, party)] + ([voice_of_person(person, party, scope)] if person else [])
        found = next((voice for voice in voices if _colon_at(scope, voice.span.end)), None)
        if found:
            return found
    for person in persons[:1]:
        if (person.span.start - start <= _CLOSE or person.role == "official") and _colon_at(scope, person.span.end):
            return voice_of_person(person, None, scope)
    colon = scope.chars.find(_COLON, start, min(start + _AHEAD, scope.span.end))
    words = scope.between(start, max(colon, start)).split()
    return known.person(scope, Span(start, start + len(words[0]))) if len(words) == 1 else None


def _has_voice(mark: PartyMark) -> bool:
    """Whether a colon after this party opens its words: a crowd's opens a list, a bare "source" a credit line."""
    bare = mark.party.kind == "unnamed source" and " " not in mark.party.said
    return mark.group not in (*_NO_SPEAKER, *_CROWDS) and not bare


def _colon_at(scope: Scope, end: int) -> bool:
    return scope.between(end, end + _CLOSE).lstrip(' )"\u201d\u00bb').startswith(_COLON)


def told_to(scope: Scope, span: Span) -> PartyMark | None:
    """The outlet or agency that a speaker told it to, in a stretch of the sentence."""
    places = [cue.span.end for cue in within(scope.cues, span) if cue.kind == "told_to"]
    for mark in within(scope.parties, span):
        if mark.group != "outlet":
            continue
        if is_told_to(scope, mark) or any(0 <= mark.span.start - at <= _CLOSE for at in places):
            return mark
    return None
