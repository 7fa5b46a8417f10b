"""What tells two acts of one day and place apart, and what only contains the other ties nothing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.record.builders import ALEPPO, ARMY, GOVERNORATE, JULY_29, QUARTER, REBELS, TAFAS, Desk, killed, on

from tawatur.model.claim import Claim, ClaimDate
from tawatur.model.count import Count
from tawatur.model.party import PartyRef, Victim
from tawatur.model.place import PlaceRef
from tawatur.model.time import TimeSaid
from tawatur.record.alike.shared_text import SharedText
from tawatur.record.grouping.calm import with_calm
from tawatur.record.grouping.pairs import PairScore, pair_score
from tawatur.record.item import Item, item_of
from tawatur.record.rules import load_rules

RULES = load_rules()
CAR, MARKET, STATION = (PartyRef(said, kind="civilians") for said in ("سيارة مدنية", "السوق الشعبي", "محطة المياه"))
MISSILE, GUN, PLANE = (("صاروخ موجه", "guided-missile"),), (("مدفعية", "artillery"),), (("طائرة", "warplane"),)
NORTH = replace(TAFAS, id="n1", said="نوى", name_ar="نوى", lat=32.9)
EAST = replace(TAFAS, id="n2", said="الحراك", name_ar="الحراك", lat=32.75, lon=36.3)
SOUTH = replace(TAFAS, id="n3", said="نصيب", name_ar="نصيب", lat=32.55, lon=36.2)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def made(
    desk: Desk,
    ref: str,
    *,
    words: str = "",
    day: date = JULY_29,
    changes: Mapping[str, object] | None = None,
    **told: Any,
) -> Item:
    """A claim of a new report, made ready, with some fields of the claim changed."""
    report = next((one.id for one in desk.reports if one.given_ref == ref), None) or desk.report(ref)
    claim = desk.claim(report, **told)
    held: Claim = next(one for one in desk.claims[report] if one.id == claim)
    settled = ClaimDate(day, day, "day", "occurred", None, "test")
    return item_of(replace(held, **(changes or {})), settled, RULES, words=words)  # type: ignore[arg-type]


def score(one: Item, other: Item) -> PairScore:
    return pair_score(one, other, rules=RULES, text=SharedText({}))


def struck(desk: Desk, ref: str, what: PartyRef, arms: tuple[tuple[str, str], ...], **told: Any) -> Item:
    """A claim that a thing was struck with an arm."""
    return made(desk, ref, changes={"targets": (what,), "weapons": arms}, **told)


def at_hour(part: str) -> dict[str, Any]:
    return {"times": [on(JULY_29), TimeSaid("clock", part=part)]}


def injured(number: int) -> Count:
    return Count("injured", low=number, high=number, best=number, said=str(number), qualifier="exact")


def test_a_missile_on_a_car_is_not_the_artillery_on_the_market_of_that_day(desk: Desk):
    one, other = struck(desk, "a", CAR, MISSILE), struck(desk, "b", MARKET, GUN)
    assert score(one, other).refused == "acts"


def test_a_missile_on_a_car_is_not_the_artillery_on_its_town_unless_both_count_the_same(desk: Desk):
    def town(*counts: Count) -> Item:
        return made(desk, "b", changes={"weapons": GUN}, counts=counts)

    assert score(struck(desk, "a", CAR, MISSILE), town()).refused == "acts"
    assert score(struck(desk, "a", CAR, MISSILE, counts=[killed(1)]), town(killed(1))).refused is None


def test_an_air_raid_and_artillery_of_one_report_are_two_acts_unless_both_count_the_same(desk: Desk):
    def told(ref: str, arms: tuple[tuple[str, str], ...], *counts: Count) -> Item:
        return made(desk, ref, changes={"weapons": arms}, counts=counts)

    assert score(told("a", PLANE), told("a", GUN)).refused == "acts"
    assert score(told("c", PLANE, killed(2)), told("c", GUN, killed(2))).refused is None
    assert score(told("e", MISSILE), told("e", GUN)).refused is None
    assert score(told("f", PLANE), told("g", GUN)).refused is None


def test_two_arms_weigh_more_where_one_report_names_both(desk: Desk):
    one, other = (made(desk, "a", changes={"weapons": arms}) for arms in (MISSILE, GUN))
    assert {"arms.other", "report.arms"} <= {*score(one, other).signals}
    assert "report.arms" not in score(one, made(desk, "b", changes={"weapons": GUN})).signals


def test_other_arms_alone_only_weigh_against_it(desk: Desk):
    found = score(struck(desk, "a", CAR, MISSILE), struck(desk, "b", CAR, GUN))
    assert found.refused is None
    assert {"arms.other", "object.shared"} <= {*found.signals}


def test_a_victim_of_one_name_makes_one_act_of_two_that_differ(desk: Desk):
    hurt = [Victim("يزن الحمد", "injured")]
    found = score(struck(desk, "a", CAR, MISSILE, victims=hurt), struck(desk, "b", MARKET, GUN, victims=hurt))
    assert found.refused is None


def test_what_one_report_says_was_hit_is_hit_by_one_shelling(desk: Desk):
    one, other = struck(desk, "a", STATION, GUN), struck(desk, "a", MARKET, GUN)
    assert "object.other" not in score(one, other).signals


def test_the_morning_with_aircraft_and_the_evening_with_artillery_are_two_acts(desk: Desk):
    one = made(desk, "a", changes={"weapons": PLANE}, **at_hour("morning"))
    other = made(desk, "b", changes={"weapons": GUN}, **at_hour("evening"))
    assert score(one, other).refused == "acts"


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [("morning", "evening", True), ("morning", "noon", False), ("night", "dawn", False), ("midnight", "night", False)],
)
def test_hours_far_apart_on_the_clock_are_other_hours(desk: Desk, first: str, second: str, differ: bool):
    found = score(made(desk, "a", **at_hour(first)), made(desk, "b", **at_hour(second)))
    assert ("hour.other" in found.signals) is differ


def test_arms_are_known_by_the_words_of_the_clause_too(desk: Desk):
    one = made(desk, "a", kind="air_strike")
    other = made(desk, "b", words="طال القصف المدفعي البلدة")
    both = made(desk, "c", words="طالت غارات وقصف بالمدفعية البلدة")
    assert "arms.other" in score(one, other).signals
    assert "arms.other" not in score(one, both).signals
    assert "arms.other" not in score(other, both).signals


def test_rockets_are_of_no_kind_of_arm(desk: Desk):
    rocket = made(desk, "a", changes={"weapons": (("صاروخ", "rocket"),)})
    assert "arms.other" not in score(rocket, made(desk, "b", kind="air_strike")).signals


def test_each_side_shelling_the_other_is_two_acts_unless_both_count_the_same(desk: Desk):
    def told(ref: str, actor: PartyRef, target: PartyRef, *counts: Count) -> Item:
        return made(desk, ref, actors=[actor], counts=counts, changes={"targets": (target,)})

    assert score(told("a", ARMY, REBELS), told("b", REBELS, ARMY)).refused == "acts"
    assert score(told("c", ARMY, REBELS, killed(2)), told("d", REBELS, ARMY, killed(2))).refused is None


def test_one_dead_of_an_area_says_nothing_one_dead_and_one_hurt_do(desk: Desk):
    def bare(*counts: Count) -> bool:
        one, other = (
            made(Desk(), ref, place=place, counts=counts) for ref, place in (("a", GOVERNORATE), ("b", QUARTER))
        )
        return "area.bare" in score(one, other).signals

    assert bare(killed(1))
    assert not bare(killed(1), injured(1))


def test_of_a_raid_one_dead_of_an_area_says_enough(desk: Desk):
    one, other = (
        made(desk, ref, kind="raid", place=place, counts=[killed(1)])
        for ref, place in (("a", GOVERNORATE), ("b", QUARTER))
    )
    assert "area.bare" not in score(one, other).signals


def test_figures_that_two_sides_are_blamed_for_do_not_tie_an_area_to_a_place_in_it(desk: Desk):
    one = made(desk, "a", place=GOVERNORATE, counts=[killed(4)], actors=[ARMY])
    other = made(desk, "b", counts=[killed(4)], actors=[REBELS])
    assert "area.bare" in score(one, other).signals


def test_two_villages_near_one_another_tie_no_more_than_an_area(desk: Desk):
    near = replace(TAFAS, lat=32.62, lon=36.12)
    road = replace(near, id=None, said="طريق طفس", relation="road")
    assert "area.bare" in score(made(desk, "a"), made(desk, "b", place=near)).signals
    assert "area.bare" not in score(made(desk, "c"), made(desk, "d", place=road)).signals


def test_the_west_of_a_city_is_around_it_and_of_a_village_the_village(desk: Desk):
    west = replace(ALEPPO, said="غربي حلب", relation="west", uncertainty_km=15.0)
    edge = replace(TAFAS, said="غربي طفس", relation="west", uncertainty_km=5.0)
    assert "place.around" in score(made(desk, "a", place=ALEPPO), made(desk, "b", place=west)).signals
    assert "place.same" in score(made(desk, "c", place=TAFAS), made(desk, "d", place=edge)).signals


def rounds(desk: Desk, some: tuple[PlaceRef, ...], others: tuple[PlaceRef, ...], *, later: int = 0) -> PairScore:
    """The score of two lists of places, the second of some days later."""
    one = made(desk, "a", changes={"places": some})
    other = made(desk, "b", day=JULY_29.replace(day=29 - later), changes={"places": others})
    return score(one, other)


def test_lists_that_share_less_than_half_of_the_shorter_share_few(desk: Desk):
    few = rounds(desk, (QUARTER, TAFAS, NORTH), (QUARTER, EAST, SOUTH))
    assert {"place.few", "area.bare"} <= {*few.signals}
    assert "place.partly" in rounds(Desk(), (QUARTER, TAFAS, NORTH), (QUARTER, TAFAS, SOUTH)).signals


def test_long_lists_that_share_one_share_few_however_near_their_places_lie(desk: Desk):
    near = [replace(NORTH, id=f"m{n}", said=f"قرية {n}", name_ar=f"قرية {n}", lat=32.9 + n / 1000) for n in range(2)]
    few = rounds(desk, (TAFAS, NORTH, EAST), (TAFAS, *near))
    assert "place.few" in few.signals


def test_cities_of_two_governorates_stand_for_their_regions(desk: Desk):
    daraa = replace(ALEPPO, id="d9", said="درعا", name_ar="درعا", lat=32.62, lon=36.1, admin1="درعا", admin2="درعا")
    assert "area.bare" in rounds(desk, (ALEPPO, daraa), (ALEPPO,)).signals
    assert "area.bare" not in rounds(Desk(), (ALEPPO,), (ALEPPO,)).signals


def test_a_list_of_places_and_one_of_them_on_another_day_are_two(desk: Desk):
    assert rounds(desk, (QUARTER, TAFAS, NORTH), (QUARTER,), later=1).refused == "rounds"


def test_a_list_struck_by_aircraft_is_not_the_artillery_on_one_of_its_places(desk: Desk):
    one = made(desk, "a", kind="air_strike", changes={"places": (QUARTER, TAFAS, NORTH)})
    assert score(one, made(desk, "b", changes={"weapons": GUN})).refused == "acts"


def test_one_report_does_not_tell_one_act_as_harming_nobody_and_as_a_toll(desk: Desk):
    toll = made(desk, "a", counts=[killed(2)])
    calm = made(desk, "a")
    told = made(desk, "a", status="none_reported", changes={"clause": calm.claim.clause})
    items = with_calm({item.id + item.claim.status: item for item in (toll, calm, told)})
    harmless = [item for item in items.values() if item.calm]
    assert {item.claim.status for item in harmless} == {"asserted", "none_reported"}
    assert [score(item, toll).refused for item in harmless] == ["report_harm", "report_harm"]


def test_another_report_may_count_those_whom_the_first_did_not_see(desk: Desk):
    told = made(desk, "a", status="none_reported")
    (calm,) = with_calm({told.id: told}).values()
    assert score(calm, made(desk, "b", counts=[killed(2)])).refused is None


def test_a_wave_of_one_day_in_one_town_is_as_many_events_as_acts(desk: Desk):
    for ref in "ab":
        desk.claim(desk.report(ref), "air_strike", counts=[killed(3)], **at_hour("dawn"))
    for ref in "cd":
        claim = desk.claim(desk.report(ref), counts=[injured(2)], **at_hour("evening"))
        held = desk.claims[next(one.id for one in desk.reports if one.given_ref == ref)]
        held[:] = [replace(one, weapons=GUN) if one.id == claim else one for one in held]
    assert sorted(len(event.claims) for event in desk.events()) == [2, 2]


@pytest.mark.parametrize(("kind", "bare"), [("siege", False), ("shelling", True)])
def test_a_state_of_a_town_and_of_its_quarter_is_one_and_two_acts_of_a_day_may_be_two(
    desk: Desk, kind: str, bare: bool
):
    town = replace(TAFAS, id="t1", said="المدينة", name_ar="المدينة", uncertainty_km=4.0)
    quarter = replace(TAFAS, id="t2", said="الحي القديم", name_ar="الحي القديم", lat=32.74, uncertainty_km=1.0)
    one, other = made(desk, "a", kind=kind, place=town), made(desk, "b", kind=kind, place=quarter)
    found = score(one, other)
    assert "place.near" in found.signals
    assert ("area.bare" in found.signals) is bare
