"""The benchmark of the record counts what it says, and makes the same claims of the same seed."""

import json
import subprocess
import sys
from pathlib import Path

from reconcile import case_of

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "reconcile.py"


def test_every_claim_that_is_asked_for_is_reconciled_and_timed():
    ended = subprocess.run(
        [sys.executable, SCRIPT, "--claims", "200,400", "--json"],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    small, large = (json.loads(line) for line in ended.stdout.splitlines())
    assert (small["claims"], large["claims"]) == (200, 400)
    assert small["events"] < small["claims"]
    assert small["seconds"] > 0
    assert small["peak_mb"] > 10


def test_one_seed_makes_one_case():
    assert case_of(100, 3) == case_of(100, 3) != case_of(100, 4)


def test_more_claims_are_more_days_and_not_denser_days():
    def days(number: int) -> set[object]:
        return {claim.date.start for reading in case_of(number, 3)[1] for claim in reading.claims}

    assert len(days(600)) == 10
    assert len(days(1200)) == 20
