"""``tawatur explain``: the claim that is asked for, and its derivation as lines for a terminal."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, Final

from tawatur.cli import one
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


def lines_of(made: Any) -> Iterator[str]:
    """A derivation (as ``explained.explain`` gives it) for a terminal."""
    claim, pack, sentence = made["claim"], made["pack"], made["sentence"]
    yield f"{claim['id']}  {claim['type']}, {claim['status']}, in {claim['report']}"
    yield from _pack(pack, derived=made["frame"] is not None)
    yield f"  sentence  {sentence['in']} {sentence['start']}-{sentence['end']}, its evidence in brackets"
    yield from (f"  | {line}" for line in made["shown"].splitlines())
    if made["frame"] is not None:
        yield "  seen"
        yield from (f"    {_mark(mark)}" for mark in made["marks"])
        yield from _frame(made["frame"])
        yield from _telling(made["telling"])
    yield "  fields"
    for field in made["fields"]:
        yield f"    {field['field']:{_WIDE}} {field['value']}"
        for entry in field["evidence"]:
            yield f"      {entry['in']} {entry['start']}-{entry['end']}  {entry['quote']}  {entry['rule']}"


def _pack(pack: Any, *, derived: bool) -> Iterator[str]:
    """Which pack made the claim, and whether today's still does."""
    if pack["same"]:
        yield f"  pack      {pack['made_by']}, today's"
        return
    yield f"  pack      made by {pack['made_by']}; today's is {pack['today']}, and what follows is how today's reads it"
    if not derived:
        yield "            today's pack makes no such claim: only what was kept with it is shown; run the case again"


def _mark(mark: Any) -> str:
    return f"{mark['kind']:8} {mark['start']}-{mark['end']}  {mark['quote']}  {mark['says']}  {mark['rule']}"


def _frame(frame: Any) -> Iterator[str]:
    """What makes the claim."""
    yield f"  frame     {frame['type']}, by the word of {frame['by']} {frame['trigger']}  {frame['rule']}"
    if frame["others"]:
        yield f"            the same act is also called {', '.join(frame['others'])}"
    if frame["harms"]:
        yield f"            its harm is told by {', '.join(frame['harms'])}"
    yield f"            its clause is {frame['start']}-{frame['end']}"


def _telling(telling: Any) -> Iterator[str]:
    """Why it tells."""
    if not telling["weighed"]:
        yield "  telling   told wherever a rule sees it: this type, or what is not asserted, is not weighed"
        return
    yield f"  telling   its signs weigh {telling['total']:+.2f} together; it tells where that is not below 0"
    for sign in sorted(telling["signs"], key=lambda one: (-abs(one["weight"]), one["sign"])):
        yield f"            {sign['weight']:+.2f}  {sign['sign']}"
