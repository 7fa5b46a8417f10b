"""A figure: one count of a claim, with the characters that say it."""

from dataclasses import dataclass

from tawatur.model.count import Count
from tawatur.model.mark import PeopleMark, PersonMark
from tawatur.model.quick import quickly_made
from tawatur.model.text import Span


@quickly_made
@dataclass(frozen=True, slots=True)
class Figure:
    """A count with the characters that say it and the rule that saw it. ``named`` are those of them whose names are told."""

    count: Count
    span: Span
    rule: str
    people: PeopleMark | None
    parts: tuple[tuple[Span, str], ...] = ()
    named: tuple[PersonMark, ...] = ()
