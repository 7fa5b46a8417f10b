"""What the terminal shows beside results: progress and complaints, on standard error."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from tawatur.pipeline import Progress as Tell
from tawatur.pipeline import quiet as silent


def speak_utf8() -> None:
    """Standard output and error in UTF-8, whatever the locale: names are Arabic."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


def complain(message: str) -> None:
    """One sentence on standard error."""
    print(f"tawatur: {message}", file=sys.stderr)


@contextmanager
def progress(*, quiet: bool) -> Iterator[Tell]:
    """A function to tell progress to, shown as bars on standard error; silent where nobody watches."""
    if quiet:
        yield silent
        return
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bars:
        tasks: dict[str, int] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(bars.task_ids[list(tasks).index(stage)], completed=done, total=total)

        yield tell
