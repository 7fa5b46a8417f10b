"""Where an event is, of all the places that its claims give."""

from dataclasses import replace

import pytest
from tests.record.builders import ALEPPO, GOVERNORATE, QUARTER, REBELS, TAFAS, Desk, event_with, killed

from tawatur.model.event import Event
from tawatur.model.place import PlaceRef
from tawatur.record.alike.spelling import one_letter_apart

TOWN = replace(QUARTER, said="درعا", id="c1", name_ar="درعا", name_en="Daraa", uncertainty_km=4.0, kind="town")
HAMLET = PlaceRef("خربة النخل", admin1="درعا")


@pytest.fixture
def desk() -> Desk:
    return Desk()


def told(desk: Desk, *lists: tuple[PlaceRef, ...]) -> Event:
    """The only event of claims that give these places, a report each."""
    for number, places in enumerate(lists):
        report = desk.report(f"r{number}")
        desk.claim(report, counts=[killed(6)])
        desk.claims[report][0] = replace(desk.claims[report][0], places=places)
    return desk.event()


def test_of_a_town_and_its_quarter_the_quarter_is_the_place_though_more_name_the_town(desk: Desk):
    event = told(desk, (TOWN,), (TOWN,), (QUARTER,))
    assert event.place == QUARTER
    assert event.places_said == ("درعا البلد", "درعا")


def test_the_town_stays_beside_its_quarter_as_what_was_not_taken(desk: Desk):
    places = [choice for choice in told(desk, (TOWN,), (QUARTER,)).choices if choice.field == "place"]
    assert [(choice.value, choice.taken) for choice in places] == [("q1", True), ("c1", False)]


def test_one_teller_of_a_quarter_does_not_move_what_many_tell_of_the_town(desk: Desk):
    assert told(desk, *[(TOWN,)] * 4, (QUARTER,)).place == TOWN


def test_a_place_of_almost_the_same_size_does_not_lie_in_another(desk: Desk):
    beside = replace(TOWN, said="النعيمة", id="c2", name_ar="النعيمة", uncertainty_km=3.0)
    assert told(desk, (TOWN,), (TOWN,), (beside,)).place == TOWN


def test_what_is_struck_at_the_edge_of_a_town_is_not_in_the_village_beyond(desk: Desk):
    edge = replace(TOWN, said="أطراف درعا", relation="edge", uncertainty_km=6.0)
    assert told(desk, (edge,), (edge,), (QUARTER,)).place == edge


def test_what_more_tell_of_a_governorate_is_not_of_one_of_its_countrysides(desk: Desk):
    country = replace(GOVERNORATE, said="ريف درعا", id="r1", name_ar="ريف درعا", kind="region", uncertainty_km=22.0)
    assert told(desk, (GOVERNORATE,), (GOVERNORATE,), (country,)).place == GOVERNORATE


def test_a_name_that_no_gazetteer_holds_is_placed_in_the_area_that_its_claim_puts_it_in(desk: Desk):
    place = told(desk, (HAMLET, GOVERNORATE)).place
    assert place is not None
    assert (place.said, place.id, place.name_ar) == ("خربة النخل", None, None)
    assert (place.lat, place.lon, place.uncertainty_km) == (32.7, 36.2, 45.0)


def test_a_name_told_beside_a_city_may_lie_anywhere_around_it(desk: Desk):
    place = told(desk, (replace(HAMLET, admin1="حلب"), ALEPPO)).place
    assert place is not None
    assert (place.lat, place.lon, place.uncertainty_km) == (36.2, 37.15, 20.0)


def test_a_name_told_beside_a_village_of_its_size_gets_no_point_of_it(desk: Desk):
    place = next(choice for choice in told(desk, (TAFAS, HAMLET)).choices if choice.value == "خربه النخل")
    assert not place.taken
    assert told(Desk(), (HAMLET, replace(TAFAS, role="home"))).place == HAMLET


def test_a_name_gets_no_point_of_another_governorate(desk: Desk):
    assert told(desk, (HAMLET, ALEPPO)).place == HAMLET


@pytest.mark.parametrize(
    ("one", "other"),
    [("المنصوره", "منصوره"), ("منصوره", "منصور"), ("كفرزيتا", "كفرزيته"), ("طرفا", "طرفه"), ("سلمان", "سلمانه")],
)
def test_names_that_are_one_but_for_a_letter(one: str, other: str):
    assert one_letter_apart(one, other)
    assert one_letter_apart(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("نوي", "نوا"), ("سلمان", "زلمان"), ("كفرزيتا", "كفرنبل"), ("منصوره", "نصوريه")]
)
def test_names_that_are_two(one: str, other: str):
    assert not one_letter_apart(one, other)


TOPIC = replace(QUARTER, role="reference")


def test_a_statement_lies_nowhere_on_the_map_for_what_it_speaks_of(desk: Desk):
    one = desk.report("one")
    strike = desk.claim(one, counts=[killed(6)])
    spoken = desk.claim(one, "statement", place=TOPIC, act="condemn")
    events = desk.events()
    assert event_with(events, strike).place == QUARTER
    assert (event_with(events, spoken).place, event_with(events, spoken).places_said) == (None, ())


def test_two_reports_of_one_statement_are_one_event_by_what_it_speaks_of(desk: Desk):
    for outlet in ("one", "two"):
        desk.claim(desk.report(outlet), "statement", place=TOPIC, act="condemn", actors=[REBELS])
    assert (len(desk.events()), desk.events()[0].reports) == (1, tuple(sorted(report.id for report in desk.reports)))
