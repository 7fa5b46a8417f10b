"""Which clauses of two reports lie in one passage that the reports share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tawatur.model.claim import Claim
from tawatur.model.copies import CopyPair, Passage
from tawatur.model.text import Span


@dataclass(frozen=True, slots=True)
class SharedText:
    """The passages that reports share, under both orders of their ids."""

    passages: Mapping[tuple[str, str], tuple[Passage, ...]]

    def joins(self, a: Claim, b: Claim) -> bool:
        """Whether the clauses of ``a`` and ``b`` are one stretch of a shared passage. False within one report."""
        found = self.passages.get((a.report, b.report), ())
        if not found or a.where != "body" or b.where != "body":
            return False
        return any(_meets(passage, a.clause, b.clause) for passage in found)


def shared_text(copies: Iterable[CopyPair]) -> SharedText:
    """The passages of ``copies``, ready to be asked about claims."""
    found: dict[tuple[str, str], tuple[Passage, ...]] = {}
    for pair in copies:
        found[pair.a, pair.b] = pair.passages
        found[pair.b, pair.a] = tuple((c, d, a, b) for a, b, c, d in pair.passages)
    return SharedText(found)


def _meets(passage: Passage, a: Span, b: Span) -> bool:
    """Whether ``a``, moved along with the passage, covers a character of ``b``."""
    a_start, a_end, b_start, _ = passage
    inside = Span(max(a.start, a_start), min(a.end, a_end))
    if inside.start >= inside.end:
        return False
    move = b_start - a_start
    return Span(inside.start + move, inside.end + move).meets(b)
