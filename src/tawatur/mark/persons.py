"""Names of persons: a given name and the names after it, in running text and in lists."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Final, NamedTuple

from tawatur.lang.lexicon import Page
from tawatur.lang.number_tokens import NumberToken
from tawatur.lang.pack import Pack
from tawatur.mark.name_roles import HARMED, TITLES, Around, harmed_words
from tawatur.mark.name_words import NameWords, Part
from tawatur.model.mark import PersonMark
from tawatur.model.text import Span

_MOST_PARTS: Final = 5
_STARTS: Final = ("given", "weak", "kunya", "servant")
_LISTS: Final = ("list", "victims")
_CLOSED: Final = re.compile(r" ?(?:[\u060c,.\u061b:()\n\[\]/]|$)")
"""What may stand behind a name whose last word is another word too."""
_AND: Final = "\u0648"
_SON: Final = "\u0628\u0646"
_HEAD: Final = re.compile(r"[ :\n\d.)*(\u2022-]{0,12}")
_NEXT: Final = re.compile(
    r" ?(?:\([^()\n]{0,40}\))?"
    r"(?:'? ?-[ ']{0,2}|[^\n.:\u060c,\u061b()]{0,50}[\u060c,\u061b\n][ \n\d.)*(\u2022_'-]*(?:\u0648')?|'? (?=\u0648))"
)
"""From the end of one name in a list to where the next begins: a bracket, a few words and a comma; a line; a dash; "and"."""


class _Start(NamedTuple):
    """Where a name may begin (where its word starts), and in which kind of list it stands: "", list or victims."""

    at: int
    listed: str = ""


class _Walk(NamedTuple):
    """A name as it was read: where it begins and ends in the view, its parts, and the alias behind it."""

    begin: int
    end: int
    parts: tuple[Part, ...]
    alias: tuple[int, int] | None = None

    @property
    def reach(self) -> int:
        """Where the name ends with its alias."""
        return self.alias[1] if self.alias else self.end


@dataclass(frozen=True, slots=True)
class Names:
    """The persons of a page, and the names of things that are called after persons ("the Khalid mosque")."""

    persons: tuple[PersonMark, ...]
    things: tuple[Span, ...]


def find_persons(page: Page, pack: Pack, parts: Sequence[NumberToken]) -> Names:
    """The names of persons, in text order, and those of things that are called after persons.

    ``parts`` are the parts of the page's numbers in text order: an age may stand behind a name.
    """
    words = NameWords.of(page, pack)
    around = Around.of(page, words, pack, parts)
    persons: list[PersonMark] = []
    things: list[Span] = []
    for start, walk in _walks(around):
        named_after = around.named_after(start.at)
        if named_after == "thing":
            things.append(page.span(walk.begin, walk.end))
        elif named_after is None:
            persons.append(_mark(around, start, walk))
    persons += [mark for mark in _aliases(around) if not any(mark.span.meets(other.span) for other in persons)]
    return Names(tuple(sorted(persons, key=lambda mark: mark.span)), tuple(things))


def _walks(around: Around) -> Iterator[tuple[_Start, _Walk]]:
    """Every name with where it starts, in text order; one inside another is passed over."""
    words = around.words
    todo = [_Start(at) for role in _STARTS for at in words.roles.get(role, {})]
    todo += [start for hit, rule in words.ending.values() for start in _led(words, hit.end, rule.role)]
    todo += [start for hit in harmed_words(words.page) for start in _start(words, hit.end + len(hit.after) + 1, "")]
    todo += list(_sons(words))
    heapify(todo)
    reached = -1
    while todo:
        start = heappop(todo)
        while todo and todo[0].at == start.at:
            start = heappop(todo)  # a list says more than the name alone
        walk = _walk(words, start) if start.at >= reached else None
        if walk is None or not _holds(around, start, walk):
            continue
        walk = walk._replace(alias=around.alias(walk.end))
        reached = walk.reach
        yield start, walk
        for following in _following(words, start, reached):
            heappush(todo, following)


def _sons(words: NameWords) -> Iterator[_Start]:
    """Where a name begins right before "son of": who is called so need not bear a known name himself."""
    for at in words.roles.get("link", {}):
        number = words.number.get(at, 0)
        if number > 0 and words.page.view[at : words.page.words[number].end] == _SON and words.touches(number):
            yield _Start(words.page.words[number - 1].start)


def _led(words: NameWords, end: int, role: str) -> Iterator[_Start]:
    """Where a name begins after a title or the head of a list."""
    if role in TITLES:
        yield from _start(words, end + 1, "")
    elif role in _LISTS:
        gap = _HEAD.match(words.page.view, end)
        yield from _start(words, gap.end() if gap else end, role)


def _following(words: NameWords, start: _Start, end: int) -> Iterator[_Start]:
    """Where the next name of a list begins."""
    gap = _NEXT.match(words.page.view, end) if start.listed else None
    if gap:
        yield from _start(words, gap.end(), start.listed)


def _start(words: NameWords, at: int, listed: str) -> Iterator[_Start]:
    """The start at a place of the view; in a list a title before the name is passed over."""
    number = words.number.get(at)
    if number is None:
        return
    title = words.ending.get(words.page.words[number].end) if listed else None
    if title and title[1].role in TITLES:
        yield from _start(words, title[0].end + 1, listed)
    else:
        yield _Start(at, listed)


def _walk(words: NameWords, start: _Start) -> _Walk | None:
    """The name that begins at a word; None where none does."""
    number, begin = words.number.get(start.at), _begin(words, start.at)
    if number is None:
        return None
    first = words.part(number, first=True)
    joined = words.page.view.startswith(_AND, start.at) and start.at not in words.barred
    if first is None and start.listed and joined:
        first, begin = Part(number + 1, "plain"), start.at + 1
    if first is None or first.kind in ("family", "link"):
        return None
    parts = [first]
    while len(parts) < _MOST_PARTS and (part := words.part(parts[-1].after)):
        second = part.kind == "family" and part.sure and [one.kind for one in parts].count("family") == 1
        if parts[-1].kind == "family" and part.kind not in ("given", "kunya", "link") and not second:
            break  # a family name with its article ends a name, but a second may follow
        if part.kind == "family" and not part.sure and not _closed(words, part):
            break
        parts.append(part)
    if not parts[-1].sure and not _closed(words, parts[-1]):
        parts.pop()
    return _Walk(begin, _end(words, parts[-1]), tuple(parts)) if parts else None


def _end(words: NameWords, part: Part) -> int:
    """Where a part of a name ends in the view."""
    return words.page.words[part.after - 1].end


def _closed(words: NameWords, part: Part) -> bool:
    """Whether a sign or the end of a line follows a part of a name."""
    return _CLOSED.match(words.page.view, _end(words, part)) is not None


def _begin(words: NameWords, at: int) -> int:
    """Where a name begins in its first word, attached particles left out."""
    hit = words.given(at) or words.small(at)
    return hit.start if hit else at


def _holds(around: Around, start: _Start, walk: _Walk) -> bool:
    """Whether the parts are a name, given what stands around them."""
    kind, following = walk.parts[0].kind, walk.parts[1:2]
    sure = any(part.kind in ("given", "kunya", "link") for part in following)
    title = around.title(start.at)
    supported = title is not None or start.listed != ""
    alone = around.words.number[start.at] + 1 == walk.parts[0].after
    ordinary = alone and around.words.is_ordinary(start.at)
    if not following:
        return kind == "given" and title is not None and title[1].role in HARMED and not ordinary
    if kind == "given":
        return supported or not ordinary or sure
    if kind == "kunya":
        return supported or sure or start.at not in around.called
    if kind == "weak":
        return supported or ((sure or around.led(start.at)) and not ordinary)
    if not supported:  # a name that no list holds, between what was done to him and his father's
        second = following[0].kind
        return second == "link" or (second == "given" and around.harmed(start.at))
    listed = start.listed == "victims" and _closed(around.words, walk.parts[-1])
    return sure or ((listed or around.told_of(start.at, walk.end)) and not around.words.will_be(start.at))


def _mark(around: Around, start: _Start, walk: _Walk) -> PersonMark:
    """The mark of a name with its role and alias; an alias belongs to the span, not to the name."""
    page = around.words.page
    title, office = around.title(start.at), around.office(start.at)
    kin = around.kin(start.at, walk.reach)
    harmed = title[1].role in HARMED if title else start.listed == "victims" and not office
    role = kin or ("victim" if harmed else "title" if title else "official" if office else None)
    hit = around.words.given(start.at) or around.words.small(start.at) or (title[0] if title else None)
    return PersonMark(
        page.span(walk.begin, walk.reach),
        page.as_read(walk.begin, walk.end),
        role,
        hit.entry.rule if hit else "mark#name-in-a-list",
        page.as_read(*walk.alias) if walk.alias else None,
        around.age(walk.reach),
    )


def _aliases(around: Around) -> Iterator[PersonMark]:
    """Persons who are told by an alias alone ("the commander known as Abu Saqr")."""
    page = around.words.page
    for hit in around.words.roles.get("alias", {}).values():
        alias = around.alias_after(hit)
        if alias:
            said = page.as_read(*alias)
            title = around.title(hit.start - len(hit.before))
            role = "title" if title else "official" if around.office(hit.start) else None
            yield PersonMark(page.span(*alias), said, role, hit.entry.rule, said)
