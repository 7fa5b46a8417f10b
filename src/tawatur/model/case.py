"""A case as its readers see it: the logs joined with the views made from them."""

from dataclasses import dataclass

from tawatur.model.claim import Claim, ClaimDate
from tawatur.model.copies import CopyPair
from tawatur.model.errors import Problem
from tawatur.model.event import Event
from tawatur.model.judgement import Judgement
from tawatur.model.story import Agreement, Story
from tawatur.model.text import Report
from tawatur.model.time import ReportDay


@dataclass(frozen=True, slots=True)
class Settings:
    """What a case fixes once: its time zone, and the day after which nothing in it can have been published.

    ``as_of`` (ISO day) is written when the case is made, so that the same logs give the same views on any later day. It
    holds of reports of which the day on which they came in is not kept.
    """

    zone: str = "Asia/Damascus"
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class OwnPlaces:
    """A gazetteer that a user added to a case: the name and characters of the file, and the SHA-256 of these as UTF-8."""

    name: str
    sha256: str
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """Everything derived from the logs: dropped and rebuilt, the same from the same logs.

    ``pack_version`` is that of the readings it follows from; None while there is no record.
    """

    copies: tuple[CopyPair, ...]
    days: tuple[ReportDay, ...]
    dates: tuple[tuple[str, ClaimDate], ...]
    events: tuple[Event, ...]
    pack_version: str | None = None
    stories: tuple[Story, ...] = ()
    agreements: tuple[Agreement, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report with its unique ``ref``, its resolved day and its place among copies (all ids are report ids).

    ``copy_group`` joins whole copies only, ``copy_of`` is the report that this one copies where the direction is known.
    """

    report: Report
    ref: str
    day: ReportDay
    copy_group: str | None
    copy_of: str | None
    origin: str | None


@dataclass(frozen=True, slots=True)
class CaseView:
    """A whole case, each list sorted by id (reports by ref). ``forwards`` are the notes of ``Logs.forward``, oldest first."""

    settings: Settings
    reports: tuple[ReportView, ...]
    claims: tuple[Claim, ...]
    copies: tuple[CopyPair, ...]
    events: tuple[Event, ...]
    problems: tuple[Problem, ...]
    own_places: tuple[OwnPlaces, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    stories: tuple[Story, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    forwards: tuple[tuple[str, str], ...] = ()
