"""One automaton for all lexicons: every listed form is found in one pass over a folded text.

Arabic writes particles and pronouns on to their word. A form is therefore accepted inside a longer word when what
stands before it there is a proclitic, and what stands after it an enclitic, that its class of word allows.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

import ahocorasick

from tawatur.lang.fold import ARABIC, FOREIGN, Folded
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
    """A text prepared for the marking stages: its folded view, its words, and every lexicon's hits in text order."""

    __slots__ = ("_hits", "chars", "folded", "view", "words")

    def __init__(
        self, chars: str, folded: Folded, words: tuple[Span, ...], hits: Mapping[str, tuple[Hit, ...]]
    ) -> None:
        self.chars = chars
        self.folded = folded
        self.view = folded.view
        self.words = words
        self._hits = hits

    def hits(self, lexicon: str) -> tuple[Hit, ...]:
        """The hits of one lexicon, none overlapping: of two that overlap, the longer."""
        return self._hits.get(lexicon, ())

    def span(self, start: int, end: int) -> Span:
        """The span of the text behind a stretch of the view."""
        return self.folded.back(start, end)


def find_words(view: str) -> tuple[Span, ...]:
    """The words of a folded view: runs of letters of one script, runs of digits."""
    return tuple(Span(match.start(), match.end()) for match in WORD.finditer(view))


class Lexicon:
    """All forms of a pack in one automaton. Built once, then read only; it can be pickled."""

    __slots__ = ("_automaton", "_clitics", "_forms")

    def __init__(self, forms: Iterable[tuple[str, Entry]], clitics: Mapping[str, Clitics]) -> None:
        self._clitics = dict(clitics)
        by_form: dict[str, tuple[Entry, ...]] = {}
        for form, entry in forms:
            known = by_form.get(form, ())
            by_form[form] = known if entry in known else (*known, entry)
        self._forms = len(by_form)
        self._automaton = ahocorasick.Automaton()
        for form, entries in by_form.items():
            self._automaton.add_word(form, (len(form), entries))
        self._automaton.make_automaton()

    def scan(self, view: str, words: tuple[Span, ...], *, feminine: Collection[int] = ()) -> dict[str, tuple[Hit, ...]]:
        """Every lexicon's hits in ``view``, in text order, the longest of those that overlap.

        ``feminine`` are the places of the view where the text has ta marbuta: what looks like a pronoun there is none.
        """
        if not self._forms:
            return {}
        begins, ends = _borders(view, words)
        found: dict[str, list[Hit]] = defaultdict(list)
        for last, (length, entries) in self._automaton.iter(view):
            start, end = last + 1 - length, last + 1
            begin = begins[start]
            if start - begin > _LONGEST_CLITIC:
                continue
            close = ends[last]
            if close > end:
                if _leads(view, start, end):
                    close = end
                elif close - end > _LONGEST_CLITIC or end in feminine:
                    continue
            before, after = view[begin:start], view[end:close]
            for entry in entries:
                allowed = self._clitics[entry.shape]
                fits = before in allowed.before and after in allowed.after
                if fits and (not entry.tails or _tailed(view, close, entry.tails)):
                    found[entry.lexicon].append(Hit(entry, start, end, before, after))
        return {lexicon: longest_first(hits) for lexicon, hits in found.items()}


_LONGEST_CLITIC: Final = 4
_TAIL_WORDS: Final = 6
_CLAUSE: Final = re.compile("[^.,;:!?\n\u060c\u061b\u061f]{0,60}")


def _tailed(view: str, at: int, tails: tuple[str, ...]) -> bool:
    """Whether one of these words stands among the few words after ``at``, no sign between."""
    clause = _CLAUSE.match(view, at)
    words = clause.group().split() if clause else []
    return any(word in tails for word in words[:_TAIL_WORDS])


def _leads(view: str, start: int, end: int) -> bool:
    """Whether a form ends in a particle of one letter, which is written on to whatever word follows."""
    return end - start > 2 and view[end - 2] == " " and view[end - 1].isalpha()


def _borders(view: str, words: tuple[Span, ...]) -> tuple[list[int], list[int]]:
    """For each code point of the view, where its word begins and where it ends."""
    begins = list(range(len(view)))
    ends = list(range(1, len(view) + 1))
    for start, end in words:
        begins[start:end] = [start] * (end - start)
        ends[start:end] = [end] * (end - start)
    return begins, ends


def longest_first(hits: list[Hit]) -> tuple[Hit, ...]:
    """Of hits that overlap only the longest (then the first, then the one with the shorter clitics), in text order."""
    ranked = sorted(
        hits, key=lambda hit: (hit.start - hit.end, hit.start, len(hit.before) + len(hit.after), hit.entry.rule)
    )
    taken: set[int] = set()
    kept: list[Hit] = []
    for hit in ranked:
        places = range(hit.start, hit.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(hit)
    return tuple(sorted(kept, key=lambda hit: hit.start))
