"""Figures told together: a whole that two harms divide, people of one kind added up, a status said once for several."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from tawatur.claim.harm.counted import PARTS
from tawatur.claim.harm.figure import Figure
from tawatur.claim.harm.harmed import agrees
from tawatur.claim.scope import HasSpan, Scope, after, before
from tawatur.lang.vocabulary import claim_type
from tawatur.model.count import Count
from tawatur.model.mark import HarmMark, PeopleMark

_JOINT: Final = {
    ("injured", "killed"): "killed_or_injured",
    ("captured", "killed"): "killed_or_captured",
    ("arrested", "killed"): "killed_or_captured",
    ("abducted", "killed"): "killed_or_captured",
}
_OPEN: Final = ("plural_unstated", "several")
_BY_STRIKE: Final = ("strike", "device")
_KIN: Final = ("man", "youth", "of-people", "kinsman")
"""Words that call people by sex, age or kin, and so not by arms."""
_CIVIL_KIN: Final = ("children", "women")
_HIT: Final = 60
_TOUCH: Final = 3
_AND: Final = "\u0648"


def joint_harm(scope: Scope, first: HarmMark, second: HarmMark) -> str | None:
    """The harm that two words side by side make of one whole ("the killing and wounding of"); None where they make none."""
    gap = scope.between(first.span.end, second.span.start)
    if (
        gap.strip(" \u064b\u0627\u0628\u0644") != _AND
        or len(gap) > len("\u0627\u064b \u0648\u0628")
        or gap.startswith(_AND)
    ):
        return None
    if (first.form == "people") != (second.form == "people"):
        return None
    if first.form != "people" and (_has_subject(scope, first) or (agrees(scope, first) and not agrees(scope, second))):
        return None
    if first.form == "people" and not (first.number == second.number == "singular"):
        return None  # "dead and wounded" are two kinds, "twenty dead and wounded" in the singular one whole
    return _JOINT.get((min(first.harm, second.harm), max(first.harm, second.harm)))


def _has_subject(scope: Scope, harm: HarmMark) -> bool:
    """Whether people stand right before a verb of harm: they are its subject, and what follows is not."""
    if harm.form == "noun":
        return False
    marks: tuple[Sequence[HasSpan], ...] = (scope.people, scope.numbers, scope.persons)
    return any(before(one, harm.span.start, _TOUCH) for one in marks)


def divides(count: Count) -> bool:
    """Whether a count is a whole that two harms can divide: of an open plural each harm has its own."""
    return count.qualifier not in _OPEN and (count.low or 0) > 1


def together(scope: Scope, figures: Sequence[Figure]) -> Iterator[Figure]:
    """Figures side by side added up where they count people of one status, party and measure."""
    held: Figure | None = None
    for figure in _alike(figures):
        if held is None:
            held = figure
        elif _kind(held.count) == _kind(figure.count):
            held = _sum(scope, held, figure)
        else:
            yield held
            held = figure
    if held is not None:
        yield held


def _alike(figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures, men and kin told beside women and children taken for civilians like them."""
    family = any(one.people and one.people.sex_age in _CIVIL_KIN for one in figures)
    for one in figures:
        kin = one.people is not None and rule_id(one.people) in _KIN
        yield _inferred(one) if family and kin and one.count.civil_status == "unknown" else one


def _kind(count: Count) -> tuple[str, str, str | None, str]:
    return count.harm, count.civil_status, count.party, count.measure


def _sum(scope: Scope, one: Figure, other: Figure) -> Figure:
    """Two figures as one, with the women and children among them."""
    first, second = one.count, other.count
    low = (first.low or 0) + (second.low or 0)
    high = first.high + second.high if first.high is not None and second.high is not None else None
    exact = first.qualifier == second.qualifier == "exact"
    basis = "inferred" if "inferred" in (first.status_basis, second.status_basis) else first.status_basis
    span = one.span.join(other.span)
    of: dict[str, int] = dict(first.of) if first.of else dict(_part(one))
    for group, number in _part(other):
        of[group] = of.get(group, 0) + number
    count = replace(
        first, low=low, high=high, best=low if high is None else high, qualifier="exact" if exact else "at_least",
        said=scope.chars[span.start : span.end], of=tuple(sorted(of.items())), status_basis=basis,
    )  # fmt: skip
    parts = tuple((p.span, p.rule) for p in (one.people, other.people) if p and p.sex_age in PARTS)
    return replace(one, count=count, span=span, named=(*one.named, *other.named), parts=(*one.parts, *parts))


def _part(figure: Figure) -> Iterable[tuple[str, int]]:
    group = figure.people.sex_age if figure.people else None
    return [(group, figure.count.low)] if group in PARTS and group and figure.count.low else []


def like_the_last(count: Count, earlier: Sequence[Count]) -> Count:
    """A bare number behind civilians or fighters of another harm ("a civilian was killed and two hurt") is of their kind."""
    last = next((one for one in reversed(earlier) if one.scope == "total"), None)
    known = last is not None and last.civil_status != "unknown" and last.harm != count.harm
    if last is None or not known or count.civil_status != "unknown" or count.party:
        return count
    return replace(count, civil_status=last.civil_status, status_basis="inferred", party=last.party)


def shared_status(scope: Scope, figures: Sequence[Figure]) -> Iterator[Figure]:
    """Bare words of harm before others whose status is said ("dead and wounded among the civilians") share it."""
    found = list(figures)
    for number in range(len(found) - 2, -1, -1):
        one, other = found[number], found[number + 1]
        gap = scope.between(one.span.end, other.span.start).strip()
        if gap == _AND and one.people is None and one.count.civil_status == "unknown" and not one.named:
            status = other.count
            found[number] = replace(one, count=replace(
                one.count, civil_status=status.civil_status, status_basis=status.status_basis, party=status.party
            ))  # fmt: skip
    return iter(found)


def by_what_hit(scope: Scope, one: Figure, kind: str, figures: Sequence[Figure]) -> Figure:
    """A figure of unknown status taken for civilians by what was hit, or who was hit with them.

    Those harmed where civilians or their homes were hit are civilians; so are people called by sex, age or kin alone
    whom a bombardment or a device hit, or with whom their wives and children were.
    """
    if one.count.civil_status != "unknown" or one.count.party or one.count.measure != "persons":
        return one
    if any(other.count.scope == "part" and other.count.harm == one.count.harm for other in figures):
        return one  # of a whole whose civilians are told apart the others are none
    struck = kind != "" and claim_type(kind).family in _BY_STRIKE
    if struck and one.count.harm in ("killed", "injured", "killed_or_injured") and _civilians_hit(scope):
        return _inferred(one)
    if one.people is None or rule_id(one.people) not in _KIN:
        return one
    family = any(other.people and _theirs(scope, other.people) for other in figures if other is not one)
    fighters = any(mark.group == "fighters" for mark in scope.parties)
    return _inferred(one) if (struck and not fighters) or family else one


def _civilians_hit(scope: Scope) -> bool:
    """Whether civilians, or what is theirs, are what an act hit."""
    return any(
        mark.group == "civilians" and not any(mark.span.end > harm.span.start > act.span.end for harm in scope.harms)
        for act in scope.actions
        for mark in after(scope.parties, act.span.end, _HIT)
    )


def _theirs(scope: Scope, people: PeopleMark) -> bool:
    """Whether people are women or children of somebody told of ("his wife", "her two children")."""
    owned = scope.chars.startswith("\u0647", people.span.end) or scope.chars[people.span.end - 1] in "\u0647\u0627"
    return people.sex_age in _CIVIL_KIN and owned


def _inferred(one: Figure) -> Figure:
    return replace(one, count=replace(one.count, civil_status="civilian", status_basis="inferred"))


def rule_id(people: PeopleMark) -> str:
    """The id of the rule of the pack that saw a word for people, without its file."""
    return people.rule.rpartition("#")[2]
