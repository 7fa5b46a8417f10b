"""The nth day, week, weekday, quarter or half of a stretch."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.claim.times.calendar import month_days, year_days
from tawatur.claim.times.slices import seen_edge, slice_of
from tawatur.claim.times.when import resolve
from tawatur.lang.pack import load_pack
from tawatur.mark.times import mark_times

THURSDAY = date(2021, 7, 29)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("الربع الثالث من عام 2016", "2016-07-01", "2016-09-30", "span"),
        ("الربع الأول من العام الجاري", "2021-01-01", "2021-03-31", "span"),
        ("الربع الأخير من 2019", "2019-10-01", "2019-12-31", "span"),
        ("النصف الأول من عام 2020", "2020-01-01", "2020-06-30", "span"),
        ("النصف الثاني من آذار 2015", "2015-03-16", "2015-03-31", "span"),
        ("النصف الأول من الشهر الماضي", "2021-06-01", "2021-06-15", "span"),
        ("آخر يوم من عام 2016", "2016-12-31", "2016-12-31", "day"),
        ("اليوم الأخير من شباط 2020", "2020-02-29", "2020-02-29", "day"),
        ("أول يوم من الشهر الماضي", "2021-06-01", "2021-06-01", "day"),
        ("أول جمعة من رمضان 1442", "2021-04-16", "2021-04-16", "day"),
        ("آخر خميس في آب 2018", "2018-08-30", "2018-08-30", "day"),
        ("الثلاثاء الثالث", "2021-07-20", "2021-07-20", "day"),
        ("الأسبوع الأول من تموز", "2021-07-01", "2021-07-07", "week"),
        ("الأسبوع الثالث من تشرين الأول 2020", "2020-10-15", "2020-10-21", "week"),
        ("الأسبوع الأخير من شباط 2021", "2021-02-22", "2021-02-28", "week"),
        ("الأسبوع الأول من عام 2015", "2014-12-29", "2015-01-04", "week"),
        ("الأسبوع الأخير من عام 2015", "2015-12-28", "2016-01-03", "week"),
    ],
)
def test_a_slice_is_cut_from_its_stretch(text: str, first: str, last: str, precision: str):
    pack = load_pack("ar")
    (mark,) = mark_times(pack.page(text), pack)
    meant = resolve(mark.said, day=(THURSDAY, THURSDAY))
    assert (str(meant.start), str(meant.end), meant.precision) == (first, last, precision)


def test_a_month_without_a_fifth_sunday_has_none():
    days = month_days(2021, 7)
    assert days is not None
    assert slice_of(days, 5, "weekday", unit="month", weekday=6) is None
    assert slice_of(days, 5, "weekday", unit="month", weekday=5) == (date(2021, 7, 31), date(2021, 7, 31))


def test_a_hijri_year_has_no_quarters_of_ours():
    days = year_days(1442, "hijri")
    assert days is not None
    assert slice_of(days, 1, "quarter", unit="year") is None


def test_what_is_left_of_a_month_begins_today_and_what_comes_later_tomorrow():
    days = (date(2021, 7, 1), date(2021, 7, 31))
    assert seen_edge(days, "rest", "month", THURSDAY) == (THURSDAY, date(2021, 7, 31))
    assert seen_edge(days, "later", "month", THURSDAY) == (date(2021, 7, 30), date(2021, 7, 31))
    assert seen_edge(days, "earlier", "month", THURSDAY) == (date(2021, 7, 1), THURSDAY)


@given(
    st.dates(date(1400, 1, 1), date(2500, 1, 1)),
    st.integers(0, 400),
    st.sampled_from(("day", "week", "weekday", "quarter", "half")),
    st.sampled_from((1, 2, 3, 4, 5, -1)),
    st.sampled_from(("week", "month", "year")),
    st.integers(0, 6),
)
def test_a_slice_starts_before_it_ends_and_meets_its_stretch(first, length, name, nth, unit, weekday):
    last = first + timedelta(days=length)
    found = slice_of((first, last), nth, name, unit=unit, weekday=weekday if name == "weekday" else None)
    assert found is None or (found[0] <= found[1] and found[0] <= last)
