"""The parts of the day by which two acts of one day are told apart."""

import pytest
from tests.record.builders import Desk

from tawatur.model.time import TimeSaid
from tawatur.record.item import item_of
from tawatur.record.rules import load_rules

RULES = load_rules()
YESTERDAY = TimeSaid("offset", offset=-1, unit="day")
LAST_EVENING = TimeSaid("offset", offset=-1, unit="day", part="evening")
AT_NIGHT = TimeSaid("clock", part="night")


@pytest.mark.parametrize(
    ("times", "parts"),
    [
        ([LAST_EVENING], {"evening"}),
        ([AT_NIGHT], {"night"}),
        ([YESTERDAY, AT_NIGHT], set()),
        ([LAST_EVENING, AT_NIGHT], {"evening"}),
    ],
)
def test_an_hour_beside_a_day_that_names_none_is_of_something_else(times: list[TimeSaid], parts: set[str]):
    desk = Desk()
    report = desk.report("a")
    desk.claim(report, times=times)
    claim = desk.claims[report][0]
    assert {RULES.hours[hour] for hour in item_of(claim, claim.date, RULES).hours} == parts
