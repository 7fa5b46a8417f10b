"""What somebody accuses, denies or threatens is that one's word, behind whoever reports it."""

import pytest
from tests.claim.claim_cases import claims_in

from tawatur.lang.pack import Pack, load_pack
from tawatur.model.claim import Claim


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("ar")


def chain(claim: Claim) -> list[str]:
    return [speaker.id or speaker.name for speaker in claim.attribution.chain]


def test_who_reports_an_accusation_stands_nearer_than_who_makes_it(pack: Pack):
    text = "أفادت وكالة الأناضول بأن لجنة درعا المركزية اتهمت قوات النظام بخرق الهدنة في طفس"
    statement, breach = claims_in(text, pack)
    assert chain(statement)[-1] == chain(breach)[-1] == "daraa-central-committee"
    assert len(chain(breach)) == 2
    assert breach.actors[0].id == "sy-gov"


def test_an_accusation_ends_where_something_new_begins(pack: Pack):
    text = "اتهمت لجنة درعا المركزية قوات النظام بخرق الهدنة، فيما قصفت الطائرات بلدة سرمين"
    *_, strike = claims_in(text, pack)
    assert (strike.type, chain(strike)) == ("air_strike", [])


def test_every_link_of_a_chain_has_its_evidence(pack: Pack):
    for claim in claims_in("اتهمت لجنة درعا المركزية قوات النظام بخرق الهدنة في بلدة طفس", pack):
        assert {"chain[0]", "attribution"} <= {one.field for one in claim.evidence}
