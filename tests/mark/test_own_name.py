"""The name of a text's own outlet is no place and no day."""

import pytest

from tawatur.lang.pack import Pack, load_pack
from tawatur.mark.all import mark_text
from tawatur.mark.own_name import own_name_spans


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("ar")


@pytest.mark.parametrize(
    ("outlet", "text", "said"),
    [
        ("حمص الآن", "قال طبيب لموقع حمص الآن إن المشفى تعرض للقصف", ["حمص الآن"]),
        ("حمص الآن", "قال طبيب لحمص الآن إن المشفى تعرض للقصف", ["حمص الآن"]),
        ("حمص الآن", "كتبت «حمص الآن» أن المشفى تعرض للقصف", ["حمص الآن"]),
        ("شبكة سرت", "علمت شبكة سرت أن قصفاً وقع", ["شبكة سرت"]),
        ("حمص الآن", "تتعرض أحياء حمص الآن للقصف", []),
        ("حمص", "قال طبيب لموقع حمص إن المشفى تعرض للقصف", []),
        ("شبكة سرت", "علمت شبكة سرتا أن قصفاً وقع", []),
        (None, "قال طبيب لموقع حمص الآن إن المشفى تعرض للقصف", []),
    ],
)
def test_a_name_is_found_where_it_can_only_be_the_outlets(pack: Pack, outlet: str | None, text: str, said: list[str]):
    assert [text[slice(*span)] for span in own_name_spans(pack.page(text), pack, outlet)] == said


def test_the_place_and_the_day_in_it_are_not_seen(pack: Pack):
    text = "قال طبيب لموقع حمص اليوم إن المشفى قصف أمس"
    marks = mark_text(text, pack, outlet="حمص اليوم")
    assert [text[slice(*mark.span)] for mark in marks.times] == ["أمس"]
    assert marks.places == ()
    assert [text[slice(*mark.span)] for mark in mark_text(text, pack).times] == ["اليوم", "أمس"]
