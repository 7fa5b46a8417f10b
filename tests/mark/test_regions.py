"""The parts of a page: what is prose, what stands around it, and where each begins and ends."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.lang.pack import Pack, load_pack
from tawatur.mark.all import mark_text
from tawatur.mark.lines import finder
from tawatur.model.mark import Region
from tawatur.model.time import TimeSaid

FIRST = "قال سكان من البلدة إن القصف بدأ قبل الفجر واستمر ساعة كاملة من دون توقف."
SECOND = "وأضاف السكان أن القذائف سقطت قرب المدرسة والفرن، وأن الطريق إلى المشفى بقي مقطوعا حتى المساء."
LONG = (
    "وذكر شاهد من الحي أن سيارات الإسعاف لم تصل إلا بعد ساعتين، لأن الطريق الوحيد كان مكشوفا على التلة،"
    " وأن الأهالي نقلوا المصابين على الدراجات."
)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("ar")


def regions(pack: Pack, *lines: str, title: str | None = None) -> tuple[Region, ...]:
    return mark_text("\n".join(lines), pack, title=title).regions


def kinds(pack: Pack, *lines: str, title: str | None = None) -> list[str]:
    return [region.kind for region in regions(pack, *lines, title=title)]


def test_a_menu_above_the_body_is_furniture(pack):
    assert kinds(pack, "الرئيسية", "أخبار", "رياضة", "بحث", FIRST) == ["furniture"] * 4 + ["body"]


def test_related_stories_run_to_the_end(pack):
    lines = (FIRST, "اقرأ أيضا", "افتتاح معرض للكتاب في العاصمة بحضور واسع من القراء", SECOND)
    assert kinds(pack, *lines) == ["body", "furniture", "furniture", "furniture"]


def test_the_origin_is_still_read_below_related_stories(pack):
    assert kinds(pack, FIRST, "مقالات ذات صلة", "خبر آخر", "المصدر: وكالة محلية")[-1] == "credit"


def test_a_list_of_related_stories_above_the_body_does_not_swallow_it(pack):
    lines = ("مقالات ذات صلة", "خبر قصير", "خبر آخر قصير", FIRST, SECOND)
    assert kinds(pack, *lines)[-2:] == ["body", "body"]


def test_a_button_under_a_long_headline_does_not_swallow_the_body(pack):
    headline = "قصف عنيف على أحياء البلدة القديمة يوقع جرحى ويقطع الطريق إلى المشفى"
    assert kinds(pack, headline, "شارك القصة", FIRST, SECOND) == ["title", "furniture", "body", "body"]


def test_an_embedded_post_keeps_its_author_and_day(pack):
    post, line, body = regions(pack, FIRST, "Posted by Hauran Eyes on Saturday, September 4, 2021", SECOND)
    assert (post.kind, post.author, line.kind, body.kind) == ("embed", "hauran eyes", "furniture", "body")
    assert post.posted == TimeSaid("date", year=2021, month=9, day=4)


def test_a_line_about_a_post_without_a_post_embeds_nothing(pack):
    assert "embed" not in kinds(pack, "شارك القصة", "Posted by Hauran Eyes on Saturday, September 4, 2021", FIRST)


@pytest.mark.parametrize("line", ["دخان فوق البلدة - أرشيف", "صورة تعبيرية", "دخان فوق البلدة (رويترز)"])
def test_a_caption_is_no_prose(pack, line):
    assert kinds(pack, FIRST, line, SECOND) == ["body", "caption", "body"]


@pytest.mark.parametrize("line", ["الخميس 29 تموز 2021", "29/07/2021", "2021-07-29 13:10", "29 يوليو 2021"])
def test_a_line_that_is_a_date_is_the_dateline(pack, line):
    assert kinds(pack, line, FIRST)[0] == "dateline"


def test_a_sentence_that_names_a_date_is_prose(pack):
    assert kinds(pack, "وصل الوفد إلى البلدة في 29 تموز 2021 وغادرها مساء.") == ["body"]


def test_a_short_line_between_long_paragraphs_is_a_heading(pack):
    first, second, third, fourth = (f"{word} {LONG}" for word in "أ ب ج د".split())
    assert kinds(pack, first, second, "الطريق مقطوع", third, fourth)[2] == "heading"


def test_a_short_line_between_short_paragraphs_is_no_heading(pack):
    assert "heading" not in kinds(pack, FIRST, "الطريق مقطوع", SECOND)


@pytest.mark.parametrize("bullet", ["\u2022", "\u25aa", "\u25a0"])
def test_bullets_sum_up(pack, bullet):
    assert kinds(pack, f"{bullet} قصف على البلدة", FIRST)[0] == "title"


def test_a_line_that_repeats_the_title_is_a_title(pack):
    assert kinds(pack, "قصفٌ على البلدة", FIRST, title="قصف على البلدة") == ["title", "body"]


def test_without_a_title_the_first_short_line_is_the_headline(pack):
    assert kinds(pack, "قصف على البلدة", FIRST, SECOND) == ["title", "body", "body"]


def test_a_first_line_that_ends_like_a_sentence_is_no_headline(pack):
    assert kinds(pack, "توقف القصف.", FIRST) == ["body", "body"]


def test_a_single_line_is_prose(pack):
    assert kinds(pack, "قصف على البلدة") == ["body"]


def test_nothing_but_blanks_has_no_region(pack):
    assert regions(pack, " ", "\u00a0", "") == ()


def test_only_prose_has_sentences(pack):
    marks = mark_text("\n".join(("شارك القصة", FIRST, "اقرأ أيضا", SECOND)), pack)
    assert [sentence.region.kind for sentence in marks.sentences] == ["body"]


LINES = st.sampled_from(
    [
        FIRST,
        SECOND,
        LONG,
        "شارك القصة",
        "اقرأ أيضا",
        "قصف على البلدة",
        "29/07/2021",
        "",
        " ",
        "المصدر: وكالة",
        "\u2022 نقطة",
    ]
)


@given(st.lists(LINES, min_size=1, max_size=8))
def test_regions_cover_every_letter_once_and_in_order(lines):
    text = "\n".join(lines)
    found = mark_text(text, load_pack("ar")).regions
    assert " ".join(text[slice(*region.span)] for region in found).split() == text.split()
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("pattern", "line", "found"),
    [
        ("^صورة", "صورة من الأرشيف", True),
        ("^صورة", "في صورة", False),
        ("^(?:صورة|لقطة)$", "لقطة", True),
        ("^صورة|لقطة$", "هذه لقطة", True),
        (r"^صورة [(|]", "صورة (", True),
        ("صورة|^لقطة", "هذه صورة", True),
    ],
)
def test_a_pattern_is_found_wherever_it_may_stand(pattern, line, found):
    assert (finder(pattern)(line) is not None) == found
