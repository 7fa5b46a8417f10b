"""What works on this machine and what does not, each with its mend."""

import importlib.util
import shutil
import sqlite3
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tawatur.lang.pack import load_pack
from tawatur.logs import LANGUAGE
from tawatur.model.errors import TawaturError

_LEAST_BYTES: Final = 200_000_000
_LEAST_SQLITE: Final = (3, 35, 0)
_LEAST_YEAR: Final = 2024


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: whether it ``works``, whether it is ``needed``, what was ``found``, and the ``mend``."""

    name: str
    works: bool
    needed: bool
    found: str
    mend: str


def examine(today: date) -> tuple[Check, ...]:
    """Every check, the needed ones first."""
    return (
        Check("python", sys.version_info >= (3, 11), True, sys.version.split()[0], "install Python 3.11 or newer"),
        Check("tawatur", True, True, version("tawatur"), ""),
        _sqlite(),
        _pack(),
        _zone(),
        _disk(),
        _folder(),
        Check(
            "clock",
            today.year >= _LEAST_YEAR,
            True,
            today.isoformat(),
            "set the machine's clock: days without a year are counted back from today",
        ),
        _extra("postgres", "psycopg", "a case in PostgreSQL"),
    )


def _sqlite() -> Check:
    works = sqlite3.sqlite_version_info >= _LEAST_SQLITE
    return Check("sqlite", works, True, sqlite3.sqlite_version, "use a Python built with SQLite 3.35 or newer")


def _pack() -> Check:
    try:
        pack = load_pack(LANGUAGE)
    except TawaturError as error:
        return Check("language pack", False, True, str(error), "install Tawatur again")
    return Check(
        "language pack", True, True, f"{pack.version}, {len(pack.rules)} rules, {len(pack.gazetteer)} places", ""
    )


def _zone() -> Check:
    try:
        ZoneInfo("Asia/Damascus")
    except ZoneInfoNotFoundError:
        return Check("time zones", False, True, "no time zone data", "pip install tzdata")
    return Check("time zones", True, True, "found", "")


def _disk() -> Check:
    try:
        free = shutil.disk_usage(Path.cwd()).free
    except OSError as error:
        return Check("disk", False, True, error.strerror or str(error), "work in a folder that is there")
    return Check(
        "disk",
        free >= _LEAST_BYTES,
        True,
        f"{free // 1_000_000} MB free here",
        "free some space, or work in another folder",
    )


def _folder() -> Check:
    try:
        with tempfile.TemporaryFile(dir=Path.cwd()):
            return Check("folder", True, True, "can be written to", "")
    except OSError as error:
        return Check("folder", False, True, error.strerror or str(error), "work in a folder that you may write to")


def _extra(extra: str, module: str, what: str) -> Check:
    found = importlib.util.find_spec(module) is not None
    return Check(
        extra, found, False, "installed" if found else "not installed", f"for {what}: pip install 'tawatur[{extra}]'"
    )
