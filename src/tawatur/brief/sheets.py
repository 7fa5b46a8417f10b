"""What the page shows, as plain values: a sheet for each event, claim, story and agreement."""

from dataclasses import dataclass
from datetime import date

from tawatur.brief.excerpt import Excerpt
from tawatur.brief.rows import (
    Account,
    AlsoRow,
    AsideRow,
    BreachRow,
    Days,
    DisputeRow,
    Fact,
    Figure,
    Holder,
    Link,
    PartyRow,
    ProblemRow,
    Reading,
    ReportRow,
    SpeakerRow,
    Support,
    TermRow,
    Words,
)
from tawatur.brief.timeline import Timeline


@dataclass(frozen=True, slots=True)
class ClaimSheet:
    """One claim with its sentences. ``published`` is its report's day in words, ``voice`` says whose word it is where no
    speaker is named."""

    id: str
    account: Account
    report: Link
    outlet: str | None
    language: str | None
    published: str
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
    aside: tuple[AsideRow, ...]
    also: tuple[AlsoRow, ...]
    holders: tuple[Holder, ...]
    support: Support


@dataclass(frozen=True, slots=True)
class Step:
    """One event of a story: what it is in it, and what ties it."""

    event: EventSheet
    part: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StorySheet:
    """A story: its events by day, how many reports tell of them, the ledgers of its agreements, and the day on which its
    siege is told to have been lifted, None where nobody says so."""

    id: str
    title: str
    reports: int
    steps: tuple[Step, ...]
    agreements: tuple[Link, ...]
    ended: date | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """An agreement: its event, its terms, the breaches of none that is named, and the story that it belongs to."""

    anchor: str
    event: Link
    days: Days
    story: Link | None
    claims: tuple[Account, ...]
    terms: tuple[TermRow, ...]
    breaches: tuple[BreachRow, ...]


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
    stories: tuple[StorySheet, ...]
    ledgers: tuple[Ledger, ...]
    undated: tuple[EventSheet, ...]
    unplaced: tuple[EventSheet, ...]
    alone: tuple[ClaimSheet, ...]
    disputes: tuple[DisputeRow, ...]
    reports: tuple[ReportRow, ...]
    problems: tuple[ProblemRow, ...]
