"""What the workers of the tests do: a worker imports its function by name."""

import os
import sys
import time
from pathlib import Path

from tawatur.spread.local import spread

made_ready: list[str] = []


def get_ready() -> None:
    made_ready.append("once")


def square(number: int) -> int:
    return number * number


def slow_at_first(number: int) -> int:
    time.sleep(0.2 if number == 0 else 0)
    return number


def readiness(_: int) -> tuple[int, tuple[str, ...]]:
    return os.getpid(), tuple(made_ready)


def refuse_seven(number: int) -> int:
    if number == 7:
        raise ValueError("seven is refused")
    return number


def die_at_seven(number: int) -> int:
    if number == 7:
        os._exit(9)
    return number


def note_process(folder: str) -> str:
    """Leaves a file called by the number of this process, then takes a while."""
    (Path(folder) / str(os.getpid())).touch()
    time.sleep(0.05)
    return folder


if __name__ == "__main__":
    for _ in spread(note_process, [sys.argv[1]] * 10_000, workers=2, chunk=1):
        sys.stdout.write("one more\n")
        sys.stdout.flush()
