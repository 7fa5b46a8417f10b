"""The one place where times as written are asked which days they mean."""

from dataclasses import replace
from datetime import date

from tawatur.claim.times.dated import resolve_claim
from tawatur.claim.times.when import resolve
from tawatur.model.claim import Claim, ClaimDate
from tawatur.model.time import ReportDay, TimeMeant, TimeSaid

Days = tuple[date, date]


def meant(said: TimeSaid, *, day: Days | None, as_of: date | None) -> TimeMeant:
    """The days that ``said`` means in a report of that day or span of days."""
    return resolve(said, day=day, as_of=as_of)


def claim_date(claim: Claim, day: ReportDay, as_of: date | None) -> ClaimDate:
    """The days of a claim's happening, once its report's own day is settled.

    What goes on "since" a day lasts until its report: its date is the whole span.
    """
    found = resolve_claim(claim, day, as_of)
    if found.start is None or day.start is None or day.end is None or found.start >= day.end:
        return found
    own = (day.start, day.end)
    began = {meant(said, day=own, as_of=as_of).start for said in claim.times if said.bound == "since"}
    if found.start not in began:
        return found
    return replace(found, end=day.end, precision="span", why=f"{found.why}; it has gone on since then")
