"""Whole copies of one another, and the earliest of each group."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from tawatur.chain.joined import components
from tawatur.model.copies import CopyPair
from tawatur.model.ids import content_id
from tawatur.model.text import Report, Span

WHOLE: Final = 0.6
"""Both texts must stand to this share in their passages, or a roundup would tie its wires together."""


def copy_groups(reports: Sequence[Report], pairs: Sequence[CopyPair]) -> dict[str, str]:
    """The group id of each report that is a whole copy of another one, by report id; other reports are left out.

    A pair is a whole copy where its texts are equal, or where its passages cover at least 0.6 of either text; a possible
    translation is none. The group's id is a hash of its smallest report id.
    """
    lengths = {report.id: len(report.text.chars.strip()) for report in reports}
    links = [(pair.a, pair.b) for pair in pairs if pair.a in lengths and pair.b in lengths and _whole(pair, lengths)]
    first = components(lengths, links)
    sizes = Counter(first.values())
    return {report: content_id("grp", first[report]) for report in sorted(first) if sizes[first[report]] > 1}


def copy_of(reports: Sequence[Report], groups: Mapping[str, str]) -> dict[str, str]:
    """For each report that was published on a later day than the earliest report of its group, that report's id.

    Reports without a day, or of the earliest day itself, are left out: who copied whom is unknown there.
    """
    dated = sorted((report.published, report.id) for report in reports if report.published and report.id in groups)
    earliest: dict[str, tuple[date, str]] = {}
    copies: dict[str, str] = {}
    for day, report in dated:
        first_day, first = earliest.setdefault(groups[report], (day, report))
        if day > first_day:
            copies[report] = first
    return copies


def _whole(pair: CopyPair, lengths: Mapping[str, int]) -> bool:
    if pair.kind in ("exact", "possible_translation"):
        return pair.kind == "exact"
    covered_a = _covered([Span(start, end) for start, end, _, _ in pair.passages])
    covered_b = _covered([Span(start, end) for _, _, start, end in pair.passages])
    return covered_a >= WHOLE * lengths[pair.a] and covered_b >= WHOLE * lengths[pair.b]


def _covered(spans: list[Span]) -> int:
    """How many code points stand in at least one of ``spans``."""
    total, reached = 0, 0
    for span in sorted(spans):
        total += max(0, span.end - max(span.start, reached))
        reached = max(reached, span.end)
    return total
