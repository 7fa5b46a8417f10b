"""The pages tell the truth: their commands run, and every command stands in them."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TAWATUR = Path(sys.executable).with_name("tawatur")
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def commands(page: Path) -> list[str]:
    """The lines of a page's console blocks that a reader would type."""
    blocks = CONSOLE.findall(page.read_text(encoding="utf-8"))
    return [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.e2e
def test_the_commands_of_the_readme_run_as_they_stand(tmp_path: Path):
    demo = ROOT / "src" / "tawatur" / "demo" / "reports"
    shutil.copytree(demo, tmp_path / "reports", ignore=shutil.ignore_patterns("*.md"))
    typed = [line for line in commands(ROOT / "README.md") if line.startswith("tawatur ")]
    assert len(typed) > 5
    for line in typed:
        ran = subprocess.run(
            [TAWATUR, *shlex.split(line)[1:]], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        allowed = {0, 1} if line == "tawatur doctor" else {0}  # what a machine lacks is no fault of the page
        assert ran.returncode in allowed, f"{line}\n{ran.stdout}\n{ran.stderr}"
    assert (tmp_path / "daraa.html").stat().st_size > 0
    assert (tmp_path / "out" / "claims.jsonl").stat().st_size > 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_in_a_page_exists(page: Path):
    named = {word for line in commands(page) for word in re.findall(r"\bmake ([a-z-]+)", line)}
    assert named <= targets()


@pytest.mark.e2e
def test_every_command_stands_in_the_readme():
    shown = subprocess.run(
        [TAWATUR, "--help"], capture_output=True, text=True, check=True, env={"COLUMNS": "200", "TERM": "dumb"}
    )
    offered = set(re.findall(r"^[│|\s]+([a-z]+)\s{2,}\S", shown.stdout, re.MULTILINE))
    assert {"add", "run", "brief"} <= offered
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert not {name for name in offered if f"tawatur {name}" not in readme and f"`{name}`" not in readme}
