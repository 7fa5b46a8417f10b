"""One report read whole: marks, then claims, then what it tells of its own day and origin."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

from tawatur.claim.build import Source, build_claims
from tawatur.claim.hints import find_credit, find_hints
from tawatur.claim.news.telling import weights_of
from tawatur.claim.retold import in_short
from tawatur.claim.who.parties_of_time import with_parties_of_time
from tawatur.lang.pack import Pack
from tawatur.mark.all import mark_text
from tawatur.mark.parties import mark_parties
from tawatur.model.claim import Claim, Reading
from tawatur.model.errors import Problem
from tawatur.model.mark import Marks
from tawatur.model.text import Report

BODY: Final = "body"
TITLE: Final = "title"


def read_report(report: Report, pack: Pack, *, as_of: date | None) -> Reading:
    """The claims of a report under a pack, with the hints at its own day. Pure.

    A report in another language than the pack's is kept unread, and a problem says so. A title makes claims only of
    what the text does not tell.
    """
    if report.language not in (None, pack.language):
        return Reading(report.id, pack.version, (), (), None, (_unread(report, pack),))
    body, *titles = texts_to_read(report, pack, as_of=as_of)
    claims = build_claims(body.chars, body.marks, body.source)
    for title in titles:
        claims += _new(claims, build_claims(title.chars, title.marks, title.source))
    claims = tuple(with_parties_of_time(claim, pack, body.source.day) for claim in claims)
    hints, credit = find_hints(body.chars, body.marks), find_credit(body.chars, body.marks)
    return Reading(report.id, pack.version, claims, hints, credit, ())


@dataclass(frozen=True, slots=True)
class TextToRead:
    """A text of a report with its marks and what it belongs to."""

    chars: str
    marks: Marks
    source: Source


def texts_to_read(report: Report, pack: Pack, *, as_of: date | None) -> Iterator[TextToRead]:
    """The body of a report, then its title where it has one, each marked under a pack."""
    day = (report.published, report.published) if report.published else None
    title = report.title.chars if report.title else None
    body = Source(report.id, BODY, day, as_of, pack.version, weights_of(pack), _outlet(report, pack))
    yield TextToRead(report.text.chars, mark_text(report.text.chars, pack, title=title, outlet=report.outlet), body)
    if title and title.strip():
        yield TextToRead(title, mark_text(title, pack, outlet=report.outlet), replace(body, where=TITLE))


def _outlet(report: Report, pack: Pack) -> frozenset[str]:
    """The ids of the report's outlet; empty where no registry holds it."""
    return _ids_of(report.outlet, pack) if report.outlet else frozenset()


@lru_cache(maxsize=1 << 10)
def _ids_of(outlet: str, pack: Pack) -> frozenset[str]:
    """The ids of the parties that an outlet's name names; few outlets publish most reports."""
    return frozenset(mark.party.id for mark in mark_parties(pack.page(outlet), pack) if mark.party.id)


def _new(told: tuple[Claim, ...], title: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims of a title that the text does not tell."""
    return tuple(claim for claim in title if not in_short(claim, told))


def _unread(report: Report, pack: Pack) -> Problem:
    return Problem(
        report.given_ref,
        "mark",
        f"the report is in {report.language!r}, which this version does not read; it is kept",
        f"give it with --language {pack.language} if that is wrong",
    )
