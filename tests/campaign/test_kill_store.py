"""`make soak` kills the writer of a case many times; TAWATUR_SOAK_KILLS says how many (2000 unless set)."""

import os
from pathlib import Path

import pytest
from tests.store.killing import survive

KILLS = int(os.environ.get("TAWATUR_SOAK_KILLS", "2000"))
KILLS_OF_ONE_CASE = 20


@pytest.mark.skipif(not os.environ.get("TAWATUR_SOAK"), reason="a long campaign: make soak")
@pytest.mark.parametrize("seed", range(-(-KILLS // KILLS_OF_ONE_CASE)))
def test_a_case_survives_twenty_kills(tmp_path: Path, seed: int):
    assert survive(tmp_path / "c.tawatur", rounds=KILLS_OF_ONE_CASE, seed=seed) > 0
