"""Signs for and against telling, and the company that a frame stands in."""

import pytest
from tests.claim.claim_cases import claims_in

from tawatur.claim.acts.frames import find_frames
from tawatur.claim.news.telling import BIAS, COMPANY, CROWD, Telling, signs_of, weigh, weights_of
from tawatur.claim.scope import scope_of
from tawatur.claim.speaking.said import OWN_VOICE
from tawatur.claim.speaking.speech import Speech
from tawatur.lang.pack import Pack, load_pack
from tawatur.mark.all import mark_text


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("ar")


def _frames(chars: str, pack: Pack):
    marks = mark_text(chars, pack)
    scopes = [scope_of(chars, marks, sentence) for sentence in marks.sentences]
    return [(scope, Speech(), find_frames(scope)) for scope in scopes]


def _signs(chars: str, pack: Pack) -> tuple[str, ...]:
    ((scope, _, (frame, *_)),) = _frames(chars, pack)
    return signs_of(scope, frame, OWN_VOICE)


@pytest.mark.parametrize(
    ("chars", "sign"),
    [
        ("قصفت الطائرات بلدة سرمين أمس", "word-verb"),
        ("قصفت الطائرات بلدة سرمين أمس", "near-day-ago"),
        ("قُتل سبعة مدنيين بقصف على طفس", "number"),
        ("قصفت الطائرات طفس ما أدى إلى مقتل عاملين", "harm-caused"),
        ("هل قصفت الطائرات بلدة سرمين؟", "question"),
        ("خرجت مظاهرة في نوى", "crowd-type-protest"),
        ("تظاهر نحو ثلاثمئة عامل في نوى", "crowd-counted"),
        ("مقتل سبعة عمال", "all-toll"),
        ("مقتل سبعة عمال", "brief-toll"),
        ("سبعة قتلى بقصف مدفعي", "brief-toll-of-an-act"),
        ("مقتل سبعة عمال", "tiny-sentence"),
        ("البلدة التي قصفتها الطائرات", "before-relative"),
        ("قصفت الطائرات بلدة سرمين", "no-time"),
    ],
)
def test_a_sign_stands_where_its_words_do(pack: Pack, chars: str, sign: str):
    assert sign in _signs(chars, pack)


@pytest.mark.parametrize(
    ("chars", "sign"),
    [
        ("قصفت الطائرات بلدة سرمين", "near-day-ago"),
        ("قُتل عاملان في قصف على طفس", "harm-caused"),
        ("قصفت الطائرات بلدة سرمين", "crowd-type-protest"),
        ("القتلى السبعة في قصف حي الورود عمال", "toll-at-the-head"),
        ("قصفت الطائرات بلدة سرمين أمس وقتلت سبعة عمال", "toll-at-the-head"),
        ("قصفت الطائرات بلدة سرمين أمس وقتلت سبعة عمال", "tiny-sentence"),
    ],
)
def test_a_sign_is_absent_where_its_words_are(pack: Pack, chars: str, sign: str):
    assert sign not in _signs(chars, pack)


def test_a_protest_has_a_bias_of_its_own(pack: Pack):
    ((scope, _, (frame,)),) = _frames("خرجت مظاهرة في نوى", pack)
    weighing = weigh(scope, frame, OWN_VOICE, {BIAS: -1.0, CROWD: 2.0, "type-protest": 9.0, "crowd-type-protest": 0.5})
    assert weighing is not None
    assert weighing.signs == ((CROWD, 2.0), ("crowd-type-protest", 0.5))


def test_the_weights_of_the_signs_add_up(pack: Pack):
    ((scope, _, (frame,)),) = _frames("قصفت الطائرات بلدة سرمين", pack)
    weighing = weigh(scope, frame, OWN_VOICE, {BIAS: -1.0, "word-verb": 1.5, "question": 9.0})
    assert weighing is not None
    assert (weighing.signs, weighing.total) == (((BIAS, -1.0), ("word-verb", 1.5)), 0.5)


@pytest.mark.parametrize("chars", ["توصل الطرفان إلى اتفاق في طفس", "هددت القوات باقتحام طفس"])
def test_what_is_no_violence_or_not_asserted_is_not_weighed(pack: Pack, chars: str):
    ((scope, _, frames),) = _frames(chars, pack)
    assert [weigh(scope, frame, OWN_VOICE, {BIAS: -9.0}) for frame in frames] == [None] * len(frames) != []


def test_a_sentence_that_tells_helps_the_others_and_not_itself(pack: Pack):
    weights = {BIAS: -1.0, "number": 2.0, COMPANY: 0.5, "word-verb": 0.5}
    sentences = _frames("قُتل سبعة مدنيين في طفس. قصفت الطائرات سرمين.", pack)
    telling = Telling(weights, sentences)
    (_, _, (first,)), (_, _, (second,)) = sentences
    helped, alone = telling.weigh(1, second), telling.weigh(0, first)
    assert helped is not None
    assert alone is not None
    assert (COMPANY, 0.5) in helped.signs
    assert telling.tells(1, second)
    assert COMPANY not in dict(alone.signs)
    assert telling.tells(0, first)


@pytest.mark.parametrize(("sentences", "told"), [(2, False), (4, True)])
def test_sentences_none_of_which_is_sure_tell_together(pack: Pack, sentences: int, told: bool):
    """At -1 each tells with a chance of .27: three others leave .39 for none of them, one other .73."""
    texts = [f"قصفت الطائرات {town}." for town in ("سرمين", "طفس", "منبج", "سلمية")[:sentences]]
    telling = Telling({BIAS: -1.0, COMPANY: 2.0}, frames := _frames(" ".join(texts), pack))
    assert [telling.tells(number, frame) for number, (_, _, found) in enumerate(frames) for frame in found] == [
        told
    ] * sentences


def test_every_weight_of_the_pack_is_of_a_sign_that_some_text_can_show(pack: Pack):
    kinds = (
        "word-", "type-", "harm-", "time-", "near-", "around-", "before-", "behind-", "kind-", "party-", "means-",
        "speaker-",
        "family-", "verb-", "noun-", "beside-",
    )  # fmt: skip
    single = {
        BIAS, COMPANY, "crowd", "said-twice", "counted", "made-to-happen", "at-the-head", "early", "in-the-middle",
        "late", "far-down", "short-sentence", "middling-sentence", "long-sentence", "endless-sentence", "first-word",
        "no-time", "no-place", "no-party", "nowhere", "place-with-a-cue", "weapon", "person", "no-harm", "figure",
        "number", "question", "in-quotation", "plural", "many-acts",
        "right-behind-that", "tiny-sentence", "in-a-title", "all-toll", "half-toll", "some-toll", "toll-in-passing",
        "toll-at-the-head", "brief-toll", "brief-toll-of-an-act",
    }  # fmt: skip
    plain = [sign.removeprefix("crowd-") for sign in weights_of(pack)]
    assert [sign for sign in plain if sign not in single and not sign.startswith(kinds)] == []


def test_a_general_remark_on_violence_tells_nothing_and_its_report_does(pack: Pack):
    assert claims_in("تحدث الباحث عن ظاهرة الهجمات في العالم وخطرها على الاقتصاد", pack) == ()
    told = claims_in("قُتل سبعة مدنيين أمس في هجوم على سوق مدينة سرمين", pack)
    assert [claim.type for claim in told] == ["attack"] or [claim.type for claim in told] == ["ground_offensive"]
