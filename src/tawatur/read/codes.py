"""Codes of languages: ISO 639-1, or ISO 639-3 for one that has no code of two letters (ckb, Central Kurdish)."""

import re
from typing import Final

TWO_LETTERS: Final = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en
eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv
ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne
ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st
su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
KNOWN: Final = frozenset({*TWO_LETTERS.split(), "ckb"})
# Codes of three letters (dialects of Arabic among them), old codes and English names.
LONGER: Final = {
    **dict.fromkeys(("ara", "arb", "arz", "ary", "apc", "ajp", "acm", "afb", "arabic"), "ar"),
    **dict.fromkeys(("eng", "english"), "en"),
    **dict.fromkeys(("fas", "per", "persian", "farsi"), "fa"),
    **dict.fromkeys(("fra", "fre", "french"), "fr"),
    **dict.fromkeys(("deu", "ger", "german"), "de"),
    **dict.fromkeys(("heb", "iw", "hebrew"), "he"),
    **dict.fromkeys(("kur", "kmr", "kurdish"), "ku"),
    **dict.fromkeys(("pus", "pashto"), "ps"),
    **dict.fromkeys(("rus", "russian"), "ru"),
    **dict.fromkeys(("spa", "spanish"), "es"),
    **dict.fromkeys(("tur", "turkish"), "tr"),
    **dict.fromkeys(("uig", "uyghur"), "ug"),
    **dict.fromkeys(("ukr", "ukrainian"), "uk"),
    **dict.fromkeys(("urd", "urdu"), "ur"),
    **dict.fromkeys(("zho", "chi", "chinese"), "zh"),
}
NAMES: Final = {
    "ckb": "Kurdish (ckb)",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "ku": "Kurdish (ku)",
    "ps": "Pashto",
    "ru": "Russian",
    "tr": "Turkish",
    "ug": "Uyghur",
    "uk": "Ukrainian",
    "ur": "Urdu",
}
CODE: Final = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9_-]{1,30})?")


def language_code(said: str) -> str | None:
    """The code of a language as given ("AR", "ar-SY", "ara", "Arabic"); None where it names none that can be told."""
    small = said.strip().lower()
    if small in LONGER:
        return LONGER[small]
    found = CODE.fullmatch(small)
    code = LONGER.get(found[1], found[1]) if found else ""
    return code if code in KNOWN else None


def language_name(code: str) -> str:
    """The English name of ``code`` where we have one, else the code."""
    return NAMES.get(code, code)
