"""The words of the brief: its own, which are data, and the days and names that it shows."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources
from typing import Final, Literal

from tawatur.lang.vocabulary import name_of, values
from tawatur.model.errors import PackError

Language = Literal["ar", "en"]
STRINGS_FILE: Final = "brief/strings.toml"

# Lone surrogates and control characters have no place in HTML; a reader sees that something stood there.
_UNSHOWABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def strings(language: Language) -> Mapping[str, str]:
    """The brief's own words in this language.

    Raises:
        PackError: the file lacks the language.
    """
    found = _tables().get(language)
    if found is None:
        raise PackError(f"{STRINGS_FILE} has no table [{language}]; it has ar and en")
    return found


def sign_of(grade: str) -> str:
    """The sign that stands before a grade's name, empty where it has none."""
    return _tables()["sign"].get(grade, "")


def day_text(day: date, language: Language) -> str:
    """A day as readers write it: in Arabic with both names of the month."""
    return f"{day.day} {name_of('month', str(day.month), language)} {day.year}"


def name_or_value(vocabulary: str, value: str, language: Language) -> str:
    """The name of a value, or the value itself where the vocabulary does not hold it: a brief shows all there is."""
    return name_of(vocabulary, value, language) if value in values(vocabulary) else value


def showable(text: str) -> str:
    """``text`` for a page: as it is, but for characters that HTML cannot hold, each of which becomes U+FFFD."""
    return _UNSHOWABLE.sub("\ufffd", text)


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads((resources.files("tawatur") / STRINGS_FILE).read_text(encoding="utf-8"))
