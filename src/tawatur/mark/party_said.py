"""The words of a party as a person would read them."""

import re
from typing import Final

from tawatur.lang.forms import ARTICLE, LAM_LAM
from tawatur.lang.lexicon import Hit, Page
from tawatur.model.text import Span

_QUOTES: Final = re.compile('["\u00ab\u00bb\u201c\u201d\u201e]')


def as_read(page: Page, hit: Hit) -> str:
    """The words of a hit as a person would read them, without attached particles and quotation marks;
    the article fused to li- is restored.
    """
    span = page.span(hit.start, hit.end)
    said = _QUOTES.sub("", page.chars[span.start : span.end])
    if hit.entry.shape == "fused" and page.view.startswith(LAM_LAM, hit.start):
        return ARTICLE + said[len(LAM_LAM) :]
    return said


def said_of(page: Page, hit: Hit, span: Span) -> str:
    """The words of a description that ``hit`` heads, likewise."""
    said = _QUOTES.sub("", page.chars[span.start : span.end])
    return ARTICLE + said if hit.before.endswith(LAM_LAM) else said
