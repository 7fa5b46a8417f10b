"""What ``tawatur times`` answers."""

import pytest

from tawatur.claim.times.answers import answer_times
from tawatur.lang.pack import load_pack
from tawatur.model.errors import InputError


@pytest.mark.parametrize("reference", ["2021-07-30", "2021-07-30T23:15:00", "2021-07-30T23:15:00+03:00"])
def test_an_answer_has_its_span_in_code_points_its_days_and_its_precision(reference: str):
    text = "\U0001f4a5 قصف أمس الخميس"
    (answer,) = answer_times(text, reference, load_pack("ar"))
    assert (answer["text"], answer["from"], answer["to"]) == ("أمس الخميس", "2021-07-29", "2021-07-29")
    assert text[answer["start"] : answer["end"]] == answer["text"]
    assert answer["precision"] == "day"


def test_without_a_reference_only_what_says_its_year_has_days():
    first, second = answer_times("أمس وفي 29/7/2021", None, load_pack("ar"))
    assert (first["from"], second["from"]) == (None, "2021-07-29")


@pytest.mark.parametrize("reference", ["", "yesterday", "2021-13-01"])
def test_a_malformed_reference_is_refused_with_the_value_and_the_mend(reference: str):
    with pytest.raises(InputError, match="write it like 2021-07-29") as refused:
        answer_times("أمس", reference, load_pack("ar"))
    assert repr(reference) in str(refused.value)
