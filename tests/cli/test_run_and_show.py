import json
import re
from pathlib import Path

import pytest
from tests.cases import demo_inputs, made_reports, write_reports
from tests.command import called, done

from tawatur import logs
from tawatur.claim.read import read_report
from tawatur.model.text import Report
from tawatur.store.open import open_case
from tawatur.view import view_of

TEXT = "قُتل ثلاثة مدنيين في قصف مدفعي على بلدة طفس بريف درعا يوم 29 تموز 2021، بحسب مراسل محلي."


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case of one report, not yet run."""
    done("add", tmp_path / "c.tawatur", "-", stdin=json.dumps({"id": "one", "text": TEXT}).encode())
    return tmp_path / "c.tawatur"


def test_a_run_says_how_many_reports_it_read_and_a_second_that_there_was_nothing_to_do(case: Path):
    first, second = done("run", case), done("run", case)
    assert first.out.startswith("1 report read")
    assert second.out.startswith("nothing to do: every report is read and the events are up to date\n")
    assert first.out.partition("\n")[2] == second.out.partition("\n")[2]


def test_a_second_run_reads_nothing_and_makes_nothing(case: Path):
    assert done("run", case, "--json").json["derived"] is True
    again = done("run", case, "--json").json
    assert (again["read"], again["derived"]) == (0, False)


def test_a_run_says_on_standard_error_how_many_events_it_kept(case: Path):
    first, second = done("run", case), done("run", case)
    assert first.err.startswith("events: 0 kept as they were, ")
    assert second.err == ""


def test_only_what_came_in_since_is_read(case: Path):
    done("run", case)
    done("add", case, "-", stdin=json.dumps({"id": "two", "text": f"{TEXT} ثانية"}).encode())
    again = done("run", case, "--json").json
    assert (again["read"], again["derived"], again["reports"]) == (1, True, 2)


def test_a_run_of_a_case_without_reports_says_what_to_do(tmp_path: Path):
    assert called("add", tmp_path / "c.tawatur", tmp_path / "none.txt").code == 1
    ended = called("run", tmp_path / "c.tawatur")
    assert ended.code == 2
    assert f"holds no report yet; read some in with `tawatur add {tmp_path}/c.tawatur INPUT…`" in ended.err


def test_a_report_that_we_stumble_over_costs_its_own_claims_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):

    def stumble(report: Report, *rest, **options):
        if report.given_ref == "made-001":
            raise IndexError("no such mark")
        return read_report(report, *rest, **options)

    monkeypatch.setattr(logs, "read_report", stumble)
    done("add", tmp_path / "c.tawatur", *write_reports(tmp_path / "in", made_reports(3, 1)))
    done("run", tmp_path / "c.tawatur")
    done("export", tmp_path / "c.tawatur", tmp_path / "out")
    told = {json.loads(line)["report"] for line in (tmp_path / "out" / "claims.jsonl").read_text().splitlines()}
    assert told == {"made-000", "made-002"}
    (problem,) = [json.loads(line) for line in (tmp_path / "out" / "problems.jsonl").read_text().splitlines()]
    assert problem["subject"] == "made-001"
    assert problem["message"].endswith("stumbled over its text (IndexError: no such mark)")


def test_the_summary_has_the_figures_of_the_case(demo_folder: Path):
    shown = done("show", demo_folder / "demo.tawatur", "--json").json
    assert shown["reports"] == 19
    assert shown["disputes"] > 0
    with open_case(str(demo_folder / "demo.tawatur"), create=False) as store:
        view = view_of(store)
    assert (shown["claims"], shown["events"]) == (len(view.claims), len(view.events))
    assert shown["problems"] == len(view.problems)


def test_the_summary_lists_events_by_ids_that_can_be_shown(demo_folder: Path):
    case = demo_folder / "demo.tawatur"
    shown = done("show", case).out
    ids = [line.split()[0] for line in shown.splitlines() if line.startswith("evt-")]
    assert len(ids) > 3
    for event in ids:
        assert done("show", case, event).out.startswith(f"{event}  ")


def test_the_first_event_of_the_summary_has_a_dispute(demo_folder: Path):
    case = demo_folder / "demo.tawatur"
    first = next(line.split()[0] for line in done("show", case).out.splitlines() if line.startswith("evt-"))
    assert "\n  dispute   " in done("show", case, first).out


def test_an_event_a_claim_and_a_report_are_shown_by_id_ref_or_the_beginning_of_one(demo_folder: Path):
    case = demo_folder / "demo.tawatur"
    report = done("show", case, "basalt-0730", "--json").json
    assert done("show", case, report["id"], "--json").json == report
    assert done("show", case, report["id"][:12], "--json").json == report
    with open_case(str(case), create=False) as store:
        view = view_of(store)
    claim, event = view.claims[0], view.events[0]
    assert done("show", case, claim.id, "--json").json["id"] == claim.id
    assert done("show", case, event.id, "--json").json["claims"] == list(event.claims)


def test_a_figure_without_an_upper_bound_says_so_and_keeps_its_best(demo_folder: Path):
    case = demo_folder / "demo.tawatur"
    ids = [line.split()[0] for line in done("show", case).out.splitlines() if line.startswith("evt-")]
    shown = "".join(done("show", case, event).out for event in ids)
    assert re.search(r"killed \(status unknown\): 2 or more, best [0-9]+, by ", shown)


def test_a_report_is_shown_with_its_own_words(demo_folder: Path):
    shown = done("show", demo_folder / "demo.tawatur", "hauran-plain-0729-noon").out
    (path,) = [path for path in demo_inputs() if path.stem == "hauran-plain-0729-noon"]
    for line in path.read_text(encoding="utf-8").splitlines():
        assert f"  | {line}" in shown


def test_evidence_is_shown_with_the_characters_at_its_place(demo_folder: Path):
    case = demo_folder / "demo.tawatur"
    with open_case(str(case), create=False) as store:
        view = view_of(store)
    claim = view.claims[0]
    shown = done("show", case, claim.id).out
    for entry in claim.evidence:
        assert f"{entry.where} {entry.span.start}-{entry.span.end}  {entry.quote}  {entry.rule}" in shown


@pytest.mark.parametrize(
    ("thing", "said"),
    [("evt-none", "nothing in this case has the id 'evt-none'"), ("evt-", "'evt-' begins"), ("", "'' begins")],
)
def test_an_unknown_or_ambiguous_id_is_said(demo_folder: Path, thing: str, said: str):
    for more in ([], ["--json"]):
        ended = called("show", demo_folder / "demo.tawatur", thing, *more)
        assert (ended.code, ended.out) == (2, "")
        assert said in ended.err


def test_a_case_that_was_not_run_is_shown_with_a_word_of_what_waits(case: Path):
    ended = called("show", case)
    assert ended.code == 0
    assert "reports          1\nclaims           0\n" in ended.out
    assert ended.err == f"tawatur: {case}: 1 report waits to be read (one); run `tawatur run {case}`\n"


def test_a_text_cannot_steer_the_terminal(tmp_path: Path):
    row = json.dumps({"id": "bad", "outlet": "\x1b[31mred", "text": f"{TEXT}\x1b[2J\u202eabc"})
    done("add", tmp_path / "c.tawatur", "-", stdin=row.encode())
    done("run", tmp_path / "c.tawatur")
    shown = done("show", tmp_path / "c.tawatur", "bad").out
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\\x1b[2J\\u202eabc" in shown
