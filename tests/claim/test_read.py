"""A report read whole: what it claims, what it must not, and that reading never fails nor changes a character."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.claim.claim_cases import read_claim_cases, read_text

from tawatur.lang.pack import Pack, load_pack
from tawatur.model.claim import Evidence, Reading

SHELLING = "قصفت قوات النظام بلدة سرمين صباح اليوم ما أدى إلى مقتل مدني وإصابة طفلين بجروح خطيرة."
ARREST = "واعتقلت قوات سوريا الديمقراطية شابين في مدينة الرقة على حاجز عند مدخلها الشرقي مساء أمس."
WORDS = sorted({word for case in read_claim_cases() for word in case.text.split()})
SIGNS = [".", "،", ":", "\n", "\n\n", "«", "»", '"', "#", "_", "ـ", "\u200f", "\u00a0", "12", "٣", "—", "\U0001f534"]


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("ar")


def types(reading: Reading) -> list[str]:
    return [claim.type for claim in reading.claims]


def test_a_report_in_another_language_is_kept_unread_and_a_problem_says_so(pack):
    reading = read_text("The army shelled the town.", pack, language="en")
    assert (reading.claims, reading.hints, reading.credit) == ((), (), None)
    (problem,) = reading.problems
    assert "'en'" in problem.message
    assert "--language ar" in problem.mend


def test_a_report_of_unknown_language_is_read(pack):
    assert types(read_text(SHELLING, pack, language=None)) == ["shelling"]


def test_an_empty_text_and_an_empty_title_give_nothing(pack):
    assert read_text("", pack, title="") == Reading("rep-1", pack.version, (), (), None, ())


def test_a_title_claims_only_what_the_text_does_not_tell(pack):
    same = read_text(SHELLING, pack, title="قصف على بلدة سرمين")
    assert [claim.where for claim in same.claims] == ["body"]
    other = read_text(SHELLING, pack, title="مظاهرة في مدينة إدلب")
    assert [(claim.type, claim.where) for claim in other.claims] == [("shelling", "body"), ("protest", "title")]


def test_the_evidence_of_a_title_s_claim_stands_in_the_title(pack):
    title = "مظاهرة في مدينة إدلب"
    claim = read_text(SHELLING, pack, title=title).claims[-1]
    assert {one.where for one in claim.evidence} == {"title"}
    assert all(title[slice(*one.span)] == one.quote for one in claim.evidence)


def test_furniture_gives_no_claim(pack):
    page = "\n".join(
        [
            "الرئيسية",
            "أخبار",
            SHELLING,
            "صورة أرشيفية لقصف سابق على مدينة إدلب",
            "شارك القصة",
            "مقالات ذات صلة",
            "مقتل خمسة جنود بانفجار لغم قرب مدينة الباب",
            "اعتقال ثلاثة شبان في مدينة جاسم",
        ]
    )
    assert types(read_text(page, pack)) == ["shelling"]


def test_an_embedded_post_is_its_author_s_and_gives_its_own_day(pack):
    post = "Posted by Hauran Eyes on Saturday, September 4, 2021"
    reading = read_text(f"{SHELLING}\n{ARREST}\n{post}\n{SHELLING}", pack)
    posted = next(claim for claim in reading.claims if claim.type == "arrest")
    (author,) = posted.attribution.chain
    assert (author.kind, posted.attribution.mode) == ("social_media", "named")
    assert "posted" in [hint.kind for hint in reading.hints]


def test_the_day_of_a_report_dates_news_without_a_time(pack):
    (claim,) = read_text("قصفت قوات النظام بلدة سرمين", pack, published=date(2021, 7, 29)).claims
    assert (claim.date.start, claim.date.said) == (date(2021, 7, 29), None)


def test_every_field_that_holds_a_value_has_evidence(pack):
    text = "قال المرصد السوري لحقوق الإنسان إن قوات النظام قصفت بالهاون بلدة سرمين أمس، ما أدى إلى مقتل المزارع سالم الحمدان"
    (claim,) = read_text(text, pack, published=date(2021, 7, 29)).claims
    fields = {one.field for one in claim.evidence}
    wanted = {"type", "status", "stance", "told_as", "date", "attribution", "chain[0]", "actors[0]", "places[0]"}
    assert wanted | {"weapons[0]", "counts[0]", "victims[0]"} <= fields


def test_ids_of_claims_differ_within_a_report(pack):
    claims = read_text(f"{SHELLING} {ARREST}", pack).claims
    assert len({claim.id for claim in claims}) == len(claims) == 2


def quotes_stand(chars: str, title: str, evidence: Evidence) -> bool:
    text = chars if evidence.where == "body" else title
    return text[slice(*evidence.span)] == evidence.quote != ""


def test_the_raised_figure_of_a_footnote_stops_no_reading(pack):
    assert types(read_text("قصفت قوات النظام بلدة سرمين¹ أمس²", pack)) == ["shelling"]


arabic = st.lists(st.sampled_from([*WORDS, *SIGNS]), max_size=40).map(" ".join)
letters = st.text(alphabet=st.sampled_from("ابتثجحدرسشصطعفقكلمنهويةىءأإؤئلا ً ّـ.،:\n\u200f\u00a0#_12٣«»"), max_size=80)


@settings(max_examples=120, deadline=None)
@given(chars=arabic | letters | st.text(max_size=60), title=arabic)
def test_any_text_is_read_without_failing_alike_each_time_and_every_quote_stands_in_it(chars: str, title: str):
    pack = load_pack("ar")
    reading = read_text(chars, pack, title=title, published=date(2021, 7, 29))
    assert reading == read_text(chars, pack, title=title, published=date(2021, 7, 29))
    for claim in reading.claims:
        assert all(quotes_stand(chars, title, one) for one in claim.evidence)
        assert len({one.field for one in claim.evidence if one.field.startswith("counts")}) == len(claim.counts)


@settings(max_examples=120, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
def test_bounds_of_a_count_never_cross_and_what_is_said_is_in_the_text(words: list[str]):
    chars = " ".join(words)
    for claim in read_text(chars, load_pack("ar")).claims:
        for count in claim.counts:
            assert count.low is None or count.high is None or count.low <= count.high
            assert count.said in chars


def test_that_nobody_was_harmed_is_claimed_once_of_acts_told_together(pack: Pack):
    text = (
        "القصف خلف دمارا في سوق طفس، والقصف المدفعي أحرق مخزنا بالتزامن مع قصف استهدف محيط نوى، دون وقوع إصابات بشرية"
    )
    claims = read_text(text, pack).claims
    assert [claim.status for claim in claims] == ["asserted", "none_reported", "asserted"]
    assert len({claim.id for claim in claims}) == len(claims)
