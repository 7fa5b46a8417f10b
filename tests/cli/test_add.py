import io
import json
import sys
from pathlib import Path

import pytest
from tests.command import called, done

from tawatur.store.open import open_case

TEXT = "قصفت قوات معادية أطراف قرية المنارة صباح اليوم، وأصيب ثلاثة من الأهالي بجروح."


def test_every_input_has_its_line_and_a_sum_at_the_end(tmp_path: Path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.png").write_bytes(b"\x89PNG")
    ended = called("add", tmp_path / "c.tawatur", tmp_path / "a.txt", tmp_path / "b.png")
    assert ended.code == 1
    lines = ended.out.splitlines()
    assert lines[0] == f"taken          {tmp_path / 'a.txt'}  as a"
    assert lines[1] == f"refused        {tmp_path / 'b.png'}"
    assert lines[2].startswith("               not read: ending .png")
    assert lines[3] == "1 taken, 0 already there, 1 refused"


def test_the_same_input_again_is_already_there_and_that_is_no_failure(tmp_path: Path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done("add", tmp_path / "c.tawatur", tmp_path / "a.txt")
    again = done("add", tmp_path / "c.tawatur", tmp_path / "a.txt")
    assert again.out == f"already there  {tmp_path / 'a.txt'}\n0 taken, 1 already there, 0 refused\n"


def test_for_machines_every_input_is_a_line_of_json(tmp_path: Path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    ended = called("add", tmp_path / "c.tawatur", tmp_path / "a.txt", tmp_path / "none.txt", "--json")
    assert ended.code == 1
    taken, refused = ended.rows
    assert taken == {"subject": str(tmp_path / "a.txt"), "outcome": "taken", "ref": "a", "problems": []}
    assert (refused["outcome"], refused["ref"]) == ("refused", None)
    assert refused["problems"][0]["message"] == "not read: there is no such file"


def test_what_is_said_of_all_inputs_is_kept_with_each(tmp_path: Path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    told = ["--outlet", "صوت السهل", "--published", "2021-07-29", "--language", "ar"]
    done("add", tmp_path / "c.tawatur", tmp_path / "a.txt", *told)
    shown = called("show", tmp_path / "c.tawatur", "a", "--json").json
    assert (shown["outlet"], shown["published"], shown["language"]) == ("صوت السهل", "2021-07-29", "ar")


def test_standard_input_is_read_as_one_text_or_as_lines(tmp_path: Path):
    rows = "".join(json.dumps({"id": name, "text": f"{TEXT} {name}"}) + "\n" for name in ("one", "two"))
    assert "1 taken" in done("add", tmp_path / "c.tawatur", "-", stdin=TEXT.encode()).out
    assert "2 taken" in done("add", tmp_path / "c.tawatur", "-", stdin=rows.encode()).out


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        (
            "--published",
            "29/7/2021",
            "--published is '29/7/2021', which is no ISO date or time; write it as YYYY-MM-DD",
        ),
        ("--language", "klingon", "--language is 'klingon', which is no language code; give a code such as ar"),
        ("--zone", "Mars/Base", "the time zone 'Mars/Base' is not known here; give one such as Asia/Damascus"),
    ],
)
def test_a_wrong_option_is_named_with_the_mend_and_no_case_is_made(tmp_path: Path, option: str, value: str, said: str):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    ended = called("add", tmp_path / "c.tawatur", tmp_path / "a.txt", option, value)
    assert (ended.code, ended.out, ended.err) == (2, "", f"tawatur: {said}\n")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_the_zone_of_a_case_is_set_once_and_moves_its_days(tmp_path: Path):
    row = json.dumps({"id": "late", "text": TEXT, "published": "2021-07-29T22:30:00Z"})
    done("add", tmp_path / "c.tawatur", "-", "--zone", "UTC", stdin=row.encode())
    assert called("show", tmp_path / "c.tawatur", "late", "--json").json["published"] == "2021-07-29"
    assert done("add", tmp_path / "c.tawatur", "-", stdin=row.encode()).out.startswith("already there")
    other = called("add", tmp_path / "c.tawatur", "-", "--zone", "Asia/Damascus", stdin=row.encode())
    assert other.code == 2
    assert "are in UTC, which stays" in other.err


def test_a_new_case_knows_the_day_on_which_it_was_made(tmp_path: Path):
    done("add", tmp_path / "c.tawatur", "-", stdin=TEXT.encode())
    with open_case(str(tmp_path / "c.tawatur"), create=False) as store:
        settings = store.settings()
    assert settings.zone == "Asia/Damascus"
    assert settings.as_of is not None
    assert settings.as_of >= "2026-01-01"


def test_an_arabic_file_name_is_shown_and_becomes_the_ref(tmp_path: Path):
    path = tmp_path / "تقرير ٢٩ تموز.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert done("add", tmp_path / "c.tawatur", path).out.splitlines()[0] == f"taken          {path}  as تقرير ٢٩ تموز"


def test_a_file_name_can_neither_break_its_line_nor_steer_the_terminal(tmp_path: Path):
    path = tmp_path / "a\n\x1b[2Jtaken  b.png"
    path.write_bytes(b"x")
    lines = called("add", tmp_path / "c.tawatur", path).out.splitlines()
    assert lines[0] == f"refused        {tmp_path}/a\\n\\x1b[2Jtaken  b.png"
    assert len(lines) == 3


def test_a_file_name_of_undecodable_bytes_does_not_stop_the_rest(tmp_path: Path):
    (tmp_path / "in").mkdir()
    name = "\udce1.txt"  # how Python names a byte that is no UTF-8
    try:
        (tmp_path / "in" / name).write_text(TEXT, encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes only names in UTF-8")
    (tmp_path / "in" / "b.txt").write_text(f"{TEXT} ثانية", encoding="utf-8")
    assert "2 taken" in done("add", tmp_path / "c.tawatur", tmp_path / "in").out
    done("run", tmp_path / "c.tawatur")
    done("export", tmp_path / "c.tawatur", tmp_path / "out")


def test_a_folder_with_a_file_that_is_not_read_is_done_in_part(tmp_path: Path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "README.md").write_text("About these reports.")
    (tmp_path / "in" / "a.txt").write_text(TEXT, encoding="utf-8")
    ended = called("add", tmp_path / "c.tawatur", tmp_path / "in")
    assert ended.code == 1
    assert "1 taken, 0 already there, 1 refused" in ended.out
    assert "README.md" in ended.out


def test_standard_input_is_left_alone_where_it_is_not_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    assert "1 taken" in done("add", tmp_path / "c.tawatur", tmp_path / "a.txt", stdin=b"not read").out
