"""What may be opened as a case, and in which words the rest is refused."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.store.builders import report

from tawatur.model.errors import CaseError
from tawatur.store.open import open_case


def database(path: Path, *statements: str) -> bytes:
    """The bytes of a SQLite file made by ``statements``."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
    return path.read_bytes()


@pytest.mark.parametrize(
    "name",
    ["درعا تموز.tawatur", "a b", "what?.db", "100%25#x&y=1.db", ":memory:", "file:x?mode=memory", 'it\'s "q"', "-o"],
)
def test_a_case_may_be_called_anything(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    with open_case(name, create=True) as store:
        store.add_report(report())
    assert [one.name for one in tmp_path.iterdir()] == [name]
    with open_case(name, create=False) as store:
        assert list(store.reports()) == [report()]


def test_a_file_name_that_is_no_unicode_works(tmp_path: Path):
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.tawatur")
    with open_case(name, create=True) as store:
        store.add_report(report())
    with open_case(name, create=False) as store:
        assert list(store.reports()) == [report()]


def test_a_sqlite_url_opens_the_file_it_names(tmp_path: Path):
    with open_case(str(tmp_path / "c.tawatur"), create=True) as store:
        store.add_report(report())
    with open_case(f"sqlite:///{tmp_path / 'c.tawatur'}", create=False) as store:
        assert list(store.reports()) == [report()]


def test_a_missing_case_is_not_made_by_looking_at_it(tmp_path: Path):
    with pytest.raises(CaseError, match=r"no case at .*c\.tawatur.*tawatur add"):
        open_case(str(tmp_path / "c.tawatur"), create=False)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_a_case_only_where_one_may_be_made(tmp_path: Path):
    path = tmp_path / "c.tawatur"
    path.touch()
    with pytest.raises(CaseError, match="there is no case"):
        open_case(str(path), create=False)
    open_case(str(path), create=True).close()
    open_case(str(path), create=False).close()


def test_a_case_whose_making_was_cut_short_is_made_again(tmp_path: Path):
    path = tmp_path / "c.tawatur"
    database(path, "PRAGMA journal_mode = WAL")
    assert path.stat().st_size > 0
    with open_case(str(path), create=True) as store:
        assert store.add_report(report())


def test_a_folder_is_refused_with_a_name_to_use(tmp_path: Path):
    with pytest.raises(CaseError, match=r"is a folder.*case\.tawatur"):
        open_case(str(tmp_path), create=True)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(CaseError, match=r"nowhere is no folder.*make the folder"):
        open_case(str(tmp_path / "nowhere" / "c.tawatur"), create=True)


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(CaseError, match="file is no folder"):
        open_case(str(tmp_path / "file" / "c.tawatur"), create=True)


@pytest.mark.parametrize("create", [True, False])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, create: bool):
    path = tmp_path / "001.txt"
    path.write_text("قُصف الحي صباح الخميس", encoding="utf-8")
    with pytest.raises(CaseError, match=r"001\.txt is not a case.*tawatur add CASE 001\.txt"):
        open_case(str(path), create=create)
    assert path.read_text(encoding="utf-8") == "قُصف الحي صباح الخميس"


@pytest.mark.parametrize(
    "statement", ["CREATE TABLE bookmarks (x)", "PRAGMA application_id = 7", "PRAGMA user_version = 3"]
)
def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path, statement: str):
    path = tmp_path / "places.sqlite"
    before = database(path, statement)
    with pytest.raises(CaseError, match=r"places\.sqlite is a database of another program"):
        open_case(str(path), create=True)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_case_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path):
    path = tmp_path / "c.tawatur"
    open_case(str(path), create=True).close()
    before = database(path, "PRAGMA user_version = 99")
    with pytest.raises(CaseError, match=r"schema 99.*pip install -U tawatur"):
        open_case(str(path), create=True)
    assert path.read_bytes() == before


def test_a_file_with_only_the_head_of_a_database_is_called_damaged(tmp_path: Path):
    path = tmp_path / "c.tawatur"
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    with pytest.raises(CaseError, match=r"c\.tawatur: the file is damaged.*backup"):
        open_case(str(path), create=True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_ordinary_file_is_refused_without_waiting_for_it(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CaseError, match="no ordinary file"):
        open_case(str(tmp_path / "pipe"), create=True)


@pytest.mark.parametrize("case", ["", "a\0b"])
def test_what_no_file_can_be_called_is_refused(case: str):
    with pytest.raises(CaseError, match="cannot be the name of a case"):
        open_case(case, create=True)


def test_a_name_too_long_for_the_disk_is_refused(tmp_path: Path):
    with pytest.raises(CaseError, match="name another path"):
        open_case(str(tmp_path / ("n" * 5000)), create=True)


@pytest.mark.parametrize(
    "case", ["https://example.org/a.html", "mysql://u:secret@h/d", "sqlite://", "postgresql+psycopg://h"]
)
def test_a_url_of_something_else_is_refused(case: str):
    with pytest.raises(CaseError, match=r"postgresql\+psycopg://user@host/database") as refused:
        open_case(case, create=True)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("case", ["postgresql+psycopg://u:secret@h:port/d", "://u:secret@h/d"])
def test_a_url_that_cannot_be_read_is_refused_without_its_password(case: str):
    with pytest.raises(CaseError, match="cannot be read") as refused:
        open_case(case, create=True)
    assert "secret" not in str(refused.value)


@pytest.fixture
def anybody() -> Iterator[Path]:
    """A folder that anybody may enter, seen with the rights of an ordinary user even where the tests run as root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        if os.name != "posix" or os.geteuid() != 0:
            yield folder
            return
        os.seteuid(65534)
        try:
            yield folder
        finally:
            os.seteuid(0)


@pytest.mark.skipif(os.name != "posix", reason="permissions are of another kind here")
@pytest.mark.parametrize("create", [True, False])
def test_a_case_in_a_folder_that_may_not_be_written_is_refused(anybody: Path, create: bool):
    inner = anybody / "inner"
    inner.mkdir()
    open_case(str(inner / "c.tawatur"), create=True).close()
    inner.chmod(0o555)
    with pytest.raises(CaseError, match=r"inner may not be written to.*copy the case"):
        open_case(str(inner / "c.tawatur"), create=create)
    inner.chmod(0o777)


@pytest.mark.skipif(os.name != "posix", reason="permissions are of another kind here")
def test_no_case_is_made_in_a_folder_that_may_not_be_written(anybody: Path):
    inner = anybody / "inner"
    inner.mkdir(mode=0o555)
    with pytest.raises(CaseError, match="inner may not be written to"):
        open_case(str(inner / "c.tawatur"), create=True)
    assert list(inner.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="permissions are of another kind here")
@pytest.mark.parametrize(("mode", "words"), [(0o444, "may not be written to"), (0o000, "cannot be read")])
def test_a_file_that_may_not_be_written_or_read_is_refused(anybody: Path, mode: int, words: str):
    path = anybody / "c.tawatur"
    open_case(str(path), create=True).close()
    path.chmod(mode)
    with pytest.raises(CaseError, match=rf"c\.tawatur {words}"):
        open_case(str(path), create=False)
