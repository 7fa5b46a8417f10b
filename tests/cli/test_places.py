"""A user's own gazetteer, added to a case."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from tests.command import called, done, files_of, lines_of

PLACE = "السنجابية"
TEXT = "قُتل ثلاثة مدنيين في قصف مدفعي لقوات النظام على بلدة السنجابية في ريف إدلب يوم الخميس 29 تموز 2021."
CSV = f"name_ar,lat,lon,kind,name_en,country\n{PLACE},35.71,36.62,town,Squirrel Hill,SY\n"


@pytest.fixture
def gazetteer(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def report(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def places_told(case: Path, out: Path) -> list[Any]:
    done("export", case, out)
    return [place for claim in lines_of(out / "claims.jsonl") for place in claim["places"]]


def test_reports_are_read_with_the_places_that_were_added(tmp_path: Path, gazetteer: Path):
    case = tmp_path / "c.tawatur"
    shown = done("add", case, report(tmp_path), "--places", gazetteer).out.splitlines()
    assert shown[0] == "taken          mine.csv  with 1 place"
    done("run", case)
    (place, *_) = places_told(case, tmp_path / "out")
    assert (place["name_en"], place["lat"], place["lon"]) == ("Squirrel Hill", 35.71, 36.62)
    assert "own places       mine.csv" in done("show", case).out


def test_a_gazetteer_that_comes_after_a_run_makes_a_new_one_due_and_changes_what_it_reads(
    tmp_path: Path, gazetteer: Path
):
    case = tmp_path / "c.tawatur"
    done("add", case, report(tmp_path))
    done("run", case)
    assert {place["id"] for place in places_told(case, tmp_path / "before") if PLACE in place["said"]} == {None}
    done("add", case, "--places", gazetteer)
    assert "the last run is out of date" in called("show", case).err
    assert done("run", case, "--json").json["read"] == 1
    assert "Squirrel Hill" in {place["name_en"] for place in places_told(case, tmp_path / "after")}


def test_the_case_keeps_the_places_though_the_file_is_gone(tmp_path: Path, gazetteer: Path):
    case = tmp_path / "c.tawatur"
    done("add", case, report(tmp_path), "--places", gazetteer)
    gazetteer.unlink()
    done("run", case)
    assert "Squirrel Hill" in {place["name_en"] for place in places_told(case, tmp_path / "out")}
    assert done("verify", case, "--json").json["faults"] == []


def test_the_same_file_again_is_already_there_and_another_of_its_name_takes_its_place(tmp_path: Path, gazetteer: Path):
    case = tmp_path / "c.tawatur"
    done("add", case, report(tmp_path), "--places", gazetteer)
    assert done("add", case, "--places", gazetteer).out == "already there  mine.csv  with 1 place\n"
    gazetteer.write_text(CSV.replace("Squirrel", "Acorn"), encoding="utf-8")
    assert done("add", case, "--places", gazetteer, "--json").json == {
        "subject": "mine.csv",
        "outcome": "taken",
        "places": 1,
    }
    done("run", case)
    assert "Acorn Hill" in {place["name_en"] for place in places_told(case, tmp_path / "out")}


@pytest.mark.e2e
def test_more_workers_and_a_run_in_two_parts_give_the_same_bytes(tmp_path: Path, gazetteer: Path):
    rows = [{"id": f"r{n}", "text": f"{TEXT} {n}", "published": "2021-07-29"} for n in range(20)]
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
    whole, first, second = (tmp_path / f"{name}.jsonl" for name in ("whole", "first", "second"))
    whole.write_text("".join(lines), encoding="utf-8")
    first.write_text("".join(lines[7:]), encoding="utf-8")
    second.write_text("".join(lines[:7]), encoding="utf-8")
    one, two = tmp_path / "one.tawatur", tmp_path / "two.tawatur"
    done("add", one, whole, "--places", gazetteer)
    done("run", one)
    done("add", two, first)
    done("run", two)
    done("add", two, second, "--places", gazetteer)
    done("run", two, "--workers", "2")
    for case in (one, two):
        done("export", case, tmp_path / case.stem)
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")
    assert "Squirrel Hill" in (tmp_path / "two" / "claims.jsonl").read_text(encoding="utf-8")


def test_a_wrong_row_ends_the_command_before_anything_is_kept(tmp_path: Path, gazetteer: Path):
    gazetteer.write_text(CSV + "تلة الزعرور,باء,36.6,,,\n", encoding="utf-8")
    ended = called("add", tmp_path / "c.tawatur", report(tmp_path), "--places", gazetteer)
    assert (ended.code, ended.out) == (2, "")
    assert "mine.csv, line 3, has lat 'باء'; write degrees between -90 and 90" in ended.err
    assert not (tmp_path / "c.tawatur").exists()


def test_a_case_of_before_there_were_gazetteers_takes_one(tmp_path: Path, gazetteer: Path):
    case = tmp_path / "c.tawatur"
    done("add", case, report(tmp_path))
    with sqlite3.connect(case) as connection:
        connection.execute("DROP TABLE own_places")
    connection.close()
    done("run", case)
    assert done("add", case, "--places", gazetteer).out == "taken          mine.csv  with 1 place\n"


def test_verify_finds_a_gazetteer_that_was_changed_in_the_case(tmp_path: Path, gazetteer: Path):
    case = tmp_path / "c.tawatur"
    done("add", case, report(tmp_path), "--places", gazetteer)
    done("run", case)
    with sqlite3.connect(case) as connection:
        connection.execute("UPDATE own_places SET text = ?", (CSV.replace("35.71", "35.72").encode(),))
    connection.close()
    ended = called("verify", case)
    assert ended.code == 1
    assert "gazetteer mine.csv: its text no longer has the SHA-256" in ended.out
