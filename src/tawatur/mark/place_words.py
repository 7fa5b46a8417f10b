"""The words around a place name: what it is, on which side and how far off the meant spot lies, what part it plays."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from tawatur.lang.forms import ARTICLE
from tawatur.lang.lexicon import Hit, Page
from tawatur.lang.pack import Pack
from tawatur.lang.place import Place
from tawatur.lang.schema import NumberRule, PlaceWordRule
from tawatur.mark.spans import end_before, start_after
from tawatur.model.text import Span

_SHOWN: Final = ("countryside", "road", "governorate", "district", "point", "base", "camp")
_SPEAKING: Final = (
    "scene", "axis", "origin", "home", "firing_point", "treatment", "reference", "blocked",
)  # fmt: skip
"""Roles of words that say what part a place plays."""

_REACH: Final = 6
_AND: Final = "\u0648"
_LAM: Final = "\u0644"
_MOST_DIGITS: Final = 6
_DIGITS: Final = re.compile("[0-9]+(?:[.,][0-9]+)?$")
_BLANKS_AND_QUOTES: Final = " \"'"


KINDS: Final = {
    "town": ("town", "village", "city", "locality"),
    "neighbourhood": ("neighbourhood", "quarter"),
    "governorate": ("governorate", "region"),
    "countryside": ("region", "governorate"),
    "areas": ("region", "governorate"),
    "district": ("district", "subdistrict", "county"),
    "camp": ("camp",),
    "base": ("base", "airport"),
}
"""The kinds of places that each kind of word before a name asks for."""


class Name(NamedTuple):
    """A bare name: where it stands in the view, the particles attached before it, as read, and folded."""

    span: Span
    attached: str
    said: str
    key: str


class Found(NamedTuple):
    """A name in the text with the words around it: ``start`` and ``end`` in the view, descriptors included.

    ``bearing`` is the side of the world on which the meant spot lies (degrees clockwise from north), ``outward``
    whether it lies outside the place named ("east of X") or in it ("the eastern X"), ``away_km`` how far off it was
    said to lie. ``joins`` holds the word "between" where one stood before the name, ``alone`` the start and the words
    without it. ``several`` tells that the word before is of two or more ("the towns of"), and so of the names behind
    "and" too.
    """

    name: Name
    start: int
    end: int
    said: str
    descriptor: PlaceWordRule | None
    near: PlaceWordRule | None
    bearing: float | None
    outward: bool
    away_km: float | None
    joins: PlaceWordRule | None
    alone: tuple[int, str]
    several: bool
    role: str
    cue: str | None
    candidates: tuple[Place, ...]

    @property
    def key(self) -> str:
        """The folded name."""
        return self.name.key


class Words:
    """The place words of a page by where they end and where they start."""

    __slots__ = ("_numbers", "_pack", "_page", "ending", "starting")

    def __init__(self, page: Page, pack: Pack) -> None:
        rules = pack.rows(PlaceWordRule)
        rows = [(hit, rules[hit.entry.rule]) for hit in page.hits("places")]
        self.ending = {row[0].end: row for row in rows}
        self.starting = {hit.start - len(hit.before): (hit, rule) for hit, rule in rows}
        self._numbers = {hit.end: hit for hit in reversed(page.hits("numbers"))}
        self._page = page
        self._pack = pack

    def before(self, at: int) -> tuple[Hit, PlaceWordRule] | None:
        """The place word that ends right before ``at``, only blanks and quotes between."""
        view = self._page.view
        if at > 1 and view[at - 2] not in _BLANKS_AND_QUOTES:
            return self.ending.get(at - 1 if view[at - 1] in _BLANKS_AND_QUOTES else at)
        return self.ending.get(end_before(view, at, _BLANKS_AND_QUOTES))

    def after(self, at: int) -> tuple[Hit, PlaceWordRule] | None:
        """The place word that begins right after ``at``."""
        view = self._page.view
        if view[at + 1 : at + 2] not in _BLANKS_AND_QUOTES:  # as between most words, one blank at most
            return self.starting.get(at + 1 if view[at] in _BLANKS_AND_QUOTES else at)
        return self.starting.get(start_after(view, at, _BLANKS_AND_QUOTES))

    def number_before(self, at: int) -> tuple[int, float] | None:
        """Where the number right before ``at`` begins, with its value; None where there is none."""
        view = self._page.view
        end = end_before(view, at, " ")
        digits = _DIGITS.search(view, max(0, end - _MOST_DIGITS), end)
        if digits:
            return digits.start(), float(digits.group().replace(",", "."))
        hit = self._numbers.get(end)
        value = self._pack.rule(hit, NumberRule).value if hit else None
        return (hit.start, float(value)) if hit and value else None


@dataclass(slots=True)
class _Before:
    """What has been read before a name, word by word from right to left. Lives only while one name is read."""

    start: int
    said: str
    at: int
    attached: str
    descriptor: PlaceWordRule | None = None
    near: PlaceWordRule | None = None
    bearings: list[float] = field(default_factory=list)
    outward: bool = True
    away_km: float | None = None
    joins: PlaceWordRule | None = None
    alone: tuple[int, str] | None = None
    several: bool = False
    role: str = "scene"
    cue: str | None = None

    def take(self, page: Page, hit: Hit) -> None:
        """Take one word into the phrase."""
        self.start = hit.start
        self.said = f"{said_of(page, hit)} {self.said}"


def with_words(page: Page, name: Name, words: Words, candidates: tuple[Place, ...]) -> Found:
    """``name`` with the place words before it and the directions after it."""
    read = _Before(name.span.start, name.said, name.span.start - len(name.attached), name.attached)
    for _ in range(0 if name.attached.startswith(_AND) else _REACH):
        row = words.before(read.at)
        if row is None:
            break
        read.at = row[0].start - len(row[0].before)
        if not _take(page, words, read, *row) or row[0].before.startswith(_AND):
            break
        read.attached = row[0].before
    end, said = name.span.end, read.said
    following: list[float] = []
    both = False  # "the eastern and the western countryside" is no side of it
    while (row := words.after(end)) and _describes(page, row, read, candidates):
        joined = row[0].before.startswith(_AND)
        end, said = row[0].end, f"{said} {_AND if joined else ''}{said_of(page, row[0])}"
        both = both or joined
        following += [row[1].bearing] if row[1].bearing is not None else []
    if not read.outward:
        said = page.as_read(read.start, end)
    bearing = None if both else _mean(following or read.bearings)
    outward = read.outward and not following
    return Found(
        name, read.start, end, said, read.descriptor, read.near, bearing, outward, read.away_km,
        read.joins, read.alone or (read.start, said), read.several, read.role, read.cue, candidates,
    )  # fmt: skip


def _take(page: Page, words: Words, read: _Before, hit: Hit, rule: PlaceWordRule) -> bool:
    """Whether the word before the phrase belongs to it or to its part in the sentence, so that one may read on."""
    if rule.role in ("descriptor", "near"):
        if is_definite(page, hit) and read.outward and " " not in page.view[hit.start : hit.end]:
            return False  # "the towns that count" has an adjective behind it, "the towns of X" no article
        if shown(rule):
            read.take(page, hit)
        else:
            read.start = hit.start
        if rule.role == "descriptor":
            read.several = hit.entry.number in ("dual", "plural") if read.descriptor is None else read.several
            read.descriptor = rule if read.descriptor is None else _around(rule, read.descriptor)
        else:
            read.near = read.near or rule
        return True
    if rule.role == "direction":
        return _take_side(page, read, hit, rule)
    if rule.role == "between":
        read.joins = rule
        read.alone = read.alone or (read.start, read.said)
        read.take(page, hit)
        return True
    if rule.role == "unit":
        return _take_distance(page, words, read, hit, rule)
    if rule.role == "glue":
        row = words.before(hit.start - len(hit.before))
        rule = row[1] if row and row[1].role == "blocked" else rule
    if rule.role in _SPEAKING:
        read.role, read.cue = rule.role, hit.entry.rule
    return False


def _around(rule: PlaceWordRule, inner: PlaceWordRule) -> PlaceWordRule:
    """What two descriptors of one name say: "the countryside of the town of X" is countryside, and X a town."""
    return (
        rule.model_copy(update={"kind": inner.kind})
        if rule.relation == "countryside" and inner.relation is None
        else inner
    )


def _take_side(page: Page, read: _Before, hit: Hit, rule: PlaceWordRule) -> bool:
    """A side of the world before the name: "east of X"; with its article only as in "the eastern countryside of X"."""
    if rule.bearing is None:
        read.start = hit.start
        return True
    if is_definite(page, hit):
        if _LAM not in read.attached:
            return False
        read.outward = False
    read.take(page, hit)
    read.bearings.append(rule.bearing)
    return True


def _take_distance(page: Page, words: Words, read: _Before, hit: Hit, rule: PlaceWordRule) -> bool:
    """A number of kilometres before "south of X", or before X itself."""
    number = words.number_before(hit.start - len(hit.before))
    if number is None or not (read.bearings or rule.relation):
        return False
    read.start, value = number
    read.away_km = round(value * (rule.radius_km or 1.0), 3)
    read.said = f"{page.as_read(read.start, hit.end)} {read.said}"
    read.at = read.start
    return True


def _describes(page: Page, row: tuple[Hit, PlaceWordRule], read: _Before, candidates: Sequence[Place]) -> bool:
    """Whether the word after a name is a direction that describes it: "the eastern", not "east of"."""
    parted = read.descriptor is not None or (bool(candidates) and candidates[0].kind == "region")
    return parted and row[1].role == "direction" and is_definite(page, row[0])


def _mean(bearings: Sequence[float]) -> float | None:
    """The side between the sides that were said: north and west give north-west. None where none was."""
    if not bearings:
        return None
    north = sum(math.cos(math.radians(each)) for each in bearings)
    east = sum(math.sin(math.radians(each)) for each in bearings)
    return round(math.degrees(math.atan2(east, north)) % 360, 1)


def is_definite(page: Page, hit: Hit) -> bool:
    """Whether a direction has the article: "the eastern" describes the name before it, "east of" goes with the next."""
    return hit.entry.shape != "phrase" and (ARTICLE in hit.before or page.view.startswith(ARTICLE, hit.start))


def unjoined(one: Found) -> Found:
    """``one`` without the word "between" and what stood before it: the second place was none."""
    return one._replace(start=one.alone[0], said=one.alone[1], joins=None) if one.joins else one


def said_of(page: Page, hit: Hit) -> str:
    """A place word with its article, as a person would type it."""
    return page.as_read(hit.start - 2 if hit.before.endswith(ARTICLE) else hit.start, hit.end)


def shown(rule: PlaceWordRule) -> bool:
    """Whether a descriptor is part of what a reader would call the place: "countryside of", "surroundings of"."""
    return rule.kind in _SHOWN or rule.role == "near"
