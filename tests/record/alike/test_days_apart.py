"""How a day is read that two reports give a day apart."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from tests.record.builders import JULY_29, Desk, event_with, killed, on

from tawatur.model.count import Count
from tawatur.model.party import Victim
from tawatur.model.time import TimeSaid

JULY_30 = date(2021, 7, 30)
YESTERDAY = TimeSaid("offset", offset=-1, unit="day")
TODAY = TimeSaid("offset", offset=0, unit="day")


def hurt(number: int) -> Count:
    return Count("injured", low=number, high=number, best=number, said=str(number), qualifier="exact")


@pytest.fixture
def desk() -> Desk:
    return Desk()


def told(desk: Desk, ref: str, day: date, times: Sequence[TimeSaid], *counts: Count, **more: object) -> str:
    """A claim of a report of that day."""
    return desk.claim(desk.report(ref, day), times=times, counts=counts, **more)  # type: ignore[arg-type]


def test_today_of_one_report_and_today_of_the_next_are_one_where_the_same_many_were_hit(desk: Desk):
    told(desk, "a", JULY_29, [TODAY], killed(2), hurt(7))
    told(desk, "b", JULY_30, [TODAY], killed(2), hurt(7))
    assert (desk.event().start, desk.event().end) == (JULY_29, JULY_30)


def test_the_same_few_dead_on_the_next_day_are_another_happening(desk: Desk):
    told(desk, "a", JULY_29, [TODAY], killed(2))
    told(desk, "b", JULY_30, [TODAY], killed(2))
    assert len(desk.events()) == 2


def test_one_figure_that_differs_makes_the_next_day_another_happening(desk: Desk):
    told(desk, "a", JULY_29, [TODAY], killed(4), hurt(7))
    told(desk, "b", JULY_30, [TODAY], killed(4), hurt(11))
    assert len(desk.events()) == 2


def test_two_days_that_both_are_written_out_are_no_slip_of_a_report(desk: Desk):
    told(desk, "a", JULY_29, [on(JULY_29)], killed(4))
    told(desk, "b", JULY_30, [on(JULY_30)], killed(4))
    assert len(desk.events()) == 2


def test_what_a_report_tells_of_yesterday_and_again_without_a_day_is_one_where_the_figures_are(desk: Desk):
    report = desk.report("a", JULY_30)
    first = desk.claim(report, times=[YESTERDAY], counts=[killed(5)])
    again = desk.claim(report, times=[], counts=[killed(5)])
    other = desk.claim(report, times=[], counts=[killed(9)])
    events = desk.events()
    assert event_with(events, first) == event_with(events, again) != event_with(events, other)


def test_a_week_told_beside_two_days_does_not_widen_the_day_of_an_event(desk: Desk):
    named = [Victim("يزن الحمد", "killed")]
    week = replace(on(date(2021, 7, 24)), until=on(JULY_30))
    for ref, when in (("a", on(JULY_29)), ("b", on(JULY_30)), ("c", week)):
        told(desk, ref, JULY_30, [when], victims=named)
    assert (desk.event().start, desk.event().end) == (JULY_29, JULY_30)


def test_today_with_its_weekday_in_one_report_and_in_the_next_are_two_days_however_alike_the_words(desk: Desk):
    for ref, day in (("a", JULY_29), ("b", JULY_30)):
        told(desk, ref, day, [replace(TODAY, weekday=day.weekday())], killed(2), hurt(7))
    assert len(desk.events()) == 2
