"""A language pack: what we know of a language, as checked data.

A pack is a folder of TOML files, one phenomenon a file; a long one may be a folder of files that share a schema
(``parties/syria.toml``). Each file is checked against its schema when it is loaded; an error names file, key and
value. Nothing in a pack is code.
"""

import gc
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from tawatur.collecting import no_collecting
from tawatur.lang.fold import TA_MARBUTA, fold
from tawatur.lang.forms import ARTICLE, LAM_LAM, Paradigm, forms_of, paradigm_of, tails_of
from tawatur.lang.gazetteer import Gazetteer, load_gazetteer
from tawatur.lang.lexicon import Clitics, Entry, Hit, Lexicon, Page, find_words
from tawatur.lang.schema import SCHEMAS, CliticRow, MorphologyFile, PackFile, Rule
from tawatur.model.case import OwnPlaces
from tawatur.model.errors import PackError
from tawatur.model.ids import sha256_hex
from tawatur.model.version import VERSION

LEXICONS: Final = tuple(name for name in SCHEMAS if name not in ("pack", "morphology", "telling"))
LISTED_WORDS: Final = (
    "actions", "harm", "cues", "people", "weapons", "numbers", "times", "parties", "party_words", "places",
)  # fmt: skip
"""The lexicons whose words are known to be something else than an unknown name or an adjective of a party."""


R = TypeVar("R", bound=Rule)


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """A loaded pack. ``rules`` maps a full id such as ``ar/harm#killed-noun`` to its row, ``files`` a name to its file.

    Two packs are equal only when they are one: what is computed from a pack is cached by it.
    """

    language: str
    version: str
    files: Mapping[str, PackFile[Any]]
    rules: Mapping[str, Rule]
    lexicon: Lexicon
    gazetteer: Gazetteer

    def rule(self, hit: Hit, kind: type[R]) -> R:
        """The row behind a hit, as the kind of rule that its file holds."""
        row = self.rules[hit[0][1]]  # the entry's rule: asked hundreds of times a page
        if not isinstance(row, kind):
            raise PackError(f"{hit.entry.rule}: expected a {kind.__name__}, got a {type(row).__name__}")
        return row

    def rows(self, kind: type[R]) -> Mapping[str, R]:
        """The rules of one kind by their full ids: for those who ask for hundreds of them, ``rule`` is slow."""
        return _rows(self, kind)

    def page(self, chars: str) -> Page:
        """``chars`` folded, cut into words and searched by every lexicon of the pack."""
        folded = fold(chars)
        words = find_words(folded.view)
        feminine = folded.places_of(chars, TA_MARBUTA)
        return Page(chars, folded, words, self.lexicon.scan(folded.view, words, feminine=feminine))


@cache
def _rows(pack: Pack, kind: type[Rule]) -> dict[str, Any]:
    """What ``rows`` gives."""
    return {full: row for full, row in pack.rules.items() if isinstance(row, kind)}


@cache
def load_pack(language: str, *gazetteers: OwnPlaces) -> Pack:
    """The pack of ``language`` that ships with the product, with the places of ``gazetteers`` beside its own.

    Raises:
        PackError: no such pack, or a file breaks its schema; names file, key and value.
    """
    with no_collecting():
        pack = read_pack(files("tawatur.packs") / language, language, load_gazetteer(gazetteers))
        gc.freeze()  # half a million objects that all stay: each look for garbage would cost as much as marking a hundred pages
    return pack


def read_pack(folder: Traversable, language: str, gazetteer: Gazetteer) -> Pack:
    """The pack in ``folder``, checked. Its version is a hash of its files, its places and the
    product's version, so that any change of a rule, or of the code that follows it, changes it.
    """
    sources = {name: _sources(folder, name) for name in SCHEMAS}
    loaded = {name: _joined(name, parts, f"packs/{language}") for name, parts in sources.items()}
    rules = {f"{language}/{name}#{rule.id}": rule for name, file in loaded.items() for rule in file.rule}
    _unique(language, loaded)
    morphology = loaded["morphology"]
    if not isinstance(morphology, MorphologyFile):
        raise PackError(f"packs/{language}/morphology.toml: not a morphology file")
    clitics: dict[str, Clitics] = {row.shape: _clitics(row) for row in morphology.clitics}
    forms = (*_entries(language, loaded, paradigm_of(morphology)), *_place_entries(gazetteer))
    written = (text for name in sorted(sources) for _, text in sources[name])
    version = sha256_hex("".join((VERSION, *written, gazetteer.sha256)).encode())
    return Pack(language, f"{language}-{version[:12]}", loaded, rules, Lexicon(forms, clitics), gazetteer)


def _sources(folder: Traversable, name: str) -> list[tuple[str, str]]:
    """The files of one phenomenon in the order of their names, each as its name in the pack and its text."""
    single, several = folder / f"{name}.toml", folder / name
    if single.is_file():
        return [(f"{name}.toml", single.read_text(encoding="utf-8"))]
    parts = sorted(part.name for part in several.iterdir()) if several.is_dir() else []
    if not parts:
        raise PackError(f"{single}: this file is missing from the pack; add it (it may hold no rule)")
    return [(f"{name}/{part}", (several / part).read_text(encoding="utf-8")) for part in parts]


def _joined(name: str, sources: list[tuple[str, str]], shown: str) -> PackFile[Any]:
    """The rules of one phenomenon, of all its files as of one."""
    first, *others = (_check(name, text, f"{shown}/{part}") for part, text in sources)
    return first.model_copy(update={"rule": [*first.rule, *(rule for other in others for rule in other.rule)]})


def _check(name: str, source: str, shown: str) -> PackFile[Any]:
    """One file parsed and held against its schema."""
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{shown}: not TOML: {error}") from error
    try:
        return SCHEMAS[name].model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        key = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in first["loc"]).lstrip(".")
        raise PackError(f"{shown}: {key}: {first['msg']}, got {first['input']!r}") from error


def _unique(language: str, loaded: Mapping[str, PackFile[Any]]) -> None:
    """Refuse two rules of one file with one id."""
    for name, file in loaded.items():
        seen: set[str] = set()
        for rule in file.rule:
            if rule.id in seen:
                raise PackError(f"packs/{language}/{name}.toml: rule.id: two rules are called {rule.id!r}; rename one")
            seen.add(rule.id)


def _clitics(row: CliticRow) -> Clitics:
    """The clitics of one shape of word, with "nothing" among them."""
    return Clitics(frozenset({"", *row.before}), frozenset({"", *row.after}))


def _entries(language: str, loaded: Mapping[str, PackFile[Any]], paradigm: Paradigm) -> Iterator[tuple[str, Entry]]:
    """Every folded form of every rule with its entry."""
    for name in LEXICONS:
        for rule in loaded[name].rule:
            full = f"{language}/{name}#{rule.id}"
            tails = tails_of(rule)
            for form in forms_of(rule, paradigm):
                yield form.folded, Entry(name, full, form.shape, form.number, form.tense, tails)


def _place_entries(gazetteer: Gazetteer) -> Iterator[tuple[str, Entry]]:
    """Every place name as a form; one that begins with the article is also looked for with the particle li- fused to it."""
    for name in gazetteer.names():
        yield name, Entry("gazetteer", name, "place")
        if name.startswith(ARTICLE):
            yield LAM_LAM + name[len(ARTICLE) :], Entry("gazetteer", name, "fused")
