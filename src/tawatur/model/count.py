"""How many: a figure is what the words bound."""

from dataclasses import dataclass

from tawatur.model.quick import quickly_made


@quickly_made
@dataclass(frozen=True, slots=True)
class Quantity:
    """What a number or a bare plural bounds. "At least 3" is low 3 and high None; None is unknown, never 0.

    ``qualifier``: exact, at_least, more_than, about, up_to, dozens, hundreds, several, plural_unstated.
    """

    low: int
    high: int | None
    best: int | None
    qualifier: str


@quickly_made
@dataclass(frozen=True, slots=True)
class Count:
    """A number of people (or of munitions) that a claim gives, with what it counts.

    The closed vocabularies of ``harm``, ``civil_status``, ``status_basis``, ``scope``, ``period``, ``measure``,
    ``relation`` and ``transition`` stand in ``packs/vocabulary/values.toml``; ``docs/formats.md`` explains them.
    ``party`` is the id of the side whose fighters these are.
    ``of`` gives parts inside the whole as (group, number) pairs: women, children, men, medics, journalists, aid_workers.
    """

    harm: str
    low: int | None
    high: int | None
    best: int | None
    qualifier: str
    said: str
    civil_status: str = "unknown"
    status_basis: str | None = None
    party: str | None = None
    scope: str = "total"
    period: str = "incident"
    measure: str = "persons"
    of: tuple[tuple[str, int], ...] = ()
    relation: str | None = None
    transition: str | None = None
