"""Reports and claims made by hand, as short as the test that needs them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tawatur.model.case import Record, Settings
from tawatur.model.claim import Attribution, Claim, ClaimDate, Reading, Speaker, claim_id
from tawatur.model.copies import CopyPair
from tawatur.model.count import Count
from tawatur.model.event import Event
from tawatur.model.judgement import Judgement, judgement_id
from tawatur.model.party import PartyRef, Victim
from tawatur.model.place import PlaceRef
from tawatur.model.text import Report, Span, report_id, text_of
from tawatur.model.time import DayHint, TimeSaid
from tawatur.record.make import make_record

AS_OF = "2022-01-01"
JULY_29 = date(2021, 7, 29)
UNDATED = ClaimDate(None, None, "unknown", "occurred", None, "not asked yet")

QUARTER = PlaceRef(
    "درعا البلد", id="q1", name_ar="درعا البلد", name_en="Daraa al-Balad", lat=32.61, lon=36.10, uncertainty_km=1.0,
    kind="neighbourhood", admin1="درعا", admin2="درعا",
)  # fmt: skip
TAFAS = PlaceRef(
    "طفس", id="t1", name_ar="طفس", name_en="Tafas", lat=32.73, lon=36.07, uncertainty_km=2.0, kind="town",
    admin1="درعا", admin2="درعا",
)  # fmt: skip
GOVERNORATE = PlaceRef(
    "درعا", id="g1", name_ar="محافظة درعا", name_en="Daraa", lat=32.7, lon=36.2, uncertainty_km=45.0,
    kind="governorate", admin1="درعا",
)  # fmt: skip
ALEPPO = PlaceRef(
    "حلب", id="a1", name_ar="حلب", name_en="Aleppo", lat=36.2, lon=37.15, uncertainty_km=6.0, kind="city",
    admin1="حلب", admin2="جبل سمعان",
)  # fmt: skip
ARMY = PartyRef("الجيش", id="army", name_ar="الجيش", name_en="the army", side="government", kind="state forces")
REBELS = PartyRef("المقاتلون", id="rebels", name_ar="المقاتلون", name_en="the fighters", side="opposition")


def on(day: date) -> TimeSaid:
    """A full date as written."""
    return TimeSaid("date", year=day.year, month=day.month, day=day.day)


def killed(
    low: int, high: int | None = None, *, at_least: bool = False, status: str = "unknown", **more: object
) -> Count:
    """A count of killed: exact unless ``high`` or ``at_least`` is given."""
    top = None if at_least else low if high is None else high
    qualifier = "at_least" if at_least else "exact"
    values = {"harm": "killed", "civil_status": status, "qualifier": qualifier, **more}
    return Count(low=low, high=top, best=low, said=str(low), **values)  # type: ignore[arg-type]


def by(name: str, *, kind: str = "monitor", interest: str | None = None) -> Attribution:
    """A chain of one named speaker."""
    return Attribution((Speaker(name, kind=kind),), "named", interest)


@dataclass
class Desk:
    """A case under construction: reports with their claims."""

    reports: list[Report] = field(default_factory=list)
    claims: dict[str, list[Claim]] = field(default_factory=dict)
    hints: dict[str, tuple[DayHint, ...]] = field(default_factory=dict)
    copies: list[CopyPair] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)

    def report(
        self, ref: str, published: date | None = JULY_29, *, outlet: str | None = None, hints: Sequence[DayHint] = (),
        retrieved: str | None = None,
    ) -> str:  # fmt: skip
        """The id of a new report; its outlet is called after its ref unless one is given."""
        text = text_of(f"نص التقرير {ref} " * 20)
        made = report_id(ref, outlet or ref, None, text)
        self.reports.append(Report(made, ref, outlet or ref, None, None, published, retrieved, "ar", text, None))
        self.claims[made], self.hints[made] = [], tuple(hints)
        return made

    def claim(
        self, report: str, kind: str = "shelling", *, place: PlaceRef | None = QUARTER,
        times: Sequence[TimeSaid] | None = None, counts: Sequence[Count] = (), status: str = "asserted",
        actors: Sequence[PartyRef] = (), told: Attribution | None = None, victims: Sequence[Victim] = (),
        told_as: str = "news", act: str | None = None,
    ) -> str:  # fmt: skip
        """The id of a new claim of ``report``, dated 29 July 2021 unless ``times`` are given."""
        told = told or Attribution()
        start = 20 * len(self.claims[report])
        clause = Span(start, start + 15)
        speaker = told.chain[0].name if told.chain else None
        written = [on(JULY_29)] if times is None else times
        when = replace(UNDATED, said="as written" if written else None)
        made = Claim(
            id=claim_id(report, "body", clause, kind, speaker), report=report, type=kind, clause=clause, where="body",
            status=status, stance="plain", told_as=told_as, times=tuple(written), date=when,
            places=(place,) if place is not None else (), actors=tuple(actors), targets=(), sponsors=(),
            counts=tuple(counts), victims=tuple(victims), weapons=(), terms=(), act=act, phase=None, attribution=told,
            evidence=(), pack_version="test",
        )  # fmt: skip
        self.claims[report].append(made)
        return made.id

    def copy(self, a: str, b: str) -> None:
        """Say that two reports are whole copies of one another."""
        one, other = sorted((a, b))
        length = min(len(report.text.chars) for report in self.reports)
        self.copies.append(CopyPair(one, other, 1.0, "exact", ((0, length, 0, length),), None))

    def judge(self, verdict: str, *about: str, why: str = "", made: str = "2022-01-01T00:00:00") -> None:
        """Add a judgement."""
        made_id = judgement_id(verdict, about, None, None, "reviewer", made)
        self.judgements.append(Judgement(made_id, verdict, about, None, None, None, "reviewer", made, why))

    def readings(self) -> list[Reading]:
        """The readings of all reports."""
        return [
            Reading(report, "test", tuple(held), self.hints[report], None, ()) for report, held in self.claims.items()
        ]

    def record(self) -> Record:
        """What follows from it all."""
        return make_record(self.reports, self.readings(), self.copies, self.judgements, settings=Settings(as_of=AS_OF))

    def events(self) -> tuple[Event, ...]:
        """The events of the record."""
        return self.record().events

    def event(self) -> Event:
        """The only event of the record."""
        (event,) = self.events()
        return event


def event_with(events: Sequence[Event], claim: str) -> Event:
    """The event that a claim stands in."""
    (event,) = (event for event in events if claim in event.claims)
    return event


def kinds(event: Event) -> list[str]:
    """The kinds of an event's disputes."""
    return [dispute.kind for dispute in event.disputes]
