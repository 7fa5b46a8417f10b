"""The days on which a report can have been written, from the age of a siege that it tells of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tawatur.claim.times.calendar import day_of
from tawatur.model.claim import Reading
from tawatur.model.time import TimeSaid
from tawatur.record.dating.anchors import Anchors, lasting_claims, place_keys_of
from tawatur.record.dating.beginnings import ages, names_a_day, told_when
from tawatur.record.dating.days import OwnDay
from tawatur.record.item import Item
from tawatur.record.rules import Rules

YEARS: Final = 40
"""Years from which on an age says nothing of a report's day."""


@dataclass(frozen=True, slots=True)
class Window:
    """The first and the last day on which a report can have been written, and ``why`` in words."""

    first: date
    last: date
    why: str


def window_by_age(own: OwnDay, reading: Reading, anchors: Anchors, rules: Rules) -> Window | None:
    """The days that the age of a lasting state leaves to a report; None where its beginning or age is unknown.

    The report names the beginning, with or without a year; a report with a day of its own names it too and gives the
    year. Then "more than two months" or "for 75 days" say when the report was written. None as well where the report
    names two beginnings, or where what it says fits no day.
    """
    lasting = lasting_claims(reading, own.day, rules)
    began = {found for _, item in lasting for found in _began(item, anchors)}
    if len({day for day, _ in began}) != 1:
        return None
    day = min(began)[0]
    told = [said for claim, _ in lasting for said in ages(claim)]
    window = _common([span for said in told if (span := told_when(day, said)) is not None])
    if window is None or window[1] <= day or (window[1] - day).days > 366 * YEARS:
        return None
    refs = ", ".join(sorted({ref for _, ref in began if ref}))
    counted = " and ".join(sorted({_in_words(said) for said in told}))
    since = f"what it tells of began on {day}" + (f", as {refs} says" if refs else "")
    return Window(max(window[0], day + timedelta(days=1)), window[1], f"{since}, and had lasted {counted}")


def _began(item: Item, anchors: Anchors) -> Iterator[tuple[date, str]]:
    """The day on which the state of a claim began: written in full, or the one of dated reports that fits its words."""
    for said in item.claim.times:
        if not names_a_day(said) or said.day is None or said.month is None or item.claim.phase == "lifted":
            continue
        if said.year is not None:
            if (full := day_of(said.year, said.month, said.day, said.calendar)) is not None:
                yield full, ""
            continue
        for key in place_keys_of(item):
            yield from (found for found in anchors.began.get(key, ()) if _is(said, found[0]))


def _is(said: TimeSaid, day: date) -> bool:
    return (said.month, said.day) == (day.month, day.day) and said.calendar == "gregorian"


def _common(spans: Sequence[tuple[date, date]]) -> tuple[date, date] | None:
    """What several spans have in common, None where that is nothing."""
    if not spans:
        return None
    first, last = max(span[0] for span in spans), min(span[1] for span in spans)
    return (first, last) if first <= last else None


def _in_words(said: TimeSaid) -> str:
    about = f"{said.about.replace('_', ' ')} " if said.about else ""
    many = abs(said.offset or 0)
    return f"{about}{many} {said.unit}{'' if many == 1 else 's'}"
