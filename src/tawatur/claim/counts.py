"""How many: the figures that stand with the words of harm."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tawatur.claim import counted
from tawatur.claim.counted import BY_NUMBER, ONE, among, number_before, object_stop, whole_word
from tawatur.claim.scope import Scope, after, before, within
from tawatur.claim.told import THEIRS, definite
from tawatur.model.count import Count, Quantity
from tawatur.model.mark import CueMark, HarmMark, NumberMark, PeopleMark, PersonMark
from tawatur.model.text import Span

_NEAR: Final = 14
_WHO: Final = 34
_TOUCH: Final = 3
_FAR: Final = 90
_AND: Final = "\u0648"
_DAMMA: Final = "\u064f"

Found = tuple[NumberMark | None, PeopleMark | None]


@dataclass(frozen=True, slots=True)
class Figure:
    """A count with the characters that say it and the rule that saw it."""

    count: Count
    span: Span
    rule: str
    people: PeopleMark | None
    parts: tuple[tuple[Span, str], ...] = ()


def find_figures(scope: Scope, harms: Sequence[HarmMark]) -> tuple[Figure, ...]:
    """The figures of one happening: one a word of harm, none where the word only points back to people already told of."""
    figures: list[Figure] = []
    for harm in harms:
        figure = None if _is_void(scope, harm) else _figure(scope, harm, figures)
        if figure:
            figures.extend((figure, *_civilian_part(scope, figure), *_versus(scope, figure)))
    return _running(scope, _of_wounds(scope, _distinct(figures)))


def _is_void(scope: Scope, harm: HarmMark) -> bool:
    """Whether a cue says that there was no such harm ("without injuries")."""
    near = within(scope.cues, Span(harm.span.start - _FAR, harm.span.end))
    return any(
        cue.kind in ("no_harm", "negation") and (harm.span.start - cue.span.end <= _NEAR or cue.span.meets(harm.span))
        for cue in near
    )


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


def _figure(scope: Scope, harm: HarmMark, earlier: Sequence[Figure]) -> Figure | None:
    """The figure of one word of harm; None where it gives none."""
    if harm.form == "people":
        return _of_people(scope, harm, earlier)
    found = _following(scope, harm) or _preceding(scope, harm)
    if found is None:
        return _of_named(scope, harm)
    number, people = found
    return _made(scope, harm, number, people, earlier)


def _following(scope: Scope, harm: HarmMark) -> Found | None:
    """The number and the word for people that stand after a word of harm, before any other."""
    at = _after_subject(scope, harm)
    reach = Span(at, object_stop(scope, at, past_nouns=harm.form == "verb"))
    number = next((one for one in within(scope.numbers, reach) if not _counts_things(scope, one)), None)
    who = next(iter(within(scope.people, reach)), None)
    if number and who and who.span.end <= number.span.start and who.number != "plural":
        number = None  # "a man and three others": the first is counted by its own word
    if number and who and who.span.start - number.span.end > _NEAR:
        who = None
    return (number, who) if number or who else None


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
    named = after(scope.persons, end, _TOUCH) if who is None or who.number != "singular" else ()
    return end if people or counted_ones or named else at


def _preceding(scope: Scope, harm: HarmMark) -> Found | None:
    """The subject of a verb of harm that stands before it ("two people died"), or whom its pronoun means ("their …")."""
    theirs = scope.chars.startswith(THEIRS, harm.span.end)
    if harm.form not in ("passive", "ambivalent") and not theirs:
        return None
    who = next(iter(before(scope.people, harm.span.start, _FAR if theirs else _NEAR)), None)
    if theirs and who and (ahead := before(scope.people, who.span.start, _NEAR)):
        who = ahead[0]  # "fighters and their families": the first are meant
    number = number_before(scope, who.span.start if who else harm.span.start)
    return (number, who) if who or number else None


def _of_people(scope: Scope, harm: HarmMark, earlier: Sequence[Figure]) -> Figure | None:
    """The figure of a word for the harmed themselves ("three wounded", "dead and wounded"). A definite one points back."""
    number = next((one for one in before(scope.numbers, harm.span.start, 3) if not _counts_things(scope, one)), None)
    number = number or _risen_to(scope, harm)
    if number is None and harm.number == "singular" and before(scope.people, harm.span.start, 2):
        return None
    if number is None and definite(scope, harm) and harm.harm not in ("casualties_unspecified",):
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


def _before_joint(scope: Scope, harm: HarmMark) -> Found | None:
    """The whole that a joint phrase divides ("fifteen civilians, dead and wounded")."""
    who = next(iter(before(scope.people, harm.span.start, _WHO)), None)
    number = number_before(scope, who.span.start if who else harm.span.start)
    return (number, who) if number or who else None


def _counts_things(scope: Scope, number: NumberMark) -> bool:
    """Whether a number counts munitions or vehicles, not people."""
    return bool(after(scope.weapons, number.span.end, 2))


def _of_named(scope: Scope, harm: HarmMark) -> Figure | None:
    """One victim, where a name stands instead of a number."""
    person = next(iter(after(scope.persons, harm.span.end, _NEAR)), None)
    if person is None:
        return None
    return Figure(_count(scope, harm, ONE, person.span, None, ()), person.span, harm.rule, None)


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
    count = _count(scope, harm, quantity, span, people, earlier)
    of, parts = counted.parts_of(scope, span, harm)
    return Figure(replace(count, of=of), span, (number or harm).rule, people, parts)


def _quantity(
    scope: Scope, number: NumberMark | None, people: PeopleMark | None, harm: HarmMark, span: Span
) -> Quantity | None:
    """What the words bound."""
    if number:
        return number.quantity
    shown = people.number if people else harm.number
    return counted.bounded(scope, BY_NUMBER[shown], span) if shown else None


def _count(
    scope: Scope, harm: HarmMark, quantity: Quantity, span: Span, people: PeopleMark | None, earlier: Sequence[Figure]
) -> Count:
    """The count with what it counts."""
    status, basis, party = counted.status_of(scope, span, people, harm, earlier[-1].count if earlier else None)
    updates = any(cue.kind == "update" and cue.span.start < span.start for cue in scope.cues)
    return Count(
        harm=harm.harm, low=quantity.low, high=quantity.high, best=quantity.best, qualifier=quantity.qualifier,
        said=scope.chars[span.start : span.end], civil_status=status, status_basis=basis, party=party,
        measure=people.measure if people else "persons", relation="updates" if updates else None,
    )  # fmt: skip


def _running(scope: Scope, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """``figures`` with those that are totals since some day marked: a cue marks the one figure beside it."""
    found = list(figures)
    for cue in scope.cues_of("running_total"):
        number = _beside(found, cue, forward_first=cue.value == "rises")
        if number is not None:
            found[number] = replace(found[number], count=replace(found[number].count, period="since"))
    return tuple(found)


def _beside(figures: Sequence[Figure], cue: CueMark, *, forward_first: bool) -> int | None:
    """The number of the figure nearest to a cue on the side where it is looked for first, else on the other."""
    ahead = [n for n, one in enumerate(figures) if 0 <= cue.span.start - one.span.end <= _FAR]
    behind = [
        n for n, one in enumerate(figures) if one.span.end > cue.span.start and one.span.start <= cue.span.end + _FAR
    ]
    if forward_first:
        return behind[0] if behind else None
    return ahead[-1] if ahead else (behind[0] if behind else None)


def _of_wounds(scope: Scope, figures: Sequence[Figure]) -> list[Figure]:
    """``figures`` with the dead who had been counted as wounded: the words stand beside one figure of the dead."""
    found = list(figures)
    for cue in scope.cues_of("of_wounds"):
        dead = [n for n, one in enumerate(found) if one.count.harm == "killed"]
        number = _beside([found[n] for n in dead], cue, forward_first=False)
        if number is not None:
            one = found[dead[number]]
            found[dead[number]] = replace(one, count=replace(one.count, transition="injured_to_killed"))
    return found


def _civilian_part(scope: Scope, whole: Figure) -> Iterator[Figure]:
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


def _versus(scope: Scope, one: Figure) -> Iterator[Figure]:
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


def find_victims(scope: Scope, harms: Sequence[HarmMark]) -> Iterator[tuple[PersonMark, HarmMark, PeopleMark | None]]:
    """Persons named right after a word of harm (or after the word for them), with that harm."""
    for harm in harms:
        at = harm.span.end
        for person in within(scope.persons, Span(at, object_stop(scope, at))):
            if person.role not in ("official",):
                yield person, harm, next(iter(before(scope.people, person.span.start, 3)), None)
