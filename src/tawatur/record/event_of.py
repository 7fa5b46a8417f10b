"""One event made from the claims of one group."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from tawatur.chain.origins import Chains
from tawatur.model.event import Event, EventParty, event_id
from tawatur.model.judgement import Judgement
from tawatur.model.party import PartyRef, Victim
from tawatur.record.context import Context
from tawatur.record.disputes import find_disputes
from tawatur.record.figures import figures_told
from tawatur.record.grade import grade_event
from tawatur.record.group import Group
from tawatur.record.item import Item, party_key
from tawatur.record.settle import settle_counts
from tawatur.record.titles import title_of
from tawatur.record.where_when import event_days, event_place

SAYS_NOTHING_OF_HARM = ("denied", "none_reported")
ROLES = ("actor", "target", "sponsor")


def build_event(group: Group, *, chains: Chains, context: Context) -> Event:
    """The event of a group of claims, with its figures settled, its disputes found and its grade given."""
    claims = tuple(item.id for item in group)
    counted = [item for item in group if item.claim.status not in SAYS_NOTHING_OF_HARM]
    told_on = {item.claim.report: context.told_on(item.claim) for item in group}
    told = figures_told(counted, context.tellers, told_on)
    lasting = group[0].family in context.rules.lasting
    days, precision = event_days(group, lasting=lasting)
    place, said = event_place(group, context.rules)
    kind = _type(group, context)
    disputes = find_disputes(group, told, days=days, context=context)
    title = title_of(kind, _status(group), place, days, words=context.words)
    subject = event_id(claims)
    rejected = _rejected(subject, group, context)
    return Event(
        id=subject, type=kind, title_ar=title.ar, title_en=title.en,
        start=days[0] if days else None, end=days[1] if days else None, precision=precision,
        place=place, places_said=said, parties=_parties(group),
        counts=settle_counts(told, lasting=lasting),
        victims=_victims(counted), weapons=tuple(sorted({weapon for item in group for weapon in item.weapons})),
        claims=claims, reports=tuple(sorted({item.claim.report for item in group})),
        chains=chains.number, origins=chains.origins,
        grade=grade_event(group, chains=chains, disputes=disputes, rejected=rejected, context=context),
        disputes=disputes, reviewed=any(name in context.verdicts.reviews for name in (subject, *claims)),
    )  # fmt: skip


def _rejected(subject: str, group: Group, context: Context) -> Judgement | None:
    """The judgement that sets the event aside: on itself, or on its only claim."""
    alone = group[0].id if len(group) == 1 else subject
    return context.verdicts.rejected(subject) or context.verdicts.rejected(alone)


def _type(group: Group, context: Context) -> str:
    """The type that most claims have, general ones last, then the first by name."""
    votes = Counter(item.claim.type for item in group)
    general = context.rules.general
    return min(votes, key=lambda kind: (kind in general, -votes[kind], kind))


def _status(group: Group) -> str:
    """The status that a title shows: asserted where one claim asserts, else the most frequent."""
    votes = Counter(item.claim.status for item in group)
    return min(votes, key=lambda status: (status != "asserted", -votes[status], status))


def _parties(group: Group) -> tuple[EventParty, ...]:
    """Each party once a role, as the first claim by id has it, with all claims that name it so."""
    named: defaultdict[tuple[int, str], list[tuple[str, PartyRef]]] = defaultdict(list)
    for item in group:
        for role, parties in enumerate((item.claim.actors, item.claim.targets, item.claim.sponsors)):
            for party in parties:
                named[role, party_key(party)].append((item.id, party))
    return tuple(
        EventParty(ROLES[role], told[0][1], tuple(sorted({claim for claim, _ in told})))
        for (role, _), told in sorted(named.items(), key=lambda entry: entry[0])
    )


def _victims(items: Sequence[Item]) -> tuple[Victim, ...]:
    """Each named victim once a harm, under the fullest wording of the name, the known before the unknown."""
    named: defaultdict[tuple[str, str], list[Victim]] = defaultdict(list)
    for item in items:
        for victim, words in zip(item.claim.victims, item.victims, strict=True):
            named[" ".join(sorted(words)), victim.harm].append(victim)
    best = (min(found, key=_victim_order) for _, found in sorted(named.items(), key=lambda entry: entry[0]))
    return tuple(sorted(best, key=lambda victim: (victim.name, victim.harm)))


def _victim_order(victim: Victim) -> tuple[bool, bool, bool, str, str]:
    known = (victim.civil_status == "unknown", victim.sex_age is None, victim.home is None)
    return *known, victim.name, f"{victim.civil_status} {victim.sex_age} {victim.home}"
