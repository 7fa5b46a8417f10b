"""What one sentence holds: its marks, and small questions about what stands next to what."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol, TypeVar

from tawatur.model.mark import (
    ActionMark,
    CueMark,
    HarmMark,
    Marks,
    NumberMark,
    PartyMark,
    PeopleMark,
    PersonMark,
    PlaceMark,
    Sentence,
    TimeMark,
    WeaponMark,
)
from tawatur.model.text import Span

LAM: Final = "\u0644"
BA: Final = "\u0628"
_DAMMA: Final = "\u064f"


class HasSpan(Protocol):
    """Anything with a span."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


M = TypeVar("M", bound=HasSpan)


@dataclass(frozen=True, slots=True)
class Scope:
    """A sentence (or a part of one) with the marks that lie in it, each kind in text order."""

    chars: str
    span: Span
    sentence: Sentence
    numbers: tuple[NumberMark, ...]
    times: tuple[TimeMark, ...]
    places: tuple[PlaceMark, ...]
    parties: tuple[PartyMark, ...]
    persons: tuple[PersonMark, ...]
    people: tuple[PeopleMark, ...]
    weapons: tuple[WeaponMark, ...]
    harms: tuple[HarmMark, ...]
    actions: tuple[ActionMark, ...]
    cues: tuple[CueMark, ...]
    terms: tuple[CueMark, ...] = ()

    def between(self, start: int, end: int) -> str:
        """The characters from ``start`` to ``end``; empty where they overlap."""
        return self.chars[start:end]

    def cues_of(self, *kinds: str) -> tuple[CueMark, ...]:
        """The cues of these kinds."""
        return tuple(cue for cue in self.cues if cue.kind in kinds)


def is_passive(scope: Scope, word: ActionMark | HarmMark) -> bool:
    """Whether a verb is in the passive: by its form, or by the damma that is written on its first letter."""
    return word.form == "passive" or (
        word.form in ("verb", "either", "ambivalent") and scope.chars.startswith(_DAMMA, word.span.start + 1)
    )


def scope_of(chars: str, marks: Marks, sentence: Sentence) -> Scope:
    """The marks that lie in ``sentence``."""
    return _without_names(cut(
        Scope(
            chars, sentence.span, sentence, marks.numbers, marks.times, marks.places, marks.parties, marks.persons,
            marks.people, marks.weapons, marks.harms, marks.actions, marks.cues, marks.terms,
        ),
        sentence.span,
    ))  # fmt: skip


def _without_names(scope: Scope) -> Scope:
    """``scope`` with the words left out that are part of a name: the "civil" of Civil Defence is no civilian,
    and a drone "without a pilot" denies nothing."""
    areas = [cue.span for cue in scope.cues if cue.kind == "launch_area"]  # "its source was" is no source that speaks
    parties = tuple(mark for mark in scope.parties if mark.group != "source" or mark.span not in areas)
    names = [
        mark.span
        for mark in parties
        if mark.group not in ("adjective", "fighters") and (mark.party.id or mark.group in ("body", "source"))
    ]
    names += [mark.span for mark in scope.persons]
    prayers = [cue.span for cue in scope.cues if cue.kind == "condolence"]
    times = [mark.span for mark in scope.times]  # "dawn" is also "blew up"
    places = [mark.span for mark in scope.places]  # Palmyra is also "it destroys"
    known = [mark.span for mark in scope.places if mark.place.id]
    weapons = [mark.span for mark in scope.weapons]
    return replace(
        scope,
        parties=parties,
        actions=_whole(_outside(scope.actions, [*names, *times, *places, *areas]), scope.people),
        harms=_outside(scope.harms, [*names, *prayers]),
        people=_outside(scope.people, names),
        cues=_outside(scope.cues, [*names, *known, *weapons]),
    )  # fmt: skip


def _outside(marks: Sequence[M], names: Sequence[Span]) -> tuple[M, ...]:
    """The marks that lie in none of these names."""
    return tuple(mark for mark in marks if not any(name.covers(mark.span) for name in names))


def _whole(actions: Sequence[ActionMark], people: Sequence[PeopleMark]) -> tuple[ActionMark, ...]:
    """The words of action that are no end of a word for people ("their father" ends like "they raided")."""
    return tuple(act for act in actions if not any(one.span.start < act.span.start < one.span.end for one in people))


def cut(scope: Scope, span: Span) -> Scope:
    """The part of ``scope`` that lies in ``span``."""
    return Scope(
        scope.chars, span, scope.sentence, within(scope.numbers, span), within(scope.times, span), within(scope.places, span),
        within(scope.parties, span), within(scope.persons, span), within(scope.people, span), within(scope.weapons, span),
        within(scope.harms, span), within(scope.actions, span), within(scope.cues, span), within(scope.terms, span),
    )  # fmt: skip


def within(marks: Sequence[M], span: Span) -> tuple[M, ...]:
    """The marks (in text order) that begin inside ``span``."""
    if not marks:
        return ()
    first = bisect_left(marks, span.start, key=lambda mark: mark.span.start)
    last = bisect_left(marks, span.end, key=lambda mark: mark.span.start)
    return tuple(marks[first:last])


def after(marks: Sequence[M], at: int, reach: int) -> tuple[M, ...]:
    """The marks that begin at most ``reach`` characters after ``at``."""
    return within(marks, Span(at, at + reach + 1))


def before(marks: Sequence[M], at: int, reach: int) -> tuple[M, ...]:
    """The marks that end at most ``reach`` characters before ``at``, the nearest first."""
    near = [mark for mark in within(marks, Span(max(0, at - reach - 200), at)) if at - reach <= mark.span.end <= at]
    return tuple(reversed(near))
