"""Parties as they are marked: misspelt names, owners, states, formations, and names that several bear."""

import pytest

from tawatur.lang.pack import Pack, load_pack
from tawatur.mark.all import mark_text
from tawatur.model.party import PartyRef


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("ar")


def party_in(chars: str, pack: Pack) -> PartyRef:
    return mark_text(chars, pack).parties[0].party


def test_a_misspelt_name_keeps_its_spelling_and_says_what_was_forgiven(pack: Pack):
    party = party_in("هاجم اللبواء الثامن البلدة", pack)
    assert (party.said, party.id) == ("اللبواء الثامن", "sy-8brigade")
    assert party.why == "one letter away from اللواء الثامن"


def test_a_particle_before_a_misspelt_name_is_no_part_of_it(pack: Pack):
    assert party_in("وهيئة تحرير الشم قالت", pack).said == "هيئة تحرير الشم"


def test_no_ordinal_is_forgiven_for_another(pack: Pack):
    assert all(mark.party.id is None for mark in mark_text("الفرقة السابعة انتشرت", pack).parties)


def test_members_of_a_party_are_that_party(pack: Pack):
    party = party_in("عناصر من الفرقة الرابعة داهموا الحي", pack)
    assert (party.said, party.id) == ("عناصر من الفرقة الرابعة", "sy-4div")


def test_a_militia_of_a_party_stays_unnamed_with_its_parent(pack: Pack):
    party = party_in("ميليشيات محلية تابعة لحزب الله اللبناني", pack)
    assert (party.id, party.parent, party.name_en) == (None, "hezbollah", "local militias")


def test_an_adjective_of_a_state_makes_forces_that_states(pack: Pack):
    party = party_in("طائرة إسرائيلية حلقت فوق القرية", pack)
    assert (party.said, party.id) == ("طائرة إسرائيلية", "il-forces")


def test_a_numbered_formation_of_no_register_has_an_english_description_and_no_id(pack: Pack):
    party = party_in("انسحبت الكتيبة الثانية", pack)
    assert (party.id, party.name_en) == (None, "2nd Battalion")


def test_the_other_bearers_of_a_name_are_kept(pack: Pack):
    party = party_in("انتشر الجيش السوري", pack)
    assert party.others
    assert party.id not in party.others
