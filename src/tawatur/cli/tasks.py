"""What each command does. Each gives back its exit code."""

import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import typer

from tawatur.brief.words import Language
from tawatur.brief.write import write_brief
from tawatur.claim.times.answers import answer_times
from tawatur.cli import chains as chain
from tawatur.cli import explained, explaining, listing, one, screen
from tawatur.cli.codes import DONE, PARTLY
from tawatur.cli.doctor import examine
from tawatur.cli.times import answer_lines
from tawatur.cli.tongue import tongue
from tawatur.collecting import no_collecting
from tawatur.demo.case import build_demo, notice, notice_of
from tawatur.export.chains import chains_line
from tawatur.export.jsonl import export_jsonl, known_of
from tawatur.export.verify import verify_view
from tawatur.lang.gazetteer import load_gazetteer
from tawatur.lang.own_places import read_own_places
from tawatur.lang.pack import load_pack
from tawatur.logs import LANGUAGE, derived, is_current, pack_of, reports_since
from tawatur.mark.times import WEEKDAYS
from tawatur.model.case import CaseView, Settings
from tawatur.model.errors import CaseError, InputError, TawaturError
from tawatur.pipeline import add_places, add_reports
from tawatur.pipeline import run as run_case
from tawatur.read.inputs import Defaults, check_defaults, read_inputs
from tawatur.record.withheld import Names
from tawatur.store.base import Store
from tawatur.store.open import open_case
from tawatur.view import view_of

FORMATS: Final = ("jsonl",)
ZONE: Final = "Asia/Damascus"


@dataclass(frozen=True, slots=True)
class Given:
    """What ``add`` was told of all its inputs; None where nothing was said."""

    outlet: str | None
    published: str | None
    language: str | None
    zone: str | None


def demo(folder: Path, *, open_it: bool, json: bool) -> int:
    """Builds the demonstration in ``folder``."""
    with screen.progress() as progress:
        view, brief = build_demo(folder, progress=progress)
    listing.summary(view, json=json, brief=brief, notice=notice("en"))
    if open_it:
        typer.launch(brief.absolute().as_uri())
    return DONE


def add(case: str, inputs: list[str], given: Given, *, places: list[Path], json: bool) -> int:
    """Reads ``inputs`` into ``case``; in part where one was refused or not reached.

    Gazetteers (``places``) are looked through before anything is kept: a wrong one ends the command.
    """
    own = [read_own_places(path) for path in places]
    load_gazetteer(own)
    defaults = Defaults(given.outlet, given.published, given.language)
    check_defaults(defaults, zone=given.zone or ZONE)  # before a case is made for them
    with open_case(case, create=True) as store:
        zone = _zone(store, case, given.zone)
        listing.added_places(add_places(store, own), json=json)
        if not inputs:
            return DONE
        items = read_inputs(inputs, defaults=defaults, zone=zone, standard_input=sys.stdin.buffer)
        refused = listing.added(add_reports(store, items, today=datetime.now(UTC).date().isoformat()), json=json)
    return PARTLY if refused else DONE


def _zone(store: Store, case: str, wanted: str | None) -> str:
    """The time zone of the case; a new case is given one, and the day after which nothing in it was published."""
    settings = store.settings()
    if settings.as_of is None and not store.report_ids():
        settings = Settings(wanted or ZONE, datetime.now(UTC).date().isoformat())
        store.write_settings_once(settings)
    if wanted not in (None, settings.zone):
        raise InputError(
            f"--zone: the days of {case} are in {settings.zone}, which stays; leave --zone out, or make a new case"
        )
    return settings.zone


def run(case: str, *, workers: int, json: bool) -> int:
    """Reads what is new in ``case`` and makes its events; in part where the disk, or a worker, gave out meanwhile."""
    with open_case(case, create=False) as store:
        if not store.report_ids():
            raise CaseError(f"{case} holds no report yet; read some in with `tawatur add {case} INPUT…`")
        try:
            with screen.progress() as progress:
                ran = run_case(store, workers=workers, progress=progress)
        except TawaturError as error:
            screen.complain(f"stopped before the end: {error}")
            return PARTLY
        if ran.derived:
            screen.note(f"events: {ran.events_kept} kept as they were, {ran.events_made} made anew")
        with no_collecting():
            view = view_of(store)
        listing.ran(ran, view, json=json)
    return DONE


def show(case: str, thing: str | None, *, chains: bool, language: Language, json: bool) -> int:
    """Shows ``case``, or the one ``thing`` in it; with ``chains`` who told whom of an event."""
    with open_case(case, create=False) as store:
        view = view_of(store)
        _warn(store, case)
    if chains:
        graph = chain.graph_named(view, thing)
        if json:
            screen.say_json(chains_line(graph, known_of(view, names="all")))
        for line in chain.chain_lines(view, graph, tongue(language)) if not json else ():
            screen.say(line)
    elif thing is None:
        listing.summary(view, json=json, language=language)
    elif json:
        screen.say_json(one.line_of(view, thing, known_of(view, names="all")))
    else:
        for line in one.lines_of(view, thing, tongue(language)):
            screen.say(line)
    return DONE


def explain(case: str, claim: str, *, names: Names, language: Language, json: bool) -> int:
    """Shows how one ``claim`` of ``case`` came about."""
    with open_case(case, create=False) as store:
        view = view_of(store)
        _warn(store, case)
        told = explaining.claim_named(view, claim, case=case)
        report = next(item.report for item in view.reports if item.report.id == told.report)
        derivation = derived(store, told)
        today = pack_of(store).version
    words, known = tongue(language), known_of(view, names=names)
    made = explained.explain(told, report, derivation, today=today, known=known, tongue=words)
    if json:
        screen.say_json(made)
    else:
        for line in explaining.lines_of(made, words):
            screen.say(line)
    return DONE


def export(case: str, folder: Path, *, to: str, names: Names, json: bool) -> int:
    """Writes ``case`` into ``folder``; in part where reports wait for a run."""
    for name in (name.strip() for name in to.split(",")):
        if name not in FORMATS:
            raise InputError(f"--to: {name!r} is not a format of this version; it writes {', '.join(FORMATS)}")
    with open_case(case, create=False) as store:
        view, code = _viewed(store, case)
    listing.written(export_jsonl(view, folder, names=names), json=json)
    return code


def brief(case: str, out: Path, *, language: Language, names: Names, json: bool) -> int:
    """Writes the brief of ``case`` to ``out``; in part where reports wait for a run."""
    with open_case(case, create=False) as store:
        view, code = _viewed(store, case)
    write_brief(view, out, language=language, names=names, notice=notice_of(view, language=language))
    listing.written((out,), json=json)
    return code


def times(*, week_starts: str | None) -> int:
    """Answers the lines of standard input, weeks starting on the named day, else on the pack's."""
    pack = load_pack(LANGUAGE)
    first = WEEKDAYS.index(week_starts[:3]) if week_starts else None
    wrong = answer_lines(
        sys.stdin.buffer, lambda text, reference: answer_times(text, reference, pack, week_starts=first)
    )
    return PARTLY if wrong else DONE


def verify(case: str, *, json: bool) -> int:
    """Looks whether ``case`` holds together; what cannot even be read is a fault too."""
    with open_case(case, create=False) as store:
        try:
            view = view_of(store)
        except TawaturError as error:
            listing.unreadable(str(error), json=json)
            return PARTLY
        _warn(store, case)
    faults = verify_view(view)
    listing.faults(faults, view, json=json)
    return PARTLY if faults else DONE


def doctor(*, json: bool) -> int:
    """Looks at this machine."""
    checks = examine(date.today())
    listing.checks(checks, json=json)
    return DONE if all(check.works or not check.needed for check in checks) else PARTLY


def _viewed(store: Store, case: str) -> tuple[CaseView, int]:
    """The case for those who take it away, and whether it is all of it.

    Raises:
        CaseError: it was never run, so there is nothing but the reports themselves.
    """
    if store.record_fingerprint() is None:
        raise CaseError(
            f"{case} has not been run yet, so there are no claims and events; run it first: `tawatur run {case}`"
        )
    return view_of(store), PARTLY if _warn(store, case) else DONE


def _warn(store: Store, case: str) -> bool:
    """Whether a run is due, and says why on standard error."""
    if is_current(store):
        return False
    waiting = reports_since(store)
    said = "the last run is out of date"
    if waiting:
        said = f"{len(waiting)} {'report waits' if len(waiting) == 1 else 'reports wait'} to be read ({_few(waiting)})"
    screen.complain(f"{case}: {said}; run `tawatur run {case}`")
    return True


def _few(names: tuple[str, ...], most: int = 5) -> str:
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")
