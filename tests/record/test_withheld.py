from dataclasses import replace

import pytest
from tests.case_builder import ADULT, C3, CHILD, DETAINEE, WITNESS, case

from tawatur.model.claim import Attribution, Speaker
from tawatur.model.party import Victim
from tawatur.record.withheld import NOTHING, withheld_names


def test_children_detainees_and_witnesses_are_withheld_with_the_reason():
    names = withheld_names(case())
    assert [names.reason(name) for name in (CHILD, DETAINEE, WITNESS)] == ["child", "detainee", "witness"]


def test_a_grown_up_who_was_killed_is_named():
    names = withheld_names(with_victim(Victim(ADULT, "killed"), kind="shelling"))
    assert names.reason(ADULT) is None


def test_a_survivor_of_sexual_violence_is_withheld():
    assert (
        withheld_names(with_victim(Victim("ليلى سامر", "injured"), kind="sexual_violence")).reason("ليلى سامر")
        == "survivor"
    )


def test_a_name_is_masked_in_another_spelling_and_behind_an_attached_letter():
    names = withheld_names(with_victim(Victim("أحمد سامي", "arrested")))
    assert names.mask("قال لأحمد سامي إنه بخير") == "قال ل… إنه بخير"
    assert names.mask("رأى اَحمد\u00a0سامى أمس") == "رأى … أمس"


@pytest.mark.parametrize("text", ["ذهب علي إلى بيته", "وعلي معه"])
def test_a_name_of_one_word_is_masked_as_it_was_spelled(text: str):
    names = withheld_names(with_victim(Victim("علي", "arrested")))
    assert names.mask(text) == text.replace("علي", "…")


def test_an_ordinary_word_that_folds_to_a_name_of_one_word_stays():
    names = withheld_names(with_victim(Victim("علي", "arrested")))
    assert names.mask("على الأقل معلية") == "على الأقل معلية"


def test_part_of_a_longer_word_is_no_name():
    names = withheld_names(with_victim(Victim("عمر فائز", "arrested")))
    assert names.mask("عمر فائزون") == "عمر فائزون"
    assert names.mask("عمر، فائز") == "عمر، فائز"


def test_an_unnamed_speaker_is_a_description_and_stays():
    view = case()
    unnamed = Attribution((Speaker("شهود عيان", None, "witness"),), "unnamed")
    claims = tuple(replace(claim, attribution=unnamed) for claim in view.claims)
    assert withheld_names(replace(view, claims=claims)).reason("شهود عيان") is None


def test_who_was_killed_beside_those_taken_is_no_detainee():
    assert withheld_names(with_victim(Victim(ADULT, "killed"))).reason(ADULT) is None
    assert withheld_names(with_victim(Victim(ADULT, "killed"), kind="torture")).reason(ADULT) == "detainee"


def test_a_shown_name_is_not_masked_where_it_holds_anothers_given_name():
    names = withheld_names(with_victim(Victim("عبد الرحمن", "arrested")))
    assert names.shown("عبد الرحمن سالم") == "عبد الرحمن سالم"
    assert names.mask("عاد عبد الرحمن أمس") == "عاد … أمس"


def test_a_victim_known_as_a_child_is_withheld_under_any_form_of_the_name():
    names = withheld_names(with_victim(Victim("سامي خالد", "injured", sex_age="children")))
    assert names.of_victim(Victim("سامي نبيل خالد", "injured", sex_age="children")) == "child"
    assert names.of_victim(Victim(ADULT, "injured")) is None


def test_nothing_withheld_masks_nothing():
    assert NOTHING.mask(f"{CHILD} {DETAINEE}") == f"{CHILD} {DETAINEE}"


def with_victim(victim: Victim, *, kind: str = "arrest"):
    return replace(case(), claims=(replace(C3, type=kind, victims=(victim,)),))
