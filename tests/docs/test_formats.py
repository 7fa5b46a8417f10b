"""docs/formats.md names every key of an export, and none that does not exist."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.case_builder import ARMY, C1, case

from tawatur.export.jsonl import export_jsonl
from tawatur.export.package import fields_of
from tawatur.lang import vocabulary

PAGE = (Path(__file__).resolve().parent.parent.parent / "docs" / "formats.md").read_text(encoding="utf-8")
FILES = ("reports", "claims", "events", "chains", "copies", "judgements", "stories", "agreements", "problems")
CODE = re.compile(r"`([^`]+)`")
VOCABULARY = re.compile(r"◆[^|]*\| \[(\w+)\]")


def rows(heading: str) -> list[str]:
    """The rows of the table below a heading, without its head."""
    section = PAGE.split(f"\n{heading}\n", 1)[1].split("\n#", 1)[0]
    return [line for line in section.splitlines() if line.startswith("| `")]


def documented(heading: str) -> list[str]:
    return [key for row in rows(heading) for key in CODE.findall(row.split("|")[1])]


def paths(value: object, at: str = "") -> Iterator[str]:
    """The keys of a line as the page writes them; keys of a table such as ``of`` are values."""
    if isinstance(value, dict) and not at.endswith((".of", ".from", ".policies")):
        for key, inner in value.items():
            yield from paths(inner, f"{at}.{key}" if at else key)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for item in value:
            yield from paths(item, f"{at}[]")
    else:
        yield at


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The export of a case in which no list of objects is empty in all lines."""
    folder = tmp_path_factory.mktemp("formats")
    full = replace(C1, targets=(ARMY,), sponsors=(ARMY,))
    view = case()
    claims = tuple(full if claim.id == full.id else claim for claim in view.claims)
    export_jsonl(replace(view, claims=claims), folder, names="public")
    return folder


@pytest.mark.parametrize("name", FILES)
def test_every_key_of_the_manifest_stands_on_the_page(name: str):
    top = {re.split(r"[.\[]", key, maxsplit=1)[0] for key in documented(f"### `{name}.jsonl`")}
    assert top == {key for key, _ in fields_of(name)}


@pytest.mark.parametrize("name", FILES)
def test_the_keys_on_the_page_are_those_of_the_lines_down_to_the_last(name: str, exported: Path):
    lines = (exported / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    found = {key for line in lines for key in paths(json.loads(line))}
    lists = {
        key[: hit.start()] for key in found for hit in re.finditer(r"\[\]", key)
    }  # an empty list on one line, a full one on another
    assert set(documented(f"### `{name}.jsonl`")) == found - lists


@pytest.mark.parametrize("name", FILES)
def test_no_key_stands_on_the_page_twice(name: str):
    keys = documented(f"### `{name}.jsonl`")
    assert len(keys) == len(set(keys))


def test_every_vocabulary_that_the_page_points_to_exists():
    named = VOCABULARY.findall(PAGE)
    assert len(named) > 5
    assert all(vocabulary.values(name) for name in named)


def test_a_marked_key_without_a_bracket_is_the_name_of_a_vocabulary():
    marked = [row for name in FILES for row in rows(f"### `{name}.jsonl`") if "◆ |" in row and "◆ | [" not in row]
    assert len(marked) > 10
    keys = {re.split(r"[.\[\]]+", key)[-1] for row in marked for key in CODE.findall(row.split("|")[1])}
    assert all(vocabulary.values(key) for key in keys)


@pytest.mark.parametrize(
    "name", ["status", "stance", "told_as", "qualifier", "scope", "period", "measure", "dispute", "grade"]
)
def test_every_value_that_needs_a_word_has_one(name: str):
    words = PAGE.split("\n## Values that need a word\n", 1)[1]
    assert not [value for value in vocabulary.values(name) if not re.search(rf"(?<!\w){value}(?!\w)", words)]


def test_the_keys_of_an_input_line_are_those_that_the_commands_page_lists():
    commands = (Path(__file__).resolve().parent.parent.parent / "docs" / "commands.md").read_text(encoding="utf-8")
    (shape,) = re.findall(r"A line of JSON is `\{(.+?)\}`", commands)
    assert set(documented("## In: reports for `tawatur add`")) == set(re.findall(r'"(\w+)"', shape))
