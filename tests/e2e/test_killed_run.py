"""Killed in the middle and started again, a run ends as if nothing had happened."""

import re
from pathlib import Path

import pytest
from tests.command import done
from tests.e2e.killing import REPORTS, copy_of, kill_at, outcome, read_so_far, survives, unread_case

pytestmark = pytest.mark.e2e
POINTS = [("read 1", 1), ("read 37", 1), ("read 20", 2), ("copies 1", 1), ("events 0", 1)]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unread_case(tmp_path_factory.mktemp("whole"), 21)


@pytest.fixture(scope="module")
def undisturbed(whole: Path) -> dict[str, bytes]:
    return outcome(copy_of(whole, "undisturbed.tawatur"))


@pytest.mark.parametrize(("point", "workers"), POINTS, ids=[f"{point} with {workers}" for point, workers in POINTS])
def test_a_run_that_is_killed_goes_on_where_it_stopped(
    whole: Path, undisturbed: dict[str, bytes], point: str, workers: int
):
    case = copy_of(whole, f"{point.replace(' ', '-')}-{workers}.tawatur")
    kill_at(case, point, workers=workers)
    stage, number = point.split()
    read = read_so_far(case)
    assert read >= (int(number) if stage == "read" else REPORTS)
    rest = done("run", case, "--json").json
    assert rest["read"] == REPORTS - read
    assert outcome(case) == undisturbed


def test_a_command_that_is_killed_again_and_again_comes_to_the_same_end(tmp_path: Path):
    assert survives(tmp_path, rounds=5, seed=4) > 0


def test_a_run_that_came_to_its_end_has_nothing_left_to_do(whole: Path):
    case = copy_of(whole, "ended.tawatur")
    done("run", case)
    assert re.match("nothing to do", done("run", case).out)
