"""What the lines of JSON are made of. Unknown is null and never absent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from tawatur.export.precision import acled_precision, ucdp_precision
from tawatur.lang.romanize import romanized
from tawatur.model.claim import ClaimDate, Evidence, Speaker
from tawatur.model.count import Count
from tawatur.model.event import Apart, Aside, Choice, Event, EventParty, Join, PartFigure, SettledCount
from tawatur.model.party import PartyRef, Victim
from tawatur.model.place import PlaceRef, RunnerUp
from tawatur.record.grouping.explain import said_apart, said_joined
from tawatur.record.withheld import Withheld
from tawatur.record.words import load_words

RANGE: Final = ("low", "best", "high")
Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Line = dict[str, Json]


@dataclass(frozen=True, slots=True)
class Known:
    """What a line needs from the rest of the case: refs by report id, event by claim id, the names kept out.

    ``judged`` are the ids of the judgements that hold of a claim or event, ``in_force`` of all that hold.
    """

    refs: Mapping[str, str]
    events: Mapping[str, str]
    withheld: Withheld
    judged: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    in_force: frozenset[str] = frozenset()


def date_part(when: ClaimDate, known: Known) -> Line:
    """When a claim says that it happened."""
    return {
        "start": iso(when.start),
        "end": iso(when.end),
        "precision": when.precision,
        "kind": when.kind,
        "said": free(when.said, known),
        "why": free(when.why, known),
    }


def place_part(place: PlaceRef, known: Known) -> Line:
    """A place of a claim."""
    return {
        "said": free(place.said, known),
        "role": place.role,
        "name_ar": place.name_ar,
        "name_en": place.name_en,
        "id": place.id,
        "lat": rounded(place.lat),
        "lon": rounded(place.lon),
        "uncertainty_km": rounded(place.uncertainty_km),
        "kind": place.kind,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "country": place.country,
        "relation": place.relation,
        "inside": place.inside,
        "runner_up": _runner_up(place.runner_up),
        "why": place.why,
    }


def _runner_up(other: RunnerUp | None) -> Line | None:
    """The next likeliest bearer of a place's name."""
    if other is None:
        return None
    return {
        "id": other.id,
        "name_ar": other.name_ar,
        "name_en": other.name_en,
        "lat": rounded(other.lat),
        "lon": rounded(other.lon),
        "admin1": other.admin1,
        "country": other.country,
    }


def event_place_part(event: Event, known: Known) -> Line:
    """Where an event happened: the names as said, and the best scene, null where none is known."""
    place = event.place
    return {
        "said": [free(said, known) for said in event.places_said],
        "name_ar": place.name_ar if place else None,
        "name_en": place.name_en if place else None,
        "lat": rounded(place.lat) if place else None,
        "lon": rounded(place.lon) if place else None,
        "admin1": place.admin1 if place else None,
        "admin2": place.admin2 if place else None,
        "country": place.country if place else None,
        "id": place.id if place else None,
        "uncertainty_km": rounded(place.uncertainty_km) if place else None,
        "precision_acled": acled_precision(place) if place else None,
        "precision_ucdp": ucdp_precision(place) if place else None,
    }


def party_part(party: PartyRef, known: Known) -> Line:
    """A party as said, and as resolved."""
    return {
        "said": free(party.said, known),
        "id": party.id,
        "name_ar": party.name_ar,
        "name_en": party.name_en,
        "side": party.side,
        "kind": party.kind,
        "basis": party.basis,
        "link": party.link,
        "parent": party.parent,
        "others": [*party.others],
        "why": free(party.why, known),
    }


def event_party_part(party: EventParty, known: Known) -> Line:
    """A party of an event in its role."""
    return {"role": party.role, **party_part(party.party, known), "claims": [*party.claims]}


def count_part(count: Count, known: Known) -> Line:
    """A figure of a claim."""
    return {
        "harm": count.harm,
        "civil_status": count.civil_status,
        "status_basis": count.status_basis,
        "party": count.party,
        "low": count.low,
        "high": count.high,
        "best": count.best,
        "qualifier": count.qualifier,
        "scope": count.scope,
        "period": count.period,
        "measure": count.measure,
        "relation": count.relation,
        "transition": count.transition,
        "of": dict(sorted(count.of)),
        "said": free(count.said, known),
    }


def settled_part(count: SettledCount) -> Line:
    """A figure of an event."""
    return {
        "harm": count.harm,
        "civil_status": count.civil_status,
        "party": count.party,
        "scope": count.scope,
        "period": count.period,
        "measure": count.measure,
        "low": count.low,
        "best": count.best,
        "high": count.high,
        "policy": count.policy,
        "claims": [*count.claims],
        "of": {part.group: _inside_part(part) for part in count.of},
        "policies": {bound.name: bound.number for bound in count.bounds if bound.name not in RANGE},
        "from": {bound.name: {"how": bound.how, "claims": [*bound.claims]} for bound in count.bounds},
        "aside": [_aside_part(aside) for aside in count.aside],
    }


def _inside_part(part: PartFigure) -> Line:
    return {"low": part.low, "best": part.best, "high": part.high, "claims": [*part.claims]}


def _aside_part(aside: Aside) -> Line:
    return {"low": aside.low, "high": aside.high, "claims": [*aside.claims], "why": aside.why}


def choice_part(choice: Choice, known: Known) -> Line:
    """One of several values that claims give to a field of an event."""
    return {
        "field": choice.field,
        "value": free(choice.value, known),
        "name_ar": free(choice.name_ar, known),
        "name_en": choice.name_en,
        "taken": choice.taken,
        "tellers": choice.tellers,
        "claims": [*choice.claims],
    }


def victim_part(victim: Victim, known: Known) -> Line:
    """A person named as harmed; a withheld name is null, with the reason beside it."""
    reason = known.withheld.of_victim(victim)
    return {
        "name": known.withheld.shown(victim.name) if reason is None else None,
        "name_en": romanized(victim.name) if reason is None else None,
        "withheld": reason,
        "harm": victim.harm,
        "civil_status": victim.civil_status,
        "sex_age": victim.sex_age,
        "home": victim.home,
    }


def speaker_part(speaker: Speaker, known: Known) -> Line:
    """One link of a chain; a withheld name is null, with the reason beside it."""
    reason = known.withheld.reason(speaker.name)
    return {
        "speaker": free(speaker.name, known) if reason is None else None,
        "withheld": reason,
        "id": speaker.id,
        "kind": speaker.kind,
    }


def evidence_part(evidence: Evidence, known: Known) -> Line:
    """The characters behind a field. Offsets are those of the stored text, also where the quote is masked."""
    quote = known.withheld.mask(evidence.quote)
    return {
        "field": evidence.field,
        "in": evidence.where,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "quote": quote,
        "masked": quote != evidence.quote,
        "rule": evidence.rule,
    }


def free(text: str | None, known: Known) -> str | None:
    """Words that came from a text or from people: withheld names are masked in them."""
    return None if text is None else known.withheld.mask(text)


def ref_of(report: str | None, known: Known) -> str | None:
    """The ref of a report's id; what is no report's id stays as it is."""
    return None if report is None else known.refs.get(report, report)


def iso(day: date | None) -> str | None:
    """The ISO day."""
    return None if day is None else day.isoformat()


def rounded(number: float | None) -> float | None:
    """The number to 5 places."""
    return None if number is None else round(number, 5)


def join_part(join: Join) -> Line:
    """What ties two claims of an event."""
    said = said_joined(join, load_words())
    return {
        "claim": join.claim, "other": join.other, "points": rounded(join.points), "why": [*join.why],
        "text_ar": said.ar, "text_en": said.en,
    }  # fmt: skip


def apart_part(apart: Apart) -> Line:
    """What keeps an event apart from one that comes near."""
    said = said_apart(apart, load_words())
    return {
        "event": apart.event, "claim": apart.claim, "other": apart.other, "why": apart.why,
        "text_ar": said.ar, "text_en": said.en,
    }  # fmt: skip
