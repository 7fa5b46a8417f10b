import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.case_builder import ADULT, C1, C2, C3, CHILD, DETAINEE, E1, E2, SHELLING, WITNESS, case

from tawatur.export.jsonl import export_jsonl
from tawatur.export.package import fields_of
from tawatur.model.errors import Problem, TawaturError

NAMES = ("reports", "claims", "events", "chains", "copies", "judgements", "stories", "agreements", "problems")


def read(folder: Path, name: str) -> list[dict]:
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").split("\n") if line]


@pytest.fixture
def public(tmp_path: Path) -> Path:
    export_jsonl(case(), tmp_path / "out", names="public")
    return tmp_path / "out"


@pytest.fixture
def everything(tmp_path: Path) -> Path:
    export_jsonl(case(), tmp_path / "all", names="all")
    return tmp_path / "all"


def line_of(folder: Path, name: str, line_id: str) -> dict:
    return next(line for line in read(folder, name) if line["id"] == line_id)


def test_the_nine_files_and_the_manifest_are_written_and_nothing_else(public: Path):
    assert {path.name for path in public.iterdir()} == {*(f"{name}.jsonl" for name in NAMES), "datapackage.json"}


@pytest.mark.parametrize("name", NAMES)
def test_every_line_has_every_key_in_order(public: Path, name: str):
    lines = read(public, name)
    assert lines
    assert all(list(line) == [key for key, _ in fields_of(name)] for line in lines)


def test_the_same_case_gives_the_same_bytes_in_any_order(public: Path, tmp_path: Path):
    view = case()
    turned = replace(view, claims=view.claims[::-1], events=view.events[::-1], reports=view.reports[::-1])
    export_jsonl(turned, tmp_path / "again", names="public")
    assert all(path.read_bytes() == (tmp_path / "again" / path.name).read_bytes() for path in public.iterdir())


def test_lines_are_sorted(public: Path):
    assert [line["ref"] for line in read(public, "reports")] == ["001", "002", "003"]
    for name in ("claims", "events"):
        ids = [line["id"] for line in read(public, name)]
        assert ids == sorted(ids)


def test_a_claim_reads_as_the_contract_says(everything: Path):
    claim = line_of(everything, "claims", C1.id)
    assert (claim["report"], claim["type"], claim["plover"], claim["event"]) == ("001", "shelling", "ASSAULT", E1.id)
    assert claim["acled"] == "Shelling/artillery/missile attack"
    assert claim["date"]["start"] == "2021-07-29"
    assert claim["weapons"] == [{"said": "قذائف الهاون", "id": "mortar"}]
    assert claim["chain"] == [{"speaker": "وكالة الميدان", "withheld": None, "id": None, "kind": "agency"}]
    assert claim["counts"][0]["high"] is None
    assert claim["counts"][0]["of"] == {"children": 1}


def test_coordinates_have_five_places(public: Path):
    place = line_of(public, "claims", C1.id)["places"][0]
    assert (place["lat"], place["lon"]) == (32.61235, 36.10654)
    assert read(public, "copies")[0]["shared"] == 0.12346


def test_evidence_offsets_are_code_points_with_an_emoji_before_them(everything: Path):
    found = next(item for item in line_of(everything, "claims", C1.id)["evidence"] if item["field"] == "counts[0]")
    assert SHELLING[found["start"] : found["end"]] == found["quote"] == "مقتل شخصين على الأقل"


def test_evidence_in_the_title_says_so(public: Path):
    found = [item["in"] for item in line_of(public, "claims", C1.id)["evidence"] if item["field"] == "places[0]"]
    assert found == ["body", "title"]


def test_reports_are_named_by_their_refs(public: Path):
    assert line_of(public, "events", E1.id)["report_ids"] == ["001", "002"]
    assert {read(public, "copies")[0][side] for side in "ab"} == {"001", "002"}
    assert [line["copy_of"] for line in read(public, "reports")] == [None, "001", None]


def test_an_event_without_a_place_keeps_the_names_as_said(public: Path):
    place = line_of(public, "events", E2.id)["place"]
    assert place["said"] == ["بلدة لا يعرفها أحد"]
    assert [place[key] for key in ("lat", "name_ar", "precision_acled", "precision_ucdp")] == [None] * 4


def test_a_neighbourhood_is_exact_on_both_scales(public: Path):
    place = line_of(public, "events", E1.id)["place"]
    assert (place["precision_acled"], place["precision_ucdp"]) == (1, 1)


@pytest.mark.parametrize("name", [CHILD, DETAINEE, WITNESS])
def test_a_withheld_name_stands_in_no_public_file(public: Path, everything: Path, name: str):
    def holders(folder: Path) -> list[str]:
        return [path.name for path in folder.iterdir() if name in path.read_text(encoding="utf-8")]

    assert "claims.jsonl" in holders(everything)
    assert not holders(public)


def test_a_victim_s_withheld_name_is_null_beside_the_reason(public: Path):
    victims = [victim for claim in (C1, C3) for victim in line_of(public, "claims", claim.id)["victims"]]
    assert [victim["name"] for victim in victims] == [None] * 3
    assert [victim["withheld"] for victim in victims] == ["child", "detainee", "detainee"]


def test_a_masked_quote_says_so_and_keeps_its_offsets(public: Path):
    found = next(item for item in line_of(public, "claims", C1.id)["evidence"] if item["field"] == "victims[0]")
    assert (found["quote"], found["masked"]) == ("…", True)
    assert SHELLING[found["start"] : found["end"]] == CHILD


def test_a_grown_up_who_was_killed_is_named_in_public(tmp_path: Path):
    claim = replace(C2, victims=(replace(C3.victims[1], harm="killed"),))
    export_jsonl(replace(case(), claims=(claim,)), tmp_path, names="public")
    assert line_of(tmp_path, "claims", C2.id)["victims"][0]["name"] == ADULT


def test_the_manifest_holds_the_hash_of_each_file(public: Path):
    package = json.loads((public / "datapackage.json").read_text(encoding="utf-8"))
    assert package["names"] == "public"
    assert {item["path"]: item["hash"] for item in package["resources"]} == {
        path.name: f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}" for path in public.glob("*.jsonl")
    }


def test_characters_that_break_lines_or_utf8_are_escaped_and_read_back(tmp_path: Path):
    odd = "one\u2028two\x85three\ud800 \U0001f534"
    export_jsonl(replace(case(), problems=(Problem("x", "read", odd, "mend"),)), tmp_path, names="all")
    data = (tmp_path / "problems.jsonl").read_bytes()
    assert len(data.decode().splitlines()) == 1
    assert json.loads(data)["message"] == odd


def test_an_export_without_anything_is_nine_empty_files(tmp_path: Path):
    empty = replace(
        case(), reports=(), claims=(), events=(), copies=(), judgements=(), stories=(), agreements=(), problems=()
    )
    paths = export_jsonl(empty, tmp_path, names="public")
    assert [path.stat().st_size for path in paths if path.suffix == ".jsonl"] == [0] * 9


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path):
    (tmp_path / "taken").write_text("x")
    with pytest.raises(TawaturError, match="taken"):
        export_jsonl(case(), tmp_path / "taken", names="public")
