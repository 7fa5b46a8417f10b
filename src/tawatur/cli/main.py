"""Every command as it is typed: its arguments, options and help. What they do stands in ``tasks``.

``tasks`` is imported when a command is called, so that help is quick. Each command ends with what ``tasks`` gives back:
0 done, 1 done in part (with the list), 2 wrong usage.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal, NoReturn

import typer

from tawatur.cli import screen
from tawatur.cli.codes import INTERRUPTED, PARTLY, WRONG
from tawatur.model.errors import InputError, TawaturError

app = typer.Typer(
    name="tawatur",
    help="Reads many Arabic reports of one conflict and says what happened, who says so, and how far they agree.",
    epilog="Every command ends with 0 when it is done, 1 when it is done in part, 2 when it was used wrongly.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
Case = Annotated[str, typer.Argument(help="the case: a path such as daraa.tawatur, or a database URL", metavar="CASE")]
Json = Annotated[bool, typer.Option("--json", help="print JSON for machines")]
TerminalLanguage = Annotated[
    Literal["ar", "en"],
    typer.Option("--language", help="the language of the sentences; many terminals set Arabic the wrong way round"),
]
NamesOption = Annotated[
    Literal["public", "all"],
    typer.Option("--names", help="all: also names of children, detainees, witnesses and survivors of sexual violence"),
]


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"tawatur {version('tawatur')}")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", help="print the version and end", callback=_print_version, is_eager=True)
]


@app.callback()
def common(version: Version = False) -> None:
    """Reads many Arabic reports of one conflict and says what happened, who says so, and how far they agree."""


@app.command(short_help="Build and show the bundled demonstration case.")
def demo(
    folder: Annotated[Path, typer.Option("--dir", help="where the case and the brief go")] = Path("tawatur-demo"),
    open_it: Annotated[bool, typer.Option("--open", "-o", help="open the brief in a browser when done")] = False,
    json: Json = False,
) -> None:
    """Build the bundled demonstration case with no network, print its summary, write its brief."""
    from tawatur.cli import tasks

    raise typer.Exit(tasks.demo(folder, open_it=open_it, json=json))


@app.command(short_help="Read reports in.")
def add(
    case: Case,
    inputs: Annotated[
        list[str] | None, typer.Argument(help="files, folders, or - for standard input", metavar="INPUT")
    ] = None,
    places: Annotated[
        list[Path] | None,
        typer.Option(help="a gazetteer of your own, CSV or GeoJSON, for the whole case; may be given more than once"),
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="the outlet of inputs that name none")] = None,
    published: Annotated[
        str | None, typer.Option(help="the publication day (YYYY-MM-DD) of inputs that have none")
    ] = None,
    language: Annotated[str | None, typer.Option(help="the language of inputs that name none, such as ar")] = None,
    zone: Annotated[
        str | None, typer.Option(help="the time zone of a new case's days  [default: Asia/Damascus]")
    ] = None,
    json: Json = False,
) -> None:
    """Read reports in. Every input gets a line: taken, already there, or refused and why."""
    from tawatur.cli import tasks

    if not inputs and not places:
        raise InputError("INPUT is missing: name files or folders to read in, or a gazetteer with --places")
    given = tasks.Given(outlet=outlet, published=published, language=language, zone=zone)
    raise typer.Exit(tasks.add(case, inputs or [], given, places=places or [], json=json))


@app.command(name="run", short_help="Read what is new and make the events.")
def run_command(
    case: Case,
    workers: Annotated[int, typer.Option(min=1, max=256, help="processes that read reports at the same time")] = 1,
    engine: Annotated[
        Literal["local"], typer.Option(help="what the work is spread with; this version knows local, one machine")
    ] = "local",
    json: Json = False,
) -> None:
    """Read what is new and make the events. Takes up where it stopped, and does again only what changed."""
    from tawatur.cli import tasks

    raise typer.Exit(tasks.run(case, workers=workers, json=json))


@app.command(short_help="Show a case, or one thing in it.")
def show(
    case: Case,
    thing: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            help="the id of an event, claim, story or agreement, or a report's ref; the beginning will do",
        ),
    ] = None,
    chains: Annotated[
        bool, typer.Option("--chains", help="of an event: who told whom, and what makes a chain")
    ] = False,
    language: TerminalLanguage = "en",
    json: Json = False,
) -> None:
    """Show the summary of a case, or one event, claim, story, agreement or report."""
    from tawatur.cli import tasks

    raise typer.Exit(tasks.show(case, thing, chains=chains, language=language, json=json))


@app.command(name="explain", short_help="Show how one claim was derived.")
def explain_command(
    case: Case,
    claim: Annotated[str, typer.Argument(help="a claim's id; the beginning will do", metavar="CLAIM")],
    names: NamesOption = "all",
    language: TerminalLanguage = "en",
    json: Json = False,
) -> None:
    """Show how one claim was derived: the words seen in its sentence, why it tells, and each field with its rule."""
    from tawatur.cli import tasks

    raise typer.Exit(tasks.explain(case, claim, names=names, language=language, json=json))


@app.command(short_help="Record what a person decided, or list it.")
def judge(
    case: Case,
    verdict: Annotated[
        Literal["accept", "reject", "same", "different", "set", "note", "undo"] | None,
        typer.Argument(
            metavar="[VERDICT]", help="accept, reject, same, different, set, note or undo; without it, a list"
        ),
    ] = None,
    things: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID…]", help="ids of claims or events, of a judgement for undo; for set also FIELD=VALUE"
        ),
    ] = None,
    why: Annotated[str, typer.Option(help="the reason, or the note itself")] = "",
    by: Annotated[str, typer.Option(help="who decides")] = "reviewer",
    later: Annotated[bool, typer.Option("--later", help="keep it and leave the events to the next run")] = False,
    json: Json = False,
) -> None:
    """Record what a person decided, or list it. Nothing is overwritten: a judgement is taken back by another (undo)."""
    from tawatur.cli import judging

    if verdict is None:
        raise typer.Exit(judging.judgements(case, json=json))
    asked = judging.Asked(verdict, things or [], why, by)
    raise typer.Exit(judging.judge(case, asked, later=later, json=json))


@app.command(short_help="Write the case as files.")
def export(
    case: Case,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="the folder to write to, made when absent")],
    to: Annotated[
        str, typer.Option("--to", help="the formats, separated by commas; this version writes jsonl")
    ] = "jsonl",
    names: NamesOption = "public",
    json: Json = False,
) -> None:
    """Write the case as files, with a datapackage.json that describes them."""
    from tawatur.cli import tasks

    raise typer.Exit(tasks.export(case, folder, to=to, names=names, json=json))


@app.command(short_help="Write one page on which every figure leads to its sentence.")
def brief(
    case: Case,
    out: Annotated[Path, typer.Option("-o", "--out", help="the file to write, such as brief.html")],
    language: Annotated[Literal["ar", "en"], typer.Option(help="the language of the brief")] = "ar",
    names: NamesOption = "public",
    json: Json = False,
) -> None:
    """Write one self-contained page: findings, events, and every figure linked to its sentence."""
    from tawatur.cli import tasks

    raise typer.Exit(tasks.brief(case, out, language=language, names=names, json=json))


@app.command(short_help="Answer what Arabic time expressions mean.")
def times(
    week_starts: Annotated[
        Literal["saturday", "sunday", "monday"] | None,
        typer.Option("--week-starts", help="the day on which weeks start; without it the language pack's: saturday"),
    ] = None,
    json: Json = False,
) -> None:
    """Answer what time expressions mean: one JSON {"text", "reference"} a line in, one {"times": [...]} a line out.

    The answer is JSON with and without --json.
    """
    from tawatur.cli import tasks

    raise typer.Exit(tasks.times(week_starts=week_starts))


@app.command(short_help="Recompute every hash, offset, quote and link.")
def verify(case: Case, json: Json = False) -> None:
    """Recompute every hash, offset, quote and link of a case; exit 1 and a list where one fails."""
    from tawatur.cli import tasks

    raise typer.Exit(tasks.verify(case, json=json))


@app.command(short_help="Say what works on this machine.")
def doctor(json: Json = False) -> None:
    """Say what works on this machine and what does not, each with its mend."""
    from tawatur.cli import tasks

    raise typer.Exit(tasks.doctor(json=json))


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and end; ``arguments`` are those of the process unless given.

    What Tawatur raises on purpose becomes one sentence and exit code 2; a reader that goes away (``| head``) and Ctrl-C
    end quietly.
    """
    screen.speak_utf8()
    code = _ended(None if arguments is None else list(arguments))
    if not screen.flushed():
        code = code or PARTLY
    raise SystemExit(code)


def _ended(arguments: list[str] | None) -> int:
    """The exit code of one command, run to its end."""
    try:
        app(arguments, prog_name="tawatur")
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 0
    except TawaturError as error:
        screen.complain(str(error))
        code = WRONG
    except KeyboardInterrupt:
        code = INTERRUPTED
    except OSError as error:  # our own files have sentences of their own: what is left is the output itself
        what = error.filename or "standard output"
        screen.complain(f"{what} cannot be written ({error.strerror or error})")
        code = PARTLY
    if code == INTERRUPTED:
        screen.complain("stopped; what was kept is whole, and the same command goes on from there")
    return code
