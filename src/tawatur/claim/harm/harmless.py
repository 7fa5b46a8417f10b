"""A claim of none: "without casualties", "no injuries were recorded" beside an act that is told."""

from dataclasses import replace
from typing import Final

from tawatur.claim.scope import Scope, after, within
from tawatur.lang.vocabulary import claim_type
from tawatur.model.claim import Claim, Evidence, claim_id
from tawatur.model.mark import CueMark
from tawatur.model.text import Span

_VIOLENT: Final = ("strike", "device", "attack", "fight")
_NEAR: Final = 40


def none_reported(scope: Scope, clause: Span, claim: Claim) -> Claim | None:
    """The claim that nobody was harmed in what ``claim`` tells, with its status ``none_reported`` and no counts.

    None where nothing says so, or where the act has figures of its own: then "no deaths" is said of others.
    """
    if claim.status != "asserted" or claim.counts or claim_type(claim.type).family not in _VIOLENT:
        return None
    found = ((one, _none_of(scope, one)) for one in within(scope.cues_of("no_harm"), clause))
    cue, words = next(((one, span) for one, span in found if span), (None, None))
    if cue is None or words is None:
        return None
    origin = claim.attribution.chain[-1].name if claim.attribution.chain else None
    said = scope.chars[cue.span.start : cue.span.end]
    evidence = tuple(one for one in claim.evidence if one.field != "status")
    return replace(
        claim,
        id=claim_id(claim.report, claim.where, words, claim.type, origin),
        clause=words,
        status="none_reported",
        evidence=(*evidence, Evidence("status", cue.span, said, cue.rule, claim.where)),
    )


def _none_of(scope: Scope, cue: CueMark) -> Span | None:
    """The words that say that no harm came to people: the cue alone, or with the harm behind it; None where they do not."""
    harm = next(iter(after(scope.harms, cue.span.start, _NEAR)), None)
    if harm:
        return cue.span.join(harm.span)
    return cue.span if cue.value == "people" else None
