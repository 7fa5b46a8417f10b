"""What a time counts from that counts from an earlier one: "a month after that", "the same day"."""

from bisect import bisect_right
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tawatur.model.mark import Region, TimeMark
from tawatur.model.time import TimeSaid

MOST_BACK: Final = 12
"""How many times back a base is looked for."""
LONGEST_CHAIN: Final = 4
"""Times that count from one another, at most: told so, a reader loses the thread too."""
_GRAINS: Final = ("day", "week", "month", "year")
_FORMS: Final = {"date": "day", "weekday": "day", "feast": "day", "weekend": "day", "month": "month", "season": "month"}
_FINE: Final = ("minute", "hour")
_TOLD: Final = ("body", "title", "heading", "embed")


def with_bases(times: Sequence[TimeMark], regions: Sequence[Region] = ()) -> tuple[TimeMark, ...]:
    """``times`` with the ``base`` of each that counts from an earlier time, where one stands before it.

    It is the nearest that is no coarser than what is counted: no day follows on a month. "Today", the times of
    datelines and of page furniture are none: they are the report's own. Where ``regions`` are given, a base stands in
    a told region of the same kind.
    """
    if not any(_counts_on(mark.said) for mark in times):
        return tuple(times)
    starts = [region.span.start for region in regions]
    linked: list[TimeMark] = []
    known: deque[tuple[TimeMark, str | None]] = deque(maxlen=MOST_BACK)
    for mark in times:
        kind = regions[bisect_right(starts, mark.span.start) - 1].kind if starts else None
        new = _linked(mark, [one for one, where in known if where == kind]) if _counts_on(mark.said) else mark
        linked.append(new)
        if _grain(new.said) is not None and (kind is None or kind in _TOLD):
            known.appendleft((new, kind))
    return tuple(linked)


def _counts_on(said: TimeSaid) -> bool:
    return said.anchor == "text" and said.base is None


def _linked(mark: TimeMark, earlier: Sequence[TimeMark]) -> TimeMark:
    """``mark`` with the first base that fits among the times before it, the nearest first."""
    wanted = _GRAINS.index(mark.said.unit) if mark.said.unit in _GRAINS else 0
    for other in earlier:
        grain = _grain(other.said)
        if grain is not None and grain <= wanted and _chained(other.said) < LONGEST_CHAIN:
            return replace(mark, said=replace(mark.said, base=other.said))
    return mark


def _grain(said: TimeSaid) -> int | None:
    """How coarse a time is, the smaller the finer; None where nothing can be counted from it."""
    if said.anchor is not None and said.base is None:
        return None
    if said.form == "offset":
        known = said.offset is not None and said.about is None
        today = said.offset == 0 and said.unit == "day" and said.anchor is None and said.weekday is None
        unit = "day" if said.unit in _FINE else said.unit
        return _GRAINS.index(unit) if known and not today and unit in _GRAINS else None
    if said.slice in ("day", "weekday", "week"):
        return _GRAINS.index("week") if said.slice == "week" else 0
    grain = "year" if said.form == "year" else _FORMS.get(said.form)
    return _GRAINS.index(grain) if grain is not None else None


def _chained(said: TimeSaid) -> int:
    """How many bases stand behind a time."""
    count = 0
    while said.base is not None:
        count, said = count + 1, said.base
    return count
