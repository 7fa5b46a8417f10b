from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.case_builder import C1, C2, C3, E1, E2, PAIR, R1, R3, TITLE, case

from tawatur.export.held import held_fields, is_field, supports
from tawatur.export.verify import verify_view
from tawatur.model.case import CaseView
from tawatur.model.claim import Attribution, Claim, Evidence, Speaker
from tawatur.model.event import Event
from tawatur.model.text import Report, Span, Text


def with_claim(claim: Claim) -> CaseView:
    view = case()
    return replace(view, claims=tuple(claim if old.id == claim.id else old for old in view.claims))


def with_event(event: Event) -> CaseView:
    view = case()
    return replace(view, events=tuple(event if set(event.claims) & set(old.claims) else old for old in view.events))


def with_report(report: Report) -> CaseView:
    view = case()
    return replace(
        view, reports=tuple(replace(old, report=report) if old.report.id == report.id else old for old in view.reports)
    )


def with_evidence(**fields: object) -> CaseView:
    first, *others = C1.evidence
    changed: Evidence = replace(first, **fields)  # type: ignore[arg-type]
    return with_claim(replace(C1, evidence=(changed, *others)))


def test_a_sound_case_has_no_failures():
    assert verify_view(case()) == ()


def test_a_claim_keeps_its_id_when_the_outlet_that_passed_it_on_is_known():
    chain = (Speaker("Al-Masar", None, "outlet"), *C1.attribution.chain)
    passed_on = (*C1.evidence, replace(C1.evidence[-1], field="chain[1]"))
    view = with_claim(replace(C1, attribution=Attribution(chain, "named"), evidence=passed_on))
    assert verify_view(view) == ()


BROKEN: dict[str, tuple[Callable[[], CaseView], str]] = {
    "a changed text": (
        lambda: with_report(replace(R3, text=Text(R3.text.sha256, R3.text.chars + " "))),
        f"report {R3.id}: its text no longer has the SHA-256 {R3.text.sha256}",
    ),
    "a changed title": (
        lambda: with_report(replace(R1, title=Text("0" * 64, TITLE))),
        f"report {R1.id}: its title no longer has the SHA-256 {'0' * 64}",
    ),
    "another outlet": (
        lambda: with_report(replace(R3, outlet="other")),
        f"report {R3.id}: its ref, outlet, URL and text give the id rep-",
    ),
    "one ref twice": (
        lambda: replace(case(), reports=(*case().reports, replace(case().reports[0]))),
        "001 is the ref of a report 2 times, but must be unique",
    ),
    "another type": (
        lambda: with_claim(replace(C1, type="attack")),
        f"claim {C1.id}: its report, clause, type and origin give the id clm-",
    ),
    "another speaker": (
        lambda: with_claim(replace(C1, attribution=Attribution())),
        f"claim {C1.id}: its report, clause, type and origin give the id clm-",
    ),
    "a report that is gone": (
        lambda: replace(case(), reports=case().reports[:2]),
        f"claim {C3.id}: its report {R3.id} is not in the case",
    ),
    "a clause that does not fit": (
        lambda: with_claim(replace(C3, clause=Span(0, 9999))),
        f"claim {C3.id}: its clause 0-9999 does not fit a text of",
    ),
    "a clause in a missing title": (
        lambda: with_claim(replace(C3, where="title")),
        f"claim {C3.id}: its clause stands in the title, which its report lacks",
    ),
    "an offset moved by one": (
        lambda: with_evidence(span=Span(C1.evidence[0].span.start - 1, C1.evidence[0].span.end - 1)),
        f"claim {C1.id}: the evidence of type at ",
    ),
    "an offset outside": (
        lambda: with_evidence(span=Span(5, 9999)),
        f"claim {C1.id}: the evidence of type at 5-9999 does not fit a text of",
    ),
    "a quote in the wrong text": (
        lambda: with_evidence(where="title", span=Span(0, 4)),
        f"claim {C1.id}: the evidence of type at 0-4 quotes",
    ),
    "a place that is no text": (
        lambda: with_evidence(where="caption"),
        f"claim {C1.id}: the evidence of type stands in the caption, which its report lacks",
    ),
    "a field that is none": (
        lambda: with_evidence(field="colour"),
        f"claim {C1.id}: the evidence of colour names a field that the claim does not hold",
    ),
    "an item that is not there": (
        lambda: with_evidence(field="counts[1]"),
        f"claim {C1.id}: the evidence of counts[1] names a field that the claim does not hold",
    ),
    "a count without evidence": (
        lambda: with_claim(replace(C1, counts=C1.counts * 2)),
        f"claim {C1.id}: counts[1] holds a value without evidence",
    ),
    "a status without evidence": (
        lambda: with_claim(replace(C1, status="denied")),
        f"claim {C1.id}: status holds a value without evidence",
    ),
    "a claim in no event": (
        lambda: replace(case(), events=(E1,)),
        f"claim {C3.id}: stands in 0 events, but must stand in exactly one",
    ),
    "a claim in two events": (
        lambda: with_event(replace(E2, claims=(*E2.claims, C1.id))),
        f"claim {C1.id}: stands in 2 events, but must stand in exactly one",
    ),
    "an event with a claim that is gone": (
        lambda: replace(case(), claims=tuple(claim for claim in case().claims if claim.id != C2.id)),
        f"claim {C2.id}: stands in an event, but not in the case",
    ),
    "an event's id": (
        lambda: with_event(replace(E1, id="evt-0000000000000000")),
        "event evt-0000000000000000: its claims give the id evt-",
    ),
    "an event without claims": (
        lambda: replace(case(), events=(*case().events, replace(E1, id="evt-1", claims=()))),
        "event evt-1: has no claims",
    ),
    "an event's reports": (
        lambda: with_event(replace(E1, reports=E1.reports[:1])),
        f"event {E1.id}: its claims stand in the reports ",
    ),
    "a dispute about other claims": (
        lambda: with_event(replace(E1, disputes=(replace(E1.disputes[0], claims=(C3.id,)),))),
        f"event {E1.id}: its dispute status_contested rests on {C3.id}, which is not among its claims",
    ),
    "a figure that nobody said": (
        lambda: with_event(replace(E1, counts=(replace(E1.counts[0], claims=()),))),
        f"event {E1.id}: its count of killed rests on no claim",
    ),
    "a part that is gone": (
        lambda: with_event(replace(E1, within="evt-x")),
        f"event {E1.id}: points at evt-x, which is not in the case",
    ),
    "a passage that does not fit": (
        lambda: replace(case(), copies=(replace(PAIR, passages=((0, 5, 3, 9999),)),)),
        f"copies {PAIR.a} and {PAIR.b}: the passage 3-9999 does not fit the text of {PAIR.b}",
    ),
    "a copy of nothing": (
        lambda: replace(case(), copies=(replace(PAIR, b="rep-x"),)),
        f"copies {PAIR.a} and rep-x: one of the two is not in the case",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_named(name: str):
    make, sentence = BROKEN[name]
    failures = verify_view(make())
    assert [failure for failure in failures if failure.startswith(sentence)], failures


def test_a_plain_claim_needs_evidence_of_what_it_holds_and_no_more():
    assert held_fields(C3) == (
        "type", "places[0]", "counts[0]", "victims[0]", "victims[1]", "terms[0]", "chain[0]",
    )  # fmt: skip


def test_an_interest_and_an_unattributed_voice_need_evidence():
    claim = replace(C2, attribution=Attribution((), "unattributed", "own_loss"))
    assert held_fields(claim)[-2:] == ("attribution", "interest")


def test_evidence_of_a_part_or_of_the_whole_list_speaks_for_an_item():
    assert supports("counts[0].low", "counts[0]")
    assert supports("counts", "counts[0]")
    assert not supports("counts[1]", "counts[0]")
    assert not supports("counts[0]x", "counts[0]")


def test_a_field_is_known_by_its_name_and_number():
    assert is_field("counts[0].low", C1)
    assert is_field("date.start", C1)
    assert not is_field("counts[x]", C1)
