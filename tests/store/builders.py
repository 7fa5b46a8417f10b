"""Small reports, readings and records, each made from a number, so that two processes make the same."""

from datetime import date, timedelta

from tawatur.model.case import Record
from tawatur.model.claim import Attribution, Claim, ClaimDate, Evidence, Reading, Speaker, claim_id
from tawatur.model.copies import CopyPair
from tawatur.model.count import Count
from tawatur.model.errors import Problem
from tawatur.model.event import Dispute, Event, EventParty, Grade, SettledCount, event_id
from tawatur.model.judgement import Judgement, judgement_id
from tawatur.model.kept import Kept
from tawatur.model.party import PartyRef, Victim
from tawatur.model.place import PlaceRef
from tawatur.model.text import Report, Span, report_id, text_of
from tawatur.model.time import DayHint, ReportDay, TimeSaid

PACK = "ar-1"
DAY = date(2021, 7, 29)


def report(
    number: int = 0,
    *,
    title: str | None = None,
    published: date | None = DAY,
    outlet: str | None = "شبكة القمح",
    url: str | None = None,
    text: str | None = None,
    retrieved: str | None = None,
) -> Report:
    body = text_of(f"قُصف الحي رقم {number} صباح الخميس" if text is None else text)
    return Report(
        id=report_id(f"r{number}", outlet, url, body),
        given_ref=f"r{number}",
        outlet=outlet,
        url=url,
        title=None if title is None else text_of(title),
        published=published,
        retrieved=retrieved,
        language="ar",
        text=body,
        bytes_sha256=None,
    )


def claim(of: Report, start: int = 0) -> Claim:
    clause = Span(start, start + 4)
    return Claim(
        id=claim_id(of.id, "body", clause, "shelling", "وكالة السهل"),
        report=of.id,
        type="shelling",
        clause=clause,
        where="body",
        status="asserted",
        stance="plain",
        told_as="news",
        times=(TimeSaid("weekday", weekday=3, until=TimeSaid("date", day=30, month=7)),),
        date=ClaimDate(DAY, None, "day", "occurred", "صباح الخميس", "the report's own day"),
        places=(PlaceRef("الحي", lat=32.61, lon=36.1, uncertainty_km=1.0),),
        actors=(PartyRef("المدفعية", basis="carried"),),
        targets=(PartyRef("المدنيين", kind="civilians"),),
        sponsors=(),
        counts=(Count("killed", 2, None, 2, "at_least", "شخصين على الأقل", of=(("women", 1),)),),
        victims=(Victim("سامر الوهمي", "killed"),),
        weapons=(("هاون", "mortar"),),
        terms=(),
        act=None,
        phase=None,
        attribution=Attribution((Speaker("وكالة السهل", kind="agency"),), "named"),
        evidence=(Evidence("type", clause, of.text.quote(clause), "ar/action#shelled"),),
        pack_version=PACK,
    )


def reading(of: Report, *, pack: str = PACK, claims: int = 3) -> Reading:
    hint = DayHint("today", TimeSaid("weekday", weekday=3), "الخميس", "ar/times#today")
    problem = Problem(of.given_ref, "mark", "a place is not in the gazetteer", "add it to the case's own places")
    made = tuple(claim(of, start) for start in range(claims))
    return Reading(of.id, pack, made, (hint,), "agencies", (problem,))


def problem(number: int = 0) -> Problem:
    return Problem(f"r{number}", "read", f"line {number} is no JSON", "mend the line")


def judgement(made: str = "2024-01-01T00:00:00Z", *, why: str = "seen on video") -> Judgement:
    about = ("clm-1", "clm-2")
    return Judgement(
        judgement_id("same", about, None, None, "Noor", made), "same", about, None, None, None, "Noor", made, why
    )


def kept() -> Kept:
    return Kept(
        maker="rul-1", copies="a1", claims={"clm-1": "b2", "clm-2": "c3"}, near=((1.25, "clm-1", "clm-2"),),
        refused=(("clm-1", "clm-3", "days"),), parts={"d4": (("clm-1", "clm-2"), ("clm-3",))}, events={"evt-1": "e5"},
    )  # fmt: skip


def record(events: int = 2) -> Record:
    return Record(
        copies=(CopyPair("rep-1", "rep-2", 0.51234, "reuse", ((0, 4, 1, 5),), "a>b"),),
        days=(ReportDay("rep-1", DAY, DAY, "given"), ReportDay("rep-2", None, None, "unknown")),
        dates=(("clm-1", ClaimDate(DAY, DAY, "day", "occurred", None, "narrowed by rep-2")),),
        events=tuple(event(number) for number in range(events)),
    )


def event(number: int) -> Event:
    claims = (f"clm-{number}", f"clm-{number}b")
    return Event(
        id=event_id(claims),
        type="shelling",
        title_ar="قصف على الحي",
        title_en="Shelling of the quarter",
        start=DAY,
        end=DAY + timedelta(days=number),
        precision="span",
        place=PlaceRef("الحي", lat=32.61, lon=36.1),
        places_said=("الحي",),
        parties=(EventParty("actor", PartyRef("المدفعية"), claims),),
        counts=(SettledCount("killed", "unknown", None, "total", 2, 2, None, "range", claims),),
        victims=(Victim("سامر الوهمي", "killed"),),
        weapons=("mortar",),
        claims=claims,
        reports=("rep-1",),
        chains=1,
        origins=("وكالة السهل",),
        grade=Grade("weak", "سلسلة واحدة", "one chain"),
        disputes=(Dispute("contradiction", "killed", claims, "رقمان", "two figures"),),
    )
