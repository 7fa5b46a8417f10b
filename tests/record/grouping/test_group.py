"""Which claims are one happening."""

from dataclasses import replace
from datetime import date

import pytest
from tests.record.builders import (
    ALEPPO,
    ARMY,
    GOVERNORATE,
    JULY_29,
    QUARTER,
    REBELS,
    TAFAS,
    Desk,
    by,
    event_with,
    killed,
    on,
)

from tawatur.model.copies import CopyPair
from tawatur.model.party import Victim
from tawatur.model.place import PlaceRef
from tawatur.model.text import Span
from tawatur.model.time import TimeSaid

JULY_30 = date(2021, 7, 30)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_two_reports_of_one_shelling_make_one_event(desk: Desk):
    a, b = desk.claim(desk.report("a")), desk.claim(desk.report("b"))
    assert desk.event().claims == tuple(sorted((a, b)))


def test_claims_of_other_kinds_at_one_place_and_day_stay_apart(desk: Desk):
    desk.claim(desk.report("a"), "shelling")
    desk.claim(desk.report("b"), "evacuation")
    assert len(desk.events()) == 2


def test_troops_that_left_after_a_raid_are_in_its_event_with_those_whom_it_killed(desk: Desk):
    one = desk.report("one")
    raid = desk.claim(one, "raid", actors=[ARMY])
    left = desk.claim(one, "deployment", actors=[ARMY])
    shot = desk.claim(desk.report("two"), "attack", actors=[ARMY], counts=[killed(1)])
    assert set(event_with(desk.events(), raid).claims) == {raid, left, shot}


def test_a_man_shot_and_troops_that_arrive_in_his_town_are_two_events(desk: Desk):
    desk.claim(desk.report("one"), "deployment", actors=[ARMY])
    desk.claim(desk.report("two"), "attack", counts=[killed(1)])
    assert len(desk.events()) == 2


def test_what_one_sentence_calls_a_breach_of_the_truce_is_the_shelling_that_broke_it(desk: Desk):
    one = desk.report("one")
    desk.claim(one, "shelling", actors=[ARMY])
    desk.claim(one, "agreement_breach", actors=[ARMY])
    assert len(desk.events()) == 2
    first, breach = desk.claims[one]
    desk.claims[one][1] = replace(breach, clause=Span(first.clause.end, first.clause.end + 10))
    assert desk.event().type == "shelling"


def test_two_happenings_of_one_report_stay_apart_though_another_report_names_no_place(desk: Desk):
    report = desk.report("a")
    here, there = desk.claim(report, place=QUARTER), desk.claim(report, place=TAFAS)
    desk.claim(desk.report("b"), place=GOVERNORATE)
    events = desk.events()
    assert event_with(events, here) != event_with(events, there)


def test_a_quarter_and_its_governorate_are_one_place_only_where_figures_agree_as_well(desk: Desk):
    a = desk.claim(desk.report("a"), counts=[killed(6)], actors=[ARMY])
    same = desk.claim(desk.report("b"), place=GOVERNORATE, counts=[killed(6)], actors=[ARMY])
    other = desk.claim(desk.report("c"), place=GOVERNORATE, counts=[killed(40)], actors=[REBELS])
    events = desk.events()
    assert event_with(events, a) == event_with(events, same) != event_with(events, other)


def test_far_places_are_never_one_happening_even_with_one_figure_and_victim(desk: Desk):
    named = [Victim("يزن الحمد", "killed")]
    desk.claim(desk.report("a"), counts=[killed(6)], victims=named)
    desk.claim(desk.report("b"), place=ALEPPO, counts=[killed(6)], victims=named)
    assert len(desk.events()) == 2


def test_a_night_that_two_reports_date_differently_is_one_where_they_name_the_same_dead(desk: Desk):
    named = [Victim("يزن الحمد", "killed")]
    desk.claim(desk.report("a"), victims=named)
    desk.claim(desk.report("b"), victims=named, times=[on(JULY_30)])
    event = desk.event()
    assert (event.start, event.end) == (JULY_29, JULY_30)


def test_the_next_day_alone_is_another_happening(desk: Desk):
    desk.claim(desk.report("a"))
    desk.claim(desk.report("b"), times=[on(JULY_30)])
    assert len(desk.events()) == 2


def test_other_victims_at_one_place_and_day_are_another_happening(desk: Desk):
    desk.claim(desk.report("a"), "attack", victims=[Victim("يزن الحمد", "killed")], counts=[killed(1)])
    desk.claim(desk.report("b"), "attack", victims=[Victim("سامر الخطيب", "killed")], counts=[killed(1)])
    assert len(desk.events()) == 2


def test_an_attack_and_an_explosion_are_one_where_place_day_and_figure_agree(desk: Desk):
    desk.claim(desk.report("a"), "attack", counts=[killed(4)])
    desk.claim(desk.report("b"), "explosive_device", counts=[killed(4)])
    assert desk.event().type == "explosive_device"


def test_a_threat_is_not_what_was_threatened(desk: Desk):
    desk.claim(desk.report("a"))
    threat = desk.claim(desk.report("b"), status="threatened")
    events = desk.events()
    assert len(events) == 2
    assert "threatened" in event_with(events, threat).title_en


def test_a_place_that_no_gazetteer_knows_is_found_by_its_name_in_another_spelling(desk: Desk):
    desk.claim(desk.report("a"), place=PlaceRef("مزرعة الأمل"))
    desk.claim(desk.report("b"), place=PlaceRef("مزرعه الامل"))
    assert len(desk.events()) == 1


def test_the_edge_of_an_unknown_place_is_at_that_place(desk: Desk):
    desk.claim(desk.report("a"), place=PlaceRef("أطراف مزرعة الأمل"))
    desk.claim(desk.report("b"), place=PlaceRef("مزرعة الأمل"))
    assert len(desk.events()) == 1


def test_a_city_named_beside_a_village_only_says_where_the_village_lies(desk: Desk):
    for ref, village in (("a", "كفر الزيت"), ("b", "تل السمن")):
        report = desk.report(ref)
        desk.claim(report, place=PlaceRef(village))
        desk.claims[report][0] = replace(desk.claims[report][0], places=(ALEPPO, PlaceRef(village)))
    events = desk.events()
    assert sorted(event.place.said for event in events if event.place) == ["تل السمن", "كفر الزيت"]
    assert all(event.places_said[1:] == ("حلب",) for event in events)


def test_claims_without_day_and_place_are_kept_each_alone(desk: Desk):
    claims = {desk.claim(desk.report(ref, None), place=None, times=[]) for ref in "ab"}
    events = desk.events()
    assert {event.claims for event in events} == {(claim,) for claim in claims}
    assert all(event.start is None and event.place is None for event in events)


def test_the_siege_of_two_reports_weeks_apart_is_one(desk: Desk):
    desk.claim(desk.report("a"), "siege", times=[])
    desk.claim(desk.report("b", date(2021, 9, 3)), "siege", times=[])
    assert len(desk.events()) == 1


def test_what_a_person_called_the_same_is_joined(desk: Desk):
    a, b = desk.claim(desk.report("a"), "shelling"), desk.claim(desk.report("b"), "evacuation")
    desk.judge("same", a, b)
    assert desk.event().claims == tuple(sorted((a, b)))


def four_of_two_weeks(desk: Desk) -> list[str]:
    """Two claims of each of two shellings, weeks apart, the first and third of which a person called the same."""
    days = (JULY_29, JULY_29, date(2021, 9, 3), date(2021, 9, 3))
    claims = [desk.claim(desk.report(ref, day), times=[on(day)]) for ref, day in zip("abcd", days, strict=True)]
    assert len(desk.events()) == 2
    desk.judge("same", claims[0], claims[2])
    return claims


def test_one_claim_of_each_called_the_same_joins_two_events_whole(desk: Desk):
    claims = four_of_two_weeks(desk)
    assert desk.event().claims == tuple(sorted(claims))


def test_events_called_the_same_do_not_join_what_was_called_different(desk: Desk):
    a, b, c, d = four_of_two_weeks(desk)
    desk.judge("different", b, d)
    events = desk.events()
    assert event_with(events, a) == event_with(events, c)
    assert event_with(events, b) != event_with(events, d)


def test_what_a_person_called_different_is_kept_apart(desk: Desk):
    a, b = desk.claim(desk.report("a")), desk.claim(desk.report("b"))
    desk.judge("different", a, b)
    assert len(desk.events()) == 2


def test_the_later_of_two_judgements_counts(desk: Desk):
    a, b = desk.claim(desk.report("a")), desk.claim(desk.report("b"))
    desk.judge("same", a, b, made="2022-01-02T00:00:00")
    desk.judge("different", a, b, made="2022-01-01T00:00:00")
    assert len(desk.events()) == 1


def test_a_rejected_claim_stands_alone_and_is_set_aside(desk: Desk):
    wrong, right = desk.claim(desk.report("a"), counts=[killed(90)]), desk.claim(desk.report("b"), counts=[killed(2)])
    desk.judge("reject", wrong, why="it tells of another year")
    events = desk.events()
    assert event_with(events, wrong).grade.name == "discounted"
    assert "another year" in event_with(events, wrong).grade.why_en
    assert event_with(events, right).counts[0].high == 2


def test_the_best_place_is_a_spot_rather_than_an_area_and_its_name_comes_first(desk: Desk):
    for ref in "ab":
        desk.claim(desk.report(ref), place=GOVERNORATE, counts=[killed(6)], actors=[ARMY])
    desk.claim(desk.report("c"), place=QUARTER, counts=[killed(6)], actors=[ARMY])
    event = desk.event()
    assert event.place == QUARTER
    assert event.places_said == ("درعا البلد", "درعا")


def test_titles_say_what_where_and_when(desk: Desk):
    desk.claim(desk.report("a"))
    event = desk.event()
    assert event.title_en == "shelling: Daraa al-Balad, 29 July 2021"
    assert "درعا البلد" in event.title_ar
    assert "2021" in event.title_ar


def test_the_toll_of_a_governorates_day_holds_the_happenings_of_that_day(desk: Desk):
    toll = desk.claim(desk.report("a"), "ground_offensive", place=GOVERNORATE, counts=[killed(23, period="day")])
    part = desk.claim(desk.report("b"), "shelling", counts=[killed(2)])
    outside = desk.claim(desk.report("c"), "shelling", place=ALEPPO)
    events = desk.events()
    assert event_with(events, toll).contains == (event_with(events, part).id,)
    assert event_with(events, part).within == event_with(events, toll).id
    assert event_with(events, outside).within is None


def test_two_far_towns_are_not_one_place_because_both_reports_name_the_governorate_too(desk: Desk):
    north = replace(TAFAS, id="n1", said="نوى", name_ar="نوى", name_en="Nawa", lat=33.3)
    for ref, place in (("a", QUARTER), ("b", north)):
        report = desk.report(ref)
        desk.claim(report, place=place, counts=[killed(6)], actors=[ARMY])
        held = desk.claims[report][0]
        desk.claims[report][0] = replace(held, places=(place, GOVERNORATE))
    assert len(desk.events()) == 2


def test_one_report_that_gives_two_days_tells_two_happenings_however_alike(desk: Desk):
    report = desk.report("a", JULY_30)
    for day in (JULY_29, JULY_30):
        desk.claim(report, times=[on(day)], counts=[killed(6)], actors=[ARMY])
    assert len(desk.events()) == 2


def test_two_reports_that_date_it_a_day_apart_are_one_where_figure_and_actor_agree(desk: Desk):
    for ref, day in (("a", JULY_29), ("b", JULY_30)):
        desk.claim(desk.report(ref, JULY_30), times=[on(day)], counts=[killed(6)], actors=[ARMY])
    assert len(desk.events()) == 1


def test_of_two_happenings_that_a_report_may_mean_the_better_match_is_taken(desk: Desk):
    one, two = desk.report("a"), desk.report("b")
    good = desk.claim(one, place=QUARTER, counts=[killed(6)], actors=[ARMY])
    desk.claim(one, place=TAFAS, counts=[killed(40)], actors=[ARMY])
    open_place = desk.claim(two, place=GOVERNORATE, counts=[killed(6)], actors=[ARMY])
    assert event_with(desk.events(), good).claims == tuple(sorted((good, open_place)))


def test_one_report_of_many_that_tells_two_places_apart_costs_and_does_not_forbid(desk: Desk):
    figures = [killed(6)]
    odd = desk.report("odd")
    first = desk.claim(odd, counts=figures)
    for ref in "abcd":
        desk.claim(desk.report(ref), counts=figures)
    away = replace(QUARTER, id="q2", said="درعا المحطة", name_ar="درعا المحطة", lat=32.625)
    second = desk.claim(odd, place=away, counts=figures)
    for ref in "efgh":
        desk.claim(desk.report(ref), place=away, counts=figures, victims=[Victim("يزن الحمد", "killed")])
    events = desk.events()
    assert event_with(events, first) == event_with(events, second)


def test_of_few_reports_one_that_tells_two_places_apart_forbids(desk: Desk):
    odd = desk.report("odd")
    first = desk.claim(odd, counts=[killed(6)])
    away = replace(QUARTER, id="q2", said="درعا المحطة", name_ar="درعا المحطة", lat=32.625)
    second = desk.claim(odd, place=away, counts=[killed(6)])
    desk.claim(desk.report("a"), place=away, counts=[killed(6)])
    events = desk.events()
    assert event_with(events, first) != event_with(events, second)


def test_one_lucky_pair_does_not_glue_two_happenings(desk: Desk):
    near = replace(TAFAS, id="n1", said="عتمان", name_ar="عتمان", name_en="Atman", lat=32.65, lon=36.12)
    for ref in "abc":
        desk.claim(desk.report(ref), "attack", counts=[killed(1)])
        desk.claim(desk.report(f"{ref} near"), "attack", place=near, counts=[killed(1)])
    desk.claim(desk.report("both"), "attack", place=replace(near, lat=32.63), counts=[killed(1)])
    assert len(desk.events()) == 2


def test_what_is_recalled_without_a_date_is_not_of_the_reports_day(desk: Desk):
    desk.claim(desk.report("a"), told_as="background", times=[])
    assert desk.event().start is None


def test_clauses_in_one_passage_that_two_reports_share_are_one_happening(desk: Desk):
    a, b = desk.report("a"), desk.report("b")
    claims = [desk.claim(report, place=None) for report in (a, b)]
    unshared = desk.claim(desk.report("c"), place=None)
    first, second = sorted((a, b))
    desk.copies.append(CopyPair(first, second, 0.3, "reuse", ((0, 10, 5, 15),), None))
    events = desk.events()
    assert event_with(events, claims[0]) == event_with(events, claims[1]) != event_with(events, unshared)


def test_nothing_is_nested_where_an_area_has_two_tolls_for_one_day(desk: Desk):
    for ref, kind, dead in (("a", "ground_offensive", 23), ("b", "shelling", 9)):
        desk.claim(desk.report(ref), kind, place=GOVERNORATE, counts=[killed(dead, period="day")])
    part = desk.claim(desk.report("c"), "arrest")
    assert event_with(desk.events(), part).within is None


def test_a_siege_covers_the_days_of_all_its_claims(desk: Desk):
    desk.claim(desk.report("a", date(2021, 9, 3)), "siege", times=[replace(on(JULY_29), bound="since")])
    desk.claim(desk.report("b"), "siege", times=[on(JULY_29)])
    event = desk.event()
    assert (event.start, event.end) == (JULY_29, date(2021, 9, 3))


def test_flight_from_a_shelling_gives_its_event_no_name(desk: Desk):
    one, two = desk.report("one"), desk.report("two")
    for report in (one, two):
        desk.claim(report, "displacement")
    desk.claim(one, "shelling")
    assert desk.event().type == "shelling"


TOPIC = replace(QUARTER, role="reference")


@pytest.mark.parametrize("act", ["deny", "admit", "claim_responsibility"])
def test_who_denies_or_owns_an_act_speaks_of_its_event(desk: Desk, act: str):
    strike = desk.claim(desk.report("one"), counts=[killed(3)], told=by("مرصد"))
    spoken = desk.claim(desk.report("two"), "statement", place=TOPIC, act=act, actors=[REBELS], told=by("ناطق"))
    event = desk.event()
    assert set(event.claims) == {strike, spoken}
    assert (event.type, event.place, event.parties, event.chains) == ("shelling", QUARTER, (), 1)


@pytest.mark.parametrize("act", ["condemn", "demand", "accuse", None])
def test_who_condemns_or_demands_makes_an_event_of_his_own(desk: Desk, act: str | None):
    desk.claim(desk.report("one"), counts=[killed(3)])
    desk.claim(desk.report("two"), "statement", place=TOPIC, act=act)
    assert len(desk.events()) == 2


def test_a_denial_of_nothing_in_particular_belongs_to_no_event(desk: Desk):
    one = desk.report("one")
    desk.claim(one, counts=[killed(3)])
    desk.claim(one, "statement", place=GOVERNORATE, act="deny")
    assert len(desk.events()) == 2


def test_what_is_only_denied_did_not_happen_though_its_denial_did(desk: Desk):
    one = desk.report("one")
    denied = desk.claim(one, status="denied", actors=[ARMY])
    desk.claim(one, "statement", place=TOPIC, act="deny", actors=[ARMY])
    event = desk.event()
    assert (denied in event.claims, event.type, event.grade.name) == (True, "shelling", "contested")


def test_what_is_summed_up_over_months_follows_on_nothing(desk: Desk):
    one = desk.report("one")
    for kind in ("shelling", "displacement", "attack"):
        desk.claim(one, kind, times=[TimeSaid("month", year=2021, month=3)])
    events = desk.events()
    assert len(events) == 2
