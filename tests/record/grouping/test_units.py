"""What whole copies of one text tell alike is grouped as one, however many print it."""

from itertools import combinations

import pytest
from tests.record.builders import ALEPPO, TAFAS, Desk, event_with, killed

from tawatur.record.rules import load_rules


@pytest.fixture
def desk() -> Desk:
    return Desk()


def printed(desk: Desk, number: int) -> list[str]:
    """The claims of so many copies of one text, each a copy of the next two."""
    reports = [desk.report(f"outlet {n:04}") for n in range(number)]
    for one, other in {pair for n in range(number) for pair in combinations(reports[n : n + 3], 2)}:
        desk.copy(one, other)
    return [desk.claim(report, counts=[killed(4)]) for report in reports]


def test_a_wire_in_more_outlets_than_a_group_may_hold_is_one_event(desk: Desk):
    number = load_rules().max_group + 30
    claims = printed(desk, number)
    event = desk.event()
    assert sorted(claims) == list(event.claims)
    assert len(event.joins) == number - 1


def test_what_one_copy_tells_of_another_place_is_no_part_of_it(desk: Desk):
    claims = printed(desk, 6)
    other = desk.claim(desk.reports[2].id, place=ALEPPO)
    events = desk.events()
    assert event_with(events, other).claims == (other,)
    assert {event_with(events, claim).id for claim in claims} == {event_with(events, claims[0]).id}


def test_two_happenings_of_one_text_stay_two_in_all_of_its_copies(desk: Desk):
    claims = printed(desk, 12)
    others = [desk.claim(report.id, place=TAFAS, counts=[killed(9)]) for report in desk.reports]
    events = desk.events()
    assert {event.claims for event in events} == {tuple(sorted(claims)), tuple(sorted(others))}


def test_what_a_person_called_different_is_no_part_of_it(desk: Desk):
    claims = printed(desk, 5)
    desk.judge("different", claims[0], claims[3])
    events = desk.events()
    assert event_with(events, claims[0]).id != event_with(events, claims[3]).id


def test_the_copy_that_names_the_place_stands_for_those_that_do_not(desk: Desk):
    reports = [desk.report(f"outlet {n}") for n in range(3)]
    for one, other in combinations(reports, 2):
        desk.copy(one, other)
    copied = [desk.claim(report, place=TAFAS if n == 2 else None) for n, report in enumerate(reports)]
    told = desk.claim(desk.report("other"), place=TAFAS)
    events = desk.events()
    assert event_with(events, told).id == event_with(events, copied[0]).id
