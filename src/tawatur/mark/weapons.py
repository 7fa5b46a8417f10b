"""Weapons and munitions."""

from functools import cache
from typing import Final

from tawatur.lang.fold import fold
from tawatur.lang.lexicon import WORD, Hit, Page
from tawatur.lang.pack import Pack
from tawatur.lang.schema import WeaponRule
from tawatur.model.mark import WeaponMark

_NEAR: Final = 40
_AND: Final = "\u0648"


def mark_weapons(page: Page, pack: Pack) -> tuple[WeaponMark, ...]:
    """The weapons that a text names, in text order, the longest name where two overlap."""
    return tuple(
        WeaponMark(page.span(hit.start, hit.end), rule.id, rule.means, hit.entry.rule)
        for hit in page.hits("weapons")
        for rule in (pack.rule(hit, WeaponRule),)
        if not (rule.unless and _meant_otherwise(page, hit, tuple(rule.unless)))
    )


def _meant_otherwise(page: Page, hit: Hit, signs: tuple[str, ...]) -> bool:
    """Whether a word near shows that this one is no weapon here ("thousands took part in the march")."""
    near = WORD.findall(page.view[max(0, hit.start - _NEAR) : hit.end + _NEAR])
    written, bare = (f" {' '.join(words)} " for words in (near, (word.removeprefix(_AND) for word in near)))
    return any(sign in written or sign in bare for sign in _folded(signs))


@cache
def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f" {fold(word).view} " for word in words)
