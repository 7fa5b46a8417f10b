"""Disputes about time: how long something lasted, and which day a report is of."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import product

from tawatur.model.claim import Claim
from tawatur.model.event import Dispute
from tawatur.model.time import TimeSaid
from tawatur.record.context import Context
from tawatur.record.dating.beginnings import counted, stated
from tawatur.record.item import Item
from tawatur.record.words import Said, named, plain


def duration_mismatches(items: Sequence[Item], context: Context) -> Iterator[Dispute]:
    """Claims of a lasting state whose count of days leads to another beginning than a stated day."""
    lasting = [item.claim for item in items if item.family in context.rules.lasting]
    leads_to = [b for claim in lasting for b in counted(claim, _told_on(claim, context))]
    named_days = [
        b for claim in lasting for b in stated(claim, context.days[claim.report], context.as_of[claim.report])
    ]
    apart = [(abs((a.day - b.day).days), a, b) for a, b in product(leads_to, named_days)]
    far = [row for row in apart if row[0] > row[1].slack]
    if far:
        rest, a, b = max(far, key=lambda row: (row[0], row[1].claim.id, row[2].claim.id))
        text = context.words.say(
            "dispute", "duration_mismatch", a=context.claimant(a.claim), x=context.words.day(a.day),
            b=context.claimant(b.claim), y=context.words.day(b.day), rest=plain(rest),
        )  # fmt: skip
        ids = tuple(sorted({beginning.claim.id for _, *pair in far for beginning in pair}))
        yield Dispute("duration_mismatch", "date.start", ids, text.ar, text.en)


def _told_on(claim: Claim, context: Context) -> tuple[date, date] | None:
    """The day on which somebody said what a claim has of him, else that of the report; None where unknown."""
    own = context.days[claim.report]
    spoken = context.spoken.get(claim.id)
    if spoken is not None:
        return spoken
    return None if own.start is None or own.end is None else (own.start, own.end)


def two_datelines(items: Sequence[Item], context: Context) -> Iterator[Dispute]:
    """A report that bears two dates for its own day, or calls two weekdays today."""
    for report in sorted({item.claim.report for item in items}):
        own = [item.claim for item in items if item.claim.report == report]
        if report in context.datelines:
            x, y = (context.words.day(day) for day in context.datelines[report])
            yield _of_report("two_datelines", report, own, x, y, context)
        if report in context.todays:
            first, second = context.todays[report]
            told = [claim for claim in own if {first, second} & set(map(_today, claim.times))]
            if told:
                x, y = (_weekday(day, report, context) for day in (first, second))
                yield _of_report("two_todays", report, told, x, y, context)


def _of_report(key: str, report: str, claims: Sequence[Claim], x: Said, y: Said, context: Context) -> Dispute:
    text = context.words.say("dispute", key, a=context.where(report), x=x, y=y)
    return Dispute("two_datelines", "date", tuple(sorted(claim.id for claim in claims)), text.ar, text.en)


def _today(said: TimeSaid) -> int | None:
    """The weekday that a time calls today, by way of yesterday as well; None where it calls none so."""
    if said.form != "offset" or said.unit != "day" or said.weekday is None or said.offset is None:
        return None
    return (said.weekday - said.offset) % 7


def _weekday(day: int, report: str, context: Context) -> Said:
    """A weekday by name, with its date where the report's own day is known."""
    own = context.days[report].start
    if own is None:
        return named("weekday", str(day))
    back = timedelta(days=(own.weekday() - day) % 7)
    return context.words.say("day", "named", weekday=named("weekday", str(day)), day=context.words.day(own - back))
