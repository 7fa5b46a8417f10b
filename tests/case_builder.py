"""A small case built by hand: what exports, brief and verify are shown. People in it are made up."""

from dataclasses import replace
from datetime import date

from tawatur.model.case import CaseView, ReportView, Settings
from tawatur.model.claim import Attribution, Claim, ClaimDate, Evidence, Speaker, Term, claim_id
from tawatur.model.copies import CopyPair
from tawatur.model.count import Count
from tawatur.model.errors import Problem
from tawatur.model.event import (
    Apart,
    Aside,
    Bound,
    Choice,
    Dispute,
    Event,
    EventParty,
    Grade,
    Join,
    PartFigure,
    SettledCount,
    event_id,
)
from tawatur.model.judgement import Judgement
from tawatur.model.party import PartyRef, Victim
from tawatur.model.place import PlaceRef
from tawatur.model.story import Agreement, Breach, LedgerTerm, Story, Tie
from tawatur.model.text import Report, Span, Text, report_id, text_of
from tawatur.model.time import ReportDay

CHILD = "سلمى نادر الحوري"
DETAINEE = "عمر فائز"
ADULT = "خالد منير الشامي"
WITNESS = "أم ياسر الزعبي"

# An emoji and a no-break space stand before the spans, a right-to-left override and a tag behind them.
SHELLING = (
    "\U0001f534 عاجل\u00a0| قصفت قوات النظام بقذائف الهاون حي طريق السد في مدينة درعا صباح اليوم الخميس، "
    "ما أدى إلى مقتل شخصين على الأقل بينهم الطفلة سلمى نادر الحوري، بحسب وكالة الميدان. "
    "<script>alert('x')</script> & \u202eنص مقلوب\u202c انتهى.\n\nشارك القصة"
)
COUNTER = "قال متحدث باسم الجيش إن القصف على حي طريق السد أسفر عن مقتل ثلاثة مسلحين، لا مدنيين."
ARREST = (
    "اعتقلت دورية أمنية الشاب عمر فائز في بلدة لا يعرفها أحد، بحسب أم ياسر الزعبي، ونقلت خالد منير الشامي إلى المستشفى."
)
TITLE = "قتيلان في درعا <b>عاجل</b>"

SADD = PlaceRef(
    "حي طريق السد", "scene", "طريق السد", "Tariq al-Sad", "p-sad", 32.6123456, 36.1065432, 1.0, "neighbourhood",
    "درعا", "مركز درعا", "SY", "named with its city",
)  # fmt: skip
ARMY = PartyRef("قوات النظام", "syr-gov", "قوات النظام السوري", "government forces", "government", "state forces")


def report(ref: str, outlet: str | None, chars: str, title: str | None = None, day: date | None = None) -> Report:
    text = text_of(chars)
    url = f"https://news.example/{ref}?a=1&b=<2>"
    heading: Text | None = text_of(title) if title else None
    return Report(report_id(ref, outlet, url, text), ref, outlet, url, heading, day, None, "ar", text, "0" * 64)


def viewed(item: Report, *, group: str | None = None, of: str | None = None) -> ReportView:
    day = ReportDay(item.id, item.published, item.published, "the day of publication" if item.published else "unknown")
    return ReportView(item, item.given_ref, day, group, of, None)


def evidence(field: str, quote: str, text: Text, rule: str, where: str = "body") -> Evidence:
    start = text.chars.index(quote)
    return Evidence(field, Span(start, start + len(quote)), quote, rule, where)


R1 = report("001", "Al-Masar <News>", SHELLING, TITLE, date(2021, 7, 29))
R2 = report("002", None, COUNTER, None, date(2021, 7, 30))
R3 = report("003", "صوت السهل", ARREST)


def claim(item: Report, kind: str, clause: str, **fields: object) -> Claim:
    start = item.text.chars.index(clause)
    span = Span(start, start + len(clause))
    attribution = fields.get("attribution", Attribution())
    assert isinstance(attribution, Attribution)
    speaker = attribution.chain[-1].name if attribution.chain else None
    plain = Claim(
        id=claim_id(item.id, "body", span, kind, speaker), report=item.id, type=kind, clause=span, where="body",
        status="asserted", stance="plain", told_as="news", times=(),
        date=ClaimDate(None, None, "unknown", "occurred", None, "no day is said"),
        places=(), actors=(), targets=(), sponsors=(), counts=(), victims=(), weapons=(), terms=(),
        act=None, phase=None,
        attribution=Attribution(), evidence=(), pack_version="ar-test",
    )  # fmt: skip
    return replace(plain, **fields)  # type: ignore[arg-type]


AGENCY = Speaker("وكالة الميدان", None, "agency")
C1 = claim(
    R1, "shelling", "قصفت قوات النظام بقذائف الهاون حي طريق السد",
    date=ClaimDate(date(2021, 7, 29), date(2021, 7, 29), "day", "occurred", "اليوم الخميس", "today, Thursday 29 July"),
    places=(SADD,), actors=(ARMY,),
    counts=(Count("killed", 2, None, 2, "at_least", "شخصين على الأقل", of=(("children", 1),)),),
    victims=(Victim(CHILD, "killed", "civilian", "children"),),
    weapons=(("قذائف الهاون", "mortar"),),
    attribution=Attribution((AGENCY,), "named"),
    evidence=(
        evidence("type", "قصفت", R1.text, "ar/actions#shell-verb"),
        evidence("actors[0]", "قوات النظام", R1.text, "ar/parties#syr-gov"),
        evidence("weapons[0]", "بقذائف الهاون", R1.text, "ar/weapons#mortar"),
        evidence("places[0]", "حي طريق السد", R1.text, "places/p-sad"),
        evidence("places[0]", "درعا", R1.title or R1.text, "places/daraa", "title"),
        evidence("date", "اليوم الخميس", R1.text, "ar/times#today"),
        evidence("counts[0]", "مقتل شخصين على الأقل", R1.text, "ar/harm#killed-noun"),
        evidence("victims[0]", CHILD, R1.text, "ar/persons#name"),
        evidence("chain[0]", "وكالة الميدان", R1.text, "ar/cues#according"),
    ),
)  # fmt: skip
SPOKESMAN = Speaker("متحدث باسم الجيش", "syr-gov", "official")
C2 = claim(
    R2, "shelling", "القصف على حي طريق السد أسفر عن مقتل ثلاثة مسلحين",
    date=ClaimDate(date(2021, 7, 29), date(2021, 7, 30), "span", "occurred", None, "by the day of publication"),
    places=(replace(SADD, said="طريق السد"),),
    counts=(Count("killed", 3, 3, 3, "exact", "ثلاثة مسلحين", "combatant", "party_designation"),),
    attribution=Attribution((SPOKESMAN,), "named", "self_exculpatory"),
    evidence=(
        evidence("type", "القصف", R2.text, "ar/actions#shell-noun"),
        evidence("date", "قال", R2.text, "ar/times#publication"),
        evidence("places[0]", "طريق السد", R2.text, "places/p-sad"),
        evidence("counts[0]", "مقتل ثلاثة مسلحين", R2.text, "ar/harm#killed-noun"),
        evidence("chain[0]", "متحدث باسم الجيش", R2.text, "ar/cues#said"),
        evidence("interest", "لا مدنيين", R2.text, "ar/cues#not"),
    ),
)  # fmt: skip
C3 = claim(
    R3, "arrest", "اعتقلت دورية أمنية الشاب عمر فائز",
    places=(PlaceRef("بلدة لا يعرفها أحد"),),
    counts=(Count("arrested", 1, 1, 1, "exact", "الشاب"),),
    victims=(Victim(DETAINEE, "arrested", "civilian", None), Victim(ADULT, "injured")),
    terms=(Term("نقلت", 1),),
    attribution=Attribution((Speaker(WITNESS, None, "witness"),), "named"),
    evidence=(
        evidence("type", "اعتقلت", R3.text, "ar/actions#arrest-verb"),
        evidence("places[0]", "بلدة لا يعرفها أحد", R3.text, "ar/places#unknown"),
        evidence("counts[0]", "الشاب", R3.text, "ar/people#youth"),
        evidence("victims[0]", DETAINEE, R3.text, "ar/persons#name"),
        evidence("victims[1]", ADULT, R3.text, "ar/persons#name"),
        evidence("terms[0]", "نقلت", R3.text, "ar/terms#move"),
        evidence("chain[0]", WITNESS, R3.text, "ar/cues#according"),
    ),
)  # fmt: skip


def _event(claims: tuple[Claim, ...], **fields: object) -> Event:
    ids = tuple(sorted(item.id for item in claims))
    plain = Event(
        id=event_id(ids), type=claims[0].type, title_ar="", title_en="", start=None, end=None, precision="unknown",
        place=None, places_said=(), parties=(), counts=(), victims=(), weapons=(), claims=ids,
        reports=tuple(sorted({item.report for item in claims})), chains=1, origins=(), disputes=(),
        grade=Grade("weak", "سلسلة واحدة", "one chain"),
    )  # fmt: skip
    return replace(plain, **fields)  # type: ignore[arg-type]


E1 = _event(
    (C1, C2),
    title_ar="قصف مدفعي أو صاروخي: طريق السد، 29 تموز/يوليو 2021", title_en="shelling: Tariq al-Sad, 29 July 2021",
    start=date(2021, 7, 29), end=date(2021, 7, 29), precision="day",
    place=SADD, places_said=("حي طريق السد", "طريق السد"),
    parties=(EventParty("actor", ARMY, (C1.id,)),),
    counts=(
        SettledCount(
            "killed", "unknown", None, "total", 2, 2, None, "range", (C1.id,),
            bounds=(Bound("low", 2, "said", (C1.id,)), Bound("lowest", 2, "said", (C1.id,))),
            of=(PartFigure("children", 1, 1, 1, (C1.id,)),), aside=(Aside(9, 9, (C2.id,), "nobody is its source"),),
        ),
        SettledCount("killed", "combatant", None, "total", 3, 3, 3, "range", (C2.id,)),
    ),
    victims=C1.victims, weapons=("mortar",), chains=2, origins=("syr-gov", "وكالة الميدان"),
    disputes=(
        Dispute(
            "status_contested", "counts", (C1.id, C2.id),
            "بحسب متحدث باسم الجيش القتلى مسلحون.", "The dead were fighters, by an army spokesman.",
        ),
    ),
    grade=Grade("contested", "خلاف على صفة القتلى", "the status of the dead is contested"), story="siege-1",
    joins=(Join(C1.id, C2.id, 3.25, ("type.same", "place.same")),),
    apart=(Apart(event_id((C3.id,)), C1.id, C3.id, "days"),),
    choices=(
        Choice("place", "p-sad", "طريق السد", "Tariq al-Sad", True, 2, (C1.id,)),
        Choice("place", "p-other", None, None, False, 1, (C2.id,)),
    ),
)  # fmt: skip
E2 = _event(
    (C3,), title_ar="اعتقال: عمر فائز", title_en="arrest: عمر فائز", places_said=("بلدة لا يعرفها أحد",),
    counts=(SettledCount("arrested", "unknown", None, "total", 1, 1, 1, "range", (C3.id,)),), victims=C3.victims,
)  # fmt: skip

_A, _B = sorted((R1, R2), key=lambda item: item.id)
PAIR = CopyPair(_A.id, _B.id, 0.1234567, "reuse", ((0, 12, 3, 15),), "a>b")


def case() -> CaseView:
    """Two reports of one shelling that disagree, an arrest without day or point, a pair that shares text, a problem."""
    return CaseView(
        settings=Settings(as_of="2026-11-22"),
        reports=(viewed(R1), viewed(R2, group=R1.id, of=R1.id), viewed(R3)),
        claims=tuple(sorted((C1, C2, C3), key=lambda item: item.id)),
        copies=(PAIR,),
        events=tuple(sorted((E1, E2), key=lambda item: item.id)),
        judgements=(
            Judgement(
                "jdg-0000000000000001",
                "correct",
                (E1.id,),
                "counts.killed",
                "3",
                "قصفت",
                "reviewer",
                "2021-08-02T09:00:00",
                "seen on the list",
            ),
        ),
        stories=(
            Story(
                "sty-0000000000000001",
                "siege",
                "حصار: درعا",
                "siege: Daraa",
                E1.start,
                E1.end,
                SADD,
                (E1.id,),
                (Tie(E1.id, "siege", ("core",)), Tie(E2.id, "violence", ("place",))),
                ("agr-0000000000000001",),
                (R1.id,),
            ),
        ),
        agreements=(
            Agreement(
                "agr-0000000000000001",
                E1.id,
                "اتفاق",
                "agreement",
                (LedgerTerm("نقل السلاح", None, (C3.id,)),),
                (
                    Breach(
                        E2.id, "breach", 0, (C3.id,), ("الجيش",), ("the army",), "مراسل", "a correspondent", "asserted"
                    ),
                ),
                (C3.id,),
                "sty-0000000000000001",
            ),
        ),
        problems=(Problem("004.html", "read", "004.html holds no text", "open it in a browser and save the text"),),
    )
