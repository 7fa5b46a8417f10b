"""Which time dates a claim."""

from datetime import date

from tawatur.claim.times.dated import date_of
from tawatur.model.time import TimeSaid

DAY = date(2021, 7, 30)
OWN = (DAY, DAY)
YEAR = TimeSaid("year", year=2018)
THURSDAY = TimeSaid("weekday", weekday=3)
FULL = TimeSaid("date", year=2021, month=7, day=29)


def test_the_most_exact_time_dates_the_claim_wherever_it_stands():
    found = date_of([YEAR, THURSDAY, FULL], ["a", "b", "c"], day=OWN, as_of=None, told_as="news")
    assert (found.start, found.end, found.precision, found.said) == (date(2021, 7, 29), date(2021, 7, 29), "day", "c")
    assert found.kind == "occurred"


def test_why_says_which_other_times_agree_and_which_disagree():
    found = date_of([FULL, THURSDAY, YEAR], ["a", "b", "c"], day=OWN, as_of=None, told_as="news")
    assert "b agrees" in found.why
    assert "c disagrees (2018-01-01 to 2018-12-31)" in found.why


def test_a_time_that_cannot_be_resolved_gives_way_to_one_that_can():
    found = date_of([THURSDAY, YEAR], ["a", "b"], day=None, as_of=None, told_as="news")
    assert (found.start, found.said) == (date(2018, 1, 1), "b")


def test_when_no_time_can_be_resolved_its_words_and_reason_stay():
    found = date_of([THURSDAY], ["a"], day=None, as_of=None, told_as="news")
    assert (found.start, found.end, found.said) == (None, None, "a")
    assert "unknown" in found.why


def test_news_without_a_time_is_of_the_report_s_own_day():
    found = date_of([], [], day=OWN, as_of=None, told_as="news")
    assert (found.start, found.end, found.said) == (DAY, DAY, None)
    assert found.why == "news without a time word is of the publication day"


def test_news_without_a_time_in_a_report_without_a_day_stays_unknown():
    assert date_of([], [], day=None, as_of=None, told_as="news").start is None


def test_what_is_recalled_without_a_time_stays_unknown():
    assert date_of([], [], day=OWN, as_of=None, told_as="background").start is None


def test_until_now_does_not_date_a_claim():
    found = date_of([TimeSaid("now", bound="until")], ["a"], day=OWN, as_of=None, told_as="background")
    assert found.start is None
