"""Figures inside or beside a figure: the civilians among a whole, the other side's dead."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tawatur.claim.harm import counted
from tawatur.claim.harm.counted import BY_NUMBER, among, number_before, parts_reach, whole_word
from tawatur.claim.harm.figure import Figure
from tawatur.claim.scope import Scope, after, within
from tawatur.lang.forms import ARTICLE
from tawatur.model.count import Count, Quantity
from tawatur.model.mark import CueMark, PeopleMark

_NEAR: Final = 14
_WHO: Final = 34
_FAR: Final = 90
_AND: Final = " \u0648"


def civilian_part(scope: Scope, whole: Figure) -> Iterator[Figure]:
    """The civilians inside a whole of unknown status ("23 people, eight civilians among them") as a part of its own."""
    reach = among(scope, whole.span.end) if whole.count.civil_status == "unknown" else None
    if reach is None:
        return
    for people in within(scope.people, reach):
        if people.civil_status != "civilian" or people.sex_age is not None:
            continue
        number = number_before(scope, people.span.start)
        quantity = number.quantity if number else BY_NUMBER[people.number]
        span = whole_word(scope, number.span.join(people.span) if number else people.span)
        count = _like(whole.count, quantity, scope.chars[span.start : span.end])
        yield Figure(
            replace(count, civil_status="civilian", status_basis="stated", scope="part"), span, people.rule, people
        )
        return


def _like(whole: Count, quantity: Quantity, said: str) -> Count:
    """``whole`` with another quantity, of nobody known yet."""
    return replace(
        whole, low=quantity.low, high=quantity.high, best=quantity.best, qualifier=quantity.qualifier, said=said,
        civil_status="unknown", status_basis=None, party=None, of=(),
    )  # fmt: skip


def with_parts_told_later(scope: Scope, figures: Sequence[Figure]) -> list[Figure]:
    """``figures``, each with the parts that a later clause tells of its people ("among the civilians are three women")."""
    found = list(figures)
    for cue in scope.cues:
        whole = _known_behind(scope, cue) if cue.kind == "among" or cue.value == "between" else None
        of, parts = counted.parts_in(scope, parts_reach(scope, whole.span.end)) if whole else ((), ())
        mine = [n for n, one in enumerate(found) if one.span.end <= cue.span.start and whole and _are(whole, one)]
        if whole and of and mine and not found[mine[-1]].count.of and parts[0][0].start - whole.span.end <= _NEAR:
            one = found[mine[-1]]
            found[mine[-1]] = replace(one, count=replace(one.count, of=of), parts=(*one.parts, *parts))
    return found


def _known_behind(scope: Scope, cue: CueMark) -> PeopleMark | None:
    """The known people right behind "among" ("among the civilians"), of no number; None where none stand there."""
    people = next(iter(after(scope.people, cue.span.end, 1 + len(ARTICLE))), None)
    known = people is not None and people.number == "plural" and people.sex_age is None
    if not people or not known or scope.between(cue.span.end, people.span.start).strip() != ARTICLE:
        return None
    return None if scope.chars.startswith(_AND, people.span.end) else people  # "between the residents and …"


def _are(people: PeopleMark, figure: Figure) -> bool:
    """Whether a word for known people means those of a figure: it is their word, or says what they are."""
    if people.civil_status == "unknown":
        return figure.people is not None and figure.people.rule == people.rule
    return figure.count.civil_status == people.civil_status


def versus(scope: Scope, one: Figure) -> Iterator[Figure]:
    """The other side's figure of the same harm ("eight soldiers were killed, against five fighters")."""
    cue = next((cue for cue in after(scope.cues, one.span.end, _FAR) if cue.kind == "versus"), None)
    number = next(iter(after(scope.numbers, cue.span.end, 3)), None) if cue else None
    if number is None or any(one.span.end <= harm.span.start < number.span.start for harm in scope.harms):
        return
    party = counted.registered(list(after(scope.parties, number.span.end, _WHO)))
    people = next(iter(after(scope.people, number.span.end, _NEAR)), None)
    if party is None and people is None:
        return
    span = whole_word(scope, number.span.join((party or people or number).span))
    fighters = party is not None and party.group in ("party", "fighters")
    status = "combatant" if fighters else (people.civil_status if people else "unknown")
    count = replace(
        _like(one.count, number.quantity, scope.chars[span.start : span.end]),
        civil_status=status, status_basis="stated" if status != "unknown" else None,
        party=party.party.id if party and fighters else None,
    )  # fmt: skip
    yield Figure(count, span, number.rule, people)
