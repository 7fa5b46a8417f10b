"""The parts of a report, put together: the same for every kind of input."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from tawatur.model.errors import Problem
from tawatur.model.text import Report, report_id, text_of
from tawatur.read.codes import language_name
from tawatur.read.fields import storable_text
from tawatur.read.language import detect_language
from tawatur.read.remark import Refusal, Remark

READ_LANGUAGE: Final = "ar"
DIGITS_OF_A_HASH: Final = 16


@dataclass(frozen=True, slots=True)
class ReadItem:
    """One report, or one refused input or line (``report`` None, and one problem that says why and what to do).

    ``subject`` is the input as given, with the line's number after a colon where one file holds many.
    """

    subject: str
    report: Report | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """What a person said of all inputs, for those that do not say it themselves. Unknown is None."""

    outlet: str | None = None
    published: date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """What an input says of its one report. Unknown is None; ``ref`` its given id or its file's stem."""

    text: str
    bytes_sha256: str
    ref: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    published: date | None = None
    retrieved: str | None = None
    language: str | None = None


def item_of(subject: str, parts: Parts, *, given: Given, remarks: tuple[Remark, ...] = ()) -> ReadItem:
    """The item of a report that is kept, with a problem for each remark and for a language that is not read.

    Raises:
        Refusal: its text is blank, too long or not storable.
    """
    text = text_of(storable_text(parts.text))
    outlet = parts.outlet or given.outlet
    language = parts.language or given.language or detect_language(parts.text)
    ref = parts.ref or text.sha256[:DIGITS_OF_A_HASH]
    report = Report(
        id=report_id(ref, outlet, parts.url, text),
        given_ref=ref,
        outlet=outlet,
        url=parts.url,
        title=text_of(parts.title) if parts.title else None,
        published=parts.published or given.published,
        retrieved=parts.retrieved,
        language=language,
        text=text,
        bytes_sha256=parts.bytes_sha256,
    )
    return ReadItem(subject, report, tuple(remark.about(subject) for remark in (*remarks, *_other_language(language))))


def refused(subject: str, refusal: Refusal) -> ReadItem:
    """The item of an input that is not taken."""
    return ReadItem(subject, None, (refusal.remark.about(subject),))


def _other_language(language: str | None) -> tuple[Remark, ...]:
    if language in {None, READ_LANGUAGE}:
        return ()
    mend = "nothing is to be done; where the language was taken wrongly, say it (--language ar)"
    return (Remark(f"in {language_name(language or '')}: kept, not read in this version", mend),)
