"""The terms of a pact and of a demand, each an item of its own: what is to be done, and a number in it.

Terms open behind "stipulates", "contains", "on the condition that", or with a noun that heads one behind "on" (of a
demand: behind "that" or an attached particle). "And" begins a new term only before such a noun, so that "the heavy and
the light arms" stay one. A list in the lines behind a colon is a list of terms.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tawatur.claim.scope import BA, LAM, HasSpan, Scope, after, before, within
from tawatur.lang.fold import ARABIC
from tawatur.model.claim import Term
from tawatur.model.mark import ActionMark, CueMark
from tawatur.model.quick import quickly_made
from tawatur.model.text import Span

TERMS_OF: Final = ("agreement", "ceasefire")
"""Types of claim that have terms; of statements those that demand or appeal."""

ASKING: Final = ("demand", "appeal")
_STOPS: Final = ("source", "reporting", "boundary", "background", "sponsor", "unattributed", "concluded", "distance")
"""Cues that end a list of terms: somebody speaks, or something else is told."""

_ARTICLE: Final = "\u0627\u0644"
_AND: Final = "\u0648"
_LAM_LAM: Final = LAM + LAM
_COMMAS: Final = "\u060c,;\u061b"
_ENDS: Final = ".!?\u061f\n"
_EDGES: Final = ' \t\u00a0\u060c,;\u061b:.-\u2013\u2014!?\u061f\u00ab\u00bb\u201c\u201d"'
_LETTERS: Final = re.compile(f"[{ARABIC}\u064b-\u0652\u0640]")
_BULLET: Final = re.compile("[ \\t]*(?:[-\u2013\u2014*\u2022\u25cf\u25aa\u25a0]+|\\d{1,2} ?[-\u2013).:])[ \\t]*")
_INSIDE_NUMBER: Final = re.compile("(?:^|[\\s:(])\\d{1,2} ?[-\u2013)][ \\t]*")
_LEAD: Final = 40
_LIST: Final = 600
"""How far from its pact a term may stand, in code points."""
_FAR: Final = 110
_CLOSE: Final = 2


@quickly_made
@dataclass(frozen=True, slots=True)
class TermSaid:
    """A term, where it stands, and the rule that opened it."""

    term: Term
    span: Span
    rule: str


def find_terms(scope: Scope, trigger: ActionMark) -> tuple[TermSaid, ...]:
    """The terms of the pact or demand that ``trigger`` tells of, in text order; none where none are said."""
    opened = _opening(scope, trigger)
    if opened is None:
        return ()
    start, rule = opened
    zone = Span(start, _end(scope, start))
    return tuple(_items(scope, zone, rule))


def term_over(scope: Scope, span: Span) -> tuple[TermSaid, ActionMark] | None:
    """The term that ``span`` lies in, with the word for the pact or demand that it is of; None where it lies in none."""
    if not scope.terms:
        return None  # as in nearly every sentence: no word of it can have terms
    for word in within(scope.actions, Span(max(0, span.start - _LIST), span.start + _LEAD)):
        for one in find_terms(scope, word) if word.span.end <= span.start or word.type in TERMS_OF else ():
            if one.span.covers(span):
                return one, word
    return None


def listed_terms(scope: Scope, trigger: ActionMark, following: Sequence[Scope]) -> tuple[TermSaid, ...]:
    """The terms that stand in the lines behind a sentence that ends in a colon, as far as bullets or numbers go."""
    opener = announces(scope, trigger)
    found: list[TermSaid] = []
    for line in following if opener else ():
        start = _after_bullet(line)
        if start is None:
            break
        found += _item(line, Span(start, line.span.end), opener.rule if opener else "")
    return tuple(found)


def announces(scope: Scope, trigger: ActionMark) -> CueMark | None:
    """The word that announces a list of terms in the lines behind a sentence; None where there is none."""
    if not _may_have_terms(trigger) or not scope.between(*scope.span).rstrip().endswith(":"):
        return None
    return next((cue for cue in reversed(scope.terms) if cue.kind == "opener"), None)


def _may_have_terms(trigger: ActionMark) -> bool:
    return trigger.type in TERMS_OF or (trigger.type == "statement" and trigger.act in ASKING)


def _opening(scope: Scope, trigger: ActionMark) -> tuple[int, str] | None:
    """Where the first term begins, and the rule that says so."""
    if not scope.terms or not _may_have_terms(trigger):
        return None
    asked = trigger.type == "statement"
    limit = _limit(scope, trigger)
    for cue in (*before([cue for cue in scope.terms if _opens(cue)], trigger.span.start, _LEAD)[:1],
                *within(scope.terms, Span(trigger.span.end, limit))):  # fmt: skip
        if cue.kind == "opener" and (not asked or cue.value is None):
            found = _behind(scope, cue, max(cue.span.end, trigger.span.end))
            if found is not None:
                return found, cue.rule
        if asked and cue.kind == "head" and _asked_for(scope, cue):
            return _begin(scope, cue), cue.rule
    return None


def _opens(cue: CueMark) -> bool:
    """Whether a cue opens terms for a pact that is named behind it ("stipulates the agreement", "the clauses of it")."""
    return cue.kind == "opener" and cue.value != "head"


def _limit(scope: Scope, trigger: ActionMark) -> int:
    """How far to look for the opening: to the next one who states or concludes something, else to the sentence's end."""
    later = [
        one.span.start for one in after(scope.actions, trigger.span.end, len(scope.chars)) if _another(one, trigger)
    ]
    stops = [
        cue.span.start
        for cue in within(scope.cues, Span(trigger.span.end, scope.span.end))
        if cue.kind in _STOPS and cue.kind not in ("sponsor", "concluded") and not _is_head(scope, cue)
    ]
    return min([*later, *stops, scope.span.end])


def _another(one: ActionMark, trigger: ActionMark) -> bool:
    """Whether a word of action tells of something else than the terms of ``trigger``."""
    stated = one.type == "statement" and one.act != trigger.act
    return stated or one.type in ("agreement_breach", "agreement_collapse")


def _behind(scope: Scope, opener: CueMark, at: int) -> int | None:
    """Where the first term begins behind an opener; None where none does."""
    heads = [cue for cue in scope.terms if cue.kind == "head"]
    if opener.value:
        touching = [head for head in after(heads, opener.span.end, _CLOSE + 2) if _alone(scope, opener, head)]
        if touching or opener.value == "head":
            return _begin(scope, touching[0]) if touching else None
        gap = scope.between(opener.span.end, opener.span.end + _LEAD)
        colon = gap.find(":")
        return opener.span.end + colon + 1 if colon >= 0 and gap[colon + 1 :].strip() else None
    near = next((head for head in after(heads, at, _FAR) if _first(scope, at, head)), None)
    return _begin(scope, near) if near else None


def _alone(scope: Scope, opener: CueMark, head: CueMark) -> bool:
    """Whether nothing but blanks and attached particles stands between an opener and a head."""
    return not scope.between(opener.span.end, _word_start(scope, head.span.start)).strip()


def _first(scope: Scope, at: int, head: CueMark) -> bool:
    """Whether a list of terms may begin with ``head``: no full stop or comma lies before it."""
    gap = scope.between(at, head.span.start)
    return not any(sign in gap for sign in _ENDS)


def _asked_for(scope: Scope, head: CueMark) -> bool:
    """Whether a head is what somebody asks for: bi- or li- is attached to it, or "to" stands before it."""
    prefix = scope.between(_word_start(scope, head.span.start), head.span.start)
    if head.value == "that":
        return prefix.endswith(BA) or scope.chars.startswith(BA, head.span.start)
    to = [cue for cue in scope.cues_of("preposition") if cue.value == "to"]
    return prefix.startswith((BA, LAM)) or bool(before(to, _word_start(scope, head.span.start), _CLOSE))


def _end(scope: Scope, start: int) -> int:
    """Where a list of terms ends: at a full stop, a word of speech or of another happening, a comma that ends the list."""
    stops = [
        cue.span.start
        for cue in within(scope.cues, Span(start, scope.span.end))
        if cue.kind in _STOPS and not _is_head(scope, cue)
    ]
    spoken = [one.span.start for one in within(scope.actions, Span(start, scope.span.end)) if one.type == "statement"]
    end = min([*stops, *spoken, scope.span.end])
    signs = (at for at in range(start, end) if scope.chars[at] in _ENDS or _closes(scope, at, end))
    return next(signs, end)


def _is_head(scope: Scope, cue: CueMark) -> bool:
    """Whether a cue is also a word that heads a term ("the disclosure of" is no speech); "except that" is none."""
    heads = any(head.kind == "head" and head.span.meets(cue.span) for head in scope.terms)
    return heads and cue.kind != "boundary"


def _closes(scope: Scope, at: int, end: int) -> bool:
    """Whether the sign at ``at`` is a comma behind which the list does not go on."""
    if scope.chars[at] not in _COMMAS:
        return False
    rest = scope.between(at + 1, end)
    word = at + 1 + len(rest) - len(rest.lstrip())
    joined = scope.chars.startswith((_AND + _ARTICLE, _AND + LAM + LAM), word)
    near = Span(word, word + len(_AND + BA + _ARTICLE) + 1)
    known: tuple[Sequence[HasSpan], ...] = (scope.terms, scope.places, scope.parties, scope.numbers, scope.times)
    return not joined and not any(within(marks, near) for marks in known)


def _items(scope: Scope, zone: Span, rule: str) -> Iterator[TermSaid]:
    """The terms of a list: it is cut before every head that "and", a comma or a number joins to it."""
    cuts, left = [zone.start], set()
    for cue in within(scope.terms, Span(zone.start + 1, zone.end)):
        if cue.kind == "numbering" or (
            cue.kind == "opener" and cue.value == "head" and _behind(scope, cue, cue.span.end)
        ):
            cuts += [cue.span.start, cue.span.end]
            left.add(cue.span.start)
        elif cue.kind == "head" and _joined(scope, cue, zone.start):
            cuts.append(_word_start(scope, cue.span.start))
    for hit in _INSIDE_NUMBER.finditer(scope.between(*zone)):
        cuts += [zone.start + hit.start(), zone.start + hit.end()]
        left.add(zone.start + hit.start())
    edges = sorted({*cuts, zone.end})
    for start, end in pairwise(edges):
        if start not in left:
            yield from _item(scope, Span(start, end), rule)


def _joined(scope: Scope, head: CueMark, first: int) -> bool:
    """Whether a head begins a term of its own: after "and" or a comma; with the article only where it governs something."""
    start = _word_start(scope, head.span.start)
    prefix = scope.between(start, head.span.start)
    comma = scope.between(first, start).rstrip().endswith((*_COMMAS, ":", "-"))
    if not prefix.startswith(_AND) and not comma:
        return False
    return not prefix.endswith((_ARTICLE, _LAM_LAM)) or comma or _governs(scope, head)


def _governs(scope: Scope, head: CueMark) -> bool:
    """Whether a preposition stands right behind a head: "and the release of", not "the heavy and the light"."""
    behind = scope.between(head.span.end, head.span.end + _CLOSE).lstrip()
    return behind.startswith((BA, LAM)) or bool(after(scope.cues_of("preposition", "negation"), head.span.end, _CLOSE))


def _item(scope: Scope, piece: Span, rule: str) -> Iterator[TermSaid]:
    """The term in a piece of a list, its edges trimmed; none where no word is left."""
    words = scope.between(*piece)
    start = piece.start + len(words) - len(words.lstrip(_EDGES))
    end = piece.end - (len(words) - len(words.rstrip(_EDGES)))
    bullet = _BULLET.match(scope.chars, start, max(start, end))
    start = bullet.end() if bullet else start
    head = next((cue for cue in within(scope.terms, Span(start, min(end, start + _LEAD))) if cue.kind == "head"), None)
    if head and _word_start(scope, head.span.start) == start:
        start, rule = _begin(scope, head), head.rule
    if end - start <= _CLOSE or not any(_LETTERS.match(letter) for letter in scope.between(start, end)):
        return
    numbers = within(scope.numbers, Span(start, end))
    yield TermSaid(
        Term(scope.between(start, end), numbers[0].quantity.best if numbers else None), Span(start, end), rule
    )


def _begin(scope: Scope, head: CueMark) -> int:
    """Where a term begins that a head opens: at the word itself, its article with it, what is attached before left out."""
    at = head.span.start
    if head.value == "that" and scope.chars.startswith(BA, at):
        return at + 1
    return at - len(_ARTICLE) if scope.between(at - len(_ARTICLE), at) == _ARTICLE else at


def _word_start(scope: Scope, at: int) -> int:
    """Where the word begins that holds the letter at ``at``."""
    while at > scope.span.start and _LETTERS.match(scope.chars[at - 1]):
        at -= 1
    return at


def _after_bullet(line: Scope) -> int | None:
    """Where the words of a line begin behind its bullet, number or ordinal; None where it has none."""
    bullet = _BULLET.match(line.chars, line.span.start, line.span.end)
    if bullet:
        return bullet.end()
    first = next(iter(line.terms), None)
    numbered = first is not None and first.kind == "numbering" and first.span.start - line.span.start <= _CLOSE
    return first.span.end if numbered and first else None
