"""The laws of the whole stage."""

from datetime import date, timedelta
from time import process_time

from hypothesis import given
from hypothesis import strategies as st
from tests.record.builders import ARMY, AS_OF, GOVERNORATE, JULY_29, QUARTER, REBELS, TAFAS, Desk, by, killed, on

from tawatur.model.case import Settings
from tawatur.model.party import Victim
from tawatur.model.place import PlaceRef
from tawatur.model.time import DayHint, TimeSaid
from tawatur.record.make import make_record


def full_desk() -> Desk:
    desk = Desk()
    noon, night, copy = desk.report("noon"), desk.report("night"), desk.report("copy")
    desk.claim(noon, counts=[killed(2)], actors=[ARMY])
    desk.claim(copy, counts=[killed(2)], actors=[ARMY])
    desk.copy(noon, copy)
    desk.claim(night, counts=[killed(8, status="civilian")], told=by("المرصد"), actors=[REBELS])
    desk.claim(night, place=TAFAS, counts=[killed(1)], victims=[Victim("يزن الحمد", "killed")])
    desk.claim(desk.report("denial", date(2021, 7, 30)), status="denied", times=[on(JULY_29)])
    desk.claim(desk.report("wide"), place=GOVERNORATE, counts=[killed(8)])
    thursday = DayHint("today", TimeSaid("weekday", weekday=3), "اليوم الخميس", "ar/times#test")
    desk.claim(desk.report("undated", None, hints=[thursday]), counts=[killed(8)], times=[])
    return desk


@given(st.data())
def test_the_order_in_which_the_logs_come_changes_nothing(data: st.DataObject):
    desk = full_desk()
    reports = data.draw(st.permutations(desk.reports))
    readings = data.draw(st.permutations(desk.readings()))
    record = make_record(reports, readings, desk.copies, [], settings=Settings(as_of=AS_OF))
    assert record == desk.record()


def test_every_claim_stands_in_exactly_one_event():
    desk = full_desk()
    events = desk.events()
    told = sorted(claim for event in events for claim in event.claims)
    assert told == sorted(claim.id for held in desk.claims.values() for claim in held)
    assert [event.id for event in events] == sorted(event.id for event in events)


def test_every_report_has_a_day_and_every_claim_a_date():
    desk = full_desk()
    record = desk.record()
    assert [day.report for day in record.days] == sorted(report.id for report in desk.reports)
    assert len(record.dates) == sum(map(len, desk.claims.values()))


def test_a_case_without_reports_has_no_events():
    assert make_record([], [], [], [], settings=Settings()).events == ()


def town(number: int) -> PlaceRef:
    lat, lon = 35.0 + number % 12 * 0.2, 36.0 + number // 12 * 0.2
    area, part = f"محافظة {number % 6}", f"منطقة {number % 18}"
    return PlaceRef(
        f"بلدة {number}", id=f"p{number}", lat=lat, lon=lon, uncertainty_km=2.0, kind="town", admin1=area, admin2=part
    )


def test_a_thousand_reports_take_seconds():
    desk = Desk()
    for number in range(1000):
        day = JULY_29 + timedelta(days=number % 12)
        report = desk.report(f"r{number}", day)
        for part in range(4):
            place = QUARTER if part == 0 else town((number * 7 + part) % 120)
            counts = [killed(1 + (number + part) % 9)]
            desk.claim(
                report,
                ("shelling", "attack", "arrest", "air_strike")[part],
                place=place,
                times=[on(day)],
                counts=counts,
            )
    start = process_time()
    events = desk.events()
    assert len(events) > 300
    assert process_time() - start < 12


def test_the_day_that_is_said_counts_before_the_mere_day_of_a_report():
    desk = Desk()
    desk.claim(desk.report("a"), counts=[killed(4)])
    desk.claim(desk.report("b", JULY_29 + timedelta(days=1)), times=[], counts=[killed(4)])
    event = desk.event()
    assert (event.start, event.end) == (JULY_29, JULY_29)
