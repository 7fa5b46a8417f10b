"""Frames: the happenings that one sentence tells, each with its trigger and its clause.

A trigger is a word of action, or a word of harm where no action is said. Two words for one act make one frame.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tawatur.claim.acts.cordons import with_cordons
from tawatur.claim.acts.pacts import ENDS
from tawatur.claim.acts.recalls import round_before
from tawatur.claim.acts.same_act import same_act
from tawatur.claim.acts.terms import term_over
from tawatur.claim.acts.told import harm_tells, tells
from tawatur.claim.acts.types import BY_HARM, KEEPS, NO_HARM, OWN_ACT, exact_type
from tawatur.claim.scope import LAM, Scope, before, within
from tawatur.model.mark import ActionMark, CueMark, HarmMark, WeaponMark
from tawatur.model.quick import quickly_made
from tawatur.model.text import Span

_TOUCH: Final = 3
_WHICH: Final = 2
"""Room between "which" and its verb: a clause is not cut between the two."""
_FLIGHT: Final = 14
_CLAUSE: Final = "\u060c \u0648"
_AFTER_RAID: Final = 70
_UNSEEN: Final = 40
"""Room for who did not see an act between "not" and its noun."""
_IN_ACTS: Final = ("killed",)
"""Harms that a word of action itself says ("assassinated", "executed"): they give the act its figures."""
_SOUGHT: Final = ("arrested", "captured", "abducted")


@quickly_made
@dataclass(frozen=True, slots=True)
class Frame:
    """One happening of a sentence: its type, its trigger, the other words for it, and the stretch that tells of it."""

    type: str
    trigger: ActionMark | HarmMark
    others: tuple[ActionMark, ...]
    clause: Span
    harms: tuple[HarmMark, ...] = ()

    @property
    def act(self) -> str | None:
        """The act of a statement."""
        return self.trigger.act if isinstance(self.trigger, ActionMark) else None

    @property
    def phase(self) -> str | None:
        """The phase of a siege, the first that one of its words says."""
        words = [mark for mark in (self.trigger, *self.others) if isinstance(mark, ActionMark)]
        return next((mark.phase for mark in words if mark.phase), None)


def find_frames(scope: Scope) -> tuple[Frame, ...]:
    """The frames of a sentence in text order, with the harms that belong to each."""
    if not scope.actions and not scope.harms:
        return ()
    actions = with_cordons(scope, [action for action in scope.actions if tells(scope, action)])
    actions = [action for action in actions if action.type in ENDS or not _agreed(scope, action.span)]
    groups = _grouped(scope, actions)
    harms = [harm for harm in scope.harms if not any(harm.span.meets(action.span) for action in actions)]
    harms = [harm for harm in harms if not _intended(scope, harm, actions)]
    harms = [harm for harm in harms if harm.harm not in OWN_ACT or not _agreed(scope, harm.span)]
    own = _own_acts(scope, harms, groups)
    triggers: list[tuple[ActionMark | HarmMark, ...]] = [*groups, *((harm,) for harm in own)]
    loose = [harm for harm in harms if harm not in own]
    again = next((harm for harm in loose if groups and round_before(scope, harm)), None)
    triggers += [(again,)] if again else []
    telling = [harm for harm in loose if harm_tells(scope, harm) and (harm.harm not in OWN_ACT or not triggers)]
    if telling and not any(_can_harm(scope, group[0]) for group in triggers):
        triggers.append((_best_harm(telling),))
    frames = _with_clauses(scope, sorted(triggers, key=lambda group: group[0].span))
    inside = [harm for harm in scope.harms if harm not in harms and harm.harm in _IN_ACTS]
    return _with_harms(scope, frames, sorted([*harms, *inside], key=lambda harm: harm.span))


def _agreed(scope: Scope, span: Span) -> bool:
    """Whether a word lies in a term of a pact or demand: it is a part of that, and no happening of its own."""
    found = term_over(scope, span)
    return found is not None and found[1].span != span


def _intended(scope: Scope, harm: HarmMark, actions: Sequence[ActionMark]) -> bool:
    """Whether a harm is only what a raid was for ("raided a house to arrest his son"): "to" is written on to its noun."""
    at = harm.span.start - len(LAM)
    if harm.form != "noun" or harm.harm not in _SOUGHT or scope.chars[at - 1 : at + 1] != f" {LAM}":
        return False
    raids = [action for action in before(actions, at, _AFTER_RAID) if action.type == "raid"]
    led = any(
        cue.span.end > at or at - cue.span.end <= 1
        for cue in before(scope.cues_of("cause", "undergo"), harm.span.start, 2)
    )
    return bool(raids) and not led


def _grouped(scope: Scope, actions: Sequence[ActionMark]) -> list[tuple[ActionMark, ...]]:
    """Words of action that tell of one act, the word that decides the type first."""
    groups: list[list[ActionMark]] = []
    for action in actions:
        home = next((group for group in reversed(groups) if same_act(scope, group, action)), None)
        if home is None:
            groups.append([action])
        else:
            home.append(action)
    return [tuple(sorted(group, key=_rank)) for group in groups]


def _rank(action: ActionMark) -> tuple[bool, int]:
    """An exact word decides before a general one, an earlier before a later."""
    vague = action.type in ("attack", "ground_offensive", "body_found") or (
        action.type == "statement" and action.act is None
    )
    return vague, action.span.start


def _own_acts(scope: Scope, harms: Sequence[HarmMark], groups: Sequence[tuple[ActionMark, ...]]) -> list[HarmMark]:
    """Harms that are acts of their own, the first of each kind; a raid keeps its arrests."""
    kept = {harm for group in groups for harm in KEEPS.get(group[0].type, ())}
    found: dict[str, HarmMark] = {}
    for harm in harms:
        if harm.harm in OWN_ACT and harm.harm not in kept and harm.form != "people" and harm_tells(scope, harm):
            found.setdefault(harm.harm, harm)
    return list(found.values())


def _can_harm(scope: Scope, word: ActionMark | HarmMark) -> bool:
    """Whether a harm beside it can be the work of this act: fights that a town "did not see" harm nobody."""
    if isinstance(word, HarmMark):
        return word.harm not in OWN_ACT
    return word.type not in NO_HARM and not _unseen(scope, word)


def _unseen(scope: Scope, word: ActionMark) -> bool:
    """Whether a noun is what somebody "did not see", with nothing between that begins another clause."""
    seen = [cue for cue in before(scope.cues_of("negation"), word.span.start, _UNSEEN) if cue.value == "made"]
    return bool(seen) and word.form != "verb" and _CLAUSE[0] not in scope.between(seen[-1].span.end, word.span.start)


def _best_harm(harms: Sequence[HarmMark]) -> HarmMark:
    """The harm that stands for the happening: killing before injury, the first of its kind."""
    order = ("killed", "killed_or_captured", "killed_or_injured", "casualties_unspecified")
    return min(harms, key=lambda harm: (order.index(harm.harm) if harm.harm in order else len(order), harm.span))


def _with_clauses(scope: Scope, triggers: Sequence[tuple[ActionMark | HarmMark, ...]]) -> list[Frame]:
    """Frames with their clauses: from the end of the one before (or a boundary between them) to the next."""
    frames: list[Frame] = []
    for number, group in enumerate(triggers):
        spans = sorted(mark.span for mark in group)
        start = scope.span.start if number == 0 else _border(scope, triggers[number - 1], group)
        end = scope.span.end if number + 1 == len(triggers) else _border(scope, group, triggers[number + 1])
        clause = Span(min(start, spans[0].start), max(end, spans[0].end))
        first, *others = group
        kind = BY_HARM.get(first.harm, "other") if isinstance(first, HarmMark) else first.type
        if frames and isinstance(first, HarmMark) and round_before(scope, first):
            kind = frames[-1].type  # what was renewed is what did that harm
        weapons = [mark for mark in within(scope.weapons, clause) if not _flies_by(scope, mark)]
        frames.append(
            Frame(
                exact_type(kind, weapons), first, tuple(mark for mark in others if isinstance(mark, ActionMark)), clause
            )
        )
    return frames


def _flies_by(scope: Scope, weapon: WeaponMark) -> bool:
    """Whether aircraft are only seen in the sky ("amid flights of drones"): they hit nothing."""
    return weapon.means in ("air", "drone") and bool(before(scope.cues_of("flight"), weapon.span.start, _FLIGHT))


def _border(scope: Scope, left: tuple[ActionMark | HarmMark, ...], right: tuple[ActionMark | HarmMark, ...]) -> int:
    """Where the clause of one trigger ends and the next begins: at a boundary word, a comma, else at the next trigger."""
    end = (
        max(mark.span.end for mark in left if mark.span.start < right[0].span.start)
        if left[0].span.start < right[0].span.start
        else left[0].span.end
    )
    begin = min(mark.span.start for mark in right)
    if begin <= end:
        return begin
    agreed = term_over(scope, right[0].span)
    if agreed and agreed[1] in left:
        return max(end, agreed[0].span.start)
    boundary = [
        which.span.start if (which := _which(scope, cue)) else cue.span.start
        for cue in within(scope.cues, Span(end, begin))
        if (cue.kind in ("boundary", "light", "occur", "undergo") and not _describes(scope, cue, end))
        or (cue.kind == "that" and _states(left))
        or (cue.value == "after" and isinstance(right[0], HarmMark))
    ]
    if boundary:
        return boundary[-1]
    gap = scope.between(end, begin)
    later = before(scope.cues_of("past"), begin, _TOUCH)
    begin = later[0].span.start if later and later[0].span.start >= end else begin
    comma = max(gap.rfind("\u060c"), gap.rfind(","), gap.rfind("\u061b"))
    return end + comma + 1 if comma >= 0 else begin


def _which(scope: Scope, cue: CueMark) -> CueMark | None:
    """The "which" right before a verb: a clause is not cut between the two."""
    return next(iter(before(scope.cues_of("relative"), cue.span.start, _WHICH)), None)


def _describes(scope: Scope, cue: CueMark, end: int) -> bool:
    """Whether a verb only says which act is meant, the one that ends at ``end`` ("the shelling which X underwent")."""
    which = _which(scope, cue)
    return which is not None and which.span.start - end <= _WHICH


def _states(group: tuple[ActionMark | HarmMark, ...]) -> bool:
    """Whether a group is a statement: what is stated begins at "that"."""
    return isinstance(group[0], ActionMark) and group[0].type == "statement"


def _with_harms(scope: Scope, frames: list[Frame], harms: Sequence[HarmMark]) -> tuple[Frame, ...]:
    """Every harm given to the frame that it belongs to."""
    homes: list[list[HarmMark]] = [[] for _ in frames]
    for harm in harms:
        number = _home(scope, frames, harm)
        if number is not None:
            homes[number].append(harm)
    return tuple(
        Frame(frame.type, frame.trigger, frame.others, _reach(frame.clause, own), tuple(own))
        for frame, own in zip(frames, homes, strict=True)
    )


def _reach(clause: Span, harms: Sequence[HarmMark]) -> Span:
    """The clause with its harms inside."""
    for harm in harms:
        clause = clause.join(harm.span)
    return clause


def _home(scope: Scope, frames: Sequence[Frame], harm: HarmMark) -> int | None:
    """The number of the frame that a harm belongs to.

    A frame that it triggers; else the nearest act that can harm, one that a word of cause points to before the others.
    """
    own = [
        number
        for number, frame in enumerate(frames)
        if any(mark is harm or mark.span.meets(harm.span) for mark in (frame.trigger, *frame.others))
    ]
    if own:
        return own[0]
    if round_before(scope, harm):
        return next((n for n, frame in enumerate(frames) if _of_round_before(scope, frame)), None)
    able = [
        number
        for number, frame in enumerate(frames)
        if _can_harm(scope, frame.trigger) or (isinstance(frame.trigger, HarmMark) and frame.trigger.harm == harm.harm)
    ]
    if not able:
        return None
    return min(able, key=lambda number: _distance(scope, frames[number], harm))


def _of_round_before(scope: Scope, frame: Frame) -> bool:
    """Whether a frame is that of the harm of an earlier round."""
    return isinstance(frame.trigger, HarmMark) and round_before(scope, frame.trigger) is not None


def _distance(scope: Scope, frame: Frame, harm: HarmMark) -> tuple[bool, int]:
    """How far a harm is from a frame: acts joined to it by a word of cause come first."""
    trigger = frame.trigger.span
    first, second = sorted((trigger, harm.span))
    cues = within(scope.cues_of("cause"), Span(first.end, second.start))
    wanted = "result" if trigger < harm.span else "because"
    linked = any(cue.value == wanted for cue in cues)
    if trigger < harm.span:  # "the bombardment caused": a verb of cause stands before its subject
        linked = linked or any(cue.value == wanted for cue in before(scope.cues_of("cause"), trigger.start, _TOUCH))
    return not linked, second.start - first.end
