"""Told once: a headline, its lead and the paragraph that says it again make one claim, not three.

Two claims of one report are one where nothing in them differs and a figure is alike. What the report says in its own
voice and then lays in a source's mouth is the source's.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from tawatur.claim.acts.types import KEEPS, one_act
from tawatur.lang.fold import fold_key
from tawatur.lang.vocabulary import claim_type
from tawatur.model.claim import Claim, Evidence, Speaker
from tawatur.model.count import Count
from tawatur.model.party import PartyRef
from tawatur.model.place import PlaceRef

RULE: Final = "claim#told-again"
_NEVER: Final = ("statement", "negotiation", "agreement", "ceasefire", "agreement_breach", "siege", "other")
"""Types of which one report may well tell several that look alike."""

_BARE: Final = ("plural_unstated", "several")
_JOINED: Final = {"killed_or_injured": ("killed", "injured"), "killed_or_captured": ("killed", "captured")}
_OWN_VOICES: Final = ("correspondent",)
_MOST_ALIKE: Final = 32
"""With how many claims of one harm a claim is compared, the last ones: what is told again is told soon."""

_STORY: Final = timedelta(days=7)
"""How long a report goes on with one story without saying its day again."""

_WIDE: Final = ("country", "region", "governorate", "district", "subdistrict")


def told_once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims of one report in their order, those that tell again what another tells joined to it.

    The fuller of two stays, with the words of the other in its evidence (rule ``claim#told-again``).
    """
    kept: list[Claim] = []
    by_harm: dict[str, deque[int]] = {}
    for claim in claims:
        harms = [count.harm for count in claim.counts]
        likely = sorted({number for harm in harms for number in by_harm.get(harm, ())})
        twin = next((number for number in likely if retells(kept[number], claim)), None)
        if twin is None:
            twin = len(kept)
            kept.append(claim)
        else:
            kept[twin] = _joined(kept[twin], claim)
        for harm in harms:
            by_harm.setdefault(harm, deque(maxlen=_MOST_ALIKE)).append(twin)
    return tuple(kept)


def in_short(headline: Claim, body: Iterable[Claim]) -> bool:
    """Whether the body tells what a headline says: an act of its family, or one that it only names in general."""
    return any(
        _one_family(headline, claim)
        or (
            headline.type not in _NEVER
            and (one_act(headline.type, claim.type) or _kept(headline, claim))
            and _agree(headline.counts, claim.counts)
        )
        for claim in body
    )


def _kept(headline: Claim, claim: Claim) -> bool:
    """Whether a headline tells only what an act keeps for its own: the arrests of a raid."""
    kept = KEEPS.get(claim.type, ())
    return bool(headline.counts) and all(count.harm in kept for count in headline.counts)


def retells(first: Claim, second: Claim) -> bool:
    """Whether two claims of one report tell one happening twice."""
    return (
        first.type not in _NEVER
        and (first.status, first.told_as) == (second.status, second.told_as)
        and one_act(first.type, second.type)
        and _one_voice(first, second)
        and _one_time(first, second)
        and _one_side(first.actors, second.actors)
        and _alike(first, second)
    )


def _one_voice(first: Claim, second: Claim) -> bool:
    """Whether both stand on one chain: the same, or the report's own voice beside a source's."""
    one, other = _origin(first), _origin(second)
    if one is None or other is None:
        return True
    if one.id and other.id:
        return one.id == other.id
    names = fold_key(one.name), fold_key(other.name)
    return names[0] in names[1] or names[1] in names[0]


def _origin(claim: Claim) -> Speaker | None:
    """Who is the first to say it; None for the report's own voice, which is also its correspondent's."""
    speaker = claim.attribution.chain[-1] if claim.attribution.chain else None
    return None if speaker and speaker.kind in _OWN_VOICES else speaker


def _one_time(first: Claim, second: Claim) -> bool:
    """Whether the days can be the same; one that no word says, but only the report's own day, can be any of the last."""
    one, other = first.date, second.date
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return True
    if one.said is None or other.said is None:
        return max(one.start, other.start) - min(one.end, other.end) <= _STORY
    return one.start <= other.end and other.start <= one.end


def _one_side(first: Sequence[PartyRef], second: Sequence[PartyRef]) -> bool:
    """Whether no two registered actors differ."""
    ids = [{party.id for party in parties if party.id} for parties in (first, second)]
    return not ids[0] or not ids[1] or not ids[0].isdisjoint(ids[1])


def _alike(first: Claim, second: Claim) -> bool:
    """Whether their figures agree and their places do not differ; at one place a bare plural agrees with any number."""
    places = _scenes(first.places), _scenes(second.places)
    if places[0] and places[1] and places[0].isdisjoint(places[1]):
        return False
    named = [{fold_key(victim.name) for victim in claim.victims} for claim in (first, second)]
    if named[0] and named[1] and named[0].isdisjoint(named[1]):
        return False
    same_place = not places[0].isdisjoint(places[1]) and _one_family(first, second) and not _two_sources(first, second)
    return _agree(first.counts, second.counts) or (same_place and _vaguely(first.counts, second.counts))


def _two_sources(first: Claim, second: Claim) -> bool:
    """Whether both name a source, and not the same: what each says in bare plurals is told twice, not once."""
    chains = first.attribution.chain, second.attribution.chain
    return bool(chains[0]) and bool(chains[1]) and fold_key(chains[0][-1].name) != fold_key(chains[1][-1].name)


def _one_family(first: Claim, second: Claim) -> bool:
    return claim_type(first.type).family == claim_type(second.type).family


def _agree(first: Sequence[Count], second: Sequence[Count]) -> bool:
    """Whether both have a number for one harm, and wherever they have one it is the same, or one has all of the other."""
    if _sums_up(first, second) or _sums_up(second, first):
        return True
    shared = _shared(first, second)
    if not any(_equal(*pair) for pair in shared if not _bare(*pair)):
        return False
    return all(_equal(*pair) or _bare(*pair) for pair in shared) or _holds(first, second) or _holds(second, first)


def _sums_up(wholes: Sequence[Count], counts: Sequence[Count]) -> bool:
    """Whether the only figure of ``wholes`` is the sum of the two harms that it joins ("three killed and wounded")."""
    said = {(count.harm, count.high) for count in wholes if count.scope == "total"}
    harm, whole = next(iter(said), ("", None))
    if len(said) != 1 or harm not in _JOINED or whole is None:
        return False
    parts = [count for count in counts if count.harm in _JOINED[harm] and count.scope == "total"]
    known = [count.high for count in parts if count.high is not None and count.high == count.low]
    return {count.harm for count in parts} == set(_JOINED[harm]) and sum(known) == whole


def _holds(whole: Sequence[Count], counts: Sequence[Count]) -> bool:
    """Whether each figure of ``counts`` stands among those of ``whole``."""
    return all(any(_equal(*pair) for pair in _shared(whole, (count,))) for count in counts)


def _vaguely(first: Sequence[Count], second: Sequence[Count]) -> bool:
    """Whether one tells in bare plurals ("dead and wounded") what the other counts."""
    shared = _shared(first, second)
    return bool(shared) and all(_bare(*pair) for pair in shared)


def _shared(first: Sequence[Count], second: Sequence[Count]) -> list[tuple[Count, Count]]:
    """The pairs of figures that count the same harm in the same way."""
    return [
        (one, other)
        for one in first
        for other in second
        if (one.harm, one.scope, one.measure, one.period) == (other.harm, other.scope, other.measure, other.period)
        and _of_one_kind(one, other)
    ]


def _equal(one: Count, other: Count) -> bool:
    """Whether two figures are one, or the one says "at least" what the other says outright."""
    if (one.low, one.high) == (other.low, other.high):
        return True
    bounded = "at_least" in (one.qualifier, other.qualifier)
    return bounded and one.low == other.low and None in (one.high, other.high)


def _bare(one: Count, other: Count) -> bool:
    """Whether one of two figures is a bare plural that the other can be."""
    bare, number = (one, other) if one.qualifier in _BARE else (other, one)
    return bare.qualifier in _BARE and (number.high is None or number.high >= (bare.low or 0))


def _of_one_kind(one: Count, other: Count) -> bool:
    """Whether two figures may count the same people."""
    return one.civil_status == other.civil_status or "unknown" in (one.civil_status, other.civil_status)


def _scenes(places: Sequence[PlaceRef]) -> set[str]:
    """The scenes narrow enough to tell two happenings apart."""
    return {
        place.id or place.name_ar or place.said for place in places if place.role == "scene" and place.kind not in _WIDE
    }


def _joined(first: Claim, second: Claim) -> Claim:
    """The fuller of two claims with the words of the other."""
    fuller, other = (second, first) if _fullness(second) > _fullness(first) else (first, second)
    words = next(one for one in other.evidence if one.field == "type")
    fuller = _with_scenes(_with_date(_with_victims(fuller, other), other), other)
    return replace(fuller, evidence=(*fuller.evidence, Evidence("type", words.span, words.quote, RULE, words.where)))


def _with_date(claim: Claim, other: Claim) -> Claim:
    """``claim`` with the day that only the other says, and the characters that say it."""
    if claim.date.said is not None or other.date.said is None or claim.where != other.where:
        return claim
    evidence = (
        *(one for one in claim.evidence if one.field != "date"),
        *(one for one in other.evidence if one.field == "date"),
    )
    return replace(claim, times=other.times, date=other.date, evidence=evidence)


def _with_scenes(claim: Claim, other: Claim) -> Claim:
    """``claim`` with the places of the other, and their characters, where only the other tells a narrow scene."""
    if _scenes(claim.places) or not _scenes(other.places) or claim.where != other.where:
        return claim
    evidence = (
        *(one for one in claim.evidence if not one.field.startswith("places[")),
        *(one for one in other.evidence if one.field.startswith("places[")),
    )
    return replace(claim, places=other.places, evidence=evidence)


def _with_victims(claim: Claim, other: Claim) -> Claim:
    """``claim`` with the victims that only the other names, and the characters that name them."""
    known = {victim.name for victim in claim.victims}
    new = [number for number, victim in enumerate(other.victims) if victim.name not in known]
    evidence = list(claim.evidence)
    for place, number in enumerate(new, start=len(claim.victims)):
        old, fresh = f"victims[{number}]", f"victims[{place}]"
        evidence += [
            replace(one, field=fresh + one.field.removeprefix(old))
            for one in other.evidence
            if one.field.startswith(old)
        ]
    return replace(claim, victims=(*claim.victims, *(other.victims[n] for n in new)), evidence=tuple(evidence))


def _fullness(claim: Claim) -> tuple[int, int, int, int]:
    """What a claim says beyond its type: figures before a source, a source before names and places."""
    named = sum(bool(party.id) for party in (*claim.actors, *claim.targets))
    scenes = _scenes(claim.places)
    return len(claim.counts) + len(claim.victims), bool(claim.attribution.chain), len(scenes), named
