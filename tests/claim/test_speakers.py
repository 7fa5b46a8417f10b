"""Who says so, nearest first, and what he has to gain."""

import pytest
from tests.claim.claim_cases import claims_in
from tests.claim.scopes import scope_in

from tawatur.claim.speakers import OWN_VOICE, Said, who_says
from tawatur.lang.pack import load_pack
from tawatur.model.claim import Attribution, Speaker


def said(chars: str, last: Said = OWN_VOICE) -> Said:
    return who_says(scope_in(chars), last)


def names(chars: str) -> list[str]:
    return [speaker.id or speaker.name for speaker in said(chars).attribution.chain]


LAST = Said(Attribution((Speaker("ليلى", None, "person"),), "named"))


@pytest.mark.parametrize(
    "chars",
    [
        "قال المرصد السوري لحقوق الإنسان إن قصفا وقع",
        "وقع قصف، بحسب المرصد السوري لحقوق الإنسان",
        "المرصد السوري لحقوق الإنسان قال إن قصفا وقع",
        "المرصد السوري لحقوق الإنسان: قصف على سرمين",
        "زعم المرصد السوري لحقوق الإنسان أن قصفا وقع",
        "وأحصى المرصد السوري لحقوق الإنسان عشر غارات",
    ],
)
def test_a_speaker_is_found_before_and_after_the_word_of_saying(chars: str):
    assert names(chars) == ["sohr"]
    assert said(chars).attribution.mode == "named"


def test_the_evidence_begins_with_the_word_of_saying_and_ends_with_the_speaker():
    chars = "قال المرصد السوري لحقوق الإنسان إن قصفا وقع"
    quotes = [chars[span.start : span.end] for span, _ in said(chars).evidence]
    assert quotes == ["قال", "المرصد السوري لحقوق الإنسان"]


def test_an_outlet_that_was_told_is_nearer_than_who_told_it():
    assert names("قال مصدر محلي لعنب بلدي إن قصفا وقع") == ["enab-baladi", "مصدر محلي"]


def test_whom_an_agency_quotes_is_the_origin():
    found = said("نقلت وكالة سانا عن مصدر عسكري أن قصفا وقع")
    assert [speaker.name for speaker in found.attribution.chain] == ["وكالة سانا", "مصدر عسكري"]
    assert found.attribution.mode == "unnamed"


def test_sources_and_witnesses_are_unnamed():
    assert said("قالت مصادر طبية إن قصفا وقع").attribution.mode == "unnamed"
    assert said("قال شهود عيان إن قصفا وقع").attribution.mode == "unnamed"


def test_who_adds_goes_on_with_the_speaker_of_the_sentence_before():
    found = said("وأضاف أن الطريق مقطوع", LAST)
    assert (found.attribution, found.carried) == (LAST.attribution, True)


def test_without_a_speaker_before_nobody_adds():
    assert said("وأضاف أن الطريق مقطوع") == OWN_VOICE


def test_a_sentence_without_a_word_of_saying_is_the_outlet_s_own():
    assert said("وقع قصف على سرمين", LAST) == OWN_VOICE


def test_what_was_reported_by_nobody_is_unattributed():
    found = said("أفيد بسقوط قذيفة على سرمين")
    assert (found.attribution.chain, found.attribution.mode) == ((), "unattributed")


def test_being_called_is_no_alleging():
    assert said("قتلت امرأة تدعى سعاد الحمدان") == OWN_VOICE


@pytest.mark.parametrize("chars", ["الأهالي: لا ماء في الحي", "ومصدر: صحف محلية"])
def test_a_colon_after_a_crowd_or_a_bare_source_opens_no_speech(chars: str):
    assert said(chars) == OWN_VOICE


def test_a_described_source_and_a_colon_open_his_words():
    found = said("مصدر محلي: قصف على سرمين")
    assert (found.attribution.chain[0].name, found.attribution.mode) == ("مصدر محلي", "unnamed")


@pytest.mark.parametrize(
    ("chars", "interest"),
    [
        ("أعلنت قوات سوريا الديمقراطية مقتل ثلاثة من مقاتليها في اشتباكات قرب منبج", "own_loss"),
        ("أعلنت قوات سوريا الديمقراطية مقتل ثلاثة من عناصر تنظيم داعش في اشتباكات قرب منبج", "enemy_loss"),
        ("أعلنت قوات سوريا الديمقراطية أنها لم تقصف بلدة مارع", "self_exculpatory"),
        ("قال المرصد السوري لحقوق الإنسان إن ثلاثة من عناصر تنظيم داعش قتلوا بقصف على منبج", None),
    ],
)
def test_the_interest_of_a_party_is_named_where_it_is_plain(chars: str, interest: str | None):
    (claim,) = claims_in(chars, load_pack("ar"))
    assert claim.attribution.interest == interest
    assert any(one.field == "interest" for one in claim.evidence) is (interest is not None)
