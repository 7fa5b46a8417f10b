"""The spot that a name means together with its words: an area, a side of a town, a point between two towns."""

import math
from dataclasses import dataclass
from typing import Final

from tawatur.lang.place import EARTH_KM, Place, km
from tawatur.mark.place_words import Found
from tawatur.model.quick import quickly_made

_DEGREE_KM: Final = EARTH_KM * math.pi / 180
_SIDES: Final = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
_AREAS: Final = ("country", "region", "governorate", "district", "subdistrict")
_COUNTRYSIDE_OF_A_TOWN_KM: Final = 15.0
_BEYOND_KM: Final = 3.0
"""Who says "east of X" means a spot that is no longer X, mostly within a walk of its last houses."""

_BEYOND_SPREAD_KM: Final = 5.0
_HALF_SHIFT, _HALF_SPREAD = 0.5, 0.75
"""A half of a circle: its middle lies about half the radius off, and three quarters of the radius hold most of it."""

_DISTANCE_SHARE: Final = 0.25
"""Told distances are round figures, by road as often as by air."""

_LEAST_KM: Final = 1.0
_JOINED_KM: Final = 80.0
_ROAD_KM: Final = 500.0


@quickly_made
@dataclass(frozen=True, slots=True)
class Spot:
    """A point in degrees (WGS 84), the radius in kilometres within which the meant spot lies, and how it lies to the place."""

    lat: float
    lon: float
    radius_km: float
    relation: str | None
    area: bool = False


def spot_of(one: Found, place: Place) -> Spot:
    """The spot that ``one`` means where its name is that of ``place``."""
    radius, relation = _extent(one, place)
    area = relation in ("countryside", "area")
    if one.bearing is None:
        if one.away_km is not None:
            return Spot(place.lat, place.lon, round(one.away_km + place.uncertainty_km, 1), "near")
        return Spot(place.lat, place.lon, radius, relation, area)
    side = _SIDES[round(one.bearing / 45) % 8]
    if one.away_km is not None:
        spread = max(_LEAST_KM, one.away_km * _DISTANCE_SHARE) + min(place.uncertainty_km, one.away_km / 2)
        return _moved(place, one.bearing, one.away_km, spread, side)
    if one.outward and place.kind not in _AREAS and not area:
        shift = place.uncertainty_km + _BEYOND_KM
        return _moved(place, one.bearing, shift, max(radius, place.uncertainty_km + _BEYOND_SPREAD_KM), side)
    return _moved(place, one.bearing, radius * _HALF_SHIFT, radius * _HALF_SPREAD, side, area=area)


def _extent(one: Found, place: Place) -> tuple[float, str | None]:
    """The radius of what the words describe, and its relation to the place, before any side of the world."""
    radius, relation = place.uncertainty_km, None
    if one.descriptor is not None:
        relation = one.descriptor.relation
        relation = relation if relation == "countryside" or place.kind not in _AREAS else None
        if relation == "countryside" and place.kind not in _AREAS:
            radius = max(radius, _COUNTRYSIDE_OF_A_TOWN_KM)
        elif one.descriptor.radius_km and (relation or place.kind == "town"):
            radius = max(radius, one.descriptor.radius_km)
    if one.near is not None:
        least = one.near.radius_km or 0.0
        radius, relation = max(least, radius + least / 2), one.near.relation
    return round(radius, 1), relation


def between(one: Found, a: Place, other: Found, b: Place) -> Spot | None:
    """The spot half-way between two places, its radius half their distance.

    None where they are areas, or lie too far apart for "between" to be said of a spot; of a road they may lie farther.
    """
    if a.kind in _AREAS or b.kind in _AREAS or a.id == b.id:
        return None
    apart = km(a.lat, a.lon, b.lat, b.lon)
    road = one.joins.relation == "road" if one.joins else True  # without "between" only a road runs from one to another
    if apart > (_ROAD_KM if road else _JOINED_KM):
        return None
    middle = ((a.lat + b.lat) / 2, (a.lon + b.lon) / 2)
    return Spot(
        round(middle[0], 5), round(middle[1], 5), round(max(_LEAST_KM, apart / 2), 1), "road" if road else "between"
    )


def _moved(place: Place, bearing: float, shift: float, spread: float, side: str, *, area: bool = False) -> Spot:
    """The point ``shift`` kilometres from a place in the direction of ``bearing``."""
    north, east = shift * math.cos(math.radians(bearing)), shift * math.sin(math.radians(bearing))
    lat = place.lat + north / _DEGREE_KM
    lon = place.lon + east / (_DEGREE_KM * math.cos(math.radians(place.lat)))
    return Spot(round(lat, 5), round(lon, 5), round(spread, 1), side, area)
