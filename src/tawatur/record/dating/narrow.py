"""Reports without a day, dated by others that tell the same, and by the age of a siege whose beginning others give."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from tawatur.claim.times.meant import WEEKDAYS
from tawatur.model.claim import Claim, Reading
from tawatur.model.time import ReportDay, TimeSaid
from tawatur.record.dating.anchors import Anchor, Anchors, anchors_of, tie_of
from tawatur.record.dating.beginnings import ages
from tawatur.record.dating.by_age import Window, window_by_age
from tawatur.record.dating.days import OwnDay
from tawatur.record.dating.told_days import claim_date
from tawatur.record.item import Item, item_of
from tawatur.record.rules import Rules, load_rules

ROUNDS: Final = 3
"""Rounds in which reports dated by others date others in turn."""
LATER: Final = 6
"""Days after a happening within which a report that tells of it is looked for."""
MANY: Final = 60
"""Days of like happenings from which on a claim narrows nothing: there is fighting there all the time."""
TELLING: Final = ("weekday", "offset", "now")
"""Forms of time that tie a happening to the day of its report."""
POINTS: Final = {"figure": 3.0, "party": 1.5, "place": 1.0}
"""What a happening that a dated report tells as well says for a day: alike in a figure, a party, or kind and place."""
ENOUGH: Final = 2.5
"""Points that a day needs: one figure, or two happenings of which one has a party in common."""
CLOSE: Final = 0.75
"""Days with at least this share of the best day's points stay possible."""


@dataclass(frozen=True, slots=True)
class _Vote:
    """Points for one day, with the ``refs`` of the reports that give them and the report's own ``words`` for when."""

    points: float
    refs: frozenset[str]
    words: frozenset[str]

    def order(self) -> tuple[float, list[str]]:
        """A key to sort by."""
        return self.points, sorted(self.refs)

    def and_(self, other: "_Vote") -> "_Vote":
        """Both votes together."""
        return _Vote(self.points + other.points, self.refs | other.refs, self.words | other.words)


Votes = Mapping[date, _Vote]


def narrow_days(
    days: Mapping[str, OwnDay], readings: Sequence[Reading], *, refs: Mapping[str, str], as_of: date | None
) -> dict[str, OwnDay]:
    """The days of all reports, those unknown narrowed where claims of dated reports tell the same.

    A day that only two matching reports would put in different weeks stays unknown, and says so.
    """
    settled, rules = dict(days), load_rules()
    open_readings = [reading for reading in readings if _may_be_dated(settled[reading.report], reading)]
    for _ in range(ROUNDS if open_readings else 0):
        own_days = {report: own.day for report, own in settled.items()}
        anchors = anchors_of(own_days, readings, refs=refs, rules=rules, as_of=as_of)
        found = [
            (reading, _narrowed(settled[reading.report], reading, anchors, rules, as_of)) for reading in open_readings
        ]
        dated = {reading.report: own for reading, own in found if own is not None}
        settled |= dated
        open_readings = [reading for reading, own in found if own is None or own.day.start is None]
        if not open_readings or not any(own.day.start is not None for own in dated.values()):
            break
    return settled


def _may_be_dated(own: OwnDay, reading: Reading) -> bool:
    """Whether a report is undated and says something that only some days fit."""
    told = any(said.form in TELLING or said in ages(claim) for claim in reading.claims for said in claim.times)
    return own.day.start is None and own.datelines is None and (own.weekday is not None or told)


def _narrowed(own: OwnDay, reading: Reading, anchors: Anchors, rules: Rules, as_of: date | None) -> OwnDay | None:
    """The report's day as far as others fix it, None where they say nothing new."""
    window = window_by_age(own, reading, anchors, rules)
    within = _in_window(own, window) if window is not None else None
    voted = _best(_votes(own, reading, anchors, rules, as_of), within)
    possible = set(voted) or within
    if possible is None:
        return None
    refs = frozenset(ref for vote in voted.values() for ref in vote.refs)
    if not possible or (max(possible) - min(possible)).days > LATER:
        unknown = ReportDay(reading.report, None, None, _why_not(own, window, refs))
        return None if own.day == unknown else replace(own, day=unknown)
    words = frozenset(word for vote in voted.values() for word in vote.words)
    why = _why(own, window, refs, words)
    return replace(own, day=ReportDay(reading.report, min(possible), max(possible), why))


def _in_window(own: OwnDay, window: Window) -> set[date]:
    span = (window.last - window.first).days
    days = (window.first + timedelta(days=days) for days in range(span + 1))
    return {day for day in days if own.allows(day)}


def _best(votes: Votes, within: set[date] | None) -> Votes:
    """The days with most points, and those close to them; none where even the best has too few."""
    fitting = {day: vote for day, vote in votes.items() if within is None or day in within}
    best = max((vote.points for vote in fitting.values()), default=0.0)
    return {day: vote for day, vote in fitting.items() if vote.points >= CLOSE * best} if best >= ENOUGH else {}


def _why(own: OwnDay, window: Window | None, refs: frozenset[str], words: frozenset[str]) -> str:
    """What fixed the day, in words."""
    parts = [f"it tells the same as {', '.join(sorted(refs))}"] if refs else []
    parts += [f"it says {' and '.join(f'“{word}”' for word in sorted(words))} of that"] if words else []
    parts += [window.why] if window is not None else []
    if own.weekday is not None:
        parts.append(f"it calls a {WEEKDAYS[own.weekday]} today")
    return f"{'; '.join(parts)}: nothing else fits"


def _why_not(own: OwnDay, window: Window | None, refs: frozenset[str]) -> str:
    if refs:
        return f"what it tells fits several days, told by {', '.join(sorted(refs))}"
    why = window.why if window is not None else ""
    return f"several days fit: {why}" if own.weekday is None else f"several {WEEKDAYS[own.weekday]}s fit: {why}"


def _votes(own: OwnDay, reading: Reading, anchors: Anchors, rules: Rules, as_of: date | None) -> Votes:
    """What all claims of a report say for each day together; the same kind told with the same times votes once.

    What is told with a time ("yesterday", "on Thursday") counts before news without one.
    """
    told = [claim for claim in reading.claims if claim.status == "asserted" and claim.told_as != "background"]
    for claims in ([c for c in told if _is_timed(c)], [c for c in told if not _is_timed(c)]):
        each: defaultdict[tuple[str, tuple[TimeSaid, ...]], dict[date, _Vote]] = defaultdict(dict)
        for claim in claims:
            item = item_of(claim, claim.date, rules)
            held = each[item.family, claim.times]
            for day, vote in _fits(own, item, anchors, rules, as_of).items():
                held[day] = max(held.get(day, vote), vote, key=_Vote.order)
        if any(each.values()):
            return _summed(each.values())
    return {}


def _is_timed(claim: Claim) -> bool:
    return any(said.form in TELLING for said in claim.times)


def _summed(each: Iterable[Votes]) -> Votes:
    total: dict[date, _Vote] = {}
    for votes in each:
        for day, vote in votes.items():
            total[day] = total[day].and_(vote) if day in total else vote
    return total


def _fits(own: OwnDay, item: Item, anchors: Anchors, rules: Rules, as_of: date | None) -> Votes:
    """The days on which the report can be of by one of its claims, none where too many speak for any."""
    by_day: defaultdict[date, list[tuple[float, str]]] = defaultdict(list)
    for points, anchor in _tied(item, anchors, rules):
        by_day[anchor.day].append((points, anchor.ref))
    fits: defaultdict[date, list[tuple[float, str]]] = defaultdict(list)
    for happened, told in sorted(by_day.items()) if len(by_day) <= MANY else ():
        for day in (happened + timedelta(days=days) for days in range(LATER + 1)):
            if own.allows(day) and _tells_of(item.claim, day, happened, as_of):
                fits[day] += told
    words = frozenset(said for said in (item.claim.date.said,) if said is not None)
    return {day: _Vote(max(told)[0], frozenset(ref for _, ref in told), words) for day, told in fits.items()}


def _tied(item: Item, anchors: Anchors, rules: Rules) -> list[tuple[float, Anchor]]:
    """The anchors that tell the same as a claim, with what each says for it: the best, told with a time where any is."""
    found = [(POINTS[tie], anchor) for anchor in anchors.near(item) if (tie := tie_of(item, anchor.item, rules))]
    best = max((points for points, _ in found), default=0.0)
    tied = [(points, anchor) for points, anchor in found if points == best]
    return [(points, anchor) for points, anchor in tied if anchor.said] or tied


def _tells_of(claim: Claim, day: date, happened: date, as_of: date | None) -> bool:
    """Whether the claim, in a report of ``day``, tells of something that happened on ``happened``.

    News without a time, and what is "now", is of the day or of the day before.
    """
    found = claim_date(claim, ReportDay(claim.report, day, day, "tried"), as_of)
    if found.start is None or found.end is None:
        return False
    loose = found.said is None or {said.form for said in claim.times if said.form in TELLING} == {"now"}
    start = found.start - timedelta(days=1) if loose else found.start
    return start <= happened <= found.end and (found.end - start).days <= 1
