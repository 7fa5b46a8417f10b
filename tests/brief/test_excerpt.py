from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.case_builder import C1, C3, CHILD, R1

from tawatur.brief.excerpt import FARTHEST, excerpts_of
from tawatur.brief.words import showable
from tawatur.model.claim import Claim, Evidence
from tawatur.model.text import Span, Text, text_of


def claim_on(text: Text, *spans: Span, field: str = "type") -> Claim:
    evidence = tuple(Evidence(field, span, text.quote(span), "ar/x#y") for span in spans)
    return replace(C1, clause=spans[0], evidence=evidence)


def span_of(text: Text, words: str) -> Span:
    start = text.chars.index(words)
    return Span(start, start + len(words))


def said(text: Text, *words: str) -> list[str]:
    claim = claim_on(text, *(span_of(text, part) for part in words))
    return ["".join(piece.text for piece in part.pieces) for part in excerpts_of(claim, text, "body", ())]


def test_the_whole_sentence_is_shown_and_not_its_neighbours():
    text = text_of("سقطت قذيفة. قُتل رجل في السوق؟ عاد الهدوء.")
    assert said(text, "قُتل") == ["قُتل رجل في السوق؟"]


def test_a_point_inside_a_number_ends_no_sentence():
    text = text_of("بلغ العدد 3.5 آلاف نازح.")
    assert said(text, "نازح") == ["بلغ العدد 3.5 آلاف نازح."]


def test_evidence_far_from_the_clause_is_shown_with_its_own_sentence():
    text = text_of("درعا، الخميس\nسقطت قذيفة على السوق.\nعاد الهدوء.\nقال شاهد إن رجلًا قُتل.")
    assert said(text, "قُتل", "الخميس") == ["درعا، الخميس", "قال شاهد إن رجلًا قُتل."]


def test_neighbouring_sentences_with_evidence_are_one_excerpt():
    text = text_of("سقطت قذيفة. قُتل رجل.")
    assert said(text, "قذيفة", "قُتل") == ["سقطت قذيفة. قُتل رجل."]


def test_an_endless_sentence_is_cut_at_blanks_and_says_so():
    text = text_of("كلمة " * 200 + "قُتل" + " كلمة" * 200)
    (part,) = excerpts_of(claim_on(text, span_of(text, "قُتل")), text, "body", ())
    assert part.more_before
    assert part.more_after
    assert part.span.end - part.span.start <= 2 * FARTHEST + 4
    assert "".join(piece.text for piece in part.pieces).startswith("كلمة ")


def test_a_sentence_that_is_whole_says_nothing_of_more():
    text = text_of("سقطت قذيفة. قُتل رجل.\nعاد الهدوء.")
    (part,) = excerpts_of(claim_on(text, span_of(text, "قُتل")), text, "body", ())
    assert not part.more_before
    assert not part.more_after


def test_the_evidence_of_a_count_is_lit_apart_from_the_rest_with_an_emoji_before_it():
    (part,) = excerpts_of(C1, R1.text, "body", ())
    lit = {piece.text: piece.lit for piece in part.pieces if piece.lit}
    assert lit["مقتل شخصين على الأقل"] == "figure"
    assert lit["حي طريق السد"] == "other"
    assert part.pieces[0].text == "\U0001f534 عاجل\u00a0| "


def test_a_withheld_name_is_an_ellipsis_and_the_rest_stands():
    (part,) = excerpts_of(C1, R1.text, "body", (span_of(R1.text, CHILD),))
    shown = "".join(piece.text for piece in part.pieces)
    assert "الطفلة …، بحسب" in shown
    assert [piece.lit for piece in part.pieces if piece.text == "…"] == ["withheld"]


def test_a_withheld_name_that_evidence_cuts_in_two_is_one_ellipsis():
    start, end = span_of(R1.text, CHILD)
    claim = replace(C1, evidence=(Evidence("victims[0]", Span(start, start + 4), CHILD[:4], "ar/x#y"),))
    (part,) = excerpts_of(claim, R1.text, "body", (Span(start, end),))
    assert [piece.text for piece in part.pieces if piece.lit == "withheld"] == ["…"]
    assert CHILD.split()[1] not in "".join(piece.text for piece in part.pieces)


def test_a_span_that_does_not_fit_shows_nothing():
    assert excerpts_of(replace(C3, clause=Span(0, 9999), evidence=()), R1.text, "body", ()) == ()


ALPHABET = st.sampled_from([*"قتل ا.؟!\n،", "\u064e", "\u00a0", "\U0001f534", "\u202e"])


@given(st.text(ALPHABET, min_size=1, max_size=80), st.data())
def test_an_excerpt_holds_the_text_s_own_characters_and_all_evidence(chars: str, data: st.DataObject):
    text = text_of(chars)
    starts = data.draw(st.lists(st.integers(0, len(chars) - 1), min_size=1, max_size=4))
    spans = [Span(start, data.draw(st.integers(start + 1, len(chars)))) for start in starts]
    parts = excerpts_of(claim_on(text, *spans), text, "body", ())
    for part in parts:
        assert "".join(piece.text for piece in part.pieces) == showable(chars[part.span.start : part.span.end])
    assert all(any(part.span.covers(span) for part in parts) for span in spans)
    lit = {at for part in parts for at in lit_offsets(part.span.start, part.pieces)}
    assert lit == {at for span in spans for at in range(*span)}


def lit_offsets(start, pieces):
    for piece in pieces:
        yield from range(start, start + len(piece.text)) if piece.lit else ()
        start += len(piece.text)
