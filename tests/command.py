"""The command line, called as a person calls it: in this process (quick), or in one of its own (as it is installed)."""

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from tawatur.cli import main

TAWATUR: Final = Path(sys.executable).with_name("tawatur")
ROOT: Final = Path(__file__).resolve().parents[1]
DEMO: Final = ROOT / "src" / "tawatur" / "demo" / "reports"
LONG_ENOUGH: Final = 300


@dataclass(frozen=True)
class Ended:
    """What a command printed, and with what it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed, as one value of JSON."""
        return json.loads(self.out)

    @property
    def rows(self) -> list[Any]:
        """What it printed, as one value of JSON a line."""
        return [json.loads(line) for line in self.out.splitlines()]


def called(*arguments: object, stdin: bytes = b"") -> Ended:
    """``tawatur`` with these arguments, in this process."""
    streams = [io.TextIOWrapper(io.BytesIO(given), encoding="utf-8") for given in (b"", b"", stdin)]
    out, err, asked = streams
    before, sys.stdin = sys.stdin, asked
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
    finally:
        sys.stdin = before
    said = []
    for stream in (out, err):
        stream.flush()
        said.append(stream.buffer.getvalue().decode())
    assert isinstance(ended.value.code, int)
    return Ended(ended.value.code, *said)


def spawned(
    *arguments: object, stdin: bytes = b"", folder: Path | None = None, env: Mapping[str, str] | None = None
) -> Ended:
    """``tawatur`` with these arguments, in a process of its own."""
    ran = subprocess.run(
        [TAWATUR, *(str(argument) for argument in arguments)],
        input=stdin,
        capture_output=True,
        cwd=folder,
        env={**os.environ, **(env or {})},
        timeout=LONG_ENOUGH,
        check=False,
    )
    return Ended(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def done(*arguments: object, stdin: bytes = b"") -> Ended:
    """As ``called``, where the command must succeed and have nothing to complain of."""
    ended = called(*arguments, stdin=stdin)
    complaints = [line for line in ended.err.splitlines() if not line.startswith("events: ")]
    assert (ended.code, complaints) == (0, []), ended
    return ended


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def lines_of(path: Path) -> list[Any]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
