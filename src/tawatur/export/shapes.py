"""The model as lines of JSON (docs/formats.md): one function a kind of line. Unknown is null and never absent."""

from tawatur.export.parts import (
    Known,
    Line,
    apart_part,
    choice_part,
    count_part,
    date_part,
    event_party_part,
    event_place_part,
    evidence_part,
    free,
    iso,
    join_part,
    party_part,
    place_part,
    ref_of,
    rounded,
    settled_part,
    speaker_part,
    victim_part,
)
from tawatur.lang.vocabulary import acled_of, plover_of
from tawatur.model.case import ReportView
from tawatur.model.claim import Claim
from tawatur.model.copies import CopyPair
from tawatur.model.errors import Problem
from tawatur.model.event import Dispute, Event
from tawatur.model.judgement import Judgement


def report_line(view: ReportView, known: Known) -> Line:
    """One line of ``reports.jsonl``."""
    report, day = view.report, view.day
    return {
        "ref": view.ref,
        "id": report.id,
        "outlet": report.outlet,
        "url": report.url,
        "title": free(report.title.chars if report.title else None, known),
        "published": iso(report.published),
        "published_resolved": {"start": iso(day.start), "end": iso(day.end), "why": day.why},
        "retrieved": report.retrieved,
        "language": report.language,
        "text_sha256": report.text.sha256,
        "bytes_sha256": report.bytes_sha256,
        "copy_group": ref_of(view.copy_group, known),
        "copy_of": ref_of(view.copy_of, known),
        "origin": free(ref_of(view.origin, known), known),
    }


def copy_line(pair: CopyPair, known: Known) -> Line:
    """One line of ``copies.jsonl``."""
    return {
        "a": ref_of(pair.a, known),
        "b": ref_of(pair.b, known),
        "shared": rounded(pair.shared),
        "kind": pair.kind,
        "passages": [[*passage] for passage in pair.passages],
        "direction": pair.direction,
    }


def judgement_line(judgement: Judgement, known: Known, *, holds: bool) -> Line:
    """One line of ``judgements.jsonl``; ``holds`` says that nobody took it back."""
    return {
        "id": judgement.id,
        "verdict": judgement.verdict,
        "about": [*judgement.about],
        "field": judgement.field,
        "value": judgement.value,
        "quote": free(judgement.quote, known),
        "author": judgement.author,
        "made": judgement.made,
        "why": free(judgement.why, known),
        "in_force": holds,
    }


def problem_line(problem: Problem, known: Known) -> Line:
    """One line of ``problems.jsonl``."""
    return {
        "subject": problem.subject,
        "stage": problem.stage,
        "message": free(problem.message, known),
        "mend": free(problem.mend, known),
    }


def claim_line(claim: Claim, known: Known) -> Line:
    """One line of ``claims.jsonl``. Its keys are the names that evidence gives to fields."""
    harms = tuple(count.harm for count in claim.counts)
    plover, mode = plover_of(claim.type, act=claim.act, phase=claim.phase, harms=harms)
    kinds = tuple(actor.kind for actor in claim.actors if actor.kind)
    return {
        "id": claim.id,
        "report": ref_of(claim.report, known),
        "type": claim.type,
        "plover": plover,
        "plover_mode": mode,
        "acled": acled_of(claim.type, actor_kinds=kinds),
        "status": claim.status,
        "stance": claim.stance,
        "told_as": claim.told_as,
        "clause": {"in": claim.where, "start": claim.clause.start, "end": claim.clause.end},
        "date": date_part(claim.date, known),
        "places": [place_part(place, known) for place in claim.places],
        "actors": [party_part(party, known) for party in claim.actors],
        "targets": [party_part(party, known) for party in claim.targets],
        "sponsors": [party_part(party, known) for party in claim.sponsors],
        "counts": [count_part(count, known) for count in claim.counts],
        "victims": [victim_part(victim, known) for victim in claim.victims],
        "weapons": [{"said": free(said, known), "id": weapon} for said, weapon in claim.weapons],
        "terms": [{"said": free(term.said, known), "number": term.number} for term in claim.terms],
        "act": claim.act,
        "phase": claim.phase,
        "chain": [speaker_part(speaker, known) for speaker in claim.attribution.chain],
        "attribution": claim.attribution.mode,
        "interest": claim.attribution.interest,
        "event": known.events.get(claim.id),
        "evidence": [evidence_part(evidence, known) for evidence in claim.evidence],
        "pack_version": claim.pack_version,
        "judged": [*known.judged.get(claim.id, ())],
    }


def event_line(event: Event, known: Known) -> Line:
    """One line of ``events.jsonl``."""
    return {
        "id": event.id,
        "type": event.type,
        "title_ar": free(event.title_ar, known),
        "title_en": free(event.title_en, known),
        "date": {"start": iso(event.start), "end": iso(event.end), "precision": event.precision},
        "place": event_place_part(event, known),
        "parties": [event_party_part(party, known) for party in event.parties],
        "counts": [settled_part(count) for count in event.counts],
        "victims": [victim_part(victim, known) for victim in event.victims],
        "weapons": [*event.weapons],
        "claims": [*event.claims],
        "report_ids": [*sorted(known.refs.get(report, report) for report in event.reports)],
        "reports": len(event.reports),
        "chains": event.chains,
        "origins": [free(origin, known) for origin in event.origins],
        "grade": {
            "name": event.grade.name,
            "why_ar": free(event.grade.why_ar, known),
            "why_en": free(event.grade.why_en, known),
        },
        "disputes": [_dispute(dispute, known) for dispute in event.disputes],
        "contains": [*event.contains],
        "within": event.within,
        "story": event.story,
        "agreement": event.agreement,
        "reviewed": event.reviewed,
        "judged": [*known.judged.get(event.id, ())],
        "choices": [choice_part(choice, known) for choice in event.choices],
        "joins": [join_part(join) for join in event.joins],
        "apart": [apart_part(apart) for apart in event.apart],
    }


def _dispute(dispute: Dispute, known: Known) -> Line:
    return {
        "kind": dispute.kind,
        "field": dispute.field,
        "claims": [*dispute.claims],
        "text_ar": free(dispute.text_ar, known),
        "text_en": free(dispute.text_en, known),
    }
