"""How exact a point is, on the scales of ACLED and UCDP."""

from typing import Final

from tawatur.model.place import PlaceRef

TOWN_KM: Final = 5.0
"""A point within this radius stands for a named town or a part of one (ACLED 1, UCDP 1)."""

NEAR_KM: Final = 25.0
"""Within this radius it is a limited area around a known place (ACLED 2, UCDP 2)."""

# kind of place in the gazetteer → (ACLED geo_precision, UCDP where_prec), where the kind says more than a radius does
BY_KIND: Final = {"country": (3, 6), "region": (3, 5), "governorate": (3, 4), "district": (2, 3), "subdistrict": (2, 2)}


def acled_precision(place: PlaceRef) -> int | None:
    """ACLED's geo_precision: 1 town, 2 near a town or a small part of a region, 3 larger; None without a point."""
    return _precision(place)[0]


def ucdp_precision(place: PlaceRef) -> int | None:
    """UCDP's where_prec, 1 exact to 6 country; None without a point."""
    return _precision(place)[1]


def _precision(place: PlaceRef) -> tuple[int | None, int | None]:
    if place.lat is None or place.lon is None:
        return None, None
    if place.kind in BY_KIND:
        return BY_KIND[place.kind]
    if place.uncertainty_km is None or place.uncertainty_km <= TOWN_KM:
        return 1, 1
    return (2, 2) if place.uncertainty_km <= NEAR_KM else (3, 5)
