"""What a report tells of itself: its own day, and the origin that a credit line names."""

from collections.abc import Iterator, Sequence
from typing import Final

from tawatur.claim.scope import within
from tawatur.model.mark import Marks, PartyMark, Region, TimeMark
from tawatur.model.text import Span
from tawatur.model.time import DayHint

_LONGEST: Final = 60


def find_hints(chars: str, marks: Marks) -> tuple[DayHint, ...]:
    """The hints at a report's own day, in text order: datelines, "today", embedded posts, full dates mentioned."""
    hints = [*_posted(chars, marks.regions), *_timed(chars, marks)]
    return tuple(hint for _, hint in sorted(hints, key=lambda pair: pair[0]))


def _posted(chars: str, regions: Sequence[Region]) -> Iterator[tuple[Span, DayHint]]:
    """The days of embedded posts, and those of the posts that a report is."""
    for region in regions:
        if region.posted:
            kind = "dateline" if region.kind == "dateline" else "posted"
            yield (
                region.span,
                DayHint(kind, region.posted, chars[region.span.start : region.span.end][:80], region.rule),
            )


def _timed(chars: str, marks: Marks) -> Iterator[tuple[Span, DayHint]]:
    """The times that tell the report's day, those of furniture left out."""
    for region in marks.regions:
        for mark in within(marks.times, region.span):
            kind = _kind(region, mark)
            if kind:
                yield mark.span, DayHint(kind, mark.said, chars[mark.span.start : mark.span.end], mark.rule)


def _kind(region: Region, mark: TimeMark) -> str | None:
    """What a time in a region tells of the report's day; None where it tells nothing."""
    said = mark.said
    full = said.form == "date" and None not in (said.year, said.month, said.day)
    if region.kind == "dateline" and full:
        return "dateline"
    if region.kind not in ("body", "title", "embed"):
        return None
    today = said.unit == "day" and said.offset == 0 and said.anchor is None
    if today and (said.weekday is not None or said.day is not None) and region.kind != "embed":
        return "today"
    return "mentioned" if full and said.bound is None and said.until is None else None


def find_credit(chars: str, marks: Marks) -> str | None:
    """The origin that a credit line names: a registered body, else the words of the line; None where there is none."""
    for region in marks.regions:
        if region.kind != "credit":
            continue
        named = _named(within(marks.parties, region.span))
        if named:
            return named.party.id or named.party.said
        line = chars[region.span.start : region.span.end]
        after_colon = line.partition(":")[2].strip()
        if after_colon:
            return after_colon
        following = next((other for other in marks.regions if other.span.start >= region.span.end), None)
        if not line.rstrip().endswith(":") or following is None or following.kind == "furniture":
            return line.strip()
        return chars[following.span.start : following.span.end].strip()[:_LONGEST]
    return _byline(chars, marks)


def _byline(chars: str, marks: Marks) -> str | None:
    """The agency that a line of its own names, alone or behind a town ("Aleppo / Anadolu"); None where none does."""
    for mark in marks.parties:
        if mark.group != "outlet" or mark.party.id is None:
            continue
        line = Span(chars.rfind("\n", 0, mark.span.start) + 1, _line_end(chars, mark.span.end))
        if line.end - line.start > _LONGEST:
            continue
        named = [mark.span, *(place.span for place in within(marks.places, line))]
        rest = [sign for at, sign in enumerate(chars[line.start : line.end], line.start) if not _inside(at, named)]
        if (line.start or line.end < len(chars)) and not any(sign.isalnum() for sign in rest):
            return mark.party.id
    return None


def _line_end(chars: str, at: int) -> int:
    end = chars.find("\n", at)
    return len(chars) if end < 0 else end


def _inside(at: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= at < span.end for span in spans)


def _named(parties: Sequence[PartyMark]) -> PartyMark | None:
    return next((mark for mark in parties if mark.group in ("outlet", "monitor", "body")), None)
