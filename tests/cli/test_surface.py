"""What is true of every command: help, exit codes, quick starts, and quiet ends."""

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cases import made_reports, write_reports
from tests.command import TAWATUR, called, done, spawned

COMMANDS = ["demo", "add", "run", "show", "explain", "judge", "export", "brief", "times", "verify", "doctor"]
HEAVY = ["jinja2", "lxml", "pydantic", "sqlalchemy", "trafilatura"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_in_a_sentence_what_it_does_and_takes_json(command: str):
    shown = done(command, "--help").out
    sentence = " ".join(shown.partition("\n\n")[2].partition("\n\n")[0].split())
    assert sentence[0].isupper()
    assert "." in sentence
    assert "--json" in shown


def test_the_list_of_commands_has_no_sentence_cut_short():
    shown = done("--help").out
    assert all(f"\n  {command} " in shown for command in COMMANDS)
    assert "..." not in shown.partition("Commands:")[2]


def test_the_version_is_said():
    assert done("--version").out.startswith("tawatur 0.")


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        (["frobnicate"], "frobnicate"),
        (["run"], "CASE"),
        (["run", "c.tawatur", "--workers", "0"], "--workers"),
        (["run", "c.tawatur", "--workers", "many"], "--workers"),
        (["run", "c.tawatur", "--engine", "steam"], "--engine"),
        (["brief", "c.tawatur"], "--out"),
        (["brief", "c.tawatur", "-o", "b.html", "--language", "fr"], "--language"),
        (["export", "c.tawatur", "out", "--names", "some"], "--names"),
        (["add", "c.tawatur"], "INPUT"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_ends_with_2_and_names_what_is_wrong(typed: list[str], named: str):
    ended = called(*typed)
    assert ended.code == 2
    assert ended.out == ""
    assert named in ended.err


def test_no_command_at_all_shows_the_commands_and_ends_with_2():
    ended = called()
    assert ended.code == 2
    assert "Commands:" in ended.out + ended.err


@pytest.mark.parametrize("command", ["run", "show", "verify"])
def test_a_missing_case_is_named_with_how_to_make_one(command: str, tmp_path: Path):
    ended = called(command, tmp_path / "c.tawatur")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("tawatur: there is no case at")
    assert "tawatur add c.tawatur INPUT" in ended.err


@pytest.mark.parametrize("command", ["add", "run", "show", "export", "brief", "verify"])
def test_a_file_that_is_no_case_is_named_and_left_as_it_is(command: str, tmp_path: Path):
    path = tmp_path / "notes.txt"
    path.write_text("These are my notes.")
    more = {"add": str(path), "export": str(tmp_path / "out"), "brief": f"--out={tmp_path / 'b.html'}"}
    ended = called(command, path, *(more[command] for _ in range(command in more)))
    assert ended.code == 2
    assert "notes.txt is not a case" in ended.err
    assert path.read_text() == "These are my notes."
    assert [one.name for one in tmp_path.iterdir()] == ["notes.txt"]


def test_help_loads_nothing_heavy():
    look = f"import sys, tawatur.cli; print([name for name in {HEAVY} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_every_public_name_is_there_though_loaded_late():
    look = "import tawatur; print([name for name in tawatur.__all__ if not getattr(tawatur, name).__name__ == name])"
    ran = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_python_m_runs_the_same_command():
    ran = subprocess.run([sys.executable, "-m", "tawatur.cli", "--version"], capture_output=True, text=True, check=True)
    assert ran.stdout == done("--version").out


@pytest.mark.e2e
@pytest.mark.skipif(os.name != "posix", reason="pipes end in another way here")
@pytest.mark.parametrize("arguments", [["show"], ["show", "--json"], ["verify"]], ids=" ".join)
def test_a_reader_that_goes_away_gets_no_traceback(demo_folder: Path, arguments: list[str]):
    command: list[str | Path] = [TAWATUR, arguments[0], demo_folder / "demo.tawatur", *arguments[1:]]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 1


@pytest.mark.e2e
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_standard_output_is_a_sentence(demo_folder: Path):
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [TAWATUR, "show", demo_folder / "demo.tawatur"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert ran.returncode == 1
    assert ran.stderr == "tawatur: standard output cannot be written (No space left on device)\n"


@pytest.mark.e2e
@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is sent in another way here")
@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_says_that_nothing_is_lost_and_the_next_run_goes_on(tmp_path: Path, workers: int):
    case = tmp_path / "c.tawatur"
    called("add", case, *write_reports(tmp_path / "in", made_reports(60, 5)))
    command: list[str | Path] = [TAWATUR, "run", case, "--workers", str(workers)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        time.sleep(1.5)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to every process of the command
        out, err = process.communicate(timeout=60)
    if process.returncode != 0:  # a quick machine may have been done already
        assert process.returncode == 130
        assert err.decode() == "tawatur: stopped; what was kept is whole, and the same command goes on from there\n"
        assert out == b""
    assert done("run", case, "--json").json["reports"] == 60
    assert done("verify", case, "--json").json["faults"] == []


@pytest.mark.e2e
@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_progress_is_shown_on_standard_error_while_a_person_watches(tmp_path: Path):
    case = tmp_path / "c.tawatur"
    called("add", case, *write_reports(tmp_path / "in", made_reports(3, 5)))
    here, there = pty.openpty()
    with subprocess.Popen(
        [TAWATUR, "run", case, "--json"], stdout=subprocess.PIPE, stderr=there, env={**os.environ, "TERM": "xterm"}
    ) as process:
        os.close(there)
        shown = b""
        while piece := _piece(here):
            shown += piece
        assert process.stdout is not None
        out = process.stdout.read()
    os.close(here)
    assert b"3/3" in shown
    assert b"events" in shown
    assert out.startswith(b'{"read": 3')


def _piece(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # how Linux says that the other side has closed
        return b""


@pytest.mark.e2e
def test_output_is_utf8_whatever_the_locale(demo_folder: Path):
    ended = spawned("show", demo_folder / "demo.tawatur", "clippings", env={"LC_ALL": "C", "PYTHONUTF8": "0"})
    assert ended.code == 2  # no such id, and the sentence is whole
    shown = spawned("show", demo_folder / "demo.tawatur", "wheat-gate-0729", env={"LC_ALL": "C", "PYTHONUTF8": "0"})
    assert shown.code == 0
    assert "درعا" in shown.out
