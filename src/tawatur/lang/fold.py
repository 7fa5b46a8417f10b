"""Spelling folded for comparison, with a way back to the text as it stands.

Readers meet one word in many spellings: with signs or without, stretched by tatweel, with hamza or bare alif, in
presentation forms, with Persian letters, with invisible marks or quotation marks inside. ``fold`` gives a view in which
they are one, and every stretch of the view leads back to the characters that it came from.
"""

import codecs
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from tawatur.model.text import Span

ARABIC: Final = "\u0621-\u063a\u0641-\u064a\u0671-\u06d3\u06d5"
FOREIGN: Final = "A-Za-z\u00c0-\u024f\u0400-\u04ff"
LETTERS: Final = FOREIGN + ARABIC
"""The letters of words, as the inside of a regular expression's class, after folding."""

_SIGNS: Final = (*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06EE), 0x0640)
"""Vowel signs and tatweel: they belong to the letter before them."""

_INVISIBLE: Final = (
    0x00AD, 0x034F, 0x061C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070),
    *range(0xFE00, 0xFE10), 0xFEFF,
)  # fmt: skip
"""What says how to draw a text and is none of it: joiners, directions, hyphens that may be, selectors, order of bytes."""

_QUOTES: Final = (0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x201F)
"""Double quotation marks stand inside names and between a particle and its word; apostrophes stay."""

_ALIKE: Final = {
    "\u0623": "\u0627", "\u0625": "\u0627", "\u0622": "\u0627", "\u0671": "\u0627",  # alif with hamza, madda, wasla
    "\u0649": "\u064a", "\u0626": "\u064a", "\u06cc": "\u064a", "\u06d2": "\u064a",  # alif maqsura, ya with hamza, Persian ya
    "\u0629": "\u0647", "\u06c0": "\u0647", "\u06c1": "\u0647", "\u06d5": "\u0647", "\u06be": "\u0647",  # ta marbuta, kinds of ha
    "\u0624": "\u0648", "\u06a9": "\u0643", "\u06af": "\u0643", "\u067e": "\u0628", "\u0686": "\u062c",
    "\u06a4": "\u0641", "\u0698": "\u0632",
    "\u066a": "%", "\u066b": ".", "\u066c": ",",
    "\u2018": "'", "\u2019": "'",
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
    "_": " ", "#": " ", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\x85": "\n",
}  # fmt: skip


def _table() -> dict[int, str]:
    """Code point to its folding; the empty string for what is dropped, two letters for a ligature."""
    table: dict[int, str] = {ord(letter): alike for letter, alike in _ALIKE.items()}
    for zero in (0x0660, 0x06F0):
        table |= {zero + digit: str(digit) for digit in range(10)}
    table |= {point: " " for point in range(0x3000 + 1) if unicodedata.category(chr(point)) == "Zs" and point != 0x20}
    table |= dict.fromkeys((*_SIGNS, *_INVISIBLE, *_QUOTES), "")
    table |= {
        point: chr(point).lower() for point in range(0x250) if len(chr(point).lower()) == 1 and chr(point).isupper()
    }
    for point in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)):
        plain = unicodedata.normalize("NFKC", chr(point)).strip()
        if plain and plain != chr(point):
            table[point] = "".join(table.get(ord(letter), letter) for letter in plain)
    return table


_TABLE: Final = _table()
_SPLIT_WORD: Final = "\u0640[ .\u00b7*]{1,3}\u0640"
"""How posts split a word to pass a filter: stretched letters with a dot or blank between. The word is one."""

_WITH_QUOTES: Final = _TABLE | {point: chr(point) for point in _QUOTES}
_SPLIT: Final = re.compile(_SPLIT_WORD)
_COMMON: Final = "".join(
    chr(point)
    for point in dict.fromkeys(
        (
            *range(0x80),
            0xA0,
            0xB7,
            *_QUOTES,
            *range(0x060C, 0x066E),
            *map(ord, _ALIKE),
            *range(0x06F0, 0x06FA),
            0x2022,
            0x2026,
        )
    )
    if len(_WITH_QUOTES.get(point, " ")) == 1
)
"""The characters of nearly every text, each folded to one; there may be 256, as one byte can tell apart."""
_BYTES: Final = codecs.charmap_build(_COMMON)
_FOLDED_BYTES: Final = _COMMON.translate(_WITH_QUOTES)


def _uneven(table: Mapping[int, str]) -> re.Pattern[str]:
    """What does not fold to one code point."""
    return re.compile(_SPLIT_WORD + "|[" + "".join(re.escape(chr(p)) for p, to in table.items() if len(to) != 1) + "]")


_UNEVEN: Final = _uneven(_TABLE)
_UNEVEN_BUT_QUOTES: Final = _uneven(_WITH_QUOTES)
_READABLE: Final = {
    **{point: to for point, to in _TABLE.items() if to == " "},
    **{point: unicodedata.normalize("NFKC", chr(point)).strip() for point in _TABLE if 0xFB50 <= point < 0xFEFD},
    **dict.fromkeys((*_INVISIBLE, *_QUOTES, 0x0640), ""),
}
_UNREADABLE: Final = re.compile("^ |[ \t\n\r]{2}|[\t\n\r]| $|[" + "".join(map(re.escape, map(chr, _READABLE))) + "]")
"""What ``as_read`` changes: hardly any quote holds it."""
TA_MARBUTA: Final = "\u0629\ufe93\ufe94"
ALIF_MAQSURA: Final = "\u0649\ufeef\ufef0"
_SIGN_SET: Final = frozenset(map(chr, _SIGNS))
_QUOTE: Final = re.compile("[" + "".join(map(chr, _QUOTES)) + "]")
_NOT_KEY: Final = re.compile(f"[^{LETTERS}0-9]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text's folded ``view`` and where each of its code points came from.

    ``starts`` and ``ends`` hold, for each code point of the view, the stretch of the text that it came from; they are
    None where the two have equal offsets throughout.
    """

    view: str
    starts: tuple[int, ...] | None
    ends: tuple[int, ...] | None

    def back(self, start: int, end: int) -> Span:
        """The span of the text behind ``view[start:end]``.

        Vowel signs and tatweel after the last letter are taken along, so that a highlight never cuts a letter from
        its signs; quotation marks and invisible marks are not.
        """
        if self.starts is None or self.ends is None:
            return tuple.__new__(Span, (start, end))  # asked hundreds of times a page, and twice as fast as Span(...)
        return tuple.__new__(Span, (self.starts[start], self.ends[end - 1]))

    def at(self, offset: int) -> int:
        """Where in the view what stands at ``offset`` of the text, or behind it, came to stand."""
        return offset if self.starts is None else bisect_left(self.starts, offset)

    def places_of(self, text: str, letters: str) -> frozenset[int]:
        """Where in the view one of ``letters`` of ``text``, the text that was folded, came to stand."""
        return frozenset(self.at(match.start()) for match in re.finditer(f"[{re.escape(letters)}]", text))


def fold(text: str) -> Folded:
    """The folded view of ``text`` with its way back. Case of Latin letters is folded too; line breaks stay."""
    return _fold(text, _TABLE, _UNEVEN)


def fold_but_quotes(text: str) -> Folded:
    """As ``fold``, with the double quotation marks left in: where sentences and speech end depends on them."""
    return _fold(text, _WITH_QUOTES, _UNEVEN_BUT_QUOTES)


def has_quotes(text: str) -> bool:
    """Whether a double quotation mark of any kind stands in ``text``."""
    return _QUOTE.search(text) is not None


def _translated(piece: str, table: Mapping[int, str]) -> str:
    """``piece`` by a table, where each of its characters folds to one.

    Through bytes and back takes a tenth of what ``translate`` does, which asks a dictionary for every letter; rarer
    characters have no byte.
    """
    try:
        written, _ = codecs.charmap_encode(piece, "strict", _BYTES)
    except UnicodeEncodeError:
        return piece.translate(table)
    return codecs.charmap_decode(written, "strict", _FOLDED_BYTES)[0]


def _fold(text: str, table: Mapping[int, str], uneven: re.Pattern[str]) -> Folded:
    view: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = letter_end = 0  # a letter that was kept ends at ``letter_end``, with the signs and invisible marks behind it
    for match in uneven.finditer(text):
        here = match.start()
        if here > at:
            view.append(_translated(text[at:here], table))
            starts.extend(range(at, here))
            ends.extend(range(at + 1, here + 1))
            letter_end = here
        at = match.end()
        mark = text[here]
        folded = table[ord(mark)]
        if folded:
            view.append(folded)
            starts.extend([here] * len(folded))
            ends.extend([at] * len(folded))
            letter_end = at
        elif letter_end == here and not _QUOTE.match(mark):
            letter_end = at
            if mark in _SIGN_SET and ends:
                ends[-1] = at
    if at == 0:
        return Folded(_translated(text, table), None, None)
    view.append(_translated(text[at:], table))
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return Folded("".join(view), tuple(starts), tuple(ends))


def fold_key(text: str) -> str:
    """``text`` folded to letters, digits and single blanks: equal for two spellings of one name."""
    return key_of_view(fold(text).view)


def key_of_view(view: str) -> str:
    """The key of what is folded already."""
    return _NOT_KEY.sub(" ", view).strip()


def fold_keys(texts: Iterable[str]) -> tuple[str, ...]:
    """The distinct keys of ``texts``, sorted."""
    return tuple(sorted({key for text in texts if (key := fold_key(text))}))


def as_read(text: str) -> str:
    """``text`` as a person would type it in one line, without what only shows or stretches its letters.

    Letters and vowel signs stay as they are. Tatweel, invisible marks and double quotation marks go; any other blank, a
    hash sign or an underscore is a blank; a font's shapes of letters are letters.
    """
    if not _UNREADABLE.search(text):
        return text
    return " ".join(_SPLIT.sub("", text).translate(_READABLE).split())
