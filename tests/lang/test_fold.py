"""Spelling folded for comparison, with a way back to the characters as they stand."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tawatur.lang.fold import TA_MARBUTA, as_read, fold, fold_but_quotes, fold_key, fold_keys

SIGNS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u2066\u2069\ufeff\u00ad"
LETTERS = "".join(chr(point) for point in (*range(0x0621, 0x063B), *range(0x0641, 0x064B)))
OTHERS = " \u00a0\n.\u060c\u00ab\u00bb\u201c\u0640\ufefb\ufd3d0123\u0664\u06f7aZ\U0001f600"
WORDS = st.text(alphabet=LETTERS + SIGNS + INVISIBLE + OTHERS, min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("مُقْتَلُ", "مقتل"),
        ("مقـــتل", "مقتل"),
        ("أإآٱا", "ااااا"),
        ("إصابة", "اصابه"),
        ("على", "علي"),
        ("مسؤول", "مسوول"),
        ("طائرة", "طايره"),
        ("٢٩ تموز ٢٠٢١", "29 تموز 2021"),
        ("۲۹", "29"),
        ("درعا\u00a0البلد", "درعا البلد"),
        ("در\u200cعا", "درعا"),
        ("\u200fدرعا\u200f", "درعا"),
        ("\ufed7\ufe98\ufede", "قتل"),
        ("\ufefb", "لا"),
        ("کوباني", "كوباني"),
        ("«نبأ»", "نبا"),
        ("#درعا_البلد", "درعا البلد"),
        ("YPG", "ypg"),
    ],
)
def test_two_spellings_of_one_word_have_one_key(written, key):
    assert fold_key(written) == key


@pytest.mark.parametrize(("one", "other"), [("قتل", "قتلى"), ("شهيد", "شهد"), ("ماء", "ما"), ("29", "28")])
def test_different_words_keep_different_keys(one, other):
    assert fold_key(one) != fold_key(other)


def test_keys_are_distinct_sorted_and_never_empty():
    assert fold_keys(["نوى", "نوي", "«»", "جاسم"]) == ("جاسم", "نوي")


def test_equal_offsets_need_no_way_back():
    folded = fold("مقتل شخصين")
    assert folded.back(5, 10) == (5, 10)


@given(WORDS)
@example("قُتِلَ")
@example("\ufefb\u064e")
def test_the_way_back_leads_to_text_that_folds_to_the_same_view(text):
    folded = fold(text)
    for start in range(len(folded.view)):
        for end in range(start + 1, min(start + 6, len(folded.view)) + 1):
            span = folded.back(start, end)
            assert folded.view[start:end] in fold(text[slice(*span)]).view


@given(WORDS)
def test_the_whole_view_comes_from_the_whole_text(text):
    folded = fold(text)
    if folded.view:
        start, end = folded.back(0, len(folded.view))
        assert fold(text[:start]).view == ""
        assert fold(text[end:]).view == ""


@given(WORDS)
def test_a_span_is_never_empty_and_stays_inside_the_text(text):
    folded = fold(text)
    for at in range(len(folded.view)):
        span = folded.back(at, at + 1)
        assert 0 <= span.start < span.end <= len(text)


@given(
    st.lists(
        st.tuples(st.sampled_from(LETTERS), st.text(alphabet=SIGNS + "\u0640", max_size=3)), min_size=1, max_size=8
    )
)
def test_a_span_never_cuts_a_letter_from_its_signs(letters):
    text = "".join(letter + signs for letter, signs in letters)
    folded = fold(text)
    ends = [folded.back(at, at + 1).end for at in range(len(folded.view))]
    assert not any(end < len(text) and (unicodedata.combining(text[end]) or text[end] == "\u0640") for end in ends)


def test_marks_of_direction_after_a_word_are_left_outside():
    assert fold("قتل\u200f ثلاثة").back(0, 3) == (0, 3)


@given(st.text(alphabet=LETTERS + " .0123aZ", min_size=1, max_size=30), st.integers(0, 29))
def test_a_sign_more_moves_offsets_and_nothing_else(text, where):
    at = min(where, len(text))
    signed = text[:at] + "\u064e" + text[at:]
    assert fold(signed).view == fold(text).view
    for offset in range(len(text)):
        plain = fold(text).back(offset, offset + 1)
        moved = fold(signed).back(offset, offset + 1)
        assert text[slice(*plain)] == signed[slice(*moved)].replace("\u064e", "")


@given(WORDS)
def test_folding_twice_changes_nothing_more(text):
    view = fold(text).view
    assert fold(view).view == view


def test_ta_marbuta_is_found_where_the_view_has_ha():
    text = "أُسرةٌ وأسره"
    folded = fold(text)
    places = folded.places_of(text, TA_MARBUTA)
    assert places == {folded.view.index("ه")}
    assert fold("أسرة").places_of("أسرة", TA_MARBUTA) == {3}


@pytest.mark.parametrize("mark", ["\u061c", "\u034f", "\u2066", "\u2069", "\u202e", "\ufe0f", "\ufeff", "\u00ad"])
def test_what_nobody_sees_is_dropped(mark):
    assert fold(f"در{mark}عا").view == "درعا"


def test_a_sign_behind_an_invisible_mark_still_belongs_to_its_letter():
    assert fold("يوماً").back(0, 4) == (0, 5)
    assert fold("يوما\u200b\u064b").back(0, 4) == (0, 6)


def test_a_sign_behind_a_quotation_mark_belongs_to_no_letter():
    assert fold('قتل"\u064e').back(0, 3) == (0, 3)


@given(WORDS)
def test_the_view_with_quotation_marks_is_the_view_and_its_quotation_marks(text):
    kept = fold_but_quotes(text)
    letters = [at for at, letter in enumerate(kept.view) if letter not in '"\u00ab\u00bb\u201c\u201d\u201e\u201f']
    plain = fold(text)
    assert "".join(kept.view[at] for at in letters) == plain.view
    assert [kept.back(at, at + 1) for at in letters] == [plain.back(at, at + 1) for at in range(len(letters))]


@given(WORDS)
def test_an_offset_of_the_text_is_found_in_the_view(text):
    folded = fold(text)
    for at in range(len(folded.view)):
        start = folded.back(at, at + 1).start
        assert folded.back(folded.at(start), at + 1).start == start


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("درعـــا", "درعا"),
        ("«كتائب الوادي»", "كتائب الوادي"),
        ("درعا\u00a0البلد", "درعا البلد"),
        ("#درعا_البلد", "درعا البلد"),
        ("\u200fطفس\u200f", "طفس"),
        ("\ufec3\ufed4\ufeb2", "طفس"),
        ("الـمـ.ـدينة", "المدينة"),
        ("المُدُن", "المُدُن"),
        ("وسم#طفس\nو", "وسم طفس و"),
        ("YPG", "YPG"),
    ],
)
def test_a_quote_is_shown_as_a_person_would_type_it(written, read):
    assert as_read(written) == read


@given(WORDS)
def test_what_is_read_folds_as_what_is_written(text):
    assert fold_key(as_read(text)) == fold_key(text)


def test_a_text_with_a_rare_character_folds_as_one_without():
    assert fold("أسرة في إدلب ★ ١٢").view == fold("أسرة في إدلب * ١٢").view.replace("*", "★") == "اسره في ادلب ★ 12"
