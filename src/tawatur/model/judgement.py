"""What a person decided. Append-only: a later judgement is added, an earlier one is never changed."""

from dataclasses import dataclass

from tawatur.model.ids import content_id


@dataclass(frozen=True, slots=True)
class Judgement:
    """``verdict``: accept, correct, reject (of a claim or event), same, different (of two claims).

    ``about`` are ids; ``quote`` the characters that the claim rested on, so that the judgement survives a new pack.
    ``made`` is an ISO time, ``why`` the reason in words.
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


def judgement_id(
    verdict: str, about: tuple[str, ...], field: str | None, value: str | None, author: str, made: str
) -> str:
    """The id of a judgement: a hash of what was decided, by whom and when."""
    return content_id("jdg", verdict, "|".join(about), field, value, author, made)
