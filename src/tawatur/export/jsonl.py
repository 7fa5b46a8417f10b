"""A case as nine files of JSON lines (docs/formats.md)."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tawatur.export.chains import chains_line
from tawatur.export.package import package_of
from tawatur.export.parts import Known, Line
from tawatur.export.shapes import claim_line, copy_line, event_line, judgement_line, problem_line, report_line
from tawatur.export.stories import agreement_line, story_line
from tawatur.files import write_whole
from tawatur.model.case import CaseView
from tawatur.record.chains.graphs import chain_graphs
from tawatur.record.judged.verdicts import in_force, judged_by
from tawatur.record.withheld import Names, withheld_for

# A lone surrogate has no UTF-8, and some programs take the other three for a line's end: JSON says them as escapes.
_ESCAPED: Final = re.compile("[\ud800-\udfff\x85\u2028\u2029]")


def export_jsonl(view: CaseView, folder: Path, *, names: Names) -> tuple[Path, ...]:
    """The files written into ``folder``: the nine of docs/formats.md and ``datapackage.json``.

    The same case gives the same bytes. ``names`` "public" leaves out the names of children, detainees, witnesses and
    survivors of sexual violence.

    Raises:
        TawaturError: the folder cannot be written.
    """
    files = {f"{name}.jsonl": _bytes(lines) for name, lines in _lines(view, known_of(view, names=names)).items()}
    files["datapackage.json"] = package_of(files, names=names)
    return tuple(write_whole(folder / name, data) for name, data in files.items())


def known_of(view: CaseView, *, names: Names) -> Known:
    """What the lines of this case need to know of one another."""
    holding = in_force(view.judgements)
    return Known(
        refs={report.report.id: report.ref for report in view.reports},
        events={claim: event.id for event in view.events for claim in event.claims},
        withheld=withheld_for(view, names=names),
        judged=judged_by(holding, view),
        in_force=frozenset(judgement.id for judgement in holding),
    )


def _lines(view: CaseView, known: Known) -> dict[str, list[Line]]:
    copies = [copy_line(pair, known) for pair in view.copies]
    problems = [problem_line(problem, known) for problem in view.problems]
    return {
        "reports": [report_line(report, known) for report in sorted(view.reports, key=lambda report: report.ref)],
        "claims": [claim_line(claim, known) for claim in sorted(view.claims, key=lambda claim: claim.id)],
        "events": [event_line(event, known) for event in sorted(view.events, key=lambda event: event.id)],
        "chains": [chains_line(graph, known) for graph in sorted(chain_graphs(view), key=lambda graph: graph.event)],
        "copies": sorted(copies, key=lambda line: (str(line["a"]), str(line["b"]))),
        "judgements": [
            judgement_line(judgement, known, holds=judgement.id in known.in_force) for judgement in view.judgements
        ],
        "stories": [story_line(story, known) for story in view.stories],
        "agreements": [agreement_line(agreement, known) for agreement in view.agreements],
        "problems": sorted(problems, key=lambda line: [str(value) for value in line.values()]),
    }


def _bytes(lines: Iterable[Line]) -> bytes:
    return "".join(_line(line) for line in lines).encode()


def _line(line: Line) -> str:
    return _ESCAPED.sub(_escape, json.dumps(line, ensure_ascii=False, allow_nan=False)) + "\n"


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"
