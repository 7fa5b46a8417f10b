"""The times of a text with the days that they mean: what ``tawatur times`` answers."""

from dataclasses import replace
from datetime import date, datetime
from typing import TypedDict

from tawatur.claim.times.anchors import with_bases
from tawatur.claim.times.when import resolve
from tawatur.lang.pack import Pack
from tawatur.lang.schema import MetaFile
from tawatur.mark.times import WEEKDAYS, mark_times
from tawatur.model.errors import InputError
from tawatur.model.mark import TimeMark
from tawatur.model.time import TimeSaid

TimeAnswer = TypedDict(
    "TimeAnswer",
    {"start": int, "end": int, "text": str, "from": str | None, "to": str | None, "precision": str, "why": str},
)
"""One time: code points ``start`` to ``end``, ISO days ``from`` and ``to`` (included), null where they stay unknown."""


def answer_times(
    text: str, reference: str | None, pack: Pack, *, week_starts: int | None = None
) -> tuple[TimeAnswer, ...]:
    """The times of ``text`` in text order, resolved as if it were written on ``reference``.

    ``week_starts`` is the weekday on which weeks start, Monday being 0; None leaves it to the pack.

    Raises:
        InputError: ``reference`` is neither an ISO date nor an ISO time, nor None.
    """
    day = None if reference is None else _reference(reference)
    marks = [_on(mark, day) for mark in with_bases(mark_times(pack.page(text), pack))]
    starts = _week_starts(pack) if week_starts is None else week_starts
    return tuple(_answer(mark, text, day, starts) for mark in marks)


def _on(mark: TimeMark, day: date | None) -> TimeMark:
    """``mark`` counted from the asked day, where it counts from an earlier time and the text has none.

    Who asks about "the next day" on a day means the one after it; a report's own day is no such base.
    """
    if day is None or mark.said.anchor != "text" or mark.said.base is not None:
        return mark
    base = TimeSaid(form="date", year=day.year, month=day.month, day=day.day)
    return replace(mark, said=replace(mark.said, base=base, ahead=True))


def _reference(reference: str) -> date:
    try:
        return datetime.fromisoformat(reference).date()
    except ValueError as error:
        raise InputError(
            f"reference: {reference!r} is no ISO date or time; write it like 2021-07-29 or 2021-07-29T14:00"
        ) from error


def _week_starts(pack: Pack) -> int:
    """The weekday on which the pack's weeks start, Monday being 0."""
    meta = pack.files["pack"]
    return WEEKDAYS.index(meta.week_starts[:3]) if isinstance(meta, MetaFile) else WEEKDAYS.index("mon")


def _answer(mark: TimeMark, text: str, day: date | None, week_starts: int) -> TimeAnswer:
    meant = resolve(mark.said, day=(day, day) if day else None, week_starts=week_starts, widen=False)
    return {
        "start": mark.span.start,
        "end": mark.span.end,
        "text": text[mark.span.start : mark.span.end],
        "from": meant.start.isoformat() if meant.start else None,
        "to": meant.end.isoformat() if meant.end else None,
        "precision": meant.precision,
        "why": meant.why,
    }
