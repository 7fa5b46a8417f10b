import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tawatur.lang.pack import load_pack
from tawatur.lang.schema import PartyRule

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
ON_A_PAGE = ("page (fold, words, lexicon)", "regions", "sentences", "numbers", "times", "places", "parties", "persons")
WHOLE = ("read-in", "claims", "store: readings", "copies", "record: group", "view", "export", "brief", "verify")


def ask(script: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / script), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def lines_of(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def found() -> dict:
    return json.loads(ask("speed.py", "--reports", "60", "--workers", "1", "--json"))


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> list[dict]:
    out = tmp_path_factory.mktemp("bench") / "reports.jsonl"
    ask("generate.py", str(out), "--reports", "400", "--seed", "3")
    return lines_of(out)


@pytest.mark.parametrize("stage", [*ON_A_PAGE, *WHOLE])
def test_every_stage_of_the_flow_takes_time(found: dict, stage: str):
    assert found["stages"][stage] > 0


def test_the_made_up_reports_make_claims_and_events(found: dict):
    assert 2 <= found["claims"] / found["reports"] <= 8
    assert 0 < found["events"] <= found["claims"]


def test_the_stages_of_reading_add_up(found: dict):
    parts = sum(found["worked"][stage] for stage in (*ON_A_PAGE, "claims"))
    assert 0 < parts <= found["reading_seconds"] + 0.01 <= sum(found["worked"].values())


def test_no_core_works_longer_than_the_clock_runs(found: dict):
    assert all(found["worked"][stage] <= found["stages"][stage] + 0.1 for stage in found["stages"])


def test_the_whole_run_tells_its_time_and_memory(found: dict):
    (whole,) = found["whole"]
    assert whole["workers"] == 1
    assert whole["seconds"] > 0
    assert whole["main_mb"] > 20
    assert whole["worker_mb"] is None


def test_the_table_has_a_row_for_each_stage_and_number_of_workers():
    table = ask("speed.py", "--reports", "20", "--workers", "1,2")
    rows = [line.split("|")[1].strip() for line in table.splitlines() if line.startswith("|")]
    assert {*ON_A_PAGE, *WHOLE, "**all stages**", "1", "2"} <= set(rows)


def test_the_same_seed_writes_the_same_bytes_and_another_seed_others(tmp_path: Path):
    for name, seed in (("a", "1"), ("b", "1"), ("c", "2")):
        ask("generate.py", str(tmp_path / name), "--reports", "30", "--seed", seed)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes() != (tmp_path / "c").read_bytes()


def test_some_reports_repeat_others_word_for_word_and_more_do_so_with_edits(generated: list[dict]):
    texts = [line["text"] for line in generated]
    exact = len(texts) - len(set(texts))
    first = [text.split("\n")[1][:120] for text in texts if text.count("\n") > 2]
    alike = len(first) - len(set(first))  # a copy keeps its first lines
    assert 3 <= exact <= 30
    assert exact + 20 <= alike <= 120


def test_ids_are_unique_and_lengths_are_mixed(generated: list[dict]):
    lengths = sorted(len(line["text"]) for line in generated)
    assert len({line["id"] for line in generated}) == len(generated)
    assert lengths[0] < 500
    assert 1000 < lengths[len(lengths) // 2] < 2200
    assert 6000 <= lengths[-1] < 12_000


def test_the_parties_of_the_made_up_reports_are_registered():
    pack = load_pack("ar")
    known = {name for rule in pack.files["parties"].rule if isinstance(rule, PartyRule) for name in rule.names}
    words = tomllib.loads((BENCHMARKS / "words.toml").read_text(encoding="utf-8"))
    assert set(words["parties"]) <= {re.sub("[()]", "", name) for name in known}
