"""How a claim came about: the report read again, the sentence and frame behind one claim kept. Pure."""

from datetime import date

from tawatur.claim.build import Derivation, derive_claims
from tawatur.claim.read import texts_to_read
from tawatur.lang.pack import Pack
from tawatur.model.text import Report


def derivation_of(report: Report, pack: Pack, claim: str, *, as_of: date | None) -> Derivation | None:
    """The derivation of the claim with this id; None where this pack makes no such claim of the report."""
    texts = texts_to_read(report, pack, as_of=as_of)
    made = (one for text in texts for one in derive_claims(text.chars, text.marks, text.source))
    return next((one for one in made if one.claim.id == claim), None)
