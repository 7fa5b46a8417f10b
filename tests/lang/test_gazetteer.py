import json
import math

import pytest

from tawatur.lang.fold import fold_key
from tawatur.lang.gazetteer import Gazetteer, km, load_gazetteer
from tawatur.lang.own_places import places_of, read_own_places
from tawatur.model.errors import PackError

FIRST_MEANT = {
    "SY": "درعا|درعا البلد|درعا المحطة|جاسم|الحراك|أنخل|نوى|طفس|بنش|عفرين|اعزاز|إدلب|المسيفرة|أم المياذن|تل أبيض"
    "|كفر نبل|كفرنبل|البوكمال|كوباني|معبر نصيب|حوران",
    "YE": "صنعاء|تعز",
    "PS": "غزة|رفح|خان يونس",
    "LB": "بيروت",
    "IQ": "الموصل",
    "SD": "الخرطوم",
    "LY": "بنغازي",
    "RU": "روسيا",
    "TR": "أنقرة",
}
COUNTRY_OF = [(name, country) for country, names in FIRST_MEANT.items() for name in names.split("|")]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(("name", "country"), COUNTRY_OF)
def test_a_well_known_name_first_means_its_best_known_country(gazetteer, name, country):
    assert gazetteer.by_name(fold_key(name))[0].country == country


def test_homonyms_are_all_kept(gazetteer):
    found = gazetteer.by_name(fold_key("المليحة"))
    assert {"ريف دمشق", "درعا"} <= {place.admin1_ar for place in found if place.country == "SY"}
    assert {"LB", "LY"} <= {place.country for place in gazetteer.by_name(fold_key("طرابلس"))}


def test_a_city_stands_before_the_villages_that_share_its_name(gazetteer):
    first, *others = gazetteer.by_name(fold_key("صنعاء"))
    assert first.population > 1_000_000
    assert any((place.population or 0) < 100 for place in others)


def test_a_name_is_found_with_and_without_its_article(gazetteer):
    assert "hand-al-qassad-checkpoint" in {place.id for place in gazetteer.by_name(fold_key("قصاد"))}
    assert "wof-1293711385" in {place.id for place in gazetteer.by_name(fold_key("المليحة الغربية"))}


def test_those_who_bear_the_name_as_given_stand_first(gazetteer):
    key = fold_key("مليحة")
    exact = [key in place.keys for place in gazetteer.by_name(key)]
    assert exact == sorted(exact, reverse=True)
    assert not all(exact)


@pytest.mark.parametrize("name", ["الحراك", "جاسم", "الشهداء", "محمد", "الثورة", "المحطة", "صور", "الجديدة"])
def test_ordinary_words_and_peoples_names_are_weak(gazetteer, name):
    assert gazetteer.by_name(fold_key(name))
    assert gazetteer.is_weak(fold_key(name))


@pytest.mark.parametrize(
    "name", ["درعا", "حلب", "طفس", "تعز", "خان يونس", "تل أبيض", "طريق السد", "بيت لحم", "الحمادين"]
)
def test_names_that_mean_nothing_else_are_not_weak(gazetteer, name):
    assert gazetteer.by_name(fold_key(name))
    assert not gazetteer.is_weak(fold_key(name))


def test_a_name_that_nobody_bears_finds_nothing(gazetteer):
    assert gazetteer.by_name("") == ()
    assert gazetteer.by_name(fold_key("مدينة الغيلان السبع")) == ()
    assert not gazetteer.is_weak(fold_key("مدينة الغيلان السبع"))
    assert gazetteer.by_id("nowhere") is None


def test_every_name_to_look_for_leads_to_a_place_and_is_folded(gazetteer):
    names = list(gazetteer.names())
    assert len(names) == len(set(names)) > 40_000
    for name in names[::97]:
        assert fold_key(name) == name
        assert gazetteer.by_name(name)


def test_every_row_has_a_point_on_the_globe_a_source_and_an_id_of_its_own(gazetteer):
    places = list(gazetteer)
    assert len({place.id for place in places}) == len(places)
    for place in places:
        assert math.isfinite(place.lat)
        assert abs(place.lat) <= 90
        assert abs(place.lon) <= 180
        assert place.uncertainty_km > 0
        assert place.source
        assert place.keys
        assert place.country is None or len(place.country) == 2
        assert "A" <= place.id[0].upper() <= "Z"


def test_every_parent_is_in_the_table(gazetteer):
    lost = {place.parent for place in gazetteer if place.parent and gazetteer.by_id(place.parent) is None}
    assert lost == set()


def test_every_syrian_row_lies_in_syria_and_not_far_from_its_parent(gazetteer):
    for place in gazetteer:
        if place.country == "SY" and place.kind not in ("country", "region"):
            assert 32 < place.lat < 37.7
            assert 35.4 < place.lon < 42.6


def test_quarters_of_daraa_lie_within_their_stated_reach_of_the_city(gazetteer):
    city = gazetteer.by_id("wof-421197257")
    quarters = [place for place in gazetteer if place.parent == city.id and place.kind in ("neighbourhood", "camp")]
    assert len(quarters) > 20
    for quarter in quarters:
        assert km(city.lat, city.lon, quarter.lat, quarter.lon) < 4


def test_a_degree_of_latitude_is_about_111_kilometres():
    assert km(32, 36, 33, 36) == pytest.approx(111.2, abs=0.1)
    assert km(33.5, 36.3, 33.5, 36.3) == 0


def test_a_users_csv_stands_before_the_pack(tmp_path):
    own = tmp_path / "own.csv"
    own.write_text("\ufeffname_ar,lat,lon,kind,aliases_ar\nطفس,32.74,36.07,,بلدة طفس\n", encoding="utf-8")
    first, second, *_ = load_gazetteer((read_own_places(own),)).by_name(fold_key("طفس"))
    assert (first.lat, first.source, first.kind, first.population) == (32.74, "own.csv", "place", None)
    assert first.id.startswith("own-")
    assert second.country == "SY"
    assert load_gazetteer((read_own_places(own),)).by_name(fold_key("بلدة طفس")) == (first,)


def test_a_users_geojson_points_are_read(tmp_path):
    own = tmp_path / "own.geojson"
    point = {"type": "Point", "coordinates": [36.1, 32.6]}
    feature = {"type": "Feature", "geometry": point, "properties": {"name_ar": "حاجز السنديانة", "id": "mine-1"}}
    own.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    place = load_gazetteer((read_own_places(own),)).by_id("mine-1")
    assert place is not None
    assert (place.lat, place.lon, place.name_ar) == (32.6, 36.1, "حاجز السنديانة")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name_ar,lat\nطفس,32\n", "no column lon"),
        ("name_ar,lat,lon\nطفس,شمال,36\n", "line 2, has lat 'شمال'"),
        ("name_ar,lat,lon\nطفس,nan,36\n", "line 2, has lat 'nan'"),
        ("name_ar,lat,lon\nطفس,32,186\n", "line 2, has lon '186'"),
        ("name_ar,lat,lon\n،،,32,36\n", "line 2, has name_ar '،،'"),
        ("name_ar;lat;lon\nطفس;32,7;36\n", "line 2, has lat '32,7'"),
        ("name_ar,lat,lon,population\nطفس,32,36,many\n", "line 2, has population 'many'"),
        ("name_ar,lat,lon,uncertainty_km\nطفس,32,36,\nجاسم,33,36,0\n", "line 3, has uncertainty_km '0'"),
        ("name_ar,lat,lon,country\nطفس,32,36,Syria\n", "line 2, has country 'Syria'"),
        ("name_ar,lat,lon,id\nطفس,32,36,a\nجاسم,33,36,a\n", "line 2: the id 'a' stands twice"),
        ("name_ar,lat,lon\nطفس,32,36,حي\n", "line 2, has more cells"),
        ('name_ar,lat,lon\n"طفس" x,32,36\n', "line 2, is no CSV"),
        ("name_ar,lat,lon,id\nطفس,32,36,land-sy\n", r"'land-sy' stands twice, in wrong\.csv and in Tawatur's own"),
    ],
)
def test_a_users_wrong_row_is_named_with_its_value(tmp_path, text, said):
    own = tmp_path / "wrong.csv"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=said):
        load_gazetteer((read_own_places(own),))


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{",
        '{"features": [{"geometry": null}]}',
        '{"features": [{"geometry": {"type": "Polygon", "coordinates": [[1, 2], [3, 4]]}}]}',
    ],
)
def test_a_geojson_file_without_points_is_refused(tmp_path, text):
    own = tmp_path / "wrong.geojson"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=r"wrong\.geojson"):
        read_own_places(own)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(PackError, match=r"absent\.csv"):
        read_own_places(tmp_path / "absent.csv")


def test_a_file_in_another_encoding_is_named_with_the_mend(tmp_path):
    own = tmp_path / "old.csv"
    own.write_bytes("name_ar,lat,lon\nطفس,32,36\n".encode("cp1256"))
    with pytest.raises(PackError, match=r"old\.csv cannot be read .*give a UTF-8 CSV"):
        read_own_places(own)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_the_one_of_the_first_line(tmp_path, separator):
    own = tmp_path / "own.csv"
    own.write_text(separator.join(["name_ar", "lat", "lon"]) + "\n" + separator.join(["طفس", "32.7", "36"]) + "\n")
    assert [place.lat for place in places_of(read_own_places(own))] == [32.7]


def test_tags_of_openstreetmap_are_understood(tmp_path):
    own = tmp_path / "osm.geojson"
    names = {"name": "Sindiyana", "name:ar": "السنديانة", "name:en": "Sindiyana", "alt_name:ar": "سنديانة"}
    feature = {"geometry": {"type": "Point", "coordinates": [36.1, 32.6]}, "properties": names}
    own.write_text(json.dumps({"features": [feature]}), encoding="utf-8")
    (place,) = places_of(read_own_places(own))
    assert (place.name_ar, place.name_en, place.aliases_ar) == ("السنديانة", "Sindiyana", ("سنديانة",))


def test_one_id_in_two_files_names_both(tmp_path):
    row = "name_ar,lat,lon,id\nطفس,32,36,mine\n"
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(row, encoding="utf-8")
    both = [read_own_places(tmp_path / name) for name in ("a.csv", "b.csv")]
    with pytest.raises(PackError, match=r"in a\.csv and in b\.csv"):
        load_gazetteer(both)
