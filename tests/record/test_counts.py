"""What the figures of several claims add up to."""

from datetime import date

import pytest
from tests.record.builders import Desk, by, killed

from tawatur.model.count import Count
from tawatur.model.event import SettledCount
from tawatur.model.party import Victim

PLURAL = Count("killed", 2, None, None, "plural_unstated", "قتلى")


@pytest.fixture
def desk() -> Desk:
    return Desk()


def only(counts: tuple[SettledCount, ...]) -> SettledCount:
    (count,) = counts
    return count


def bounds(count: SettledCount) -> tuple[int | None, int | None, int | None]:
    return count.low, count.best, count.high


def test_an_event_without_figures_has_none_and_not_nought(desk: Desk):
    desk.claim(desk.report("a"))
    assert desk.event().counts == ()


def test_figures_of_two_tellers_make_a_range_that_names_both_claims(desk: Desk):
    a = desk.claim(desk.report("a"), counts=[killed(2)])
    b = desk.claim(desk.report("b"), counts=[killed(3)])
    count = only(desk.event().counts)
    assert (count.low, count.high, count.policy) == (2, 3, "range")
    assert count.claims == tuple(sorted((a, b)))


def test_the_best_figure_is_that_of_most_tellers(desk: Desk):
    for ref, number in (("a", 2), ("b", 2), ("c", 5)):
        desk.claim(desk.report(ref), counts=[killed(number)])
    assert bounds(only(desk.event().counts)) == (2, 2, 5)


def test_copies_vote_once(desk: Desk):
    reports = [desk.report(ref) for ref in "abc"]
    for report in reports:
        desk.claim(report, counts=[killed(2)])
    desk.copy(reports[0], reports[1])
    desk.copy(reports[0], reports[2])
    for ref in "de":
        desk.claim(desk.report(ref), counts=[killed(5)])
    assert only(desk.event().counts).best == 5


def test_a_tellers_later_figure_takes_the_place_of_its_earlier_one(desk: Desk):
    desk.claim(desk.report("noon"), counts=[killed(2)], told=by("مرصد الجنوب"))
    desk.claim(desk.report("later", date(2021, 7, 30)), counts=[killed(23)], told=by("مرصد الجنوب"))
    assert bounds(only(desk.event().counts)) == (23, 23, 23)


def test_a_correction_of_the_same_day_counts_though_it_is_lower(desk: Desk):
    desk.claim(desk.report("noon"), counts=[killed(9)], told=by("مرصد الجنوب"))
    desk.claim(desk.report("night"), counts=[killed(8, relation="corrects")], told=by("مرصد الجنوب"))
    assert bounds(only(desk.event().counts)) == (8, 8, 8)


def test_at_least_has_no_upper_bound(desk: Desk):
    desk.claim(desk.report("a"), counts=[killed(2, at_least=True)])
    assert only(desk.event().counts).high is None


def test_a_low_exact_figure_does_not_cap_a_higher_open_one(desk: Desk):
    desk.claim(desk.report("a"), counts=[killed(8)])
    desk.claim(desk.report("b"), counts=[killed(23, at_least=True)])
    count = only(desk.event().counts)
    assert (count.low, count.high) == (8, None)


def test_a_bare_plural_supports_a_figure_without_widening_it(desk: Desk):
    vague = desk.claim(desk.report("a"), counts=[PLURAL])
    desk.claim(desk.report("b"), counts=[killed(5)])
    count = only(desk.event().counts)
    assert bounds(count) == (5, 5, 5)
    assert vague in count.claims


def test_civilians_and_the_unknown_are_counted_apart(desk: Desk):
    desk.claim(desk.report("a"), counts=[killed(3, status="civilian")])
    desk.claim(desk.report("b"), counts=[killed(5)])
    assert {(c.civil_status, c.low, c.high) for c in desk.event().counts} == {("civilian", 3, 3), ("unknown", 5, 5)}


def test_named_victims_are_counted_where_no_figure_is_given(desk: Desk):
    report = desk.report("a")
    desk.claim(
        report, victims=[Victim("يزن الحمد", "killed", "civilian"), Victim("سامر علي الخطيب", "killed", "civilian")]
    )
    desk.claim(report, victims=[Victim("سامر الخطيب", "killed", "civilian")])
    count = only(desk.event().counts)
    assert (count.civil_status, *bounds(count)) == ("civilian", 2, 2, 2)


def test_named_victims_are_not_added_to_a_total(desk: Desk):
    desk.claim(desk.report("a"), counts=[killed(3)], victims=[Victim("يزن الحمد", "killed")])
    assert bounds(only(desk.event().counts)) == (3, 3, 3)


def test_a_toll_since_a_date_is_no_figure_of_a_shelling(desk: Desk):
    desk.claim(desk.report("a"), counts=[killed(2), killed(11, period="since")])
    assert bounds(only(desk.event().counts)) == (2, 2, 2)


def test_a_toll_since_its_beginning_is_a_figure_of_a_siege(desk: Desk):
    desk.claim(desk.report("a"), "siege", counts=[killed(11, period="since")])
    count = only(desk.event().counts)
    assert (count.low, count.period) == (11, "since")


def test_what_is_denied_is_not_counted(desk: Desk):
    desk.claim(desk.report("a"), counts=[killed(40)], status="denied")
    assert desk.event().counts == ()


def test_an_outlets_own_later_figure_takes_the_place_of_its_earlier_one(desk: Desk):
    desk.claim(desk.report("noon", outlet="وكالة السهل"), counts=[killed(2)])
    desk.claim(desk.report("later", date(2021, 7, 30), outlet="وكالة السهل"), counts=[killed(8)])
    assert bounds(only(desk.event().counts)) == (8, 8, 8)
