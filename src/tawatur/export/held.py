"""The fields of a claim that hold a value, by the names that evidence gives them."""

from typing import Final

from tawatur.model.claim import Claim

LISTS: Final = ("places", "actors", "targets", "sponsors", "counts", "victims", "weapons", "terms", "chain")
PLAIN: Final = {"status": "asserted", "stance": "plain", "told_as": "news"}
"""What a claim is where no word says otherwise: silence needs no evidence."""


def held_fields(claim: Claim) -> tuple[str, ...]:
    """The fields that need evidence: "type", "date", "counts[0]" … Those that keep their plain value do not."""
    changed = (name for name, plain in PLAIN.items() if getattr(claim, name) != plain)
    spoken = (name for name in ("act", "phase") if getattr(claim, name) is not None)
    dated = ("date",) if claim.date.start or claim.date.end or claim.date.said else ()
    items = (f"{name}[{n}]" for name in LISTS for n in range(_length(claim, name)))
    return ("type", *dated, *changed, *items, *spoken, *_told(claim))


def is_field(name: str, claim: Claim) -> bool:
    """Whether evidence may carry this name: a field of docs/formats.md, and an item that the claim has."""
    base, _, rest = name.partition("[")
    if base not in LISTS:
        return name.partition(".")[0] in {"type", "date", "act", "phase", "attribution", "interest", *PLAIN}
    number = rest.partition("]")[0]
    return not rest or (number.isdecimal() and int(number) < _length(claim, base))


def supports(evidence: str, field: str) -> bool:
    """Whether evidence of one name speaks for a field: its own, a part of it ("counts[0].low"), or its whole list."""
    return evidence == field or evidence.startswith(f"{field}.") or evidence == field.partition("[")[0]


def _told(claim: Claim) -> tuple[str, ...]:
    """A missing speaker and a plain interest are said by words too ("it was reported", "our martyrs")."""
    unspoken = ("attribution",) if claim.attribution.mode == "unattributed" and not claim.attribution.chain else ()
    return (*unspoken, "interest") if claim.attribution.interest else unspoken


def _length(claim: Claim, name: str) -> int:
    return len(claim.attribution.chain if name == "chain" else getattr(claim, name))
