"""The age told right behind a person's name: "(12 years)", "7 years old", "aged six months"."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final

from tawatur.lang.lexicon import Hit, Page
from tawatur.lang.number_tokens import NumberToken

YEARS: Final = "age"
MONTHS: Final = "age_months"
LEADS: Final = "aged"
_OLDEST: Final = 120
_SINGLE: Final = {"singular": 1, "dual": 2}
_TO_LEAD: Final = re.compile("[ \u060c,]{0,3}")
_TO_NUMBER: Final = re.compile("[ \u060c,(\\['\u200f-]{0,4}")
_TO_UNIT: Final = re.compile("[ )\\]]{0,3}")
_BRACKETS: Final = "(["
_CLOSED: Final = re.compile("(?: \u0648[\u0621-\u064a]{2,4})?[ ]?(?:[)\\]\n,\u060c.]|$)")
"""What must stand behind an age that neither a bracket nor "aged" opens: a sign, or "and a half" and a sign."""

Words = Mapping[str, Mapping[int, Hit]]


def age_behind(page: Page, words: Words, tokens: Sequence[NumberToken], end: int) -> int | None:
    """The age in whole years that is told of the person whose name ends at ``end``: under one year 0, untold None.

    ``words`` are the hits of the person words by role and where their word starts; ``tokens`` are in text order.
    """
    at = _after(_TO_LEAD, page, end)
    lead = words.get(LEADS, {}).get(at)
    begin = lead.end if lead else end
    at = _after(_TO_NUMBER, page, begin)
    opened = lead is not None or any(sign in _BRACKETS for sign in page.view[begin:at])
    value, at = _number(page, tokens, at)
    unit = _unit(words, at)
    if unit is None:
        return None
    role, hit = unit
    if value is None:
        value = _SINGLE.get(hit.entry.number or "")
    if value is None or value > _OLDEST or not (opened or _CLOSED.match(page.view, hit.end)):
        return None
    return value if role == YEARS else 0


def _unit(words: Words, at: int) -> tuple[str, Hit] | None:
    """The word for years or months that starts at a place of the view, with its role."""
    for role in (YEARS, MONTHS):
        hit = words.get(role, {}).get(at)
        if hit is not None:
            return role, hit
    return None


def _number(page: Page, tokens: Sequence[NumberToken], at: int) -> tuple[int | None, int]:
    """The whole number that starts at a place of the view, and where what it counts begins; (None, ``at``) for none."""
    total: float | None = None
    number = bisect_left(tokens, at, key=lambda token: token.start)
    while number < len(tokens) and tokens[number].start - at in (0, 1):
        token = tokens[number]
        total = (total or 0.0) + token.value
        at = _after(_TO_UNIT, page, token.end)
        number += 1
    return (None if total is None else int(total)), at


def _after(gap: re.Pattern[str], page: Page, at: int) -> int:
    """Where a gap that begins at a place of the view ends."""
    found = gap.match(page.view, at)
    return found.end() if found else at
