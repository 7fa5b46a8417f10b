"""Five made reports of one siege in Homs, as five outlets might tell it: the rules of the record, on the way from texts.

Nobody in them exists, and neither did the fights.
"""

from pathlib import Path
from typing import Any

import pytest
from tests.command import done, lines_of

Row = dict[str, Any]

MONDAY = """\
قُتل ثلاثة أشخاص على الأقل صباح اليوم الاثنين، 12 أيار، حين قصفت قوات النظام حي الوعر في مدينة حمص بالهاون، وفق \
وكالة سمارت.

ودارت اليوم الاثنين اشتباكات بين قوات النظام ومقاتلي المعارضة عند مدخل حي الوعر.

ويعاني حي الوعر حصاراً فرضته قوات النظام منذ نيسان الماضي.
"""

UNDATED = """\
دارت أمس اشتباكات ضارية بين قوات النظام ومقاتلي المعارضة في حي الوعر بمدينة حمص.

وأحصى المرصد السوري لحقوق الإنسان مقتل 30 شخصاً على الأقل، منهم أحد عشر مدنياً، في اشتباكات حي الوعر يوم \
الاثنين.

وخلفت الاشتباكات في حي الوعر تسعة قتلى من جنود النظام وستة قتلى من مقاتلي المعارضة.
"""

DATED = """\
الثلاثاء 13 مايو 2014

حمص بين القصف والاشتباكات

أوقعت الاشتباكات بين قوات النظام ومقاتلي المعارضة في حي الوعر قتلى وجرحى من الجانبين، وأسر المقاتلون عشرات \
الجنود.

ثم قصفت قوات النظام حي الوعر فقتل نحو ثمانية مدنيين.

المصادر:
الجسر

شارك القصة

اقتصاد - تونس
منذ 5 دقائق
قتل عشرة أشخاص في حريق سوق في مدينة صفاقس (أرشيف - غيتي)
شارك
Share
"""

TWO_TODAYS = """\
خرجت من حي الوعر في حمص اليوم السبت حافلتان أجلتا 40 مقاتلاً من المعارضة، بحسب ناشطين.

وانتشر عناصر الشرطة العسكرية في حي الوعر اليوم الأربعاء، بعدما شددت قوات النظام حصارها على حي الوعر الذي دام \
شهرين.

ويقول السكان إن قوات النظام تحاصر حي الوعر منذ أكثر من شهرين.

وطوّقت قوات النظام ومجموعات محلية تساندها حي الوعر وحاصرته بالكامل منذ 3 نيسان الماضي، ومنعت عن سكانه الوقود \
والدقيق، لأن مجلس الحي أبى أن يسلمها مخازن الوقود التي أبقاها تفاهم عام 2012 في عهدة المجلس.

وبعد ثلاثة أسابيع اتفق مجلس الحي مع قوات النظام على فتح معبر واحد لشاحنات الطحين وسحب الحواجز من محيط الفرن، غير \
أن قوات النظام خرقت الاتفاق وأبقت حواجزها.
"""

POST = """\
قصفت مدفعية النظام حي الوعر في حمص فجر الأحد.

القذائف تنهال على حي الوعر الآن

Posted by حمص اليوم on Sunday, June 15, 2014

وكتب أهالي حي الوعر في بيان يوم الجمعة أن قوات النظام تحاصر حي الوعر منذ 80 يوماً.

وفي 3 نيسان/أبريل الماضي طوّقت قوات النظام، تساندها مجموعات محلية، حي الوعر وحاصرته حصاراً كاملاً، ومنعت الوقود \
والدقيق عن سكانه، بعدما أبى مجلس الحي تسليمها مخازن الوقود التي تركها تفاهم سنة 2012 بعهدة المجلس.

وبعد ذلك بثلاثة أسابيع اتفق مجلس الحي وقوات النظام على فتح معبر واحد لشاحنات الطحين وسحب حواجز من محيط الفرن، \
إلا أن قوات النظام خرقت الاتفاق وأبقت على حواجزها.
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Row]]:
    """The exported rows of a case of the five, by file."""
    folder: Path = tmp_path_factory.mktemp("homs")
    reports = folder / "reports"
    reports.mkdir()
    texts = {"monday": MONDAY, "undated": UNDATED, "dated": DATED, "two_todays": TWO_TODAYS, "post": POST}
    for ref, text in texts.items():
        (reports / f"{ref}.txt").write_text(text, encoding="utf-8")
    path = str(folder / "case.tawatur")
    done("add", path, reports)
    done("run", path)
    done("export", path, "--to", "jsonl", folder / "out")
    return {
        name: lines_of(folder / "out" / f"{name}.jsonl")
        for name in ("reports", "copies", "claims", "events", "agreements")
    }


def event(case: dict[str, list[Row]], kind: str, *refs: str) -> Row:
    (found,) = (one for one in case["events"] if one["type"] == kind and one["report_ids"] == sorted(refs))
    return found


def told(case: dict[str, list[Row]], kind: str) -> list[tuple[Row, Row]]:
    return [(one, dispute) for one in case["events"] for dispute in one["disputes"] if dispute["kind"] == kind]


@pytest.mark.parametrize(
    ("ref", "day", "reason"),
    [
        ("dated", "2014-05-13", "bears"),
        ("monday", "2014-05-12", "tell of the same places"),
        ("undated", "2014-05-13", "the same as monday"),
        ("two_todays", "2014-06-07", "began on 2014-04-03"),
        ("post", "2014-06-15", "embeds a post"),
    ],
)
def test_each_report_has_its_day_and_the_reason(case: dict[str, list[Row]], ref: str, day: str, reason: str):
    (found,) = (row["published_resolved"] for row in case["reports"] if row["ref"] == ref)
    assert (found["start"], found["end"]) == (day, day)
    assert reason in found["why"]


def test_one_fight_told_by_three_keeps_its_three_voices(case: dict[str, list[Row]]):
    fight = event(case, "armed_clash", "dated", "monday", "undated")
    assert fight["date"]["start"] == fight["date"]["end"] == "2014-05-12"
    assert fight["chains"] == 3


def test_eleven_and_nine_and_six_leave_four_of_thirty(case: dict[str, list[Row]]):
    ((_, dispute),) = told(case, "unaccounted_remainder")
    assert "add up to 26" in dispute["text_en"]
    assert "; 4 are not accounted for" in dispute["text_en"]


def test_two_todays_are_one_reports_dispute(case: dict[str, list[Row]]):
    found = told(case, "two_datelines")
    assert {one["type"] for one, _ in found} == {"deployment", "evacuation"}
    assert all("Saturday 7 June 2014 and Wednesday 4 June 2014" in dispute["text_en"] for _, dispute in found)


def test_a_count_of_days_that_leads_elsewhere_is_a_mismatch(case: dict[str, list[Row]]):
    ((one, dispute),) = told(case, "duration_mismatch")
    assert one["type"] == "siege"
    assert "3 April 2014" in dispute["text_en"]


def test_the_siege_is_one_event_from_april_on(case: dict[str, list[Row]]):
    siege = event(case, "siege", "monday", "post", "two_todays")
    begun = {c["report"] for c in case["claims"] if c["id"] in siege["claims"] and c["date"]["start"] == "2014-04-03"}
    assert begun == {"post", "two_todays"}


def test_two_wordings_of_one_text_count_once(case: dict[str, list[Row]]):
    (pair,) = case["copies"]
    assert pair["kind"] == "possible_translation"
    (agreement,) = (one for one in case["events"] if one["type"] == "agreement" and one["date"]["start"] >= "2014")
    assert (agreement["report_ids"], agreement["chains"]) == (["post", "two_todays"], 1)


def test_the_breach_belongs_to_the_agreement_and_not_to_the_older_one(case: dict[str, list[Row]]):
    (agreement,) = (one for one in case["events"] if one["type"] == "agreement" and one["date"]["start"] >= "2014")
    (ledger,) = (row for row in case["agreements"] if row["event"] == agreement["id"])
    broken = {claim for breach in ledger["breaches"] for claim in breach["claims"]}
    assert {claim["report"] for claim in case["claims"] if claim["id"] in broken} == {"post", "two_todays"}


def test_the_understanding_of_2012_is_no_event_of_2014(case: dict[str, list[Row]]):
    found = [one for one in case["events"] if one["type"] == "agreement" and one["date"]["end"] == "2012-12-31"]
    assert len(found) == 1


def test_a_related_story_yields_nothing(case: dict[str, list[Row]]):
    assert not any("صفاقس" in entry["quote"] for claim in case["claims"] for entry in claim["evidence"])


def test_nobody_is_said_to_contradict_anybody(case: dict[str, list[Row]]):
    at_odds = ("contradiction", "rival_perpetrators", "status_contested", "denial")
    assert [
        dispute["kind"] for one in case["events"] for dispute in one["disputes"] if dispute["kind"] in at_odds
    ] == []
