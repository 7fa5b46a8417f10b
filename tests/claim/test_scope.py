"""What lies in a sentence, and what stands next to what."""

from tests.claim.scopes import scope_in

from tawatur.claim.scope import after, before, cut, within
from tawatur.model.text import Span

TWO = "قصفت الطائرات بلدة سرمين. قتل ثلاثة مدنيين في بلدة أريحا."


def test_a_scope_holds_the_marks_of_its_own_sentence_only():
    first, second = scope_in(TWO), scope_in(TWO, 1)
    assert [mark.place.said for mark in first.places] == ["سرمين"]
    assert [mark.place.said for mark in second.places] == ["أريحا"]
    assert (len(first.numbers), len(second.numbers)) == (0, 1)


def test_a_cut_keeps_the_marks_that_begin_inside_the_span():
    scope = scope_in("قصف على سرمين وقصف على أريحا")
    half = cut(scope, Span(0, 14))
    assert [mark.place.said for mark in half.places] == ["سرمين"]
    assert half.chars is scope.chars


def test_within_takes_the_start_and_leaves_the_end_out():
    (number,) = scope_in("قتل سبعة").numbers
    assert within([number], Span(number.span.start, number.span.start + 1)) == (number,)
    assert within([number], Span(0, number.span.start)) == ()


def test_after_reaches_from_the_place_on_and_before_gives_the_nearest_first():
    scope = scope_in("قتل ثلاثة وجرح أربعة")
    three, four = scope.numbers
    assert after(scope.numbers, three.span.end, 3) == ()
    assert after(scope.numbers, three.span.end, 6) == (four,)
    assert before(scope.numbers, four.span.end, 40) == (four, three)


def test_a_word_inside_a_name_is_no_mark_of_its_own():
    scope = scope_in("وصلت فرق الدفاع المدني إلى الحي")
    assert scope.people == ()
    assert [mark.party.id for mark in scope.parties] == ["civil-defence"]


def test_the_words_for_where_fire_came_from_are_no_source_that_speaks():
    scope = scope_in("قصف على سرمين مصدره قوات النظام")
    assert [cue.kind for cue in scope.cues_of("launch_area")] == ["launch_area"]
    assert [mark.party.id for mark in scope.parties] == ["sy-gov"]
