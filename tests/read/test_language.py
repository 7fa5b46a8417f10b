import pytest

from tawatur.read.codes import language_code, language_name
from tawatur.read.language import detect_language

ARABIC = "قصفت قوات معادية أحياء المدينة اليوم، وقتل عدد من المدنيين وأصيب آخرون."


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", ARABIC),
        ("fa", "نیروهای دولتی امروز شهر را گلوله باران کردند و چند نفر کشته شدند"),
        ("fa", "نيروهاي دولتي امروز شهر را گلوله باران کردند و چند نفر کشته شدند"),
        ("ur", "سرکاری افواج نے آج شہر پر گولہ باری کی اور کئی افراد ہلاک ہو گئے"),
        ("ckb", "هێزەکانی حکومەت ئەمڕۆ شارەکەیان تۆپباران کرد و چەند کەسێک کوژران"),
        ("ps", "دولتي ځواکونو نن ښار په توغندیو وویشت او څو تنه ووژل شول"),
        ("en", "Government forces shelled the town today and several people were killed."),
        ("tr", "Hükümet güçleri bugün şehri bombaladı ve birçok kişi öldü."),
        ("ru", "Правительственные войска обстреляли город, несколько человек погибли."),
    ],
)
def test_a_sentence_is_enough_to_tell_the_language(code: str, text: str):
    assert detect_language(text) == code


@pytest.mark.parametrize("text", ["قصف", "قتل شخصان", "هدنة ليومين في الجنوب", "3 قتلى في درعا"])
def test_a_few_words_in_arabic_letters_are_arabic(text: str):
    assert detect_language(text) == "ar"


@pytest.mark.parametrize(
    "text",
    [
        "سقط صاروخ في منطقة گرميان قرب چمچمال وقتل ثلاثة",
        "قصفت قوات معادية الیوم أحیاء المدینة وقتل عدد من المدنیین في هجوم کبیر علی الأطراف الشرقیة",
    ],
    ids=["foreign names", "typed on a Persian keyboard"],
)
def test_letters_from_elsewhere_do_not_make_arabic_another_language(text: str):
    assert detect_language(text) == "ar"


def test_links_and_hashtags_do_not_count():
    assert detect_language("#قصف قتيل https://example.org/a/long/path/to/some/page") == "ar"


@pytest.mark.parametrize("text", ["", "123 456", "ok", "!!!"])
def test_too_few_letters_leave_the_language_unknown(text: str):
    assert detect_language(text) is None


def test_only_the_start_of_a_text_is_looked_at():
    assert detect_language(ARABIC * 40 + "English words follow. " * 5_000) == "ar"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        *((said, "ar") for said in ("ar", " AR ", "ar-SY", "ar_EG", "ara", "apc", "Arabic")),
        *(("fas", "fa"), ("ckb", "ckb"), ("en-GB", "en")),
        *((said, None) for said in ("xx", "no language", "a", "")),
    ],
)
def test_a_given_language_becomes_its_short_code(said: str, code: str | None):
    assert language_code(said) == code


def test_a_language_without_a_name_here_is_called_by_its_code():
    assert (language_name("fa"), language_name("sw")) == ("Persian", "sw")
