"""Disputes between accounts: who did it, who the victims were, whether it happened."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from tawatur.lang.vocabulary import claim_type
from tawatur.model.claim import Claim
from tawatur.model.event import Dispute
from tawatur.model.party import PartyRef
from tawatur.record.context import Context
from tawatur.record.item import PERIODS, Item, party_key, same_person
from tawatur.record.rules import Rules
from tawatur.record.settling.figures import Figure, Told
from tawatur.record.words import Said, named

Claims = Mapping[str, Claim]
Days = tuple[date, date] | None
OPPOSED = frozenset({"civilian", "combatant"})


def denials(items: Sequence[Item], context: Context) -> Iterator[Dispute]:
    """What one denies: beside those who assert it, or alone."""
    denied = [item.claim for item in items if item.claim.status == "denied"]
    asserted = [item.claim for item in items if item.claim.status == "asserted"]
    if not denied:
        return
    key = "denial" if asserted else "denial_alone"
    text = context.words.say("dispute", key, a=context.claimants(denied), b=context.claimants(asserted))
    yield Dispute("denial", "status", tuple(sorted(claim.id for claim in (*denied, *asserted))), text.ar, text.en)


def rivals(items: Sequence[Item], context: Context) -> Iterator[Dispute]:
    """Tellers who hold actors of different sides responsible for one act of one-sided violence."""
    accused: defaultdict[str, list[tuple[Item, PartyRef]]] = defaultdict(list)
    for item in items:
        if item.family in context.rules.one_sided and item.claim.status == "asserted":
            for party in item.claim.actors:
                if party.side is not None and party.link != "alternative":
                    accused[context.tellers[item.id]].append((item, party))
    pairs = combinations(sorted(accused), 2)
    found = [(a, b) for a, b in pairs if _are_rivals(accused[a], accused[b], context.rules)]
    if found:
        yield _rival_dispute(accused[found[0][0]], accused[found[0][1]], _claims_of(accused, found), context)


def _claims_of(
    accused: Mapping[str, Sequence[tuple[Item, PartyRef]]], pairs: Iterable[tuple[str, str]]
) -> tuple[str, ...]:
    return tuple(sorted({item.id for pair in pairs for teller in pair for item, _ in accused[teller]}))


def _are_rivals(a: Sequence[tuple[Item, PartyRef]], b: Sequence[tuple[Item, PartyRef]], rules: Rules) -> bool:
    """Whether no actor of the one is an actor of the other, nor fights on its side."""
    return all(not _allies(p, q, rules) for _, p in a for _, q in b)


def _allies(a: PartyRef, b: PartyRef, rules: Rules) -> bool:
    if a.side == b.side or party_key(a) == party_key(b):
        return True
    return any(a.side in sides and b.side in sides for sides in rules.allied)


def _rival_dispute(
    some: Sequence[tuple[Item, PartyRef]],
    others: Sequence[tuple[Item, PartyRef]],
    claims: tuple[str, ...],
    context: Context,
) -> Dispute:
    text = context.words.say(
        "dispute", "rival_perpetrators",
        a=context.claimant(some[0][0].claim), x=_party_name(some[0][1]),
        b=context.claimant(others[0][0].claim), y=_party_name(others[0][1]),
    )  # fmt: skip
    return Dispute("rival_perpetrators", "actors", claims, text.ar, text.en)


def _party_name(party: PartyRef) -> Said:
    return Said(party.name_ar or party.said, party.name_en or party.said)


def status_contested(told: Iterable[Told], claims: Claims, days: Days, context: Context) -> Iterator[Dispute]:
    """The same dead called civilians by one teller and fighters by another.

    The same: a figure that fits and is no bare plural, from tellers of whom neither counts both kinds; whatever its figure
    where a party calls those whom it struck fighters; or one name.
    """
    del days
    by_harm: defaultdict[str, dict[str, list[Told]]] = defaultdict(lambda: {"civilian": [], "combatant": []})
    for row in told:
        if row.key.civil_status in OPPOSED and row.key.period in PERIODS and row.key.scope == "total":
            by_harm[row.key.harm][row.key.civil_status].append(row)
    for harm, rows in sorted(by_harm.items()):
        found = _contested(rows["civilian"], rows["combatant"], claims, context.rules)
        if found:
            yield _status_dispute(harm, *found, claims, context)
    yield from _contested_names(claims, context)


def _contested(
    civil: Sequence[Told], combat: Sequence[Told], claims: Claims, rules: Rules
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The claims of the two accounts where they oppose one another, None else."""
    both = {f.teller for row in civil for f in row.current} & {f.teller for row in combat for f in row.current}
    civilians = [f for row in civil for f in row.current if f.teller not in both and not f.vague]
    fighters = [f for row in combat for f in row.current if f.teller not in both and not f.vague]
    opposed = (
        (a.fits(b) or _designates(b, claims, rules)) and not _one_voice(a, b, claims)
        for a in civilians
        for b in fighters
    )
    if both or not any(opposed):
        return None
    return tuple(sorted({c for f in civilians for c in f.claims})), tuple(
        sorted({c for f in fighters for c in f.claims})
    )


def _designates(figure: Figure, claims: Claims, rules: Rules) -> bool:
    """Whether a party calls those fighters whom a one-sided act struck: its "terrorists" may be anybody's civilians."""
    told = [claims[claim] for claim in figure.claims if claim_type(claims[claim].type).family in rules.one_sided]
    return any(count.status_basis == "party_designation" for claim in told for count in claim.counts)


def _one_voice(a: Figure, b: Figure, claims: Claims) -> bool:
    """Whether one report gives both figures, one of them in its own voice: then it goes on with what its source said."""
    some, others = ([claims[claim] for claim in figure.claims] for figure in (a, b))
    same = {claim.report for claim in some} == {claim.report for claim in others}
    return same and any(not claim.attribution.chain for claim in (*some, *others))


def _contested_names(claims: Claims, context: Context) -> Iterator[Dispute]:
    """One named person, harmed in one way, of two statuses."""
    called = [
        (set(v.name.split()), v, claim.id)
        for claim in claims.values()
        for v in claim.victims
        if v.civil_status in OPPOSED
    ]
    for (a_name, a, a_id), (b_name, b, b_id) in combinations(sorted(called, key=lambda row: row[2]), 2):
        if a.harm == b.harm and a.civil_status != b.civil_status and same_person(frozenset(a_name), frozenset(b_name)):
            civil, combat = ((a_id,), (b_id,)) if a.civil_status == "civilian" else ((b_id,), (a_id,))
            yield _status_dispute(a.harm, civil, combat, claims, context)
            return


def _status_dispute(
    harm: str, civil: tuple[str, ...], combat: tuple[str, ...], claims: Claims, context: Context
) -> Dispute:
    text = context.words.say(
        "dispute", "status_contested", harm=named("harm", harm),
        a=context.claimant(claims[civil[0]]), x=named("civil_status", "civilian"),
        b=context.claimant(claims[combat[0]]), y=named("civil_status", "combatant"),
    )  # fmt: skip
    return Dispute(
        "status_contested", f"counts.{harm}.civil_status", tuple(sorted({*civil, *combat})), text.ar, text.en
    )
