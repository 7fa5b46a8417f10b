"""What the claims of one happening add up to. Derived, never edited."""

from dataclasses import dataclass
from datetime import date

from tawatur.model.ids import content_id
from tawatur.model.party import PartyRef, Victim
from tawatur.model.place import PlaceRef


@dataclass(frozen=True, slots=True)
class Bound:
    """One number of a settled figure and where it comes from.

    ``name``: low, best, high, or a policy (lowest, majority, latest). ``number`` None where it settles none. ``how``:
    said (a claim says just this), named (so many people are named), parts (parts of one teller add up to it), moved
    (wounded who died later were added or taken away), judged (a person set it). ``claims`` are those it rests on.
    """

    name: str
    number: int | None
    how: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartFigure:
    """Part of a settled figure: so many of them are of a ``group`` (women, children …)."""

    group: str
    low: int
    best: int | None
    high: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """A figure that is kept and moves no number, such as one that nobody signs beside one that somebody does."""

    low: int
    high: int | None
    claims: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that claims give to a field: ``field`` is type, place or actor, ``tellers`` how many give it.

    ``taken`` marks the value that the event shows. The names are None where there are none.
    """

    field: str
    value: str
    name_ar: str | None
    name_en: str | None
    taken: bool
    tellers: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SettledCount:
    """A figure of an event under a named policy, with the ids of the claims that carry it.

    ``period`` and ``measure`` as in Count: a toll since an earlier date, or of families, is a figure of its own.
    ``bounds`` trace each number, and those of the other policies; ``of`` are parts inside; ``aside`` what moves nothing.
    """

    harm: str
    civil_status: str
    party: str | None
    scope: str
    low: int | None
    best: int | None
    high: int | None
    policy: str
    claims: tuple[str, ...]
    period: str = "incident"
    measure: str = "persons"
    bounds: tuple[Bound, ...] = ()
    of: tuple[PartFigure, ...] = ()
    aside: tuple[Aside, ...] = ()


@dataclass(frozen=True, slots=True)
class EventParty:
    """A party of an event in a ``role``: actor, target or sponsor. ``claims`` are those that name it so."""

    role: str
    party: PartyRef
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Where claims of an event cannot all be true, or are not to be read as one; ``docs/formats.md`` has the kinds."""

    kind: str
    field: str
    claims: tuple[str, ...]
    text_ar: str
    text_en: str


@dataclass(frozen=True, slots=True)
class Grade:
    """How well an event is supported: confirmed, fair, weak, contested or discounted, with the reason."""

    name: str
    why_ar: str
    why_en: str


@dataclass(frozen=True, slots=True)
class Join:
    """Why ``claim`` stands in an event: the claim of it that it agrees with, the points of the two, and the signals that
    gave them (docs/formats.md lists them)."""

    claim: str
    other: str
    points: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """Why an event that comes near is not this one: a claim of this, one of ``event``, and what keeps the two apart."""

    event: str
    claim: str
    other: str
    why: str


@dataclass(frozen=True, slots=True)
class Event:
    """One happening. ``place`` is its best scene (None where none was said), ``places_said`` the names as said.

    ``reports`` are report ids, ``origins`` the names of the chains' far ends, ``chains`` the number of origins between
    which no dependence was found.
    """

    id: str
    type: str
    title_ar: str
    title_en: str
    start: date | None
    end: date | None
    precision: str
    place: PlaceRef | None
    places_said: tuple[str, ...]
    parties: tuple[EventParty, ...]
    counts: tuple[SettledCount, ...]
    victims: tuple[Victim, ...]
    weapons: tuple[str, ...]
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    chains: int
    origins: tuple[str, ...]
    grade: Grade
    disputes: tuple[Dispute, ...]
    contains: tuple[str, ...] = ()
    within: str | None = None
    story: str | None = None
    agreement: str | None = None
    reviewed: bool = False
    choices: tuple[Choice, ...] = ()
    joins: tuple[Join, ...] = ()
    apart: tuple[Apart, ...] = ()


def event_id(claims: tuple[str, ...]) -> str:
    """The id of an event: a hash of its smallest claim id."""
    return content_id("evt", min(claims))
