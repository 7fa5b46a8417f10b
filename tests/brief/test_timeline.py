"""One mark an event, taller the more reports, on days in order."""

from datetime import date

import pytest
from lxml import html
from tests.case_builder import E1, case

from tawatur.brief.timeline import BASE, Happening, timeline_of
from tawatur.brief.words import how_many
from tawatur.brief.write import render_brief


def happening(name: str, day: int, reports: int = 1, month: int = 7) -> Happening:
    return Happening(name, date(2021, month, day), name, "weak", reports)


def test_no_findings_make_no_days():
    assert timeline_of([]).days == ()


def test_days_stand_in_order_and_a_gap_is_seen():
    days = timeline_of([happening("c", 5), happening("a", 1), happening("b", 2)]).days
    assert [(day.day.day, day.gap) for day in days] == [(1, False), (2, False), (5, True)]


def test_the_month_is_said_where_it_begins():
    days = timeline_of([happening("a", 30), happening("b", 31), happening("c", 1, month=8)]).days
    assert [day.new_month for day in days] == [True, False, True]


def test_the_event_with_most_reports_is_the_tallest_and_stands_first_in_its_day():
    ((day),) = timeline_of([happening("one", 1), happening("five", 1, 5), happening("two", 1, 2)]).days
    assert [mark.anchor for mark in day.marks] == ["five", "two", "one"]
    heights = [BASE - mark.y for mark in day.marks]
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == 3


def test_marks_of_one_day_do_not_touch():
    (day,) = timeline_of([happening(name, 1) for name in "abc"]).days
    assert [mark.x for mark in day.marks] == [10, 30, 50]
    assert day.width == 60


@pytest.mark.parametrize("language", ["ar", "en"])
def test_each_mark_is_a_link_with_words_and_the_legend_names_its_grade(language):
    page = html.document_fromstring(render_brief(case(), language=language))
    (link,) = page.xpath("//figure[@class='timeline']//a")
    assert link.get("href") == f"#{E1.id}"
    assert link.get("aria-label") == link.findtext("title")
    title = {"ar": E1.title_ar, "en": E1.title_en}[language]
    grade = {"ar": "متنازع عليه", "en": "contested"}[language]
    assert link.get("aria-label").startswith(title)
    assert link.get("aria-label").endswith(grade)
    assert grade in page.xpath("string(//figure[@class='timeline']/figcaption)")


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "لا تقارير"), (1, "تقرير واحد"), (2, "تقريران"), (3, "3 تقارير"), (10, "10 تقارير"), (11, "11 تقريرًا"),
     (99, "99 تقريرًا"), (100, "100 تقرير"), (102, "102 تقرير"), (103, "103 تقارير"), (111, "111 تقريرًا")],
)  # fmt: skip
def test_arabic_counts_agree_with_their_number(number, words):
    before, digits, after = how_many("reports", number, "ar")
    assert f"{before}{digits or ''}{after}" == words
