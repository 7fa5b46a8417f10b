"""``tawatur judge``: what a person decides is kept, and the record made anew by it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from tawatur.cli import one, screen
from tawatur.cli.codes import DONE
from tawatur.cli.listing import line_of_event
from tawatur.cli.tongue import tongue
from tawatur.export.jsonl import known_of
from tawatur.export.parts import Line
from tawatur.export.shapes import judgement_line
from tawatur.model.case import CaseView
from tawatur.model.claim import Claim
from tawatur.model.errors import InputError, NotFoundError
from tawatur.model.event import Event
from tawatur.model.judgement import Judgement
from tawatur.model.story import Agreement, Story
from tawatur.pipeline import run
from tawatur.record.judged.forwarding import followed
from tawatur.record.judged.judging import make_judgement
from tawatur.store.open import open_case
from tawatur.view import view_of

SAID: Final = {"set": "correct"}
"""How a verdict is typed and how it is kept."""
TYPED: Final = {kept: typed for typed, kept in SAID.items()}


@dataclass(frozen=True, slots=True)
class Asked:
    """One judgement as it was typed: ``things`` are ids, or beginnings of ids, and for ``set`` one FIELD=VALUE."""

    verdict: str
    things: Sequence[str]
    why: str
    author: str


def judge(case: str, asked: Asked, *, later: bool, json: bool) -> int:
    """Keeps a judgement and, unless ``later``, makes the record anew."""
    with open_case(case, create=False) as store:
        view = view_of(store)
        judgement = _made(view, asked)
        store.add_judgement(judgement)
        if not later:
            with screen.progress() as progress:
                run(store, progress=progress)
            view = view_of(store)
    if json:
        screen.say_json(judgement_line(judgement, known_of(view, names="all"), holds=True))
    else:
        screen.say(_said(judgement))
        if later:
            screen.say(f"kept; `tawatur run {case}` makes the events anew")
        for line in () if later else _outcome(view, judgement):
            screen.say(f"  {line}")
    return DONE


def judgements(case: str, *, json: bool) -> int:
    """Lists the judgements of a case, the latest last."""
    with open_case(case, create=False) as store:
        view = view_of(store)
    for line in _lines(view):
        screen.say_json(line) if json else screen.say(_told(line))
    if not view.judgements and not json:
        screen.say("no judgements in this case")
    return DONE


def _made(view: CaseView, asked: Asked) -> Judgement:
    verdict = SAID.get(asked.verdict, asked.verdict)
    field, value, things = None, None, [*asked.things]
    if verdict == "correct":
        field, value = _setting([thing for thing in things if "=" in thing])
        things = [thing for thing in things if "=" not in thing]
    find = _judgement_named if verdict == "undo" else _thing_named
    return make_judgement(
        view, verdict, [find(view, thing) for thing in things], field=field, value=value, author=asked.author,
        made=datetime.now(UTC).isoformat(timespec="microseconds"), why=asked.why,
    )  # fmt: skip


def _setting(given: Sequence[str]) -> tuple[str, str]:
    if len(given) != 1:
        raise InputError("set: give one FIELD=VALUE, such as counts.killed=3..5 or date=2021-07-29")
    field, _, value = given[0].partition("=")
    return field.strip(), value.strip()


def _thing_named(view: CaseView, name: str) -> str:
    """The id of the claim or event that a person named."""
    found = one.find(view, name)
    if isinstance(found, Claim | Event):
        return found.id
    if isinstance(found, Story | Agreement):
        raise InputError(f"{name!r} is a view of events; judge its events or their claims")
    raise InputError(f"{name!r} is a report; judge its claims, which `tawatur show CASE {name}` lists")


def _judgement_named(view: CaseView, name: str) -> str:
    found = sorted(judgement.id for judgement in view.judgements if judgement.id.startswith(name))
    if len(found) != 1 and name not in found:
        what = f"{name!r} begins {len(found)} judgements" if found else f"no judgement in this case has the id {name!r}"
        raise NotFoundError(f"{what}; `tawatur judge CASE` lists them")
    return name if name in found else found[0]


def _lines(view: CaseView) -> Iterator[Line]:
    known = known_of(view, names="all")
    holding = known.in_force
    return (judgement_line(judgement, known, holds=judgement.id in holding) for judgement in view.judgements)


def _told(line: Line) -> str:
    about = ", ".join(map(str, line["about"])) if isinstance(line["about"], list) else ""
    setting = f" {line['field']}={line['value']}" if line["field"] else ""
    verdict = TYPED.get(str(line["verdict"]), line["verdict"])
    undone = "" if line["in_force"] else "  (undone)"
    why = f": {line['why']}" if line["why"] else ""
    return f"{line['id']}  {str(line['made'])[:16]}  {line['author']}  {verdict}{setting} {about}{why}{undone}"


def _outcome(view: CaseView, judgement: Judgement) -> Iterator[str]:
    """The events that hold now what was judged, or what the undone judgement was about."""
    about = {name for one in view.judgements if one.id in judgement.about for name in one.about} or {*judgement.about}
    meant = {followed(name, view.forwards, (event.id for event in view.events)) for name in about}
    for event in view.events:
        if event.id in meant or set(event.claims) & about:
            yield line_of_event(event, tongue("en"))


def _said(judgement: Judgement) -> str:
    setting = f" {judgement.field}={judgement.value}" if judgement.field else ""
    return f"{judgement.id}  {TYPED.get(judgement.verdict, judgement.verdict)}{setting} {', '.join(judgement.about)}"
