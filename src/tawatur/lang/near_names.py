"""Names of a gazetteer that are written a little differently than they were asked for.

Village names come through Kurdish, Turkish and dialect, and reports spell them by ear: emphatic letters for plain ones,
long vowels for short. What sounds alike, differs in one letter, or is a part of a longer name is found here, but
only within first-level units that the reader already has a reason to look in.
"""

from collections import defaultdict
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from tawatur.lang.gazetteer import Gazetteer, Place
from tawatur.lang.place import without_article

Area = tuple[str | None, str | None]
"""A country and its first-level unit."""

HOW: Final = ("sound", "letter", "part")
"""The ways in which a name can be near, the surest first."""

_KINDS: Final = ("town", "neighbourhood", "camp", "landmark", "farmland", "base")
_ALIKE: Final = str.maketrans(
    {
        "\u0635": "\u0633",
        "\u0637": "\u062a",
        "\u0636": "\u062f",
        "\u0638": "\u062f",
        "\u0630": "\u062f",
        "\u062b": "\u062a",
    }
)
"""Sad, ta, dad, za, dhal, tha as the plain letters that are written for them."""

_VOWELS: Final = "\u0627\u0648\u064a"
_LEAST_SOUND: Final = 4
_LEAST_LETTER: Final = 5
_LEAST_PART: Final = 4
_LONGEST: Final = 3
_KEPT: Final = 4096


class Near(NamedTuple):
    """A place with the way in which its name is near: "sound", "letter" or "part"."""

    how: str
    place: Place


class _Row(NamedTuple):
    key: str
    bare: str
    sound: str
    number: int


@lru_cache(maxsize=_KEPT)
def near_names(gazetteer: Gazetteer, key: str, areas: tuple[Area, ...]) -> tuple[Near, ...]:
    """Who bears a name near ``key`` (folded) in one of ``areas``: only those of the surest way; none where none does."""
    index = _index(gazetteer)
    rows = [row for area in areas for row in index.get(area, ())]
    bare, sound = without_article(key), sound_of(key)
    for how, fits in (
        ("sound", [row for row in rows if sound == row.sound and len(sound) >= _LEAST_SOUND]),
        ("letter", [row for row in rows if len(bare) >= _LEAST_LETTER and _one_letter(bare, row.bare)]),
        ("part", [row for row in rows if len(key) >= _LEAST_PART and _is_part(key, row.key)]),
    ):
        if fits:
            return tuple(Near(how, gazetteer.place(row.number)) for row in fits)
    return ()


def sound_of(key: str) -> str:
    """A folded name as it sounds: without article and long vowels, emphatic letters as plain ones."""
    plain = without_article(key).replace(" ", "").translate(_ALIKE)
    return plain[:1] + "".join(letter for letter in plain[1:] if letter not in _VOWELS)


def _one_letter(a: str, b: str) -> bool:
    """Whether two names differ in one letter, or in two that changed places."""
    return abs(len(a) - len(b)) <= 1 and DamerauLevenshtein.distance(a, b, score_cutoff=1) == 1


def _is_part(key: str, longer: str) -> bool:
    """Whether ``key`` is the first or the last words of a name of up to three."""
    return longer.count(" ") < _LONGEST and (longer.startswith(key + " ") or longer.endswith(" " + key))


@lru_cache(maxsize=2)
def _index(gazetteer: Gazetteer) -> dict[Area, tuple[_Row, ...]]:
    """The names of small places by first-level unit."""
    rows: defaultdict[Area, list[_Row]] = defaultdict(list)
    for number, place in enumerate(gazetteer):
        if place.admin1_ar and place.kind in _KINDS:
            rows[place.country, place.admin1_ar] += (
                _Row(key, without_article(key), sound_of(key), number) for key in place.keys
            )
    return {area: tuple(each) for area, each in rows.items()}


def places_of_kind(gazetteer: Gazetteer, kind: str) -> tuple[Place, ...]:
    """Every place of one kind, in the order of the gazetteer."""
    return _of_kind(gazetteer, kind)


@lru_cache(maxsize=8)
def _of_kind(gazetteer: Gazetteer, kind: str) -> tuple[Place, ...]:
    return tuple(place for place in gazetteer if place.kind == kind)
