"""One index for all lexicons: every listed form is found in one pass over a folded text.

Arabic writes particles and pronouns on to their word. A form is therefore accepted inside a longer word when what
stands before it there is a proclitic, and what stands after it an enclitic, that its class of word allows.
"""

import re
import sys
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import Final, NamedTuple

import ahocorasick

from tawatur.lang.fold import ARABIC, FOREIGN, Folded, as_read, fold_but_quotes, has_quotes
from tawatur.model.text import Span

WORD: Final = re.compile(f"[0-9]+|[{ARABIC}]+|[{FOREIGN}]+")
"""Pages run an English word on to an Arabic one ("Shared with Public"): a change of script ends a word."""


class Entry(NamedTuple):
    """One form of one rule. ``lexicon`` is the pack file, ``rule`` the full id, ``shape`` the class of word.

    With ``tails`` one of these words must follow in its clause.
    """

    lexicon: str
    rule: str
    shape: str
    number: str | None = None
    tense: str | None = None
    tails: tuple[str, ...] = ()


class Hit(NamedTuple):
    """A form found: ``start`` to ``end`` in the folded view (clitics left out), and the clitics around it."""

    entry: Entry
    start: int
    end: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Clitics:
    """What may be attached before and after the words of one shape."""

    before: frozenset[str]
    after: frozenset[str]


class Page:
    """A text prepared for the marking stages: its folded view, its words, and every lexicon's hits in text order.

    ``quoted`` is the view with its quotation marks; ``span`` gives the span of the text behind a stretch of the view,
    ``number`` the number of the word that starts at a place.
    """

    __slots__ = ("_following", "_hits", "_starts", "chars", "folded", "number", "quoted", "span", "view", "words")

    def __init__(
        self, chars: str, folded: Folded, words: tuple[Span, ...], hits: Mapping[str, tuple[Hit, ...]]
    ) -> None:
        self.chars = chars
        self.folded = folded
        self.quoted = fold_but_quotes(chars) if has_quotes(chars) else folded
        self.view = folded.view
        self.words = words
        self.span = folded.back
        self._hits = hits
        self._starts = [start for start, _ in words]
        self._following = dict(zip(self._starts, [*self._starts[1:], _BEYOND], strict=True) if words else ())
        self.number = dict(zip(self._starts, range(len(words)), strict=True))

    def hits(self, lexicon: str) -> tuple[Hit, ...]:
        """The hits of one lexicon, none overlapping: of two that overlap, the longer."""
        return self._hits.get(lexicon, ())

    def as_read(self, start: int, end: int) -> str:
        """The words behind a stretch of the view, as a person would type them."""
        return as_read(self.chars[slice(*self.span(start, end))])

    def word_starts(self, hits: Iterable[Hit]) -> set[int]:
        """Where the words begin that some hits cover, the particles before them with them."""
        found: set[int] = set()
        following = self._following
        for _, start, end, before, _ in hits:
            begin = start - len(before)
            if following.get(begin, 0) >= end:
                found.add(begin)  # so it is with most
            else:
                first = bisect_left(self._starts, begin)
                found.update(self._starts[first : bisect_left(self._starts, end, first)])
        return found


def find_words(view: str) -> tuple[Span, ...]:
    """The words of a folded view: runs of letters of one script, runs of digits."""
    return tuple([tuple.__new__(Span, match.span()) for match in WORD.finditer(view)])


class Lexicon:
    """All forms of a pack, ready to be found in one pass. Built once, then read only; it can be pickled.

    Forms of one word are looked up by the words of a text, since pages repeat their words; only what is longer (or has a
    sign inside) goes into the automaton, which would find the short ones inside every other word.
    """

    __slots__ = ("_automaton", "_clitics", "_longest", "_words")

    def __init__(self, forms: Iterable[tuple[str, Entry]], clitics: Mapping[str, Clitics]) -> None:
        self._clitics = dict(clitics)
        by_form: dict[str, tuple[Entry, ...]] = {}
        for form, entry in forms:
            known = by_form.get(form, ())
            by_form[form] = known if entry in known else (*known, entry)
        self._words = {form: entries for form, entries in by_form.items() if WORD.fullmatch(form)}
        self._longest = max(map(len, self._words), default=0)
        self._automaton = ahocorasick.Automaton()
        for form, entries in by_form.items():
            if form not in self._words:
                self._automaton.add_word(form, (len(form), entries))
        self._automaton.make_automaton()

    def scan(self, view: str, words: tuple[Span, ...], *, feminine: Collection[int] = ()) -> dict[str, tuple[Hit, ...]]:
        """Every lexicon's hits in ``view``, in text order, the longest of those that overlap.

        ``feminine`` are the places of the view where the text has ta marbuta: what looks like a pronoun there is none.
        """
        found: defaultdict[str, list[Hit]] = defaultdict(list)
        rivals: defaultdict[str, list[Hit]] = defaultdict(list)
        touched = bytearray(len(view) + 1)  # by a longer form: what stands in these words may yield to it
        for hit in self._longer(view, words, feminine):
            rivals[hit.entry.lexicon].append(hit)
            touched[hit.start - len(hit.before) : hit.end] = b"\x01" * (hit.end - hit.start + len(hit.before))
        written = _with_ta_marbuta(view, feminine) if feminine else view
        new = tuple.__new__  # a third of Hit(...)
        for at, close in words:
            hits, settled = _in_word(self, written[at:close])
            if settled is None or touched[at]:
                for entry, start, end, before, after in hits:
                    if not entry.tails or _tailed(view, close, entry.tails):
                        rivals[entry.lexicon].append(new(Hit, (entry, at + start, at + end, before, after)))
            else:
                for lexicon, entry, start, end, before, after in settled:
                    found[lexicon].append(new(Hit, (entry, at + start, at + end, before, after)))
        for lexicon, several in rivals.items():
            found[lexicon] = sorted((*found[lexicon], *longest_first(several)), key=_START)
        return {lexicon: tuple(hits) for lexicon, hits in found.items()}

    def in_word(self, word: str) -> tuple[Hit, ...]:
        """Every form in one word whose ta marbuta are left as they are; places are counted from its first letter."""
        if len(word) > self._longest + 2 * _LONGEST_CLITIC:
            return ()
        view = word.replace(_TA_MARBUTA, _HA)
        return tuple(
            Hit(entry, start, end, view[:start], view[end:])
            for start in range(min(_LONGEST_CLITIC + 1, len(word)))
            for end in range(len(word), max(start, len(word) - _LONGEST_CLITIC - 1), -1)
            if end == len(word) or word[end] != _TA_MARBUTA
            for entry in self._words.get(view[start:end], ())
            if self._fits(entry, view[:start], view[end:])
        )

    def _longer(self, view: str, words: tuple[Span, ...], feminine: Collection[int]) -> Iterator[Hit]:
        """The forms of several words, or with a sign inside, whose tails follow."""
        starts = [start for start, _ in words]
        for last, (length, entries) in self._automaton.iter(view) if self._automaton else ():
            start, end = last + 1 - length, last + 1
            begin = _word_at(words, starts, start).start
            if start - begin > _LONGEST_CLITIC:
                continue
            close = _word_at(words, starts, last).end
            if close > end:
                if _leads(view, start, end):
                    close = end
                elif close - end > _LONGEST_CLITIC or end in feminine:
                    continue
            before, after = view[begin:start], view[end:close]
            for entry in entries:
                if self._fits(entry, before, after) and not (entry.tails and not _tailed(view, close, entry.tails)):
                    yield Hit(entry, start, end, before, after)

    def _fits(self, entry: Entry, before: str, after: str) -> bool:
        """Whether the class of word takes what is attached to it here."""
        allowed = self._clitics[entry.shape]
        return before in allowed.before and after in allowed.after


_LONGEST_CLITIC: Final = 4
_TAIL_WORDS: Final = 6
_START: Final = itemgetter(Hit._fields.index("start"))
_IN_CLAUSE: Final = "[^.,;:!?\n\u060c\u061b\u061f]"
_CLAUSE: Final = re.compile(f"({_IN_CLAUSE}{{0,60}})(?:[,\u060c]{_IN_CLAUSE}{{1,30}}[,\u060c]({_IN_CLAUSE}{{0,60}}))?")
"""A clause, and how it goes on behind an aside between commas ("lifted, on Sunday, the siege")."""
_HA: Final = "\u0647"
_TA_MARBUTA: Final = "\u0629"


class _Known(NamedTuple):
    """What one word holds, places counted from its first letter: all ``hits``, and those that stay among themselves.

    ``settled`` are the latter, each after its lexicon; None where the words behind decide what stays.
    """

    hits: tuple[Hit, ...]
    settled: tuple[tuple[str, Entry, int, int, str, str], ...] | None


@lru_cache(maxsize=1 << 15)
def _in_word(lexicon: Lexicon, word: str) -> _Known:
    """What ``in_word`` finds; most words of a page stood on a page before."""
    hits = lexicon.in_word(word)
    if any(hit.entry.tails for hit in hits):
        return _Known(hits, None)
    names = dict.fromkeys(hit.entry.lexicon for hit in hits)
    kept = (hit for name in names for hit in longest_first([hit for hit in hits if hit.entry.lexicon == name]))
    return _Known(hits, tuple((hit.entry.lexicon, *hit) for hit in kept))


def _with_ta_marbuta(view: str, feminine: Collection[int]) -> str:
    """The view, with ta marbuta where the text has it."""
    between = pairwise((-1, *sorted(feminine), len(view)))
    return _TA_MARBUTA.join([view[last + 1 : at] for last, at in between])


def _word_at(words: tuple[Span, ...], starts: list[int], at: int) -> Span:
    """The word that holds the code point ``at``, or that code point alone; ``starts`` is where the words begin."""
    number = bisect_right(starts, at) - 1
    return words[number] if number >= 0 and at < words[number].end else Span(at, at + 1)


_BEYOND: Final = sys.maxsize


def _tailed(view: str, at: int, tails: tuple[str, ...]) -> bool:
    """Whether one of these words stands among the few words after ``at``, no sign between but those of an aside."""
    clause = _CLAUSE.match(view, at)
    words = " ".join(part for part in clause.groups() if part).split() if clause else []
    return any(word in tails for word in words[:_TAIL_WORDS])


def _leads(view: str, start: int, end: int) -> bool:
    """Whether a form ends in a particle of one letter, which is written on to whatever word follows."""
    return end - start > 2 and view[end - 2] == " " and view[end - 1].isalpha()


def longest_first(hits: list[Hit]) -> tuple[Hit, ...]:
    """Of hits that overlap only the longest (then the first, then the one with the shorter clitics), in text order."""
    kept: list[Hit] = []
    rivals: list[Hit] = []  # these overlap one another, and the view is theirs up to ``reach``
    reach = 0
    for hit in sorted(hits, key=_START):
        _, start, end, _, _ = hit
        if start >= reach:
            kept += rivals if len(rivals) < 2 else _settled(rivals, reach)
            rivals = []
        rivals.append(hit)
        reach = end if end > reach else reach
    return (*kept, *(rivals if len(rivals) < 2 else _settled(rivals, reach)))


def _rank(hit: Hit) -> tuple[int, int, int, str]:
    entry, start, end, before, after = hit
    return start - end, start, len(before) + len(after), entry.rule


def _settled(rivals: list[Hit], reach: int) -> list[Hit]:
    """Those that stay of a chain of overlapping hits, which stand in text order and end at ``reach``."""
    best = min(rivals, key=_rank)
    if best.start == rivals[0].start and best.end == reach:
        return [best]  # it covers all others, as mostly
    taken: set[int] = set()
    kept: list[Hit] = []
    for hit in sorted(rivals, key=_rank):
        places = range(hit.start, hit.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(hit)
    return sorted(kept, key=_START)
