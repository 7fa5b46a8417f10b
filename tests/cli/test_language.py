"""``show`` and ``explain`` in the language that is asked for."""

import json
import re
import string
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from tests.command import called, done, lines_of

from tawatur.cli.tongue import STRINGS_FILE, tongue

REPORTS = {
    "spot": "قصفت قوات النظام مدينة نوى بقذائف الهاون يوم 29 تموز 2021، ما أدى إلى مقتل ثلاثة مدنيين، بحسب وكالة الأناضول.",
    "sum": "قتل عشرون شخصاً على الأقل خلال اشتباكات اندلعت في محافظة درعا يوم 29 تموز 2021، بحسب المرصد السوري لحقوق الإنسان.",
    "siege": "تحاصر قوات النظام مدينة نوى منذ 25 تموز 2021، ومنعت خروج الأهالي منها.",
    "nobody": "أفيد بمقتل تسعة مدنيين بقصف لقوات النظام على مدينة نوى يوم 29 تموز 2021.",
}
ENGLISH = re.compile("[A-Za-z]{3,} [A-Za-z]{2,} [A-Za-z]{2,}")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("language") / "c.tawatur"
    lines = (
        json.dumps({"id": ref, "outlet": f"منبر {ref}", "text": text, "published": "2021-07-30"})
        for ref, text in REPORTS.items()
    )
    done("add", path, "-", stdin="\n".join(lines).encode())
    done("run", path)
    done("export", path, path.parent / "out", "--names", "all")
    return path


def rows(case: Path, name: str) -> list[Any]:
    return lines_of(case.parent / "out" / f"{name}.jsonl")


def of_report(case: Path, ref: str) -> Any:
    """The event with figures that a report tells of."""
    return next(event for event in rows(case, "events") if ref in event["report_ids"] and event["counts"])


def test_both_languages_have_the_same_templates_with_the_same_parts():
    tables = tomllib.loads((resources.files("tawatur") / STRINGS_FILE).read_text(encoding="utf-8"))
    parts = {
        language: {
            key: {field for _, field, _, _ in string.Formatter().parse(text) if field} for key, text in table.items()
        }
        for language, table in tables.items()
    }
    assert parts["ar"] == parts["en"]


def test_an_event_in_arabic_says_nothing_in_english_but_its_other_title_ids_and_rules(case: Path):
    event = of_report(case, "spot")
    _, other, *shown = done("show", case, event["id"], "--language", "ar").out.splitlines()
    assert other.strip() == event["title_en"]
    assert [line for line in shown if ENGLISH.search(line)] == []
    assert any(line.startswith("  الدرجة") for line in shown)


def test_without_a_language_it_is_english(case: Path):
    event = of_report(case, "spot")
    assert done("show", case, event["id"]).out == done("show", case, event["id"], "--language", "en").out
    assert "\n  grade     " in done("show", case, event["id"]).out


def test_the_summary_and_a_story_speak_arabic(case: Path):
    assert "تقارير           4\n" in done("show", case, "--language", "ar").out
    (story,) = rows(case, "stories")
    shown = done("show", case, story["id"], "--language", "ar").out
    assert shown.startswith(f"{story['id']}  {story['title_ar']}\n")
    assert "صلب القصة" in shown


def test_a_claim_is_explained_in_arabic(case: Path):
    claim = next(claim for claim in rows(case, "claims") if claim["report"] == "spot")
    shown = done("explain", case, claim["id"], "--language", "ar").out
    assert "  الجملة    المتن" in shown
    assert "ثلاثة مدنيين ← قتلى 3، " in shown
    assert not re.search("^  (?:sentence|fields|telling)", shown, re.MULTILINE)
    assert done("explain", case, claim["id"], "--language", "ar", "--json").json["claim"] == claim


def test_chains_in_arabic_keep_the_names_as_said(case: Path):
    event = of_report(case, "spot")
    shown = done("show", case, event["id"], "--chains", "--language", "ar").out
    assert "وكالة الأناضول" in shown
    assert " عن " in shown
    assert "chain" not in shown.replace("chains", "")


def test_a_total_and_what_it_holds_show_one_another_with_their_own_tellers(case: Path):
    inner, total = of_report(case, "spot"), of_report(case, "sum")
    assert inner["within"] == total["id"]
    assert f"  within    {total['id']}" in done("show", case, inner["id"]).out
    of_total = next(line for line in done("show", case, total["id"]).out.splitlines() if line.startswith("  contains"))
    assert "وكالة الأناضول" in of_total


def test_the_chains_of_a_total_stand_apart_from_those_of_what_it_holds(case: Path):
    shown = done("show", case, of_report(case, "sum")["id"], "--chains").out
    own, _, held = shown.partition("it holds")
    assert ("المرصد" in own, "المرصد" in held) == (True, False)
    assert ("الأناضول" in own, "الأناضول" in held) == (False, True)


def test_a_figure_put_aside_stands_with_its_reason(case: Path):
    shown = done("show", case, of_report(case, "nobody")["id"]).out
    assert "aside: killed (civilian): 9; nobody is said to be its source" in shown


def test_a_language_that_is_not_there_ends_with_2(case: Path):
    ended = called("show", case, "--language", "fr")
    assert (ended.code, ended.out) == (2, "")
    assert "'ar', 'en'" in ended.err


def test_each_sentence_of_the_terminal_is_said_somewhere():
    folder = Path(str(resources.files("tawatur"))) / "cli"
    code = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    begun = ("choice_", "why_", "around_", "frame_", "mark_", "sum_")
    unused = [
        key for key in tongue("en").templates if not re.search(f"[\"']{key}[\"']", code) and not key.startswith(begun)
    ]
    assert unused == []
