import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.spread import work

from tawatur.model.errors import TawaturError
from tawatur.spread.local import AHEAD, spread

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("count", [0, 1, 8, 9, 100])
def test_the_answers_are_the_same_with_any_number_of_workers(workers: int, count: int):
    assert list(spread(work.square, range(count), workers=workers)) == [n * n for n in range(count)]


def test_the_order_is_kept_where_the_first_item_takes_longest():
    assert list(spread(work.slow_at_first, range(6), workers=2, chunk=1)) == list(range(6))


def test_each_worker_is_made_ready_once():
    seen = dict(spread(work.readiness, range(40), workers=2, chunk=2, setup=work.get_ready))
    assert os.getpid() not in seen
    assert set(seen.values()) == {("once",)}


def test_one_worker_is_this_process_and_made_ready_too():
    work.made_ready.clear()
    assert set(spread(work.readiness, range(3), workers=1, setup=work.get_ready)) == {(os.getpid(), ("once",))}


@pytest.mark.parametrize("workers", [1, 2])
def test_items_are_taken_only_a_few_ahead(workers: int):
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(10_000):
            taken.append(number)
            yield number

    answers = spread(work.square, items(), workers=workers, chunk=3)
    for done in range(1, 31):
        next(answers)
        assert len(taken) <= done + workers * AHEAD * 3
    answers.close()  # type: ignore[attr-defined]  # an iterator that is a generator


def test_a_close_before_the_end_leaves_no_process():
    answers = spread(work.square, range(10_000), workers=2, chunk=1)
    assert next(answers) == 0
    assert len(multiprocessing.active_children()) == 2
    answers.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("workers", [1, 2])
def test_what_the_function_raises_is_raised_here_after_what_came_before(workers: int):
    answers = spread(work.refuse_seven, range(20), workers=workers, chunk=1)
    assert [next(answers) for _ in range(7)] == list(range(7))
    with pytest.raises(ValueError, match="seven is refused"):
        next(answers)
    assert multiprocessing.active_children() == []


def test_a_worker_that_dies_is_said_with_how_to_go_on():
    with pytest.raises(TawaturError, match=r"ended before its work did.*run again.*is kept"):
        list(spread(work.die_at_seven, range(20), workers=2, chunk=1))
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(("workers", "chunk"), [(0, 8), (-1, 8), (2, 0)])
def test_fewer_than_one_worker_or_item_is_refused_at_once(workers: int, chunk: int):
    with pytest.raises(TawaturError, match="at least 1"):
        spread(work.square, range(3), workers=workers, chunk=chunk)


def is_alive(process: int) -> bool:
    """Whether the process runs still; one that has ended and waits to be collected does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to see other processes")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT], ids=["killed", "Ctrl-C"])
def test_workers_end_with_the_process_that_started_them(tmp_path: Path, how: signal.Signals):
    command = [sys.executable, "-m", "tests.spread.work", str(tmp_path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    ) as parent:
        assert parent.stdout is not None
        while len(list(tmp_path.iterdir())) < 2:
            assert parent.stdout.readline()
        workers = [int(one.name) for one in tmp_path.iterdir()]
        assert all(is_alive(worker) for worker in workers)
        if how is signal.SIGINT:
            os.killpg(parent.pid, how)  # a terminal sends it to every process of the command
        else:
            parent.kill()
        parent.wait(timeout=30)
    end = time.monotonic() + 20
    while any(is_alive(worker) for worker in workers) and time.monotonic() < end:
        time.sleep(0.05)
    assert len(workers) == 2
    assert not [worker for worker in workers if is_alive(worker)]
