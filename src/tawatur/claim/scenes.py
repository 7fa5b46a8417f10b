"""Where and when: the places and times of one frame, said in its clause or carried from what was told before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tawatur.claim.acts.descriptions import which
from tawatur.claim.acts.frames import Frame
from tawatur.claim.acts.recalls import recalling
from tawatur.claim.acts.terms import find_terms
from tawatur.claim.scope import Scope, after, before, within
from tawatur.model.mark import ActionMark, CueMark, PlaceMark, TimeMark
from tawatur.model.text import Span

_NEXT: Final = 3
"""Characters behind a clause within which the word for its cause begins."""
_OPENING: Final = 200
"""Characters at the head of a text: a town named only once further down, with no "in" before it, is no scene."""
LOCATING: Final = ("scene", "axis")
_CLOSE: Final = 2
_TOUCH: Final = 3
_IN: Final = 12
_AT: Final = 6
"""Room for "in the city of"."""
_CLINIC: Final = "#medical-point"
_AT_HOME: Final = ("protest", "riot", "strike", "displacement", "evacuation", "siege")
"""What people do or suffer where they live: "the residents of X protested" is told of X."""
_DAYS: Final = ("weekday", "date", "offset")
_PACTS: Final = ("agreement", "ceasefire", "negotiation", "agreement_breach", "agreement_collapse")
"""What is agreed for a town or an area, not for the hill or road told of last."""
_NARROW: Final = ("point", "base", "hospital", "road")
_LEAVING: Final = ("displacement", "evacuation", "deployment")
"""Acts of who leaves a place: it is their scene."""
_EVENT: Final = 40
"""Characters between "since the truce" and its time: who made it, and with whom."""
_LONG_PAST: Final = ("month", "season", "year")
_WHERE: Final = 16
_KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "town": ("town",),
    "quarter": ("neighbourhood",),
    "camp": ("camp",),
    "governorate": ("governorate",),
    "any": (),
}
"""Kinds of places that a repeated common noun can mean."""


@dataclass(frozen=True, slots=True)
class Where:
    """The places of a frame; ``carried`` when none was said and they come from what was told before."""

    places: tuple[PlaceMark, ...]
    carried: bool = False


def find_places(scope: Scope, frame: Frame, carried: Sequence[PlaceMark], told: Sequence[PlaceMark] = ()) -> Where:
    """The places of a frame: those of its clause, else one that it points back to, else those of its sentence, else ``carried``.

    ``carried`` is the last scene told of, ``told`` are all scenes so far, the latest last.
    """
    if frame.type == "negotiation" and before(scope.cues_of("past"), frame.trigger.span.start, _TOUCH):
        ahead = Span(
            frame.trigger.span.end, frame.clause.end
        )  # "a raid after the meeting of X and Y": not where they met
        return Where(within(scope.places, ahead))
    own = tuple(_treated(scope, mark) for mark in within(scope.places, frame.clause) if not _names_source(scope, mark))
    own = tuple(_as_scene(mark) if _happens_there(scope, frame, mark) else mark for mark in own)
    if frame.type in _AT_HOME and not any(is_scene(mark) for mark in own):
        own = tuple(_as_scene(mark) if mark.place.role == "home" else mark for mark in own)
    located = any(_locates(frame, mark) for mark in own)
    again = _repeated(scope, frame, [*told, *(mark for mark in scope.places if mark.span.end <= frame.clause.start)])
    if again and (not located or _nearer(frame, again[0], own)):
        spot = again[0].value == "any" and any(mark.span == again[1].span for mark in carried)
        whole = carried if spot else (again[1],)  # "in the area" means all that was said of where
        return Where((*own, *map(_as_scene, whole)), carried=True)
    if located:
        return Where(own)
    shared = [mark for mark in scope.places if _locates(frame, mark) and _leads(scope, frame, mark)]
    if shared:
        return Where((*own, *shared))
    if frame.type in _PACTS and carried and all(mark.place.kind in _NARROW for mark in carried):
        town = next((mark for mark in reversed(told) if is_scene(mark) and mark.place.kind not in _NARROW), None)
        carried = (town,) if town else carried
    return Where((*own, *(_as_scene(mark) for mark in carried)), carried=bool(carried))


def spoken_of(scope: Scope, frame: Frame, places: Sequence[PlaceMark]) -> tuple[PlaceMark, ...]:
    """The places of a claim: what a statement speaks of is its topic, and a scene only where it was made there.

    "The ministry condemned the strike on X" happened wherever the ministry spoke; "said at a press conference in X" at X.
    """
    if frame.type != "statement":
        return tuple(places)
    return tuple(
        replace(mark, place=replace(mark.place, role="reference"))
        if mark.place.role in LOCATING and not before(scope.cues_of("speech", "aside"), mark.span.start, _AT)
        else mark
        for mark in places
    )


def is_scene(mark: PlaceMark) -> bool:
    """Whether a place may be where it happened."""
    return mark.place.role == "scene"


def is_home(mark: PlaceMark) -> bool:
    """Whether a place is where the harmed live: "the village" may mean it later."""
    return mark.place.role == "home"


def places_to_mean(scope: Scope, *, told_of: bool) -> list[PlaceMark]:
    """The places of a sentence that "the village" may mean later: homes, and scenes where no claim has ``told_of`` one."""
    return [mark for mark in scope.places if is_home(mark) or (is_scene(mark) and not told_of)]


def _names_source(scope: Scope, mark: PlaceMark) -> bool:
    """Whether a place is only what a source is called after, with no "in" between ("the correspondent of X said")."""
    sources = before(scope.parties, mark.span.start, 1) if mark.cue is None else ()
    return any(one.group == "source" for one in sources)


def _treated(scope: Scope, mark: PlaceMark) -> PlaceMark:
    """A hospital that somebody was taken to, or the place of one, is where he was treated and no scene."""
    at = mark.span.start
    if mark.place.kind != "hospital":
        clinics = [one for one in before(scope.parties, at, _IN) if one.rule.endswith(_CLINIC)]
        if not clinics:
            return mark
        at = clinics[0].span.start
    to = any(cue.value == "to" for cue in before(scope.cues, at, _CLOSE))
    return replace(mark, place=replace(mark.place, role="treatment")) if to and is_scene(mark) else mark


def _happens_there(scope: Scope, frame: Frame, mark: PlaceMark) -> bool:
    """Whether a place that is no scene by its own words is the scene of this act.

    Who leaves leaves a place; what arrives is seen where it arrives, and "where" behind a place puts the act there.
    """
    role = mark.place.role
    if frame.type in _LEAVING and role == "origin":
        return True
    if frame.type in _AT_HOME and role == "home":
        return any(is_scene(other) for other in after(scope.places, mark.span.end, _IN))
    if role != "reference":
        return False
    where = after(scope.cues_of("where"), mark.span.end, _WHERE)
    return frame.type == "deployment" or any(cue.span.start < frame.trigger.span.start for cue in where)


def _nearer(frame: Frame, again: CueMark, own: Sequence[PlaceMark]) -> bool:
    """Whether a repeat ("half of the town") is what stands behind the act first, and a road or spot only later."""
    at = frame.trigger.span.end
    first = next((mark for mark in own if mark.span.start >= at), None)
    return first is not None and at <= again.span.start < first.span.start and first.place.kind in _NARROW


def _repeated(scope: Scope, frame: Frame, told: Sequence[PlaceMark]) -> tuple[CueMark, PlaceMark] | None:
    """A definite common noun of the clause ("the town", "the area") with the last scene told of that it points back to.

    A place that is known to be of that kind comes before one of which no kind is known.
    """
    for cue in within(scope.cues, frame.clause):
        kinds = _KINDS.get(cue.value or "", ()) if cue.kind == "repeat_place" else None
        if kinds is None or after(scope.places, cue.span.end, _CLOSE) or _described(scope, cue):
            continue
        fitting = [mark for mark in reversed(told) if is_scene(mark) and _fits(mark, kinds)]
        if not any(mark.place.kind in kinds for mark in fitting):  # then the village where the harmed live
            fitting = [
                *(mark for mark in reversed(told) if kinds and is_home(mark) and _fits(mark, kinds)),
                *fitting,
            ]
        fitting = fitting or _lived_in(scope, cue, kinds)
        if fitting:
            return cue, _as_scene(next((mark for mark in fitting if mark.place.kind), fitting[0]))
    return None


def _described(scope: Scope, cue: CueMark) -> bool:
    """Whether "the area" is only what somebody holds ("the brigade that controls the area")."""
    states = [action for action in scope.actions if which(scope, action) is not None]
    return bool(before(states, cue.span.start, _CLOSE))


def _lived_in(scope: Scope, cue: CueMark, kinds: Sequence[str]) -> list[PlaceMark]:
    """The place that people of the same sentence are from ("residents of X said that a house in the town …")."""
    ahead = before(scope.places, cue.span.start, cue.span.start - scope.span.start)
    return [mark for mark in ahead if mark.place.role in ("home", "origin") and mark.place.kind and _fits(mark, kinds)]


def _fits(mark: PlaceMark, kinds: Sequence[str]) -> bool:
    """Whether a place is of one of these kinds; a place that is not known, or any where no kind is asked, fits."""
    if not kinds:
        return mark.place.kind not in (*_NARROW, "country")
    return mark.place.kind is None or mark.place.kind in kinds


def _locates(frame: Frame, mark: PlaceMark) -> bool:
    """Whether a place says where it happened. Where people flee to is not where they flee."""
    if frame.type in ("displacement", "evacuation"):
        return is_scene(mark)
    return mark.place.role in LOCATING


def _leads(scope: Scope, frame: Frame, mark: PlaceMark) -> bool:
    """Whether a place outside the clause can serve it: one said before it in the sentence, for a pact also behind it."""
    return mark.span.start < frame.clause.start or len(scope.actions) <= 1 or frame.type in _PACTS


def _as_scene(mark: PlaceMark) -> PlaceMark:
    return replace(mark, place=replace(mark.place, role="scene"))


def find_times(scope: Scope, frame: Frame) -> tuple[TimeMark, ...]:
    """The times of a frame: those of its clause, else those said before it in the sentence, else those of its cause.

    What is only recalled has none but those behind the word that recalls it.
    """
    times = tuple(mark for mark in _of_state(scope, frame) if not _of_another(scope, frame, mark))
    recalled = recalling(scope, frame.trigger)
    if recalled is not None:
        return within(times, Span(recalled.span.end, frame.clause.end))
    own = within(times, frame.clause)
    if frame.type in _PACTS and own and isinstance(frame.trigger, ActionMark):
        agreed = [term.span for term in find_terms(scope, frame.trigger)]  # a day on which something shall be done
        own = tuple(mark for mark in own if not any(span.covers(mark.span) for span in agreed))
    at = frame.trigger.span.start
    if own:
        if isinstance(frame.trigger, ActionMark) and (its := _written_to(scope, frame.trigger, own)):
            return its
        spoken = _said_at(scope, at)
        return tuple(mark for mark in own if mark.span.start > spoken) or own
    buts = [cue.span.start for cue in scope.cues_of("boundary") if cue.value == "but" and cue.span.start < at]
    start = buts[-1] if buts else scope.span.start  # what follows on "but" is not of the day told before it
    before_it = within(times, Span(start, at))
    return before_it or _times_of_cause(scope, frame)


def _written_to(scope: Scope, action: ActionMark, times: Sequence[TimeMark]) -> tuple[TimeMark, ...]:
    """The time right behind a word of action ("buried on Saturday the dead of the clashes of Wednesday"); empty where none."""
    near = after(times, action.span.end, 1)
    days = [mark for mark in near if mark.said.form in _DAYS and scope.between(action.span.end, mark.span.start) == " "]
    return tuple(days[:1])


def _of_state(scope: Scope, frame: Frame) -> tuple[TimeMark, ...]:
    """The times that can be a frame's: of "the town which they hold" only those behind "which"."""
    cue = which(scope, frame.trigger) if isinstance(frame.trigger, ActionMark) else None
    return scope.times if cue is None else tuple(mark for mark in scope.times if mark.span.start > cue.span.start)


def _said_at(scope: Scope, at: int) -> int:
    """Where the words begin in which somebody is reported to tell of what stands ``at``; -1 where none do.

    A time before them is when he said it, as long as they hold one of their own.
    """
    that = next(iter(before(scope.cues_of("that"), at, at - scope.span.start)), None)
    told = that and before(scope.cues_of("reporting"), that.span.start, that.span.start - scope.span.start)
    return that.span.start if that and told else -1


def _of_another(scope: Scope, frame: Frame, mark: TimeMark) -> bool:
    """Whether a time dates the pact or event that an act is told to follow ("the first since the truce of May 2019")."""
    cue = next(iter(before([one for one in scope.cues if _names_event(one)], mark.span.start, _EVENT)), None)
    if cue is None or cue.span.start <= frame.trigger.span.start < mark.span.start:
        return False
    if cue.kind == "past" and (frame.type in _LEAVING or mark.said.form not in _LONG_PAST):
        return False  # who leaves after a pact leaves by it, and what follows "the agreement of yesterday" is as new
    gap = Span(cue.span.end, mark.span.start)
    acts = (one for one in within(scope.actions, gap) if one.form == "verb")
    return not any(one.kind in ("boundary", "relative") for one in within(scope.cues, gap)) and not any(acts)


def _names_event(cue: CueMark) -> bool:
    return cue.kind == "event_since" or (cue.kind, cue.value) == ("past", "pact")


def _times_of_cause(scope: Scope, frame: Frame) -> tuple[TimeMark, ...]:
    """The times in the clause behind a frame's that tells its cause: "a settlement, after an operation in 2018"."""
    causes = [cue for cue in scope.cues_of("cause") if cue.value == "because"]
    cause = next(iter(after(causes, frame.clause.end - 1, _NEXT)), None)
    if cause is None:
        return ()
    ends = [cue.span.start for cue in scope.cues_of("boundary") if cue.span.start > cause.span.end]
    return within(scope.times, Span(cause.span.end, min(ends, default=scope.span.end)))


def main_scene(places: Sequence[PlaceMark]) -> tuple[PlaceMark, ...]:
    """The one scene of a report that names only one town (or smaller): what it tells without a place is told of there."""
    scenes = [mark for mark in places if mark.place.role in LOCATING and mark.place.id and not _wide(mark)]
    if len({mark.place.id for mark in scenes}) != 1:
        return ()
    stressed = len(scenes) > 1 or scenes[0].cue is not None or scenes[0].span.start <= _OPENING
    return (scenes[0],) if stressed else ()


def _wide(mark: PlaceMark) -> bool:
    """Whether a place is too wide to be a scene for what is told without one."""
    return mark.place.kind in ("country", "region", "governorate")
