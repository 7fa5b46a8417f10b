"""``tawatur show CASE EVENT --chains``: who told whom, as lines for a terminal."""

from collections.abc import Iterator, Mapping

from tawatur.cli import one
from tawatur.cli.tongue import Tongue
from tawatur.model.case import CaseView
from tawatur.model.copies import CopyPair
from tawatur.model.errors import InputError
from tawatur.model.event import Event
from tawatur.record.chains.graphs import ChainedClaim, ChainGraph, chain_graphs


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


def chain_lines(view: CaseView, graph: ChainGraph, tongue: Tongue) -> Iterator[str]:
    """Each origin with the claims that lead back to it, link by link, then those that add no chain, then the copies.

    The total that the event lies in and the events that it holds follow with their own origins: no chain runs from one
    into another.
    """
    yield from _graph(view, graph, tongue)
    for word, other in _around(view, graph.event):
        yield "  " + tongue.say(f"around_{word}", id=other.event, title=_title(view, other.event, tongue))
        yield from (f"  {line}" for line in [*_graph(view, other, tongue)][1:])


def _around(view: CaseView, event: str) -> Iterator[tuple[str, ChainGraph]]:
    """The graphs of the total that an event lies in, and of the events that it holds."""
    (found,) = (one for one in view.events if one.id == event)
    known = {one.id for one in view.events}
    for word, ident in [("within", found.within), *(("contains", part) for part in found.contains)]:
        if ident in known:
            yield word, next(chain_graphs(view, [str(ident)]))


def _graph(view: CaseView, graph: ChainGraph, tongue: Tongue) -> Iterator[str]:
    refs = {item.report.id: item.ref for item in view.reports}
    yield f"{graph.event}  {_title(view, graph.event, tongue)}"
    for number, origin in enumerate(graph.origins):
        yield f"  {tongue.say('chain', number=number + 1):9} {refs.get(origin, origin)}"
        yield from (_line(claim, refs, tongue) for claim in graph.claims if claim.origin == number)
    beside = [claim for claim in graph.claims if claim.origin is None]
    if beside:
        yield f"  {tongue.say('no_chain')}"
    for claim in beside:
        yield _line(claim, refs, tongue)
        yield f"            {tongue.say(f'why_{claim.why}')}"
    yield from (f"{tongue.label('text')}{_shared(pair, refs, tongue)}" for pair in graph.copies)


def _title(view: CaseView, event: str, tongue: Tongue) -> str:
    (found,) = (one for one in view.events if one.id == event)
    return tongue.pick(found.title_ar, found.title_en)


def _shared(pair: CopyPair, refs: Mapping[str, str], tongue: Tongue) -> str:
    shared = "" if pair.shared is None else tongue.say("shared_part", part=f"{pair.shared:.0%}")
    way = {"a>b": "from_first", "b>a": "from_second", None: "from_neither"}[pair.direction]
    kind = tongue.name("copy_kind", pair.kind)
    return tongue.say("shared_text", a=refs[pair.a], b=refs[pair.b], kind=kind, shared=shared, way=tongue.say(way))


def _line(claim: ChainedClaim, refs: Mapping[str, str], tongue: Tongue) -> str:
    outlet = claim.outlet or tongue.say("outlet_unknown")
    links = [f"{refs[claim.report]} ({outlet})", *(speaker.name for speaker in claim.links)]
    depends = tongue.say("one_text", claims=tongue.listed(claim.depends)) if claim.depends else ""
    return f"    {claim.claim}  {tongue.say('from').join(links)}{depends}"
