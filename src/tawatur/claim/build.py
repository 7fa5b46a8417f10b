"""Claims out of the marks of one text: one happening, as one sentence tells it, under one chain."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from tawatur.claim import evidence as proof
from tawatur.claim.counts import Figure, find_figures, find_victims
from tawatur.claim.dated import date_of
from tawatur.claim.frames import Frame, find_frames
from tawatur.claim.roles import Roles, find_roles
from tawatur.claim.scenes import find_places, find_times, main_scene
from tawatur.claim.scope import Scope, cut, scope_of
from tawatur.claim.speakers import OWN_VOICE, Said, who_says
from tawatur.claim.status import Told, how_told, is_background
from tawatur.lang.vocabulary import claim_type
from tawatur.model.claim import Claim, Evidence, claim_id
from tawatur.model.mark import Marks, PersonMark, PlaceMark, TimeMark
from tawatur.model.party import Victim
from tawatur.model.text import Span

Days = tuple[date, date]
_OLD_DAYS: Final = 10
_PLACELESS: Final = ("statement",)


@dataclass(frozen=True, slots=True)
class Source:
    """What a text belongs to: the report, which of its texts, its days, and the pack that reads it."""

    report: str
    where: str
    day: Days | None
    as_of: date | None
    pack_version: str


@dataclass(frozen=True, slots=True)
class _Carry:
    """What a sentence hands to the next: its speaker, its last scene, and the scene of a report with only one."""

    said: Said = OWN_VOICE
    scene: tuple[PlaceMark, ...] = ()
    main: tuple[PlaceMark, ...] = ()


def build_claims(chars: str, marks: Marks, source: Source) -> tuple[Claim, ...]:
    """The claims of a text in text order. A headline or bullet makes a claim only of what the body does not tell."""
    carry = _Carry(main=main_scene(marks.places))
    told: list[tuple[str, Claim]] = []
    for sentence in marks.sentences:
        scope = scope_of(chars, marks, sentence)
        said = who_says(scope, carry.said)
        claims, scene = _claims(scope, said, carry, source)
        told.extend((sentence.region.kind, claim) for claim in claims)
        carry = replace(carry, said=said, scene=scene or carry.scene)
    return tuple(claim for claim in _without_headlines(told))


def _without_headlines(told: Sequence[tuple[str, Claim]]) -> Iterator[Claim]:
    """The claims with those of headlines left out that the body tells too."""
    body = {claim_type(claim.type).family for kind, claim in told if kind != "title"}
    for kind, claim in told:
        if kind != "title" or claim_type(claim.type).family not in body:
            yield claim


def _claims(scope: Scope, said: Said, carry: _Carry, source: Source) -> tuple[list[Claim], tuple[PlaceMark, ...]]:
    """The claims of one sentence, and the scene that the next may go on in."""
    claims: list[Claim] = []
    roles: Roles | None = None
    scene: tuple[PlaceMark, ...] = ()
    for frame in find_frames(scope):
        roles = find_roles(scope, frame, roles)
        where = find_places(scope, frame, () if frame.type in _PLACELESS else (scene or carry.scene or carry.main))
        claims.append(_claim(scope, frame, roles, where.places, said, source))
        scene = tuple(mark for mark in where.places if mark.place.role == "scene") or scene
    return claims, scene


def _claim(scope: Scope, frame: Frame, roles: Roles, places: Sequence[PlaceMark], said: Said, source: Source) -> Claim:
    """One claim of one frame."""
    figures = find_figures(scope, frame.harms)
    victims = tuple(_victims(scope, frame))
    times = find_times(scope, frame)
    told = how_told(scope, frame)
    weapons = cut(scope, frame.clause).weapons
    background = is_background(scope, frame)
    told_as = "background" if background else "news"
    when = date_of(
        [mark.said for mark in times], [scope.chars[mark.span.start : mark.span.end] for mark in times],
        day=source.day, as_of=source.as_of, told_as=told_as,
    )  # fmt: skip
    if source.day and when.end and (source.day[0] - when.end).days > _OLD_DAYS:
        told_as = "background"
    origin = said.attribution.chain[-1].name if said.attribution.chain else None
    return Claim(
        id=claim_id(source.report, source.where, frame.clause, frame.type, origin),
        report=source.report, type=frame.type, clause=frame.clause, where=source.where,
        status=told.status, stance=told.stance, told_as=told_as,
        times=tuple(mark.said for mark in times), date=when,
        places=tuple(mark.place for mark in places),
        actors=tuple(role.party for role in roles.actors), targets=tuple(role.party for role in roles.targets),
        sponsors=tuple(role.party for role in roles.sponsors),
        counts=tuple(figure.count for figure in figures), victims=tuple(victim for victim, _ in victims),
        weapons=tuple((scope.chars[mark.span.start : mark.span.end], mark.weapon) for mark in weapons),
        terms=(), act=frame.act, phase=frame.phase, attribution=said.attribution,
        evidence=tuple(_evidence(scope, frame, roles, places, figures, [person for _, person in victims], times, told, said, source.where, background.span if background else None)),
        pack_version=source.pack_version,
    )  # fmt: skip


def _victims(scope: Scope, frame: Frame) -> Iterator[tuple[Victim, PersonMark]]:
    """The named victims of a frame with where they are named."""
    for person, harm, people in find_victims(scope, frame.harms):
        status = people.civil_status if people else "unknown"
        yield Victim(person.name, harm.harm, status, people.sex_age if people else None), person


def _evidence(
    scope: Scope, frame: Frame, roles: Roles, places: Sequence[PlaceMark], figures: Sequence[Figure], victims: Sequence[PersonMark],
    times: Sequence[TimeMark], told: Told, said: Said, where: str, background: Span | None,
) -> Iterator[Evidence]:  # fmt: skip
    """Every entry of a claim, field by field."""
    chars, at = scope.chars, frame.trigger.span
    yield from proof.of_trigger(chars, frame, where)
    yield from proof.of_told(chars, frame, told, where)
    yield proof.entry(
        chars, "told_as", background or at, "claim#background-word" if background else "claim#news-by-its-day", where
    )
    yield from proof.of_date(chars, times, at, where)
    yield from proof.of_places(chars, places, scope.span, at, where)
    yield from proof.of_roles(chars, "actors", roles.actors, at, where)
    yield from proof.of_roles(chars, "targets", roles.targets, at, where)
    yield from proof.of_roles(chars, "sponsors", roles.sponsors, at, where)
    yield from proof.of_figures(chars, figures, where)
    yield from proof.of_victims(chars, victims, where)
    yield from proof.of_weapons(chars, cut(scope, frame.clause).weapons, where)
    yield from proof.of_speaker(chars, said, at, where)
