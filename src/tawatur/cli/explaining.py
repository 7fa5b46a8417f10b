"""``tawatur explain``: the claim that is asked for, and its derivation as lines for a terminal."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, Final

from tawatur.cli import one
from tawatur.cli.tongue import Tongue
from tawatur.model.case import CaseView, ReportView
from tawatur.model.claim import Claim
from tawatur.model.errors import NotFoundError
from tawatur.model.event import Event

_MOST: Final = 3
_WIDE: Final = 12


def claim_named(view: CaseView, name: str, *, case: str) -> Claim:
    """The claim of this id; the beginning of one is enough where only one claim has it.

    Raises:
        NotFoundError: no claim has it; names what may have been meant.
    """
    begun = sorted(claim.id for claim in view.claims if claim.id.startswith(name))
    if len(begun) > 1 and name not in begun:
        raise NotFoundError(f"{name!r} begins {len(begun)} claims, such as {begun[0]}; give more of it")
    found = next((claim for claim in view.claims if begun and claim.id == begun[0]), None)
    if found is None:
        raise NotFoundError(f"no claim in this case has the id {name!r}; {_mend(view, name, case)}")
    return found


def _mend(view: CaseView, name: str, case: str) -> str:
    """What to type instead: the claims of the event or report that was named, the nearest ids, or where to find one."""
    claims = _claims_of(view, name)
    if claims:
        more = f" and {len(claims) - _MOST} more" if len(claims) > _MOST else ""
        return f"its claims are {', '.join(claims[:_MOST])}{more}; `tawatur show {case} {name}` lists them"
    near = get_close_matches(name, sorted(claim.id for claim in view.claims), n=_MOST, cutoff=0.8)
    if near:
        return f"the nearest are {', '.join(near)}"
    return f"`tawatur show {case} REF` lists the claims of a report, and an export has them all"


def _claims_of(view: CaseView, name: str) -> list[str]:
    """The claims of the event or report that bears this name; none where nothing does."""
    try:
        named = one.find(view, name)
    except NotFoundError:
        return []
    if isinstance(named, Event):
        return [*named.claims]
    if isinstance(named, ReportView):
        return [claim.id for claim in view.claims if claim.report == named.report.id]
    return []


def lines_of(made: Any, tongue: Tongue) -> Iterator[str]:
    """A derivation (as ``explained.explain`` gives it) for a terminal."""
    claim, pack, sentence = made["claim"], made["pack"], made["sentence"]
    kind, status = tongue.name("type", claim["type"]), tongue.name("status", claim["status"])
    yield tongue.say("claim_in", id=claim["id"], type=kind, status=status, report=claim["report"])
    yield from _pack(pack, tongue, derived=made["frame"] is not None)
    where = tongue.say("in_title" if sentence["in"] == "title" else "body")
    place = tongue.say("its_sentence", where=where, start=sentence["start"], end=sentence["end"])
    yield f"{tongue.label('sentence')}{place}"
    yield from (f"  | {line}" for line in made["shown"].splitlines())
    if made["frame"] is not None:
        yield f"  {tongue.say('seen')}"
        yield from (f"    {_mark(mark, tongue)}" for mark in made["marks"])
        yield from _frame(made["frame"], tongue)
        yield from _telling(made["telling"], tongue)
    yield f"  {tongue.say('fields')}"
    for field in made["fields"]:
        yield f"    {field['field']:{_WIDE}} {field['value']}"
        for entry in field["evidence"]:
            yield f"      {entry['in']} {entry['start']}-{entry['end']}  {entry['quote']}  {entry['rule']}"


def _pack(pack: Any, tongue: Tongue, *, derived: bool) -> Iterator[str]:
    """Which pack made the claim, and whether today's still does."""
    if pack["same"]:
        yield f"{tongue.label('pack')}{tongue.say('pack_same', pack=pack['made_by'])}"
        return
    yield f"{tongue.label('pack')}{tongue.say('pack_other', pack=pack['made_by'], today=pack['today'])}"
    if not derived:
        yield f"            {tongue.say('pack_none')}"


def _mark(mark: Any, tongue: Tongue) -> str:
    kind = tongue.say(f"mark_{mark['kind']}")
    return f"{kind:8} {mark['start']}-{mark['end']}  {mark['quote']}  {mark['says']}  {mark['rule']}"


def _frame(frame: Any, tongue: Tongue) -> Iterator[str]:
    """What makes the claim."""
    by = tongue.say(
        f"frame_{frame['by']}", type=tongue.name("type", frame["type"]), trigger=frame["trigger"], rule=frame["rule"]
    )
    yield f"{tongue.label('frame')}{by}"
    if frame["others"]:
        yield f"            {tongue.say('frame_others', words=tongue.listed(frame['others']))}"
    if frame["harms"]:
        yield f"            {tongue.say('frame_harms', words=tongue.listed(frame['harms']))}"
    yield f"            {tongue.say('frame_clause', start=frame['start'], end=frame['end'])}"


def _telling(telling: Any, tongue: Tongue) -> Iterator[str]:
    """Why it tells."""
    if not telling["weighed"]:
        yield f"{tongue.label('telling')}{tongue.say('not_weighed')}"
        return
    yield f"{tongue.label('telling')}{tongue.say('weighed', total=format(telling['total'], '+.2f'))}"
    for sign in sorted(telling["signs"], key=lambda one: (-abs(one["weight"]), one["sign"])):
        yield f"            {sign['weight']:+.2f}  {sign['sign']}"
