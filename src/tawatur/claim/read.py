"""One report read whole: marks, then claims, then what it tells of its own day and origin."""

from datetime import date
from typing import Final

from tawatur.claim.build import Source, build_claims
from tawatur.claim.hints import find_credit, find_hints
from tawatur.claim.parties_of_time import with_parties_of_time
from tawatur.claim.telling import weights_of
from tawatur.lang.pack import Pack
from tawatur.lang.vocabulary import claim_type
from tawatur.mark.all import mark_text
from tawatur.model.claim import Claim, Reading
from tawatur.model.errors import Problem
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
    day = (report.published, report.published) if report.published else None
    chars = report.text.chars
    marks = mark_text(chars, pack, title=report.title.chars if report.title else None)
    weights = weights_of(pack)
    claims = build_claims(chars, marks, Source(report.id, BODY, day, as_of, pack.version, weights))
    if report.title and report.title.chars.strip():
        title = report.title.chars
        source = Source(report.id, TITLE, day, as_of, pack.version, weights)
        claims += _new(claims, build_claims(title, mark_text(title, pack), source))
    claims = tuple(with_parties_of_time(claim, pack, day) for claim in claims)
    return Reading(report.id, pack.version, claims, find_hints(chars, marks), find_credit(chars, marks), ())


def _new(told: tuple[Claim, ...], title: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims of a title whose family of types the text does not tell."""
    families = {claim_type(claim.type).family for claim in told}
    return tuple(claim for claim in title if claim_type(claim.type).family not in families)


def _unread(report: Report, pack: Pack) -> Problem:
    return Problem(
        report.given_ref,
        "mark",
        f"the report is in {report.language!r}, which this version does not read; it is kept",
        f"give it with --language {pack.language} if that is wrong",
    )
