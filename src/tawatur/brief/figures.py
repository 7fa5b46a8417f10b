"""The figures of an event as rows: what they count, who carries them, and the figures that stand beside them."""

from collections.abc import Iterator
from typing import Final

from tawatur.brief.context import Context
from tawatur.brief.linked import linked
from tawatur.brief.rows import Account, AsideRow, Cell, Figure, Words
from tawatur.brief.words import in_language
from tawatur.model.count import Count
from tawatur.model.event import Event, SettledCount
from tawatur.record.settling.aside import SetAside, set_aside
from tawatur.record.words import load_words

USUAL: Final = {"scope": "total", "period": "incident", "measure": "persons"}
"""What a figure counts where nothing is said of it: all of the people harmed in the happening."""
WAYS: Final = {"judged": "how_judged", "moved": "how_moved", "named": "how_named", "parts": "how_parts"}
"""How a bound came about that no claim says just so, by the words for it."""
BOUNDS: Final = ("low", "best", "high")


def figure_row(count: SettledCount, context: Context) -> Figure:
    """The row of one settled figure."""
    claims = context.links(count.claims)
    low, best, high = (_cell(count, name, claims, context) for name in BOUNDS)
    parts = tuple(_parts(count, context))
    return Figure(_label(count, context), low, best, high, claims, parts, tuple(_ways(count, context)))


def aside_rows(event: Event, context: Context) -> tuple[AsideRow, ...]:
    """The figures of an event's claims that move none of its numbers, those of one number and reason in one row."""
    rows: dict[tuple[str, int | None, int | None, str], list[str]] = {}
    for found in set_aside(event, context.claims):
        rows.setdefault(_kind(found, context), []).extend(found.claims)
    return tuple(
        AsideRow(label, _said(low, high, claims, context), why, context.links(tuple(dict.fromkeys(claims))))
        for (label, low, high, why), claims in rows.items()
    )


def _kind(found: SetAside, context: Context) -> tuple[str, int | None, int | None, str]:
    return _label(found.counts, context), found.low, found.high, context.name("aside", found.why)


def _said(low: int | None, high: int | None, claims: list[str], context: Context) -> tuple[Words, ...]:
    said = load_words().figure(low, high)
    anchors = dict.fromkeys((number for number in (low, high) if number is not None), claims[0])
    return tuple(linked(in_language(said, context.language), anchors, context.language))


def _label(count: SettledCount | Count, context: Context) -> str:
    notes = [context.name("civil_status", count.civil_status)]
    notes += [context.parties.get(count.party, count.party)] if count.party else []
    notes += [
        context.name(name, getattr(count, name)) for name, usual in USUAL.items() if getattr(count, name) != usual
    ]
    return f"{context.name('harm', count.harm)} ({context.words['comma'].join(notes)})"


def _cell(settled: SettledCount, name: str, claims: tuple[Account, ...], context: Context) -> Cell:
    """The number with the first claim that says just this; a sum that nobody says leads to the first of all."""
    value: int | None = getattr(settled, name)
    saying = (
        account.anchor
        for account in claims
        for count in context.claims[account.anchor].counts
        if count.harm == settled.harm and getattr(count, name) == value
    )
    return Cell(value, next(saying, claims[0].anchor if claims else None))


def _parts(count: SettledCount, context: Context) -> Iterator[tuple[Words, ...]]:
    """Those among the counted who are of a group, each number leading to a claim that gives it."""
    for part in count.of:
        claims = [account.anchor for account in context.links(part.claims)]
        said = _said(part.low, part.high, claims, context) if claims else ()
        yield (Words(f"{context.name('group', part.group)}: ", None), *said)


def _ways(count: SettledCount, context: Context) -> Iterator[str]:
    """How its numbers came about where no claim says just these."""
    ways = {bound.how for bound in count.bounds if bound.name in BOUNDS and bound.number is not None}
    yield from (context.words[word] for way, word in WAYS.items() if way in ways)
