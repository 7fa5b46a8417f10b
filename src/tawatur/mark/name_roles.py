"""What stands around a person's name: a title, an office, what is named after him, an alias."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Final

from tawatur.lang.forms import ARTICLE
from tawatur.lang.lexicon import Hit, Page
from tawatur.lang.number_tokens import NumberToken
from tawatur.lang.pack import Pack
from tawatur.lang.schema import CueRule, PersonWordRule
from tawatur.mark.ages import age_behind
from tawatur.mark.name_words import NameWords
from tawatur.mark.spans import end_before, start_after

TITLES: Final = ("title", "victim", "civil", "called")
HARMED: Final = ("victim", "civil")
_MOST_TO_OFFICE: Final = 8
_BLANKS: Final = " '"
_BEFORE_NAME: Final = " '\u060c,"
_AND: Final = "\u0648"
_HIM: Final = "\u0647"
_KIN: Final = ("#kinsman", "#kinswoman")
"""Rules of people who are called by their kin to another of the harmed."""
_OWN: Final = "#of-people"
"""The rule of people who are called by their kin only where a pronoun is written on to the word ("his son")."""
_CHILD_OF: Final = "child-of"
_AGE: Final = re.compile(r" ?[(\[] ?\d{1,3}(?!\d)")
_TO_ALIAS: Final = re.compile("[ \u060c,]{1,2}")
_IN_ALIAS: Final = re.compile("[ ]{0,2}(?:\u0628 ?)?")


@dataclass(frozen=True, slots=True)
class Around:
    """The words of a page around its names: where the words of each kind begin.

    ``spoken``: verbs of deeds and harm, and cues; ``leading``: words of harm and speech; ``harms``: of harm and kin;
    ``registered``: registered parties; ``called``: names of the gazetteer. ``parts`` are the parts of its numbers.
    """

    words: NameWords
    spoken: Set[int]
    leading: Set[int]
    harms: Set[int]
    registered: Set[int]
    called: Set[int]
    parts: Sequence[NumberToken]

    @classmethod
    def of(cls, page: Page, words: NameWords, pack: Pack, parts: Sequence[NumberToken]) -> "Around":
        """What stands around the names of ``page``."""
        reporting = _reporting(pack)
        spoken = [hit for hit in page.hits("cues") if hit.entry.rule in reporting]
        deeds = [hit for name in ("actions", "harm") for hit in page.hits(name) if hit.entry.shape == "verb"]
        return cls(
            words,
            page.word_starts([*deeds, *page.hits("cues")]),
            page.word_starts([*page.hits("harm"), *spoken]),
            page.word_starts(harmed_words(page)),
            page.word_starts(page.hits("parties")),
            {hit.start - len(hit.before) for hit in page.hits("gazetteer")},
            parts,
        )

    def before(self, at: int, blanks: str = _BLANKS) -> tuple[Hit, PersonWordRule] | None:
        """The person word that ends right before a place of the view."""
        return self.words.ending.get(end_before(self.words.page.view, at, blanks))

    def title(self, at: int) -> tuple[Hit, PersonWordRule] | None:
        """The title right before a name, or with one adjective between ("the Syrian child NAME")."""
        found = self.before(at)
        number = self.words.number.get(at, 0)
        if found is None and number > 1 and self.words.touches(number):
            between = self.words.page.words[number - 1].start
            if self.words.page.view.startswith(ARTICLE, between):
                found = self.before(between)
        return found if found and found[1].role in TITLES and not self._describes(found) else None

    def _describes(self, title: tuple[Hit, PersonWordRule]) -> bool:
        """Whether a title is only an adjective of the noun before it ("Civil" in "Civil Defence")."""
        at = title[0].start - len(title[0].before)
        number = self.words.number.get(at, 0)
        if title[1].role != "civil" or number == 0 or not self.words.touches(number):
            return False
        noun = self.words.page.words[number - 1]
        known = self.words.ending.get(noun.end)
        return self.words.page.view.startswith(ARTICLE, noun.start) and not (known and known[1].role in TITLES)

    def kin(self, at: int, end: int) -> str | None:
        """What a name is of whom only the kin or the men are meant: "kin", or "kin_told" where "who" goes on about him.

        The word for the kin stands right before the name or before its titles. None for any other name.
        """
        start = at
        while title := self.title(start):
            start = title[0].start - len(title[0].before)
        found = self.before(start)
        if found is None or found[0].after or ARTICLE in found[0].before:
            return None
        hit, rule = found
        # "Daughter of" is written like "his son".
        if rule.role != "kin" and (rule.id != _CHILD_OF or self.words.page.view[hit.end - 1] == _HIM):
            return None
        return (
            "kin_told"
            if start_after(self.words.page.view, end, _BEFORE_NAME) in self.words.roles.get("who", {})
            else "kin"
        )

    def office(self, at: int) -> Hit | None:
        """The office before a name; its body may stand between ("the head of the coalition NAME")."""
        page = self.words.page
        found = self.before(at, _BEFORE_NAME)
        if found and found[1].role == "official":
            return found[0]
        number = self.words.number.get(at, 0)
        for back in range(number - 1, max(-1, number - 1 - _MOST_TO_OFFICE), -1):
            word = page.words[back]
            known = self.words.ending.get(word.end)
            if not self.words.touches(back + 1) or (word.start in self.spoken and not known):
                return None
            if known and known[1].role == "official":
                return known[0]
            if known and known[1].role == "stop":
                return None
            if page.view.startswith(_AND, word.start) and word.start not in self.registered:
                return None
        return None

    def named_after(self, at: int) -> str | None:
        """Whether a name is a thing's or a place's ("the Khalid mosque"): thing, place or None."""
        title = self.title(at)
        found = self.before(title[0].start - len(title[0].before)) if title else self.before(at)
        if found and found[1].role == "place" and at not in self.called and title:
            return None
        return found[1].role if found and found[1].role in ("thing", "place") else None

    def led(self, at: int) -> bool:
        """Whether a word of harm or speech stands right before."""
        number = self.words.number.get(at, 0)
        return number > 0 and self.words.page.words[number - 1].start in self.leading

    def harmed(self, at: int) -> bool:
        """Whether a word of harm, or for the kin of one harmed, stands right before."""
        number = self.words.number.get(at, 0)
        return number > 0 and self.words.page.words[number - 1].start in self.harms

    def told_of(self, at: int, end: int) -> bool:
        """Whether an unknown word after a title begins a name: behind a word of harm, or before an age."""
        title = self.title(at)
        harmed = title is not None and self.led(title[0].start - len(title[0].before))
        return harmed or _AGE.match(self.words.page.view, end) is not None or self.age(end) is not None

    def age(self, end: int) -> int | None:
        """The age in whole years told behind a name that ends at ``end``; None where none is."""
        return age_behind(self.words.page, self.words.roles, self.parts, end)

    def alias(self, end: int) -> tuple[int, int] | None:
        """The alias behind a name that ends at ``end`` ("known as Abu Saqr"): where it begins and ends in the view."""
        gap = _TO_ALIAS.match(self.words.page.view, end)
        hit = self.words.roles.get("alias", {}).get(gap.end()) if gap else None
        return self.alias_after(hit) if hit else None

    def alias_after(self, hit: Hit) -> tuple[int, int] | None:
        """The alias that "known as" introduces: "father of" with a name, or a name."""
        gap = _IN_ALIAS.match(self.words.page.view, hit.end)
        at = gap.end() if gap else hit.end
        number = self.words.number.get(at)
        if number is None:  # a particle is written on to it
            number = self.words.number.get(at - 1)
        part = self.words.part(number, first=True) if number is not None else None
        if part is None or part.kind == "family":
            return None
        return at, self.words.page.words[part.after - 1].end


def harmed_words(page: Page) -> list[Hit]:
    """The words behind which somebody harmed may be named: those of harm, and for his kin to another ("her son NAME")."""
    kin = (
        hit
        for hit in page.hits("people")
        if hit.entry.rule.endswith(_KIN) or (hit.after and hit.entry.rule.endswith(_OWN))
    )
    return [*page.hits("harm"), *kin]


@cache
def _reporting(pack: Pack) -> frozenset[str]:
    """The words of speech, by their full ids."""
    return frozenset(full for full, row in pack.rules.items() if isinstance(row, CueRule) and row.kind == "reporting")
