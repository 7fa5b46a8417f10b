"""Totals and changes: what is no toll of this happening, what replaces an earlier figure, who died of his wounds."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tawatur.claim.harm.figure import Figure
from tawatur.claim.scope import Scope, after, before, within
from tawatur.model.claim import Claim
from tawatur.model.mark import CueMark, HarmMark
from tawatur.model.text import Span

_FAR: Final = 90
_QUOTES: Final = ' "\u00bb\u201c\u201d\u060c,'
_WHICH: Final = 6
"""Room for "which" between the wounds somebody died of and the verb that tells how he came by them."""
_AND_NOT: Final = 8
_HAD: Final = 20
"""Room for "who had been" between the dead and the word of their wounds."""
_BULLET: Final = re.compile(" {0,4}[-\u2013\u2014\u2022*\u25cf\u25aa]")
_RELATION: Final = {"correction": "corrects", "retraction": "retracts", "update": "updates"}


def running(scope: Scope, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """``figures`` with the totals since some day marked.

    What a toll rises to behind a word of rising is a total, where a day is named since which it counts or nothing ties
    it to this happening; "the dead of the raid rose to five" updates this one. A word of time marks the figures joined
    to the one beside it.
    """
    found = list(figures)
    since = [cue for cue in scope.cues_of("running_total") if cue.value != "rises"]
    for cue in scope.cues_of("running_total"):
        rises = cue.value == "rises"
        if rises and not since and _of_this(scope, cue, found):
            for number in _behind(found, cue)[:1]:
                found[number] = _as(found[number], relation="updates")
            continue
        marked = _behind(found, cue) if rises else _beside(scope, found, cue)
        for number in marked:
            found[number] = _as(found[number], period="since")
    return tuple(found)


def _as(figure: Figure, *, period: str | None = None, relation: str | None = None) -> Figure:
    count = figure.count
    return replace(figure, count=replace(count, period=period or count.period, relation=relation or count.relation))


def _of_this(scope: Scope, cue: CueMark, figures: Sequence[Figure]) -> bool:
    """Whether what rises is the toll of an act or of people already told of ("the dead of the raid", "the wounded")."""
    behind = _behind(figures, cue)
    if not behind:
        return False
    gap = Span(cue.span.end, figures[behind[0]].span.start)
    return any(mark.definite for mark in within(scope.actions, gap)) or bool(within(scope.harms, gap))


def _behind(figures: Sequence[Figure], cue: CueMark) -> list[int]:
    """The numbers of the figures behind a cue."""
    return [number for number, one in enumerate(figures) if one.span.start >= cue.span.start]


def _beside(scope: Scope, figures: Sequence[Figure], cue: CueMark) -> list[int]:
    """The numbers of the figures that a word of time governs: those that lead up to it, else those behind it."""
    ahead = [n for n, one in enumerate(figures) if 0 <= cue.span.start - one.span.end <= _FAR]
    if not ahead:
        return _behind(figures, cue)
    rises = [one for one in scope.cues_of("running_total") if one.value == "rises" and one.span.end <= cue.span.start]
    start = rises[-1].span.end if rises else 0
    return [number for number in ahead if figures[number].span.start >= start][-1:]


def of_wounds(scope: Scope, figures: Sequence[Figure]) -> list[Figure]:
    """``figures`` with the dead who had been counted as wounded: the words stand beside one figure of the dead."""
    found = list(figures)
    for cue in scope.cues_of("of_wounds"):
        dead = [n for n, one in enumerate(found) if one.count.harm == "killed"]
        ahead = [n for n in dead if 0 <= cue.span.start - found[n].span.end <= _FAR]
        behind = [n for n in dead if 0 <= found[n].span.start - cue.span.end <= _FAR]
        for number in ahead[-1:] or behind[:1]:
            found[number] = replace(found[number], count=replace(found[number].count, transition="injured_to_killed"))
    return found


def who_was_hurt(scope: Scope, figures: Sequence[Figure]) -> list[Figure]:
    """``figures`` without the wound of those who died of it ("the death of a woman who was wounded …")."""
    found = list(figures)
    for harm in scope.harms:
        hurt = [n for n, one in enumerate(found) if one.count.harm == "injured"]
        dead = [n for n, one in enumerate(found) if one.count.harm == "killed" and _describes(scope, harm, one)]
        if harm.harm != "injured" or not hurt or not dead or found[dead[-1]].count.low != found[hurt[0]].count.low:
            continue
        count = replace(found[dead[-1]].count, transition="injured_to_killed")
        found[dead[-1]] = replace(found[dead[-1]], count=count)
        del found[hurt[0]]
    return found


def _describes(scope: Scope, harm: HarmMark, figure: Figure) -> bool:
    """Whether a word of wounding tells of the people of a figure: only "who" and "had been" stand between."""
    end = max((person.span.end for person in figure.named), default=figure.span.end)
    gap = Span(max(end, figure.span.end), harm.span.start)
    if gap.end > gap.start and harm.form == "passive" and before(scope.cues_of("of_wounds"), harm.span.start, _WHICH):
        return True
    if harm.form not in ("passive", "ambivalent") or not 0 < gap.end - gap.start <= _HAD:
        return False
    between = [cue.span for cue in within(scope.cues, gap) if cue.kind in ("relative", "background")]
    return not _without(scope, gap, between).strip(_QUOTES)


def _without(scope: Scope, gap: Span, spans: Sequence[Span]) -> str:
    """The characters of a gap outside of ``spans``."""
    return "".join(
        scope.chars[at] for at in range(gap.start, gap.end) if not any(one.start <= at < one.end for one in spans)
    )


def relation_of(scope: Scope, span: Span) -> str | None:
    """How a figure stands to an earlier one: a cue before it in its sentence says that it updates, corrects or retracts,
    or the figure that it replaces is denied behind it."""
    if not_but(scope, span.end):
        return "corrects"
    return next(
        (said for kind, said in _RELATION.items() if any(cue.span.start < span.start for cue in scope.cues_of(kind))),
        None,
    )


def not_but(scope: Scope, end: int) -> bool:
    """Whether a number is denied right behind a figure that ends there ("eight and not nine")."""
    other = next(iter(after(scope.numbers, end, _AND_NOT)), None)
    gap = Span(end, other.span.start) if other else Span(end, end)
    return bool(within(scope.cues_of("negation"), gap)) and len(scope.between(*gap).split()) == 1


def breakdown(words: str, claims: Sequence[Claim], state: str) -> tuple[list[Claim], str]:
    """The claims of a sentence, those of a list that breaks a total down marked like it, with the state for the next.

    ``state``: "" at first, "since" behind a total since some day, "open" in the list that such a sentence announces.
    """
    if state == "open" and _BULLET.match(words):
        return [
            replace(claim, counts=tuple(replace(count, period="since") for count in claim.counts)) for claim in claims
        ], state
    periods = {count.period for claim in claims for count in claim.counts}
    state = "since" if "since" in periods else "" if periods or state == "open" else state
    announced = state == "since" and words.rstrip().endswith(":")
    return list(claims), "open" if announced else state
