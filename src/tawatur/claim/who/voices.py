"""Whose word a statement is: what somebody accuses, denies, demands or threatens is told as that one's claim.

"The committee accused the army of breaking the truce": the statement is the committee's, and so is the breach, which is
then the army's deed. Who reports the statement stands nearer in the chain.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tawatur.claim.acts.frames import Frame
from tawatur.claim.scope import Scope, within
from tawatur.claim.speaking.said import Said, Seen, Voice, joined, said_by, voice_of_party
from tawatur.claim.who.roles import Role, Roles
from tawatur.model.claim import Speaker
from tawatur.model.mark import PersonMark
from tawatur.model.text import Span

_AGAINST: Final = ("accuse",)
_OWN: Final = ("threaten", "admit", "claim_responsibility", "deny")
_REPORTED: Final = (*_AGAINST, *_OWN, "condemn", "demand", "appeal")
_SPEAKS: Final = "claim#speaker-of-the-statement"


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement of a sentence with who makes it and whom it is about."""

    frame: Frame
    roles: Roles


def governing(scope: Scope, frame: Frame, stated: Sequence[Stated]) -> Stated | None:
    """The statement that a frame is, or whose content it is: the nearest before it, nothing new begun between."""
    at = frame.trigger.span.start
    for one in reversed(stated):
        if one.frame is frame:
            return one
        gap = Span(one.frame.trigger.span.end, at)
        if one.frame.act in _REPORTED and gap.start <= gap.end and not _ended(scope, gap):
            return one
    return None


def _ended(scope: Scope, gap: Span) -> bool:
    """Whether something new begins in a gap: a word for that, or a full stop."""
    return "." in scope.between(*gap) or any(cue.kind == "boundary" for cue in within(scope.cues, gap))


def charged(scope: Scope, stated: Stated | None, roles: Roles) -> Roles:
    """``roles`` with the doer whom a statement names: the accused, or the one who threatens, admits or denies it.

    A source or a witness who denies an act does not speak of his own.
    """
    if stated is None or any(role.party.basis != "carried" for role in roles.actors):
        return roles
    act = stated.frame.act
    doers = stated.roles.targets if act in _AGAINST else _speaking_of_own(scope, stated.roles) if act in _OWN else ()
    if not doers:
        return roles
    rule = "claim#accused" if act in _AGAINST else "claim#own-deed"
    spans = [role.span for role in doers]
    targets = tuple(role for role in roles.targets if role.span not in spans)
    return replace(roles, actors=tuple(replace(role, rule=rule) for role in doers), targets=targets)


def _speaking_of_own(scope: Scope, roles: Roles) -> tuple[Role, ...]:
    """Those who make a statement, without those who only know: sources and witnesses that no registry names."""
    knowing = [mark.span for mark in scope.parties if mark.group == "source"]
    return tuple(role for role in roles.actors if role.party.id or not any(map(role.span.meets, knowing)))


def voice_of(scope: Scope, stated: Stated | None, said: Said, persons: Sequence[PersonMark] = ()) -> Said:
    """``said`` with the one who makes a statement as the origin of its chain, unless he is that already.

    ``persons`` are those named in the sentences before: who held an office there holds it here.
    """
    actor = stated.roles.actors[0] if stated and stated.roles.actors else None
    if stated is None or actor is None:
        return said
    trigger = stated.frame.trigger
    if said.cue and said.cue[0] == trigger.span:
        return said  # the verb of the statement itself has said whose it is
    maker = _maker(scope, actor, (trigger.span, trigger.rule), persons)
    if any(_same(one, maker.attribution.chain[0]) for one in said.attribution.chain):
        return said
    return replace(joined(said, maker), cue=said.cue or maker.cue)


def _maker(scope: Scope, actor: Role, cue: Seen, persons: Sequence[PersonMark]) -> Said:
    """The maker of a statement as one who says it."""
    mark = next((mark for mark in scope.parties if actor.span.covers(mark.span)), None)
    if mark is not None:
        return said_by(cue, voice_of_party(scope, mark))
    named = [one for one in (*scope.persons, *persons) if one.name == actor.party.said]
    person = "official" if any(one.role == "official" for one in named) else "person"
    speaker = Speaker(actor.party.said, None, person if actor.party.kind == "person" else "unknown")
    return said_by(cue, Voice(speaker, True, (actor.span, _SPEAKS), actor.span, actor.party.said))


def _same(one: Speaker, other: Speaker) -> bool:
    """Whether two links are one speaker, by id or by name."""
    return one.id == other.id if one.id and other.id else one.name == other.name
