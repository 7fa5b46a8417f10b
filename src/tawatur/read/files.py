"""One file, by its ending, to its reports."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final
from zoneinfo import ZoneInfo

from tawatur.model.ids import sha256_hex
from tawatur.read.binary import refuse_signature
from tawatur.read.decode import decode_page, decode_text
from tawatur.read.lines import BadLine, Line, Stopped, packed_lines, plain_lines
from tawatur.read.page import MOST_BYTES as MOST_BYTES_OF_A_PAGE
from tawatur.read.page import read_page
from tawatur.read.remark import Refusal
from tawatur.read.report import Given, Parts, ReadItem, item_of, refused
from tawatur.read.row import read_row
from tawatur.read.walk import LOOK, Found

MOST_BYTES_OF_A_TEXT: Final = 50_000_000


def read_file(found: Found, *, given: Given, zone: ZoneInfo) -> Iterator[ReadItem]:
    """The items of one file: one of a text or a page, one a line of JSON lines. Never raises over its content."""
    try:
        yield from _items(found, given, zone)
    except Refusal as refusal:
        yield refused(found.subject, refusal)


def _items(found: Found, given: Given, zone: ZoneInfo) -> Iterator[ReadItem]:
    with _open(found.path) as stream:
        if found.ending == ".txt":
            yield read_text(found.subject, read_all(stream, MOST_BYTES_OF_A_TEXT), stem=found.stem, given=given)
        elif found.ending in {".html", ".htm"}:
            data = read_all(stream, MOST_BYTES_OF_A_PAGE)
            yield _read_html(found.subject, data, stem=found.stem, given=given, zone=zone)
        else:
            lines = packed_lines(stream) if found.ending.endswith(".gz") else plain_lines(stream)
            yield from read_rows(found.subject, lines, stem=found.stem, given=given, zone=zone)


def read_text(subject: str, data: bytes, *, stem: str | None, given: Given) -> ReadItem:
    """The item of a plain text, its characters exactly as decoded (a leading byte-order mark dropped).

    Raises:
        Refusal: no text, or nothing in it to read.
    """
    decoded = decode_text(data)
    remarks = (decoded.remark,) if decoded.remark else ()
    return item_of(subject, Parts(decoded.chars, sha256_hex(data), stem), given=given, remarks=remarks)


def _read_html(subject: str, data: bytes, *, stem: str, given: Given, zone: ZoneInfo) -> ReadItem:
    decoded = decode_page(data)
    page = read_page(decoded.chars, zone=zone)
    parts = Parts(
        text=page.text,
        bytes_sha256=sha256_hex(data),
        ref=stem,
        outlet=page.outlet,
        url=page.url,
        title=page.title,
        published=page.published,
    )
    remarks = (*((decoded.remark,) if decoded.remark else ()), *page.remarks)
    return item_of(subject, parts, given=given, remarks=remarks)


def read_rows(
    subject: str, lines: Iterator[Line | BadLine | Stopped], *, stem: str | None, given: Given, zone: ZoneInfo
) -> Iterator[ReadItem]:
    """The items of JSON lines, one a line, with the line's number in the subject; one refusal where there is no line.

    Raises:
        Refusal: the first line is no text at all, but the start of another kind of file.
    """
    empty = True
    for line in lines:
        if isinstance(line, Stopped):
            yield refused(subject, line.refusal)
        elif isinstance(line, Line):
            if empty:
                _refuse_other(line.data)
            yield read_row(f"{subject}:{line.number}", line.data, stem=stem, given=given, zone=zone)
        else:
            yield refused(f"{subject}:{line.number}", line.refusal)
        empty = False
    if empty:
        yield refused(subject, Refusal("not read: empty, with no line in it", "give one JSON object a line"))


def _refuse_other(first: bytes) -> None:
    refuse_signature(first)
    if first.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in first[:4]:
        raise Refusal("not read: JSON lines in UTF-16", "save the file again as UTF-8")


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise Refusal(f"not read: it cannot be opened ({error.strerror or error})", LOOK) from None


def read_all(stream: BinaryIO, most: int) -> bytes:
    """All bytes of ``stream`` from where it stands.

    Raises:
        Refusal: they are more than ``most``, or the disk fails.
    """
    try:
        data = stream.read(most + 1)
    except OSError as error:
        raise Refusal(f"not read: it cannot be read to its end ({error.strerror or error})", LOOK) from None
    if len(data) > most:
        raise Refusal(f"not read: larger than {most:,} bytes", "split it into one file a report")
    return data
