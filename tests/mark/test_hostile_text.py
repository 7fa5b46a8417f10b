"""Text that nobody would write, but somebody may send: reading it must not take the square of its length."""

from collections.abc import Callable, Iterator
from itertools import islice
from time import process_time

import pytest

from tawatur.claim.read import read_report
from tawatur.lang.gazetteer import load_gazetteer
from tawatur.lang.pack import load_pack
from tawatur.mark import sentences
from tawatur.mark.all import mark_text
from tawatur.mark.spans import Covered, end_before, start_after
from tawatur.model.text import Report, Span, text_of

SIZE = 20_000
MOST = 3.5
"""Twice the text may take this many times as long: a square would take four, and a machine is never quiet."""
WORTH_TIMING = 0.02

PHRASE = "قصفت قوات النظام بلدة طفس بالمدفعية ما أدى لمقتل ثلاثة مدنيين وإصابة آخرين، "


def repeated(piece: str) -> Callable[[int], str]:
    return lambda size: piece * (size // len(piece))


def many_places(size: int) -> str:
    names = [place.name_ar for place in islice(load_gazetteer(), 500)]
    return " ".join(names[number % len(names)] for number in range(size // 10))


HOSTILE: dict[str, Callable[[int], str]] = {
    "one phrase over and over": repeated(PHRASE),
    "a line without a full stop": repeated("قال مصدر محلي إن القصف مستمر على المدينة وإن المدنيين نزحوا "),
    "short lines": repeated("قصف على درعا\n"),
    "place names in a row": many_places,
    "digits": repeated("7"),
    "numbers in a row": repeated("12 "),
    "groups of digits": repeated("123,"),
    "one letter": repeated("و"),
    "a word written on to itself": repeated("قتل"),
    "words of harm": repeated("قتل مقتل "),
    "actions": repeated("قصفت واعتقلت "),
    "particles before times": repeated("في "),
    "times": repeated("يوم الخميس 3 أيلول "),
    "names of persons": repeated("محمد "),
    "speakers": repeated("قال محمد الخطيب وأضاف "),
    "parties": repeated("مسلحون مجهولون "),
    "names after a descriptor": repeated("قرية سسس "),
    "qualifiers": repeated("أكثر من 5 و"),
    "quotation marks": repeated("\u00abقال \u00bb"),
    "full stops": repeated("."),
    "blank lines": repeated("\n"),
    "vowel signs": repeated("\u064e"),
}


def report_of(chars: str) -> Report:
    return Report("rep-1", "hostile", None, None, None, None, None, "ar", text_of(chars), None)


def seconds(chars: str) -> float:
    begun = process_time()
    read_report(report_of(chars), load_pack("ar"), as_of=None)
    return process_time() - begun


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    seconds(PHRASE)


@pytest.mark.parametrize("kind", HOSTILE)
def test_twice_the_text_takes_about_twice_the_time(kind: str):
    once, twice = (min(seconds(HOSTILE[kind](size)) for _ in range(2)) for size in (SIZE, 2 * SIZE))
    assert twice < WORTH_TIMING or twice <= MOST * once, f"{once:.3f} s, then {twice:.3f} s"


@pytest.mark.parametrize(
    "chars", ["في " * 5000, "123," * 5000 + "123", "7." + "7" * 5000, "قتل" * 5000], ids=str.__len__
)
def test_what_no_person_writes_is_read_without_an_error(chars: str):
    assert read_report(report_of(chars), load_pack("ar"), as_of=None).problems == ()


def test_a_line_without_a_full_stop_is_cut_between_words():
    chars = PHRASE * 200
    found = [mark.span for mark in mark_text(chars, load_pack("ar")).sentences]
    assert len(found) > 2
    assert all(span.end - span.start <= sentences.LONGEST for span in found)
    assert "".join(chars[span.start : span.end] for span in found).replace(" ", "") == chars.replace(" ", "")
    assert all(chars[span.end - 1] == "\u060c" for span in found)


def test_a_sentence_of_usual_length_is_left_whole():
    chars = PHRASE * 10
    assert [mark.span for mark in mark_text(chars, load_pack("ar")).sentences] == [Span(0, len(chars) - 1)]


def spans() -> Iterator[Span]:
    yield from (Span(start, start + size) for start in range(6) for size in range(1, 6))


@pytest.mark.parametrize("listed", [(), (Span(1, 9), Span(2, 3)), (Span(0, 1), Span(4, 6)), (Span(5, 7),)])
def test_covered_says_what_asking_each_span_says(listed: tuple[Span, ...]):
    covered = Covered(listed)
    assert all(covered.meets(span) == any(one.meets(span) for one in listed) for span in spans())


def test_blanks_beside_a_place_are_passed_over():
    assert end_before("ab  \u060c cd", 6, " \u060c") == 2
    assert end_before("   ", 2, " ") == 0
    assert start_after("ab  cd", 2, " ") == 4
    assert start_after("ab  ", 2, " ") == 4
