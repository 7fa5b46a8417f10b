"""What one run found, piece by piece, so that the next one does again only what changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

Near = tuple[float, str, str]
"""The points of two claims, and their ids, the smaller one first."""
Refused = tuple[str, str, str]
"""The ids of two claims, the smaller one first, and what forbids them to be one happening."""
Parts = tuple[tuple[str, ...], ...]
"""Sets of claims, each of sorted ids."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Findings of the run that made a record, each with the digest of all that it was found from: what has the same digest
    now is not looked for again. A case without it gives the same record, later.

    ``maker`` is the version of the rules and the code that found them (another one's are of no use), ``copies`` the digest
    of the reports among which the record's copies were found. ``claims`` are the digests of claims as pairs are scored by
    them, ``near`` and ``refused`` what was found of pairs among these. ``parts`` are the groups into which claims that good
    pairs tie were cut, by the digest of these claims; ``events`` the digests of the record's events, by id.
    """

    maker: str = ""
    copies: str = ""
    claims: Mapping[str, str] = field(default_factory=dict)
    near: tuple[Near, ...] = ()
    refused: tuple[Refused, ...] = ()
    parts: Mapping[str, Parts] = field(default_factory=dict)
    events: Mapping[str, str] = field(default_factory=dict)


NOTHING: Final = Kept()
"""What is kept of a case that was never run."""
