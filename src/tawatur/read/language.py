"""The language of a text: its script first, then the letters that Arabic does not have, then a model."""

import re
from collections import Counter
from functools import lru_cache
from typing import Any, Final

from tawatur.read.codes import LONGER

HEAD: Final = 2_000
LINK: Final = re.compile(r"https?://\S+")
FEWEST_LETTERS: Final = 20
SHORT: Final = 40

ARABIC_SCRIPT: Final = re.compile(
    "[\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\ufb50-\ufdff\ufe70-\ufefc]"
)
# Letters of Persian, Urdu, Kurdish, Pashto and Uyghur that Arabic writes only in some names and dialects.
NOT_ARABIC: Final = frozenset(
    "\u067e\u0686\u0698\u06af\u06a4\u0679\u0688\u0691\u06ba\u06d2\u06c1\u06be\u06d5\u06ce\u06c6\u0695\u06b5"
    "\u067c\u0689\u0693\u0696\u069a\u06ab\u06bc\u06d0\u06cd\u06c7\u06c8\u06ad"
)
# Kaf and yeh as a Persian keyboard types them, in Arabic texts too.
PERSIAN_KEYS: Final = frozenset("\u06a9\u06cc")
KURDISH_AE: Final = "\u06d5"
# What only Arabic has much of: words that start with its article, or end in its feminine ending.
ARTICLE: Final = "\u0627\u0644"
FEMININE: Final = "\u0629"
MUCH_ARABIC: Final = 0.10
SOME_FOREIGN: Final = 0.02
CERTAINLY_FOREIGN: Final = 0.12
SOME_PERSIAN_KEYS: Final = 0.03

IN_ARABIC_LETTERS: Final = frozenset({"fa", "ur", "ps", "ug", "sdh"})
NO_ANSWER: Final = IN_ARABIC_LETTERS | {"ar", "arz", "ary", "zxx"}


def detect_language(text: str) -> str | None:
    """The language of the first 2,000 characters; None where they hold too few letters to tell.

    Short texts in Arabic letters count as Arabic, unless letters stand in them that Arabic does not write.
    """
    head = LINK.sub(" ", text[:HEAD])
    letters = sum(char.isalpha() for char in head)
    arabic = ARABIC_SCRIPT.findall(head)
    if arabic and 3 * len(arabic) >= letters:
        return "ar" if _is_arabic(head, Counter(arabic)) else _in_arabic_letters(head, Counter(arabic))
    if letters < FEWEST_LETTERS:
        return None
    ranked = _model().rank(head)
    return next((LONGER.get(code, code) for code, _ in ranked if code not in NO_ANSWER), None)


def _is_arabic(head: str, letters: Counter[str]) -> bool:
    total = letters.total()
    foreign = sum(letters[char] for char in NOT_ARABIC)
    words = head.split()
    plainly = sum(word.startswith(ARTICLE) or word.endswith(FEMININE) for word in words) / len(words)
    if total < SHORT:
        return foreign < 2 or plainly > 0
    if foreign >= CERTAINLY_FOREIGN * total:
        return False
    keys = sum(letters[char] for char in PERSIAN_KEYS)
    some = foreign >= SOME_FOREIGN * total or keys >= SOME_PERSIAN_KEYS * total
    return not some or plainly >= MUCH_ARABIC


def _in_arabic_letters(head: str, letters: Counter[str]) -> str:
    code = next(code for code, _ in _model().rank(head) if code in IN_ARABIC_LETTERS)
    # The model knows Southern Kurdish only, and has no code for the Central Kurdish of nearly all written news.
    return "ckb" if code == "sdh" and letters[KURDISH_AE] else "fa" if code == "sdh" else code


@lru_cache(maxsize=1)
def _model() -> Any:
    """Loaded at the first text that needs it: it takes a second, and Arabic texts need none."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)
