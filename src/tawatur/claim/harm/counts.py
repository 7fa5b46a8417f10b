"""How many: the figures that stand with the words of harm."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final, NamedTuple

from tawatur.claim.acts.told import definite
from tawatur.claim.harm import counted
from tawatur.claim.harm.counted import BY_NUMBER, ONE, number_before, whole_word
from tawatur.claim.harm.figure import Figure
from tawatur.claim.harm.groups import Group, Item, counts_things
from tawatur.claim.harm.harmed import harmed_by
from tawatur.claim.harm.sides import civilian_part, versus, with_parts_told_later
from tawatur.claim.harm.together import by_what_hit, divides, joint_harm, like_the_last, shared_status, together
from tawatur.claim.harm.totals import not_but, of_wounds, relation_of, running, who_was_hurt
from tawatur.claim.scope import BA, HasSpan, Scope, after, before, within
from tawatur.lang.forms import ARTICLE
from tawatur.model.count import Count, Quantity
from tawatur.model.mark import HarmMark, NumberMark, PeopleMark
from tawatur.model.text import Span

_NEAR: Final = 14
_WHO: Final = 34
_TOUCH: Final = 3
_FAR: Final = 90
_AND: Final = "\u0648"
_DAMMA: Final = "\u064f"
_TO_NAME: Final = 24
_AND_OR_SIGN: Final = re.compile("[.,;:\n\u060c\u061b]| \u0648")
_ENDED: Final = re.compile("[.,;:\n\u060c\u061b]|$")

Found = tuple[NumberMark | None, PeopleMark | None]


class _Who(NamedTuple):
    """Whom a figure counts: the word for them, the figures before it, and where what is said of them ends."""

    people: PeopleMark | None
    earlier: Sequence[Figure]
    stop: int | None = None


def find_figures(scope: Scope, harms: Sequence[HarmMark], *, kind: str = "") -> tuple[Figure, ...]:
    """The figures of one happening of a type: none where a word of harm only points back to people already told of."""
    figures: list[Figure] = []
    passed: HarmMark | None = None
    for harm, following in zip_longest(harms, harms[1:]):
        if harm is passed or _is_void(scope, harm):
            continue
        found, joined = _told_by(scope, harm, following, figures)
        passed = following if joined else passed
        for figure in found:
            figures.extend((figure, *civilian_part(scope, figure), *versus(scope, figure)))
    figures = with_parts_told_later(scope, _said_once(_distinct(figures)))
    figures = [by_what_hit(scope, one, kind, figures) for one in shared_status(scope, figures)]
    return running(scope, who_was_hurt(scope, of_wounds(scope, figures)))


def _told_by(
    scope: Scope, harm: HarmMark, following: HarmMark | None, figures: Sequence[Figure]
) -> tuple[list[Figure], bool]:
    """The figures of a word of harm, and whether they are those of the next word too.

    Two words side by side have one object: a whole that they divide, or an open plural of each.
    """
    both = joint_harm(scope, harm, following) if following else None
    if following is None or both is None:
        return figures_of(scope, harm, figures), False
    word = harm if harm.form == "people" else following
    whole = figures_of(scope, replace(word, harm=both), figures)
    if whole and divides(whole[0].count):
        return whole, True
    if harm.form == "people":
        return figures_of(scope, harm, figures), False
    return figures_of(scope, replace(following, harm=harm.harm), figures), False


def _is_void(scope: Scope, harm: HarmMark) -> bool:
    """Whether a cue says that there was no such harm ("without injuries")."""
    near = within(scope.cues_of("no_harm", "negation"), Span(harm.span.start - _FAR, harm.span.end))
    return any(
        cue.span.meets(harm.span) or (
            harm.span.start - cue.span.end <= _NEAR and not within(scope.people, Span(cue.span.end, harm.span.start))
        )
        for cue in near
    )  # fmt: skip


def _distinct(figures: Sequence[Figure]) -> list[Figure]:
    """Each figure once: two words for one harm ("fell dead") over the same characters say it once, at their longest."""
    kept: list[Figure] = []
    for figure in figures:
        same = [one for one in kept if one.count.harm == figure.count.harm and one.span.meets(figure.span)]
        if not same:
            kept.append(figure)
        elif figure.span.covers(same[0].span) and figure.count.scope == same[0].count.scope:
            kept[kept.index(same[0])] = figure
    return kept


def _said_once(figures: list[Figure]) -> list[Figure]:
    """``figures`` without their second half where it says the first again: a headline with its lead glued to it."""
    half = len(figures) // 2
    told = [(one.count.harm, one.count.low, one.count.high, one.count.scope) for one in figures]
    return figures[half:] if half > 1 and told[:half] == told[half:] else figures


def figures_of(scope: Scope, harm: HarmMark, earlier: Sequence[Figure]) -> list[Figure]:
    """The figures of one word of harm: one for each kind of people that it tells of together."""
    if harm.form == "people":
        figure = _of_people(scope, harm, earlier)
        return [figure] if figure else []
    group = harmed_by(scope, harm)
    return list(_of_group(scope, harm, group, earlier)) if group else []


def _in_manner(scope: Scope, harm: HarmMark) -> bool:
    """Whether a word of harm says only how somebody else was harmed ("hurt with severe injuries")."""
    at = harm.span.start
    caused = [cue for cue in scope.cues_of("cause") if at - 2 <= cue.span.end <= at]
    return scope.chars[max(0, at - 2) : at] == f" {BA}" and not caused


def _of_people(scope: Scope, harm: HarmMark, earlier: Sequence[Figure]) -> Figure | None:
    """The figure of a word for the harmed themselves ("three wounded", "dead and wounded"). A definite one points back."""
    number = next((one for one in before(scope.numbers, harm.span.start, 3) if not counts_things(scope, one)), None)
    number = number or _risen_to(scope, harm) or _corrected_to(scope, harm) or _numbered_behind(scope, harm)
    if number is None and _in_manner(scope, harm):
        return None
    if number is None and harm.number == "singular" and before(scope.people, harm.span.start, 2):
        return None
    if number is None and definite(scope, harm):
        return None
    if number is None and harm.number == "singular" and after(scope.persons, harm.span.end, 2):
        return _of_named(scope, harm)
    after_it = within(scope.people, Span(harm.span.end, harm.span.end + _NEAR))
    who = after_it[0] if after_it and (number or after_it[0].number == harm.number or harm.number is None) else None
    if number is None and harm.number is None:
        found = _before_joint(scope, harm)
        return _made(scope, harm, found[0], found[1], earlier) if found else None
    return _made(scope, harm, number, who, earlier)


def _risen_to(scope: Scope, harm: HarmMark) -> NumberMark | None:
    """The number that a toll rose to ("the toll of the dead rose to 12"), the harm being named before it."""
    rises = [cue for cue in scope.cues if cue.kind == "update" or cue.value == "rises"]
    if not any(cue.span.meets(harm.span) for cue in rises) and not before(rises, harm.span.start, _NEAR):
        return None
    number = next(iter(after(scope.numbers, harm.span.end, _FAR)), None)
    if number is None or after(scope.harms, number.span.end, _TOUCH):
        return None
    to = before([cue for cue in scope.cues if cue.value == "to"], number.span.start, _TOUCH)
    return number if to else None


def _corrected_to(scope: Scope, harm: HarmMark) -> NumberMark | None:
    """The number that a toll is corrected to ("the dead of the blast are eight and not nine")."""
    numbers = after(scope.numbers, harm.span.end, _FAR)
    return next((one for one in numbers if not_but(scope, one.span.end)), None)


def _numbered_behind(scope: Scope, harm: HarmMark) -> NumberMark | None:
    """The known number that ends a phrase for the harmed ("the dead of the raid of Friday, those three")."""
    number = next(iter(after(scope.numbers, harm.span.end, _WHO)), None)
    if number is None or not scope.chars.startswith(ARTICLE, number.span.start - len(ARTICLE)):
        return None
    gap = Span(harm.span.end, number.span.start - len(ARTICLE))
    marks: tuple[Sequence[HasSpan], ...] = (scope.harms, scope.people, scope.cues, scope.weapons)
    apart = any(within(one, gap) for one in marks) or _AND_OR_SIGN.search(scope.between(*gap))
    acts = [act for act in within(scope.actions, gap) if act.form in ("noun", "either")]
    led_on = after(scope.cues_of("preposition"), number.span.end, 1)
    ended = led_on or _ENDED.match(scope.chars, number.span.end)  # it counts nothing that stands behind it
    return number if acts and not apart and ended else None


def _before_joint(scope: Scope, harm: HarmMark) -> Found | None:
    """The whole that a joint phrase divides ("fifteen civilians, dead and wounded")."""
    who = next(iter(before(scope.people, harm.span.start, _WHO)), None)
    number = number_before(scope, who.span.start if who else harm.span.start)
    return (number, who) if number or who else None


def _of_named(scope: Scope, harm: HarmMark) -> Figure | None:
    """One victim, where a name stands instead of a number."""
    person = next(iter(after(scope.persons, harm.span.end, _NEAR)), None)
    if person is None:
        return None
    return Figure(_count(scope, harm, ONE, person.span, _Who(None, ())), person.span, harm.rule, None)


def _of_group(scope: Scope, harm: HarmMark, group: Group, earlier: Sequence[Figure]) -> Iterator[Figure]:
    """The figures of people told together: one for those of one status, party and measure that stand side by side."""
    figures: list[Figure] = []
    for number, item in enumerate(group.items):
        stop = group.items[number + 1].span.start if number + 1 < len(group.items) else None
        figures.append(_of_item(scope, harm, item, [*earlier, *figures], stop))
    if group.cut:
        last = figures[-1].count
        figures[-1] = replace(figures[-1], count=replace(last, high=None, qualifier="at_least"))
    merged = list(together(scope, figures))
    last_one = merged[-1]
    of, parts = counted.parts_of(scope, Span(last_one.span.start, max(group.items[-1].end, last_one.span.end)), harm)
    if parts:
        count = replace(last_one.count, of=of or last_one.count.of)
        merged[-1] = replace(last_one, count=count, parts=(*last_one.parts, *parts))
    yield from merged


def _of_item(scope: Scope, harm: HarmMark, item: Item, earlier: Sequence[Figure], stop: int | None) -> Figure:
    """The figure of one of the people told together."""
    span = whole_word(scope, item.span)
    quantity = item.quantity if item.number else counted.bounded(scope, item.quantity, span)
    count = _count(scope, harm, quantity, span, _Who(item.people, earlier, stop))
    if item.number and not (item.people or item.persons):
        count = like_the_last(count, [figure.count for figure in earlier])
    rule = item.number.rule if item.number else harm.rule
    return Figure(count, span, rule, item.people, named=item.persons)


def _made(
    scope: Scope, harm: HarmMark, number: NumberMark | None, people: PeopleMark | None, earlier: Sequence[Figure]
) -> Figure | None:
    """The figure of a number, of a word for people, or of both."""
    spans = [mark.span for mark in (number, people) if mark] or [harm.span]
    if harm.form == "people" and number and number.span.end <= harm.span.start:
        spans.append(harm.span)
    span = whole_word(scope, Span(min(one.start for one in spans), max(one.end for one in spans)))
    quantity = _quantity(scope, number, people, harm, span)
    if quantity is None:
        return None
    count = _count(scope, harm, quantity, span, _Who(people, earlier))
    of, parts = counted.parts_of(scope, span, harm)
    return Figure(replace(count, of=of) if of else count, span, (number or harm).rule, people, parts)


def _quantity(
    scope: Scope, number: NumberMark | None, people: PeopleMark | None, harm: HarmMark, span: Span
) -> Quantity | None:
    """What the words bound."""
    if number:
        return number.quantity
    shown = people.number if people else harm.number
    return counted.bounded(scope, BY_NUMBER[shown], span) if shown else None


def _measure(scope: Scope, span: Span, people: PeopleMark | None) -> str:
    """What is counted: of "three of a family" the three are persons."""
    if people is None:
        return "persons"
    of = [one for one in before(scope.cues_of("preposition"), people.span.start, _TOUCH) if one.value == "from"]
    one_family = people.number == "singular" and of and of[-1].span.start > span.start
    return "persons" if one_family else people.measure


def _count(scope: Scope, harm: HarmMark, quantity: Quantity, span: Span, who: _Who) -> Count:
    """The count with what it counts."""
    last = next((one.count for one in reversed(who.earlier) if one.count.scope == "total"), None)
    status, basis, party = counted.status_of(scope, span, who.people, harm, last, who.stop)
    return Count(
        harm=harm.harm, low=quantity.low, high=quantity.high, best=quantity.best, qualifier=quantity.qualifier,
        said=scope.chars[span.start : span.end], civil_status=status, status_basis=basis, party=party,
        measure=_measure(scope, span, who.people), relation=relation_of(scope, span),
    )  # fmt: skip
