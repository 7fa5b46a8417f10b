"""Where: a place as said, and what it was resolved to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """A place of a claim. Unresolved places keep ``said`` and leave ``id`` and the point None.

    ``role``: scene, firing_point, axis, reference, origin, treatment, home; only scenes locate an event.
    ``lat`` and ``lon`` are degrees (WGS 84), ``uncertainty_km`` the radius of the area that is meant.
    """

    said: str
    role: str = "scene"
    name_ar: str | None = None
    name_en: str | None = None
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    uncertainty_km: float | None = None
    kind: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    country: str | None = None
    why: str | None = None
