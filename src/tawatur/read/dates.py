"""The day on which a page says that it was published."""

import re
from datetime import date
from typing import Any, Final
from zoneinfo import ZoneInfo

from htmldate import find_date
from lxml import html

from tawatur.read.fields import day

# Looked at alone, so that no day of the running text, of a list of other stories or of a change is taken for the day of
# publication, and no year of a copyright for its first of January.
DATES: Final = re.compile(r"date|publi|posted|time", re.IGNORECASE)
NOT_THIS: Final = re.compile(
    r"modif|updat|revis|copyright|related|fetch|saved|retriev|expire|latest|sidebar|comment", re.IGNORECASE
)
ASIDE: Final = "ancestor::aside or ancestor::nav or ancestor::footer"
DATED: Final = f".//*[(self::time or @class or @id or @itemprop) and not({ASIDE})]"
NAMING: Final = ("class", "id", "itemprop", "property", "name", "http-equiv")
PUBLISHED: Final = re.compile(r"\"date(?:Published|Created)\"\s{0,9}:\s{0,9}\"([^\"]{8,40})\"")
LONGEST: Final = 120
MOST: Final = 3
TIME: Final = "%Y-%m-%dT%H:%M:%S%z"

Element = Any  # lxml ships no types


def page_day(tree: Element, *, zone: ZoneInfo) -> date | None:
    """The day of publication in ``zone``, from the page's own statements and its address; None where it makes none."""
    said = find_date(
        _statements(tree),
        extensive_search=False,
        original_date=True,
        outputformat=TIME,
        deferred_url_extractor=True,  # a statement has an hour and a zone, an address has none
    )
    return day("published", said, zone=zone).value


def _statements(tree: Element) -> Element:
    """A small page that holds only what ``tree`` says about its own days."""
    page = html.fromstring("<html><head></head><body><p></p></body></html>")
    for kept in tree.iter("meta", "script", "link"):
        if kept.tag != "script" and not NOT_THIS.search(_named(kept)):
            page.head.append(_bare(kept))
        elif kept.get("type") == "application/ld+json":
            published = PUBLISHED.search(kept.text or "")
            page.head.append(_bare(kept, text=f'{{"datePublished":"{published[1]}"}}' if published else None))
    page.body.extend(_dated(tree))
    return page


def _dated(tree: Element) -> list[Element]:
    """The first few short elements that tell a day by their tag or names; the page's own stands before others'."""
    found: list[Element] = []
    for element in tree.xpath(DATED):
        named = _named(element)
        if NOT_THIS.search(named) or not (element.tag == "time" or DATES.search(named)):
            continue
        said = _short_text(element)
        if said is not None:
            found.append(_bare(element, text=said))
        if len(found) == MOST:
            break
    return found[:1] if any(element.tag == "time" for element in found[:1]) else found


def _short_text(element: Element) -> str | None:
    text = ""
    for part in element.itertext():
        text += part
        if len(text) > LONGEST:
            return None
    return text


def _named(element: Element) -> str:
    return " ".join(element.get(name) or "" for name in NAMING)


def _bare(element: Element, *, text: str | None = None) -> Element:
    copy = html.Element(element.tag, dict(element.attrib))
    copy.text = text
    return copy
