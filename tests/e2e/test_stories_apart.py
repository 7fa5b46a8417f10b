"""Stories beside one another: two sieges, an offensive and a truce that nobody besieged, each with its own beginning and end."""

import json
from typing import Any

import pytest
from tests.command import done, lines_of

REPORTS = [
    # Two sieges of one governorate, at once.
    ("inkhil", "2022-03-05", "تحاصر قوات النظام مدينة إنخل في ريف درعا منذ الأول من آذار 2022، ومنعت خروج الأهالي منها."),
    ("inkhil-shelling", "2022-03-08", "قصفت قوات النظام مدينة إنخل بقذائف الهاون اليوم الثلاثاء، ما أدى إلى مقتل مدنيين اثنين."),
    (
        "inkhil-lifted", "2022-03-20",
        "رفعت قوات النظام الحصار عن مدينة إنخل اليوم الأحد بعد اتفاق مع وجهاء المدينة.",
    ),
    ("inkhil-later", "2022-04-10", "قصفت قوات النظام مدينة إنخل بقذائف الهاون اليوم الأحد، ما أدى إلى مقتل ثلاثة مدنيين."),
    ("tafas", "2022-03-09", "تحاصر قوات النظام مدينة طفس في ريف درعا منذ الثالث من آذار 2022، وقطعت الماء عنها."),
    ("tafas-shelling", "2022-03-10", "قصفت قوات النظام مدينة طفس براجمات الصواريخ اليوم الخميس، ما أدى إلى إصابة خمسة مدنيين."),
    ("tafas-evacuation", "2022-03-28", "أجلت فرق الإسعاف اليوم الاثنين أربعين مدنياً من مدينة طفس المحاصرة."),
    # A truce after fights, with no siege.
    (
        "nawa-fight", "2021-09-02",
        "اندلعت اشتباكات بين الفيلق الخامس ومقاتلين محليين في مدينة نوى اليوم الخميس، ما أدى إلى مقتل ثلاثة مقاتلين.",
    ),
    (
        "nawa-truce", "2021-09-05",
        "توصل الفيلق الخامس ومقاتلون محليون اليوم الأحد إلى اتفاق في مدينة نوى يقضي بوقف إطلاق النار وسحب السلاح الثقيل.",
    ),
    ("nawa-evacuation", "2021-09-08", "أجلى الفيلق الخامس اليوم الأربعاء عشرين عائلة من مدينة نوى بموجب الاتفاق."),
    # An offensive with what it drove out and took.
    ("busra", "2020-06-01", "شنت قوات النظام اليوم الاثنين هجوماً برياً على بلدة ناحتة شرقي درعا."),
    ("busra-shelling", "2020-06-02", "قصفت قوات النظام بلدة ناحتة بالمدفعية اليوم الثلاثاء، ما أدى إلى مقتل أربعة مدنيين."),
    ("busra-fled", "2020-06-03", "نزحت اليوم الأربعاء مئة عائلة من بلدة ناحتة بسبب هجوم قوات النظام على البلدة."),
    # Told in one report with the siege of Tafas, and far from it.
    (
        "north", "2022-03-09",
        "قصفت قوات النظام منطقة شمال غرب سوريا يوم 8 آذار 2022. وتحاصر قوات النظام مدينة طفس منذ الثالث من آذار 2022.",
    ),
    # Nothing but one agreement, kept, of which no more is told.
    ("izraa", "2021-05-04", "توصلت لجنة الوجهاء وقوات النظام اليوم الثلاثاء إلى اتفاق في مدينة إزرع يقضي بفتح الطريق."),
]  # fmt: skip


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The stories by kind and place, and the report refs of each, and the events by id."""
    path = tmp_path_factory.mktemp("stories") / "c.tawatur"
    lines = (
        json.dumps({"id": ref, "outlet": f"منبر {ref}", "published": day, "text": text}) for ref, day, text in REPORTS
    )
    done("add", path, "-", stdin="\n".join(lines).encode())
    done("run", path)
    done("export", path, path.parent / "out")
    return {
        "path": path,
        "stories": {
            (story["kind"], story["place"]["name_en"]): story
            for story in lines_of(path.parent / "out" / "stories.jsonl")
        },
        "events": {event["id"]: event for event in lines_of(path.parent / "out" / "events.jsonl")},
    }


def refs(story: Any) -> set[str]:
    return set(story["report_ids"])


def parts(story: Any) -> list[str]:
    return [tie["part"] for tie in story["events"]]


def test_each_of_two_sieges_of_one_governorate_keeps_its_own(case):
    assert refs(case["stories"]["siege", "Inkhil"]) == {"inkhil", "inkhil-shelling", "inkhil-lifted"}
    assert refs(case["stories"]["siege", "Tafas"]) == {"tafas", "tafas-shelling", "tafas-evacuation", "north"}


def test_what_one_report_tells_of_a_far_region_is_no_part_of_the_siege(case):
    (far,) = [event for event in case["events"].values() if event["place"]["name_en"] == "North-west Syria"]
    assert far["report_ids"] == ["north"]
    assert far["story"] is None


def test_a_siege_that_was_lifted_has_ended_and_later_shelling_is_no_part_of_it(case):
    story = case["stories"]["siege", "Inkhil"]
    assert (story["ended"], story["date"]["end"]) == ("2022-03-20", "2022-03-20")
    (later,) = [event for event in case["events"].values() if event["report_ids"] == ["inkhil-later"]]
    assert later["story"] is None


def test_a_siege_of_which_nobody_says_that_it_was_lifted_has_no_end(case):
    assert case["stories"]["siege", "Tafas"]["ended"] is None


def test_a_story_bears_the_days_of_all_its_events_and_not_of_its_siege_alone(case):
    story = case["stories"]["siege", "Tafas"]
    (siege,) = (case["events"][core] for core in story["core"])
    assert siege["date"]["end"] < story["date"]["end"] == "2022-03-28"
    assert story["title_en"] == "siege of Tafas, 3 March 2022 to 28 March 2022"
    assert story["title_ar"].startswith("حصار طفس")


def test_an_agreement_that_nobody_broke_is_a_story_with_the_fight_it_ended_and_who_left(case):
    story = case["stories"]["agreement", "Nawa"]
    assert parts(story) == ["violence", "agreement", "movement"]
    assert [case["events"][core]["type"] for core in story["core"]] == ["agreement"]


def test_an_offensive_with_the_people_it_drove_out_is_a_story(case):
    story = case["stories"]["campaign", "Nahta"]
    assert parts(story) == ["violence", "violence", "violence"]  # the flight stands in the event of the attack
    assert refs(story) == {"busra", "busra-shelling", "busra-fled"}


def test_an_agreement_of_which_no_more_is_told_is_no_story(case):
    (alone,) = [event for event in case["events"].values() if event["report_ids"] == ["izraa"]]
    assert alone["story"] is None
    assert len(case["stories"]) == 4


def test_the_screen_says_that_a_siege_ended_and_when(case):
    story = case["stories"]["siege", "Inkhil"]
    assert "  ended     2022-03-20" in done("show", case["path"], story["id"]).out
