"""The pages on the commands tell the truth: what they type runs, and nothing that can be typed is missing."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
import typer
from tests.command import DEMO, ROOT, spawned

from tawatur.cli.main import app

PAGE = ROOT / "docs" / "commands.md"
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
JUDGEMENT = re.compile("jdg-[0-9a-f]{16}")
COMMANDS = {command.name or "": command for command in typer.main.get_group(app).commands.values()}


def typed(page: Path) -> list[str]:
    """The commands of ours in a page's console blocks."""
    blocks = CONSOLE.findall(page.read_text(encoding="utf-8"))
    return [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ tawatur ")]


def section(command: str) -> str:
    """What the page says of one command, up to the next."""
    return PAGE.read_text(encoding="utf-8").partition(f"\n## `tawatur {command}")[2].partition("\n## ")[0]


@pytest.mark.e2e
@pytest.mark.parametrize("page", ["commands.md", "tour.md"])
def test_the_commands_of_a_page_run_as_they_stand(page: str, tmp_path: Path):
    """In a folder that holds the demonstration's reports, and a gazetteer, where the page looks for them.

    Only the id of a judgement is another each time, since it holds when it was made: the last one's stands in for it.
    """
    (tmp_path / "checkpoints.csv").write_text("name_ar,lat,lon\nحاجز السنديانة,32.61,36.1\n", encoding="utf-8")
    for place in ("reports", "src/tawatur/demo/reports"):
        shutil.copytree(DEMO, tmp_path / place, ignore=shutil.ignore_patterns("*.md"))
    lines = typed(ROOT / "docs" / page)
    assert len(lines) > 2
    last = ""
    for line in lines:
        line = JUDGEMENT.sub(last, line)
        ended = spawned(*shlex.split(line)[1:], folder=tmp_path)
        assert ended.code == 0, f"{line}\n{ended.out}\n{ended.err}"
        last = next(iter(reversed(JUDGEMENT.findall(ended.out))), last)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_has_its_place_in_the_page(command: str):
    text = section(command)
    assert text, f"docs/commands.md has no section on {command}"
    options = {name for parameter in COMMANDS[command].params for name in parameter.opts if name.startswith("-")}
    assert not {name for name in options - {"--json", "-h", "--help"} if f"`{name}`" not in text}


@pytest.mark.parametrize("command", COMMANDS)
def test_the_page_names_no_option_that_is_not_there(command: str):
    named = set(re.findall(r"^\| `(--[a-z-]+)`", section(command), re.MULTILINE))
    offered = {name for parameter in COMMANDS[command].params for name in parameter.opts}
    assert named <= offered
    assert re.findall(r"^## `tawatur ([a-z]+)", PAGE.read_text(encoding="utf-8"), re.MULTILINE) == list(COMMANDS)
