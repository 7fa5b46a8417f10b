"""Totals hold what happened in their area and days, so that nobody adds both."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.record.builders import GOVERNORATE, JULY_29, QUARTER, TAFAS, Desk, event_with, killed, on

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
