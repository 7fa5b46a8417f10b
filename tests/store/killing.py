"""A process that writes to a case until it is killed, and what must be true of the case afterwards.

``python -m tests.store.killing CASE`` is the process: it prints the number of each reading once that is kept.
"""

import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Final

from tests.store.builders import PACK, reading, record, report

from tawatur.store.open import open_case

ROOT: Final = Path(__file__).resolve().parents[2]
RECORD_EVERY: Final = 5
SIZES_OF_RECORDS: Final = 40


def write_until_killed(case: str) -> None:
    with open_case(case, create=True) as store:
        number = len(store.read_ids(PACK))
        while True:
            store.add_report(report(number))
            store.add_reading(reading(report(number), claims=number % 7))
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()
            number += 1
            if number % RECORD_EVERY == 0:
                size = number % SIZES_OF_RECORDS
                store.put_record(str(size), record(size))


def kill_at_a_random_point(path: Path, chance: random.Random) -> list[int]:
    """The numbers that the writer said were kept before it was killed: now and then none, as it had barely begun."""
    acknowledged = chance.choice([0, 1, 3, 10, 30])
    command = [sys.executable, "-m", "tests.store.killing", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(acknowledged)]
        time.sleep(chance.uniform(0, 0.02 if acknowledged else 1.0))
        assert writer.poll() is None, "the writer must still be at it"
        writer.kill()
        said += writer.stdout.readlines()
    return [int(line) for line in said if line.endswith("\n")]


def check_what_is_left(path: Path, acknowledged: set[int]) -> int:
    """How many readings are whole. Asserts that nothing is damaged, half there, or lost after it was acknowledged."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    with open_case(str(path), create=True) as store:
        readings = list(store.readings(PACK))
        count = len(readings)
        expected = [reading(report(number), claims=number % 7) for number in range(count)]
        assert readings == sorted(expected, key=lambda one: one.report)
        assert len(store.report_ids()) in {count, count + 1}
        assert not acknowledged - set(range(count))
        fingerprint = store.record_fingerprint()
        assert store.record() == (None if fingerprint is None else record(int(fingerprint)))
    return count


def survive(path: Path, *, rounds: int, seed: int) -> int:
    """How many readings stand after the writer was killed ``rounds`` times, each time checked."""
    chance = random.Random(seed)
    acknowledged: set[int] = set()
    count = 0
    for _ in range(rounds):
        acknowledged.update(kill_at_a_random_point(path, chance))
        count = check_what_is_left(path, acknowledged)
    return count


if __name__ == "__main__":
    write_until_killed(sys.argv[1])
