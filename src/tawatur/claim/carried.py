"""What a sentence hands to the next: who acted, who and where was told of, and what points back to them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tawatur.claim.scope import Scope
from tawatur.lang.forms import ARTICLE, LAM_LAM
from tawatur.lang.vocabulary import claim_type
from tawatur.model.mark import PartyMark, PersonMark, PlaceMark
from tawatur.model.party import PartyRef
from tawatur.model.quick import quickly_made
from tawatur.model.text import Span

_MOST: Final = 12
_FEW: Final = 4
_TOUCH: Final = 3
_POINTING: Final = ("party", "fighters")
_NAMED: Final = ("party", "body")
_HERS: Final = "\u0647\u0627"
_ITS: Final = ("\u0647", _HERS)
_FEMININE: Final = ("\u0629", "\u0627\u062a")
_PAST: Final = ("statement", "protest", "agreement", "ceasefire", "negotiation", "siege", "other", "armed_clash")


@quickly_made
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


@quickly_made
@dataclass(frozen=True, slots=True)
class SoFar:
    """What was told before: acts by family with their actors, parties, persons and scenes, the latest last."""

    acts: tuple[tuple[str, tuple[Role, ...]], ...] = ()
    parties: tuple[PartyMark, ...] = ()
    persons: tuple[PersonMark, ...] = ()
    scenes: tuple[PlaceMark, ...] = ()

    def with_act(self, kind: str, actors: tuple[Role, ...]) -> "SoFar":
        """What was told, and now an act of this type by these; one that nobody is said to have done leaves none behind."""
        if kind in _PAST:
            return self
        acts = (*self.acts, (claim_type(kind).family, actors))[-_MOST:]
        return SoFar(acts, self.parties, self.persons, self.scenes)

    def with_sentence(self, scope: Scope) -> "SoFar":
        """What was told, and now the parties and persons of a sentence."""
        parties = [mark for mark in scope.parties if _is_named(mark)]
        if not parties and not scope.persons:
            return self
        persons = (*self.persons, *scope.persons)[-_MOST:]
        return SoFar(self.acts, (*self.parties, *parties)[-_MOST:], persons, self.scenes)

    def with_scenes(self, scenes: Sequence[PlaceMark]) -> "SoFar":
        """What was told, and now these scenes."""
        if not scenes:
            return self
        return SoFar(self.acts, self.parties, self.persons, (*self.scenes, *scenes)[-_MOST:])


NOTHING: Final = SoFar()
"""What was told before the first sentence."""


def carried(roles: Sequence[Role], rule: str) -> tuple[Role, ...]:
    """Roles as they are carried to another happening."""
    return tuple(Role(replace(role.party, basis="carried"), role.span, rule) for role in roles)


def last_of_family(told: SoFar, kind: str) -> tuple[Role, ...]:
    """The actors of the last act of the family of ``kind``; none where nobody was said to have done it."""
    family = claim_type(kind).family
    return next((actors for one, actors in reversed(told.acts) if one == family), ())


def pointed_to(scope: Scope, mark: PartyMark, told: SoFar) -> PartyMark | None:
    """The party that a bare description with the article points back to ("the forces", "the militias"): the last that fits."""
    if mark.party.id or mark.party.parent or mark.group not in _POINTING or not _bare_definite(scope, mark):
        return None
    own = [one for one in scope.parties if one.span.end <= mark.span.start and _is_named(one)]
    for one in reversed([*told.parties, *own]):
        if _head(one) == _head(mark) or (one.party.kind and one.party.kind == mark.party.kind):
            return PartyMark(mark.span, replace(one.party, said=one.party.said, basis="carried"), one.group, one.rule)
    return None


def owner_of_own(scope: Scope, mark: PartyMark, told: SoFar, speaker: Span | None = None) -> PartyMark | None:
    """The party whose own forces a word with a pronoun names ("its soldiers").

    The one that speaks of them (named at ``speaker``), else the last before it that agrees in gender.
    """
    chars = scope.chars[mark.span.start : mark.span.end]
    if mark.party.id or mark.party.parent or mark.group not in _POINTING or " " in chars or not chars.endswith(_ITS):
        return None
    own = [one for one in scope.parties if one.span.end <= mark.span.start and _is_named(one)]
    known = [*told.parties, *own]
    spoke = [one for one in (*told.parties, *scope.parties) if speaker and one.span.meets(speaker) and _owns(one)]
    if spoke:
        known = spoke
    agreeing = [one for one in known if _feminine(one) == chars.endswith(_HERS)]
    owner = next(iter(reversed(agreeing or known)), None)
    if owner is None:
        return None
    return PartyMark(mark.span, replace(owner.party, basis="carried"), mark.group, owner.rule)


def _owns(mark: PartyMark) -> bool:
    """Whether a party that speaks may have forces of its own."""
    return mark.party.id is not None and mark.group in (*_NAMED, "fighters", "monitor")


def _feminine(mark: PartyMark) -> bool:
    """Whether the first word of a party is feminine, or a plural of things, which counts as such."""
    return _head(mark).endswith(_FEMININE)


def _bare_definite(scope: Scope, mark: PartyMark) -> bool:
    """Whether a description is one word with the article."""
    chars = scope.chars[mark.span.start : mark.span.end]
    return " " not in chars and chars.startswith((ARTICLE, LAM_LAM))


def _head(mark: PartyMark) -> str:
    """The first word of a party without its article."""
    return mark.party.said.split(" ", 1)[0].removeprefix(ARTICLE)


def by_last_name(scope: Scope, at: int, told: SoFar) -> Role | None:
    """The person whose last name stands right behind ``at``, told of in full before ("al-X said")."""
    start = next((n for n in range(at, min(at + _TOUCH, len(scope.chars))) if scope.chars[n] != " "), at)
    for person in reversed(told.persons):
        last = person.name.rsplit(" ", 1)[-1]
        end = start + len(last)
        ends = not scope.chars[end : end + 1].isalpha()
        if " " in person.name and len(last) > _TOUCH and scope.chars.startswith(last, start) and ends:
            party = PartyRef(person.name, kind="person", basis="carried")
            return Role(party, Span(start, end), "claim#speaker-by-last-name")
    return None


def with_repeats(scope: Scope, told: SoFar) -> tuple[PartyMark, ...]:
    """The parties of a sentence, with those that a common noun points back to ("the latter", "both sides")."""
    found: list[PartyMark] = list(scope.parties)
    for cue in scope.cues_of("repeat_party"):
        if any(mark.span.meets(cue.span) for mark in scope.parties):
            continue
        own = [mark for mark in scope.parties if mark.span.end <= cue.span.start and _is_named(mark)]
        known = [*told.parties, *own]
        found += [
            PartyMark(cue.span, replace(one.party, basis="carried"), "party", one.rule)
            for one in _meant(scope.chars[cue.span.start : cue.span.end], cue.value, known)
        ]
    return tuple(sorted(found, key=lambda mark: mark.span))


def _meant(word: str, value: str | None, known: Sequence[PartyMark]) -> list[PartyMark]:
    """Which of the parties told of a word means: the last, the last two, or the last whose name holds the word."""
    if value == "latter":
        return list(known[-1:])
    if value == "both":
        latest = {mark.party.id: mark for mark in reversed(known[-_FEW:])}
        return list(latest.values())[:2] if len(latest) > 1 else []
    bare = word.removeprefix(ARTICLE)
    fitting = [mark for mark in known if {word, bare} & set(mark.party.said.split())]
    return fitting[-1:]


def _is_named(mark: PartyMark) -> bool:
    return mark.party.id is not None and mark.group in _NAMED
