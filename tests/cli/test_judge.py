"""``tawatur judge``: what a person decides, taken back to the byte, and told plainly where it cannot be."""

import json
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from tests.command import called, done, files_of, lines_of

ONE = "قصفت قوات النظام بلدة طفس بقذائف الهاون يوم 29 تموز 2021، ما أدى إلى مقتل ثلاثة مدنيين."
TWO = "مقتل ثلاثة مدنيين بقصف لقوات النظام على بلدة طفس يوم 29 تموز 2021."
ELSEWHERE = "اعتقلت قوات النظام الشاب سالم الحمدان على حاجز في بلدة نصيب يوم 29 تموز 2021."
REPORTS = {"one": ONE, "two": TWO, "else": ELSEWHERE}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("judge") / "c.tawatur"
    lines = (
        json.dumps({"id": ref, "outlet": f"منبر {ref}", "text": text, "published": "2021-07-30"})
        for ref, text in REPORTS.items()
    )
    done("add", path, "-", stdin="\n".join(lines).encode())
    done("run", path)
    return path


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    """A case of its own for each test: two reports of one shelling, and an arrest."""
    return Path(copy(made, tmp_path / "c.tawatur"))


def exported(case: Path, name: str) -> list[Any]:
    folder = case.parent / "out"
    done("export", case, folder, "--names", "all")
    return lines_of(folder / f"{name}.jsonl")


def shelling(case: Path) -> Any:
    (event,) = [event for event in exported(case, "events") if event["type"] == "shelling" and event["reports"] > 1]
    return event


def test_a_rejected_claim_leaves_its_event_and_undoing_it_restores_the_file_to_the_byte(case: Path):
    event = shelling(case)
    before = files_of(case.parent / "out")["events.jsonl"]
    rejected = done("judge", case, "reject", event["claims"][1], "--why", "an old video", "--json").json
    events = exported(case, "events")
    (alone,) = [one for one in events if event["claims"][1] in one["claims"]]
    assert (alone["claims"], alone["grade"]["name"]) == ([event["claims"][1]], "discounted")
    assert files_of(case.parent / "out")["events.jsonl"] != before
    done("judge", case, "undo", rejected["id"])
    exported(case, "events")
    assert files_of(case.parent / "out")["events.jsonl"] == before


def test_undoing_an_undoing_restores_the_judgement(case: Path):
    claim = shelling(case)["claims"][1]
    rejected = done("judge", case, "reject", claim, "--json").json["id"]
    undone = done("judge", case, "undo", rejected, "--json").json["id"]
    done("judge", case, "undo", undone)
    held = {line["id"]: line["in_force"] for line in exported(case, "judgements")}
    assert (held[rejected], held[undone]) == (True, False)
    assert all(event["reports"] == 1 for event in exported(case, "events"))


def test_claims_that_a_person_calls_different_stand_in_two_events_and_the_same_in_one(case: Path):
    claims = shelling(case)["claims"]
    done("judge", case, "different", *claims)
    assert all(set(claims) - set(event["claims"]) for event in exported(case, "events"))
    done("judge", case, "same", *claims)
    assert shelling(case)["claims"] == claims


def test_a_figure_that_a_person_sets_takes_the_place_of_the_settled_one_and_says_so(case: Path):
    event = shelling(case)
    done("judge", case, "set", event["id"], "counts.killed.civilian=4..6", "--why", "the hospital's list")
    (count,) = [count for count in shelling(case)["counts"] if count["civil_status"] == "civilian"]
    assert (count["low"], count["best"], count["high"], count["policy"]) == (4, None, 6, "judged")
    assert count["from"]["low"]["how"] == "judged"
    assert count["claims"]
    assert shelling(case)["reviewed"]


def test_a_figure_of_a_claim_that_a_person_sets_is_settled_with_the_others(case: Path):
    claim = shelling(case)["claims"][0]
    judgement = done("judge", case, "set", claim, "counts[0]=5", "--json").json["id"]
    (count,) = [count for count in shelling(case)["counts"] if count["civil_status"] == "civilian"]
    assert (count["low"], count["high"]) == (3, 5)
    assert count["from"]["high"] == {"how": "judged", "claims": [claim]}
    (line,) = [line for line in exported(case, "claims") if line["id"] == claim]
    assert line["judged"] == [judgement]
    assert line["counts"][0]["low"] == 3


def test_type_and_day_of_an_event_can_be_set(case: Path):
    event = shelling(case)
    done("judge", case, "set", event["id"], "type=air_strike")
    done("judge", case, "set", event["id"], "date=2021-07-28")
    (judged,) = [one for one in exported(case, "events") if one["id"] == event["id"]]
    assert (judged["type"], judged["date"]["start"], judged["date"]["end"]) == (
        "air_strike",
        "2021-07-28",
        "2021-07-28",
    )
    assert "air strike" in judged["title_en"]


def test_a_note_changes_no_event(case: Path):
    event = shelling(case)
    before = files_of(case.parent / "out")["events.jsonl"]
    done("judge", case, "note", event["claims"][0], "--why", "ask the outlet")
    assert exported(case, "judgements")[0]["why"] == "ask the outlet"
    after = files_of(case.parent / "out")["events.jsonl"]
    assert after == before


def test_the_list_shows_who_decided_what_and_what_was_taken_back(case: Path):
    claim = shelling(case)["claims"][0]
    made = done("judge", case, "reject", claim, "--by", "Rima", "--later", "--json").json["id"]
    done("judge", case, "undo", made, "--later")
    first, second = done("judge", case).out.splitlines()
    assert all(word in first for word in (made, "Rima", "reject", claim, "(undone)"))
    assert "undo" in second


def test_a_judgement_is_followed_by_the_events_that_it_made(case: Path):
    event = shelling(case)
    rejected = done("judge", case, "reject", event["id"]).out.splitlines()
    assert rejected[1].startswith(f"  {event['id']}  ")
    assert "(discounted, " in rejected[1]
    undone = done("judge", case, "undo", rejected[0].split()[0]).out.splitlines()
    assert undone[1].startswith(f"  {event['id']}  ")
    assert "discounted" not in undone[1]


def test_a_value_that_was_set_is_listed_by_the_word_that_is_typed(case: Path):
    done("judge", case, "set", shelling(case)["id"], "type=air_strike")
    assert "  set type=air_strike " in done("judge", case).out


def test_what_is_kept_for_later_waits_for_a_run(case: Path):
    claim = shelling(case)["claims"][0]
    done("judge", case, "reject", claim, "--later")
    assert "run `tawatur run" in called("show", case).err
    done("run", case)
    assert all(event["reports"] == 1 for event in exported(case, "events"))


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        (["reject", "clm-nothing"], "clm-nothing"),
        (["reject"], "one id or more"),
        (["same", "{claim}"], "two claims or more"),
        (["same", "{event}", "{claim}"], "is an event"),
        (["set", "{event}"], "FIELD=VALUE"),
        (["set", "{event}", "colour=red"], "counts.HARM"),
        (["set", "{event}", "counts.killed=many"], "3..5"),
        (["set", "{event}", "counts.killed=5..3"], "3..5"),
        (["set", "{event}", "counts.slain=3"], "killed"),
        (["set", "{event}", "date=yesterday"], "2021-07-29"),
        (["set", "{event}", "type=brawl"], "air_strike"),
        (["set", "{claim}", "counts[7]=3"], "counts[0]"),
        (["note", "{event}"], "--why"),
        (["undo", "jdg-nothing"], "jdg-nothing"),
        (["accept", "one"], "is a report"),
        (["praise", "{event}"], "praise"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_judged_ends_with_2_and_a_sentence_and_keeps_nothing(case: Path, typed: list[str], named: str):
    event = shelling(case)
    ended = called("judge", case, *(word.format(event=event["id"], claim=event["claims"][0]) for word in typed))
    assert (ended.code, ended.out) == (2, "")
    assert named in ended.err
    assert exported(case, "judgements") == []


def test_the_id_of_an_event_that_was_merged_still_finds_it(case: Path):
    claims = shelling(case)["claims"]
    done("judge", case, "different", *claims)
    (gone,) = [event["id"] for event in exported(case, "events") if event["claims"] == [max(claims)]]
    done("judge", case, "same", *claims)
    assert done("show", case, gone, "--json").json["claims"] == claims


def test_an_event_that_was_split_says_where_the_rest_stands(case: Path):
    event = shelling(case)
    done("judge", case, "different", *event["claims"])
    (new,) = [one["id"] for one in exported(case, "events") if one["claims"] == [max(event["claims"])]]
    assert new in done("show", case, event["id"]).out
