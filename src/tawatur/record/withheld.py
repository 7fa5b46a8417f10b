"""Whose names are kept out of what is published: children, detainees, witnesses, survivors of sexual violence.

A name is withheld in the whole case once one claim gives a reason, since the same person may stand in another claim
without it. See the decision page on withheld names for what this can and cannot promise.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final, Literal

from tawatur.lang.fold import LETTERS, fold, fold_key
from tawatur.model.case import CaseView
from tawatur.model.claim import Claim
from tawatur.model.party import Victim
from tawatur.model.text import Span
from tawatur.record.item import name_words
from tawatur.record.rules import load_rules

Names = Literal["public", "all"]
"""Which names may be shown: those that endanger nobody, or all."""

CHILDREN: Final = frozenset({"child", "children", "girl", "boy", "infant", "minor"})
DETAINED: Final = frozenset({"arrested", "abducted", "captured", "disappeared"})
DETENTION: Final = frozenset({"arrest", "abduction", "capture", "torture", "death_in_custody"})
SEIZURE: Final = frozenset({"arrest", "abduction", "capture"})
SPEAKERS: Final = frozenset({"witness", "local_source", "person"})
MASK: Final = "\u2026"

ATTACHED: Final = frozenset("\u0648\u0641\u0628\u0644\u0643")
"""One-letter words that are written together with the word after them: wa, fa, bi, li, ka."""

Word = tuple[str, int, int]
_WORD: Final = re.compile(f"[{LETTERS}0-9]+")


@dataclass(frozen=True, slots=True)
class Withheld:
    """The names that are kept out. ``reasons``: folded name to child, detainee, survivor or witness.

    ``by_first`` finds the names by their first folded word and how many words they have: a case of detainees holds
    hundreds who share a first name. A name of several words is found in any spelling of its
    letters; one of a single word only as ``spelled``, since folded it may be an ordinary word. ``begins`` are the
    folded words that a name can begin in, letters attached to it or none.
    """

    reasons: Mapping[str, str]
    by_first: Mapping[str, Mapping[int, frozenset[tuple[str, ...]]]]
    spelled: frozenset[str]
    begins: frozenset[str]

    def reason(self, name: str) -> str | None:
        """Why this name is kept out, or None where it may be shown."""
        return self.reasons.get(fold_key(name))

    def of_victim(self, victim: Victim) -> str | None:
        """Why this victim's name is kept out, or None: what is known of him by another form of the name holds for this one."""
        known = "child" if self.reasons and victim.sex_age in CHILDREN else None
        return self.reason(victim.name) or known

    def shown(self, name: str) -> str:
        """A name that may be shown, with no part of it masked that is but another's first name."""
        whole = [span for span in self.spans(name) if _is_full(fold_key(name[span.start : span.end]))]
        return self._masked(name, whole)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Where the names stand in ``text``, in text order, as code points; no two meet."""
        if self.begins.isdisjoint(fold_key(text).split()):
            return ()  # so it is with nearly every quote of a case, and all of them are asked
        view = fold(text)
        words = [(hit.group(), hit.start(), hit.end()) for hit in _WORD.finditer(view.view)]
        likely = (n for n, (word, _, _) in enumerate(words) if word in self.begins)
        spans = (view.back(*hit) for n in likely for hit in self._at(view.view, words, n))
        return _joined(sorted(span for span in spans if self._meant(text, span)))

    def mask(self, text: str) -> str:
        """``text`` with each of the names replaced by an ellipsis."""
        return self._masked(text, self.spans(text))

    def _masked(self, text: str, spans: Iterable[Span]) -> str:
        parts, at = [], 0
        for span in spans:
            parts += [text[at : span.start], MASK]
            at = span.end
        return "".join([*parts, text[at:]])

    def _at(self, view: str, words: list[Word], n: int) -> Iterator[tuple[int, int]]:
        """The stretches of the view where a name begins in the word ``n``, attached letters left out."""
        word, start, _ = words[n]
        for skip in range(3):
            if not set(word[:skip]) <= ATTACHED:
                return
            for length, names in self.by_first.get(word[skip:], {}).items():
                here = words[n : n + length]
                gaps = (view[left[2] : right[1]] for left, right in pairwise(here))
                if (word[skip:], *(other for other, _, _ in here[1:])) in names and all(gap.isspace() for gap in gaps):
                    yield start + skip, here[-1][2]

    def _meant(self, text: str, span: Span) -> bool:
        said = text[span.start : span.end]
        return _is_full(fold_key(said)) or said in self.spelled


NOTHING: Final = Withheld({}, {}, frozenset(), frozenset())


def withheld_for(view: CaseView, *, names: Names) -> Withheld:
    """The names that are kept out of what is made from this case: none where ``names`` is "all"."""
    return withheld_names(view) if names == "public" else NOTHING


def withheld_names(view: CaseView) -> Withheld:
    """The names that are kept out of what is published from this case."""
    found = sorted(
        {(fold_key(name), reason, name.strip()) for claim in view.claims for name, reason in _names_of(claim)}
    )
    # Of several reasons the first in the alphabet stands, so that the same case always gives the same one.
    reasons = {key: reason for key, reason, _ in reversed(found) if key}
    by_first: dict[str, dict[int, frozenset[tuple[str, ...]]]] = {}
    for length, alike in groupby(sorted((tuple(key.split()) for key in reasons), key=len), key=len):
        for first, names in groupby(sorted(alike), key=lambda name: name[0]):
            by_first.setdefault(first, {})[length] = frozenset(names)
    spelled = frozenset(name for key, _, name in found if key and not _is_full(key))
    return Withheld(reasons, by_first, spelled, frozenset(_begun(by_first)))


def _is_full(key: str) -> bool:
    """Whether a folded name is more than a given name, which others bear as well; "servant of X" is one given name."""
    return len(name_words(key, load_rules())) > 1


def _begun(firsts: Iterable[str]) -> Iterator[str]:
    """The words that can hold the first word of a name: itself, and with one or two attached letters before it."""
    attached = ("", *ATTACHED)
    return (one + other + first for first in firsts for one in attached for other in attached)


def _names_of(claim: Claim) -> Iterator[tuple[str, str]]:
    for victim in claim.victims:
        reason = _why(victim, claim.type)
        if reason is not None:
            yield victim.name, reason
    if claim.attribution.mode == "named":
        for speaker in claim.attribution.chain:
            if speaker.kind in SPEAKERS and speaker.id is None:
                yield speaker.name, "witness"


def _why(victim: Victim, claim_type: str) -> str | None:
    if victim.sex_age in CHILDREN:
        return "child"
    if claim_type == "sexual_violence":
        return "survivor"
    if victim.harm == "killed" and claim_type in SEIZURE:
        return None  # who was killed beside those who were taken
    return "detainee" if victim.harm in DETAINED or claim_type in DETENTION else None


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].meets(span):
            joined[-1] = joined[-1].join(span)
        else:
            joined.append(span)
    return tuple(joined)
