"""Weapons and munitions."""

from tawatur.lang.lexicon import Page
from tawatur.lang.pack import Pack
from tawatur.lang.schema import WeaponRule
from tawatur.model.mark import WeaponMark


def mark_weapons(page: Page, pack: Pack) -> tuple[WeaponMark, ...]:
    """The weapons that a text names, in text order, the longest name where two overlap."""
    return tuple(
        WeaponMark(page.span(hit.start, hit.end), rule.id, rule.means, hit.entry.rule)
        for hit in page.hits("weapons")
        for rule in (pack.rule(hit, WeaponRule),)
    )
