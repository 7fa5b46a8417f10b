"""Figures inside or beside a figure: the civilians among a whole, the other side's dead."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tawatur.claim.harm import counted
from tawatur.claim.harm.counted import BY_NUMBER, among, number_before, whole_word
from tawatur.claim.harm.figure import Figure
from tawatur.claim.scope import Scope, after, within
from tawatur.model.count import Count, Quantity

_NEAR: Final = 14
_WHO: Final = 34
_FAR: Final = 90


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
