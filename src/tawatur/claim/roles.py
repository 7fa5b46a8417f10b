"""Who did it and to whom: parties given their roles by what stands between them and the trigger."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tawatur.claim import stated
from tawatur.claim.frames import Frame
from tawatur.claim.scope import LAM, Scope, after, before, cut, within
from tawatur.model.mark import ActionMark, CueMark, PartyMark, PersonMark, PlaceMark
from tawatur.model.party import PartyRef
from tawatur.model.text import Span

SIDES: Final = ("armed_clash", "agreement", "ceasefire", "negotiation")
_ACTING: Final = ("party", "fighters", "body", "residents", "adjective")
"""Who can do something. "Civilians" is what the harmed are called: nobody is said to act as one."""
_SUFFERING: Final = ("party", "fighters", "civilians", "residents", "facility", "body")
_REACH: Final = 46
_CLOSE: Final = 3
_FAR: Final = 90
_AREA: Final = 24
"""Room for "areas under the control of" between a launch area's cue and its party."""
_GOVERNING: Final = ("attempt", "threat", "plan")


@dataclass(frozen=True, slots=True)
class Role:
    """A party in a role, where it stands, and the rule that put it there."""

    party: PartyRef
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of one frame."""

    actors: tuple[Role, ...] = ()
    targets: tuple[Role, ...] = ()
    sponsors: tuple[Role, ...] = ()


def find_roles(scope: Scope, frame: Frame, earlier: Roles | None) -> Roles:
    """The actors, targets and sponsors of a frame; where no actor is said, the one of the frame before is carried."""
    clause = cut(scope, frame.clause)
    sponsors = tuple(_sponsors(clause))
    free = [mark for mark in clause.parties if not any(mark.span.meets(role.span) for role in sponsors)]
    if frame.type in SIDES:
        return Roles(tuple(_sides(clause, free, frame)), (), sponsors)
    if frame.type == "statement":
        return _statement(scope, frame, free)
    actors = tuple(_governed(scope, frame)) or tuple(_actors(clause, free, frame))
    if (
        not actors
        and earlier
        and earlier.actors
        and frame.type not in ("protest", "siege")
        and isinstance(frame.trigger, ActionMark)
    ):
        actors = tuple(
            Role(replace(role.party, basis="carried"), role.span, "claim#actor-carried") for role in earlier.actors
        )
    taken = [role.span for role in actors]
    targets = tuple(
        _targets(clause, [mark for mark in free if not any(mark.span.meets(span) for span in taken)], frame)
    )
    return Roles(actors, targets, sponsors)


def _governed(scope: Scope, frame: Frame) -> Iterator[Role]:
    """Who tries, threatens or plans a deed that a noun names ("the forces tried to storm"): he would do it."""
    if frame.trigger.form == "noun":
        for cue in before(scope.cues_of(*_GOVERNING), frame.trigger.span.start, _FAR):
            between = within(scope.parties, Span(cue.span.end, frame.trigger.span.start))
            who = next((mark for mark in between if mark.group in ("party", "fighters", "body")), None)
            if who and who.span.start - cue.span.end <= _CLOSE:
                yield _role(who, "claim#subject")
                return


def _role(mark: PartyMark, rule: str) -> Role:
    return Role(mark.party, mark.span, rule)


def _sponsors(clause: Scope) -> Iterator[Role]:
    """Parties after "under the auspices of"."""
    for cue in clause.cues_of("sponsor"):
        found = after(clause.parties, cue.span.end, _CLOSE)
        if found:
            yield _role(found[0], "claim#sponsor")


def _sides(clause: Scope, parties: Sequence[PartyMark], frame: Frame) -> Iterator[Role]:
    """Both sides of a clash or a pact: every party of the clause that can act, each once."""
    seen: set[str] = set()
    for mark in parties:
        facility = mark.group == "residents" and frame.type == "armed_clash"
        if mark.group in _ACTING and not facility and (mark.party.id or mark.party.said) not in seen:
            seen.add(mark.party.id or mark.party.said)
            yield _role(mark, "claim#side")


def _statement(scope: Scope, frame: Frame, parties: Sequence[PartyMark]) -> Roles:
    """The speaker of a statement, and whom it is about."""
    if not isinstance(frame.trigger, ActionMark):
        return Roles()
    actors = tuple(_speakers(scope, frame.trigger, parties))
    if not actors:
        return Roles()
    end = max(actors[-1].span.end, frame.trigger.span.end)
    taken = [mark for mark in stated.about(scope, frame.trigger, end) if mark.group in _SUFFERING]
    return Roles(actors, tuple(_role(mark, "claim#addressed") for mark in taken[:2]))


def _speakers(scope: Scope, verb: ActionMark, parties: Sequence[PartyMark]) -> Iterator[Role]:
    """Who makes a statement: right before its verb, else the first person or party behind it, else the nearest before."""
    subject = stated.subject_of(scope, verb)
    if isinstance(subject, PartyMark) and subject.span.start < verb.span.start:
        yield _role(subject, "claim#speaker-before")
        return
    named = [mark for mark in after(parties, verb.span.end, _REACH) if mark.group != "adjective"]
    person, party = next(iter(after(scope.persons, verb.span.end, _FAR)), None), next(iter(named), None)
    if person and (party is None or _titled(scope, person, party)):
        yield Role(PartyRef(person.name, kind="person"), person.span, "claim#speaker-person")
        return
    unnamed = stated.unnamed_subject(scope, verb, party.span) if party else None
    if unnamed:
        yield Role(stated.described(scope, unnamed), unnamed, "claim#speaker-in-place")
    elif party:
        yield from _joined(scope, named, party, "claim#speaker-party")
    else:
        ahead = next((mark for mark in before(scope.parties, verb.span.start, _REACH) if mark.group in _ACTING), None)
        if ahead:
            yield _role(ahead, "claim#speaker-before")


def _titled(scope: Scope, person: PersonMark, party: PartyMark) -> bool:
    """Whether a party before a person's name is the name's office ("the head of the coalition, NAME")."""
    gap = scope.between(party.span.end, person.span.start)
    return person.span.start < party.span.start or (len(gap) <= _REACH and "\u060c" not in gap and ":" not in gap)


def _actors(clause: Scope, parties: Sequence[PartyMark], frame: Frame) -> Iterator[Role]:
    """Who did it: an agent phrase first, then the place it was fired from, then grammar."""
    acting = [mark for mark in parties if mark.group in _ACTING]
    agent = _after_cue(clause.cues_of("agent"), acting)
    if agent:
        yield from _joined(clause, acting, agent, "claim#agent")
        return
    launched = _after_cue(clause.cues_of("launch_area"), acting, reach=_AREA)
    if launched:
        yield Role(replace(launched.party, basis="launch_area"), launched.span, "claim#launch-area")
        return
    triggers = (frame, *(replace(frame, trigger=harm) for harm in frame.harms if harm.form == "ambivalent"))
    subject = next((found for one in triggers if (found := _subject(clause, acting, one))), None)
    if subject:  # of the act, else of a harm done in it: who arrested people in a raid led the raid
        yield from _joined(clause, acting, subject, "claim#subject")


def _after_cue(cues: Sequence[CueMark], parties: Sequence[PartyMark], *, reach: int = _CLOSE) -> PartyMark | None:
    """The party right after one of these cues."""
    found = (next(iter(after(parties, cue.span.end, reach)), None) for cue in cues)
    return next((mark for mark in found if mark), None)


def _joined(clause: Scope, acting: Sequence[PartyMark], first: PartyMark, rule: str) -> Iterator[Role]:
    """``first`` and the parties that "and" joins to it."""
    yield _role(first, rule)
    last = first
    for mark in acting:
        if mark.span.start <= last.span.end or mark.group == "adjective":
            continue
        gap = clause.between(last.span.end, mark.span.start)
        if len(gap) > _CLOSE or "\u0648" not in gap:
            return
        yield Role(replace(mark.party, link="joint"), mark.span, rule)
        last = mark


def _subject(clause: Scope, acting: Sequence[PartyMark], frame: Frame) -> PartyMark | None:
    """The subject by grammar: after a verb, after a light verb, in construct with a noun, as an adjective, before a verb."""
    at = frame.trigger.span
    harmed = not isinstance(frame.trigger, ActionMark)
    light = next(iter(before(clause.cues_of("light"), at.start, _FAR)), None)
    if light:
        between = within(acting, Span(light.span.end, at.start))
        if between:
            return between[0]
    adjective = next((mark for mark in after(acting, at.end, _REACH) if mark.group == "adjective"), None)
    if adjective and clause.between(at.end, adjective.span.start).count(" ") <= _CLOSE:
        return adjective
    following = next((mark for mark in after(acting, at.end, _REACH) if mark.group != "adjective"), None)
    if following and not harmed and frame.trigger.form == "noun" and _from_party(clause, at.end, following):
        return following
    ahead = _ahead(clause, acting, at.start)
    if ahead and following and following.group == "residents" and at.start - ahead.span.end <= _CLOSE:
        return ahead  # a party right before the verb, the people whom it hit right behind
    does = not harmed or frame.trigger.form == "verb"
    if following and does and _direct(clause, at.end, following, verb=frame.trigger.form == "verb"):
        return following
    if (
        following
        and harmed
        and frame.trigger.form == "ambivalent"
        and following.group in ("party", "fighters")
        and _object_follows(clause, following)
    ):
        return following
    verb = frame.trigger.form in ("verb", "ambivalent", "either") or light is not None
    return ahead if ahead and verb and _starts(clause, ahead) else None


def _ahead(clause: Scope, acting: Sequence[PartyMark], at: int) -> PartyMark | None:
    """The party nearest before a verb; an adjective of the weapon before it names one too ("an Israeli drone hit")."""
    for mark in before(acting, at, _REACH):
        if mark.group in ("party", "fighters", "body"):
            return mark
        if mark.group == "adjective" and before(clause.weapons, mark.span.start, _CLOSE):
            return mark
    return None


def _direct(clause: Scope, at: int, mark: PartyMark, *, verb: bool) -> bool:
    """Whether nothing that opens an object stands between a trigger and its subject."""
    gap = Span(at, mark.span.start)
    if within(clause.places, gap):
        return False
    if clause.between(*gap).endswith(LAM) or clause.chars.startswith(LAM + LAM, mark.span.start):
        return not verb  # "shelling by the forces" is said with li- in Arabic; behind a verb it opens an object
    return not within(clause.cues_of("preposition"), gap)


def _from_party(clause: Scope, at: int, mark: PartyMark) -> bool:
    """Whether "from" leads from an act to a party ("an attack from the forces"), no place between."""
    between = within(clause.cues, Span(at, mark.span.start))
    last = between[-1] if between else None
    near = last is not None and last.kind == "preposition" and mark.span.start - last.span.end <= _CLOSE
    return (
        near
        and not within(clause.places, Span(at, mark.span.start))
        and len(between) == 1
        and last is not None
        and last.value == "from"
    )


def _object_follows(clause: Scope, subject: PartyMark) -> bool:
    """Whether people stand right after a subject: then it killed them, and was not killed."""
    return bool(
        after(clause.people, subject.span.end, _CLOSE + _CLOSE) or after(clause.numbers, subject.span.end, _CLOSE)
    )


def _starts(clause: Scope, mark: PartyMark) -> bool:
    """Whether a party before the verb is its subject: no particle is attached to it."""
    return not clause.chars[max(0, mark.span.start - 1) : mark.span.start].endswith((LAM, "\u0628", "\u0643"))


def _targets(clause: Scope, parties: Sequence[PartyMark], frame: Frame) -> Iterator[Role]:
    """Whom it hit: the first parties or facilities after the trigger that are not its actors, at most two."""
    found = [mark for mark in after(parties, frame.trigger.span.end, _FAR) if mark.group in _SUFFERING]
    if frame.trigger.form == "passive":
        found += [mark for mark in before(parties, frame.trigger.span.start, _CLOSE) if mark.group in _SUFFERING]
    named = {mark.party.id: mark for mark in reversed(found) if mark.party.id}  # "members of X" and X are one
    for mark in [mark for mark in found if mark.party.id is None or named[mark.party.id] is mark][:2]:
        yield _role(mark, "claim#object")


def is_scene(mark: PlaceMark) -> bool:
    """Whether a place may be where it happened."""
    return mark.place.role in ("scene", "axis")
