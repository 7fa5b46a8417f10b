"""Names of the gazetteer: cleaned, chosen among what a source offers, and as reports spell them otherwise."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping

from tawatur.lang.fold import fold_key
from tawatur.lang.place import ARTICLE, without_article

Descriptors = Mapping[str, Mapping[str, str]]
"""What each leading descriptor ("district of …") says of a name, by its folded spelling."""

# Persian and Kurdish key codes of letters that Arabic reports write with their own; gaf, peh and cheh stay as they are.
_KEYBOARD = str.maketrans({"\u06a9": "\u0643", "\u06cc": "\u064a", "\u06d5": "\u0647", "\u06be": "\u0647"})
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_ARABIC = re.compile("[\u0621-\u064a]")
_BRACKETS = re.compile(r"\([^()]*\)")
_UNSEEN = re.compile("[\u064b-\u0652\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_QUOTES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bb\u02bc\u02be\u02bf`\u00b4", "'"))
_LEVELS = re.compile("^(?:Nahiyat|Qada') | (?:governorate|district|state|province|municipality)$", re.IGNORECASE)
_ENGLISH = re.compile("[A-Za-z][A-Za-z0-9' .,/-]*")
_CODE = re.compile("[A-Z]{2,4}")
_FEMININE = "\u0647"
# Ta marbuta and alif with hamza or madda: hasty spellings leave their dots and signs out.
_CAREFUL = "\u0629\u0623\u0625\u0622"
_AREAS = ("governorate", "district", "subdistrict")
_SHORTEST = 3
_SHORTEST_AREA = 2


def arabic_names(*cells: str) -> list[str]:
    """The clean Arabic names of cells with |, in order and once each: no Latin letters, no brackets, no signs."""
    pieces = (piece for cell in cells for line in cell.splitlines() for piece in re.split(r"[|/]", line))
    cleaned = (clean(piece) for piece in pieces)
    return list(dict.fromkeys(name for name in cleaned if _ARABIC.search(name) and not _LATIN.search(name)))


def clean(name: str) -> str:
    """A name with presentation letters, vowel signs, brackets and what follows a comma taken away."""
    bare = _BRACKETS.sub("", name).split("\u060c")[0].translate(_KEYBOARD)
    return " ".join(_UNSEEN.sub("", plain_letters(bare)).replace("\u00a0", " ").strip(' .-_"').split())


def plain_letters(name: str) -> str:
    """The name with presentation forms (U+FB50 to U+FEFF) written as letters; everything else untouched."""
    plain = (unicodedata.normalize("NFKC", c) if "\ufb50" <= c <= "\ufefc" else c for c in name)
    return "".join(plain).translate(_KEYBOARD)


def bare(name: str, known: Descriptors) -> str:
    """The name without its leading descriptor; the name itself where none leads or nothing sensible would be left."""
    first, _, rest = name.partition(" ")
    entry = known.get(fold_key(first))
    if not entry or entry["strip"] != "1" or any(c.isdigit() for c in rest):
        return name
    shortest = _SHORTEST_AREA if entry["kind"] == "governorate" else _SHORTEST
    return rest if len(fold_key(rest)) >= shortest else name


def official(names: list[str], known: Descriptors, *, chosen: str = "") -> list[str]:
    """An area's names with the best first: ``chosen``, else the one most often given, with a descriptor counting more.

    Files mix an area's names with its chief town's; only spellings of the winner stay.
    """
    votes: Counter[str] = Counter()
    for name in names:
        leads = known.get(fold_key(name.split(" ")[0]))
        votes[fold_key(bare(name, known))] += 1 + bool(leads) + bool(leads and leads["strip"] == "0")
    best = max(votes, key=lambda key: (votes[key], -[fold_key(bare(n, known)) for n in names].index(key)))
    best = fold_key(bare(chosen, known)) or best
    mine = [name for name in names if fold_key(bare(name, known)) == best]
    return list(dict.fromkeys([bare(mine[0], known), *mine]))


def local(names: list[str], known: Descriptors) -> list[str]:
    """The names of a town or quarter: its own, without the words that say what it is and without its district's.

    "Village of X" would be one row's alone, and hide whoever else is called X from a report that says "village of X".
    """
    own = [name for name in names if not _is_area(name, known)] or names
    return _best_first(list(dict.fromkeys(bare(name, known) for name in own)))


def _best_first(names: list[str]) -> list[str]:
    """The names with the careful spelling of the first one first: with its article, its hamza and its ta marbuta."""
    first = without_article(fold_key(names[0]))
    spellings = [name for name in names if without_article(fold_key(name)) == first]
    best = max(spellings, key=lambda name: (name.startswith(ARTICLE), sum(name.count(c) for c in _CAREFUL)))
    return list(dict.fromkeys([best, *names]))


def _is_area(name: str, known: Descriptors) -> bool:
    leads = known.get(fold_key(name.split(" ")[0]))
    return bool(leads and leads["strip"] == "1" and leads["kind"] in _AREAS)


def without_quarter(name: str, known: Descriptors) -> str:
    """The name without a leading "quarter of"; any other name as it is."""
    leads = known.get(fold_key(name.split(" ")[0]))
    return bare(name, known) if leads and leads["kind"] == "neighbourhood" else name


def english(name: str, listed: list[str]) -> str:
    """The English name: the file's own where it is also among its English ones, else the first of these.

    Files list English names without order, old and Hebrew spellings before the common one; codes of airports and
    names with signs that English lacks are passed over.
    """
    own, *others = (plain_english(option) for option in (name, *listed))
    usable = [option for option in others if _ENGLISH.fullmatch(option) and not _CODE.fullmatch(option)]
    heads = {option.removesuffix(" City") for option in usable} | set(usable)
    if own in heads and _ENGLISH.fullmatch(own):
        return own
    return next(iter(usable), own if own else name.strip())


def plain_english(name: str) -> str:
    """A Latin name in plain letters, without brackets, signs at its ends, and the word for its level."""
    letters = unicodedata.normalize("NFKD", _BRACKETS.sub("", name).translate(_QUOTES))
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    return _LEVELS.sub("", " ".join(plain.split())).strip(" '")


def twins(key: str, known: Descriptors, joined: Mapping[str, bool], *, glued: bool = False) -> Iterator[str]:
    """How else reports write a folded name.

    The sources drop or add the article where usage does not. It is put on only where it is at home: before a feminine
    word that stands alone or with a feminine adjective; and taken off only from the first of several words.
    ``joined`` are first words that grow together with the second ("Kafr Nabl", "Kafrnabl"), each with whether they
    also come apart. ``glued`` names lose their blank whatever the first word: posts write those of well-known
    places so after a hash.
    """
    first, _, rest = key.partition(" ")
    if first in known:
        return
    if glued and rest and " " not in rest:
        yield first + rest
    if key.startswith(ARTICLE):
        yield from [without_article(key)] if rest and without_article(key) != key else []
        return
    adjective = rest.startswith(ARTICLE) and rest.endswith(_FEMININE) and " " not in rest
    if first.endswith(_FEMININE) and (not rest or adjective):
        yield ARTICLE + key
    if first in joined and rest and " " not in rest and not rest.startswith(ARTICLE):
        yield first + rest
    if not rest:
        yield from (f"{word} {key.removeprefix(word)}" for word, parts in joined.items() if parts and _grown(key, word))


def _grown(key: str, word: str) -> bool:
    return key.startswith(word) and len(key) >= len(word) + _SHORTEST
