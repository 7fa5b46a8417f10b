"""Who told whom, event by event: each claim's links to its origin, and why it makes a chain of its own or does not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawatur.chain.dependence import dependent
from tawatur.chain.origins import Traced, pairs_among, pairs_by_report, trace
from tawatur.model.case import CaseView
from tawatur.model.claim import Claim, Speaker
from tawatur.model.copies import CopyPair
from tawatur.record.chains.tellers import sources_of

COUNTS, DENIES, UNSIGNED, SUMS_UP, FOLLOWS = "counts", "denies", "unsigned", "sums_up", "follows"


@dataclass(frozen=True, slots=True)
class ChainedClaim:
    """A claim in the graph: ``links`` from its outlet to its origin, the ``origin`` that it counts for (a number in the
    graph's origins, None where it counts for none), and ``why``: counts, denies (beside those who assert), unsigned
    (nobody is said to have told it), sums_up (the own words of a report that names a source), follows (it repeats the
    text of a report that names its source). ``depends`` are claims of other reports that one text may have given to both.
    """

    claim: str
    report: str
    outlet: str | None
    links: tuple[Speaker, ...]
    origin: int | None
    why: str
    depends: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChainGraph:
    """The chains of one event: its ``origins`` by name, its claims, and the pairs of its reports that share text."""

    event: str
    origins: tuple[str, ...]
    claims: tuple[ChainedClaim, ...]
    copies: tuple[CopyPair, ...]


def chain_graphs(view: CaseView, events: Sequence[str] | None = None) -> Iterator[ChainGraph]:
    """The graphs of these events (all where none are named), in the order of the case."""
    claims = {claim.id: claim for claim in view.claims}
    reports = [item.report for item in view.reports]
    sources = sources_of(reports, {item.report.id: item.origin for item in view.reports}, view.copies)
    outlets = {report.id: report.outlet for report in reports}
    by_report = pairs_by_report(view.copies)
    for event in view.events:
        if events is None or event.id in events:
            held = [claims[claim] for claim in event.claims if claim in claims]
            telling = [claim for claim in held if claim.status != "denied"] or held
            pairs = pairs_among(by_report, {claim.report for claim in held})
            traced = trace(telling, views=sources, pairs=pairs)
            yield _graph(event.id, held, traced, pairs, outlets)


def _graph(
    event: str, claims: Sequence[Claim], traced: Traced, pairs: tuple[CopyPair, ...], outlets: Mapping[str, str | None]
) -> ChainGraph:
    names = sorted(traced.names, key=lambda pair: (pair[1], pair[0]))
    number = {root: at for at, (root, _) in enumerate(names)}
    depends: dict[str, set[str]] = {}
    for one, other, _ in dependent(claims, pairs):
        depends.setdefault(one.id, set()).add(other.id)
        depends.setdefault(other.id, set()).add(one.id)
    chained = tuple(
        ChainedClaim(
            claim.id, claim.report, outlets.get(claim.report), claim.attribution.chain,
            number[traced.roots[claim.id]] if claim.id in traced.roots else None, _why(claim, traced),
            tuple(sorted(depends.get(claim.id, ()))),
        )
        for claim in claims
    )  # fmt: skip
    return ChainGraph(event, tuple(name for _, name in names), chained, pairs)


def _why(claim: Claim, traced: Traced) -> str:
    if claim.id in traced.kept:
        return COUNTS
    if claim.id not in traced.told:
        return DENIES
    if claim.id in traced.tellers:
        return FOLLOWS
    return UNSIGNED if claim.attribution.mode == "unattributed" else SUMS_UP
