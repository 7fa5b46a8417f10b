"""Disputes about how long: a stated duration that leads back to another day than a stated beginning."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import product
from typing import Final, NamedTuple

from tawatur.model.claim import Claim
from tawatur.model.event import Dispute
from tawatur.model.time import TimeSaid
from tawatur.record.context import Context
from tawatur.record.item import Item
from tawatur.record.told_days import meant
from tawatur.record.words import plain

DAYS_OF: Final = {"day": 1, "week": 7}
"""Units in which people count exactly; whoever says "two months" has given no day."""
LONG: Final = 7
"""Days back from which on the day that is told of something lasting is that of its beginning."""
TOLERANCE: Final = 2
"""Days by which a count may miss: whether the first and the last day are counted is nobody's rule."""


class Beginning(NamedTuple):
    """The first day of a lasting state as one claim has it."""

    day: date
    claim: Claim


def duration_mismatches(items: Sequence[Item], context: Context) -> Iterator[Dispute]:
    """Claims of a lasting state whose count of days leads to another beginning than a stated day."""
    lasting = [item.claim for item in items if item.family in context.rules.lasting]
    counted = [b for claim in lasting for said in claim.times for b in _counted(claim, said, context)]
    stated = [b for claim in lasting for said in claim.times for b in _stated(claim, said, context)]
    apart = [(abs((a.day - b.day).days), a, b) for a, b in product(counted, stated)]
    far = [row for row in apart if row[0] > _tolerance(row[1])]
    if far:
        rest, a, b = max(far, key=lambda row: (row[0], row[1].claim.id, row[2].claim.id))
        text = context.words.say(
            "dispute", "duration_mismatch", a=context.claimant(a.claim), x=context.words.day(a.day),
            b=context.claimant(b.claim), y=context.words.day(b.day), rest=plain(rest),
        )  # fmt: skip
        ids = tuple(sorted({beginning.claim.id for _, *pair in far for beginning in pair}))
        yield Dispute("duration_mismatch", "date.start", ids, text.ar, text.en)


def _counted(claim: Claim, said: TimeSaid, context: Context) -> Iterator[Beginning]:
    """The day to which "since 75 days" leads back from the report's own day, where that is one day."""
    own = context.days[claim.report]
    if own.start is None or own.start != own.end or said.offset is None or said.unit not in DAYS_OF:
        return
    if said.about is not None or said.anchor is not None:  # "more than 70 days" names no day
        return
    if said.form == "duration" or (said.form == "offset" and said.bound == "since"):
        yield Beginning(own.start - timedelta(days=abs(said.offset) * DAYS_OF[said.unit]), claim)


def _stated(claim: Claim, said: TimeSaid, context: Context) -> Iterator[Beginning]:
    """The day that a claim names as the beginning: "since 25 June"."""
    own = context.days[claim.report]
    if said.form != "date" or said.day is None or said.bound == "until" or said.until is not None:
        return
    day = None if own.start is None or own.end is None else (own.start, own.end)
    start = meant(said, day=day, as_of=context.as_of).start
    if start is None or claim.phase in ("tightened", "lifted"):
        return
    long_ago = own.start is not None and (own.start - start).days > LONG
    if said.bound == "since" or claim.phase == "imposed" or long_ago:
        yield Beginning(start, claim)


def _tolerance(counted: Beginning) -> int:
    """Days by which this count may miss without a mismatch: a count of weeks may miss by half of one more."""
    weeks = any(said.unit == "week" for said in counted.claim.times if said.offset is not None)
    return TOLERANCE + 4 if weeks else TOLERANCE
