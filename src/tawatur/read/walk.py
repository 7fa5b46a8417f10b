"""What an input names: files, each once and in order, or the reason why it names none."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tawatur.read.remark import Refusal, printable

READ: Final = (".txt", ".html", ".htm", ".jsonl", ".jsonl.gz")
READS: Final = " ".join(READ)
ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")
SAVE_TEXT: Final = "save its words as .txt and add that"
MENDS: Final = {
    ".csv": "write each row as a line of .jsonl with text, outlet and published",
    ".xlsx": "write each row as a line of .jsonl with text, outlet and published",
    ".json": "write each report as one line of a .jsonl file",
    ".warc": "save its pages as .html and add those",
    ".warc.gz": "save its pages as .html and add those",
    ".wacz": "save its pages as .html and add those",
    ".xml": "save the stories of the feed as .html and add those",
    ".rss": "save the stories of the feed as .html and add those",
    ".atom": "save the stories of the feed as .html and add those",
    ".mhtml": "save the page as .html and add that",
    ".gz": "unpack it and add what is in it",
    ".zip": "unpack it and add what is in it",
}
LOOK: Final = "look at its name and its rights, and add it again"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. ``subject`` is its path as it may be shown, ``ending`` one of ``READ``."""

    subject: str
    path: Path
    ending: str

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return printable(self.path.name[: -len(self.ending)])


@dataclass(frozen=True, slots=True)
class NotFound:
    """A path that is not read, and why."""

    subject: str
    refusal: Refusal


def find(name: str) -> Iterator[Found | NotFound]:
    """The files that ``name`` names: itself, or everything under a folder, sorted by path, hidden ones left out."""
    subject = printable(name)
    if ADDRESS.match(name):
        yield NotFound(
            subject, Refusal("not read: web addresses are not fetched", "save the page as .html and add that")
        )
        return
    path = Path(name)
    mode = _mode(path) if name and "\0" not in name else Refusal("not read: no file has such a name", LOOK)
    if isinstance(mode, Refusal):
        yield NotFound(subject, mode)
    elif stat.S_ISDIR(mode):
        yield from _under(path)
    else:
        yield _file(path, mode)


def _under(folder: Path) -> Iterator[Found | NotFound]:
    """Everything in ``folder``. Linked folders are named and not entered: a link may lead in a circle or anywhere."""
    unread: list[OSError] = []
    seen = False
    for path in sorted(_walk(folder, unread)):
        seen = True
        mode = _mode(path)
        if isinstance(mode, Refusal):
            yield NotFound(printable(str(path)), mode)
        elif stat.S_ISDIR(mode):
            yield NotFound(printable(str(path)), Refusal("not read: a link to a folder", "add that folder itself"))
        else:
            yield _file(path, mode)
    for error in sorted(unread, key=lambda error: str(error.filename)):
        yield NotFound(printable(str(error.filename)), _unreadable(error))
    if not seen and not unread:
        yield NotFound(
            printable(str(folder)), Refusal("not read: no file stands in this folder", f"put files in it ({READS})")
        )


def _walk(folder: Path, unread: list[OSError]) -> Iterator[Path]:
    for here, folders, files in os.walk(folder, onerror=unread.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if (Path(here) / name).is_symlink()]
        yield from (Path(here) / name for name in (*files, *links) if not name.startswith("."))


def _file(path: Path, mode: int) -> Found | NotFound:
    subject, ending = printable(str(path)), ending_of(path.name)
    if not stat.S_ISREG(mode):
        return NotFound(subject, Refusal("not read: no plain file", SAVE_TEXT))
    if ending in READ:
        return Found(subject, path, ending)
    kind = f"ending {printable(ending)} is not one" if ending else "its name has no ending, and only these are what"
    return NotFound(subject, Refusal(f"not read: {kind} this version reads ({READS})", MENDS.get(ending, SAVE_TEXT)))


def ending_of(name: str) -> str:
    """The ending of a file's name in small letters (".jsonl.gz" as one); empty where it has none."""
    small = name.lower()
    double = [ending for ending in (*READ, *MENDS) if ending.count(".") == 2 and small.endswith(ending)]
    return double[0] if double else Path(small).suffix


def _mode(path: Path) -> int | Refusal:
    try:
        return path.stat().st_mode
    except OSError as error:
        return _unreadable(error)


def _unreadable(error: OSError) -> Refusal:
    if isinstance(error, FileNotFoundError):
        return Refusal("not read: there is no such file", LOOK)
    return Refusal(f"not read: it cannot be opened ({error.strerror or error})", LOOK)
