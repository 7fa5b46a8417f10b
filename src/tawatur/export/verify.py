"""Whether a case holds together: every hash, id, offset, quote and link is made again and compared."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from tawatur.export.held import held_fields, is_field, supports
from tawatur.model.case import CaseView, OwnPlaces
from tawatur.model.claim import Claim, Evidence, claim_id
from tawatur.model.copies import CopyPair
from tawatur.model.event import Bound, Event, SettledCount, event_id
from tawatur.model.text import Report, Span, Text, report_id, text_of

Reports = Mapping[str, Report]


def verify_view(view: CaseView) -> tuple[str, ...]:
    """What does not hold in this case, a sentence each; empty where all is well."""
    reports = {item.report.id: item.report for item in view.reports}
    return (
        *_repeated([item.ref for item in view.reports], "ref of a report"),
        *_repeated([item.report.id for item in view.reports], "id of a report"),
        *_repeated([claim.id for claim in view.claims], "id of a claim"),
        *_repeated([event.id for event in view.events], "id of an event"),
        *(failure for item in view.reports for failure in _report(item.report)),
        *(failure for claim in view.claims for failure in _claim(claim, reports)),
        *(failure for own in view.own_places for failure in _places(own)),
        *_in_one_event(view),
        *_events(view),
        *_tied(view),
        *(failure for pair in view.copies for failure in _pair(pair, reports)),
    )


def _repeated(ids: list[str], what: str) -> Iterator[str]:
    for name, times in sorted(Counter(ids).items()):
        if times > 1:
            yield f"{name} is the {what} {times} times, but must be unique"


def _report(report: Report) -> Iterator[str]:
    for name, text in (("text", report.text), ("title", report.title)):
        if text is not None and text_of(text.chars).sha256 != text.sha256:
            yield f"report {report.id}: its {name} no longer has the SHA-256 {text.sha256}"
    made = report_id(report.given_ref, report.outlet, report.url, report.text)
    if made != report.id:
        yield f"report {report.id}: its ref, outlet, URL and text give the id {made}"


def _places(own: OwnPlaces) -> Iterator[str]:
    if text_of(own.text).sha256 != own.sha256:
        yield f"gazetteer {own.name}: its text no longer has the SHA-256 {own.sha256}"


def _claim(claim: Claim, reports: Reports) -> Iterator[str]:
    chain = claim.attribution.chain
    made = claim_id(claim.report, claim.where, claim.clause, claim.type, chain[-1].name if chain else None)
    if made != claim.id:
        yield f"claim {claim.id}: its report, clause, type and origin give the id {made}"
    report = reports.get(claim.report)
    if report is None:
        yield f"claim {claim.id}: its report {claim.report} is not in the case"
        return
    yield from _clause(claim, report)
    for evidence in claim.evidence:
        yield from _evidence(evidence, claim, report)
    for field in held_fields(claim):
        if not any(supports(evidence.field, field) for evidence in claim.evidence):
            yield f"claim {claim.id}: {field} holds a value without evidence"


def _clause(claim: Claim, report: Report) -> Iterator[str]:
    text = _text(report, claim.where)
    if text is None:
        yield f"claim {claim.id}: its clause stands in the {claim.where}, which its report lacks"
    elif not _fits(claim.clause, text):
        yield f"claim {claim.id}: its clause {_shown(claim.clause)} does not fit {_size(text)}"


def _evidence(evidence: Evidence, claim: Claim, report: Report) -> Iterator[str]:
    name = f"claim {claim.id}: the evidence of {evidence.field}"
    text = _text(report, evidence.where)
    if not is_field(evidence.field, claim):
        yield f"{name} names a field that the claim does not hold"
    if text is None:
        yield f"{name} stands in the {evidence.where}, which its report lacks"
    elif not _fits(evidence.span, text):
        yield f"{name} at {_shown(evidence.span)} does not fit {_size(text)}"
    elif text.quote(evidence.span) != evidence.quote:
        there = text.quote(evidence.span)
        yield f"{name} at {_shown(evidence.span)} quotes {evidence.quote!r}, but there stands {there!r}"


def _in_one_event(view: CaseView) -> Iterator[str]:
    times = Counter(claim for event in view.events for claim in event.claims)
    known = {claim.id for claim in view.claims}
    for claim in sorted(known):
        if times[claim] != 1:
            yield f"claim {claim}: stands in {times[claim]} events, but must stand in exactly one"
    for claim in sorted(set(times) - known):
        yield f"claim {claim}: stands in an event, but not in the case"


def _events(view: CaseView) -> Iterator[str]:
    events = {event.id for event in view.events}
    reports = {claim.id: claim.report for claim in view.claims}
    for event in view.events:
        if not event.claims:
            yield f"event {event.id}: has no claims"
            continue
        if event_id(event.claims) != event.id:
            yield f"event {event.id}: its claims give the id {event_id(event.claims)}"
        told = {reports[claim] for claim in event.claims if claim in reports}
        if told != set(event.reports):
            named = _list(event.reports)
            yield f"event {event.id}: its claims stand in the reports {_list(told)}, but it names {named}"
        yield from _links(event, events)


def _links(event: Event, events: set[str]) -> Iterator[str]:
    claims = set(event.claims)
    named = [
        *((f"its count of {count.harm}", count.claims) for count in event.counts),
        *((f"its {bound.name} of {count.harm}", bound.claims) for count in event.counts for bound in _known(count)),
        *((f"its {choice.field} {choice.value}", choice.claims) for choice in event.choices),
        *((f"its {party.role} {party.party.said}", party.claims) for party in event.parties),
        *((f"its dispute {dispute.kind}", dispute.claims) for dispute in event.disputes),
    ]
    for what, ids in named:
        for claim in sorted(set(ids) - claims):
            yield f"event {event.id}: {what} rests on {claim}, which is not among its claims"
    yield from (f"event {event.id}: {what} rests on no claim" for what, ids in named if not ids)
    yield from (
        f"event {event.id}: joins {claim}, which is not among its claims"
        for claim in sorted({claim for join in event.joins for claim in (join.claim, join.other)} - claims)
    )
    near = tuple(apart.event for apart in event.apart)
    others = (*event.contains, *near, event.within) if event.within else (*event.contains, *near)
    yield from (
        f"event {event.id}: points at {other}, which is not in the case" for other in others if other not in events
    )


def _tied(view: CaseView) -> Iterator[str]:
    """Stories and agreements that point at events or claims which the case lacks."""
    events, claims = {event.id for event in view.events}, {claim.id for claim in view.claims}
    stories = {story.id for story in view.stories}
    for story in view.stories:
        for event in sorted({*story.core, *(tie.event for tie in story.ties)} - events):
            yield f"story {story.id}: points at {event}, which is not in the case"
    for agreement in view.agreements:
        told = {claim for term in agreement.terms for claim in term.claims}
        told |= {claim for breach in agreement.breaches for claim in breach.claims}
        named = {agreement.event, *(breach.event for breach in agreement.breaches)}
        for missing in sorted({*agreement.claims, *told} - claims | named - events):
            yield f"agreement {agreement.id}: points at {missing}, which is not in the case"
        if agreement.story is not None and agreement.story not in stories:
            yield f"agreement {agreement.id}: points at {agreement.story}, which is not in the case"


def _known(count: SettledCount) -> list[Bound]:
    """The numbers of a count that are known: each must rest on a claim."""
    return [bound for bound in count.bounds if bound.number is not None]


def _pair(pair: CopyPair, reports: Reports) -> Iterator[str]:
    name = f"copies {pair.a} and {pair.b}"
    if pair.a not in reports or pair.b not in reports:
        yield f"{name}: one of the two is not in the case"
        return
    for a_start, a_end, b_start, b_end in pair.passages:
        for side, span in ((pair.a, Span(a_start, a_end)), (pair.b, Span(b_start, b_end))):
            if not _fits(span, reports[side].text):
                yield f"{name}: the passage {_shown(span)} does not fit the text of {side}"


def _text(report: Report, where: str) -> Text | None:
    return {"body": report.text, "title": report.title}.get(where)


def _fits(span: Span, text: Text) -> bool:
    return 0 <= span.start < span.end <= len(text.chars)


def _size(text: Text) -> str:
    return f"a text of {len(text.chars)} code points"


def _list(ids: Iterable[str]) -> str:
    return ", ".join(sorted(ids)) or "none"


def _shown(span: Span) -> str:
    return f"{span.start}-{span.end}"
