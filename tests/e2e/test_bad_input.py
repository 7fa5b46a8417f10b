"""Bad input, as it comes in real folders: each costs itself, is named with its mend, and the rest is processed."""

import json
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from tests.command import TAWATUR, called, done, lines_of

TEXT = "قُتل ثلاثة مدنيين في قصف مدفعي على بلدة طفس بريف درعا يوم 29 تموز 2021، بحسب مراسل محلي.\n"
OTHER = "اعتقلت دورية أمنية شابين في بلدة نوى أمس، وفق شهود عيان.\n"
ENGLISH = "Three civilians were killed in shelling of the town of Tafas on Thursday, a local reporter said. " * 3
PERSIAN = "سه غیرنظامی در حمله توپخانه ای شهر طفس کشته شدند و پنج نفر دیگر زخمی شدند، خبرگزاری محلی گفت. " * 3
ROOTLESS = 65534


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good report before and one behind whatever a test puts between them."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "z.txt").write_text(OTHER, encoding="utf-8")
    return tmp_path / "in"


def refused(folder: Path) -> str:
    """The sentence of the one refusal among the inputs of ``folder``, the two good ones being taken and run."""
    case = folder.parent / "c.tawatur"
    ended = called("add", case, folder, "--json")
    assert (ended.code, ended.err) == (1, "")
    by_outcome = {outcome: [row for row in ended.rows if row["outcome"] == outcome] for outcome in ("taken", "refused")}
    assert [row["ref"] for row in by_outcome["taken"]] == ["a", "z"]
    (row,) = by_outcome["refused"]
    (problem,) = row["problems"]
    assert problem["subject"] == row["subject"]
    assert problem["mend"]
    done("run", case)
    done("export", case, folder.parent / "out")
    assert {claim["report"] for claim in lines_of(folder.parent / "out" / "claims.jsonl")} == {"a", "z"}
    nameless = {key: said.replace(f"{folder}/", "") for key, said in problem.items()}  # no folder of this machine
    assert lines_of(folder.parent / "out" / "problems.jsonl") == [nameless]
    return f"{Path(row['subject']).name}: {problem['message']}; {problem['mend']}"


def kept(folder: Path, ref: str, *, problems: int = 1) -> str:
    """The sentence about a report that is kept all the same, beside the two good ones."""
    ended = done("add", folder.parent / "c.tawatur", folder, "--json")
    (row,) = [row for row in ended.rows if row["ref"] == ref]
    assert [row["outcome"] for row in ended.rows] == ["taken"] * 3
    assert len(row["problems"]) == problems
    return " ".join(f"{problem['message']}; {problem['mend']}" for problem in row["problems"])


def claims_of(folder: Path) -> set[str]:
    """The refs of the reports that have claims, after a run."""
    case, out = folder.parent / "c.tawatur", folder.parent / "out"
    done("run", case)
    done("export", case, out)
    return {claim["report"] for claim in lines_of(out / "claims.jsonl")}


def test_an_empty_file(folder: Path):
    (folder / "m.txt").write_bytes(b"")
    assert refused(folder).startswith("m.txt: not read: empty")


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 50, b"\x89PNG\r\n\x1a\n" + bytes(99), b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
)
def test_a_binary_file_under_the_name_of_a_text(folder: Path, data: bytes):
    (folder / "m.txt").write_bytes(data)
    assert refused(folder).startswith("m.txt: not read: ")


def test_thirty_megabytes_of_one_line_as_a_text(folder: Path):
    (folder / "m.txt").write_text("ب" * 15_000_000, encoding="utf-8")
    assert "15,000,000 characters are more than the 2,000,000" in refused(folder)


def test_thirty_megabytes_of_one_line_among_lines(folder: Path):
    long = json.dumps({"text": "ب" * 15_000_000}, ensure_ascii=False).encode()
    (folder / "m.jsonl").write_bytes(long + b"\n")
    assert "15,000,000 characters are more than the 2,000,000" in refused(folder)


def test_fifty_megabytes_of_one_line_among_lines_do_not_cost_the_next_line(folder: Path):
    rows = [json.dumps({"id": name, "text": f"{OTHER} {name}"}).encode() for name in ("before", "behind")]
    (folder / "m.jsonl").write_bytes(b"\n".join([rows[0], b'{"text": "' + b"x" * 50_000_000 + b'"}', rows[1]]))
    ended = called("add", folder.parent / "c.tawatur", folder)
    assert ended.code == 1
    assert "4 taken, 0 already there, 1 refused" in ended.out
    assert "m.jsonl:2\n" in ended.out
    assert "a line of more than 40,000,000 bytes" in ended.out


def test_a_page_of_a_hundred_thousand_nested_boxes(folder: Path):
    deep = 100_000
    page = f"<html><body>{'<div>' * deep}<p>{TEXT}</p>{'</div>' * deep}</body></html>"
    (folder / "m.html").write_text(page, encoding="utf-8")
    assert "nested 100,00" in kept(folder, "m")
    assert claims_of(folder) == {"a", "m", "z"}


@pytest.mark.parametrize("codec", ["cp1256", "utf-16"])
def test_a_text_in_an_old_encoding_is_read_as_it_was_written(folder: Path, codec: str):
    plain = TEXT.replace("\u064f", "")
    (folder / "m.txt").write_bytes(plain.encode(codec))
    said = kept(folder, "m", problems=codec == "cp1256")
    assert ("read as Windows-1256" in said) == (codec == "cp1256")
    shown = called("show", folder.parent / "c.tawatur", "m").out
    assert plain.strip() in shown
    assert claims_of(folder) == {"a", "m", "z"}


def test_two_encodings_in_one_file(folder: Path):
    (folder / "m.txt").write_bytes(TEXT.encode() + OTHER.encode("cp1256"))
    said = refused(folder)
    assert "is UTF-8, but byte" in said
    assert "two encodings mixed" in said


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "English"), (PERSIAN, "Persian")], ids=["English", "Persian"])
def test_a_report_in_a_language_that_is_not_read_is_kept_and_said_to_be_unread(folder: Path, text: str, language: str):
    (folder / "m.txt").write_text(text, encoding="utf-8")
    assert kept(folder, "m").startswith(f"in {language}: kept, not read in this version")
    assert claims_of(folder) == {"a", "z"}
    reports = lines_of(folder.parent / "out" / "reports.jsonl")
    assert [line["ref"] for line in reports] == ["a", "m", "z"]
    said = [line["message"] for line in lines_of(folder.parent / "out" / "problems.jsonl")]
    assert any("read" in message and "kept" in message for message in said)


def test_a_report_that_is_there_already(folder: Path):
    case = folder.parent / "c.tawatur"
    done("add", case, folder)
    done("run", case)
    again = done("add", case, folder / "a.txt", folder / "a.txt")
    assert again.out.count("already there  ") == 2
    assert "0 taken, 2 already there, 0 refused" in again.out
    assert done("run", case).out.startswith("nothing to do")


def test_the_same_words_under_another_name_are_another_report_and_a_copy(folder: Path):
    (folder / "m.txt").write_text(TEXT, encoding="utf-8")
    done("add", folder.parent / "c.tawatur", folder)
    assert claims_of(folder) == {"a", "m", "z"}
    (pair,) = lines_of(folder.parent / "out" / "copies.jsonl")
    assert {pair["a"], pair["b"]} == {"a", "m"}
    assert pair["kind"] == "exact"


def test_two_reports_under_one_name_are_both_kept_and_told_apart(folder: Path):
    (folder / "sub").mkdir()
    (folder / "sub" / "a.txt").write_text(OTHER + TEXT, encoding="utf-8")
    done("add", folder.parent / "c.tawatur", folder)
    refs = claims_of(folder)
    assert len(refs) == 3
    assert len([ref for ref in refs if ref.startswith("a-")]) == 2


@pytest.mark.parametrize(
    "line", [b"{broken", b"[1, 2]", b'"text"', b'{"id": "x"}', b'{"text": null}', b"\xff\xfe{}", b"[" * 99_999]
)
def test_a_broken_line_in_the_middle(folder: Path, line: bytes):
    rows = [json.dumps({"id": name, "text": f"{OTHER} {name}"}).encode() for name in ("before", "behind")]
    (folder / "m.jsonl").write_bytes(b"\n".join([rows[0], line, rows[1]]))
    ended = called("add", folder.parent / "c.tawatur", folder)
    assert ended.code == 1
    assert "4 taken, 0 already there, 1 refused" in ended.out
    assert f"refused        {folder / 'm.jsonl'}:2\n" in ended.out
    assert claims_of(folder) == {"a", "before", "behind", "z"}


def test_a_malformed_field_costs_the_field_and_not_the_report(folder: Path):
    row = {"id": "m", "text": OTHER * 2, "published": "gestern", "url": "javascript:alert(1)", "language": 7}
    (folder / "m.jsonl").write_text(json.dumps(row))
    said = kept(folder, "m", problems=3)
    assert all(f"{name} is " in said for name in ("published", "url", "language"))


@pytest.mark.parametrize("name", ["none.txt", "no\x01thing"])
def test_a_file_that_is_not_there(folder: Path, name: str):
    ended = called("add", folder.parent / "c.tawatur", folder / "a.txt", folder / name, folder / "z.txt")
    assert ended.code == 1
    assert "2 taken, 0 already there, 1 refused" in ended.out
    assert "not read: there is no such file; look at its name and its rights" in ended.out


def test_an_empty_folder(folder: Path):
    (folder / "none").mkdir()
    ended = called("add", folder.parent / "c.tawatur", folder / "none", folder)
    assert ended.code == 1
    assert "no file stands in this folder; put files in it (.txt" in ended.out
    assert "2 taken, 0 already there, 1 refused" in ended.out


def test_an_ending_that_is_not_read(folder: Path):
    (folder / "m.xlsx").write_bytes(b"PK\x03\x04")
    assert "ending .xlsx is not one" in refused(folder)


@pytest.fixture
def anybody() -> Iterator[Path]:
    """A folder that anybody may enter, seen with the rights of an ordinary user even where the tests run as root."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        if os.name != "posix":
            pytest.skip("rights are of another kind here")
        root = os.geteuid() == 0
        if root:
            os.seteuid(ROOTLESS)
        try:
            yield Path(name)
        finally:
            if root:
                os.seteuid(0)


def test_a_file_that_may_not_be_read(anybody: Path):
    for name in ("a.txt", "m.txt", "z.txt"):
        (anybody / name).write_text(TEXT + name, encoding="utf-8")
    (anybody / "m.txt").chmod(0)
    ended = called("add", anybody / "c.tawatur", anybody)
    assert ended.code == 1
    assert "m.txt\n               not read: it cannot be opened (Permission denied); look at its name" in ended.out
    assert "2 taken" in ended.out


def test_a_folder_that_may_not_be_written(anybody: Path):
    (anybody / "a.txt").write_text(TEXT, encoding="utf-8")
    done("add", anybody / "c.tawatur", anybody / "a.txt")
    done("run", anybody / "c.tawatur")
    locked = anybody / "locked"
    locked.mkdir(mode=stat.S_IRUSR | stat.S_IXUSR)
    for arguments in (
        ["add", locked / "c.tawatur", anybody / "a.txt"],
        ["export", anybody / "c.tawatur", locked / "out"],
        ["brief", anybody / "c.tawatur", "-o", locked / "b.html"],
        ["demo", "--dir", locked / "demo"],
        ["demo", "--dir", locked],
    ):
        ended = called(*arguments)
        assert (ended.code, ended.out) == (2, ""), arguments
        assert str(locked) in ended.err
        assert "that you may write to" in ended.err or "mend the permissions" in ended.err
        assert ended.err.count("\n") == 1
    assert list(locked.iterdir()) == []


@pytest.fixture
def small_disk(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every case of this process lies on a disk that takes 200 kilobytes: SQLite itself refuses what is beyond."""

    def limit(connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 50").close()

    event.listen(Engine, "connect", limit)
    yield
    event.remove(Engine, "connect", limit)


def test_a_disk_that_fills_up_while_reports_come_in_leaves_what_was_kept(tmp_path: Path, small_disk: None):
    case = tmp_path / "c.tawatur"
    rows = [json.dumps({"id": f"r{number:03}", "text": f"{TEXT * 30} {number}"}) for number in range(100)]
    (tmp_path / "in.jsonl").write_text("\n".join(rows))
    ended = called("add", case, tmp_path / "in.jsonl")
    assert ended.code == 1
    assert f"tawatur: stopped before the end: {case}: the disk is full" in ended.err
    assert "free some space and run again; what was kept is whole" in ended.err
    taken = ended.out.count("taken          ")
    assert 0 < taken < 100
    assert called("show", case, "--json").json["reports"] == taken


def test_a_disk_that_fills_up_during_a_run_leaves_a_case_that_goes_on(tmp_path: Path):
    case = tmp_path / "c.tawatur"
    rows = [json.dumps({"id": f"r{number:03}", "text": f"{TEXT * 3} {number}"}) for number in range(40)]
    (tmp_path / "in.jsonl").write_text("\n".join(rows))
    done("add", case, tmp_path / "in.jsonl")

    def limit(connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 1").close()  # the least that holds what is there

    event.listen(Engine, "connect", limit)
    try:
        ended = called("run", case)
    finally:
        event.remove(Engine, "connect", limit)
    assert (ended.code, ended.out) == (1, "")
    assert f"tawatur: stopped before the end: {case}: the disk is full" in ended.err
    assert done("run", case, "--json").json["reports"] == 40
    assert done("verify", case, "--json").json["faults"] == []


@pytest.mark.e2e
def test_two_commands_at_once_on_one_case_wait_for_each_other(tmp_path: Path):
    case = tmp_path / "c.tawatur"
    for name in ("one", "two"):
        rows = [json.dumps({"id": f"{name}{number}", "text": f"{TEXT} {name} {number}"}) for number in range(30)]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(rows))
    adding = [
        subprocess.Popen(
            [TAWATUR, "add", case, tmp_path / f"{name}.jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for name in ("one", "two")
    ]
    said = [process.communicate(timeout=120) for process in adding]
    assert [process.returncode for process in adding] == [0, 0], said
    assert all(b"30 taken" in out for out, _ in said)
    assert called("show", case, "--json").json["reports"] == 60


@pytest.mark.e2e
def test_what_is_given_to_the_command_can_be_no_unicode_at_all(tmp_path: Path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    if sys.platform != "linux":
        pytest.skip("only Linux hands on such bytes")
    ran = subprocess.run(
        [os.fsencode(TAWATUR), b"add", b"c.tawatur", b"a.txt", b"none-\xff\xfe.txt", b"--outlet", b"\xff"],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 2
    assert b"--outlet" in ran.stderr
    assert b"Traceback" not in ran.stderr
    ran = subprocess.run(
        [os.fsencode(TAWATUR), b"add", b"c.tawatur", b"a.txt", b"none-\xff\xfe.txt"],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 1
    assert b"1 taken, 0 already there, 1 refused" in ran.stdout
