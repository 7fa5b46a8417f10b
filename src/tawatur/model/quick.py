"""Frozen classes that are made thousands at a time: the same class, made in half the time."""

from dataclasses import MISSING, Field, fields
from typing import Any, TypeVar

T = TypeVar("T")


def quickly_made(cls: type[T]) -> type[T]:
    """The frozen, slotted dataclass ``cls`` itself, with an ``__init__`` that does the same in half the time.

    A frozen dataclass fills each field through ``object.__setattr__``, which looks for the slot by its name each time. Here
    each slot's own setter is looked up once, when the class is made: a report makes some seven hundred such objects.
    """
    told = fields(cls)  # type: ignore[arg-type]  # a dataclass, as whoever decorates sees
    setters = {f"_set_{each.name}": getattr(cls, each.name).__set__ for each in told}
    factories = {f"_new_{each.name}": each.default_factory for each in told if each.default_factory is not MISSING}
    made: dict[str, Any] = {**setters, **factories}
    named = ", ".join(["self", *(each.name for each in told if each.init)])
    lines = [f"    _set_{each.name}(self, {_value(each)})" for each in told]
    exec("\n".join([f"def __init__({named}):", *lines]), made)
    init, plain = made["__init__"], cls.__init__
    init.__defaults__, init.__annotations__, init.__qualname__ = (
        plain.__defaults__,
        plain.__annotations__,
        plain.__qualname__,
    )
    cls.__init__ = init  # type: ignore[method-assign]
    return cls


def _value(field: "Field[Any]") -> str:
    """What the field is given: its argument, or a new value where it takes none."""
    if field.init and field.default_factory is not MISSING:
        raise TypeError(
            f"{field.name}: a field with a factory must not be an argument of a class that is quickly made."
        )
    return field.name if field.init else f"_new_{field.name}()"
