"""Recalled by its day: what lies before the news that its report has told already is no news itself."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from tawatur.claim.times.calendar import Days
from tawatur.model.claim import Claim, ClaimDate
from tawatur.model.mark import CueMark
from tawatur.model.time import TimeSaid

RULE: Final = "claim#older-than-the-news"
OLD_DAYS: Final = 10
"""Days before its report from which on a happening is background, whatever is told beside it."""

_NEWS_DAYS: Final = 1
_OLDER: Final = 2
"""Days between the news and a happening from which on it is recalled."""

_IN_ORDER: Final = ("happened", "earlier", "follows", "after")
_HABIT: Final = "habit"
_ORDERING: Final = ("had", "past", "moment")
"""Kinds of cues that say, whatever their value, that one thing came before another."""
_NEVER: Final = ("statement", "agreement", "ceasefire", "siege")


def news_after_all(cue: CueMark, times: Sequence[TimeSaid], when: ClaimDate, day: Days | None) -> bool:
    """Whether "had happened" goes with the report's own day or the one before: it says the order of two news.

    What is said to happen again and again happened on a day all the same, where that is today or yesterday.
    """
    if cue.value == _HABIT:
        return any(map(_is_of_now, times))
    if (cue.value not in _IN_ORDER and cue.kind not in _ORDERING) or when.said is None:
        return False
    if any(map(_is_of_now, times)):
        return True
    return day is not None and when.end is not None and 0 <= (day[0] - when.end).days <= _NEWS_DAYS


def told_as_of(
    cue: CueMark | None, times: Sequence[TimeSaid], when: ClaimDate, *, day: Days | None, period: str | None
) -> str:
    """Whether a happening is told as news or as background, by the ``cue`` that recalls it (None: none does) and its days.

    What lies well before the report is background, cue or no cue; so is what filled a ``period`` of many days.
    """
    if day and when.end and (day[0] - when.end).days > OLD_DAYS:
        return "background"
    if period and when.start and when.end and (when.end - when.start).days > OLD_DAYS:
        return "background"
    return "background" if cue and not news_after_all(cue, times, when, day) else "news"


def with_recalled(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of a text, those that say one earlier day than any told before them as background.

    Where several earlier days are told one by one, the text sums a time up, and each is its news.
    """
    older = dict(_older(claims))
    if len({claim.date.end for claim in older.values()}) != 1:
        return tuple(claims)
    return tuple(_recalled(claim) if number in older else claim for number, claim in enumerate(claims))


def _older(claims: Sequence[Claim]) -> Iterator[tuple[int, Claim]]:
    """The claims of news, by their number, that say in words a day well before the newest told before them."""
    newest: date | None = None
    for number, claim in enumerate(claims):
        if claim.told_as != "news" or claim.status != "asserted" or claim.date.start is None or claim.date.end is None:
            continue
        said = claim.date.said is not None and claim.type not in _NEVER and not any(map(_is_of_now, claim.times))
        if newest is not None and said and (newest - claim.date.end).days >= _OLDER:
            yield number, claim
        else:
            newest = max(newest or claim.date.start, claim.date.start)


def _is_of_now(said: TimeSaid) -> bool:
    """Whether a time is counted from today: "today, Tuesday", "yesterday"."""
    return said.form == "now" or (said.unit == "day" and said.offset in (0, -_NEWS_DAYS))


def _recalled(claim: Claim) -> Claim:
    evidence = tuple(replace(one, rule=RULE) if one.field == "told_as" else one for one in claim.evidence)
    return replace(claim, told_as="background", evidence=evidence)
