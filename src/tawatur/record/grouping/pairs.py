"""How much speaks for two claims telling of one happening, with the reasons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tawatur.record.alike.days_apart import day_relation
from tawatur.record.alike.likeness import counts_alike, one_of_each, parties_alike, share_dead, victims_alike
from tawatur.record.alike.particulars import are_two_acts, clearly_other_arms, particulars_alike
from tawatur.record.alike.places import relation
from tawatur.record.alike.shared_text import SharedText
from tawatur.record.grouping.refuse import refused_by_kind, refused_by_place, type_relation
from tawatur.record.item import Item, is_area
from tawatur.record.rules import Rules

BIAS: Final = "pair.bias"
"""The signal that every pair has: what two claims of one block lack before anything speaks for them."""
BESIDE: Final = 500
"""Characters between two clauses of one text within which one goes on about the other."""


REGION_KM: Final = 50.0
"""The radius from which an area of no governorate is a region."""
FIRE: Final = "strike"
LASTING: Final = {"lasting", "meeting"}
"""How the days of two states that last lie: a siege of a town and one of its quarter in the same weeks are one."""
VAGUE: Final = {"place.within", "place.one_area", "place.inside", "place.few"}
ONE_SPOT: Final = {"place.same", "place.named", "place.listed", "place.partly"}
ALIKE: Final = {"type.same", "type.family"}
SURE: Final = {"victim.shared", "text.shared"}
"""What an area in common says enough with: without it, it is as good as no place."""
_ONE_REPORT: Final = {
    "party.rival": "report.rival", "party.answer": "report.rival", "count.differs": "report.differs",
    "place.within": "report.within", "place.partly": "report.partly", "place.few": "report.partly",
    "type.kin": "report.kin", "type.companion": "report.part", "arms.other": "report.arms",
}  # fmt: skip
"""What weighs otherwise where one report says both: it keeps apart what it tells apart."""


@dataclass(frozen=True, slots=True)
class PairScore:
    """The points of a pair and the signals that gave them. ``refused`` says why it cannot be, None where it can."""

    points: float
    signals: tuple[str, ...]
    refused: str | None = None


def pair_score(a: Item, b: Item, *, rules: Rules, text: SharedText) -> PairScore:
    """The score of a pair, the same for (a, b) and (b, a)."""
    kind = type_relation(a, b, rules)
    day = day_relation(a, b, rules)
    refused = refused_by_kind(a, b, kind=kind, day=day, rules=rules)
    if refused is not None:
        return PairScore(0.0, (), refused)
    place = relation(a, b, rules)
    if place == "far" and _in_one_governorate(a, b) and share_dead(a, b, rules):
        place = "apart"  # a village and the town by which others call its surroundings
    refused = refused_by_place(a, b, place=place, day=day, rules=rules)
    if refused is not None:
        return PairScore(0.0, (), refused)
    signals = (
        BIAS, f"type.{kind}", f"place.{place}", f"day.{day}",
        *parties_alike(a, b, rules), *counts_alike(a, b), *victims_alike(a, b, rules), *_told(a, b, rules), *_shared(a, b, text),
        *particulars_alike(a, b, rules),
    )  # fmt: skip
    if are_two_acts(signals, is_fire=_fire_at_one_another(a, b), is_clear=clearly_other_arms(a, b)):
        return PairScore(0.0, (), "acts")
    if a.claim.report != b.claim.report and day not in LASTING and not _is_sure(a, b, signals, rules):
        signals += tuple(_vague(a, b, signals, rules))
    if a.claim.report == b.claim.report:
        signals += tuple(_ONE_REPORT[signal] for signal in signals if signal in _ONE_REPORT)
    return PairScore(sum(map(rules.points.__getitem__, signals)), signals)


def _fire_at_one_another(a: Item, b: Item) -> bool:
    """Whether both tell of fire from afar, and of whose side fired: the answer of one side is no account of the other's fire."""
    return {a.family, b.family} == {FIRE} and bool(a.sides) and bool(b.sides)


def _in_one_governorate(a: Item, b: Item) -> bool:
    """Whether two reports lay their places in one governorate."""
    sides = {place.admin1 for item in (a, b) for place in item.spots}
    return a.claim.report != b.claim.report and len(sides) == 1 and None not in sides


def _is_sure(a: Item, b: Item, signals: Sequence[str], rules: Rules) -> bool:
    """Whether two claims share what no other act of the day shares: words, a name, or figures that nobody else is blamed for."""
    told = {*signals}
    if SURE & told or {"count.but", "party.rival", "party.answer"} & told:
        return bool(SURE & told)
    is_rare = bool(ALIKE & told) and not {a.family, b.family} & rules.waves
    return "count.equal" in told or ("count.equal_one" in told and (is_rare or one_of_each(a, b)))


def _vague(a: Item, b: Item, signals: Sequence[str], rules: Rules) -> Iterator[str]:
    """That two claims have but an area in common, or but a city where they tell of two kinds of act."""
    is_near = "place.near" in signals and _of_two_names(a, b)
    if VAGUE & {*signals} or is_near or any(_names_cities_for_areas(item, rules) for item in (a, b)):
        yield "area.bare"
        if not ALIKE & {*signals}:
            yield "area.kinds"
        if any(_tells_of_a_round(item, rules) for item in (a, b)):
            yield "area.wide"
    cities = all((place.uncertainty_km or 0.0) >= rules.city_km for item in (a, b) for place in item.spots)
    if "party.rival" in signals and not ONE_SPOT & {*signals}:
        yield "area.rival"
    if "place.same" in signals and cities and not ALIKE & {*signals}:
        yield "area.city"


def _names_cities_for_areas(item: Item, rules: Rules) -> bool:
    """Whether a claim names cities of several governorates: "in Hama and Aleppo" tells of two regions."""
    are_cities = all((place.uncertainty_km or 0.0) >= rules.city_km for place in item.spots)
    return are_cities and len({place.admin1 for place in item.spots} - {None}) > 1


def _of_two_names(a: Item, b: Item) -> bool:
    """Whether two claims name two places that lie so near that they may be one: a town and its quarter, two villages."""
    ids = [{place.id for place in item.spots} for item in (a, b)]
    return None not in ids[0] | ids[1] and not ids[0] & ids[1]


def _tells_of_a_round(item: Item, rules: Rules) -> bool:
    """Whether a claim only names a region, or areas of two governorates: so wide, it tells of many acts of a day."""
    if not item.spots or not all(is_area(place, rules) for place in item.spots):
        return False
    sides = {place.admin1 for place in item.spots if place.admin1 is not None}
    return len(sides) > 1 or (not sides and min(place.uncertainty_km or 0.0 for place in item.spots) >= REGION_KM)


def _shared(a: Item, b: Item, text: SharedText) -> Iterator[str]:
    if a.weapons and b.weapons:
        yield "weapon.shared" if a.weapons & b.weapons else "weapon.other"
    if text.joins(a.claim, b.claim):
        yield "text.shared"


def _told(a: Item, b: Item, rules: Rules) -> Iterator[str]:
    """What the manner of telling says: one report, a denial, another speaker, a past that has no date."""
    if a.claim.report == b.claim.report:
        yield "report.open" if not a.scenes or not b.scenes else "report.same"
        if a.days is None or b.days is None:
            yield "report.undated"
        if _beside(a, b):
            yield "report.beside"
    if (a.claim.status == "denied") != (b.claim.status == "denied"):
        yield "status.denial"
    if {a.family, b.family} <= rules.by_speaker and not a.actors & b.actors:
        yield "statement.other_speaker"
    if any(item.claim.told_as == "background" and item.days is None for item in (a, b)):
        yield "background.undated"
    elif (a.claim.told_as == "background") != (b.claim.told_as == "background"):
        yield "background.one"


def _beside(a: Item, b: Item) -> bool:
    """Whether the clauses of two claims of one report stand near one another, or one in the title."""
    if a.claim.where != b.claim.where:
        return True
    first, second = sorted((a.claim.clause, b.claim.clause))
    return second.start - first.end <= BESIDE
