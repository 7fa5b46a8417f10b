import gzip
import io
import json
import time
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from tawatur.model.errors import InputError
from tawatur.model.ids import sha256_hex
from tawatur.read.inputs import Defaults, ReadItem, read_inputs

TEXT = "قصفت قوات معادية أطراف قرية المنارة صباح اليوم.\r\nوأصيب ثلاثة من الأهالي بجروح.\r\n"


def only(items: list[ReadItem]) -> ReadItem:
    (item,) = items
    return item


def refusal(items: list[ReadItem]) -> str:
    item = only(items)
    assert item.report is None
    (problem,) = item.problems
    assert problem.stage == "read"
    assert problem.mend
    return problem.message


def rows(*texts: str) -> bytes:
    return b"".join(json.dumps({"id": f"r{n}", "text": text}).encode() + b"\n" for n, text in enumerate(texts, start=1))


def test_a_text_file_is_kept_character_for_character(read_bytes, tmp_path: Path):
    data = b"\xef\xbb\xbf" + TEXT.encode()
    item = only(read_bytes("001.txt", data))
    assert item.problems == ()
    assert item.subject == str(tmp_path / "001.txt")
    report = item.report
    assert report is not None
    assert report.text.chars == TEXT
    assert (report.given_ref, report.language, report.bytes_sha256) == ("001", "ar", sha256_hex(data))
    assert (report.title, report.outlet, report.url, report.published, report.retrieved) == (None,) * 5


def test_what_is_said_of_all_inputs_is_taken_and_moved_to_the_cases_zone(read_bytes):
    report = only(
        read_bytes("a.txt", TEXT.encode(), outlet=" المنارة ", published="2021-07-29T22:00:00Z", language="AR")
    ).report
    assert report is not None
    assert (report.outlet, report.published, report.language) == ("المنارة", date(2021, 7, 30), "ar")


def test_a_day_depends_on_the_zone_of_the_case(read_bytes):
    line = json.dumps({"text": TEXT, "published": "2021-07-29T22:00:00Z"}).encode()
    items = [only(read_bytes("a.jsonl", line, zone=zone)) for zone in ("Asia/Damascus", "UTC")]
    assert [item.report and item.report.published for item in items] == [date(2021, 7, 30), date(2021, 7, 29)]


@pytest.mark.parametrize(
    ("defaults", "said"),
    [
        (
            Defaults(published="29.7.2021"),
            "--published is '29.7.2021', which is no ISO date or time; write it as YYYY-MM-DD",
        ),
        (Defaults(language="klingon"), "--language is 'klingon'"),
    ],
)
def test_a_wrong_default_is_an_error_before_anything_is_read(defaults: Defaults, said: str):
    with pytest.raises(InputError) as caught:
        read_inputs([], defaults=defaults, zone="UTC")
    assert str(caught.value).startswith(said)
    assert "taken as unknown" not in str(caught.value)


@pytest.mark.parametrize("zone", ["Mars/Base", "", "../etc", "Asia"])
def test_an_unknown_zone_is_an_error(zone: str):
    with pytest.raises(InputError, match="time zone"):
        read_inputs([], defaults=Defaults(), zone=zone)


def test_a_page_is_kept_with_its_hash_and_its_own_words(read_bytes):
    words = "قصفت قوات معادية صباح اليوم أطراف قرية المنارة بقذائف الهاون، وأصيب ثلاثة أشخاص من أهالي القرية."
    head = '<meta charset="windows-1256"><meta property="og:site_name" content="المنارة"><title>قصف</title>'
    data = f"<html><head>{head}</head><body><p>{words}</p><p>{words}</p></body></html>".encode("cp1256")
    item = only(read_bytes("page.html", data))
    assert item.problems == ()
    assert item.report is not None
    assert item.report.text.chars == f"{words}\n{words}"
    assert (item.report.outlet, item.report.given_ref) == ("المنارة", "page")
    assert item.report.bytes_sha256 == sha256_hex(data)


def test_a_broken_line_in_the_middle_is_one_refusal_and_the_rest_is_read(read_bytes, tmp_path: Path):
    good = rows(TEXT, TEXT).splitlines()
    items = read_bytes("in.jsonl", good[0] + b"\n\n{broken\n" + good[1])
    assert [item.subject for item in items] == [f"{tmp_path}/in.jsonl:{number}" for number in (1, 3, 4)]
    assert [item.report is None for item in items] == [False, True, False]


def test_a_byte_order_mark_before_the_first_line_is_dropped(read_bytes):
    assert only(read_bytes("in.jsonl", b"\xef\xbb\xbf" + rows(TEXT))).report is not None


def test_packed_lines_are_read_and_named_by_the_file(read_bytes, tmp_path: Path):
    item = only(read_bytes("in.jsonl.gz", gzip.compress(json.dumps({"text": TEXT}).encode())))
    assert item.report is not None
    assert (item.subject, item.report.given_ref) == (f"{tmp_path}/in.jsonl.gz:1", "in")


def test_of_packed_lines_that_are_cut_off_the_whole_ones_are_kept(read_bytes):
    *items, last = read_bytes("in.jsonl.gz", gzip.compress(rows(TEXT, TEXT, TEXT))[:-12])
    assert items
    assert all(item.report for item in items)
    assert last.report is None
    assert "cut off after line" in last.problems[0].message


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "nothing to read"),
        ("a.txt", b" \r\n\t", "nothing to read"),
        ("a.txt", b"%PDF-1.7 \0", "PDF"),
        ("a.txt", b"PK\x03\x04", "zip"),
        ("a.html", b"", "nothing to read"),
        ("a.html", b"\x89PNG\r\n\x1a\n\0", "PNG"),
        ("a.html", b"<html><body></body></html>", "nothing to read"),
        ("a.jsonl", b"", "no line in it"),
        ("a.jsonl", b"\n\n", "no line in it"),
        ("a.jsonl", gzip.compress(b"{}", mtime=0), "gzip"),
        ("a.jsonl", "{}".encode("utf-16"), "UTF-16"),
        ("a.jsonl.gz", b"{}", "not gzip"),
        ("a.jsonl.gz", b"", "no line in it"),
        ("a.csv", b"a,b", "ending .csv"),
    ],
)
def test_a_bad_file_is_one_refusal_that_says_why(read_bytes, name: str, data: bytes, said: str):
    assert said in refusal(read_bytes(name, data))


def test_a_text_of_one_line_of_thirty_megabytes_is_refused_in_bounded_time_and_memory(read_bytes):
    data = "ق".encode() * 15_000_000
    tracemalloc.start()
    start = time.perf_counter()
    assert "split it into one file a report" in only(read_bytes("a.txt", data)).problems[0].mend
    taken, (_, most) = time.perf_counter() - start, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert taken < 20
    assert most < 400_000_000


def test_a_text_of_more_than_fifty_megabytes_is_refused_unread(read_bytes):
    assert "larger than 50,000,000 bytes" in refusal(read_bytes("a.txt", b"a" * 50_000_001))


def test_a_page_of_more_than_twenty_megabytes_is_refused_unread(read_bytes):
    assert "larger than 20,000,000 bytes" in refusal(read_bytes("a.html", b"a" * 20_000_001))


def test_a_file_that_may_not_be_opened_is_refused(read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)
    assert "Permission denied" in refusal(read(tmp_path / "a.txt"))


def test_a_bad_input_stops_nothing(read, tmp_path: Path):
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    items = read(tmp_path / "a.txt", "https://example.org/", tmp_path / "b.txt", "c.xlsx")
    assert [item.report is None for item in items] == [True, True, False, True]


def test_a_folder_is_read_in_the_same_order_every_time(read, tmp_path: Path):
    for name in ("c.txt", "a.txt", "d/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert [Path(item.subject).name for item in read(tmp_path)] == ["a.txt", "c.txt", "b.txt"]
    assert read(tmp_path) == read(tmp_path)


def test_standard_input_that_starts_with_a_brace_holds_lines(read):
    first, second = read("-", standard_input=io.BytesIO(b"\xef\xbb\xbf\n \n" + rows(TEXT, TEXT)))
    assert (first.subject, second.subject) == ("standard input:3", "standard input:4")
    assert [item.report.given_ref for item in (first, second)] == ["r1", "r2"]


def test_standard_input_that_starts_otherwise_is_one_text(read):
    item = only(read("-", standard_input=io.BytesIO(b"\n\n" + TEXT.encode())))
    assert item.report is not None
    assert item.report.text.chars == "\n\n" + TEXT
    assert item.report.given_ref == item.report.text.sha256[:16]


def test_a_long_first_line_of_standard_input_is_put_together_again(read):
    long = "قصف " * 100_000
    first, second = read("-", standard_input=io.BytesIO(rows(long, TEXT)))
    assert first.report.text.chars == long
    assert second.report.text.chars == TEXT


@pytest.mark.parametrize(
    ("data", "said"), [(b"", "nothing to read"), (b"\n \n", "nothing to read"), (b"\x1f\x8b\x08", "gzip")]
)
def test_standard_input_without_words_is_refused(read, data: bytes, said: str):
    assert said in refusal(read("-", standard_input=io.BytesIO(data)))


def test_every_line_of_a_large_file_is_read_as_it_comes(tmp_path: Path):
    path = tmp_path / "in.jsonl"
    path.write_bytes(rows(*[TEXT] * 5_000))
    items = read_inputs([str(path)], defaults=Defaults(language="ar"), zone="UTC")
    assert next(items).subject.endswith(":1")
    assert sum(1 for _ in items) == 4_999
