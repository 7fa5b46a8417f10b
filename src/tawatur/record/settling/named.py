"""People whom reports name as harmed: each counted once, under whatever form of the name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from tawatur.model.party import Victim
from tawatur.record.item import Item, same_person
from tawatur.record.settling.figures import Figure, FigureKey, Rows

Name = frozenset[str]


def people(names: Iterable[Name]) -> Iterator[tuple[Name, ...]]:
    """The distinct people among names (as sets of words), each as the forms of the name, the fullest first."""
    kept: list[list[Name]] = []
    for name in sorted(set(names), key=lambda words: (-len(words), sorted(words))):
        same = next((forms for forms in kept if same_person(name, forms[0])), None)
        if same is None:
            kept.append([name])
        else:
            same.append(name)
    return (tuple(forms) for forms in kept)


def victims_of(items: Sequence[Item]) -> tuple[tuple[Victim, tuple[str, ...]], ...]:
    """Each named victim once a harm with the claims that name it, under the fullest wording, the known before the unknown.

    Who was wounded and is also named among the dead is among the dead only.
    """
    told: defaultdict[tuple[str, Name], list[tuple[str, Victim]]] = defaultdict(list)
    for item in items:
        for victim, words in zip(item.claim.victims, item.victims, strict=True):
            told[victim.harm, words].append((item.id, victim))
    found = []
    dead = [forms[0] for forms in people(name for harm, name in told if harm == "killed")]
    for harm in sorted({harm for harm, _ in told}):
        for forms in people(name for kind, name in told if kind == harm):
            if harm == "injured" and any(same_person(name, forms[0]) for name in dead):
                continue
            held = [entry for form in forms for entry in told[harm, form]]
            best = min((victim for _, victim in told[harm, forms[0]]), key=_order)
            found.append((_filled(best, held), tuple(sorted({claim for claim, _ in held}))))
    return tuple(sorted(found, key=lambda entry: (entry[0].name, entry[0].harm)))


def _filled(best: Victim, held: Sequence[tuple[str, Victim]]) -> Victim:
    """``best`` with what only other forms of the name tell."""
    others = sorted((victim for _, victim in held), key=_order)
    status = next((one.civil_status for one in (best, *others) if one.civil_status != "unknown"), "unknown")
    age = next((one.sex_age for one in (best, *others) if one.sex_age is not None), None)
    home = next((one.home for one in (best, *others) if one.home is not None), None)
    return replace(best, civil_status=status, sex_age=age, home=home)


def _order(victim: Victim) -> tuple[bool, bool, bool, str, str]:
    known = (victim.civil_status == "unknown", victim.sex_age is None, victim.home is None)
    return *known, victim.name, f"{victim.civil_status} {victim.sex_age} {victim.home}"


def add_named(rows: Rows, items: Sequence[Item], tellers: Mapping[str, str], days: Mapping[str, date | None]) -> None:
    """Named victims as a lower bound of what their teller says, never on top of it.

    They make a figure of their own only where their teller gives none for that harm.
    """
    named: defaultdict[tuple[str, str, str], list[tuple[Item, Name]]] = defaultdict(list)
    for item in items:
        moved = any(count.transition == "injured_to_killed" for count in item.claim.counts)
        for victim, words in zip(item.claim.victims, item.victims, strict=True):
            if not moved:
                named[tellers[item.id], victim.harm, victim.civil_status].append((item, words))
    for (teller, harm, status), found in sorted(named.items(), key=lambda entry: entry[0]):
        figure = _figure(teller, found, days)
        keys = [key for key in rows if key.harm == harm and teller in rows[key] and key.period == "incident"]
        if not keys:
            key = FigureKey(harm, status, None, "total", "incident", "persons")
            rows.setdefault(key, {}).setdefault(teller, []).append(figure)
        for key in keys:
            if key.civil_status == status and key.scope == "total":
                rows[key][teller] = [at_least(said, figure) for said in rows[key][teller]]


def _figure(teller: str, found: Sequence[tuple[Item, Name]], days: Mapping[str, date | None]) -> Figure:
    number = len(tuple(people(words for _, words in found)))
    claims = tuple(sorted({item.id for item, _ in found}))
    known = [day for item, _ in found if (day := days[item.claim.report]) is not None]
    unsigned = all(item.claim.attribution.mode == "unattributed" for item, _ in found)
    return Figure(
        teller, number, number, number, claims, min(known, default=None), unsigned=unsigned, how="named",
        last=max(known, default=None),
    )  # fmt: skip


def at_least(said: Figure, other: Figure) -> Figure:
    """``said``, raised where ``other`` counts more people among those that it counts."""
    if said.low >= other.low:
        return said
    high = None if said.high is None else max(said.high, other.low)
    best = other.low if said.best is None else max(said.best, other.low)
    claims = tuple(sorted({*said.claims, *other.claims}))
    return replace(said, low=other.low, high=high, best=best, claims=claims, how=other.how)
