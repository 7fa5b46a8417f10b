"""Agreements as ledgers: their terms, and who says that which of them was broken."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tawatur.lang.fold import fold_key
from tawatur.model.claim import Claim, Term
from tawatur.model.event import Event
from tawatur.model.party import PartyRef
from tawatur.model.story import Agreement, Breach, LedgerTerm, agreement_id
from tawatur.record.alike.places import relation
from tawatur.record.context import Context
from tawatur.record.grouping.group import Group
from tawatur.record.grouping.pacts import BESIDE, BREAKS, BROKEN, MADE, MEETING, MEMORY_DAYS, PACTS, nearness
from tawatur.record.item import Item

SHORT: Final = 4
"""Words of fewer letters than this say nothing of which term is meant."""
_LEADING: Final = re.compile("^[\u0648\u0641\u0628\u0643]?(?:\u0627\u0644|\u0644\u0644)")
"""The article, with what is written together with it."""


@dataclass(frozen=True, slots=True)
class _Pact:
    """An event that is an agreement, with those of its claims that tell that it was made."""

    event: Event
    items: tuple[Item, ...]


def ledgers_of(events: Sequence[Event], groups: Mapping[str, Group], context: Context) -> tuple[Agreement, ...]:
    """The ledgers of all agreements, sorted by id. ``groups`` are the claims of each event, by its id.

    A breach is one of the agreement that its report tells nearest to it; where its report tells of none, of the last one
    before it between the same parties at the same place.
    """
    pacts = [pact for event in events if (pact := _pact(event, groups[event.id])) is not None]
    broken = _breaks(events, groups, pacts, context)
    return tuple(
        sorted((_ledger(pact, broken.get(pact.event.id, {}), context) for pact in pacts), key=lambda one: one.id)
    )


def _pact(event: Event, group: Group) -> _Pact | None:
    if event.grade.name == "discounted":
        return None
    told = tuple(item for item in group if item.claim.type in PACTS and item.claim.status in MADE)
    return _Pact(event, told) if told and event.type in (*PACTS, "negotiation") else None


Broken = dict[str, dict[str, list[Item]]]
"""Claims that an agreement was broken, by the agreement's event and by their own."""


def _breaks(events: Sequence[Event], groups: Mapping[str, Group], pacts: Sequence[_Pact], context: Context) -> Broken:
    told_in: defaultdict[str, list[tuple[Item, _Pact]]] = defaultdict(list)
    for pact in pacts:
        for item in pact.items:
            told_in[item.claim.report].append((item, pact))
    by_party: defaultdict[str, list[tuple[Item, _Pact]]] = defaultdict(list)
    for pact in pacts:
        for item in pact.items:
            for party in item.actors | item.targets:
                by_party[party].append((item, pact))
    found: Broken = {}
    for event in events:
        for item in groups[event.id]:
            if item.claim.type in BREAKS and item.claim.status in BROKEN and event.grade.name != "discounted":
                meant = _nearest(item, told_in[item.claim.report]) or _last_before(item, by_party, context)
                if meant is not None:
                    found.setdefault(meant.event.id, {}).setdefault(event.id, []).append(item)
    return found


def _nearest(item: Item, told: Iterable[tuple[Item, _Pact]]) -> _Pact | None:
    """The agreement that the same text tells nearest to a breach, of two as near the one before it."""
    near = [(nearness(other.claim, item.claim), pact) for other, pact in told if other.claim.where == item.claim.where]
    close = [(gap, pact.event.id, pact) for gap, pact in near if gap[0] <= BESIDE]
    return min(close, key=lambda entry: entry[:2])[2] if close else None


def _last_before(item: Item, by_party: Mapping[str, Sequence[tuple[Item, _Pact]]], context: Context) -> _Pact | None:
    """The last agreement before a breach that shares a party with it and a place."""
    if item.days is None:
        return None
    until = item.days[1]
    fitting = [
        (pact.event.start, pact.event.id, pact)
        for party in sorted(item.actors | item.targets)
        for other, pact in by_party.get(party, ())
        if pact.event.start is not None
        and 0 <= (until - pact.event.start).days <= MEMORY_DAYS
        and _same_place(item, other, context)
    ]
    return max(fitting, key=lambda entry: entry[:2])[2] if fitting else None


def _same_place(a: Item, b: Item, context: Context) -> bool:
    return relation(a, b, context.rules) in MEETING


def _ledger(pact: _Pact, broken: Mapping[str, Sequence[Item]], context: Context) -> Agreement:
    terms = _terms(pact.items, [item.claim for items in broken.values() for item in items])
    breaches = [breach for event, items in sorted(broken.items()) for breach in _breaches(event, items, terms, context)]
    claims = tuple(item.id for item in pact.items)
    event = pact.event
    return Agreement(agreement_id(event.id), event.id, event.title_ar, event.title_en, terms, tuple(breaches), claims)


def _terms(items: Sequence[Item], broken: Sequence[Claim]) -> tuple[LedgerTerm, ...]:
    """The terms that the claims give, each once, in the order of the claim that gives most of them.

    One whose words all stand in another is that other. What itself tells that the agreement was broken is no term of it,
    however the sentence goes on.
    """
    given = [(item.id, number, term) for item in items for number, term in _own_terms(item.claim, broken)]
    told: list[tuple[frozenset[str], Term, list[tuple[str, int]]]] = []
    for claim, number, term in sorted(given, key=lambda row: (-len(row[2].said), row[2].said, row[0], row[1])):
        words = _content(term.said)
        same = next((row for row in told if words and words <= row[0]), None)
        if same is None:
            told.append((words, term, [(claim, number)]))
        else:
            same[2].append((claim, number))
    many = Counter(claim for claim, _, _ in given)
    told.sort(key=lambda row: min((-many[claim], claim, number) for claim, number in row[2]))
    return tuple(
        LedgerTerm(term.said, term.number, tuple(sorted({claim for claim, _ in places}))) for _, term, places in told
    )


def _own_terms(claim: Claim, broken: Sequence[Claim]) -> Iterator[tuple[int, Term]]:
    """The terms of a claim with their numbers, without those that hold the words of a breach."""
    words = [
        entry.span
        for other in broken if (other.report, other.where) == (claim.report, claim.where)
        for entry in other.evidence if entry.field == "type"
    ]  # fmt: skip
    for number, term in enumerate(claim.terms):
        spans = [entry.span for entry in claim.evidence if entry.field == f"terms[{number}]"]
        if not any(span.meets(word) for span in spans for word in words):
            yield number, term


def _breaches(event: str, items: Sequence[Item], terms: Sequence[LedgerTerm], context: Context) -> list[Breach]:
    """The breaches that one event tells of, one for each term that they break."""
    by_term: defaultdict[tuple[str, int], list[Item]] = defaultdict(list)
    for item in items:
        term = _term_of(item.claim, terms, context)
        by_term[BREAKS[item.claim.type], -1 if term is None else term].append(item)
    return [
        _breach(event, kind, None if term < 0 else term, held, context)
        for (kind, term), held in sorted(by_term.items())
    ]


def _breach(event: str, kind: str, term: int | None, items: Sequence[Item], context: Context) -> Breach:
    claims = [item.claim for item in items]
    by = {party.name_ar or party.said: party for claim in claims for party in claim.actors}
    said_by = context.claimants(claims)
    status = Counter(claim.status for claim in claims)
    return Breach(
        event, kind, term, tuple(sorted(item.id for item in items)), tuple(sorted(by)),
        tuple(_english(by[name]) for name in sorted(by)), said_by.ar, said_by.en,
        min(status, key=lambda one: (one != "asserted", -status[one], one)),
    )  # fmt: skip


def _english(party: PartyRef) -> str:
    return party.name_en or party.said


def _term_of(claim: Claim, terms: Sequence[LedgerTerm], context: Context) -> int | None:
    """The index of the term of which most words stand where the breach is told, None where none has two, or all of it."""
    report = context.reports[claim.report]
    text = report.text if claim.where == "body" else report.title
    if text is None:
        return None
    said = _content(text.chars[claim.clause.start : claim.clause.end])
    shared = [(len(_content(term.said) & said), number) for number, term in enumerate(terms)]
    best = max(shared, key=lambda pair: (pair[0], -pair[1]), default=(0, 0))
    return best[1] if best[0] >= 2 else None


def _content(words: str) -> frozenset[str]:
    """The words that say something, folded, without the article and what is written together with it."""
    plain = (_LEADING.sub("", word) for word in fold_key(words).split())
    return frozenset(word for word in plain if len(word) >= SHORT)
