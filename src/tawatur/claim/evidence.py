"""The characters behind each field of a claim. A field that holds a value has at least one entry."""

from collections.abc import Iterator, Sequence

from tawatur.claim.acts.frames import Frame
from tawatur.claim.acts.status import Told
from tawatur.claim.acts.terms import TermSaid
from tawatur.claim.harm.figure import Figure
from tawatur.claim.harm.victims import Named
from tawatur.claim.speaking.said import Said
from tawatur.claim.who.roles import Role
from tawatur.model.claim import Evidence
from tawatur.model.mark import ActionMark, PlaceMark, TimeMark, WeaponMark
from tawatur.model.text import Span


def entry(chars: str, field: str, span: Span, rule: str, where: str) -> Evidence:
    """One entry: the quote is the characters of the span."""
    return Evidence(field, span, chars[span.start : span.end], rule, where)


def inferred(chars: str, field: str, at: Span, source: Span | None, rule: str, where: str) -> Evidence:
    """An entry of an inferred value: it stands at the claim's own words and names the mark it was inferred from."""
    named = rule if source is None else f"{rule}@{source.start}-{source.end}"
    return entry(chars, field, at, named, where)


def of_trigger(chars: str, frame: Frame, where: str) -> Iterator[Evidence]:
    """The words that make the type, the act and the phase."""
    for mark in (frame.trigger, *frame.others):
        yield entry(chars, "type", mark.span, mark.rule, where)
    if frame.act:
        yield entry(chars, "act", frame.trigger.span, frame.trigger.rule, where)
    phased = next((m for m in (frame.trigger, *frame.others) if isinstance(m, ActionMark) and m.phase), None)
    if phased:
        yield entry(chars, "phase", phased.span, phased.rule, where)


def of_pact(chars: str, pact: ActionMark | None, where: str) -> Iterator[Evidence]:
    """The word for the pact that is broken or falls apart, which makes the type with the word for that."""
    if pact:
        yield entry(chars, "type", pact.span, pact.rule, where)


def of_told(chars: str, frame: Frame, told: Told, where: str) -> Iterator[Evidence]:
    """Status and stance: the cue where one stands, else the trigger, plainly told."""
    cues = dict(told.cues)
    for field in ("status", "stance"):
        cue = cues.get(field)
        yield entry(
            chars, field, cue.span if cue else frame.trigger.span, cue.rule if cue else "claim#plainly-told", where
        )


def of_roles(chars: str, field: str, roles: Sequence[Role], at: Span, where: str) -> Iterator[Evidence]:
    """Actors, targets or sponsors, those carried from before named by where they stand."""
    for number, role in enumerate(roles):
        if role.party.basis == "carried":
            yield inferred(chars, f"{field}[{number}]", at, role.span, role.rule, where)
        else:
            yield entry(chars, f"{field}[{number}]", role.span, role.rule, where)


def of_places(chars: str, places: Sequence[PlaceMark], clause: Span, at: Span, where: str) -> Iterator[Evidence]:
    """Places said in the clause as they stand, others as inferred."""
    for number, mark in enumerate(places):
        if clause.covers(mark.span):
            yield entry(chars, f"places[{number}]", mark.span, mark.rule, where)
        else:
            yield inferred(chars, f"places[{number}]", at, mark.span, "claim#place-carried", where)


def of_figures(chars: str, figures: Sequence[Figure], where: str) -> Iterator[Evidence]:
    """Counts with the words for their parts."""
    for number, figure in enumerate(figures):
        yield entry(chars, f"counts[{number}]", figure.span, figure.rule, where)
        for span, rule in figure.parts:
            yield entry(chars, f"counts[{number}].of", span, rule, where)


def of_victims(chars: str, victims: Sequence[Named], where: str) -> Iterator[Evidence]:
    """Names of victims, and where they are from."""
    for number, one in enumerate(victims):
        yield entry(chars, f"victims[{number}]", one.person.span, one.person.rule, where)
        if one.home:
            yield entry(chars, f"victims[{number}].home", one.home.span, one.home.rule, where)


def of_weapons(chars: str, weapons: Sequence[WeaponMark], where: str) -> Iterator[Evidence]:
    """Weapons."""
    for number, weapon in enumerate(weapons):
        yield entry(chars, f"weapons[{number}]", weapon.span, weapon.rule, where)


def of_terms(chars: str, terms: Sequence[TermSaid], where: str) -> Iterator[Evidence]:
    """The terms of a pact or demand."""
    for number, one in enumerate(terms):
        yield entry(chars, f"terms[{number}]", one.span, one.rule, where)


def of_date(chars: str, times: Sequence[TimeMark], at: Span, where: str) -> Iterator[Evidence]:
    """The times as written, or the trigger where the day is that of the report."""
    for mark in times:
        yield entry(chars, "date", mark.span, mark.rule, where)
    if not times:
        yield inferred(chars, "date", at, None, "claim#day-of-the-report", where)


def of_speaker(chars: str, said: Said, sentence: Span, at: Span, where: str) -> Iterator[Evidence]:
    """The word of saying and the names of the chain, or the trigger where the outlet speaks in its own voice.

    What stands in an earlier sentence is inferred where this one goes on with it: at its word of saying, else ``at``.
    """
    here = said.cue is not None and sentence.covers(said.cue[0])
    shown = said.cue[0] if said.cue and here else at
    rule = said.cue[1] if said.cue and here else "claim#speaker-carried" if said.cue else "claim#own-voice"
    yield entry(chars, "attribution", shown, rule, where)
    if said.attribution.interest:
        yield entry(chars, "interest", at, f"claim#{said.attribution.interest.replace('_', '-')}", where)
    for number, (span, seen_by) in enumerate(said.links):
        if sentence.covers(span):
            yield entry(chars, f"chain[{number}]", span, seen_by, where)
        else:
            yield inferred(chars, f"chain[{number}]", shown, span, "claim#speaker-carried", where)
