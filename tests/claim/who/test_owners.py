"""Parties told in two words are one: a head and its name, a unit and its army, a weapon and its owner."""

from tests.claim.scopes import scope_in

from tawatur.claim.who.owners import with_owners


def owned(chars: str) -> list[tuple[str, str | None, str | None]]:
    """The parties of a sentence: as said, id, and whose they are."""
    return [(mark.party.said, mark.party.id, mark.party.parent) for mark in with_owners(scope_in(chars))]


def test_a_head_before_a_name_in_quotes_is_one_party():
    assert owned("اقتحمت ميليشيا “قسد” البلدة") == [("ميليشيا قسد", "sy-sdf", None)]


def test_a_unit_in_an_army_is_the_unit_and_names_the_army():
    assert owned("سيطرت الفرقة الرابعة في قوات النظام على التل") == [("الفرقة الرابعة", "sy-4div", "sy-gov")]


def test_a_patron_is_no_party_of_the_clause():
    assert owned("هاجم الجيش الوطني السوري المدعوم من تركيا القرية") == [("الجيش الوطني السوري", "sy-sna", None)]


def test_a_school_of_somebody_is_a_school():
    (school,) = owned("أغلقت مدرسة تابعة لقوات سوريا الديمقراطية أبوابها")
    assert school[1:] == (None, "sy-sdf")


def test_two_parties_that_and_joins_stay_two():
    assert [party[1] for party in owned("قصفت قوات النظام وروسيا البلدة")] == ["sy-gov", "ru"]
