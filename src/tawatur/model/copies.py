"""Which reports reuse one another's text."""

from dataclasses import dataclass

Passage = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class CopyPair:
    """Two reports (by id, ``a`` < ``b``) that share text.

    ``shared``: share of the shorter one's folded word 6-grams that stand in the other, 0 to 1, None where it cannot
    be said. ``kind``: exact, reuse, update, possible_translation. ``passages``: code points ``a_start, a_end,
    b_start, b_end``. ``direction``: "a>b", "b>a" or None.
    """

    a: str
    b: str
    shared: float | None
    kind: str
    passages: tuple[Passage, ...]
    direction: str | None
