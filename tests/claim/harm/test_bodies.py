"""Of what a day is the day: of the act, of a death of wounds, or of the finding of a body."""

from datetime import date

import pytest
from tests.claim.claim_cases import claims_in

from tawatur.lang.pack import load_pack


@pytest.mark.parametrize(
    ("chars", "kind"),
    [
        ("عثر الأهالي على جثة شاب قرب بلدة صيدا", "found"),
        ("توفي مدني متأثراً بجراحه في مدينة درعا", "died"),
        ("توفي مدني متأثراً بجراحه إثر قصف على بلدة سرمين", "occurred"),
        ("قتل مدني بقصف على بلدة سرمين", "occurred"),
    ],
)
def test_a_date_says_of_what_it_is_the_day(chars: str, kind: str):
    (claim,) = claims_in(chars, load_pack("ar"), published=date(2023, 5, 4))
    assert claim.date.kind == kind
