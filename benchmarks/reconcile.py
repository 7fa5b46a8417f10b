"""Measures how long claims take to become a record: ``python benchmarks/reconcile.py --claims 10000,30000,100000``.

Claims are made by a seed, at a steady pace of so many a day, so that more of them are more days and not a denser day.
Each number runs in a process of its own, for time and memory; one line of JSON each with --json.
"""

import argparse
import json
import resource
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from functools import cache
from multiprocessing import get_context
from random import Random
from time import perf_counter

from tawatur.lang.gazetteer import load_gazetteer
from tawatur.model.case import Record, Settings
from tawatur.model.claim import Attribution, Claim, ClaimDate, Evidence, Reading, Speaker, claim_id
from tawatur.model.copies import CopyPair
from tawatur.model.count import Count
from tawatur.model.party import PartyRef, Victim
from tawatur.model.place import PlaceRef
from tawatur.model.text import Report, Span, report_id, text_of
from tawatur.model.time import TimeSaid
from tawatur.record.make import make_record

A_DAY = 60
"""Claims a day: about what the outlets of one conflict tell of it."""
FIRST = date(2014, 1, 1)
TOWNS = 700
OUTLETS = 40
SOURCES = [Speaker(f"monitor {n}", None, "monitor") for n in range(6)] + [
    Speaker("a local source", None, "local_source")
]
PARTIES = [
    PartyRef("army", "sy-gov", None, "army", "government", "state forces"),
    PartyRef("faction", "sy-opp", None, "faction", "opposition", "rebel group"),
    PartyRef("air force", "ru-air", None, "air force", "russia", "state forces"),
]
TYPES = ("shelling", "air_strike", "armed_clash", "attack", "arrest", "explosive_device", "protest", "siege")
WEIGHTS = (28, 22, 15, 12, 10, 7, 5, 1)
FIRST_NAMES = [f"given{n}" for n in range(60)]
LAST_NAMES = [f"family{n}" for n in range(300)]


@dataclass(frozen=True, slots=True)
class Measured:
    """What one number of claims took. Seconds are of the whole record; memory is the largest resident size of the process."""

    claims: int
    reports: int
    events: int
    largest: int
    stories: int
    seconds: float
    cpu_seconds: float
    peak_mb: float


@dataclass(frozen=True, slots=True)
class Happening:
    """What really happened, of which claims tell more or less."""

    day: date
    place: PlaceRef
    type: str
    dead: int
    hurt: int
    actor: PartyRef
    names: tuple[str, ...]


@cache
def towns() -> tuple[PlaceRef, ...]:
    """The towns of the benchmark: Syrian ones, the first by id."""
    found = sorted(
        (place for place in load_gazetteer() if place.country == "SY" and place.kind in ("town", "neighbourhood")),
        key=lambda place: place.id,
    )
    step = max(1, len(found) // TOWNS)
    return tuple(
        PlaceRef(
            place.name_ar, name_ar=place.name_ar, name_en=place.name_en, id=place.id, lat=place.lat, lon=place.lon,
            uncertainty_km=place.uncertainty_km, kind=place.kind, admin1=place.admin1_ar, admin2=place.admin2_ar,
            country="SY",
        )
        for place in found[::step][:TOWNS]
    )  # fmt: skip


def happenings(number: int, seed: int) -> Iterator[tuple[Happening, int]]:
    """Happenings with how many claims tell of each, until there are ``number`` claims in all."""
    chance, made = Random(seed), 0
    while made < number:
        tellings = min(number - made, 1 + min(int(chance.expovariate(0.5)), 15))
        dead = min(int(chance.expovariate(0.4)), 60)
        named = tuple(
            f"{chance.choice(FIRST_NAMES)} {chance.choice(LAST_NAMES)}"
            for _ in range(min(dead, chance.choice((0, 0, 1, 2))))
        )
        day = FIRST + timedelta(days=made // A_DAY)
        kind = chance.choices(TYPES, WEIGHTS)[0]
        yield Happening(day, chance.choice(towns()), kind, dead, dead * 2, chance.choice(PARTIES), named), tellings
        made += tellings


def case_of(number: int, seed: int) -> tuple[list[Report], list[Reading], list[CopyPair]]:
    """The reports, their readings and the pairs that share text, with ``number`` claims in all."""
    chance = Random(seed + 1)
    told: dict[str, tuple[Report, list[Claim]]] = {}
    copies: dict[tuple[str, str], CopyPair] = {}
    open_reports: dict[tuple[int, date], str] = {}
    for happening, tellings in happenings(number, seed):
        before: str | None = None
        for outlet in (chance.randrange(OUTLETS) for _ in range(tellings)):
            day = happening.day + timedelta(days=chance.choice((0, 0, 0, 1)))
            report = open_reports.get((outlet, day))
            if report is None or len(told[report][1]) >= 4:
                made = report_of(f"{outlet}-{day}-{len(told)}", f"outlet {outlet}", day)
                report = open_reports[outlet, day] = made.id
                told[report] = made, []
            told[report][1].append(claim_of(told[report][0], len(told[report][1]), happening, chance))
            if before is not None and before != report and chance.random() < 0.15:
                a, b = sorted((before, report))
                copies[a, b] = CopyPair(a, b, 0.4, "reuse", ((0, 60, 0, 60),), None)
            before = report
    reports = [report for report, _ in told.values()]
    readings = [Reading(report.id, "made", tuple(claims), (), None, ()) for report, claims in told.values()]
    return reports, readings, list(copies.values())


def report_of(ref: str, outlet: str, day: date) -> Report:
    text = text_of(f"{ref} " * 30)
    return Report(report_id(ref, outlet, None, text), ref, outlet, None, None, day, None, "ar", text, None)


def claim_of(report: Report, number: int, happening: Happening, chance: Random) -> Claim:
    """One telling: the figure a little off now and then, the teller one of a few or the outlet itself."""
    clause = Span(number * 60, number * 60 + 50)
    source = chance.choice((None, None, *SOURCES))
    mode = "own_voice" if source is None else "named" if source.kind == "monitor" else "unnamed"
    dead = max(0, happening.dead + chance.choice((0, 0, 0, -1, 1)))
    counts = tuple(
        Count(harm, low, low, low, "exact", str(low), civil_status=chance.choice(("unknown", "unknown", "civilian")))
        for harm, low in (("killed", dead), ("injured", happening.hurt))
        if low > 0 and chance.random() < 0.8
    )
    day = happening.day
    said = TimeSaid("date", year=day.year, month=day.month, day=day.day)
    victims = tuple(Victim(name, "killed") for name in happening.names if chance.random() < 0.5)
    return Claim(
        id=claim_id(report.id, "body", clause, happening.type, source.name if source else None), report=report.id,
        type=happening.type, clause=clause, where="body", status="asserted", stance="plain", told_as="news",
        times=(said,), date=ClaimDate(day, day, "day", "occurred", str(day), "said"), places=(happening.place,),
        actors=(happening.actor,) if chance.random() < 0.7 else (), targets=(), sponsors=(), counts=counts,
        victims=victims, weapons=(), terms=(), act=None, phase=None,
        attribution=Attribution((source,) if source else (), mode),
        evidence=(Evidence("type", clause, report.text.quote(clause), "made"),), pack_version="made",
    )  # fmt: skip


def measure(number: int, seed: int) -> Measured:
    """The record of ``number`` claims, timed."""
    reports, readings, copies = case_of(number, seed)
    settings = Settings(as_of=(FIRST + timedelta(days=number // A_DAY + 30)).isoformat())
    start, cpu = perf_counter(), resource.getrusage(resource.RUSAGE_SELF).ru_utime
    record: Record = make_record(reports, readings, copies, [], settings=settings)
    seconds = perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_SELF)
    sizes = Counter(len(event.claims) for event in record.events)
    return Measured(
        claims=sum(size * many for size, many in sizes.items()), reports=len(reports), events=len(record.events),
        largest=max(sizes), stories=len(record.stories), seconds=round(seconds, 2), cpu_seconds=round(used.ru_utime - cpu, 2),
        peak_mb=round(used.ru_maxrss / 1024, 1),
    )  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures each number of claims in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", default="10000,30000,100000", help="how many, separated by commas")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--json", action="store_true", help="one line of JSON each")
    asked = parser.parse_args(arguments)
    for number in (int(part) for part in asked.claims.split(",")):
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:
            found = pool.submit(measure, number, asked.seed).result()
        per = 1000 * found.seconds / max(1, found.claims)
        line = (
            f"{found.claims:>7} claims, {found.reports:>6} reports: {found.seconds:8.1f} s ({per:.2f} ms a claim), "
            f"{found.peak_mb:7.0f} MB, {found.events} events, the largest of {found.largest} claims"
        )
        print(json.dumps(asdict(found)) if asked.json else line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
