"""Places: names with their descriptors, resolved by what else the report names.

Homonyms are decided by the report itself: governorates and unambiguous places that it names vote for their
neighbourhood. Each decision says why and keeps the runner-up.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tawatur.lang.forms import ARTICLE
from tawatur.lang.lexicon import Hit, Page
from tawatur.lang.pack import Pack
from tawatur.lang.place import Place
from tawatur.lang.schema import PlaceWordRule
from tawatur.mark.parties import as_read
from tawatur.model.mark import PlaceMark
from tawatur.model.place import PlaceRef
from tawatur.model.text import Span

_KINDS: Final = {
    "town": ("town", "village", "city", "locality"),
    "neighbourhood": ("neighbourhood", "quarter"),
    "governorate": ("governorate", "region"),
    "district": ("district", "subdistrict", "county"),
    "camp": ("camp",),
}
_NAMED_AFTER: Final = ("town", "neighbourhood", "camp")
_GENERIC: Final = ("countryside", "road")
_REACH: Final = 3
_NEAR: Final = 1
_LETTERS_OF_A_NAME: Final = 3
_TELLING: Final = ("axis", "firing_point", "treatment")
_KNOWN_PEOPLE: Final = 10_000
_AND: Final = "\u0648"
_BA: Final = "\u0628"


@dataclass(frozen=True, slots=True)
class _Found:
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


def mark_places(page: Page, pack: Pack, taken: Sequence[Span]) -> tuple[PlaceMark, ...]:
    """The places that a text names, in text order.

    ``taken`` are spans that are something else (parties, persons, times): a name inside them is no place.
    """
    words = _Words.of(page, pack)
    found = [
        one
        for hit in page.hits("gazetteer")
        for one in _read(page, pack, hit, words)
        if not any(page.span(*one.name).meets(span) for span in taken)
    ]
    found += [
        one
        for one in _unlisted(page, pack, words, found)
        if not any(page.span(*one.name).meets(span) for span in taken)
    ]
    found = _listed(page, pack, found, words, taken)
    votes = _votes(found)
    return tuple(_mark(page, one, votes) for one in sorted(found, key=lambda one: one.start))


def _listed(page: Page, pack: Pack, found: Sequence[_Found], words: "_Words", taken: Sequence[Span]) -> list[_Found]:
    """``found`` with what "and" joins to it: such a name is a place even where it is an ordinary word, and plays the same part."""
    by_end = {one.end: one for one in found}
    by_start = {one.start: one for one in found}
    for hit in page.hits("gazetteer"):
        if hit.before.startswith(_AND) and hit.start not in {one.name.start for one in found}:
            ahead = by_end.get(_before_and(page, hit.start - len(hit.before)))
            if ahead and not any(page.span(hit.start, hit.end).meets(span) for span in taken):
                one = _with_words(
                    page,
                    Span(hit.start, hit.end),
                    hit.before,
                    as_read(page, hit),
                    hit.entry.rule,
                    words,
                    pack.gazetteer.by_name(hit.entry.rule),
                )
                by_start[one.start] = by_end[one.end] = one
    done: list[_Found] = []
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
    return len(page.view[:at].rstrip(" \u060c,"))


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
        return self.ending.get(len(view[:at].rstrip(" \"'")))

    def after(self, view: str, at: int) -> tuple[Hit, PlaceWordRule] | None:
        """The place word that begins right after ``at``."""
        return self.starting.get(at + len(view[at:]) - len(view[at:].lstrip(" \"'")))


def _read(page: Page, pack: Pack, hit: Hit, words: _Words) -> Iterator[_Found]:
    """A gazetteer name with its descriptors; nothing where the name is an ordinary word that no cue supports."""
    candidates = pack.gazetteer.by_name(hit.entry.rule)
    one = _with_words(page, Span(hit.start, hit.end), hit.before, as_read(page, hit), hit.entry.rule, words, candidates)
    if one.role == "blocked":
        return
    if not pack.gazetteer.is_weak(hit.entry.rule) or _supported(one, hit):
        yield one


def _supported(one: _Found, hit: Hit) -> bool:
    """Whether something besides the name says that an ordinary word is a place here."""
    if one.descriptor or one.near or one.role in _TELLING:
        return True
    inside = one.cue is not None or hit.before.endswith(_BA)
    return inside and any((place.population or 0) >= _KNOWN_PEOPLE for place in one.candidates)


def _with_words(
    page: Page, name: Span, attached: str, said: str, key: str, words: _Words, candidates: tuple[Place, ...]
) -> _Found:
    """``name`` with up to three place words before it and a direction after it."""
    start, end, descriptor, near, role, cue = name.start, name.end, None, None, "scene", None
    at = name.start - len(attached)
    for _ in range(0 if attached.startswith(_AND) else _REACH):
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
    following = words.after(page.view, name.end)
    parted = descriptor is not None or (bool(candidates) and candidates[0].kind == "region")
    if parted and following and following[1].role == "direction" and _definite(page, following[0]):
        end = following[0].end
        said = f"{said} {_said(page, following[0])}"
    return _Found(name, start, end, said, key, descriptor, near, role, cue, candidates)


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
    return rule.kind in _GENERIC or rule.role == "near" or rule.kind in ("governorate", "point", "base", "camp")


def _unlisted(page: Page, pack: Pack, words: _Words, found: list[_Found]) -> Iterator[_Found]:
    """Names that no gazetteer holds, after "the village of", "the town of": kept unresolved."""
    known = [Span(one.start, one.end) for one in found]
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
        if name and not any(span.meets(name) for span in known):
            span = page.span(*name)
            key = page.view[name.start : name.end]
            yield _with_words(page, name, "", page.chars[span.start : span.end], key, words, ())


_COMPOUND: Final = 3


def _name_after(page: Page, at: int, barred: set[int]) -> Span | None:
    """The word right after a descriptor (two where the first is short, as in "Kafr X"), unless a lexicon holds it."""
    following = [word for word in page.words if word.start >= at][:2]
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


def _votes(found: Sequence[_Found]) -> Counter[str]:
    """How strongly the report as a whole points to each governorate and country."""
    votes: Counter[str] = Counter()
    for one in found:
        regions = {(place.country, place.admin1_ar) for place in one.candidates}
        countries = {country for country, _ in regions}
        for country in countries:  # once each: a name that one country bears often does not point to it
            votes[f"{country}"] += 10 // len(countries)
        for country, admin1 in regions:
            votes[f"{country}/{admin1}"] += 10 // len(regions)
            if one.descriptor and one.descriptor.kind in ("governorate", "countryside"):
                votes[f"{country}/{admin1}"] += 10
    return votes


def _score(place: Place, one: _Found, votes: Counter[str], order: int) -> tuple[int, int, int, int]:
    """Higher is better: the kind that the descriptor names, the neighbourhood that the report is about, prominence."""
    wanted = _KINDS.get(one.descriptor.kind or "", ()) if one.descriptor else ()
    fits = 1 if place.kind in wanted else 0
    return fits, votes[f"{place.country}/{place.admin1_ar}"], votes[f"{place.country}"], -order


def _mark(page: Page, one: _Found, votes: Counter[str]) -> PlaceMark:
    """The mark of one name, resolved to its best candidate."""
    span = page.span(one.start, one.end)
    ranked = sorted(
        ((_score(place, one, votes, order), place) for order, place in enumerate(one.candidates)),
        key=lambda pair: pair[0],
        reverse=True,
    )
    if not ranked:
        place = PlaceRef(one.said, role=_role(one), why="no gazetteer holds this name")
        return PlaceMark(span, place, "place#after-descriptor", one.cue)
    best = ranked[0][1]
    radius = max(
        [best.uncertainty_km, *(word.radius_km for word in (one.descriptor, one.near) if word and word.radius_km)]
    )
    place = PlaceRef(
        said=one.said,
        role=_role(one),
        name_ar=best.name_ar,
        name_en=best.name_en,
        id=best.id,
        lat=best.lat,
        lon=best.lon,
        uncertainty_km=radius,
        kind=best.kind,
        admin1=best.admin1_en or best.admin1_ar,
        admin2=best.admin2_en or best.admin2_ar,
        country=best.country,
        why=_why(ranked, one),
    )
    return PlaceMark(span, place, "place#gazetteer", one.cue)


def _role(one: _Found) -> str:
    """The part that the word before gives the place; where it says nothing, the scene."""
    return one.role if one.role in ("axis", "origin", "home", "firing_point", "treatment", "reference") else "scene"


def _why(ranked: Sequence[tuple[tuple[int, int, int, int], Place]], one: _Found) -> str:
    """Why this bearer of the name, with the runner-up."""
    if len(ranked) == 1:
        return "the only place of this name"
    (best, place), (next_best, other) = ranked[0], ranked[1]
    reasons = (
        "its kind fits the word before",
        "the report names its governorate or neighbours",
        "the report is about its country",
        "the most prominent",
    )
    reason = next((text for text, a, b in zip(reasons, best, next_best, strict=True) if a != b), reasons[-1])
    where = ", ".join(part for part in (other.admin1_en or other.admin1_ar, other.country) if part)
    return f"{reason}; next: {other.name_en or other.name_ar} ({where})"
