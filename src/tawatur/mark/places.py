"""Places: names with their descriptors, resolved by what else the report names.

Homonyms are decided by the report itself: the words beside a name that say where it lies, the names around it, and the
other places of the report vote. Each decision says why and keeps the runner-up.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tawatur.lang.lexicon import Page
from tawatur.lang.pack import Pack
from tawatur.lang.place import Place
from tawatur.lang.schema import PartyRule
from tawatur.mark.place_choice import Choice, choose
from tawatur.mark.place_links import Links, find_links
from tawatur.mark.place_names import find_names, is_joined
from tawatur.mark.place_near import guess_place
from tawatur.mark.place_spots import Spot, between, spot_of
from tawatur.mark.place_unlisted import NAMED_AFTER
from tawatur.mark.place_votes import Votes
from tawatur.mark.place_words import Found, Words, unjoined
from tawatur.mark.spans import Covered
from tawatur.model.mark import PartyMark, PlaceMark, Region
from tawatur.model.place import PlaceRef, RunnerUp
from tawatur.model.text import Span

_ROLES: Final = ("axis", "origin", "home", "firing_point", "treatment", "reference")
_WEIGHTS: Final = {"dateline": 3.0, "title": 2.0, "heading": 1.0, "furniture": 0.1, "credit": 0.1}
"""How much a name says of where a report plays: related stories at its foot play elsewhere."""

_CALLED_AFTER: Final = ("district", "subdistrict")
_ROAD_SIGNS: Final = (" ", "-", "/", " - ", "- ", " -")


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of a text: its names, what holds each, the votes and the choices."""

    page: Page
    pack: Pack
    found: Sequence[Found]
    links: Links
    votes: Votes
    choices: Sequence[Choice]


def mark_places(
    page: Page,
    pack: Pack,
    taken: Sequence[Span],
    *,
    regions: Sequence[Region] = (),
    parties: Sequence[PartyMark] = (),
) -> tuple[PlaceMark, ...]:
    """The places that a text names, in text order.

    ``taken`` are spans that are something else (parties, persons, times): a name inside them is no place. What stands
    in the dateline of ``regions`` says more of where the others lie, what stands in furniture hardly anything. The
    countries of ``parties`` decide where nothing else does.
    """
    words = Words(page, pack)
    found = find_names(page, pack, words, Covered(taken))
    votes = Votes(found, list(_weights(page, found, regions)), _countries(pack, parties))
    links = find_links(page, words, found)
    read = _Read(page, pack, found, links, votes, choose(found, links, votes))
    return tuple(_marks(read))


def _weights(page: Page, found: Sequence[Found], regions: Sequence[Region]) -> Iterator[float]:
    """The weight of each name by the region in which it stands."""
    starts = [region.span.start for region in regions]
    for one in found:
        number = bisect_right(starts, page.span(one.name.span.start, one.name.span.end).start) - 1
        yield _WEIGHTS.get(regions[number].kind, 1.0) if number >= 0 else 1.0


def _countries(pack: Pack, parties: Sequence[PartyMark]) -> Counter[str]:
    """How many of the registered parties named belong to each country."""
    rules = (pack.rules.get(mark.rule) for mark in parties)
    return Counter(rule.country for rule in rules if isinstance(rule, PartyRule) and rule.country)


def _marks(read: _Read) -> Iterator[PlaceMark]:
    """The marks of the names, two that "between" joins as one."""
    skip = -1
    for number, one in enumerate(read.found):
        if number == skip:
            continue
        spot = _joined(read, number)
        if spot is not None:
            skip = number + 1
            yield _between(read, number, spot)
        elif mark := _mark(read, number, one):
            yield mark


def _joined(read: _Read, number: int) -> Spot | None:
    """The spot between a name and the next one, where the words between them say that one is meant."""
    if number + 1 >= len(read.found):
        return None
    one, other = read.found[number], read.found[number + 1]
    road = one.descriptor is not None and one.descriptor.relation == "road"
    gap = read.page.view[one.end : other.start]
    if not (one.joins and is_joined(read.page, one, other)) and not (road and gap in _ROAD_SIGNS and _bare(other)):
        return None
    a, b = _end(read.choices[number]), _end(read.choices[number + 1])
    return between(one, a, other, b) if a and b else None


def _end(choice: Choice) -> Place | None:
    """The place that a road leads to: of a town and the subdistrict that is called after it, the town."""
    best = choice.best
    if best is None or best.kind not in _CALLED_AFTER:
        return best
    towns = (place for _, place in choice.ranked if place.kind == "town" and place.admin1_ar == best.admin1_ar)
    return next(towns, best)


def _bare(one: Found) -> bool:
    return one.descriptor is None and one.near is None and one.bearing is None and one.cue is None


def _between(read: _Read, number: int, spot: Spot) -> PlaceMark:
    """The mark of a spot between two places: it has a point and no id."""
    one, other = read.found[number], read.found[number + 1]
    span = read.page.span(one.start, other.end)
    a, b = read.choices[number].ranked[0][1], read.choices[number + 1].ranked[0][1]
    place = PlaceRef(
        said=read.page.as_read(one.start, other.end),
        role=_role(one),
        lat=spot.lat,
        lon=spot.lon,
        uncertainty_km=spot.radius_km,
        kind="landmark",
        admin1=_shared(a.admin1_en or a.admin1_ar, b.admin1_en or b.admin1_ar),
        admin2=_shared(a.admin2_en or a.admin2_ar, b.admin2_en or b.admin2_ar),
        country=_shared(a.country, b.country),
        why=f"half-way between {a.name_en or a.name_ar} and {b.name_en or b.name_ar}",
        relation=spot.relation,
    )
    return PlaceMark(span, place, "place#between", one.cue)


def _shared(a: str | None, b: str | None) -> str | None:
    return a if a == b else None


def _mark(read: _Read, number: int, one: Found) -> PlaceMark | None:
    """The mark of one name; None where it is only an ordinary word, or nobody's whom the report can mean."""
    choice = read.choices[number]
    one = unjoined(one)
    span = read.page.span(one.start, one.end)
    if choice.best is not None:
        rival = choice.rival()
        place = _resolved(one, choice.best, choice.why(rival), _as_runner_up(rival[1]) if rival else None)
        return PlaceMark(span, place, "place#gazetteer", one.cue)
    if choice.ranked and (one.descriptor is None or one.descriptor.kind not in NAMED_AFTER):
        return None
    guess = guess_place(read.pack.gazetteer, read.found, number, read.links, read.votes)
    if guess is not None:
        place = _resolved(one, guess.place, guess.why, None, least=guess.radius_km)
        return PlaceMark(span, place, "place#near-name", one.cue)
    return PlaceMark(span, _unresolved(read, number, choice), "place#after-descriptor", one.cue)


def _resolved(one: Found, best: Place, why: str, runner_up: RunnerUp | None, least: float = 0.0) -> PlaceRef:
    """The place of a name that is ``best``'s, with the spot that its words mean."""
    spot = spot_of(one, best)
    return PlaceRef(
        said=one.said,
        role=_role(one),
        name_ar=best.name_ar,
        name_en=best.name_en,
        id=best.id,
        lat=spot.lat,
        lon=spot.lon,
        uncertainty_km=max(spot.radius_km, least),
        kind="region" if spot.area else best.kind,
        admin1=best.admin1_en or best.admin1_ar,
        admin2=best.admin2_en or best.admin2_ar,
        country=best.country,
        why=why,
        relation=spot.relation,
        runner_up=runner_up,
    )


def _unresolved(read: _Read, number: int, choice: Choice) -> PlaceRef:
    """The place of a name that is nobody's here, inside the smallest area that the words beside it tell."""
    one = read.found[number]
    holders = [holder for holder in read.links.get(number, ()) if read.choices[holder].best]
    area = read.choices[holders[0]].best if holders else None
    around = next(
        (best for holder in holders if _encloses(read.found[holder]) and (best := read.choices[holder].best)), None
    )
    why = "no gazetteer holds this name"
    if choice.ranked:
        why = "all who bear this name lie far from what the report names"
    return PlaceRef(
        said=one.said,
        role=_role(one),
        admin1=(area.admin1_en or area.admin1_ar) if area else None,
        admin2=(area.admin2_en or area.admin2_ar) if area and area.kind != "governorate" else None,
        country=area.country if area else None,
        why=f"{why}; told by {area.name_en or area.name_ar}" if area else why,
        inside=around.id if around else None,
        runner_up=_as_runner_up(choice.ranked[0][1]) if choice.ranked else None,
    )


def _encloses(holder: Found) -> bool:
    """Whether what lies where ``holder`` says lies inside the place it names, not beside it."""
    return holder.near is None and not (holder.bearing is not None and holder.outward)


def _as_runner_up(place: Place) -> RunnerUp:
    admin1 = place.admin1_en or place.admin1_ar
    return RunnerUp(place.id, place.name_ar, place.name_en, place.lat, place.lon, admin1, place.country)


def _role(one: Found) -> str:
    """The part that the word before gives the place; where it says nothing, the scene."""
    return one.role if one.role in _ROLES else "scene"
