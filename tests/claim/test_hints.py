"""What a report tells of its own day and of its origin."""

from datetime import date

import pytest
from tests.claim.claim_cases import read_text

from tawatur.claim.times.when import resolve
from tawatur.lang.pack import Pack, load_pack

BODY = "قصفت قوات النظام بلدة سرمين ما أدى إلى مقتل مدني وإصابة طفلين بجروح بحسب الأهالي."

POST = "اعتقلت قوات سوريا الديمقراطية شابين في مدينة الرقة على حاجز عند مدخلها الشرقي مساء أمس."


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("ar")


def hints(chars: str, pack: Pack) -> list[tuple[str, str]]:
    return [(hint.kind, hint.quote) for hint in read_text(chars, pack).hints]


def test_a_dateline_tells_the_report_s_own_day(pack):
    (hint,) = read_text(f"الخميس 29 تموز 2021\n{BODY}", pack).hints
    assert hint.kind == "dateline"
    assert resolve(hint.said, day=None).start == date(2021, 7, 29)


def test_a_named_today_tells_it_and_a_bare_one_does_not(pack):
    assert hints("قصفت قوات النظام بلدة سرمين اليوم الخميس.", pack) == [("today", "اليوم الخميس")]
    assert hints("قصفت قوات النظام بلدة سرمين اليوم.", pack) == []


def test_a_full_date_is_mentioned_and_a_day_without_its_year_is_not(pack):
    assert hints("قصفت قوات النظام بلدة سرمين في 29/7/2021.", pack) == [("mentioned", "29/7/2021")]
    assert hints("قصفت قوات النظام بلدة سرمين في 29 تموز.", pack) == []


def test_since_a_full_date_tells_nothing_of_the_report_s_day(pack):
    assert hints("تحاصر قوات النظام بلدة سرمين منذ 29/7/2021.", pack) == []


def test_an_embedded_post_gives_its_own_day(pack):
    text = f"{POST}\nPosted by Hauran Eyes on Saturday, September 4, 2021\n{BODY}"
    kinds = [hint.kind for hint in read_text(text, pack).hints]
    assert kinds == ["posted"]


def test_the_dates_of_furniture_give_no_hint(pack):
    assert hints(f"{BODY}\nاقرأ أيضا\nحفل في العاصمة يوم 3/5/2020", pack) == []


def test_hints_stand_in_text_order(pack):
    text = "الجمعة 30 تموز 2021\nقصفت قوات النظام بلدة سرمين في 29/7/2021 وبلدة أريحا في 28/7/2021."
    assert [kind for kind, _ in hints(text, pack)] == ["dateline", "mentioned", "mentioned"]


@pytest.mark.parametrize(
    ("line", "credit"),
    [("المصدر: وكالة الأناضول", "anadolu"), ("المصدر: صحيفة الحي", "صحيفة الحي"), ("وكالات", "وكالات")],
)
def test_a_credit_line_names_the_origin(pack, line: str, credit: str):
    assert read_text(f"{BODY}\n{line}", pack).credit == credit


@pytest.mark.parametrize(
    ("chars", "credit"),
    [
        ("إدلب / الأناضول\n" + BODY, "anadolu"),
        (BODY + "\n(رويترز)", "reuters"),
        ("إدلب - عنب بلدي تنشر صورا\n" + BODY, None),
        ("رويترز", None),
    ],
)
def test_a_line_that_holds_an_agency_and_a_town_and_no_more_names_the_origin(pack, chars: str, credit: str | None):
    assert read_text(chars, pack).credit == credit


def test_without_a_credit_line_there_is_no_credit(pack):
    assert read_text(BODY, pack).credit is None
