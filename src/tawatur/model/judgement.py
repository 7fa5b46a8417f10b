"""What a person decided. Append-only: a later judgement is added, an earlier one is never changed."""

from dataclasses import dataclass

from tawatur.model.ids import content_id
from tawatur.model.text import Span

CLAIM_PREFIX = "clm-"
EVENT_PREFIX = "evt-"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a judged thing rests: the claim (of an event its first by id), its report, clause and type when it was judged.

    A claim that another version of the pack cuts differently is found again by it.
    """

    claim: str
    report: str
    where: str
    clause: Span
    type: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """``verdict``: accept, reject, correct (a value of a claim or event is set), same, different (of claims), note, undo.

    ``about`` are ids: of claims or events, of a judgement where it is undone; ``anchors`` one each, but for judgements.
    ``field`` and ``value`` say what a correction sets. ``quote``: the characters that the first claim rested on.
    ``made`` is an ISO time, ``why`` the reason or note in words.
    """

    id: str
    verdict: str
    about: tuple[str, ...]
    field: str | None
    value: str | None
    quote: str | None
    author: str
    made: str
    why: str
    anchors: tuple[Anchor, ...] = ()


def judgement_id(
    verdict: str, about: tuple[str, ...], field: str | None, value: str | None, author: str, made: str
) -> str:
    """The id of a judgement: a hash of what was decided, by whom and when."""
    return content_id("jdg", verdict, "|".join(about), field, value, author, made)
