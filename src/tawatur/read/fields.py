"""One field of a report as given: what it is worth, or why it is worth nothing."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Generic, TypeVar
from zoneinfo import ZoneInfo

from tawatur.read.codes import language_code
from tawatur.read.remark import Refusal, Remark, shown

T = TypeVar("T")

MOST_CHARS: Final = 2_000_000
MOST_CHARS_OF_A_FIELD: Final = 10_000
AS_UNKNOWN: Final = ": taken as unknown"
WEB_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]{1,4000}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """A value or None, and a remark where something was given that could not be taken."""

    value: T | None = None
    remark: Remark | None = None


def _malformed(name: str, value: object, why: str, mend: str) -> Remark:
    return Remark(f"{name} is {shown(value)}, {why}{AS_UNKNOWN}", mend)


def words(name: str, value: object) -> Field[str]:
    """``value`` without blanks around it; None where it is missing, blank or no text that can be stored."""
    if value is None:
        return Field()
    if not isinstance(value, str):
        return Field(remark=_malformed(name, value, "which is no text", f"give {name} as text in quotation marks"))
    if len(value) > MOST_CHARS_OF_A_FIELD or unstorable(value):
        return Field(remark=_malformed(name, value, "too long or not storable", f"give a shorter, clean {name}"))
    return Field(value.strip() or None)


def reference(name: str, value: object) -> Field[str]:
    """As ``words``, but a whole number counts as its digits: many databases number their reports."""
    whole = isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**30
    return words(name, str(value) if whole else value)


def address(name: str, value: object) -> Field[str]:
    """A web address (http or https); None for anything else, which must not become a link."""
    said = words(name, value)
    if said.value is None or WEB_ADDRESS.fullmatch(said.value):
        return said
    return Field(remark=_malformed(name, value, "which is no web address", "give it in full, from https:// on"))


def day(name: str, value: object, *, zone: ZoneInfo) -> Field[date]:
    """The day of an ISO date or time, moved to ``zone`` where it says its own; None where missing or malformed."""
    said = words(name, value)
    if said.value is None:
        return Field(remark=said.remark)
    moment = _moment(said.value)
    if moment is None:
        return Field(remark=_malformed(name, value, "which is no ISO date or time", "write it as YYYY-MM-DD"))
    if moment.tzinfo is None:
        return Field(moment.date())
    try:
        return Field(moment.astimezone(zone).date())
    except OverflowError:  # the first or the last day that can be written
        return Field(remark=_malformed(name, value, "a day that no calendar here reaches", "write it as YYYY-MM-DD"))


def moment(name: str, value: object) -> Field[str]:
    """An ISO date or time as it was written; None where missing or malformed."""
    said = words(name, value)
    if said.value is None or _moment(said.value):
        return said
    return Field(remark=_malformed(name, value, "which is no ISO date or time", "write it as YYYY-MM-DDTHH:MM:SSZ"))


def _moment(said: str) -> datetime | None:
    try:
        return datetime.fromisoformat(said)
    except ValueError:
        return None


def language(name: str, value: object) -> Field[str]:
    """A language code; None where missing or unknown, which then is detected."""
    said = words(name, value)
    code = language_code(said.value) if said.value else None
    if code or said.value is None or said.value.lower() in {"und", "zxx", "mul"}:
        return Field(code, said.remark)
    return Field(remark=_malformed(name, value, "which is no language code", "give a code such as ar"))


def storable_text(chars: str) -> str:
    """``chars`` itself, where a report can be made of it.

    Raises:
        Refusal: it is blank, too long, or holds what neither UTF-8 nor a database can store.
    """
    broken = unstorable(chars)
    if broken:
        raise Refusal(f"not read: {broken}, which cannot be stored", "take that character out")
    if not any(char > " " and char.isprintable() and not char.isspace() for char in chars):
        raise Refusal("not read: empty, with nothing to read in it", "give its words, or leave it out")
    if len(chars) > MOST_CHARS:
        raise Refusal(
            f"not read: {len(chars):,} characters are more than the {MOST_CHARS:,} that one report may have",
            "split it into one file a report",
        )
    return chars


def unstorable(chars: str) -> str | None:
    """What in ``chars`` cannot be stored, with its place in code points; None where all can."""
    nul = chars.find("\0")
    if nul >= 0:
        return f"a NUL character stands at {nul}"
    try:
        chars.encode("utf-8")
    except UnicodeEncodeError as error:
        return f"half a character (U+{ord(chars[error.start]):04X}) stands at {error.start}"
    return None
