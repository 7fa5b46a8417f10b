"""Maps a function over many items with the processors of one machine."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from typing import Final, TypeVar

from tawatur.model.errors import TawaturError

T = TypeVar("T")
R = TypeVar("R")

AHEAD: Final = 2
"""Chunks on their way for each worker: one in work and one waiting, so that no worker idles and memory stays small."""


def spread(
    function: Callable[[T], R],
    items: Iterable[T],
    *,
    workers: int,
    chunk: int = 8,
    setup: Callable[[], None] | None = None,
) -> Iterator[R]:
    """The ``function`` of each of ``items``, in their order, whatever the number of ``workers`` (processes).

    With one worker all happens here. With more, ``function`` and ``setup`` must be importable by name; ``setup`` runs
    once in each process, before its first item. Items are taken as they are needed, a few chunks ahead. Whoever stops
    asking early must close the iterator, as its going out of scope does; what ``function`` raises is raised here.

    Raises:
        TawaturError: there are fewer workers or items in a chunk than one, or a process was killed at its work.
    """
    if workers < 1 or chunk < 1:
        raise TawaturError(f"workers is {workers} and chunk {chunk}: give at least 1 for both")
    if workers == 1:
        return _here(function, items, setup)
    return _elsewhere(function, _chunks(items, chunk), workers, setup)


def _here(function: Callable[[T], R], items: Iterable[T], setup: Callable[[], None] | None) -> Iterator[R]:
    if setup is not None:
        setup()
    yield from map(function, items)


def _elsewhere(
    function: Callable[[T], R], chunks: Iterable[list[T]], workers: int, setup: Callable[[], None] | None
) -> Iterator[R]:
    # A fresh interpreter for each worker: every platform can do that, and no lock or open file is carried over.
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=spawn, initializer=_begin, initargs=(setup,))
    flying: deque[Future[list[R]]] = deque()
    try:
        for part in chunks:
            with _ctrl_c_held():
                flying.append(pool.submit(_run, function, part))
            if len(flying) >= workers * AHEAD:
                yield from flying.popleft().result()
        while flying:
            yield from flying.popleft().result()
    except BrokenProcessPool as error:
        raise TawaturError(
            "a worker process ended before its work did (killed, out of memory, or it could not start): "
            "run again, with fewer workers if memory is short; what was read is kept"
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _chunks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part


def _run(function: Callable[[T], R], part: list[T]) -> list[R]:
    return [function(item) for item in part]


@contextmanager
def _ctrl_c_held() -> Iterator[None]:
    """Holds Ctrl-C back while workers start, which inherit that: one that is still starting would answer with a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(setup: Callable[[], None] | None) -> None:
    # Ctrl-C reaches every process of a terminal: only the first one answers it, and tells the others to end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if setup is not None:
        setup()


def _end_with_parent() -> None:
    """Ends this process when the one that started it is gone: one that is killed cannot say so."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
