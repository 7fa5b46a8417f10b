"""Which of a claim's times dates it, and what that makes of the claim's date."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from tawatur.claim.times.calendar import Days
from tawatur.claim.times.when import resolve
from tawatur.model.claim import Claim, ClaimDate
from tawatur.model.time import ReportDay, TimeMeant, TimeSaid

_EXACTNESS: Final = ("date", "offset", "weekday", "clock", "now", "month", "season", "year", "duration")
"""Forms from the most exact on; an offset in weeks or more stands with the months."""
_COARSE: Final = frozenset({"week", "month", "year"})
NOT_SAID: Final = "news without a time word is of the publication day"


def date_of(
    times: Sequence[TimeSaid],
    quotes: Sequence[str],
    *,
    day: Days | None,
    as_of: date | None,
    told_as: str,
) -> ClaimDate:
    """The date of a claim told with ``times`` (their ``quotes`` beside them) in a report of ``day``.

    The most exact time that can be resolved counts, the first among equals; ``why`` names those that agree or
    disagree with it. Without a time, or with none but "until …", news is of the report's own day; what is recalled
    stays unknown.
    """
    known = [(said, resolve(said, day=day, as_of=as_of), quote) for said, quote in zip(times, quotes, strict=True)]
    dating = sorted((row for row in known if _dates(row[0])), key=lambda row: _rank(row[0]))
    best = next((row for row in dating if row[1].start is not None), None)
    if best is not None:
        why = best[1].why + "".join(_beside(best[1], row) for row in known if row is not best)
        return _dated(best[1], best[2], why)
    if dating:
        return _dated(dating[0][1], dating[0][2], dating[0][1].why)
    return _untold(day, told_as)


def resolve_claim(claim: Claim, day: ReportDay, as_of: date | None) -> ClaimDate:
    """The date of ``claim`` once its report's day is known; what it was ``said`` with and its ``kind`` stay."""
    own = (day.start, day.end) if day.start is not None and day.end is not None else None
    quotes = [f"time {number}" for number, _ in enumerate(claim.times, start=1)]
    found = date_of(claim.times, quotes, day=own, as_of=as_of, told_as=claim.told_as)
    return replace(found, said=claim.date.said, kind=claim.date.kind)


def _dates(said: TimeSaid) -> bool:
    """Whether a time says when, and not until when or for how long."""
    return said.bound != "until" and not (said.form == "duration" and said.anchor is not None)


def _rank(said: TimeSaid) -> tuple[int, bool]:
    """The smaller, the more exact; a time with its year before one without."""
    vague = said.unit in _COARSE or (said.unit == "day" and said.offset is None)  # "days ago" is none of them
    form = "month" if said.form == "offset" and vague else said.form
    place = _EXACTNESS.index(form) if form in _EXACTNESS else len(_EXACTNESS)
    return place, said.year is None


def _beside(best: TimeMeant, row: tuple[TimeSaid, TimeMeant, str]) -> str:
    """What another time of the claim says to the chosen one."""
    said, meant, quote = row
    if best.start is None or best.end is None or meant.start is None or meant.end is None or said.bound is not None:
        return ""
    agree = meant.start <= best.end and best.start <= meant.end
    return f"; {quote} {'agrees' if agree else f'disagrees ({meant.start} to {meant.end})'}"


def _untold(day: Days | None, told_as: str) -> ClaimDate:
    if told_as != "news":
        return ClaimDate(None, None, "unknown", "occurred", None, "an earlier happening is recalled without a time")
    if day is None:
        return ClaimDate(None, None, "unknown", "occurred", None, f"{NOT_SAID}, which is unknown")
    return ClaimDate(day[0], day[1], "day" if day[0] == day[1] else "span", "occurred", None, NOT_SAID)


def _dated(meant: TimeMeant, quote: str, why: str) -> ClaimDate:
    return ClaimDate(meant.start, meant.end, meant.precision, "occurred", quote, why)
