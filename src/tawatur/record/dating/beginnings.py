"""When a lasting state began, as claims have it: by a day that they name, or by how long they say it has lasted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from tawatur.claim.times.calendar import shifted
from tawatur.lang.vocabulary import claim_type
from tawatur.model.claim import Claim, ClaimDate
from tawatur.model.time import ReportDay, TimeSaid
from tawatur.record.dating.told_days import meant
from tawatur.record.rules import Rules

SLACK: Final = {"day": 2, "week": 4, "month": 7, "year": 60}
"""Days by which a count of such units may miss: whether the first day counts is nobody's rule, and people round."""
LONG: Final = 7
"""Days back from which on the day that is told of something lasting is that of its beginning."""

NEAR: Final = 400
"""Characters after the beginning of a statement within which it goes on."""

Days = tuple[date, date]


class Beginning(NamedTuple):
    """The first day of a lasting state as one claim has it, and the days by which it may miss."""

    day: date
    claim: Claim
    slack: int = 0


def stated(claim: Claim, own: ReportDay, as_of: date | None) -> Iterator[Beginning]:
    """The days that a claim names as the beginning: "since 25 June"."""
    if claim.phase in ("tightened", "lifted"):
        return
    day = None if own.start is None or own.end is None else (own.start, own.end)
    for said in claim.times:
        if not names_a_day(said):
            continue
        start = meant(said, day=day, as_of=as_of).start
        if start is None:
            continue
        long_ago = own.start is not None and (own.start - start).days > LONG
        if said.bound == "since" or claim.phase == "imposed" or long_ago:
            yield Beginning(start, claim)


def names_a_day(said: TimeSaid) -> bool:
    """Whether a time names a day and its month, and nothing that ends there."""
    return said.form == "date" and said.day is not None and said.bound != "until" and said.until is None


def ages(claim: Claim) -> tuple[TimeSaid, ...]:
    """The times that say how long the state of a claim has lasted: "for 75 days", "which lasted two months"."""
    return tuple(said for said in claim.times if _is_age(said))


def _is_age(said: TimeSaid) -> bool:
    if said.unit not in SLACK or not said.offset:
        return False
    lasted = said.form == "duration" and (said.anchor is not None or said.bound == "since")
    return lasted or (said.form == "offset" and said.bound == "since" and said.anchor is None and said.offset < 0)


def counted(claim: Claim, told_on: Days | None) -> Iterator[Beginning]:
    """The days to which "for 75 days" leads back from the day on which it was said; none where that is not one day."""
    if told_on is None or told_on[0] != told_on[1]:
        return
    for said in ages(claim):
        if said.unit in ("day", "week") and said.about is None and said.offset:  # "more than 70 days" names no day
            days = abs(said.offset) * (7 if said.unit == "week" else 1)
            yield Beginning(told_on[0] - timedelta(days=days), claim, SLACK[said.unit])


def told_when(began: date, age: TimeSaid) -> Days | None:
    """The first and last day on which something that ``began`` then can be said to be of that ``age``."""
    unit, count = age.unit or "day", abs(age.offset or 0)
    exact = shifted(began, count, unit)
    if exact is None or unit not in SLACK:
        return None
    if age.about in ("more_than", "less_than"):
        other = shifted(began, count + (1 if age.about == "more_than" else -1), unit)
        return None if other is None else (min(exact, other), max(exact, other))
    slack = timedelta(days=SLACK[unit])
    return exact - slack, exact + slack


def spoken_on(claims: Iterable[Claim], dates: Mapping[str, ClaimDate], rules: Rules) -> dict[str, Days]:
    """The days on which a claim's own speaker said how long something has lasted, by claim id.

    A statement of that speaker stands before it in the same report, with a day of its own: "On Friday … appealed".
    """
    of_report: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        of_report[claim.report].append(claim)
    found: dict[str, Days] = {}
    for told in of_report.values():
        aged = [claim for claim in told if claim_type(claim.type).family in rules.lasting and ages(claim)]
        for claim in aged:
            said = [other for other in told if _says(other, claim) and dates[other.id].said is not None]
            last = max(said, key=lambda other: (other.clause.start, other.id), default=None)
            if last is not None and (days := dates[last.id]).start is not None and days.end is not None:
                found[claim.id] = (days.start, days.end)
    return found


def _says(statement: Claim, claim: Claim) -> bool:
    """Whether a statement is that of the claim's nearest speaker, and the claim what follows on it."""
    if statement.type != "statement" or statement.where != claim.where or not claim.attribution.chain:
        return False
    near = 0 <= claim.clause.start - statement.clause.start <= NEAR
    return near and statement.attribution.chain[:1] == claim.attribution.chain[:1]
