"""What ties events together: stories, and agreements with what became of their terms. Derived, never edited."""

from dataclasses import dataclass
from datetime import date

from tawatur.model.ids import content_id
from tawatur.model.place import PlaceRef


@dataclass(frozen=True, slots=True)
class Tie:
    """Why an event belongs to a story: ``part`` is what it is in it (siege, violence, talks, agreement, breach, collapse,
    movement, deployment, other), ``reasons`` name what ties it: place, area, parties, reference (a report tells both)."""

    event: str
    part: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Events that belong together, by day. ``kind``: siege, campaign, agreement. ``core`` are the events that it was made
    around. ``ended`` is the day on which a siege is told to have been lifted, None where nobody says so."""

    id: str
    kind: str
    title_ar: str
    title_en: str
    start: date | None
    end: date | None
    place: PlaceRef | None
    core: tuple[str, ...]
    ties: tuple[Tie, ...]
    agreements: tuple[str, ...]
    reports: tuple[str, ...]
    ended: date | None = None


@dataclass(frozen=True, slots=True)
class LedgerTerm:
    """One term of an agreement in its own words, with the claims that give it."""

    said: str
    number: int | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Breach:
    """That an agreement was broken or ended, as some claims of one ``event`` have it.

    ``kind``: breach, collapse. ``term`` is the index of the term that it breaks, None where none is told. ``by`` are the
    parties that broke it, by name; ``said_by`` says in both languages who says so. ``status`` is that of the claims.
    """

    event: str
    kind: str
    term: int | None
    claims: tuple[str, ...]
    by_ar: tuple[str, ...]
    by_en: tuple[str, ...]
    said_by_ar: str
    said_by_en: str
    status: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement as a ledger: its ``events`` (the first is the one that it is named by), terms and breaches."""

    id: str
    event: str
    title_ar: str
    title_en: str
    terms: tuple[LedgerTerm, ...]
    breaches: tuple[Breach, ...]
    claims: tuple[str, ...]
    story: str | None = None


def story_id(core: tuple[str, ...]) -> str:
    """The id of a story: a hash of the smallest id among the events that it was made around."""
    return content_id("sty", min(core))


def agreement_id(event: str) -> str:
    """The id of an agreement: a hash of its event's id."""
    return content_id("agr", event)
