"""The words of the model as canonical JSON and bytes, and back, with nothing lost.

Both are kept as bytes: pages hold half surrogates and NULs, which no database takes as text.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from tawatur.model.claim import Reading
from tawatur.model.errors import CaseError, Problem
from tawatur.model.ids import sha256_hex
from tawatur.model.text import Report, Text
from tawatur.model.time import DayHint


@dataclass(frozen=True, slots=True)
class ReportCore:
    """What the id of a report is made of, but for its text."""

    given_ref: str
    outlet: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class ReportRest:
    """What may differ between variants of one report. ``title`` is the hash of a text."""

    published: date | None
    title: str | None
    language: str | None
    retrieved: str | None
    bytes_sha256: str | None


@dataclass(frozen=True, slots=True)
class ReadingRest:
    """A reading without its claims, which are kept one by one."""

    hints: tuple[DayHint, ...]
    credit: str | None
    problems: tuple[Problem, ...]


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def dump(kind: object, value: object) -> bytes:
    """``value``, which is a ``kind``, as canonical JSON: keys sorted, no spaces, UTF-8."""
    plain = _adapter(kind).dump_python(value, mode="json")
    said = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return said.encode("utf-8", "surrogatepass")


def load(kind: object, payload: bytes, *, of: str) -> Any:
    """The ``kind`` that ``payload`` was dumped from.

    Raises:
        CaseError: the payload is damaged. ``of`` names it in the message.
    """
    with suppress(
        ValueError
    ):  # half a surrogate, which only the way below lets through, or damage, which that one names
        return _adapter(kind).validate_json(payload)
    try:
        return _adapter(kind).validate_python(json.loads(payload.decode("utf-8", "surrogatepass")))
    except ValueError as error:  # of the bytes, of json or of pydantic
        raise CaseError(f"{of} is damaged ({str(error).splitlines()[0]}): take the case from a backup") from error


def text_bytes(text: Text) -> bytes:
    """The bytes of a text that its hash is taken of.

    Raises:
        CaseError: they have another hash. Kept under a wrong one, a text could stand for another.
    """
    data = text.chars.encode("utf-8", "surrogatepass")
    if sha256_hex(data) != text.sha256:
        raise CaseError(f"a text that begins {text.chars[:40]!r} does not have the hash it carries, {text.sha256}")
    return data


def text_from(sha256: str, data: bytes, *, of: str) -> Text:
    """The text of ``data``. That the hash is still right is for ``verify`` to say.

    Raises:
        CaseError: the bytes are damaged. ``of`` names them in the message.
    """
    try:
        chars = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        raise CaseError(f"{of} is damaged ({error}): take the case from a backup") from error
    return Text(sha256, chars)


def texts_of(report: Report) -> Iterator[Text]:
    """The texts of a report: its body, and its title where it has one."""
    yield report.text
    if report.title is not None:
        yield report.title


def core_of(report: Report) -> ReportCore:
    """The part of ``report`` that all its variants share."""
    return ReportCore(report.given_ref, report.outlet, report.url)


def rest_of(report: Report) -> ReportRest:
    """The part of ``report`` in which variants differ."""
    title = report.title.sha256 if report.title else None
    return ReportRest(report.published, title, report.language, report.retrieved, report.bytes_sha256)


def reading_rest_of(reading: Reading) -> ReadingRest:
    """``reading`` without its claims."""
    return ReadingRest(reading.hints, reading.credit, reading.problems)


def variant_key(rest: ReportRest) -> str:
    """What variants are ordered by: JSON in which a known day, then a known title, sort before an unknown one."""
    published = rest.published.isoformat() if rest.published else None
    return json.dumps([published, rest.title, rest.language, rest.retrieved, rest.bytes_sha256])
