import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.command import called, done


def test_the_demonstration_holds_together(demo_folder: Path):
    shown = done("verify", demo_folder / "demo.tawatur")
    assert shown.out.startswith("0 faults in 19 reports, ")
    asked = done("verify", demo_folder / "demo.tawatur", "--json").json
    assert asked["faults"] == []
    assert asked["quotes"] > asked["claims"] > 0


@pytest.mark.parametrize("changed", [b"xx", b"\xff\xfe"], ids=["another text", "bytes that are no text"])
def test_a_text_that_was_changed_behind_our_back_is_a_fault(demo_copy: Path, changed: bytes):
    with closing(sqlite3.connect(demo_copy)) as connection, connection:
        connection.execute("UPDATE texts SET chars = CAST(? || substr(chars, 3) AS BLOB)", [changed])
    ended = called("verify", demo_copy)
    assert ended.code == 1
    assert ended.out.count("\n") >= 1
    assert "SHA-256" in ended.out or "damaged" in ended.out
    asked = called("verify", demo_copy, "--json")
    assert asked.code == 1
    assert asked.json["faults"]


def test_a_damaged_file_is_a_sentence(demo_copy: Path):
    data = bytearray(demo_copy.read_bytes())
    data[4096 : 4096 * 8] = b"\x07" * (4096 * 7)
    demo_copy.write_bytes(bytes(data))
    for command in (["show"], ["run"], ["verify"]):
        ended = called(*command, demo_copy)
        assert ended.code in {1, 2}
        assert "damaged" in ended.out + ended.err
        assert "Traceback" not in ended.err


def test_doctor_says_of_each_thing_whether_it_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    checks = {check["name"]: check for check in called("doctor", "--json").json}
    assert {"python", "sqlite", "language pack", "time zones", "disk", "folder", "clock"} <= set(checks)
    assert all(check["mend"] for check in checks.values() if not check["works"])
    assert checks["python"]["works"] is True


def test_doctor_ends_with_1_where_something_that_is_needed_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tawatur.cli.doctor._LEAST_BYTES", 10**30)
    ended = called("doctor")
    assert ended.code == 1
    assert "FAIL disk" in ended.out
    assert "free some space" in ended.out


def test_doctor_runs_where_the_folder_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    ended = called("doctor")
    assert ended.code == 1
    assert "FAIL folder" in ended.out
