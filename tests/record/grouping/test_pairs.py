"""What speaks for and against two claims being of one happening, rule by rule."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from tests.record.builders import (
    ALEPPO,
    ARMY,
    GOVERNORATE,
    JULY_29,
    QUARTER,
    REBELS,
    TAFAS,
    Desk,
    event_with,
    killed,
    on,
)

from tawatur.model.claim import ClaimDate
from tawatur.model.count import Count
from tawatur.model.party import PartyRef, Victim
from tawatur.model.place import PlaceRef
from tawatur.model.time import TimeSaid
from tawatur.record.alike.shared_text import SharedText
from tawatur.record.grouping.pairs import PairScore, pair_score
from tawatur.record.item import Item, item_of, name_words, same_person
from tawatur.record.rules import load_rules

RULES = load_rules()
ALLY = PartyRef("الحلفاء", id="allies", side="russia")
OTHER_REBELS = PartyRef("فصيل آخر", id="others", side="opposition")
LONG_ROAD = PlaceRef("طريق طفس – درعا", lat=32.7, lon=36.1, uncertainty_km=30.0, kind="landmark", relation="road")
COUNTRYSIDE = replace(TAFAS, said="ريف طفس", kind="region", uncertainty_km=15.0, relation="countryside")
SAME_NAME = replace(TAFAS, id="t2", lat=34.7, admin1="حمص", admin2="حمص")


@pytest.fixture
def desk() -> Desk:
    return Desk()


def item(desk: Desk, claim: str, **changes: object) -> Item:
    """A claim of the desk, made ready, on 29 July."""
    found = next(held for claims in desk.claims.values() for held in claims if held.id == claim)
    settled = ClaimDate(JULY_29, JULY_29, "day", "occurred", None, "test")
    return item_of(replace(found, **changes), settled, RULES)  # type: ignore[arg-type]


def score(one: Item, other: Item) -> PairScore:
    """The score of a pair whose reports share no text."""
    return pair_score(one, other, rules=RULES, text=SharedText({}))


def pair(desk: Desk, one: Mapping[str, object], other: Mapping[str, object]) -> PairScore:
    """The score of two claims of two reports."""
    a, b = (desk.claim(desk.report(ref), **told) for ref, told in (("a", one), ("b", other)))  # type: ignore[arg-type]
    return score(item(desk, a), item(desk, b))


def at(place: PlaceRef) -> dict[str, object]:
    return {"place": place}


def test_a_pair_scores_the_same_in_either_order(desk: Desk):
    a = item(desk, desk.claim(desk.report("a"), counts=[killed(3)], actors=[ARMY]))
    b = item(desk, desk.claim(desk.report("b"), "attack", place=GOVERNORATE, counts=[killed(3, 5)], actors=[ALLY]))
    assert score(a, b) == score(b, a)


def test_points_are_the_sum_of_what_the_signals_weigh(desk: Desk):
    found = pair(desk, {"counts": [killed(6)]}, {"counts": [killed(6)]})
    assert found.points == pytest.approx(sum(RULES.points[signal] for signal in found.signals))
    assert {"pair.bias", "type.same", "place.same", "day.same", "count.equal"} == {*found.signals}


@pytest.mark.parametrize(
    ("kind", "other", "relation"),
    [
        ("shelling", "shelling", "type.same"),
        ("shelling", "air_strike", "type.family"),
        ("attack", "arrest", "type.kin"),
        ("raid", "deployment", "type.companion"),
        ("shelling", "displacement", "type.companion"),
        ("shelling", "agreement_breach", "type.through"),
        ("attack", "deployment", "type.through"),
    ],
)
def test_types_that_can_tell_of_one_happening(desk: Desk, kind: str, other: str, relation: str):
    assert relation in pair(desk, {"kind": kind}, {"kind": other}).signals


@pytest.mark.parametrize("other", ["statement", "evacuation", "protest", "strike", "agreement"])
def test_types_that_never_do(desk: Desk, other: str):
    assert pair(desk, {"kind": "raid"}, {"kind": other}).refused == "types"


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (QUARTER, QUARTER, "place.same"),
        (QUARTER, GOVERNORATE, "place.within"),
        (GOVERNORATE, GOVERNORATE, "place.one_area"),
        (TAFAS, SAME_NAME, "place.homonym"),
        (TAFAS, PlaceRef("شرق طفس"), "place.named"),
        (TAFAS, PlaceRef("خربة النخل", inside="t1", admin1="درعا"), "place.inside"),
        (GOVERNORATE, PlaceRef("خربة النخل", inside="d1", admin1="درعا"), "place.within"),
        (COUNTRYSIDE, PlaceRef("خربة النخل", inside="t1", admin1="درعا"), "place.within"),
        (TAFAS, replace(TAFAS, said="منطقة طفس", kind="region", uncertainty_km=10.0, relation="area"), "place.around"),
        (
            TAFAS,
            replace(TAFAS, said="ريف طفس", kind="region", uncertainty_km=15.0, relation="countryside"),
            "place.one_area",
        ),
        (TAFAS, replace(TAFAS, id="s1", said="مركز طفس", kind="subdistrict", uncertainty_km=10.0), "place.around"),
        (PlaceRef("النخلة"), PlaceRef("نخلة"), "place.named"),
        (PlaceRef("الخربة"), PlaceRef("خربة النخل"), "place.unknown"),
        (TAFAS, replace(SAME_NAME, said="أطراف طفس"), "place.homonym"),
        (LONG_ROAD, LONG_ROAD, "place.same"),
        (TAFAS, PlaceRef("ريف طفس", id="c1", lat=32.8, lon=36.1, uncertainty_km=25.0, admin1="درعا"), "place.around"),
        (QUARTER, replace(TAFAS, lat=32.62, lon=36.12), "place.near"),
        (QUARTER, TAFAS, "place.apart"),
        (QUARTER, PlaceRef("خربة النخل"), "place.unknown"),
    ],
)
def test_how_two_places_lie(desk: Desk, one: PlaceRef, other: PlaceRef, relation: str):
    assert relation in pair(desk, at(one), at(other)).signals


def test_a_place_that_no_gazetteer_holds_in_another_governorate_is_far(desk: Desk):
    unknown = PlaceRef("خربة النخل", inside="x", admin1="حلب")
    assert pair(desk, at(TAFAS), at(unknown)).refused == "places"


def test_two_lists_that_share_a_place_while_each_has_another_are_partly_one(desk: Desk):
    claims = [item(desk, desk.claim(desk.report(ref))) for ref in "ab"]
    north = replace(TAFAS, id="n1", said="نوى", name_ar="نوى", lat=32.9)
    here, there = (
        item(desk, held.id, places=(QUARTER, extra)) for held, extra in zip(claims, (TAFAS, north), strict=True)
    )
    assert "place.partly" in score(here, there).signals
    assert "place.same" in score(here, claims[1]).signals


def test_a_list_of_places_is_more_than_what_struck_one_of_them(desk: Desk):
    north = replace(TAFAS, id="n1", said="نوى", name_ar="نوى", lat=32.9)
    one, other = (item(desk, desk.claim(desk.report(ref))) for ref in "ab")
    two, three = (item(desk, other.id, places=(QUARTER, *more)) for more in ((TAFAS,), (TAFAS, north)))
    assert "place.same" in score(one, two).signals
    assert "place.listed" in score(one, three).signals


def test_at_least_five_and_eight_can_both_be_true(desk: Desk):
    assert "count.fits" in pair(desk, {"counts": [killed(5, at_least=True)]}, {"counts": [killed(8)]}).signals


def test_dead_civilians_and_dead_fighters_are_not_compared(desk: Desk):
    found = pair(desk, {"counts": [killed(5, status="civilian")]}, {"counts": [killed(8, status="combatant")]})
    assert not any(signal.startswith("count.") for signal in found.signals)


def test_a_unit_or_an_ally_of_the_same_side_is_no_rival(desk: Desk):
    assert "party.allied" in pair(desk, {"actors": [ARMY]}, {"actors": [ALLY]}).signals
    assert "party.allied" in pair(desk, {"actors": [REBELS]}, {"actors": [OTHER_REBELS]}).signals
    assert "party.rival" in pair(desk, {"actors": [ARMY]}, {"actors": [REBELS]}).signals


@pytest.mark.parametrize(("kind", "signal"), [("armed_clash", "party.sides"), ("shelling", "party.answer")])
def test_who_is_hit_in_one_and_hits_in_the_other_fights_in_a_clash_and_answers_a_shelling(
    desk: Desk, kind: str, signal: str
):
    a = item(desk, desk.claim(desk.report("a"), kind, actors=[ARMY], counts=[killed(1)]), targets=(REBELS,))
    b = item(desk, desk.claim(desk.report("b"), kind, actors=[REBELS], counts=[killed(1)]), targets=(ARMY,))
    assert signal in score(a, b).signals


def test_one_dead_of_two_names_is_two_happenings(desk: Desk):
    one, other = ([Victim(name, "killed")] for name in ("يزن الحمد", "سامر الخطيب"))
    told = ({"kind": "attack", "counts": [killed(1)], "victims": victims} for victims in (one, other))
    assert pair(desk, *told).refused == "dead"


@pytest.mark.parametrize("name", ["أبو خالد", "خالد يزن الحمد", "الحمد"])
def test_one_dead_under_a_byname_a_part_or_a_longer_form_of_a_name_may_be_the_same(desk: Desk, name: str):
    one, other = ([Victim(said, "killed")] for said in ("يزن الحمد", name))
    told = ({"counts": [killed(1)], "victims": victims} for victims in (one, other))
    assert pair(desk, *told).refused is None


def test_two_wounded_of_two_names_may_be_of_one_happening(desk: Desk):
    injured = Count("injured", low=1, high=1, best=1, said="1", qualifier="exact")
    one, other = ([Victim(said, "injured")] for said in ("يزن الحمد", "سامر الخطيب"))
    told = ({"counts": [injured], "victims": victims} for victims in (one, other))
    assert pair(desk, *told).refused is None


def test_a_days_toll_of_a_governorate_is_not_a_happening_in_it(desk: Desk):
    toll = {"place": GOVERNORATE, "counts": [killed(23, period="day")]}
    assert pair(desk, toll, {}).refused == "total"
    assert pair(desk, toll, {"counts": [killed(4, at_least=True)]}).refused is not None


def test_a_governorates_larger_figure_is_a_total_of_the_smaller_one_in_it(desk: Desk):
    found = pair(desk, {"place": GOVERNORATE, "counts": [killed(23)]}, {"counts": [killed(4)]})
    assert found.refused == "total"


def test_an_areas_figure_that_a_spot_gives_too_may_be_its_own(desk: Desk):
    assert pair(desk, {"place": GOVERNORATE, "counts": [killed(4)]}, {"counts": [killed(4)]}).refused is None


def test_what_one_report_says_twice_is_weighed_as_such(desk: Desk):
    report = desk.report("a")
    one, other = (
        desk.claim(report, actors=[ARMY], counts=[killed(2)]),
        desk.claim(report, actors=[REBELS], counts=[killed(7)]),
    )
    signals = score(item(desk, one), item(desk, other)).signals
    assert {"report.same", "report.beside", "report.rival", "report.differs"} <= {*signals}


def test_clauses_far_apart_in_a_report_are_not_beside_one_another(desk: Desk):
    report = desk.report("a")
    one = item(desk, desk.claim(report))
    far = item(desk, desk.claim(report), clause=one.claim.clause._replace(start=2000, end=2010))
    assert "report.beside" not in score(one, far).signals
    assert "report.beside" in score(one, item(desk, far.id, where="title")).signals


def test_a_raid_with_its_arrests_and_its_clash_is_one_happening(desk: Desk):
    report = desk.report("a")
    for kind in ("raid", "arrest", "armed_clash"):
        desk.claim(report, kind, actors=[ARMY])
    assert len(desk.events()) == 1


def test_the_strike_and_the_toll_that_names_no_place_are_one_happening(desk: Desk):
    report = desk.report("a")
    desk.claim(report, actors=[ARMY])
    desk.claim(report, place=None, counts=[killed(3)], actors=[ARMY])
    assert len(desk.events()) == 1


def test_a_wounded_person_named_apart_from_the_strike_is_in_its_event(desk: Desk):
    report = desk.report("a")
    strike = desk.claim(report, "drone_strike", actors=[ARMY], counts=[killed(1)])
    desk.claim(report, "drone_strike", victims=[Victim("يزن الحمد", "injured")])
    assert [victim.name for victim in event_with(desk.events(), strike).victims] == ["يزن الحمد"]


def test_a_name_read_as_two_places_is_one_happening_where_the_same_dead_are_named(desk: Desk):
    dead = [Victim("يزن الحمد", "killed")]
    for ref, place in (("a", TAFAS), ("b", SAME_NAME)):
        desk.claim(desk.report(ref), place=place, victims=dead, counts=[killed(1)])
    assert len(desk.events()) == 1


def test_clashes_of_two_days_at_one_place_are_one_event_a_day(desk: Desk):
    for ref, day in (("a", 27), ("b", 27), ("c", 28), ("d", 28)):
        desk.claim(desk.report(ref), "armed_clash", times=[on(JULY_29.replace(day=day))])
    assert sorted(len(event.claims) for event in desk.events()) == [2, 2]


def test_shelling_of_two_cities_on_one_day_is_two_events(desk: Desk):
    desk.claim(desk.report("a"))
    desk.claim(desk.report("b"), place=ALEPPO)
    assert len(desk.events()) == 2


def test_an_area_alone_ties_nothing_a_figure_in_it_does(desk: Desk):
    bare = pair(desk, at(GOVERNORATE), at(QUARTER))
    assert "area.bare" in bare.signals
    figure = {"counts": [killed(6)]}
    assert "area.bare" not in pair(desk, {**at(GOVERNORATE), **figure}, {**at(QUARTER), **figure}).signals


def test_an_area_ties_two_kinds_of_act_less_than_one(desk: Desk):
    attack, abduction, arrest = ({**at(GOVERNORATE), "kind": kind} for kind in ("torture", "abduction", "arrest"))
    assert "area.kinds" in pair(desk, attack, abduction).signals
    assert "area.kinds" not in pair(desk, abduction, arrest).signals


def test_other_actors_at_other_places_are_no_rival_accounts_of_one_act(desk: Desk):
    army, rebels = ({"actors": [party]} for party in (ARMY, REBELS))
    assert "area.rival" in pair(desk, {**at(QUARTER), **army}, {**at(TAFAS), **rebels}).signals
    assert "area.rival" not in pair(desk, {**at(TAFAS), **army}, {**at(TAFAS), **rebels}).signals


def test_of_a_list_of_many_places_one_always_lies_near(desk: Desk):
    near = replace(QUARTER, id="q2", said="درعا المحطة", name_ar="درعا المحطة", lat=32.622)
    north = replace(TAFAS, id="n1", said="نوى", name_ar="نوى", lat=32.9)
    one, other = (item(desk, desk.claim(desk.report(ref))) for ref in "ab")
    alone, listed = (item(desk, other.id, places=(near, *more)) for more in ((), (TAFAS, north)))
    assert "place.near" in score(one, alone).signals
    assert "place.apart" in score(one, listed).signals


def test_a_city_ties_two_kinds_of_act_no_more_than_an_area_does(desk: Desk):
    assert "area.city" in pair(desk, {**at(ALEPPO), "kind": "abduction"}, {**at(ALEPPO), "kind": "torture"}).signals
    assert "area.city" not in pair(desk, {**at(ALEPPO), "kind": "abduction"}, {**at(ALEPPO), "kind": "arrest"}).signals
    assert "area.city" not in pair(desk, {**at(TAFAS), "kind": "abduction"}, {**at(TAFAS), "kind": "torture"}).signals


def test_a_word_that_only_says_how_a_place_lies_is_no_name_in_common(desk: Desk):
    assert "place.unknown" in pair(desk, at(PlaceRef("محيط")), at(PlaceRef("محيط طفس"))).signals


def test_what_has_no_day_is_not_what_another_report_tells_of_its_place(desk: Desk):
    for ref in "ab":
        desk.claim(desk.report(ref, None), times=[], actors=[ARMY])
    assert len(desk.events()) == 2


def test_equal_dead_beside_wounded_that_differ_are_weighed_as_such(desk: Desk):
    four, six = (Count("injured", low=n, high=n, best=n, said=str(n), qualifier="exact") for n in (4, 6))
    assert "count.but" in pair(desk, {"counts": [killed(2), four]}, {"counts": [killed(2), six]}).signals
    assert "count.but" not in pair(desk, {"counts": [killed(2), four]}, {"counts": [killed(2)]}).signals


def test_the_crossing_of_two_reports_is_no_place_in_common(desk: Desk):
    crossing = replace(TAFAS, said="حاجز")
    assert "place.unknown" in pair(desk, at(crossing), at(crossing)).signals


def test_a_name_of_one_governorate_spelled_with_a_letter_more_is_nearly_that_name(desk: Desk):
    one, other, away = (
        PlaceRef(said, admin1=side)
        for said, side in (("قرية المنصورة", "درعا"), ("المنصورية", "درعا"), ("المنصورية", "حلب"))
    )
    assert "place.spelled" in pair(desk, at(one), at(replace(other, said="منصور"))).signals
    assert "place.spelled" in pair(desk, at(one), at(other)).signals
    assert pair(desk, at(one), at(away)).refused == "places"


def test_a_spot_between_two_places_is_one_however_its_road_is_called(desk: Desk):
    road = PlaceRef("الطريق بين طفس ونوى", lat=32.8, lon=36.05, uncertainty_km=5.0, admin1="درعا")
    assert "place.same" in pair(desk, at(road), at(replace(road, said="بين نوى وطفس"))).signals


def test_one_person_killed_in_both_by_full_name_weighs_more_than_one_wounded_in_both(desk: Desk):
    dead, hurt, byname = (
        [Victim(name, harm)]
        for name, harm in (("يزن الحمد", "killed"), ("يزن الحمد", "injured"), ("أبو يزن", "killed"))
    )
    assert "victim.dead" in pair(desk, {"victims": dead}, {"victims": dead}).signals
    assert "victim.dead" not in pair(desk, {"victims": dead}, {"victims": hurt}).signals
    assert "victim.dead" not in pair(desk, {"victims": byname}, {"victims": byname}).signals


def test_one_persons_death_ties_two_far_places_of_one_governorate_and_none_beyond(desk: Desk):
    dead = {"victims": [Victim("يزن الحمد", "killed")]}
    away = replace(TAFAS, id="t3", said="اللجاة", name_ar="اللجاة", lat=33.2)
    assert pair(desk, at(TAFAS), at(away)).refused == "places"
    assert "place.apart" in pair(desk, {**at(TAFAS), **dead}, {**at(away), **dead}).signals
    assert pair(desk, {**at(TAFAS), **dead}, {**at(ALEPPO), **dead}).refused == "places"


def test_a_region_ties_less_than_the_countryside_of_a_town(desk: Desk):
    region = replace(GOVERNORATE, id="r1", said="جنوب البلاد", kind="region", uncertainty_km=80.0, admin1=None)
    assert "area.wide" in pair(desk, at(region), at(region)).signals
    assert "area.wide" not in pair(desk, at(GOVERNORATE), at(GOVERNORATE)).signals


def test_two_lists_of_places_of_two_days_are_two_rounds(desk: Desk):
    north = replace(TAFAS, id="n1", said="نوى", name_ar="نوى", lat=32.9)
    claims = [item(desk, desk.claim(desk.report(ref))) for ref in "ab"]
    here, there = (
        item(desk, held.id, places=(QUARTER, extra)) for held, extra in zip(claims, (TAFAS, north), strict=True)
    )
    day = JULY_29.replace(day=30)
    assert score(here, replace(there, exact=day, days=(day, day))).refused == "rounds"


def test_two_days_that_are_named_are_two_happenings_and_two_that_only_count_from_their_reports_may_be_one(desk: Desk):
    def told(weekday: int | None) -> str | None:
        said = TimeSaid("offset", offset=0, unit="day", weekday=weekday)
        here, there = (item(desk, desk.claim(desk.report(ref), times=[said])) for ref in "ab")
        day = JULY_29.replace(day=30)
        return score(here, replace(there, exact=day, days=(day, day))).refused

    assert (told(3), told(None)) == ("days", None)


def test_two_sums_over_months_that_do_not_agree_are_two_events(desk: Desk):
    months = (JULY_29.replace(month=1), JULY_29)
    sums = [
        replace(
            item(desk, desk.claim(desk.report(ref), counts=[killed(dead, period="since")])), days=months, exact=None
        )
        for ref, dead in (("a", 47), ("b", 21), ("c", 47))
    ]
    assert score(sums[0], sums[1]).refused == "totals"
    assert score(sums[0], sums[2]).refused is None


def test_a_name_is_one_persons_with_and_without_articles_and_however_servant_of_is_written():
    written = ("سامر عبد الله الحمدان", "سامر عبدالله حمدان", "سامر الحمدان", "سامر عبد الرحمن الحمدان")
    full, joined, short, other = (name_words(name, RULES) for name in written)
    assert full == joined
    assert same_person(full, short)
    assert not same_person(full, other)
