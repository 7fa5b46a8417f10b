"""What times mean, seen from the day of the report that says them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.claim.times.when import resolve
from tawatur.lang.pack import load_pack
from tawatur.mark.times import mark_times
from tawatur.model.time import TimeSaid

THURSDAY = date(2021, 7, 29)


def said_in(text: str) -> TimeSaid:
    pack = load_pack("ar")
    (mark,) = mark_times(pack.page(text), pack)
    return mark.said


def days(text: str, first: date = THURSDAY, last: date | None = None) -> tuple[str, str]:
    meant = resolve(said_in(text), day=(first, last or first))
    assert meant.start is not None
    assert meant.end is not None
    return meant.start.isoformat(), meant.end.isoformat()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("اليوم", "2021-07-29"),
        ("أمس", "2021-07-28"),
        ("أول أمس", "2021-07-27"),
        ("غداً", "2021-07-30"),
        ("الخميس", "2021-07-29"),
        ("الجمعة", "2021-07-23"),
        ("الخميس الماضي", "2021-07-22"),
        ("الأربعاء الماضي", "2021-07-28"),
        ("الخميس المقبل", "2021-08-05"),
        ("اليوم الخميس", "2021-07-29"),
        ("أمس الأربعاء", "2021-07-28"),
        ("29 تموز", "2021-07-29"),
        ("30 تموز", "2020-07-30"),
        ("29 تموز الماضي", "2020-07-29"),
        ("25 حزيران الماضي", "2021-06-25"),
        ("30 كانون الأول المقبل", "2021-12-30"),
        ("في 15 الجاري", "2021-07-15"),
        ("25 من الشهر الماضي", "2021-06-25"),
        ("12 شباط من العام الفائت", "2020-02-12"),
        ("29 شباط", "2020-02-29"),
        ("1 محرم 1443", "2021-08-09"),
        ("10 محرم", "2020-08-29"),
        ("قبل ثلاثة أيام", "2021-07-26"),
        ("الأسبوع الماضي يوم الثلاثاء", "2021-07-20"),
        ("الجمعة قبل الماضية", "2021-07-16"),
        ("في 22-4", "2021-04-22"),
        ("غرة رمضان 1442", "2021-04-13"),
        ("10 رمضان 2013", "2013-07-18"),
        ("أول أيام عيد الفطر الماضي", "2021-05-13"),
        ("ثاني أيام عيد الأضحى 1442", "2021-07-21"),
        ("يوم عاشوراء", "2020-08-29"),
        ("قبل عيد الميلاد", "2020-12-25"),
    ],
)
def test_a_day_is_found_by_looking_back_from_the_report(text: str, day: str):
    assert days(text) == (day, day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("الليلة الماضية", "2021-07-28", "2021-07-29"),
        ("منذ منتصف الليل", "2021-07-28", "2021-07-29"),
        ("ليل الثلاثاء", "2021-07-27", "2021-07-28"),
        ("ليل الثلاثاء - الأربعاء", "2021-07-27", "2021-07-28"),
        ("الأسبوع الماضي", "2021-07-17", "2021-07-23"),
        ("هذا الأسبوع", "2021-07-24", "2021-07-30"),
        ("الشهر الماضي", "2021-06-01", "2021-06-30"),
        ("العام الماضي", "2020-01-01", "2020-12-31"),
        ("حزيران", "2021-06-01", "2021-06-30"),
        ("تموز", "2021-07-01", "2021-07-31"),
        ("أيلول", "2020-09-01", "2020-09-30"),
        ("تموز الماضي", "2020-07-01", "2020-07-31"),
        ("تموز من العام الماضي", "2020-07-01", "2020-07-31"),
        ("مطلع تموز الجاري", "2021-07-01", "2021-07-10"),
        ("منتصف آذار 2011", "2011-03-11", "2011-03-20"),
        ("نهاية شباط 2020", "2020-02-21", "2020-02-29"),
        ("منتصف عام 2018", "2018-06-01", "2018-08-31"),
        ("نهاية عام 2011", "2011-10-01", "2011-12-31"),
        ("صيف 2018", "2018-06-01", "2018-08-31"),
        ("الشتاء الماضي", "2020-12-01", "2021-02-28"),
        ("عام 1443 هـ", "2021-08-09", "2022-07-29"),
        ("خلال عامي 2017 و 2018", "2017-01-01", "2018-12-31"),
        ("من 3 حزيران إلى 5 تموز", "2021-06-03", "2021-07-05"),
        ("من 28 كانون الأول إلى 3 كانون الثاني 2021", "2020-12-28", "2021-01-03"),
        ("بين الخميس والسبت", "2021-07-22", "2021-07-24"),
        ("الأيام الثلاثة الماضية", "2021-07-26", "2021-07-29"),
        ("خلال الأيام الماضية", "2021-07-19", "2021-07-29"),
        ("الأيام الثلاثة المقبلة", "2021-07-30", "2021-08-01"),
        ("قبل أيام", "2021-07-19", "2021-07-27"),
        ("قبل ساعات", "2021-07-28", "2021-07-29"),
        ("منذ أكثر من شهرين", "2021-04-29", "2021-05-29"),
        ("قبل أقل من أسبوعين", "2021-07-15", "2021-07-22"),
        ("قبل أسبوعين", "2021-07-12", "2021-07-18"),
        ("عطلة نهاية الأسبوع", "2021-07-23", "2021-07-24"),
        ("عطلة نهاية هذا الأسبوع", "2021-07-30", "2021-07-31"),
        ("عطلة نهاية الأسبوع المقبل", "2021-07-30", "2021-07-31"),
        ("عطلة نهاية الأسبوع الماضي", "2021-07-23", "2021-07-24"),
        ("عطلة نهاية الأسبوع قبل الماضي", "2021-07-16", "2021-07-17"),
        ("الأسبوع قبل الماضي", "2021-07-10", "2021-07-16"),
        ("الشهر بعد المقبل", "2021-09-01", "2021-09-30"),
        ("بقية الأسبوع", "2021-07-29", "2021-07-30"),
        ("باقي الشهر", "2021-07-29", "2021-07-31"),
        ("وقت لاحق من هذا الشهر", "2021-07-30", "2021-07-31"),
        ("وقت سابق من هذا الأسبوع", "2021-07-24", "2021-07-29"),
        ("وقت سابق أمس", "2021-07-28", "2021-07-28"),
        ("العقد الماضي", "2010-01-01", "2019-12-31"),
        ("العقد الأخير", "2011-07-29", "2021-07-29"),
        ("مطلع القرن الماضي", "1901-01-01", "1933-12-31"),
        ("أوائل التسعينيات من القرن الماضي", "1990-01-01", "1993-12-31"),
        ("أواخر الثمانينيات", "1987-01-01", "1989-12-31"),
        ("شتاء 2015-2016", "2015-12-01", "2016-02-29"),
        ("من السبت 12 حتى الأربعاء 16", "2021-06-12", "2021-06-16"),
        ("هذا الأسبوع من الاثنين إلى الأربعاء", "2021-07-26", "2021-07-28"),
        ("تشرين الثاني بين 19 و21", "2020-11-19", "2020-11-21"),
        ("شهري آذار ونيسان 2020", "2020-03-01", "2020-04-30"),
        ("أول الشهر", "2021-07-01", "2021-07-10"),
        ("رمضان 2015", "2015-06-18", "2015-07-16"),
        ("العشر الأواخر من رمضان 1442", "2021-05-03", "2021-05-12"),
        ("خلال عيد الأضحى", "2021-07-20", "2021-07-23"),
        ("ليلة رأس السنة", "2020-12-31", "2021-01-01"),
        ("عيد الأضحى 2020", "2020-07-31", "2020-08-03"),
    ],
)
def test_a_stretch_of_days_is_found_by_looking_back_from_the_report(text: str, first: str, last: str):
    assert days(text) == (first, last)


def test_since_75_days_means_the_day_it_began():
    said = said_in("محاصرة منذ 75 يوماً")
    meant = resolve(said, day=(date(2021, 9, 3), date(2021, 9, 3)))
    assert (meant.start, meant.end, meant.precision) == (date(2021, 6, 20), date(2021, 6, 20), "day")
    assert said.bound == "since"


def test_counted_out_to_the_day_two_months_ago_is_one_day_of_coarse_precision():
    meant = resolve(said_in("قبل شهرين"), day=(THURSDAY, THURSDAY), widen=False)
    assert (meant.start, meant.end, meant.precision) == (date(2021, 5, 29), date(2021, 5, 29), "month")


def test_a_weekday_called_today_that_is_another_is_the_last_such_day_and_why_says_so():
    meant = resolve(said_in("اليوم الثلاثاء"), day=(THURSDAY, THURSDAY))
    assert meant.start == date(2021, 7, 27)
    assert "Thursday" in meant.why
    assert "Tuesday" in meant.why


def test_a_date_whose_weekday_is_wrong_stays_and_why_says_so():
    meant = resolve(said_in("الجمعة 29 تموز 2021"), day=None)
    assert meant.start == THURSDAY
    assert "it is a Thursday, but Friday is said" in meant.why


def test_a_report_of_one_of_several_days_gives_a_span():
    assert days("أمس", THURSDAY, THURSDAY + timedelta(days=2)) == ("2021-07-28", "2021-07-30")


def test_today_with_its_weekday_narrows_the_days_of_the_report():
    assert days("اليوم الخميس", THURSDAY - timedelta(days=3), THURSDAY + timedelta(days=3)) == (
        "2021-07-29",
        "2021-07-29",
    )


def test_a_report_cannot_have_been_written_after_the_case_was_made():
    meant = resolve(said_in("أمس"), day=(THURSDAY, THURSDAY + timedelta(days=9)), as_of=THURSDAY)
    assert meant.end == date(2021, 7, 28)


@pytest.mark.parametrize("text", ["اليوم", "الخميس", "29 تموز", "تموز", "الأسبوع الماضي", "منذ 75 يوماً"])
def test_without_the_report_s_day_a_relative_time_stays_unknown_with_a_reason(text: str):
    meant = resolve(said_in(text), day=None)
    assert (meant.start, meant.end, meant.precision) == (None, None, "unknown")
    assert "unknown" in meant.why


@pytest.mark.parametrize("text", ["29 تموز 2021", "تموز 2021", "عام 2018", "نهاية عام 2011", "1 محرم 1443"])
def test_a_time_with_its_year_needs_no_day_of_the_report(text: str):
    assert resolve(said_in(text), day=None).start is not None


def test_a_time_counted_from_another_stays_unknown():
    assert resolve(said_in("بعد ذلك بشهر"), day=(THURSDAY, THURSDAY)).start is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("سيلتقي الوفدان يوم الجمعة", "2021-07-30", "2021-07-30"),
        ("سيلتقي الوفدان يوم الخميس", "2021-07-29", "2021-07-29"),
        ("سيلتقي الوفدان في 5 آب", "2021-08-05", "2021-08-05"),
        ("سيلتقي الوفدان في 5 تموز", "2022-07-05", "2022-07-05"),
        ("من المقرر أن يلتقي الوفدان في أيلول", "2021-09-01", "2021-09-30"),
        ("سيلتقي الوفدان يوم 15", "2021-08-15", "2021-08-15"),
        ("سيغلق المعبر بين الأحد والثلاثاء", "2021-08-01", "2021-08-03"),
        ("سيخرج المحتجزون خلال يومين", "2021-07-29", "2021-07-31"),
        ("خرج المحتجزون خلال يومين", "2021-07-27", "2021-07-29"),
        ("سيبقى المعبر مغلقا طوال عيد الأضحى", "2022-07-09", "2022-07-12"),
    ],
)
def test_a_verb_that_looks_ahead_leads_to_the_next_such_day(text: str, first: str, last: str):
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    "text", ["كان من المقرر أن يلتقوا الجمعة", "سيطر المسلحون على التل الجمعة", "سيارته تعطلت الجمعة"]
)
def test_what_only_looks_like_a_future_leads_to_the_last_such_day(text: str):
    assert days(text) == ("2021-07-23", "2021-07-23")


def test_the_coming_days_begin_tomorrow_and_a_feast_says_that_the_moon_decides():
    assert days("اليومين المقبلين") == ("2021-07-30", "2021-07-31")
    assert "sighting" in resolve(said_in("خلال عيد الفطر"), day=(THURSDAY, THURSDAY)).why


def test_a_weekday_with_a_number_is_the_nearest_day_on_which_both_are_true():
    assert days("وصلوا الأحد 25.") == ("2021-07-25", "2021-07-25")
    assert days("وصلوا يوم الأربعاء 30.") == ("2021-06-30", "2021-06-30")


def test_weeks_start_where_the_caller_says():
    meant = resolve(said_in("الأسبوع الماضي"), day=(THURSDAY, THURSDAY), week_starts=0)
    assert meant.start == date(2021, 7, 19)


WORDS = st.sampled_from(
    "اليوم|أمس|الخميس|29|12|99999999|/|-|تموز|شباط|من|في|2021|منذ|قبل|بعد|و|أيام|سنة|الشهر|الماضي|المقبل|عام|شهرين"
    "|ليل|نهاية|إلى|بين|هـ|محرم|1499|الشتاء|قبل أكثر من|خلال".split("|")
)
DAYS = st.dates()


@given(st.lists(WORDS, min_size=1, max_size=10), st.none() | st.tuples(DAYS, DAYS), st.none() | DAYS, st.booleans())
def test_whatever_is_marked_resolves_and_starts_before_it_ends(words, day, as_of, widen):
    pack = load_pack("ar")
    span = (min(day), max(day)) if day else None
    for mark in mark_times(pack.page(" ".join(words)), pack):
        meant = resolve(mark.said, day=span, as_of=as_of, widen=widen)
        assert meant.why
        assert (meant.start is None) or (meant.end is None) or meant.start <= meant.end
