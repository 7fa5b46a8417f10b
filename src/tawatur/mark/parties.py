"""Parties: registered ones under any of their names, misspelt ones too, and unnamed ones by their description."""

from collections.abc import Iterator, Sequence
from typing import Final

from tawatur.lang.lexicon import Hit, Page
from tawatur.lang.pack import LISTED_WORDS, Pack
from tawatur.lang.party_names import party_names
from tawatur.lang.schema import NumberRule, PartyRule, PartyWordRule
from tawatur.mark.described import Surroundings, described
from tawatur.mark.party_said import as_read
from tawatur.mark.party_typos import forgiven_names
from tawatur.mark.spans import Covered
from tawatur.mark.units import mark_clan, mark_unit
from tawatur.model.mark import PartyMark
from tawatur.model.party import PartyRef

__all__ = ["as_read", "mark_parties", "party_of"]

_HEADS: Final = ("head", "unit", "clan")


def mark_parties(page: Page, pack: Pack) -> tuple[PartyMark, ...]:
    """The parties that a text names or describes, in text order; a registered name wins over a description inside it.

    A name that several parties bear stands for the first of the register, the rest in ``others``: which is meant
    depends on the day, which the text alone does not tell.
    """
    registered = [(hit, _registered(page, pack, hit)) for hit in page.hits("parties")]
    barred = _barred(page, pack)
    forgiven = _misspelt(page, pack, barred, [mark for _, mark in registered])
    over = Covered(mark.span for mark in forgiven)
    named = [(hit, mark) for hit, mark in registered if mark.group != "blocked" and not over.meets(mark.span)]
    marks = [*(mark for _, mark in named), *forgiven]
    taken = Covered(mark.span for mark in marks if mark.group != "adjective")
    unnamed = [mark for mark in _unnamed(page, pack, named, barred) if not taken.meets(mark.span)]
    inside = Covered(mark.span for mark in unnamed)
    kept = (mark for mark in marks if mark.group != "adjective" or not inside.meets(mark.span))
    return tuple(sorted((*kept, *unnamed), key=lambda mark: mark.span))


def party_of(rule: PartyRule, said: str, *, others: Sequence[str] = (), why: str | None = None) -> PartyRef:
    """The registered party of a rule, called ``said``; ``others`` bear the name too, ``why`` it is this one."""
    return PartyRef(said, rule.id, rule.name_ar, rule.name_en, rule.side, rule.kind, others=tuple(others), why=why)


def _registered(page: Page, pack: Pack, hit: Hit) -> PartyMark:
    """The mark of a registered name. An adjective ("Russian") is a party only beside what it describes."""
    rule = pack.rule(hit, PartyRule)
    group = "adjective" if hit.entry.shape in ("noun", "opened") else rule.group
    if group in ("adjective", "blocked"):
        return PartyMark(page.span(hit.start, hit.end), party_of(rule, as_read(page, hit)), group, hit.entry.rule)
    first, *others = party_names(pack).bearers.get(page.view[hit.start : hit.end], (rule.id,))
    chosen = _rule(pack, first)
    party = party_of(chosen, as_read(page, hit), others=others)
    return PartyMark(page.span(hit.start, hit.end), party, chosen.group, f"{pack.language}/parties#{first}")


def _rule(pack: Pack, party: str) -> PartyRule:
    """The row of a registered party."""
    rule = pack.rules[f"{pack.language}/parties#{party}"]
    assert isinstance(rule, PartyRule)
    return rule


def _barred(page: Page, pack: Pack) -> bytes:
    """1 for each place of the view where some lexicon has a word, else 0."""
    hits = [hit for lexicon in LISTED_WORDS for hit in page.hits(lexicon)]
    is_weak = pack.gazetteer.is_weak
    hits += [hit for hit in page.hits("gazetteer") if not is_weak(hit.entry.rule)]
    barred = bytearray(len(page.view))
    for _, start, end, _, _ in hits:
        barred[start:end] = b"\x01" * (end - start)
    return bytes(barred)


def _misspelt(page: Page, pack: Pack, barred: bytes, named: list[PartyMark]) -> list[PartyMark]:
    """The marks of misspelt names that reach beyond the names that are spelt right."""
    found: list[PartyMark] = []
    for one in forgiven_names(page, pack, barred):
        span = page.span(*one.span)
        first, *others = one.name.ids
        chosen = _rule(pack, first)
        why = f"one letter away from {' '.join(one.name.words)}"
        party = party_of(chosen, page.as_read(*one.span), others=others, why=why)
        mark = PartyMark(span, party, chosen.group, f"{pack.language}/parties#{first}")
        if not any(other.span.meets(span) and not span.covers(other.span) for other in [*named, *found]):
            found.append(mark)
    return found


def _unnamed(page: Page, pack: Pack, named: list[tuple[Hit, PartyMark]], barred: bytes) -> Iterator[PartyMark]:
    """The marks of descriptions, formations and clans."""
    rules = pack.rows(PartyWordRule)
    rows = [(hit, rules[hit.entry.rule]) for hit in page.hits("party_words")]
    if not any(rule.role in _HEADS for _, rule in rows):
        return
    near = Surroundings(
        page,
        pack,
        adjectives={_word(hit): hit for hit, rule in rows if rule.role == "adjective"},
        links={hit.start: hit for hit, rule in rows if rule.role == "of"},
        states={_word(hit): mark for hit, mark in named if mark.group == "adjective"},
        named={_word(hit): (hit, mark) for hit, mark in named if mark.group != "adjective"},
        barred=barred,
    )
    ordinals = {hit.start: hit for hit in page.hits("numbers") if pack.rule(hit, NumberRule).role == "ordinal"}
    for hit, rule in rows:
        if rule.role == "head":
            mark = described(near, hit)
        elif rule.role == "unit":
            mark = mark_unit(page, pack, hit, ordinals)
        else:
            mark = mark_clan(page, pack, hit, barred) if rule.role == "clan" else None
        if mark:
            yield mark


def _word(hit: Hit) -> int:
    """Where the word of a hit begins, with what is attached to it."""
    return hit.start - len(hit.before)
