"""A happening is told where something makes it happen; elsewhere it is only mentioned."""

import pytest
from tests.claim.scopes import frames_in, scope_in

from tawatur.claim.acts.status import how_told, is_background
from tawatur.claim.acts.told import definite, harm_tells, tells


def told(chars: str) -> list[str]:
    scope = scope_in(chars)
    return [mark.type for mark in scope.actions if tells(scope, mark)]


def status(chars: str) -> tuple[str, str]:
    scope, frames = frames_in(chars)
    found = how_told(scope, frames[0])
    return found.status, found.stance


@pytest.mark.parametrize(
    "chars",
    [
        "قصفت المدفعية بلدة سرمين",
        "دار قصف على بلدة سرمين",
        "قصف على بلدة سرمين",
        "غارة استهدفت بلدة سرمين",
        "تتعرض بلدة سرمين لقصف",
    ],
)
def test_a_verb_or_what_makes_a_noun_happen_tells(chars: str):
    assert told(chars)


@pytest.mark.parametrize(
    "chars",
    [
        "ناقشوا منع الهجمات على القوافل",
        "يخشون من القصف كل ليلة",
        "أدانت الأمم المتحدة قصف سرمين",
        "خسر المنتخب بعد هجوم ضعيف",
    ],
)
def test_a_noun_that_is_talked_about_does_not_tell(chars: str):
    assert [one for one in told(chars) if one != "statement"] == []


def test_what_is_condemned_tells_where_its_own_clause_follows():
    assert told("أدانت الأمم المتحدة الهجوم الذي شنته قوات النظام") == ["statement", "ground_offensive"]


def test_death_without_an_act_tells_nothing_and_with_a_weapon_it_does():
    calm, armed = scope_in("توفي رجل في بيته"), scope_in("توفي رجل برصاص قناص")
    assert not harm_tells(calm, calm.harms[0])
    assert harm_tells(armed, armed.harms[0])


def test_people_who_die_on_the_road_are_no_claim():
    scope = scope_in("قتل ثلاثة أشخاص في حادث سير")
    assert not harm_tells(scope, scope.harms[0])


@pytest.mark.parametrize(
    ("chars", "points_back"),
    [("نقل الجرحى", True), ("زار جرحى القصف", True), ("سقط جرحى مدنيون", False), ("سقط جرحى", False)],
)
def test_people_with_the_article_or_of_an_act_point_back(chars: str, points_back: bool):
    scope = scope_in(chars)
    assert definite(scope, scope.harms[0]) is points_back


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        ("قصفت قوات النظام سرمين", ("asserted", "plain")),
        ("حاولت قوات النظام اقتحام سرمين", ("attempted", "plain")),
        ("فشلت قوات سوريا الديمقراطية في اقتحام منبج", ("attempted", "plain")),
        ("تستعد قوات النظام لاقتحام سرمين", ("planned", "plain")),
        ("ستقصف قوات النظام سرمين", ("planned", "plain")),
        ("لم تقصف قوات النظام سرمين", ("denied", "plain")),
        ("يعتقد أن قوات النظام قصفت سرمين", ("asserted", "hedged")),
        ("زعموا أن قوات النظام لم تقصف سرمين", ("denied", "distanced")),
    ],
)
def test_status_and_stance_follow_the_cues_before_the_trigger(chars: str, expected: tuple[str, str]):
    assert status(chars) == expected


def test_a_full_stop_ends_the_reach_of_a_cue():
    scope, frames = frames_in("تستعد قوات النظام. قصفت الطائرات سرمين")
    assert [how_told(scope, frame).status for frame in frames] in ([], ["asserted"])


def test_what_had_happened_is_background():
    scope, frames = frames_in("وكانت قوات النظام قد قصفت سرمين")
    assert is_background(scope, frames[0])
    scope, frames = frames_in("قصفت قوات النظام سرمين")
    assert is_background(scope, frames[0]) is None
