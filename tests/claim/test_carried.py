"""What points back is the one told of before, and only where one fits."""

from tests.claim.scopes import scope_in

from tawatur.claim.carried import NOTHING, by_last_name, with_repeats


def repeated(chars: str) -> list[str | None]:
    """The ids of the parties of the last of two sentences, those that point back with them."""
    told = NOTHING.with_sentence(scope_in(chars, 0))
    return [mark.party.id for mark in with_repeats(scope_in(chars, 1), told)]


def test_the_organisation_is_the_one_named_so():
    assert repeated("هاجم تنظيم داعش قوات سوريا الديمقراطية. وانسحب التنظيم ليلا.") == ["isis"]


def test_the_latter_is_the_last_party_told_of():
    assert repeated("هاجم تنظيم داعش قوات سوريا الديمقراطية. وردت الأخيرة بالقصف.") == ["sy-sdf"]


def test_both_sides_are_the_last_two():
    told = repeated("هاجم تنظيم داعش قوات سوريا الديمقراطية. واشتبك الطرفان ليلا.")
    assert sorted(filter(None, told)) == ["isis", "sy-sdf"]


def test_nothing_points_back_where_nobody_fits():
    assert repeated("هاجم تنظيم داعش البلدة. وتقدم الحزب في الانتخابات.") == []


def test_a_last_name_is_the_person_told_of_in_full():
    told = NOTHING.with_sentence(scope_in("قال الناشط خالد الحسن إن الوضع صعب."))
    scope = scope_in("وطالب الحسن بفتح الطريق.")
    found = by_last_name(scope, scope.chars.index(" "), told)
    assert found is not None
    assert found.party.said == "خالد الحسن"


def test_a_longer_word_is_not_the_last_name():
    told = NOTHING.with_sentence(scope_in("قال الناشط خالد الحسن إن الوضع صعب."))
    scope = scope_in("وطالب الحسناوي بفتح الطريق.")
    assert by_last_name(scope, scope.chars.index(" "), told) is None
