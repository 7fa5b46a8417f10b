"""Where accounts cannot all be true, and where figures do not count the same."""

from dataclasses import replace
from datetime import date

import pytest
from tests.record.builders import ARMY, JULY_29, REBELS, Desk, by, killed, kinds, on

from tawatur.model.event import Event
from tawatur.model.party import PartyRef, Victim
from tawatur.model.time import DayHint, TimeSaid

SEPTEMBER_3 = date(2021, 9, 3)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def text(event: Event) -> str:
    (dispute,) = event.disputes
    return dispute.text_en


def test_accounts_that_agree_make_no_dispute(desk: Desk):
    for ref in "ab":
        desk.claim(desk.report(ref), counts=[killed(3, status="civilian")], actors=[ARMY])
    assert desk.event().disputes == ()


def test_figures_that_exclude_one_another_days_later_contradict(desk: Desk):
    for ref, number in (("a", 3), ("b", 7)):
        desk.claim(desk.report(ref, date(2021, 8, 2)), counts=[killed(number)], told=by(f"مرصد {ref}"))
    event = desk.event()
    assert kinds(event) == ["contradiction"]
    assert "3 according to مرصد a, 7 according to مرصد b" in text(event)
    assert "مرصد a" in event.disputes[0].text_ar


def test_a_toll_that_rises_on_the_day_is_overtaken_and_no_contradiction(desk: Desk):
    noon = desk.claim(desk.report("noon"), counts=[killed(2)])
    night = desk.claim(desk.report("night"), counts=[killed(8)])
    event = desk.event()
    assert kinds(event) == ["superseded"]
    assert event.disputes[0].claims == tuple(sorted((noon, night)))


def test_at_least_two_does_not_exclude_eight(desk: Desk):
    desk.claim(desk.report("a", date(2021, 8, 2)), counts=[killed(2, at_least=True)])
    desk.claim(desk.report("b", date(2021, 8, 2)), counts=[killed(8)])
    assert desk.event().disputes == ()


def test_parts_that_do_not_fill_the_whole_leave_a_remainder(desk: Desk):
    report = desk.report("a")
    whole = [killed(23, at_least=True), killed(8, status="civilian")]
    parts = [killed(8, status="combatant", party="army"), killed(5, status="combatant", party="rebels")]
    ids = [desk.claim(report, counts=counts, told=by("المرصد")) for counts in (whole, parts)]
    event = desk.event()
    assert kinds(event) == ["unaccounted_remainder"]
    assert "2 are not accounted for" in text(event)
    assert event.disputes[0].claims == tuple(sorted(ids))


def test_parts_that_fill_the_whole_leave_none(desk: Desk):
    parts = [killed(8, status="civilian"), killed(13, status="combatant", party="army")]
    desk.claim(desk.report("a"), counts=[killed(21), *parts])
    assert desk.event().disputes == ()


def test_a_toll_since_a_date_beside_a_days_toll_is_said(desk: Desk):
    desk.claim(desk.report("a"), counts=[killed(2)])
    desk.claim(desk.report("b"), counts=[killed(11, period="since")])
    assert kinds(desk.event()) == ["scope_mismatch"]


def test_seventy_five_days_of_siege_do_not_lead_back_to_25_june(desk: Desk):
    report = desk.report("a", SEPTEMBER_3)
    counted = TimeSaid("duration", offset=75, unit="day", bound="since")
    stated = TimeSaid("date", year=2021, month=6, day=25, bound="since")
    desk.claim(report, "siege", times=[counted], told=by("الأهالي", kind="witness"))
    desk.claim(report, "siege", times=[stated])
    event = desk.event()
    assert kinds(event) == ["duration_mismatch"]
    assert "20 June 2021 according to الأهالي, on 25 June 2021 according to a: 5 days apart" in text(event)


def test_seventy_days_of_siege_do_lead_back_to_25_june(desk: Desk):
    report = desk.report("a", SEPTEMBER_3)
    desk.claim(report, "siege", times=[TimeSaid("duration", offset=70, unit="day", bound="since")])
    desk.claim(report, "siege", times=[TimeSaid("date", year=2021, month=6, day=25, bound="since")])
    assert desk.event().disputes == ()


def test_actors_of_two_sides_are_rivals_where_violence_is_one_sided(desk: Desk):
    desk.claim(desk.report("a"), actors=[ARMY])
    desk.claim(desk.report("b"), actors=[REBELS])
    event = desk.event()
    assert kinds(event) == ["rival_perpetrators"]
    assert "the army" in text(event)


def test_allies_are_no_rivals(desk: Desk):
    desk.claim(desk.report("a"), actors=[ARMY])
    desk.claim(desk.report("b"), actors=[PartyRef("الطيران الروسي", id="russia", side="russia")])
    assert desk.event().disputes == ()


def test_two_sides_of_a_battle_are_no_rivals(desk: Desk):
    desk.claim(desk.report("a"), "armed_clash", actors=[ARMY, REBELS])
    desk.claim(desk.report("b"), "armed_clash", actors=[REBELS])
    assert desk.event().disputes == ()


def test_the_same_dead_called_civilians_and_fighters_are_contested(desk: Desk):
    desk.claim(desk.report("a"), counts=[killed(4, status="civilian")])
    desk.claim(desk.report("b"), counts=[killed(4, status="combatant")])
    assert kinds(desk.event()) == ["status_contested"]


def test_civilians_and_fighters_counted_by_one_teller_are_not_contested(desk: Desk):
    both = [killed(4, status="civilian"), killed(4, status="combatant")]
    desk.claim(desk.report("a"), counts=both)
    desk.claim(desk.report("b"), counts=both[:1])
    assert desk.event().disputes == ()


def test_one_named_man_called_civilian_and_fighter_is_contested(desk: Desk):
    man = Victim("يزن الحمد", "killed", "civilian")
    desk.claim(desk.report("a"), victims=[man])
    desk.claim(desk.report("b"), victims=[replace(man, civil_status="combatant")])
    assert "status_contested" in kinds(desk.event())


def test_a_denial_joins_what_it_denies_and_adds_no_chain(desk: Desk):
    desk.claim(desk.report("a"), told=by("سكان الحي", kind="witness"))
    desk.claim(desk.report("b"), status="denied", told=by("مصدر عسكري", kind="official"))
    event = desk.event()
    assert kinds(event) == ["denial"]
    assert "Denied according to مصدر عسكري, asserted according to سكان الحي" in text(event)
    assert event.chains == 1


def test_a_denial_of_what_nobody_here_asserts_says_so(desk: Desk):
    desk.claim(desk.report("b"), status="denied", told=by("مصدر عسكري", kind="official"))
    assert "no report here asserts" in text(desk.event())


def test_a_report_that_bears_two_dates_is_named(desk: Desk):
    dateline = DayHint("dateline", on(date(2021, 7, 20)), "20 تموز 2021", "ar/regions#dateline")
    desk.claim(desk.report("a", JULY_29, hints=[dateline]))
    event = desk.event()
    assert kinds(event) == ["two_datelines"]
    assert "20 July 2021 and 29 July 2021" in text(event)


def test_a_smaller_figure_of_the_same_report_is_a_part_and_was_not_overtaken(desk: Desk):
    report = desk.report("a")
    desk.claim(report, counts=[killed(1, status="civilian")])
    desk.claim(report, counts=[killed(3, status="civilian")])
    assert desk.event().disputes == ()
