"""Arabic names in Latin letters, as they are commonly spelt: a reading aid where no register knows the English name.

Spellings that people use come from the dictionary of ``arabic-name-romanizer``, the rest from its rules. Its neural
model stays unused: it takes a hundred times as long, and floating point is not the same to the bit on every machine.
"""

from functools import cache, lru_cache
from typing import Final

from arabic_name_romanizer import Transliterator

_KEPT: Final = 1 << 14


@lru_cache(maxsize=_KEPT)
def romanized(name: str, *, country: str = "SY") -> str | None:
    """``name`` in Latin letters, as it is likely spelt in ``country``; None where it has no Arabic letter.

    It is a romanisation and no registered name: whoever shows it must not take it for one.
    """
    found = str(_romanizer().transliterate(name, country=country)).strip()
    return found if found and found != name.strip() else None


@cache
def _romanizer() -> Transliterator:
    return Transliterator(auto_load_model=False)
