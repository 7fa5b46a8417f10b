"""Grouping is the same in whatever order claims come, and never breaks its own refusals."""

from datetime import date
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.record.builders import ALEPPO, ARMY, GOVERNORATE, JULY_29, QUARTER, REBELS, TAFAS, Desk, killed, on

from tawatur.model.claim import ClaimDate
from tawatur.record.alike.shared_text import SharedText
from tawatur.record.grouping.group import Grouping, group_claims
from tawatur.record.grouping.pairs import pair_score
from tawatur.record.item import Item, item_of
from tawatur.record.judged.verdicts import read_verdicts
from tawatur.record.rules import load_rules

RULES = load_rules()
TEXT = SharedText({})
TOLD = st.tuples(
    st.sampled_from("abcd"),
    st.sampled_from(("shelling", "air_strike", "attack", "arrest", "raid", "displacement", "siege")),
    st.sampled_from((QUARTER, TAFAS, GOVERNORATE, ALEPPO, None)),
    st.sampled_from((27, 28, 29)),
    st.sampled_from(((), (1,), (4,), (9,))),
    st.sampled_from(((), (ARMY,), (REBELS,))),
)


def items(told: list[tuple[object, ...]]) -> list[Item]:
    """The claims that are told, ready for comparison."""
    desk = Desk()
    reports: dict[object, str] = {}
    dated: dict[str, date] = {}
    for ref, kind, place, day, dead, actors in told:
        report = reports.get(ref) or reports.setdefault(ref, desk.report(str(ref)))
        counts = [killed(number) for number in dead]  # type: ignore[attr-defined]
        made = desk.claim(report, kind, place=place, counts=counts, actors=actors, times=[on(JULY_29)])  # type: ignore[arg-type]
        dated[made] = JULY_29.replace(day=day)  # type: ignore[arg-type]
    claims = [claim for held in desk.claims.values() for claim in held]
    return [
        item_of(claim, ClaimDate(dated[claim.id], dated[claim.id], "day", "occurred", None, "test"), RULES)
        for claim in claims
    ]


def grouped(found: list[Item]) -> Grouping:
    return group_claims(found, rules=RULES, text=TEXT, verdicts=read_verdicts((), ()))


@settings(max_examples=60, deadline=None)
@given(st.lists(TOLD, max_size=14), st.randoms(use_true_random=False))
def test_shuffled_claims_make_the_same_groups_for_the_same_reasons(told, chance):
    found = items(told)
    shuffled = [*found]
    chance.shuffle(shuffled)
    assert grouped(shuffled) == grouped(found)


@settings(max_examples=60, deadline=None)
@given(st.lists(TOLD, max_size=14))
def test_every_claim_is_in_one_group_and_no_group_holds_a_refused_pair(told):
    found = items(told)
    groups = grouped(found).groups
    assert sorted(item.id for group in groups for item in group) == sorted(item.id for item in found)
    for group in groups:
        assert all(pair_score(a, b, rules=RULES, text=TEXT).refused is None for a, b in combinations(group, 2))
