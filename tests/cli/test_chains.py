"""``tawatur show CASE EVENT --chains`` and chains.jsonl: who told whom, and what makes a chain of its own."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.command import called, done, lines_of

DEED = "قصفت قوات النظام بلدة طفس بقذائف الهاون يوم 29 تموز 2021، ما أدى إلى مقتل ثلاثة مدنيين"
REPORTS = {
    "own": f"{DEED}.",
    "agency": f"{DEED}، بحسب وكالة الأناضول.",
    "same": "مقتل ثلاثة مدنيين بقصف لقوات النظام على بلدة طفس يوم 29 تموز 2021، وفق ما نقلت وكالة الأناضول.",
    "nobody": "أفيد بمقتل ثلاثة مدنيين بقصف لقوات النظام على بلدة طفس يوم 29 تموز 2021.",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("chains") / "c.tawatur"
    lines = (
        json.dumps({"id": ref, "outlet": f"منبر {ref}", "text": text, "published": "2021-07-30"})
        for ref, text in REPORTS.items()
    )
    done("add", path, "-", stdin="\n".join(lines).encode())
    done("run", path)
    done("export", path, path.parent / "out")
    return path


@pytest.fixture(scope="module")
def event(case: Path) -> Any:
    return max(lines_of(case.parent / "out" / "events.jsonl"), key=lambda event: event["reports"])


def graph(case: Path, event: Any) -> Any:
    (found,) = [line for line in lines_of(case.parent / "out" / "chains.jsonl") if line["event"] == event["id"]]
    return found


def test_every_event_has_a_graph_with_the_origins_and_claims_that_it_names(case: Path):
    graphs = {line["event"]: line for line in lines_of(case.parent / "out" / "chains.jsonl")}
    for event in lines_of(case.parent / "out" / "events.jsonl"):
        made = graphs.pop(event["id"])
        assert sorted(made["origins"]) == sorted(event["origins"])
        assert [claim["claim"] for claim in made["claims"]] == event["claims"]
        assert {claim["origin"] for claim in made["claims"]} - {None} == set(range(event["chains"]))
    assert graphs == {}


def test_one_agency_in_two_outlets_is_one_origin_with_two_claims(case: Path, event: Any):
    made = graph(case, event)
    agency = made["origins"].index("وكالة الأناضول")
    assert {claim["report"] for claim in made["claims"] if claim["origin"] == agency} == {"agency", "same"}


def test_what_adds_no_chain_says_why(case: Path, event: Any):
    why = {claim["report"]: (claim["origin"], claim["why"]) for claim in graph(case, event)["claims"]}
    assert why["nobody"] == (None, "unsigned")
    assert why["own"] == (None, "follows")


def test_reports_that_share_text_are_named_with_how_much(case: Path, event: Any):
    shared = {frozenset((pair["a"], pair["b"])): pair["shared"] for pair in graph(case, event)["copies"]}
    assert shared[frozenset({"own", "agency"})] > 0.5
    assert frozenset({"own", "nobody"}) not in shared


def test_the_graph_is_shown_link_by_link(case: Path, event: Any):
    shown = done("show", case, event["id"], "--chains").out
    assert "chain 1   وكالة الأناضول" in shown
    assert "agency (منبر agency) < وكالة الأناضول" in shown
    assert "nobody is said to have told it" in shown
    assert "own and agency" in shown or "agency and own" in shown
    assert done("show", case, event["id"], "--chains", "--json").json == graph(case, event)


@pytest.mark.parametrize("thing", [[], ["own"]])
def test_chains_of_what_is_no_event_end_with_2_and_a_sentence(case: Path, thing: list[str]):
    ended = called("show", case, *thing, "--chains")
    assert (ended.code, ended.out) == (2, "")
    assert "an event" in ended.err
