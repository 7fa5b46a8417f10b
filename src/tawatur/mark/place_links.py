"""Which names of a text say where another one lies: "village X in the countryside of Y", "X, which belongs to Y"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tawatur.lang.lexicon import Page
from tawatur.lang.place import Place
from tawatur.mark.place_votes import gap_km
from tawatur.mark.place_words import Found, Words

Links = dict[int, tuple[int, ...]]
"""For the number of a name in the text, the numbers of those that hold it, the nearest first."""

_LONGEST: Final = 24
_WIDE_WORDS: Final = ("governorate", "countryside", "district", "area", "areas", "region")
_WIDE_KINDS: Final = ("country", "region", "governorate")
_LINKING: Final = ("scene", "of")
_GAP: Final = re.compile("([ ,\u060c/(-]*)([^,\u060c/()\n]*?)([\u0628\u0644]{0,2})[ (]*")
"""Signs, a linking word, and an attached particle ("in" or "of"): what may stand between a place and what holds it."""

_BESIDE_KM: Final = 40.0
_BORDER_KM: Final = 10.0


def find_links(page: Page, words: Words, found: Sequence[Found]) -> Links:
    """What holds each name of ``found``, as the words between them say."""
    links: dict[int, list[int]] = {}
    for number in range(len(found) - 1):
        link = _link(page, words, found[number], found[number + 1])
        if link == "holds":
            links.setdefault(number, []).append(number + 1)
        elif link == "held":
            links.setdefault(number + 1, []).append(number)
    return {number: tuple(_followed(number, links)) for number in links}


def _followed(number: int, links: dict[int, list[int]]) -> Iterator[int]:
    """What holds a name, then what holds that."""
    seen = {number}
    queue = list(links[number])
    while queue:
        holder = queue.pop(0)
        if holder not in seen:
            seen.add(holder)
            yield holder
            queue += links.get(holder, [])


def _link(page: Page, words: Words, one: Found, other: Found) -> str | None:
    """How two names belong together: "holds" where the second says where the first lies, "held" the other way round."""
    gap = page.view[one.end : other.start]
    if len(gap) > _LONGEST or "\n" in gap or one.end > other.start:
        return None
    parts = _GAP.fullmatch(gap)
    if parts is None or not _linking(words, one.end + parts.end(2), parts.group(2)):
        return None
    if other.near is not None and not parts.group(1).strip():
        return "holds"
    said = bool(parts.group(2) or parts.group(3) or "(" in gap)
    listed = any(sign in parts.group(1) for sign in ",\u060c/-")
    if is_wide(other) and not is_wide(one):
        return "holds" if said or not listed or other.descriptor else None
    if is_wide(one) and not is_wide(other) and not parts.group(3):
        return "held" if said or listed or other.descriptor else None
    if not said or listed:
        return None
    if _is_quarter(other) and not _is_quarter(one) and not is_wide(one):
        return "held"  # "in the city of Y, in the quarter of X"
    return "holds" if not is_wide(one) or _is_part_of_town(one, other) else None


def _is_quarter(one: Found) -> bool:
    return one.descriptor is not None and one.descriptor.kind == "neighbourhood"


def _is_part_of_town(one: Found, other: Found) -> bool:
    """Whether an "area" is one of a town: "in the area of X in the city of Y"."""
    kinds = [each.descriptor.kind if each.descriptor is not None else None for each in (one, other)]
    return kinds == ["area", "town"] and one.bearing is None


def _linking(words: Words, at: int, word: str) -> bool:
    """Whether what stands between two names is nothing, or one word such as "in" and "which belongs to"."""
    if not word.strip():
        return True
    row = words.before(at)
    return (
        row is not None
        and row[1].role in _LINKING
        and row[0].end - row[0].start >= len(word.strip()) - len(row[0].before)
    )


def is_wide(one: Found) -> bool:
    """Whether a name is said as of an area, so that others can lie in it."""
    if one.bearing is not None or (one.descriptor is not None and one.descriptor.kind in _WIDE_WORDS):
        return True
    return bool(one.candidates) and one.candidates[0].kind in _WIDE_KINDS


def holds(holder: Found, place: Place) -> bool:
    """Whether ``place`` lies where ``holder`` says, whoever bears the holder's name."""
    return any(_lies_in(place, area, holder) for area in holder.candidates)


def _lies_in(place: Place, area: Place, holder: Found) -> bool:
    if area.country != place.country or place.id == area.id:
        return False
    if area.kind == "country":
        return True
    if area.kind == "governorate":
        return area.admin1_ar == place.admin1_ar
    reach = _BORDER_KM if area.kind in ("region", "district", "subdistrict") else _BESIDE_KM
    return gap_km(place, area) <= reach
