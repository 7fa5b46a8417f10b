"""How well an event is supported."""

import pytest
from tests.record.builders import ARMY, REBELS, Desk, by, killed, kinds

from tawatur.model.claim import Attribution


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_one_chain_is_weak_and_names_its_origin(desk: Desk):
    desk.claim(desk.report("a"), told=by("مرصد الجنوب"))
    event = desk.event()
    assert (event.grade.name, event.chains) == ("weak", 1)
    assert "مرصد الجنوب" in event.grade.why_en
    assert "مرصد الجنوب" in event.grade.why_ar


def test_two_chains_without_rivals_are_fair(desk: Desk):
    for ref in "ab":
        desk.claim(desk.report(ref), told=by(f"مرصد {ref}"))
    assert (desk.event().grade.name, desk.event().chains) == ("fair", 2)


def test_copies_raise_nothing(desk: Desk):
    reports = [desk.report(ref) for ref in "abcde"]
    for report in reports:
        desk.claim(report)
    for report in reports[1:]:
        desk.copy(reports[0], report)
    event = desk.event()
    assert (len(event.reports), event.chains, event.grade.name) == (5, 1, "weak")


def test_one_origin_in_many_outlets_is_one_chain(desk: Desk):
    for ref in "abc":
        desk.claim(desk.report(ref), told=by("مرصد الجنوب"))
    assert desk.event().chains == 1


def test_rival_perpetrators_make_an_event_contested(desk: Desk):
    desk.claim(desk.report("a"), actors=[ARMY])
    desk.claim(desk.report("b"), actors=[REBELS])
    assert desk.event().grade.name == "contested"


def test_figures_that_differ_do_not_make_an_event_contested(desk: Desk):
    desk.claim(desk.report("a"), counts=[killed(2)])
    desk.claim(desk.report("b"), counts=[killed(8)])
    assert desk.event().grade.name == "fair"


def test_who_admits_the_dead_confirms_them(desk: Desk):
    desk.claim(desk.report("a"), counts=[killed(3)], told=by("الجيش", kind="party", interest="admission"))
    assert desk.event().grade.name == "confirmed"


def test_who_admits_only_the_strike_confirms_nobodys_death(desk: Desk):
    desk.claim(desk.report("a"), told=by("الجيش", kind="party", interest="admission"))
    assert desk.event().grade.name == "weak"


def test_an_event_that_a_person_rejects_is_discounted_and_reviewed(desk: Desk):
    for ref in "ab":
        desk.claim(desk.report(ref))
    desk.judge("reject", desk.event().id, why="staged")
    event = desk.event()
    assert (event.grade.name, event.reviewed, len(event.claims)) == ("discounted", True, 2)


def test_a_later_acceptance_takes_a_rejection_back(desk: Desk):
    desk.claim(desk.report("a"))
    subject = desk.event().id
    desk.judge("reject", subject, made="2022-01-01T00:00:00")
    desk.judge("accept", subject, made="2022-01-02T00:00:00")
    assert (desk.event().grade.name, desk.event().reviewed) == ("weak", True)


def test_the_party_that_others_hold_responsible_confirms_by_admitting_the_dead(desk: Desk):
    desk.claim(desk.report("a"), counts=[killed(3, status="civilian")], actors=[ARMY])
    admitted = by("الجيش", kind="party", interest="admission")
    desk.claim(desk.report("b"), counts=[killed(3, status="civilian")], actors=[ARMY], told=admitted)
    assert desk.event().grade.name == "confirmed"


def test_a_party_that_calls_the_dead_terrorists_contests_and_erases_nobody(desk: Desk):
    desk.claim(
        desk.report("a"), "air_strike", counts=[killed(5, status="civilian")], told=by("مرصد الجنوب"), actors=[ARMY]
    )
    enemy = killed(10, status="combatant", status_basis="party_designation")
    told = by("الجيش", kind="party", interest="enemy_loss")
    desk.claim(desk.report("b"), "air_strike", counts=[enemy], told=told, actors=[ARMY])
    event = desk.event()
    assert (event.grade.name, kinds(event)) == ("contested", ["status_contested"])
    assert {(count.civil_status, count.low) for count in event.counts} == {("civilian", 5), ("combatant", 10)}


def test_a_party_that_admits_having_killed_terrorists_admits_no_harm(desk: Desk):
    enemy = killed(10, status="combatant", status_basis="party_designation")
    desk.claim(desk.report("a"), counts=[enemy], told=by("الجيش", kind="party", interest="admission"), actors=[ARMY])
    assert desk.event().grade.name == "weak"


def test_who_admits_what_others_hold_somebody_else_responsible_for_confirms_nothing(desk: Desk):
    desk.claim(desk.report("a"), "armed_clash", counts=[killed(3)], actors=[ARMY])
    admitted = by("المقاتلون", kind="party", interest="admission")
    desk.claim(desk.report("b"), "armed_clash", counts=[killed(3)], actors=[REBELS], told=admitted)
    assert desk.event().grade.name == "fair"


def test_what_nobody_is_said_to_have_told_raises_no_grade(desk: Desk):
    desk.claim(desk.report("a"), told=by("مرصد الجنوب"))
    desk.claim(desk.report("b"), told=Attribution((), "unattributed"))
    assert (desk.event().grade.name, desk.event().chains) == ("weak", 1)


def test_an_event_that_nobody_is_said_to_have_told_is_weak_and_says_so(desk: Desk):
    desk.claim(desk.report("a"), told=Attribution((), "unattributed"))
    event = desk.event()
    assert (event.grade.name, event.chains) == ("weak", 0)
    assert "Nobody" in event.grade.why_en


def test_no_outlet_weighs_more_than_another(desk: Desk):
    grades = set()
    for outlet in ("وكالة الأنباء الرسمية", "صفحة مجهولة", "Reuters"):
        one = Desk()
        one.claim(one.report("a", outlet=outlet))
        grades.add(one.event().grade.name)
    assert grades == {"weak"}
