"""The rules of the house that no linter knows."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

import tawatur

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "src" / "tawatur").rglob("*.py"))
TEXT_ENDINGS = {".py", ".md", ".toml", ".yml", ".yaml", ".html", ".css", ".js", ".ts", ".svelte", ".j2", ".cff", ".tsv"}
EVIDENCE = ROOT / "src" / "tawatur" / "demo"  # other people's characters, kept as they came

MOST_LINES_OF_A_FUNCTION = 50
MOST_LINES_OF_A_FILE = 300
MOST_PUBLIC_NAMES = 12
MOST_BYTES_OF_A_FILE = 20_000_000

INVISIBLE = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
ARABIC_WORD = re.compile("[\u0621-\u064a]{3}")
ARABIC_ALTERNATION = re.compile(r"[\u0621-\u064a]{3}\)?\|\(?[\u0621-\u064a]{3}")
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|root|home|Users)/\w")
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")


def tracked() -> list[Path]:
    """Every file that is, or is about to be, in the repository."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    paths = (ROOT / name for name in listing.stdout.decode().split("\0") if name)
    return sorted(path for path in paths if path.is_file())


def written_by_us() -> list[Path]:
    named = {"Makefile", "NOTICE", ".gitignore", ".gitattributes", ".editorconfig"}
    ours = (
        path for path in tracked() if path.suffix in TEXT_ENDINGS or path.name in named or path.parent.name == ".ci"
    )
    return [path for path in ours if EVIDENCE not in path.parents]


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def arabic_members(node: ast.AST) -> list[str]:
    """The strings with an Arabic word in them among the direct members of a list, tuple, set or dict."""
    members: list[ast.expr | None] = []
    if isinstance(node, ast.Dict):
        members = [*node.keys, *node.values]
    elif isinstance(node, ast.List | ast.Tuple | ast.Set):
        members = [*node.elts]
    said = [member.value for member in members if isinstance(member, ast.Constant) and isinstance(member.value, str)]
    return [text for text in said if ARABIC_WORD.search(text)]


def split_words(node: ast.AST) -> list[str]:
    """The words of ``"…".split()``, which is a list in disguise."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split"):
        return []
    told = node.func.value
    words = told.value.split() if isinstance(told, ast.Constant) and isinstance(told.value, str) else []
    return [word for word in words if ARABIC_WORD.search(word)]


def word_lists(code: str) -> Iterator[str]:
    """What looks like a list of Arabic words in a source, each with its line."""
    for node in ast.walk(ast.parse(code)):
        if len(listed := arabic_members(node) + split_words(node)) > 1:
            yield f"{getattr(node, 'lineno', 0)}: {listed[:3]}"
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and ARABIC_ALTERNATION.search(node.value):
            yield f"{node.lineno}: {node.value[:40]}"


def test_there_are_sources_to_look_at():
    assert len(SOURCES) > 20
    assert ROOT / "pyproject.toml" in tracked()


def test_no_function_is_longer_than_a_screen():
    long = [
        f"{shown(path)}:{node.lineno}: {node.name} has {(node.end_lineno or 0) - node.lineno + 1} lines"
        for path in SOURCES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= MOST_LINES_OF_A_FUNCTION
    ]
    assert not long


def test_no_source_file_is_longer_than_300_lines():
    sizes = {shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert not {path: size for path, size in sizes.items() if size > MOST_LINES_OF_A_FILE}


def test_no_invisible_character_stands_in_a_file_of_ours():
    found = [
        f"{shown(path)}:{number}: U+{ord(hit.group()):04X}"
        for path in written_by_us()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if (hit := INVISIBLE.search(line))
    ]
    assert not found, "write these as escapes"


def test_only_the_command_line_prints():
    talkers = [
        f"{shown(path)}:{node.lineno}"
        for path in SOURCES
        if not path.relative_to(ROOT / "src" / "tawatur").parts[0].startswith("cli")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not talkers


def test_no_except_catches_everything():
    everything = {"Exception", "BaseException"}
    blind = [
        f"{shown(path)}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or any(isinstance(n, ast.Name) and n.id in everything for n in ast.walk(node.type)))
    ]
    assert not blind


def test_arabic_words_stand_in_packs_and_not_in_code():
    found = [f"{shown(path)}:{hit}" for path in SOURCES for hit in word_lists(path.read_text(encoding="utf-8"))]
    assert not found


@pytest.mark.parametrize(
    "code",
    [
        'WORDS = ("\u0642\u062a\u0644", "\u062c\u0631\u062d")',
        'RULE = r"(\u0642\u062a\u0644|\u062c\u0631\u062d)"',
        'WORDS = "\u0642\u062a\u0644 \u062c\u0631\u062d".split()',
    ],
    ids=["a tuple", "an alternation", "a split string"],
)
def test_a_list_of_arabic_words_in_code_would_be_seen(code: str):
    assert list(word_lists(code))


def test_one_arabic_word_in_code_is_no_list():
    assert not list(word_lists('WORDS = ("\u0642\u062a\u0644", "killed")'))


def test_the_package_shows_at_most_twelve_names():
    assert 0 < len(tawatur.__all__) <= MOST_PUBLIC_NAMES
    assert not [name for name in tawatur.__all__ if not hasattr(tawatur, name)]


def test_the_version_is_the_same_wherever_it_is_said():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert metadata.version("tawatur") == version
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"version: {version}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_no_file_is_too_large_to_clone():
    assert not [shown(path) for path in tracked() if path.stat().st_size > MOST_BYTES_OF_A_FILE]


def test_no_file_names_a_folder_of_one_machine():
    ours = [path for path in written_by_us() if path != Path(__file__).resolve()]
    assert not [shown(path) for path in ours if MACHINE_PATH.search(path.read_text(encoding="utf-8"))]


def test_relative_links_in_the_pages_lead_somewhere():
    pages = [path for path in tracked() if path.suffix == ".md"]
    targets = [(page, target) for page in pages for target in LINK.findall(page.read_text(encoding="utf-8"))]
    assert targets
    lost = [
        f"{shown(page)}: {target}"
        for page, target in targets
        if "://" not in target and not (page.parent / target).exists()
    ]
    assert not lost
