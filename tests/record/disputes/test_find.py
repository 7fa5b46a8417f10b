"""Where accounts cannot all be true, and where figures do not count the same."""

from dataclasses import replace
from datetime import date

import pytest
from tests.record.builders import ARMY, GOVERNORATE, JULY_29, QUARTER, REBELS, Desk, by, killed, kinds, on

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


def todays(*weekdays: int) -> list[DayHint]:
    return [
        DayHint("today", TimeSaid("offset", offset=0, unit="day", weekday=day), "اليوم", "test") for day in weekdays
    ]


def test_two_weekdays_called_today_are_two_days_of_one_report(desk: Desk):
    report = desk.report("a", date(2021, 7, 30), hints=todays(3, 1))
    desk.claim(report, times=[TimeSaid("offset", offset=0, unit="day", weekday=1)])
    event = desk.event()
    assert kinds(event) == ["two_datelines"]
    assert "Thursday 29 July 2021 and Tuesday 27 July 2021" in text(event)
    assert "الثلاثاء" in event.disputes[0].text_ar


def test_what_is_told_with_neither_weekday_bears_no_dispute(desk: Desk):
    desk.claim(desk.report("a", JULY_29, hints=todays(3, 1)))
    assert desk.event().disputes == ()


def test_today_and_the_day_after_are_one_night_and_no_dispute(desk: Desk):
    report = desk.report("a", date(2021, 7, 30), hints=todays(3, 4))
    desk.claim(report, times=[TimeSaid("offset", offset=0, unit="day", weekday=3)])
    assert desk.event().disputes == ()


def test_parts_in_the_reports_own_voice_belong_to_the_whole_that_it_quotes(desk: Desk):
    report = desk.report("a")
    desk.claim(
        report,
        "armed_clash",
        counts=[killed(30, at_least=True), killed(11, status="civilian", scope="part")],
        told=by("المرصد"),
    )
    desk.claim(
        report,
        "armed_clash",
        counts=[killed(9, status="combatant", party="army"), killed(6, status="combatant")],
        actors=[ARMY],
    )
    event = desk.event()
    assert kinds(event) == ["unaccounted_remainder"]
    assert "26" in text(event)
    assert "combatant 9 of the army" in text(event)
    assert "4 are not accounted for" in text(event)


def test_another_speakers_figures_are_no_parts_of_the_whole(desk: Desk):
    report = desk.report("a")
    desk.claim(
        report,
        "armed_clash",
        counts=[killed(30, at_least=True), killed(11, status="civilian", scope="part")],
        told=by("المرصد"),
    )
    desk.claim(report, "armed_clash", counts=[killed(9, status="combatant", party="army")], told=by("الوزارة"))
    assert "unaccounted_remainder" not in kinds(desk.event())


def test_a_bare_plural_is_no_part(desk: Desk):
    report = desk.report("a")
    desk.claim(
        report, "armed_clash", counts=[killed(30), killed(11, status="civilian", scope="part")], told=by("المرصد")
    )
    vague = replace(killed(2, at_least=True, status="combatant"), qualifier="plural_unstated")
    desk.claim(report, "armed_clash", counts=[vague])
    assert desk.event().disputes == ()


def test_as_many_civilians_as_fighters_in_one_account_contest_nothing(desk: Desk):
    report = desk.report("a")
    desk.claim(report, "armed_clash", counts=[killed(8, status="civilian")], told=by("المرصد"))
    desk.claim(report, "armed_clash", counts=[killed(8, status="combatant")])
    assert desk.event().disputes == ()


def test_seventy_days_said_on_friday_count_from_friday(desk: Desk):
    report = desk.report("a", date(2021, 9, 5))
    told = by("الأهالي", kind="witness")
    desk.claim(report, "statement", times=[on(SEPTEMBER_3)], told=told)
    desk.claim(report, "siege", times=[TimeSaid("offset", offset=-70, unit="day", bound="since")], told=told)
    desk.claim(report, "siege", times=[TimeSaid("date", year=2021, month=6, day=20, bound="since")])
    (dispute,) = [d for event in desk.events() for d in event.disputes]
    assert dispute.kind == "duration_mismatch"
    assert "25 June 2021" in dispute.text_en


def test_a_month_beside_one_of_its_days_is_a_coarser_grain(desk: Desk):
    for ref, said in (("a", on(date(2021, 6, 25))), ("b", TimeSaid("month", year=2021, month=6))):
        desk.claim(desk.report(ref), "siege", times=[said])
    event = desk.event()
    assert [(dispute.kind, dispute.field) for dispute in event.disputes] == [("granularity", "date")]
    assert "does not contradict" in text(event)


def test_a_quarter_beside_its_governorate_is_a_finer_grain(desk: Desk):
    for ref, place in (("a", QUARTER), ("b", GOVERNORATE)):
        desk.claim(desk.report(ref), place=place, counts=[killed(3)], actors=[ARMY])
    event = desk.event()
    assert [(dispute.kind, dispute.field) for dispute in event.disputes] == [("granularity", "place")]


def test_a_unit_and_its_army_are_no_rivals(desk: Desk):
    unit = PartyRef(
        "اللواء العاشر", id="tenth", name_ar="اللواء العاشر", name_en="the Tenth Brigade", side="government"
    )
    for ref, party in (("a", ARMY), ("b", unit)):
        desk.claim(desk.report(ref), actors=[party], counts=[killed(3)])
    assert desk.event().disputes == ()


def test_wounded_civilians_and_wounded_fighters_without_a_number_contest_nothing(desk: Desk):
    vague = replace(killed(2, at_least=True, status="civilian"), qualifier="plural_unstated")
    desk.claim(desk.report("a"), counts=[vague], told=by("مرصد أ"))
    desk.claim(desk.report("b"), counts=[replace(vague, civil_status="combatant")], told=by("مرصد ب"))
    assert desk.event().disputes == ()
