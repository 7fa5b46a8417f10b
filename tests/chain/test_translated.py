"""Two wordings of one text: the sentences agree in numbers, names and the cores of their words, and in order."""

from datetime import date

import pytest
from tests.chain.made import WIRE, edited, made_claim, made_report

from tawatur.chain.copies import find_copies
from tawatur.chain.groups import copy_groups
from tawatur.chain.origins import count_chains
from tawatur.chain.tellers import ReportSource
from tawatur.chain.translated import core
from tawatur.model.text import Span

FIRST = (
    "نقلت شاحنات المجلس البلدي 140 عائلة من مخيم الزيتون إلى المدارس الثلاث بعد أن غمرت مياه السد القديم خيامها في ليلة "
    "14 آذار، وتولى فريق التلال الطبي علاج المصابين بنزلات البرد في خيمة كبيرة قرب الجسر. واشتكى النازحون من نقص "
    "البطانيات والحليب، ووعد رئيس المجلس بتوزيع 600 سلة غذائية قبل نهاية الأسبوع وبإصلاح بوابة السد المكسورة."
)
SECOND = (
    "في ليلة 14 آذار غمرت مياه السد القديم خيام مخيم الزيتون، فنقلت شاحنات مجلس البلدية 140 عائلة من المخيم إلى ثلاث "
    "مدارس، وعالج فريق طبي من التلال مصابي نزلات البرد في خيمةٍ كبيرة قريبة من الجسر. وشكا نازحون نقص الحليب "
    "والبطانيات، فيما وعد رئيس المجلس بأن توزع 600 سلة من الغذاء قبل نهاية الأسبوع، وأن تصلح بوابة السد المكسورة."
)
TURNED = (
    "غمرت مياه السد القديم ليلة 14 آذار خيام 140 عائلة في مخيم الزيتون، فحملتها شاحنات أرسلها المجلس البلدي نحو ثلاث مدارس "
    "قريبة. ووعد رئيس المجلس أن يوزع قبل انتهاء الأسبوع على النازحين الذين ينقصهم الحليب 600 سلة غذائية و250 بطانية مع إصلاح "
    "بوابة السد."
)
ROUND = (
    "إلى ثلاث مدارس نقل المجلس البلدي بشاحنات له 140 عائلة من مخيم الزيتون، إذ أغرقت مياه السد القديم خيامها في ليلة 14 آذار. "
    "وسيوزع على النازحين 250 بطانية و600 سلة غذائية قبل نهاية الأسبوع وفق وعد رئيس المجلس، الذي قال إن بوابة السد ستصلح وإن "
    "الحليب ينقصهم."
)
OTHER = (
    "احتفل سكان مخيم الزيتون في 14 آذار بافتتاح مدرسة جديدة من ثلاث قاعات بناها المجلس البلدي، وشكر المعلمون 140 متبرعا "
    "جمعوا ثمن المقاعد والكتب. وقال مدير المدرسة إن الدروس تبدأ صباح الأحد، وإن 600 طالب سجلوا أسماءهم حتى الآن، وطلب من "
    "الأهالي أن يرافقوا الصغار على طريق السد القديم."
)


def kinds(*texts: str, outlets: tuple[str, str] = ("a", "b")) -> list[str]:
    reports = [made_report(text, str(n), outlet) for n, (text, outlet) in enumerate(zip(texts, outlets, strict=True))]
    return [pair.kind for pair in find_copies(reports)]


def test_two_wordings_of_one_text_may_be_translations():
    assert kinds(FIRST, SECOND) == ["possible_translation"]


def test_sentences_turned_round_keep_their_numbers_and_may_be_translations():
    assert kinds(TURNED, ROUND) == ["possible_translation"]


def test_sentences_turned_round_with_one_other_number_each_are_none():
    assert kinds(TURNED, ROUND.replace("140", "75").replace("250", "90")) == []


def test_a_number_is_itself_behind_an_and_written_on_to_it():
    assert core("\u064845") == "45"


def test_a_text_of_the_same_day_place_and_people_is_none():
    assert kinds(FIRST, OTHER) == []


def test_other_numbers_make_it_another_story():
    assert "possible_translation" not in kinds(
        FIRST, SECOND.replace("14", "9").replace("140", "75").replace("600", "90")
    )


def test_one_sentence_alone_is_too_little():
    assert kinds(FIRST.partition(".")[0], SECOND.partition(".")[0]) == []


def test_one_outlets_own_two_wordings_are_no_translation():
    assert "possible_translation" not in kinds(FIRST, SECOND, outlets=("صحيفة", "صحيفة"))


def test_copied_words_are_reuse_and_no_translation():
    assert kinds(WIRE, edited(WIRE, 0.1, 3)) == ["reuse"]


def test_the_share_is_unknown_and_the_passages_lie_in_both_texts():
    a, b = made_report(FIRST, "0", "a", date(2021, 4, 5)), made_report(SECOND, "1", "b", date(2021, 4, 6))
    (pair,) = find_copies([a, b])
    assert pair.shared is None
    assert len(pair.passages) == 2
    lengths = [len(next(report for report in (a, b) if report.id == held).text.chars) for held in (pair.a, pair.b)]
    for a_start, a_end, b_start, b_end in pair.passages:
        assert 0 <= a_start < a_end <= lengths[0]
        assert 0 <= b_start < b_end <= lengths[1]
    assert pair.direction == ("a>b" if pair.a == a.id else "b>a")


def test_a_possible_translation_is_no_whole_copy():
    reports = [made_report(FIRST, "0", "a"), made_report(SECOND, "1", "b")]
    assert copy_groups(reports, find_copies(reports)) == {}


@pytest.mark.parametrize(("places", "chains"), [((0, 0), 1), ((0, 1), 2)])
def test_the_same_sentence_of_two_translations_counts_once(places: tuple[int, int], chains: int):
    reports = [made_report(FIRST, "0", "a"), made_report(SECOND, "1", "b")]
    claims = []
    for report, sentence in zip(reports, places, strict=True):
        end = report.text.chars.index(".")
        claims.append(
            made_claim(
                report,
                Span(0, end) if sentence == 0 else Span(end + 2, len(report.text.chars) - 1),
                (),
                "own_voice",
                "body",
            )
        )
    views = {report.id: ReportSource(report.id, report.outlet, None) for report in reports}
    assert count_chains(claims, views=views, pairs=find_copies(reports)).number == chains


@pytest.mark.parametrize(("one", "other"), [("والمليشيات", "مليشيات"), ("للمستودعات", "مستودع"), ("2016", "2016")])
def test_hung_on_letters_leave_the_core(one: str, other: str):
    assert core(one) == core(other)
