"""Times the stages of the real flow, by putting a clock around the functions that do them."""

import importlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter, process_time
from typing import Any, Final

STAGES: Final[tuple[tuple[str, str, str], ...]] = (
    ("read-in", "tawatur.read.files", "read_rows"),
    ("store: reports", "tawatur.store.sql.SqlStore", "add_report"),
    ("page (fold, words, lexicon)", "tawatur.lang.pack.Pack", "page"),
    ("regions", "tawatur.mark.all", "mark_regions"),
    ("sentences", "tawatur.mark.all", "mark_sentences"),
    ("quotations", "tawatur.mark.all", "mark_quotations"),
    ("numbers", "tawatur.mark.all", "mark_numbers"),
    ("times", "tawatur.mark.all", "mark_times"),
    ("places", "tawatur.mark.all", "mark_places"),
    ("parties", "tawatur.mark.all", "mark_parties"),
    ("persons", "tawatur.mark.all", "find_persons"),
    ("people", "tawatur.mark.all", "mark_people"),
    ("weapons", "tawatur.mark.all", "mark_weapons"),
    ("harm", "tawatur.mark.all", "mark_harm"),
    ("actions", "tawatur.mark.all", "mark_actions"),
    ("cues", "tawatur.mark.all", "mark_cues"),
    ("claims", "tawatur.claim.read", "build_claims"),
    ("hints", "tawatur.claim.read", "find_hints"),
    ("credit", "tawatur.claim.read", "find_credit"),
    ("store: readings", "tawatur.store.sql.SqlStore", "add_readings"),
    ("copies", "tawatur.pipeline", "find_copies"),
    ("record: days", "tawatur.record.make", "settle_days"),
    ("record: items", "tawatur.record.make", "item_of"),
    ("record: who tells", "tawatur.record.make", "_context"),
    ("record: group", "tawatur.record.make", "group_claims"),
    ("record: chains", "tawatur.record.events", "count_chains"),
    ("record: settle", "tawatur.record.events", "build_event"),
    ("record: nest", "tawatur.record.make", "nest_events"),
    ("store: record", "tawatur.store.sql.SqlStore", "put_record"),
)
"""Each stage with where its function is looked up, and the function's name. None calls another of them."""

READING: Final = tuple(name for name, _, _ in STAGES[2:19])
"""The stages that make a report's claims."""


class Stopwatch:
    """Seconds of each stage by the clock on the wall, and of them those that a core worked (the rest it waited)."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {name: 0.0 for name, _, _ in STAGES}
        self.worked = dict(self.seconds)

    def around(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """``function``, its time counted for ``stage``; an iterator's while it is asked, not while it waits."""

        def timed(*args: Any, **kwargs: Any) -> Any:
            with self._running(stage):
                result = function(*args, **kwargs)
            return self._each(stage, result) if isinstance(result, Iterator) else result

        return timed

    def _each(self, stage: str, items: Iterator[Any]) -> Iterator[Any]:
        while True:
            with self._running(stage):
                item = next(items, self)
            if item is self:
                return
            yield item

    def measure(self, stage: str, function: Callable[[], Any]) -> Any:
        """What ``function`` returns, its time counted for a stage that no other function does."""
        self.seconds[stage] = self.worked[stage] = 0.0
        return self.around(stage, function)()

    @contextmanager
    def _running(self, stage: str) -> Iterator[None]:
        begun, worked = perf_counter(), process_time()
        yield
        self.seconds[stage] += perf_counter() - begun
        self.worked[stage] += process_time() - worked


@contextmanager
def clocks(watch: Stopwatch) -> Iterator[None]:
    """While this is entered, every stage is timed by ``watch``."""
    found = [(_owner(path), name, stage) for stage, path, name in STAGES]
    plain = [getattr(owner, name) for owner, name, _ in found]
    try:
        for (owner, name, stage), function in zip(found, plain, strict=True):
            setattr(owner, name, watch.around(stage, function))
        yield
    finally:
        for (owner, name, _), function in zip(found, plain, strict=True):
            setattr(owner, name, function)


def _owner(path: str) -> Any:
    """The module or class that ``path`` names."""
    head, _, tail = path.rpartition(".")
    return getattr(importlib.import_module(head), tail) if tail[0].isupper() else importlib.import_module(path)
