"""The benchmark of places, run over a folder of our own."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks/places.py"

REPORTS = [
    {"id": "right", "text": "احترق مستودع في مدينة نوى مساء أمس.", "language": "ar"},
    {"id": "wrong", "text": "احترق مستودع في بلدة نوى مساء أمس.", "language": "ar"},
    {"id": "unnamed", "text": "احترق مستودع مساء أمس.", "language": "ar"},
    {"id": "unlisted", "text": "احترق مستودع في قرية الدعبولة مساء أمس.", "language": "ar"},
    {"id": "homonym", "text": "فتح سوق في بلدة صيدا بريف درعا الشرقي.", "language": "ar"},
]
GOLD = [
    {"code": "A", "location_ar": "نوى", "lat": 32.89, "lon": 36.04, "reports": ["right"]},
    {"code": "B", "location_ar": "نوى", "lat": 35.9, "lon": 36.6, "reports": ["wrong", "unnamed"]},
    {"code": "C", "location_ar": "الدعبولة", "lat": 32.7, "lon": 36.2, "reports": ["unlisted"]},
    {"code": "D", "location_ar": "حمص", "lat": None, "lon": None, "reports": ["right"]},
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("bench")
    for name, rows in (("gold", GOLD), ("reports", REPORTS)):
        with gzip.open(made / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return made


def ask(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *arguments], capture_output=True, text=True, encoding="utf-8", timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_only_a_point_near_the_coded_one_is_right(folder: Path):
    assert ask(str(folder)).startswith("reports of incidents with coordinates 4  right 1 = 0.250\n")


def test_each_failure_has_its_kind(folder: Path):
    said = ask(str(folder), "--failures")
    assert "elsewhere  B wrong" in said
    assert "unresolved  C unlisted" in said
    assert "not named in the report: 1" in said


def test_incidents_without_coordinates_are_left_out(folder: Path):
    assert "incidents 3  " in ask(str(folder))


def test_decisions_are_listed_with_the_runner_up_and_the_reason(folder: Path):
    row = next(line for line in ask("--decisions", str(folder / "reports.jsonl.gz")).splitlines() if "صيدا" in line)
    assert "Sayda (Dar'a, SY)" in row
    assert "the words beside it say where it lies" in row
