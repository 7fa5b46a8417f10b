"""Reports, texts and claims made for the tests of chains."""

from datetime import date
from random import Random

from tawatur.model.claim import Attribution, Claim, ClaimDate, Speaker, claim_id
from tawatur.model.text import Report, Span, report_id, text_of

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
WIRE = (
    "أعلن مجلس بلدة تل الزعتر البري مقتل أربعة من العمال وإصابة تسعة آخرين حين سقطت ثلاث قذائف هاون على سوق الخضار "
    "صباح الثلاثاء. وقال الطبيب سامر الحوراني إن سيارات الإسعاف نقلت الجرحى إلى مشفى البلدة الصغير، وإن اثنين منهم في "
    "حالة حرجة. وأضاف أن فرق الإنقاذ ما زالت تبحث عن مفقودين تحت سقف السوق المنهار، وأن الأهالي يخشون قصفا جديدا قبل "
    "حلول الليل. ولم تعلن أي جهة مسؤوليتها عن القصف، بينما حمل وجهاء البلدة القوات المتمركزة على التل الشرقي تبعاته "
    "وطالبوا بفتح الطريق الزراعي أمام العائلات الراغبة في المغادرة."
)
CLAUSE = WIRE[: WIRE.index(".")]


def made_report(chars: str, ref: str = "r", outlet: str | None = None, published: date | None = None) -> Report:
    text = text_of(chars)
    return Report(report_id(ref, outlet, None, text), ref, outlet, None, None, published, None, "ar", text, None)


def made_words(count: int, seed: int) -> list[str]:
    """Words that no other seed makes, to all practical purposes."""
    random = Random(seed)
    return ["".join(random.choices(LETTERS, k=random.randint(5, 8))) for _ in range(count)]


def made_text(count: int, seed: int) -> str:
    return " ".join(made_words(count, seed))


def edited(chars: str, share: float, seed: int) -> str:
    """``chars`` with a ``share`` of its words, spread by chance, replaced by others."""
    words = chars.split()
    changed = round(share * len(words))
    for place, other in zip(
        Random(seed).sample(range(len(words)), changed), made_words(changed, seed + 1), strict=True
    ):
        words[place] = other
    return " ".join(words)


def made_claim(
    report: Report,
    clause: Span,
    chain: tuple[Speaker, ...] = (),
    mode: str = "own_voice",
    where: str = "body",
) -> Claim:
    day = ClaimDate(None, None, "unknown", "occurred", None, "no day is said")
    speaker = chain[0].name if chain else None
    return Claim(
        id=claim_id(report.id, where, clause, "shelling", speaker),
        report=report.id,
        type="shelling",
        clause=clause,
        where=where,
        status="asserted",
        stance="plain",
        told_as="news",
        times=(),
        date=day,
        places=(),
        actors=(),
        targets=(),
        sponsors=(),
        counts=(),
        victims=(),
        weapons=(),
        terms=(),
        act=None,
        phase=None,
        attribution=Attribution(chain, mode),
        evidence=(),
        pack_version="test",
    )
