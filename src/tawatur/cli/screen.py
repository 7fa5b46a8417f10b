"""What the terminal is told: results line by line on standard output, complaints and progress on standard error."""

import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

Tell = Callable[[str, int, int], None]

# What could move the cursor, colour the screen or turn the writing round: names and texts come from anywhere.
_UNSAFE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def speak_utf8() -> None:
    """Standard output and error in UTF-8, whatever the locale: names are Arabic."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


def say(line: str = "") -> None:
    """One line on standard output, with what a terminal would obey written as an escape."""
    print(safe(line))


def say_json(value: object) -> None:
    """One line of JSON on standard output."""
    print(json.dumps(value, ensure_ascii=False, default=str))


def complain(message: str) -> None:
    """One sentence on standard error."""
    print(f"tawatur: {safe(message)}", file=sys.stderr)


def note(message: str) -> None:
    """One line on standard error that complains of nothing."""
    print(safe(message), file=sys.stderr)


def safe(line: str) -> str:
    """``line`` with control characters as escapes, so that it stays one line and does nothing to the terminal."""
    return _UNSAFE.sub(lambda found: found.group().encode("unicode_escape").decode("ascii"), line)


def flushed() -> bool:
    """Whether all that was printed went out; False where its reader has gone or its disk is full."""
    try:
        sys.stdout.flush()
    except OSError as error:
        if not isinstance(error, BrokenPipeError):
            complain(f"standard output cannot be written ({error.strerror or error})")
        # Python flushes once more as it ends, and would complain again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    return True


@contextmanager
def progress() -> Iterator[Tell]:
    """A function to tell progress to: bars on standard error while a person watches, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bars:
        tasks = {stage: bars.add_task(stage, total=None, visible=False) for stage in ("read", "copies", "events")}
        yield lambda stage, done, total: bars.update(tasks[stage], completed=done, total=total, visible=True)
