"""The hand-made tables of places: whole, honest about their points, and found by the names that reports use."""

import re
from collections import Counter

import pytest

from gazetteer_sources import PACK, table
from tawatur.lang.fold import fold_key
from tawatur.lang.gazetteer import Gazetteer, km, load_gazetteer

HAND = table(PACK / "hand.tsv")
KINDS = set(
    "country region governorate town neighbourhood camp base airport crossing checkpoint hospital landmark road"
    " farmland".split()
)
COVERED = ("SY", "IQ", "LB", "LY", "PS", "SD", "YE")
# By country: names that reports use, each with a point within so many km of the place meant.
KNOWN = {
    "SY": "ريف حلب الشمالي|ريف حلب الغربي|ريف حلب الشرقي|ريف حلب الجنوبي|ريف درعا الغربي|ريف إدلب الجنوبي|شرقي حلب"
    "|الجولان المحتل|حوران|اللجاة|البادية السورية|جبل الزاوية|سهل الغاب|الغوطة الشرقية|الغوطة الغربية|القلمون"
    "|الساحل السوري|الجزيرة السورية|منطقة خفض التصعيد|منطقة نبع السلام|منطقة درع الفرات|منطقة غصن الزيتون|طريق M4|طريق M5"
    "|منطقة 55 كم|معبر كسب|معبر عون الدادات|مطار الشعيرات|سد البعث|حقل التنك|مخيم الرمل|تلول الصفا|جزيرة أرواد"
    "|جبل عبد العزيز|حاجز منكت الحطب|طريق الكاستيلو|المزة|ديرالزور|كفرنبل|قامشلو|كوباني|سري كانيه|زركان",
    "PS": "الشجاعية|تل الهوى|مخيم جباليا|محور نتساريم|محور فيلادلفيا|مسافر يطا|حاجز حوارة|مستشفى الأهلي|معبر رفح"
    "|مواصي خان يونس|مخيم بلاطة|مخيم الأمعري|الأغوار",
    "LB": "الضاحية الجنوبية|حارة حريك|مخيم عين الحلوة|جنوب الليطاني|البقاع الغربي|مزارع شبعا|باب التبانة|مرفأ بيروت"
    "|بنت جبيل|جرود عرسال",
    "IQ": "مدينة الصدر|جبل سنجار|جبال قنديل|معبر طريبيل|قاعدة عين الأسد|جرف الصخر|سد الموصل|مخيم الجدعة|الأنبار",
    "YE": "تهامة|معسكر صحن الجن|ميناء رأس عيسى|جزيرة ميون|قاعدة العند|خور مكسر|وادي حضرموت|باب المندب|جبهة مريس",
    "SD": "مخيم زمزم|جبل مرة|الحاج يوسف|أمبدة|كافوري|مصفاة الجيلي|مخيم أبو شوك|جسر شمبات|بحري|نيالا|كسلا",
    "LY": "أبو سليم|قاعدة الوطية|مطار معيتيقة|الهلال النفطي|قاعدة الجفرة|معبر رأس جدير|عين زارة|الصابري|سرت",
    "TR": "إسطنبول|غازي عنتاب|إنجرليك",
    "JO": "عمان|إربد",
    "IR": "طهران|أصفهان",
    "EG": "القاهرة|الإسكندرية",
    "SA": "الرياض|جدة",
}
NAMES = [(name, country) for country, names in KNOWN.items() for name in names.split("|")]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(("name", "country"), NAMES)
def test_a_name_that_reports_use_is_known_in_its_country(gazetteer: Gazetteer, name: str, country: str):
    assert country in {place.country for place in gazetteer.by_name(fold_key(name))}


def test_every_country_of_the_world_is_known_once():
    lands = Counter(row["country"] for row in HAND if row["kind"] == "country")
    assert len(lands) > 190
    assert set(lands.values()) == {1}


def test_ids_are_sorted_and_stand_once():
    ids = [row["id"] for row in HAND]
    assert ids == sorted(set(ids))


def test_every_row_has_a_known_kind_a_country_and_a_source_of_ours():
    for row in HAND:
        assert row["kind"] in KINDS, row["id"]
        assert re.fullmatch("[A-Z]{2}", row["country"]), row["id"]
        assert row["source"].startswith("Tawatur, "), row["id"]
        assert row["name_ar"], row["id"]
        assert row["name_en"], row["id"]


def test_an_estimate_is_rounded_and_says_how_far_it_may_be_off():
    for row in HAND:
        if row["source"] == "Tawatur, own estimate":
            assert all(len(row[axis].partition(".")[2]) <= 3 for axis in ("lat", "lon")), row["id"]
            assert float(row["uncertainty_km"]) >= 1, row["id"]
        if row["note"] == "rounded point" and len(row["lat"].partition(".")[2]) <= 2:
            assert float(row["uncertainty_km"]) >= 1, row["id"]


def test_a_point_that_is_the_parents_reaches_as_far_as_its_city(gazetteer: Gazetteer):
    borrowed = [row for row in HAND if row["note"].startswith("no published point: the parent")]
    assert len(borrowed) > 20
    for row in borrowed:
        parent = gazetteer.by_id(row["parent"])
        assert parent is not None, row["id"]
        assert km(float(row["lat"]), float(row["lon"]), parent.lat, parent.lon) < 0.2, row["id"]
        assert float(row["uncertainty_km"]) >= 2, row["id"]


def test_points_of_the_covered_countries_lie_in_them(gazetteer: Gazetteer):
    towns = {
        country: [(place.lat, place.lon) for place in gazetteer if place.country == country and place.kind == "town"]
        for country in COVERED
    }
    for row in HAND:
        if row["country"] in COVERED and row["kind"] not in ("country", "region"):
            lat, lon = float(row["lat"]), float(row["lon"])
            box = ((a, b) for a, b in towns[row["country"]] if abs(a - lat) < 1.5 and abs(b - lon) < 1.5)
            nearest = min((km(lat, lon, *point) for point in box), default=None)
            if nearest is None:  # the Sahara
                assert row["country"] == "LY", row["id"]
            else:
                assert nearest < (30 if row["country"] in ("SY", "LB", "PS") else 160), (row["id"], nearest)


@pytest.mark.parametrize("word", ["مضيق", "عدوان", "قلت", "بدون", "دفنه", "الفرات", "ديلي", "الثورات"])
def test_a_frequent_word_of_the_news_is_no_hamlet(gazetteer: Gazetteer, word: str):
    assert gazetteer.by_name(fold_key(word))
    assert gazetteer.is_weak(fold_key(word))
