"""The places of the five shared reports of Daraa, name by name, against coordinates."""

from pathlib import Path

import pytest

from tawatur.lang.fold import fold_key
from tawatur.lang.gazetteer import km
from tawatur.lang.pack import load_pack
from tawatur.mark.all import mark_text
from tawatur.model.place import PlaceRef

WANTED = {
    "درعا البلد": ("hand-daraa-al-balad", 32.609, 36.098, 1),
    "درعا المحطة": ("hand-daraa-al-mahatta", 32.628, 36.104, 1),
    "المخيم": ("hand-daraa-camp", 32.618, 36.115, 1),
    "المنشية": ("ocha-N0506", 32.613, 36.092, 1),
    "طريق السد": ("hand-tariq-al-sadd", 32.611, 36.116, 1),
    "حاجز القصاد": ("hand-al-qassad-checkpoint", 32.619, 36.102, 3),
    "القبة": ("hand-al-qubba-daraa", 32.619, 36.102, 3),
    "مزارع الشياح": ("hand-al-shayyah-farms", 32.609, 36.098, 4),
    "أم المياذن": ("hand-umm-al-mayadhin", 32.585, 36.190, 2),
    "جاسم": (None, 32.992, 36.060, 3),
    "الحراك": ("hand-al-hirak", 32.749, 36.310, 2),
    "أنخل": ("hand-inkhil", 33.018, 36.128, 2),
    "المليحة": ("hand-al-mulayha-daraa", 32.756, 36.357, 3),
    "نوى": (None, 32.890, 36.040, 3),
    "طفس": (None, 32.736, 36.067, 3),
    "بنش": (None, 35.957, 36.714, 3),
    "عفرين": (None, 36.512, 36.870, 3),
    "اعزاز": (None, 36.587, 37.046, 3),
}
"""For each name as said: the id where the gazetteer's own row is meant, the point, and the kilometres allowed."""


@pytest.fixture(scope="module")
def told(shared: Path) -> dict[str, list[PlaceRef]]:
    pack = load_pack("ar")
    said: dict[str, list[PlaceRef]] = {}
    for path in sorted((shared / "data" / "daraa").glob("*.txt")):
        for mark in mark_text(path.read_text(encoding="utf-8"), pack).places:
            said.setdefault(fold_key(mark.place.said), []).append(mark.place)
    return said


@pytest.mark.parametrize("name", WANTED)
def test_a_name_is_resolved_rightly_wherever_it_stands(told: dict[str, list[PlaceRef]], name: str):
    place_id, lat, lon, allowed = WANTED[name]
    key = fold_key(name)
    places = [place for said, each in told.items() if said in (key, f"حي {key}") for place in each]
    assert places
    for place in places:
        assert place_id in (None, place.id)
        assert place.lat is not None
        assert place.lon is not None
        assert km(place.lat, place.lon, lat, lon) <= allowed
