"""Whether two claims tell of one act by what is particular to it: the arms, the thing that was hit, the time of day."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from tawatur.record.item import Item
from tawatur.record.rules import Rules

CONTRARY: Final = {"arms.other", "object.other", "hour.other", "victim.others"}
"""What tells one act from another: two of these together, where nothing is shared that only one act has."""
OTHER_ARMS: Final = "arms.other"
AIR: Final = "air"
"""The arms of particulars.toml that come from the air."""
SURELY: Final = {OTHER_ARMS, "hour.other"}
BESIDES: Final = {"place.listed", "place.partly", "place.few", "count.differs"}
"""What is enough beside other arms or another hour: a round over many places, another toll."""
ONE_ACT: Final = {"victim.shared", "text.shared"}
AGREED: Final = {"count.equal", "count.equal_one"}
"""Figures that both sides may tell of one act, each blaming the other."""
ENOUGH: Final = 2


def particulars_alike(a: Item, b: Item, rules: Rules) -> Iterator[str]:
    """The signals that arms, things hit and times of day give; nothing of what only one of the two says."""
    if a.arms and b.arms and not a.arms & b.arms:
        yield "arms.other"
    if a.objects and b.objects and a.claim.report != b.claim.report:  # one report tells all that one shelling hit
        yield "object.shared" if a.objects & b.objects else "object.other"
    if a.hours and b.hours and all(_steps(x, y, rules) >= rules.hours_apart for x, y in product(a.hours, b.hours)):
        yield "hour.other"


def are_two_acts(signals: Sequence[str], *, is_fire: bool, is_clear: bool = False) -> bool:
    """Whether so much differs between two claims that they tell of two acts, though place, day and kind agree.

    ``is_fire`` says that both are fire from afar: who fires at the other's positions answers him, and does another act.
    ``is_clear`` that no witness takes the arms of one for those of the other (``clearly_other_arms``).
    """
    told = {*signals}
    if ONE_ACT & told:
        return False
    if len(CONTRARY & told) >= ENOUGH or (SURELY & told and BESIDES & told):
        return True
    answers = is_fire and "party.answer" in told
    return (answers or (is_clear and OTHER_ARMS in told)) and not AGREED & told


def clearly_other_arms(a: Item, b: Item) -> bool:
    """Whether one report tells that only one of the two came from the air, or only one names what it hit: a missile on a car is
    not the artillery on its town, while one writer's missile is another's artillery.
    """
    told_by_one = a.claim.report == b.claim.report and (AIR in a.arms) != (AIR in b.arms)
    return told_by_one or (not a.objects & b.objects and bool(a.objects ^ b.objects))


def _steps(a: int, b: int, rules: Rules) -> int:
    """How far two parts of the day lie apart, around midnight too."""
    around = len(rules.hours)
    return min((a - b) % around, (b - a) % around)
