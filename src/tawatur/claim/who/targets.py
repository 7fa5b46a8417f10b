"""Whom it hit: the object of the act, the subject of its passive, whose positions were hit, and the harmed themselves."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tawatur.claim.acts.frames import Frame
from tawatur.claim.carried import Role
from tawatur.claim.harm.counted import whole_word
from tawatur.claim.harm.figure import Figure
from tawatur.claim.harm.victims import Named
from tawatur.claim.scope import Scope, after, before, is_passive, within
from tawatur.model.mark import PartyMark, PlaceMark
from tawatur.model.party import PartyRef
from tawatur.model.text import Span

SUFFERING: Final = ("party", "fighters", "civilians", "residents", "facility", "body")
_REACH: Final = 90
_CLOSE: Final = 3
_ON: Final = 5
_MOST: Final = 3
_STOPS: Final = ("source", "reporting", "unattributed")
_SEIZURES: Final = ("arrest", "abduction", "capture", "release")
"""Acts on people alone: a checkpoint beside them is where it happened."""
_NOT_HIT: Final = ("source", "reporting", "agent", "launch_area", "sponsor", "belongs")
_HIT_PLACES: Final = ("camp", "hospital")
_HARMS_ONLY: Final = ("explosive_device", "landmine_erw", "body_found")
"""Acts of a thing: what stands behind it ("the explosion of a car") is no target, those whom it harmed are."""
_ON_PERSONS: Final = (
    "arrest",
    "abduction",
    "capture",
    "release",
    "attack",
    "execution",
    "torture",
    "death_in_custody",
    "body_found",
)
"""Acts on persons: who is named is whom it hit, and a party beside the name is his office."""
_NOBODY: Final = ("deployment", "agreement", "ceasefire", "negotiation", "territory_control", "other", "surrender")
_HA: Final = "\u0647"


@dataclass(frozen=True, slots=True)
class Suffered:
    """The harmed of a frame: its figures, and the persons it names."""

    figures: tuple[Figure, ...] = ()
    named: tuple[Named, ...] = ()


def find_targets(
    scope: Scope, clause: Scope, frame: Frame, free: Sequence[PartyMark], actors: Sequence[Role], suffered: Suffered
) -> tuple[Role, ...]:
    """The targets of a frame, at most three: parties and facilities that were hit, else the people whom it harmed.

    ``clause`` is the part of its sentence that tells of it.
    """
    if frame.type in _NOBODY:
        return ()
    done = [role.span for role in actors]
    ids = {role.party.id for role in actors if role.party.id}
    open_ones = [
        mark
        for mark in free
        if mark.group in SUFFERING and not any(mark.span.meets(span) for span in done) and mark.party.id not in ids
        and not any(weapon.span.covers(mark.span) for weapon in scope.weapons)
    ]  # fmt: skip
    if frame.type in _ON_PERSONS and suffered.named:
        return tuple(_distinct([*_named(suffered), *_harmed(free, suffered, ids)]))[:_MOST]
    found = [*_hit(clause, frame, open_ones), *_undergone(scope, clause, frame, open_ones)]
    roles = [Role(mark.party, mark.span, "claim#object") for mark in found]
    if not roles:
        roles = [*_places_hit(clause, frame), *_sites_hit(clause, frame, done)]
    roles += _harmed(free, suffered, ids)
    if not roles:
        roles = [*_people(clause, suffered)]
    return tuple(_distinct(roles))[:_MOST]


def harmed_parties(scope: Scope, free: Sequence[PartyMark], suffered: Suffered) -> tuple[Role, ...]:
    """The parties whose fighters were harmed in a clash."""
    return tuple(_distinct(_harmed(free, suffered, ())))


def _hit(clause: Scope, frame: Frame, free: Sequence[PartyMark]) -> Iterator[PartyMark]:
    """The parties and facilities after a word for the act, to the end of its object."""
    if frame.type in _HARMS_ONLY and (frame.trigger.form != "verb" or frame.type == "body_found"):
        return  # who finds a body was not hit
    words = sorted(mark.span for mark in (frame.trigger, *frame.others))
    until_past = frame.type != "territory_captured"  # a town is taken from who left it before
    ends = max(_object_end(clause, span.end, until_past=until_past) for span in words)
    for mark in within(free, Span(words[0].end, ends)):
        posted = mark.group == "facility" and frame.type in _SEIZURES
        named_else = before(clause.cues_of(*_NOT_HIT), mark.span.start, _CLOSE)
        if not posted and not named_else and not _gone_to(clause, mark):
            yield mark


def _gone_to(clause: Scope, mark: PartyMark) -> bool:
    """Whether "to" stands before a facility, where the wounded were taken, or "from" before residents, one of whom it was."""
    cue = next(iter(before(clause.cues, mark.span.start, _CLOSE)), None)
    return cue is not None and (mark.group, cue.value) in (("facility", "to"), ("residents", "from"))


def _object_end(clause: Scope, at: int, *, until_past: bool) -> int:
    """How far the object of an act can stand: to a source or a word of saying, a full stop, or the reach.

    With ``until_past`` also to "after": what happened before is another act.
    """
    reach = Span(at, at + _REACH)
    cues = within(clause.cues_of(*_STOPS, "cause"), reach)
    stops = [cue.span.start for cue in cues if cue.kind != "cause" or cue.value == "because"]
    if until_past:
        past = within(clause.cues_of("past"), reach)
        stops += [cue.span.start for cue in past if cue.span.start > at + _CLOSE]
    return min([at + _REACH, clause.span.end, *stops])


def _undergone(scope: Scope, clause: Scope, frame: Frame, free: Sequence[PartyMark]) -> Iterator[PartyMark]:
    """The subject of a passive or of "underwent", and the one whom its pronoun means ("its being exposed to")."""
    at = frame.trigger.span
    if is_passive(clause, frame.trigger):
        yield from before(free, at.start, _CLOSE)
    for cue in before(clause.cues_of("undergo"), at.start, _REACH):
        yield from within(free, Span(cue.span.end, at.start))
        if clause.chars.startswith(_HA, cue.span.end):
            near = [mark for mark in before(scope.parties, cue.span.start, _REACH) if mark.group == "facility"]
            yield from near[:1]
        else:
            yield from before(free, cue.span.start, _CLOSE)


def _places_hit(clause: Scope, frame: Frame) -> Iterator[Role]:
    """A camp or hospital that is itself the object."""
    for mark in after(clause.places, frame.trigger.span.end, _REACH):
        if _is_hit(clause, mark):
            yield Role(PartyRef(mark.place.said, kind="civilians"), mark.span, "claim#place-hit")


def _sites_hit(clause: Scope, frame: Frame, actors: Sequence[Span]) -> Iterator[Role]:
    """A position or store right behind a word for the act, whoever holds it."""
    words = () if frame.type in (*_HARMS_ONLY, *_SEIZURES) else (frame.trigger, *frame.others)
    for word in words:
        for cue in after(clause.cues_of("site"), word.span.end, _ON):
            span = whole_word(clause, cue.span)
            if any(span.end <= one.end and one.start - span.end <= _CLOSE for one in actors):
                continue  # a patrol of those who act
            yield Role(PartyRef(clause.chars[span.start : span.end], kind="facility"), span, "claim#site-hit")


def _is_hit(clause: Scope, mark: PlaceMark) -> bool:
    taken_to = any(cue.value == "to" for cue in before(clause.cues, mark.span.start, _CLOSE))
    return not taken_to and mark.place.role == "scene" and mark.place.kind in _HIT_PLACES


def _harmed(free: Sequence[PartyMark], suffered: Suffered, actors: Collection[str]) -> Iterator[Role]:
    """The parties whose men the figures count."""
    for figure in suffered.figures:
        party = figure.count.party
        if party is None or party in actors:
            continue
        marks = [mark for mark in free if mark.party.id == party]
        found = next((mark for mark in marks if mark.span.end >= figure.span.start), next(iter(marks), None))
        if found:
            yield Role(found.party, found.span, "claim#harmed-party")


def _people(clause: Scope, suffered: Suffered) -> Iterator[Role]:
    """The harmed people by their own word, without their number; the named by name."""
    for figure in suffered.figures:
        if figure.people and figure.count.scope == "total" and figure.count.period == "incident":
            kind = "civilians" if figure.count.civil_status == "civilian" else None
            span = whole_word(clause, figure.people.span)
            yield Role(PartyRef(clause.chars[span.start : span.end], kind=kind), span, "claim#harmed-people")
    yield from _named(suffered)


def _named(suffered: Suffered) -> Iterator[Role]:
    """The harmed who are named."""
    for one in suffered.named:
        yield Role(PartyRef(one.victim.name, kind="person"), one.person.span, "claim#harmed-person")


def _distinct(roles: Sequence[Role] | Iterator[Role]) -> Iterator[Role]:
    """Each party once."""
    seen: set[str] = set()
    for role in roles:
        key = role.party.id or role.party.said
        if key not in seen:
            seen.add(key)
            yield role
