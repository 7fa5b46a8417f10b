"""Which party is meant where several bear one name, and on whose side it stands: by the day and the country."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final

from tawatur.lang.pack import Pack
from tawatur.lang.schema import PartyRule
from tawatur.model.claim import Claim, Speaker
from tawatur.model.party import PartyRef

Days = tuple[date, date]
_MONTH: Final = 7


def with_parties_of_time(claim: Claim, pack: Pack, day: Days | None) -> Claim:
    """``claim`` with each of its parties as it was on the claim's days, else on the report's ``day``, where it happened."""
    when = (claim.date.start, claim.date.end)
    days = (when[0], when[1]) if when[0] and when[1] else day
    country = next((place.country for place in claim.places if place.role == "scene" and place.country), None)

    def settled(parties: tuple[PartyRef, ...]) -> tuple[PartyRef, ...]:
        return tuple(party_of_time(party, pack, days=days, country=country) for party in parties)

    speakers = claim.attribution.chain
    chain = tuple(_speaker(speaker, pack, country) for speaker in speakers)
    if not any((claim.actors, claim.targets, claim.sponsors)) and chain == speakers:
        return claim
    return replace(
        claim, actors=settled(claim.actors), targets=settled(claim.targets), sponsors=settled(claim.sponsors),
        attribution=replace(claim.attribution, chain=chain) if chain != speakers else claim.attribution,
    )  # fmt: skip


def _speaker(speaker: Speaker, pack: Pack, country: str | None) -> Speaker:
    """``speaker`` as the body of the country, where it is one whose country is not said."""
    row = _row(pack, speaker.id) if speaker.id else None
    return replace(speaker, id=_at_home(pack, row, country).id) if row else speaker


@cache
def _countries(pack: Pack) -> Mapping[tuple[str, str], PartyRule]:
    """The bodies of each country under the entry for their kind whose country is not said."""
    rows = [row for row in pack.files["parties"].rule if isinstance(row, PartyRule)]
    return {(row.general, row.country): row for row in rows if row.general and row.country}


def _at_home(pack: Pack, row: PartyRule, country: str | None) -> PartyRule:
    """The body of its kind in ``country`` for one whose country is not said; the row itself otherwise."""
    return _countries(pack).get((row.id, country), row) if country and row.country is None else row


def party_of_time(party: PartyRef, pack: Pack, *, days: Days | None, country: str | None) -> PartyRef:
    """``party`` as the one of its name that existed on one of ``days``, on the side that it takes in ``country``.

    Without days, or where none or all of them existed, it stays the first of the register; the rest are ``others``.
    One that no registry holds has its owner's side.
    """
    if party.id is None:
        owner = _row(pack, party.parent) if party.parent else None
        return replace(party, side=_side(owner, country)) if owner else party
    rows = [row for name in (party.id, *party.others) if (row := _row(pack, name))]
    if not rows:
        return party
    living = [row for row in rows if days and existed(row, days)]
    chosen = _at_home(pack, living[0] if living else rows[0], country)
    return PartyRef(
        said=party.said,
        id=chosen.id,
        name_ar=chosen.name_ar,
        name_en=chosen.name_en,
        side=_side(chosen, country),
        kind=party.kind if chosen.id == party.id else chosen.kind,
        basis=party.basis,
        link=party.link,
        parent=party.parent,
        others=tuple(row.id for row in rows if row is not chosen),
        why=f"the one in {country}" if chosen not in rows else _why(party, len(rows), len(living), days),
    )


def _side(row: PartyRule, country: str | None) -> str | None:
    """The side that a party takes in the conflict of a country, else the one that it takes at home."""
    return row.sides.get(country, row.side) if country else row.side


def existed(row: PartyRule, days: Days) -> bool:
    """Whether a party existed on one of ``days``, as far as is known; a bare year or month is meant whole."""
    begun = row.since is None or _first(row.since) <= days[1]
    return begun and (row.until is None or _last(row.until) >= days[0].isoformat())


def _first(since: str) -> date:
    """The first day of a year, month or day."""
    return date.fromisoformat((since + "-01-01")[:10])


def _last(until: str) -> str:
    """A text that no day of a year, month or day comes after."""
    return until if len(until) > _MONTH else until + "-99-99"[: 10 - len(until)]


def _why(party: PartyRef, rivals: int, living: int, days: Days | None) -> str | None:
    """The reason for a choice among parties of one name; what was said before where there was none."""
    if rivals == 1:
        return party.why
    if days is None:
        chosen = "the first of the register, as the day is unknown"
    elif living == 1:
        chosen = f"the only one known to exist on {days[0]}"
    elif living:
        chosen = f"the first of the register among those that existed on {days[0]}"
    else:
        chosen = f"the first of the register, as none is known to exist on {days[0]}"
    why = f"{rivals} parties bear this name: {chosen}"
    return f"{party.why}; {why}" if party.why else why


def _row(pack: Pack, party: str) -> PartyRule | None:
    """The row of a registered party; None where the pack has none."""
    rule = pack.rules.get(f"{pack.language}/parties#{party}")
    return rule if isinstance(rule, PartyRule) else None
