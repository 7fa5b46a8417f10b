"""What is written as JSON or bytes comes back the same."""

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.model.case import Settings
from tawatur.model.claim import Attribution, Claim, ClaimDate, Evidence, Speaker, Term
from tawatur.model.copies import CopyPair
from tawatur.model.count import Count
from tawatur.model.errors import CaseError, Problem
from tawatur.model.event import Event, Join
from tawatur.model.judgement import Judgement
from tawatur.model.party import PartyRef, Victim
from tawatur.model.place import PlaceRef, RunnerUp
from tawatur.model.text import text_of
from tawatur.model.time import DayHint, ReportDay, TimeSaid
from tawatur.store.codec import ReadingRest, ReportCore, ReportRest, dump, load, text_bytes, text_from

# Half surrogates too: they stand in real pages.
TEXTS = st.text(st.characters(), max_size=8)
DEGREES = st.floats(allow_nan=False, allow_infinity=False)
NUMBERS = st.none() | DEGREES


def whole(kind: type[Any], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """``kind`` with every field filled, those with a default too."""
    return st.builds(kind, **{field.name: given.get(field.name, ...) for field in fields(kind)})


_ALONE = st.none() | whole(TimeSaid, until=st.none(), base=st.none())
st.register_type_strategy(TimeSaid, whole(TimeSaid, until=_ALONE, base=_ALONE))
st.register_type_strategy(RunnerUp, whole(RunnerUp, lat=DEGREES, lon=DEGREES))
st.register_type_strategy(PlaceRef, whole(PlaceRef, said=TEXTS, lat=NUMBERS, lon=NUMBERS, uncertainty_km=NUMBERS))
st.register_type_strategy(Join, whole(Join, points=DEGREES))
st.register_type_strategy(Evidence, whole(Evidence, quote=TEXTS))
for plain in (PartyRef, Count, Victim, Speaker, Attribution, Term):
    st.register_type_strategy(plain, whole(plain))

KINDS = {
    Claim: whole(Claim),
    Event: whole(Event),
    CopyPair: whole(CopyPair, shared=NUMBERS),
    ReportDay: whole(ReportDay),
    tuple[str, ClaimDate]: st.tuples(st.text(), whole(ClaimDate)),
    Settings: whole(Settings),
    Problem: whole(Problem, message=TEXTS),
    Judgement: whole(Judgement, quote=TEXTS),
    DayHint: whole(DayHint, quote=TEXTS),
    ReportCore: whole(ReportCore, outlet=TEXTS),
    ReportRest: whole(ReportRest),
    ReadingRest: whole(ReadingRest),
}


@pytest.mark.parametrize("kind", KINDS, ids=str)
@given(data=st.data())
def test_every_kind_comes_back_the_same(kind: Any, data: st.DataObject):
    value = data.draw(KINDS[kind])
    assert load(kind, dump(kind, value), of="it") == value


def test_json_is_canonical():
    assert dump(Settings, Settings("Asia/Damascus", None)) == b'{"as_of":null,"zone":"Asia/Damascus"}'


@given(TEXTS)
def test_every_text_comes_back_the_same(chars: str):
    text = text_of(chars)
    assert text_from(text.sha256, text_bytes(text), of="it") == text


@pytest.mark.parametrize("payload", [b"", b"{", b"[]", b"\xff", b'{"zone":7,"as_of":null}'])
def test_damaged_json_is_said_with_its_owner(payload: bytes):
    with pytest.raises(CaseError, match=r"the settings of x is damaged.*backup"):
        load(Settings, payload, of="the settings of x")
