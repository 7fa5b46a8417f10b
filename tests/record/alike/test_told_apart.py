"""One name read as two places, beside areas that say which is meant."""

from dataclasses import replace

from tests.record.builders import TAFAS, Desk

from tawatur.model.place import PlaceRef
from tawatur.record.alike.places import relation
from tawatur.record.item import Item, item_of
from tawatur.record.rules import load_rules

RULES = load_rules()
SAME_NAME = replace(TAFAS, id="t2", lat=34.7, admin1="حمص", admin2="حمص")
DARAA = PlaceRef("درعا", id="g1", lat=32.6, lon=36.1, uncertainty_km=40.0, kind="governorate", admin1="درعا")
HOMS = PlaceRef("حمص", id="g2", lat=34.7, lon=36.7, uncertainty_km=40.0, kind="governorate", admin1="حمص")


def item(desk: Desk, ref: str, *places: PlaceRef) -> Item:
    report = desk.report(ref)
    desk.claim(report)
    claim = replace(desk.claims[report][0], places=places)
    return item_of(claim, claim.date, RULES)


def test_areas_of_two_governorates_make_two_places_of_one_name():
    desk = Desk()
    assert relation(item(desk, "a", TAFAS, DARAA), item(desk, "b", SAME_NAME, HOMS), RULES) == "far"


def test_with_one_area_unsaid_one_of_the_readings_may_be_wrong():
    desk = Desk()
    assert relation(item(desk, "a", TAFAS, DARAA), item(desk, "b", SAME_NAME), RULES) == "homonym"


def test_with_one_area_in_common_one_of_the_readings_may_be_wrong():
    desk = Desk()
    assert relation(item(desk, "a", TAFAS, DARAA), item(desk, "b", SAME_NAME, DARAA), RULES) == "homonym"
