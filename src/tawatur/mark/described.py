"""Parties that no register holds: a common noun with what describes it ("local militias of X", "Russian warplanes")."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from tawatur.lang.fold import fold_keys
from tawatur.lang.forms import ARTICLE, LAM_LAM
from tawatur.lang.lexicon import Hit, Page
from tawatur.lang.pack import Pack
from tawatur.lang.schema import MorphologyFile, PartyWordRule
from tawatur.mark.party_said import said_of
from tawatur.model.mark import PartyMark
from tawatur.model.party import PartyRef
from tawatur.model.text import Span

_LEAST_LETTERS: Final = 4
_MOST_ADJECTIVES: Final = 3
_LAM: Final = "\u0644"
_YA: Final = "\u064a"
_MEMBERS: Final = ("fighters",)
"""Whose members are the party itself: who belongs to X and fights is X."""
_OWNED: Final = ("fighters", "facility")
_PARENTS: Final = ("party", "body")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands on a page beside the nouns that head a description, by where it begins in the view.

    ``barred`` is 1 at the places where another lexicon has a word.
    """

    page: Page
    pack: Pack
    adjectives: Mapping[int, Hit]
    links: Mapping[int, Hit]
    states: Mapping[int, PartyMark]
    named: Mapping[int, tuple[Hit, PartyMark]]
    barred: bytes


@dataclass(slots=True)
class _Reading:
    """A description while it is read: how far it reaches, its words in English, and the state it is of."""

    end: int
    english: list[str | None]
    state: PartyMark | None = None


def described(near: Surroundings, hit: Hit) -> PartyMark | None:
    """The mark of one description; None where its noun alone is no party."""
    rule = near.pack.rule(hit, PartyWordRule)
    start = hit.start - len(ARTICLE) if hit.before.endswith(ARTICLE) else hit.start
    reading = _Reading(hit.end + len(hit.after), [rule.name_en])
    _read_adjectives(near, hit, start, reading)
    if reading.state is None and not rule.bare and _owner(near, reading.end) is None:
        return None
    span = near.page.span(start, reading.end)
    english = " ".join(reversed([word for word in reading.english if word])) if all(reading.english) else None
    party = PartyRef(said_of(near.page, hit, start, reading.end), name_en=english, side=rule.side, kind=rule.kind)
    if reading.state:
        state = reading.state.party
        party = replace(state, said=party.said, why="the adjective names the state")
        return PartyMark(span, party, "party", hit.entry.rule)
    return PartyMark(span, _owned(near, party, rule, reading.end), rule.group, hit.entry.rule)


def _read_adjectives(near: Surroundings, hit: Hit, start: int, reading: _Reading) -> None:
    """Take the adjectives that agree with the noun into ``reading``."""
    view = near.page.view
    definite = view.startswith((ARTICLE, LAM_LAM), start) or hit.before.endswith(LAM_LAM) or hit.after != ""
    number = _number_at(near.page, reading.end)
    for word in near.page.words[number : number + _MOST_ADJECTIVES]:
        if view[reading.end : word.start] != " " or view.startswith(ARTICLE, word.start) != definite:
            return
        state, known = near.states.get(word.start), near.adjectives.get(word.start)
        if state and near.pack.rule(hit, PartyWordRule).group == "fighters":
            reading.state, reading.end = state, word.end
            reading.english.append(state.party.name_en)
        elif known and known.end == word.end:
            reading.english.append(near.pack.rule(known, PartyWordRule).name_en)
            reading.end = word.end
        elif _describes(near, word):
            reading.english.append(None)
            reading.end = word.end
        else:
            return


def _number_at(page: Page, end: int) -> int:
    """The number of the first word that begins at ``end`` or later."""
    return bisect_left(page.words, (end,))


def _describes(near: Surroundings, word: Span) -> bool:
    """Whether a word that no lexicon holds has an adjective's ending."""
    written = near.page.view[word.start : word.end]
    return (
        not near.barred[word.start]
        and not near.barred[word.end - 1]
        and len(written) >= _LEAST_LETTERS
        and written.endswith(_adjective_endings(near.pack))
        and not (written.startswith(_YA) and not written[:-2].endswith(_YA))  # a verb: its plural ends alike
    )


@cache
def _adjective_endings(pack: Pack) -> tuple[str, ...]:
    """The folded endings of adjectives that follow a party's word."""
    morphology = pack.files["morphology"]
    return fold_keys(morphology.adjective_endings) if isinstance(morphology, MorphologyFile) else ()


def _owned(near: Surroundings, party: PartyRef, rule: PartyWordRule, end: int) -> PartyRef:
    """``party`` with the registered one that it belongs to: of fighters it is that party, else its parent."""
    found = _owner(near, end) if rule.group in _OWNED else None
    if found is None:
        return party
    owner, link, reach = found
    said = f"{party.said} {near.page.as_read(end, reach)}"
    if rule.group in _MEMBERS and link in (None, "of-members"):
        return replace(owner.party, said=said, why="its members are the party")
    why = "said to be backed by it" if link == "backed" else "said to belong to it"
    return replace(party, said=said, parent=owner.party.id, side=owner.party.side, why=why)


def _owner(near: Surroundings, end: int) -> tuple[PartyMark, str | None, int] | None:
    """The registered party that a description goes on with, by which link ("belonging to", "from", none), and its end."""
    view, link = near.page.view, None
    if view[end : end + 1] != " ":
        return None
    at = end + 1
    hit = near.links.get(at)
    if hit and view[hit.end : hit.end + 1] == " ":
        link, at = near.pack.rule(hit, PartyWordRule).id, hit.end + 1
    found = near.named.get(at)
    if found is None or found[1].group not in _PARENTS:
        return None
    to = found[0].before.endswith(_LAM) or view.startswith(LAM_LAM, found[0].start)
    bare = found[0].before == "" and not view.startswith(LAM_LAM, found[0].start)
    return (found[1], link, found[0].end) if to or bare else None
