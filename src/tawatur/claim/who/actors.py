"""Who did it: the agent of a passive, the area that it was fired from, then the subject by grammar, then who is carried."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tawatur.claim.carried import Role, carried, last_of_family
from tawatur.claim.scope import Scope, after, before, is_passive, within
from tawatur.claim.who.subjects import Clause, by_a_flight, can_be_verb, subject_of
from tawatur.model.mark import ActionMark, CueMark, HarmMark, PartyMark
from tawatur.model.text import Span

ACTING: Final = ("party", "fighters", "body", "residents", "adjective")
"""Who can do something. "Civilians" is what the harmed are called: nobody is said to act as one."""
_FIRED: Final = ("shelling", "air_strike", "drone_strike", "attack", "explosive_device", "chemical_attack")
"""Acts that can come from an area."""
_UNSAID: Final = ("protest", "siege", "explosive_device", "landmine_erw", "body_found", "death_in_custody")
"""Acts whose doer is not the one of the act told before."""
_IMPOSED: Final = ("imposed", "tightened")
_REACH: Final = 46
_CLOSE: Final = 3
_AND: Final = 4
_AREA: Final = 40
"""Room for "areas under the control of" between a launch area's cue and its party."""
_HANDS: Final = 22
"""Room for those who fired between "by the bullets of" and whose they are."""
_WAW: Final = "\u0648"
_COMMA: Final = "\u060c"


def find_actors(clause: Clause, earlier: Sequence[Role]) -> tuple[Role, ...]:
    """The actors of a frame. ``earlier`` are those of the frame before it in the sentence."""
    return tuple(_agents(clause)) or tuple(_launched(clause)) or tuple(_subjects(clause)) or _carried(clause, earlier)


def _agents(clause: Clause) -> Iterator[Role]:
    """The party after "at the hands of", "by the fire of", "left over from", and those joined to it."""
    for cue in clause.own.cues_of("agent"):
        if _of_another_act(clause, cue):
            continue
        found = _after(clause, cue, _HANDS if cue.value == "remnants" else _CLOSE) or _whose_hands(clause, cue)
        if found:
            yield from joined(clause.own, clause.acting, found, "claim#agent")
            return


def _of_another_act(clause: Clause, cue: CueMark) -> bool:
    """Whether an agent is that of another word of action, which stands between it and the act."""
    frame = clause.frame
    between = within(clause.scope.actions, Span(frame.trigger.span.end, cue.span.start))
    return any(word not in frame.others for word in between)


def _after(clause: Clause, cue: CueMark, reach: int) -> PartyMark | None:
    """The party right after a cue, no sign between."""
    found = next(iter(after(clause.acting, cue.span.end, reach)), None)
    return found if found and _COMMA not in clause.own.between(cue.span.end, found.span.start) else None


def _whose_hands(clause: Clause, cue: CueMark) -> PartyMark | None:
    """The party of the people or weapons after a cue ("by the bullets of a sniper of the forces")."""
    people = [one.span.end for one in after(clause.own.people, cue.span.end, _CLOSE)]
    hands = people or [one.span.end for one in after(clause.own.weapons, cue.span.end, _CLOSE)]
    found = after(clause.acting, hands[0], _HANDS // 2) if hands else ()
    if not found or _COMMA in clause.own.between(cue.span.end, found[0].span.start):
        return None
    return found[0]


def _launched(clause: Clause) -> Iterator[Role]:
    """The party whose area it was fired from; one that is itself the source did it, as is said."""
    if clause.frame.type not in _FIRED:
        return
    for cue in clause.own.cues_of("launch_area"):
        if cue.value == "stationed":
            continue
        found = next(iter(after(clause.acting, cue.span.end, _AREA)), None)
        if found is None or _COMMA in clause.own.between(cue.span.end, found.span.start):
            continue
        for role in joined(clause.own, clause.acting, found, "claim#launch-area"):
            yield replace(role, party=replace(role.party, basis="launch_area"))
        return


def joined(clause: Scope, acting: Sequence[PartyMark], first: PartyMark, rule: str) -> Iterator[Role]:
    """``first`` and the parties that "and" joins to it."""
    yield Role(first.party, first.span, rule)
    last = first
    for mark in acting:
        if mark.span.start <= last.span.end or (mark.group == "adjective" and first.group != "adjective"):
            continue
        gap = clause.between(last.span.end, mark.span.start)
        if len(gap) > _AND or _WAW not in gap:
            return
        yield Role(replace(mark.party, link="joint"), mark.span, rule)
        last = mark


def _subjects(clause: Clause) -> Iterator[Role]:
    """The subject of the act, else of another word for it, else of a harm done in it: who arrested in a raid led the raid."""
    frame = clause.frame
    if frame.type == "body_found":
        return  # who finds a body is not who killed
    words: list[ActionMark | HarmMark] = [frame.trigger, *frame.others]
    words += [harm for harm in frame.harms if harm.form == "ambivalent" and harm is not frame.trigger]
    for word in words:
        found = subject_of(clause, word)
        if found:
            yield from joined(clause.own, _known(clause), found, "claim#subject")
            return


def _known(clause: Clause) -> tuple[PartyMark, ...]:
    """The acting parties of the clause, those before its verb with them."""
    return tuple(sorted({*clause.acting, *clause.ahead}, key=lambda mark: mark.span))


def _carried(clause: Clause, earlier: Sequence[Role]) -> tuple[Role, ...]:
    """Who is carried: by "the bombardment" the one of the act of its kind; by a bare verb or noun the one before it."""
    frame = clause.frame
    trigger = frame.trigger
    if not isinstance(trigger, ActionMark) or frame.type in _UNSAID:
        imposed = frame.type == "siege" and frame.phase in _IMPOSED
        return carried(earlier, "claim#actor-carried") if imposed or _resulting(clause) else ()
    if any(mark.span.meets(trigger.span) for mark in clause.own.weapons) or by_a_flight(clause.own, trigger):
        return ()  # a shell that fell, an aircraft that hit: whose it was is not said
    if _points_back(clause, trigger):
        same = last_of_family(clause.told, frame.type)
        if same:
            return carried(same, "claim#actor-of-the-same-act")
    if is_passive(clause.own, trigger):
        return ()
    if earlier:
        return carried(earlier, "claim#actor-carried")
    if _opens_withoutsubject_of(clause, trigger):
        return carried(clause.told.acts[-1][1], "claim#actor-carried") if clause.told.acts else ()
    return ()


def _resulting(clause: Clause) -> bool:
    """Whether the frame is a seizure that the act before led to ("a raid that led to the arrest of")."""
    at = clause.frame.trigger.span.start
    led = [cue for cue in before(clause.scope.cues_of("cause"), at, _CLOSE) if cue.value == "result"]
    return bool(led) and clause.frame.type in ("arrest", "abduction", "capture")


def _points_back(clause: Clause, trigger: ActionMark) -> bool:
    """Whether an act is called "the bombardment", or "a like bombardment"."""
    if trigger.form in ("verb", "passive"):
        return False
    chars = clause.own.chars[trigger.span.start : trigger.span.end]
    return (
        trigger.definite
        or chars.startswith("\u0627\u0644")
        or bool(after(clause.own.cues_of("same"), trigger.span.end, _CLOSE))
    )


def _opens_withoutsubject_of(clause: Clause, trigger: ActionMark) -> bool:
    """Whether an active verb opens the sentence and no noun behind it can be its subject: a place or time follows."""
    if trigger.form not in ("verb", "either") or trigger.span.start - clause.scope.span.start > _HANDS:
        return False
    if trigger.form == "either" and not can_be_verb(clause.own, trigger.span):
        return False
    at = trigger.span.end
    marks = [*after(clause.own.places, at, _REACH), *after(clause.own.times, at, _CLOSE)]
    marks_near = bool(marks) or bool(after(clause.own.cues_of("site"), at, _CLOSE))
    return marks_near and not after(clause.own.weapons, at, _CLOSE) and not after(clause.own.parties, at, _CLOSE)
