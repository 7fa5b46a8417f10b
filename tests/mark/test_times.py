"""Times as written: spans, joined parts, numbers that are none, and the grammar that the pack lists."""

import shutil
from importlib.resources import as_file, files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.packs.cases import cases_of

from tawatur.lang.gazetteer import load_gazetteer
from tawatur.lang.pack import Pack, load_pack, read_pack
from tawatur.mark.times import mark_times, show_said
from tawatur.model.errors import PackError
from tawatur.model.mark import TimeMark
from tawatur.model.time import TimeSaid


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("ar")


def marks(pack: Pack, text: str) -> tuple[TimeMark, ...]:
    return mark_times(pack.page(text), pack)


def seen(pack: Pack, text: str) -> list[tuple[str, str]]:
    return [(text[mark.span.start : mark.span.end], show_said(mark.said)) for mark in marks(pack, text)]


def test_the_parts_of_one_expression_make_one_mark_with_all_that_they_say(pack: Pack):
    (mark,) = marks(pack, "بدأ القصف منذ صباح اليوم الخميس، 29 من تموز.")
    assert mark.said == TimeSaid(
        "date", month=7, day=29, weekday=3, offset=0, unit="day", part="morning", bound="since"
    )
    assert mark.rule == "ar/times#day-since"


def test_the_span_leaves_attached_particles_out_and_keeps_the_article(pack: Pack):
    assert seen(pack, "وصل بتموز 2021 وللشهر الماضي") == [
        ("تموز 2021", "month 2021-07"),
        ("شهر الماضي", "offset -1 month last"),
    ]


def test_no_break_spaces_vowel_signs_and_eastern_digits_are_read_through(pack: Pack):
    assert seen(pack, "في ٢٩\u00a0تَمُّوز\u00a0٢٠٢١") == [("٢٩\u00a0تَمُّوز\u00a0٢٠٢١", "date 2021-07-29")]


def test_a_time_does_not_reach_over_the_end_of_a_line(pack: Pack):
    assert seen(pack, "اليوم\nالخميس") == [("اليوم", "offset +0 day"), ("الخميس", "weekday thu")]


def test_two_weekdays_joined_by_and_are_two_times(pack: Pack):
    assert seen(pack, "يومي الخميس والجمعة") == [("الخميس", "weekday thu"), ("الجمعة", "weekday fri")]


@pytest.mark.parametrize(
    "text",
    [
        "29/7/2021",
        "29-7-2021",
        "29.7.2021",
        "2021-07-29",
        "2021/07/29",
        "7/29/2021",
        "29 تموز 2021",
        "29 من تموز، 2021",
    ],
)
def test_one_day_is_read_from_every_order_it_is_written_in(pack: Pack, text: str):
    assert [value for _, value in seen(pack, f"كتب في {text} هناك")] == ["date 2021-07-29"]


@pytest.mark.parametrize("text", ["32/13/2021", "0/5/2021", "30 شباط 2020", "29/2/2021", "31 نيسان", "31 صفر 1443"])
def test_days_that_no_calendar_has_are_no_times(pack: Pack, text: str):
    assert seen(pack, f"كتب {text} هناك") == []


def test_a_leap_day_is_a_time_in_a_leap_year(pack: Pack):
    assert seen(pack, "29/2/2020") == [("29/2/2020", "date 2020-02-29")]


@pytest.mark.parametrize("text", ["رقم 1-29-7-2021", "نسخة 2021-07-29.4", "هاتف +29/7/2021", "منذ 3,500 يوم"])
def test_parts_of_longer_numbers_are_no_dates(pack: Pack, text: str):
    assert not [value for _, value in seen(pack, text) if value.startswith("date")]


def test_a_month_in_two_calendars_of_names_is_one_month_and_two_months_are_a_range(pack: Pack):
    assert seen(pack, "في تموز/يوليو 2021") == [("تموز/يوليو 2021", "month 2021-07")]
    assert seen(pack, "في تموز/آب 2021") == [("تموز/آب 2021", "month 2021-07 .. month 2021-08")]


def test_of_one_day_in_two_calendars_the_gregorian_is_kept(pack: Pack):
    assert [value for _, value in seen(pack, "في 9 محرم 1443 (17 آب 2021)")] == ["date 2021-08-17"]


def test_a_count_after_something_named_counts_from_that(pack: Pack):
    first, second = marks(pack, "عاد بعد يومين من الهدنة ثم سافر بعد يومين من اليوم")
    assert (first.said.anchor, second.said.anchor) == ("other", None)


def test_a_stretch_of_time_that_only_lasted_is_no_time(pack: Pack):
    assert seen(pack, "دام الحصار شهرين و75 يوماً") == []


def test_show_said_tells_times_that_differ_apart():
    times = [
        TimeSaid("date", year=2021, month=7, day=29),
        TimeSaid("date", month=7, day=29),
        TimeSaid("date", day=29),
        TimeSaid("date", year=1443, month=7, day=29, calendar="hijri"),
        TimeSaid("month", year=2021, month=7),
        TimeSaid("month", month=7, until=TimeSaid("month", month=8)),
        TimeSaid("year", year=2021),
        TimeSaid("offset", offset=-1, unit="month"),
        TimeSaid("offset", offset=-1, unit="month", direction="last"),
        TimeSaid("offset", offset=-1, unit="month", odd_days=-3),
        TimeSaid("offset", unit="month"),
        TimeSaid("weekday", weekday=3, part="dawn", bound="since", about="about", anchor="other", edge="end"),
    ]
    assert [show_said(time) for time in times] == [
        "date 2021-07-29",
        "date ----07-29",
        "date -------29",
        "date h1443-07-29",
        "month 2021-07",
        "month ----07 .. month ----08",
        "year 2021",
        "offset -1 month",
        "offset -1 month last",
        "offset -1 month -3 day",
        "offset ? month",
        "weekday thu end dawn about since from other",
    ]


def test_a_pattern_that_names_no_shape_is_refused_with_its_rule(tmp_path):
    with as_file(files("tawatur.packs").joinpath("ar")) as pack:
        shutil.copytree(pack, tmp_path / "ar", ignore=shutil.ignore_patterns("cases", "times"))
    (tmp_path / "ar" / "times.toml").write_text(
        '[[rule]]\nid = "day"\nrole = "pattern"\npatterns = ["@dya"]\n', encoding="utf-8"
    )
    broken = read_pack(tmp_path / "ar", "ar", load_gazetteer())
    with pytest.raises(PackError, match=r"ar/times#day: patterns: no shape is called '@dya'"):
        mark_times(broken.page("x"), broken)


UNSEEN = ("\u200f", "\u200e", "\u200c", "\u2067")
TOLD = [case.text for case in cases_of("times") if case.want]


@given(st.sampled_from(TOLD), st.sampled_from(UNSEEN), st.data())
def test_marks_of_direction_change_no_value_and_break_no_span(text: str, sign: str, data: st.DataObject):
    pack = load_pack("ar")
    at = data.draw(st.sampled_from([place for place, letter in enumerate(text) if letter == " "]))
    changed = text[: at + 1] + sign + text[at + 1 :]
    without = [(quote.replace(sign, ""), value) for quote, value in seen(pack, changed)]
    assert without == [(quote.replace(sign, ""), value) for quote, value in seen(pack, text)]


@given(st.sampled_from([text for text in TOLD if text[0] > "z"]), st.data())
def test_tatweel_changes_no_value(text: str, data: st.DataObject):
    pack = load_pack("ar")
    inside = [at for at in range(1, len(text)) if text[at - 1] in JOINING and text[at] in JOINING]
    at = data.draw(st.sampled_from(inside))
    assert [value for _, value in seen(pack, text[:at] + "\u0640" + text[at:])] == [
        value for _, value in seen(pack, text)
    ]


JOINING = "بتثجحخسشصضطظعغفقكلمنهي"
WORDS = st.sampled_from(
    "اليوم|أمس|الخميس|29|7|/|-|تموز|من|في|2021|،|منذ|قبل|و|أيام|الشهر|الماضي|عام|شهرين|الأول|ليل|نهاية|إلى"
    "|بين|(|)|.|هـ|محرم".split("|")
)


@given(st.lists(WORDS, max_size=14))
def test_whatever_stands_together_marks_lie_in_order_inside_the_text(words: list[str]):
    text = " ".join(words)
    found = marks(load_pack("ar"), text)
    ends = [0, *(mark.span.end for mark in found)]
    assert all(
        before <= mark.span.start < mark.span.end <= len(text) for before, mark in zip(ends, found, strict=False)
    )
