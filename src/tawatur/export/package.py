"""The manifest of an export, a Frictionless data package. It holds no time: the same files give the same bytes."""

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final

from tawatur.model.ids import sha256_hex

NOTES: Final = {
    "public": "Names of children, detainees, witnesses and survivors of sexual violence are withheld (see the keys "
    "withheld and masked).",
    "all": "Holds the names of people who may be endangered by them. Do not publish.",
}


def package_of(files: Mapping[str, bytes], *, names: str) -> bytes:
    """The bytes of ``datapackage.json`` for these files (name to content), each with its SHA-256."""
    package = {
        "profile": "data-package",
        "name": "tawatur-export",
        "title": "Reports, claims and events of one case",
        "names": names,
        "description": NOTES[names],
        "resources": [_resource(name, data) for name, data in sorted(files.items())],
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def fields_of(name: str) -> tuple[tuple[str, str], ...]:
    """The keys of one file's lines in order, each with its Frictionless type."""
    return tuple(_fields()[name].items())


def _resource(file: str, data: bytes) -> dict[str, object]:
    name = file.removesuffix(".jsonl")
    return {
        "name": name,
        "path": file,
        "format": "jsonl",
        "mediatype": "application/x-ndjson",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256_hex(data)}",
        "lines": data.count(b"\n"),
        "schema": {"fields": [{"name": key, "type": kind} for key, kind in fields_of(name)]},
    }


@cache
def _fields() -> dict[str, dict[str, str]]:
    return tomllib.loads((resources.files("tawatur") / "export" / "fields.toml").read_text(encoding="utf-8"))
