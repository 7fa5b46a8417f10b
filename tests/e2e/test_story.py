"""A siege told by many reports is one story, and its agreement a ledger of what was kept and what was broken."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.command import called, done, lines_of

REPORTS = [
    ("siege", "2022-06-10", "تحاصر قوات النظام مدينة جاسم منذ الخامس من حزيران 2022، ومنعت دخول الطحين إليها."),
    (
        "shelling", "2022-06-14",
        "قصفت قوات النظام بقذائف الهاون مدينة جاسم صباح اليوم الثلاثاء، ما أدى إلى مقتل أربعة مدنيين.",
    ),
    ("talks", "2022-06-20", "عقد وجهاء مدينة جاسم ووفد من قوات النظام جولة مفاوضات أمس الأحد بوساطة روسية."),
    (
        "pact", "2022-06-25",
        "توصلت لجنة وجهاء جاسم وقوات النظام اليوم السبت إلى اتفاق في مدينة جاسم يقضي بسحب الحواجز العسكرية من محيط "
        "المدينة وتسليم السلاح الخفيف وفتح طريق الشيخ سعد.",
    ),
    (
        "breach", "2022-06-29",
        "توصلت لجنة وجهاء جاسم وقوات النظام إلى اتفاق في مدينة جاسم في 25 حزيران 2022 يقضي بسحب الحواجز العسكرية من "
        "محيط المدينة. وخرقت قوات النظام اليوم الأربعاء الاتفاق في مدينة جاسم ورفضت سحب الحواجز العسكرية من محيطها، "
        "بحسب لجنة وجهاء جاسم.",
    ),
    ("collapse", "2022-07-02", "أعلنت لجنة وجهاء جاسم اليوم السبت انهيار الاتفاق مع قوات النظام في مدينة جاسم."),
    ("evacuation", "2022-07-05", "أجلت فرق الإسعاف اليوم الثلاثاء ستين مدنياً من مدينة جاسم المحاصرة."),
    ("far", "2022-06-20", "قصفت قوات النظام بلدة معرة النعمان اليوم الاثنين، ما أدى إلى مقتل مدنيين اثنين."),
    ("old", "2022-06-14", "قصفت قوات النظام مدينة جاسم في 3 آذار 2019، ما أدى إلى مقتل خمسة مدنيين."),
]  # fmt: skip


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case, run and exported into ``out`` beside it; not to be written to."""
    path = tmp_path_factory.mktemp("story") / "c.tawatur"
    lines = (
        json.dumps({"id": ref, "outlet": f"منبر {ref}", "published": day, "text": text}) for ref, day, text in REPORTS
    )
    done("add", path, "-", stdin="\n".join(lines).encode())
    done("run", path)
    done("export", path, path.parent / "out")
    return path


@pytest.fixture(scope="module")
def story(case: Path) -> Any:
    (found,) = [line for line in lines_of(case.parent / "out" / "stories.jsonl") if line["kind"] == "siege"]
    return found


def events(case: Path) -> dict[str, Any]:
    return {line["id"]: line for line in lines_of(case.parent / "out" / "events.jsonl")}


def ledger(case: Path) -> Any:
    (found,) = lines_of(case.parent / "out" / "agreements.jsonl")
    return found


def test_the_story_holds_what_happened_there_then_by_day_and_says_what_each_is(case: Path, story: Any):
    told = events(case)
    parts = [(told[tie["event"]]["date"]["start"], tie["part"]) for tie in story["events"]]
    assert parts == [
        ("2022-06-05", "siege"), ("2022-06-14", "violence"), ("2022-06-19", "talks"), ("2022-06-25", "agreement"),
        ("2022-06-29", "breach"), ("2022-07-02", "collapse"), ("2022-07-05", "movement"),
    ]  # fmt: skip


def test_what_happened_elsewhere_or_years_before_belongs_to_no_story(case: Path):
    told = [event for event in events(case).values() if set(event["report_ids"]) & {"far", "old"}]
    assert [event["story"] for event in told] == [None, None]


def test_each_event_of_a_story_names_it_and_the_reasons_that_tie_it(case: Path, story: Any):
    told = events(case)
    assert {told[tie["event"]]["story"] for tie in story["events"]} == {story["id"]}
    reasons = {tie["part"]: tie["reasons"] for tie in story["events"]}
    assert reasons["siege"] == ["core"]
    assert "place" in reasons["violence"]
    assert reasons["talks"] == ["named", "parties"]


def test_the_terms_of_an_agreement_stand_once_each_with_the_claims_that_give_them(case: Path):
    terms = ledger(case)["terms"]
    assert [term["said"].split()[0] for term in terms] == ["سحب", "تسليم", "فتح"]
    assert [len(term["claims"]) for term in terms] == [2, 1, 1]


def test_a_breach_names_the_term_that_it_breaks_who_broke_it_and_who_says_so(case: Path):
    breach, collapse = ledger(case)["breaches"]
    assert (breach["kind"], breach["term"]) == ("breach", 0)
    assert breach["by_en"] == ["Government of Syria and its forces (until 2024)"]
    assert "وجهاء جاسم" in breach["said_by_ar"]
    assert (collapse["kind"], collapse["term"]) == ("collapse", None)


def test_agreement_breach_and_collapse_lead_to_one_ledger_and_it_to_the_story(case: Path, story: Any):
    told = [event["agreement"] for event in events(case).values() if "agreement" in event["type"]]
    assert told == [ledger(case)["id"]] * 3
    assert (ledger(case)["story"], story["agreements"]) == (story["id"], [ledger(case)["id"]])


def test_a_story_is_shown_with_its_events_and_its_ledger(case: Path, story: Any):
    shown = done("show", case, story["id"]).out
    assert all(tie["event"] in shown for tie in story["events"])
    assert "term 1    سحب الحواجز العسكرية" in shown
    assert "breach by Government of Syria" in shown


def test_the_summary_of_a_case_names_its_stories(case: Path, story: Any):
    assert f"{story['id']}  {story['title_en']}  (a story of 7 events)" in done("show", case).out


def test_an_agreement_is_shown_by_itself_and_both_as_json(case: Path, story: Any):
    pact = ledger(case)
    assert "collapse" in done("show", case, pact["id"]).out
    assert done("show", case, pact["id"], "--json").json == pact
    assert done("show", case, story["id"], "--json").json == story


def test_a_story_can_not_be_judged(case: Path, story: Any):
    ended = called("judge", case, "reject", story["id"])
    assert (ended.code, "judge its events" in ended.err) == (2, True)


def test_nothing_in_the_case_points_at_what_is_not_there(case: Path):
    assert done("verify", case).out.startswith("0 faults")
