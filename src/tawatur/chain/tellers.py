"""With whom a claim's chain begins."""

from dataclasses import dataclass
from typing import Final

from tawatur.lang.fold import fold_key
from tawatur.model.claim import Attribution, Claim, Speaker

_NOBODY: Final = frozenset({"witness", "local_source", "social_media", "correspondent", "unknown"})
"""Kinds of speaker that, on the way to an origin, are no source of their own unless a registry knows them."""


@dataclass(frozen=True, slots=True)
class ReportSource:
    """What is known of where a report stands: ``outlet_key`` names its outlet (an id where a registry holds it, else
    the name; None where unknown), ``credit`` the origin that a credit line names. ``shown`` is what readers call it:
    the outlet as it is spelled, or the report's ref; None leaves the key or id. ``copied``: the group of whole copies
    that the report is one of, None where it is none."""

    report: str
    outlet_key: str | None
    credit: str | None
    shown: str | None = None
    copied: str | None = None


@dataclass(frozen=True, slots=True)
class Teller:
    """Whom a claim is counted for. Two tellers that share a key are one; ``named`` where the report names it."""

    keys: frozenset[str]
    name: str
    named: bool


def teller_of(claim: Claim, source: ReportSource) -> Teller | None:
    """The far end of the claim's chain; None where nobody is said to have told it.

    An unnamed origin counts for the nearest named link before it, else for whom the report credits, else for the
    outlet, and where the outlet is unknown for the report alone. So does an outlet's own voice; its correspondent
    counts for the outlet itself.
    """
    told = claim.attribution
    if told.mode == "unattributed":
        return None
    if (speaker := _named(told)) is not None:
        return Teller(frozenset({speaker.id or "", fold_key(speaker.name)} - {""}), speaker.name, named=True)
    own_staff = any(link.kind == "correspondent" for link in told.chain)
    if source.credit is not None and not own_staff:
        return Teller(frozenset({fold_key(source.credit)}), source.credit, named=True)
    shown = source.shown or source.outlet_key or source.report
    if source.outlet_key is None:
        return Teller(frozenset({source.report}), shown, named=False)
    return Teller(frozenset({source.outlet_key, fold_key(source.outlet_key)} - {""}), shown, named=False)


def _named(told: Attribution) -> Speaker | None:
    """The link farthest from the outlet that is somebody. The end is where its name is known to be one (an unnamed
    official is nobody), a link on the way by what kind of speaker it is."""
    for place, link in reversed(tuple(enumerate(told.chain, start=1))):
        at_end = place == len(told.chain)
        somebody = told.mode == "named" and link.kind != "correspondent" if at_end else link.kind not in _NOBODY
        if link.id is not None or somebody:
            return link
    return None
