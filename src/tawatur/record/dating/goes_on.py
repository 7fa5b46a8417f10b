"""News without a time that goes on about what its report has dated before: "the clashes killed eight" after "on Thursday"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from tawatur.lang.vocabulary import claim_type
from tawatur.model.claim import Claim, ClaimDate
from tawatur.model.text import Report

AGO: Final = 6
"""Days before its report within which a happening is still news."""

ARTICLE: Final = "\u0627\u0644"
"""The Arabic article, in front of its noun."""

CARRIED: Final = "claim#place-carried"
PARAGRAPH: Final = "\n"

Kind = tuple[str, str]


def going_on(
    claims: Sequence[Claim], dates: Mapping[str, ClaimDate], reports: Mapping[str, Report]
) -> dict[str, ClaimDate]:
    """The dates of those claims, by id, that go on about an earlier one of their report: its kind, its place, its day.

    Only where the words point back with the article ("the clashes"), and the report has told that kind at that place
    with one day of the last week before, and with no other; or where they leave the place open as well, and it was
    carried from what the same paragraph tells just before. ``reports`` by id.
    """
    of_report: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: (claim.where, claim.clause.start, claim.id)):
        if claim.status == "asserted" and claim.told_as == "news":
            of_report[claim.report].append(claim)
    return {claim: found for told in of_report.values() for claim, found in _of_report(told, dates, reports)}


def _of_report(
    claims: Sequence[Claim], dates: Mapping[str, ClaimDate], reports: Mapping[str, Report]
) -> Iterator[tuple[str, ClaimDate]]:
    days: defaultdict[Kind, set[date]] = defaultdict(set)
    last: tuple[Claim, date] | None = None
    for claim in claims:
        own = dates[claim.id]
        if own.said is None and last and _leaves_open(claim, own, last, reports[claim.report]):
            why = f"it goes on, place and day left open, about what the report dates to {last[1]}"
            yield claim.id, replace(own, start=last[1], end=last[1], precision="day", why=why)
        elif own.said is None:
            found = {day for kind in _kinds(claim) for day in days[kind] if _is_news(own, day)}
            if len(found) == 1 and _points_back(claim, reports[claim.report]):
                day = found.pop()
                why = f"it goes on about what the report dates to {day}"
                yield claim.id, replace(own, start=day, end=day, precision="day", why=why)
        elif own.start is not None:
            last = (claim, own.start) if own.start == own.end else None
            for kind in _kinds(claim):
                days[kind] |= {own.start, own.end or own.start}


def _leaves_open(claim: Claim, own: ClaimDate, last: tuple[Claim, date], report: Report) -> bool:
    """Whether a claim says neither where nor when, and stands in one paragraph with the one ``last`` dated before it."""
    earlier, day = last
    text = report.title if claim.where == "title" else report.text
    if text is None or earlier.where != claim.where or claim_type(claim.type).family == "statement":
        return False
    between = text.chars[earlier.clause.end : claim.clause.start]
    carried = any(proof.field.startswith("places[") and proof.rule.startswith(CARRIED) for proof in claim.evidence)
    return carried and PARAGRAPH not in between and _is_news(own, day)


def _kinds(claim: Claim) -> Iterator[Kind]:
    """The family of a claim with each place where it happened."""
    family = claim_type(claim.type).family
    yield from ((family, place.id) for place in claim.places if place.role == "scene" and place.id is not None)


def _is_news(own: ClaimDate, day: date) -> bool:
    return own.start is not None and own.start == own.end and 0 <= (own.start - day).days <= AGO


def _points_back(claim: Claim, report: Report) -> bool:
    """Whether the word for the happening bears the article."""
    text = report.title if claim.where == "title" else report.text
    named = next((evidence.span.start for evidence in claim.evidence if evidence.field == "type"), None)
    if text is None or named is None:
        return False
    return ARTICLE in (text.chars[named : named + len(ARTICLE)], text.chars[max(0, named - len(ARTICLE)) : named])
