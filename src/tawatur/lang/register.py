"""What the parties of the register are called in English, for sentences about those whom reports name in Arabic."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from tawatur.lang.fold import fold_key

FOLDER: Final = "packs/ar/parties"
BLOCKED: Final = "blocked"


@dataclass(frozen=True, slots=True)
class _Register:
    """English names: by id and folded Arabic name, and by the folded name alone where one party bears it."""

    by_id: Mapping[tuple[str, str], str]
    by_name: Mapping[str, str]


def english_name(name: str, party: str | None = None) -> str | None:
    """The English name of the party ``party`` where ``name`` is one of its names, of any party where none is given.

    None where the register does not hold the name, or several parties bear it: a spokesman is not his ministry, and an
    unregistered name is no registered one.
    """
    register, folded = _register(), fold_key(name)
    return register.by_name.get(folded) if party is None else register.by_id.get((party, folded))


@cache
def _register() -> _Register:
    by_id: dict[tuple[str, str], str] = {}
    bearers: dict[str, set[str]] = {}
    for rule in _rules():
        for name in {rule["name_ar"], *rule.get("names", ())}:
            by_id[rule["id"], fold_key(name)] = rule["name_en"]
            bearers.setdefault(fold_key(name), set()).add(rule["name_en"])
    return _Register(by_id, {name: min(english) for name, english in bearers.items() if len(english) == 1})


def _rules() -> Iterator[dict[str, Any]]:
    """Every party of the register."""
    folder = files("tawatur") / FOLDER
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            table = tomllib.loads(file.read_text(encoding="utf-8"))
            yield from (rule for rule in table["rule"] if rule.get("group") != BLOCKED and "name_ar" in rule)
