"""How well an event is supported, by the rule that docs/method.md publishes, with the reason in both languages."""

from collections.abc import Sequence
from typing import Final

from tawatur.chain.origins import Chains
from tawatur.model.claim import Claim
from tawatur.model.event import Dispute, Grade
from tawatur.model.judgement import Judgement
from tawatur.record.context import Context
from tawatur.record.item import Item, party_key
from tawatur.record.rules import Rules
from tawatur.record.words import Said, named, plain

CONTESTING: Final = ("rival_perpetrators", "status_contested", "denial")
"""The disputes that make an event contested; figures that differ do not."""


def grade_event(
    items: Sequence[Item], *, chains: Chains, disputes: Sequence[Dispute], rejected: Judgement | None, context: Context
) -> Grade:
    """The grade: set aside by a person, else contested, else confirmed by those responsible, else by its chains."""
    say = context.words.say
    if rejected is not None:
        why = plain(rejected.why) if rejected.why else say("grade", "no_reason")
        return _grade("discounted", say("grade", "discounted", why=why))
    kinds = sorted({dispute.kind for dispute in disputes if dispute.kind in CONTESTING})
    if kinds:
        listed = context.words.join(named("dispute", kind) for kind in kinds)
        return _grade("contested", say("grade", "contested", kinds=listed))
    admitted = [
        item.claim for item in items if _admits(item.claim, context) and _is_accused(item, items, context.rules)
    ]
    if admitted:
        return _grade("confirmed", say("grade", "confirmed", a=context.claimants(admitted)))
    origins = context.origins(chains.origins, [item.claim for item in items])
    if chains.number > 1:
        return _grade("fair", say("grade", "fair", chains=plain(chains.number), origins=origins))
    return _grade("weak", say("grade", "weak_one" if chains.number == 1 else "weak_none", origins=origins))


def _grade(name: str, why: Said) -> Grade:
    return Grade(name, why.ar, why.en)


def _admits(claim: Claim, context: Context) -> bool:
    """Whether a claim admits harm to people: owning the strike alone confirms nobody's death, nor does a dead "terrorist"."""
    admits = claim.attribution.interest == "admission" or claim.act == "admit"
    harmed = [count for count in claim.counts if count.harm in context.rules.admitted]
    return claim.status == "asserted" and admits and any(count.civil_status != "combatant" for count in harmed)


def _is_accused(admitting: Item, items: Sequence[Item], rules: Rules) -> bool:
    """Whether who admits is held responsible: by the other claims, where these hold anybody responsible."""
    others = [
        party for item in items if item.id != admitting.id and item.claim.status == "asserted"
        for party in item.claim.actors
    ]  # fmt: skip
    speakers = {speaker.id for speaker in admitting.claim.attribution.chain if speaker.id is not None}
    if not others or any(party.id in speakers or party_key(party) in admitting.actors for party in others):
        return True
    sides = {party.side for party in admitting.claim.actors if party.side is not None}
    return any(
        party.side in sides or any(party.side in allied and sides & allied for allied in rules.allied)
        for party in others
    )
