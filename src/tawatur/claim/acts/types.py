"""Which type a claim is of: what the trigger says, made exact by the means."""

from collections.abc import Iterable
from typing import Final

from tawatur.lang.vocabulary import claim_type
from tawatur.model.mark import WeaponMark

BY_MEANS: Final = {
    "shelling": {"air": "air_strike", "drone": "drone_strike", "chemical": "chemical_attack"},
    "attack": {
        "air": "air_strike", "drone": "drone_strike", "ground": "shelling", "device": "explosive_device",
        "mine": "landmine_erw", "chemical": "chemical_attack",
    },
    "ground_offensive": {"drone": "drone_strike", "device": "explosive_device"},
    "air_strike": {"drone": "drone_strike"},
    "explosive_device": {"mine": "landmine_erw"},
    "armed_clash": {},
}  # fmt: skip
"""How a means makes a type exact: a bare bombardment by aircraft is an air strike, an attack by a mine no attack."""

BY_HARM: Final = {
    "killed": "attack",
    "injured": "attack",
    "killed_or_injured": "attack",
    "killed_or_captured": "armed_clash",
    "captured": "capture",
    "abducted": "abduction",
    "arrested": "arrest",
    "displaced": "displacement",
    "evacuated": "evacuation",
    "released": "release",
    "neutralised": "attack",
    "casualties_unspecified": "attack",
}
"""The type of a claim that only a harm makes, no other act being said."""

OWN_ACT: Final = ("arrested", "abducted", "displaced", "released", "evacuated")
"""Harms that are acts themselves: they make a claim of their own even beside another act (but a raid takes its arrests)."""

KEEPS: Final = {
    "raid": ("arrested",),
    "evacuation": ("evacuated", "displaced"),
    "release": ("released", "arrested", "abducted"),
}
"""Acts that take such harms for their own: people arrested in a raid are part of the raid."""

NO_HARM: Final = (
    "statement",
    "agreement",
    "ceasefire",
    "negotiation",
    "agreement_breach",
    "agreement_collapse",
    "territory_control",
    "deployment",
    "aid",
    "siege",
)
"""Types whose happening itself harms nobody: a harm beside them belongs to something else."""

_ORDER: Final = ("mine", "device", "drone", "chemical", "air", "ground", "arms", "vehicle")


def exact_type(trigger: str, weapons: Iterable[WeaponMark]) -> str:
    """The trigger's type, made exact by the first means that does so."""
    means = {weapon.means for weapon in weapons}
    table = BY_MEANS.get(trigger, {})
    return next((table[kind] for kind in _ORDER if kind in means and kind in table), trigger)


def one_act(first: str, second: str) -> bool:
    """Whether two types in one sentence may be two words for one act: one family, or an attack beside its strike."""
    one, other = claim_type(first).family, claim_type(second).family
    return one == other or {one, other} in ({"attack", "strike"}, {"attack", "device"}, {"strike", "device"})
