"""``tawatur show CASE EVENT --chains``: who told whom, as lines for a terminal."""

from collections.abc import Iterator, Mapping
from typing import Final

from tawatur.cli import one
from tawatur.model.case import CaseView
from tawatur.model.errors import InputError
from tawatur.model.event import Event
from tawatur.record.chains.graphs import ChainedClaim, ChainGraph, chain_graphs

WHY: Final = {
    "denies": "denies it, and adds no chain",
    "unsigned": "nobody is said to have told it: it adds no chain",
    "sums_up": "the outlet's own words beside a source that its report names: they add no chain",
    "follows": "repeats the text of a report that names its source: it adds no chain",
}


def graph_named(view: CaseView, thing: str | None) -> ChainGraph:
    """The chain graph of the event with this id.

    Raises:
        InputError: it is no event.
        NotFoundError: nothing has this id.
    """
    found = one.find(view, thing) if thing is not None else None
    if not isinstance(found, Event):
        what = "name an event" if thing is None else f"{thing!r} is no event; its chains are those of an event"
        raise InputError(f"--chains: {what}, such as `tawatur show CASE evt-… --chains`")
    return next(chain_graphs(view, [found.id]))


def chain_lines(view: CaseView, graph: ChainGraph) -> Iterator[str]:
    """Each origin with the claims that lead back to it, link by link, then those that add no chain, then the copies."""
    refs = {item.report.id: item.ref for item in view.reports}
    titles = {event.id: event.title_en for event in view.events}
    yield f"{graph.event}  {titles[graph.event]}"
    for number, origin in enumerate(graph.origins):
        yield f"  chain {number + 1}   {refs.get(origin, origin)}"
        yield from (_line(claim, refs) for claim in graph.claims if claim.origin == number)
    beside = [claim for claim in graph.claims if claim.origin is None]
    if beside:
        yield "  no chain"
    for claim in beside:
        yield _line(claim, refs)
        yield f"            {WHY[claim.why]}"
    for pair in graph.copies:
        shared = "" if pair.shared is None else f", {pair.shared:.0%} of the shorter"
        way = {"a>b": "from the first", "b>a": "from the second", None: "which came first is unknown"}[pair.direction]
        yield f"  text      {refs[pair.a]} and {refs[pair.b]}: {pair.kind.replace('_', ' ')}{shared}, {way}"


def _line(claim: ChainedClaim, refs: Mapping[str, str]) -> str:
    links = [f"{refs[claim.report]} ({claim.outlet or 'outlet unknown'})", *(speaker.name for speaker in claim.links)]
    depends = f"; one text with {', '.join(claim.depends)}" if claim.depends else ""
    return f"    {claim.claim}  {' < '.join(links)}{depends}"
