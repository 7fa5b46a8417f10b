import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import MetaData, create_engine

from tawatur.store.base import Store
from tawatur.store.memory import MemoryStore
from tawatur.store.open import open_case

SERVER = os.environ.get("TAWATUR_TEST_DATABASE")
"""The URL of an empty PostgreSQL database that the tests may fill and empty; where it is not set, none is asked."""


def emptied(url: str) -> str:
    engine = create_engine(url)
    there = MetaData()
    there.reflect(engine)
    there.drop_all(engine)
    engine.dispose()
    return url


@pytest.fixture(params=["memory", "file", *(["server"] if SERVER else [])])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Every store in turn: the contract is one."""
    made: Store = MemoryStore()
    if request.param == "file":
        made = open_case(str(tmp_path / "c.tawatur"), create=True)
    if request.param == "server" and SERVER:
        made = open_case(emptied(SERVER), create=True)
    with made:
        yield made
