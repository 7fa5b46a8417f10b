"""Start here: what a person names on the command line, to reports."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tawatur.model.errors import InputError
from tawatur.read import fields
from tawatur.read.files import read_file
from tawatur.read.remark import Remark
from tawatur.read.report import Given, ReadItem, refused
from tawatur.read.stream import read_stream
from tawatur.read.walk import Found, find

__all__ = ["Defaults", "ReadItem", "check_defaults", "read_inputs"]


@dataclass(frozen=True, slots=True)
class Defaults:
    """What all inputs have in common, for those that do not say it themselves. ``published`` is an ISO date or time."""

    outlet: str | None = None
    published: str | None = None
    language: str | None = None


def read_inputs(
    inputs: Sequence[str], *, defaults: Defaults, zone: str, standard_input: BinaryIO | None = None
) -> Iterator[ReadItem]:
    """An item for each report, and for each input or line that is refused, in the order of ``inputs``; folders sorted.

    ``-`` reads ``standard_input`` (the process's own unless given). Nothing is fetched, and a bad input stops nothing.

    Raises:
        InputError: ``zone`` or one of ``defaults`` is wrong; before anything is read.
    """
    known = _zone(zone)
    return _items(inputs, _given(defaults, known), known, standard_input)


def check_defaults(defaults: Defaults, *, zone: str) -> None:
    """Passes when ``read_inputs`` would take them.

    Raises:
        InputError: ``zone`` or one of ``defaults`` is wrong.
    """
    _given(defaults, _zone(zone))


def _items(inputs: Sequence[str], given: Given, zone: ZoneInfo, stream: BinaryIO | None) -> Iterator[ReadItem]:
    for name in inputs:
        if name == "-":
            yield from read_stream(sys.stdin.buffer if stream is None else stream, given=given, zone=zone)
            continue
        for found in find(name):
            if isinstance(found, Found):
                yield from read_file(found, given=given, zone=zone)
            else:
                yield refused(found.subject, found.refusal)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InputError(f"the time zone {name!r} is not known here; give one such as Asia/Damascus") from None


def _given(defaults: Defaults, zone: ZoneInfo) -> Given:
    outlet = fields.words("--outlet", defaults.outlet)
    published = fields.day("--published", defaults.published, zone=zone)
    language = fields.language("--language", defaults.language)
    for remark in (outlet.remark, published.remark, language.remark):
        if remark is not None:
            raise InputError(_as_error(remark))
    return Given(outlet.value, published.value, language.value)


def _as_error(remark: Remark) -> str:
    return f"{remark.message.removesuffix(fields.AS_UNKNOWN)}; {remark.mend}"
