"""Figures that stand beside the settled ones, each with its reason."""

from datetime import date, timedelta

import pytest
from tests.record.builders import JULY_29, Desk, by, killed, on

from tawatur.model.claim import Attribution
from tawatur.model.event import Event
from tawatur.model.ids import content_id
from tawatur.model.judgement import Judgement
from tawatur.record.settling.aside import set_aside

NOBODY = Attribution((), "unattributed")


@pytest.fixture
def desk() -> Desk:
    return Desk()


def day(after: int) -> date:
    return JULY_29 + timedelta(days=after)


def found(desk: Desk, event: Event | None = None) -> list[tuple[str, int, int | None, tuple[str, ...]]]:
    claims = {claim.id: claim for held in desk.claims.values() for claim in held}
    return [(one.why, one.low, one.high, one.claims) for one in set_aside(event or desk.event(), claims)]


def correct(desk: Desk, about: str, field: str, value: str) -> None:
    made = "2022-01-02T00:00:00"
    desk.judgements.append(
        Judgement(content_id("jdg", about, field), "correct", (about,), field, value, None, "reviewer", made, "")
    )


def test_figures_that_the_settled_ones_rest_on_are_not_aside(desk: Desk):
    for ref, number in (("a", 2), ("b", 4)):
        desk.claim(desk.report(ref), counts=[killed(number)])
    assert found(desk) == []


def test_an_earlier_figure_of_one_teller_is_superseded(desk: Desk):
    first = desk.claim(desk.report("a"), counts=[killed(2)], told=by("مرصد الوادي"))
    desk.claim(desk.report("b", day(1)), counts=[killed(5)], told=by("مرصد الوادي"))
    assert found(desk) == [("superseded", 2, 2, (first,))]


def test_a_figure_that_nobody_signs_stands_beside_one_that_somebody_does(desk: Desk):
    desk.claim(desk.report("a"), counts=[killed(2)], told=by("مرصد الوادي"))
    bare = desk.claim(desk.report("b"), counts=[killed(9)], told=NOBODY)
    assert found(desk) == [("unsigned", 9, 9, (bare,))]


def test_a_toll_since_an_earlier_date_is_longer_than_the_event(desk: Desk):
    toll = desk.claim(desk.report("a"), counts=[killed(2), killed(150, at_least=True, period="since")])
    assert found(desk) == [("longer", 150, None, (toll,))]


def test_wounded_who_died_are_counted_with_the_dead(desk: Desk):
    desk.claim(desk.report("a"), counts=[killed(2)])
    late = desk.claim(desk.report("b", day(2)), counts=[killed(1, transition="injured_to_killed")], times=[on(JULY_29)])
    (event,) = (event for event in desk.events() if late in event.claims)
    assert ("died", 1, 1, (late,)) in found(desk, event)


def test_a_figure_of_a_denial_is_no_figure_at_all(desk: Desk):
    desk.claim(desk.report("a"), counts=[killed(2)], told=by("مرصد الوادي"))
    desk.claim(desk.report("b"), counts=[killed(7)], status="denied", told=by("وزارة السهل"))
    assert found(desk) == []


def test_a_number_that_a_person_sets_overrules_those_that_differ(desk: Desk):
    kept = desk.claim(desk.report("a"), counts=[killed(3)])
    other = desk.claim(desk.report("b"), counts=[killed(5)])
    correct(desk, desk.event().id, "counts.killed", "3")
    assert found(desk) == [("overruled", 5, 5, (other,))]
    assert kept in desk.event().claims


def test_the_figure_of_a_claim_that_a_person_corrects_is_overruled(desk: Desk):
    wrong = desk.claim(desk.report("a"), counts=[killed(30)])
    correct(desk, wrong, "counts[0]", "3")
    assert found(desk) == [("overruled", 30, 30, (wrong,))]
