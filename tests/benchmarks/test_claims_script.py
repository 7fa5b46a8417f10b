"""The script that measures the claim stage, run small."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "claims.py"


@pytest.fixture(scope="module")
def found() -> dict:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--reports", "30", "--repeats", "2", "--json"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_every_run_has_a_rate(found: dict):
    (rates,) = found["rates"].values()
    assert len(rates) == 2
    assert all(1 < rate < 100_000 for rate in rates)


def test_the_reports_make_claims(found: dict):
    assert found["found"]["as it stands"]["claims"] > found["reports"]
