"""The names of the register of parties: who else bears one, and which is one letter away from what is written."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NamedTuple

from rapidfuzz.distance import OSA

from tawatur.lang.forms import ARTICLE, Paradigm, forms_of, paradigm_of
from tawatur.lang.pack import Pack
from tawatur.lang.place import without_article
from tawatur.lang.schema import MorphologyFile, NumberRule, PackFile, PartyRule

_SHAPES: Final = ("name", "phrase", "fused")
_LEAST_LETTERS: Final = 4
_MOST_LETTERS: Final = 24
"""No word of a name is longer; a page may hold a "word" of a hundred thousand letters, with as many shorter ones."""
_LEAST_ALONE: Final = 8
"""A name of one word that is shorter, its article left out, is too easily another word."""
_TA_MARBUTA: Final = "\u0647"


class Name(NamedTuple):
    """A registered name, folded, as its words; ``ids`` are the parties that bear it, in the order of the files."""

    words: tuple[str, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class PartyNames:
    """The register by name.

    ``near`` holds each word of a name under itself and under it with one letter dropped.
    """

    bearers: Mapping[str, tuple[str, ...]]
    holding: Mapping[str, tuple[tuple[Name, int], ...]]
    near: Mapping[str, tuple[str, ...]]
    ordinals: frozenset[str]

    def of_typo(self, word: str) -> tuple[str, ...]:
        """The words of names that ``word`` differs from in one letter: put in, left out, changed, or two swapped.

        Of an ordinal only the gender may differ: the fifth is never the sixth.
        """
        if not _LEAST_LETTERS <= len(word) <= _MOST_LETTERS:
            return ()
        found = {known for key in (word, *_shorter(word)) for known in self.near.get(key, ())}
        return tuple(sorted(known for known in found if self._one_letter(word, known)))

    def _one_letter(self, word: str, known: str) -> bool:
        if word in self.ordinals or known in self.ordinals:
            return word.removesuffix(_TA_MARBUTA) == known.removesuffix(_TA_MARBUTA) and word != known
        if word.startswith(known) or known.startswith(word) or word.endswith(known):
            return False  # another ending, or a particle before: another form of the word
        return OSA.distance(word, known, score_cutoff=1) == 1


@dataclass(frozen=True, slots=True, eq=False)
class _Files:
    """The files of a pack, told apart by their register, so that packs that share one share its names."""

    files: Mapping[str, PackFile[Any]]

    def __hash__(self) -> int:
        return id(self.files["parties"])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Files) and self.files["parties"] is other.files["parties"]


def party_names(pack: Pack) -> PartyNames:
    """The names of a pack's register, made once."""
    return _names(_Files(pack.files))


@lru_cache(maxsize=4)
def _names(pack: _Files) -> PartyNames:
    """The names of a register."""
    morphology = pack.files["morphology"]
    paradigm = paradigm_of(morphology) if isinstance(morphology, MorphologyFile) else Paradigm((), (), (), ())
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for form, rule in _forms(pack, paradigm):
        if rule.id not in bearers[form]:
            bearers[form].append(rule.id)
    holding: defaultdict[str, list[tuple[Name, int]]] = defaultdict(list)
    for form, ids in bearers.items():
        name = Name(tuple(form.split()), tuple(ids))
        for place, word in enumerate(name.words):
            if len(word) >= _LEAST_LETTERS and (len(name.words) > 1 or len(without_article(word)) >= _LEAST_ALONE):
                holding[word].append((name, place))
    near: defaultdict[str, list[str]] = defaultdict(list)
    for word in holding:
        for key in {word, *_shorter(word)}:
            near[key].append(word)
    return PartyNames(
        {form: tuple(ids) for form, ids in bearers.items()},
        {word: tuple(names) for word, names in holding.items()},
        {key: tuple(words) for key, words in near.items()},
        frozenset(_ordinals(pack, paradigm)),
    )


def _forms(pack: _Files, paradigm: Paradigm) -> Iterator[tuple[str, PartyRule]]:
    """Every folded name of the register with its party, in the order of the files."""
    for rule in pack.files["parties"].rule:
        if isinstance(rule, PartyRule) and rule.group != "blocked":
            for form in forms_of(rule, paradigm):
                if form.shape in _SHAPES:
                    yield form.folded, rule


def _ordinals(pack: _Files, paradigm: Paradigm) -> Iterator[str]:
    """The ordinals of a pack, folded, with and without the article."""
    for rule in pack.files["numbers"].rule:
        if isinstance(rule, NumberRule) and rule.role == "ordinal":
            for form in forms_of(rule, paradigm):
                yield from (form.folded, ARTICLE + form.folded)


def _shorter(word: str) -> Iterator[str]:
    """``word`` with each of its letters dropped in turn."""
    return (word[:place] + word[place + 1 :] for place in range(len(word)))
