"""The terms of a pact stand where its words say, each with its characters, its number and its rule."""

import pytest
from tests.claim.claim_cases import claims_in
from tests.claim.scopes import scope_in

from tawatur.claim.acts.terms import find_terms, term_over
from tawatur.export.verify import verify_view
from tawatur.lang.pack import Pack, load_pack
from tawatur.model.text import Span
from tawatur.pipeline import add_reports, run
from tawatur.read.inputs import Defaults, read_inputs
from tawatur.store.memory import MemoryStore
from tawatur.view import view_of

PACT = "وقعت الفصائل اتفاقاً مع قوات النظام ينص على نشر سبع نقاط، والسماح بعودة الأهالي وتسليم السلاح الثقيل والخفيف."


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("ar")


def said(chars: str) -> list[tuple[str, int | None]]:
    """The terms of the first word of a text that has some."""
    scope = scope_in(chars)
    found = next((terms for word in scope.actions if (terms := find_terms(scope, word))), ())
    return [(one.term.said, one.term.number) for one in found]


def test_and_opens_a_term_only_before_a_noun_that_heads_one():
    assert said(PACT) == [("نشر سبع نقاط", 7), ("السماح بعودة الأهالي", None), ("تسليم السلاح الثقيل والخفيف", None)]


def test_a_term_ends_where_somebody_speaks_or_something_else_begins():
    assert said("توصلوا إلى اتفاق ينص على فتح الطرق، بحسب مصدر محلي")[-1] == ("فتح الطرق", None)
    assert said("توصلوا إلى اتفاق ينص على فتح الطرق، ما أثار غضب السكان")[-1] == ("فتح الطرق", None)
    assert said("توصلوا إلى اتفاق ينص على فتح الطرق بينما استمر القصف")[-1] == ("فتح الطرق", None)


def test_numbers_and_ordinals_divide_a_list_in_one_sentence():
    assert said("بنود الاتفاق: 1- سحب السلاح 2- نشر عشر نقاط") == [("سحب السلاح", None), ("نشر عشر نقاط", 10)]


def test_a_number_that_only_bounds_is_no_number_of_a_term():
    assert said("توصلوا إلى اتفاق ينص على إطلاق سراح عشرات المعتقلين") == [("إطلاق سراح عشرات المعتقلين", None)]


@pytest.mark.parametrize("chars", ["وقعت الفصائل اتفاقاً مع قوات النظام", "قصفت المدفعية بلدة سرمين", "تسليم السلاح"])
def test_without_a_pact_or_an_opening_there_are_no_terms(chars: str):
    assert said(chars) == []


def test_what_lies_in_a_term_is_known_to_be_agreed():
    scope = scope_in(PACT)
    start = PACT.index("عودة")
    inside, outside = term_over(scope, Span(start, start + 4)), term_over(scope, Span(0, 4))
    assert inside is not None
    assert inside[0].term.said == "السماح بعودة الأهالي"
    assert outside is None


def test_each_term_has_its_characters_in_the_evidence(pack: Pack):
    (claim,) = claims_in(PACT, pack)
    proofs = {one.field: one for one in claim.evidence if one.field.startswith("terms")}
    assert [proofs[f"terms[{n}]"].quote for n in range(len(claim.terms))] == [term.said for term in claim.terms]
    assert all(PACT[slice(*one.span)] == one.quote for one in proofs.values())


def test_the_lines_of_a_list_are_terms_of_the_sentence_before_and_the_next_prose_is_not(pack: Pack):
    text = "توصلت الفصائل إلى اتفاق مع قوات النظام، وأبرز بنوده:\n- سحب السلاح\n- إطلاق سراح 12 معتقلاً\nقصفت المدفعية بلدة سرمين."
    pact, shelling = claims_in(text, pack)
    assert [(term.said, term.number) for term in pact.terms] == [("سحب السلاح", None), ("إطلاق سراح 12 معتقلاً", 12)]
    assert (shelling.type, shelling.terms) == ("shelling", ())


def test_a_case_with_terms_holds_together(tmp_path):
    (tmp_path / "one.txt").write_text(PACT, encoding="utf-8")
    store = MemoryStore()
    inputs = read_inputs([str(tmp_path)], defaults=Defaults(None, None, "ar"), zone="Asia/Damascus")
    assert [one.outcome for one in add_reports(store, inputs)] == ["taken"]
    run(store)
    view = view_of(store)
    assert [len(claim.terms) for claim in view.claims] == [3]
    assert verify_view(view) == ()
