"""Which figures are of a period, not of one happening: "since the start of the year", "over the past two months".

A page of statistics says its period once; the sentences that go on with it ("these attacks …", the items of a list)
give figures of the same period.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from tawatur.claim.harm.figure import Figure
from tawatur.claim.scope import Scope, before
from tawatur.model.mark import TimeMark
from tawatur.model.time import TimeSaid

_LONG: Final = ("week", "month", "year", "decade", "century")
_STRETCHES: Final = ("month", "year", "season")
_DAYS: Final = 3
"""Days from which on a duration is a period: "the past 48 hours" are still one story."""
_TOUCH: Final = 6
_RISES: Final = "rises"
_ITEMS: Final = ("-", "\u2013", "\u2022")


class PeriodTold(NamedTuple):
    """The period that sentences hand on, and the time that says it; None and none where they tell of no period."""

    kind: str | None = None
    times: tuple[TimeMark, ...] = ()


NO_PERIOD: Final = PeriodTold()
"""What the first sentence goes on with."""


class Timed(NamedTuple):
    """The times of one happening and the period that they say; None where a day is said or nothing is."""

    times: tuple[TimeMark, ...]
    period: str | None


def timed(scope: Scope, times: tuple[TimeMark, ...], told: PeriodTold) -> Timed:
    """The ``times`` of a happening, else the one of the period that its sentence goes on with, and its period."""
    times = times or (told.times if told.kind and goes_on(scope) else ())
    return Timed(times, period_of(scope, times, told))


def period_of(scope: Scope, times: Sequence[TimeMark], told: PeriodTold) -> str | None:
    """The period that the times of one happening say: since, campaign, or None where a day is said or nothing is.

    ``told`` is the period of the sentence, which counts where the happening has no time of its own.
    """
    if any(_is_day(mark.said) for mark in times) or any(cue.value == _RISES for cue in scope.cues):
        return None  # a toll that rises stands beside that of the day
    found = next((period for mark in times if (period := _stretch(scope, mark))), None)
    return found or (told.kind if goes_on(scope) else None)


def period_told(scope: Scope, before_it: PeriodTold) -> PeriodTold:
    """The period that a sentence hands to those that go on with it; ``before_it`` is that of the sentence before."""
    own = next((PeriodTold(kind, (mark,)) for mark in scope.times if (kind := _stretch(scope, mark))), None)
    if own or any(cue.value is None for cue in scope.cues_of("running_total")):
        return own or PeriodTold("since")
    return before_it if goes_on(scope) else NO_PERIOD


def _is_day(said: TimeSaid) -> bool:
    """Whether a time is one day or part of one."""
    if said.until is not None:
        return False
    if said.form == "offset":
        return said.unit in ("day", "hour", "minute") and said.bound is None
    return said.bound is None and (said.form in ("weekday", "now", "clock") or (said.form == "date" and bool(said.day)))


def _stretch(scope: Scope, mark: TimeMark) -> str | None:
    """The period that one time says; a month or year is one only where something lasts "since" or "over" it."""
    said = mark.said
    if said.until is not None and said.bound is None:
        return "campaign" if said.form in _STRETCHES and said.until.form in _STRETCHES else None
    if said.bound == "since" and said.form == "date" and said.unit == "day":
        return None  # "since this morning, 12 May" is of that day
    if said.bound == "since":
        return "since" if said.form in (*_STRETCHES, "date", "feast") or said.unit in _LONG else None
    if said.form == "duration" and said.anchor is None:
        return "campaign" if said.unit in _LONG or (said.unit == "day" and _lasts(said)) else None
    coarse = said.form in _STRETCHES or (said.form == "offset" and said.unit in _LONG)
    during = [cue for cue in scope.cues_of("cause") if cue.value == "because"]  # "during" is among them
    return "campaign" if coarse and before(during, mark.span.start, _TOUCH) else None


def _lasts(said: TimeSaid) -> bool:
    return said.offset is None or abs(said.offset) >= _DAYS


def goes_on(scope: Scope) -> bool:
    """Whether a sentence goes on with the period of the one before: an item of a list, or "these attacks"."""
    start = scope.span.start
    if scope.between(*scope.span).lstrip().startswith(_ITEMS):
        return True
    return any(cue.span.start - start <= _TOUCH for cue in scope.cues_of("of_period"))


def of_period(figures: Sequence[Figure], period: str | None) -> tuple[Figure, ...]:
    """``figures`` with those of one happening given the period; None changes nothing."""
    if period is None:
        return tuple(figures)
    return tuple(
        replace(one, count=replace(one.count, period=period)) if one.count.period == "incident" else one
        for one in figures
    )
