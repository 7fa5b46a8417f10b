"""Names of places that no gazetteer holds: those that stand after "the village of", or that go on behind a known word."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from tawatur.lang.lexicon import Page
from tawatur.lang.pack import Pack
from tawatur.mark.place_words import Found, Name, Words, is_definite, with_words
from tawatur.mark.spans import Covered
from tawatur.model.text import Span

_BARRING: Final = ("numbers", "times", "harm", "actions", "people", "weapons", "parties", "cues", "places")
NAMED_AFTER: Final = ("town", "neighbourhood", "camp")
"""Kinds of words after which a name is a place even where no gazetteer holds it."""
_LETTERS_OF_A_NAME: Final = 3
_COMPOUND: Final = 3
_AND: Final = "\u0648"
_BA: Final = "\u0628"
_LEARNED_LETTERS: Final = 4
_MOST_LEARNED: Final = 60
"""Each is looked for through the whole text."""


def goes_on(page: Page, one: Found, words: Words) -> Span | None:
    """Where a longer name stands that no gazetteer holds, of which a name behind "the village of" is only the first word.

    "The village of Jdeideh X" is another than one of the many that are called Jdeideh alone, and a camp that is called
    after what a country gave ("Kuwait X") is not in that country. None for any other name.
    """
    if one.descriptor is None or one.descriptor.kind not in NAMED_AFTER:
        return None
    row = words.starting.get(one.name.span.start)
    compound = row is not None and row[1].role == "compound" and row[0].end == one.name.span.end
    camp = one.descriptor.kind == "camp" and any(place.kind == "country" for place in one.candidates)
    number = bisect_left(page.words, (one.name.span.end,))
    following = page.words[number] if number < len(page.words) else None
    if not (compound or camp) or following is None or page.view[one.name.span.end : following.start] != " ":
        return None
    long = following.end - following.start >= _LETTERS_OF_A_NAME
    ends = not long or following.start in words.starting or following.start in _barred(page)
    return None if ends else Span(one.name.span.start, following.end)


def unlisted(page: Page, pack: Pack, words: Words, found: Sequence[Found], longer: Sequence[Span]) -> Iterator[Found]:
    """Names that no gazetteer holds, after "the village of", "the town of", and where the text tells them again.

    ``longer`` are those that begin with a name of the gazetteer.
    """
    known = Covered([*(Span(one.start, one.end) for one in found), *longer])
    learned: dict[str, Found] = {}
    barred: set[int] | None = None
    for span in longer:
        one = _unlisted_at(page, pack, words, span)
        learned.setdefault(one.key, one)
        yield one
    for hit, rule in words.ending.values():
        if rule.role != "descriptor" or rule.kind not in NAMED_AFTER or is_definite(page, hit):
            continue
        barred = _barred(page) if barred is None else barred
        name = _name_after(page, words, hit.end, barred)
        if name and not known.meets(name):
            one = _unlisted_at(page, pack, words, name)
            whole = goes_on(page, one, words)
            one = _unlisted_at(page, pack, words, whole) if whole else one
            if len(learned) < _MOST_LEARNED:
                learned.setdefault(one.key, one)
            yield one
    if learned:
        yield from _told_again(page, pack, words, learned, known)


def _barred(page: Page) -> set[int]:
    """Where words of other lexicons stand: they are no names."""
    return {at for lexicon in _BARRING for hit in page.hits(lexicon) for at in range(hit.start, hit.end)}


def _unlisted_at(page: Page, pack: Pack, words: Words, name: Span, attached: str = "") -> Found:
    """The name at ``name``; the gazetteer may hold it with its article dropped or put on."""
    key = page.view[name.start : name.end]
    bearers = pack.gazetteer.by_name(key)
    return with_words(page, Name(name, attached, page.as_read(*name), key), words, bearers)


def _told_again(page: Page, pack: Pack, words: Words, learned: dict[str, Found], known: Covered) -> Iterator[Found]:
    """Names that a descriptor made known, where they stand without one."""
    told = {one.name.span.start for one in learned.values()}
    for key in sorted(key for key in learned if len(key) >= _LEARNED_LETTERS):
        at = page.view.find(key)
        while at >= 0:
            end = at + len(key)
            number = bisect_left(page.words, (at + 1,)) - 1
            start = page.words[number].start
            attached = page.view[start:at]
            whole = end == len(page.view) or not page.view[end].isalpha()
            if whole and attached in ("", _AND, _BA) and at not in told and not known.meets(Span(at, end)):
                told.add(at)
                yield _unlisted_at(page, pack, words, Span(at, end), attached)
            at = page.view.find(key, end)


def _name_after(page: Page, words: Words, at: int, barred: set[int]) -> Span | None:
    """The word right after a descriptor (two where the first is short, as in "Kafr X"), unless a lexicon holds it."""
    following = page.words[(number := bisect_left(page.words, (at,))) : number + 2]
    if not following or following[0].start - at > 2 or page.view[at : following[0].start].strip():
        return None
    first = following[0]
    row = words.starting.get(first.start)
    if row and row[1].role == "compound" and row[0].end == first.end and len(following) > 1:
        apart = page.view[first.end : following[1].start]
        return Span(first.start, following[1].end) if apart == " " else None
    if not barred.isdisjoint(range(*first)):
        return None
    if len(page.view[first.start : first.end]) < 2 or page.view[first.start].isdigit():
        return None
    if (
        len(following) > 1
        and first.end - first.start <= _COMPOUND
        and page.view[first.end : following[1].start] == " "
        and following[1].start not in barred
    ):
        return Span(first.start, following[1].end)
    return first if first.end - first.start >= _LETTERS_OF_A_NAME else None
