"""Whom a word of harm tells of: its object, its subject, or whom its pronoun means."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tawatur.claim.acts.told import THEIRS
from tawatur.claim.harm.counted import HARD_STOPS, ONE, TWO, number_before, object_stop
from tawatur.claim.harm.groups import Group, Item, group_from, groups_until
from tawatur.claim.scope import HasSpan, Scope, after, before, within
from tawatur.lang.forms import ARTICLE, LAM_LAM
from tawatur.model.mark import HarmMark
from tawatur.model.text import Span

_NEAR: Final = 14
_TOUCH: Final = 3
_FAR: Final = 90
_TO_NAME: Final = 24
_AND: Final = "\u0648"
_DAMMA: Final = "\u064f"
_DESCRIPTION: Final = 60
_DESCRIBED: Final = re.compile(
    " (?:[\u0621-\u064a]+\u0648\u0646 )?\u064a[\u0621-\u064a]{2,12}\u0648\u0646(?![\u0621-\u064a])"
)
"""A verb of the present in the plural right behind a noun, or behind its adjective: it describes the noun."""
_ELSE: Final = ("cause", "agent", "among", "source", "reporting", "boundary", "apposition")
_HIM: Final = re.compile("(?:\u0647|\u0647\u0627)(?![\u0621-\u064a])")
_PLURAL_VERB: Final = re.compile(
    "(?:\u0648[\u064b-\u0652]*\u0627|[\u0621-\u064a]\u0627|\u0648\u0627? [\u0621-\u064a]+\u0647\u0645)$"
)
"""The ending of a verb in the plural or dual, which agrees with the subject before it."""
_DUAL_VERB: Final = re.compile("[\u0621-\u0647\u064a][\u064b-\u0652]*\u0627(?: [\u0621-\u064a]+\u0647\u0645\u0627)?$")
_EITHER_NUMBER: Final = re.compile("\u064a[\u064b-\u0652]*\u0646[\u064b-\u0652]*$")
"""The ending of a noun that is written alike in the dual and the plural."""


def harmed_by(scope: Scope, harm: HarmMark) -> Group | None:
    """The people whom a word of harm tells of: its subject where the verb agrees with one, its object, else its subject."""
    if agrees(scope, harm):
        return _counted_behind(scope, harm) or _subject(scope, harm) or _object(scope, harm)
    return _object(scope, harm) or _theirs(scope, harm) or _named_before(scope, harm)


def _counted_behind(scope: Scope, harm: HarmMark) -> Group | None:
    """The people with a number right behind a verb in the plural whose subject are fighters ("gunmen executed ten men")."""
    near = [mark for mark in before(scope.parties, harm.span.start, _FAR) if mark.group in ("fighters", "party")]
    number = next(iter(after(scope.numbers, harm.span.end, _NEAR)), None) if near else None
    people = after(scope.people, number.span.end, _TOUCH) if number else ()
    if near and _known_number(scope, harm.span.end):
        return _object(scope, harm)
    parted = number and within(scope.cues, Span(harm.span.end, number.span.start))
    counted_before = near and number_before(scope, near[0].span.start)
    return _object(scope, harm) if people and not parted and not counted_before else None


def _known_number(scope: Scope, at: int) -> bool:
    """Whether a singular or a dual stands right behind a verb in the plural: these are no subject of it."""
    return any(one.number in ("singular", "dual") for one in after(scope.people, at, _TOUCH))


def agrees(scope: Scope, harm: HarmMark) -> bool:
    """Whether a word of harm is a verb in the plural or dual: its subject stands before it."""
    verb = harm.form in ("passive", "ambivalent")
    words = scope.chars[harm.span.start : harm.span.end]
    return verb and bool(_PLURAL_VERB.search(words) or _DUAL_VERB.search(words))


def _object(scope: Scope, harm: HarmMark) -> Group | None:
    """The people behind a word of harm, before any other; a known plural without a number is nobody's toll."""
    at = _after_subject(scope, harm)
    stop = object_stop(scope, at, past_nouns=harm.form == "verb")
    group = group_from(scope, at, stop)
    if group and group.items[0].number is None and group.items[0].persons and not group.items[0].people:
        near = group.items[0].span.start - at <= _TO_NAME
        return group if near else None
    return None if group and _generic(scope, group) else group


def _generic(scope: Scope, group: Group) -> bool:
    """Whether people are only known ones in general ("the children", "the residents"), neither counted nor named."""
    first = group.items[0]
    unnamed = first.number is None and not first.persons and first.quantity.high is None
    bare = unnamed and first.people is not None and first.people.number == "plural"
    return bare and scope.chars[max(0, first.span.start - 2) : first.span.start] in (ARTICLE, LAM_LAM)


def _subject(scope: Scope, harm: HarmMark) -> Group | None:
    """The people before a verb in the plural or dual, which always follows its subject ("two women were killed")."""
    for group in reversed(list(groups_until(scope, scope.span.start, harm.span.start))):
        if _unnumbered(group) and _of(scope, group):
            continue  # "two of the residents": these tell whence the two are
        group = _paired(scope, group, harm)
        gap = Span(group.end, harm.span.start)
        apart = bool(within(scope.cues_of("that", "reporting"), gap))
        near = gap.end - gap.start <= _FAR and not apart and not within(scope.harms, gap)
        return group if near and not _generic(scope, group) else None
    return None


def _paired(scope: Scope, group: Group, harm: HarmMark) -> Group:
    """``group`` as two people, where its word may be dual or plural and the verb behind it is dual."""
    first = group.items[0]
    verb, noun = (scope.chars[span.start : span.end] for span in (harm.span, first.span))
    alike = _plain(group) and not first.persons and _EITHER_NUMBER.search(noun)
    if not alike or not _DUAL_VERB.search(verb):
        return group
    return replace(group, items=(replace(first, quantity=TWO),))


def _of(scope: Scope, group: Group) -> bool:
    """Whether "from" leads to people."""
    cues = before(scope.cues, group.items[0].span.start, _TOUCH)
    return any((cue.kind, cue.value) == ("preposition", "from") for cue in cues)


def _plain(group: Group) -> bool:
    """Whether a group is only a bare plural ("residents"), which tells whence others are rather than how many."""
    first = group.items[0]
    return len(group.items) == 1 and first.number is None and bool(first.people and first.people.number == "plural")


def _unnumbered(group: Group) -> bool:
    """Whether a group is one word for people without a number or a name ("a family", "residents")."""
    first = group.items[0]
    return len(group.items) == 1 and first.number is None and not first.persons


def _named_before(scope: Scope, harm: HarmMark) -> Group | None:
    """A person named right before a verb of harm ("NAME, who was killed")."""
    if harm.form not in ("passive", "ambivalent") or (joined_on(scope, harm) and not means_one(scope, harm)):
        return None
    person = next((one for one in before(scope.persons, harm.span.start, _TO_NAME) if one.role != "official"), None)
    if person is None:
        return None
    return Group((Item(person.span, person.span.end, ONE, persons=(person,)),), person.span.end)


def means_one(scope: Scope, harm: HarmMark) -> bool:
    """Whether a verb of harm has the pronoun of one person written on to it ("shot at NAME and killed him")."""
    return _HIM.match(scope.chars, harm.span.end) is not None


def _after_subject(scope: Scope, harm: HarmMark) -> int:
    """Where the object of a word of harm may begin: after its subject, where one with an object behind it stands there."""
    at = harm.span.end
    if harm.form != "ambivalent" or _DAMMA in scope.chars[harm.span.start : harm.span.start + 3]:
        return at
    who = next((mark for mark in after(scope.people, at, _TOUCH) if mark.civil_status == "combatant"), None)
    side = next((mark for mark in after(scope.parties, at, _TOUCH) if mark.group in ("fighters", "party")), None)
    end = max(mark.span.end for mark in (who, side) if mark) if who or side else at
    if end == at or scope.between(end, end + _TOUCH).lstrip().startswith(_AND):
        return at
    people = after(scope.people, end, _TOUCH)
    counted_ones = [one for one in after(scope.numbers, end, _TOUCH) if after(scope.people, one.span.end, _TOUCH)]
    named = after(scope.persons, end, _NEAR) if who is None or who.number != "singular" else ()
    described = _behind_description(scope, end)
    if described is not None:
        return described
    return end if people or counted_ones or named or _object_apart(scope, end) else at


def _object_apart(scope: Scope, at: int) -> bool:
    """Whether somebody called by a singular or a dual stands behind a time said at ``at`` ("gunmen killed on Monday a man")."""
    time = next(iter(after(scope.times, at, _TOUCH)), None)
    if time is None:
        return False
    people = [one for one in after(scope.people, time.span.end, _TOUCH + len(ARTICLE)) if one.number != "plural"]
    return bool(people or after(scope.persons, time.span.end, _NEAR))


def _behind_description(scope: Scope, at: int) -> int | None:
    """Where one or two people stand behind a clause that describes a subject ("gunmen riding a motorbike killed the
    clerk NAME"); None where nothing describes it, or where something else is told before them."""
    told = _DESCRIBED.match(scope.chars, at)
    who = next(iter(after(scope.people, told.end(), _DESCRIPTION)), None) if told else None
    if told is None or who is None or who.number == "plural":
        return None
    gap = Span(told.end(), who.span.start)
    marks: tuple[Sequence[HasSpan], ...] = (scope.harms, scope.actions, scope.numbers, scope.persons)
    told_of = any(within(one, gap) for one in marks) or within(scope.cues_of(*_ELSE), gap)
    ended = any(sign in scope.between(*gap) for sign in HARD_STOPS)
    alone = scope.chars.startswith(ARTICLE, gap.end - len(ARTICLE)) or after(scope.persons, who.span.end, _NEAR)
    return gap.end if alone and not told_of and not ended else None


def _theirs(scope: Scope, harm: HarmMark) -> Group | None:
    """The subject of a verb of harm that stands before it ("two people died"), or whom its pronoun means ("their …")."""
    theirs = scope.chars.startswith(THEIRS, harm.span.end)
    if not theirs and joined_on(scope, harm):
        return None
    if harm.form not in ("passive", "ambivalent") and not theirs:
        return None
    who = next(iter(before(scope.people, harm.span.start, _FAR if theirs else _NEAR)), None)
    if theirs and who and (ahead := before(scope.people, who.span.start, _NEAR)):
        who = ahead[0]  # "fighters and their families": the first are meant
    number = number_before(scope, who.span.start if who else harm.span.start)
    first = number or who
    return group_from(scope, first.span.start, first.span.end) if first else None


def joined_on(scope: Scope, harm: HarmMark) -> bool:
    """Whether "and" opens a clause with a word of harm: what stands before it belongs to another."""
    return scope.chars[max(0, harm.span.start - 2) : harm.span.start] in (f" {_AND}", f"\n{_AND}")
