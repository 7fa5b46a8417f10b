"""The lines of a stream, packed or not, in bounded memory whatever it holds."""

import codecs
import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final, Protocol

from tawatur.read.remark import Refusal

MOST_BYTES_OF_A_LINE: Final = 40_000_000  # as JSON such a line can take a gigabyte of memory
SKIPPED_AT_ONCE: Final = 1_000_000
MOST_UNPACKED: Final = 4_000_000_000
FREE: Final = 64_000_000  # below this the ratio is not looked at: short files of like lines pack very well
MOST_RATIO: Final = 200

SPLIT: Final = "split it into smaller files"


class HasLines(Protocol):
    """All that is asked of a stream: its next line, or as much of it as ``size`` bytes hold; nothing at the end."""

    def readline(self, size: int, /) -> bytes: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end. ``number`` counts from 1, blank lines too."""

    number: int
    data: bytes


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is not taken."""

    number: int
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Stopped:
    """The stream cannot be read further; the lines before stand."""

    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a stream may go: bytes a line, bytes in all, and bytes for each packed one."""

    line: int = MOST_BYTES_OF_A_LINE
    total: int = MOST_UNPACKED
    free: int = FREE
    ratio: int = MOST_RATIO


def plain_lines(stream: HasLines, *, limits: Limits = Limits()) -> Iterator[Line | BadLine | Stopped]:
    """The lines of ``stream`` that are not blank; a line that is too long is skipped without being held."""
    yield from _lines(stream, None, limits)


def packed_lines(stream: BinaryIO, *, limits: Limits = Limits()) -> Iterator[Line | BadLine | Stopped]:
    """The lines of a gzip ``stream``, unpacked as they are asked for, up to where it is cut off or swells too far."""
    with gzip.GzipFile(fileobj=stream, mode="rb") as unpacked:
        yield from _lines(unpacked, stream, limits)


def _lines(stream: HasLines, packed: BinaryIO | None, limits: Limits) -> Iterator[Line | BadLine | Stopped]:
    number, total, starts = 0, 0, True
    while True:
        piece = _piece(stream, limits.line + 1 if starts else SKIPPED_AT_ONCE, number)
        if isinstance(piece, Stopped) or not piece:
            if piece:
                yield piece
            return
        total += len(piece)
        if packed and _swells(total, packed.tell(), limits):
            yield Stopped(Refusal(f"not read past line {number}: it unpacks to far more than its size", SPLIT))
            return
        if starts:
            number += 1
            piece = piece.removeprefix(codecs.BOM_UTF8) if number == 1 else piece
            if len(piece) > limits.line:
                yield BadLine(number, Refusal(f"not read: a line of more than {limits.line:,} bytes", SPLIT))
            elif piece.strip():
                yield Line(number, piece.rstrip(b"\r\n"))
        # The rest of a line that is too long is read and let go, piece by piece.
        starts = piece.endswith(b"\n") or (starts and len(piece) <= limits.line)


def _piece(stream: HasLines, size: int, number: int) -> bytes | Stopped:
    try:
        return stream.readline(size)
    except EOFError:
        said = f"cut off after line {number}; the lines before are kept"
    except (zlib.error, gzip.BadGzipFile):
        said = f"not gzip, or damaged, after line {number}; the lines before are kept"
    except OSError as error:
        said = f"unreadable after line {number} ({error.strerror or error}); the lines before are kept"
    return Stopped(Refusal(said, "get the file again, and add it once more"))


def _swells(total: int, packed: int, limits: Limits) -> bool:
    return total > limits.total or (total > limits.free and total > limits.ratio * max(1, packed))
