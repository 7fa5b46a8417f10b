"""An HTML page: its main text, and what it says about itself."""

import logging
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from zoneinfo import ZoneInfo

from lxml.etree import LxmlError

from tawatur.read.fields import address, words
from tawatur.read.markup import flatten, weigh
from tawatur.read.remark import Refusal, Remark

MOST_BYTES: Final = 20_000_000

# What these libraries say about broken pages is not for the user, who gets a problem with the page's name.
for _library in ("trafilatura", "htmldate", "courlan", "charset_normalizer", "py3langid"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

# What the libraries are known to raise over broken markup: one page must never stop a run.
LIBRARY_FAULTS: Final = (
    ValueError,
    TypeError,
    AttributeError,
    KeyError,
    IndexError,
    OverflowError,
    RecursionError,
    LxmlError,
)

LOOK_AT_IT: Final = "look whether menus and other stories stand in its text"


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a page and what it says of itself. Unknown is None."""

    text: str
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    remarks: tuple[Remark, ...] = ()


def read_page(markup: str, *, zone: ZoneInfo) -> Page:
    """The main text of ``markup``, its paragraphs on lines; all its words, with a remark, where no main text is found.

    Nothing is fetched. A page without any word has an empty text.

    Raises:
        Refusal: it is larger than 20 million characters.
    """
    if len(markup) > MOST_BYTES:
        raise Refusal(f"not read: a page of more than {MOST_BYTES:,} characters", "save its words as .txt and add that")
    excess = weigh(markup).excess
    if excess:
        return Page(
            flatten(markup), remarks=(Remark(f"{excess}, so all its words are taken, furniture too", LOOK_AT_IT),)
        )
    try:
        page = _extract(markup, zone)
    except LIBRARY_FAULTS:
        page = None
    if page is None:
        return Page(flatten(markup), remarks=(Remark("no main text found, so all its words are taken", LOOK_AT_IT),))
    return page


def _extract(markup: str, zone: ZoneInfo) -> Page | None:
    # Loaded at the first page: they take longer than all the rest, and plain texts and most commands need none.
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    from tawatur.read.dates import page_day

    # Parsed here and handed on as a tree: given characters that look like an address, htmldate would fetch it.
    tree = load_html(markup)
    if tree is None:
        tree = load_html(f"<html><head></head><body>{markup}</body></html>")
    if tree is None:
        return None
    published = page_day(tree, zone=zone)  # first, since the extraction prunes the tree
    found: Any = bare_extraction(tree, with_metadata=True, include_comments=False, date_extraction_params=_no_date())
    if found is None or not (found.text or "").strip():
        return None
    return Page(
        text=found.text.strip(),
        title=words("title", found.title).value,
        outlet=words("outlet", found.sitename).value,
        published=published,
        url=address("url", found.url).value,
    )


def _no_date() -> dict[str, Any]:
    """Settings under which the extractor's own search for a date is short: ours is ``page_day``."""
    return {"extensive_search": False, "original_date": True}
