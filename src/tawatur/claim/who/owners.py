"""Whose a party is: a head before a name ("fighters of X"), a unit and its army, a base and its holder, as one party."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tawatur.claim.scope import Scope, after, before, within
from tawatur.lang.forms import ARTICLE
from tawatur.model.mark import CueMark, PartyMark
from tawatur.model.text import Span

_MEANS: Final = ("aircraft", "formation")
"""Descriptions of weapons: who owns them acts by them."""
_BELONGING: Final = "said to belong to it"
MEMBERS: Final = "its members are the party"
_LAM: Final = "\u0644"
_TATWEEL: Final = "\u0640"
_OPENERS: Final = " \t#_(\"'\u201c\u201d\u00ab\u00bb\u201e" + _TATWEEL
_MARKS: Final = '#()"\u201c\u201d\u00ab\u00bb\u201e' + _TATWEEL
_TOUCH: Final = 3
_LINK: Final = 8
_MOST_LINKS: Final = 2
_COMMAS: Final = "\u060c,"
_HOLDERS: Final = ("party", "body", "fighters")
_CIVIL: Final = "civilians"
_VEHICLE: Final = "vehicle"
_NOT_IN_CONSTRUCT: Final = ("\u064a\u0646", "\u0648\u0646")
"""Endings of a plural that no noun can follow as its owner."""
_PEOPLED: Final = ("fighters", "residents")


def with_owners(clause: Scope) -> tuple[PartyMark, ...]:
    """The parties of a clause, those that are one told in two words joined, those that are only another's patron left out."""
    marks = list(clause.parties)
    kept: list[PartyMark] = []
    for mark in marks:
        last = kept[-1] if kept else None
        joined = _joined(clause, last, mark) if last else None
        if joined and last:
            kept[-1] = joined
        else:
            kept.append(_with_place(clause, mark))
    return tuple(kept)


def _joined(clause: Scope, head: PartyMark, mark: PartyMark) -> PartyMark | None:
    """``head`` with ``mark`` as its owner, patron or parent; None where they are two parties."""
    if mark.group not in _HOLDERS or mark.party.id is None:
        return None
    gap = Span(head.span.end, max(head.span.end, mark.span.start))
    link = _link(clause, gap)
    if head.party.id is None and head.party.parent is None:
        if head.group in ("facility", "fighters"):
            return _head_of(clause, head, mark, link)
        return None
    if head.party.id == mark.party.id and _bare(clause, gap):
        return head  # a description that took the name in already
    if head.party.parent == mark.party.id and (_bare(clause, gap) or link or gap.end - gap.start <= _LINK * 2):
        return _held(head, mark)
    if head.party.id and head.group in ("party", "body", "fighters"):
        return _part_of(clause, head, mark, gap, link)
    return None


def _head_of(clause: Scope, head: PartyMark, mark: PartyMark, link: CueMark | None) -> PartyMark | None:
    """A description right before a name: fighters of X are X, and so is a checkpoint of X; a school of X is a school."""
    gap = Span(head.span.end, mark.span.start)
    if link is None and not _bare(clause, gap):
        return None
    said = _read(clause.chars[head.span.start : mark.span.end])
    if link and (link.value == "backed" or head.group == "fighters"):
        return replace(head, party=replace(head.party, said=said, parent=mark.party.id), span=head.span.join(mark.span))
    one = replace(head, party=replace(head.party, said=said, parent=mark.party.id))
    if head.group == "facility":
        return _held(one, mark)
    return PartyMark(head.span.join(mark.span), replace(mark.party, said=said, why=MEMBERS), mark.group, mark.rule)


def _read(chars: str) -> str:
    """Characters as a person would type a name: quotes, brackets and hashes left out."""
    return " ".join("".join(sign for sign in chars if sign not in _MARKS).replace("_", " ").split())


def _held(head: PartyMark, owner: PartyMark) -> PartyMark:
    """A facility with its owner: a military one or a vehicle stands for the owner, a civilian one for itself."""
    span = head.span.join(owner.span)
    if head.rule.rpartition("#")[2] in _MEANS and head.party.why == _BELONGING:
        return PartyMark(span, replace(owner.party, said=head.party.said, why=_BELONGING), owner.group, head.rule)
    military = head.party.kind != _CIVIL or head.rule.endswith(f"#{_VEHICLE}")
    if head.group != "facility" or not military:
        return replace(head, span=span)
    return PartyMark(span, replace(owner.party, said=head.party.said, why="it is its own"), "facility", head.rule)


def _part_of(clause: Scope, head: PartyMark, mark: PartyMark, gap: Span, link: CueMark | None) -> PartyMark | None:
    """A unit with the army that it belongs to ("the Fourth Division in the regime's forces"), or with its patron."""
    inside = link is None and head.party.side == mark.party.side and _is_in(clause, gap)
    if link is None and not inside:
        return None
    if link is not None and link.value == "backed":
        return head
    return replace(head, party=replace(head.party, parent=head.party.parent or mark.party.id))


def _link(clause: Scope, gap: Span) -> CueMark | None:
    """The word "belonging to" or "backed by" in a gap that holds little else: an adjective before it, a second such word."""
    links = [cue for cue in within(clause.cues, gap) if cue.kind == "belongs"]
    if not links:
        return None
    rest = clause.between(links[-1].span.end, gap.end).strip(_OPENERS + _LAM)
    described = clause.between(gap.start, links[0].span.start).strip(_OPENERS + _COMMAS)
    return links[-1] if not rest and " " not in described and len(links) <= _MOST_LINKS else None


def _bare(clause: Scope, gap: Span) -> bool:
    """Whether nothing but blanks, quotes, a hash or "of" stands in a gap."""
    rest = clause.between(*gap).strip(_OPENERS)
    return len(rest) == 0 or rest == _LAM


def _is_in(clause: Scope, gap: Span) -> bool:
    """Whether a gap holds "in" and nothing else."""
    cues = [cue for cue in within(clause.cues, gap) if cue.kind == "preposition"]
    return (
        len(cues) == 1
        and gap.end - gap.start <= _LINK
        and not clause.between(cues[0].span.end, gap.end).strip(_OPENERS)
    )


def _with_place(clause: Scope, mark: PartyMark) -> PartyMark:
    """People in construct with a place ("the residents of X", "the fighters of the town") with the place in their name."""
    definite = mark.party.said.startswith(ARTICLE) or mark.party.said.endswith(_NOT_IN_CONSTRUCT)
    if mark.group not in _PEOPLED or mark.party.id or " " in mark.party.said or definite:
        return mark
    places = [one.span for one in after(clause.places, mark.span.end, _TOUCH) if one.place.relation is None]
    repeats = [one.span for one in after(clause.cues_of("repeat_place"), mark.span.end, 1)]
    end = next((span.end for span in [*repeats, *places] if clause.between(mark.span.end, span.start) == " "), None)
    if end is None:
        return mark
    said = clause.chars[mark.span.start : end]
    return replace(mark, party=replace(mark.party, said=said))


def owned_after(clause: Scope, parties: Iterator[PartyMark] | tuple[PartyMark, ...], at: int) -> PartyMark | None:
    """The party that the weapon or thing ending at ``at`` belongs to ("a launcher belonging to X", "the artillery of X")."""
    marks = tuple(parties)
    link = next(iter(after(clause.cues_of("belongs"), at, _TOUCH)), None)
    if link:
        found = next(iter(after(marks, link.span.end, _TOUCH)), None)
        return found if found and link.value != "backed" else None
    found = next(iter(after(marks, at, _TOUCH)), None)
    return found if found and (found.group == "adjective" or _bare(clause, Span(at, found.span.start))) else None


def is_of_site(clause: Scope, mark: PartyMark) -> bool:
    """Whether a party stands behind a word for what is hit ("the positions of X"): then it is hit, and acts not."""
    return bool(before(clause.cues_of("site", "mention"), mark.span.start, _TOUCH))
