"""Numbers in running text: digits with their scales, number words put together, ordinals and fractions.

A number is a row of segments with falling scales ("three million, two hundred thousand and five"); a segment is a group
below a thousand, or digits, with its scale.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import Final, NamedTuple

from tawatur.lang.fold import ARABIC
from tawatur.lang.forms import ARTICLE
from tawatur.lang.lexicon import Page
from tawatur.lang.number_tokens import AND, NumberToken, of_whole_numbers, stands_alone

_LONGEST_GAP: Final = 5
_THOUSAND: Final = 1000
_MOST: Final = 10**15
"""Nobody counts further; "a thousand thousand thousand" without end would leave what a float can hold."""
_DEFINITE: Final = re.compile(f" {ARTICLE}[{ARABIC}]{{3}}")
"""Without its hamza the word "to" begins like an article; nouns are longer."""


class Numeral(NamedTuple):
    """A number: ``start`` to ``end`` in the folded view, its value, and the rule of its first word."""

    start: int
    end: int
    value: int
    rule: str


class Figure(NamedTuple):
    """A number of any kind: cardinal, decimal, ordinal, fraction or label. ``scale`` is what it is told in, such as 1000."""

    start: int
    end: int
    value: float
    kind: str
    rule: str
    scale: int = 1


class _Read(NamedTuple):
    """What was read up to token ``at``; ``unit`` is what a fraction behind it would divide, ``ordinal`` whether it ranks."""

    at: int
    value: float
    unit: float | None = None
    ordinal: bool = False
    scale: int = 1


def read_numbers(page: Page, tokens: Iterable[NumberToken]) -> tuple[Numeral, ...]:
    """The whole numbers of a page in text order, in digits and in words; ``tokens`` are all its parts of numbers.

    Dates, times, calibres, phone numbers and decimals without a scale are none, nor is the plural of a scale alone.
    """
    read = _Reader(page.view, of_whole_numbers(tokens)).figures()
    return tuple(Numeral(f.start, f.end, int(f.value), f.rule) for f in read if f.kind == "cardinal")


def read_figures(page: Page, tokens: Sequence[NumberToken]) -> tuple[Figure, ...]:
    """All numbers of a page in text order, each with its kind; ``tokens`` are all its parts of numbers."""
    return tuple(_Reader(page.view, tokens).figures())


class _Reader:
    """The tokens of one page, read from left to right without going back further than one number."""

    __slots__ = ("_tokens", "_view")

    def __init__(self, view: str, tokens: Sequence[NumberToken]) -> None:
        self._view = view
        self._tokens = tokens

    def figures(self) -> Iterator[Figure]:
        at, last = 0, None
        while at < len(self._tokens):
            figure, at = self._figure(at)
            if figure is None:
                continue
            if last and figure.kind == "fraction" and self._adds(last, figure):
                last = last._replace(end=figure.end, value=last.value + figure.value, kind="fraction")
                continue
            if last:
                yield last
            last = figure
        if last:
            yield last

    def _adds(self, whole: Figure, part: Figure) -> bool:
        """Whether "and three fifths" goes on with the whole number before it."""
        gap = self._view[whole.end : part.start]
        return whole.kind == "cardinal" and part.value < 1 and gap.strip(" ") == AND and len(gap) <= _LONGEST_GAP

    def _figure(self, at: int) -> tuple[Figure | None, int]:
        """The number that begins with a token, None where none does, and the token after it."""
        token = self._tokens[at]
        if token.role in ("label", "quotient"):
            return self._made(at, _Read(at + 1, token.value), "label" if token.role == "label" else "fraction")
        if token.role == "zero":
            return self._made(at, _Read(at + 1, 0.0), "decimal")
        if token.role == "fraction":
            return self._part_of(at)
        if token.role == "sign":
            return self._negative(at)
        if token.part and not token.definite and self._before_the_whole(token):
            return self._made(at, _Read(at + 1, 1 / token.value), "fraction")
        read = self._number(at)
        if read is None:
            return None, at + 1
        return self._made(at, *self._with_fraction(read))

    def _made(self, at: int, read: _Read, kind: str | None = None) -> tuple[Figure, int]:
        first, last = self._tokens[at], self._tokens[read.at - 1]
        value = round(read.value, 9)
        kind = (
            "ordinal"
            if read.ordinal
            else kind or ("cardinal" if _is_whole(value, self._tokens[at : read.at]) else "decimal")
        )
        return Figure(first.start, last.end, value, kind, first.rule, read.scale), read.at

    def _negative(self, at: int) -> tuple[Figure | None, int]:
        """The number below nought that a sign begins."""
        read = self._number(at + 1) if self._follows(at + 1) and not self._joins(at + 1) else None
        if read is None:
            return None, at + 1
        return self._made(at, read._replace(value=-read.value), "decimal")

    def _number(self, at: int) -> _Read | None:
        """The longest number that begins with a token: segments joined by "and", each with a smaller scale."""
        total, limit, read = 0.0, inf, None
        while at < len(self._tokens) and (read is None or self._joins(at)):
            segment = self._segment(at, first=read is None)
            if segment is None or segment.scale >= limit or (segment.scale == 1 and segment.value >= limit):
                break
            total, limit, at = total + segment.value, segment.scale, segment.at
            read = segment._replace(value=total)
            if segment.scale == 1:
                break
        return read

    def _segment(self, at: int, *, first: bool) -> _Read | None:
        """A group below a thousand, or digits, with its scale; or a scale by itself."""
        token = self._tokens[at]
        if token.role == "scale":
            alone = stands_alone(token) if first else token.number != "plural"
            return (
                _Read(at + 1, token.value * (2 if token.construct else 1), None, False, int(token.value))
                if alone
                else None
            )
        if token.role == "unit" and token.value >= _THOUSAND:
            return _Read(at + 1, token.value, None, False, _scale_of(token.value))
        group = self._digit_group(at) if token.role in ("digits", "decimal") else self._group(at)
        if group is None:
            return None
        scale = 1
        while not group.ordinal and self._is(group.at, "scale") and scale < _MOST:
            value = self._tokens[group.at].value
            group, scale = _Read(group.at + 1, group.value * value), scale * int(value)
        return group._replace(scale=scale)

    def _digit_group(self, at: int) -> _Read:
        """Digits, or as many hundreds ("3 hundred and 21")."""
        token = self._tokens[at]
        hundred = self._is_hundred(at + 1)
        if not hundred:
            return _Read(at + 1, token.value)
        return self._below_hundred(at + 2, token.value * 100)

    def _group(self, at: int) -> _Read | None:
        """A number word below a thousand, with what "and" joins to it."""
        token = self._tokens[at]
        if token.role == "hundred":
            return self._below_hundred(at + 1, token.value)
        if token.role == "unit" and self._is_hundred(at + 1) and 3 <= token.value <= 9:
            return self._below_hundred(at + 2, token.value * 100)
        small = self._small(at)
        if small and token.role == "unit" and small.at == at + 2 and self._is_hundred(small.at):
            return self._below_hundred(small.at + 1, small.value * 100)  # "nineteen hundred"
        return small

    def _is_hundred(self, at: int) -> bool:
        return self._is(at, "hundred") and self._tokens[at].value == 100

    def _below_hundred(self, at: int, hundreds: float) -> _Read:
        """Hundreds, with the units and tens that "and" joins to them."""
        if self._joins(at):
            token = self._tokens[at]
            small = _Read(at + 1, token.value) if token.role == "digits" else self._small(at)
            if small and small.value < 100 and not self._has_scale_after(at, small):
                return small._replace(value=hundreds + small.value)
        return _Read(at, hundreds)

    def _has_scale_after(self, at: int, small: _Read) -> bool:
        """Whether digits that "and" joins have a scale of their own ("100 and 20 thousand")."""
        return self._tokens[at].role == "digits" and self._is(small.at, "scale")

    def _small(self, at: int) -> _Read | None:
        """A number below a hundred in words, or its ordinal."""
        token = self._tokens[at]
        if token.role == "ten":
            return _Read(at + 1, token.value)
        if token.role not in ("unit", "ordinal"):
            return None
        ordinal = token.role == "ordinal"
        ahead = self._tokens[at + 1] if self._follows(at + 1) else token
        if self._is(at + 1, "unit") and ahead.value == 10 and (3 <= token.value <= 9 or ordinal):
            return _Read(at + 2, token.value + 10, None, ordinal)
        if ahead.role == "ten" and self._joins(at + 1) and token.value < 10 and (ahead.definite or not ordinal):
            return _Read(at + 2, token.value + ahead.value, None, ordinal)
        return _Read(at + 1, token.value, token.value, ordinal)

    def _with_fraction(self, read: _Read) -> tuple[_Read, str | None]:
        """A number with the fraction behind it: "three quarters", "twenty and three fifths", "a million and a half"."""
        part = self._tokens[read.at] if self._follows(read.at) and not read.ordinal else None
        if part and part.part and self._is(read.at, "unit"):
            return _Read(read.at + 1, read.value / part.value), "fraction"
        if part is None or part.role != "fraction":
            return read, None
        joined = self._joins(read.at)
        if part.number == "plural" and not joined:
            unit = read.value if read.unit is None else read.unit
            return _Read(read.at + 1, read.value - unit + unit / part.value), "fraction"
        if part.number == "plural" or not joined:
            return read, None
        share = (2 if part.number == "dual" else 1) / part.value
        if read.scale < _THOUSAND:
            return _Read(read.at + 1, read.value + share), "fraction"
        end = read.at + 1
        if self._is(end, "scale") and self._tokens[end].value == read.scale:
            end += 1  # "a million and half a million"
        return _Read(end, read.value + share * read.scale, None, False, read.scale), None

    def _part_of(self, at: int) -> tuple[Figure | None, int]:
        """A fraction by itself, or of a scale ("half a million")."""
        token, after = self._tokens[at], at + 1
        if token.number == "plural":
            return None, after
        share = (2 if token.number == "dual" else 1) / token.value
        if self._is(after, "scale") and self._tokens[after].number != "plural":
            scale = int(self._tokens[after].value)
            return self._made(at, _Read(after + 1, share * scale, None, False, scale))
        return self._made(at, _Read(after, share), "fraction")

    def _before_the_whole(self, token: NumberToken) -> bool:
        """Whether a definite noun follows: "a fifth of the houses", where "five houses" has none."""
        return _DEFINITE.match(self._view, token.end) is not None

    def _follows(self, at: int) -> bool:
        """Whether a token stands right behind the one before it: a blank, an "and" or an article between them at most."""
        if not 0 < at < len(self._tokens):
            return False
        return self._gap(at) in _GAPS

    def _joins(self, at: int) -> bool:
        """Whether a token stands right behind the one before it with an "and", which may stand by itself."""
        return self._follows(at) and self._gap(at).startswith(AND)

    def _is(self, at: int, role: str) -> bool:
        """Whether a token of this role stands right behind the one before it, without "and"."""
        return self._follows(at) and self._tokens[at].role == role and not self._gap(at).startswith(AND)

    def _gap(self, at: int) -> str:
        """What stands between a token and the one before it, blanks left out; at most as much as can join them."""
        start, end = self._tokens[at - 1].end, self._tokens[at].start
        return self._view[start:end].strip(" ") if end - start <= _LONGEST_GAP else "\n"


_GAPS: Final = ("", AND, ARTICLE, AND + ARTICLE)


def _is_whole(value: float, tokens: Sequence[NumberToken]) -> bool:
    """Whether a number counts: a decimal without a scale is a measure, even where it ends in noughts."""
    return value.is_integer() and not (len(tokens) == 1 and tokens[0].role == "decimal")


def _scale_of(value: float) -> int:
    """The scale inside a dual such as "two thousand"."""
    scale = _THOUSAND
    while scale * _THOUSAND <= value:
        scale *= _THOUSAND
    return scale
