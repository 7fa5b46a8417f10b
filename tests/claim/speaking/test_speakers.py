"""Who says so, nearest first, stretch by stretch, and what he has to gain."""

import pytest
from tests.claim.claim_cases import claims_in, read_text

from tawatur.claim.scope import scope_of
from tawatur.claim.speaking.said import OWN_VOICE, Said
from tawatur.claim.speaking.speakers import Known
from tawatur.claim.speaking.speech import Floor, Speech, floor_after, speech_of
from tawatur.lang.pack import load_pack
from tawatur.mark.all import mark_text


def speeches(chars: str, own: frozenset[str] = frozenset()) -> list[Speech]:
    """Who says what in each sentence of a text."""
    marks = mark_text(chars, load_pack("ar"))
    floor = Floor(known=Known(own=own), quotations=tuple(mark.span for mark in marks.quotations))
    found = []
    for sentence in marks.sentences:
        scope = scope_of(chars, marks, sentence)
        found.append(speech_of(scope, floor))
        floor = floor_after(scope, found[-1], floor)
    return found


def said(chars: str, word: str, own: frozenset[str] = frozenset()) -> Said:
    """Who says what stands at the first occurrence of a word."""
    at = chars.index(word)
    said = [one.said for speech in speeches(chars, own) for one in speech.turns if one.span.start <= at < one.span.end]
    return said[-1] if said else OWN_VOICE


def names(chars: str, word: str = "قصف", own: frozenset[str] = frozenset()) -> list[str]:
    return [speaker.id or speaker.name for speaker in said(chars, word, own).attribution.chain]


@pytest.mark.parametrize(
    "chars",
    [
        "قال المرصد السوري لحقوق الإنسان إن قصفا وقع",
        "وقع قصف، بحسب المرصد السوري لحقوق الإنسان",
        "المرصد السوري لحقوق الإنسان قال إن قصفا وقع",
        "المرصد السوري لحقوق الإنسان: قصف على سرمين",
        "زعم المرصد السوري لحقوق الإنسان أن قصفا وقع",
        "وأحصى المرصد السوري لحقوق الإنسان عشر غارات قصفت سرمين",
        "وقع قصف على سرمين، يقول المرصد السوري لحقوق الإنسان",
        "ووفقا لما ذكره المرصد السوري لحقوق الإنسان فإن قصفا وقع",
    ],
)
def test_a_speaker_is_found_before_and_after_the_word_of_saying(chars: str):
    assert names(chars) == ["sohr"]
    assert said(chars, "قصف").attribution.mode == "named"


def test_the_evidence_is_the_word_of_saying_and_the_name_of_each_link():
    chars = "قال مصدر محلي لعنب بلدي إن قصفا وقع"
    found = said(chars, "قصف")
    assert found.cue is not None
    assert chars[slice(*found.cue[0])] == "قال"
    assert [chars[slice(*span)] for span, _ in found.links] == ["عنب بلدي", "مصدر محلي"]


def test_of_two_speakers_of_a_sentence_each_has_his_own_words():
    chars = "قالت رويترز إن قصفا وقع في سرمين، وقال الدفاع المدني إن غارة استهدفت أريحا"
    assert (names(chars, "قصف"), names(chars, "غارة")) == (["reuters"], ["civil-defence"])


def test_an_aside_at_the_end_covers_the_whole_sentence():
    chars = "وقع قصف على سرمين واستهدفت غارة بلدة أريحا، بحسب الدفاع المدني"
    assert names(chars, "قصف") == names(chars, "غارة") == ["civil-defence"]


def test_a_boundary_before_an_aside_leaves_the_clause_before_it_to_its_own_speaker():
    chars = "قالت رويترز إن قصفا وقع في سرمين، فيما استهدفت غارة بلدة أريحا، بحسب الدفاع المدني"
    assert (names(chars, "قصف"), names(chars, "غارة")) == (["reuters"], ["civil-defence"])


def test_what_one_tells_of_what_another_said_makes_two_links():
    assert names("أعلنت حركة حماس أنها قصفت مستوطنة، بحسب وكالة الأناضول") == ["anadolu", "hamas"]


def test_the_outlet_that_publishes_is_no_link_beside_another():
    chars = "قال مصدر محلي لعنب بلدي إن قصفا وقع"
    assert names(chars, own=frozenset({"enab-baladi"})) == ["مصدر محلي"]


def test_a_quotation_that_goes_on_is_its_speaker_s():
    chars = "قال الناشط وليد الحمدان: «كنا في البيت. ثم بدأ قصف عنيف على الحي». وانسحبت قوات من البلدة."
    assert names(chars) == ["وليد الحمدان"]
    assert names(chars, "انسحبت") == []


def test_who_is_quoted_inside_a_quotation_is_told_by_the_one_who_quotes():
    chars = "قال الناشط وليد الحمدان: «أخبرنا الدفاع المدني أن قصفا سيقع على الحي»"
    assert names(chars) == ["وليد الحمدان", "civil-defence"]


def test_a_repeat_means_the_one_who_spoke_before():
    chars = "قال المتحدث باسم الدفاع المدني سامر الحسن إن الطريق مقطوع. وأوضح المتحدث أن قصفا وقع."
    (speaker,) = said(chars, "قصف").attribution.chain
    assert (speaker.name, speaker.id, speaker.kind) == ("سامر الحسن", "civil-defence", "official")


def test_a_family_name_is_enough_for_a_person_who_was_named():
    chars = "قال الناشط وليد الحمدان إن الطريق مقطوع. وذكر الحمدان أن قصفا وقع."
    assert names(chars) == ["وليد الحمدان"]


def test_a_verb_without_a_subject_goes_on_with_the_last_speaker():
    chars = "قال مصدر محلي لعنب بلدي إن الطريق مقطوع. وأضاف أن قصفا وقع."
    found = said(chars, "قصف")
    assert names(chars) == ["enab-baladi", "مصدر محلي"]
    assert found.carried


def test_after_some_sentences_of_the_outlet_nobody_adds():
    own = "وصل الوفد إلى البلدة. " * 6
    assert names(f"قالت مصادر طبية إن الطريق مقطوع. {own}وأضاف أن قصفا وقع.") == []


def test_a_speaker_whom_nobody_knows_is_called_as_the_text_calls_him():
    found = said("وقال رئيس بلدية سرمين إن قصفا وقع", "قصف")
    assert [(one.name, one.kind) for one in found.attribution.chain] == [("رئيس بلدية سرمين", "unknown")]


def test_an_unknown_speaker_without_body_or_place_is_unnamed():
    assert said("وقال الحارس الليلي إن قصفا وقع", "قصف").attribution.mode == "unnamed"


def test_a_colon_at_the_end_hands_the_word_on():
    chars = "وكتب الدفاع المدني على صفحته:\nقصف على بلدة سرمين أوقع جرحى"
    assert names(chars) == ["civil-defence"]


@pytest.mark.parametrize(
    ("chars", "kind", "mode"),
    [
        ("قالت مصادر طبية إن قصفا وقع", "local_source", "unnamed"),
        ("قال شهود عيان إن قصفا وقع", "witness", "unnamed"),
        ("قال ناشطون إن قصفا وقع", "local_source", "unnamed"),
        ("أفاد مراسلنا بأن قصفا وقع", "correspondent", "named"),
        ("قال مسؤول أمني إن قصفا وقع", "official", "unnamed"),
        ("قال المتحدث باسم الدفاع المدني إن قصفا وقع", "official", "named"),
        ("قالت صفحات محلية إن قصفا وقع", "social_media", "unnamed"),
        ("ذكرت وسائل إعلام محلية أن قصفا وقع", "outlet", "unnamed"),
        ("أعلنت الشبكة السورية لحقوق الإنسان أن قصفا وقع", "rights_body", "named"),
    ],
)
def test_the_kind_of_a_speaker(chars: str, kind: str, mode: str):
    found = said(chars, "قصف").attribution
    assert ([one.kind for one in found.chain], found.mode) == ([kind], mode)


@pytest.mark.parametrize(
    "chars",
    [
        "قتلت امرأة تدعى سعاد الحمدان بقصف",
        "بحسب الحاجة وقع قصف",
        "وفق اتفاق مع روسيا وقع قصف",
        "نقلت سيارات الدفاع المدني المصابين بعد قصف",
        "الأهالي: لا ماء في الحي بعد قصف",
        "وأضاف أن قصفا وقع",
        "وقع قصف على سرمين",
    ],
)
def test_nobody_speaks_where_nothing_is_reported(chars: str):
    assert said(chars, "قصف") == OWN_VOICE


def test_what_was_reported_by_nobody_is_unattributed():
    found = said("أفيد بوقوع قصف على سرمين", "قصف")
    assert (found.attribution.chain, found.attribution.mode) == ((), "unattributed")


def test_a_carried_speaker_s_evidence_stands_in_the_claim_s_own_sentence():
    first = "قال الدفاع المدني إن الطريق مقطوع. "
    (claim,) = claims_in(first + "وأضاف أن قصفا استهدف بلدة سرمين.", load_pack("ar"))
    (link,) = [one for one in claim.evidence if one.field == "chain[0]"]
    assert (link.quote, link.rule.partition("@")[0]) == ("أضاف", "claim#speaker-carried")
    assert all(one.span.start >= len(first) for one in claim.evidence)


def test_a_post_that_is_embedded_is_its_author_s_and_whom_he_quotes_the_origin():
    chars = (
        "وصل الوفد إلى البلدة أمس.\nقال الدفاع المدني إن قصفا استهدف بلدة سرمين وأوقع جرحى.\n"
        "Posted by Hauran Eyes on Saturday, September 4, 2021"
    )
    claim = read_text(chars, load_pack("ar")).claims[0]
    assert claim.attribution.chain[0].name.casefold() == "hauran eyes"
    assert claim.attribution.chain[-1].id == "white-helmets"


@pytest.mark.parametrize(
    ("chars", "interest"),
    [
        ("أعلنت قوات سوريا الديمقراطية مقتل ثلاثة من مقاتليها في اشتباكات قرب منبج", "own_loss"),
        ("أعلنت قوات سوريا الديمقراطية مقتل ثلاثة من عناصر تنظيم داعش في اشتباكات قرب منبج", "enemy_loss"),
        ("أعلنت قوات سوريا الديمقراطية أنها لم تقصف بلدة مارع", "self_exculpatory"),
        ("قال المرصد السوري لحقوق الإنسان إن ثلاثة من عناصر تنظيم داعش قتلوا بقصف على منبج", None),
    ],
)
def test_the_interest_of_a_party_is_named_where_it_is_plain(chars: str, interest: str | None):
    (claim,) = claims_in(chars, load_pack("ar"))
    assert claim.attribution.interest == interest
    assert any(one.field == "interest" for one in claim.evidence) is (interest is not None)
