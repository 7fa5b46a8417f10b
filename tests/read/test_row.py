import json
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tawatur.model.ids import sha256_hex
from tawatur.model.text import report_id
from tawatur.read.report import Given, ReadItem
from tawatur.read.row import read_row

DAMASCUS = ZoneInfo("Asia/Damascus")
TEXT = "  قصفت قوات معادية أطراف القرية.\r\nوأصيب ثلاثة 😀 من الأهالي.\u200f \n"


def row_of(fields: Any, **more: Any) -> ReadItem:
    line = fields if isinstance(fields, bytes) else json.dumps(fields).encode()
    return read_row("in.jsonl:4", line, stem=more.pop("stem", None), given=Given(**more), zone=DAMASCUS)


def messages(item: ReadItem) -> list[str]:
    return [problem.message for problem in item.problems]


def test_a_full_row_becomes_a_report_without_a_problem():
    fields = {
        "id": "r-1",
        "url": "https://example.org/1",
        "outlet": "صوت المنارة",
        "title": "قصف",
        "published": "2021-07-29T22:00:00Z",
        "retrieved": "2021-08-01T00:00:00Z",
        "language": "ar-SY",
        "text": TEXT,
    }
    line = json.dumps(fields).encode()
    item = row_of(line)
    report = item.report
    assert report is not None
    assert item.problems == ()
    assert report.text.chars == TEXT
    assert report.title is not None
    assert report.title.chars == "قصف"
    assert (report.given_ref, report.outlet, report.url) == ("r-1", "صوت المنارة", "https://example.org/1")
    assert (report.published, report.retrieved, report.language) == (date(2021, 7, 30), "2021-08-01T00:00:00Z", "ar")
    assert report.bytes_sha256 == sha256_hex(line)
    assert report.id == report_id("r-1", "صوت المنارة", "https://example.org/1", report.text)


def test_a_text_alone_is_enough_and_the_rest_is_unknown():
    item = row_of({"text": TEXT})
    assert item.problems == ()
    assert item.report is not None
    assert item.report.given_ref == item.report.text.sha256[:16]
    assert (item.report.outlet, item.report.url, item.report.title, item.report.published) == (None, None, None, None)


def test_null_fields_are_unknown_without_a_problem():
    fields = dict.fromkeys(("id", "url", "outlet", "title", "published", "retrieved", "language", "html"))
    item = row_of({**fields, "text": TEXT})
    assert item.report is not None
    assert item.problems == ()


def test_without_an_id_the_files_stem_is_the_ref():
    item = row_of({"text": TEXT}, stem="news")
    assert item.report is not None
    assert item.report.given_ref == "news"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", [1]),
        ("url", "javascript:x"),
        ("outlet", 7),
        ("title", {}),
        ("published", "29/7"),
        ("retrieved", 5),
        ("language", "?"),
    ],
)
def test_a_malformed_field_keeps_the_report_and_becomes_a_problem(name: str, value: object):
    item = row_of({"text": TEXT, name: value})
    assert item.report is not None
    (problem,) = item.problems
    assert (problem.subject, problem.stage) == ("in.jsonl:4", "read")
    assert problem.message.startswith(f"{name} is ")
    assert problem.mend


def test_what_is_said_of_all_inputs_fills_only_what_the_row_lacks():
    given = {"outlet": "عام", "published": date(2020, 1, 1), "language": "ar"}
    own = row_of({"text": TEXT, "outlet": "خاص", "published": "2021-01-01"}, **given).report
    bare = row_of({"text": TEXT}, **given).report
    assert own is not None
    assert bare is not None
    assert (own.outlet, own.published) == ("خاص", date(2021, 1, 1))
    assert (bare.outlet, bare.published) == ("عام", date(2020, 1, 1))


def test_a_row_with_a_page_is_read_as_a_page_and_keeps_its_own_fields():
    words = "قصفت قوات معادية صباح اليوم أطراف قرية المنارة بقذائف الهاون، وأصيب ثلاثة أشخاص من أهالي القرية."
    head = '<meta property="og:site_name" content="م"><title>ص</title>'
    html = f"<html><head>{head}</head><body><p>{words}</p><p>{words}</p></body></html>"
    item = row_of({"html": html, "title": "عنوان"})
    assert item.report is not None
    assert item.report.text.chars == f"{words}\n{words}"
    assert item.report.title is not None
    assert (item.report.title.chars, item.report.outlet) == ("عنوان", "م")


def test_the_text_goes_before_the_page():
    item = row_of({"text": TEXT, "html": "<p>x</p>"})
    assert item.report is not None
    assert item.report.text.chars == TEXT


def test_a_text_of_the_wrong_kind_gives_way_to_the_page_with_a_problem():
    item = row_of({"text": 5, "html": "<p>قصف على القرية</p>"})
    assert item.report is not None
    assert item.report.text.chars == "قصف على القرية"
    assert messages(item)[0].startswith("text is 5")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"text": "a', "no JSON"),
        (b"[1, 2]", "no object"),
        (b"null", "no object"),
        (b"{}", "no words in it"),
        (b'{"text": null, "html": 3}', "no words in it"),
        (b'{"text": "  "}', "nothing to read"),
        (b'{"html": "<p></p>"}', "nothing to read"),
        ('{"text": "قصف"}'.encode("cp1256"), "byte 10 of the line"),
        (b'{"text": "a\\u0000b"}', "NUL character"),
        (b'{"text": "\\ud83d"}', "half a character"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"text": "a", "id": ' + b"9" * 10_000 + b"}", "no JSON"),
    ],
)
def test_a_line_that_holds_no_report_is_refused_with_its_reason(line: bytes, said: str):
    item = row_of(line)
    assert item.report is None
    (problem,) = item.problems
    assert said in problem.message
    assert problem.mend


def test_a_report_in_another_language_is_kept_and_said_so():
    item = row_of({"text": "نیروهای دولتی امروز شهر را گلوله باران کردند و چند نفر کشته شدند"})
    assert item.report is not None
    assert item.report.language == "fa"
    assert messages(item) == ["in Persian: kept, not read in this version"]


def test_the_given_language_goes_before_the_detected_one():
    item = row_of({"text": TEXT, "language": "en"})
    assert item.report is not None
    assert item.report.language == "en"
    assert messages(item) == ["in English: kept, not read in this version"]
