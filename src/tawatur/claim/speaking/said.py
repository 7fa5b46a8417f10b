"""Voices: what a name in the text is as a speaker, and what a chain of them is called."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from tawatur.claim.scope import LAM, Scope, after
from tawatur.lang.fold import ARABIC, fold_key
from tawatur.model.claim import Attribution, Speaker
from tawatur.model.mark import PartyMark, PersonMark, PlaceMark
from tawatur.model.quick import quickly_made
from tawatur.model.text import Span

KINDS: Final = {
    "monitor": "monitor", "rights body": "rights_body", "rescue": "rescue", "agency": "agency", "outlet": "outlet",
    "unnamed source": "local_source", "witness": "witness", "correspondent": "correspondent", "official": "official",
    "unnamed official": "official", "media": "outlet", "social media": "social_media", "civilians": "witness",
    "international body": "official", "political body": "official", "body": "official", "person": "person",
}  # fmt: skip
RELAYING: Final = ("agency", "outlet", "social_media", "monitor")
"""Kinds that tell what others told them."""

_UNNAMED: Final = ("source", "civilians", "residents", "fighters")
_OF_THEIR_OFFICE: Final = ("correspondent", "official")
"""Who is known by his office, though no name is said."""
OWNERS: Final = ("outlet", "monitor", "body", "party", "agency")
_CLOSE: Final = 3
_IN: Final = 8
ARTICLE: Final = "\u0627\u0644"
_TO: Final = re.compile(f'(?:^|[^{ARABIC}])\u0648?{LAM}\u0640*[ ("\u00ab\u201c]{{0,3}}$')
"""Li- ("to") at the end of what stands before a name, written on to it or with a tatweel, blank or bracket between."""

Seen = tuple[Span, str]
"""A stretch of the text and the rule that saw it."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker as a text names him. ``span`` is the name with the office before it, ``seen`` the name alone."""

    speaker: Speaker
    named: bool
    seen: Seen
    span: Span
    words: str


_NOBODY: Final = Attribution()


@quickly_made
@dataclass(frozen=True, slots=True)
class Said:
    """An attribution with what shows it: the word of saying, and the name of each link of the chain.

    ``carried`` where the names stand in an earlier sentence.
    """

    attribution: Attribution = _NOBODY
    cue: Seen | None = None
    links: tuple[Seen, ...] = ()
    carried: bool = False


OWN_VOICE: Final = Said()


def said_by(cue: Seen, *voices: Voice, own: frozenset[str] = frozenset()) -> Said:
    """The attribution to these speakers, nearest first. The outlet whose report it is, is no link beside another."""
    kept = [voice for voice in voices if voice.speaker.id not in own] or list(voices[:1])
    mode = "named" if kept[-1].named else "unnamed"
    chain = tuple(voice.speaker for voice in kept)
    return Said(Attribution(chain, mode), cue, tuple(voice.seen for voice in kept))


def joined(outer: Said, inner: Said) -> Said:
    """What one tells of what another told: the outer chain is nearer."""
    if not outer.attribution.chain or not inner.attribution.chain:
        return outer if outer.attribution.chain else inner
    again = {(one.id or fold_key(one.name)) for one in inner.attribution.chain}
    kept = [
        (speaker, seen)
        for speaker, seen in zip(outer.attribution.chain, outer.links, strict=True)
        if (speaker.id or fold_key(speaker.name)) not in again
    ]
    chain = (*(speaker for speaker, _ in kept), *inner.attribution.chain)
    links = (*(seen for _, seen in kept), *inner.links)
    return replace(inner, attribution=Attribution(chain, inner.attribution.mode), links=links)


def carried(said: Said, cue: Seen | None) -> Said:
    """The attribution of an earlier sentence, gone on with at ``cue``."""
    return replace(said, cue=cue or said.cue, carried=True)


def voice_of_person(person: PersonMark, office: PartyMark | None, scope: Scope) -> Voice:
    """A person as speaker. Who speaks for a body bears its id, so that the two are not counted as two."""
    span = office.span.join(person.span) if office else person.span
    body = _speaks_for(scope, office, person) if office else None
    held = kind_of(office) if office and office.group == "source" else "official"
    holds = office is not None or person.role == "official"
    kind = held if holds and held in _OF_THEIR_OFFICE else "person"
    speaker = Speaker(person.name, body.party.id if body else None, kind)
    return Voice(speaker, True, (person.span, person.rule), span, scope.between(*span))


def _speaks_for(scope: Scope, office: PartyMark, person: PersonMark) -> PartyMark | None:
    """The body in whose name the holder of an office speaks."""
    if office.party.kind != "official":
        return None
    return owner_of(scope, office.span.end) or next(
        (
            mark
            for mark in after(scope.parties, office.span.end, person.span.start - office.span.end)
            if mark.group in OWNERS
        ),
        None,
    )


def voice_of_party(scope: Scope, mark: PartyMark) -> Voice:
    """A party as speaker; the outlet of a correspondent and the body of a spokesman belong to the name."""
    kind = kind_of(mark)
    owner = _owner(scope, mark, kind) or _home(scope, mark)
    span = mark.span.join(owner.span) if owner else mark.span
    name = scope.between(*span) if owner else shown(mark)
    of_body = owner.party.id if isinstance(owner, PartyMark) and kind in _OF_THEIR_OFFICE else None
    speaker = Speaker(name, mark.party.id or of_body, kind)
    return Voice(speaker, _is_named(mark, kind), (span, mark.rule), span, f"{name} {scope.between(*span)}")


def kind_of(mark: PartyMark) -> str:
    """The kind of speaker that a party is."""
    if mark.group == "source" and mark.party.kind == "civilians":
        return "local_source"
    return KINDS.get(mark.party.kind or "", "party" if mark.party.id else "unknown")


def _is_named(mark: PartyMark, kind: str) -> bool:
    if mark.party.id is not None or mark.group not in _UNNAMED:
        return True
    return kind in _OF_THEIR_OFFICE and mark.party.kind != "unnamed official"


def _owner(scope: Scope, mark: PartyMark, kind: str) -> PartyMark | None:
    """The body that a source is of: right behind the word, or "in" it."""
    if mark.group != "source":
        return None
    owner = owner_of(scope, mark.span.end)
    if owner is not None or kind == "correspondent":
        return owner
    inside = [cue for cue in after(scope.cues, mark.span.end, 1) if cue.kind == "preposition" and cue.value is None]
    found = next(iter(after(scope.parties, inside[0].span.end, _CLOSE)), None) if inside else None
    return found if found and found.group in OWNERS else None


def _home(scope: Scope, mark: PartyMark) -> PlaceMark | None:
    """The place whose residents they are, right behind the word."""
    places = after(scope.places, mark.span.end, 1) if mark.group == "residents" else ()
    return places[0] if places else None


def owner_of(scope: Scope, end: int) -> PartyMark | None:
    """The body whose name stands right behind ``end``, with no "to" before it."""
    return next(
        (mark for mark in after(scope.parties, end, _CLOSE) if mark.group in OWNERS and not is_told_to(scope, mark)),
        None,
    )


def shown(mark: PartyMark) -> str:
    """The name of a speaker: as said where that is more than one word, else the registered one ("the Observatory")."""
    said = mark.party.said
    if said.startswith(LAM + LAM):
        said = ARTICLE + said[2:]  # "to the": the article that its lam has swallowed
    return said if " " in said or mark.party.name_ar is None else mark.party.name_ar


def is_told_to(scope: Scope, mark: PartyMark) -> bool:
    """Whether li- ("to") stands before a name."""
    start = mark.span.start
    return _TO.search(scope.chars, max(0, start - _IN), start) is not None or scope.chars.startswith(LAM + LAM, start)


@lru_cache(
    maxsize=1024
)  # every speaker is compared with all who are known: a text has few names and asks for them often
def keys_of(words: str) -> frozenset[str]:
    """The words of a name to compare by: folded, without the article."""
    return frozenset(word.removeprefix(ARTICLE) for word in fold_key(words).split() if len(word) > 2)
