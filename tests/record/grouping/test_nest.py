"""Totals hold what happened in their area and days, so that nobody adds both."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.record.builders import ARMY, GOVERNORATE, JULY_29, QUARTER, REBELS, TAFAS, Desk, event_with, killed, on

from tawatur.model.place import PlaceRef
from tawatur.model.time import TimeSaid


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_governorates_figure_holds_the_smaller_happenings_that_it_can_be_made_of(desk: Desk):
    total = desk.claim(desk.report("a"), "attack", place=GOVERNORATE, counts=[killed(23)])
    parts = [
        desk.claim(desk.report(ref), place=place, counts=[killed(6)]) for ref, place in (("b", QUARTER), ("c", TAFAS))
    ]
    events = desk.events()
    assert {*event_with(events, total).contains} == {event_with(events, part).id for part in parts}


def test_a_governorates_figure_that_is_too_small_holds_nothing(desk: Desk):
    total = desk.claim(desk.report("a"), "attack", place=GOVERNORATE, counts=[killed(2)])
    part = desk.claim(desk.report("b"), counts=[killed(6)])
    events = desk.events()
    assert (event_with(events, total).contains, event_with(events, part).within) == ((), None)


def test_a_toll_since_a_date_is_a_total_that_holds_the_happenings_since(desk: Desk):
    since = replace(on(JULY_29 - timedelta(days=10)), bound="since")
    total = desk.claim(
        desk.report("a"), "attack", place=GOVERNORATE, times=[since], counts=[killed(90, period="since")]
    )
    part = desk.claim(desk.report("b", JULY_29 - timedelta(days=3)), times=[on(JULY_29 - timedelta(days=3))])
    before = desk.claim(desk.report("c", date(2021, 5, 2)), times=[on(date(2021, 5, 2))])
    events = desk.events()
    assert [(count.period, count.low) for count in event_with(events, total).counts] == [("since", 90)]
    assert event_with(events, part).within == event_with(events, total).id
    assert event_with(events, before).within is None


def test_an_event_lies_in_the_smallest_total_and_that_in_the_larger_one(desk: Desk):
    since = replace(on(JULY_29 - timedelta(days=10)), bound="since")
    long = desk.claim(desk.report("a"), "attack", place=GOVERNORATE, times=[since], counts=[killed(90, period="since")])
    short = desk.claim(desk.report("b"), "ground_offensive", place=GOVERNORATE, counts=[killed(23, period="day")])
    part = desk.claim(desk.report("c"), "arrest", counts=[])
    events = desk.events()
    assert event_with(events, part).within == event_with(events, short).id
    assert event_with(events, short).within == event_with(events, long).id


def test_what_is_only_threatened_lies_in_no_total(desk: Desk):
    desk.claim(desk.report("a"), "attack", place=GOVERNORATE, counts=[killed(23, period="day")])
    threat = desk.claim(desk.report("b"), status="threatened")
    assert event_with(desk.events(), threat).within is None


def test_a_total_without_a_day_holds_nothing(desk: Desk):
    total = desk.claim(
        desk.report("a", None), "attack", place=GOVERNORATE, times=[TimeSaid("now")], counts=[killed(23, period="day")]
    )
    desk.claim(desk.report("b"), counts=[killed(6)])
    assert event_with(desk.events(), total).contains == ()


COUNTRYSIDE = PlaceRef(
    "ريف درعا", id="r1", name_ar="ريف درعا", name_en="Daraa countryside", lat=32.8, lon=36.2, uncertainty_km=22.0,
    kind="region", admin1="درعا",
)  # fmt: skip


def test_a_countryside_of_a_governorate_lies_in_the_governorates_total(desk: Desk):
    total = desk.claim(desk.report("a"), "armed_clash", place=GOVERNORATE, counts=[killed(23)])
    part = desk.claim(desk.report("b"), "shelling", place=COUNTRYSIDE, counts=[killed(4)])
    events = desk.events()
    assert event_with(events, part).within == event_with(events, total).id


def test_a_region_of_no_governorate_lies_in_no_total(desk: Desk):
    desk.claim(desk.report("a"), "armed_clash", place=GOVERNORATE, counts=[killed(23)])
    part = desk.claim(desk.report("b"), "shelling", place=replace(COUNTRYSIDE, admin1=None), counts=[killed(4)])
    assert event_with(desk.events(), part).within is None


def test_a_total_of_one_kind_of_act_does_not_hold_acts_of_another(desk: Desk):
    since = replace(on(JULY_29 - timedelta(days=10)), bound="since")
    desk.claim(desk.report("a"), "torture", place=GOVERNORATE, times=[since], counts=[killed(90, period="since")])
    part = desk.claim(desk.report("b"), "shelling", counts=[killed(6)])
    assert event_with(desk.events(), part).within is None


def test_an_act_in_a_countryside_is_not_the_governorates_sum_of_fights_and_lies_in_it(desk: Desk):
    total = desk.claim(desk.report("a"), "armed_clash", place=GOVERNORATE, counts=[killed(23)], actors=[ARMY, REBELS])
    raid = desk.claim(desk.report("b"), "raid", place=COUNTRYSIDE, counts=[killed(2)], actors=[REBELS, ARMY])
    events = desk.events()
    assert event_with(events, raid).within == event_with(events, total).id
    assert [(one.event, one.why) for one in event_with(events, raid).apart] == [(event_with(events, total).id, "total")]
