"""The words and digits that numbers are put together from."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from tawatur.lang.digits import read_digits
from tawatur.lang.fold import fold
from tawatur.lang.forms import ARTICLE
from tawatur.lang.lexicon import Hit, Page
from tawatur.lang.pack import Pack
from tawatur.lang.schema import NumberRule

AND: Final = "\u0648"
_ALIF: Final = "\u0627"
_WORDS: Final = frozenset({"unit", "ten", "hundred", "scale"})
_ROLES: Final = _WORDS | {"zero", "sign", "ordinal", "fraction"}
_WHOLE: Final = _WORDS | {"digits", "decimal"}
_COUNTED: Final = ("people", "harm")
_LEAST_WITH_AND: Final = 1_000_000
"""Joined to "and", the word for a thousand is also a verb; that for a million is not."""


class NumberToken(NamedTuple):
    """One part of a number, ``start`` to ``end`` in the folded view. ``joined``: "and" is written on to it.

    ``role`` is one of the pack's numbers file, or for digits ``digits``, ``decimal``, ``quotient`` or ``label``.
    ``number`` is singular, dual, plural or None; ``construct`` a dual that has lost its ending before a noun, ``part`` a
    form that may be the fraction ("five" or "a fifth").
    """

    start: int
    end: int
    role: str
    value: float
    joined: bool
    rule: str
    number: str | None = None
    definite: bool = False
    construct: bool = False
    part: bool = False


_DIGIT_ROLES: Final = {"cardinal": "digits", "decimal": "decimal", "fraction": "quotient", "label": "label"}


def number_tokens(page: Page, pack: Pack) -> list[NumberToken]:
    """The parts of numbers in text order."""
    rows = _rows(pack)
    words = [(hit, rows[hit.entry.rule]) for hit in page.hits("numbers")]
    return sorted((*_digits(page), *(_word(page, pack, hit, row) for hit, row in words if row.role in _ROLES)))


def of_whole_numbers(tokens: Iterable[NumberToken]) -> list[NumberToken]:
    """Of the parts of numbers those of whole numbers that count."""
    return [token for token in tokens if token.role in _WHOLE]


@cache
def _rows(pack: Pack) -> dict[str, NumberRule]:
    """The number words of a pack by their full ids."""
    return {
        f"{pack.language}/numbers#{row.id}": row for row in pack.files["numbers"].rule if isinstance(row, NumberRule)
    }


def _digits(page: Page) -> Iterator[NumberToken]:
    for digits in read_digits(page):
        yield NumberToken(digits.start, digits.end, _DIGIT_ROLES[digits.kind], digits.value, False, "number#digits")


@cache
def _parts(pack: Pack, rule: str) -> frozenset[str]:
    """The folded forms of a number word that are also the fraction."""
    return frozenset(fold(written).view for written in _rows(pack)[rule].part)


def _word(page: Page, pack: Pack, hit: Hit, row: NumberRule) -> NumberToken:
    ended = row.role == "scale" and hit.after == _ALIF  # an accusative, or a dual before its noun
    return NumberToken(
        hit.start, hit.end + ended, row.role, row.value or 0, hit.before.startswith(AND), hit.entry.rule, hit.entry.number,
        hit.before.endswith(ARTICLE) or page.view.startswith(ARTICLE, hit.start), _is_construct(page, hit, row),
        bool(row.part) and not hit.after and page.view[hit.start : hit.end] in _parts(pack, hit.entry.rule),
    )  # fmt: skip


def _is_construct(page: Page, hit: Hit, row: NumberRule) -> bool:
    """Whether "two thousand" lost its ending before its noun: a word for people stands right behind it."""
    if row.role != "scale" or hit.after != _ALIF:
        return False
    return any(_begins(page.hits(file), hit.end + 2) for file in _COUNTED)


def _begins(hits: tuple[Hit, ...], at: int) -> bool:
    """Whether one of these hits, which stand in text order, begins there."""
    first = bisect_left(hits, at, key=lambda hit: hit.start)
    return first < len(hits) and hits[first].start == at


def stands_alone(scale: NumberToken) -> bool:
    """Whether a scale is a number by itself: "a thousand" is, "and a thousand" and "thousands" are not."""
    return scale.number != "plural" and (not scale.joined or scale.value >= _LEAST_WITH_AND)
