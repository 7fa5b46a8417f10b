"""Judgements that outlive what they were made on."""

from dataclasses import replace

import pytest
from tests.record.builders import JULY_29, TAFAS, Desk, event_with, killed

from tawatur.model.case import CaseView, Record, Settings
from tawatur.model.claim import claim_id
from tawatur.model.judgement import Judgement
from tawatur.model.text import Span
from tawatur.record.judged.judging import make_judgement
from tawatur.record.judged.values import judged_claim
from tawatur.record.judged.verdicts import in_force, read_verdicts


@pytest.fixture
def desk() -> Desk:
    return Desk()


def view(desk: Desk) -> CaseView:
    record: Record = desk.record()
    claims = tuple(claim for held in desk.claims.values() for claim in held)
    return CaseView(Settings(), (), claims, (), record.events, (), judgements=tuple(desk.judgements))


def judged(desk: Desk, verdict: str, *about: str, field: str | None = None, value: str | None = None) -> Judgement:
    made = f"2022-01-0{len(desk.judgements) + 1}T00:00:00"
    found = make_judgement(view(desk), verdict, about, field=field, value=value, author="a", made=made, why="")
    desk.judgements.append(found)
    return found


def reread(desk: Desk, claim: str) -> str:
    """The claim's new id, its clause cut a little longer by another pack."""
    for held in desk.claims.values():
        for number, old in enumerate(held):
            if old.id == claim:
                clause = Span(old.clause.start, old.clause.end + 3)
                held[number] = replace(old, clause=clause, id=claim_id(old.report, "body", clause, old.type, None))
                return held[number].id
    raise AssertionError(claim)


def test_a_rejection_holds_when_another_pack_cuts_the_claim_otherwise(desk: Desk):
    claim = desk.claim(desk.report("a"))
    desk.claim(desk.report("b"))
    judged(desk, "reject", claim)
    new = reread(desk, claim)
    assert new != claim
    assert event_with(desk.events(), new).grade.name == "discounted"


def test_a_judgement_on_an_event_holds_when_the_event_gets_another_id(desk: Desk):
    first = desk.claim(desk.report("a"), counts=[killed(3)])
    judged(desk, "correct", desk.event().id, field="counts.killed", value="7")
    reread(desk, first)
    for ref in "bcdefgh":
        desk.claim(desk.report(ref), counts=[killed(3)])
    (count,) = desk.event().counts
    assert (count.low, count.policy) == (7, "judged")


def test_a_judgement_on_a_claim_that_no_pack_reads_any_more_does_nothing(desk: Desk):
    report = desk.report("a")
    claim = desk.claim(report, place=TAFAS)
    judged(desk, "reject", claim)
    desk.claims[report] = []
    desk.claim(desk.report("b"), place=TAFAS)
    assert desk.event().grade.name == "weak"


def test_undone_judgements_do_not_hold_and_undoing_the_undoing_restores_them(desk: Desk):
    claim = desk.claim(desk.report("a"))
    first = judged(desk, "reject", claim)
    second = judged(desk, "undo", first.id)
    assert in_force(desk.judgements) == (second,)
    third = judged(desk, "undo", second.id)
    assert in_force(desk.judgements) == (first, third)


def test_a_day_that_a_person_sets_on_a_claim_moves_it_to_the_event_of_that_day(desk: Desk):
    a, b = desk.claim(desk.report("a")), desk.claim(desk.report("b"), times=[])
    judged(desk, "correct", b, field="date", value="2021-07-20")
    events = desk.events()
    assert event_with(events, b).start is not None
    assert event_with(events, a).start == JULY_29 != event_with(events, b).start


@pytest.mark.parametrize(
    ("value", "bounds"),
    [("0", ("exact", 0, 0)), ("5", ("exact", 5, 5)), ("3..5", ("about", 3, 5)), ("3+", ("at_least", 3, None))],
)
def test_a_figure_that_a_person_set_says_how_it_is_bounded(desk: Desk, value: str, bounds: tuple[str, int, int | None]):
    claim = desk.claim(desk.report("a"), counts=[killed(9)])
    judgement = judged(desk, "correct", claim, field="counts[0]", value=value)
    (told,) = next(iter(desk.claims.values()))
    (count,) = judged_claim(told, read_verdicts([judgement], [told])).counts
    assert (count.qualifier, count.low, count.high) == bounds
