import json
import logging
import socket
import time
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.read.page import read_page
from tawatur.read.remark import Refusal

DAMASCUS = ZoneInfo("Asia/Damascus")
FIRST = "قصفت قوات معادية صباح اليوم أطراف قرية المنارة بقذائف الهاون، وأصيب ثلاثة أشخاص من أهالي القرية بجروح."
SECOND = "وقال شاهد من القرية إن القصف استمر نحو ساعة، وإن الأهالي نقلوا المصابين إلى مشفى في المدينة المجاورة."
MENU = "<nav><a href='/a'>الرئيسية</a> <a href='/b'>رياضة</a></nav>"


def page(head: str = "", body: str = "", end: str = "") -> str:
    return (
        f"<!DOCTYPE html><html lang='ar'><head><title>قصف على المنارة</title>{head}</head><body>{MENU}"
        f"<article><h1>قصف على المنارة</h1>{body}<p>{FIRST}</p><p>{SECOND}</p></article>{end}"
        "<footer>جميع الحقوق محفوظة 2019</footer></body></html>"
    )


def test_the_main_text_is_taken_paragraph_by_line_without_menus():
    text = read_page(page(), zone=DAMASCUS).text
    assert FIRST + "\n" + SECOND in text
    assert "رياضة" not in text
    assert "الحقوق" not in text


def test_a_page_says_its_title_outlet_and_address():
    head = (
        '<meta property="og:site_name" content="صوت المنارة"><meta property="og:title" content="قصف على المنارة">'
        '<link rel="canonical" href="https://example.org/news/7">'
    )
    found = read_page(page(head), zone=DAMASCUS)
    assert (found.title, found.outlet, found.url) == ("قصف على المنارة", "صوت المنارة", "https://example.org/news/7")
    assert not found.remarks


def test_what_a_page_does_not_say_is_unknown():
    found = read_page("<html><body><p>قصف</p><p>وقتل شخصان</p></body></html>", zone=DAMASCUS)
    assert (found.title, found.outlet, found.url, found.published) == (None, None, None, None)


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ('<meta property="article:published_time" content="2021-07-29T10:00:00+03:00">', "", date(2021, 7, 29)),
        ('<meta property="article:published_time" content="2021-07-29T22:30:00Z">', "", date(2021, 7, 30)),
        ('<meta property="article:published_time" content="2021-07-29">', "", date(2021, 7, 29)),
        (
            '<script type="application/ld+json">{"dateModified":"2022-01-01", '
            '"datePublished" :  "2021-07-29T10:00:00Z"}</script>',
            "",
            date(2021, 7, 29),
        ),
        ("", '<time datetime="2021-07-29T10:00:00Z">الخميس</time>', date(2021, 7, 29)),
        ("", '<span class="entry-date">2021-07-29</span>', date(2021, 7, 29)),
        ('<link rel="canonical" href="https://example.org/2021/07/29/news.html">', "", date(2021, 7, 29)),
    ],
    ids=["meta", "moved to the case's zone", "bare day", "json-ld", "time", "class", "address"],
)
def test_the_day_of_publication_is_what_the_page_says_of_itself(head: str, body: str, day: date):
    assert read_page(page(head, body), zone=DAMASCUS).published == day


@pytest.mark.parametrize(
    ("head", "body", "end"),
    [
        ('<meta property="article:modified_time" content="2022-01-01T10:00:00Z">', "", ""),
        ('<meta property="og:updated_time" content="2022-01-01T10:00:00Z">', "", ""),
        ('<script type="application/ld+json">{"dateModified":"2022-01-01T10:00:00Z"}</script>', "", ""),
        ('<meta itemprop="copyrightYear" content="2022">', "", ""),
        ("", "<p>وكان هجوم مماثل قد وقع في 2011-03-15 في المكان نفسه.</p>", ""),
        ("", "", '<aside><time datetime="2018-01-01">خبر آخر</time></aside>'),
        ("", "", '<div class="related"><span class="related-date">2018-01-01</span></div>'),
        ("<!-- saved on 2023-05-05 -->", "", ""),
    ],
    ids=["modified", "updated", "json-ld modified", "copyright", "running text", "aside", "related", "saved"],
)
def test_no_other_day_is_taken_for_the_day_of_publication(head: str, body: str, end: str):
    assert read_page(page(head, body, end), zone=DAMASCUS).published is None


def test_the_first_time_of_a_page_is_its_own_and_not_that_of_an_older_story():
    body = '<time datetime="2021-07-29">الخميس</time>'
    end = '<div><time datetime="2018-01-01">خبر آخر</time></div>'
    assert read_page(page("", body, end), zone=DAMASCUS).published == date(2021, 7, 29)


def test_nothing_is_fetched_even_where_the_page_is_an_address(monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    read_page("http://127.0.0.1:9/a", zone=DAMASCUS)
    read_page(
        page('<link rel="stylesheet" href="http://127.0.0.1:9/a"><meta http-equiv=refresh content="0;url=/b">'),
        zone=DAMASCUS,
    )


def test_a_hundred_thousand_nested_tags_finish_and_keep_their_words():
    start = time.perf_counter()
    found = read_page("<html><body>" + "<div>" * 100_000 + FIRST + "</div>" * 100_000, zone=DAMASCUS)
    assert time.perf_counter() - start < 20
    assert found.text == FIRST
    assert "nested 100,002 deep" in found.remarks[0].message


def test_a_page_just_below_the_depth_limit_keeps_its_words():
    found = read_page("<html><body>" + "<div>" * 190 + f"<p>{FIRST}</p>", zone=DAMASCUS)
    assert FIRST in found.text


def test_a_crowded_page_finishes_and_keeps_its_words():
    start = time.perf_counter()
    found = read_page("<html><body>" + f"<div><div>{FIRST}</div></div>" * 20_000, zone=DAMASCUS)
    assert time.perf_counter() - start < 20
    assert found.text.count(FIRST) == 20_000


def test_a_page_at_the_tag_limit_finishes():
    start = time.perf_counter()
    found = read_page("<html><body>" + f"<div><div>{FIRST}</div></div>" * 6_000, zone=DAMASCUS)
    assert time.perf_counter() - start < 20
    assert FIRST in found.text


def test_a_page_without_main_text_gives_all_its_words_with_a_remark():
    found = read_page("<html><body><footer>قصف على القرية</footer></body></html>", zone=DAMASCUS)
    assert "قصف" in found.text
    assert "no main text" in found.remarks[0].message


@pytest.mark.parametrize("markup", ["", "<html></html>", "<!-- قصف -->", "<script>قصف</script>"])
def test_a_page_without_words_has_an_empty_text(markup: str):
    assert read_page(markup, zone=DAMASCUS).text == ""


def test_a_fragment_of_a_page_is_read():
    assert read_page(f"<p>{FIRST}</p>", zone=DAMASCUS).text == FIRST


def test_an_xml_declaration_does_no_harm():
    assert FIRST in read_page('<?xml version="1.0" encoding="utf-8"?>' + page(), zone=DAMASCUS).text


def test_a_page_that_is_too_large_is_refused():
    with pytest.raises(Refusal, match="20,000,000"):
        read_page("<p>" + "ق" * 20_000_000, zone=DAMASCUS)


def test_the_libraries_say_nothing_to_the_user(capfd: pytest.CaptureFixture[str]):
    logging.getLogger().handlers, kept = [], logging.getLogger().handlers
    try:
        read_page("no page at all", zone=DAMASCUS)
        read_page("", zone=DAMASCUS)
        read_page("<p '", zone=DAMASCUS)
    finally:
        logging.getLogger().handlers = kept
    assert capfd.readouterr() == ("", "")


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div>",
                "<table>",
                "<td>",
                "<a href='x",
                "'>",
                "قصف ",
                "&#",
                "<!--",
                "<li>",
                "\x01",
                "<time ",
            ]
        )
    )
)
def test_any_broken_page_is_read(pieces: list[str]):
    assert isinstance(read_page("".join(pieces), zone=DAMASCUS).text, str)


@pytest.mark.shared
def test_real_pages_give_their_day_or_none_and_never_another(shared: Path):
    folder = shared / "bench" / "html"
    gold = json.loads((folder / "htmldate_gold_dates.json").read_text(encoding="utf-8"))
    found = {name: read_page((folder / name).read_text(encoding="utf-8"), zone=DAMASCUS).published for name in gold}
    days = {name: date.fromisoformat(row["date"]) for name, row in gold.items()}
    assert not {name: day for name, day in found.items() if day not in (None, days[name])}
    assert sum(day is not None for day in found.values()) >= 1
