"""One event made from the claims of one group."""

from collections import Counter

from tawatur.chain.origins import Chains
from tawatur.model.event import Event, event_id
from tawatur.record.context import Context
from tawatur.record.disputes.find import find_disputes
from tawatur.record.grade import grade_event
from tawatur.record.grouping.group import Group
from tawatur.record.item import happening
from tawatur.record.judged.values import days_of, judged_counts
from tawatur.record.settling.choices import choices_of, parties_of, type_of
from tawatur.record.settling.named import victims_of
from tawatur.record.settling.settle import settle_counts
from tawatur.record.settling.titles import title_of
from tawatur.record.settling.tolls import figures_told
from tawatur.record.settling.when import event_days
from tawatur.record.settling.where import event_place

SAYS_NOTHING_OF_HARM = ("denied", "none_reported")


def build_event(group: Group, *, chains: Chains, context: Context) -> Event:
    """The event of a group of claims, with its figures settled, its disputes found and its grade given."""
    claims, reports = tuple(item.id for item in group), tuple(sorted({item.claim.report for item in group}))
    group = happening(group, context.rules)
    counted = [item for item in group if item.claim.status not in SAYS_NOTHING_OF_HARM]
    told_on = {item.claim.report: context.told_on(item.claim) for item in group}
    named = victims_of(counted)
    told = figures_told(counted, context.tellers, told_on)
    lasting = group[0].family in context.rules.lasting
    days, precision = event_days(group, lasting=lasting)
    place, said = event_place(group, context.rules, context.tellers)
    subject = event_id(claims)
    set_to = context.verdicts.values_of_event(subject, claims)
    kind = set_to["type"].value if "type" in set_to else None
    kind = kind or type_of(group, context)
    if "date" in set_to and set_to["date"].value:
        days = days_of(set_to["date"].value)
        precision = "day" if days[0] == days[1] else "span"
    disputes = find_disputes(group, told, days=days, context=context)
    title = title_of(kind, _status(group), place, days, words=context.words)
    rejected = context.verdicts.rejected_event(subject, claims)
    return Event(
        id=subject, type=kind, title_ar=title.ar, title_en=title.en,
        start=days[0] if days else None, end=days[1] if days else None, precision=precision,
        place=place, places_said=said, parties=parties_of(group),
        counts=judged_counts(settle_counts(told, named=named, lasting=lasting), set_to, claims),
        victims=tuple(victim for victim, _ in named),
        weapons=tuple(sorted({weapon for item in group for weapon in item.weapons})),
        claims=claims, reports=reports,
        chains=chains.number, origins=chains.origins,
        grade=grade_event(group, chains=chains, disputes=disputes, rejected=rejected, context=context),
        disputes=disputes, reviewed=context.verdicts.touches(subject, claims),
        choices=choices_of(group, kind=kind, place=place, context=context),
    )  # fmt: skip


def _status(group: Group) -> str:
    """The status that a title shows: asserted where one claim asserts, else the most frequent."""
    votes = Counter(item.claim.status for item in group)
    return min(votes, key=lambda status: (status != "asserted", -votes[status], status))
