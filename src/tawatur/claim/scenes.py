"""Where and when: the places and times of one frame, said in its clause or carried from what was told before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tawatur.claim.frames import Frame
from tawatur.claim.scope import Scope, within
from tawatur.model.mark import PlaceMark, TimeMark

_OPENING: Final = 200
"""Characters at the head of a text: a town named only once further down, with no "in" before it, is no scene."""
LOCATING: Final = ("scene", "axis")


@dataclass(frozen=True, slots=True)
class Where:
    """The places of a frame; ``carried`` when none was said and they come from what was told before."""

    places: tuple[PlaceMark, ...]
    carried: bool = False


def find_places(scope: Scope, frame: Frame, carried: Sequence[PlaceMark]) -> Where:
    """The places of a frame: those of its clause, else of its sentence, else ``carried`` (the last scene told of)."""
    own = within(scope.places, frame.clause)
    if any(_locates(mark) for mark in own):
        return Where(own)
    shared = [mark for mark in scope.places if _locates(mark) and _leads(scope, frame, mark)]
    if shared:
        return Where((*own, *shared))
    return Where((*own, *(_as_scene(mark) for mark in carried)), carried=bool(carried))


def _locates(mark: PlaceMark) -> bool:
    return mark.place.role in LOCATING


def _leads(scope: Scope, frame: Frame, mark: PlaceMark) -> bool:
    """Whether a place outside the clause can serve it: one said before it in the sentence."""
    return mark.span.start < frame.clause.start or len(scope.actions) <= 1


def _as_scene(mark: PlaceMark) -> PlaceMark:
    return replace(mark, place=replace(mark.place, role="scene"))


def find_times(scope: Scope, frame: Frame) -> tuple[TimeMark, ...]:
    """The times of a frame: those of its clause, else those said before it in the sentence."""
    own = within(scope.times, frame.clause)
    if own:
        return own
    return tuple(mark for mark in scope.times if mark.span.start < frame.trigger.span.start)


def main_scene(places: Sequence[PlaceMark]) -> tuple[PlaceMark, ...]:
    """The one scene of a report that names only one town (or smaller): what it tells without a place is told of there."""
    scenes = [mark for mark in places if _locates(mark) and mark.place.id and not _wide(mark)]
    if len({mark.place.id for mark in scenes}) != 1:
        return ()
    stressed = len(scenes) > 1 or scenes[0].cue is not None or scenes[0].span.start <= _OPENING
    return (scenes[0],) if stressed else ()


def _wide(mark: PlaceMark) -> bool:
    """Whether a place is too wide to be a scene for what is told without one."""
    return mark.place.kind in ("country", "region", "governorate")
