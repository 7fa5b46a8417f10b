"""The parts of the day by which two acts of one day are told apart."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.record.builders import Desk

from tawatur.model.claim import Evidence
from tawatur.model.text import Span
from tawatur.model.time import TimeSaid
from tawatur.record.item import item_of
from tawatur.record.rules import load_rules

RULES = load_rules()
YESTERDAY = TimeSaid("offset", offset=-1, unit="day")
LAST_EVENING = TimeSaid("offset", offset=-1, unit="day", part="evening")
AT_NIGHT = TimeSaid("clock", part="night")


@pytest.mark.parametrize(
    ("times", "starts", "parts"),
    [
        ([LAST_EVENING], [0], {"evening"}),
        ([AT_NIGHT], [0], {"night"}),
        ([YESTERDAY, AT_NIGHT], [0, 8], {"night"}),
        ([AT_NIGHT, YESTERDAY], [0, 8], {"night"}),
        ([YESTERDAY, AT_NIGHT], [0, 60], set()),
        ([LAST_EVENING, AT_NIGHT], [0, 60], {"evening"}),
    ],
)
def test_an_hour_away_from_the_day_is_of_something_else(
    times: Sequence[TimeSaid], starts: Sequence[int], parts: set[str]
):
    desk = Desk()
    report = desk.report("a")
    desk.claim(report, times=times)
    proofs = tuple(Evidence("date", Span(start, start + 5), "x", "test") for start in starts)
    claim = replace(desk.claims[report][0], evidence=proofs)
    assert {RULES.hours[hour] for hour in item_of(claim, claim.date, RULES).hours} == parts
