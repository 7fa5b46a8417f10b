"""Signs of grammar that an act is told: what is written on to its word, whom it names right before and behind itself.

"They kidnapped a photographer" names whom it harmed right behind its verb; "the kidnapping serves no cause" names nobody.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from tawatur.claim.acts.frames import Frame
from tawatur.claim.acts.types import NO_HARM
from tawatur.claim.scope import HasSpan, Scope, after, before
from tawatur.lang.vocabulary import claim_type

_OBJECT: Final = 14
_SUBJECT: Final = 6
_HERE: Final = 25
_WRITTEN_ON: Final = {"\u0644": "lam", "\u0628": "ba", "\u0648": "waw", "\u0641": "fa", "\u0643": "kaf"}
_TOUCH: Final = 3
_MAKERS: Final = ("light", "occur", "undergo")
"""Cues that touch the noun which they make happen."""
_PLURAL: Final = "\u0627\u062a"
_CONJUGATED: Final = ("verb", "passive", "ambivalent")


def of_grammar(scope: Scope, frame: Frame) -> Iterator[str]:
    """Every sign of grammar, in no order; some may come twice."""
    yield from _of_shape(scope, frame)
    yield from _of_neighbours(scope, frame)
    yield from _of_other_acts(scope, frame)


def _of_shape(scope: Scope, frame: Frame) -> Iterator[str]:
    """The tense of a verb, the number of a noun, and the particle that is written on to either."""
    word = frame.trigger
    said = scope.between(*word.span)
    form = "verb" if word.form in _CONJUGATED else "noun"
    if word.tense:
        yield f"verb-{word.tense}"
    if form == "noun" and said.endswith(_PLURAL):
        yield "plural"
    particle = scope.chars[word.span.start - 1 : word.span.start] if word.span.start else ""
    if particle in _WRITTEN_ON:
        yield f"{form}-after-{_WRITTEN_ON[particle]}"
    yield f"family-{claim_type(frame.type).family}-{word.form}"


def _of_neighbours(scope: Scope, frame: Frame) -> Iterator[str]:
    """Who or what stands right before the word and right behind it."""
    word = frame.trigger
    form = "verb" if word.form in _CONJUGATED else "noun"
    people: tuple[Sequence[HasSpan], ...] = (scope.people, scope.persons, scope.numbers)
    if any(after(marks, word.span.end, _OBJECT) for marks in people):
        yield f"{form}-with-people"
    if after(scope.parties, word.span.end, _OBJECT):
        yield f"{form}-with-a-party"
    if after(scope.places, word.span.end, _HERE):
        yield f"{form}-with-a-place"
    if after(scope.weapons, word.span.end, _OBJECT):
        yield f"{form}-with-a-weapon"
    for kind in _MAKERS:
        makers = scope.cues_of(kind)
        if after(makers, word.span.end, _TOUCH) or before(makers, word.span.start, _TOUCH):
            yield f"{form}-touches-{kind}"
    if word.tense and before(scope.cues_of("that"), word.span.start, 1):
        yield "right-behind-that"  # "that killing people is …": a verb has its subject before it there
    doers: tuple[Sequence[HasSpan], ...] = (scope.people, scope.persons, scope.parties)
    if any(before(marks, word.span.start, _SUBJECT) for marks in doers):
        yield f"{form}-behind-its-subject"
    if after(scope.cues_of("relative"), word.span.end, _OBJECT):
        yield f"{form}-that-is-described"


def _of_other_acts(scope: Scope, frame: Frame) -> Iterator[str]:
    """What else the sentence tells of: another act of violence, an arrest, a statement about the act."""
    own = {frame.trigger.span, *(mark.span for mark in frame.others), *(mark.span for mark in frame.harms)}
    others = [one for one in scope.actions if one.span not in own]
    for act in {one.act for one in others if one.type == "statement"}:
        yield f"beside-{act or 'a-statement'}"
    if sum(one.type not in NO_HARM for one in others) > 2:
        yield "many-acts"
    if any(one.harm == "arrested" for one in scope.harms if one.span not in own):
        yield "beside-an-arrest"
