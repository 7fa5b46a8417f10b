"""Scores the numbers that are read in sentences against a bench: ``python benchmarks/number_reading.py --data FILE.jsonl.gz``.

Without ``--data`` the file is ``bench/times/recognizers_numbers.jsonl.gz`` in the folder that ``TAWATUR_SHARED`` names.

A case is right when its numbers are read in their order, none missing and none added, each with its value and on its
characters (what bounds a number, and particles written on to it, may stand inside our span or outside the bench's).
Cases that do not concern numbers in running text are left out by the rules below, each printed with how many it takes;
those that no rule can tell stand in ``LEFT_OUT`` by their line, each with its reason.
"""

import argparse
import gzip
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tawatur.lang.fold import fold_key
from tawatur.lang.pack import Pack, load_pack
from tawatur.mark.all import mark_text
from tawatur.model.count import Quantity
from tawatur.model.mark import Marks
from tawatur.model.text import Span

DATA: Final = Path("bench/times/recognizers_numbers.jsonl.gz")
ORDINALS: Final = "OrdinalModel"
TOLERANCE: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Wanted:
    """One number of the bench: its characters, where they stand, and its value as the bench writes it."""

    quote: str
    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Case:
    """One case of the bench; ``line`` is its number in the file, counted from 1."""

    line: int
    kind: str
    text: str
    wanted: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """One number that we read."""

    span: Span
    value: float


def read_cases(path: Path) -> list[Case]:
    """The cases of a file of the bench."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_case(number, json.loads(line)) for number, line in enumerate(lines, start=1)]


def _case(line: int, row: dict[str, Any]) -> Case:
    wanted = tuple(Wanted(one["Text"], _place(row["text"], one), one["Resolution"]["value"]) for one in row["expected"])
    return Case(line, row["set"], row["text"], wanted)


def _place(text: str, one: dict[str, Any]) -> Span:
    """Where a number of the bench stands; some of its offsets are of a translation: there the characters are looked for."""
    start, end = one["Start"], one["End"] + 1
    found = text.find(one["Text"])
    if text[start:end] == one["Text"] or found < 0:
        return Span(start, end)
    return Span(found, found + len(one["Text"]))


def _says(pattern: str) -> Callable[[Case], bool]:
    seen = re.compile(pattern)
    return lambda case: seen.search(case.text) is not None


def _is_relative(case: Case) -> bool:
    return any(re.fullmatch(r"(current|end)[+-][0-9]+", one.value) for one in case.wanted)


def _is_divided(case: Case) -> bool:
    """Whether a number of the bench is a division in words: two numbers with "of", "on" or "in" between them."""
    joined = re.compile(r"\s(?:\u0645\u0646|\u0639\u0644\u0649|\u0641\u064a)\s")
    return any(joined.search(one.quote) for one in case.wanted)


def _is_signed(case: Case) -> bool:
    return any(re.match(r"-\s?\d", one.quote) for one in case.wanted)


def _is_misplaced(case: Case) -> bool:
    """Whether a number of the bench has characters that its text does not hold."""
    return any(fold_key(one.quote) not in fold_key(case.text) for one in case.wanted)


def _is_glued(case: Case) -> bool:
    """Whether the bench says of digits with a letter written on to them that they are no number."""
    glued = re.finditer(r"\d[\d.,\u066b\u066c\u060c]*(?=[^\W\d_])", case.text)
    return any(not any(one.span.start <= match.start() < one.span.end for one in case.wanted) for match in glued)


RULES: Final[Mapping[str, Callable[[Case], bool]]] = {
    "a place relative to the reader (next, last but one): no number is written": _is_relative,
    "an address, a telephone or a date in digits, wanted as so many numbers": _says(
        r"\d+\.\d+\.\d+\.\d+|\d+/\d+/\d{4}|\+\d+-\d+"
    ),
    "powers and the notation of machines (1e10, 2^3)": _says(r"\^|\d[eE][+-]?\d"),
    "a division told in words (one of twenty, one on twenty): in reports 'one of twenty wounded' is one": _is_divided,
    "a hyphen as the sign before a number: in reports it begins an item of a list": _is_signed,
    "digits with a letter written on to them, wanted as no number: in reports they are one (10000dollars)": _is_glued,
    "the bench's characters do not stand in its text": _is_misplaced,
}
"""What does not concern numbers in running text, by what a machine can see; the first rule that fits takes a case."""

LEFT_OUT: Final[Mapping[int, str]] = {
    45: "wrong value: 322 thousand wanted as 32200",
    54: "wrong value: a million, two thousand and two hundred wanted as 200440.6",
    65: "wrong value: twelve milliards wanted as 1200000000",
    73: "a word for word translation that is no Arabic: the number has a plural of its own",
    239: "a sum put into words and translated wrongly: ninety-five hundred five wanted as 19000",
    240: "a sum put into words and translated wrongly: 95 hundred five wanted as 19000 below nought",
    241: "a sum put into words and translated wrongly: 90 - 500 five wanted as 1900 below nought",
    243: "wrong value: a hundred and thirty fifths wanted as a hundred thirty-fifths",
    248: "a sum put into words and translated wrongly: 90 - five hundred five wanted as 1900",
}
"""Cases that no rule can tell, by their line in the file, with the reason."""


def left_out(case: Case) -> str | None:
    """Why a case does not concern numbers in running text; None where it does."""
    by_hand = LEFT_OUT.get(case.line)
    return (
        f"by hand, line {case.line}: {by_hand}"
        if by_hand
        else next((why for why, fits in RULES.items() if fits(case)), None)
    )


def numbers_of(marks: Marks, *, ordinals: bool) -> list[Read]:
    """All numbers of a text, those that count and those that do not, in text order; a range is read as its two ends.

    The bench looks for ordinals in a set of their own: elsewhere they are left out.
    """
    counted = (Read(mark.span, value) for mark in marks.numbers for value in _written(mark.quantity))
    others = (Read(mark.span, mark.value) for mark in marks.numerals if ordinals or mark.kind != "ordinal")
    return sorted((*counted, *others), key=lambda read: read.span)


def _written(quantity: Quantity) -> tuple[float, ...]:
    """The number that was written under a bound; a word such as "several" wrote none."""
    if quantity.low == quantity.high or quantity.qualifier == "at_least":
        return (float(quantity.low),)
    if quantity.qualifier == "more_than":
        return (float(quantity.low - bool(quantity.low % 1000)),)
    ends = (quantity.low, quantity.high) if quantity.qualifier == "about" else (quantity.high,)
    return tuple(float(end) for end in ends if end is not None)


def is_right(case: Case, read: Sequence[Read]) -> bool:
    """Whether exactly the wanted numbers were read, each where it stands and with its value."""
    return len(read) == len(case.wanted) and all(
        _agrees(wanted, one) for wanted, one in zip(case.wanted, read, strict=True)
    )


def _agrees(wanted: Wanted, read: Read) -> bool:
    meets = read.span.start < wanted.span.end and wanted.span.start < read.span.end
    close = abs(read.value - float(wanted.value)) <= TOLERANCE * max(1.0, abs(read.value))
    return meets and close


def score(cases: Sequence[Case], pack: Pack, *, worst: int) -> Iterator[str]:
    """The lines of the report: what is left out and why, how many of the rest are right, and the first that are not."""
    reasons = {case.line: left_out(case) for case in cases}
    yield f"{len(cases)} cases"
    for why, count in sorted(Counter(why for why in reasons.values() if why).items()):
        yield f"  left out {count:3d}: {why}"
    kept = [case for case in cases if reasons[case.line] is None]
    read = {case.line: numbers_of(mark_text(case.text, pack), ordinals=case.kind == ORDINALS) for case in kept}
    wrong = [case for case in kept if not is_right(case, read[case.line])]
    for kind in sorted({case.kind for case in kept}):
        total = sum(case.kind == kind for case in kept)
        missed = sum(case.kind == kind for case in wrong)
        yield f"{kind}: {total - missed}/{total} = {(total - missed) / total:.3f}"
    yield f"numbers in running text: {len(kept) - len(wrong)}/{len(kept)} = {1 - len(wrong) / len(kept):.3f}"
    for case in wrong[:worst]:
        ours = [(case.text[slice(*one.span)], one.value) for one in read[case.line]]
        yield f"  {case.line} {case.text!r} wanted {[(one.quote, one.value) for one in case.wanted]} got {ours}"


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Score the numbers that are read in sentences.")
    parser.add_argument(
        "--data", type=Path, help="the bench; without it TAWATUR_SHARED must name the folder that holds it"
    )
    parser.add_argument("--worst", type=int, default=0, help="how many cases that went wrong are printed")
    asked = parser.parse_args(argv)
    shared = os.environ.get("TAWATUR_SHARED")
    if asked.data is None and shared is None:
        parser.error("no data: give --data FILE or set TAWATUR_SHARED to the folder that holds the benches")
    data = asked.data or Path(shared or "") / DATA
    if not data.is_file():
        parser.error(f"{data} is no file; give --data the path of a bench of numbers (.jsonl.gz)")
    sys.stdout.write("\n".join(score(read_cases(data), load_pack("ar"), worst=asked.worst)) + "\n")


if __name__ == "__main__":
    main()
