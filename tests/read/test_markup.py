import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.read.markup import flatten, tokens, weigh


def test_depth_is_that_of_open_tags():
    assert weigh("<div><p><b>a</b><div>b</div></div>").depth == 2


def test_tags_that_need_no_end_do_not_count_as_depth():
    assert weigh("<ul>" + "<li>a<br><p>b" * 1_000 + "</ul>").depth == 1


def test_tags_in_scripts_and_comments_do_not_count():
    assert weigh("<SCRIPT>'<div><div>'</SCRIPT><!-- <div> --><style><div></style>").depth == 1


def test_a_page_of_usual_weight_has_no_excess():
    assert weigh("<html><body>" + "<div class=a><p>قصف</p></div>" * 500 + "</body></html>").excess is None


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<div>" * 100_000, "nested 100,000 deep"),
        ("<p>a</p>" * 20_000, "40,000 tags"),
        ("<p " + " ".join(f"a{n}=1" for n in range(5_000)) + ">", "attributes"),
        ("<p " + "".join(f"a{n}='1'" for n in range(5_000)) + ">", "attributes"),
    ],
    ids=["deep", "many tags", "many attributes", "attributes without blanks"],
)
def test_what_is_too_heavy_for_a_tree_is_said(page: str, said: str):
    excess = weigh(page).excess
    assert excess is not None
    assert said in excess


def test_a_picture_inside_a_page_is_not_taken_for_attributes():
    assert weigh(f'<img src="data:image/png;base64,{"ab/=" * 100_000}">').excess is None


def test_flattened_words_stand_on_lines_by_block():
    page = "<h1>قصف</h1><p>قتل <b>شخص</b>ان &amp; أصيب 3<br>آخرون</p><script>x()</script><div>نهاية"
    assert flatten(page) == "قصف\nقتل شخصان & أصيب 3\nآخرون\nنهاية"


def test_a_sign_that_starts_no_tag_is_text():
    assert flatten("2 < 3 <3 a<b>c") == "2 < 3 <3 ac"


def test_an_entity_that_means_no_character_does_no_harm():
    assert flatten("a&#0;b&#xD800;c&#" + "9" * 5_000 + ";d").startswith("a\ufffdb\ufffdc")


@pytest.mark.parametrize(
    "page",
    [
        "<" * 1_000_000,
        "<!--" * 500_000,
        "<a" * 500_000,
        "<script>" * 200_000,
        "<p '" * 400_000,
        "&#" * 500_000,
        "</" * 500_000,
    ],
    ids=["open", "comments", "tags", "scripts", "quotes", "entities", "ends"],
)
def test_a_row_of_what_never_ends_takes_time_in_proportion(page: str):
    start = time.perf_counter()
    weigh(page)
    flatten(page)
    assert time.perf_counter() - start < 15


@given(st.text(alphabet="<>/!-='\" abقscript&#;x1", max_size=200))
def test_any_markup_can_be_weighed_and_flattened(page: str):
    assert weigh(page).tags == sum(token.kind != "text" for token in tokens(page))
    assert "\n\n" not in flatten(page)
