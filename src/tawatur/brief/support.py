"""Who told whom of an event, and why its accounts are one event and those that come near are others."""

from collections.abc import Iterable

from tawatur.brief.context import Context
from tawatur.brief.rows import ApartRow, JoinRow, Link, Path, Root, SharedRow, SpeakerRow, Support
from tawatur.brief.words import in_language
from tawatur.model.claim import Speaker
from tawatur.model.copies import CopyPair
from tawatur.model.event import Apart, Event, Join
from tawatur.record.chains.graphs import COUNTS, ChainedClaim, ChainGraph
from tawatur.record.grouping.explain import said_apart, said_joined
from tawatur.record.names_said import outlet_said, speaker_said
from tawatur.record.words import load_words


def support_of(event: Event, context: Context) -> Support:
    """The chains of an event, and why it is one."""
    graph = context.graphs[event.id]
    return Support(
        roots=tuple(_roots(graph, context)),
        shared=tuple(_shared(pair, context) for pair in graph.copies),
        joins=tuple(
            _join(join, context) for join in event.joins if {join.claim, join.other} <= context.accounts.keys()
        ),
        apart=tuple(
            _apart(one, context) for one in event.apart if one.event in context.titles and one.claim in context.accounts
        ),
    )


def _roots(graph: ChainGraph, context: Context) -> list[Root]:
    """The chains in their order, then the accounts that add none."""
    found = [
        Root(_origin(name, context), True, _paths((c for c in graph.claims if c.origin == number), context))
        for number, name in enumerate(graph.origins)
    ]
    beside = [claim for claim in graph.claims if claim.origin is None]
    reasons = sorted({claim.why for claim in beside} - {COUNTS})
    found += [
        Root(context.name("chained", why), False, _paths((c for c in beside if c.why == why), context))
        for why in reasons
    ]
    return [root for root in found if root.paths]


def _origin(name: str, context: Context) -> str:
    """The origin by name, masked where it is withheld; a report without an outlet by its ref."""
    if name in context.refs:
        return context.words["report_by_ref"].format(ref=context.shown(name))
    said = context.speakers.get(name) or outlet_said(name)
    return context.shown(in_language(said, context.language))


def _paths(claims: Iterable[ChainedClaim], context: Context) -> tuple[Path, ...]:
    """The ways of these claims: those of one report by the same speakers are one."""
    held: dict[tuple[str, tuple[str, ...]], list[ChainedClaim]] = {}
    for claim in claims:
        held.setdefault((claim.report, tuple(speaker.name for speaker in claim.links)), []).append(claim)
    return tuple(
        Path(
            speakers=tuple(speaker_row(speaker, context) for speaker in reversed(told[0].links)),
            report=context.sources.get(report) or Link(context.words["report_lacking"], "sources"),
            claims=context.links(tuple(claim.claim for claim in told)),
            shares=context.links(tuple(sorted({other for claim in told for other in claim.depends}))),
        )
        for (report, _), told in held.items()
    )


def speaker_row(speaker: Speaker, context: Context) -> SpeakerRow:
    """One link of a chain; its name is left out where it is withheld."""
    hidden = context.withheld.reason(speaker.name) is not None
    name = in_language(speaker_said(speaker, load_words()), context.language)
    return SpeakerRow(None if hidden else context.shown(name), context.name("speaker_kind", speaker.kind))


def _shared(pair: CopyPair, context: Context) -> SharedRow:
    share = (
        []
        if pair.shared is None or pair.kind == "exact"
        else [context.words["shared_part"].format(part=f"{pair.shared:.0%}")]
    )
    way = {"a>b": "from_first", "b>a": "from_second"}.get(pair.direction or "", "from_unknown")
    lacking = Link(context.words["report_lacking"], "sources")
    return SharedRow(
        context.sources.get(pair.a) or lacking,
        context.sources.get(pair.b) or lacking,
        context.words["comma"].join([context.name("copy_kind", pair.kind), *share, context.words[way]]),
    )


def _join(join: Join, context: Context) -> JoinRow:
    said = said_joined(join, load_words())
    why = in_language(said, context.language)
    return JoinRow(context.accounts[join.claim], context.accounts[join.other], why)


def _apart(apart: Apart, context: Context) -> ApartRow:
    said = said_apart(apart, load_words())
    why = in_language(said, context.language)
    return ApartRow(context.titles[apart.event], context.accounts[apart.claim], why)
