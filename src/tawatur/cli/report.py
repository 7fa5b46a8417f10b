"""What the commands print: lines for people, or JSON for machines. The only module of ours that prints results."""

import json as js
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from tawatur.cli.doctor import Check
from tawatur.cli.one import lines_of, shown_as_json
from tawatur.export.jsonl import known_of
from tawatur.model.case import CaseView
from tawatur.model.errors import Problem
from tawatur.pipeline import Added, Ran


def summary_of(view: CaseView) -> dict[str, int]:
    """The figures of a case: reports, claims, events, chains (independent origins, added up over events), disputes."""
    disputes = sum(len(event.disputes) for event in view.events)
    return {
        "reports": len(view.reports),
        "claims": len(view.claims),
        "events": len(view.events),
        "chains": len({origin for event in view.events for origin in event.origins}),
        "copies": len(view.copies),
        "disputes": disputes,
        "undated_events": sum(event.start is None for event in view.events),
        "unplaced_events": sum(event.place is None for event in view.events),
        "problems": len(view.problems),
    }


def show_summary(view: CaseView, *, json: bool, brief: Path | None = None, notice: str | None = None) -> None:
    """The summary of a case, with the brief's path and a notice where there are such."""
    figures: dict[str, object] = dict(summary_of(view))
    if brief:
        figures["brief"] = str(brief)
    if json:
        _json(figures)
        return
    if notice:
        print(notice)
    for name, value in figures.items():
        print(f"{name.replace('_', ' '):16} {value}")
    _disputes(view)


def _disputes(view: CaseView) -> None:
    """How many disputes of each kind, and where to look."""
    kinds = Counter(dispute.kind for event in view.events for dispute in event.disputes)
    for kind, number in sorted(kinds.items()):
        print(f"  {kind.replace('_', ' ')}: {number}")


def show_added(added: Iterable[Added], *, json: bool) -> int:
    """How many inputs were refused. Prints a line an input as it comes."""
    outcomes: Counter[str] = Counter()
    for one in added:
        outcomes[one.outcome] += 1
        if json:
            _json(asdict(one))
            continue
        print(f"{one.outcome:8} {one.subject}" + (f"  ({one.ref})" if one.ref and one.ref != one.subject else ""))
        _problems(one.problems)
    if not json:
        print(
            ", ".join(
                f"{outcomes[name]} {said}"
                for name, said in (("taken", "taken"), ("there", "already there"), ("refused", "refused"))
            )
        )
    return outcomes["refused"]


def _problems(problems: Sequence[Problem]) -> None:
    for problem in problems:
        print(f"         {problem.message}; {problem.mend}")


def show_ran(ran: Ran, view: CaseView, *, json: bool) -> None:
    """What a run did, then the summary."""
    if json:
        _json({"read": ran.read, "derived": ran.derived, **summary_of(view)})
        return
    if not ran.read and not ran.derived:
        print("nothing to do: every report is read and the events are up to date")
    else:
        print(f"{ran.read} of {ran.reports} reports read now")
    show_summary(view, json=False)


def show_one(view: CaseView, thing: str, *, json: bool) -> None:
    """One event, claim or report."""
    if json:
        _json(shown_as_json(view, thing, known_of(view, names="all")))
        return
    for line in lines_of(view, thing):
        print(line)


def show_written(paths: Sequence[Path], *, json: bool) -> None:
    """The files that were written."""
    if json:
        _json({"written": [str(path) for path in paths]})
        return
    for path in paths:
        print(path)


def show_faults(faults: Sequence[str], view: CaseView, *, json: bool) -> None:
    """What does not hold, or that all does."""
    if json:
        _json(
            {
                "reports": len(view.reports),
                "claims": len(view.claims),
                "events": len(view.events),
                "faults": list(faults),
            }
        )
        return
    for fault in faults:
        print(fault)
    quotes = sum(len(claim.evidence) for claim in view.claims)
    print(
        f"{len(faults)} faults in {len(view.reports)} reports, {len(view.claims)} claims, {quotes} quotes, {len(view.events)} events"
    )


def show_checks(checks: Sequence[Check], *, json: bool) -> None:
    """What works and what does not."""
    if json:
        _json([asdict(check) for check in checks])
        return
    for check in checks:
        mark = "ok  " if check.works else ("FAIL" if check.needed else "--  ")
        print(f"{mark} {check.name}: {check.found}" + (f"; {check.mend}" if not check.works else ""))


def _json(value: object) -> None:
    print(js.dumps(value, ensure_ascii=False, default=str))
