"""The words of a party as a person would read them."""

from tawatur.lang.forms import ARTICLE, LAM_LAM
from tawatur.lang.lexicon import Hit, Page


def as_read(page: Page, hit: Hit) -> str:
    """The words of a hit as a person would type them, without attached particles; the article fused to li- is restored."""
    if hit.entry.shape == "fused" and page.view.startswith(LAM_LAM, hit.start):
        return ARTICLE + page.as_read(hit.start + len(LAM_LAM), hit.end)
    return page.as_read(hit.start, hit.end)


def said_of(page: Page, hit: Hit, start: int, end: int) -> str:
    """The words of a description that ``hit`` heads, ``start`` to ``end`` in the view, likewise."""
    if hit.entry.shape == "fused" and page.view.startswith(LAM_LAM, start):
        return ARTICLE + page.as_read(start + len(LAM_LAM), end)
    said = page.as_read(start, end)
    return ARTICLE + said if hit.before.endswith(LAM_LAM) else said
