"""One line of a JSON-lines file: an object that holds a report."""

import json
from typing import Any, Final
from zoneinfo import ZoneInfo

from tawatur.model.ids import sha256_hex
from tawatur.read import fields
from tawatur.read.page import Page, read_page
from tawatur.read.remark import Refusal, Remark, shown
from tawatur.read.report import Given, Parts, ReadItem, item_of, refused

MEND_LINE: Final = "mend or remove this line; the others are read"
GIVE_TEXT: Final = 'give its words as "text" or its page as "html"'


def read_row(subject: str, line: bytes, *, stem: str | None, given: Given, zone: ZoneInfo) -> ReadItem:
    """The item of one line: its report with a problem for each malformed field, or why it is refused.

    ``stem`` stands in for a missing id. The stored text is the given one, character for character.
    """
    try:
        return _item(subject, line, stem, given, zone)
    except Refusal as refusal:
        return refused(subject, refusal)


def _item(subject: str, line: bytes, stem: str | None, given: Given, zone: ZoneInfo) -> ReadItem:
    row = _object(line)
    ref, outlet = fields.reference("id", row.get("id")), fields.words("outlet", row.get("outlet"))
    url, title = fields.address("url", row.get("url")), fields.words("title", row.get("title"))
    published = fields.day("published", row.get("published"), zone=zone)
    retrieved = fields.moment("retrieved", row.get("retrieved"))
    language = fields.language("language", row.get("language"))
    page, body = _body(row, zone)
    parts = Parts(
        text=page.text,
        bytes_sha256=sha256_hex(line),
        ref=ref.value or stem,
        outlet=outlet.value or page.outlet,
        url=url.value or page.url,
        title=title.value or page.title,
        published=published.value or page.published,
        retrieved=retrieved.value,
        language=language.value,
    )
    told = (ref.remark, url.remark, outlet.remark, title.remark, published.remark, retrieved.remark, language.remark)
    remarks = tuple(remark for remark in (*told, body, *page.remarks) if remark)
    return item_of(subject, parts, given=given, remarks=remarks)


def _body(row: dict[str, Any], zone: ZoneInfo) -> tuple[Page, Remark | None]:
    """The words of a row: its text as given, else its page; with a remark where the one in front cannot be used."""
    text, markup = row.get("text"), row.get("html")
    if isinstance(text, str) and (text.strip() or not isinstance(markup, str)):
        return Page(text), None
    if not isinstance(markup, str):
        raise Refusal(f'not read: no words in it ("text" is {shown(text)}, "html" is {shown(markup)})', GIVE_TEXT)
    remark = Remark(f"text is {shown(text)}, so its html is read", "give text as a string, or leave it out")
    return read_page(markup, zone=zone), None if text is None else remark


def _object(line: bytes) -> dict[str, Any]:
    try:
        chars = line.decode("utf-8")
    except UnicodeDecodeError as error:
        said = f"not read: byte {error.start} of the line (0x{line[error.start]:02x}) is not UTF-8"
        raise Refusal(said, "save the file again as UTF-8") from None
    try:
        row = json.loads(chars)
    except ValueError as error:
        raise Refusal(f"not read: the line is no JSON ({shown(str(error))})", MEND_LINE) from None
    except RecursionError:
        raise Refusal("not read: its brackets are nested too deep", MEND_LINE) from None
    if not isinstance(row, dict):
        raise Refusal(f"not read: the line is {shown(row)}, which is no object in braces", GIVE_TEXT)
    return row
