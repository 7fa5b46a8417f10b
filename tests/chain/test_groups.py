from datetime import date

from tests.chain.made import WIRE, edited, made_report, made_text

from tawatur.chain.copies import find_copies
from tawatur.chain.groups import copy_groups, copy_of
from tawatur.model.ids import content_id


def groups_of(*reports):
    return copy_groups(reports, find_copies(reports))


def test_reprints_are_one_group_named_after_its_smallest_report():
    reports = [made_report(WIRE, str(n), f"outlet {n}") for n in range(3)]
    group = content_id("grp", min(report.id for report in reports))
    assert groups_of(*reports) == {report.id: group for report in reports}


def test_an_edited_reprint_belongs_to_the_group():
    assert len(groups_of(made_report(WIRE, "one"), made_report(edited(WIRE, 0.08, 3), "two"))) == 2


def test_a_report_that_copies_nobody_has_no_group():
    alone = made_report(made_text(100, 1), "alone")
    assert alone.id not in groups_of(alone, made_report(WIRE, "one"), made_report(WIRE, "two"))


def test_a_roundup_of_three_wires_ties_none_of_them_together():
    wires = [made_text(80, seed) for seed in range(3)]
    roundup = made_report("\n".join(wires), "roundup", "d")
    carried = [made_report(wire, f"wire {n}", f"outlet {n}") for n, wire in enumerate(wires)]
    assert len(find_copies([roundup, *carried])) == 3
    assert groups_of(roundup, *carried) == {}


def test_a_long_report_that_carries_a_wire_whole_is_no_copy_of_it():
    assert groups_of(made_report(WIRE, "wire"), made_report(WIRE + " " + made_text(200, 1), "long")) == {}


def test_a_thousand_reprints_are_one_group():
    reports = [made_report(WIRE, str(n), f"outlet {n}") for n in range(1000)]
    groups = groups_of(*reports)
    assert len(groups) == 1000
    assert len(set(groups.values())) == 1


def test_later_reports_copy_the_earliest_of_their_group():
    first, second, third = (made_report(WIRE, str(day), f"outlet {day}", date(2021, 8, day)) for day in (1, 2, 3))
    groups = groups_of(third, first, second)
    assert copy_of([second, third, first], groups) == {second.id: first.id, third.id: first.id}


def test_reports_of_one_day_or_none_copy_nobody_known():
    reports = [made_report(WIRE, str(n), f"outlet {n}", date(2021, 8, 1)) for n in range(2)]
    undated = made_report(WIRE, "undated", "outlet 9")
    groups = groups_of(*reports, undated)
    assert len(groups) == 3
    assert copy_of([*reports, undated], groups) == {}
