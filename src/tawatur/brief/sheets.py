"""What the page shows, as plain values: a sheet for each event and each claim."""

from dataclasses import dataclass
from datetime import date

from tawatur.brief.excerpt import Excerpt


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a place on the page; ``anchor`` is the id there."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day (both included); None where unknown. ``precision`` is a name, None for a single day."""

    start: date | None
    end: date | None
    precision: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of figures. None is unknown or unbounded. ``claims`` say it; the first is linked."""

    label: str
    low: int | None
    best: int | None
    high: int | None
    claims: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party in its role ("by", "against"), with what it is and by whom it is named so."""

    role: str
    name: str
    note: str | None
    claims: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A dispute as a sentence. ``hard``: the accounts cannot all be true."""

    kind: str
    text: str
    hard: bool
    event: Link
    claims: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """One link of a chain; ``name`` is None where it is withheld."""

    name: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Fact:
    """What was taken from the sentence: a label, the words as said, and what they were taken to mean."""

    label: str
    said: str
    meant: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """How one field was read: its characters and the rule."""

    field: str
    quote: str
    rule: str


@dataclass(frozen=True, slots=True)
class ClaimSheet:
    """One claim with its sentences."""

    id: str
    name: str
    report: Link
    outlet: str | None
    language: str | None
    published: date | None
    type: str
    qualities: tuple[str, ...]
    attribution: str | None
    chain: tuple[SpeakerRow, ...]
    excerpts: tuple[Excerpt, ...]
    facts: tuple[Fact, ...]
    readings: tuple[Reading, ...]
    event: Link | None


@dataclass(frozen=True, slots=True)
class EventSheet:
    """One event with its figures, support, disputes and claims."""

    id: str
    title: str
    type: str
    days: Days
    place: str | None
    places_said: tuple[str, ...]
    place_known: bool
    parties: tuple[PartyRow, ...]
    figures: tuple[Figure, ...]
    reports: int
    chains: int
    grade: str
    grade_name: str
    grade_why: str
    disputes: tuple[DisputeRow, ...]
    claims: tuple[ClaimSheet, ...]
    others: tuple[tuple[str, Link], ...]
    reviewed: bool


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report in the list of reports. ``url`` is None where it is no web address."""

    anchor: str
    ref: str
    outlet: str | None
    title: str | None
    url: str | None
    published: date | None
    copy_of: str | None
    claims: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """Something that went wrong, and what to do."""

    subject: str
    message: str
    mend: str


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page. ``events`` stand by date, ``undated`` have none, ``alone`` are claims that are in no event."""

    notice: str | None
    names: str
    totals: tuple[tuple[int, Link], ...]
    events: tuple[EventSheet, ...]
    undated: tuple[EventSheet, ...]
    unplaced: tuple[EventSheet, ...]
    alone: tuple[ClaimSheet, ...]
    disputes: tuple[DisputeRow, ...]
    reports: tuple[ReportRow, ...]
    problems: tuple[ProblemRow, ...]
