"""Names of registered parties written with one wrong letter: forgiven where nothing else is meant."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from tawatur.lang.lexicon import Page
from tawatur.lang.pack import Pack
from tawatur.lang.party_names import Name, PartyNames, party_names
from tawatur.lang.schema import MorphologyFile
from tawatur.model.text import Span

_LONG: Final = 8
_JOINED: Final = ("\u0648", "\u0628", "\u0644", "\u0641", "\u0643")
"""Particles of one letter that are written on to the first word of a name."""
_WITHIN: Final = 2
"""A name of one word is forgiven only inside: at its ends another letter makes another form of the word."""


class Forgiven(NamedTuple):
    """A stretch of the view that is one letter away from a registered name."""

    span: Span
    name: Name


class _Reading(NamedTuple):
    """A word without the particles ``attached`` to it (how many letters), and the words of names that may be meant."""

    attached: int
    bare: str
    meant: tuple[str, ...]


def forgiven_names(page: Page, pack: Pack, known: bytes) -> Iterator[Forgiven]:
    """Misspelt names, in text order. ``known`` is 1 at the places of the view where a lexicon has a word: only
    ordinals among them are tried, for their gender.
    """
    names = party_names(pack)
    view = page.view
    written = [view[start:end] for start, end in page.words]
    for number, (start, end) in enumerate(page.words):
        word = written[number]
        if (known[start] or known[end - 1]) and word not in names.ordinals:
            continue  # as most words are
        meant = _meant(pack, names, word)
        if not meant:
            continue
        if len(word) < _LONG and not _is_beside(names, written, number):
            continue
        found = dict.fromkeys(one for reading in meant for one in _near(page, names, written, number, reading))
        best = max((len(one.name.words) for one in found), default=0)
        longest = [one for one in found if len(one.name.words) == best]
        if len({one.name.ids for one in longest}) == 1:
            yield longest[0]


def _is_beside(names: PartyNames, written: list[str], number: int) -> bool:
    """Whether a word of a name stands before or behind word ``number``."""
    return any(
        word in names.holding or (word[:1] in _JOINED and word[1:] in names.holding)
        for word in (*written[max(0, number - 1) : number], *written[number + 1 : number + 2])
    )


@lru_cache(maxsize=1 << 15)
def _meant(pack: Pack, names: PartyNames, word: str) -> tuple[_Reading, ...]:
    """The readings of a word that is one letter away from words of names."""
    readings = (_Reading(attached, bare, names.of_typo(bare)) for attached, bare in _readings(pack, word))
    return tuple(reading for reading in readings if reading.meant)


def _readings(pack: Pack, word: str) -> Iterator[tuple[int, str]]:
    """``word`` with the particles that may be attached to a name counted off: how many letters, and the rest."""
    yield 0, word
    if word[:1] not in _JOINED:
        return
    morphology = pack.files["morphology"]
    rows = morphology.clitics if isinstance(morphology, MorphologyFile) else []
    for before in next((row.before for row in rows if row.shape == "name"), []):
        if word.startswith(before):
            yield len(before), word[len(before) :]


def _near(page: Page, names: PartyNames, written: list[str], number: int, reading: _Reading) -> Iterator[Forgiven]:
    """The registered names that stand here with the reading for one of their words."""
    attached, bare, known = reading
    behind = written[number + 1] if number + 1 < len(written) else None
    for meant in known:
        for name, place in names.holding[meant]:
            if place + 1 < len(name.words) and name.words[place + 1] != behind:
                continue  # as with nearly all names that a frequent word opens
            if (attached and place) or (len(name.words) == 1 and not _inside(bare, meant)):
                continue
            first = number - place
            if first >= 0 and _standing(page, written, first, name, place):
                begin = page.words[first].end - (len(bare) if place == 0 else len(name.words[0]))
                yield Forgiven(Span(begin, page.words[first + len(name.words) - 1].end), name)


def _inside(word: str, meant: str) -> bool:
    """Whether two words begin and end alike."""
    return word[:_WITHIN] == meant[:_WITHIN] and word[-_WITHIN:] == meant[-_WITHIN:]


def _standing(page: Page, written: list[str], first: int, name: Name, wrong: int) -> bool:
    """Whether a name stands at word ``first``, where its word ``wrong`` may be written in any way."""
    last = first + len(name.words) - 1
    if last >= len(written):
        return False
    for place, word in enumerate(name.words):
        said = written[first + place]
        joined = place == 0 and said[:1] in _JOINED and said[1:] == word
        if place != wrong and said != word and not joined:
            return False
    gaps = (page.view[one.end : other.start] for one, other in pairwise(page.words[first : last + 1]))
    return all(gap == " " for gap in gaps)
