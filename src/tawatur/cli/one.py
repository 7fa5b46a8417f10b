"""One event, claim or report, as lines for a terminal or as its exported JSON."""

from collections.abc import Iterator, Mapping

from tawatur.cli.tied import agreement_lines, story_lines
from tawatur.export.parts import Known, Line
from tawatur.export.shapes import claim_line, event_line, report_line
from tawatur.export.stories import agreement_line, story_line
from tawatur.model.case import CaseView, ReportView
from tawatur.model.claim import Claim
from tawatur.model.errors import NotFoundError
from tawatur.model.event import Event, SettledCount
from tawatur.model.story import Agreement, Story
from tawatur.record.grouping.explain import said_apart, said_joined
from tawatur.record.judged.forwarding import followed, split_from
from tawatur.record.words import load_words

OTHERS = ("lowest", "majority", "latest")
Thing = Event | Claim | ReportView | Story | Agreement


def line_of(view: CaseView, thing: str, known: Known) -> Line:
    """The exported line of what has this id or ref."""
    found = find(view, thing)
    if isinstance(found, Event):
        return event_line(found, known)
    if isinstance(found, Story):
        return story_line(found, known)
    if isinstance(found, Agreement):
        return agreement_line(found, known)
    return claim_line(found, known) if isinstance(found, Claim) else report_line(found, known)


def find(view: CaseView, thing: str) -> Thing:
    """What has this id or ref; the beginning of an id is enough where only one thing has it.

    Raises:
        NotFoundError: nothing has it, or several things begin with it.
    """
    named: dict[str, Thing] = {item.ref: item for item in view.reports}
    named |= {item.report.id: item for item in view.reports}
    named |= {claim.id: claim for claim in view.claims}
    named |= {event.id: event for event in view.events}
    named |= {story.id: story for story in view.stories}
    named |= {agreement.id: agreement for agreement in view.agreements}
    if thing in named:
        return named[thing]
    begun = sorted(name for name in named if name.startswith(thing))
    if len(begun) == 1:
        return named[begun[0]]
    now = _moved(view, thing)
    if now is not None:
        return named[now]
    if begun:
        raise NotFoundError(f"{thing!r} begins {len(begun)} ids, such as {begun[0]}; give more of it")
    raise NotFoundError(
        f"nothing in this case has the id {thing!r}; `tawatur show CASE` lists events, and an export every id"
    )


def _moved(view: CaseView, thing: str) -> str | None:
    """The id of the event that holds what once had this id, or the only one that begins so; None where no note tells."""
    old = {before for before, _ in view.forwards if before == thing or before.startswith(thing)}
    found = {followed(name, view.forwards, (event.id for event in view.events)) for name in old} - {None}
    return found.pop() if len(found) == 1 else None


def lines_of(view: CaseView, thing: str) -> Iterator[str]:
    """What has this id or ref, for a terminal."""
    found = find(view, thing)
    refs = {item.report.id: item.ref for item in view.reports}
    if isinstance(found, Event):
        return _event(view, found, refs)
    if isinstance(found, Story):
        return story_lines(view, found)
    if isinstance(found, Agreement):
        return agreement_lines(view, found)
    return _claim(found, refs) if isinstance(found, Claim) else _report(view, found, refs)


def _event(view: CaseView, event: Event, refs: Mapping[str, str]) -> Iterator[str]:
    yield f"{event.id}  {event.title_en}"
    yield f"  {event.title_ar}"
    yield f"  days      {_days(event.start, event.end)} ({event.precision})"
    yield f"  place     {_place(event)}"
    yield f"  reports   {', '.join(sorted(refs.get(report, report) for report in event.reports))}"
    origins = ", ".join(refs.get(origin, origin) for origin in event.origins)
    yield f"  chains    {event.chains}: {origins or 'none that is attributed'}"
    yield f"  grade     {event.grade.name}: {event.grade.why_en}"
    for count in event.counts:
        yield f"  figure    {_figure(count)}"
        yield from _more_of(count)
    for choice in event.choices:
        taken = "taken" if choice.taken else "not taken"
        yield f"  {choice.field:9} {choice.name_en or choice.value}: {taken}, by {choice.tellers} of its tellers"
    if event.story or event.agreement:
        yield f"  part of   {', '.join(filter(None, (event.story, event.agreement)))}"
    if event.within or event.contains:
        yield f"  totals    within {event.within or 'none'}, contains {', '.join(event.contains) or 'none'}"
    parts = split_from(event.id, view.forwards, (other.id for other in view.events))
    if parts:
        yield f"  once held  what now stands in {', '.join(parts)}"
    for dispute in event.disputes:
        yield f"  dispute   {dispute.kind.replace('_', ' ')}: {dispute.text_en}"
    words = load_words()
    for join in event.joins:
        yield f"  joined    {join.claim} with {join.other}: {said_joined(join, words).en} ({join.points:+.1f})"
    for apart in event.apart:
        yield f"  not       {apart.event}: {said_apart(apart, words).en} ({apart.claim}, {apart.other})"
    by_id = {claim.id: claim for claim in view.claims}
    for claim in event.claims:
        yield from (f"  {line}" for line in _claim(by_id[claim], refs))


def _days(start: object, end: object) -> str:
    return f"{start or 'unknown'}" if start == end else f"{start or 'unknown'} to {end or 'unknown'}"


def _place(event: Event) -> str:
    said = ", ".join(event.places_said)
    if event.place is None or event.place.lat is None:
        return f"{said or 'unknown'}: not on the map"
    radius = "" if event.place.uncertainty_km is None else f", within {event.place.uncertainty_km:g} km"
    return f"{event.place.name_en or said} ({event.place.lat}, {event.place.lon}{radius})"


def _figure(count: SettledCount) -> str:
    number = len(count.claims)
    claims = f"{number} claim{'' if number == 1 else 's'}"
    best = f", best {count.best}" if count.best not in (None, count.low, count.high) else ""
    return f"{count.harm} ({count.civil_status}): {_between(count.low, count.high)}{best}, by {claims}, policy {count.policy}"


def _between(low: int | None, high: int | None) -> str:
    """What two bounds leave open, in words."""
    if low is None:
        return "unknown" if high is None else f"up to {high}"
    if high is None:
        return f"{low} or more"
    return str(low) if low == high else f"{low} to {high}"


def _more_of(count: SettledCount) -> Iterator[str]:
    """What stands beside a figure: the other policies, the parts inside, what was set aside."""
    others = [
        f"{bound.name} {bound.number}" for bound in count.bounds if bound.name in OTHERS and bound.number is not None
    ]
    if others:
        yield f"            {', '.join(others)}"
    for part in count.of:
        yield f"            of them {_between(part.low, part.high)} {part.group}"
    for aside in count.aside:
        yield f"            aside: {_between(aside.low, aside.high)}; {aside.why}"


def _claim(claim: Claim, refs: Mapping[str, str]) -> Iterator[str]:
    teller = " < ".join(speaker.name for speaker in claim.attribution.chain)
    told = f"by {teller or claim.attribution.mode.replace('_', ' ')}, in {refs.get(claim.report, claim.report)}"
    yield f"{claim.id}  {claim.type}, {claim.status}, {_days(claim.date.start, claim.date.end)}, {told}"
    for entry in sorted(claim.evidence, key=lambda entry: (entry.where, entry.span, entry.field, entry.rule)):
        yield f"    {entry.field:14} {entry.where} {entry.span.start}-{entry.span.end}  {entry.quote}  {entry.rule}"


def _copies(view: CaseView, item: ReportView, refs: Mapping[str, str]) -> str:
    if item.copy_of:
        return f"of {refs[item.copy_of]}"
    others = [other.ref for other in view.reports if other.copy_group == item.copy_group and other.ref != item.ref]
    return f"the same text as {', '.join(others)}" if item.copy_group and others else "none found"


def _report(view: CaseView, item: ReportView, refs: Mapping[str, str]) -> Iterator[str]:
    report, day = item.report, item.day
    yield f"{item.ref}  {report.outlet or 'outlet unknown'}  {report.url or ''}".rstrip()
    yield f"  title     {report.title.chars if report.title else 'none'}"
    yield f"  day       {_days(day.start, day.end)}: {day.why}"
    yield f"  language  {report.language or 'unknown'}"
    yield f"  copies    {_copies(view, item, refs)}"
    for claim in sorted((claim for claim in view.claims if claim.report == report.id), key=lambda claim: claim.clause):
        yield f"  {claim.clause.start:6} {claim.id}  {claim.type}, {claim.status}"
    yield from (f"  | {line}" for line in report.text.chars.splitlines())
