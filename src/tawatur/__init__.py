"""Tawatur reads many Arabic reports of one conflict and says what happened, who says so, and how far they agree."""

from tawatur.model.case import CaseView
from tawatur.model.claim import Claim
from tawatur.model.errors import TawaturError
from tawatur.model.event import Event
from tawatur.model.text import Report
from tawatur.pipeline import add_reports, run, view_of
from tawatur.read.inputs import read_inputs
from tawatur.store.open import open_case

__version__ = "0.1.0"

__all__ = ["CaseView", "Claim", "Event", "Report", "TawaturError", "add_reports", "open_case", "read_inputs", "run", "view_of"]
