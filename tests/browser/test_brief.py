"""The brief as a reader meets it: opened from a disk, with no network, in a real browser."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.browser.devtools import Tab
from tests.case_builder import case

from tawatur.brief.write import render_brief

pytestmark = pytest.mark.browser

IN_SIGHT = """(() => {{ const box = document.querySelector({selector}).getBoundingClientRect();
return box.top < innerHeight && box.bottom > 0; }})()"""
TOO_WIDE = """[...document.querySelectorAll('body *')]
.filter(e => !e.closest('thead, .skip') && e.getClientRects().length)
.filter(e => e.getBoundingClientRect().left < -1 || e.getBoundingClientRect().right > innerWidth + 1)
.map(e => e.tagName + ' ' + e.textContent.trim().slice(0, 40))"""
MEASURE = """[...document.querySelectorAll('blockquote q')].map(q => {
  q.parentElement.style.cssText = 'white-space: pre; inline-size: max-content';
  const lit = q.getBoundingClientRect().width;
  q.textContent = q.textContent;
  return lit - q.getBoundingClientRect().width;
})"""


def in_sight(tab: Tab, selector: str) -> bool:
    return bool(tab.ask(IN_SIGHT.format(selector=repr(selector))))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_is_fetched_and_nothing_is_complained_of(tab: Tab, briefs: dict[str, Path], language):
    tab.open(briefs[language])
    tab.click("table.findings a.figure")
    asked = [event["request"]["url"] for event in tab.told("Network.requestWillBeSent")]
    assert [url.partition("#")[0] for url in asked] == [briefs[language].as_uri()] * len(asked)
    assert asked
    assert tab.told("Network.loadingFailed") == []
    assert tab.told("Log.entryAdded") == []
    assert tab.told("Runtime.consoleAPICalled") == []
    assert tab.told("Runtime.exceptionThrown") == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_click_on_a_figure_brings_its_sentence_into_sight(tab: Tab, briefs: dict[str, Path], language):
    tab.open(briefs[language])
    assert not in_sight(tab, "article.claim")
    tab.click("table.findings a.figure")
    target = tab.ask("location.hash")
    assert target == tab.ask("document.querySelector('table.findings a.figure').getAttribute('href')")
    assert re.fullmatch("#clm-[0-9a-f]{16}", target)
    assert in_sight(tab, f"{target} blockquote q mark.figure")
    assert tab.ask("document.querySelector(':target').matches('article.claim')")


def test_the_timeline_is_walked_with_the_keyboard(tab: Tab, briefs: dict[str, Path]):
    tab.open(briefs["ar"])
    tab.ask("document.querySelector('.totals li:last-child a').focus()")
    tab.press("Tab", 9)
    assert tab.ask("document.activeElement === document.querySelector('.timeline a')")
    tab.press("Enter", 13)
    href = tab.ask("document.querySelector('.timeline a').getAttribute('href')")
    assert tab.ask("location.hash") == href
    assert in_sight(tab, f"{href} h3")


@pytest.mark.parametrize(("language", "first_is_right_of_last"), [("ar", True), ("en", False)])
def test_the_timeline_runs_as_the_page_is_read(tab: Tab, briefs: dict[str, Path], language, first_is_right_of_last):
    tab.resize(1400)
    tab.open(briefs[language])
    first, last, mark, other = tab.ask(
        "(() => { const x = e => e.getBoundingClientRect().x; const days = [...document.querySelectorAll('.timeline li')];"
        " const marks = [...days.find(d => d.querySelectorAll('a').length > 1).querySelectorAll('a')];"
        " return [x(days[0]), x(days[1]), x(marks[0]), x(marks[1])]; })()"
    )
    assert (first > last) is first_is_right_of_last
    assert (mark > other) is first_is_right_of_last


@pytest.mark.parametrize("width", [1100, 390])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_runs_over_the_edge_of_a_desk_or_a_phone(tab: Tab, briefs: dict[str, Path], language, width):
    tab.resize(width)
    tab.open(briefs[language])
    assert tab.ask("innerWidth") == width
    assert tab.ask("document.documentElement.scrollWidth") == width
    assert tab.ask(TOO_WIDE) == []


WHERE = """(() => {{ const walker = document.createTreeWalker(
[...document.querySelectorAll('.path a')].find(a => a.textContent.includes({0})), NodeFilter.SHOW_TEXT);
const node = walker.nextNode(); const range = document.createRange();
const x = part => {{ const at = node.data.indexOf(part); range.setStart(node, at); range.setEnd(node, at + part.length);
return range.getBoundingClientRect().x; }};
return [x({0}), x({1}), x({2})]; }})()"""


@pytest.mark.parametrize(
    ("language", "outlet", "month"), [("en", "صحيفة السهل", "July"), ("ar", "Al-Sahl News", "تموز")]
)
def test_a_day_behind_a_name_of_the_other_direction_stands_behind_it(tab: Tab, tmp_path: Path, language, outlet, month):
    first, *others = case().reports
    named = replace(first, report=replace(first.report, outlet=outlet))
    page = tmp_path / "page.html"
    page.write_text(render_brief(replace(case(), reports=(named, *others)), language=language), encoding="utf-8")
    tab.open(page)
    name, day, rest = tab.ask(WHERE.format(repr(outlet), repr("29"), repr(month)))
    assert (name < day < rest) if language == "en" else (name > day > rest)


def test_light_on_letters_does_not_change_how_they_join(tab: Tab, tmp_path: Path):
    page = tmp_path / "page.html"
    page.write_text(render_brief(case(), language="ar", names="all"), encoding="utf-8")
    tab.open(page)
    widths = tab.ask(MEASURE)
    assert len(widths) == 4
    assert all(abs(width) <= 0.5 for width in widths)


def test_on_paper_every_sentence_stands_and_nothing_that_only_a_screen_can_do(tab: Tab, briefs: dict[str, Path]):
    tab.open(briefs["ar"])
    tab.call("Emulation.setEmulatedMedia", media="print")
    shown = "[...document.querySelectorAll({0})].map(e => e.getClientRects().length > 0)"
    assert all(tab.ask(shown.format("'blockquote q'")))
    assert not any(tab.ask(shown.format("'details, .back, .skip'")))
