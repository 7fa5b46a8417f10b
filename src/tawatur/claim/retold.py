"""Told once: a headline, its lead and the paragraph that says it again make one claim, not three.

Two claims of one report are one where nothing in them differs and a figure is alike. What the report says in its own
voice and then lays in a source's mouth is the source's.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from tawatur.claim.types import one_act
from tawatur.model.claim import Claim, Evidence
from tawatur.model.count import Count
from tawatur.model.party import PartyRef
from tawatur.model.place import PlaceRef

RULE: Final = "claim#told-again"
_NEVER: Final = ("statement", "negotiation", "agreement", "ceasefire", "agreement_breach", "siege", "other")
"""Types of which one report may well tell several that look alike."""

_MOST_ALIKE: Final = 16
"""With how many claims of one figure a claim is compared: no report tells more happenings of one figure and means it."""

Figured = tuple[str, int | None, int | None]
_WIDE: Final = ("country", "region", "governorate", "district")


def told_once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims of one report in their order, those that tell again what another tells joined to it.

    The fuller of two stays, with the words of the other in its evidence (rule ``claim#told-again``).
    """
    kept: list[Claim] = []
    by_figure: dict[Figured, deque[int]] = {}
    for claim in claims:
        figures = [(count.harm, count.low, count.high) for count in claim.counts]
        likely = sorted({number for figure in figures for number in by_figure.get(figure, ())})
        twin = next((number for number in likely if retells(kept[number], claim)), None)
        if twin is None:
            twin = len(kept)
            kept.append(claim)
        else:
            kept[twin] = _joined(kept[twin], claim)
        for figure in figures:
            by_figure.setdefault(figure, deque(maxlen=_MOST_ALIKE)).append(twin)
    return tuple(kept)


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
    one, other = first.attribution.chain, second.attribution.chain
    return not one or not other or one[-1] == other[-1]


def _one_time(first: Claim, second: Claim) -> bool:
    """Whether the days can be the same."""
    one, other = first.date, second.date
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return True
    return one.start <= other.end and other.start <= one.end


def _one_side(first: Sequence[PartyRef], second: Sequence[PartyRef]) -> bool:
    """Whether no two registered actors differ."""
    ids = [{party.id for party in parties if party.id} for parties in (first, second)]
    return not ids[0] or not ids[1] or not ids[0].isdisjoint(ids[1])


def _alike(first: Claim, second: Claim) -> bool:
    """Whether their figures agree and their places do not differ."""
    places = _scenes(first.places), _scenes(second.places)
    apart = bool(places[0] and places[1]) and places[0].isdisjoint(places[1])
    return not apart and _agree(first.counts, second.counts)


def _agree(first: Sequence[Count], second: Sequence[Count]) -> bool:
    """Whether both have a figure of one harm, and wherever they have one it is the same."""
    shared = [
        (one, other)
        for one in first
        for other in second
        if (one.harm, one.scope, one.measure) == (other.harm, other.scope, other.measure) and _of_one_kind(one, other)
    ]
    return bool(shared) and all((one.low, one.high) == (other.low, other.high) for one, other in shared)


def _of_one_kind(one: Count, other: Count) -> bool:
    """Whether two figures may count the same people."""
    return one.civil_status == other.civil_status or "unknown" in (one.civil_status, other.civil_status)


def _scenes(places: Sequence[PlaceRef]) -> set[str]:
    """The scenes narrow enough to tell two happenings apart."""
    return {place.id or place.said for place in places if place.role == "scene" and place.kind not in _WIDE}


def _joined(first: Claim, second: Claim) -> Claim:
    """The fuller of two claims with the words of the other."""
    fuller, other = (second, first) if _fullness(second) > _fullness(first) else (first, second)
    words = next(one for one in other.evidence if one.field == "type")
    fuller = _with_victims(fuller, other)
    return replace(fuller, evidence=(*fuller.evidence, Evidence("type", words.span, words.quote, RULE, words.where)))


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
