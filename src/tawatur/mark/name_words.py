"""The words of a page as parts of persons' names: given names, names of fathers and families, the small words between."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from tawatur.lang.fold import ALIF_MAQSURA, fold
from tawatur.lang.forms import ARTICLE, LAM_LAM
from tawatur.lang.lexicon import Hit, Page
from tawatur.lang.pack import LISTED_WORDS, Pack
from tawatur.lang.schema import PersonWordRule, PlaceWordRule

_LEAST_LETTERS: Final = 3
_LEAST_AFTER_SERVANT: Final = 5
_LEAST_FUTURE: Final = 5
_FUTURE: Final = ("\u0633\u064a", "\u0633\u062a")
_UNDERSCORE: Final = "_"
_GAP: Final = re.compile(r"[ ']{1,3}")
_FIRST_ARABIC: Final = "\u0621"
_TANWIN: Final = "\u064b"
_YA: Final = "\u064a"
_NO_NAMES: Final = (LAM_LAM, "\u0648", _YA, "\u0628" + ARTICLE, "\u0643" + ARTICLE, "\u0641" + ARTICLE)
"""How no unknown name begins: particles before the article, "and", the prefix of a verb in the present."""
_DOUBTFUL: Final = ("people", "party_words", "numbers", "times")
"""Whose nouns are family names as well once they have the article ("the student")."""

_FIRM: Final = tuple(name for name in LISTED_WORDS if name not in _DOUBTFUL)
_PARTS: Final = ("given", "weak", "kunya", "link", "servant", "tail", "god", "title", "victim", "civil")
"""Roles of words that may be part of a name; a word of any other role ends it."""

_GIVEN: Final = ("given", "weak")


class Part(NamedTuple):
    """One part of a name: the number of the word after it, and its kind.

    ``kind``: given, weak (a given name that is a word too), kunya, link ("son of X"), servant ("servant of God"), plain,
    family (with the article). One that is not ``sure`` is another word too: what follows settles it.
    """

    after: int
    kind: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words of a page by what they may be in a name. Words are told by where they start in the view."""

    page: Page
    number: Mapping[int, int]
    roles: Mapping[str, Mapping[int, Hit]]
    givens: Mapping[int, Hit]
    smalls: Mapping[int, Hit]
    ending: Mapping[int, tuple[Hit, PersonWordRule]]
    barred: Set[int]
    doubtful: Set[int]

    @classmethod
    def of(cls, page: Page, pack: Pack) -> "NameWords":
        """The words of ``page``."""
        starting: dict[str, dict[int, Hit]] = {}
        ending: dict[int, tuple[Hit, PersonWordRule]] = {}
        firm = _taken(page, pack, _FIRM)
        barred = firm | _taken(page, pack, _DOUBTFUL)
        others: list[Hit] = []
        officials: list[Hit] = []
        rules = pack.rows(PersonWordRule)
        for hit in page.hits("persons"):
            rule = rules[hit.entry.rule]
            role = rule.role
            if role in _GIVEN and _bare_ya(page, pack, hit):
                continue
            starting.setdefault(role, {})[hit.start - len(hit.before)] = hit
            ending[hit.end] = (hit, rule)
            if role not in _PARTS:
                (officials if role == "official" else others).append(hit)
        firm |= _barred_by(page, others)
        barred |= firm | _barred_by(page, officials)
        given = {**starting.get("weak", {}), **starting.get("given", {})}
        small = {**starting.get("servant", {}), **starting.get("kunya", {})}
        return cls(page, page.number, starting, given, small, ending, barred, barred - firm)

    def given(self, start: int) -> Hit | None:
        """The given name at a word, whether or not it is another word too."""
        return self.givens.get(start)

    def small(self, start: int) -> Hit | None:
        """The small word at a word that opens a name: "father of", "servant of"."""
        return self.smalls.get(start)

    def is_ordinary(self, start: int) -> bool:
        """Whether a given name is another lexicon's word too; "Ali", told from "on" by its dots, is none."""
        hit = self.given(start)
        return hit is not None and start in self.barred and self.page.view[hit.end - 1] != _YA

    def touches(self, number: int) -> bool:
        """Whether only a blank stands between a word and the one before it; "_" with a blank divides the names of a list."""
        before, word = self.page.words[number - 1], self.page.words[number]
        if _GAP.fullmatch(self.page.view, before.end, word.start) is None:
            return False
        gap = self.page.chars[slice(*self.page.span(before.end, word.start))]
        return len(gap) == 1 or _UNDERSCORE not in gap

    def part(self, number: int, *, first: bool = False) -> Part | None:
        """The part of a name that begins with a word; None where the word is no part of one."""
        if number >= len(self.page.words) or not (first or self.touches(number)):
            return None
        start = self.page.words[number].start
        hit = self.given(start)
        if hit is not None and (first or not hit.before):
            return self._given(number, hit, first=first)
        if hit is not None:
            return None  # "and Musa" begins another name
        small = self._small(number, start, first=first)
        if small is not None or start in self.roles.get("link", {}):
            return small  # "daughter of the martyr X" is not the end of a name
        return self._unknown(number, start)

    def will_be(self, start: int) -> bool:
        """Whether a word is shaped like a verb in the future: quoted behind a title it is no name."""
        word = self.page.words[self.number[start]]
        return word.end - word.start >= _LEAST_FUTURE and self.page.view.startswith(_FUTURE, word.start)

    def _given(self, number: int, hit: Hit, *, first: bool) -> Part | None:
        weak = hit.start - len(hit.before) in self.roles.get("weak", {})
        if weak and not first and hit.start in self.barred:
            return Part(number + 1, "weak", sure=False)
        after = self._after(number, hit.end)
        tail = self._tail(after)
        return Part(tail or self._of_god_too(after), "weak" if weak and not tail else "given")

    def _tail(self, number: int) -> int | None:
        """The number of the word after the second half of a name ("light of *the faith*"); None where none follows."""
        if number >= len(self.page.words) or self.page.words[number].start not in self.roles.get("tail", {}):
            return None
        return number + 1 if self.touches(number) else None

    def _small(self, number: int, start: int, *, first: bool) -> Part | None:
        """A part that opens with a small word: "father of", "son of", "servant of"."""
        for role in ("kunya", "link", "servant"):
            hit = self.roles.get(role, {}).get(start)
            if hit is None or (hit.before and not first) or (role == "link" and first):
                continue
            following = self.part(number + 1)
            if following is None or following.kind in ("kunya", "link"):
                return None
            if role == "servant":
                return following._replace(kind="given") if self._of_god(number + 1) else None
            named = role == "kunya" and following.kind in ("given", "servant")
            return Part(following.after, "given" if named else role)
        return None

    def _of_god(self, number: int) -> bool:
        """Whether a word may follow "servant of"."""
        word = self.page.words[number]
        return word.end - word.start >= _LEAST_AFTER_SERVANT and self.page.view.startswith(ARTICLE, word.start)

    def _unknown(self, number: int, start: int) -> Part | None:
        """A word of no lexicon, long enough for a name and not shaped like another word."""
        word = self.page.words[number]
        written = self.page.view[word.start : word.end]
        article = written.startswith(ARTICLE)
        if start in self.barred:
            return Part(number + 1, "family", sure=False) if article and start in self.doubtful else None
        if start in self.roles.get("god", {}):
            return None
        strange = written < _FIRST_ARABIC or len(written) < _LEAST_LETTERS
        if strange or written.startswith(_NO_NAMES) or _TANWIN in self.page.chars[_last_two(self.page, word.end)]:
            return None
        if article:
            return Part(self._of_god_too(number + 1), "family")
        return Part(number + 1, "plain")

    def _of_god_too(self, number: int) -> int:
        """The number of the word after a name, which may end in a name of God."""
        of_god = number < len(self.page.words) and self.page.words[number].start in self.roles.get("god", {})
        return number + 1 if of_god and self.touches(number) else number

    def _after(self, number: int, end: int) -> int:
        """The number of the first word that begins at ``end`` or later."""
        while number < len(self.page.words) and self.page.words[number].start < end:
            number += 1
        return number


def _taken(page: Page, pack: Pack, names: Sequence[str]) -> set[int]:
    """Where the words begin that hits of these lexicons take."""
    return _barred_by(page, [hit for name in names for hit in _hits(page, pack, name)])


def _hits(page: Page, pack: Pack, name: str) -> Sequence[Hit]:
    """The hits of a lexicon that end a name.

    The first halves of places' names ("head of", "sheikh") do not, nor does what units are named after ("lions") where
    it has the article: it is a family's name too.
    """
    if name != "places":
        return page.hits(name)
    first, honoured = _of_role(pack, "compound"), _of_role(pack, "glue")
    hits = (hit for hit in page.hits(name) if hit.entry.rule not in first)
    return [hit for hit in hits if hit.entry.rule not in honoured or ARTICLE not in hit.before]


@cache
def _of_role(pack: Pack, role: str) -> frozenset[str]:
    """The rules of places' words of one role, by their full ids."""
    rows = pack.rules.items()
    return frozenset(full for full, row in rows if isinstance(row, PlaceWordRule) and row.role == role)


def _barred_by(page: Page, hits: Iterable[Hit]) -> set[int]:
    """Where the words begin that hits of other lexicons take; what has the article is no verb."""
    view = page.view
    return page.word_starts(
        [hit for hit in hits if hit[0][2] != "verb" or not view.startswith(ARTICLE, hit[1])]  # shape, start: by number
    )


def _last_two(page: Page, end: int) -> slice:
    """Where in the text the last two letters of a word stand, with their signs: tanwin stands on either."""
    return slice(page.span(end - 2, end - 1).start, page.span(end - 1, end).end)


def _bare_ya(page: Page, pack: Pack, hit: Hit) -> bool:
    """Whether a hit has lost the dots of its last letter: folded, the preposition "on" is spelt like the name Ali.

    Names that are written with alif maqsura have lost nothing.
    """
    if page.view[hit.end - 1] != _YA or page.chars[page.span(hit.end - 1, hit.end).start] not in ALIF_MAQSURA:
        return False
    return page.view[hit.start : hit.end] not in _in_alif_maqsura(pack, hit.entry.rule)


@cache
def _in_alif_maqsura(pack: Pack, rule: str) -> frozenset[str]:
    """The names of a rule that end in alif maqsura, folded."""
    return frozenset(fold(name).view for name in pack.rules[rule].names if name.endswith(ALIF_MAQSURA[0]))
