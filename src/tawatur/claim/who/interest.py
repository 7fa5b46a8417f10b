"""What a speaker has to gain by a claim, where that is plain: told of his own dead, the enemy's, his own deed or its denial."""

import re
from collections.abc import Sequence
from typing import Final

from tawatur.claim.harm.figure import Figure
from tawatur.claim.scope import Scope
from tawatur.claim.speaking.said import Said
from tawatur.claim.who.roles import Roles
from tawatur.lang.fold import ARABIC

_PRONOUN: Final = re.compile(f"[\u064b-\u0652]*(?:\u0647[\u064b-\u0652]*(?:\u0627|\u0645)?)(?![{ARABIC}])")
"""His, her or their, written on to a word."""

_PARTISAN: Final = ("party", "official")
"""Kinds of speaker that can have something to gain: a party, and who speaks for one."""

_LOSSES: Final = ("killed", "injured", "captured", "missing", "killed_or_injured", "killed_or_captured")


def interest_of(scope: Scope, said: Said, roles: Roles, figures: Sequence[Figure], status: str) -> str | None:
    """own_loss, enemy_loss, admission or self_exculpatory; None where the speaker is no party or it is not plain."""
    speaker = said.attribution.chain[-1] if said.attribution.chain else None
    if speaker is None or speaker.id is None or speaker.kind not in _PARTISAN:
        return None
    did_it = any(role.party.id == speaker.id for role in roles.actors)
    losses = [one for one in figures if one.count.harm in _LOSSES]
    if status == "denied":
        return "self_exculpatory" if did_it else None
    if did_it and any(one.count.civil_status == "civilian" for one in losses):
        return "admission"
    if any(_owns(scope, one, speaker.id) for one in losses):
        return "own_loss"
    return "enemy_loss" if any(_of_another(one, speaker.id) for one in losses) else None


def _owns(scope: Scope, figure: Figure, speaker: str) -> bool:
    """Whether the harmed are the speaker's: of his party, or "his soldiers"."""
    his = (
        figure.people
        and figure.people.civil_status == "combatant"
        and _PRONOUN.match(scope.chars, figure.people.span.end)
    )
    return figure.count.party == speaker or (figure.count.party is None and bool(his))


def _of_another(figure: Figure, speaker: str) -> bool:
    """Whether the harmed are fighters of another party, or called terrorists by the speaker."""
    count = figure.count
    return count.status_basis == "party_designation" or (count.party is not None and count.party != speaker)
