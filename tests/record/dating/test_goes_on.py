"""News without a time, after its report has told the same kind at the same place with a day."""

from dataclasses import replace
from datetime import date

import pytest
from tests.record.builders import JULY_29, TAFAS, Desk, killed

from tawatur.model.claim import Claim, ClaimDate, Evidence
from tawatur.model.text import Report, Span, text_of
from tawatur.model.time import TimeSaid
from tawatur.record.dating.goes_on import going_on

JULY_28 = date(2021, 7, 28)
WEDNESDAY = TimeSaid("weekday", weekday=2)


def dated(day: date, said: str | None) -> ClaimDate:
    return ClaimDate(day, day, "day", "occurred", said, "test")


@pytest.fixture
def told() -> tuple[Desk, Claim, Claim, dict[str, Report]]:
    """A clash told of Wednesday, then news without a time of the same kind and place, with the article."""
    desk = Desk()
    report = desk.report("a")
    desk.claim(report, "armed_clash", times=[WEDNESDAY])
    desk.claim(report, "armed_clash", times=[], counts=[killed(8)])
    first, second = desk.claims[report]
    text = text_of("اندلعت اشتباكات في البلدة الأربعاء. وتسببت الاشتباكات بمقتل ثمانية.")
    at = text.chars.rindex("اشتباكات")
    named = Evidence("type", Span(at, at + 8), "اشتباكات", "test")
    return desk, first, replace(second, evidence=(named,)), {report: replace(desk.reports[0], text=text)}


def test_the_clashes_are_of_the_day_told_before(told):
    _, first, second, reports = told
    dates = {first.id: dated(JULY_28, "الأربعاء"), second.id: dated(JULY_29, None)}
    found = going_on([first, second], dates, reports)
    assert (found[second.id].start, found[second.id].end) == (JULY_28, JULY_28)
    assert str(JULY_28) in found[second.id].why


def test_clashes_without_the_article_are_news_of_their_own(told):
    _, first, second, reports = told
    bare = {
        report: replace(held, text=text_of(held.text.chars.replace("الاشتباكات", "  اشتباكات")))
        for report, held in reports.items()
    }
    dates = {first.id: dated(JULY_28, "الأربعاء"), second.id: dated(JULY_29, None)}
    assert going_on([first, second], dates, bare) == {}


def test_another_place_is_another_happening(told):
    _, first, second, reports = told
    dates = {first.id: dated(JULY_28, "الأربعاء"), second.id: dated(JULY_29, None)}
    assert going_on([first, replace(second, places=(TAFAS,))], dates, reports) == {}


def test_two_days_before_leave_it_open(told):
    desk, first, second, reports = told
    desk.claim(first.report, "armed_clash", times=[WEDNESDAY])
    third = desk.claims[first.report][2]
    moved = replace(second, clause=Span(60, 75))
    dates = {
        first.id: dated(JULY_28, "الأربعاء"),
        third.id: dated(date(2021, 7, 26), "الاثنين"),
        moved.id: dated(JULY_29, None),
    }
    assert going_on([first, third, moved], dates, reports) == {}


def test_what_happened_weeks_before_is_no_news(told):
    _, first, second, reports = told
    dates = {first.id: dated(date(2021, 7, 1), "مطلع الشهر"), second.id: dated(JULY_29, None)}
    assert going_on([first, second], dates, reports) == {}


def carried(claim: Claim) -> Claim:
    """``claim`` as told of the place of the sentence before."""
    place = Evidence("places[0]", Span(0, 1), "x", "claim#place-carried@ar/places#town")
    return replace(claim, clause=Span(36, 60), evidence=(*claim.evidence, place))


def test_what_leaves_place_and_day_open_is_of_the_day_told_just_before(told):
    _, first, second, reports = told
    shooting = carried(replace(second, type="attack"))
    dates = {first.id: dated(JULY_28, "الأربعاء"), second.id: dated(JULY_29, None)}
    found = going_on([replace(first, clause=Span(0, 35)), shooting], dates, reports)
    assert (found[second.id].start, found[second.id].end) == (JULY_28, JULY_28)


def test_another_paragraph_is_news_of_its_own(told):
    _, first, second, reports = told
    shooting = carried(replace(second, type="attack"))
    dates = {first.id: dated(JULY_28, "الأربعاء"), second.id: dated(JULY_29, None)}
    broken = {
        report: replace(held, text=text_of(held.text.chars.replace(". ", ".\n"))) for report, held in reports.items()
    }
    assert going_on([replace(first, clause=Span(0, 35)), shooting], dates, broken) == {}
