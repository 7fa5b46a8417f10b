"""People told together: what "and" joins behind one word of harm ("a woman and her daughter", "two soldiers and a child")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tawatur.claim.harm.counted import BY_NUMBER, HARD_STOPS, ONE, among, describing
from tawatur.claim.scope import NOT_HIT, HasSpan, Scope, after, before, within
from tawatur.lang.forms import ARTICLE
from tawatur.model.count import Quantity
from tawatur.model.mark import NumberMark, PeopleMark, PersonMark
from tawatur.model.quick import quickly_made
from tawatur.model.text import Span

_NEAR: Final = 14
_TOUCH: Final = 3
_COMPLEMENT: Final = 48
"""Room between two joined people for what tells of the first: "of the fighters of X", an age, an adjective."""
_OFFICE: Final = 64
_BRACKET: Final = 120
_MOST: Final = 16
_JOIN: Final = re.compile(
    "(?:^|[^\u0621-\u064a])\u0648 ?(?:\u0627\u0644|\u0643\u0644 \u0645\u0646 )?[\"\u00ab\u201c\u201d'( ]*$"
)
"""The "and" that ends a gap: written on to the next word, its article or its quotation mark between."""
_COMMA: Final = re.compile(
    "^[\"\u00bb\u201c\u201d') ]*(?:[(\\[][^()\\[\\]\n]{0,40}[)\\]])?[ .]{0,3}[\u060c,_/\n-]"
    "[ \n\u060c,_\\d.)(*\u2022-]{0,8}[\"\u00ab\u201c\u201d']?$"
)
"""What divides two names of a list: a comma or a line, an age in brackets before it, a number behind it."""
_ENDS: Final = (*HARD_STOPS, ":")
_WALLS: Final = (
    "cause",
    "agent",
    "source",
    "negation",
    "no_harm",
    "among",
    "boundary",
    "reporting",
    "update",
    "plan",
    "apposition",
)
_LETTERS: Final = re.compile("[\u0621-\u0652]*")
_LETTER: Final = re.compile("[\u0621-\u064a]")
_AGE: Final = re.compile(" ?[(] ?[\\d\u0660-\u0669]")
_OPEN: Final = re.compile(" ?\\(")
_CUT: Final = re.compile('["\u00bb\u201d) ]{0,3}(?:\u2026|\\.{2,})')


@quickly_made
@dataclass(frozen=True, slots=True)
class Item:
    """One of the people told together: a number, a word for people, names, or several of them. ``end`` is past the names."""

    span: Span
    end: int
    quantity: Quantity
    number: NumberMark | None = None
    people: PeopleMark | None = None
    persons: tuple[PersonMark, ...] = ()


@quickly_made
@dataclass(frozen=True, slots=True)
class Group:
    """People told together, in text order; ``end`` is past what is told of the last, ``cut`` a list that breaks off."""

    items: tuple[Item, ...]
    end: int
    cut: bool = False


def group_from(scope: Scope, at: int, stop: int, *, names: bool = True) -> Group | None:
    """The people told together whose first begins at ``at`` or later and before ``stop``; None where nobody does."""
    first = _next(scope, at, stop, names=names)
    if first is None:
        return None
    items = [_with_names(scope, first)]
    while len(items) < _MOST and not _divided(scope, items[-1].end) and (following := _joined(scope, items[-1])):
        items.append(_with_names(scope, following))
    end = _tail(scope, items[-1].end)
    return Group(tuple(_settled(items)), end, cut=_breaks_off(scope, items))


def _breaks_off(scope: Scope, items: Sequence[Item]) -> bool:
    """Whether a list of names is cut ("NAME, NAME …")."""
    named = len(items) > 1 and items[-1].number is None and bool(items[-1].persons)
    return named and _CUT.match(scope.chars, items[-1].end) is not None


def _divided(scope: Scope, at: int) -> bool:
    """Whether what follows people divides or describes them ("among them", a bracket, "both of them")."""
    cues = after(scope.cues_of("among", "apposition"), at, _NEAR)
    bracket = _OPEN.match(scope.chars, at) is not None and _AGE.match(scope.chars, at) is None
    return bracket or any(not within(scope.people, Span(at, cue.span.start)) for cue in cues)


def groups_until(scope: Scope, at: int, stop: int) -> Iterator[Group]:
    """The groups one after another between two places of a sentence."""
    while at < stop and (group := group_from(scope, at, stop)):
        yield group
        at = max(group.end, group.items[-1].end, at + 1)


def counts_things(scope: Scope, number: NumberMark) -> bool:
    """Whether a number counts munitions, vehicles or acts, not people."""
    end = number.span.end
    acts = [mark for mark in after(scope.actions, end, 2) if mark.form in ("noun", "either")]
    near: list[HasSpan] = [*after(scope.weapons, end, 2), *acts]
    # A letter between them is a preposition: "thirty by shells" are people, "thirty shells" are not.
    return any(not _LETTER.search(scope.between(end, mark.span.start)) for mark in near)


def _of_one(scope: Scope, number: NumberMark) -> bool:
    """Whether a number only says of the people right before it that they are one ("of one family")."""
    return number.quantity == ONE and bool(before(scope.people, number.span.start, 1))


def _next(scope: Scope, at: int, stop: int, *, names: bool = True) -> Item | None:
    """The first number of people, word for people or name in a stretch."""
    reach = Span(at, stop)
    numbers = (one for one in within(scope.numbers, reach) if not (counts_things(scope, one) or _of_one(scope, one)))
    number = next(numbers, None)
    who = next((one for one in within(scope.people, reach) if not _is_harm(scope, one)), None)
    person = next((one for one in within(scope.persons, reach) if one.role not in NOT_HIT), None) if names else None
    found = [mark.span.start for mark in (number, who, person) if mark]
    if not found:
        return None
    first = min(found)
    if number and number.span.start == first:
        return _numbered(scope, number)
    if who and who.span.start == first:
        return _called(scope, who)
    return Item(person.span, person.span.end, ONE, persons=(person,)) if person else None


def _is_harm(scope: Scope, people: PeopleMark) -> bool:
    """Whether a word for people is a word of harm here ("families" is written like "were captured")."""
    if not scope.harms:
        return False
    return any(mark.span.meets(people.span) for mark in before(scope.harms, people.span.end, 0)) or any(
        mark.span.meets(people.span) for mark in within(scope.harms, people.span)
    )


def _numbered(scope: Scope, number: NumberMark) -> Item:
    """A number with the word for people behind it."""
    end = number.span.end
    other = next(iter(after(scope.numbers, end, _NEAR)), None)
    who = next(iter(after(scope.people, end, _NEAR)), None)
    apart = who is None or _caused(scope, Span(end, who.span.start)) or not _free(scope, end, who.span.start)
    if who is None or apart or (other and other.span.start < who.span.start):
        return Item(number.span, end, number.quantity, number)
    called = _called(scope, who)
    return replace(called, span=number.span.join(called.span), quantity=number.quantity, number=number)


def _called(scope: Scope, who: PeopleMark) -> Item:
    """A word for people with the one that describes it right behind ("a civilian person", "two youths, brothers")."""
    span = who.span
    while other := describing(scope, span.end):
        span = Span(span.start, other.span.end)
    ending = _LETTERS.match(scope.chars, span.end)  # a pronoun: "his wife"
    span = Span(span.start, ending.end()) if ending else span
    if who.number == "plural" and (one := before(scope.cues_of("one_of"), who.span.start, _TOUCH)):
        return Item(one[0].span.join(span), span.end, ONE, people=who)  # "one of the members"
    return Item(span, span.end, BY_NUMBER[who.number], people=who)


def _caused(scope: Scope, gap: Span) -> bool:
    """Whether a gap tells by what or by whom, so that the people behind it did it ("three by the bullets of gunmen")."""
    marks: tuple[Sequence[HasSpan], ...] = (scope.actions, scope.weapons, scope.cues_of("cause", "agent", "source"))
    return any(within(one, gap) for one in marks)


def _free(scope: Scope, start: int, end: int) -> bool:
    """Whether nothing that ends a phrase and no "and" stands in a gap."""
    gap = scope.between(start, end)
    return _JOIN.search(gap) is None and not any(sign in gap for sign in (*_ENDS, "\u060c", ","))


def _with_names(scope: Scope, item: Item) -> Item:
    """``item`` with the names of those it counts right behind it, as many as it counts."""
    if item.persons:
        return item
    persons: list[PersonMark] = []
    end, most = item.end, item.quantity.high or _MOST
    office = _in_office(item)
    for person in after(scope.persons, item.end, _OFFICE if office else _COMPLEMENT):
        gap, between = scope.between(end, person.span.start), within(scope.people, Span(end, person.span.start))
        spoken = any(cue.kind == "reporting" for cue in within(scope.cues, Span(end, person.span.start)))
        held = Span(end, person.span.start)
        first = not spoken and (_first_name(gap) or (office and _of_office(scope, held)) or _of_body(scope, item, held))
        named = first if not persons else bool(_JOIN.search(gap) or _COMMA.match(gap))
        if person.role == "kin_told" or len(persons) == most or not named or (between and not (office and not persons)):
            break
        persons.append(person)
        end = person.span.end
    return replace(item, end=end, persons=tuple(persons))


def _in_office(item: Item) -> bool:
    """Whether people are called by an office, whose body may stand between it and the name."""
    return item.people is not None and item.people.rule.endswith("#office-holder")


def _of_office(scope: Scope, gap: Span) -> bool:
    """Whether only the body of an office can stand in a gap between it and a name."""
    words = scope.between(*gap)
    walled = any(cue.kind in _WALLS for cue in within(scope.cues, gap))
    return not walled and not _JOIN.search(words) and not any(sign in words for sign in _ENDS)


def _of_body(scope: Scope, item: Item, gap: Span) -> bool:
    """Whether only "in" and a body stand between one known person and the name ("the clerk in the ministry NAME")."""
    one = item.people is not None and item.people.number == "singular" and item.number is None
    known = one and scope.chars.startswith(ARTICLE, item.span.start - len(ARTICLE))
    inside = [cue.span.start - gap.start for cue in within(scope.cues_of("preposition"), gap) if cue.value is None]
    led = known and inside[:1] == [1] and not within(scope.people, gap)
    return (
        led
        and _of_office(scope, gap)
        and not any(within(one, gap) for one in (scope.places, scope.harms, scope.actions))
    )


def _first_name(gap: str) -> bool:
    """Whether a name may stand behind the word for a person: at most two words between, no "and"."""
    inside = gap.strip(" \"\u00ab\u201c\u201d'(:.,\u060c\u061b")
    apart = (".", "\n", "\u061b") if inside else (".", "\n")
    return len(inside) <= _NEAR and _JOIN.search(gap) is None and not any(sign in gap for sign in apart)


def _joined(scope: Scope, last: Item) -> Item | None:
    """The next of the people that "and" (or the comma of a list of names) joins to the last."""
    following = _next(scope, last.end, min(last.end + _COMPLEMENT, scope.span.end))
    if following is None:
        return None
    start = following.span.start
    gap = scope.between(last.end, start)
    if last.number and not following.number and _known(following) and gap.endswith(ARTICLE):
        return None  # "eight of the forces and the gunmen": the eight are of both
    only_names = not (last.number or last.people or following.number or following.people)
    if only_names and _COMMA.match(gap):
        return following
    if not _JOIN.search(gap) or any(sign in gap for sign in _ENDS) or _walled(scope, Span(last.end, start)):
        return None
    return following


def _known(item: Item) -> bool:
    """Whether an item is a word for people in the plural, without a name."""
    return item.people is not None and item.people.number == "plural" and not item.persons


def _walled(scope: Scope, gap: Span) -> bool:
    """Whether a gap tells of something else: another harm or act, a place, a cause."""
    marks: tuple[Sequence[HasSpan], ...] = (scope.harms, scope.actions, scope.weapons)
    cued = bool(within(scope.cues_of(*_WALLS), gap))
    placed = any(mark.place.role in ("scene", "axis") for mark in within(scope.places, gap))
    return cued or placed or any(within(one, gap) for one in marks)


def _tail(scope: Scope, end: int) -> int:
    """Where what is told of the last person ends: past a bracket, and past those "among them"."""
    if _OPEN.match(scope.chars, end):
        close = scope.chars.find(")", end, end + _BRACKET)
        end = close + 1 if close >= 0 else end
    inside = among(scope, end)
    return max(end, inside.end) if inside else end


def _settled(items: list[Item]) -> Iterator[Item]:
    """The items, a bare plural before its names counted by them."""
    for item in items:
        if item.number is None and item.people and item.people.number == "plural" and len(item.persons) > 1:
            number = len(item.persons)
            yield replace(item, quantity=Quantity(number, number, number, "exact"))
        else:
            yield item
