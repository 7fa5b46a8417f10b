from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur.store.base import Store
from tawatur.store.memory import MemoryStore
from tawatur.store.open import open_case


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Every store in turn: the contract is one."""
    made: Store = MemoryStore() if request.param == "memory" else open_case(str(tmp_path / "c.tawatur"), create=True)
    with made:
        yield made
