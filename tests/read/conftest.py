from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tawatur.read.inputs import Defaults, ReadItem, read_inputs

Reader = Callable[..., list[ReadItem]]


@pytest.fixture
def read() -> Reader:
    """Reads inputs with no defaults, days in Damascus, unless told otherwise."""

    def reader(*inputs: Path | str, zone: str = "Asia/Damascus", standard_input: Any = None, **defaults: Any):
        names = [str(name) for name in inputs]
        return list(read_inputs(names, defaults=Defaults(**defaults), zone=zone, standard_input=standard_input))

    return reader


@pytest.fixture
def read_bytes(tmp_path: Path, read: Reader):
    """Writes bytes to a file of this name, and reads it."""

    def reader(name: str, data: bytes, **more: Any) -> list[ReadItem]:
        path = tmp_path / name
        path.write_bytes(data)
        return read(path, **more)

    return reader
