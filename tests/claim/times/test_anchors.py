"""Times that count from an earlier time of the text."""

from datetime import date

import pytest

from tawatur.claim.times.anchors import LONGEST_CHAIN, with_bases
from tawatur.claim.times.when import resolve
from tawatur.lang.pack import load_pack
from tawatur.mark.times import mark_times
from tawatur.model.mark import Region, TimeMark
from tawatur.model.text import Span
from tawatur.model.time import TimeMeant

THURSDAY = date(2021, 7, 29)


def linked(text: str, *regions: Region) -> tuple[TimeMark, ...]:
    pack = load_pack("ar")
    return with_bases(mark_times(pack.page(text), pack), regions)


def last_meant(text: str, *regions: Region) -> TimeMeant:
    return resolve(linked(text, *regions)[-1].said, day=(THURSDAY, THURSDAY), widen=False)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("قتل يوم 5 أيار 2018، وفي اليوم التالي شيعه الأهالي", "2018-05-06", "2018-05-06"),
        ("اعتقل في 3 آذار 2019 وأفرج عنه بعد يومين", "2019-03-05", "2019-03-05"),
        ("وقعوا الاتفاق في 6 تموز، وبعد أسبوع من ذلك انسحبوا", "2021-07-13", "2021-07-13"),
        ("وقعوا الاتفاق في 6 حزيران، وبعد ذلك بشهر انسحبوا", "2021-07-06", "2021-07-06"),
        ("هاجموا الحاجز في 9 حزيران، وقبل ذلك بيومين قطعوا الطريق", "2021-06-07", "2021-06-07"),
        ("قصفت البلدة الأحد ثم اقتحمت مساء اليوم نفسه", "2021-07-25", "2021-07-25"),
        ("قصفت البلدة أمس الأول، وفي اليوم السابق نزح سكانها", "2021-07-26", "2021-07-26"),
        ("ترك المنصب عام 2012، وفي العام التالي غادر", "2013-01-01", "2013-12-31"),
        ("زارهم في أيار 2015، وعاد في الشهر نفسه", "2015-05-01", "2015-05-31"),
        ("خرجوا في 3 و5 أيار 2016، وفي اليوم التالي عادوا", "2016-05-06", "2016-05-06"),
    ],
)
def test_it_counts_from_the_nearest_time_before_it(text: str, first: str, last: str):
    meant = last_meant(text)
    assert (str(meant.start), str(meant.end)) == (first, last)
    assert "the earlier time of the text" in meant.why


def test_a_time_that_counts_from_another_can_be_counted_from_in_turn():
    meant = last_meant("وصلوا في 9 أيار 2020، وبعد ذلك بيومين جلسوا، وفي اليوم التالي غادروا")
    assert meant.start == date(2020, 5, 12)


@pytest.mark.parametrize(
    "text",
    [
        "وفي اليوم التالي عاد الهدوء",
        "سقطت المدينة في آذار 2015، وفي اليوم التالي نزح سكانها",
        "وصل اليوم إلى القرية وفي اليوم التالي غادر",
        "دامت المعارك منذ أيام، وفي اليوم التالي توقفت",
        "توفي بعد يومين",
        "وصل في 5 أيار 2018 وعاد في اليوم التالي للهجوم",
        "وصل في 5 أيار 2018 وعاد بعد ثلاثة أيام من الهدنة",
        "وصل في 5 أيار 2018 وعاد بعد ثلاثة أيام على الهدنة",
    ],
)
def test_nothing_is_guessed_where_no_day_stands_before_it(text: str):
    meant = last_meant(text)
    assert (meant.start, meant.precision) == (None, "unknown")


def test_what_would_lie_after_the_report_stays_unknown_and_says_why():
    meant = last_meant("عادت إلى عملها أمس بعد عامين قضتهما في المنفى")
    assert meant.start is None
    assert "lies after the report" in meant.why


def test_a_count_that_opens_the_text_is_counted_from_the_report():
    assert last_meant("بعد يومين تبدأ الامتحانات").start == date(2021, 7, 31)


def test_a_future_verb_counts_from_the_report_whatever_stands_before():
    assert last_meant("وصل الوفد الاثنين وسيغادر بعد يومين").start == date(2021, 7, 31)


def test_a_dateline_or_furniture_is_no_base():
    text = "درعا 5 أيار 2018\nوفي اليوم التالي عاد الهدوء"
    line = text.index("\n")
    dateline, body = Region(Span(0, line), "dateline", "r"), Region(Span(line + 1, len(text)), "body", "r")
    assert last_meant(text, dateline, body).start is None
    assert last_meant(text, Region(Span(0, len(text)), "body", "r")).start == date(2018, 5, 6)


def test_a_long_chain_ends():
    marks = linked("وصلوا في 9 أيار 2020" + "، وبعد ذلك بيوم مشوا" * 40)
    depths = []
    for mark in marks:
        depth, said = 0, mark.said
        while said.base is not None:
            depth, said = depth + 1, said.base
        depths.append(depth)
    assert max(depths) == LONGEST_CHAIN
