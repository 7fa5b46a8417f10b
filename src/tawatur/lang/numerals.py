"""Numbers in running text: digits with their separators and scales, and number words put together."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from tawatur.lang.fold import LETTERS
from tawatur.lang.lexicon import Hit, Page
from tawatur.lang.pack import Pack
from tawatur.lang.schema import NumberRule

_DIGITS: Final = re.compile(r"[0-9]{1,3}(?:[,.][0-9]{3})+(?![0-9])|[0-9]+(?:\.[0-9]+)?")
_GLUED_BEFORE: Final = re.compile(f"[a-z{LETTERS}0-9][-/.:]$|[a-z+:/.-]$")
_GLUED_AFTER: Final = re.compile(f"[-/:][0-9{LETTERS}]|[.][0-9]")
_LONGEST_PLAIN: Final = 7
_LONGEST_GROUPED: Final = 19
_AND: Final = "\u0648"
_ADDS: Final = ("unit", "ten", "hundred")


class Numeral(NamedTuple):
    """A number: ``start`` to ``end`` in the folded view, its value, and the rule of its first word."""

    start: int
    end: int
    value: int
    rule: str


class _Token(NamedTuple):
    start: int
    end: int
    role: str
    value: float
    joined: bool
    rule: str
    plural: bool = False


def read_numbers(page: Page, pack: Pack) -> tuple[Numeral, ...]:
    """The numbers of a page in text order.

    Dates, times, calibres, phone numbers and decimals without a scale are none, nor is the plural of a scale alone.
    """
    tokens = sorted((*_digit_tokens(page), *_word_tokens(page, pack)))
    runs = [run for run in _runs(page.view, tokens) if run[0].role != "scale" or _stands_alone(run[0])]
    return tuple(_numeral(run) for run in runs if len(run) > 1 or float(run[0].value).is_integer())


def _stands_alone(scale: _Token) -> bool:
    """Whether a scale is a number by itself: "a thousand" is, "and a thousand" and "thousands" are not."""
    return not scale.joined and not scale.plural


def _digit_tokens(page: Page) -> Iterator[_Token]:
    """Digits that stand for a number."""
    for match in _DIGITS.finditer(page.view):
        before, after = page.view[max(0, match.start() - 2) : match.start()], page.view[match.end() : match.end() + 2]
        if _GLUED_BEFORE.search(before) or _GLUED_AFTER.match(after):
            continue
        written = match.group()
        plain = re.fullmatch(r"[0-9]+", written)
        if len(written) > (_LONGEST_PLAIN if plain else _LONGEST_GROUPED):
            continue
        value = float(written) if re.fullmatch(r"[0-9]+\.[0-9]{1,2}", written) else float(re.sub("[,.]", "", written))
        yield _Token(match.start(), match.end(), "digits", value, False, "number#digits")


def _word_tokens(page: Page, pack: Pack) -> Iterator[_Token]:
    """Number words with what they add or multiply."""
    for hit in page.hits("numbers"):
        rule = pack.rule(hit, NumberRule)
        if rule.role in (*_ADDS, "scale") and rule.value is not None:
            yield _Token(
                hit.start, hit.end, rule.role, rule.value, _joined(hit), hit.entry.rule, hit.entry.number == "plural"
            )


def _joined(hit: Hit) -> bool:
    return hit.before.startswith(_AND)


def _runs(view: str, tokens: list[_Token]) -> Iterator[list[_Token]]:
    """Tokens that make one number together."""
    run: list[_Token] = []
    for token in tokens:
        if run and view[run[-1].end : token.start].strip(" ") == _AND:
            token = token._replace(joined=True)  # the "and" stands by itself
        if run and _continues(view, run, token):
            run.append(token)
            continue
        if run:
            yield run
        run = [token]
    if run:
        yield run


def _continues(view: str, run: list[_Token], token: _Token) -> bool:
    """Whether ``token`` goes on with the number that ends in ``last``."""
    last = run[-1]
    between = view[last.end : token.start]
    if between.strip(" ") not in ("", _AND) or len(between) > 3:
        return False
    if token.role == "scale":
        return not token.joined and last.role != "scale"
    if token.role == "digits":
        return False
    if not token.joined:  # "three ten" is thirteen, "three hundred" may be written in two words
        return last.role in ("unit", "digits") and 3 <= last.value <= 9 and token.value in (10, 100)
    size = {"unit": 1, "ten": 2, "hundred": 3, "scale": 4, "digits": 0}
    if (last.role, token.role) == ("unit", "ten"):
        return last.value < 10
    return size[last.role] > size[token.role] or (last.role == "unit" and last.value >= 1000)


def _numeral(run: list[_Token]) -> Numeral:
    """The value of tokens that make one number."""
    total = current = 0.0
    for token in run:
        if token.role == "scale":
            total += (current or 1) * token.value
            current = 0
        elif token.value == 100 and not token.joined and 3 <= current <= 9:
            current *= 100
        else:
            current += token.value
    return Numeral(run[0].start, run[-1].end, round(total + current), run[0].rule)
