"""How many: the figures that stand with the words of harm, and what they count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tawatur.claim.scope import Scope, after, before, within
from tawatur.claim.told import definite
from tawatur.model.count import Count, Quantity
from tawatur.model.mark import HarmMark, NumberMark, PartyMark, PeopleMark, PersonMark
from tawatur.model.text import Span

ONE: Final = Quantity(1, 1, 1, "exact")
TWO: Final = Quantity(2, 2, 2, "exact")
MANY: Final = Quantity(2, None, None, "plural_unstated")
BY_NUMBER: Final = {"singular": ONE, "dual": TWO, "plural": MANY}
OTHERS: Final = "others"
PARTS: Final = ("women", "children", "men", "medics", "journalists", "aid_workers")

_REACH: Final = 45
_NEAR: Final = 14
_WHO: Final = 34
_PARTS_REACH: Final = 90
_HARD_STOPS: Final = (".", "\u061f", "!", "\u061b", "\n")


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
        if _is_void(scope, harm):
            continue
        figure = _figure(scope, harm, figures)
        if figure:
            figures.extend((figure, *_civilian_part(scope, figure), *_versus(scope, figure)))
    return tuple(_distinct(figures))


def _is_void(scope: Scope, harm: HarmMark) -> bool:
    """Whether a cue says that there was no such harm ("without injuries")."""
    return any(cue.kind in ("no_harm", "negation") for cue in before(scope.cues, harm.span.start, _NEAR))


def _distinct(figures: Sequence[Figure]) -> Iterator[Figure]:
    """Each figure once: two words for one harm ("fell dead") over the same characters say it once."""
    seen: set[tuple[str, Span]] = set()
    for figure in figures:
        key = (figure.count.harm, figure.span)
        if key not in seen:
            seen.add(key)
            yield figure


def _figure(scope: Scope, harm: HarmMark, earlier: Sequence[Figure]) -> Figure | None:
    """The figure of one word of harm; None where it gives none."""
    if harm.form == "people":
        return _of_people(scope, harm, earlier)
    found = _following(scope, harm.span.end) or _preceding(scope, harm)
    if found is None:
        return _of_named(scope, harm)
    number, people = found
    return _made(scope, harm, number, people, earlier)


def _following(scope: Scope, at: int) -> tuple[NumberMark | None, PeopleMark | None] | None:
    """The number and the word for people that stand after ``at``, before any other harm."""
    end = _stop(scope, at)
    numbers = [one for one in within(scope.numbers, Span(at, end)) if not _counts_things(scope, one)]
    people = within(scope.people, Span(at, end))
    number = numbers[0] if numbers else None
    who = people[0] if people else None
    if number and who and who.span.end <= number.span.start and who.number != "plural":
        number = None  # "a man and three others": the first is counted by its own word
    if number and who and who.span.start - number.span.end > _NEAR:
        who = None
    return (number, who) if number or who else None


def _stop(scope: Scope, at: int) -> int:
    """How far the object of a harm can stand: to the next harm or action, a full stop, or the reach."""
    end = at + _REACH
    marks = [mark.span.start for kind in (scope.harms, scope.actions) for mark in within(kind, Span(at + 1, end))]
    cues = [
        cue.span.start for cue in within(scope.cues, Span(at, end)) if cue.kind in ("cause", "agent", "among", "source")
    ]
    stops = [place for sign in _HARD_STOPS if (place := scope.chars.find(sign, at, end)) >= 0]
    return min([end, scope.span.end, *marks, *cues, *stops])


def _preceding(scope: Scope, harm: HarmMark) -> tuple[NumberMark | None, PeopleMark | None] | None:
    """The subject of a verb of harm that stands before it ("two people died")."""
    if harm.form not in ("passive", "ambivalent"):
        return None
    who = next(iter(before(scope.people, harm.span.start, _NEAR)), None)
    number = next(iter(before(scope.numbers, who.span.start if who else harm.span.start, 3)), None)
    if who is None and number is None:
        return None
    return number, who


def _of_people(scope: Scope, harm: HarmMark, earlier: Sequence[Figure]) -> Figure | None:
    """The figure of a word for the harmed themselves ("three wounded", "dead and wounded"). A definite one points back."""
    numbers = [one for one in before(scope.numbers, harm.span.start, 3) if not _counts_things(scope, one)]
    number = numbers[0] if numbers else None
    if number is None:
        people = before(scope.people, harm.span.start, 2)
        if people and harm.number == "singular":
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


def _before_joint(scope: Scope, harm: HarmMark) -> tuple[NumberMark | None, PeopleMark | None] | None:
    """The whole that a joint phrase divides ("fifteen civilians, dead and wounded")."""
    who = next(iter(before(scope.people, harm.span.start, _WHO)), None)
    at = who.span.start if who else harm.span.start
    number = next(iter(before(scope.numbers, at, 3)), None)
    return (number, who) if number or who else None


def _counts_things(scope: Scope, number: NumberMark) -> bool:
    """Whether a number counts munitions or vehicles, not people."""
    return bool(after(scope.weapons, number.span.end, 2))


def _of_named(scope: Scope, harm: HarmMark) -> Figure | None:
    """One victim, where a name stands instead of a number."""
    person = next(iter(after(scope.persons, harm.span.end, _NEAR)), None)
    if person is None:
        return None
    count = _count(scope, harm, ONE, person.span, None, ())
    return Figure(count, person.span, harm.rule, None)


def _made(
    scope: Scope, harm: HarmMark, number: NumberMark | None, people: PeopleMark | None, earlier: Sequence[Figure]
) -> Figure | None:
    """The figure of a number, of a word for people, or of both."""
    quantity = _quantity(number, people, harm)
    if quantity is None:
        return None
    spans = [mark.span for mark in (number, people) if mark] or [harm.span]
    if harm.form == "people" and number:
        spans.append(harm.span)
    span = Span(min(one.start for one in spans), max(one.end for one in spans))
    count = _count(scope, harm, quantity, span, people, earlier)
    of, parts = _parts(scope, span, harm)
    return Figure(replace(count, of=of), span, (number or harm).rule, people, parts)


def _quantity(number: NumberMark | None, people: PeopleMark | None, harm: HarmMark) -> Quantity | None:
    """What the words bound."""
    if number:
        return number.quantity
    shown = people.number if people else harm.number
    return BY_NUMBER[shown] if shown else None


def _count(
    scope: Scope, harm: HarmMark, quantity: Quantity, span: Span, people: PeopleMark | None, earlier: Sequence[Figure]
) -> Count:
    """The count with what it counts."""
    status, basis, party = _status(scope, span, people, harm, earlier)
    cues = {cue.kind for cue in scope.cues}
    return Count(
        harm=harm.harm,
        low=quantity.low,
        high=quantity.high,
        best=quantity.best,
        qualifier=quantity.qualifier,
        said=scope.chars[span.start : span.end],
        civil_status=status,
        status_basis=basis,
        party=party,
        period="since" if _is_running(scope, span) else "incident",
        measure=people.measure if people else "persons",
        relation="updates" if "update" in cues else None,
        transition="injured_to_killed" if harm.harm == "killed" and "of_wounds" in cues else None,
    )


def _is_running(scope: Scope, span: Span) -> bool:
    """Whether a figure is a total since some day, not of this happening."""
    return any(
        cue.kind == "running_total"
        for cue in within(scope.cues, Span(span.start - _PARTS_REACH, span.end + _PARTS_REACH))
    )


def _status(
    scope: Scope, span: Span, people: PeopleMark | None, harm: HarmMark, earlier: Sequence[Figure]
) -> tuple[str, str | None, str | None]:
    """Civil status, its basis, and whose fighters they are."""
    behind = max(span.end, harm.span.end)
    end = min(behind + _WHO, _stop(scope, behind + 1))
    party = next((mark for mark in within(scope.parties, Span(span.end, end)) if _owns(mark)), None)
    if people and people.rule.endswith(f"#{OTHERS}") and earlier and not party:
        last = earlier[-1].count
        return last.civil_status, last.status_basis, last.party
    if people and people.civil_status == "civilian":
        return "civilian", "stated", None
    if party and party.group == "civilians":
        return "civilian", "stated", None
    if party and (people is None or people.civil_status in ("combatant", "unknown")):
        return "combatant", "stated", party.party.id
    if people and people.civil_status == "combatant":
        return "combatant", "stated", party.party.id if party else None
    return "unknown", None, None


def _owns(mark: PartyMark) -> bool:
    """Whether people can be "of" this party."""
    return mark.group in ("party", "fighters", "civilians")


def _parts(
    scope: Scope, span: Span, harm: HarmMark
) -> tuple[tuple[tuple[str, int], ...], tuple[tuple[Span, str], ...]]:
    """Women, children and others inside the whole, with where each is said."""
    reach = _among(scope, max(span.end, harm.span.end))
    if reach is None:
        return (), ()
    parts: dict[str, int] = {}
    spans: list[tuple[Span, str]] = []
    for people in within(scope.people, reach):
        if people.sex_age not in PARTS:
            continue
        number = next(iter(before(scope.numbers, people.span.start, 3)), None)
        quantity = number.quantity if number else BY_NUMBER[people.number]
        if number is None and people.number == "plural":
            continue
        parts[people.sex_age] = parts.get(people.sex_age, 0) + quantity.low
        spans.append((people.span, people.rule))
    return tuple(sorted(parts.items())), tuple(spans)


def _among(scope: Scope, at: int) -> Span | None:
    """The stretch after "among them" behind a figure, up to the next harm or full stop; None where no such word follows."""
    cue = next((cue for cue in after(scope.cues, at, _WHO) if cue.kind == "among"), None)
    if cue is None:
        return None
    end = cue.span.end + _PARTS_REACH
    harms = [mark.span.start for mark in within(scope.harms, Span(cue.span.end, end))]
    stops = [place for sign in _HARD_STOPS if (place := scope.chars.find(sign, cue.span.end, end)) >= 0]
    return Span(cue.span.end, min([end, scope.span.end, *harms, *stops]))


def _civilian_part(scope: Scope, whole: Figure) -> Iterator[Figure]:
    """The civilians inside a whole of unknown status ("23 people, eight civilians among them") as a part of its own."""
    if whole.count.civil_status != "unknown":
        return
    reach = _among(scope, whole.span.end)
    if reach is None:
        return
    for people in within(scope.people, reach):
        if people.civil_status != "civilian" or people.sex_age is not None:
            continue
        number = next(iter(before(scope.numbers, people.span.start, 3)), None)
        quantity = number.quantity if number else BY_NUMBER[people.number]
        span = number.span.join(people.span) if number else people.span
        count = replace(
            whole.count,
            low=quantity.low, high=quantity.high, best=quantity.best, qualifier=quantity.qualifier, said=scope.chars[span.start : span.end],
            civil_status="civilian", status_basis="stated", party=None, scope="part", of=(),
        )  # fmt: skip
        yield Figure(count, span, people.rule, people)
        return


def _versus(scope: Scope, one: Figure) -> Iterator[Figure]:
    """The other side's figure of the same harm ("eight soldiers were killed, against five fighters")."""
    cue = next((cue for cue in after(scope.cues, one.span.end, _PARTS_REACH) if cue.kind == "versus"), None)
    number = next(iter(after(scope.numbers, cue.span.end, 3)), None) if cue else None
    if number is None or any(one.span.end <= harm.span.start < number.span.start for harm in scope.harms):
        return
    party = next(iter(after(scope.parties, number.span.end, _NEAR)), None)
    people = next(iter(after(scope.people, number.span.end, _NEAR)), None)
    if party is None and people is None:
        return
    span = number.span.join((party or people or number).span)
    quantity = number.quantity
    fighters = party is not None and party.group in ("party", "fighters")
    status = "combatant" if fighters else (people.civil_status if people else "unknown")
    count = replace(
        one.count, low=quantity.low, high=quantity.high, best=quantity.best, qualifier=quantity.qualifier,
        said=scope.chars[span.start : span.end], civil_status=status, status_basis="stated" if status != "unknown" else None,
        party=party.party.id if party and fighters else None, of=(),
    )  # fmt: skip
    yield Figure(count, span, number.rule, people)


def find_victims(scope: Scope, harms: Sequence[HarmMark]) -> Iterator[tuple[PersonMark, HarmMark, PeopleMark | None]]:
    """Persons named right after a word of harm (or after the word for them), with that harm."""
    for harm in harms:
        end = _stop(scope, harm.span.end)
        for person in within(scope.persons, Span(harm.span.end, end)):
            if person.role in ("official",):
                continue
            who = next(iter(before(scope.people, person.span.start, 3)), None)
            yield person, harm, who
