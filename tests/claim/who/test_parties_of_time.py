"""Which bearer of a name is meant, and its side, depend on the day and the country."""

from datetime import date

import pytest
from tests.claim.claim_cases import claims_in

from tawatur.claim.who.parties_of_time import existed, party_of_time
from tawatur.lang.pack import Pack, load_pack
from tawatur.lang.schema import PartyRule
from tawatur.mark.all import mark_text
from tawatur.model.party import PartyRef

BEFORE, AFTER = date(2021, 7, 29), date(2025, 7, 29)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("ar")


def army(pack: Pack) -> PartyRef:
    return mark_text("انتشر الجيش السوري", pack).parties[0].party


def rule(**years: str) -> PartyRule:
    return PartyRule.model_validate({"id": "x", "name_ar": "س", "name_en": "X", "kind": "rebel group", **years})


def test_one_name_before_and_after_a_change_of_power_is_two_parties(pack: Pack):
    old = party_of_time(army(pack), pack, days=(BEFORE, BEFORE), country="SY")
    new = party_of_time(army(pack), pack, days=(AFTER, AFTER), country="SY")
    assert old.id != new.id
    assert old.id in new.others
    assert new.id in old.others


def test_the_choice_says_its_reason(pack: Pack):
    why = party_of_time(army(pack), pack, days=(AFTER, AFTER), country=None).why
    assert why is not None
    assert "the only one known to exist on 2025-07-29" in why


def test_without_a_day_the_first_of_the_register_stays(pack: Pack):
    party = party_of_time(army(pack), pack, days=None, country=None)
    assert party.id == army(pack).id
    assert "the day is unknown" in (party.why or "")


def test_a_side_is_taken_in_the_conflict_of_a_country(pack: Pack):
    sided = next(
        row
        for row in pack.files["parties"].rule
        if isinstance(row, PartyRule) and any(side != row.side for side in row.sides.values())
    )
    country, side = next((country, side) for country, side in sided.sides.items() if side != sided.side)
    party = PartyRef(sided.name_ar, sided.id)
    assert party_of_time(party, pack, days=None, country=country).side == side
    assert party_of_time(party, pack, days=None, country="XX").side == sided.side


def test_an_unnamed_party_keeps_its_words(pack: Pack):
    party = PartyRef("مسلحون مجهولون", kind="political militia")
    assert party_of_time(party, pack, days=(BEFORE, BEFORE), country="SY") == party


@pytest.mark.parametrize(
    ("years", "day", "alive"),
    [
        ({"since": "2012"}, date(2012, 1, 1), True),
        ({"since": "2012"}, date(2011, 12, 31), False),
        ({"until": "2018-07"}, date(2018, 7, 31), True),
        ({"until": "2018-07"}, date(2018, 8, 1), False),
        ({"until": "2024-12-08"}, date(2024, 12, 8), True),
        ({}, date(1990, 1, 1), True),
    ],
)
def test_bare_years_and_months_are_meant_whole(years: dict[str, str], day: date, alive: bool):
    assert existed(rule(**years), (day, day)) is alive


def test_a_body_whose_country_is_not_said_is_the_one_of_the_scene(pack: Pack):
    (claim,) = claims_in("قال الدفاع المدني إن قصفا استهدف بلدة سرمين", pack)
    assert [speaker.id for speaker in claim.attribution.chain] == ["white-helmets"]
    (claim,) = claims_in("قال الدفاع المدني إن قصفا استهدف مدينة رفح", pack)
    assert [speaker.id for speaker in claim.attribution.chain] == ["ps-civil-defence"]
