"""Builds the bundled demonstration case."""

from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

from tawatur.brief.write import write_brief
from tawatur.model.case import CaseView, Settings
from tawatur.pipeline import Progress, add_reports, quiet, run, view_of
from tawatur.read.inputs import Defaults, read_inputs
from tawatur.store.open import open_case

SETTINGS: Final = Settings("Asia/Damascus", "2021-12-31")
NOTICE: Final = (
    "Demonstration: every report in this case was written for it; the outlets and private persons are invented."
)
CASE_NAME: Final = "demo.tawatur"
BRIEF_NAME: Final = "brief.html"


def build_demo(folder: Path, *, progress: Progress = quiet) -> tuple[CaseView, Path]:
    """The demonstration case built in ``folder`` and the path of its brief; built before, it is only brought up to date."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        open_case(str(folder / CASE_NAME), create=True) as store,
        as_file(files("tawatur.demo") / "reports") as reports,
    ):
        store.write_settings_once(SETTINGS)
        inputs = [str(path) for path in sorted(Path(reports).iterdir()) if path.name != "README.md"]
        for _ in add_reports(store, read_inputs(inputs, defaults=Defaults(None, None, "ar"), zone=SETTINGS.zone)):
            pass
        run(store, progress=progress)
        view = view_of(store)
    brief = folder / BRIEF_NAME
    write_brief(view, brief, language="ar", notice=NOTICE)
    return view, brief


def is_demo(view: CaseView) -> bool:
    """Whether a case holds the demonstration's reports, so that its brief says so."""
    return any("example.org" in (item.report.url or "") for item in view.reports)
