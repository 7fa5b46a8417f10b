"""One event, claim or report, as lines for a terminal or as its exported JSON."""

from collections.abc import Iterator

from tawatur.export.parts import Known
from tawatur.export.shapes import claim_line, event_line, report_line
from tawatur.model.case import CaseView, ReportView
from tawatur.model.claim import Claim
from tawatur.model.errors import NotFoundError
from tawatur.model.event import Event


def shown_as_json(view: CaseView, thing: str, known: Known) -> dict[str, object]:
    """The exported line of what has this id or ref."""
    found = find(view, thing)
    if isinstance(found, Event):
        return event_line(found, known)
    return claim_line(found, known) if isinstance(found, Claim) else report_line(found, known)


def find(view: CaseView, thing: str) -> Event | Claim | ReportView:
    """What has this id or ref; the beginning of an id is enough where only one thing has it.

    Raises:
        NotFoundError: nothing has it, or several things begin with it.
    """
    named: dict[str, Event | Claim | ReportView] = {item.ref: item for item in view.reports}
    named |= {item.report.id: item for item in view.reports}
    named |= {claim.id: claim for claim in view.claims}
    named |= {event.id: event for event in view.events}
    if thing in named:
        return named[thing]
    begun = [name for name in named if name.startswith(thing)]
    if len(begun) == 1:
        return named[begun[0]]
    if begun:
        raise NotFoundError(f"{thing!r} begins {len(begun)} ids, such as {begun[0]}; give more of it")
    raise NotFoundError(
        f"nothing in this case has the id {thing!r}; `tawatur show CASE` lists what there is, `tawatur run CASE` makes events"
    )


def lines_of(view: CaseView, thing: str) -> Iterator[str]:
    """What has this id or ref, for a terminal."""
    found = find(view, thing)
    refs = {item.report.id: item.ref for item in view.reports}
    if isinstance(found, Event):
        yield from _event(view, found, refs)
    elif isinstance(found, Claim):
        yield from _claim(found, refs)
    else:
        yield from _report(view, found)


def _event(view: CaseView, event: Event, refs: dict[str, str]) -> Iterator[str]:
    yield f"{event.id}  {event.title_en}"
    yield f"  {event.title_ar}"
    yield f"  days     {event.start or 'unknown'} to {event.end or 'unknown'} ({event.precision})"
    if event.place:
        yield f"  place    {event.place.name_en or event.place.said} ({event.place.lat}, {event.place.lon}; within {event.place.uncertainty_km} km)"
    yield f"  reports  {len(event.reports)}, chains {event.chains}: {', '.join(event.origins) or 'none that is attributed'}"
    yield f"  grade    {event.grade.name}: {event.grade.why_en}"
    for count in event.counts:
        yield f"  {count.harm} {count.civil_status}: low {count.low}, best {count.best}, high {count.high} ({count.policy})"
    for dispute in event.disputes:
        yield f"  dispute  {dispute.kind}: {dispute.text_en}"
    by_id = {claim.id: claim for claim in view.claims}
    for claim in event.claims:
        yield from (f"  {line}" for line in _claim(by_id[claim], refs))


def _claim(claim: Claim, refs: dict[str, str]) -> Iterator[str]:
    teller = " < ".join(speaker.name for speaker in claim.attribution.chain) or claim.attribution.mode.replace("_", " ")
    yield f"{claim.id}  {claim.type}, {claim.status}, {claim.date.start or 'unknown day'}, by {teller}, in {refs.get(claim.report, claim.report)}"
    for entry in sorted(claim.evidence, key=lambda entry: entry.span):
        yield f"    {entry.field:14} {entry.span.start}-{entry.span.end}  {entry.quote!r}  {entry.rule}"


def _report(view: CaseView, item: ReportView) -> Iterator[str]:
    report, day = item.report, item.day
    yield f"{item.ref}  {report.outlet or 'outlet unknown'}  {report.url or ''}".rstrip()
    yield f"  day      {day.start or 'unknown'} to {day.end or 'unknown'}: {day.why}"
    yield f"  copies   {item.copy_of or item.copy_group or 'none found'}"
    for claim in sorted((claim for claim in view.claims if claim.report == report.id), key=lambda claim: claim.clause):
        yield f"  {claim.clause.start:6} {claim.id}  {claim.type}, {claim.status}"
    yield report.text.chars
