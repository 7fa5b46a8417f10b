"""A story or an agreement, as lines for a terminal."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from tawatur.cli.tongue import Tongue
from tawatur.model.case import CaseView
from tawatur.model.event import Event
from tawatur.model.story import Agreement, Breach, Story

LATE: Final = "9999"
"""Sorts what has no day behind what has one."""


def story_lines(view: CaseView, story: Story, tongue: Tongue) -> Iterator[str]:
    """The events of a story by day, each with what it is in it and what ties it, and its agreements."""
    events = {event.id: event for event in view.events}
    yield f"{story.id}  {tongue.pick(story.title_ar, story.title_en)}"
    yield f"  {story.title_en if tongue.language == 'ar' else story.title_ar}"
    sizes = tongue.many("events", len(story.ties)), tongue.many("reports", len(story.reports))
    yield f"{tongue.label('events')}{tongue.say('told_by', events=sizes[0], reports=sizes[1])}"
    if story.ended:
        yield f"{tongue.label('ended')}{story.ended}"
    for tie in story.ties:
        event = events[tie.event]
        reasons = tongue.listed(tongue.name("tie", reason) for reason in tie.reasons)
        title = tongue.pick(event.title_ar, event.title_en)
        part = tongue.name("story_part", tie.part)
        yield f"  {days_of(event, tongue):24} {part:10} {event.id}  {title}  ({reasons})"
    for agreement in view.agreements:
        if agreement.id in story.agreements and (agreement.terms or agreement.breaches):
            yield from (f"  {line}" for line in agreement_lines(view, agreement, tongue))


def agreement_lines(view: CaseView, agreement: Agreement, tongue: Tongue) -> Iterator[str]:
    """An agreement as a ledger: its terms, and under each who says that it was broken."""
    events = {event.id: event for event in view.events}
    yield f"{agreement.id}  {tongue.pick(agreement.title_ar, agreement.title_en)}"
    yield f"{tongue.label('event')}{agreement.event}"
    breaches = sorted(agreement.breaches, key=lambda breach: (str(events[breach.event].start or LATE), breach.event))
    for number, term in enumerate(agreement.terms):
        yield f"  {tongue.say('term', number=number + 1):9} {term.said}  ({tongue.listed(term.claims)})"
        yield from (_breach(breach, events, tongue) for breach in breaches if breach.term == number)
    yield from (_breach(breach, events, tongue) for breach in breaches if breach.term is None)


def _breach(breach: Breach, events: Mapping[str, Event], tongue: Tongue) -> str:
    by = breach.by_ar if tongue.language == "ar" else breach.by_en
    return "    " + tongue.say(
        "breach", kind=tongue.name("breach", breach.kind), days=days_of(events[breach.event], tongue), event=breach.event,
        status="" if breach.status == "asserted" else f" ({tongue.name('status', breach.status)})",
        by=tongue.say("by", names=tongue.listed(by)) if by else "",
        who=tongue.pick(breach.said_by_ar, breach.said_by_en),
    )  # fmt: skip


def days_of(event: Event, tongue: Tongue) -> str:
    """The days of an event in a few characters."""
    return span_of(event.start, event.end, tongue)


def span_of(start: date | None, end: date | None, tongue: Tongue) -> str:
    """Two days in a few characters; one day alone, and the words for none."""
    if start == end:
        return str(start or tongue.say("no_day"))
    unknown = tongue.say("unknown")
    return tongue.say("to", start=start or unknown, end=end or unknown)
