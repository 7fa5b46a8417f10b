"""Breaches of two agreements are two happenings, however near they stand."""

from datetime import date

import pytest
from tests.record.builders import ARMY, Desk, event_with, on

MAY_2, MAY_28, LONG_AGO = date(2021, 5, 2), date(2021, 5, 28), date(2018, 7, 3)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def breach_told_after_a_pact_of(desk: Desk, ref: str, day: date) -> tuple[str, str]:
    """The claims of a pact of ``day`` and of its breach on 28 May, told by one report."""
    report = desk.report(ref, MAY_28)
    pact = desk.claim(report, "agreement", times=[on(day)], actors=[ARMY])
    return pact, desk.claim(report, "agreement_breach", times=[on(MAY_28)], actors=[ARMY])


def test_breaches_of_agreements_of_two_days_are_two_events_each_under_its_own(desk: Desk):
    old, of_old = breach_told_after_a_pact_of(desk, "a", LONG_AGO)
    new, of_new = breach_told_after_a_pact_of(desk, "b", MAY_2)
    events = desk.events()
    assert event_with(events, of_old).id != event_with(events, of_new).id
    for pact, breach in ((old, of_old), (new, of_new)):
        assert event_with(events, breach).agreement == event_with(events, pact).agreement is not None
    assert {apart.why for apart in event_with(events, of_old).apart} >= {"pacts"}


def test_breaches_of_one_agreement_on_one_day_are_one_event(desk: Desk):
    _, one = breach_told_after_a_pact_of(desk, "a", MAY_2)
    _, other = breach_told_after_a_pact_of(desk, "b", MAY_2)
    events = desk.events()
    assert event_with(events, one).id == event_with(events, other).id


def test_a_breach_whose_report_tells_of_no_agreement_is_of_the_last_one_before_it(desk: Desk):
    _, of_old = breach_told_after_a_pact_of(desk, "a", LONG_AGO)
    new, of_new = breach_told_after_a_pact_of(desk, "b", MAY_2)
    alone = desk.claim(desk.report("c", MAY_28), "agreement_breach", times=[on(MAY_28)], actors=[ARMY])
    events = desk.events()
    assert event_with(events, alone).id == event_with(events, of_new).id != event_with(events, of_old).id
    assert event_with(events, alone).agreement == event_with(events, new).agreement
