"""Lists names of the gazetteer that look like ordinary words but are not in weak.tsv, for a person to decide.

    python scripts/weak_words.py [TEXT ...]

A name of one word is listed when a lexicon of the Arabic pack holds it (a verb, a number, a harm word, a person's
role), and, with TEXT files (.txt, or .jsonl and .jsonl.gz with a "text" a line), when it stands in them often while
only villages bear it. Columns: name, why, how often it stands in the texts, its first bearer. Nothing is written.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from tawatur.lang.fold import fold, fold_key
from tawatur.lang.lexicon import find_words
from tawatur.lang.pack import Pack, load_pack
from tawatur.lang.place import Place

OURS = ("gazetteer", "places", "parties", "persons")
OFTEN = 5
LARGE_TOWN = 20_000
WIDE = ("country", "governorate", "region", "district")


def strong_words(pack: Pack) -> Iterator[tuple[str, Place]]:
    """Every strong name of one word with its first bearer, where no city, area or country bears it."""
    for name in pack.gazetteer.names():
        if " " not in name and not pack.gazetteer.is_weak(name):
            first = pack.gazetteer.by_name(name)[0]
            if first.kind not in WIDE and (first.population or 0) < LARGE_TOWN:
                yield name, first


def lexicon_of(pack: Pack, word: str) -> str | None:
    """The first lexicon, of ordinary words, that holds the whole word; None where none does."""
    page = pack.page(word)
    for name in pack.files:
        if name not in OURS and any((hit.start, hit.end) == (0, len(word)) for hit in page.hits(name)):
            return name
    return None


def words_of(paths: Iterable[Path]) -> Counter[str]:
    """How often each word stands in the texts, folded."""
    counts: Counter[str] = Counter()
    for path in paths:
        for text in texts_of(path):
            folded = fold(text)
            for start, end in find_words(folded.view):
                word = fold_key(folded.view[start:end])
                counts[word] += 1
    return counts


def texts_of(path: Path) -> Iterator[str]:
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    if ".jsonl" not in path.name:
        yield raw.decode("utf-8")
        return
    for line in raw.decode("utf-8").splitlines():
        yield json.loads(line).get("text") or ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="*")
    counts, pack = words_of(parser.parse_args().texts), load_pack("ar")
    found = []
    for name, first in strong_words(pack):
        why = lexicon_of(pack, name) or ("frequent" if counts[name] >= OFTEN else None)
        if why:
            found.append((-counts[name], name, why, first))
    for times, name, why, first in sorted(found, key=lambda row: row[:3]):
        print(f"{name}\t{why}\t{-times}\t{first.name_en}, {first.admin1_en}, {first.country}")


if __name__ == "__main__":
    main()
