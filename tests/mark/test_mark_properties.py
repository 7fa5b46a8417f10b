"""A text means the same however it is spelt: in no spelling that folding sees through does a mark change, or lose its place."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.mark.spelling import CHANGES, HAS, YAS, Respelt, as_written, differences, respell, respell_throughout
from tests.packs.cases import case_files, read_cases

import tawatur
from tawatur.lang.fold import Folded, fold
from tawatur.lang.pack import load_pack
from tawatur.mark.all import mark_text

REPORTS = Path(tawatur.__file__).parent / "demo" / "reports"
CASES = sorted({case.text for paths in case_files().values() for path in paths for case in read_cases(path)})
PAGES = [path.read_text(encoding="utf-8") for path in sorted(REPORTS.glob("*.txt"))]
TEXTS = CASES + PAGES
SENTENCE = "قالت «وكالة السهل» إن ٣ مدنيين قُتلوا في بلدة طفس صباح يوم الخميس."

texts = st.sampled_from(TEXTS)
numbers = st.integers(0, 10_000)
changes = st.lists(st.tuples(st.sampled_from(sorted(CHANGES)), numbers), min_size=1, max_size=6)


def changed_marks(chars: str, respelt: Respelt) -> list[str]:
    pack = load_pack("ar")
    return differences(mark_text(chars, pack), chars, mark_text(respelt.chars, pack), respelt)


@pytest.mark.parametrize("change", sorted(CHANGES))
def test_a_spelling_throughout_a_text_changes_no_mark(change):
    pack = load_pack("ar")
    changed = []
    for number, chars in enumerate(TEXTS):
        respelt = respell_throughout(as_written(chars), change, number, pack)
        changed += changed_marks(chars, respelt) if respelt.chars != chars else []
    assert changed == []


@given(texts, changes)
@settings(deadline=None, max_examples=400)
def test_a_few_spellings_at_once_change_no_mark(chars, chosen):
    respelt = as_written(chars)
    for change, number in chosen:
        respelt = respell(respelt, change, number, load_pack("ar"))
    assert changed_marks(chars, respelt) == []


@pytest.mark.parametrize("change", sorted(CHANGES))
def test_every_change_can_be_made_in_many_of_the_texts(change):
    pack = load_pack("ar")
    changed = [chars for chars in TEXTS if respell_throughout(as_written(chars), change, 1, pack).chars != chars]
    assert len(changed) >= 10


@pytest.mark.parametrize(("change", "letters", "least"), [("last_ya", YAS, 0.75), ("last_ha", HAS, 0.85)])
def test_few_last_letters_are_excepted(change, letters, least):
    pack = load_pack("ar")
    ending = sum(word[-1:] in letters for chars in TEXTS for word in re.findall("[\u0621-\u064a]+", chars))
    changed = sum(len({edits[0].start for edits in CHANGES[change](chars, pack)}) for chars in TEXTS)
    assert changed >= least * ending


def fold_that_keeps_tatweel(text: str) -> Folded:
    return fold(text.replace("\u0640", "\u0644"))


def fold_that_keeps_joiners(text: str) -> Folded:
    return fold(text.replace("\u200d", " "))


def fold_that_takes_three_for_four(text: str) -> Folded:
    return fold(text.replace("\u06f3", "\u06f4"))


def fold_that_takes_what_stands_before(text: str) -> Folded:
    folded = fold(text)
    return folded if folded.ends is None else replace(folded, starts=(0, *folded.ends[:-1]))


@pytest.mark.parametrize(
    ("broken", "change"),
    [
        (fold_that_keeps_tatweel, "tatweel"),
        (fold_that_keeps_joiners, "invisible"),
        (fold_that_takes_three_for_four, "digits"),
        (fold_that_takes_what_stands_before, "directions"),
    ],
)
def test_a_broken_fold_is_noticed(broken: Callable[[str], Folded], change: str, monkeypatch: pytest.MonkeyPatch):
    respelt = [respell_throughout(as_written(SENTENCE), change, number, load_pack("ar")) for number in range(6)]
    assert not any(changed_marks(SENTENCE, each) for each in respelt)
    monkeypatch.setattr("tawatur.lang.pack.fold", broken)
    assert any(changed_marks(SENTENCE, each) for each in respelt)
