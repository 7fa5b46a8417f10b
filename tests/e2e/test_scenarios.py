"""Each scene of reports gives the record that a careful recorder wrote down before it was asked."""

from pathlib import Path

import pytest
from tests.command import done, files_of
from tests.e2e.scenes import FOLDER, NAMES, Files, Row, built, differences, exported, matched, table_of

JUDGED = [name for name in NAMES if "judged" in table_of(name, "expected.toml")]


@pytest.mark.parametrize("scene", NAMES)
def test_the_record_says_what_was_expected(scene: str, tmp_path: Path):
    expected = table_of(scene, "expected.toml")
    found = differences(expected, exported(built(scene, tmp_path), tmp_path / "out"))
    assert not found, "\n".join([f"{scene}: {expected['shows']}", *found])


@pytest.mark.parametrize("scene", JUDGED)
def test_a_judgement_does_what_it_says_and_is_undone_to_the_byte(scene: str, tmp_path: Path):
    expected = table_of(scene, "expected.toml")
    case = built(scene, tmp_path)
    before = exported(case, tmp_path / "before")
    for number, step in enumerate(expected["judged"]):
        verdict, *about = step["judge"]
        done("judge", case, verdict, *(_claims(one, expected, before) for one in about))
        found = differences(step, exported(case, tmp_path / f"judged{number}"))
        assert not found, "\n".join([f"{scene}: after {step['judge']}", *found])
        done("judge", case, "undo", done("judge", case, "--json").rows[-1]["id"])
        exported(case, tmp_path / f"undone{number}")
        assert _record(tmp_path / f"undone{number}") == _record(tmp_path / "before")


def _claims(about: str, expected: Row, files: Files) -> str:
    """The first claim of the event and report that ``EVENT@REPORT`` names."""
    name, report = about.split("@")
    event = matched(expected["event"], files["events"])[name]
    return min(row["id"] for row in files["claims"] if row["event"] == event["id"] and row["report"] == report)


def _record(folder: Path) -> dict[str, bytes]:
    """The files of an export but the list of judgements and the package that holds its hash."""
    return {
        name: found for name, found in files_of(folder).items() if name not in ("judgements.jsonl", "datapackage.json")
    }


def test_every_folder_holds_a_scene():
    assert all((FOLDER / name / "reports.toml").is_file() for name in NAMES)
    assert len(NAMES) >= 10
