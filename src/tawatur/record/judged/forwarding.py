"""Where an event is found that has another name now: it was merged into another, or split."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tawatur.model.event import Event

Note = tuple[str, str]


def forwarding_notes(before: Iterable[Event], after: Sequence[Event]) -> tuple[Note, ...]:
    """Old ids with new ones, sorted, where claims moved between two runs.

    An event that is gone leads to the one that holds its first claim, else most of its claims. One that is still there
    and was split leads to each new event that holds some of its claims.
    """
    home = {claim: event.id for event in after for claim in event.claims}
    old = list(before)
    known, there = {event.id for event in old}, {event.id for event in after}
    notes = [note for event in old for note in _notes(event, home, known, there)]
    return tuple(sorted(notes))


def _notes(event: Event, home: Mapping[str, str], known: set[str], there: set[str]) -> list[Note]:
    held = Counter(home[claim] for claim in event.claims if claim in home)
    if event.id in there:
        return [(event.id, other) for other in held if other not in known]
    if not held:
        return []
    return [(event.id, home.get(event.claims[0]) or min(held, key=lambda other: (-held[other], other)))]


def followed(name: str, notes: Sequence[Note], there: Iterable[str]) -> str | None:
    """The id under which what was called ``name`` is found today; None where no note leads anywhere."""
    last, known, seen = dict(notes), set(there), {name}
    while name not in known:
        if name not in last or last[name] in seen:
            return None
        name = last[name]
        seen.add(name)
    return name


def split_from(name: str, notes: Iterable[Note], there: Iterable[str]) -> tuple[str, ...]:
    """The events of today that hold claims which once stood in this one, sorted."""
    known = set(there)
    return tuple(sorted({new for old, new in notes if old == name and new in known and new != name}))
