"""How alike two claims are in parties, figures and victims."""

from itertools import product
from typing import Final

from tawatur.model.count import Count
from tawatur.record.item import Item, same_person
from tawatur.record.rules import Rules

OPPOSED: Final = {"civilian", "combatant"}
ORDER: Final = ("count.equal", "count.equal_one", "count.fits", "count.differs")
"""What comparing figures can say, the best first; "count.but" beside an equal one: of another harm they differ."""
FULL: Final = 2
"""Words that make a name full."""
MANY: Final = 3
"""People whom both must count before a figure says that it is one happening told on another day."""
EQUAL: Final = ("count.equal", "count.equal_one")


def parties_alike(a: Item, b: Item, rules: Rules) -> list[str]:
    """The signals that the parties of two claims give."""
    found = []
    if a.actors and b.actors:
        if a.actors & b.actors:
            found.append("party.actor")
        elif (a.actors & b.targets or b.actors & a.targets) and not _one_side(a, b, rules):
            found.append("party.answer" if {a.family, b.family} <= rules.one_sided else "party.sides")
        else:
            found.append("party.allied" if _one_side(a, b, rules) else "party.rival")
    if a.targets & b.targets:
        found.append("party.target")
    return found


def _one_side(a: Item, b: Item, rules: Rules) -> bool:
    """Whether an actor of one fights on the side of an actor of the other: a unit and its army, an army and its ally."""
    pairs = product(a.sides, b.sides)
    return any(x == y or any({x, y} <= allied for allied in rules.allied) for x, y in pairs)


def counts_alike(a: Item, b: Item) -> list[str]:
    """The best of the comparisons of figures of one harm; nothing where no harm is common to both.

    "At least 5" and 8 can both be true; so can 3 dead of one kind of people and 5 of another.
    """
    if not a.figures or not b.figures:
        return []
    found = {f"count.{compared}" for x, y in product(a.figures, b.figures) if (compared := compare(x, y)) is not None}
    best = [min(found, key=ORDER.index)] if found else []
    return [*best, "count.but"] if best and best[0] in EQUAL and "count.differs" in found else best


def one_of_each(a: Item, b: Item) -> bool:
    """Whether both count one person of each of two harms: one dead and one injured say as much as two dead."""
    return len({x.harm for x, y in product(a.figures, b.figures) if compare(x, y) == "equal_one"}) > 1


def tell_alike(a: Item, b: Item, rules: Rules) -> bool:
    """Whether both name one victim, or give the same figures of people, several and none that differs."""
    if "victim.shared" in victims_alike(a, b, rules):
        return True
    equal = {(x.harm, x.low or 0) for x, y in product(a.figures, b.figures) if compare(x, y) in ("equal", "equal_one")}
    return counts_alike(a, b) == ["count.equal"] and sum(low for _, low in equal) >= MANY


def compare(a: Count, b: Count) -> str | None:
    """How two figures agree: equal, equal_one, fits or differs; None where they count different people."""
    if a.harm != b.harm or a.low is None or b.low is None or {a.civil_status, b.civil_status} == OPPOSED:
        return None
    if a.low == b.low and a.high == b.high:
        return "equal" if a.low > 1 and a.high is not None else "equal_one" if a.low == 1 else "fits"
    if _is_part(a, b) or _is_part(b, a):
        return "fits"
    if (a.high is not None and b.low > a.high) or (b.high is not None and a.low > b.high):
        return "differs"
    return "fits"


def _is_part(part: Count, whole: Count) -> bool:
    """Whether one figure counts a party's own people, and the other may count them among all."""
    of_all = whole.civil_status == "unknown" and whole.party is None and part.party is not None
    return of_all and (part.low or 0) <= (whole.low or 0)


def victims_alike(a: Item, b: Item, rules: Rules) -> list[str]:
    """Whether one person is named by both, and as "dead"; "others" where both name their victims and nobody is by both."""
    if not a.victims or not b.victims:
        return []
    shared = any(same_person(x, y) for x, y in product(a.victims, b.victims))
    if not shared:
        return ["victim.others"]
    return ["victim.shared", "victim.dead"] if share_dead(a, b, rules) else ["victim.shared"]


def share_dead(a: Item, b: Item, rules: Rules) -> bool:
    """Whether both say by full name that one person was killed: nobody is killed twice."""
    return any(same_person(x, y) for x, y in product(dead_of(a, rules), dead_of(b, rules)))


def dead_of(item: Item, rules: Rules) -> list[frozenset[str]]:
    """The full names of those whom a claim names as killed. A mere byname ("father of") may be anybody's."""
    named = zip(item.claim.victims, item.victims, strict=True)
    return [
        words for victim, words in named if victim.harm == "killed" and len(words) >= FULL and not words & rules.bynames
    ]
