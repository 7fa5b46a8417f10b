"""One event, claim or report, as lines for a terminal or as its exported JSON."""

from collections.abc import Iterator, Mapping

from tawatur.cli.counted import between, figure_lines
from tawatur.cli.tied import agreement_lines, days_of, span_of, story_lines
from tawatur.cli.tongue import Tongue
from tawatur.export.parts import Known, Line
from tawatur.export.shapes import claim_line, event_line, report_line
from tawatur.export.stories import agreement_line, story_line
from tawatur.model.case import CaseView, ReportView
from tawatur.model.claim import Claim, ClaimDate
from tawatur.model.errors import NotFoundError
from tawatur.model.event import Event
from tawatur.model.story import Agreement, Story
from tawatur.model.time import ReportDay
from tawatur.record.grouping.explain import said_apart, said_joined
from tawatur.record.judged.forwarding import followed, split_from
from tawatur.record.words import load_words

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


def lines_of(view: CaseView, thing: str, tongue: Tongue) -> Iterator[str]:
    """What has this id or ref, for a terminal."""
    found = find(view, thing)
    refs = {item.report.id: item.ref for item in view.reports}
    if isinstance(found, Event):
        return _event(view, found, refs, tongue)
    if isinstance(found, Story):
        return story_lines(view, found, tongue)
    if isinstance(found, Agreement):
        return agreement_lines(view, found, tongue)
    return _claim(found, refs, tongue) if isinstance(found, Claim) else _report(view, found, refs, tongue)


def _event(view: CaseView, event: Event, refs: Mapping[str, str], tongue: Tongue) -> Iterator[str]:
    by_id = {claim.id: claim for claim in view.claims}
    label, say = tongue.label, tongue.say
    yield f"{event.id}  {tongue.pick(event.title_ar, event.title_en)}"
    yield f"  {event.title_en if tongue.language == 'ar' else event.title_ar}"
    precision = tongue.name("precision", event.precision)
    yield f"{label('days')}{say('precise', days=days_of(event, tongue), precision=precision)}"
    yield f"{label('place')}{_place(event, tongue)}"
    yield f"{label('reports')}{tongue.listed(sorted(refs.get(report, report) for report in event.reports))}"
    origins = tongue.listed(refs.get(origin, origin) for origin in event.origins)
    yield f"{label('chains')}{event.chains}: {origins or say('no_origin')}"
    yield f"{label('grade')}{tongue.name('grade', event.grade.name)}: {tongue.pick(event.grade.why_ar, event.grade.why_en)}"
    yield from figure_lines(event, by_id, tongue)
    for choice in event.choices:
        name = tongue.pick(choice.name_ar, choice.name_en) or choice.value
        how = "taken" if choice.taken else "not_taken"
        yield f"{label(f'choice_{choice.field}')}{say(how, name=name, tellers=choice.tellers)}"
    if event.story or event.agreement:
        yield f"{label('part_of')}{tongue.listed(filter(None, (event.story, event.agreement)))}"
    yield from _holders(view, event, tongue)
    parts = split_from(event.id, view.forwards, (other.id for other in view.events))
    if parts:
        yield f"{label('once_held')}{say('split', events=tongue.listed(parts))}"
    for dispute in event.disputes:
        yield f"{label('dispute')}{tongue.name('dispute', dispute.kind)}: {tongue.pick(dispute.text_ar, dispute.text_en)}"
    yield from _why(event, tongue)
    for claim in event.claims:
        yield from (f"  {line}" for line in _claim(by_id[claim], refs, tongue))


def _holders(view: CaseView, event: Event, tongue: Tongue) -> Iterator[str]:
    """The total that an event lies in, and the events that it holds: each with its figures and who tells of it."""
    events = {other.id: other for other in view.events}
    pairs = [("within", event.within), *(("contains", part) for part in event.contains)]
    for word, ident in pairs:
        if ident in events:
            other = events[ident]
            figures = tongue.listed(_short(other, tongue))
            yield tongue.label(word) + tongue.say(
                "holder", id=other.id, title=tongue.pick(other.title_ar, other.title_en),
                figures=f" ({figures})" if figures else "", tellers=tongue.listed(other.origins) or tongue.say("no_origin"),
            )  # fmt: skip


def _short(event: Event, tongue: Tongue) -> Iterator[str]:
    """The figures of another event in a few words."""
    for count in event.counts:
        yield f"{tongue.name('harm', count.harm)} {between(count.low, count.high, tongue)}"


def _why(event: Event, tongue: Tongue) -> Iterator[str]:
    """Why its claims are one event, and those that come near are others."""
    words = load_words()
    for join in event.joins:
        why, points = tongue.said(said_joined(join, words)), f"{join.points:+.1f}"
        told = tongue.say("joined_with", claim=join.claim, other=join.other, why=why, points=points)
        yield f"{tongue.label('joined')}{told}"
    for apart in event.apart:
        why = tongue.said(said_apart(apart, words))
        told = tongue.say("not_because", event=apart.event, why=why, claim=apart.claim, other=apart.other)
        yield f"{tongue.label('not')}{told}"


def _place(event: Event, tongue: Tongue) -> str:
    said = tongue.listed(event.places_said)
    if event.place is None or event.place.lat is None:
        return f"{said or tongue.say('unknown')}: {tongue.say('not_on_map')}"
    km = event.place.uncertainty_km
    radius = "" if km is None else tongue.say("within_km", km=f"{km:g}")
    name = tongue.pick(event.place.name_ar, event.place.name_en) or said
    return f"{name} ({event.place.lat}, {event.place.lon}{radius})"


def _claim(claim: Claim, refs: Mapping[str, str], tongue: Tongue) -> Iterator[str]:
    teller = tongue.say("from").join(speaker.name for speaker in claim.attribution.chain)
    told = teller or tongue.name("attribution", claim.attribution.mode)
    yield tongue.say(
        "claim" if teller else "claim_of_none", id=claim.id, type=tongue.name("type", claim.type), teller=told,
        status=tongue.name("status", claim.status), days=_days(claim.date, tongue),
        report=refs.get(claim.report, claim.report),
    )  # fmt: skip
    for entry in sorted(claim.evidence, key=lambda entry: (entry.where, entry.span, entry.field, entry.rule)):
        yield f"    {entry.field:14} {entry.where} {entry.span.start}-{entry.span.end}  {entry.quote}  {entry.rule}"


def _days(date: ClaimDate | ReportDay, tongue: Tongue) -> str:
    return span_of(date.start, date.end, tongue)


def _copies(view: CaseView, item: ReportView, refs: Mapping[str, str], tongue: Tongue) -> str:
    if item.copy_of:
        return tongue.say("copy_of", ref=refs[item.copy_of])
    others = [other.ref for other in view.reports if other.copy_group == item.copy_group and other.ref != item.ref]
    found = item.copy_group and others
    return tongue.say("copy_as", refs=tongue.listed(others)) if found else tongue.say("no_copies")


def _report(view: CaseView, item: ReportView, refs: Mapping[str, str], tongue: Tongue) -> Iterator[str]:
    report = item.report
    label, say = tongue.label, tongue.say
    yield f"{item.ref}  {report.outlet or say('outlet_unknown')}  {report.url or ''}".rstrip()
    yield f"{label('title')}{report.title.chars if report.title else say('none')}"
    yield f"{label('day')}{_days(item.day, tongue)}: {item.day.why}"
    yield f"{label('language')}{report.language or say('unknown')}"
    yield f"{label('copies')}{_copies(view, item, refs, tongue)}"
    for claim in sorted((claim for claim in view.claims if claim.report == report.id), key=lambda claim: claim.clause):
        kind = tongue.listed((tongue.name("type", claim.type), tongue.name("status", claim.status)))
        yield f"  {claim.clause.start:6} {claim.id}  {kind}"
    yield from (f"  | {line}" for line in report.text.chars.splitlines())
