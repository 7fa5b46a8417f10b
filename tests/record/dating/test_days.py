"""On which day a report was written."""

from dataclasses import replace
from datetime import date

import pytest
from tests.record.builders import ALEPPO, ARMY, AS_OF, JULY_29, QUARTER, Desk, killed, on

from tawatur.model.place import PlaceRef
from tawatur.model.time import DayHint, ReportDay, TimeSaid

THURSDAY, FRIDAY = 3, 4
YESTERDAY = TimeSaid("offset", offset=-1, unit="day")


@pytest.fixture
def desk() -> Desk:
    return Desk()


def hint(kind: str, said: TimeSaid) -> DayHint:
    return DayHint(kind, said, "اليوم", "ar/times#test")


def day_of(desk: Desk, report: str) -> ReportDay:
    (day,) = (day for day in desk.record().days if day.report == report)
    return day


def days_of(desk: Desk, report: str) -> tuple[date | None, date | None]:
    day = day_of(desk, report)
    return day.start, day.end


def test_the_publication_day_is_the_reports_own(desk: Desk):
    assert days_of(desk, desk.report("a")) == (JULY_29, JULY_29)


def test_a_dateline_stands_in_for_it(desk: Desk):
    assert days_of(desk, desk.report("a", None, hints=[hint("dateline", on(JULY_29))])) == (JULY_29, JULY_29)


def test_datelines_that_disagree_give_no_day(desk: Desk):
    lines = [hint("dateline", on(JULY_29)), hint("dateline", on(date(2021, 8, 9)))]
    report = desk.report("a", None, hints=lines)
    assert days_of(desk, report) == (None, None)
    assert "disagree" in day_of(desk, report).why


def test_a_weekday_with_day_and_month_finds_its_year(desk: Desk):
    thursday = TimeSaid("date", weekday=THURSDAY, day=29, month=7)
    assert days_of(desk, desk.report("a", None, hints=[hint("today", thursday)])) == (JULY_29, JULY_29)


def test_a_weekday_that_fits_no_year_between_what_it_mentions_and_its_retrieval_gives_no_day(desk: Desk):
    friday = TimeSaid("date", weekday=FRIDAY, day=29, month=7)
    hints = [hint("today", friday), hint("mentioned", on(date(2021, 1, 1)))]
    report = desk.report("a", None, hints=hints, retrieved="2021-09-01T00:00:00")
    assert days_of(desk, report) == (None, None)
    assert "fits" in day_of(desk, report).why


def test_a_day_and_month_alone_are_not_guessed(desk: Desk):
    assert days_of(desk, desk.report("a", None, hints=[hint("today", TimeSaid("date", day=29, month=7))])) == (
        None,
        None,
    )


def test_a_day_and_month_are_enough_where_a_mentioned_date_leaves_one_year(desk: Desk):
    hints = [hint("today", TimeSaid("date", day=29, month=7)), hint("mentioned", on(date(2021, 5, 26)))]
    assert days_of(desk, desk.report("a", None, hints=hints)) == (JULY_29, JULY_29)


def test_an_embedded_posts_day_or_the_next_is_the_reports(desk: Desk):
    report = desk.report("a", None, hints=[hint("posted", on(JULY_29))])
    assert days_of(desk, report) == (JULY_29, date(2021, 7, 30))


def test_a_weekday_after_an_embedded_post_is_that_day(desk: Desk):
    hints = [hint("posted", on(JULY_29)), hint("today", TimeSaid("weekday", weekday=FRIDAY))]
    assert days_of(desk, desk.report("a", None, hints=hints)) == (date(2021, 7, 30), date(2021, 7, 30))


def test_a_mentioned_date_bounds_but_does_not_date(desk: Desk):
    report = desk.report("a", None, hints=[hint("mentioned", on(JULY_29))])
    assert days_of(desk, report) == (None, None)
    assert "2021-07-29" in day_of(desk, report).why


def evacuated(desk: Desk, report: str, number: int, times: list[TimeSaid]) -> str:
    return desk.claim(report, "evacuation", counts=[killed(number, harm="evacuated", status="combatant")], times=times)


def undated(desk: Desk) -> str:
    return desk.report("undated", None, hints=[hint("today", TimeSaid("weekday", weekday=THURSDAY))])


def test_an_undated_report_is_dated_by_one_that_tells_the_same(desk: Desk):
    evacuated(desk, desk.report("dated", date(2021, 8, 26)), 50, [on(date(2021, 8, 26))])
    report = undated(desk)
    claim = evacuated(desk, report, 50, [])
    assert days_of(desk, report) == (date(2021, 8, 26), date(2021, 8, 26))
    assert "dated" in day_of(desk, report).why
    assert claim in desk.event().claims


def test_the_day_before_is_counted_from_the_weekday_of_the_report(desk: Desk):
    evacuated(desk, desk.report("dated", date(2021, 8, 27)), 50, [on(date(2021, 8, 25))])
    report = undated(desk)
    evacuated(desk, report, 50, [YESTERDAY])
    assert days_of(desk, report) == (date(2021, 8, 26), date(2021, 8, 26))


def test_a_report_on_another_weekday_dates_nothing(desk: Desk):
    evacuated(desk, desk.report("dated", date(2021, 8, 27)), 50, [on(date(2021, 8, 27))])
    report = undated(desk)
    evacuated(desk, report, 50, [])
    assert days_of(desk, report) == (None, None)


def test_other_figures_by_nobody_in_common_date_nothing(desk: Desk):
    evacuated(desk, desk.report("dated", date(2021, 8, 26)), 50, [on(date(2021, 8, 26))])
    report = undated(desk)
    evacuated(desk, report, 8, [])
    assert days_of(desk, report) == (None, None)


def test_two_thursdays_that_fit_alike_leave_the_report_undated(desk: Desk):
    for day in (date(2021, 8, 19), date(2021, 8, 26)):
        evacuated(desk, desk.report(f"dated {day}", day), 50, [on(day)])
    report = undated(desk)
    evacuated(desk, report, 50, [])
    assert days_of(desk, report) == (None, None)
    assert "several days" in day_of(desk, report).why


def test_nothing_is_dated_after_the_case_was_made(desk: Desk):
    late = TimeSaid("date", weekday=THURSDAY, day=29, month=7)
    day = day_of(desk, desk.report("a", None, hints=[hint("today", late)]))
    assert day.start is not None
    assert day.start <= date.fromisoformat(AS_OF)


def test_a_later_date_on_a_published_page_is_an_update_and_no_second_dateline(desk: Desk):
    report = desk.report("a", hints=[hint("dateline", on(date(2021, 9, 1)))])
    desk.claim(report)
    assert desk.event().disputes == ()


def test_a_later_day_called_today_by_its_date_disputes_the_day_that_came_with_the_report(desk: Desk):
    said = TimeSaid("date", month=8, day=3, offset=0, unit="day")
    report = desk.report("a", JULY_29, hints=[hint("today", said)])
    desk.claim(report)
    (dispute,) = desk.event().disputes
    assert dispute.kind == "two_datelines"
    assert days_of(desk, report) == (JULY_29, JULY_29)


def test_an_earlier_day_called_today_is_no_second_dateline(desk: Desk):
    said = TimeSaid("date", month=7, day=26, offset=0, unit="day")
    report = desk.report("a", JULY_29, hints=[hint("today", said)])
    desk.claim(report)
    assert desk.event().disputes == ()


def test_yesterday_was_a_wednesday_means_that_today_is_thursday(desk: Desk):
    evacuated(desk, desk.report("dated", date(2021, 8, 26)), 50, [on(date(2021, 8, 26))])
    yesterday = hint("today", TimeSaid("offset", offset=-1, unit="day", weekday=THURSDAY - 1))
    report = desk.report("undated", None, hints=[yesterday])
    evacuated(desk, report, 50, [])
    assert days_of(desk, report) == (date(2021, 8, 26), date(2021, 8, 26))


def test_two_weekdays_called_today_give_none(desk: Desk):
    evacuated(desk, desk.report("dated", date(2021, 8, 26)), 50, [on(date(2021, 8, 26))])
    todays = [hint("today", TimeSaid("offset", offset=0, unit="day", weekday=day)) for day in (1, THURSDAY)]
    report = desk.report("undated", None, hints=todays)
    evacuated(desk, report, 50, [])
    assert days_of(desk, report) == (None, None)


def test_yesterday_with_its_date_puts_the_report_on_the_day_after(desk: Desk):
    yesterday = TimeSaid("offset", offset=-1, unit="day", weekday=THURSDAY - 1, day=28, month=7)
    assert days_of(desk, desk.report("a", None, hints=[hint("today", yesterday)])) == (JULY_29, JULY_29)


def test_two_dates_called_today_give_no_day(desk: Desk):
    todays = [hint("today", TimeSaid("date", weekday=weekday, day=day, month=7)) for weekday, day in ((3, 29), (4, 30))]
    assert days_of(desk, desk.report("a", None, hints=todays)) == (None, None)


JUNE_25 = date(2021, 6, 25)


def siege(desk: Desk, report: str, *times: TimeSaid, place: PlaceRef | None = QUARTER) -> str:
    return desk.claim(report, "siege", times=list(times), place=place)


def since_june(desk: Desk, ref: str = "dated") -> None:
    siege(desk, desk.report(ref, date(2021, 9, 5)), replace(on(JUNE_25), bound="since"))


LAST_JUNE_25 = TimeSaid("date", month=6, day=25, bound="since", direction="last")
OVER_TWO_MONTHS = TimeSaid("offset", offset=-2, unit="month", bound="since", about="more_than")
LASTED_TWO_MONTHS = TimeSaid("duration", offset=2, unit="month", anchor="other")


def test_the_age_of_a_siege_dates_a_report_with_its_weekday(desk: Desk):
    since_june(desk)
    report = undated(desk)
    for told in (LAST_JUNE_25, OVER_TWO_MONTHS, LASTED_TWO_MONTHS):
        siege(desk, report, told)
    assert days_of(desk, report) == (date(2021, 8, 26), date(2021, 8, 26))
    assert "began on 2021-06-25, as dated says" in day_of(desk, report).why


def test_more_than_two_months_alone_leave_several_thursdays(desk: Desk):
    since_june(desk)
    report = undated(desk)
    for told in (LAST_JUNE_25, OVER_TWO_MONTHS):
        siege(desk, report, told)
    assert days_of(desk, report) == (None, None)
    assert "several Thursdays fit" in day_of(desk, report).why


def test_a_siege_of_another_place_gives_no_year(desk: Desk):
    since_june(desk)
    report = undated(desk)
    for told in (LAST_JUNE_25, OVER_TWO_MONTHS, LASTED_TWO_MONTHS):
        siege(desk, report, told, place=ALEPPO)
    assert days_of(desk, report) == (None, None)


def test_a_beginning_with_its_year_needs_no_other_report(desk: Desk):
    report = undated(desk)
    siege(desk, report, replace(on(JUNE_25), bound="since"))
    siege(desk, report, TimeSaid("offset", offset=-62, unit="day", bound="since"))
    assert days_of(desk, report) == (date(2021, 8, 26), date(2021, 8, 26))


def test_two_happenings_told_with_a_weekday_and_yesterday_date_a_report_together(desk: Desk):
    for ref, kind in (("a", "armed_clash"), ("b", "shelling")):
        desk.claim(desk.report(ref), kind, actors=[ARMY])
    report = desk.report("undated", None)
    desk.claim(report, "armed_clash", times=[TimeSaid("weekday", weekday=THURSDAY)], actors=[ARMY])
    desk.claim(report, "shelling", times=[YESTERDAY], actors=[ARMY])
    assert days_of(desk, report) == (date(2021, 7, 30), date(2021, 7, 30))
    assert "a, b" in day_of(desk, report).why


def test_one_happening_alike_in_kind_place_and_party_is_too_little(desk: Desk):
    desk.claim(desk.report("a"), "armed_clash", actors=[ARMY])
    report = desk.report("undated", None)
    desk.claim(report, "armed_clash", times=[YESTERDAY], actors=[ARMY])
    assert days_of(desk, report) == (None, None)


def test_the_weekday_that_a_report_begins_with_chooses_between_the_days_of_its_post(desk: Desk):
    report = desk.report("a", None, hints=[hint("posted", on(JULY_29))])
    desk.claim(report, times=[TimeSaid("weekday", weekday=THURSDAY, part="dawn")])
    assert days_of(desk, report) == (JULY_29, JULY_29)
    assert "Thursday" in day_of(desk, report).why


def test_another_weekday_at_its_beginning_leaves_both_days_of_its_post(desk: Desk):
    report = desk.report("a", None, hints=[hint("posted", on(JULY_29))])
    desk.claim(report, times=[TimeSaid("weekday", weekday=1)])
    assert days_of(desk, report) == (JULY_29, date(2021, 7, 30))


def test_of_the_years_that_a_weekday_fits_the_one_near_other_reports_of_the_place_is_meant(desk: Desk):
    desk.claim(desk.report("dated", date(2010, 8, 20)))
    thursday = TimeSaid("date", weekday=THURSDAY, day=29, month=7)
    report = desk.report("a", None, hints=[hint("today", thursday)])
    desk.claim(report, times=[])
    assert days_of(desk, report) == (date(2010, 7, 29), date(2010, 7, 29))
    assert "dated" in day_of(desk, report).why


def test_reports_of_other_places_say_nothing_of_the_year(desk: Desk):
    desk.claim(desk.report("dated", date(2010, 8, 20)), place=ALEPPO)
    thursday = TimeSaid("date", weekday=THURSDAY, day=29, month=7)
    report = desk.report("a", None, hints=[hint("today", thursday)])
    desk.claim(report, times=[])
    assert days_of(desk, report) == (JULY_29, JULY_29)


def test_reports_near_two_of_the_years_leave_the_latest(desk: Desk):
    for day in (date(2010, 8, 20), date(2021, 8, 20)):
        desk.claim(desk.report(f"dated {day}", day))
    thursday = TimeSaid("date", weekday=THURSDAY, day=29, month=7)
    report = desk.report("a", None, hints=[hint("today", thursday)])
    desk.claim(report, times=[])
    assert days_of(desk, report) == (JULY_29, JULY_29)


def test_a_dateline_and_a_later_weekday_called_today_leave_both_days_possible(desk: Desk):
    today = TimeSaid("offset", offset=0, unit="day", weekday=FRIDAY)
    report = desk.report("a", None, hints=[hint("dateline", on(JULY_29)), hint("today", today)])
    siege(desk, report)
    assert days_of(desk, report) == (JULY_29, date(2021, 7, 30))
    assert [dispute.kind for event in desk.record().events for dispute in event.disputes] == ["two_datelines"]


def test_what_is_written_on_the_evening_before_its_dateline_agrees_with_it(desk: Desk):
    today = TimeSaid("offset", offset=0, unit="day", weekday=THURSDAY - 1)
    report = desk.report("a", None, hints=[hint("dateline", on(JULY_29)), hint("today", today)])
    assert days_of(desk, report) == (JULY_29, JULY_29)


def test_a_dateline_days_away_from_the_weekday_called_today_gives_no_day(desk: Desk):
    today = TimeSaid("offset", offset=0, unit="day", weekday=1)
    report = desk.report("a", None, hints=[hint("dateline", on(JULY_29)), hint("today", today)])
    assert days_of(desk, report) == (None, None)
