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
from tawatur.record.words import Said

Language = Literal["ar", "en"]
STRINGS_FILE: Final = "brief/strings.toml"
COUNTS_FILE: Final = "brief/counts.toml"

# Lone surrogates and control characters have no place in HTML; a reader sees that something stood there.
_UNSHOWABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

# A run of letters of one direction with the blanks and signs inside it.
_ARABIC: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufefc](?:[^,;A-Za-z]*[\u0590-\u08ff\ufb1d-\ufefc])?")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f](?:[^\u060c;\u0590-\u08ff]*[A-Za-z\u00c0-\u024f>)])?")


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


def month_text(day: date, language: Language) -> str:
    """The month and year of a day."""
    return f"{name_of('month', str(day.month), language)} {day.year}"


def how_many(thing: str, number: int, language: Language) -> tuple[str, str | None, str]:
    """So many of a thing, in words that agree: what stands before the number, the number (None where it is said in a
    word, as in a dual), and what stands after it.

    Raises:
        PackError: the file lacks the thing.
    """
    forms = _counts()[language].get(thing)
    if forms is None:
        raise PackError(f"{COUNTS_FILE} has no table [{language}.{thing}]; add it")
    before, shown, after = forms.get(_category(number, language), forms["other"]).partition("{n}")
    return before, str(number) if shown else None, after


def _category(number: int, language: Language) -> str:
    """The plural category of a number, after the Unicode plural rules."""
    if number in (0, 1):
        return ("zero", "one")[number]
    if language == "en":
        return "other"
    if number == 2:
        return "two"
    rest = number % 100
    return "few" if 3 <= rest <= 10 else "many" if rest >= 11 else "other"


def name_or_value(vocabulary: str, value: str, language: Language) -> str:
    """The name of a value, or the value itself where the vocabulary does not hold it: a brief shows all there is."""
    return name_of(vocabulary, value, language) if value in values(vocabulary) else value


def in_language(said: Said, language: Language) -> str:
    """What is said in both languages, in this one."""
    return said.ar if language == "ar" else said.en


def isolated(text: str, language: Language) -> str:
    """The text with names that run against the page set apart, so that what follows them in its line keeps its place.

    A number behind an Arabic name would else be drawn as part of it ("29 ,name July").
    """
    against = _ARABIC if language == "en" else _LATIN
    return against.sub(
        lambda found: found.group() if found.end() == len(text) else f"\u2068{found.group()}\u2069", text
    )


def showable(text: str) -> str:
    """``text`` for a page: as it is, but for characters that HTML cannot hold, each of which becomes U+FFFD."""
    return _UNSHOWABLE.sub("\ufffd", text)


@cache
def _counts() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads((resources.files("tawatur") / COUNTS_FILE).read_text(encoding="utf-8"))


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads((resources.files("tawatur") / STRINGS_FILE).read_text(encoding="utf-8"))
