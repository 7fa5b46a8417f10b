"""What one sentence holds: its marks, and small questions about what stands next to what."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, Protocol, TypeVar

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
from tawatur.model.quick import quickly_made
from tawatur.model.text import Span

LAM: Final = "\u0644"
BA: Final = "\u0628"
_DAMMA: Final = "\u064f"
_FEW: Final = 8
"""Marks up to which looking at each is quicker than searching by halves."""
NOT_HIT: Final = ("official", "kin_told")
"""Roles of persons who are not the object of a harm: only what is told behind them can be their own harm."""
_TO_NAME: Final = 2
"""A blank, and an opening quotation mark."""
_LONGEST: Final = 200
"""Characters that a mark has at most, as far as looking back for its end goes."""


class HasSpan(Protocol):
    """Anything with a span."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


M = TypeVar("M", bound=HasSpan)


@quickly_made
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
    _asked: dict[tuple[str, ...], tuple[CueMark, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What ``cues_of`` has answered: every rule asks again for the same few kinds. A copy begins with none."""
    _kinds: set[str] = field(default_factory=set, init=False, repr=False, compare=False)
    """The kinds of its cues, once one was asked for: mostly there is none of the kind."""

    def between(self, start: int, end: int) -> str:
        """The characters from ``start`` to ``end``; empty where they overlap."""
        return self.chars[start:end]

    def cues_of(self, *kinds: str) -> tuple[CueMark, ...]:
        """The cues of these kinds."""
        if not self.cues:
            return ()
        found = self._asked.get(kinds)
        if found is None:
            if not self._kinds:
                self._kinds.update([cue.kind for cue in self.cues])
            some = not self._kinds.isdisjoint(kinds)
            found = self._asked[kinds] = tuple([cue for cue in self.cues if cue.kind in kinds]) if some else ()
        return found


def is_passive(scope: Scope, word: ActionMark | HarmMark) -> bool:
    """Whether a verb is in the passive: by its form, or by the damma that is written on its first letter."""
    return word.form == "passive" or (
        word.form in ("verb", "either", "ambivalent") and scope.chars.startswith(_DAMMA, word.span.start + 1)
    )


def scope_of(chars: str, marks: Marks, sentence: Sentence) -> Scope:
    """The marks that lie in ``sentence``."""
    return next(scopes_of(chars, marks, (sentence,)))


def scopes_of(chars: str, marks: Marks, sentences: Iterable[Sentence]) -> Iterator[Scope]:
    """The marks that lie in each of some sentences of a text; where every mark begins is listed once for all of them."""
    numbers, times, places = _finder(marks.numbers), _finder(marks.times), _finder(marks.places)
    parties, persons, people = _finder(marks.parties), _finder(marks.persons), _finder(marks.people)
    weapons, harms, actions = _finder(marks.weapons), _finder(marks.harms), _finder(marks.actions)
    cues, terms = _finder(marks.cues), _finder(marks.terms)
    for sentence in sentences:
        at = sentence.span
        found = _Found(parties(at), persons(at), places(at), times(at), weapons(at), cues(at))
        names = _names_of(found)
        counted = people(at)
        said = _without_each(_outside(found.cues, names.no_cue), found.persons)
        yield Scope(
            chars, at, sentence, numbers(at), found.times, found.places, names.parties, _told_of(found.persons),
            _outside(counted, names.names), found.weapons, _outside(harms(at), names.no_harm),
            _whole(_outside(actions(at), names.no_act), counted), said, terms(at),
        )  # fmt: skip


def _finder(marks: Sequence[M]) -> Callable[[Span], tuple[M, ...]]:
    """A function that returns those of the marks of a whole text (in text order) that begin inside a span."""
    if not marks:
        return lambda _: ()
    starts = [mark.span.start for mark in marks]
    return lambda span: tuple(marks[bisect_left(starts, span.start) : bisect_left(starts, span.end)])


class _Found(NamedTuple):
    """The marks of a sentence that name something."""

    parties: tuple[PartyMark, ...]
    persons: tuple[PersonMark, ...]
    places: tuple[PlaceMark, ...]
    times: tuple[TimeMark, ...]
    weapons: tuple[WeaponMark, ...]
    cues: tuple[CueMark, ...]


class _Names(NamedTuple):
    """The parties of a sentence, and the spans in which a word is part of a name: no people, no harm, no act, no cue."""

    parties: tuple[PartyMark, ...]
    names: list[Span]
    no_harm: list[Span]
    no_act: list[Span]
    no_cue: list[Span]


def _names_of(found: _Found) -> _Names:
    """Where words are part of a name: the "civil" of Civil Defence is no civilian, and a drone "without a pilot" denies
    nothing."""
    areas = [cue.span for cue in found.cues if cue.kind == "launch_area"]  # "its source was" is no source that speaks
    parties = tuple([mark for mark in found.parties if mark.group != "source" or mark.span not in areas])
    names = [
        mark.span
        for mark in parties
        if mark.group not in ("adjective", "fighters") and (mark.party.id or mark.group in ("body", "source"))
    ]
    names += [mark.span for mark in found.persons]
    prayers = [cue.span for cue in found.cues if cue.kind == "condolence"]
    times = [mark.span for mark in found.times]  # "dawn" is also "blew up"
    places = [mark.span for mark in found.places]  # Palmyra is also "it destroys"
    known = [mark.span for mark in found.places if mark.place.id]
    weapons = [mark.span for mark in found.weapons]
    return _Names(parties, names, [*names, *prayers], [*names, *times, *places, *areas], [*names, *known, *weapons])


def _without_each(cues: Sequence[CueMark], persons: Sequence[PersonMark]) -> tuple[CueMark, ...]:
    """The cues without the "each" of "each of X and Y", which is no "every" of an opinion."""
    starts = [person.span.start for person in persons]
    leads = [
        cue.span.start
        for cue in cues
        if cue.value == "from" and any(0 < at - cue.span.end <= _TO_NAME for at in starts)
    ]
    return tuple(
        cue for cue in cues if cue.kind != "opinion" or not any(0 < at - cue.span.end <= _TO_NAME for at in leads)
    )


def _told_of(persons: Sequence[PersonMark]) -> tuple[PersonMark, ...]:
    """The persons of whom something is told, without those who only say whose family or home is meant."""
    return tuple(person for person in persons if person.role != "kin")


def _outside(marks: Sequence[M], names: Sequence[Span]) -> tuple[M, ...]:
    """The marks that lie in none of these names."""
    if not marks or not names:
        return tuple(marks)
    return tuple([mark for mark in marks if not _inside(mark.span, names)])


def _inside(span: Span, names: Sequence[Span]) -> bool:
    """Whether one of these names covers a span. Written out: every cue of a sentence is held against all its names."""
    begin, stop = span
    for start, end in names:  # noqa: SIM110 - a generator takes three times as long
        if start <= begin and stop <= end:
            return True
    return False


def _whole(actions: Sequence[ActionMark], people: Sequence[PeopleMark]) -> tuple[ActionMark, ...]:
    """The words of action that are no end of a word for people ("their father" ends like "they raided")."""
    return tuple(act for act in actions if not any(one.span.start < act.span.start < one.span.end for one in people))


def cut(scope: Scope, span: Span) -> Scope:
    """The part of ``scope`` that lies in ``span``; with one happening in a sentence that is all of it."""
    if span == scope.span:
        return scope
    return Scope(
        scope.chars, span, scope.sentence, within(scope.numbers, span), within(scope.times, span), within(scope.places, span),
        within(scope.parties, span), within(scope.persons, span), within(scope.people, span), within(scope.weapons, span),
        within(scope.harms, span), within(scope.actions, span), within(scope.cues, span), within(scope.terms, span),
    )  # fmt: skip


def within(marks: Sequence[M], span: Span) -> tuple[M, ...]:
    """The marks (in text order) that begin inside ``span``."""
    return _between(marks, span.start, span.end) if marks else ()


def _between(marks: Sequence[M], start: int, end: int) -> tuple[M, ...]:
    """The marks (in text order, at least one) that begin from ``start`` to before ``end``.

    A sentence asks this some hundred times. Mostly all of its marks answer, or none: the first and the last tell.
    """
    if marks[0].span.start >= end or marks[-1].span.start < start:
        return ()
    if marks[0].span.start >= start and marks[-1].span.start < end:
        return tuple(marks)
    if len(marks) <= _FEW:
        return tuple([mark for mark in marks if start <= mark.span.start < end])
    first = bisect_left(marks, start, key=_start_of)
    return tuple(marks[first : bisect_left(marks, end, first, key=_start_of)])


def _start_of(mark: HasSpan) -> int:
    return mark.span.start


def after(marks: Sequence[M], at: int, reach: int) -> tuple[M, ...]:
    """The marks that begin at most ``reach`` characters after ``at``."""
    return _between(marks, at, at + reach + 1) if marks else ()


def before(marks: Sequence[M], at: int, reach: int) -> tuple[M, ...]:
    """The marks that end at most ``reach`` characters before ``at``, the nearest first."""
    near = _between(marks, at - reach - _LONGEST, at) if marks else ()
    return tuple([mark for mark in reversed(near) if at - reach <= mark.span.end <= at]) if near else ()
