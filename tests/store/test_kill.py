from pathlib import Path

from tests.store.killing import survive


def test_what_was_acknowledged_survives_a_kill_at_any_point_and_nothing_is_half_there(tmp_path: Path):
    assert survive(tmp_path / "c.tawatur", rounds=10, seed=7) > 20
