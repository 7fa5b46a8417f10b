"""Builds the bundled demonstration case, and tells its reports from real ones."""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

from tawatur.brief.words import Language
from tawatur.brief.write import write_brief
from tawatur.model.case import CaseView, Settings
from tawatur.model.errors import InputError
from tawatur.model.ids import sha256_hex
from tawatur.pipeline import Progress, add_reports, quiet, run
from tawatur.view import view_of
from tawatur.read.inputs import Defaults, read_inputs
from tawatur.store.open import open_case

SETTINGS: Final = Settings("Asia/Damascus", "2021-12-31")
CASE_NAME: Final = "demo.tawatur"
BRIEF_NAME: Final = "brief.html"


def build_demo(folder: Path, *, progress: Progress = quiet) -> tuple[CaseView, Path]:
    """The demonstration case built in ``folder`` and the path of its brief; built before, it is only brought up to date.

    Raises:
        TawaturError: the folder cannot be made or written, or another case stands in it under this name.
    """
    _make(folder)
    with open_case(str(folder / CASE_NAME), create=True) as store, _bundled() as paths:
        store.write_settings_once(SETTINGS)
        inputs = [str(path) for path in paths]
        for _ in add_reports(store, read_inputs(inputs, defaults=Defaults(language="ar"), zone=SETTINGS.zone)):
            pass
        run(store, progress=progress)
        view = view_of(store)
    brief = folder / BRIEF_NAME
    write_brief(view, brief, language="ar", notice=notice_of(view, language="ar"))
    return view, brief


def notice(language: Language) -> str:
    """The sentence that says that a whole case is invented."""
    return _notices()[language]["all"]


def notice_of(view: CaseView, *, language: Language) -> str | None:
    """The sentence that a brief of this case must begin with: how many of its reports are invented; None where none is."""
    ours = bundled_hashes()
    invented = sum(item.report.bytes_sha256 in ours for item in view.reports)
    if invented == len(view.reports) > 0:
        return notice(language)
    return _notices()[language]["some"].format(invented=invented, all=len(view.reports)) if invented else None


@cache
def _notices() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = tomllib.loads(
        (files("tawatur.demo") / "notice.toml").read_text(encoding="utf-8")
    )
    return found


def bundled_hashes() -> frozenset[str]:
    """The hashes of the bytes of every bundled report; of JSON lines, of each line."""
    with _bundled() as paths:
        pieces = [line for path in paths for line in _pieces(path)]
    return frozenset(sha256_hex(piece) for piece in pieces)


def _pieces(path: Path) -> list[bytes]:
    data = path.read_bytes()
    return data.splitlines() if path.suffix == ".jsonl" else [data]


@contextmanager
def _bundled() -> Iterator[list[Path]]:
    """The files of the bundled reports, sorted."""
    with as_file(files("tawatur.demo") / "reports") as folder:
        yield sorted(path for path in folder.iterdir() if path.suffix != ".md")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"--dir: {folder} cannot be made ({error.strerror or error}); name a folder that you may write to"
        ) from error
