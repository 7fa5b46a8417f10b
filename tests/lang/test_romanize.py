"""Arabic names in Latin letters."""

from tawatur.lang.romanize import romanized


def test_a_known_name_is_spelt_as_people_spell_it():
    assert romanized("محمد الخطيب") == "Muhammad Khatib"


def test_an_unknown_name_is_spelt_by_rule():
    found = romanized("زنبقان")
    assert found is not None
    assert found.isascii()


def test_what_has_no_arabic_letter_has_no_romanisation():
    assert romanized("H-100") is None
    assert romanized("") is None
