import os
from pathlib import Path

import pytest

from tawatur.read.walk import Found, NotFound, ending_of, find


def found(name: Path | str) -> list[str]:
    return [item.subject for item in find(str(name)) if isinstance(item, Found)]


def reasons(name: Path | str) -> dict[str, str]:
    return {Path(item.subject).name: str(item.refusal) for item in find(str(name)) if isinstance(item, NotFound)}


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")


def test_a_folder_gives_its_files_at_any_depth_sorted_by_path(tmp_path: Path):
    make(tmp_path, "b.txt", "a/z.html", "a/c/d.jsonl", "a.HTM", "e.jsonl.gz")
    assert found(tmp_path) == [
        str(tmp_path / name) for name in ("a/c/d.jsonl", "a/z.html", "a.HTM", "b.txt", "e.jsonl.gz")
    ]


def test_hidden_files_and_folders_are_left_out_without_a_word(tmp_path: Path):
    make(tmp_path, "a.txt", ".b.txt", ".git/c.txt")
    assert found(tmp_path) == [str(tmp_path / "a.txt")]
    assert reasons(tmp_path) == {}


def test_a_hidden_file_that_is_named_is_read(tmp_path: Path):
    make(tmp_path, ".b.txt")
    assert found(tmp_path / ".b.txt") == [str(tmp_path / ".b.txt")]


def test_every_file_that_is_not_read_has_its_reason_and_mend(tmp_path: Path):
    make(tmp_path, "a.csv", "b.xyz", "c", "d.warc.gz", "e.PDF")
    said = reasons(tmp_path)
    assert (
        "ending .csv is not one this version reads (.txt .html .htm .jsonl .jsonl.gz); write each row" in said["a.csv"]
    )
    assert "ending .xyz is not" in said["b.xyz"]
    assert "no ending" in said["c"]
    assert "save its pages as .html" in said["d.warc.gz"]
    assert "save its words as .txt" in said["e.PDF"]


@pytest.mark.parametrize("name", ["https://example.org/a", "http://example.org/a.html", "ftp://example.org/a.txt"])
def test_a_web_address_is_refused_with_its_mend(name: str):
    assert "save the page as .html" in next(iter(reasons(name).values()))


@pytest.mark.parametrize("name", ["", "a\0b.txt", "no/such/file.txt", "x" * 5_000 + ".txt"])
def test_a_name_that_leads_nowhere_is_refused(name: str):
    (reason,) = (str(item.refusal) for item in find(name) if isinstance(item, NotFound))
    assert reason.startswith("not read")


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path):
    assert "no such file" in reasons(tmp_path / "a.txt")["a.txt"]


def test_an_empty_folder_gets_its_line(tmp_path: Path):
    assert "no file stands in this folder" in reasons(tmp_path)[tmp_path.name]


def test_a_link_that_leads_nowhere_is_refused(tmp_path: Path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert "no such file" in reasons(tmp_path)["a.txt"]


def test_a_folder_linked_into_itself_is_named_and_not_entered(tmp_path: Path):
    make(tmp_path, "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert found(tmp_path) == [str(tmp_path / "a.txt")]
    assert "a link to a folder" in reasons(tmp_path)["loop"]


def test_a_link_to_itself_is_refused(tmp_path: Path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    assert "cannot be opened" in reasons(tmp_path)["a.txt"]


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path):
    os.mkfifo(tmp_path / "a.txt")
    assert "no plain file" in reasons(tmp_path)["a.txt"]


def test_a_folder_that_may_not_be_listed_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    make(tmp_path, "a.txt", "closed/b.txt")
    scandir = os.scandir

    def guarded(path):
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert found(tmp_path) == [str(tmp_path / "a.txt")]
    assert "Permission denied" in reasons(tmp_path)["closed"]


def test_a_folder_whose_name_ends_like_a_text_is_a_folder(tmp_path: Path):
    make(tmp_path, "x.txt/y.txt")
    assert found(tmp_path) == [str(tmp_path / "x.txt" / "y.txt")]


def test_a_file_name_that_is_no_utf8_can_still_be_shown_and_stored(tmp_path: Path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text("x", encoding="utf-8")
    (item,) = find(str(tmp_path))
    assert isinstance(item, Found)
    assert item.subject.endswith("caf\ufffd.txt")
    assert item.stem == "caf\ufffd"


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("a.b.txt", ".txt"),
        ("a.JSONL.GZ", ".jsonl.gz"),
        ("a.txt.gz", ".gz"),
        ("a.warc.gz", ".warc.gz"),
        ("a", ""),
        ("a.", ""),
    ],
)
def test_the_ending_of_a_name(name: str, ending: str):
    assert ending_of(name) == ending
