"""``tawatur explain``: how one claim came about, checked against what the export says of it."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.command import called, done, lines_of

from tawatur import logs
from tawatur.lang.pack import load_pack

TEXT = "قصفت قوات النظام بلدة طفس بقذائف الهاون يوم 29 تموز 2021، ما أدى إلى مقتل ثلاثة مدنيين، بحسب مراسل محلي."
PACT = "توصلت الفصائل إلى اتفاق مع قوات النظام برعاية روسية يقضي بنشر تسعة حواجز في طفس وتسليم السلاح الخفيف."
ARREST = "اعتقلت قوات النظام الشاب سالم الحمدان على حاجز في بلدة نصيب يوم 29 تموز 2021."
REPORTS = {"one": TEXT, "pact": PACT, "arrest": ARREST}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of three reports, run; not to be written to."""
    path = tmp_path_factory.mktemp("explain") / "c.tawatur"
    lines = (json.dumps({"id": ref, "text": text, "published": "2021-07-30"}) for ref, text in REPORTS.items())
    done("add", path, "-", stdin="\n".join(lines).encode())
    done("run", path)
    return path


def exported(case: Path, folder: Path, kind: str) -> Any:
    done("export", case, folder, "--names", "all")
    return next(claim for claim in lines_of(folder / "claims.jsonl") if claim["type"] == kind)


def test_the_sentence_stands_with_its_evidence_in_brackets(case: Path, tmp_path: Path):
    claim = exported(case, tmp_path, "shelling")
    shown = done("explain", case, claim["id"]).out
    (sentence,) = [line for line in shown.splitlines() if line.startswith("  | ")]
    assert sentence.startswith("  | [قصفت] [قوات النظام] [بلدة طفس]")
    assert sentence.replace("[", "").replace("]", "") == f"  | {TEXT}"


def test_every_mark_says_its_word_and_the_rule_that_saw_it(case: Path, tmp_path: Path):
    made = done("explain", case, exported(case, tmp_path, "shelling")["id"], "--json").json
    assert all(TEXT[mark["start"] : mark["end"]] == mark["quote"] for mark in made["marks"])
    seen = {(mark["kind"], mark["quote"], mark["rule"]) for mark in made["marks"]}
    assert ("action", "قصفت", "ar/actions#shelled") in seen
    assert ("weapon", "قذائف الهاون", "ar/weapons#mortar") in seen


def test_the_signs_of_a_weighed_claim_add_up_to_what_made_it_tell(case: Path, tmp_path: Path):
    telling = done("explain", case, exported(case, tmp_path, "shelling")["id"], "--json").json["telling"]
    assert telling["weighed"]
    assert telling["total"] == pytest.approx(sum(sign["weight"] for sign in telling["signs"]), abs=1e-5)
    assert telling["total"] >= 0
    assert {"bias", "type-shelling", "word-verb"} <= {sign["sign"] for sign in telling["signs"]}


def test_a_claim_that_is_not_weighed_says_so(case: Path, tmp_path: Path):
    claim = exported(case, tmp_path, "agreement")
    assert "  telling   told wherever a rule sees it" in done("explain", case, claim["id"]).out
    assert done("explain", case, claim["id"], "--json").json["telling"]["weighed"] is False


def test_each_field_that_the_export_holds_has_its_value_and_its_rules(case: Path, tmp_path: Path):
    claim = exported(case, tmp_path, "agreement")
    made = done("explain", case, claim["id"], "--json").json
    fields = {field["field"]: field for field in made["fields"]}
    assert made["claim"] == claim
    assert fields["terms[0]"]["value"] == "نشر تسعة حواجز في طفس (number 9)"
    assert [entry["rule"] for entry in fields["sponsors[0]"]["evidence"]] == ["claim#sponsor"]
    assert all(field["evidence"] for field in made["fields"])


def test_the_beginning_of_an_id_is_enough(case: Path, tmp_path: Path):
    claim = exported(case, tmp_path, "shelling")["id"]
    assert done("explain", case, claim[:14]).out == done("explain", case, claim).out


def test_an_id_with_a_slip_of_the_pen_names_the_nearest(case: Path, tmp_path: Path):
    claim = exported(case, tmp_path, "shelling")["id"]
    slip = claim[:-1] + ("0" if claim[-1] != "0" else "1")
    ended = called("explain", case, slip)
    assert (ended.code, ended.out) == (2, "")
    assert f"no claim in this case has the id '{slip}'; the nearest are {claim}" in ended.err


def test_an_event_or_a_report_is_told_which_claims_it_has(case: Path, tmp_path: Path):
    claim = exported(case, tmp_path, "shelling")
    for name in (claim["event"], "one"):
        ended = called("explain", case, name)
        assert ended.code == 2
        assert f"its claims are {claim['id']}" in ended.err


def test_what_is_no_id_at_all_is_told_where_ids_are(case: Path):
    ended = called("explain", case, "somewhere")
    assert ended.code == 2
    assert f"`tawatur show {case} REF` lists the claims of a report" in ended.err


def test_a_withheld_name_shows_nowhere_when_the_public_is_to_see_it(case: Path, tmp_path: Path):
    claim = exported(case, tmp_path, "arrest")["id"]
    assert "سالم الحمدان" in done("explain", case, claim).out
    for options in ([], ["--json"]):
        public = done("explain", case, claim, "--names", "public", *options).out
        assert "سالم" not in public
        assert "الحمدان" not in public
        assert "…" in public


def test_another_pack_than_the_one_that_made_the_claim_is_said_plainly(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    claim = exported(case, tmp_path, "shelling")
    pack = load_pack("ar")
    changed = type(pack)(pack.language, "ar-another", pack.files, pack.rules, pack.lexicon, pack.gazetteer)
    monkeypatch.setattr(logs, "load_pack", lambda *_: changed)
    ended = called("explain", case, claim["id"])
    assert ended.code == 0
    assert f"made by {claim['pack_version']}; today's is ar-another" in ended.out


def test_a_claim_that_todays_pack_no_longer_makes_shows_what_was_kept(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    claim = exported(case, tmp_path, "shelling")
    monkeypatch.setattr(logs, "derivation_of", lambda *_, **__: None)
    made = done("explain", case, claim["id"], "--json").json
    assert (made["marks"], made["frame"], made["telling"]) == (None, None, None)
    assert made["claim"] == claim
    assert {"counts[0]", "actors[0]"} <= {field["field"] for field in made["fields"]}
