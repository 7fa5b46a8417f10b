"""A class that is quickly made is the same class."""

import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from tawatur.model.quick import quickly_made


@quickly_made
@dataclass(frozen=True, slots=True)
class Well:
    """A class with every kind of field that such a class may have."""

    name: str
    depth: int | None = None
    asked: dict[str, int] = field(default_factory=dict, init=False, compare=False)


def test_arguments_are_taken_by_place_and_by_name() -> None:
    assert Well("north", 12) == Well(depth=12, name="north")
    assert repr(Well("north", 12)) == "Well(name='north', depth=12, asked={})"


def test_a_field_that_is_left_out_has_its_default() -> None:
    assert Well("north").depth is None


def test_a_field_without_default_must_be_given() -> None:
    with pytest.raises(TypeError, match="name"):
        Well()  # type: ignore[call-arg]


def test_each_has_its_own_value_of_a_factory() -> None:
    one, other = Well("north"), Well("north")
    one.asked["x"] = 1
    assert other.asked == {}


def test_it_stays_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        Well("north").name = "south"  # type: ignore[misc]


def test_it_has_slots_and_can_be_copied_with_a_change() -> None:
    assert not hasattr(Well("north"), "__dict__")
    assert replace(Well("north", 12), name="south") == Well("south", 12)


def test_it_can_be_pickled() -> None:
    assert pickle.loads(pickle.dumps(Well("north", 12))) == Well("north", 12)


def test_its_fields_are_still_told() -> None:
    assert [each.name for each in fields(Well)] == ["name", "depth", "asked"]


def test_an_argument_with_a_factory_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Spring:
        names: list[str] = field(default_factory=list)

    with pytest.raises(TypeError, match="names"):
        quickly_made(Spring)
