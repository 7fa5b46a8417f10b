"""What is installed with the product is what the product imports."""

import ast
import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NEEDED_BY_OTHERS = {"lxml-html-clean", "tzdata"}
"""trafilatura imports the first, Python's own zoneinfo the second."""


def imported() -> set[str]:
    """The top names of all modules that the product imports, wherever in a file."""
    names: set[str] = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
    return names


def declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {re.split(r"[<>=;\[ ]", line)[0].lower() for line in project["dependencies"]}


def test_every_declared_dependency_is_imported():
    homes = {name.lower() for module in imported() for name in packages_distributions().get(module, [])}
    assert declared() - NEEDED_BY_OTHERS <= homes
