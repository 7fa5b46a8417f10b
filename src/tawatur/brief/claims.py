"""A claim as a sheet: its sentences, its chain, what was taken from it."""

from collections.abc import Iterator

from tawatur.brief.accounts import day_words
from tawatur.brief.context import Context
from tawatur.brief.excerpt import Excerpt, excerpts_of
from tawatur.brief.rows import Fact, Link, Reading
from tawatur.brief.sheets import ClaimSheet
from tawatur.brief.support import speaker_row
from tawatur.brief.words import day_text
from tawatur.model.case import ReportView
from tawatur.model.claim import Claim
from tawatur.model.count import Count
from tawatur.model.place import PlaceRef

PLAIN_QUALITIES = {"status": "asserted", "stance": "plain", "told_as": "news"}


def claim_sheet(claim: Claim, context: Context) -> ClaimSheet:
    """The sheet of one claim."""
    report = context.reports.get(claim.report)
    mode = claim.attribution.mode
    return ClaimSheet(
        id=claim.id,
        account=context.accounts[claim.id],
        report=context.sources.get(claim.report) or Link(context.words["report_lacking"], "sources"),
        outlet=context.outlet(report.report.outlet if report else None),
        language=report.report.language if report else None,
        published=day_words(report, context.language),
        type=context.name("type", claim.type),
        qualities=tuple(_qualities(claim, context)),
        voice=context.name("attribution", mode) if not claim.attribution.chain else None,
        own_voice=mode == "own_voice",
        chain=tuple(speaker_row(speaker, context) for speaker in claim.attribution.chain),
        excerpts=_excerpts(claim, report, context) if report else (),
        facts=tuple(_facts(claim, context)),
        readings=tuple(
            Reading(evidence.field, context.shown(evidence.quote), evidence.rule) for evidence in claim.evidence
        ),
        event=context.events.get(claim.id),
    )


def _qualities(claim: Claim, context: Context) -> Iterator[str]:
    """What makes the claim other than plain news: denied, hedged, an admission …"""
    for vocabulary, plain in PLAIN_QUALITIES.items():
        value = getattr(claim, vocabulary)
        if value != plain:
            yield context.name(vocabulary, value)
    for vocabulary, value in (("act", claim.act), ("phase", claim.phase), ("interest", claim.attribution.interest)):
        if value is not None:
            yield context.name(vocabulary, value)


def _excerpts(claim: Claim, view: ReportView, context: Context) -> tuple[Excerpt, ...]:
    texts = (("title", view.report.title), ("body", view.report.text))
    return tuple(
        excerpt
        for where, text in texts
        if text is not None
        for excerpt in excerpts_of(claim, text, where, context.hidden[claim.report, where])
    )


def _facts(claim: Claim, context: Context) -> Iterator[Fact]:
    said: dict[str, list[tuple[str, str | None]]] = {
        "said_count": [(count.said, _meaning(count, context)) for count in claim.counts],
        "said_place": [(place.said, _role(place, context)) for place in claim.places],
        "said_date": [(claim.date.said, _day(claim, context))] if claim.date.said else [],
        "said_weapon": [(weapon, None) for weapon, _ in claim.weapons],
    }
    for label, found in said.items():
        if found:
            shown = dict.fromkeys((context.shown(words), meant) for words, meant in found)
            yield Fact(context.words[label], tuple(shown))


def _role(place: PlaceRef, context: Context) -> str | None:
    """What the place is to the happening; nothing is said where it is the scene."""
    return None if place.role == "scene" else context.name("place_role", place.role)


def _meaning(count: Count, context: Context) -> str:
    harm, status = context.name("harm", count.harm), context.name("civil_status", count.civil_status)
    groups = [f"{context.name('group', group)}: {number}" for group, number in count.of]
    comma = context.words["comma"]
    parts = [harm, status, context.name("qualifier", count.qualifier)]
    parts += [context.name("status_basis", count.status_basis)] if count.status_basis else []
    parts += [f"{context.words['of_whom']} {comma.join(groups)}"] if groups else []
    return comma.join(parts)


def _day(claim: Claim, context: Context) -> str | None:
    days = [day_text(day, context.language) for day in (claim.date.start, claim.date.end) if day]
    if len(days) == 2 and days[0] != days[1]:
        return f"{context.words['from']} {days[0]} {context.words['to']} {days[1]}"
    return days[0] if days else None
