"""What only a store on a disk can get wrong: reopening, a full disk, other writers, damage."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.builders import PACK, judgement, kept, problem, reading, record, report

from tawatur.model.case import Settings
from tawatur.model.errors import CaseError
from tawatur.store.open import open_case
from tawatur.store.sql import SqlStore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.tawatur"


@pytest.fixture
def store(path: Path) -> Iterator[SqlStore]:
    made = open_case(str(path), create=True, wait_seconds=0.1)
    assert isinstance(made, SqlStore)
    with made:
        yield made


def pragma(store: SqlStore, words: str) -> None:
    """Sets what the store's one connection goes by."""
    with store.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA {words}")


def tamper(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def test_all_that_was_kept_is_there_when_the_case_is_opened_again(path: Path):
    with open_case(str(path), create=True) as store:
        store.write_settings_once(Settings(as_of="2024-05-01"))
        store.add_report(report(1, title="عنوان"))
        store.add_reading(reading(report(1)))
        store.add_problem(problem())
        store.add_judgement(judgement())
        store.forward("evt-a", "evt-b")
        store.put_record("f", record())
    with open_case(str(path), create=False) as again:
        assert again.settings() == Settings(as_of="2024-05-01")
        assert list(again.reports()) == [report(1, title="عنوان")]
        assert list(again.readings(PACK)) == [reading(report(1))]
        assert again.problems() == (problem(),)
        assert again.judgements() == (judgement(),)
        assert again.forwards() == (("evt-a", "evt-b"),)
        assert again.record() == record()


def test_a_closed_case_is_one_file(path: Path):
    with open_case(str(path), create=True) as store:
        store.add_report(report(1))
        store.add_report(report(2))
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_every_commit_waits_for_the_disk(store: SqlStore):
    with store.engine.connect() as connection:
        said = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")]
        assert said == ["wal", 2]
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_variants_come_out_the_same_whichever_came_first(tmp_path: Path):
    kept = [report(title=title) for title in ("أ", "ب", None, "ج")]
    found = []
    for name, order in (("there", kept), ("back", kept[::-1])):
        with open_case(str(tmp_path / name), create=True) as store:
            for variant in order:
                store.add_report(variant)
            found.append(list(store.reports()))
    assert found[0] == found[1]


def test_a_text_that_two_reports_share_is_stored_once(store: SqlStore):
    store.add_report(report(1))
    store.add_report(report(1, outlet="مرصد الوادي"))
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM texts").scalar() == 1


def test_a_full_disk_is_said_and_what_was_kept_stays_whole(store: SqlStore):
    store.add_report(report(1))
    pragma(store, "max_page_count = 1")  # the least that holds what is there
    with pytest.raises(CaseError, match=r"case\.tawatur: the disk is full.*free some space"):
        store.add_report(report(2, text="ن" * 100_000))
    assert list(store.reports()) == [report(1)]


def test_a_reading_that_did_not_fit_leaves_nothing_and_can_be_kept_later(store: SqlStore):
    store.add_report(report(1, text="سقطت قذائف على الحي " * 1000))
    kept = next(store.reports())
    pragma(store, "max_page_count = 1")
    with pytest.raises(CaseError, match="the disk is full"):
        store.add_reading(reading(kept, claims=500))
    assert store.read_ids(PACK) == frozenset()
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM claims").scalar() == 0
    pragma(store, "max_page_count = 1000000")
    store.add_reading(reading(kept, claims=500))
    assert list(store.readings(PACK)) == [reading(kept, claims=500)]


def test_what_is_kept_of_a_record_is_found_again_where_it_is_damaged(store: SqlStore, path: Path):
    store.put_record("1", record(), kept=kept())
    tamper(path, "UPDATE kept SET payload = x'00'")
    assert store.kept() is None
    assert store.record() == record()


def test_a_case_of_an_earlier_version_keeps_nothing_until_its_next_record(store: SqlStore, path: Path):
    store.put_record("1", record())
    tamper(path, "DROP TABLE kept")
    tamper(path, "INSERT INTO view_rows VALUES ('basis', 0, '\"bas-1\"')")
    assert (store.kept(), store.record()) == (None, record())
    store.put_record("2", record(), kept=kept())
    assert store.kept() == kept()


def test_a_record_that_did_not_fit_leaves_the_one_before(store: SqlStore):
    store.put_record("1", record(2))
    pragma(store, "max_page_count = 1")
    with pytest.raises(CaseError, match="the disk is full"):
        store.put_record("2", record(3000))
    assert store.record() == record(2)
    assert store.record_fingerprint() == "1"


def test_a_case_that_cannot_be_written_says_so(store: SqlStore):
    pragma(store, "query_only = ON")
    with pytest.raises(CaseError, match=r"it cannot be written.*copy it to a folder"):
        store.add_report(report(1))


def test_another_writer_that_does_not_end_is_said(store: SqlStore, path: Path):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CaseError, match="another process is writing"):
            store.add_report(report(1))
    assert store.add_report(report(1))


def test_reading_goes_on_while_another_process_writes(store: SqlStore, path: Path):
    store.add_report(report(1))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert list(store.reports()) == [report(1)]


def test_two_openings_of_one_case_see_one_another(store: SqlStore, path: Path):
    with open_case(str(path), create=False) as other:
        other.add_report(report(1))
        assert not store.add_report(report(1))
        other.write_settings_once(Settings("Asia/Beirut"))
        with pytest.raises(CaseError, match="Asia/Beirut"):
            store.write_settings_once(Settings())


def test_two_writers_at_once_wait_for_one_another(path: Path):
    def write(numbers: range) -> None:
        with open_case(str(path), create=False) as store:
            for number in numbers:
                store.add_report(report(number))
                store.add_reading(reading(report(number)))

    open_case(str(path), create=True).close()
    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(write, range(0, 100)), pool.submit(write, range(100, 200))]:
            done.result()
    with open_case(str(path), create=False) as store:
        assert store.read_ids(PACK) == {report(number).id for number in range(200)}


@pytest.mark.parametrize(
    "statement",
    ["UPDATE claims SET payload = CAST('{}' AS BLOB)", "UPDATE claims SET payload = CAST(substr(payload, 9) AS BLOB)"],
    ids=["a field is lost", "no JSON"],
)
def test_a_damaged_claim_is_named(store: SqlStore, path: Path, statement: str):
    store.add_report(report(1))
    store.add_reading(reading(report(1)))
    tamper(path, statement)
    with pytest.raises(CaseError, match=rf"case\.tawatur: claim {reading(report(1)).claims[0].id} is damaged.*backup"):
        list(store.readings(PACK))


def test_a_text_that_is_no_text_is_named(store: SqlStore, path: Path):
    store.add_report(report(1))
    tamper(path, "UPDATE texts SET chars = x'ff00'")
    with pytest.raises(CaseError, match=rf"report {report(1).id} is damaged"):
        list(store.reports())


def test_a_text_that_was_changed_keeps_its_hash_so_that_it_can_be_found_out(store: SqlStore, path: Path):
    store.add_report(report(1))
    tamper(path, "UPDATE texts SET chars = CAST('other' AS BLOB)")
    (found,) = store.reports()
    assert found == replace(report(1), text=replace(report(1).text, chars="other"))


def test_a_case_whose_pages_are_overwritten_is_called_damaged(path: Path):
    with open_case(str(path), create=True) as store:
        for number in range(50):
            store.add_report(report(number, text=f"{number} " * 2000))
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
    with open_case(str(path), create=False) as store, pytest.raises(CaseError, match=r"damaged.*backup"):
        list(store.reports())
