"""What speakers and outlets are called in both languages: as said, and in English as the register has them."""

from typing import Final

from tawatur.lang.register import english_name
from tawatur.model.claim import Speaker
from tawatur.record.words import Said, Words, plain

CORRESPONDENT: Final = "correspondent"


def speaker_said(speaker: Speaker, words: Words) -> Said:
    """A speaker as said; in English by the register's name where the register holds just this name."""
    english = english_name(speaker.name, speaker.id) if speaker.id else None
    if english is None and speaker.id and speaker.kind == CORRESPONDENT:
        party = english_name(" ".join(speaker.name.split()[1:]), speaker.id)
        english = words.say("lists", "correspondent", party=plain(party)).en if party else None
    return Said(speaker.name, english or speaker.name)


def outlet_said(outlet: str) -> Said:
    """An outlet as its report names it; in English by the register's name where one party bears just this name."""
    return Said(outlet, english_name(outlet) or outlet)
