"""What speaks for one bearer of a name rather than another: the other places of the report, near and far.

Every name that a report holds votes for the neighbourhood of those who bear it, the less the more of them there are.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tawatur.lang.place import EARTH_KM, Place
from tawatur.mark.place_words import Found

Area = tuple[str | None, str | None]
"""A country and its first-level unit."""

_DEGREE_KM: Final = EARTH_KM * math.pi / 180
_RADIANS: Final = math.pi / 180
_FAR: Final = 1.8
"""Degrees: two towns that lie farther apart say nothing for one another."""

_MOST_VOTERS: Final = 24
"""Names that vote, the most often told first: a text with thousands must not take the square of that."""

_MOST_SITES: Final = 8
_MOST_HOMES: Final = 8
_HALF_KM: Final = 15.0
"""At this distance a vote counts half."""

_COUNTRY_VOTE: Final = 0.15
_REPEATS: Final = 4
_WIDE: Final = ("country", "region", "governorate", "district", "subdistrict")


@dataclass(frozen=True, slots=True)
class Voter:
    """One name of a report: all who bear it, how much it says (``weight``), and whether it is only countries'.

    ``sites`` are the places with the cosines of their latitudes, which are asked for again and again.
    """

    key: str
    places: tuple[Place, ...]
    sites: tuple[tuple[Place, float], ...]
    weight: float
    lands: bool


class Votes:
    """The voters of a report, asked how well a place fits among them. ``countries`` weighs the countries of its parties."""

    __slots__ = ("_land", "_met", "by_key", "countries", "voters")

    def __init__(
        self, found: Sequence[Found], weights: Sequence[float], countries: Mapping[str, float] | None = None
    ) -> None:
        told: defaultdict[str, float] = defaultdict(float)
        bearers: dict[str, tuple[Place, ...]] = {}
        for one, weight in zip(found, weights, strict=True):
            if one.candidates:
                told[one.key] += weight
                bearers[one.key] = one.candidates
        ranked = sorted(told, key=lambda key: (-told[key], key))[:_MOST_VOTERS]
        self.voters = tuple(voter for key in ranked if (voter := _voter(key, bearers[key], told[key])))
        self.by_key = {voter.key: voter for voter in self.voters}
        self.countries = countries or {}
        self._land: str | None = None
        self._met: dict[tuple[str, str], tuple[float, float]] = {}

    def fit(self, place: Place, key: str, among: Iterable[str] | None = None) -> float:
        """How well ``place`` fits among the other names of the report (or the names ``among``): 0 to 1.

        The mean of the votes for it, by the weight of the voters.
        """
        known = self.voters if among is None else [self.by_key[name] for name in among if name in self.by_key]
        voters = [voter for voter in known if voter.key != key]
        total = sum(voter.weight for voter in voters)
        return sum(voter.weight * self._meet(voter, place)[0] for voter in voters) / total if total else 0.0

    def country(self, place: Place) -> float:
        """The share of the report's parties that belong to the country of ``place``: 0 to 1."""
        total = sum(self.countries.values())
        return self.countries.get(place.country or "", 0.0) / total if total else 0.0

    def land(self) -> str | None:
        """The country that the report is about: the one to which most of its names and parties point."""
        if self._land is None:
            counted: defaultdict[str, float] = defaultdict(float, self.countries)
            for voter in self.voters:
                for country in {place.country for place in voter.places if place.country}:
                    counted[country] += voter.weight
            self._land = min(counted, key=lambda country: (-counted[country], country), default="")
        return self._land or None

    def areas(self) -> list[Area]:
        """The first-level units that the report points to, the strongest first."""
        counted: defaultdict[Area, float] = defaultdict(float)
        for voter in self.voters:
            for area in {(place.country, place.admin1_ar) for place in voter.places if place.admin1_ar}:
                counted[area] += voter.weight
        return [area for area, _ in sorted(counted.items(), key=lambda pair: (-pair[1], str(pair[0])))]

    def alone(self, place: Place, key: str, reach_km: float) -> bool:
        """Whether other places are named, and all lie farther than ``reach_km`` from ``place``."""
        others = [voter for voter in self.voters if voter.key != key and not voter.lands]
        return bool(others) and not any(self._meet(voter, place)[1] <= reach_km for voter in others)

    def _meet(self, voter: Voter, place: Place) -> tuple[float, float]:
        """The vote for ``place`` of those who bear the voter's name, and how far the nearest of them is."""
        pair = voter.key, place.id
        known = self._met.get(pair)
        if known is None:
            known = self._met[pair] = _met(voter, place)
        return known


def _met(voter: Voter, place: Place) -> tuple[float, float]:
    """The best vote of a voter's places for ``place``, and the least distance (km): the innermost loop of all."""
    best, least = 0.0, math.inf
    lat, lon, country = place.lat, place.lon, place.country
    for site, cosine in voter.sites:
        kind = site.kind
        if kind == "country":
            best = max(best, _COUNTRY_VOTE) if site.country == country else best
            continue
        north, east = lat - site.lat, lon - site.lon
        wide = kind in _WIDE
        if not wide and (abs(north) > _FAR or abs(east) > _FAR):
            continue
        north, east = north * _DEGREE_KM, east * _DEGREE_KM * cosine  # as ``gap_km``, without a call
        gap = math.sqrt(north * north + east * east)
        if wide:
            gap = max(0.0, gap - site.uncertainty_km)
        least = gap if gap < least else least
        vote = _HALF_KM / (_HALF_KM + gap)
        if site.country != country:
            vote /= 2
        elif kind == "governorate" and place.admin1_ar is not None:
            vote = 1.0 if site.admin1_ar == place.admin1_ar else 0.0
        best = vote if vote > best else best
    return best, least


def _voter(key: str, places: tuple[Place, ...], told: float) -> Voter | None:
    """A name's voter: names that several bear, and those told once, say less; one that many bear says nothing."""
    homes = {(place.country, place.admin1_ar) for place in places}
    if len(homes) > _MOST_HOMES:
        return None
    heard = places[:_MOST_SITES]
    sites = tuple((site, math.cos(site.lat * _RADIANS)) for site in heard)
    lands = all(place.kind == "country" for place in places)
    return Voter(key, heard, sites, min(told, _REPEATS) / len(homes), lands)


def gap_km(place: Place, site: Place) -> float:
    """Kilometres from ``place`` to where ``site`` ends: 0 inside an area."""
    north = (place.lat - site.lat) * _DEGREE_KM
    east = (place.lon - site.lon) * _DEGREE_KM * math.cos(site.lat * _RADIANS)
    apart = math.sqrt(north * north + east * east)
    return max(0.0, apart - site.uncertainty_km) if site.kind in _WIDE else apart
