"""A record made again after a change is, to the byte, the one made from nothing, whatever changed and in whatever order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.record.builders import (
    ALEPPO,
    ARMY,
    AS_OF,
    GOVERNORATE,
    JULY_29,
    QUARTER,
    REBELS,
    TAFAS,
    Desk,
    by,
    event_with,
    killed,
    on,
)

from tawatur.model.case import Record, Settings
from tawatur.model.claim import Attribution
from tawatur.model.judgement import Judgement, judgement_id
from tawatur.model.kept import NOTHING, Kept
from tawatur.model.party import Victim
from tawatur.model.place import PlaceRef
from tawatur.model.text import Report
from tawatur.model.time import DayHint, TimeSaid
from tawatur.record.context import Context
from tawatur.record.grouping import blocks, explain
from tawatur.record.make import Made, make_again
from tawatur.store.codec import dump

KINDS = (
    "shelling",
    "air_strike",
    "armed_clash",
    "attack",
    "siege",
    "ceasefire",
    "agreement_breach",
    "displacement",
    "arrest",
)
PLACES = (QUARTER, QUARTER, TAFAS, GOVERNORATE, ALEPPO, None)
SPEAKERS = (None, None, by("المرصد"), by("وكالة النهر"), Attribution((), "unattributed"))
NAMES = (Victim("يزن الحمد", "killed"), Victim("سامر الوهمي", "injured"), Victim("يزن الحمد", "injured"))
THURSDAY = DayHint("today", TimeSaid("weekday", weekday=3), "اليوم الخميس", "ar/times#test")
STEPS = ("add", "add", "add", "add", "judge", "judge", "undo", "date", "read anew", "drop", "rename", "share")


def told(chance: Random) -> Desk:
    """A dozen reports of a few days, with claims of some or all kinds, dated and undated, some whole copies of others."""
    desk = Desk()
    kinds = chance.choice((KINDS, KINDS[:1], ("siege",), ("ceasefire", "agreement_breach"), ("shelling", "siege")))
    places = chance.choice((PLACES, (QUARTER,), (QUARTER, TAFAS)))
    for number in range(12):
        day = None if chance.random() < 0.15 else JULY_29 + timedelta(days=chance.choice((0, 0, 1, 2, 9)))
        outlet = chance.choice((None, None, "شبكة القمح", "شبكة  القمح"))
        report = desk.report(f"r{number}", day, outlet=outlet, hints=[THURSDAY] if day is None else ())
        for _ in range(chance.randint(1, 3)):
            claim_in(desk, report, chance, kinds, places)
    ids = [report.id for report in desk.reports]
    for _ in range(3):
        one, other = chance.sample(ids, 2)
        if (min(one, other), max(one, other)) not in {(pair.a, pair.b) for pair in desk.copies}:
            desk.copy(one, other)
    return desk


def claim_in(desk: Desk, report: str, chance: Random, kinds: Sequence[str], places: Sequence[PlaceRef | None]) -> None:
    """A claim of one of these kinds, at one of these places."""
    died = "injured_to_killed" if chance.random() < 0.15 else None
    counts = [killed(chance.choice((1, 2, 2, 8)), status=chance.choice(("unknown", "civilian")), transition=died)]
    times = chance.choice(([on(JULY_29)], [on(JULY_29 + timedelta(days=1))], []))
    desk.claim(
        report, chance.choice(kinds), place=chance.choice(places), counts=counts if chance.random() < 0.7 else [],
        times=times, status=chance.choice(("asserted", "asserted", "asserted", "denied", "threatened")),
        actors=chance.choice(((), (ARMY,), (REBELS,), (ARMY, REBELS))), told=chance.choice(SPEAKERS),
        victims=[chance.choice(NAMES)] if chance.random() < 0.3 else [],
        told_as=chance.choice(("news", "news", "background")),
    )  # fmt: skip


@dataclass
class Case:
    """What of a desk is in the case by now, and the steps that change it."""

    desk: Desk
    chance: Random
    there: set[str] = field(default_factory=set)
    judgements: list[Judgement] = field(default_factory=list)

    def step(self, name: str, known: Record | None) -> None:
        """Change something: add a report, judge, undo, give a report another day or outlet, copy or read it anew, drop it."""
        waiting = sorted({report.id for report in self.desk.reports} - self.there)
        if name == "add" and waiting:
            self.there.add(self.chance.choice(waiting))
        elif name == "drop" and self.there:
            self.there.discard(self.chance.choice(sorted(self.there)))
        elif name in ("judge", "undo"):
            self.judge(name, known)
        elif name in ("date", "rename"):
            at = self.chance.randrange(len(self.desk.reports))
            self.desk.reports[at] = self.changed(at, name)
        elif name == "share":
            self.share()
        elif name == "read anew" and self.there:
            self.read_anew(self.chance.choice(sorted(self.there)))

    def share(self) -> None:
        """Two reports are found to be copies, or no longer: texts that came in between may decide that."""
        one, other = sorted(self.chance.sample([report.id for report in self.desk.reports], 2))
        left = [pair for pair in self.desk.copies if (pair.a, pair.b) != (one, other)]
        if len(left) == len(self.desk.copies):
            self.desk.copy(one, other)
        else:
            self.desk.copies = left

    def changed(self, at: int, name: str) -> Report:
        """The report at this place with another day, or another name of its outlet."""
        day = self.chance.choice((None, JULY_29, JULY_29 + timedelta(days=3)))
        report = self.desk.reports[at]
        return replace(report, published=day) if name == "date" else replace(report, outlet="دار الغد")

    def read_anew(self, report: str) -> None:
        """Another pack, under which one claim of the report says something else, all others the same."""
        held = self.desk.claims[report]
        at = self.chance.randrange(len(held))
        for claims in self.desk.claims.values():
            claims[:] = [replace(claim, pack_version=claim.pack_version + "+") for claim in claims]
        held[at] = replace(
            held[at], places=(self.chance.choice((QUARTER, TAFAS)),), counts=(killed(self.chance.choice((2, 8))),)
        )

    def judge(self, name: str, known: Record | None) -> None:
        """A judgement of any kind on claims or events that are there, or one undone."""
        verdict = self.chance.choice(("accept", "reject", "same", "different", "different", "correct"))
        claims = sorted(claim.id for report in self.there for claim in self.desk.claims[report])
        events = [event.id for event in known.events] if known is not None else []
        about = tuple(self.chance.sample(claims, min(2, len(claims))))
        set_to: tuple[str | None, str | None] = (None, None)
        if verdict in ("accept", "reject", "correct"):
            about = tuple(self.chance.sample([*claims, *events], min(1, len(claims))))
        if verdict == "correct" and about:
            set_to = ("date", "2021-07-30") if about[0].startswith("clm") else ("counts.killed", "3..5")
        if name == "undo":
            verdict, about, set_to = "undo", tuple(one.id for one in self.judgements[-1:]), (None, None)
        if about:
            made = f"2022-01-01T00:00:{len(self.judgements):02}"
            one = judgement_id(verdict, about, *set_to, "reviewer", made)
            self.judgements.append(Judgement(one, verdict, about, *set_to, None, "reviewer", made, ""))

    def made(self, before: Record | None = None, kept: Kept = NOTHING) -> Made:
        """The record of the case as it is now, shuffled, with or without an earlier one."""
        reports = [report for report in self.desk.reports if report.id in self.there]
        readings = [reading for reading in self.desk.readings() if reading.report in self.there]
        copies = [pair for pair in self.desk.copies if {pair.a, pair.b} <= self.there]
        for logged in (reports, readings, copies):
            self.chance.shuffle(logged)
        return make_again(
            reports, readings, copies, self.judgements, settings=Settings(as_of=AS_OF), before=before, kept=kept
        )


def bytes_of(made: Made) -> tuple[bytes, bytes]:
    """A record, and what is kept of its making, as a store writes them."""
    return dump(Record, made.record), dump(Kept, made.kept)


def histories(names: list[str], seed: int) -> Iterator[tuple[Made, Made]]:
    """After each step the record made again from the one before, and the one made from nothing."""
    chance = Random(seed)
    case = Case(told(chance), chance)
    before: Made | None = None
    for name in names:
        case.step(name, before.record if before else None)
        again = case.made(before.record, before.kept) if before else case.made()
        yield again, case.made()
        before = again


STEPPED = st.lists(st.sampled_from(STEPS), min_size=2, max_size=16)


@settings(max_examples=80)
@given(STEPPED, st.integers(0, 10**6))
def test_whatever_is_added_judged_undone_or_changed_leaves_no_trace(names: list[str], seed: int):
    for again, fresh in histories(names, seed):
        assert bytes_of(again) == bytes_of(fresh)


@settings(max_examples=40)
@given(STEPPED, st.integers(0, 10**6))
def test_nor_does_it_where_every_block_is_a_crowd(names: list[str], seed: int):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "CROWD", 3)
        patch.setattr(blocks, "BESIDE", 1)
        patch.setattr(explain, "MOST", 2)
        for again, fresh in histories(names, seed):
            assert bytes_of(again) == bytes_of(fresh)


@settings(max_examples=15)
@given(st.integers(0, 10**6), st.randoms(use_true_random=False))
def test_the_order_in_which_reports_were_added_leaves_no_trace(seed: int, order: Random):
    desk = told(Random(seed))
    found = set()
    for _ in range(2):
        case, before = Case(desk, Random(seed)), None
        waiting = [report.id for report in desk.reports]
        order.shuffle(waiting)
        while waiting:
            case.there |= {waiting.pop() for _ in range(min(len(waiting), order.randint(1, 4)))}
            before = case.made(before.record, before.kept) if before else case.made()
        assert before is not None
        found.add(bytes_of(before))
    assert len(found) == 1


def far_apart(*days: date) -> Case:
    """A case of two reports of each day that tell one happening of it."""
    desk = Desk()
    for number, day in enumerate(day for day in days for _ in range(2)):
        desk.claim(desk.report(f"r{number}", day), counts=[killed(3)], times=[on(day)], actors=[ARMY])
    return Case(desk, Random(1), {report.id for report in desk.reports})


def test_a_new_report_makes_anew_only_the_events_that_it_touches():
    case = far_apart(JULY_29, JULY_29 - timedelta(days=60), JULY_29 - timedelta(days=120))
    first = case.made()
    new = case.desk.report("new")
    told_again = case.desk.claim(new, counts=[killed(3)], actors=[ARMY])
    case.there.add(new)
    again = case.made(first.record, first.kept)
    assert (first.events_made, again.events_made) == (3, 1)
    assert {event.id for event in again.record.events} == {event.id for event in first.record.events} or told_again in {
        event.claims[0] for event in again.record.events
    }
    assert len(event_with(again.record.events, told_again).claims) == 3


def test_a_judgement_makes_anew_only_the_events_that_it_touches():
    case = far_apart(JULY_29, JULY_29 - timedelta(days=60), JULY_29 - timedelta(days=120))
    first = case.made()
    judged = first.record.events[0].id
    case.judgements.append(Judgement("jdg-1", "reject", (judged,), None, None, None, "reviewer", "2022-01-01", ""))
    again = case.made(first.record, first.kept)
    assert again.events_made == 1
    assert event_with(again.record.events, first.record.events[0].claims[0]).grade.name == "discounted"


def test_another_pack_makes_anew_only_the_events_of_claims_that_it_changes():
    case = far_apart(JULY_29, JULY_29 - timedelta(days=60), JULY_29 - timedelta(days=120))
    first = case.made()
    case.read_anew(case.desk.reports[0].id)
    again = case.made(first.record, first.kept)
    assert 1 <= again.events_made <= 2
    assert bytes_of(again) == bytes_of(case.made())


def test_what_nobody_touched_is_not_made_again_at_all():
    case = far_apart(JULY_29, JULY_29 - timedelta(days=60))
    first = case.made()
    assert case.made(first.record, first.kept).events_made == 0


def test_what_other_rules_found_is_not_kept():
    case = far_apart(JULY_29, JULY_29 - timedelta(days=60))
    first = case.made()
    assert case.made(first.record, replace(first.kept, maker="rul-of-old")).events_made == 2


def test_a_kept_digest_without_its_event_makes_the_event_anew():
    case = far_apart(JULY_29, JULY_29 - timedelta(days=60))
    first = case.made()
    less = replace(first.record, events=first.record.events[1:])
    assert case.made(less, first.kept).events_made == 1


def test_all_that_an_event_may_ask_for_is_known_to_its_digest():
    # A new field of Context belongs into the digest (record/events.py), or it is one of the rules.
    assert set(Context.__dataclass_fields__) == {
        "reports", "days", "tellers", "datelines", "todays", "spoken", "verdicts", "as_of", "rules", "words",
    }  # fmt: skip
