"""Names of places in a text, with the words before and after that describe them or give them a part to play."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tawatur.lang.forms import ARTICLE
from tawatur.lang.lexicon import Hit, Page
from tawatur.lang.pack import Pack
from tawatur.lang.place import Place
from tawatur.lang.schema import PlaceWordRule
from tawatur.mark.parties import as_read
from tawatur.mark.spans import Covered, end_before, start_after
from tawatur.model.text import Span

_PHRASED: Final = ("cues", "actions", "harm")
"""Lexicons whose longer phrases may hold a word that is also some hamlet's name."""

_NAMED_AFTER: Final = ("town", "neighbourhood", "camp")
_SHOWN: Final = ("countryside", "road", "governorate", "point", "base", "camp")
_REACH: Final = 3
_LETTERS_OF_A_NAME: Final = 3
_COMPOUND: Final = 3
_TELLING: Final = ("axis", "firing_point", "treatment")
_KNOWN_PEOPLE: Final = 10_000
_AND: Final = "\u0648"
_BA: Final = "\u0628"
_FA: Final = "\u0641"
"""Fa begins as many words as it joins: behind it a name wants support."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name in the text with the words around it: ``start`` and ``end`` in the view, descriptors included."""

    name: Span
    start: int
    end: int
    said: str
    key: str
    descriptor: PlaceWordRule | None
    near: PlaceWordRule | None
    role: str
    cue: str | None
    candidates: tuple[Place, ...]


def find_names(page: Page, pack: Pack, taken: Covered) -> list[Found]:
    """Every name of a place with the words around it, in text order; names inside ``taken`` are something else."""
    words = _Words.of(page, pack)
    phrases = Covered(
        Span(hit.start, hit.end)
        for name in _PHRASED
        for hit in page.hits(name)
        if " " in page.view[hit.start : hit.end]
    )
    hits = (hit for hit in page.hits("gazetteer") if not phrases.meets(Span(hit.start, hit.end)))
    named = (one for hit in hits for one in _read(page, pack, hit, words))
    found = [one for one in named if not taken.meets(page.span(*one.name))]
    found += [one for one in _unlisted(page, pack, words, found) if not taken.meets(page.span(*one.name))]
    return _listed(page, pack, found, words, taken)


def _listed(page: Page, pack: Pack, found: Sequence[Found], words: "_Words", taken: Covered) -> list[Found]:
    """``found`` with what "and" joins to it: such a name is a place even where it is an ordinary word.

    It plays the same part as the name that it is joined to.
    """
    by_end = {one.end: one for one in found}
    by_start = {one.start: one for one in found}
    names = {one.name.start for one in found}
    for hit in page.hits("gazetteer"):
        if hit.before.startswith(_AND) and hit.start not in names and not _is_direction(hit, words):
            ahead = by_end.get(_before_and(page, hit.start - len(hit.before)))
            if ahead and not taken.meets(page.span(hit.start, hit.end)):
                one = _of_hit(page, pack, hit, words)
                by_start[one.start] = by_end[one.end] = one
    done: list[Found] = []
    for one in sorted(by_start.values(), key=lambda one: one.start):
        ahead = (
            done[-1]
            if done and done[-1].end == _before_and(page, one.start - 1) and page.view[one.start - 1] == _AND
            else None
        )
        done.append(
            replace(one, role=ahead.role, cue=ahead.cue) if ahead and one.role == "scene" and one.cue is None else one
        )
    return done


def _before_and(page: Page, at: int) -> int:
    """Where the word before an attached "and" at ``at`` ends."""
    return end_before(page.view, at, " \u060c,")


@dataclass(frozen=True, slots=True)
class _Words:
    """The place words of a page by where they end and where they start."""

    ending: dict[int, tuple[Hit, PlaceWordRule]]
    starting: dict[int, tuple[Hit, PlaceWordRule]]

    @classmethod
    def of(cls, page: Page, pack: Pack) -> "_Words":
        """The place words of ``page``."""
        rows = [(hit, pack.rule(hit, PlaceWordRule)) for hit in page.hits("places")]
        return cls(
            {hit.end: row for row in rows for hit in row[:1]},
            {hit.start - len(hit.before): row for row in rows for hit in row[:1]},
        )

    def before(self, view: str, at: int) -> tuple[Hit, PlaceWordRule] | None:
        """The place word that ends right before ``at``, only blanks and quotes between."""
        return self.ending.get(end_before(view, at, " \"'"))

    def after(self, view: str, at: int) -> tuple[Hit, PlaceWordRule] | None:
        """The place word that begins right after ``at``."""
        return self.starting.get(start_after(view, at, " \"'"))


def _read(page: Page, pack: Pack, hit: Hit, words: _Words) -> Iterator[Found]:
    """A gazetteer name with its descriptors; nothing where the name is an ordinary word that no cue supports."""
    one = _of_hit(page, pack, hit, words)
    if one.role == "blocked" or _is_direction(hit, words):
        return
    doubtful = pack.gazetteer.is_weak(hit.entry.rule) or hit.before.endswith(_FA)
    if not doubtful or _supported(one, hit, words):
        yield one


def _of_hit(page: Page, pack: Pack, hit: Hit, words: "_Words") -> Found:
    """A gazetteer name with the words around it and everybody who bears it."""
    name = _Name(Span(hit.start, hit.end), hit.before, as_read(page, hit), hit.entry.rule)
    return _with_words(page, name, words, pack.gazetteer.by_name(hit.entry.rule))


def _is_direction(hit: Hit, words: "_Words") -> bool:
    """Whether a name is the word for a side of the world: "the eastern and the western" are no hamlets."""
    row = words.ending.get(hit.end)
    return (
        row is not None
        and row[1].role == "direction"
        and row[0].end - row[0].start + len(ARTICLE) >= hit.end - hit.start
    )


def _supported(one: Found, hit: Hit, words: "_Words") -> bool:
    """Whether something besides the name says that an ordinary word is a place here; "the governorate" never is one."""
    if hit.end in words.ending:
        return False
    if one.descriptor or one.near or one.role in _TELLING:
        return True
    inside = one.cue is not None or hit.before.endswith((_BA, _FA))
    return inside and any((place.population or 0) >= _KNOWN_PEOPLE for place in one.candidates)


@dataclass(frozen=True, slots=True)
class _Name:
    """A bare name: where it stands in the view, the particles attached before it, as read, and folded."""

    span: Span
    attached: str
    said: str
    key: str


def _with_words(page: Page, name: _Name, words: _Words, candidates: tuple[Place, ...]) -> Found:
    """``name`` with up to three place words before it and a direction after it."""
    (start, end), said = name.span, name.said
    descriptor, near, role, cue = None, None, "scene", None
    at = start - len(name.attached)
    for _ in range(0 if name.attached.startswith(_AND) else _REACH):
        row = words.before(page.view, at)
        if row is None:
            break
        hit, rule = row
        if rule.role in ("descriptor", "near"):
            start = hit.start
            said = f"{_said(page, hit)} {said}" if _shown(hit, rule) else said
            descriptor, near = (descriptor or rule, near) if rule.role == "descriptor" else (descriptor, near or rule)
        elif rule.role != "direction":
            role, cue = rule.role, hit.entry.rule
            break
        at = hit.start - len(hit.before)
        if hit.before.startswith(_AND):
            break
    following = words.after(page.view, end)
    parted = descriptor is not None or (bool(candidates) and candidates[0].kind == "region")
    if parted and following and following[1].role == "direction" and _definite(page, following[0]):
        end = following[0].end
        said = f"{said} {_said(page, following[0])}"
    return Found(name.span, start, end, said, name.key, descriptor, near, role, cue, candidates)


def _definite(page: Page, hit: Hit) -> bool:
    """Whether a direction has the article: "the eastern" describes the name before it, "east of" goes with the next."""
    return ARTICLE in hit.before or page.view.startswith(ARTICLE, hit.start)


def _said(page: Page, hit: Hit) -> str:
    """The characters of a place word with its article."""
    article = hit.start - 2 if hit.before.endswith(ARTICLE) else hit.start
    span = page.span(article, hit.end)
    return page.chars[span.start : span.end]


def _shown(hit: Hit, rule: PlaceWordRule) -> bool:
    """Whether a descriptor is part of what a reader would call the place: "countryside of", "surroundings of"."""
    return rule.kind in _SHOWN or rule.role == "near"


def _unlisted(page: Page, pack: Pack, words: _Words, found: list[Found]) -> Iterator[Found]:
    """Names that no gazetteer holds, after "the village of", "the town of": kept unresolved."""
    known = Covered(Span(one.start, one.end) for one in found)
    barred = {
        word
        for lexicon in ("numbers", "times", "harm", "actions", "people", "weapons", "parties", "cues", "places")
        for hit in page.hits(lexicon)
        for word in range(hit.start, hit.end)
    }
    for hit, rule in words.ending.values():
        if rule.role != "descriptor" or rule.kind not in _NAMED_AFTER or hit.before.endswith(ARTICLE):
            continue
        name = _name_after(page, hit.end, barred)
        if name and not known.meets(name):
            span = page.span(*name)
            key = page.view[name.start : name.end]
            yield _with_words(page, _Name(name, "", page.chars[span.start : span.end], key), words, ())


def _name_after(page: Page, at: int, barred: set[int]) -> Span | None:
    """The word right after a descriptor (two where the first is short, as in "Kafr X"), unless a lexicon holds it."""
    following = page.words[(number := bisect_left(page.words, (at,))) : number + 2]
    if (
        not following
        or following[0].start - at > 2
        or page.view[at : following[0].start].strip()
        or not barred.isdisjoint(range(*following[0]))
    ):
        return None
    first = following[0]
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
