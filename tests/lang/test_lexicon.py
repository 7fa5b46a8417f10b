"""One automaton finds every listed form, with the particles that its class of word takes and no others."""

import pickle

import pytest

from tawatur.lang.fold import TA_MARBUTA, fold
from tawatur.lang.lexicon import Clitics, Entry, Hit, Lexicon, find_words, longest_first

CLITICS = {
    "noun": Clitics(frozenset({"", "و", "ب", "ال", "بال", "وال"}), frozenset({"", "ه", "ها", "هم"})),
    "name": Clitics(frozenset({"", "و", "ب"}), frozenset({""})),
    "phrase": Clitics(frozenset({"", "و"}), frozenset({""})),
}


def lexicon(*forms: tuple[str, str, str]) -> Lexicon:
    return Lexicon([(form, Entry(file, f"ar/{file}#{form}", shape)) for form, file, shape in forms], CLITICS)


def found(lex: Lexicon, text: str) -> list[tuple[str, str, str]]:
    """The hits of the file "a" as (before, form, after)."""
    folded = fold(text)
    hits = lex.scan(folded.view, find_words(folded.view), feminine=folded.places_of(text, TA_MARBUTA))
    return [(hit.before, folded.view[hit.start : hit.end], hit.after) for hit in hits.get("a", ())]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [("قصف", "", ""), ("والقصف", "وال", ""), ("بقصفها", "ب", "ها"), ("بالقصف", "بال", ""), ("قصفهم", "", "هم")],
)
def test_a_noun_takes_its_particles_and_pronouns(text, before, after):
    assert found(lexicon(("قصف", "a", "noun")), text) == [(before, "قصف", after)]


@pytest.mark.parametrize("text", ["مقصف", "قصفي", "تقصف", "القصفات", "الالقصف", "قصفون"])
def test_a_form_inside_another_word_is_none(text):
    assert found(lexicon(("قصف", "a", "noun")), text) == []


def test_a_name_takes_no_article_and_no_pronoun():
    lex = lexicon(("قسد", "a", "name"))
    assert found(lex, "وقسد") == [("و", "قسد", "")]
    assert found(lex, "القسد قسدها") == []


def test_the_longest_of_two_that_overlap_wins():
    lex = lexicon(("صواريخ", "a", "noun"), ("صواريخ الفيل", "a", "noun"))
    assert found(lex, "بصواريخ الفيل وصواريخ") == [("ب", "صواريخ الفيل", ""), ("و", "صواريخ", "")]


def test_of_two_alike_the_one_with_the_shorter_particles_wins():
    hits = [Hit(Entry("a", rule, "noun"), 2, 4, before, "") for rule, before in (("x", "ال"), ("y", ""))]
    assert [hit.entry.rule for hit in longest_first(hits)] == ["y"]


def test_files_do_not_hide_one_another():
    lex = lexicon(("قصف جوي", "a", "noun"), ("قصف", "b", "noun"))
    hits = lex.scan("قصف جوي", find_words("قصف جوي"))
    assert {name: len(one) for name, one in hits.items()} == {"a": 1, "b": 1}


def test_ta_marbuta_is_no_pronoun():
    lex = lexicon(("اسر", "a", "noun"))
    assert found(lex, "أسره الجنود") == [("", "اسر", "ه")]
    assert found(lex, "أسرة كبيرة") == []


def test_a_phrase_that_ends_in_a_particle_leads_any_word():
    lex = lexicon(("ما ادي ل", "a", "phrase"))
    assert found(lex, "ما أدى لمقتل عامل") == [("", "ما ادي ل", "")]


def test_digits_do_not_run_into_letters():
    assert found(lexicon(("درعا 24", "a", "name")), "درعا 24") == [("", "درعا 24", "")]
    assert found(lexicon(("درعا 24", "a", "name")), "درعا 245") == []


def test_hits_come_in_text_order():
    lex = lexicon(("قصف", "a", "noun"), ("هجوم عنيف", "a", "noun"))
    assert [form for _, form, _ in found(lex, "قصف وهجوم عنيف ثم قصف")] == ["قصف", "هجوم عنيف", "قصف"]


def test_an_empty_lexicon_finds_nothing():
    assert Lexicon([], CLITICS).scan("قصف", find_words("قصف")) == {}


def test_a_lexicon_survives_pickling():
    lex = pickle.loads(pickle.dumps(lexicon(("قصف", "a", "noun"))))
    assert found(lex, "والقصف") == [("وال", "قصف", "")]
