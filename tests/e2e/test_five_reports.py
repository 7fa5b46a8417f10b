"""Five reports of one siege, read together: their days, what they tell alike, and where their accounts part."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.command import done, lines_of

Row = dict[str, Any]


@pytest.fixture(scope="module")
def case(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Row]]:
    """The exported rows of a case of the five reports, by file."""
    return exported(shared / "data" / "daraa", tmp_path_factory.mktemp("daraa"))


def exported(reports: Path, folder: Path) -> dict[str, list[Row]]:
    path = str(folder / "case.tawatur")
    done("add", path, reports)
    done("run", path)
    done("export", path, "--to", "jsonl", folder / "out")
    files = ("reports", "copies", "claims", "events", "agreements", "stories")
    return {name: lines_of(folder / "out" / f"{name}.jsonl") for name in files}


def days(case: dict[str, list[Row]], ref: str) -> Row:
    (found,) = (row["published_resolved"] for row in case["reports"] if row["ref"] == ref)
    return found


def claims(case: dict[str, list[Row]], event: Row) -> list[Row]:
    return [claim for claim in case["claims"] if claim["id"] in event["claims"]]


def disputes(case: dict[str, list[Row]], kind: str) -> list[tuple[Row, Row]]:
    return [(event, one) for event in case["events"] for one in event["disputes"] if one["kind"] == kind]


def speakers(case: dict[str, list[Row]], told: list[str]) -> set[str]:
    return {link["speaker"] for claim in case["claims"] if claim["id"] in told for link in claim["chain"]}


@pytest.mark.parametrize(
    ("ref", "first", "last", "reason"),
    [
        ("000", "2021-07-29", "2021-07-31", "001"),
        ("001", "2021-07-29", "2021-07-29", "weekday"),
        ("002", "2021-07-30", "2021-07-30", "bears"),
        ("003", "2021-08-26", "2021-08-27", "2021-06-25"),
        ("004", "2021-09-05", "2021-09-05", "post"),
    ],
)
def test_each_report_is_dated_with_a_reason(case: dict[str, list[Row]], ref: str, first: str, last: str, reason: str):
    found = days(case, ref)
    assert first <= found["start"] <= found["end"] <= last
    assert reason in found["why"]


def test_the_day_on_which_a_page_was_fetched_is_no_publication_day(case: dict[str, list[Row]]):
    assert "09-24" not in json.dumps(days(case, "002"))


def of_the_29th(case: dict[str, list[Row]]) -> list[Row]:
    kinds = ("armed_clash", "ground_offensive", "shelling")
    return [e for e in case["events"] if e["type"] in kinds and e["date"]["start"] == "2021-07-29" == e["date"]["end"]]


def test_the_fights_of_29_july_meet_across_the_three_reports(case: dict[str, list[Row]]):
    """Two tell of the same quarters in one event; the third tells of the governorate, in an event that holds it."""
    told = {event["id"]: event for event in of_the_29th(case)}
    joined = [event for event in told.values() if {"001", "002"} <= set(event["report_ids"])]
    assert joined
    assert all("000" in told[event["within"]]["report_ids"] for event in joined)


def test_the_monitors_toll_of_the_governorate_holds_what_the_others_tell_of_its_quarters(case: dict[str, list[Row]]):
    of_quarters = [event for event in of_the_29th(case) if {"001", "002"} <= set(event["report_ids"])]
    assert of_quarters
    totals = {event["id"]: event for event in of_the_29th(case) if "000" in event["report_ids"]}
    for event in of_quarters:
        named = speakers(case, totals[event["within"]]["claims"])
        assert any("المرصد السوري" in name for name in named)


def test_the_monitor_the_agency_and_the_outlets_stay_apart(case: dict[str, list[Row]]):
    for event in of_the_29th(case):
        names = speakers(case, event["claims"])
        voices = len({name for name in names if "المرصد" in name or "نبأ" in name})
        assert event["chains"] >= voices
    named = set().union(*(speakers(case, event["claims"]) for event in of_the_29th(case)))
    assert any("المرصد السوري" in name for name in named)
    assert any("نبأ" in name for name in named)


def test_one_page_shows_the_three_voices_each_in_its_own_chain(shared: Path, tmp_path: Path):
    told = exported(shared / "data" / "daraa", tmp_path)
    (quarter,) = (e for e in of_the_29th(told) if {"001", "002"} <= set(e["report_ids"]) and e["type"] == "shelling")
    shown = done("show", tmp_path / "case.tawatur", quarter["id"], "--chains").out
    own, _, total = shown.partition("it lies in")
    chains = [line.split(maxsplit=2)[2] for line in own.splitlines() if line.startswith("  chain ")]
    assert "وكالة نبأ المحلية" in chains
    assert len(chains) == len(set(chains)) == quarter["chains"] > 1
    assert "المرصد السوري" in total
    assert "المرصد السوري" not in own
    assert "نبأ" not in total


def test_eight_and_eight_and_five_leave_two_of_at_least_23(case: dict[str, list[Row]]):
    ((event, dispute),) = disputes(case, "unaccounted_remainder")
    assert event["date"]["start"] == "2021-07-29"
    assert "at least 23" in dispute["text_en"]
    assert "add up to 21" in dispute["text_en"]
    assert "; 2 are not accounted for" in dispute["text_en"]
    assert "المرصد" in dispute["text_ar"]
    assert {claim["report"] for claim in case["claims"] if claim["id"] in dispute["claims"]} == {"000"}


def test_eight_civilians_beside_eight_soldiers_contest_nobodys_status(case: dict[str, list[Row]]):
    assert disputes(case, "status_contested") == []


def test_the_residents_count_of_days_leads_to_another_beginning_than_the_outlets(case: dict[str, list[Row]]):
    ((event, dispute),) = disputes(case, "duration_mismatch")
    assert event["type"] == "siege"
    assert "20 June 2021" in dispute["text_en"]
    assert "25 June 2021" in dispute["text_en"]
    assert "5 days apart" in dispute["text_en"]
    assert any("أهالي" in name for name in speakers(case, dispute["claims"]))


def test_two_days_called_today_are_a_dispute_of_that_report(case: dict[str, list[Row]]):
    found = disputes(case, "two_datelines")
    assert found
    for event, dispute in found:
        assert "003" in event["report_ids"]
        assert "Thursday 26 August 2021 and Tuesday 24 August 2021" in dispute["text_en"]
        assert {claim["report"] for claim in case["claims"] if claim["id"] in dispute["claims"]} == {"003"}


def test_the_ends_of_two_reports_may_be_two_translations(case: dict[str, list[Row]]):
    (pair,) = case["copies"]
    assert {pair["a"], pair["b"]} == {"003", "004"}
    assert pair["kind"] == "possible_translation"
    assert pair["shared"] is None
    assert len(pair["passages"]) > 1


def siege(case: dict[str, list[Row]]) -> Row:
    (found,) = (e for e in case["events"] if e["type"] == "siege" and {"003", "004"} <= set(e["report_ids"]))
    return found


def test_the_beginning_of_the_siege_is_one_event(case: dict[str, list[Row]]):
    told = claims(case, siege(case))
    beginnings = {
        claim["report"]: claim["date"]["start"] for claim in told if (claim["date"]["start"] or "")[:7] == "2021-06"
    }
    assert beginnings.keys() >= {"001", "003", "004"}
    assert {claim["report"] for claim in told if claim["date"]["start"] == "2021-06-25"} == {"003", "004"}


def test_what_two_translations_tell_counts_once(case: dict[str, list[Row]]):
    """The agreement of July stands in both translations: between them they are one chain."""
    (event,) = july_agreements(case)
    others = {ref for ref in event["report_ids"] if ref not in ("003", "004")}
    assert event["chains"] <= 1 + len(others)


def july_agreements(case: dict[str, list[Row]]) -> list[Row]:
    return [
        e
        for e in case["events"]
        if e["type"] == "agreement" and {"003", "004"} <= set(e["report_ids"]) and (e["date"]["start"] or "") >= "2021"
    ]


def test_the_agreement_of_july_and_its_breach_are_linked(case: dict[str, list[Row]]):
    (event,) = july_agreements(case)
    (ledger,) = (row for row in case["agreements"] if row["event"] == event["id"])
    broken = {claim for breach in ledger["breaches"] for claim in breach["claims"]}
    assert {claim["report"] for claim in case["claims"] if claim["id"] in broken} >= {"003", "004"}


def test_every_breach_is_of_one_agreement_that_of_its_claims(case: dict[str, list[Row]]):
    broken = {(breach["event"], row["id"]) for row in case["agreements"] for breach in row["breaches"]}
    assert len(broken) > 3
    agreement = {event["id"]: event["agreement"] for event in case["events"]}
    assert {(event, agreement[event]) for event, _ in broken} == broken


def test_the_settlement_of_2018_is_no_event_of_2021(case: dict[str, list[Row]]):
    told = [c for c in case["claims"] if c["type"] == "agreement" and "2018" in (c["date"]["said"] or "")]
    assert len(told) > 4
    for claim in told:
        assert claim["date"]["start"][:4] == claim["date"]["end"][:4] == "2018"
        (event,) = (event for event in case["events"] if claim["id"] in event["claims"])
        assert event["date"]["end"] < "2019"


def test_a_division_and_its_army_are_no_rivals(case: dict[str, list[Row]]):
    assert disputes(case, "rival_perpetrators") == []


@pytest.mark.parametrize(("ref", "sign"), [("002", "تونس"), ("002", "العراق"), ("002", "المناخ"), ("004", "أرشيف")])
def test_related_stories_and_captions_yield_nothing(case: dict[str, list[Row]], shared: Path, ref: str, sign: str):
    text = (shared / "data" / "daraa" / f"{ref}.txt").read_text(encoding="utf-8")
    starts = [at for at in range(len(text)) if text.startswith(sign, at)]
    lines = [(text.rfind("\n", 0, at) + 1, text.find("\n", at)) for at in starts]
    assert lines
    for claim in case["claims"]:
        for entry in claim["evidence"] if claim["report"] == ref else ():
            assert not any(first <= entry["start"] < last for first, last in lines), entry["quote"]


def test_nothing_is_dated_after_its_report(case: dict[str, list[Row]]):
    for claim in case["claims"]:
        if claim["status"] == "asserted" and claim["date"]["start"]:
            assert date.fromisoformat(claim["date"]["start"]) <= date.fromisoformat(days(case, claim["report"])["end"])
