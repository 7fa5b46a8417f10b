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

_KINDS: Final = ("town", "neighbourhood", "camp")
_ALIKE: Final = str.maketrans(
    "\u0635\u0637\u0636\u0638\u0630\u062b\u0642", "\u0633\u062a\u062f\u062f\u062f\u062a\u0643"
)
"""Sad, ta, dad, za, dhal, tha and qaf as the letters that are written for them by ear."""

_DOTLESS: Final = {
    0x062A: 0x0628, 0x062B: 0x0628, 0x0646: 0x0628, 0x064A: 0x0628,  # ta, tha, nun, ya as ba
    0x062D: 0x062C, 0x062E: 0x062C, 0x0630: 0x062F, 0x0632: 0x0631, 0x0634: 0x0633, 0x0636: 0x0635, 0x0638: 0x0637,
    0x063A: 0x0639, 0x0642: 0x0641,
}  # fmt: skip
"""Letters that differ only in their dots, the typist's slips, as the first of each kind."""

_HA: Final = "\u0647"
_VOWELS: Final = "\u0627\u0648\u064a"
_LEAST_SOUND: Final = 3
_MOST_CHANGED: Final = 2
_LEAST_LETTER: Final = 5
_LEAST_PART: Final = 4
_LONGEST: Final = 3
_KEPT: Final = 4096
_AREAS_KEPT: Final = 64


class Near(NamedTuple):
    """A place with the way in which its name is near: "sound", "letter" or "part"."""

    how: str
    place: Place


class _Row(NamedTuple):
    bare: str
    number: int


@lru_cache(maxsize=_KEPT)
def near_names(gazetteer: Gazetteer, key: str, areas: tuple[Area, ...], kind: str) -> tuple[Near, ...]:
    """Who of one ``kind`` bears a name near ``key`` (folded) in one of ``areas``: only those of the surest way.

    None where nobody does; ``kind`` is town, neighbourhood or camp.
    """
    bare, sound = without_article(key), sound_of(key)
    indexes = [_index(gazetteer, area, kind) for area in areas]
    ways = (("sound", [sound]), ("letter", [shape_of(bare), "".join(sorted(bare))]), ("part", [key]))
    for how, keys in ways:
        rows = [row for index in indexes for each in keys for row in index.get((how, each), ())]
        numbers = {row.number for row in rows if _fits(how, key, bare, row.bare, len(sound))}
        if numbers:
            return tuple(Near(how, gazetteer.place(number)) for number in sorted(numbers))
    return ()


def _fits(how: str, key: str, bare: str, other: str, sounds: int) -> bool:
    if how == "sound":
        return _few(bare, other, sounds)
    return _one_slip(bare, other) if how == "letter" else len(key) >= _LEAST_PART


def sound_of(key: str) -> str:
    """A folded name as it sounds: without article and long vowels, emphatic letters as plain ones."""
    plain = without_article(key).replace(" ", "").removesuffix(_HA).translate(_ALIKE)
    return plain[:1] + "".join(letter for letter in plain[1:] if letter not in _VOWELS)


def shape_of(key: str) -> str:
    """A folded name without the dots that tell its letters apart."""
    return key.translate(_DOTLESS)


def _few(a: str, b: str, sounds: int) -> bool:
    """Whether two names that sound alike, in so many letters, are also written nearly alike: the shorter the nearer."""
    most = min(_MOST_CHANGED, sounds - _LEAST_SOUND + 1)
    return most > 0 and DamerauLevenshtein.distance(a, b, score_cutoff=most) <= most


def _one_slip(a: str, b: str) -> bool:
    """Whether two names differ in the dots of one letter, or in two neighbours that changed places."""
    if len(a) != len(b) or len(a) < _LEAST_LETTER:
        return False
    apart = [number for number in range(len(a)) if a[number] != b[number]]
    turned = len(apart) == 2 and apart[1] == apart[0] + 1
    return len(apart) == 1 or (turned and sorted(a) == sorted(b))


@lru_cache(maxsize=_AREAS_KEPT)
def _index(gazetteer: Gazetteer, area: Area, kind: str) -> dict[tuple[str, str], tuple[_Row, ...]]:
    """The names of the places of one area and kind by how they sound, by their shape, and by their parts."""
    rows: defaultdict[tuple[str, str], list[_Row]] = defaultdict(list)
    for number in _numbers(gazetteer).get((*area, kind), ()):
        for key in gazetteer.place(number).keys:
            row = _Row(without_article(key), number)
            rows["sound", sound_of(key)].append(row)
            rows["letter", shape_of(row.bare)].append(row)
            rows["letter", "".join(sorted(row.bare))].append(row)
            for part in _parts(key):
                rows["part", part].append(row)
    return {key: tuple(each) for key, each in rows.items()}


def _parts(key: str) -> set[str]:
    """The first and the last words of a name of up to three."""
    words = key.split(" ")
    if not 1 < len(words) <= _LONGEST:
        return set()
    cuts = range(1, len(words))
    return {" ".join(words[:cut]) for cut in cuts} | {" ".join(words[cut:]) for cut in cuts}


@lru_cache(maxsize=2)
def _numbers(gazetteer: Gazetteer) -> dict[tuple[str | None, str | None, str], tuple[int, ...]]:
    """The rows of small places by country, first-level unit and kind."""
    rows: defaultdict[tuple[str | None, str | None, str], list[int]] = defaultdict(list)
    for number, (country, unit, kind) in enumerate(gazetteer.homes()):
        if unit and kind in _KINDS:
            rows[country, unit, kind].append(number)
    return {area: tuple(numbers) for area, numbers in rows.items()}
