import json
import os
from pathlib import Path

import pytest
from tests.cases import made_reports, write_reports
from tests.command import called, done, files_of, lines_of

NAMES = {
    "reports.jsonl",
    "claims.jsonl",
    "events.jsonl",
    "chains.jsonl",
    "copies.jsonl",
    "judgements.jsonl",
    "problems.jsonl",
    "stories.jsonl",
    "agreements.jsonl",
    "datapackage.json",
}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case of two reports, not yet run."""
    done("add", tmp_path / "c.tawatur", *write_reports(tmp_path / "in", made_reports(2, 3)))
    return tmp_path / "c.tawatur"


def one_more(case: Path) -> None:
    row = {"id": "late", "text": "قُتل رجل في بلدة نوى أمس، بحسب شهود عيان."}
    done("add", case, "-", stdin=json.dumps(row).encode())


def test_an_export_names_the_files_that_it_wrote(demo_folder: Path, tmp_path: Path):
    shown = done("export", demo_folder / "demo.tawatur", "--to", "jsonl", tmp_path / "out")
    assert {Path(line).name for line in shown.out.splitlines()} == NAMES == set(files_of(tmp_path / "out"))
    again = done("export", demo_folder / "demo.tawatur", "--to", "jsonl", tmp_path / "out", "--json").json
    assert again == {"written": shown.out.splitlines()}


@pytest.mark.parametrize("formats", ["csv", "jsonl,acled", "", "jsonl,"])
def test_an_unknown_format_is_named_and_nothing_is_written(demo_folder: Path, tmp_path: Path, formats: str):
    ended = called("export", demo_folder / "demo.tawatur", "--to", formats, tmp_path / "out")
    assert ended.code == 2
    assert f"{formats.rpartition(',')[2]!r} is not a format of this version; it writes jsonl" in ended.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["export", "brief"])
def test_a_case_that_was_never_run_is_not_written_as_if_it_had_no_claims(case: Path, tmp_path: Path, command: str):
    target = tmp_path / "target"
    ended = called(command, case, *(["-o", target] if command == "brief" else [target]))
    assert (ended.code, ended.out) == (2, "")
    assert "has not been run yet" in ended.err
    assert f"`tawatur run {case}`" in ended.err
    assert not target.exists()


@pytest.mark.parametrize("command", ["export", "brief"])
def test_reports_that_wait_for_a_run_are_named_and_the_rest_is_written(case: Path, tmp_path: Path, command: str):
    done("run", case)
    one_more(case)
    target = tmp_path / "target"
    ended = called(command, case, *(["-o", target] if command == "brief" else [target]))
    assert ended.code == 1
    assert ended.err == f"tawatur: {case}: 1 report waits to be read (late); run `tawatur run {case}`\n"
    assert target.exists()


def test_what_the_last_run_made_stays_until_the_next(case: Path, tmp_path: Path):
    done("run", case)
    done("export", case, tmp_path / "before")
    one_more(case)
    assert called("export", case, tmp_path / "after").code == 1
    before, after = files_of(tmp_path / "before"), files_of(tmp_path / "after")
    assert all(before[f"{name}.jsonl"] == after[f"{name}.jsonl"] for name in ("claims", "events", "copies"))
    assert len(lines_of(tmp_path / "after" / "reports.jsonl")) == 3


@pytest.mark.parametrize("command", ["export", "brief"])
def test_a_place_that_cannot_be_written_is_named_with_the_mend(demo_folder: Path, tmp_path: Path, command: str):
    (tmp_path / "file").write_text("x")
    target = tmp_path / "file" / "target"
    ended = called(command, demo_folder / "demo.tawatur", *(["-o", target] if command == "brief" else [target]))
    assert ended.code == 2
    assert "cannot be written" in ended.err
    assert "name a folder that you may write to" in ended.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_leaves_no_half_export(demo_folder: Path, tmp_path: Path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".events.jsonl.part").symlink_to("/dev/full")
    ended = called("export", demo_folder / "demo.tawatur", tmp_path / "out")
    assert ended.code == 2
    assert "events.jsonl cannot be written" in ended.err
    assert "free some space" in ended.err
    for path in (tmp_path / "out").iterdir():
        assert all(json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line)


@pytest.mark.skipif(os.name != "posix", reason="devices are of another kind here")
def test_a_brief_never_takes_the_place_of_what_is_no_plain_file(demo_folder: Path, tmp_path: Path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    ended = called("brief", demo_folder / "demo.tawatur", "-o", pipe)
    assert ended.code == 2
    assert "pipe cannot be written" in ended.err
    assert pipe.is_fifo()


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_a_brief_is_written_in_either_language(demo_folder: Path, tmp_path: Path, language: str, direction: str):
    shown = done("brief", demo_folder / "demo.tawatur", "-o", tmp_path / "b.html", "--language", language)
    assert shown.out == f"{tmp_path / 'b.html'}\n"
    page = (tmp_path / "b.html").read_text(encoding="utf-8")
    assert f'lang="{language}"' in page
    assert f'dir="{direction}"' in page


def test_a_brief_as_pdf_is_refused_with_what_to_do(demo_folder: Path, tmp_path: Path):
    ended = called("brief", demo_folder / "demo.tawatur", "-o", tmp_path / "b.pdf")
    assert ended.code == 2
    assert "b.html" in ended.err
