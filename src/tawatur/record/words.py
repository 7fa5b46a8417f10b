"""What a record says in words of its own, in Arabic and in English, from templates that are data."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final, NamedTuple

from tawatur.lang.vocabulary import name_of
from tawatur.model.errors import PackError
from tawatur.record.rules import SENTENCES_FILE, read_table

LANGUAGES: Final = ("ar", "en")


class Said(NamedTuple):
    """One thing said in both languages."""

    ar: str
    en: str


def plain(text: str | int) -> Said:
    """Something that reads alike in both languages: a name, a number."""
    return Said(str(text), str(text))


@dataclass(frozen=True, slots=True)
class Words:
    """The templates of the sentences file: table → key → language → template."""

    tables: Mapping[str, Mapping[str, Mapping[str, str]]]

    def say(self, table: str, key: str, **parts: Said) -> Said:
        """The template under ``key``, its braces filled.

        Raises:
            PackError: the template is missing, or wants a part that is not given.
        """
        try:
            template = self.tables[table][key]
            return Said(*(_fill(template[lang], parts, index) for index, lang in enumerate(LANGUAGES)))
        except KeyError as error:
            raise PackError(f"{SENTENCES_FILE}: [{table}] {key}: {error.args[0]!r} is missing; add it") from error

    def join(self, parts: Iterable[Said]) -> Said:
        """The parts in a row, as each language lists things."""
        listed = list(parts)
        between = self.say("lists", "and")
        return Said(between.ar.join(part.ar for part in listed), between.en.join(part.en for part in listed))

    def figure(self, low: int | None, high: int | None) -> Said:
        """A figure as its bounds say: "at least 3", "2 to 5". None is unknown, never 0."""
        if low is None:
            return self.say("figure", "unknown" if high is None else "up_to", high=plain(high or 0))
        if high is None:
            return self.say("figure", "at_least", low=plain(low))
        return self.say("figure", "exact" if low == high else "between", low=plain(low), high=plain(high))

    def day(self, day: date) -> Said:
        """One day, its month by name."""
        return self.say("day", "full", day=plain(day.day), month=named("month", str(day.month)), year=plain(day.year))

    def days(self, start: date | None, end: date | None) -> Said:
        """A day, a whole month or year, a span of days, or the words for an unknown date."""
        if start is None or end is None:
            return self.say("day", "unknown")
        if start == end:
            return self.day(start)
        if start.day == 1 and (start.year, end.day) == (end.year, monthrange(end.year, end.month)[1]):
            if start.month == end.month:
                return self.say("day", "month", month=named("month", str(start.month)), year=plain(start.year))
            if (start.month, end.month) == (1, 12):
                return plain(start.year)
        return self.span(start, end)

    def span(self, start: date, end: date) -> Said:
        """Two days and what lies between them."""
        return self.say("day", "span", start=self.day(start), end=self.day(end))


def _fill(template: str, parts: Mapping[str, Said], index: int) -> str:
    return template.format(**{name: said[index] for name, said in parts.items()})


def named(vocabulary: str, value: str) -> Said:
    """The names of a value of a closed vocabulary.

    Raises:
        PackError: the vocabulary lacks the value.
    """
    return Said(name_of(vocabulary, value, "ar"), name_of(vocabulary, value, "en"))


@cache
def load_words() -> Words:
    """The sentences that ship with the product."""
    table: dict[str, Any] = read_table(SENTENCES_FILE)
    return Words(table)
