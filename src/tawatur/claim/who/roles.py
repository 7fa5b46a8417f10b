"""Who did it and to whom: parties given their roles by what stands between them and the trigger."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tawatur.claim.acts import stated
from tawatur.claim.acts.frames import Frame
from tawatur.claim.acts.terms import find_terms
from tawatur.claim.carried import Role, Roles, SoFar, by_last_name, owner_of_own, pointed_to, with_repeats
from tawatur.claim.scope import Scope, after, before, cut, within
from tawatur.claim.speaking.said import OWN_VOICE, Said
from tawatur.claim.speaking.speakers import AS_SAID
from tawatur.claim.speaking.speech import Speech
from tawatur.claim.who.actors import ACTING, find_actors, joined
from tawatur.claim.who.owners import with_owners
from tawatur.claim.who.subjects import Clause
from tawatur.claim.who.targets import SUFFERING, Suffered, find_targets, harmed_parties
from tawatur.model.mark import ActionMark, PartyMark, PersonMark
from tawatur.model.party import PartyRef
from tawatur.model.text import Span

__all__ = ["Role", "Roles", "find_roles", "settled"]

SIDES: Final = ("armed_clash", "agreement", "ceasefire", "negotiation")
_REACH: Final = 46
_CLOSE: Final = 3
_FAR: Final = 90
_AND: Final = "\u0648"
_STATING: Final = tuple(group for group in ACTING if group != "adjective")
_OF: Final = ("", "\u0645\u0646")
_PART: Final = ("cause", "sponsor", "boundary", "reporting", "source", "relative")
_GOVERNING: Final = ("attempt", "threat", "plan")


def find_roles(
    scope: Scope, frame: Frame, earlier: Roles | None, told: SoFar, suffered: Suffered, said: Said = OWN_VOICE
) -> Roles:
    """The actors, targets and sponsors of a frame, in a sentence that is ``settled``.

    ``earlier`` are the roles of the frame before it in the sentence, ``told`` what the sentences before told of,
    ``said`` who tells of it.
    """
    clause = cut(scope, frame.clause)
    sponsors = tuple(_sponsors(clause))
    free = [mark for mark in clause.parties if not any(mark.span.meets(role.span) for role in sponsors)]
    if frame.type in SIDES:
        sides = tuple(_sides(clause, free, frame))
        return Roles(sides, harmed_parties(scope, free, suffered) if frame.type == "armed_clash" else (), sponsors)
    if frame.type == "statement":
        return _statement(scope, clause, frame, free, told, said)
    acting = tuple(mark for mark in free if mark.group in ACTING)
    ahead = tuple(mark for mark in scope.parties if mark.group in ACTING and mark.span.end <= frame.clause.end)
    actors = tuple(_governed(scope, frame)) or find_actors(
        Clause(scope, clause, acting, ahead, frame, told, said), earlier.actors if earlier else ()
    )
    hurt = {figure.count.party for figure in suffered.figures} | {
        mark.party.id for mark in scope.parties if any(mark.span.meets(figure.span) for figure in suffered.figures)
    }
    actors = tuple(
        role for role in actors if role.party.basis != "carried" or role.party.id is None or role.party.id not in hurt
    )
    return Roles(actors, find_targets(scope, clause, frame, free, actors, suffered), sponsors)


def settled(scope: Scope, told: SoFar, speech: Speech | None = None) -> Scope:
    """``scope`` with the parties that are one joined, and those that point back resolved.

    ``speech`` says who speaks in it, and so whose forces are "our own".
    """
    scope = _with_parties(scope, with_repeats(scope, told))
    return _with_parties(scope, tuple(_meant(scope, mark, told, speech) for mark in with_owners(scope)))


def _with_parties(scope: Scope, parties: tuple[PartyMark, ...]) -> Scope:
    return scope if parties == scope.parties else replace(scope, parties=parties)


def _meant(scope: Scope, mark: PartyMark, told: SoFar, speech: Speech | None) -> PartyMark:
    """The party that a mark means, where it only points to one."""
    links = speech.of(mark.span).links if speech else ()
    speaker = links[-1][0] if links else None
    return pointed_to(scope, mark, told) or owner_of_own(scope, mark, told, speaker) or mark


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
    """Parties after "under the auspices of", with those that "and" joins."""
    for cue in clause.cues_of("sponsor"):
        found = after(clause.parties, cue.span.end, _CLOSE)
        if found:
            yield _role(found[0], "claim#sponsor")


def _sides(clause: Scope, parties: Sequence[PartyMark], frame: Frame) -> Iterator[Role]:
    """Both sides of a clash or a pact: every party of the clause that can act, each once."""
    seen: set[str] = set()
    agreed = () if frame.type == "armed_clash" or not isinstance(frame.trigger, ActionMark) else (
        [one.span for one in find_terms(clause, frame.trigger)]
    )  # fmt: skip
    open_ones = [mark for mark in parties if not any(span.covers(mark.span) for span in agreed)]
    for mark in _between(clause, frame, _without_heads(clause, open_ones)):
        facility = mark.group == "residents" and frame.type == "armed_clash"
        acts = mark.group in ACTING or (mark.group == "monitor" and frame.type != "armed_clash" and mark.party.id)
        if acts and not facility and (mark.party.id or mark.party.said) not in seen:
            seen.add(mark.party.id or mark.party.said)
            yield _role(mark, "claim#side")


def _without_heads(clause: Scope, parties: Sequence[PartyMark]) -> list[PartyMark]:
    """Parties without the bare words for people who belong to the next one ("members of the forces")."""
    kept = list(parties)
    for mark, following in pairwise(parties):
        gap = clause.between(mark.span.end, following.span.start)
        bare = mark.group == "fighters" and mark.party.id is None and " " not in mark.party.said
        if bare and gap.strip() in _OF and len(gap) <= _CLOSE + 1:
            kept.remove(mark)
    return kept


def _between(clause: Scope, frame: Frame, parties: Sequence[PartyMark]) -> Sequence[PartyMark]:
    """The parties behind "between", up to where something else is told; all where fewer than two stand there."""
    for cue in after(clause.cues_of("with"), frame.trigger.span.end, _FAR):
        if cue.value != "between":
            continue
        ends = [one.span.start for one in within(clause.cues, Span(cue.span.end, clause.span.end)) if one.kind in _PART]
        found = within(parties, Span(cue.span.end, min([*ends, clause.span.end])))
        if len(found) > 1:
            return found
    return _with_the_other(clause, frame, parties)


def _with_the_other(clause: Scope, frame: Frame, parties: Sequence[PartyMark]) -> Sequence[PartyMark]:
    """Who talks, named last before the talks, and with whom; all where "with" does not stand right behind the word."""
    at = frame.trigger.span
    if frame.type != "negotiation" or not after(clause.cues_of("with"), at.end, _CLOSE):
        return parties
    ahead = before(parties, at.start, _REACH)[:1]
    return [*ahead, *after(parties, at.end, _FAR)]


def _statement(
    scope: Scope, clause: Scope, frame: Frame, parties: Sequence[PartyMark], told: SoFar, said: Said
) -> Roles:
    """The speaker of a statement, and whom it is about."""
    if not isinstance(frame.trigger, ActionMark):
        return Roles()
    made = (
        _spoken(scope, frame.trigger, said)
        or _made_by(clause, frame)
        or by_last_name(scope, frame.trigger.span.end, told)
    )
    noun = frame.trigger.form == "noun" and frame.trigger.act == "support"
    others = () if noun else tuple(_speakers(scope, frame.trigger, parties))
    actors = (made,) if made else others or tuple(_who_says_so(scope, said))
    if not actors:
        return Roles()
    end = max(actors[-1].span.end, frame.trigger.span.end)
    taken = [mark for mark in stated.about(scope, frame.trigger, end) if mark.group in (*SUFFERING, "monitor")]
    return Roles(actors, tuple(_role(mark, "claim#addressed") for mark in taken[:2]))


def _spoken(scope: Scope, verb: ActionMark, said: Said) -> Role | None:
    """Who makes a statement where he was said before its verb, or is known by his words alone."""
    if said.cue is None or said.cue[0] != verb.span or not said.links:
        return None
    span, rule = said.links[-1]
    if rule == AS_SAID:
        return Role(stated.described(scope, span), span, "claim#speaker-in-place")
    if not scope.span.covers(span) or verb.span.start - span.end <= _CLOSE or span.start > verb.span.start:
        return None  # behind the verb, or its subject right before it
    mark = next((mark for mark in scope.parties if mark.span.meets(span)), None)
    name = said.attribution.chain[-1].name
    party = mark.party if mark else PartyRef(name, kind="person")
    party = replace(party, said=name) if mark and mark.group == "source" else party  # "the spokesman of X"
    return Role(replace(party, basis="carried"), mark.span if mark else span, "claim#speaker-goes-on")


def _who_says_so(scope: Scope, said: Said) -> Iterator[Role]:
    """The one who speaks, where a statement names nobody else as its maker."""
    if not said.links or said.attribution.mode == "own_voice":
        return
    span, _ = said.links[-1]
    mark = next((mark for mark in scope.parties if mark.span.meets(span)), None)
    party = mark.party if mark else PartyRef(said.attribution.chain[-1].name, kind="person")
    inside = scope.span.covers(span)
    yield Role(
        party if inside else replace(party, basis="carried"), mark.span if mark else span, "claim#speaker-himself"
    )


def _speakers(scope: Scope, verb: ActionMark, parties: Sequence[PartyMark]) -> Iterator[Role]:
    """Who makes a statement: right before its verb, else the first person or party behind it, else the nearest before."""
    subject = stated.subject_of(scope, verb)
    if isinstance(subject, PartyMark) and subject.span.start < verb.span.start:
        with_it = next(iter(before(scope.parties, subject.span.start, _CLOSE)), None)
        if with_it and with_it.group in ACTING and scope.chars[subject.span.start - 1] == _AND:
            yield _role(with_it, "claim#speaker-before")
        yield _role(subject, "claim#speaker-before")
        return
    named = [mark for mark in after(parties, verb.span.end, _REACH) if mark.group != "adjective"]
    person, party = next(iter(after(scope.persons, verb.span.end, _FAR)), None), next(iter(named), None)
    if person and (party is None or _titled(scope, person, party)):
        yield Role(PartyRef(person.name, kind="person"), person.span, "claim#speaker-person")
        return
    ahead = _speaker_ahead(scope, verb.span)
    unnamed = stated.unnamed_subject(scope, verb, party.span) if party else None
    if unnamed:
        yield Role(stated.described(scope, unnamed), unnamed, "claim#speaker-in-place")
    elif party and not _spoken_of(scope, verb.span, party):
        yield from joined(scope, named, party, "claim#speaker-party")
    elif ahead:
        yield ahead


def _spoken_of(scope: Scope, at: Span, party: PartyMark) -> bool:
    """Whether a deed or a particle between a word of saying and a party makes it the one who is spoken of."""
    gap = Span(at.end, party.span.start)
    deed = bool(within(scope.actions, gap)) or bool(within(scope.harms, gap))
    return deed or bool(within(scope.cues_of("mention", "that", "site"), gap))


def _speaker_ahead(scope: Scope, at: Span) -> Role | None:
    """The party before a word of saying."""
    ahead = next((mark for mark in before(scope.parties, at.start, _FAR) if mark.group in _STATING), None)
    return _role(ahead, "claim#speaker-before") if ahead else None


def _made_by(clause: Scope, frame: Frame) -> Role | None:
    """Who made a statement that a noun names, by its light verb ("the residents addressed an appeal"), or inside its words."""
    inside = [mark for mark in clause.parties if frame.trigger.span.covers(mark.span) and mark.group in ACTING]
    if inside:
        return _role(inside[0], "claim#subject")
    if frame.trigger.form != "noun":
        return None
    for cue in before(clause.cues_of("light"), frame.trigger.span.start, _FAR):
        found = next(iter(after(clause.parties, cue.span.end, _CLOSE)), None)
        if found and found.span.end <= frame.trigger.span.start and found.group in ACTING:
            return _role(found, "claim#subject")
    return None


def _titled(scope: Scope, person: PersonMark, party: PartyMark) -> bool:
    """Whether a party before a person's name is the name's office ("the head of the coalition, NAME")."""
    gap = scope.between(party.span.end, person.span.start)
    return person.span.start < party.span.start or (len(gap) <= _REACH and "\u060c" not in gap and ":" not in gap)
