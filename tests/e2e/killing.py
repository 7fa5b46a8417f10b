"""A run that is killed at a chosen or a random point, and what must be true of the case afterwards."""

import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Final

from tests.cases import made_reports, write_reports
from tests.command import ROOT, called, done, files_of

from tawatur.lang.pack import load_pack
from tawatur.logs import LANGUAGE
from tawatur.store.open import open_case

REPORTS: Final = 80

# The process to be killed says how far it is, so that it can be killed at a known point, with nothing else changed.
RUN_ALOUD: Final = """
import sys
from tawatur.pipeline import run
from tawatur.store.open import open_case
if __name__ == "__main__":
    with open_case(sys.argv[1], create=False) as store:
        run(store, workers=int(sys.argv[2]), progress=lambda stage, done, total: print(stage, done, flush=True))
"""


def unread_case(folder: Path, seed: int) -> Path:
    """A case of 80 reports that was not run."""
    case = folder / "unread.tawatur"
    ended = called("add", case, *write_reports(folder / "in", made_reports(REPORTS, seed)))
    assert f"{REPORTS} taken" in ended.out
    return case


def outcome(case: Path) -> dict[str, bytes]:
    """The export of a case that is run to its end now."""
    done("run", case)
    assert done("verify", case, "--json").json["faults"] == []
    out = case.with_suffix(".out")
    done("export", case, "--names", "all", out)
    return files_of(out)


def copy_of(case: Path, name: str) -> Path:
    return Path(shutil.copy(case, case.with_name(name)))


def kill_at(case: Path, point: str, *, workers: int = 1) -> None:
    """Runs ``case`` in a process that is killed as soon as it has said ``point``, such as "read 20"."""
    script = case.with_suffix(".py")
    script.write_text(RUN_ALOUD)
    command = [sys.executable, str(script), str(case), str(workers)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = next((line for line in process.stdout if line.strip() == point), None)
        process.kill()
        process.stdout.read()
    assert said is not None, f"the run never said {point!r}"
    assert process.returncode == -9


def kill_after(case: Path, seconds: float) -> bool:
    """Whether ``tawatur run`` was still at it when it was killed after so many seconds."""
    command = [sys.executable, "-m", "tawatur.cli", "run", str(case)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        time.sleep(seconds)
        running = process.poll() is None
        process.kill()
    return running


def read_so_far(case: Path) -> int:
    """How many reports are read in a case that is whole, and that holds no half of anything."""
    with closing(sqlite3.connect(case)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    with open_case(str(case), create=False) as store:
        assert len(store.report_ids()) == REPORTS
        return len(store.read_ids(load_pack(LANGUAGE).version))


def survives(folder: Path, *, rounds: int, seed: int) -> int:
    """How often a run was killed half way, of ``rounds`` at random points, before it came to the undisturbed result."""
    chance = random.Random(seed)
    whole = unread_case(folder, seed)
    case = copy_of(whole, "killed.tawatur")
    undisturbed = outcome(whole)
    killed = before = 0
    for _ in range(rounds):
        killed += kill_after(case, chance.uniform(0.2, 3.0))
        read = read_so_far(case)
        assert read >= before, "what was read once stays read"
        before = read
    assert outcome(case) == undisturbed
    return killed
