"""Numbers in running text, in digits and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.lang.number_tokens import number_tokens
from tawatur.lang.numerals import read_numbers
from tawatur.lang.pack import Pack, load_pack
from tawatur.lang.schema import NumberRule

WRITTEN = """
1 | واحد
2 | اثنان
2 | اثنين
2 | اثنتين
3 | ثلاثة
3 | ثلاث
4 | أربعة
4 | اربعه
5 | خمس
6 | ستة
7 | سبع
8 | ثماني
8 | ثمانية
9 | تسعة
10 | عشر
10 | عشرة
11 | أحد عشر
11 | إحدى عشرة
12 | اثنا عشر
12 | اثنتي عشرة
13 | ثلاثة عشر
13 | ثلاث عشرة
14 | أربعة عشر
15 | خمس عشرة
16 | ستة عشر
17 | سبعة عشر
18 | ثمانية عشر
19 | تسع عشرة
20 | عشرون
21 | واحد وعشرون
22 | اثنين وعشرين
25 | خمسة وعشرين
33 | ثلاث وثلاثين
47 | سبعة وأربعون
58 | ثمانية و خمسين
64 | أربع وستون
79 | تسعة وسبعين
86 | ستة وثمانين
99 | تسعة وتسعين
100 | مئة
100 | مائة
101 | مئة وواحد
110 | مئة وعشرة
111 | مئة وأحد عشر
125 | مئة وخمسة وعشرين
200 | مئتين
200 | مائتا
300 | ثلاثمئة
300 | ثلاث مئة
345 | ثلاثمائة وخمسة وأربعين
500 | خمسمئة
650 | ستمئة وخمسين
720 | سبعمائة وعشرين
800 | ثمانمئة
999 | تسعمئة وتسعة وتسعون
1000 | ألف
1200 | ألف ومئتين
1500 | ألف وخمسمئة
2000 | ألفين
2300 | ألفين وثلاثمئة
3000 | ثلاثة آلاف
3250 | ثلاثة آلاف ومئتين وخمسين
10000 | عشرة آلاف
25000 | خمسة وعشرين ألف
150000 | مئة وخمسين ألف
1000000 | مليون
2000000 | مليونين
3500000 | ثلاثة ملايين وخمسمئة ألف
1500000 | 1.5 مليون
4000 | 4 آلاف
12500 | 12,500
12500 | ١٢٬٥٠٠
12500 | 12.500
7 | ٧
7 | ۷
"""
TABLE = [(int(value), words) for value, _, words in (line.partition(" | ") for line in WRITTEN.strip().splitlines())]
NONE = """
الفرقة الرابعة
الطابق الثالث
عيار 57-بيه
دبابة T-72
14/3/2019
10:30
0944123456789
3.75
وآلاف العائلات
رقم A17
+963
"""
PACK = load_pack("ar")


def values(text: str, pack: Pack = PACK) -> list[int]:
    page = pack.page(text)
    return [numeral.value for numeral in read_numbers(page, number_tokens(page, pack))]


def word(value: int) -> str:
    """The first way in which the pack writes a number by one word."""
    rows = [row for row in PACK.files["numbers"].rule if isinstance(row, NumberRule) and row.value == value]
    return next(written for row in rows for written in (*row.nouns, *row.singular) if row.role != "vague")


@pytest.mark.parametrize(("value", "written"), TABLE, ids=[f"{value}-{written}" for value, written in TABLE])
def test_a_written_number_has_its_value(value, written):
    assert values(f"وصل {written} إلى البلدة") == [value]


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_what_only_looks_like_a_number_is_none(text):
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("مقتل 3 وإصابة 5", [3, 5]),
        ("ثلاثة وأربعة", [3, 4]),
        ("قتل خمسة، وثلاثون جريحا", [5, 30]),
        ("عشرون ثم ثلاثة", [20, 3]),
        ("مئة رجل وعشرون امرأة", [100, 20]),
        ("7 و8", [7, 8]),
    ],
)
def test_two_numbers_stay_two(text, wanted):
    assert values(text) == wanted


@given(st.integers(0, 9_999_999))
def test_digits_mean_themselves_in_every_script(value):
    for zero in (0x30, 0x660, 0x6F0):
        written = "".join(chr(zero + int(digit)) for digit in str(value))
        assert values(f"بلغ {written} شخصا") == [value]


@given(st.integers(1000, 999_999_999))
def test_thousands_may_be_set_apart(value):
    assert values(f"بلغ {value:,} شخصا") == [value]


@given(st.integers(1, 9), st.integers(1, 9), st.integers(2, 9))
def test_hundreds_units_and_tens_add_up(hundreds, units, tens):
    written = f"{word(hundreds * 100)} و{word(units)} و{word(tens * 10)}"
    assert values(written) == [hundreds * 100 + units + tens * 10]


@given(st.integers(3, 10), st.integers(1, 9))
def test_thousands_multiply_what_stands_before_and_take_what_follows(thousands, hundreds):
    plural = next(row.plural[0] for row in PACK.files["numbers"].rule if row.id == "thousand")
    assert values(f"{word(thousands)} {plural} و{word(hundreds * 100)}") == [thousands * 1000 + hundreds * 100]


@given(st.sampled_from(TABLE), st.sampled_from(["", "\u200f", "\u00ab", "("]))
def test_what_stands_before_a_number_does_not_change_it(pair, before):
    value, written = pair
    assert values(f"{before}{written}") == [value]


@given(st.sampled_from(TABLE))
def test_a_number_spans_its_own_words(pair):
    _, written = pair
    page = PACK.page(f"وصل {written} إلى البلدة")
    (numeral,) = read_numbers(page, number_tokens(page, PACK))
    span = page.span(numeral.start, numeral.end)
    assert page.chars[slice(*span)] == written
