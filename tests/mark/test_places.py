"""Places: the spot that is meant, who bears the name, and what is kept of the decision."""

from pathlib import Path

import pytest

from tawatur.lang.gazetteer import km
from tawatur.lang.own_places import read_own_places
from tawatur.lang.pack import Pack, load_pack
from tawatur.mark.all import mark_text
from tawatur.model.mark import PlaceMark
from tawatur.model.place import PlaceRef

NAWA = (32.89044, 36.0399)
TAFAS = (32.73564, 36.06694)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("ar")


def marks(chars: str, pack: Pack) -> tuple[PlaceMark, ...]:
    return mark_text(chars, pack).places


def only(chars: str, pack: Pack) -> PlaceRef:
    (mark,) = marks(chars, pack)
    return mark.place


def apart(place: PlaceRef, lat: float, lon: float) -> float:
    assert place.lat is not None
    assert place.lon is not None
    return km(place.lat, place.lon, lat, lon)


def test_a_told_distance_moves_the_point_that_far(pack: Pack):
    place = only("عثر على السيارة على بعد 5 كم جنوب نوى", pack)
    assert place.lat is not None
    assert place.lat < NAWA[0]
    assert apart(place, *NAWA) == pytest.approx(5.0, abs=0.1)
    assert place.relation == "south"


def test_number_words_are_distances_too(pack: Pack):
    place = only("تمركزوا على بعد ثلاثة كيلومترات شمال مدينة طفس", pack)
    assert apart(place, *TAFAS) == pytest.approx(3.0, abs=0.1)


def test_a_distance_without_a_side_is_a_circle_around_the_place(pack: Pack):
    place = only("يبعد الموقع 12 كيلومترا عن مدينة نوى", pack)
    assert apart(place, *NAWA) == 0
    assert place.uncertainty_km is not None
    assert place.uncertainty_km >= 12
    assert place.relation == "near"


def test_east_of_a_town_lies_outside_it_and_says_how_far_off_it_may_be(pack: Pack):
    place = only("انتشرت الدوريات شرق مدينة طفس", pack)
    assert place.lon is not None
    assert place.lon > TAFAS[1]
    assert place.uncertainty_km is not None
    assert apart(place, *TAFAS) < place.uncertainty_km + 3
    assert place.relation == "east"


def test_the_western_countryside_is_the_western_half_of_the_countryside(pack: Pack):
    whole, half = only("في ريف نوى", pack), only("في ريف نوى الغربي", pack)
    assert half.lon < whole.lon  # type: ignore[operator]
    assert half.uncertainty_km < whole.uncertainty_km  # type: ignore[operator]
    assert half.relation == "west"


def test_the_eastern_and_western_countryside_is_no_side(pack: Pack):
    place = only("في ريفي درعا الشرقي والغربي", pack)
    assert (place.relation, place.kind) == ("countryside", "region")


def test_between_two_towns_is_half_way_with_half_the_distance(pack: Pack):
    place = only("انفجر لغم بين طفس ونوى", pack)
    assert place.id is None
    assert apart(place, *TAFAS) == pytest.approx(apart(place, *NAWA), abs=0.2)
    assert place.uncertainty_km == pytest.approx(km(*TAFAS, *NAWA) / 2, abs=0.2)
    assert place.relation == "between"


def test_a_road_from_one_city_to_another_is_one_place(pack: Pack):
    place = only("أغلق أوتوستراد دمشق - درعا أمام الشاحنات", pack)
    assert place.relation == "road"
    assert place.uncertainty_km is not None
    assert place.uncertainty_km > 40


def test_what_lies_between_two_countries_is_no_spot(pack: Pack):
    found = [mark.place.said for mark in marks("المحادثات بين الأردن ولبنان", pack)]
    assert found == ["الأردن", "لبنان"]


def test_two_words_of_sides_give_the_side_between_them(pack: Pack):
    place = only("تقدموا جنوب غربي مدينة نوى", pack)
    assert place.relation == "south-west"


def test_surroundings_are_wider_than_the_town(pack: Pack):
    town, around = only("في مدينة نوى", pack), only("في محيط مدينة نوى", pack)
    assert around.uncertainty_km > town.uncertainty_km  # type: ignore[operator]


def test_the_words_beside_a_name_decide_against_the_better_known(pack: Pack):
    places = [mark.place for mark in marks("دخل الباعة بلدة صيدا بريف درعا الشرقي", pack)]
    assert [place.country for place in places] == ["SY", "SY"]
    assert places[0].why is not None
    assert places[0].why.startswith("the words beside it say where it lies")


def test_the_runner_up_of_a_decision_is_kept_with_its_point(pack: Pack):
    sayda = marks("دخل الباعة بلدة صيدا بريف درعا الشرقي", pack)[0].place
    assert sayda.runner_up is not None
    assert sayda.runner_up.id != sayda.id
    assert apart(sayda, sayda.runner_up.lat, sayda.runner_up.lon) > 15


def test_the_other_names_of_a_report_decide_where_nothing_stands_beside_a_name(pack: Pack):
    lebanon = marks("وصلوا إلى صور ثم بيروت. وفي المساء وصلوا إلى صيدا.", pack)
    syria = marks("وصلوا إلى الجيزة ثم المسيفرة في محافظة درعا. وفي المساء زاروا بلدة صيدا.", pack)
    assert lebanon[-1].place.country == "LB"
    assert syria[-1].place.country == "SY"


def test_what_was_told_of_a_name_once_holds_where_it_is_told_again(pack: Pack):
    found = marks("في بلدة الشيخ سعد بريف درعا سوق كبير. وقال تاجر من بلدة الشيخ سعد إن الحركة جيدة.", pack)
    told = {mark.place.id for mark in found if mark.place.said == "الشيخ سعد"}
    assert len(told) == 1


def test_parties_of_a_country_decide_where_no_other_place_is_named(pack: Pack):
    place = only("اعتقلت قوات سوريا الديمقراطية شابا في قرية الحوايج", pack)
    assert place.country == "SY"


def test_a_bearer_far_from_all_that_is_told_is_not_taken(pack: Pack):
    place = marks("أغلقت الورشة في قرية العالية التابعة لناحية جاسم", pack)[0].place
    assert (place.id, place.lat, place.admin1) == (None, None, "Dar'a")
    assert place.runner_up is not None


def test_an_unlisted_name_lies_inside_the_smallest_area_told(pack: Pack):
    place = marks("احترق بيدر في قرية الدعبولية التابعة لناحية خربة غزالة بريف درعا الشرقي", pack)[0].place
    assert place.lat is None
    assert place.inside is not None
    assert place.inside.startswith("ocha-SY12")
    assert place.country == "SY"


def test_what_lies_near_a_place_is_not_inside_it(pack: Pack):
    place = marks("نصبت خيام في مخيم الدعابلة قرب بلدة أطمة", pack)[0].place
    assert place.inside is None
    assert place.admin1 == "Idleb"


def test_a_name_spelt_by_ear_is_found_where_the_report_plays(pack: Pack):
    place = marks("زار الأطباء قرية الصكيرو في محافظة الرقة", pack)[0].place
    assert place.name_en == "Skiru"
    assert place.why is not None
    assert "sounds like it" in place.why


def test_a_name_spelt_by_ear_is_not_looked_for_elsewhere(pack: Pack):
    place = marks("زار الأطباء قرية الصكيرو في محافظة السويداء", pack)[0].place
    assert place.id is None


def test_a_list_of_governorates_is_of_governorates_to_its_end(pack: Pack):
    kinds = {mark.place.kind for mark in marks("في محافظات درعا والسويداء والقنيطرة", pack)}
    assert kinds == {"governorate"}


def test_related_stories_do_not_move_the_places_of_the_report(pack: Pack):
    body = "شهدت بلدة صيدا اجتماعا حضره وجهاء من المسيفرة والجيزة ونصيب مساء أمس بحسب مصدر محلي من السكان.\n"
    tail = "\n".join(["مواضيع ذات صلة", "بيروت وصور والنبطية وطرابلس وزحلة"])
    alone = marks(body, pack)[0].place
    among = marks(f"{body}\n{tail}", pack)[0].place
    assert (alone.country, among.country) == ("SY", "SY")


def test_a_place_that_a_user_brings_goes_before_a_city_of_its_name(tmp_path: Path):
    path = tmp_path / "own.csv"
    path.write_text("name_ar,name_en,lat,lon\nحلب,Little Aleppo,32.7,36.1\n", encoding="utf-8")
    place = only("سوق في حلب", load_pack("ar", read_own_places(path)))
    assert place.name_en == "Little Aleppo"


@pytest.mark.parametrize(
    ("chars", "name"),
    [
        ("قصف على درعا البلد", "Daraa al-Balad"),
        ("هدوء في درعا المحطة", "Daraa al-Mahatta"),
        ("سوق مخيم درعا", "Daraa camp"),
        ("بيوت حي المنشية في درعا", "Al Mansheyah"),
        ("سكان حي طريق السد", "Tariq al-Sadd"),
        ("أزيل حاجز القصاد", "Al-Qassad checkpoint"),
        ("من محور القبة في درعا البلد", "Al-Qubba (Daraa)"),
        ("أشجار مزارع الشياح", "Al-Shayyah farms"),
        ("طريق بلدة أم المياذن", "Umm al-Mayadhin"),
        ("سوق مدينة جاسم", "Jasim"),
        ("سوق مدينة الحراك", "Al-Hirak"),
        ("سوق مدينة أنخل", "Inkhil"),
        ("بلدة المليحة في ريف درعا الشرقي", "Al-Mulayha (Daraa)"),
        ("سوق مدينة نوى", "Nawa"),
        ("سوق مدينة طفس", "Tafas"),
        ("سوق بلدة بنش", "Binnish"),
        ("سوق مدينة عفرين", "Afrin"),
        ("سوق مدينة أعزاز", "Azaz"),
    ],
)
def test_the_quarters_and_towns_around_daraa_are_known(pack: Pack, chars: str, name: str):
    assert marks(chars, pack)[0].place.name_en == name
