"""A small pack to break and to change: the Arabic files, most of them emptied of rules, without a gazetteer."""

from importlib.resources import files
from pathlib import Path

from tawatur.lang.gazetteer import Gazetteer
from tawatur.lang.pack import Pack, read_pack
from tawatur.lang.schema import SCHEMAS

NO_PLACES = Gazetteer((), {}, {}, "no places")
KEPT = ("pack", "morphology")


def write_pack(folder: Path, **written: str) -> Path:
    """``folder`` with every file that a pack needs; files not given hold no rule."""
    for name in SCHEMAS:
        kept = (files("tawatur.packs") / "ar" / f"{name}.toml").read_text(encoding="utf-8") if name in KEPT else ""
        (folder / f"{name}.toml").write_text(written.get(name, kept), encoding="utf-8")
    return folder


def small_pack(folder: Path, **written: str) -> Pack:
    """The pack of those files, loaded."""
    return read_pack(write_pack(folder, **written), "ar", NO_PLACES)
