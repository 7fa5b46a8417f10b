"""Places: names with their descriptors, resolved by what else the report names.

Homonyms are decided by the report itself: governorates and unambiguous places that it names vote for their
neighbourhood. Each decision says why and keeps the runner-up.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from tawatur.lang.lexicon import Page
from tawatur.lang.pack import Pack
from tawatur.lang.place import Place
from tawatur.mark.place_names import Found, find_names
from tawatur.mark.spans import Covered
from tawatur.model.mark import PlaceMark
from tawatur.model.place import PlaceRef
from tawatur.model.text import Span

Score = tuple[int, int, int, int]
_WIDE: Final = ("country", "region", "governorate")
_KNOWN_ABROAD: Final = 50_000
_MAIN_SHARE: Final = 4
"""A country with less than a quarter of the votes of the most named one is not what the report is about."""

_KINDS: Final = {
    "town": ("town", "village", "city", "locality"),
    "neighbourhood": ("neighbourhood", "quarter"),
    "governorate": ("governorate", "region"),
    "countryside": ("region", "governorate"),
    "district": ("district", "subdistrict", "county"),
    "camp": ("camp",),
}


def mark_places(page: Page, pack: Pack, taken: Sequence[Span]) -> tuple[PlaceMark, ...]:
    """The places that a text names, in text order.

    ``taken`` are spans that are something else (parties, persons, times): a name inside them is no place.
    """
    found = find_names(page, pack, Covered(taken))
    votes = _votes(found)
    ranked = ((one, _ranked(one, votes)) for one in found)
    return tuple(_mark(page, one, places) for one, places in ranked if not _astray(one, places, votes))


def _ranked(one: Found, votes: Counter[str]) -> list[tuple[Score, Place]]:
    """Everybody who bears the name, the likeliest first."""
    scored = [(_score(place, one, votes, order), place) for order, place in enumerate(one.candidates)]
    return sorted(scored, key=lambda pair: pair[0], reverse=True)


def _astray(one: Found, ranked: Sequence[tuple[Score, Place]], votes: Counter[str]) -> bool:
    """Whether a bare name is only borne by some hamlet of a country that the report is not about: then it is a word."""
    if not ranked or one.descriptor or one.near or ranked[0][1].kind in _WIDE:
        return False
    best = ranked[0][1]
    countries = [votes[key] for key in votes if "/" not in key]
    elsewhere = votes[f"{best.country}"] * _MAIN_SHARE < max(countries, default=0)
    return elsewhere and (best.population or 0) < _KNOWN_ABROAD


def _votes(found: Sequence[Found]) -> Counter[str]:
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


def _score(place: Place, one: Found, votes: Counter[str], order: int) -> Score:
    """Higher is better: the kind that the descriptor names, the neighbourhood that the report is about, prominence."""
    wanted = _KINDS.get(one.descriptor.kind or "", ()) if one.descriptor else ()
    fits = 1 if place.kind in wanted else 0
    return fits, votes[f"{place.country}/{place.admin1_ar}"], votes[f"{place.country}"], -order


def _mark(page: Page, one: Found, ranked: Sequence[tuple[Score, Place]]) -> PlaceMark:
    """The mark of one name, resolved to its best candidate."""
    span = page.span(one.start, one.end)
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


def _role(one: Found) -> str:
    """The part that the word before gives the place; where it says nothing, the scene."""
    return one.role if one.role in ("axis", "origin", "home", "firing_point", "treatment", "reference") else "scene"


def _why(ranked: Sequence[tuple[Score, Place]], one: Found) -> str:
    """Why this bearer of the name, with the runner-up."""
    if len(ranked) == 1:
        return "the only place of this name"
    (best, _), (next_best, other) = ranked[0], ranked[1]
    reasons = (
        "its kind fits the word before",
        "the report names its governorate or neighbours",
        "the report is about its country",
        "the most prominent",
    )
    reason = next((text for text, a, b in zip(reasons, best, next_best, strict=True) if a != b), reasons[-1])
    where = ", ".join(part for part in (other.admin1_en or other.admin1_ar, other.country) if part)
    return f"{reason}; next: {other.name_en or other.name_ar} ({where})"
