"""The closed vocabularies: names in Arabic and English, and codes in other people's standards."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Final

from tawatur.model.errors import PackError

TYPES_FILE: Final = "vocabulary/types.tsv"
VALUES_FILE: Final = "vocabulary/values.toml"
STATE_FORCES: Final = "state forces"

Entry = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ClaimType:
    """One type of claim. A code that a standard lacks, or that the parties must decide, is None.

    ``acled_sub_state`` stands in for ``acled_sub`` where an actor belongs to state forces. ``family`` joins the types
    in which different reports may tell of one happening.
    """

    id: str
    name_ar: str
    name_en: str
    acled_event: str | None
    acled_sub: str | None
    acled_sub_state: str | None
    ucdp: int | None
    plover: str | None
    plover_mode: str | None
    family: str


COLUMNS: Final = tuple(field.name for field in fields(ClaimType))
NEVER_EMPTY: Final = ("id", "name_ar", "name_en", "family")


def claim_type(type_id: str) -> ClaimType:
    """The claim type of this id.

    Raises:
        PackError: no type has this id.
    """
    found = _types().get(type_id)
    if found is None:
        raise PackError(f"{TYPES_FILE} has no claim type {type_id!r}; add a line for it, or use one of its ids")
    return found


def claim_types() -> tuple[ClaimType, ...]:
    """Every claim type, in the order of the file."""
    return tuple(_types().values())


def values(vocabulary: str) -> tuple[str, ...]:
    """The values of one closed vocabulary, in the order of the file ("type" gives the claim types' ids).

    Raises:
        PackError: there is no such vocabulary.
    """
    return tuple(_types()) if vocabulary == "type" else tuple(_entries(vocabulary))


def name_of(vocabulary: str, value: str, language: str) -> str:
    """The name of ``value`` for readers of ``language`` ("ar" or "en").

    Raises:
        PackError: the vocabulary lacks the value, or its names lack the language.
    """
    if vocabulary == "type":
        kind = claim_type(value)
        return kind.name_ar if language == "ar" else kind.name_en
    name = _entry(vocabulary, value).get(language)
    if name is None:
        raise PackError(f"{VALUES_FILE}: [{vocabulary}] {value} has no name in {language!r}; it has ar and en")
    return name


def plover_of(
    type_id: str, *, act: str | None, phase: str | None, harms: tuple[str, ...]
) -> tuple[str | None, str | None]:
    """PLOVER's event type and mode for a claim, (None, None) where it has none (manual 2.0).

    A statement takes the code of its act and a siege that of its phase; coercion that harms people is an assault.
    """
    said = [_entry(name, value) for name, value in (("act", act), ("phase", phase)) if value is not None]
    for entry in said:
        if "plover" in entry:
            return entry["plover"], entry.get("mode")
    kind = claim_type(type_id)
    violent = sorted(entry["plover"] for entry in (_entry("harm", harm) for harm in harms) if "plover" in entry)
    if kind.plover == "COERCE" and violent:
        return violent[0], None
    return kind.plover, kind.plover_mode


def acled_of(type_id: str, *, actor_kinds: tuple[str, ...]) -> str | None:
    """ACLED's sub-event type for a claim, None where ACLED does not code it (codebook, event types)."""
    kind = claim_type(type_id)
    return kind.acled_sub_state if kind.acled_sub_state and STATE_FORCES in actor_kinds else kind.acled_sub


def read_types(content: str, *, file: str = TYPES_FILE) -> dict[str, ClaimType]:
    """The claim types of a TSV file's content by id.

    Raises:
        PackError: a header, a cell or an id is wrong; the message names file, line and column.
    """
    lines = [(n, line) for n, line in enumerate(content.splitlines(), start=1) if line and not line.startswith("#")]
    if not lines or tuple(lines[0][1].split("\t")) != COLUMNS:
        raise PackError(f"{file}: the header must be {' '.join(COLUMNS)}, separated by tabs")
    types: dict[str, ClaimType] = {}
    for number, line in lines[1:]:
        kind = _read_type(line, place=f"{file}:{number}")
        if kind.id in types:
            raise PackError(f"{file}:{number}: id {kind.id!r} stands there twice; keep one line")
        types[kind.id] = kind
    return types


def _read_type(line: str, *, place: str) -> ClaimType:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        raise PackError(f"{place}: {len(cells)} cells where {len(COLUMNS)} are wanted; separate them by tabs")
    row = dict(zip(COLUMNS, cells, strict=True))
    for column in NEVER_EMPTY:
        if not row[column]:
            raise PackError(f"{place}: {column} is empty; every claim type needs one")
    if row["ucdp"] not in ("", "1", "2", "3"):
        raise PackError(f"{place}: ucdp is {row['ucdp']!r}; it is 1, 2, 3 or empty")
    return ClaimType(
        id=row["id"],
        name_ar=row["name_ar"],
        name_en=row["name_en"],
        acled_event=row["acled_event"] or None,
        acled_sub=row["acled_sub"] or None,
        acled_sub_state=row["acled_sub_state"] or None,
        ucdp=int(row["ucdp"]) if row["ucdp"] else None,
        plover=row["plover"] or None,
        plover_mode=row["plover_mode"] or None,
        family=row["family"],
    )


def read_values(content: str, *, file: str = VALUES_FILE) -> dict[str, dict[str, Entry]]:
    """The vocabularies of a TOML file's content: vocabulary → value → its names and codes.

    Raises:
        PackError: the file is no TOML, or a value lacks a name; the message names file, key and value.
    """
    try:
        tables = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{file} is not TOML: {error}") from error
    for vocabulary, entries in tables.items():
        if not isinstance(entries, dict):
            raise PackError(f"{file}: {vocabulary} is {entries!r}; it must be a table of values")
        for value, entry in entries.items():
            _check_entry(entry, place=f"{file}: [{vocabulary}] {value}")
    return tables


def _check_entry(entry: object, *, place: str) -> None:
    if not isinstance(entry, dict):
        raise PackError(f"{place} is {entry!r}; it must be a table with ar and en")
    for language in ("ar", "en"):
        if not isinstance(entry.get(language), str) or not entry[language]:
            raise PackError(f"{place}: {language} is {entry.get(language)!r}; it must be a name")


def _entry(vocabulary: str, value: str) -> Entry:
    found = _entries(vocabulary).get(value)
    if found is None:
        raise PackError(f"{VALUES_FILE}: [{vocabulary}] has no value {value!r}; add it, or use one that stands there")
    return found


def _entries(vocabulary: str) -> Mapping[str, Entry]:
    found = _values().get(vocabulary)
    if found is None:
        raise PackError(f"{VALUES_FILE} has no vocabulary {vocabulary!r}")
    return found


@cache
def _types() -> dict[str, ClaimType]:
    return read_types(_content(TYPES_FILE))


@cache
def _values() -> dict[str, dict[str, Entry]]:
    return read_values(_content(VALUES_FILE))


def _content(file: str) -> str:
    return (resources.files("tawatur") / "packs" / file).read_text(encoding="utf-8")
