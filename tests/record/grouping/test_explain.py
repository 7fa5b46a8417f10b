"""Every join and every refusal has its reason in the event."""

from datetime import date

import pytest
from tests.record.builders import ARMY, GOVERNORATE, JULY_29, QUARTER, TAFAS, Desk, event_with, killed, on

from tawatur.model.event import Event
from tawatur.record.grouping.explain import said_apart, said_joined
from tawatur.record.grouping.pairs import _ONE_REPORT
from tawatur.record.rules import load_rules
from tawatur.record.words import load_words


@pytest.fixture
def desk() -> Desk:
    return Desk()


def reasons(event: Event) -> set[tuple[str, str]]:
    """The events that come near with what keeps them apart."""
    return {(apart.event, apart.why) for apart in event.apart}


def test_joins_tie_all_claims_of_an_event_together(desk: Desk):
    for ref in "abcd":
        desk.claim(desk.report(ref), counts=[killed(3)], actors=[ARMY])
    event = desk.event()
    assert len(event.joins) == 3
    assert {claim for join in event.joins for claim in (join.claim, join.other)} == {*event.claims}


def test_a_join_says_what_its_points_are_the_sum_of(desk: Desk):
    for ref in "ab":
        desk.claim(desk.report(ref), counts=[killed(3)])
    (join,) = desk.event().joins
    assert join.points == pytest.approx(sum(load_rules().points[signal] for signal in join.why), abs=1e-5)
    assert said_joined(join, load_words()).en == "same type, same place, same day, same figure"


def test_what_a_person_joined_says_so(desk: Desk):
    a, b = desk.claim(desk.report("a"), "shelling"), desk.claim(desk.report("b"), "evacuation")
    desk.judge("same", a, b)
    (join,) = desk.event().joins
    assert join.why == ("judged",)


def test_what_a_person_called_different_says_so(desk: Desk):
    a, b = desk.claim(desk.report("a")), desk.claim(desk.report("b"))
    desk.judge("different", a, b)
    one, other = desk.events()
    assert reasons(one) == {(other.id, "judged")}


def test_two_days_of_one_report_are_kept_apart_with_the_reason(desk: Desk):
    report = desk.report("a", date(2021, 7, 30))
    claims = [desk.claim(report, times=[on(date(2021, 7, day))]) for day in (29, 30)]
    one, other = (event_with(desk.events(), claim) for claim in claims)
    assert reasons(one) == {(other.id, "report_days")}
    assert said_apart(one.apart[0], load_words()).en == "one report gives two days"


def test_an_event_held_off_by_one_of_its_claims_names_that_claim(desk: Desk):
    report = desk.report("a")
    here, there = desk.claim(report, place=QUARTER), desk.claim(report, place=TAFAS)
    desk.claim(desk.report("b"), place=GOVERNORATE)
    apart = event_with(desk.events(), here).apart
    assert {(near.claim, near.other, near.why) for near in apart if near.other == there} == {
        (here, there, "report_places")
    }


def test_an_event_that_nothing_comes_near_has_nothing_kept_apart(desk: Desk):
    desk.claim(desk.report("a"), times=[on(JULY_29)])
    assert desk.event().apart == ()


def test_every_signal_and_every_refusal_has_words():
    words = load_words().tables
    silent = {"pair.bias", "report.undated", *_ONE_REPORT.values()}
    assert {*load_rules().points} - silent == {*words["signal"]} - {"judged", "later"}
    assert all({*said} == {"ar", "en"} for table in ("signal", "refusal") for said in words[table].values())
