"""The demonstration case, built once, and its brief in both languages."""

import pytest
from lxml import html

from tawatur.brief.write import render_brief
from tawatur.demo.case import build_demo, notice_of
from tawatur.model.case import CaseView


@pytest.fixture(scope="session")
def demo_view(tmp_path_factory: pytest.TempPathFactory) -> CaseView:
    view, _ = build_demo(tmp_path_factory.mktemp("brief-of-demo"))
    return view


@pytest.fixture(scope="session", params=["ar", "en"])
def demo_page(request: pytest.FixtureRequest, demo_view: CaseView):
    """The tree of the demonstration's brief, as anybody may publish it."""
    language = request.param
    return html.document_fromstring(
        render_brief(demo_view, language=language, notice=notice_of(demo_view, language=language))
    )
