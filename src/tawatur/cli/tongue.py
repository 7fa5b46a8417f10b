"""The language in which the terminal speaks: its own sentences, which are data, and the names of values."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from tawatur.brief.words import Language, how_many, in_language, name_or_value
from tawatur.model.errors import PackError
from tawatur.record.words import Said

STRINGS_FILE: Final = "cli/strings.toml"
_LABEL: Final = 9


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language, and the templates in it."""

    language: Language
    templates: Mapping[str, str]

    def say(self, key: str, **parts: object) -> str:
        """The template under ``key``, its braces filled.

        Raises:
            PackError: the template is missing, or wants a part that is not given.
        """
        try:
            return self.templates[key].format(**parts)
        except KeyError as error:
            raise PackError(f"{STRINGS_FILE}: [{self.language}] {key}: {error.args[0]!r} is missing; add it") from error

    def label(self, key: str) -> str:
        """The beginning of a line, as wide as that of the others."""
        return f"  {self.say(key):{_LABEL}} "

    def name(self, vocabulary: str, value: str | None) -> str:
        """The name of a value; the value itself, without underscores, where the vocabulary does not hold it."""
        return name_or_value(vocabulary, value, self.language).replace("_", " ") if value else self.say("unknown")

    def pick(self, arabic: str | None, english: str | None) -> str:
        """The wording in this language, else in the other; empty where there is neither."""
        return (arabic or english or "") if self.language == "ar" else (english or arabic or "")

    def said(self, both: Said) -> str:
        """What is said in both languages, in this one."""
        return in_language(both, self.language)

    def many(self, thing: str, number: int) -> str:
        """So many of a thing, in words that agree."""
        before, shown, after = how_many(thing, number, self.language)
        return f"{before}{shown or ''}{after}"

    def listed(self, parts: Iterable[str]) -> str:
        """The parts in a row."""
        return self.say("comma").join(parts)


@cache
def tongue(language: Language) -> Tongue:
    """The terminal's words in this language.

    Raises:
        PackError: the file lacks the language.
    """
    tables = tomllib.loads((resources.files("tawatur") / STRINGS_FILE).read_text(encoding="utf-8"))
    if language not in tables:
        raise PackError(f"{STRINGS_FILE} has no table [{language}]; it has {', '.join(tables)}")
    return Tongue(language, tables[language])
