"""Other spellings of a text, and whether its marks are the same in them.

A respelt text remembers where each of its characters came from, so that a span can be followed back to the text that it
was made from. Only what folding claims to see through is changed: see "What folding sees through" in docs/model.md.
"""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import zip_longest
from typing import Any, Final, NamedTuple

from tawatur.lang.fold import fold_key
from tawatur.lang.lexicon import Hit
from tawatur.lang.pack import Pack
from tawatur.lang.schema import PersonWordRule
from tawatur.model.mark import Marks
from tawatur.model.party import PartyRef
from tawatur.model.text import Span

TATWEEL: Final = "\u0640"
SHADDA: Final = "\u0651"
SIGNS: Final = ("\u064e", "\u064f", "\u0650", "\u0652", "\u0670", SHADDA, SHADDA + "\u064e")
"""Signs that no rule reads. Tanwin is read ("a thousand"), so it is neither put in nor left out."""

ALL_SIGNS: Final = frozenset("".join(SIGNS) + TATWEEL + "\u064b\u064c\u064d")
INVISIBLE: Final = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad")
DIRECTIONS: Final = tuple(map(chr, (0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))
BLANKS: Final = " \u00a0\u2009\u202f\u3000"
ZEROS: Final = (0x30, 0x660, 0x6F0)
HAMZAS: Final = ("\u0627\u0623\u0625\u0622\u0671", "\u0648\u0624", "\u064a\u0626")
PERSIAN: Final = ("\u0643\u06a9", "\u064a\u06cc", "\u0647\u06c1\u06be\u06d5")
YAS: Final = "\u064a\u0649"
HAS: Final = "\u0647\u0629"
OPENING: Final = '\u00ab\u201c\u201e"'
CLOSING: Final = '\u00bb\u201d\u201d"'
QUOTED: Final = ("said", "name", "alias", "author")
"""Fields of a mark that quote the text: they are compared folded."""


class Edit(NamedTuple):
    """``written`` instead of the characters from ``start`` to ``end``."""

    start: int
    end: int
    written: str


Edits = tuple[Edit, ...]
"""Edits that only make sense together, such as the two quotation marks of a pair."""


@dataclass(frozen=True, slots=True)
class Respelt:
    """``chars`` in another spelling; ``origins`` tells of each where it stood in the first text, None if it was put in."""

    chars: str
    origins: tuple[int | None, ...]

    def edited(self, edits: Edits) -> "Respelt":
        """With these edits."""
        chars, origins = self.chars, self.origins
        for start, end, written in sorted(edits, reverse=True):
            kept = (origins[start] if end > start else None,) * len(written)
            chars, origins = chars[:start] + written + chars[end:], origins[:start] + kept + origins[end:]
        return Respelt(chars, origins)

    def origin(self, span: Span) -> tuple[int | None, int | None]:
        """Where the first and the last character of ``span`` came from; its last letter has its signs with it."""
        last = span.end - 1
        while last > span.start and (
            self.chars[last] in ALL_SIGNS or (last < span.end - 1 and self.origins[last] is None)
        ):
            last -= 1
        return self.origins[span.start], self.origins[last]


def as_written(chars: str) -> Respelt:
    """The text as it is."""
    return Respelt(chars, tuple(range(len(chars))))


def signs(chars: str, pack: Pack) -> Iterator[Edits]:
    """A vowel sign behind a letter."""
    yield from ((Edit(at, at, sign),) for at in _behind_letters(chars) for sign in SIGNS)


def no_signs(chars: str, pack: Pack) -> Iterator[Edits]:
    """A vowel sign left out."""
    yield from ((Edit(at, at + 1, ""),) for at, letter in enumerate(chars) if letter in SIGNS)


def tatweel(chars: str, pack: Pack) -> Iterator[Edits]:
    """A stretch behind a letter."""
    yield from ((Edit(at, at, TATWEEL * size),) for at in _behind_letters(chars) for size in (1, 3))


def hamza(chars: str, pack: Pack) -> Iterator[Edits]:
    """Another hamza on a letter, or none."""
    yield from _exchanged(chars, HAMZAS)


def persian(chars: str, pack: Pack) -> Iterator[Edits]:
    """A letter of a Persian or Urdu keyboard."""
    yield from _exchanged(chars, PERSIAN)


def last_ya(chars: str, pack: Pack) -> Iterator[Edits]:
    """A last ya with or without its dots, except where they tell a name from another word ("Ali" and "on")."""
    words = _by_last_letter(chars, pack)
    for (edit,) in _exchanged(chars, (YAS,)):
        word = words.get(edit.start)
        if word and not any(_is_name(hit, pack) for hit in _hits(pack, chars[slice(*word)])):
            yield (edit,)


def last_ha(chars: str, pack: Pack) -> Iterator[Edits]:
    """A last ha with or without its dots, except where without them it may be a pronoun ("a family", "his captives")."""
    words = _by_last_letter(chars, pack)
    for (edit,) in _exchanged(chars, (HAS,)):
        word = words.get(edit.start)
        if word is None:
            continue
        one, other = chars[slice(*word)], chars[word.start : edit.start] + edit.written + chars[edit.end : word.end]
        if _hits(pack, one) == _hits(pack, other):
            yield (edit,)


def digits(chars: str, pack: Pack) -> Iterator[Edits]:
    """A digit of another script."""
    for at, digit in enumerate(chars):
        zero = next((zero for zero in ZEROS if zero <= ord(digit) < zero + 10), None)
        yield from ((Edit(at, at + 1, chr(other + ord(digit) - zero)),) for other in ZEROS if zero not in (None, other))


def blanks(chars: str, pack: Pack) -> Iterator[Edits]:
    """A blank of another width, or one that does not break."""
    yield from _exchanged(chars, (BLANKS,))


def invisible(chars: str, pack: Pack) -> Iterator[Edits]:
    """A mark that nobody sees, anywhere."""
    yield from ((Edit(at, at, mark),) for at in range(len(chars) + 1) for mark in INVISIBLE)


def directions(chars: str, pack: Pack) -> Iterator[Edits]:
    """A mark of direction, anywhere."""
    yield from ((Edit(at, at, mark),) for at in range(len(chars) + 1) for mark in DIRECTIONS)


def quotes(chars: str, pack: Pack) -> Iterator[Edits]:
    """Quotation marks of another country, both of a pair that nothing is quoted inside."""
    marks = [at for at, mark in enumerate(chars) if mark in OPENING + CLOSING]
    paired = len(marks) % 2 == 0 and all(
        _is_pair(chars[a], chars[b]) for a, b in zip(marks[::2], marks[1::2], strict=True)
    )
    for start, end in zip(marks[::2], marks[1::2], strict=True) if paired else ():
        yield from (
            (Edit(start, start + 1, opening), Edit(end, end + 1, closing))
            for opening, closing in zip(OPENING, CLOSING, strict=True)
            if opening != chars[start]
        )


def _is_pair(opening: str, closing: str) -> bool:
    return opening in OPENING and closing in CLOSING and (opening == '"') == (closing == '"')


def presentation(chars: str, pack: Pack) -> Iterator[Edits]:
    """A letter as a font's shape of it, as old documents hold them."""
    for at, letter in enumerate(chars):
        yield from ((Edit(at, at + 1, shape),) for shape in _SHAPES.get(letter, ()))


CHANGES: Final[dict[str, Callable[[str, Pack], Iterator[Edits]]]] = {
    change.__name__: change
    for change in (
        signs, no_signs, tatweel, hamza, persian, last_ya, last_ha, digits, blanks, invisible, directions, quotes,
        presentation,
    )
}  # fmt: skip


def respell(text: Respelt, change: str, number: int, pack: Pack) -> Respelt:
    """``text`` with one of the ways to make a change, the ``number``-th; as it is where there is none."""
    ways = list(CHANGES[change](text.chars, pack))
    return text.edited(ways[number % len(ways)]) if ways else text


def respell_throughout(text: Respelt, change: str, number: int, pack: Pack) -> Respelt:
    """``text`` with a change wherever it can be made, in a way that ``number`` chooses for each place."""
    by_place: dict[int, list[Edits]] = {}
    for edits in CHANGES[change](text.chars, pack):
        by_place.setdefault(edits[0].start, []).append(edits)
    chosen = (ways[(number + place) % len(ways)] for place, ways in by_place.items())
    return text.edited(tuple(edit for edits in chosen for edit in edits))


def differences(first: Marks, chars: str, second: Marks, respelt: Respelt) -> list[str]:
    """How the marks of a respelt text differ from those of the text: in number, in value or in what they cover."""
    found = []
    for kind in (field.name for field in fields(Marks)):
        for one, other in zip_longest(getattr(first, kind), getattr(second, kind)):
            if one is None or other is None or value(one) != value(other):
                found.append(f"{kind}: {_shown(one, chars)} became {_shown(other, respelt.chars)}")
                break
            if as_written(chars).origin(one.span) != respelt.origin(other.span):
                found.append(f"{kind}: the span of {_shown(one, chars)} became {_shown(other, respelt.chars)}")
    return found


def value(part: Any) -> Any:
    """Everything of a mark but where it stands; what it quotes is folded.

    A name in no register is romanised by its letters as they stand: that English is left out.
    """
    if isinstance(part, Span):
        return None
    if isinstance(part, PartyRef) and part.id is None and part.name_en:
        part = replace(part, name_en="")
    if is_dataclass(part):
        return tuple(
            fold_key(held) if field.name in QUOTED and isinstance(held, str) else value(held)
            for field in fields(part)
            for held in (getattr(part, field.name),)
        )
    return part


def _shown(mark: Any, chars: str) -> str:
    return "nothing" if mark is None else f"{chars[slice(*mark.span)]!a} {mark}"


def _behind_letters(chars: str) -> Iterator[int]:
    return (at + 1 for at, letter in enumerate(chars) if _is_letter(letter))


def _is_letter(letter: str) -> bool:
    return "\u0621" <= letter <= "\u064a" and letter != TATWEEL


def _by_last_letter(chars: str, pack: Pack) -> dict[int, Span]:
    """Every word, signs and all, by the place of its last letter."""
    page = pack.page(chars)
    return {page.span(word.end - 1, word.end).start: page.span(*word) for word in page.words}


def _exchanged(chars: str, sets: tuple[str, ...]) -> Iterator[Edits]:
    """A letter replaced by another of its set."""
    for place in range(len(chars)):
        alike = next((letters for letters in sets if chars[place] in letters), "")
        yield from ((Edit(place, place + 1, letter),) for letter in alike if letter != chars[place])


def _hits(pack: Pack, word: str) -> list[Hit]:
    """What the lexicons see in one word."""
    page = pack.page(word)
    return sorted(hit for lexicon in pack.files for hit in page.hits(lexicon)) + list(page.hits("gazetteer"))


def _is_name(hit: Hit, pack: Pack) -> bool:
    """Whether a hit is a person's given name."""
    return hit.entry.lexicon == "persons" and pack.rule(hit, PersonWordRule).role in ("given", "weak")


def _shapes() -> dict[str, list[str]]:
    shapes: dict[str, list[str]] = {}
    for point in range(0xFE80, 0xFEF5):
        shapes.setdefault(unicodedata.normalize("NFKC", chr(point)), []).append(chr(point))
    return shapes


_SHAPES: Final = _shapes()
