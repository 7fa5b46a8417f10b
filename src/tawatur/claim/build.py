"""Claims out of the marks of one text: one happening, as one sentence tells it, under one chain."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

from tawatur.claim import evidence as proof
from tawatur.claim.acts.frames import Frame
from tawatur.claim.acts.pacts import ENDS, pact_named
from tawatur.claim.acts.status import Told, how_told, is_background
from tawatur.claim.acts.terms import TermSaid, announces, find_terms
from tawatur.claim.acts.types import NO_HARM
from tawatur.claim.carried import NOTHING, SoFar
from tawatur.claim.harm.bodies import figures_in, of_kind
from tawatur.claim.harm.figure import Figure
from tawatur.claim.harm.harmless import none_reported
from tawatur.claim.harm.listed import Listing, listing_of, with_listing, with_names_before
from tawatur.claim.harm.periods import NO_PERIOD, PeriodTold, Timed, of_period, period_told, timed
from tawatur.claim.harm.totals import breakdown
from tawatur.claim.harm.victims import Named, find_victims
from tawatur.claim.news.telling import Weighing
from tawatur.claim.news.told_sentences import ToldSentence, told_sentences
from tawatur.claim.retold import in_short, told_once
from tawatur.claim.scenes import find_places, find_times, main_scene, places_to_mean, spoken_of
from tawatur.claim.scope import Scope, within
from tawatur.claim.speaking.said import Said
from tawatur.claim.times.anchors import with_bases
from tawatur.claim.times.dated import date_of
from tawatur.claim.times.recalled import told_as_of, with_recalled
from tawatur.claim.who.interest import interest_of
from tawatur.claim.who.roles import Roles, find_roles, settled
from tawatur.claim.who.targets import Suffered
from tawatur.claim.who.voices import Stated, charged, governing, voice_of
from tawatur.model.claim import Claim, ClaimDate, Evidence, claim_id
from tawatur.model.mark import ActionMark, CueMark, Marks, PlaceMark, WeaponMark
from tawatur.model.quick import quickly_made
from tawatur.model.text import Span

Days = tuple[date, date]
_PLACELESS: Final = ("statement",)


@dataclass(frozen=True, slots=True)
class Source:
    """What a text belongs to: the report, which of its texts, its days, and the pack that reads it with its weights.

    ``outlet`` are the ids of who publishes it, as far as a registry holds them.
    """

    report: str
    where: str
    day: Days | None
    as_of: date | None
    pack_version: str
    weights: Mapping[str, float]
    outlet: frozenset[str] = frozenset()


@quickly_made
@dataclass(frozen=True, slots=True)
class _Carry:
    """What a sentence hands to the next: its last scene, the one scene of a report, who was told of, its period."""

    scene: tuple[PlaceMark, ...] = ()
    main: tuple[PlaceMark, ...] = ()
    period: PeriodTold = NO_PERIOD
    told: SoFar = NOTHING


def build_claims(chars: str, marks: Marks, source: Source) -> tuple[Claim, ...]:
    """The claims of a text in text order. A headline or bullet makes a claim only of what the body does not tell."""
    told = [(one.scope.sentence.region.kind, one.claim) for one in derive_claims(chars, marks, source)]
    return with_recalled(told_once(_without_headlines(told)))


@dataclass(frozen=True, slots=True)
class Derivation:
    """A claim with the sentence and the frame that it was made of, and how that frame weighs where it is weighed."""

    claim: Claim
    scope: Scope
    frame: Frame
    weighing: Callable[[], Weighing | None]


def derive_claims(chars: str, marks: Marks, source: Source) -> list[Derivation]:
    """Every claim of a text in text order, before those that tell one thing twice are joined."""
    marks = replace(marks, times=with_bases(marks.times, marks.regions))
    carry = _Carry(main=main_scene(marks.places))
    made: list[Derivation] = []
    listed: str | None = None
    above: Listing | None = None
    total = ""
    for one in told_sentences(chars, marks, source.weights, source.outlet):
        found, carry = _claims(one, carry, source)
        words = chars[one.scope.span.start : one.scope.span.end]
        broken, total = breakdown(words, [each.claim for each in found], total)
        named = with_names_before(broken, above) if above else broken
        found = _with_claims(found, named)
        made.extend(found)
        listing, listed = listing_of(one.scope, listed, tells=bool(found))
        above = None if found else above
        if listing:
            so_far = [one.claim for one in made]
            held = with_listing(so_far, listing, first=_first_of_body(made))
            above = listing if held == so_far else None
            made = _with_claims(made, held)
    return made


def _first_of_body(made: Sequence[Derivation]) -> int:
    """The number of the first claim that no headline makes; 0 where there is none: the names of a text are told in it."""
    return next((number for number, one in enumerate(made) if one.scope.sentence.region.kind != "title"), 0)


def _with_claims(made: Sequence[Derivation], claims: Sequence[Claim]) -> list[Derivation]:
    """What was made, with these claims; what keeps its claim is not copied: of a long list one line changes one."""
    return [one if one.claim is claim else replace(one, claim=claim) for one, claim in zip(made, claims, strict=True)]


def _without_headlines(told: Sequence[tuple[str, Claim]]) -> Iterator[Claim]:
    """The claims with those of headlines left out that the body tells too."""
    body = [claim for kind, claim in told if kind != "title"]
    for kind, claim in told:
        if kind != "title" or not in_short(claim, body):
            yield claim


@quickly_made
@dataclass(frozen=True, slots=True)
class _Draft:
    """Everything found for one frame, before it becomes a claim."""

    scope: Scope
    frame: Frame
    roles: Roles
    places: tuple[PlaceMark, ...]
    figures: tuple[Figure, ...]
    victims: tuple[Named, ...]
    timed: Timed
    weapons: tuple[WeaponMark, ...]
    told: Told
    background: CueMark | None
    said: Said
    terms: tuple[TermSaid, ...]

    def words(self, span: Span) -> str:
        """The characters of a span."""
        return self.scope.chars[span.start : span.end]


def _claims(sentence: ToldSentence, carry: _Carry, source: Source) -> tuple[list[Derivation], _Carry]:
    """The claims of one sentence, and what it hands to the next."""
    claims: list[Derivation] = []
    ids: set[str] = set()
    roles: Roles | None = None
    scene: tuple[PlaceMark, ...] = ()
    scope, told = sentence.scope, carry.told
    going_on = period_told(scope, carry.period)
    stated: list[Stated] = []
    who = settled(scope, told, sentence.speech) if sentence.frames else scope
    for frame in sentence.frames:
        when = timed(scope, find_times(scope, frame), going_on)
        figures = of_period(figures_in(scope, frame), when.period)
        suffered = Suffered(figures, find_victims(scope, frame.harms, figures))
        heard = sentence.speech.of(frame.trigger.span)
        found = find_roles(who, frame, roles, told, suffered, heard)
        if frame.type == "statement" and frame.trigger.form == "noun" and not found.actors:
            continue  # "words of solidarity": nobody is said to state anything
        if frame.type == "statement":  # who speaks of an act is not who did it
            stated.append(Stated(frame, found))
        under = governing(scope, frame, stated)
        if frame.type != "statement":
            found = roles = charged(scope, under, found)
        carried = () if frame.type in _PLACELESS else (scene or carry.scene or carry.main)
        places = find_places(scope, frame, carried, told.scenes).places
        said = voice_of(scope, under, heard, told.persons)
        draft = _draft(sentence, said, frame, found, spoken_of(scope, frame, places), suffered, timed=when)
        claim = _claim(_with_interest(draft), source)
        none = none_reported(scope, frame.clause, claim)
        weighed = partial(sentence.weigh, frame)
        for each in (claim, none):
            if each and each.id not in ids:  # "without casualties" is said once, of whichever acts it stands beside
                ids.add(each.id)
                claims.append(Derivation(each, scope, frame, weighed))
        scene = tuple(mark for mark in places if mark.place.role == "scene") or scene
        told = told.with_act(frame.type, draft.roles.actors).with_scenes(scene)
    told = told.with_sentence(scope).with_scenes(places_to_mean(scope, told_of=bool(scene)))
    return claims, _Carry(scene or carry.scene, carry.main, going_on, told)


def _draft(
    sentence: ToldSentence,
    said: Said,
    frame: Frame,
    roles: Roles,
    places: tuple[PlaceMark, ...],
    suffered: Suffered,
    *,
    timed: Timed,
) -> _Draft:
    """What is found for one frame."""
    scope = sentence.scope
    return _Draft(
        scope=scope,
        frame=frame,
        roles=roles,
        places=places,
        figures=suffered.figures,
        victims=suffered.named,
        timed=timed,
        weapons=within(scope.weapons, frame.clause),
        told=how_told(scope, frame),
        background=is_background(scope, frame),
        said=said,
        terms=_terms(scope, frame, sentence.listed),
    )


def _terms(scope: Scope, frame: Frame, listed: tuple[TermSaid, ...]) -> tuple[TermSaid, ...]:
    """The terms of a frame, in its sentence and in the lines behind it; the same words count once."""
    words = [mark for mark in (frame.trigger, *frame.others) if isinstance(mark, ActionMark)]
    found = {one.span: one for word in reversed(words) for one in find_terms(scope, word)}
    mine = listed if any(announces(scope, word) for word in words) else ()
    return tuple(sorted((*found.values(), *mine), key=lambda one: one.span))


def _with_interest(draft: _Draft) -> _Draft:
    """``draft`` with what its speaker has to gain, where that is plain."""
    interest = interest_of(draft.scope, draft.said, draft.roles, draft.figures, draft.told.status)
    if interest is None:
        return draft
    return replace(draft, said=replace(draft.said, attribution=replace(draft.said.attribution, interest=interest)))


def _claim(draft: _Draft, source: Source) -> Claim:
    """The claim of one draft."""
    frame, chain = draft.frame, draft.said.attribution.chain
    told_as, when = _dated(draft, source)
    origin = chain[-1].name if chain else None
    return Claim(
        id=claim_id(source.report, source.where, frame.clause, frame.type, origin),
        report=source.report,
        type=frame.type,
        clause=frame.clause,
        where=source.where,
        status=draft.told.status,
        stance=draft.told.stance,
        told_as=told_as,
        times=tuple(mark.said for mark in draft.timed.times),
        date=of_kind(when, frame, draft.figures),
        places=tuple(mark.place for mark in draft.places),
        actors=tuple(role.party for role in draft.roles.actors),
        targets=tuple(role.party for role in draft.roles.targets),
        sponsors=tuple(role.party for role in draft.roles.sponsors),
        counts=tuple(figure.count for figure in draft.figures),
        victims=tuple(one.victim for one in draft.victims),
        weapons=tuple((draft.words(mark.span), mark.weapon) for mark in draft.weapons),
        terms=tuple(one.term for one in draft.terms),
        act=frame.act,
        phase=frame.phase,
        attribution=draft.said.attribution,
        evidence=tuple(_evidence(draft, source.where)),
        pack_version=source.pack_version,
    )


def _dated(draft: _Draft, source: Source) -> tuple[str, ClaimDate]:
    """Whether it is told as news, and its date."""
    told_as = "background" if draft.background else "news"
    said = [mark.said for mark in draft.timed.times]
    quotes = [draft.words(mark.span) for mark in draft.timed.times]
    when = date_of(said, quotes, day=source.day, as_of=source.as_of, told_as=told_as)
    period = None if draft.frame.type in NO_HARM else draft.timed.period  # who has held a town since a year holds it
    return told_as_of(draft.background, said, when, day=source.day, period=period), when


def _evidence(draft: _Draft, where: str) -> Iterator[Evidence]:
    """Every entry of a claim, field by field."""
    chars, frame, at = draft.scope.chars, draft.frame, draft.frame.trigger.span
    yield from proof.of_trigger(chars, frame, where)
    if frame.type in ENDS and isinstance(frame.trigger, ActionMark):
        yield from proof.of_pact(chars, pact_named(draft.scope, frame.trigger), where)
    yield from proof.of_told(chars, frame, draft.told, where)
    cue = draft.background
    rule = "claim#background-word" if cue else "claim#news-by-its-day"
    yield proof.entry(chars, "told_as", cue.span if cue else at, rule, where)
    yield from proof.of_date(chars, draft.timed.times, at, where)
    yield from proof.of_places(chars, draft.places, draft.scope.span, at, where)
    yield from proof.of_roles(chars, "actors", draft.roles.actors, at, where)
    yield from proof.of_roles(chars, "targets", draft.roles.targets, at, where)
    yield from proof.of_roles(chars, "sponsors", draft.roles.sponsors, at, where)
    yield from proof.of_figures(chars, draft.figures, where)
    yield from proof.of_victims(chars, draft.victims, where)
    yield from proof.of_weapons(chars, draft.weapons, where)
    yield from proof.of_terms(chars, draft.terms, where)
    yield from proof.of_speaker(chars, draft.said, draft.scope.span, at, where)
