"""Every command of Tawatur. Each takes ``--json``; exit 0 is done, 1 done in part (with the list), 2 wrong usage."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

import typer

from tawatur.brief.write import write_brief
from tawatur.claim.answers import answer_times
from tawatur.cli import report, screen
from tawatur.cli.doctor import examine
from tawatur.cli.times import answer_lines
from tawatur.demo.case import NOTICE, build_demo, is_demo
from tawatur.export.jsonl import export_jsonl
from tawatur.export.verify import verify_view
from tawatur.lang.pack import load_pack
from tawatur.model.case import Settings
from tawatur.model.errors import TawaturError
from tawatur.pipeline import LANGUAGE, add_reports, run, view_of
from tawatur.read.inputs import Defaults, read_inputs
from tawatur.store.base import Store
from tawatur.store.open import open_case

DONE, PARTLY, WRONG = 0, 1, 2

app = typer.Typer(
    name="tawatur",
    help="Reads many Arabic reports of one conflict and says what happened, who says so, and how far they agree.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
Case = Annotated[str, typer.Argument(help="the case: a path such as daraa.tawatur, or a database URL")]
Json = Annotated[bool, typer.Option("--json", help="print JSON for machines")]
NamesOption = Annotated[
    Literal["public", "all"],
    typer.Option("--names", help="all: also names of children, detainees, witnesses and survivors of sexual violence"),
]
Language = Annotated[Literal["ar", "en"], typer.Option(help="the language of the brief")]


@app.command()
def demo(
    folder: Annotated[Path, typer.Option("--dir", help="where the case and the brief go")] = Path("tawatur-demo"),
    open_it: Annotated[bool, typer.Option("--open", "-o", help="open the brief in a browser when done")] = False,
    json: Json = False,
) -> None:
    """Build the bundled demonstration case with no network, print its summary, write its brief."""
    with screen.progress(quiet=json) as progress:
        view, brief = build_demo(folder, progress=progress)
    report.show_summary(view, json=json, brief=brief, notice=NOTICE)
    if open_it:
        typer.launch(str(brief))


@app.command()
def add(
    case: Case,
    inputs: Annotated[list[str], typer.Argument(help="files, folders, or - for standard input")],
    outlet: Annotated[str | None, typer.Option(help="the outlet of inputs that name none")] = None,
    published: Annotated[
        str | None, typer.Option(help="the publication day (YYYY-MM-DD) of inputs that have none")
    ] = None,
    language: Annotated[str | None, typer.Option(help="the language of the inputs, such as ar")] = None,
    zone: Annotated[str, typer.Option(help="the time zone of a new case's days")] = "Asia/Damascus",
    json: Json = False,
) -> None:
    """Read reports in. Every input gets a line: taken, already there, or refused and why."""
    defaults = Defaults(outlet, published, language)
    with _case(case, create=True) as store:
        zone = _begin(store, zone)
        items = read_inputs(inputs, defaults=defaults, zone=zone, standard_input=sys.stdin.buffer)
        refused = report.show_added(add_reports(store, items), json=json)
    raise typer.Exit(PARTLY if refused else DONE)


def _begin(store: Store, zone: str) -> str:
    """The time zone of the case; a case that has no reports yet is given one, and the day after which none was published."""
    if not store.report_ids():
        today = datetime.now(ZoneInfo("UTC")).date()
        settings = store.settings()
        if settings.as_of is None:
            store.write_settings_once(Settings(zone, today.isoformat()))
    return store.settings().zone


@app.command(name="run")
def run_command(
    case: Case,
    workers: Annotated[int, typer.Option(min=1, max=256, help="processes that read reports at the same time")] = 1,
    engine: Annotated[str, typer.Option(help="local; other engines come in a later version")] = "local",
    json: Json = False,
) -> None:
    """Read what is new and make the events. Takes up where it stopped, and does again only what changed."""
    if engine != "local":
        raise typer.BadParameter(
            f"{engine!r} is not an engine of this version; leave --engine out", param_hint="--engine"
        )
    with _case(case) as store, screen.progress(quiet=json) as progress:
        ran = run(store, workers=workers, progress=progress)
        view = view_of(store)
    report.show_ran(ran, view, json=json)


@app.command()
def show(
    case: Case,
    thing: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="an event's id, a claim's id, or a report's ref")
    ] = None,
    json: Json = False,
) -> None:
    """Show the summary of a case, or one event, claim or report."""
    with _case(case) as store:
        view = view_of(store)
    if thing is None:
        report.show_summary(view, json=json)
    else:
        report.show_one(view, thing, json=json)


@app.command()
def export(
    case: Case,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="the folder to write to")],
    to: Annotated[
        str, typer.Option("--to", help="the formats, separated by commas; this version writes jsonl")
    ] = "jsonl",
    names: NamesOption = "public",
    json: Json = False,
) -> None:
    """Write the case as files, with a datapackage.json that describes them."""
    unknown = [name for name in to.split(",") if name.strip() != "jsonl"]
    if unknown:
        raise typer.BadParameter(f"{unknown[0]!r} is not a format of this version; use jsonl", param_hint="--to")
    with _case(case) as store:
        report.show_written(export_jsonl(view_of(store), folder, names=names), json=json)


@app.command()
def brief(
    case: Case,
    out: Annotated[Path, typer.Option("-o", "--out", help="the file to write, such as brief.html")],
    language: Language = "ar",
    names: NamesOption = "public",
    json: Json = False,
) -> None:
    """Write one self-contained page: findings, events, and every figure linked to its sentence."""
    with _case(case) as store:
        view = view_of(store)
    write_brief(view, out, language=language, names=names, notice=NOTICE if is_demo(view) else None)
    report.show_written((out,), json=json)


@app.command()
def times() -> None:
    """Answer what time expressions mean: one JSON {"text", "reference"} a line in, one {"times": [...]} a line out."""
    pack = load_pack(LANGUAGE)
    wrong = answer_lines(sys.stdin.buffer, lambda text, reference: answer_times(text, reference, pack))
    raise typer.Exit(PARTLY if wrong else DONE)


@app.command()
def verify(case: Case, json: Json = False) -> None:
    """Recompute every hash, offset, quote and link of a case; exit 1 and a list where one fails."""
    with _case(case) as store:
        view = view_of(store)
    faults = verify_view(view)
    report.show_faults(faults, view, json=json)
    raise typer.Exit(PARTLY if faults else DONE)


@app.command()
def doctor(json: Json = False) -> None:
    """Say what works on this machine and what does not, each with its mend."""
    checks = examine(date.today())
    report.show_checks(checks, json=json)
    raise typer.Exit(DONE if all(check.works or not check.needed for check in checks) else PARTLY)


@contextmanager
def _case(case: str, *, create: bool = False) -> Iterator[Store]:
    """The store of a case, closed afterwards."""
    with closing(open_case(case, create=create)) as store:
        yield store


def main() -> None:
    """Run the command line; an error that Tawatur raises on purpose is one sentence and exit code 2."""
    screen.speak_utf8()
    try:
        app()
    except TawaturError as error:
        screen.complain(str(error))
        raise SystemExit(WRONG) from error
    except KeyboardInterrupt:
        screen.complain("stopped; what was read is kept, and the same command goes on from there")
        raise SystemExit(130) from None
