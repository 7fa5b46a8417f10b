"""What is exported fits the contract: every key on every line, closed vocabularies, evidence, offsets and links."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import ValidationError
from tests.cases import made_reports, write_reports
from tests.command import called, done, lines_of
from tests.contract.shapes import (
    SHAPES,
    Act,
    Harm,
    Qualifier,
    ReportLine,
    Type,
    fields_with_evidence,
    fields_with_values,
)

from tawatur.lang import vocabulary
from tawatur.store.open import open_case
from tawatur.view import view_of

Lines = dict[str, list[dict[str, Any]]]


def lines_of_export(folder: Path) -> Lines:
    return {name: lines_of(folder / f"{name}.jsonl") for name in SHAPES}


@pytest.fixture(scope="session")
def made_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    case = folder / "made.tawatur"
    paths = write_reports(folder / "in", made_reports(30, 8))
    (folder / "in" / "broken.jsonl").write_text('{"id": "broken", "text": "قُتل رجل في نوى", "published": "gestern"}')
    assert called("add", case, *paths, folder / "in" / "broken.jsonl").code == 0
    done("run", case)
    return case


@pytest.fixture(scope="session", params=["demo", "made", "daraa"])
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case that was run: the demonstration, made reports, and real ones where there are such."""
    if request.param == "demo":
        folder: Path = request.getfixturevalue("demo_folder")
        return folder / "demo.tawatur"
    if request.param == "made":
        made: Path = request.getfixturevalue("made_case")
        return made
    shared: Path = request.getfixturevalue("shared")
    path = tmp_path_factory.mktemp("daraa") / "c.tawatur"
    done("add", path, shared / "data" / "daraa")
    done("run", path)
    return path


@pytest.fixture(scope="session", params=["all", "public"])
def lines(case: Path, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Lines:
    """The lines of an export, with and without the names that are kept out of what is published."""
    out = tmp_path_factory.mktemp("out")
    done("export", case, "--to", "jsonl", out, "--names", request.param)
    return lines_of_export(out)


@pytest.fixture(scope="session")
def texts(case: Path) -> dict[str, dict[str, str]]:
    """The stored body and title of each report by its ref."""
    with open_case(str(case), create=False) as store:
        view = view_of(store)
    bodies = {item.ref: {"body": item.report.text.chars} for item in view.reports}
    titles = {item.ref: {"title": item.report.title.chars} for item in view.reports if item.report.title}
    return {ref: body | titles.get(ref, {}) for ref, body in bodies.items()}


@pytest.mark.parametrize("name", SHAPES)
def test_every_line_has_every_key_and_only_values_of_the_contract(lines: Lines, name: str):
    if name not in {"problems", "copies", "judgements", "stories", "agreements"}:
        assert lines[name]
    for line in lines[name]:
        SHAPES[name].model_validate(line)


def test_every_field_with_a_value_has_evidence(lines: Lines):
    bare = {claim["id"]: fields_with_values(claim) - fields_with_evidence(claim) for claim in lines["claims"]}
    assert not {claim: fields for claim, fields in bare.items() if fields}


def test_every_quote_is_what_stands_at_its_place(lines: Lines, texts: dict[str, dict[str, str]]):
    looked_at = 0
    for claim in lines["claims"]:
        for entry in claim["evidence"]:
            text = texts[claim["report"]][entry["in"]]
            assert 0 <= entry["start"] < entry["end"] <= len(text)
            if not entry["masked"]:
                assert text[entry["start"] : entry["end"]] == entry["quote"]
                looked_at += 1
    assert looked_at > len(lines["claims"])


def test_what_is_said_is_among_the_characters_of_its_evidence(lines: Lines, texts: dict[str, dict[str, str]]):
    """Without what only a mark of vowels or an attached particle changes: both are in the characters, not in the word."""
    bare = str.maketrans("", "", "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640")
    for claim in lines["claims"]:
        for name in ("places", "weapons", "counts"):
            for item in claim[name]:
                words = item["said"].translate(bare).split()
                whole = " ".join(texts[claim["report"]].values()).translate(bare)
                assert words[-1] in whole, (claim["id"], item["said"])


def test_evidence_names_a_rule(lines: Lines):
    rules = {entry["rule"] for claim in lines["claims"] for entry in claim["evidence"]}
    assert all("#" in rule for rule in rules), rules


def test_figures_bound_what_they_say(lines: Lines):
    figures = [count for name in ("claims", "events") for line in lines[name] for count in line["counts"]]
    assert figures
    for count in figures:
        known = [count[bound] for bound in ("low", "best", "high") if count[bound] is not None]
        assert known == sorted(known), count


def test_days_run_forward(lines: Lines):
    spans = [line["date"] for name in ("claims", "events") for line in lines[name]]
    spans += [line["published_resolved"] for line in lines["reports"]]
    assert all(span["start"] <= span["end"] for span in spans if span["start"] and span["end"])


def test_refs_and_ids_are_unique_and_lines_sorted(lines: Lines):
    for name, key in (("reports", "ref"), ("claims", "id"), ("events", "id")):
        ids = [line[key] for line in lines[name]]
        assert ids == sorted(set(ids))


def test_every_link_leads_somewhere(lines: Lines):
    refs = {line["ref"] for line in lines["reports"]}
    claims = {line["id"]: line for line in lines["claims"]}
    events = {line["id"]: line for line in lines["events"]}
    assert {claim["report"] for claim in claims.values()} <= refs
    assert {pair[side] for pair in lines["copies"] for side in ("a", "b")} <= refs
    assert {line["copy_of"] for line in lines["reports"]} - {None} <= refs
    for event in events.values():
        assert {*event["contains"], *([event["within"]] if event["within"] else [])} <= set(events)


def test_a_copy_group_has_at_least_two_reports(lines: Lines):
    sizes = Counter(line["copy_group"] for line in lines["reports"] if line["copy_group"])
    assert all(size > 1 for size in sizes.values())


def test_a_claim_and_its_event_name_each_other(lines: Lines):
    told = [(claim, event["id"]) for event in lines["events"] for claim in event["claims"]]
    assert sorted(told) == sorted((claim["id"], claim["event"]) for claim in lines["claims"] if claim["event"])


def test_an_event_counts_the_reports_of_its_claims(lines: Lines):
    report = {claim["id"]: claim["report"] for claim in lines["claims"]}
    for event in lines["events"]:
        assert event["report_ids"] == sorted({report[claim] for claim in event["claims"]})
        assert event["reports"] == len(event["report_ids"])
        assert event["chains"] <= event["reports"] + sum(len(_chain(lines, claim)) for claim in event["claims"])


def _chain(lines: Lines, claim: str) -> list[Any]:
    (found,) = [line["chain"] for line in lines["claims"] if line["id"] == claim]
    return list(found)


def test_figures_and_disputes_rest_on_claims_of_their_event(lines: Lines):
    for event in lines["events"]:
        resting = [*event["counts"], *event["disputes"]]
        assert all(set(item["claims"]) <= set(event["claims"]) for item in resting), event["id"]


def test_a_withheld_name_is_null_and_stands_nowhere_else(case: Path, tmp_path: Path):
    for names in ("all", "public"):
        done("export", case, tmp_path / names, "--names", names)
    kept = {
        victim["name"]
        for claim in lines_of(tmp_path / "all" / "claims.jsonl")
        for victim in claim["victims"]
        if victim["sex_age"] in {"child", "children", "girl", "boy"}
    }
    published = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "public").iterdir())
    assert not [name for name in kept if f'"{name}"' in published]


@pytest.mark.parametrize(
    ("name", "literal"),
    [("type", Type), ("harm", Harm), ("act", Act), ("qualifier", Qualifier)],
    ids=lambda one: str(one)[:9],
)
def test_the_closed_vocabularies_are_those_of_the_pack(name: str, literal: object):
    assert set(vocabulary.values(name)) == set(get_args(literal))


def _without(key: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda line: {name: value for name, value in line.items() if name != key}


@pytest.mark.parametrize(
    "broken", [_without("origin"), lambda line: line | {"published": "29/7/2021"}], ids=["absent", "no day"]
)
def test_a_line_that_breaks_the_contract_would_be_seen(broken, lines: Lines):
    with pytest.raises(ValidationError):
        ReportLine.model_validate(broken(lines["reports"][0]))


def test_the_package_describes_every_file_and_key(case: Path, tmp_path: Path):
    done("export", case, tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    described = {item["name"]: [field["name"] for field in item["schema"]["fields"]] for item in package["resources"]}
    assert set(described) == set(SHAPES)
    for name, keys in described.items():
        for line in lines_of(tmp_path / f"{name}.jsonl"):
            assert list(line) == keys
    assert Counter(item["lines"] for item in package["resources"]) == Counter(
        len(lines_of(tmp_path / f"{name}.jsonl")) for name in SHAPES
    )
