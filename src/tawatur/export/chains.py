"""The chain graph of an event as a line of JSON (docs/formats.md)."""

from tawatur.export.parts import Known, Line, free, ref_of, rounded, speaker_part
from tawatur.model.copies import CopyPair
from tawatur.record.chains.graphs import ChainedClaim, ChainGraph


def chains_line(graph: ChainGraph, known: Known) -> Line:
    """One line of ``chains.jsonl``."""
    return {
        "event": graph.event,
        "origins": [free(origin, known) for origin in graph.origins],
        "claims": [_claim(claim, known) for claim in graph.claims],
        "copies": [_copy(pair, known) for pair in graph.copies],
    }


def _claim(claim: ChainedClaim, known: Known) -> Line:
    return {
        "claim": claim.claim,
        "report": ref_of(claim.report, known),
        "outlet": claim.outlet,
        "chain": [speaker_part(speaker, known) for speaker in claim.links],
        "origin": claim.origin,
        "why": claim.why,
        "depends": [*claim.depends],
    }


def _copy(pair: CopyPair, known: Known) -> Line:
    return {
        "a": ref_of(pair.a, known),
        "b": ref_of(pair.b, known),
        "kind": pair.kind,
        "shared": rounded(pair.shared),
        "direction": pair.direction,
    }
