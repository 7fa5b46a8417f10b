"""Whose word each claim is, as one key: the far end of its chain, or the text that its report copies."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from tawatur.chain.groups import copy_groups
from tawatur.chain.joined import components
from tawatur.chain.tellers import ReportSource, teller_of
from tawatur.lang.fold import fold_key
from tawatur.model.claim import Claim, Reading
from tawatur.model.copies import CopyPair
from tawatur.model.text import Report
from tawatur.record.report_views import unique_refs


def report_sources(
    reports: Sequence[Report], readings: Sequence[Reading], copies: Sequence[CopyPair]
) -> dict[str, ReportSource]:
    """What is known of where each report stands, by report id."""
    return sources_of(reports, {reading.report: reading.credit for reading in readings}, copies)


def sources_of(
    reports: Sequence[Report], credits: Mapping[str, str | None], copies: Sequence[CopyPair]
) -> dict[str, ReportSource]:
    """What is known of where each report stands, by report id. ``credits`` are the origins that credit lines name."""
    refs, spelled, groups = unique_refs(reports), _spellings(reports), copy_groups(reports, copies)
    keys = {report.id: fold_key(report.outlet or "") for report in reports}
    return {
        report: ReportSource(
            report, key or None, credits.get(report), spelled.get(key) or refs[report], groups.get(report)
        )
        for report, key in keys.items()
    }


def _spellings(reports: Sequence[Report]) -> dict[str, str]:
    """Each outlet's folded name to its commonest spelling, the first of those that are equally common."""
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for report in reports:
        if report.outlet:
            counted[fold_key(report.outlet)][report.outlet.strip()] += 1
    return {key: min(found, key=lambda name: (-found[name], name)) for key, found in counted.items()}


def tellers_of(
    claims: Sequence[Claim],
    *,
    sources: Mapping[str, ReportSource],
) -> dict[str, str]:
    """The key of each claim's teller, by claim id: equal for claims that are one teller's word.

    A speaker known by id and name is one with the same speaker known by name alone. What nobody named says counts for
    the report, and for all reports that are whole copies of it together.
    """
    keys = {claim.id: _keys(claim, sources) for claim in claims}
    links = [(min(held), key) for held in keys.values() for key in held]
    first = components({key for held in keys.values() for key in held}, links)
    return {claim: first[min(held)] for claim, held in keys.items()}


def _keys(claim: Claim, sources: Mapping[str, ReportSource]) -> frozenset[str]:
    source = sources[claim.report]
    teller = teller_of(claim, source)
    if teller is not None and (teller.named or source.copied is None):
        return teller.keys
    return frozenset({source.copied or claim.report})
