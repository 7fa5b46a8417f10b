"""How much speaks for two claims telling of one happening, with the reasons."""

from dataclasses import dataclass
from itertools import product
from typing import Final

from tawatur.model.count import Count
from tawatur.record.days_apart import day_relation
from tawatur.record.item import Item, same_person
from tawatur.record.places import relation
from tawatur.record.refuse import refusal
from tawatur.record.rules import Rules
from tawatur.record.shared_text import SharedText

OPPOSED: Final = {"civilian", "combatant"}


@dataclass(frozen=True, slots=True)
class PairScore:
    """The points of a pair and the signals that gave them. ``refused`` says why it cannot be, None where it can."""

    points: float
    reasons: tuple[tuple[str, float], ...]
    refused: str | None = None


def pair_score(a: Item, b: Item, *, rules: Rules, text: SharedText) -> PairScore:
    """The score of a pair, the same for (a, b) and (b, a)."""
    day, place = day_relation(a, b, rules), relation(a, b, rules)
    refused = refusal(a, b, day=day, place=place, rules=rules)
    if refused is not None:
        return PairScore(0.0, (), refused)
    signals = [
        _type(a, b), f"place.{place}", f"day.{day}",
        *_parties(a, b), *_counts(a, b), *_victims(a, b), *_told(a, b, rules),
    ]  # fmt: skip
    if a.weapons & b.weapons:
        signals.append("weapon.shared")
    if text.joins(a.claim, b.claim):
        signals.append("text.shared")
    reasons = tuple((signal, rules.points[signal]) for signal in signals)
    return PairScore(sum(points for _, points in reasons), reasons)


def _type(a: Item, b: Item) -> str:
    if a.claim.type == b.claim.type:
        return "type.same"
    return "type.family" if a.family == b.family else "type.kin"


def _parties(a: Item, b: Item) -> list[str]:
    found = []
    if a.actors and b.actors:
        if a.actors & b.actors:
            found.append("party.actor")
        elif a.actors & b.targets or b.actors & a.targets:
            found.append("party.sides")
        else:
            found.append("party.rival")
    if a.targets & b.targets:
        found.append("party.target")
    return found


def _counts(a: Item, b: Item) -> list[str]:
    """The best of the comparisons of figures of one harm; nothing where no harm is common to both."""
    found = [f"count.{compared}" for x, y in product(a.figures, b.figures) if (compared := compare(x, y)) is not None]
    order = ("count.equal", "count.equal_one", "count.fits", "count.differs")
    return [min(found, key=order.index)] if found else []


def compare(a: Count, b: Count) -> str | None:
    """How two figures agree: equal, equal_one, fits or differs; None where they count different people."""
    if a.harm != b.harm or a.low is None or b.low is None or {a.civil_status, b.civil_status} == OPPOSED:
        return None
    if a.low == b.low and a.high == b.high:
        return "equal" if a.low > 1 and a.high is not None else "equal_one" if a.low == 1 else "fits"
    if (a.high is not None and b.low > a.high) or (b.high is not None and a.low > b.high):
        return "differs"
    return "fits"


def _victims(a: Item, b: Item) -> list[str]:
    if not a.victims or not b.victims:
        return []
    shared = any(same_person(x, y) for x, y in product(a.victims, b.victims))
    return ["victim.shared" if shared else "victim.others"]


def _told(a: Item, b: Item, rules: Rules) -> list[str]:
    """What the manner of telling says: one report, a denial, another speaker, a past that has no date."""
    found = []
    if a.claim.report == b.claim.report and (not a.scenes or not b.scenes):
        found.append("report.same")
    if (a.claim.status == "denied") != (b.claim.status == "denied"):
        found.append("status.denial")
    if a.family in rules.by_speaker and not a.actors & b.actors:
        found.append("statement.other_speaker")
    if any(item.claim.told_as == "background" and item.days is None for item in (a, b)):
        found.append("background.undated")
    return found
