from datetime import date
from zoneinfo import ZoneInfo

import pytest

from tawatur.read import fields
from tawatur.read.remark import Refusal

DAMASCUS = ZoneInfo("Asia/Damascus")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2021-07-29", date(2021, 7, 29)),
        ("2021-07-29T23:59:59", date(2021, 7, 29)),
        ("2021-07-29 23:59", date(2021, 7, 29)),
        ("2021-07-29T20:59:59Z", date(2021, 7, 29)),
        ("2021-07-29T21:00:00Z", date(2021, 7, 30)),
        ("2021-12-29T21:59:59Z", date(2021, 12, 29)),
        ("2021-07-30T01:00:00+0500", date(2021, 7, 29)),
        ("20210729", date(2021, 7, 29)),
        (" 2021-07-29 ", date(2021, 7, 29)),
    ],
)
def test_a_day_is_that_of_the_cases_zone(said: str, meant: date):
    assert fields.day("published", said, zone=DAMASCUS) == fields.Field(meant)


@pytest.mark.parametrize("said", ["29/7/2021", "2021-13-01", "yesterday", "2021", 20210729, 1.5, True, ["2021-07-29"]])
def test_a_malformed_day_is_unknown_and_remarked_on(said: object):
    field = fields.day("published", said, zone=DAMASCUS)
    assert field.value is None
    assert field.remark is not None
    assert field.remark.message.startswith("published is ")
    assert "YYYY-MM-DD" in field.remark.mend or "text" in field.remark.mend


@pytest.mark.parametrize("said", [None, "", "  "])
def test_a_missing_day_is_unknown_without_a_remark(said: object):
    assert fields.day("published", said, zone=DAMASCUS) == fields.Field()


def test_a_time_at_the_edge_of_the_calendar_does_no_harm():
    assert fields.day("published", "9999-12-31T23:59:59-12:00", zone=DAMASCUS).value is None


@pytest.mark.parametrize("value", [7, [], {}, False, "a\0b", "\ud800", "x" * 20_000])
def test_what_is_no_storable_text_is_unknown_and_remarked_on(value: object):
    field = fields.words("title", value)
    assert field.value is None
    assert field.remark is not None


def test_a_remark_quotes_at_most_the_start_of_a_value():
    remark = fields.words("title", ["x" * 1_000]).remark
    assert remark is not None
    assert len(remark.message) < 150


def test_a_number_is_a_reference_but_true_is_none():
    assert fields.reference("id", 17).value == "17"
    assert fields.reference("id", True).remark is not None
    assert fields.reference("id", 10**4_000).remark is not None


@pytest.mark.parametrize("url", ["javascript:alert(1)", "example.org", "https://", "https://a b", "file:///a", "//a"])
def test_only_web_addresses_are_addresses(url: str):
    field = fields.address("url", url)
    assert field.value is None
    assert field.remark is not None


def test_a_web_address_is_kept_as_it_is():
    assert fields.address("url", "HTTPS://example.org/خبر?a=1#b").value == "HTTPS://example.org/خبر?a=1#b"


def test_a_moment_is_kept_as_written():
    assert fields.moment("retrieved", "2024-01-02T03:04:05Z").value == "2024-01-02T03:04:05Z"
    assert fields.moment("retrieved", "noon").remark is not None


def test_an_undetermined_language_is_unknown_without_a_remark():
    assert fields.language("language", "und") == fields.Field()
    assert fields.language("language", "klingon").remark is not None


@pytest.mark.parametrize("chars", ["", " \n\t", "\u200f\ufeff\u00a0"])
def test_a_blank_text_is_refused(chars: str):
    with pytest.raises(Refusal, match="nothing to read"):
        fields.storable_text(chars)


@pytest.mark.parametrize(
    ("chars", "said"), [("قصف\0", "NUL character stands at 3"), ("قصف \ud83d", r"U\+D83D\) stands at 4")]
)
def test_a_text_that_cannot_be_stored_is_refused_at_its_place(chars: str, said: str):
    with pytest.raises(Refusal, match=said):
        fields.storable_text(chars)


def test_a_text_of_two_million_characters_is_taken_and_one_more_is_not():
    assert fields.storable_text("ق" * 2_000_000)
    with pytest.raises(Refusal, match="2,000,001 characters"):
        fields.storable_text("ق" * 2_000_001)
