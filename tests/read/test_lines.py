import gzip
import io
import random
from typing import BinaryIO

from tawatur.read.lines import BadLine, Limits, Line, Stopped, packed_lines, plain_lines


def numbered(count: int) -> bytes:
    """Lines that do not pack well, so that a cut falls among them."""
    chance = random.Random(7)
    return b"".join(b"%d %d\n" % (n, chance.getrandbits(400)) for n in range(1, count + 1))


class FailingDisk(io.BytesIO):
    """A disk that gives its first lines and then fails."""

    def readline(self, size: int | None = -1, /) -> bytes:
        if self.tell() > 10:
            raise OSError(5, "Input/output error")
        return super().readline(size)


def test_blank_lines_are_counted_and_left_out():
    assert list(plain_lines(io.BytesIO(b"a\n\n \r\nb\r\nc"))) == [Line(1, b"a"), Line(4, b"b"), Line(5, b"c")]


def test_a_line_that_is_too_long_is_skipped_and_the_next_is_read():
    lines = list(plain_lines(io.BytesIO(b"a\n" + b"x" * 5_000_000 + b"\nb\n"), limits=Limits(line=100)))
    assert [type(line) for line in lines] == [Line, BadLine, Line]
    assert lines[2] == Line(3, b"b")
    assert isinstance(lines[1], BadLine)
    assert "more than 100 bytes" in lines[1].refusal.remark.message


def test_a_line_of_just_the_allowed_length_is_read():
    assert list(plain_lines(io.BytesIO(b"x" * 99 + b"\ny"), limits=Limits(line=100))) == [
        Line(1, b"x" * 99),
        Line(2, b"y"),
    ]


def test_packed_lines_are_unpacked():
    assert list(packed_lines(io.BytesIO(gzip.compress(b"a\nb\n")))) == [Line(1, b"a"), Line(2, b"b")]


def test_two_packed_files_in_one_are_both_read():
    stream = io.BytesIO(gzip.compress(b"a\n") + gzip.compress(b"b\n"))
    assert list(packed_lines(stream)) == [Line(1, b"a"), Line(2, b"b")]


def test_of_a_packed_file_that_is_cut_off_the_lines_before_are_kept():
    whole = gzip.compress(numbered(1_000))
    *lines, last = packed_lines(io.BytesIO(whole[: len(whole) // 2]))
    assert isinstance(last, Stopped)
    assert "cut off after line" in last.refusal.remark.message
    assert 400 < len(lines) < 600
    assert [line.number for line in lines if isinstance(line, Line)] == list(range(1, len(lines) + 1))


def test_a_packed_file_that_is_damaged_in_the_middle_stops_there():
    whole = bytearray(gzip.compress(numbered(10_000)))
    whole[len(whole) // 2 : len(whole) // 2 + 50] = b"\xff" * 50
    last = list(packed_lines(io.BytesIO(bytes(whole))))[-1]
    assert isinstance(last, Stopped)
    assert "damaged" in last.refusal.remark.message


def test_a_file_that_is_not_packed_at_all_is_said_to_be_so():
    (only,) = packed_lines(io.BytesIO(b'{"text": "a"}\n'))
    assert isinstance(only, Stopped)
    assert "not gzip" in only.refusal.remark.message


def test_a_packed_file_that_swells_beyond_all_measure_is_stopped():
    bomb = gzip.compress(b"a\n" * 50_000_000)
    *_, last = packed_lines(io.BytesIO(bomb), limits=Limits(free=1_000_000))
    assert isinstance(last, Stopped)
    assert "unpacks to far more" in last.refusal.remark.message


def test_a_packed_line_without_end_is_stopped_before_it_fills_the_memory():
    bomb = gzip.compress(b"a" * 100_000_000) * 4  # longer than what gzip takes in at one go
    stream = io.BytesIO(bomb)
    found = list(packed_lines(stream, limits=Limits(line=1_000_000, free=2_000_000)))
    assert [type(line) for line in found] == [BadLine, Stopped]
    assert stream.tell() < len(bomb)


def test_a_packed_file_may_be_large_up_to_the_total():
    *_, last = packed_lines(io.BytesIO(gzip.compress(numbered(1_000))), limits=Limits(total=50_000))
    assert isinstance(last, Stopped)


def test_lines_that_are_alike_pack_well_and_are_no_bomb():
    assert len(list(packed_lines(io.BytesIO(gzip.compress(b"a b c\n" * 200_000))))) == 200_000


def test_a_failing_disk_ends_the_lines_with_its_reason():
    stream: BinaryIO = FailingDisk(b"first line\nsecond line\n")
    first, last = plain_lines(stream)
    assert first == Line(1, b"first line")
    assert isinstance(last, Stopped)
    assert "Input/output error" in last.refusal.remark.message
