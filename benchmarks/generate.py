"""Writes made-up Arabic reports for measuring speed: ``python benchmarks/generate.py --reports 5000 --seed 1 OUT.jsonl``.

The sentences are our own (words.toml), the places the gazetteer's, the parties the pack's, so that every stage has
real work. Several reports tell of one happening, some copy others with edits, a few word for word. The same
number and seed give the same bytes.
"""

import argparse
import json
import random
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from tawatur.lang.gazetteer import load_gazetteer

FIRST_DAY: Final = date(2021, 6, 1)
DAYS: Final = 120
NEAR_COPIES: Final = 0.15
EXACT_COPIES: Final = 0.03
POSTS: Final = 0.10
LONG: Final = 0.06
MEDIAN: Final = 1450
SPREAD: Final = 0.45
TELLERS: Final = 3
"""Reports to a happening, on average."""
RECENT: Final = 300
"""Who copies, copies one of so many reports before it."""

_SLOT: Final = re.compile(r"\{([a-z]+)\}")
_PLURALS: Final = {
    "party": "parties",
    "enemy": "enemies",
    "family": "family",
    "given": "given",
    "killed": "killed",
    "injured": "injured",
}

Words = Mapping[str, Any]
Line = dict[str, str]


@dataclass(frozen=True, slots=True)
class Happening:
    """One made-up happening: what all who tell of it agree on."""

    kind: str
    day: int
    slots: Mapping[str, str]


def generate(reports: int, *, seed: int) -> Iterator[Line]:
    """So many reports as lines of a ``.jsonl``, the earliest day first; the same for the same number and seed."""
    chance = random.Random(seed)
    words = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
    happenings = [_happening(chance, words, towns) for towns in _neighbourhoods(chance, max(3, reports // TELLERS))]
    happenings.sort(key=lambda one: one.day)
    written: list[Line] = []
    for number in range(reports):
        kind = chance.random() if written else 1.0
        if kind < EXACT_COPIES + NEAR_COPIES:
            line = _copy(chance, words, chance.choice(written[-RECENT:]), exact=kind < EXACT_COPIES)
        else:
            line = _report(chance, words, happenings, number * len(happenings) // reports)
        line = {**line, "id": f"bench-{number:06d}"}
        written.append(line)
        yield line


def _neighbourhoods(chance: random.Random, count: int) -> Iterator[tuple[str, str, str]]:
    """A town, another town of its governorate, and the governorate, so many times."""
    towns: dict[str, list[str]] = {}
    for place in load_gazetteer():
        if place.country == "SY" and place.kind == "town" and not place.weak and place.admin1_ar:
            towns.setdefault(place.admin1_ar, []).append(place.name_ar)
    regions = sorted(towns)
    for _ in range(count):
        region = chance.choice(regions)
        yield chance.choice(towns[region]), chance.choice(towns[region]), region


def _happening(chance: random.Random, words: Words, where: tuple[str, str, str]) -> Happening:
    place, near, region = where
    slots = {"place": place, "near": near, "region": region}
    for slot in ("party", "enemy", "weapon", "killed", "injured", "part"):
        slots[slot] = chance.choice(_listed(words, slot))
    slots["person"] = _person(chance, words)
    return Happening(chance.choice(sorted(words["happenings"])), chance.randrange(DAYS), slots)


def _report(chance: random.Random, words: Words, happenings: list[Happening], around: int) -> Line:
    """A report of a happening and some of about its time; the rest of its length is daily life."""
    near = happenings[max(0, around - 4) : around + 5]
    first = happenings[around]
    told = [first, *chance.sample(near, min(len(near), chance.choice((0, 1, 1, 2, 2))))]
    outlet = chance.choice(words["outlets"])
    published = FIRST_DAY + timedelta(days=min(DAYS, first.day + chance.choice((0, 0, 0, 1, 1, 2))))
    length = _length(chance)
    lines = (
        []
        if length < 400
        else [_fill(chance, words, chance.choice(words["datelines"]), {**first.slots, "outlet": outlet})]
    )
    lines += _paragraphs(chance, _sentences(chance, words, told, length))
    if length >= 400 and chance.random() < 0.6:
        lines += chance.sample(words["furniture"], chance.randint(1, 3))
    title = _fill(chance, words, chance.choice(words["titles"]), first.slots)
    return {
        "outlet": outlet,
        "published": published.isoformat(),
        "language": "ar",
        "title": title,
        "text": "\n".join(lines),
    }


def _length(chance: random.Random) -> int:
    """How many characters a report is to have: a post, an article, or a long read."""
    kind = chance.random()
    if kind < POSTS:
        return chance.randint(150, 320)
    if kind < POSTS + LONG:
        return chance.randint(6000, 10_000)
    return max(400, min(6000, round(MEDIAN * chance.lognormvariate(0, SPREAD))))


def _sentences(chance: random.Random, words: Words, told: list[Happening], length: int) -> list[str]:
    """The sentences of a report, until it is long enough: what happened, then filler with one happening more now and then."""
    waiting = [*told]
    done: list[str] = []
    size = 0
    while size < length or not done:
        sentence = _next(chance, words, told[0].slots, waiting)
        done.append(sentence)
        size += len(sentence) + 1
    return done


def _next(chance: random.Random, words: Words, slots: Mapping[str, str], waiting: list[Happening]) -> str:
    if waiting and chance.random() < 0.7:
        one = waiting.pop(0)
        return _fill(chance, words, chance.choice(words["happenings"][one.kind]), one.slots)
    kind = chance.choices(("life", "statement", "background"), (0.86, 0.07, 0.07))[0]
    shared = {key: value for key, value in slots.items() if key in ("place", "near", "region", "party", "enemy")}
    return _fill(chance, words, chance.choice(words["filler"][kind]), shared)


def _paragraphs(chance: random.Random, sentences: list[str]) -> list[str]:
    """The sentences, two to four a line."""
    lines, at = [], 0
    while at < len(sentences):
        size = chance.randint(2, 4)
        lines.append(" ".join(sentences[at : at + size]))
        at += size
    return lines


def _fill(chance: random.Random, words: Words, template: str, slots: Mapping[str, str]) -> str:
    """A template with its slots filled: what is fixed as given, the rest by chance."""

    def put(match: re.Match[str]) -> str:
        slot = match.group(1)
        if slot in slots:
            return slots[slot]
        return _person(chance, words) if slot == "person" else str(chance.choice(_listed(words, slot)))

    return _SLOT.sub(put, template)


def _listed(words: Words, slot: str) -> list[str]:
    found: list[str] = words[_PLURALS.get(slot, f"{slot}s")]
    return found


def _person(chance: random.Random, words: Words) -> str:
    return f"{chance.choice(words['given'])} {chance.choice(words['family'])}"


def _copy(chance: random.Random, words: Words, source: Line, *, exact: bool) -> Line:
    """A reprint by another outlet on the same or the next day: word for word, or with sentences lost, changed and added."""
    outlet = chance.choice([name for name in words["outlets"] if name != source["outlet"]])
    published = date.fromisoformat(source["published"]) + timedelta(days=chance.randint(0, 1))
    text = source["text"] if exact else _edited(chance, words, source["text"])
    return {**source, "outlet": outlet, "published": published.isoformat(), "text": text}


def _edited(chance: random.Random, words: Words, text: str) -> str:
    """A text with one sentence in six lost or one of its words put elsewhere, and a line of the copier's own."""
    lines = []
    for line in text.split("\n"):
        kept = [_touched(chance, sentence) for sentence in line.split(". ") if chance.random() > 0.08]
        lines.append(". ".join(kept))
    added = _fill(
        chance, words, chance.choice(words["filler"]["life"]), {"place": "", "near": chance.choice(words["outlets"])}
    )
    return "\n".join([line for line in lines if line.strip()] + [added])


def _touched(chance: random.Random, sentence: str) -> str:
    pieces = sentence.split(" ")
    if len(pieces) > 6 and chance.random() < 0.12:
        pieces.insert(chance.randrange(2, len(pieces)), pieces.pop(chance.randrange(2, len(pieces))))
    return " ".join(pieces)


def write_reports(path: Path, reports: int, *, seed: int) -> None:
    """Writes the reports to ``path``, one JSON a line."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for line in generate(reports, seed=seed):
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description="Write made-up Arabic reports as .jsonl.")
    parser.add_argument("out", type=Path, help="the file to write, such as reports.jsonl")
    parser.add_argument("--reports", type=int, default=5000, help="how many, up to 100000")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    if not 1 <= asked.reports <= 100_000:
        parser.error(f"--reports is {asked.reports}; give 1 to 100000")
    write_reports(asked.out, asked.reports, seed=asked.seed)
    print(f"{asked.reports} reports in {asked.out}", file=sys.stderr)


if __name__ == "__main__":
    main()
