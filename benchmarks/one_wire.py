"""One agency's text through many made outlets: ``python benchmarks/one_wire.py``; ``--outlets`` says how many.

Each outlet reprints the text with 5 to 20 of 100 words changed, every third under a lead of its own, every third without
the agency's name. Texts are read, compared and grouped as a case's are. However many outlets there are, the event that
the agency tells of must have as many independent chains as it had with the agency alone; else this ends with 1.
"""

import argparse
import sys
from datetime import date, timedelta
from random import Random
from time import perf_counter
from typing import Final

from tawatur.lang.pack import load_pack
from tawatur.logs import LANGUAGE
from tawatur.model.case import Record, Settings
from tawatur.model.event import Event
from tawatur.model.text import Report, report_id, text_of
from tawatur.pipeline import derive, read_reports
from tawatur.store.memory import MemoryStore

AGENCY: Final = "وكالة الجسر"
DAY: Final = date(2019, 3, 12)
LEAD: Final = (
    "قصفت قوات النظام بقذائف الهاون سوق الخضار في بلدة طفس صباح اليوم الثلاثاء، ما أدى إلى مقتل أربعة عمال "
    "وإصابة تسعة آخرين"
)
BODY: Final = (
    "وقال الطبيب سامر الحوراني لمندوبنا إن سيارات الإسعاف نقلت الجرحى إلى المشفى الصغير عند مدخل البلدة، وإن اثنين منهم في "
    "حالة حرجة تستدعي نقلهما إلى مدينة أخرى. ووصف صاحب متجر مجاور كيف انهار سقف السوق بعد القذيفة الثالثة، وكيف هرع الباعة "
    "إلى إخراج العالقين بأيديهم قبل وصول الرافعات. وما زالت فرق الإنقاذ ترفع الأنقاض بحثا عن مفقودين، بينما أغلقت المدارس "
    "أبوابها يومين خشية تجدد القصف، وطالب وجهاء البلدة بفتح الطريق الزراعي أمام العائلات الراغبة في المغادرة."
)
OWN_LEADS: Final = (
    "عاد الخوف إلى سهل حوران في الساعات الماضية.",
    "لم تكد البلدة تتنفس حتى استفاقت على يوم دام جديد.",
    "يوم حزين آخر في ريف درعا الغربي يرويه لكم مراسلونا.",
)
WORDS: Final = (
    "الحجارة القديمة ربيع مساحات خضراء تقريبا كذلك أيضا لاحقا هناك بيوت طرقات واسعة قليلة بعيدا نوافذ أشجار الزيتون "
    "جدار أبيض بارد مطر خفيف شتاء ظهيرة عابرون حقول قمح سياج تراب رمادي هدوء حذر"
)
"""What stands in the stead of changed words."""


def wire() -> str:
    """The agency's text."""
    return f"{LEAD}، بحسب {AGENCY}.\n\n{BODY}"


def reprint(chance: Random, number: int) -> str:
    """The text as one outlet prints it."""
    share, others = chance.uniform(0.05, 0.2), WORDS.split()
    words = (f"{LEAD}.\n\n{BODY}" if number % 3 == 1 else wire()).split(" ")
    for at in chance.sample(range(len(words)), round(share * len(words))):
        words[at] = chance.choice(others)
    text = " ".join(words)
    return f"{chance.choice(OWN_LEADS)}\n\n{text}" if number % 3 == 2 else text


def report(ref: str, outlet: str, text: str, day: date) -> Report:
    """A report of a made outlet."""
    held = text_of(text)
    return Report(report_id(ref, outlet, None, held), ref, outlet, None, None, day, None, LANGUAGE, held, None)


def record_of(reports: list[Report], workers: int) -> Record:
    """What follows from the reports."""
    store = MemoryStore()
    store.write_settings_once(Settings(as_of="2020-01-01"))
    for one in reports:
        store.add_report(one)
    pack = load_pack(LANGUAGE)
    read_reports(store, pack, workers=workers, progress=lambda *_: None)
    return derive(store, pack).record


def told_by(record: Record, first: Report) -> Event:
    """The event of the agency's own report with most reports in it."""
    return max((event for event in record.events if first.id in event.reports), key=lambda event: len(event.reports))


def main(arguments: list[str] | None = None) -> int:
    """0 where the number of chains stayed what it was."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--outlets", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args(arguments)
    chance = Random(asked.seed)
    first = report("agency", AGENCY, wire(), DAY)
    others = [
        report(f"outlet-{n}", f"صحيفة {n}", reprint(chance, n), DAY + timedelta(days=n % 2))
        for n in range(asked.outlets)
    ]
    before = told_by(record_of([first], 1), first)
    start = perf_counter()
    record = record_of([first, *others], asked.workers)
    after = told_by(record, first)
    print(
        f"{asked.outlets} outlets in {perf_counter() - start:.1f} s: {len(record.copies)} pairs of reports that share text"
    )
    print(f"the event's reports {len(before.reports)} → {len(after.reports)}, chains {before.chains} → {after.chains}")
    others_told = sorted({event.chains for event in record.events})
    print(f"chains of any event: {others_told[0]} to {others_told[-1]}")
    return int(after.chains > before.chains)


if __name__ == "__main__":
    sys.exit(main())
