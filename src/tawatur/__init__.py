"""Tawatur reads many Arabic reports of one conflict and says what happened, who says so, and how far they agree."""

from importlib import import_module
from typing import TYPE_CHECKING

from tawatur.model.version import VERSION

if TYPE_CHECKING:
    from tawatur.model.case import CaseView
    from tawatur.model.claim import Claim
    from tawatur.model.errors import TawaturError
    from tawatur.model.event import Event
    from tawatur.model.text import Report
    from tawatur.pipeline import add_reports, run
    from tawatur.read.inputs import read_inputs
    from tawatur.store.open import open_case
    from tawatur.view import view_of

__version__ = VERSION

__all__ = [
    "CaseView",
    "Claim",
    "Event",
    "Report",
    "TawaturError",
    "add_reports",
    "open_case",
    "read_inputs",
    "run",
    "view_of",
]

_HOMES = {
    "CaseView": "model.case",
    "Claim": "model.claim",
    "Event": "model.event",
    "Report": "model.text",
    "TawaturError": "model.errors",
    "add_reports": "pipeline",
    "open_case": "store.open",
    "read_inputs": "read.inputs",
    "run": "pipeline",
    "view_of": "view",
}


def __getattr__(name: str) -> object:
    """A public name, loaded when it is first asked for, so that ``tawatur --help`` need not load everything."""
    if name not in _HOMES:
        raise AttributeError(f"tawatur has no public name {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(f"tawatur.{_HOMES[name]}"), name)
