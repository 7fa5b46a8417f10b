"""A report that tells one happening twice makes one claim of it."""

from datetime import date

import pytest
from tests.claim.claim_cases import claims_in, read_text

from tawatur.claim.retold import RULE
from tawatur.lang.pack import Pack, load_pack


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("ar")


LEAD = "قُتل سبعة مدنيين بقصف مدفعي على بلدة سرمين."


def test_a_figure_told_again_of_the_same_place_is_one_claim(pack: Pack):
    (claim,) = claims_in(f"{LEAD}\nوسقط سبعة قتلى مدنيين جراء القصف المدفعي على سرمين.", pack)
    assert [(count.low, count.high) for count in claim.counts] == [(7, 7)]


def test_the_source_takes_over_what_the_lead_said_in_the_report_s_own_voice(pack: Pack):
    (claim,) = claims_in(f"{LEAD}\nوقال الدفاع المدني السوري إن سبعة مدنيين قتلوا بقصف مدفعي على سرمين.", pack)
    assert [speaker.id for speaker in claim.attribution.chain] == ["white-helmets"]


def test_the_words_that_say_it_again_stay_in_the_evidence(pack: Pack):
    text = f"{LEAD}\nوقال الدفاع المدني السوري إن سبعة مدنيين قتلوا بقصف مدفعي على سرمين."
    (claim,) = claims_in(text, pack)
    (again,) = [entry for entry in claim.evidence if entry.rule == RULE]
    assert again.field == "type"
    assert text[again.span.start : again.span.end] == again.quote != ""


@pytest.mark.parametrize(
    "second",
    [
        "كما قُتل سبعة مدنيين بقصف مدفعي على بلدة نوى.",
        "وقُتل ثلاثة مدنيين بقصف مدفعي على بلدة سرمين مساء.",
        "واعتقلت الشرطة سبعة مدنيين في سرمين.",
    ],
)
def test_another_place_figure_or_harm_is_another_claim(pack: Pack, second: str):
    assert len(claims_in(f"{LEAD}\n{second}", pack)) == 2


def test_two_sources_with_one_figure_stay_two_claims(pack: Pack):
    text = (
        "قال الدفاع المدني السوري إن سبعة مدنيين قتلوا بقصف مدفعي على سرمين.\n"
        "وأفاد المرصد السوري لحقوق الإنسان بمقتل سبعة مدنيين بقصف مدفعي على سرمين."
    )
    assert len(claims_in(text, pack)) == 2


def test_what_is_told_again_without_a_day_has_the_day_that_was_said(pack: Pack):
    text = (
        "أصيب ستة مدنيين بقصف مدفعي على مدينة بنش أمس.\n"
        "وأضاف الدفاع المدني السوري أن القصف على مدينة بنش تسبب بإصابة ستة مدنيين."
    )
    (claim,) = claims_in(text, pack, published=date(2023, 5, 4))
    assert (claim.date.said, claim.date.start) == ("أمس", date(2023, 5, 3))
    assert [entry.quote for entry in claim.evidence if entry.field == "date"] == ["أمس"]


def test_one_figure_of_two_told_again_is_one_claim(pack: Pack):
    text = (
        "جرح شخصان وأربعة أطفال بقصف جوي على محيط مدينة بنش.\n"
        "وقال الدفاع المدني السوري إن الغارة على محيط بنش تسببت بإصابة أربعة أطفال."
    )
    (claim,) = claims_in(text, pack)
    assert {count.low for count in claim.counts} == {2, 4}


def test_a_lead_that_names_only_the_region_takes_the_scene_of_what_tells_it_again(pack: Pack):
    text = (
        "قُتل خمسة مدنيين وأصيب تسعة بقصف مدفعي في شمال غربي سوريا.\n"
        "وقال الدفاع المدني السوري إن القصف المدفعي على مدينة بنش قتل خمسة مدنيين."
    )
    (claim,) = claims_in(text, pack)
    assert [place.name_ar for place in claim.places if place.role == "scene"] == ["بنش"]


def test_a_headline_that_joins_two_harms_is_told_by_the_text_that_counts_them_apart(pack: Pack):
    reading = read_text(
        "قتل مدني وأصيب اثنان بقصف مدفعي على بلدة بنش.", pack, title="مقتل وإصابة ثلاثة مدنيين بقصف على بنش"
    )
    (claim,) = reading.claims
    assert [(count.harm, count.low) for count in claim.counts] == [("killed", 1), ("injured", 2)]


def test_a_headline_with_another_sum_tells_of_something_else(pack: Pack):
    text = "مقتل وإصابة تسعة مدنيين بقصف على بنش أمس.\nوقتل مدني وأصيب اثنان بقصف مدفعي على بلدة بنش."
    assert len(claims_in(text, pack)) == 2


def test_the_arrests_that_a_headline_tells_are_those_of_the_raid_in_the_text(pack: Pack):
    reading = read_text(
        "داهمت قوات سوريا الديمقراطية منزلا في بلدة الشحيل واعتقلت شابين.", pack, title="اعتقال شابين في بلدة الشحيل"
    )
    assert [claim.type for claim in reading.claims] == ["raid"]


def test_a_lead_glued_to_its_headline_counts_nobody_twice(pack: Pack):
    text = "مقتل شخص وإصابة ثلاثة آخرين بقصف على بلدة سرمين محافظة إدلب قتل شخص وأصيب ثلاثة آخرون بقصف مدفعي على بلدة سرمين"
    (claim,) = claims_in(text, pack)
    assert [(count.harm, count.low) for count in claim.counts] == [("killed", 1), ("injured", 3)]
