"""The written forms that a rule stands for."""

from dataclasses import replace

import pytest

from tawatur.lang.forms import Form, Paradigm, forms_of
from tawatur.lang.schema import Rule

PARADIGM = Paradigm(
    past=("ت", "وا"), past_weak=("ت", "وا"), present_before=("ي", "ت"), present_after=("ون", "وا"),
    cut_short_before=("ي", "ت"),
)  # fmt: skip


def forms(**keys: list[str]) -> set[str]:
    return {form.folded for form in forms_of(Rule.model_validate({"id": "x", **keys}), PARADIGM)}


@pytest.mark.parametrize(
    ("verb", "wanted"),
    [
        ("قصف يقصف", {"قصف", "قصفت", "قصفوا", "يقصف", "تقصف", "يقصفون", "تقصفون", "يقصفوا", "تقصفوا"}),
        ("سيطر", {"سيطر", "سيطرت", "سيطروا"}),
    ],
)
def test_a_regular_verb_is_conjugated(verb, wanted):
    assert forms(verbs=[verb]) == wanted


def test_a_verb_that_ends_in_a_hamza_keeps_it():
    found = forms(verbs=["بدأ يبدأ"])
    assert {"بدا", "بدات", "بداوا", "يبدا", "تبدا"} <= found
    assert "بدت" not in found


def test_a_verb_with_a_weak_ending_drops_it():
    assert forms(verbs=["نفى ينفي"]) == {
        "نفي", "نفت", "نفوا", "ينف", "تنف", "ينفي", "تنفي", "ينفون", "تنفون", "ينفوا", "تنفوا",
    }  # fmt: skip


def test_a_weak_verb_loses_its_ending_only_where_the_pack_says_so():
    first_person = replace(PARADIGM, present_before=("ي", "ن"))
    found = {form.folded for form in forms_of(Rule(id="x", verbs=["أجلى يجلي"]), first_person)}
    assert {"يجل", "يجلي", "نجلي"} <= found
    assert "نجل" not in found


def test_tense_is_told():
    tenses = {form.folded: form.tense for form in forms_of(Rule(id="x", verbs=["قصف يقصف"]), PARADIGM)}
    assert (tenses["قصفت"], tenses["يقصفون"]) == ("past", "present")


def test_brackets_stand_with_and_without():
    assert forms(phrases=["(ب)إطلاق (ال)نار"]) == {"اطلاق نار", "اطلاق النار", "باطلاق نار", "باطلاق النار"}


def test_ta_marbuta_opens_before_a_pronoun():
    assert set(forms_of(Rule(id="x", nouns=["إصابة"]), PARADIGM)) == {
        Form("اصابه", "noun", None, None),
        Form("اصابت", "opened", None, None),
    }


def test_an_article_is_fused_with_the_particle_li():
    assert forms(names=["النظام"]) == {"النظام", "للنظام"}
    assert forms(nouns=["المدنيين"]) == {"المدنيين", "للمدنيين"}
    assert forms(phrases=["الجدير بالذكر"]) == {"الجدير بالذكر"}


@pytest.mark.parametrize("number", ["singular", "dual", "plural"])
def test_number_is_told(number):
    assert [form.number for form in forms_of(Rule.model_validate({"id": "x", number: ["شخص"]}), PARADIGM)] == [number]


def test_forms_are_folded():
    assert forms(names=["أُورينت"]) == {"اورينت"}
