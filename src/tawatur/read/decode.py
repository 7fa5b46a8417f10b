"""Bytes to characters: decoded rightly or refused, never guessed in silence.

The order: a byte-order mark, UTF-16 by its pattern, strict UTF-8, what the page declares, and last the two old
Arabic encodings, told apart by how many of the characters come out as Arabic letters.
"""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from tawatur.read.binary import refuse_controls, refuse_signature
from tawatur.read.remark import Refusal, Remark

SAVE_AS_UTF8: Final = "save it again as UTF-8"
MARKS: Final[tuple[tuple[bytes, str], ...]] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the start of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The high byte of nearly every character of Arabic or Latin text in UTF-16: U+00xx and U+06xx.
HIGH_BYTES: Final = b"\x00\x06"
MOST_LOW: Final = 0.1
LEAST_HIGH: Final = 0.7
LOOKED_AT: Final = 100_000

# Three Arabic letters in a row as UTF-8 writes them; in Windows-1256 these bytes would be letter, sign, letter, sign.
UTF8_ARABIC: Final = re.compile(rb"(?:[\xd8-\xdb][\x80-\xbf]){3}")
DECLARED: Final = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_:.-]{2,40})"
)
# Only encodings of text: Python's codec registry also holds transformations that a page must not be able to ask for.
ENCODINGS: Final = re.compile(
    r"(?:utf-?8|ascii|(?:windows|cp|iso|iso8859|koi8|mac|gb|big5|euc|shift|latin)[a-z0-9_-]*)"
)
OLD_ARABIC: Final = (("cp1256", "Windows-1256"), ("iso8859_6", "ISO-8859-6"))
LEAST_ARABIC: Final = 0.9
LEAST_HIGH_BYTES: Final = 0.2  # with fewer it is some European language, or too little to tell


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters, and a remark where the encoding was neither declared nor certain."""

    chars: str
    remark: Remark | None = None


def decode_text(data: bytes) -> Decoded:
    """The characters of a text file, without a leading byte-order mark; line ends stay as they are.

    Raises:
        Refusal: no text, or bytes that fit no encoding; the sentence names the first byte that does not fit.
    """
    return _decode(data, declared=None)


def decode_page(data: bytes) -> Decoded:
    """The characters of an HTML page, whose declared encoding is respected where the bytes are not UTF-8.

    Raises:
        Refusal: as ``decode_text``.
    """
    return _decode(data, declared=declared_encoding(data))


def declared_encoding(data: bytes) -> str | None:
    """The Python name of the encoding that the first 4,096 bytes of a page declare; None where none or unknown."""
    found = DECLARED.search(data[:4096])
    name = found[1].decode("ascii").lower() if found else ""
    if not ENCODINGS.fullmatch(name):
        return None
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    return "cp1252" if known in {"ascii", "iso8859-1"} else known  # as every browser takes them


def _decode(data: bytes, *, declared: str | None) -> Decoded:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data, encoding, skip=len(mark)))
    refuse_signature(data)
    wide = utf16_without_mark(data)
    if wide:
        return Decoded(_strict(data, wide), Remark(f"read as {wide.upper()}, which nothing declares", SAVE_AS_UTF8))
    refuse_controls(data)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start, declared)


def utf16_without_mark(data: bytes) -> str | None:
    """The name utf-16-le or utf-16-be where every second byte is nearly always 00 or 06; None elsewhere."""
    head = data[:LOOKED_AT]
    if len(head) < 2:
        return None
    even, odd = _high_share(head[0::2]), _high_share(head[1::2])
    if odd >= LEAST_HIGH and even <= MOST_LOW:
        return "utf-16-le"
    return "utf-16-be" if even >= LEAST_HIGH and odd <= MOST_LOW else None


def _high_share(half: bytes) -> float:
    return 1 - len(half.translate(None, HIGH_BYTES)) / max(1, len(half))


def _strict(data: bytes, encoding: str, *, skip: int = 0) -> str:
    try:
        return data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + skip
    raise Refusal(f"not read: it starts as {encoding.upper()}, but byte {at} does not fit", SAVE_AS_UTF8)


def _not_utf8(data: bytes, at: int, declared: str | None) -> Decoded:
    if UTF8_ARABIC.search(data):
        raise Refusal(
            f"not read: it is UTF-8, but byte {at} (0x{data[at]:02x}) does not fit: cut off, or two encodings mixed",
            f"mend that byte, or {SAVE_AS_UTF8}",
        )
    if declared and declared != "utf-8":
        try:
            return Decoded(data.decode(declared))
        except UnicodeDecodeError:
            pass  # a wrong declaration: what the bytes themselves say counts
    return _old_arabic(data, at)


def _old_arabic(data: bytes, at: int) -> Decoded:
    shares = [(arabic_share(data, codec), said, codec) for codec, said in OLD_ARABIC]
    # A tie goes to Windows-1256, the first and by far the more common.
    share, said, codec = max(shares, key=lambda row: row[0])
    if share < LEAST_ARABIC or _share_above_127(data) < LEAST_HIGH_BYTES:
        raise Refusal(
            f"not read: byte {at} (0x{data[at]:02x}) is not UTF-8, and the whole no Windows-1256 or ISO-8859-6 either",
            SAVE_AS_UTF8,
        )
    return Decoded(data.decode(codec), Remark(f"read as {said}, which nothing declares", SAVE_AS_UTF8))


def arabic_share(data: bytes, codec: str) -> float:
    """Of the bytes above 127, the share (0 to 1) that ``codec`` reads as Arabic letters, signs or quotation marks.

    0 where a byte has no meaning in ``codec``.
    """
    try:
        chars = data[:LOOKED_AT].decode(codec)
    except UnicodeDecodeError:
        return 0.0
    high = [char for char in chars if char > "\x7f"]
    return sum(map(_belongs, high)) / max(1, len(high))


def _share_above_127(data: bytes) -> float:
    head = data[:LOOKED_AT]
    return sum(byte > 127 for byte in head) / max(1, len(head))


def _belongs(char: str) -> bool:
    return (
        "\u060c" <= char <= "\u0652"
        or char in "\u00a0\u00ab\u00bb\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u200c\u200d"
    )
