"""The tour follows a real sentence: each row of its tables is what the product says."""

import re
from pathlib import Path

import pytest

from tawatur.claim.read import read_report
from tawatur.lang.pack import load_pack
from tawatur.mark.all import mark_text
from tawatur.model.claim import Claim
from tawatur.model.text import Report, Span
from tawatur.read.inputs import Defaults, read_inputs

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "tour.md").read_text(encoding="utf-8")
SENTENCE = Span(42, 242)
MARK_ROW = re.compile(r"^\| «(.+)» \| .+ \| `(\S+)` \|$", re.MULTILINE)
FIELD_ROW = re.compile(r"^\| `(\S+)` \| (.+) \| «(.+)» \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def report() -> Report:
    page = ROOT / "src" / "tawatur" / "demo" / "reports" / "basalt-0730.html"
    (item,) = read_inputs([str(page)], defaults=Defaults(), zone="Asia/Damascus")
    assert item.report is not None
    return item.report


@pytest.fixture(scope="module")
def claim(report: Report) -> Claim:
    claims = read_report(report, load_pack("ar"), as_of=None).claims
    (found,) = [claim for claim in claims if claim.clause == SENTENCE and claim.type == "shelling"]
    return found


def test_the_sentence_stands_where_the_tour_says(report: Report):
    assert f"> {report.text.quote(SENTENCE)}\n" in PAGE


def test_nothing_around_the_article_is_in_the_text(report: Report):
    for around in ("عاصفة رملية", "خمسين شهيد", "حافلة ركاب"):
        assert around not in report.text.chars


def test_each_mark_of_the_tour_is_seen_by_its_rule(report: Report):
    rows = set(MARK_ROW.findall(PAGE))
    assert len(rows) > 5
    marks = mark_text(report.text.chars, load_pack("ar"), title=report.title.chars if report.title else None)
    kinds = (marks.numbers, marks.times, marks.places, marks.people, marks.weapons, marks.harms, marks.cues)
    seen = {(report.text.quote(mark.span), mark.rule) for kind in kinds for mark in kind if SENTENCE.covers(mark.span)}
    assert rows <= seen


def test_each_field_of_the_tour_has_the_evidence_that_it_shows(claim: Claim):
    rows = {(field, quote) for field, _, quote in FIELD_ROW.findall(PAGE)}
    assert len(rows) > 4
    assert rows <= {(evidence.field, evidence.quote) for evidence in claim.evidence}


def test_the_claim_says_what_the_tour_says(claim: Claim):
    (count,) = claim.counts
    assert (count.harm, count.civil_status, count.best, count.qualifier) == ("killed", "civilian", 10, "about")
    assert count.of == ()
    assert [weapon for _, weapon in claim.weapons] == ["rocket"]
    assert str(claim.date.start) == "2021-07-29"
    assert (claim.status, claim.attribution.mode) == ("asserted", "own_voice")


def test_every_path_and_function_that_the_tour_names_exists():
    named = set(re.findall(r"`((?:src/tawatur/)?[a-z_/]+(?:\.py|\.toml|/))`", PAGE))
    assert named
    package = ROOT / "src" / "tawatur"
    assert not [path for path in named if not (ROOT / path).exists() and not (package / path).exists()]
    functions = re.findall(r"`([a-z_]+)` in `([a-z_/]+\.py)`", PAGE)
    assert functions
    assert not [pair for pair in functions if f"def {pair[0]}(" not in (package / pair[1]).read_text(encoding="utf-8")]
