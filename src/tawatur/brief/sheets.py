"""What the page shows, as plain values: a sheet for each event and each claim."""

from dataclasses import dataclass
from datetime import date

from tawatur.brief.excerpt import Excerpt
from tawatur.brief.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a place on the page; ``anchor`` is the id there."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Account:
    """The way to one claim. ``number`` counts the claims of its event (None outside events), ``who`` tells it, ``where``
    is its report in words, ``name`` the report's ref and the claim's number there, ``last`` that number alone."""

    anchor: str
    number: int | None
    who: str
    where: str
    name: str
    last: str


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a sentence; ``anchor`` is where a figure among them leads, None for the rest.

    ``foreign`` words run against the sentence, such as an Arabic name in an English one.
    """

    text: str
    anchor: str | None
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day (both included); None where unknown. ``precision`` is a name, None for a single day."""

    start: date | None
    end: date | None
    precision: str | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A number, None where it is unknown or unbounded, and the id of the claim that says it."""

    value: int | None
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of figures, and all who carry it."""

    label: str
    low: Cell
    best: Cell
    high: Cell
    claims: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party in its role ("by", "against"), with what it is and by whom it is named so."""

    role: str
    name: str
    note: str | None
    claims: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A dispute as a sentence. ``hard``: the accounts cannot all be true."""

    kind: str
    text: tuple[Words, ...]
    hard: bool
    event: Link
    claims: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """One link of a chain; ``name`` is None where it is withheld."""

    name: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Fact:
    """What was taken from the sentence: a label, and each wording with what it was taken to mean."""

    label: str
    said: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How one field was read: its characters and the rule."""

    field: str
    quote: str
    rule: str


@dataclass(frozen=True, slots=True)
class ClaimSheet:
    """One claim with its sentences. ``voice`` says whose word it is where no speaker is named."""

    id: str
    account: Account
    report: Link
    outlet: str | None
    language: str | None
    published: date | None
    type: str
    qualities: tuple[str, ...]
    voice: str | None
    own_voice: bool
    chain: tuple[SpeakerRow, ...]
    excerpts: tuple[Excerpt, ...]
    facts: tuple[Fact, ...]
    readings: tuple[Reading, ...]
    event: Link | None


@dataclass(frozen=True, slots=True)
class EventSheet:
    """One event with its figures, support, disputes and claims. ``heading`` is the title without the day; ``finding``
    where it belongs to what readers come for: figures, several reports or a dispute."""

    id: str
    title: str
    heading: str
    finding: bool
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
    grade_why: tuple[Words, ...]
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
    copy_of: Link | None
    claims: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """Something that went wrong, and what to do."""

    subject: str
    message: str
    mend: str


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page. ``events`` stand by date: ``findings`` and what is ``also`` told; ``undated`` have no day,
    ``alone`` are claims that are in no event."""

    notice: str | None
    names: str
    totals: tuple[tuple[str, int, str], ...]
    events: tuple[EventSheet, ...]
    findings: tuple[EventSheet, ...]
    also: tuple[EventSheet, ...]
    timeline: Timeline
    undated: tuple[EventSheet, ...]
    unplaced: tuple[EventSheet, ...]
    alone: tuple[ClaimSheet, ...]
    disputes: tuple[DisputeRow, ...]
    reports: tuple[ReportRow, ...]
    problems: tuple[ProblemRow, ...]
