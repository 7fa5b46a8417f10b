"""What somebody sees who types ``tawatur demo`` and knows nothing else."""

import re
from pathlib import Path

import pytest
from tests.cases import demo_inputs
from tests.command import called, done, lines_of, spawned

from tawatur.demo.case import bundled_hashes, notice

WIRE = {"hauran-plain-0729-noon", "tile-wall-repost", "wheat-gate-0729"}


@pytest.fixture(scope="module")
def out(demo_folder: Path) -> Path:
    folder = demo_folder / "out"
    done("export", demo_folder / "demo.tawatur", folder)
    return folder


@pytest.mark.e2e
def test_the_demonstration_prints_what_it_found_and_where_the_brief_lies(tmp_path: Path):
    ended = spawned("demo", "--dir", tmp_path / "here")
    assert (ended.code, ended.err) == (0, "")
    figures = dict(re.findall(r"^([a-z]+(?: [a-z]+)?) +(\d+)$", ended.out, re.MULTILINE))
    assert figures["reports"] == "19"
    assert all(int(figures[name]) > 0 for name in ("claims", "events", "chains", "copies", "disputes"))
    assert f"brief            {tmp_path / 'here' / 'brief.html'}" in ended.out
    assert ended.out.startswith(notice("en"))
    assert (tmp_path / "here" / "brief.html").stat().st_size > 10_000


def test_for_machines_it_is_one_object(tmp_path: Path):
    shown = done("demo", "--dir", tmp_path, "--json").json
    assert shown["reports"] == 19
    assert shown["brief"] == str(tmp_path / "brief.html")
    assert shown["notice"] == notice("en")


def test_a_second_time_it_is_only_brought_up_to_date(tmp_path: Path):
    first = done("demo", "--dir", tmp_path).out
    page = (tmp_path / "brief.html").read_bytes()
    assert done("demo", "--dir", tmp_path).out == first
    assert (tmp_path / "brief.html").read_bytes() == page
    assert done("run", tmp_path / "demo.tawatur").out.startswith("nothing to do")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path):
    (tmp_path / "file").write_text("x")
    ended = called("demo", "--dir", tmp_path / "file" / "demo")
    assert (ended.code, ended.out) == (2, "")
    assert "file/demo cannot be made" in ended.err
    assert "name a folder that you may write to" in ended.err


def test_it_has_a_dispute(out: Path):
    assert any(event["disputes"] for event in lines_of(out / "events.jsonl"))


def test_its_undated_report_has_a_day_that_others_narrowed(out: Path):
    (undated,) = [line for line in lines_of(out / "reports.jsonl") if line["ref"] == "north-wind-undated"]
    assert undated["published"] is None
    assert undated["published_resolved"]["start"] == "2021-08-26"
    assert "turjuman-0826" in undated["published_resolved"]["why"]


def test_it_has_copies_in_one_group(out: Path):
    pairs = {frozenset((line["a"], line["b"])) for line in lines_of(out / "copies.jsonl")}
    assert {pair for pair in pairs if pair <= WIRE} == {frozenset(pair) for pair in _pairs(WIRE)}
    reports = {line["ref"]: line for line in lines_of(out / "reports.jsonl")}
    assert len({reports[ref]["copy_group"] for ref in WIRE}) == 1
    assert reports["tile-wall-repost"]["copy_group"] is not None


def _pairs(names: set[str]) -> list[tuple[str, str]]:
    return [(a, b) for a in sorted(names) for b in sorted(names) if a < b]


def test_copies_are_one_chain_though_they_are_several_reports(out: Path):
    copied = [event for event in lines_of(out / "events.jsonl") if len(WIRE & set(event["report_ids"])) > 1]
    assert copied
    for event in copied:
        others = set(event["report_ids"]) - WIRE
        assert event["chains"] <= len(others) + 1, event["id"]


def test_nothing_of_the_demonstration_is_refused(tmp_path: Path):
    ended = done("add", tmp_path / "c.tawatur", *demo_inputs())
    assert "19 taken, 0 already there, 0 refused" in ended.out


def test_its_brief_says_that_all_is_invented(demo_folder: Path, tmp_path: Path):
    assert notice("ar") in (demo_folder / "brief.html").read_text(encoding="utf-8")
    done("brief", demo_folder / "demo.tawatur", "-o", tmp_path / "again.html", "--language", "en")
    assert notice("en") in (tmp_path / "again.html").read_text(encoding="utf-8")


def test_among_other_reports_the_brief_says_how_many_are_invented(tmp_path: Path):
    case = tmp_path / "c.tawatur"
    row = (
        b'{"id": "own", "url": "https://example.org/own", "text": "\\u0642\\u064f\\u062a\\u0644 \\u0631\\u062c\\u0644"}'
    )
    done("add", case, "-", stdin=row)
    done("run", case)
    done("brief", case, "-o", tmp_path / "own.html")
    assert "مختلَقة" not in (tmp_path / "own.html").read_text(encoding="utf-8")
    done("add", case, *demo_inputs()[:2])
    done("run", case)
    done("brief", case, "-o", tmp_path / "mixed.html")
    assert "عددها 2 من أصل 3" in (tmp_path / "mixed.html").read_text("utf-8")
    done("brief", case, "-o", tmp_path / "mixed.html", "--language", "en")
    assert "2 of the 3 reports in this case belong to the demonstration" in (tmp_path / "mixed.html").read_text("utf-8")


def test_a_bundled_report_is_known_by_its_bytes(out: Path):
    hashes = {line["bytes_sha256"] for line in lines_of(out / "reports.jsonl")}
    assert hashes == bundled_hashes()
