"""The script that scores how numbers are read, on a small bench of our own."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from number_reading import read_cases, score

from tawatur.lang.pack import load_pack

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "number_reading.py"


def ask(*arguments: str) -> subprocess.CompletedProcess[str]:
    known = {name: value for name, value in os.environ.items() if name != "TAWATUR_SHARED"}
    return subprocess.run(
        [sys.executable, str(SCRIPT), *arguments],
        capture_output=True, text=True, encoding="utf-8", timeout=600, env=known,
    )  # fmt: skip


def case(text: str, *wanted: tuple[str, str], kind: str = "NumberModel") -> dict[str, Any]:
    expected = [
        {
            "Text": quote,
            "Start": text.index(quote),
            "End": text.index(quote) + len(quote) - 1,
            "Resolution": {"value": value},
        }
        for quote, value in wanted
    ]
    return {"set": kind, "text": text, "expected": expected}


def bench(folder: Path, *cases: dict[str, Any]) -> Path:
    data = folder / "bench.jsonl.gz"
    with gzip.open(data, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in cases)
    return data


def scored(folder: Path, *cases: dict[str, Any]) -> str:
    return "\n".join(score(read_cases(bench(folder, *cases)), load_pack("ar"), worst=9))


def test_the_script_prints_the_score_of_a_bench(tmp_path: Path):
    done = ask("--data", str(bench(tmp_path, case("زرع أربعين شجرة", ("أربعين", "40")))))
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("numbers in running text: 1/1 = 1.000\n")


def test_a_number_read_on_its_characters_with_its_value_is_right(tmp_path: Path):
    out = scored(tmp_path, case("زرع أربعين شجرة", ("أربعين", "40")), case("ربع الحقل", ("ربع", "0.25")))
    assert "numbers in running text: 2/2 = 1.000" in out


@pytest.mark.parametrize(
    "wrong",
    [
        case("زرع أربعين شجرة", ("أربعين", "41")),
        case("زرع أربعين شجرة", ("شجرة", "40")),
        case("زرع أربعين شجرة"),
        case("زرع أربعين شجرة", ("أربعين", "40"), ("شجرة", "1")),
    ],
    ids=["another value", "another place", "not wanted", "not read"],
)
def test_a_case_is_wrong_where_value_place_or_number_of_numbers_differ(tmp_path: Path, wrong: dict[str, Any]):
    assert "numbers in running text: 1/2 = 0.500" in scored(tmp_path, case("سبعة", ("سبعة", "7")), wrong)


def test_an_ordinal_is_asked_for_in_its_own_set_only(tmp_path: Path):
    first = case("البيت الأول")
    assert "2/2" in scored(tmp_path, first, case("البيت الأول", ("الأول", "1"), kind="OrdinalModel"))


@pytest.mark.parametrize(
    ("taken", "reason"),
    [
        (case("البيت الأخير", ("الأخير", "end+0"), kind="OrdinalModel"), "relative to the reader"),
        (case("الجهاز 10.0.0.7", ("10", "10")), "an address"),
        (case("الناتج 2^3", ("2^3", "8")), "powers"),
        (case("واحد على خمسة", ("واحد على خمسة", "0.2")), "a division told in words"),
        (case("الناتج -4", ("-4", "-4")), "a hyphen as the sign"),
        (case("دفع 30درهما"), "a letter written on to them"),
    ],
    ids=["relative", "address", "power", "division", "sign", "glued"],
)
def test_what_does_not_concern_running_text_is_left_out_and_counted(tmp_path: Path, taken: dict[str, Any], reason: str):
    out = scored(tmp_path, case("سبعة", ("سبعة", "7")), taken)
    assert "left out   1: " in out
    assert reason in out
    assert "numbers in running text: 1/1" in out


def test_without_data_it_says_where_to_name_them():
    done = ask()
    assert done.returncode == 2
    assert "TAWATUR_SHARED" in done.stderr


def test_a_path_that_is_no_file_is_named(tmp_path: Path):
    done = ask("--data", str(tmp_path / "none.jsonl.gz"))
    assert done.returncode == 2
    assert "none.jsonl.gz" in done.stderr
