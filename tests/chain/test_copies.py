from datetime import date
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.chain.made import WIRE, edited, made_report, made_text

from tawatur.chain.copies import find_copies
from tawatur.lang.fold import fold_key
from tawatur.model.text import Span


def only_pair(*reports):
    pairs = find_copies(reports)
    assert len(pairs) == 1
    return pairs[0]


def grams(chars):
    words = fold_key(chars).split()
    return {tuple(words[at : at + 6]) for at in range(len(words) - 5)}


def test_equal_texts_are_exact_copies():
    pair = only_pair(made_report(WIRE, "one", "a"), made_report(WIRE, "two", "b"))
    assert (pair.kind, pair.shared) == ("exact", 1.0)
    assert pair.passages == ((0, len(WIRE), 0, len(WIRE)),)


def test_texts_that_have_nothing_in_common_are_no_copies():
    assert find_copies([made_report(made_text(200, seed), str(seed)) for seed in range(20)]) == ()


def test_shared_is_the_share_of_the_shorter_texts_runs_of_six_words():
    short, long = WIRE, made_text(50, 1) + " " + " ".join(WIRE.split()[20:60]) + " " + made_text(50, 2)
    pair = only_pair(made_report(short, "short"), made_report(long, "long"))
    expected = len(grams(short) & grams(long)) / min(len(grams(short)), len(grams(long)))
    assert 0.2 < expected < 0.8
    assert pair.shared == pytest.approx(expected, abs=1e-5)


def test_another_spelling_is_the_same_text():
    other = WIRE.replace("أ", "ا").replace("ة", "ه").replace("قذائف", "قـــذائف").replace("مقتل", "مَقتَل")
    pair = only_pair(made_report(WIRE, "one", "a"), made_report(other, "two", "b"))
    assert (pair.kind, pair.shared) == ("reuse", 1.0)


def test_reuse_by_one_outlet_is_an_update():
    longer = made_report(WIRE + " " + made_text(30, 1), "two", "Hills Radio")
    assert only_pair(made_report(WIRE, "one", "Hills Radio"), longer).kind == "update"


def test_reuse_between_reports_without_an_outlet_is_no_update():
    assert only_pair(made_report(WIRE, "one"), made_report(WIRE + " " + made_text(30, 1), "two")).kind == "reuse"


def test_the_later_report_copied_from_the_earlier():
    early = made_report(WIRE, "early", "a", date(2021, 7, 29))
    late = made_report(WIRE + " " + made_text(9, 1), "late", "b", date(2021, 7, 30))
    pair = only_pair(late, early)
    assert pair.direction == ("a>b" if pair.a == early.id else "b>a")


@pytest.mark.parametrize("day", [None, date(2021, 7, 29)])
def test_without_two_different_days_nobody_knows_who_copied(day):
    pair = only_pair(made_report(WIRE, "one", "a", day), made_report(WIRE, "two", "b", date(2021, 7, 29)))
    assert pair.direction is None


def test_a_passage_leads_to_the_same_words_in_both_texts():
    middle = " ".join(WIRE.split()[10:40])
    one = made_report(made_text(30, 1) + " " + middle + " " + made_text(30, 2), "one")
    two = made_report(made_text(5, 3) + "\n" + middle + "\n" + made_text(40, 4), "two")
    pair = only_pair(one, two)
    by_id = {report.id: report.text for report in (one, two)}
    ((a0, a1, b0, b1),) = pair.passages
    assert by_id[pair.a].quote(Span(a0, a1)) == middle
    assert by_id[pair.b].quote(Span(b0, b1)) == middle


def test_a_passage_bridges_an_edited_word():
    other = WIRE.replace("سيارات", "عربات")
    assert len(only_pair(made_report(WIRE, "one"), made_report(other, "two")).passages) == 1


def test_paragraphs_in_another_order_are_two_passages():
    first, second = made_text(60, 1), made_text(60, 2)
    pair = only_pair(made_report(f"{first}\n{second}", "one"), made_report(f"{second}\n{first}", "two"))
    assert len(pair.passages) == 2


def test_a_copy_with_a_fifth_of_its_words_changed_is_found():
    long = made_text(400, 1)
    assert only_pair(made_report(long, "one"), made_report(edited(long, 0.2, 5), "two")).passages


def test_two_different_edits_of_one_text_are_found_although_they_share_few_runs():
    long = made_text(400, 1)
    pair = only_pair(made_report(edited(long, 0.16, 5), "one"), made_report(edited(long, 0.16, 7), "two"))
    assert pair.shared is not None
    assert pair.shared < 0.2


def test_a_post_of_five_words_is_reused_only_whole():
    post = "قصف عنيف على تل الزعتر"
    pair = only_pair(made_report(post, "one"), made_report(post + "!", "two"), made_report("لا " + post, "three"))
    assert pair.shared is None
    assert pair.passages == ((0, len(post), 0, len(post)),)


def test_a_text_of_few_words_is_no_copy_for_a_half_of_it():
    words = made_text(10, 1).split()
    changed = [*words[:8], "غير", "ذلك"]
    assert find_copies([made_report(" ".join(words), "one"), made_report(" ".join(changed), "two")]) == ()


def test_a_text_of_few_words_that_a_longer_one_holds_whole_is_reused():
    post = made_text(9, 1)
    assert only_pair(made_report(post, "one"), made_report(made_text(50, 2) + " " + post, "two")).shared == 1.0


def test_blank_texts_are_no_copies():
    assert find_copies([made_report("\n", "one"), made_report("\n", "two"), made_report("", "three")]) == ()


def test_a_report_given_twice_is_no_copy_of_itself():
    report = made_report(WIRE, "one")
    assert find_copies([report, report]) == ()


def test_a_footer_that_many_reports_carry_makes_no_copies():
    footer = made_text(40, 99)
    assert find_copies([made_report(f"{made_text(60, n)}\n{footer}", str(n)) for n in range(60)]) == ()


def test_a_footer_does_not_hide_a_copy_among_those_who_carry_it():
    footer = made_text(40, 99)
    reports = [made_report(f"{made_text(60, n)}\n{footer}", str(n)) for n in range(60)]
    copy = made_report(f"{made_text(60, 7)}\n{made_text(10, 200)}", "copy")
    assert {only_pair(*reports, copy).a, only_pair(*reports, copy).b} == {copy.id, reports[7].id}


def test_a_small_group_of_reprints_has_all_pairs():
    reports = [made_report(WIRE, str(n), f"outlet {n}") for n in range(50)]
    assert len(find_copies(reports)) == 50 * 49 // 2


def test_a_thousand_reprints_are_each_linked_to_the_earliest():
    reports = [made_report(WIRE, str(n), f"outlet {n}", date(2021, 8, 1)) for n in range(1000)]
    first = made_report(WIRE, "first", "wire", date(2021, 7, 29))
    pairs = find_copies([*reports, first])
    assert len(pairs) == 1000
    assert all(first.id in (pair.a, pair.b) for pair in pairs)


def test_a_text_that_repeats_one_word_for_ever_is_soon_done():
    word = made_text(1, 1) + " "
    assert only_pair(made_report(word * 20_000, "one"), made_report(word * 19_999, "two")).shared == 1.0


@given(st.randoms(use_true_random=False))
def test_the_order_of_reports_makes_no_difference(random: Random):
    reports = [made_report(edited(WIRE, n / 40, n), str(n), f"outlet {n % 4}") for n in range(12)]
    reports += [made_report(made_text(50, n), f"other {n}") for n in range(5)]
    expected = find_copies(reports)
    random.shuffle(reports)
    assert len(expected) > 10
    assert find_copies(reports) == expected


@given(st.lists(st.sampled_from([*WIRE.split(), "\n", "\u200f", "😀", "(", "سـوق", "٤"]), min_size=12, max_size=90))
def test_every_offset_of_a_pair_fits_its_text(words: list[str]):
    reports = [
        made_report(WIRE, "wire"),
        made_report(" ".join(words), "mixed"),
        made_report(" ".join(words[6:]), "cut"),
    ]
    by_id = {report.id: report.text for report in reports}
    pairs = find_copies(reports)
    assert [(pair.a, pair.b) for pair in pairs] == sorted({(pair.a, pair.b) for pair in pairs})
    for pair in pairs:
        assert pair.a < pair.b
        assert pair.shared is None or 0 <= pair.shared <= 1
        for a0, a1, b0, b1 in pair.passages:
            assert by_id[pair.a].quote(Span(a0, a1))
            assert by_id[pair.b].quote(Span(b0, b1))


@given(st.integers(0, 10_000))
def test_every_pair_that_shares_a_fifth_of_its_runs_is_found(seed: int):
    random = Random(seed)
    paragraphs = [made_text(25, n) for n in range(6)]
    texts = {" ".join(random.sample(paragraphs, random.randint(1, 4))) + " " + made_text(20, 50 + n) for n in range(8)}
    reports = [made_report(text, text) for text in texts]
    found = {(pair.a, pair.b): pair.shared for pair in find_copies(reports)}
    for one, other in combinations(sorted(reports, key=lambda report: report.id), 2):
        left, right = grams(one.text.chars), grams(other.text.chars)
        share = len(left & right) / min(len(left), len(right))
        assert ((one.id, other.id) in found) == (share >= 0.2)
