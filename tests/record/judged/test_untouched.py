"""A record made from an earlier one, where only judgements came since, is the record made from nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.record.builders import AS_OF, Desk, by, event_with, killed
from tests.record.test_make import full_desk

from tawatur.model.case import Record, Settings
from tawatur.record.judged.untouched import untouched
from tawatur.record.make import make_record


def made(desk: Desk, known: Record | None) -> Record:
    return make_record(
        desk.reports, desk.readings(), desk.copies, desk.judgements, settings=Settings(as_of=AS_OF), known=known
    )


@settings(max_examples=40)
@given(st.data())
def test_whatever_is_judged_the_record_is_the_same_with_and_without_the_earlier_one(data: st.DataObject):
    desk = full_desk()
    claims = sorted(claim.id for held in desk.claims.values() for claim in held)
    known: Record | None = None
    for number in range(3):
        verdict = data.draw(st.sampled_from(["accept", "reject", "same", "different", "undo"]))
        made_at = f"2022-01-0{number + 1}T00:00:00"
        if verdict == "undo" and desk.judgements:
            desk.judge("undo", data.draw(st.sampled_from(desk.judgements)).id, made=made_at)
        elif verdict != "undo":
            about = data.draw(st.lists(st.sampled_from(claims), min_size=2, max_size=2, unique=True))
            alone = [] if known is None or verdict in ("same", "different") else [[event.id] for event in known.events]
            desk.judge(verdict, *data.draw(st.sampled_from([about, *alone])), made=made_at)
        fresh = made(desk, None)
        assert made(desk, known) == fresh
        known = fresh


def test_only_events_that_a_judgement_speaks_of_are_made_again():
    desk = Desk()
    judged = desk.claim(desk.report("a"), counts=[killed(3)], told=by("مرصد الجنوب"))
    other = desk.claim(desk.report("b"), "arrest")
    known = made(desk, None)
    desk.judge("reject", judged)
    claims = [claim for held in desk.claims.values() for claim in held]
    assert list(untouched(known, desk.judgements, claims)) == [(other,)]
    assert event_with(made(desk, known).events, judged).grade.name == "discounted"
