"""English names of the register's parties, for those whom reports name in Arabic."""

from tawatur.lang.register import english_name


def test_a_party_s_own_name_has_its_english_name():
    assert english_name("المرصد السوري لحقوق الإنسان", "sohr") == "Syrian Observatory for Human Rights"


def test_spelling_is_seen_through():
    assert english_name("المرصد السوري لحقوق الانسان", "sohr") == "Syrian Observatory for Human Rights"


def test_other_words_than_the_party_s_names_have_none():
    assert english_name("مسؤول في المرصد", "sohr") is None


def test_a_name_alone_is_enough_where_one_party_bears_it():
    assert english_name("عنب بلدي") == "Enab Baladi"


def test_a_name_that_several_parties_bear_has_none_without_its_id():
    assert english_name("وزارة الدفاع") is None
    assert english_name("وزارة الدفاع", "sy-mod") is not None
