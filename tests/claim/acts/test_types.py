"""The means makes a type exact, and two words for one act are one act."""

from typing import get_args

import pytest

from tawatur.claim.acts.types import BY_HARM, BY_MEANS, KEEPS, NO_HARM, exact_type, one_act
from tawatur.lang.schema import WeaponRule
from tawatur.lang.vocabulary import claim_type
from tawatur.model.mark import WeaponMark
from tawatur.model.text import Span


def by(*means: str) -> list[WeaponMark]:
    return [WeaponMark(Span(0, 1), "x", one, "r") for one in means]


@pytest.mark.parametrize(
    ("trigger", "means", "exact"),
    [
        ("shelling", "air", "air_strike"),
        ("shelling", "drone", "drone_strike"),
        ("shelling", "ground", "shelling"),
        ("attack", "mine", "landmine_erw"),
        ("attack", "device", "explosive_device"),
        ("attack", "arms", "attack"),
        ("attack", "ground", "shelling"),
        ("air_strike", "drone", "drone_strike"),
        ("explosive_device", "mine", "landmine_erw"),
        ("explosive_device", "vehicle", "explosive_device"),
        ("armed_clash", "air", "armed_clash"),
        ("protest", "ground", "protest"),
    ],
)
def test_a_means_makes_a_trigger_exact(trigger: str, means: str, exact: str):
    assert exact_type(trigger, by(means)) == exact


def test_without_a_means_the_trigger_stands():
    assert exact_type("shelling", []) == "shelling"


def test_of_two_means_the_more_telling_one_decides_in_any_order():
    assert exact_type("attack", by("ground", "drone")) == exact_type("attack", by("drone", "ground")) == "drone_strike"


def test_an_attack_and_its_strike_are_one_act_and_an_arrest_is_another():
    assert one_act("attack", "air_strike")
    assert one_act("explosive_device", "attack")
    assert not one_act("arrest", "shelling")


def test_every_type_in_the_tables_is_known_to_the_vocabulary():
    named = {*BY_HARM.values(), *NO_HARM, *KEEPS, *BY_MEANS}
    named |= {exact for table in BY_MEANS.values() for exact in table.values()}
    assert sorted(named) == sorted(claim_type(one).id for one in named)


def test_every_means_in_the_tables_is_one_that_a_weapon_can_have():
    allowed = set(get_args(WeaponRule.model_fields["means"].annotation))
    assert {means for table in BY_MEANS.values() for means in table} <= allowed
