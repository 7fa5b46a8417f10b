"""The wounded who died later: they leave the injured and join the killed of the happening in which they were wounded."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from tawatur.record.item import PERIODS, Item
from tawatur.record.settling.figures import DIED, Figure, FigureKey, Told
from tawatur.record.settling.named import Name, people

ANY: Final = ("unknown", "mixed")


@dataclass(frozen=True, slots=True)
class Move:
    """So many of the wounded died, as one claim has it, told on ``day``; ``names`` are theirs where they are named."""

    claim: str
    teller: str
    day: date | None
    number: int
    status: str
    names: tuple[Name, ...]


def died_later(item: Item) -> bool:
    """Whether a claim only tells that wounded people died: of the happening in which they were wounded it dates nothing."""
    harms = [count for count in item.claim.counts if count.harm == "killed"]
    return bool(harms) and all(count.transition == DIED for count in harms)


def moves_of(items: Sequence[Item], tellers: Mapping[str, str], days: Mapping[str, date | None]) -> tuple[Move, ...]:
    """What claims tell of wounded who died, by claim id."""
    return tuple(
        Move(
            item.id, tellers[item.id], days[item.claim.report], count.low, count.civil_status, _named(item, count.low)
        )
        for item in sorted(items, key=lambda item: item.id)
        for count in item.claim.counts
        if count.transition == DIED and count.low is not None
    )  # fmt: skip


def _named(item: Item, most: int) -> tuple[Name, ...]:
    """The names of those who died; none where the claim names more of the dead than it says died of wounds."""
    names = tuple(
        words for victim, words in zip(item.claim.victims, item.victims, strict=True) if victim.harm == "killed"
    )
    return names if len(names) <= most else ()


def with_moved(told: Sequence[Told], moves: Sequence[Move]) -> list[Told]:
    """The figures with the dead of ``moves`` added to the killed, and taken from the injured, that were told before."""
    if not moves:
        return list(told)
    rows = [_moved(row, moves) for row in told if row.key.period in PERIODS]
    rows += [row for row in told if row.key.period not in PERIODS]
    return sorted([row for row in [*rows, *_new(told, moves)] if row.current], key=lambda row: row.key.order())


def _moved(row: Told, moves: Sequence[Move]) -> Told:
    if row.key.scope != "total" or row.key.harm not in ("killed", "injured"):
        return row
    theirs = [move for move in moves if row.key.civil_status in (*ANY, move.status)]
    sign = 1 if row.key.harm == "killed" else -1
    figures = [_shifted(figure, theirs, sign) for figure in row.current]
    return replace(row, current=tuple(figure for figure in figures if figure.high != 0))


def _shifted(figure: Figure, moves: Sequence[Move], sign: int) -> Figure:
    later = [move for move in moves if move.day is not None and figure.last is not None and move.day > figure.last]
    number = sign * _number(later)
    if not number:
        return figure
    low, high, best = (None if n is None else max(0, n + number) for n in (figure.low, figure.high, figure.best))
    claims = tuple(sorted({*figure.claims, *(move.claim for move in later)}))
    return replace(figure, low=low or 0, high=high, best=best, claims=claims, how="moved")


def _number(moves: Sequence[Move]) -> int:
    """How many people died of their wounds: each name once, and the unnamed no oftener than one teller has them."""
    by_teller: defaultdict[str, list[Move]] = defaultdict(list)
    for move in moves:
        by_teller[move.teller].append(move)
    named = len(tuple(people(name for move in moves for name in move.names)))
    return max([named, *(_of_one_teller(held) for held in by_teller.values())])


def _of_one_teller(moves: Iterable[Move]) -> int:
    """Its named dead, with the unnamed of each day once."""
    listed = list(moves)
    names = len(tuple(people(name for move in listed for name in move.names)))
    unnamed: defaultdict[date | None, int] = defaultdict(int)
    for move in listed:
        unnamed[move.day] = max(unnamed[move.day], move.number - len(move.names))
    return names + sum(max(0, number) for number in unnamed.values())


def _new(told: Sequence[Told], moves: Sequence[Move]) -> list[Told]:
    """A figure of the dead where nobody gives one of those who died."""
    there = {row.key.civil_status for row in told if row.key.harm == "killed" and row.key.scope == "total"}
    if there & {"unknown", "mixed"}:
        return []
    rows = []
    for status in sorted({move.status for move in moves} - there):
        theirs = [move for move in moves if move.status == status]
        figures = tuple(_figure(teller, theirs) for teller in sorted({move.teller for move in theirs}))
        rows.append(Told(FigureKey("killed", status, None, "total", "incident", "persons"), figures, ()))
    return rows


def _figure(teller: str, moves: Sequence[Move]) -> Figure:
    held = [move for move in moves if move.teller == teller]
    number = _of_one_teller(held)
    known = [move.day for move in held if move.day is not None]
    claims = tuple(sorted({move.claim for move in held}))
    return Figure(
        teller, number, number, number, claims, min(known, default=None), how="moved", last=max(known, default=None)
    )
