"""Standard input: JSON lines or one text."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO, Final
from zoneinfo import ZoneInfo

from tawatur.read.files import MOST_BYTES_OF_A_TEXT, read_all, read_rows, read_text
from tawatur.read.lines import HasLines, plain_lines
from tawatur.read.remark import Refusal
from tawatur.read.report import Given, ReadItem, refused

SUBJECT: Final = "standard input"
PIECE: Final = 65_536
MOST_BLANK_LINES: Final = 1_000


@dataclass(frozen=True, slots=True)
class Rejoined:
    """The lines of ``head`` and then of ``rest``, as if nothing had been read yet."""

    head: BytesIO
    rest: HasLines

    def readline(self, size: int, /) -> bytes:
        """The next line, or the next ``size`` bytes of it; nothing at the end."""
        piece = self.head.readline(size)
        whole = piece.endswith(b"\n") or len(piece) == size
        return piece if whole else piece + self.rest.readline(size - len(piece))


def read_stream(stream: BinaryIO, *, given: Given, zone: ZoneInfo) -> Iterator[ReadItem]:
    """The items of JSON lines where the first character that is no blank is a brace, else the one item of a text."""
    try:
        head = _head(stream)
        if head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
            lines = plain_lines(Rejoined(BytesIO(head), stream))
            yield from read_rows(SUBJECT, lines, stem=None, given=given, zone=zone)
        else:
            data = head + read_all(stream, MOST_BYTES_OF_A_TEXT)
            yield read_text(SUBJECT, data, stem=None, given=given)
    except Refusal as refusal:
        yield refused(SUBJECT, refusal)


def _head(stream: BinaryIO) -> bytes:
    """The blank lines at the start and the first piece of the first line that is not blank."""
    pieces: list[bytes] = []
    while len(pieces) < MOST_BLANK_LINES:
        pieces.append(stream.readline(PIECE))
        if not pieces[-1] or pieces[-1].removeprefix(codecs.BOM_UTF8).strip():
            break
    return b"".join(pieces)
