"""Ids that are no more lead to where their claims stand now."""

import pytest
from tests.record.builders import Desk, event_with

from tawatur.record.judged.forwarding import followed, forwarding_notes, split_from


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_an_event_that_was_merged_leads_to_the_one_that_holds_its_claims(desk: Desk):
    a, b = desk.claim(desk.report("a")), desk.claim(desk.report("b"))
    desk.judge("different", a, b)
    before = desk.events()
    desk.judge("same", a, b, made="2022-01-02T00:00:00")
    after = desk.events()
    (gone,) = {event.id for event in before} - {event.id for event in after}
    assert forwarding_notes(before, after) == ((gone, after[0].id),)


def test_an_event_that_was_split_leads_to_the_part_that_is_new(desk: Desk):
    a, b = sorted((desk.claim(desk.report("a")), desk.claim(desk.report("b"))))
    before = desk.events()
    desk.judge("different", a, b)
    after = desk.events()
    new = event_with(after, b).id
    notes = forwarding_notes(before, after)
    assert notes == ((before[0].id, new),)
    assert split_from(before[0].id, notes, (event.id for event in after)) == (new,)


def test_an_event_that_nothing_touches_keeps_its_id_and_leaves_no_note(desk: Desk):
    kept = desk.claim(desk.report("a"), "arrest")
    before = desk.events()
    for ref in "bcdef":
        desk.claim(desk.report(ref))
    after = desk.events()
    assert event_with(after, kept) == event_with(before, kept)
    assert forwarding_notes(before, after) == ()


def test_notes_are_followed_to_their_end_and_round_in_no_circle():
    notes = (("evt-a", "evt-b"), ("evt-b", "evt-c"), ("evt-x", "evt-y"), ("evt-y", "evt-x"))
    assert followed("evt-a", notes, ["evt-c"]) == "evt-c"
    assert followed("evt-x", notes, ["evt-c"]) is None
    assert followed("evt-c", notes, ["evt-c"]) == "evt-c"


def test_the_last_note_of_an_id_holds():
    assert followed("evt-a", (("evt-a", "evt-b"), ("evt-a", "evt-c")), ["evt-b", "evt-c"]) == "evt-c"
