"""Persons as they are marked: aliases, lists, and the spans that are taken from places."""

import pytest

from tawatur.lang.pack import Pack, load_pack
from tawatur.mark.all import mark_text
from tawatur.model.mark import PersonMark


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("ar")


def persons_in(chars: str, pack: Pack) -> tuple[PersonMark, ...]:
    return mark_text(chars, pack).persons


def test_an_alias_belongs_to_the_span_and_not_to_the_name(pack: Pack):
    (person,) = persons_in('القيادي محمد العلي الملقب بـ "أبو صقر" قتل', pack)
    assert (person.name, person.alias) == ("محمد العلي", "أبو صقر")


def test_a_family_called_after_a_town_is_no_place(pack: Pack):
    marks = mark_text("قال الطبيب سامر الحلبي إن الدواء نفد", pack)
    assert [person.name for person in marks.persons] == ["سامر الحلبي"]
    assert marks.places == ()


def test_a_mosque_called_after_a_person_holds_neither_person_nor_place_name(pack: Pack):
    marks = mark_text("تهدم جامع خالد بن الوليد", pack)
    assert marks.persons == ()
    assert marks.places == ()


def test_a_list_of_victims_is_read_line_by_line_with_names_that_nobody_knows(pack: Pack):
    found = persons_in(
        "أسماء الشهداء:\n1- روكان حمو العلي\n2- الطفل نيار شاهين الحلو (7 أعوام)\n3- محمد عادل الشامي", pack
    )
    assert [(person.name, person.role) for person in found] == [
        ("روكان حمو العلي", "victim"),
        ("نيار شاهين الحلو", "victim"),
        ("محمد عادل الشامي", "victim"),
    ]


def test_a_list_ends_where_no_name_stands(pack: Pack):
    found = persons_in("وهم: سيبار خالد الأحمد، ثم غادر الوفد، وعقد الاجتماع التالي", pack)
    assert [person.name for person in found] == ["سيبار خالد الأحمد"]


def test_thousands_of_names_in_a_row_are_all_read(pack: Pack):
    assert len(persons_in("محمد أحمد، " * 2000, pack)) == 2000
