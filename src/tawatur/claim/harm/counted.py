"""Whom a figure counts: civil status, whose fighters, the parts inside a whole, and the words that bound a bare noun."""

import re
from collections.abc import Iterator
from typing import Final

from tawatur.claim.scope import HasSpan, Scope, after, before, within
from tawatur.lang.fold import ARABIC
from tawatur.lang.forms import ARTICLE
from tawatur.model.count import Count, Quantity
from tawatur.model.mark import HarmMark, NumberMark, PartyMark, PeopleMark
from tawatur.model.text import Span

ONE: Final = Quantity(1, 1, 1, "exact")
TWO: Final = Quantity(2, 2, 2, "exact")
MANY: Final = Quantity(2, None, None, "plural_unstated")
BY_NUMBER: Final = {"singular": ONE, "dual": TWO, "plural": MANY}
HARD_STOPS: Final = (".", "\u061f", "!", "\u061b", "\n")
PARTS: Final = ("women", "children", "men", "medics", "journalists", "aid_workers")
OTHERS: Final = ("others", "others-dual", "further-one")
DESIGNATED: Final = "militiaman"
"""The word that one side has for the fighters of the other: it tells whose word it is, not what they are."""

_STOPS: Final = ("cause", "agent", "among", "source")
"""Cues behind which no object of a harm stands."""
_TOUCH: Final = 3
_ADJECTIVE: Final = 14
_AGREEING: Final = re.compile(f" [{ARABIC}]{{2,9}}[\u064a\u0648]\u0646 ")
"""An adjective of people in the masculine plural, with the blanks around it."""
_REACH: Final = 45
_WHO: Final = 34
_PARTS_REACH: Final = 90
_BOUND: Final = 24
_SIGNS: Final = "\u064b-\u0652\u0670"
_TANWIN: Final = re.compile(f"[{_SIGNS}]*\u0627[{_SIGNS}]*(?![{ARABIC}])")
_BREAKS: Final = re.compile("[.,;:!?\n\u060c\u061b\u061f]")


def whole_word(scope: Scope, span: Span) -> Span:
    """``span`` with the alif of the accusative at its end, which belongs to the word as a person reads it."""
    alif = _TANWIN.match(scope.chars, span.end)
    return Span(span.start, alif.end()) if alif else span


def bounded(scope: Scope, quantity: Quantity, span: Span) -> Quantity:
    """The quantity of a noun without a number ("two people"), bounded where "at least" stands beside it."""
    bounds = scope.cues_of("bound")
    ahead = before(bounds, span.start, _TOUCH)
    behind = [cue for cue in after(bounds, span.end, _BOUND) if _free(scope, Span(span.end, cue.span.start))]
    if not (ahead or behind) or quantity.high is None:
        return quantity
    return Quantity(quantity.low, None, quantity.low, "at_least")


def _free(scope: Scope, gap: Span) -> bool:
    """Whether nothing that ends a phrase, no number and no other harm stands in a gap."""
    marks: list[HasSpan] = [*scope.numbers, *scope.harms, *scope.people]
    inside = any(gap.start <= mark.span.start < gap.end for mark in marks)
    return not inside and not _BREAKS.search(scope.between(*gap))


def object_stop(scope: Scope, at: int, *, past_nouns: bool = False) -> int:
    """How far the object of a harm can stand: to the next harm or action, a cause, a full stop, or the reach.

    With ``past_nouns`` an act that is the subject of the verb ("a raid took the lives of") does not stop it.
    """
    end = at + (_PARTS_REACH if past_nouns else _REACH)
    ahead, places = Span(at + 1, end), [end, scope.span.end]
    places += [harm.span.start for harm in within(scope.harms, ahead)]
    places += [act.span.start for act in within(scope.actions, ahead) if not past_nouns or act.form != "noun"]
    places += [cue.span.start for cue in within(scope.cues_of(*_STOPS), Span(at, end))]
    places += [place for sign in HARD_STOPS if (place := scope.chars.find(sign, at, end)) >= 0]
    return min(places)


def status_of(
    scope: Scope, span: Span, people: PeopleMark | None, harm: HarmMark, last: Count | None, stop: int | None = None
) -> tuple[str, str | None, str | None]:
    """Civil status, its basis, and whose fighters they are. ``last`` is the count before: "others" are of its kind.

    A party from ``stop`` on is that of others.
    """
    party = _owner(scope, span, harm, stop)
    if people and people.measure == "families" and party and party.group != "civilians":
        party = None  # a party said after a family is where it flees from or to
    if people and _rule(people) in OTHERS and last and not party:
        return last.civil_status, last.status_basis, last.party
    if people and _rule(people) == DESIGNATED:
        return "combatant", "party_designation", party.party.id if party else None
    if (people and _said_civil(scope, people)) or (party and party.group in ("civilians", "residents")):
        return "civilian", "stated", None
    if party and (people is None or people.civil_status in ("combatant", "unknown")):
        return "combatant", "stated", party.party.id
    if people and people.civil_status == "combatant":
        return "combatant", "stated", _adjective(scope, people)
    if harm.harm == "displaced":
        return "civilian", "inferred", None
    return "unknown", None, None


def _said_civil(scope: Scope, people: PeopleMark) -> bool:
    """Whether people are called civilians, by their own word or by the one right behind it ("a civilian person")."""
    behind = describing(scope, people.span.end)
    described = (
        behind is not None
        and people.civil_status == "unknown"
        and (behind.civil_status, behind.sex_age, behind.number) == ("civilian", None, people.number)
    )
    return people.civil_status == "civilian" or described


def describing(scope: Scope, at: int) -> PeopleMark | None:
    """The word for people that describes those whose word ends ``at``, an adjective between them at most ("farm workers,
    civilian")."""
    behind = next(iter(after(scope.people, at, _ADJECTIVE)), None)
    gap = scope.between(at, behind.span.start) if behind else ""
    return behind if behind and (not gap.strip(f" {ARTICLE}") or _AGREEING.fullmatch(gap)) else None


def _rule(people: PeopleMark) -> str:
    return people.rule.rpartition("#")[2]


def _owner(scope: Scope, span: Span, harm: HarmMark, stop: int | None) -> PartyMark | None:
    """The party that the counted people are "of"."""
    behind = span.end if span.end <= harm.span.start and harm.form != "people" else max(span.end, harm.span.end)
    end = min(behind + _WHO, object_stop(scope, behind + 1), *([stop] if stop is not None else []))
    near = [
        mark
        for mark in within(scope.parties, Span(span.end, end))
        if mark.group in ("party", "fighters", "civilians", "residents")
    ]
    return registered(near)


def registered(parties: list[PartyMark]) -> PartyMark | None:
    """The first party, or the registered one whose men it names ("fighters of the Front")."""
    first = next(iter(parties), None)
    if first is None or first.party.id or first.group != "fighters":
        return first
    return next((mark for mark in parties[1:2] if mark.party.id and mark.span.start - first.span.end <= _TOUCH), first)


def _adjective(scope: Scope, people: PeopleMark) -> str | None:
    """The party that an adjective right after the people names ("a Turkish soldier")."""
    near = after(scope.parties, people.span.end, _TOUCH)
    return next((mark.party.id for mark in near if mark.group == "adjective"), None)


def number_before(scope: Scope, at: int) -> NumberMark | None:
    """The number right before ``at``."""
    return next(iter(before(scope.numbers, at, _TOUCH)), None)


def among(scope: Scope, at: int) -> Span | None:
    """The stretch after "among them" behind a figure, up to the next harm or full stop; None where no such word follows.

    "Five were killed and eleven hurt, four children among them" divides the eleven: the nearer figure.
    """
    cue = next(iter(after(scope.cues_of("among"), at, _WHO)), None)
    if cue is None or within(scope.harms, Span(at, cue.span.start)):
        return None
    return parts_reach(scope, cue.span.end)


def parts_reach(scope: Scope, at: int) -> Span:
    """The stretch behind ``at`` in which parts can be told: up to the next harm, the next who speaks, or a full stop."""
    end = at + _PARTS_REACH
    harms = [mark.span.start for mark in within(scope.harms, Span(at, end))]
    harms += [cue.span.start for cue in within(scope.cues_of("reporting"), Span(at, end))]
    stops = [place for sign in HARD_STOPS if (place := scope.chars.find(sign, at, end)) >= 0]
    return Span(at, min([end, scope.span.end, *harms, *stops]))


def parts_of(
    scope: Scope, span: Span, harm: HarmMark
) -> tuple[tuple[tuple[str, int], ...], tuple[tuple[Span, str], ...]]:
    """Women, children and others inside the whole, with where each is said."""
    return parts_in(scope, among(scope, max(span.end, harm.span.end)))


def parts_in(scope: Scope, reach: Span | None) -> tuple[tuple[tuple[str, int], ...], tuple[tuple[Span, str], ...]]:
    """Women, children and others whose number is said in a stretch, with where each is said."""
    parts: dict[str, int] = {}
    spans: list[tuple[Span, str]] = []
    for people, quantity in _numbered(scope, reach):
        if people.sex_age in PARTS:
            parts[people.sex_age] = parts.get(people.sex_age, 0) + quantity.low
            spans.append((people.span, people.rule))
    return tuple(sorted(parts.items())), tuple(spans)


def _numbered(scope: Scope, reach: Span | None) -> Iterator[tuple[PeopleMark, Quantity]]:
    """The people in a stretch whose number is said, by a number or by the word itself."""
    for people in within(scope.people, reach) if reach else ():
        number = number_before(scope, people.span.start)
        if number or people.number != "plural":
            yield people, number.quantity if number else BY_NUMBER[people.number]
