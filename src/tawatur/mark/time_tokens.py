"""A text as a row of tokens for the grammar of times: words of time with their roles, numbers, marks, other words."""

import re
from collections.abc import Iterator
from operator import itemgetter
from typing import Final, NamedTuple

from tawatur.lang.fold import LETTERS
from tawatur.lang.lexicon import Hit, Page
from tawatur.lang.numerals import Numeral
from tawatur.lang.pack import Pack
from tawatur.lang.schema import TimeRule

ARTICLE: Final = "\u0627\u0644"
AND: Final = "\u0648"
BREAKING: Final = "\u0641"
ACCUSATIVE: Final = "\u0627"
_LAM_LAM: Final = ARTICLE[1] * 2
MOST_DIGITS: Final = 9
WORD: Final = "word"
NO_VERB: Final = "no-verb"
"""What looks like a verb of the future and is none."""

_REST: Final = re.compile(f"([{LETTERS}][{LETTERS} ]*[{LETTERS}])|[0-9]+|[{LETTERS}]|[^ \t]")
"""What stands between words of time: words in a row, a number, one letter, a sign."""
_WORD: Final = re.compile(f"[{LETTERS}]+")
_LONE_AND: Final = f" {AND} "


class Token(NamedTuple):
    """One token, ``start`` to ``end`` in the folded view with its article and without particles.

    ``role``: a role of the pack's times file, ``number``, ``word`` (other words in a row are one token: no time holds
    any of them), ``and``, or a mark itself. ``digits`` is how many digits a number was written with, 0 for words;
    ``grammatical`` singular, dual or plural.
    """

    role: str
    start: int
    end: int
    value: int | None = None
    unit: str | None = None
    text: str | None = None
    calendar: str = "gregorian"
    weak: bool = False
    digits: int = 0
    grammatical: str | None = None
    definite: bool = False


_START: Final = itemgetter(Token._fields.index("start"))
_NO_MORE: Final = Token(WORD, 0, 0)[3:]
_NO_PRONOUN: Final = frozenset(("", ACCUSATIVE))
_BLANK: Final = frozenset(("", " "))


def time_tokens(page: Page, pack: Pack, numerals: tuple[Numeral, ...]) -> tuple[Token, ...]:
    """The tokens of ``page``, in text order and without overlaps; white space alone is left out."""
    words, counted = list(_words(page, pack)), list(_numerals(page, numerals))
    return tuple(_filled(page.view, _settled(words, counted, len(page.view)) if counted else words))


def _settled(words: list[Token], counted: list[Token], length: int) -> list[Token]:
    """Words of time and numbers in words, in text order, the longest of those that overlap."""
    taken = bytearray(length)
    kept: list[Token] = []
    for token in sorted((*words, *counted), key=lambda token: (token.start - token.end, token.start)):
        start, end = token.start, token.end
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\x01" * (end - start)
            kept.append(token)
    return sorted(kept, key=_START)


def _words(page: Page, pack: Pack) -> Iterator[Token]:
    """The hits of the times lexicon; one with a pronoun after it is no word of time."""
    rules = pack.rows(TimeRule)
    for hit in page.hits("times"):
        rule = rules[hit.entry.rule]
        if hit.after in _NO_PRONOUN or rule.role == NO_VERB:
            yield _token(hit, rule)


def _token(hit: Hit, rule: TimeRule) -> Token:
    article = hit.before.endswith(ARTICLE)
    return Token(
        rule.role,
        hit.start - len(ARTICLE) if article else hit.start,
        hit.end + len(hit.after),
        rule.value,
        rule.unit,
        rule.text,
        rule.calendar,
        rule.weak,
        0,
        hit.entry.number,
        article or hit.before.endswith(_LAM_LAM) or hit.entry.shape == "fused",
    )


def _numerals(page: Page, numerals: tuple[Numeral, ...]) -> Iterator[Token]:
    """Numbers that are written in words; digits are read one run at a time, since a date is no sum."""
    for numeral in numerals:
        if not any(letter.isdigit() for letter in page.view[numeral.start : numeral.end]):
            yield Token("number", numeral.start, numeral.end, value=numeral.value)


def _filled(view: str, known: list[Token]) -> Iterator[Token]:
    """The known tokens with what stands between them."""
    at = 0
    for token in known:
        if view[at : token.start] not in _BLANK:
            yield from _between(view, at, token.start)
        yield token
        at = token.end
    yield from _between(view, at, len(view))


def _between(view: str, start: int, end: int) -> list[Token]:
    led_on = end < len(view) and view[end] not in " \n"
    found: list[Token] = []
    for match in _REST.finditer(view, start, end):
        first, last = match.span()
        written = match.group()
        attached = led_on and last == end
        if match.lastindex:
            found += (
                [_plain(WORD, first, last)]
                if _is_row(written, attached)
                else _row(view, first, last, attached=attached)
            )
        elif not written.isalnum():
            found.append(_plain("," if written == "\u060c" else written, first, last))
        elif token := _rest(written, first, last, attached=attached):
            found.append(token)
    return found


def _is_row(written: str, attached: bool) -> bool:
    """Whether words in a row are one token, as most are: none of them may be more than a word."""
    return not attached and written.replace(" ", "").isalpha() and _LONE_AND not in f" {written} "


def _row(view: str, start: int, end: int, *, attached: bool) -> list[Token]:
    """Words in a row, one by one."""
    return [
        token
        for match in _WORD.finditer(view, start, end)
        if (token := _rest(match.group(), *match.span(), attached=attached and match.end() == end))
    ]


def _plain(role: str, start: int, end: int) -> Token:
    return tuple.__new__(Token, (role, start, end, *_NO_MORE))  # a quarter of Token(...)


def single_words(view: str, token: Token) -> list[Token]:
    """The words of a token one by one; a token that is no other words in a row by itself."""
    if token.role != WORD:
        return [token]
    return [_plain(WORD, *match.span()) for match in _WORD.finditer(view, token.start, token.end)] or [token]


def _rest(written: str, start: int, end: int, *, attached: bool) -> Token | None:
    """What no lexicon knows. Particles on a known word say nothing here, but for "and" and the one that breaks off."""
    if written.isdecimal():  # a raised figure is a digit but no number
        value = int(written) if len(written) <= MOST_DIGITS else None
        return Token("number" if value is not None else WORD, start, end, value=value, digits=len(written))
    if not (written[0].isalpha()):
        return Token("," if written == "\u060c" else written, start, end)
    if written == AND or (attached and len(written) <= 4 and written[0] == AND):
        return Token("and", start, start + 1)
    if attached and len(written) <= 3 and written[0] != BREAKING:
        return None
    return Token(WORD, start, end)
