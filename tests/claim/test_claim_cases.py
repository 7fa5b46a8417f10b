"""Every case of claims gives exactly the claims that it says, in all the fields that it mentions."""

import pytest
from tests.claim.claim_cases import ClaimCase, as_wanted, claims_in, mentioned, read_claim_cases

from tawatur.lang.pack import Pack, load_pack
from tawatur.lang.vocabulary import claim_types

CASES = read_claim_cases()


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("ar")


def _param(number: int, case: ClaimCase):
    return pytest.param(case, id=f"claims-{number}-{case.text[:30]}")


@pytest.mark.parametrize("case", [_param(number, case) for number, case in enumerate(CASES, start=1)])
def test_a_case_is_claimed_exactly_as_written(pack: Pack, case: ClaimCase):
    claims = claims_in(case.text, pack, published=case.published)
    wanted = [mentioned(one) for one in case.want]
    assert [claim.type for claim in claims] == [one["type"] for one in wanted], case.text
    assert [as_wanted(claim, one) for claim, one in zip(claims, wanted, strict=True)] == wanted, case.text


def test_no_text_stands_twice_and_many_must_give_no_claim():
    texts = [case.text for case in CASES]
    assert sorted(set(texts)) == sorted(texts)
    assert sum(not case.want for case in CASES) >= 35


def test_every_type_of_the_contract_is_claimed_in_some_case():
    claimed = {one.type for case in CASES for one in case.want}
    assert {kind.id for kind in claim_types()} - claimed == {"other"}
