"""Names that two writers spell a little differently."""

from functools import lru_cache
from typing import Final

ARTICLE: Final = "\u0627\u0644"
SHORTEST: Final = 4
"""Letters that a name needs: of shorter ones many are a letter apart, and are other names."""


@lru_cache(maxsize=65536)
def one_letter_apart(a: str, b: str) -> bool:
    """Whether two folded names are equal but for the article and one letter more, less or other, never the first one.

    Always False for names of fewer than four letters.
    """
    a, b = sorted((a.removeprefix(ARTICLE), b.removeprefix(ARTICLE)), key=lambda name: (len(name), name))
    if len(a) < SHORTEST or len(b) - len(a) > 1 or a[0] != b[0]:
        return False
    same = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    return a[same + (len(a) == len(b)) :] == b[same + 1 :]
