"""Numbers written in digits, with what sets their thousands and decimals apart."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from tawatur.lang.fold import ARABIC, LETTERS
from tawatur.lang.lexicon import Page

_COMMA: Final = "\u060c"
_DECIMAL_SIGN: Final = "\u066b"
_CHAIN: Final = re.compile(f"[0-9]+(?:[,. {_COMMA}][0-9]+)*")
"""Digits and what may hold parts of one number together. A sign must stand between two runs of digits: no backtracking."""

_PART: Final = re.compile("[0-9]+")
_GLUED_BEFORE: Final = re.compile(f"[a-z0-9{LETTERS}][-/]$|[a-z0-9][.:]$|[a-z+/*^=]$|(?<![{ARABIC}])[.:]$")
_GLUED_AFTER: Final = re.compile(f"[-/:][0-9{LETTERS}]|[.][0-9]|[a-z\u00b0\u00b2*^=]")
_HYPHENED: Final = re.compile("-([0-9]+)(?![0-9/:.-])")
_QUOTIENT: Final = re.compile("/([0-9]{1,2})(?![0-9/:])")
_LISTED: Final = re.compile(f" ?[-.)][ -]{{0,2}}(?=[{LETTERS}])")
_LONGEST_PLAIN: Final = 7
_LONGEST_GROUP: Final = 3
_MOST_GROUPS: Final = 5
"""Without an end to them, a page of groups would be read again from each one."""
_LONGEST: Final = 18
"""Longer runs of digits are no numbers at all: keys, hashes, rules drawn with noughts."""
_LONGEST_ENUMERATOR: Final = 2
_LONGEST_RANGE: Final = 5
_YEARS: Final = range(1900, 2101)


class Digits(NamedTuple):
    """A number in digits, ``start`` to ``end`` in the folded view. ``kind``: cardinal, decimal, fraction, label."""

    start: int
    end: int
    value: float
    kind: str


class _Part(NamedTuple):
    start: int
    end: int
    written: str
    sign: str


def read_digits(page: Page) -> Iterator[Digits]:
    """The numbers that a page writes in digits, in text order.

    What is joined to letters or signs ("T-72", "10:30", "14/3/2019", an address) is none; long ones, and those that
    number a list, are labels.
    """
    view, seen = page.view, 0
    for match in _CHAIN.finditer(view):
        parts = list(_parts(page, match.start(), match.end()))
        first, last = parts[0], parts[-1]
        head = view[max(0, first.start - 2) : first.start]
        if first.start < seen or _is_address(parts) or any(len(part.written) > _LONGEST for part in parts):
            continue
        if len(parts) == 1 and _is_below_one(view, first):
            yield Digits(first.start - 1, first.end, float(f"0.{first.written}"), "decimal")
            continue
        if _GLUED_BEFORE.search(head):
            continue
        hyphened = _HYPHENED.match(view, last.end)
        if hyphened and _is_range(last.written, hyphened.group(1)):
            seen = hyphened.end()
            yield from _read(view, parts)
            yield Digits(hyphened.start(1), hyphened.end(1), float(hyphened.group(1)), "cardinal")
        elif (quotient := _QUOTIENT.match(view, last.end)) and _is_proper(last.written, quotient.group(1)):
            yield from _divided(view, parts, quotient)
        elif not hyphened and not _GLUED_AFTER.match(view, last.end):
            yield from _read(view, parts)


def _parts(page: Page, start: int, end: int) -> Iterator[_Part]:
    """The runs of digits of a chain, each with the sign before it; the Arabic decimal sign is told from a full stop."""
    for match in _PART.finditer(page.view, start, end):
        before = match.start() - 1
        sign = page.view[before] if before >= start else ""
        if sign == "." and _DECIMAL_SIGN in page.chars[slice(*page.span(before, match.start()))]:
            sign = _DECIMAL_SIGN
        yield _Part(match.start(), match.end(), match.group(), sign)


def _is_below_one(view: str, part: _Part) -> bool:
    """Whether a point right before digits is a decimal's without its nought; ".5" numbers a list typed from the right."""
    opens = (
        view[part.start - 1 : part.start] == "." and view[max(0, part.start - 2) : part.start - 1].strip(" \n(") == ""
    )
    return opens and (part.written[0] == "0" or len(part.written) > 2)


def _is_address(parts: list[_Part]) -> bool:
    """Whether full stops join more than a thousand's groups: a date, a version, an address."""
    stops = [part for part in parts if part.sign == "."]
    return len(stops) > 1 and any(len(part.written) != _LONGEST_GROUP for part in stops)


def _is_range(low: str, high: str) -> bool:
    """Whether a hyphen stands for "to": upwards, and not from year to year."""
    if max(len(low), len(high)) > _LONGEST_RANGE or int(low) >= int(high):
        return False
    return int(low) not in _YEARS or int(high) not in _YEARS


def _read(view: str, parts: list[_Part]) -> Iterator[Digits]:
    """The numbers of one chain: each takes as many parts as it can."""
    at = 0
    while at < len(parts):
        end, value, kind = _grouped(parts, at)
        start, stop = parts[at].start, parts[end - 1].end
        if kind == "cardinal" and (_too_long(parts[at], end - at) or _numbers_a_list(view, start, stop)):
            kind = "label"
        yield Digits(start, stop, value, kind)
        at = end


def _grouped(parts: list[_Part], at: int) -> tuple[int, float, str]:
    """Where the number that begins with part ``at`` ends, its value and its kind."""
    lead, end = parts[at], at + 1
    sign = parts[end].sign if end < len(parts) else ""
    if _leads_groups(lead) and sign not in ("", _DECIMAL_SIGN):
        most = min(len(parts), end + _MOST_GROUPS)
        while end < most and parts[end].sign == sign and len(parts[end].written) == _LONGEST_GROUP:
            end += 1
        if end < len(parts) and parts[end].sign == sign:  # "12,500,3" and "5 120 30" are lists
            end = at + 1
    whole = "".join(part.written for part in parts[at:end])
    if end < len(parts) and _is_decimal(parts, at, end):
        return end + 1, float(f"{whole}.{parts[end].written}"), "decimal"
    return end, float(whole), "cardinal"


def _leads_groups(lead: _Part) -> bool:
    return len(lead.written) <= _LONGEST_GROUP and lead.written[0] != "0"


def _is_decimal(parts: list[_Part], at: int, end: int) -> bool:
    """Whether the part ``end`` is what comes after the decimal sign, rather than one more number of a list."""
    part = parts[end]
    if part.sign == _DECIMAL_SIGN:
        return True
    if part.sign not in (",", ".") or (end + 1 < len(parts) and parts[end + 1].sign == part.sign):
        return False
    if end > at + 1 or len(parts[at].written) > _LONGEST_GROUP:
        return len(part.written) < _LONGEST_GROUP
    return len(part.written) != _LONGEST_GROUP or parts[at].written[0] == "0"


def _too_long(lead: _Part, count: int) -> bool:
    """Whether so many digits without a break, or a nought before them, make a telephone's number or an identity's."""
    length = len(lead.written)
    return length > (_LONGEST_PLAIN if count == 1 else _LONGEST_GROUP) or (length > 2 and lead.written[0] == "0")


def _numbers_a_list(view: str, start: int, end: int) -> bool:
    """Whether a number at the head of a line, with a sign after it, numbers a list; so does one in square brackets."""
    if end - start > _LONGEST_ENUMERATOR:
        return False
    if view[start - 1 : start] == "[" and view[end : end + 1] == "]":
        return True
    head = view[max(0, start - 3) : start].rpartition("\n")[2]
    opens = not head.strip(" (") and (start <= len(head) or view[start - len(head) - 1] == "\n")
    return opens and _LISTED.match(view, end) is not None


def _is_proper(above: str, below: str) -> bool:
    """Whether a fraction is below one."""
    return len(above) <= len(below) and 0 < int(above) < int(below)


def _divided(view: str, parts: list[_Part], quotient: re.Match[str]) -> Iterator[Digits]:
    """A fraction such as "3/4", with the whole number before it ("2 1/4")."""
    last, value = parts[-1], int(parts[-1].written) / int(quotient.group(1))
    if len(parts) > 1 and last.sign == " ":
        *_, whole = _read(view, parts[:-1])
        yield Digits(whole.start, quotient.end(), whole.value + value, "fraction")
    elif len(parts) == 1:
        yield Digits(last.start, quotient.end(), value, "fraction")
