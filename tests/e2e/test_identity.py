"""The same reports give the same bytes: in any order, by any number of workers, at once or one after the other."""

import random
import shutil
from pathlib import Path

import pytest
from tests.cases import demo_inputs, made_reports, write_reports
from tests.command import called, done, files_of

pytestmark = pytest.mark.e2e


def exported(case: Path, inputs: list[Path], *, workers: int = 1, at_once: bool = True) -> dict[str, bytes]:
    """The files of an export, with the brief, of a case made of ``inputs``."""
    for batch in [inputs] if at_once else [[one] for one in inputs]:
        called("add", case, "--published", "2021-07-31", *batch)
        if not at_once:
            done("run", case)
    done("run", case, "--workers", workers)
    out = case.with_suffix(".out")
    done("export", case, "--names", "all", out)
    done("brief", case, "-o", out / "brief.html")
    return files_of(out)


def shuffled(paths: list[Path], seed: int) -> list[Path]:
    mixed = list(paths)
    random.Random(seed).shuffle(mixed)
    assert mixed != paths
    return mixed


@pytest.fixture(params=["demonstration", "made"], scope="module")
def inputs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    if request.param == "demonstration":
        return demo_inputs()
    return write_reports(tmp_path_factory.mktemp("made"), made_reports(40, 11))


@pytest.fixture(scope="module")
def plain(inputs: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    files = exported(tmp_path_factory.mktemp("plain") / "c.tawatur", inputs)
    assert min(len(files[name]) for name in ("reports.jsonl", "claims.jsonl", "events.jsonl", "copies.jsonl")) > 100
    return files


def test_one_or_ten_portions_leave_no_trace(inputs: list[Path], plain: dict[str, bytes], tmp_path: Path):
    case, mixed = tmp_path / "c.tawatur", shuffled(inputs, 5)
    for number in range(10):
        portion = mixed[number::10]
        if portion:
            called("add", case, "--published", "2021-07-31", *portion)
            done("run", case, "--workers", 1 + number % 2)
    assert exported(case, inputs) == plain


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_the_inputs_leaves_no_trace(
    inputs: list[Path], plain: dict[str, bytes], tmp_path: Path, seed: int
):
    assert exported(tmp_path / "c.tawatur", shuffled(inputs, seed)) == plain


def test_the_number_of_workers_leaves_no_trace(inputs: list[Path], plain: dict[str, bytes], tmp_path: Path):
    assert exported(tmp_path / "c.tawatur", shuffled(inputs, 3), workers=2) == plain


def test_runs_in_between_leave_no_trace(inputs: list[Path], plain: dict[str, bytes], tmp_path: Path):
    few = inputs[:4]
    together = exported(tmp_path / "a.tawatur", few)
    assert exported(tmp_path / "b.tawatur", shuffled(few, 4), at_once=False) == together
    assert together != plain


def test_an_export_again_is_the_same_to_the_byte(inputs: list[Path], tmp_path: Path):
    case = tmp_path / "c.tawatur"
    first = exported(case, inputs)
    assert exported(case, inputs) == first


def test_where_the_case_lies_leaves_no_trace(inputs: list[Path], plain: dict[str, bytes], tmp_path: Path):
    case = tmp_path / "c.tawatur"
    exported(case, inputs)
    moved = Path(shutil.move(case, tmp_path / "moved.tawatur"))
    done("export", moved, "--names", "all", tmp_path / "out")
    assert files_of(tmp_path / "out") == {name: data for name, data in plain.items() if name != "brief.html"}


@pytest.mark.shared
def test_the_order_of_real_reports_leaves_no_trace_either(shared: Path, tmp_path: Path):
    reports = sorted((shared / "data" / "daraa").iterdir())
    first = exported(tmp_path / "a.tawatur", reports)
    assert exported(tmp_path / "b.tawatur", shuffled(reports, 5), workers=2) == first
    assert len(first["claims.jsonl"].splitlines()) > 20


@pytest.mark.shared
def test_in_real_reports_every_quote_is_what_stands_at_its_place(shared: Path, tmp_path: Path):
    case = tmp_path / "c.tawatur"
    done("add", case, shared / "data" / "daraa")
    done("run", case)
    shown = done("verify", case, "--json").json
    assert shown["faults"] == []
    assert shown["quotes"] > 100
