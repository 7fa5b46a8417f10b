"""How figures are settled beyond one range: policies, parts, names, wounds, and what nobody signs."""

from datetime import date, timedelta

import pytest
from tests.record.builders import ARMY, JULY_29, QUARTER, TAFAS, Desk, by, killed, on

from tawatur.model.claim import Attribution
from tawatur.model.count import Count
from tawatur.model.event import Bound, SettledCount
from tawatur.model.party import Victim

NOBODY = Attribution((), "unattributed")


@pytest.fixture
def desk() -> Desk:
    return Desk()


def injured(number: int) -> Count:
    return Count("injured", number, number, number, "exact", f"{number}")


def died_of_wounds(number: int = 1, status: str = "unknown") -> Count:
    return killed(number, status=status, transition="injured_to_killed")


def day(after: int) -> date:
    return JULY_29 + timedelta(days=after)


def of(desk: Desk, harm: str = "killed", status: str = "unknown") -> SettledCount:
    (count,) = (count for count in desk.event().counts if (count.harm, count.civil_status) == (harm, status))
    return count


def bounds(count: SettledCount) -> tuple[int | None, int | None, int | None]:
    return count.low, count.best, count.high


def bound(count: SettledCount, name: str) -> Bound:
    (found,) = (bound for bound in count.bounds if bound.name == name)
    return found


def test_each_policy_gives_its_number_and_names_the_claims_that_it_rests_on(desk: Desk):
    few = [desk.claim(desk.report(ref), counts=[killed(3)]) for ref in "abc"]
    least = desk.claim(desk.report("d"), counts=[killed(2)])
    last = desk.claim(desk.report("e", day(1)), counts=[killed(5)])
    count = of(desk)
    numbers = {bound.name: (bound.number, bound.claims) for bound in count.bounds}
    assert numbers["lowest"] == numbers["low"] == (2, (least,))
    assert numbers["majority"] == (3, tuple(sorted(few)))
    assert numbers["latest"] == numbers["high"] == (5, (last,))


def test_no_majority_is_none_and_not_the_commonest(desk: Desk):
    for ref, number in zip("abcd", (2, 2, 3, 5), strict=True):
        desk.claim(desk.report(ref), counts=[killed(number)])
    assert (of(desk).best, bound(of(desk), "majority").number) == (2, None)


def test_a_figure_that_nobody_signs_does_not_widen_one_that_somebody_signs(desk: Desk):
    desk.claim(desk.report("a"), counts=[killed(3)], told=by("مرصد الجنوب"))
    stray = desk.claim(desk.report("b"), counts=[killed(40)], told=NOBODY)
    count = of(desk)
    assert bounds(count) == (3, 3, 3)
    assert stray not in count.claims
    assert [(aside.low, aside.claims) for aside in count.aside] == [(40, (stray,))]


def test_a_figure_that_nobody_signs_supports_one_that_it_fits(desk: Desk):
    desk.claim(desk.report("a"), counts=[killed(3)], told=by("مرصد الجنوب"))
    same = desk.claim(desk.report("b"), counts=[killed(3)], told=NOBODY)
    assert same in of(desk).claims
    assert of(desk).aside == ()


def test_figures_that_nobody_signs_settle_alone_where_no_other_stands(desk: Desk):
    desk.claim(desk.report("a"), counts=[killed(3)], told=NOBODY)
    desk.claim(desk.report("b"), counts=[killed(4)], told=NOBODY)
    assert bounds(of(desk)) == (3, 4, 4)


def test_a_tellers_whole_is_no_less_than_its_parts_together(desk: Desk):
    told = by("مرصد الجنوب")
    desk.claim(desk.report("a"), counts=[killed(5)], told=told)
    desk.claim(
        desk.report("b"), counts=[killed(4, status="civilian"), killed(3, status="combatant", party="army")], told=told
    )
    assert bounds(of(desk)) == (7, 7, 7)
    assert bound(of(desk), "low").how == "parts"


def test_a_whole_reaches_as_high_as_a_part_that_another_teller_gives(desk: Desk):
    desk.claim(desk.report("a"), counts=[killed(5)], told=by("مرصد الجنوب"))
    other = desk.claim(desk.report("b"), counts=[killed(8, status="civilian")], told=by("مرصد الشمال"))
    count = of(desk)
    assert bounds(count) == (5, 8, 8)
    assert other in count.claims


def test_women_and_children_stay_parts_inside_their_figure(desk: Desk):
    desk.claim(desk.report("a"), counts=[killed(5, status="civilian", of=(("children", 1), ("women", 2)))])
    desk.claim(desk.report("b"), counts=[killed(5, status="civilian", of=(("women", 3),))])
    count = of(desk, status="civilian")
    assert {part.group: (part.low, part.high) for part in count.of} == {"children": (1, 1), "women": (2, 3)}
    assert bounds(count) == (5, 5, 5)


def test_a_figure_is_no_less_than_the_women_among_those_it_counts(desk: Desk):
    desk.claim(desk.report("a"), counts=[Count("killed", 2, None, None, "several", "عدة", of=(("women", 4),))])
    assert of(desk).low == 4


def test_one_person_under_a_short_and_a_full_name_is_one_victim(desk: Desk):
    desk.claim(desk.report("a"), victims=[Victim("سامر الخطيب", "killed", "civilian")])
    desk.claim(desk.report("b"), victims=[Victim("سامر علي الخطيب", "killed")])
    (victim,) = desk.event().victims
    assert (victim.name, victim.civil_status) == ("سامر علي الخطيب", "civilian")


def test_more_people_named_together_than_counted_raise_the_high(desk: Desk):
    two = [Victim("سامر الخطيب", "killed"), Victim("رائد النمر", "killed")]
    desk.claim(desk.report("a"), counts=[killed(2)], victims=two)
    desk.claim(desk.report("b"), counts=[killed(2)], victims=[Victim("فادي شحود", "killed")])
    assert bounds(of(desk)) == (2, 2, 3)
    assert bound(of(desk), "high").how == "named"


def test_a_wounded_person_who_dies_later_leaves_the_injured_and_joins_the_killed(desk: Desk):
    told = by("مرصد الجنوب")
    wound = desk.claim(
        desk.report("a"), counts=[killed(3), injured(10)], victims=[Victim("سامر الخطيب", "injured")], told=told
    )
    death = desk.claim(
        desk.report("b", day(5)), counts=[died_of_wounds()], victims=[Victim("سامر الخطيب", "killed")],
        times=[on(day(5))], told=told,
    )  # fmt: skip
    event = desk.event()
    assert event.claims == tuple(sorted((wound, death)))
    assert (event.start, event.end) == (JULY_29, JULY_29)
    assert bounds(of(desk)) == (4, 4, 4)
    assert bounds(of(desk, "injured")) == (9, 9, 9)
    assert [victim.harm for victim in event.victims] == ["killed"]
    assert bound(of(desk), "low").claims == tuple(sorted((wound, death)))


def test_two_reports_of_one_death_of_wounds_move_one_person(desk: Desk):
    desk.claim(desk.report("a"), counts=[killed(3), injured(10)], victims=[Victim("سامر الخطيب", "injured")])
    for ref in "bc":
        desk.claim(
            desk.report(ref, day(5)), counts=[died_of_wounds()], victims=[Victim("سامر الخطيب", "killed")],
            times=[on(day(5))],
        )  # fmt: skip
    assert (bounds(of(desk)), bounds(of(desk, "injured"))) == ((4, 4, 4), (9, 9, 9))


def test_more_names_than_died_of_wounds_move_only_as_many_as_died(desk: Desk):
    two = [Victim("سامر الخطيب", "killed"), Victim("رائد النمر", "killed")]
    desk.claim(desk.report("a"), counts=[died_of_wounds()], victims=two)
    assert bounds(of(desk)) == (1, 1, 2)
    assert (bound(of(desk), "low").how, bound(of(desk), "high").how) == ("moved", "named")


def test_a_toll_told_after_the_death_is_not_raised_by_it(desk: Desk):
    desk.claim(desk.report("a"), counts=[injured(10)], victims=[Victim("سامر الخطيب", "injured")])
    desk.claim(
        desk.report("b", day(2)),
        counts=[died_of_wounds()],
        victims=[Victim("سامر الخطيب", "killed")],
        times=[on(day(2))],
    )
    desk.claim(desk.report("c", day(4)), counts=[killed(4)])
    assert of(desk).low == 4


def test_an_unnamed_death_of_wounds_joins_the_only_happening_there_that_wounded(desk: Desk):
    desk.claim(desk.report("a"), counts=[killed(2), injured(4)])
    desk.claim(desk.report("b", day(2)), counts=[died_of_wounds()], times=[on(day(2))])
    assert bounds(of(desk)) == (3, 3, 3)


def test_an_unnamed_death_of_wounds_stays_alone_where_two_happenings_wounded(desk: Desk):
    desk.claim(desk.report("a"), counts=[injured(4)])
    desk.claim(desk.report("b", day(2)), counts=[injured(5)], times=[on(day(2))])
    desk.claim(desk.report("c", day(4)), counts=[died_of_wounds()], times=[on(day(4))])
    assert len(desk.events()) == 3


def test_a_death_of_wounds_elsewhere_is_another_happening(desk: Desk):
    desk.claim(desk.report("a"), counts=[injured(4)], place=TAFAS)
    desk.claim(desk.report("b", day(2)), counts=[died_of_wounds()], times=[on(day(2))], place=QUARTER)
    assert len(desk.events()) == 2


def test_a_retracted_figure_counts_no_more(desk: Desk):
    told = by("مرصد الجنوب")
    desk.claim(desk.report("a"), counts=[killed(9)], told=told)
    desk.claim(desk.report("b"), counts=[killed(2)])
    desk.claim(desk.report("c", day(1)), counts=[killed(9, relation="retracts")], told=told)
    assert bounds(of(desk)) == (2, 2, 2)


def test_the_type_that_more_tellers_give_is_taken_and_the_other_is_kept(desk: Desk):
    rare = [desk.claim(report := desk.report("a"), "shelling", actors=[ARMY]), desk.claim(report, "shelling")]
    for ref in "bc":
        desk.claim(desk.report(ref), "air_strike")
    event = desk.event()
    assert event.type == "air_strike"
    kinds = {choice.value: (choice.taken, choice.tellers) for choice in event.choices if choice.field == "type"}
    assert kinds == {"air_strike": (True, 2), "shelling": (False, 1)}
    assert {claim for choice in event.choices if choice.value == "shelling" for claim in choice.claims} == {*rare}
