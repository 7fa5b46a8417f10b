"""Who says what in a sentence, stretch by stretch, and who holds the floor for the next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tawatur.claim.acts.stated import goes_on, in_place
from tawatur.claim.acts.told import tells
from tawatur.claim.scope import Scope, after, before, within
from tawatur.claim.speaking.naming import speech_begins
from tawatur.claim.speaking.said import OWN_VOICE, Said, Voice, carried, joined, said_by, voice_of_party
from tawatur.claim.speaking.speakers import (
    AGAIN,
    Known,
    as_said,
    heard_after,
    heard_before,
    heard_of,
    opens_with_name,
    told_to,
)
from tawatur.claim.speaking.turns import Opening, Turn, directed, quote_around, turns_of
from tawatur.model.claim import Attribution, Speaker
from tawatur.model.mark import CueMark
from tawatur.model.quick import quickly_made
from tawatur.model.text import Span

_TURNS_OLD: Final = 4
"""Sentences in the outlet's own voice after which "he added" has nobody to go on with."""
_MOST_KNOWN: Final = 12
_TELLERS: Final = ("local_source", "witness", "official", "correspondent")
"""Kinds from whom somebody "has" what he tells."""
_TOUCH: Final = 3
_TOUCH_VERB: Final = 1
_VERB: Final = 8
_INSIDE: Final = 6
_LEAD: Final = 25
_COLON: Final = ":"
_AND: Final = ("\u0648", "\u0641")
_COMMAS: Final = ("\u060c", ",", "\u061b")
_BULLETS: Final = ("-", "\u2013", "\u2022", "*", "\u25cf", "\u00ab", "\u201c", '"', "\u201d")
_NOBODY_KNOWN: Final = Known()
_QUIET: Final = " \n\u200f"


@quickly_made
@dataclass(frozen=True, slots=True)
class Floor:
    """What a sentence hands to the next: who spoke last and how long ago, whether his words go on, who is known."""

    holder: Said = OWN_VOICE
    age: int = 0
    goes_on: bool = False
    known: Known = _NOBODY_KNOWN
    quotations: tuple[Span, ...] = ()


@quickly_made
@dataclass(frozen=True, slots=True)
class Speech:
    """Who says what in one sentence, with the speakers that it names."""

    turns: tuple[Turn, ...] = ()
    voices: tuple[Voice, ...] = ()

    def of(self, span: Span) -> Said:
        """Who says what stands in a span; the outlet where nobody is said to."""
        at = span.start
        return next((turn.said for turn in reversed(self.turns) if turn.span.start <= at < turn.span.end), OWN_VOICE)

    @property
    def last(self) -> Said | None:
        """The one who spoke last; None where only the outlet does."""
        spoken = [turn.said for turn in self.turns if turn.said.attribution.chain]
        return spoken[-1] if spoken else None


def speech_of(scope: Scope, floor: Floor) -> Speech:
    """Who says what in one sentence; ``floor`` is what the sentences before it leave."""
    openings = directed(scope, list(_openings(scope, floor)))
    turns = turns_of(scope, openings, floor.quotations)
    begun = quote_around(floor.quotations, scope.span.start - 1)
    if begun and floor.holder.attribution.chain:
        turns = _quoted(scope, floor.holder, begun, turns)
    elif not turns and floor.goes_on:
        turns = [Turn(scope.span, carried(floor.holder, None))]
    author = scope.sentence.region.author
    if author and scope.sentence.region.kind == "embed":
        turns = _posted(scope, author, turns)
    return Speech(tuple(turns), tuple(voice for opening in openings for voice in opening.voices))


def floor_after(scope: Scope, speech: Speech, floor: Floor) -> Floor:
    """What a sentence leaves to the next. An embedded post leaves nothing, a headline only whom it names."""
    if scope.sentence.region.kind == "embed":
        return floor
    known = _known_after(scope, speech, floor.known)
    text = scope.between(*scope.span).strip(_QUIET)
    last = speech.last if scope.sentence.region.kind == "body" or text.endswith(_COLON) else None
    if last is None:
        older = floor.age + 1
        holder = floor.holder if older <= _TURNS_OLD else OWN_VOICE
        return Floor(holder, older, goes_on=False, known=known, quotations=floor.quotations)
    listed = floor.goes_on and text.startswith(_BULLETS)
    goes_on = text.endswith(_COLON) or listed
    return Floor(last, 0, goes_on=goes_on, known=known, quotations=floor.quotations)


def _known_after(scope: Scope, speech: Speech, known: Known) -> Known:
    """Who is known behind a sentence: whom it names and who speaks in it, too."""
    if not speech.voices and not scope.persons:
        return known
    spoke = (*reversed(speech.voices), *known.spoke)[:_MOST_KNOWN]
    return Known(spoke, (*known.persons, *scope.persons)[-4 * _MOST_KNOWN :], known.own)


def _openings(scope: Scope, floor: Floor) -> Iterator[Opening]:
    """The words of saying that have a speaker, in text order, each past the naming of the one before."""
    done, last = scope.span.start, None
    named = opens_with_name(scope, floor.known)
    if named:
        cue = CueMark(named.seen[0], "reporting", "said", "forward", named.seen[1])
        said = said_by(named.seen, named)
        last = Opening(scope.span.start, cue, said, named.span.end, (named,), opens=True)
        done = last.end
        yield last
    for cue in _words_of_saying(scope):
        if cue.span.start < done:
            continue
        found = _opening(scope, cue, floor, last, done)
        if found:
            done, last = max(found.end, cue.span.end), found
            yield found


def _words_of_saying(scope: Scope) -> list[CueMark]:
    """Verbs and particles of saying, and the verbs of statements, in text order."""
    cues = [
        cue
        for cue in scope.cues
        if cue.kind in ("source", "reporting", "unattributed") or (cue.kind, cue.value) == ("distance", "said")
    ]
    stated = [
        CueMark(action.span, "reporting", "statement", "forward", action.rule)
        for action in scope.actions
        if action.type == "statement" and action.form == "verb" and tells(scope, action)
    ]
    return sorted([*(cue for cue in cues if not _unsaid(scope, cue)), *stated], key=lambda cue: cue.span)


def _unsaid(scope: Scope, cue: CueMark) -> bool:
    """Whether a verb of saying is negated: what follows nobody has said."""
    return cue.kind != "source" and any(one.kind == "negation" for one in before(scope.cues, cue.span.start, _TOUCH))


def _opening(scope: Scope, cue: CueMark, floor: Floor, last: Opening | None, done: int) -> Opening | None:
    """What one word of saying opens; None where nobody speaks by it."""
    seen = (cue.span, cue.rule)
    if cue.kind == "unattributed":
        ahead = heard_before(scope, cue, floor.known) if cue.value == "or-carried" else None
        if ahead and ahead.span.start >= done:
            return _with_outlet(scope, cue, [ahead], ahead.span.start, floor)
        if cue.value == "or-carried" and floor.holder.attribution.chain:
            return Opening(cue.span.start, cue, carried(floor.holder, seen), cue.span.end, opens=True)
        return Opening(cue.span.start, cue, Said(Attribution((), "unattributed"), seen), cue.span.end)
    return _by_source(scope, cue, floor) if cue.kind == "source" else _by_verb(scope, cue, floor, last, done)


def _by_source(scope: Scope, cue: CueMark, floor: Floor) -> Opening | None:
    """What "according to" or "quoting" opens, with the origin whom a relay quotes."""
    verb = next((one for one in after(scope.cues, cue.span.end, _VERB) if one.kind == "reporting"), None)
    voice = heard_of(scope, verb.span.end if verb else cue.span.end, floor.known)
    if voice is None:
        return None
    if cue.value == "relay-of" and not any(one.value == "of" for one in after(scope.cues, voice.span.end, _LEAD)):
        return None  # the word is also "moved": somebody moves the wounded
    voices = [voice]
    relays = cue.value in ("relay", "relay-of") or (verb is not None and verb.value == "relay")
    of = [one for one in after(scope.cues, voice.span.end, _LEAD) if one.value in ("of", "relay")] if relays else []
    had_from = [one for one in after(scope.cues, voice.span.end, _TOUCH) if one.value == "from"]
    origin = heard_of(scope, (of or had_from)[0].span.end, floor.known) if of or had_from else None
    if origin and (of or origin.speaker.kind in _TELLERS):
        voices.append(origin)
    return _with_outlet(scope, cue, voices, cue.span.start, floor)


def _by_verb(scope: Scope, cue: CueMark, floor: Floor, last: Opening | None, done: int) -> Opening | None:
    """What a verb of saying opens: for the subject behind it or before it, or the one who spoke before."""
    if cue.value == "document":
        return _by_document(scope, cue, floor)
    made = _by_statement(scope, cue, floor, last) if cue.value == "statement" else None
    if made:
        return made
    heard = heard_after(scope, cue, floor.known)
    ahead = heard_before(scope, cue, floor.known)
    if ahead and ahead.span.start < done:
        ahead = None
    beside = ahead is not None and cue.span.start - ahead.span.end <= _INSIDE
    direct = heard.voice is not None and heard.voice.span.start - cue.span.end <= _TOUCH
    if (cue.value == "noun" and not direct) or (cue.value == "carry" and heard.voice and not heard.opens):
        return None  # "the announcement of X", "X went on (with its advance)"
    if ahead and cue.value == "statement" and cue.span.start - ahead.span.end <= _TOUCH_VERB:
        direct = False  # "the committee accused the army": such a verb has an object behind it
    if heard.voice and (direct or not beside):
        return _with_outlet(scope, cue, [heard.voice], cue.span.start, floor, done)
    if ahead:
        return _with_outlet(scope, cue, [ahead], ahead.span.start, floor, done)
    earlier = last.said if last else floor.holder
    if cue.value == "statement" or not earlier.attribution.chain or not _goes_on(scope, cue, heard.bare, heard.opens):
        return None
    seen = (cue.span, cue.rule)
    said = replace(earlier, cue=seen) if last else carried(earlier, seen)
    return Opening(cue.span.start, cue, said, cue.span.end, opens=heard.opens)


def _by_statement(scope: Scope, cue: CueMark, floor: Floor, last: Opening | None) -> Opening | None:
    """What a verb of stating opens for the one who spoke just before, or for a subject that no rule knows."""
    action = next(action for action in scope.actions if action.span == cue.span)
    if last and last.said.attribution.chain and goes_on(scope, action, last.cue.span):
        return Opening(cue.span.start, cue, replace(last.said, cue=(cue.span, cue.rule)), cue.span.end)
    words = in_place(scope, action)
    known = words and (floor.known.again(words, scope.between(*words)) or floor.known.person(scope, words))
    voice = known or (as_said(scope, words) if words else None)
    return _with_outlet(scope, cue, [voice], cue.span.start, floor) if voice else None


def _by_document(scope: Scope, cue: CueMark, floor: Floor) -> Opening | None:
    """What "it came in a statement of X that" opens; a name "came in the list" without saying anything."""
    voice = heard_of(scope, cue.span.end, floor.known)
    opening = _with_outlet(scope, cue, [voice], cue.span.start, floor) if voice else None
    return opening if opening and opening.opens else None


def _goes_on(scope: Scope, cue: CueMark, bare: bool, opens: bool) -> bool:
    """Whether a verb without a subject goes on with the one who spoke before."""
    if cue.value == "carry":
        return bare
    start = cue.span.start
    joined_on = scope.between(start - 1, start) in _AND or start - scope.span.start <= _TOUCH
    return bare and (opens or joined_on)


def _with_outlet(
    scope: Scope, cue: CueMark, voices: Sequence[Voice], begin: int, floor: Floor, done: int | None = None
) -> Opening:
    """An opening by these speakers, nearest first; the outlet or agency that they told it to is nearer still.

    It stands behind the word of saying, or before it ("in an interview with X, he said"), no farther than ``done``.
    """
    end = max(cue.span.end, *(voice.span.end for voice in voices))
    stop, opens = speech_begins(scope, end)
    outlet = told_to(scope, Span(begin, stop))
    if outlet is None and done is not None:
        asked = any(one.kind == "told_to" for one in within(scope.cues, Span(done, begin)))
        outlet = told_to(scope, Span(done, begin)) if asked else None
    if outlet and not any(outlet.span.meets(voice.span) for voice in voices):
        voices, end = [voice_of_party(scope, outlet), *voices], max(end, outlet.span.end)
        opens = opens or speech_begins(scope, end)[1]
    said = _as_before(floor.holder, voices, said_by((cue.span, cue.rule), *voices, own=floor.known.own))
    return Opening(begin, cue, said, end, tuple(voices), opens)


def _as_before(holder: Said, voices: Sequence[Voice], said: Said) -> Said:
    """The whole chain of the one who spoke last, where he is the one who is named again."""
    chain = holder.attribution.chain
    if len(voices) != 1 or voices[0].seen[1] != AGAIN or chain[-1:] != (voices[0].speaker,):
        return said
    return replace(said, attribution=holder.attribution, links=(*holder.links[:-1], voices[0].seen))


def _quoted(scope: Scope, holder: Said, quote: Span, turns: Sequence[Turn]) -> list[Turn]:
    """The turns of a sentence that begins inside a quotation: what is quoted is its speaker's."""
    whole = Turn(Span(scope.span.start, min(quote.end, scope.span.end)), carried(holder, None))
    inner = [
        replace(turn, said=joined(carried(holder, None), turn.said)) if turn.span.start < quote.end else turn
        for turn in turns
    ]
    return [whole, *inner]


def _posted(scope: Scope, author: str, turns: Sequence[Turn]) -> list[Turn]:
    """The turns of a sentence of an embedded post: its author's, or told by him."""
    seen = (scope.sentence.span, scope.sentence.region.rule)
    post = Said(Attribution((Speaker(author, None, "social_media"),), "named"), seen, (seen,))
    return [Turn(scope.span, post), *(replace(turn, said=joined(post, turn.said)) for turn in turns)]
