"""What the sheets of a page are made of, as plain values."""

from dataclasses import dataclass
from datetime import date


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
    """First and last day (both included); None where unknown. ``precision`` is a name, None for a single day; ``whole``
    names the month or year that these days are."""

    start: date | None
    end: date | None
    precision: str | None
    whole: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A number, None where it is unknown or unbounded, and the id of the claim that says it."""

    value: int | None
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of figures, and all who carry it. ``parts`` are those of a group among them, ``ways`` how numbers came about
    that no claim says just so."""

    label: str
    low: Cell
    best: Cell
    high: Cell
    claims: tuple[Account, ...]
    parts: tuple[tuple[Words, ...], ...] = ()
    ways: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AsideRow:
    """A figure that moves no number of its event, with the reason and those who give it."""

    label: str
    said: tuple[Words, ...]
    why: str
    claims: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class AlsoRow:
    """A value of a field that was not taken, and who gives it."""

    field: str
    name: str
    claims: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """An event that holds this one, or that this one holds: ``word`` says which. With its figures and its tellers."""

    word: str
    event: Link
    figures: tuple[Figure, ...]
    tellers: tuple[Account, ...]


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
class Path:
    """The way of some accounts from their origin to the reader: speakers, origin first, then the report that has them.

    ``shares`` are accounts of other reports that one text may have given to both.
    """

    speakers: tuple[SpeakerRow, ...]
    report: Link
    claims: tuple[Account, ...]
    shares: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """A chain by its origin, or, with ``counts`` false, accounts that add no chain by the reason why."""

    name: str
    counts: bool
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class SharedRow:
    """Two reports of the event that share text, and how: its kind, its share, and which came first."""

    first: Link
    second: Link
    how: str


@dataclass(frozen=True, slots=True)
class JoinRow:
    """Why an account stands in the event: what it has in common with ``other``."""

    claim: Account
    other: Account
    why: str


@dataclass(frozen=True, slots=True)
class ApartRow:
    """Why an event that comes near is another: what keeps this account apart from it."""

    event: Link
    claim: Account
    why: str


@dataclass(frozen=True, slots=True)
class Support:
    """What the support of an event rests on."""

    roots: tuple[Root, ...]
    shared: tuple[SharedRow, ...]
    joins: tuple[JoinRow, ...]
    apart: tuple[ApartRow, ...]


@dataclass(frozen=True, slots=True)
class BreachRow:
    """That an agreement was broken. ``status`` is None where it is said to have happened; ``by`` whom it is laid to."""

    kind: str
    status: str | None
    by: tuple[str, ...]
    days: Days
    event: Link
    said_by: str
    claims: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term in its own words, its number where one is given, and the breaches of it."""

    said: str
    language: str | None
    anchor: str | None
    claims: tuple[Account, ...]
    breaches: tuple[BreachRow, ...]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report in the list of reports. ``url`` is None where it is no web address, ``published`` its day in words,
    ``dated`` where it bears one."""

    anchor: str
    ref: str
    outlet: str | None
    title: str | None
    url: str | None
    published: str
    dated: bool
    copy_of: Link | None
    claims: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """Something that went wrong, and what to do."""

    subject: str
    message: str
    mend: str
