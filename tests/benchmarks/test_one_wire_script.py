"""One agency's text through made outlets, a short form of ``make one-wire``."""

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks/one_wire.py"


def test_forty_outlets_that_print_one_text_add_no_chain():
    asked = [sys.executable, str(SCRIPT), "--outlets", "40", "--workers", "1"]
    done = subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", timeout=300)
    assert done.returncode == 0, done.stderr
    assert "chains 1 → 1" in done.stdout
    reports = int(done.stdout.partition("reports 1 → ")[2].partition(",")[0])
    assert reports > 30
