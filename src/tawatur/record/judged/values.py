"""Values that people set: on a claim before it is compared, on an event in the stead of what its claims settle."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from tawatur.lang.vocabulary import values
from tawatur.model.claim import Claim, ClaimDate
from tawatur.model.errors import InputError
from tawatur.model.event import Bound, SettledCount
from tawatur.model.judgement import Judgement
from tawatur.record.judged.verdicts import Verdicts

POLICY: Final = "judged"
_NUMBER: Final = re.compile(r"([0-9]{1,7})(?:(\+)|(?:\.\.|-)([0-9]{1,7}))?")
_COUNT: Final = re.compile(r"counts\[([0-9]{1,3})\]")
Days = tuple[date, date]


class Range(NamedTuple):
    """A number as a person gives it: "5", "3..5" or "3+". ``high`` None is no upper bound."""

    low: int
    best: int | None
    high: int | None


def check_value(field: str, value: str, *, of_event: bool, held: int) -> None:
    """Nothing, where ``field`` can be set to ``value``. ``held`` is the number of counts that a claim holds.

    Raises:
        InputError: it cannot; names the field or value, and what can be set.
    """
    kind, *more = field.split(".")
    indexed = _COUNT.fullmatch(field)
    if kind == "date":
        days_of(value)
    elif of_event and kind == "type" and not more:
        _one_of("type", value)
    elif of_event and kind == "counts" and 1 <= len(more) <= 2:
        for name, given in zip(("harm", "civil_status"), more, strict=False):
            _one_of(name, given)
        range_of(value)
    elif not of_event and field == "status":
        _one_of("status", value)
    elif not of_event and indexed and int(indexed.group(1)) < held:
        range_of(value)
    else:
        raise InputError(f"{field!r} cannot be set here; {_settable(of_event=of_event, held=held)}")


def _settable(*, of_event: bool, held: int) -> str:
    if of_event:
        return "of an event can be: type, date, counts.HARM and counts.HARM.STATUS, such as counts.killed.civilian=3..5"
    counts = "" if not held else ", counts[0]" if held == 1 else f", counts[0] to counts[{held - 1}]"
    return f"of this claim can be: date, status{counts}"


def _one_of(vocabulary: str, value: str) -> None:
    known = values(vocabulary)
    if value not in known:
        raise InputError(f"{value!r} is no {vocabulary.replace('_', ' ')}; take one of {', '.join(known)}")


def range_of(value: str) -> Range:
    """The number that a person gave.

    Raises:
        InputError: it is none.
    """
    found = _NUMBER.fullmatch(value)
    if found is None or (found.group(3) and int(found.group(3)) < int(found.group(1))):
        raise InputError(f"{value!r} is no number; write 5, 3..5 (from 3 to 5) or 3+ (3 at least)")
    low = int(found.group(1))
    if found.group(2):
        return Range(low, low, None)
    high = int(found.group(3)) if found.group(3) else low
    return Range(low, low if low == high else None, high)


def days_of(value: str) -> Days:
    """The days that a person gave.

    Raises:
        InputError: they are none.
    """
    first, _, last = value.partition("..")
    try:
        days = date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError as error:
        raise InputError(f"{value!r} is no day; write 2021-07-29, or 2021-07-29..2021-08-02") from error
    if days[1] < days[0]:
        raise InputError(f"{value!r} ends before it begins")
    return days


def judged_claim(claim: Claim, verdicts: Verdicts) -> Claim:
    """The claim with the figures and the status that people set."""
    for field, judgement in sorted(verdicts.values.get(claim.id, {}).items()):
        indexed = _COUNT.fullmatch(field)
        if field == "status" and judgement.value:
            claim = replace(claim, status=judgement.value)
        elif indexed and judgement.value and int(indexed.group(1)) < len(claim.counts):
            number, given = int(indexed.group(1)), range_of(judgement.value)
            count = replace(claim.counts[number], **given._asdict(), qualifier=_qualifier(given))
            claim = replace(claim, counts=(*claim.counts[:number], count, *claim.counts[number + 1 :]))
    return claim


def _qualifier(given: Range) -> str:
    if given.high is None:
        return "at_least"
    return "exact" if given.low == given.high else "about"


def judged_fields(claim: str, verdicts: Verdicts) -> frozenset[str]:
    """The fields of a claim that people set."""
    return frozenset(verdicts.values.get(claim, {}))


def judged_date(claim: Claim, settled: ClaimDate, verdicts: Verdicts) -> ClaimDate:
    """The date of a claim, as people set it where they did."""
    judgement = verdicts.values.get(claim.id, {}).get("date")
    if judgement is None or judgement.value is None:
        return settled
    start, end = days_of(judgement.value)
    why = f"set by a reviewer{f': {judgement.why}' if judgement.why else ''}"
    return replace(settled, start=start, end=end, precision="day" if start == end else "span", why=why)


def judged_counts(
    counts: Sequence[SettledCount], set_to: Mapping[str, Judgement], claims: tuple[str, ...]
) -> tuple[SettledCount, ...]:
    """The settled counts with those that people set. A figure that no claim gives rests on all ``claims`` of the event."""
    found = list(counts)
    for field, judgement in sorted(set_to.items()):
        kind, *more = field.split(".")
        if kind == "counts" and judgement.value:
            harm, status = more[0], more[1] if len(more) > 1 else "unknown"
            at = next((n for n, count in enumerate(found) if _is_meant(count, harm, status)), len(found))
            old = found[at] if at < len(found) else _nothing(harm, status, claims)
            found[at : at + 1] = [_set(old, range_of(judgement.value))]
    return tuple(found)


def _is_meant(count: SettledCount, harm: str, status: str) -> bool:
    plain = (count.party, count.scope, count.period, count.measure) == (None, "total", "incident", "persons")
    return plain and (count.harm, count.civil_status) == (harm, status)


def _nothing(harm: str, status: str, claims: tuple[str, ...]) -> SettledCount:
    return SettledCount(harm, status, None, "total", None, None, None, POLICY, claims)


def _set(count: SettledCount, given: Range) -> SettledCount:
    others = tuple(bound for bound in count.bounds if bound.name not in Range._fields)
    bounds = tuple(Bound(name, getattr(given, name), POLICY, count.claims) for name in Range._fields)
    return replace(count, low=given.low, best=given.best, high=given.high, policy=POLICY, bounds=(*bounds, *others))
