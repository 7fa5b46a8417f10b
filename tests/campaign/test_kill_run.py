"""`make soak` kills `tawatur run` many times; TAWATUR_SOAK_RUNS says how many (200 unless set)."""

import os
from pathlib import Path

import pytest
from tests.e2e.killing import survives

KILLS = int(os.environ.get("TAWATUR_SOAK_RUNS", "200"))
KILLS_OF_ONE_CASE = 10


@pytest.mark.skipif(not os.environ.get("TAWATUR_SOAK"), reason="a long campaign: make soak")
@pytest.mark.parametrize("seed", range(-(-KILLS // KILLS_OF_ONE_CASE)))
def test_a_run_survives_ten_kills(tmp_path: Path, seed: int):
    assert survives(tmp_path, rounds=KILLS_OF_ONE_CASE, seed=seed) > 0
