"""The one place where times as written are asked which days they mean."""

from datetime import date

from tawatur.claim.when import resolve
from tawatur.model.claim import Claim, ClaimDate
from tawatur.model.time import ReportDay, TimeMeant, TimeSaid

Days = tuple[date, date]
UNKNOWN = "unknown"


def meant(said: TimeSaid, *, day: Days | None, as_of: date | None) -> TimeMeant:
    """The days that ``said`` means in a report of that day or span of days."""
    return resolve(said, day=day, as_of=as_of)


def claim_date(claim: Claim, day: ReportDay, as_of: date | None) -> ClaimDate:
    """The days of a claim's happening, once its report's own day is settled.

    Of several times the narrowest counts, of equals the first. News without a time is of its report's day; something
    recalled without one, or with a time that cannot be resolved, stays unknown.
    """
    own = (day.start, day.end) if day.start is not None and day.end is not None else None
    found = [_since(said, meant(said, day=own, as_of=as_of), own) for said in claim.times]
    known = [time for time in found if time.start is not None and time.end is not None]
    if known:
        return _dated(claim, min(known, key=_width))
    if found:
        return _dated(claim, TimeMeant(None, None, UNKNOWN, found[0].why))
    if own is None or claim.told_as == "background":
        why = "no time is said, and it is recalled" if own is not None else "no day is said, and its report has none"
        return _dated(claim, TimeMeant(None, None, UNKNOWN, why))
    return _dated(claim, TimeMeant(*own, "day" if own[0] == own[1] else "span", f"no time is said: {day.why}"))


def _since(said: TimeSaid, time: TimeMeant, own: Days | None) -> TimeMeant:
    """What goes on since a day lasts until its report; other times as they are."""
    if said.bound != "since" or time.start is None or own is None or time.start >= own[1]:
        return time
    return TimeMeant(time.start, own[1], "span", f"{time.why}; since then")


def _width(time: TimeMeant) -> int:
    return (time.end - time.start).days if time.start is not None and time.end is not None else 0


def _dated(claim: Claim, time: TimeMeant) -> ClaimDate:
    said = claim.date
    return ClaimDate(time.start, time.end, time.precision, said.kind, said.said, time.why)
