"""A story or an agreement, as lines for a terminal."""

from collections.abc import Iterator, Mapping

from tawatur.model.case import CaseView
from tawatur.model.event import Event
from tawatur.model.story import Agreement, Breach, Story


def story_lines(view: CaseView, story: Story) -> Iterator[str]:
    """The events of a story by day, each with what it is in it and what ties it, and its agreements."""
    events = {event.id: event for event in view.events}
    yield f"{story.id}  {story.title_en}"
    yield f"  {story.title_ar}"
    yield f"  events    {len(story.ties)}, told by {len(story.reports)} reports"
    if story.ended:
        yield f"  ended     {story.ended}"
    for tie in story.ties:
        event = events[tie.event]
        yield f"  {days_of(event):24} {tie.part:10} {event.id}  {event.title_en}  ({', '.join(tie.reasons)})"
    for agreement in view.agreements:
        if agreement.id in story.agreements and (agreement.terms or agreement.breaches):
            yield from (f"  {line}" for line in agreement_lines(view, agreement))


def agreement_lines(view: CaseView, agreement: Agreement) -> Iterator[str]:
    """An agreement as a ledger: its terms, and under each who says that it was broken."""
    events = {event.id: event for event in view.events}
    yield f"{agreement.id}  {agreement.title_en}"
    yield f"  event     {agreement.event}"
    for number, term in enumerate(agreement.terms):
        yield f"  term {number + 1:<4} {term.said}  ({', '.join(term.claims)})"
        yield from (_breach(breach, events) for breach in agreement.breaches if breach.term == number)
    yield from (_breach(breach, events) for breach in agreement.breaches if breach.term is None)


def _breach(breach: Breach, events: Mapping[str, Event]) -> str:
    by = f" by {', '.join(breach.by_en)}" if breach.by_en else ""
    status = "" if breach.status == "asserted" else f" ({breach.status})"
    return f"    {breach.kind}{status}{by}, {days_of(events[breach.event])}, {breach.event}: says {breach.said_by_en}"


def days_of(event: Event) -> str:
    """The days of an event in a few characters."""
    if event.start == event.end:
        return str(event.start or "no day")
    return f"{event.start} to {event.end}"
