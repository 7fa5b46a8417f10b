"""The cases of claims that stand beside a pack: texts, and what must be claimed of them, field by field."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field

import tawatur
from tawatur.claim.read import read_report
from tawatur.lang.pack import Pack
from tawatur.model.claim import Claim, Reading
from tawatur.model.count import Count
from tawatur.model.party import PartyRef
from tawatur.model.text import Report, text_of

FOLDER: Final = Path(tawatur.__file__).parent / "packs" / "ar" / "cases" / "claims"


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class WantedClaim(_Row):
    """What one claim must hold. A field left out is not compared; parties and speakers are said or an id."""

    type: str
    status: str | None = None
    stance: str | None = None
    told_as: str | None = None
    act: str | None = None
    phase: str | None = None
    actors: list[str] | None = None
    targets: list[str] | None = None
    sponsors: list[str] | None = None
    places: list[str] | None = None
    counts: list[str] | None = None
    counts_said: list[str] | None = None
    victims: list[str] | None = None
    weapons: list[str] | None = None
    terms: list[str] | None = None
    chain: list[str] | None = None
    attribution: str | None = None
    interest: str | None = None
    date: str | None = None


class ClaimCase(_Row):
    """A text and all its claims in text order."""

    text: str = Field(min_length=1)
    want: list[WantedClaim]
    note: str | None = None
    published: date | None = None


class ClaimCases(_Row):
    """The file of cases."""

    case: list[ClaimCase] = Field(min_length=1)


def read_claim_cases(folder: Path = FOLDER) -> list[ClaimCase]:
    """The cases of all files of the folder, in the order of their names."""
    files = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))]
    return [case for file in files for case in ClaimCases.model_validate(file).case]


def read_text(
    chars: str, pack: Pack, *, title: str | None = None, published: date | None = None, language: str | None = "ar"
) -> Reading:
    """The reading of a report that holds nothing but these."""
    report = Report(
        "rep-1", "one", None, None, text_of(title) if title else None, published, None, language, text_of(chars), None
    )
    return read_report(report, pack, as_of=None)


def claims_in(chars: str, pack: Pack, *, published: date | None = None) -> tuple[Claim, ...]:
    """The claims of one text."""
    return read_text(chars, pack, published=published).claims


def as_wanted(claim: Claim, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of ``claim`` that ``wanted`` mentions, written the way it writes them."""
    return {field: _SHOWN.get(field, _plain(field))(claim, wanted[field]) for field in wanted}


def mentioned(wanted: WantedClaim) -> dict[str, Any]:
    """The fields that a case mentions, with their values."""
    return wanted.model_dump(exclude_unset=True)


def _plain(field: str) -> Callable[[Claim, Any], Any]:
    return lambda claim, _: getattr(claim, field)


def _alike(options: Sequence[Sequence[str | None]], wanted: Sequence[str]) -> list[str]:
    """Each item under the name that the case uses for it: a case may write an id or the words."""
    names = [*wanted, *[""] * len(options)]
    return [
        name if name in option else next(one for one in option if one)
        for name, option in zip(names, options, strict=False)
    ]


def _parties(field: str) -> Callable[[Claim, list[str]], list[str]]:
    def shown(claim: Claim, wanted: list[str]) -> list[str]:
        parties: Sequence[PartyRef] = getattr(claim, field)
        with_basis = [
            (party.id, party.said, f"{party.id or party.said} {party.basis}", f"{party.id or party.said} {party.link}")
            for party in parties
        ]
        return _alike(with_basis, wanted)

    return shown


def shown_count(count: Count) -> str:
    """A count on one line: harm, bounds, status, then whatever is not the ordinary case."""
    bounds = "-".join("" if end is None else str(end) for end in (count.low, count.high))
    basis = count.status_basis if count.status_basis not in (None, "stated") else None
    period = count.period if count.period != "incident" else None
    measure = count.measure if count.measure != "persons" else None
    scope = count.scope if count.scope != "total" else None
    of = "of " + " ".join(f"{group}={number}" for group, number in count.of) if count.of else None
    parts = (count.harm, bounds, count.civil_status, count.party, basis, scope, period, measure)
    return " ".join(part for part in (*parts, count.relation, count.transition, of) if part)


def shown_date(claim: Claim) -> str:
    """The days of a claim: one day, a range, or "unknown"."""
    start, end = claim.date.start, claim.date.end
    if start is None or end is None:
        return "unknown"
    return start.isoformat() if start == end else f"{start.isoformat()}..{end.isoformat()}"


_SHOWN: Final[Mapping[str, Callable[[Claim, Any], Any]]] = {
    "actors": _parties("actors"),
    "targets": _parties("targets"),
    "sponsors": _parties("sponsors"),
    "places": lambda claim, wanted: _alike([(one.said, f"{one.said} {one.role}") for one in claim.places], wanted),
    "counts": lambda claim, _: [shown_count(count) for count in claim.counts],
    "counts_said": lambda claim, _: [count.said for count in claim.counts],
    "victims": lambda claim, wanted: _alike([(one.name, f"{one.name} {one.harm}") for one in claim.victims], wanted),
    "weapons": lambda claim, _: [weapon for _, weapon in claim.weapons],
    "chain": lambda claim, wanted: _alike(
        [(one.id, one.name, f"{one.id or one.name} {one.kind}") for one in claim.attribution.chain], wanted
    ),
    "terms": lambda claim, _: [f"{one.number} {one.said}" if one.number else one.said for one in claim.terms],
    "attribution": lambda claim, _: claim.attribution.mode,
    "interest": lambda claim, _: claim.attribution.interest,
    "date": lambda claim, _: shown_date(claim),
}
