"""The demonstration's brief as files, in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.browser.devtools import Tab, browser

from tawatur.brief.write import write_brief
from tawatur.demo.case import build_demo, notice_of


@pytest.fixture(scope="session")
def briefs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The path of the demonstration's brief by language."""
    folder = tmp_path_factory.mktemp("brief-to-look-at")
    view, arabic = build_demo(folder)
    english = folder / "english.html"
    write_brief(view, english, language="en", notice=notice_of(view, language="en"))
    return {"ar": arabic, "en": english}


@pytest.fixture
def tab(tmp_path: Path) -> Iterator[Tab]:
    """A fresh tab, with no network behind it."""
    with browser(tmp_path / "profile") as opened:
        yield opened
