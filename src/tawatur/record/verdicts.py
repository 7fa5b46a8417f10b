"""What people decided, read so that the latest word on a thing counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from tawatur.model.judgement import Judgement

REVIEWS: Final = ("accept", "correct", "reject")

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """``same`` and ``different`` hold pairs of claim ids (the smaller first), ``reviews`` the last review of an id.

    A claim's place in the record follows them; its words do not: a correction is kept and shown, and marks its event
    as reviewed.
    """

    same: frozenset[Pair]
    different: frozenset[Pair]
    reviews: dict[str, Judgement]

    def rejected(self, subject: str) -> Judgement | None:
        """The judgement that rejects this claim or event, None where there is none or a later one takes it back."""
        last = self.reviews.get(subject)
        return last if last is not None and last.verdict == "reject" else None


def read_verdicts(judgements: Iterable[Judgement]) -> Verdicts:
    """The verdicts that hold, in whatever order they are handed in: the latest made, then the last by id."""
    pairs: dict[Pair, str] = {}
    reviews: dict[str, Judgement] = {}
    for judgement in sorted(judgements, key=lambda judgement: (judgement.made, judgement.id)):
        if judgement.verdict in REVIEWS:
            reviews |= dict.fromkeys(judgement.about, judgement)
        elif judgement.verdict in ("same", "different"):
            pairs |= dict.fromkeys(combinations(sorted(set(judgement.about)), 2), judgement.verdict)
    return Verdicts(
        same=frozenset(pair for pair, verdict in pairs.items() if verdict == "same"),
        different=frozenset(pair for pair, verdict in pairs.items() if verdict == "different"),
        reviews=reviews,
    )
