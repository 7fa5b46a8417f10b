"""The script that measures the mark stage, run small."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "marks.py"


def ask(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(SCRIPT), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
    )


@pytest.fixture(scope="module")
def found() -> dict:
    done = ask("--reports", "30", "--repeats", "2", "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_every_run_has_a_rate(found: dict):
    (rates,) = found["rates"].values()
    assert len(rates) == 2
    assert all(1 < rate < 100_000 for rate in rates)


def test_a_process_that_marks_many_reports_builds_one_automaton(found: dict):
    assert found["found"]["as it stands"]["automata"] == 1


def test_the_reports_have_marks(found: dict):
    assert found["found"]["as it stands"]["marks"] > 30 * found["reports"]


def test_a_revision_that_git_does_not_know_is_refused_with_its_name():
    done = ask("--before", "no-such-revision", "--reports", "2", "--repeats", "1")
    assert done.returncode != 0
    assert "no-such-revision" in done.stderr
