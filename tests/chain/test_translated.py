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
    "في 14 آذار الماضي أغلقت كتائب السهل والمجموعات المتحالفة معها جميع المعابر المؤدية إلى بلدة عين الزيتون بعد رفض "
    "وجهاء البلدة تسليم مستودعات القمح لأنها تخالف تفاهما أبرم بوساطة أردنية سنة 2016 ونص على بقاء المستودعات بيد "
    "المجلس. وبعد ثلاثة أسابيع وصل مجلس البلدة والكتائب إلى تفاهم يقضي بفتح معبر واحد للقوافل الغذائية ووجود جزئي "
    "للكتائب عند المطاحن لكن الأخيرة خالفت التفاهم وطالبت بالسيطرة الكاملة على السوق."
)
SECOND = (
    "ومنذ 14 آذار الفائت، أغلقت كتائب السهل ومجموعات متحالفة معها كل المعابر التي تؤدي إلى عين الزيتون، إثر رفض وجهاء "
    "البلدة تسليمها مستودعات القمح، باعتباره مخالفاً لتفاهمٍ أُبرم بوساطة أردنية عام 2016 نصّ على بقاء المستودعات في يد "
    "المجلس المحلي. وبعد ذلك بثلاثة أسابيع توصّل مجلس البلدة والكتائب إلى تفاهم يقضي بفتح معبر واحد لقوافل الغذاء "
    "ووجود جزئي للكتائب عند المطاحن، إلا أن الأخيرة خالفته مطالبةً بسيطرة كاملة على السوق."
)
OTHER = (
    "في 14 آذار الماضي احتفل سكان بلدة عين الزيتون بعودة الماء إلى الأحياء العليا بعد إصلاح المضخة الرئيسية، وشكر رئيس "
    "المجلس المهندسين الذين عملوا أسبوعين في ظروف صعبة. وبعد ثلاثة أسابيع أعلنت الكتائب أنها تنوي بيع القمح المخزن في "
    "المطاحن لتجار من مدن أخرى، فخرج الفلاحون في مظاهرة سلمية أمام السوق القديم مطالبين بسعر عادل."
)


def kinds(*texts: str, outlets: tuple[str, str] = ("a", "b")) -> list[str]:
    reports = [made_report(text, str(n), outlet) for n, (text, outlet) in enumerate(zip(texts, outlets, strict=True))]
    return [pair.kind for pair in find_copies(reports)]


def test_two_wordings_of_one_text_may_be_translations():
    assert kinds(FIRST, SECOND) == ["possible_translation"]


def test_a_text_of_the_same_day_place_and_people_is_none():
    assert kinds(FIRST, OTHER) == []


def test_other_numbers_make_it_another_story():
    assert "possible_translation" not in kinds(FIRST, SECOND.replace("14", "9").replace("2016", "2009"))


def test_one_sentence_alone_is_too_little():
    assert kinds(FIRST.partition(".")[0], SECOND.partition(".")[0]) == []


def test_one_outlets_own_two_wordings_are_no_translation():
    assert kinds(FIRST, SECOND, outlets=("صحيفة", "صحيفة")) == ["update"]


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
