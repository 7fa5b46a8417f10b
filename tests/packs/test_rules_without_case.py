"""Rules without a case are counted, and their number may only fall."""

import tomllib
from pathlib import Path

import pytest
from tests.packs.cases import Case, Wanted, cases_of
from tests.packs.shown import KINDS

from rules_without_case import report, rules_without_case
from tawatur.lang.pack import Pack, load_pack

CEILINGS = tomllib.loads(Path(__file__).with_name("uncovered.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("ar")


@pytest.mark.parametrize("file", sorted(KINDS))
def test_no_file_gains_rules_without_a_case(pack: Pack, file: str):
    missing = rules_without_case(pack, file, cases_of(file))
    assert len(missing) <= CEILINGS[file], f"write a case for one of: {', '.join(missing)}"


def test_every_file_of_rules_has_a_ceiling():
    assert set(CEILINGS) == set(KINDS)


def test_a_rule_is_covered_by_a_wanted_mark_of_it(pack: Pack):
    case = Case(text="مقتل عامل", want=[Wanted(quote="مقتل", value="killed noun")])
    assert "killed-noun" in rules_without_case(pack, "harm", [])
    assert "killed-noun" not in rules_without_case(pack, "harm", [case])


def test_a_mark_that_nobody_wants_covers_nothing(pack: Pack):
    assert "killed-noun" in rules_without_case(pack, "harm", [Case(text="مقتل عامل", want=[])])


def test_a_rule_that_keeps_something_out_is_covered_where_it_does(pack: Pack):
    idle, at_work = Case(text="وصل الوفد", want=[]), Case(text="لست متأكدا", want=[])
    assert "i-am-not" in rules_without_case(pack, "numbers", [idle])
    assert "i-am-not" not in rules_without_case(pack, "numbers", [at_work])


def test_the_report_names_each_file_and_each_rule_without_a_case(pack: Pack):
    lines = list(report(pack, told=lambda file: []))
    counted = [line.partition(":")[0] for line in lines if not line.startswith(" ")]
    assert counted == sorted(KINDS)
    assert "  killed-noun" in lines
