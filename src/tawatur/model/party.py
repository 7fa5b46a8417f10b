"""Who: parties as said, and the victims that a report names."""

from dataclasses import dataclass

from tawatur.model.quick import quickly_made


@quickly_made
@dataclass(frozen=True, slots=True)
class PartyRef:
    """A party of a claim. One that no registry holds keeps ``said`` and has no ``id``; its ``name_en`` is then a
    description or a romanisation, never a registered name.

    ``kind`` follows ACLED's classes of actors (state forces, rebel group, political militia …), or civilians, body,
    facility. ``basis``: stated, carried (from a sentence before), launch_area, hashtag. ``link``: joint, alternative.
    ``parent``: the id of the party that it belongs to or fights for, where that is said ("a checkpoint of …").
    ``others``: the ids of further parties that bear the name, likeliest first. ``why``: the reason for a choice among
    them, or for reading a misspelt name.
    """

    said: str
    id: str | None = None
    name_ar: str | None = None
    name_en: str | None = None
    side: str | None = None
    kind: str | None = None
    basis: str = "stated"
    link: str | None = None
    parent: str | None = None
    others: tuple[str, ...] = ()
    why: str | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class Victim:
    """A person whom a report names as harmed."""

    name: str
    harm: str
    civil_status: str = "unknown"
    sex_age: str | None = None
    home: str | None = None
