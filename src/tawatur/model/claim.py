"""What one report asserts once, and the characters that say it."""

from dataclasses import dataclass
from datetime import date

from tawatur.model.count import Count
from tawatur.model.errors import Problem
from tawatur.model.ids import content_id
from tawatur.model.party import PartyRef, Victim
from tawatur.model.place import PlaceRef
from tawatur.model.quick import quickly_made
from tawatur.model.text import Span
from tawatur.model.time import DayHint, TimeSaid


@quickly_made
@dataclass(frozen=True, slots=True)
class Evidence:
    """The characters behind one field: ``quote`` equals ``text[span]``, where ``where`` is "body" or "title"."""

    field: str
    span: Span
    quote: str
    rule: str
    where: str = "body"


@quickly_made
@dataclass(frozen=True, slots=True)
class Speaker:
    """One link of a chain. ``kind``: witness, local_source, correspondent, official, party, monitor, agency,
    outlet, rights_body, rescue, social_media, person, unknown. A speaker that no registry holds has no ``id``."""

    name: str
    id: str | None = None
    kind: str = "unknown"


@quickly_made
@dataclass(frozen=True, slots=True)
class Attribution:
    """Who told it to whom. ``chain``: nearest speaker first, origin last, the outlet itself left out.

    ``mode``: named, unnamed, own_voice, unattributed. ``interest`` where plain: own_loss, enemy_loss, admission,
    self_exculpatory.
    """

    chain: tuple[Speaker, ...] = ()
    mode: str = "own_voice"
    interest: str | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class ClaimDate:
    """When: as said, and the days meant. ``kind``: occurred, died, found, reported. Unknown days are None."""

    start: date | None
    end: date | None
    precision: str
    kind: str
    said: str | None
    why: str


@quickly_made
@dataclass(frozen=True, slots=True)
class Term:
    """One term of an agreement or demand: its words, its object, and a number where one stands."""

    said: str
    number: int | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class Claim:
    """One happening as one sentence tells it, under one chain.

    ``report`` is the report's id, ``clause`` the span of the main clause, ``times`` the times as written, which
    ``record`` resolves once the report's own day is known; ``date`` is what the report alone allows.
    The closed vocabularies stand in ``packs/vocabulary``, each value with its names.
    """

    id: str
    report: str
    type: str
    clause: Span
    where: str
    status: str
    stance: str
    told_as: str
    times: tuple[TimeSaid, ...]
    date: ClaimDate
    places: tuple[PlaceRef, ...]
    actors: tuple[PartyRef, ...]
    targets: tuple[PartyRef, ...]
    sponsors: tuple[PartyRef, ...]
    counts: tuple[Count, ...]
    victims: tuple[Victim, ...]
    weapons: tuple[tuple[str, str], ...]
    terms: tuple[Term, ...]
    act: str | None
    phase: str | None
    attribution: Attribution
    evidence: tuple[Evidence, ...]
    pack_version: str


def claim_id(report: str, where: str, clause: Span, claim_type: str, speaker: str | None) -> str:
    """The id of a claim: a hash of its report, the span of its main clause, its type and its speaker."""
    return content_id("clm", report, where, clause.start, clause.end, claim_type, speaker)


@quickly_made
@dataclass(frozen=True, slots=True)
class Reading:
    """What one pass of the marking and claiming stages made of one report, under one version of the pack.

    ``credit`` is the origin that a credit line names ("agencies", an agency's name), or None.
    """

    report: str
    pack_version: str
    claims: tuple[Claim, ...]
    hints: tuple[DayHint, ...]
    credit: str | None
    problems: tuple[Problem, ...]
