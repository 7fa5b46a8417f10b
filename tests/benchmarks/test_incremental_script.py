"""The benchmark of small changes times real runs, and its last record is the one made from nothing."""

import json
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "incremental.py"


def test_a_few_reports_more_and_a_judgement_make_few_events_anew():
    ended = subprocess.run(
        [sys.executable, SCRIPT, "--claims", "600", "--reports", "3", "--json"],
        capture_output=True, text=True, check=True, timeout=300,
    )  # fmt: skip
    found = json.loads(ended.stdout)
    whole, more, judged, dropped, again = found["runs"]
    assert found["claims"] == 600
    assert (whole["kept"], dropped["kept"]) == (0, 0)
    assert 0 < more["made"] < whole["made"] / 4
    assert 0 < judged["made"] < 10
    assert 0 < again["made"] < 10
    assert found["same"]
