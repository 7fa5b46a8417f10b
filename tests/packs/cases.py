"""The cases that stand beside a pack: texts, and exactly what its rules must see in them."""

import tomllib
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

import tawatur

FOLDER: Final = Path(tawatur.__file__).parent / "packs" / "ar" / "cases"


class BrokenCases(ValueError):
    """A file of cases breaks its schema. The message names file, key and value."""


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Wanted(_Row):
    """One mark that must be seen: its characters, and its value as ``shown`` writes it."""

    quote: str = Field(min_length=1)
    value: str = Field(min_length=1)


class Case(_Row):
    """A text and the exact list of marks that must be seen in it, in text order."""

    text: str = Field(min_length=1)
    want: list[Wanted]
    note: str | None = None


class CaseFile(_Row):
    """A file of cases."""

    case: list[Case] = Field(min_length=1)


def read_cases(path: Path) -> list[Case]:
    """The cases of one file.

    Raises:
        BrokenCases: it is no TOML, or breaks its schema; names file, key and value.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BrokenCases(f"{path.name}: not TOML: {error}") from error
    try:
        return CaseFile.model_validate(data).case
    except ValidationError as error:
        first = error.errors()[0]
        key = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in first["loc"]).lstrip(".")
        raise BrokenCases(f"{path.name}: {key}: {first['msg']}, got {first['input']!r}") from error


def case_files() -> dict[str, tuple[Path, ...]]:
    """The files of cases under the name of the file of rules that they are for, in the order of their names.

    The cases of one phenomenon may stand in a folder too (``parties/syria.toml``), beside its file or alone. Whole
    claims have cases of another shape.
    """
    found: dict[str, tuple[Path, ...]] = {}
    for path in sorted((*FOLDER.glob("*.toml"), *FOLDER.glob("*/*.toml"))):
        name = path.stem if path.parent == FOLDER else path.parent.name
        found[name] = (*found.get(name, ()), path)
    return {name: paths for name, paths in found.items() if name != "claims"}


def cases_of(name: str) -> list[Case]:
    """All cases for one file of rules, file by file."""
    return [case for path in case_files().get(name, ()) for case in read_cases(path)]
