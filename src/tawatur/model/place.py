"""Where: a place as said, and what it was resolved to."""

from dataclasses import dataclass

from tawatur.model.quick import quickly_made


@quickly_made
@dataclass(frozen=True, slots=True)
class RunnerUp:
    """The next likeliest bearer of a name, which was not taken. ``lat`` and ``lon`` are degrees (WGS 84)."""

    id: str
    name_ar: str
    name_en: str | None
    lat: float
    lon: float
    admin1: str | None
    country: str | None


@quickly_made
@dataclass(frozen=True, slots=True)
class PlaceRef:
    """A place of a claim. Unresolved places keep ``said`` and leave ``id`` and the point None.

    ``role``: scene, firing_point, axis, reference, origin, treatment, home; only scenes locate an event.
    ``lat`` and ``lon`` are degrees (WGS 84), ``uncertainty_km`` the radius of the area that is meant.

    ``relation`` says how the meant spot lies to the place of ``id``: None where it is that place itself, else near,
    edge, countryside, area, road, between or a side of the world (north, south-east); the point and its radius are
    then of the meant spot. A spot between two places has a point and no id. ``inside`` is the id of the smallest
    area that an unresolved place is known to lie in.
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
    relation: str | None = None
    inside: str | None = None
    runner_up: RunnerUp | None = None
