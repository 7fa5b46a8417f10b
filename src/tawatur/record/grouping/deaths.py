"""Who was wounded and died later belongs to the happening in which he was wounded, however many days lie between."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from typing import Final

from tawatur.record.alike.places import relation
from tawatur.record.item import Item, same_person
from tawatur.record.judged.verdicts import Verdicts
from tawatur.record.rules import Rules
from tawatur.record.settling.wounds import died_later

Group = tuple[Item, ...]

NAMED_DAYS: Final = 120
"""Days after a wound within which the death of a named person is looked for."""
UNNAMED_DAYS: Final = 14
"""The same for somebody who is not named, whom only place and day tie to the wounded."""


def deaths_to_wounds(groups: Sequence[Group], *, rules: Rules, verdicts: Verdicts) -> tuple[Group, ...]:
    """The groups, those that only tell of wounded who died joined to the group that tells of the wound.

    That is the one that names the same person as wounded, the last before the death; without a name the only one of that
    place and of the days before. Else they stay by themselves, and so does what people called different.
    """
    deaths = [group for group in groups if all(map(died_later, group)) and not _rejected(group, verdicts)]
    if not deaths:
        return tuple(groups)
    dead = {group[0].id for group in deaths}
    wounded = [group for group in groups if group[0].id not in dead and not _rejected(group, verdicts)]
    by_name, by_place = _by_name(wounded), _by_place(wounded)
    joined: defaultdict[str, list[Group]] = defaultdict(list)
    for group in deaths:
        home = _named(group, by_name, verdicts) or _placed(group, by_place, rules, verdicts)
        joined[(home or group)[0].id].append(group)
    whole = [_with(group, joined.get(group[0].id, ())) for group in groups if group[0].id not in dead]
    alone = [_with((), joined[head]) for head in sorted(joined) if head in dead]
    return tuple(sorted([*whole, *alone], key=lambda group: group[0].id))


def _with(group: Group, others: Iterable[Group]) -> Group:
    return tuple(sorted([*group, *(item for other in others for item in other)], key=lambda item: item.id))


def _rejected(group: Group, verdicts: Verdicts) -> bool:
    return any(verdicts.rejected(item.id) is not None for item in group)


def _by_name(groups: Iterable[Group]) -> dict[str, list[tuple[frozenset[str], Group]]]:
    """The groups that name somebody as wounded, by each word of the name."""
    found: defaultdict[str, list[tuple[frozenset[str], Group]]] = defaultdict(list)
    for group in groups:
        for name in sorted(set(_names(group, "injured")), key=sorted):
            for word in sorted(name):
                found[word].append((name, group))
    return dict(found)


def _names(group: Group, harm: str) -> Iterator[frozenset[str]]:
    for item in group:
        for victim, words in zip(item.claim.victims, item.victims, strict=True):
            if victim.harm == harm:
                yield words


def _by_place(groups: Iterable[Group]) -> dict[str, list[Group]]:
    """The groups that count wounded, by the folded names of their places."""
    found: defaultdict[str, list[Group]] = defaultdict(list)
    for group in groups:
        if any(count.harm in ("injured", "killed_or_injured") for item in group for count in item.figures):
            for name in sorted({name for item in group for name in item.names}):
                found[name].append(group)
    return dict(found)


def _named(
    death: Group, by_name: Mapping[str, Sequence[tuple[frozenset[str], Group]]], verdicts: Verdicts
) -> Group | None:
    found = {
        group[0].id: group
        for name in _names(death, "killed")
        for word in name
        for other, group in by_name.get(word, ())
        if same_person(name, other) and _follows(death, group, NAMED_DAYS) and not _apart(death, group, verdicts)
    }
    return max(found.values(), key=lambda group: (_first(group) or date.min, group[0].id), default=None)


def _placed(death: Group, by_place: Mapping[str, Sequence[Group]], rules: Rules, verdicts: Verdicts) -> Group | None:
    near = {
        group[0].id: group
        for item in death
        for name in item.names
        for group in by_place.get(name, ())
        if _follows(death, group, UNNAMED_DAYS)
        and not _apart(death, group, verdicts)
        and _at_one_place(death, group, rules)
    }
    return next(iter(near.values())) if len(near) == 1 else None


def _at_one_place(a: Group, b: Group, rules: Rules) -> bool:
    pairs = [(x, y) for x, y in product(a, b) if x.scenes and y.scenes]
    return bool(pairs) and all(relation(x, y, rules) in ("same", "named", "listed", "near") for x, y in pairs)


def _first(group: Group) -> date | None:
    return min((item.days[0] for item in group if item.days is not None), default=None)


def _follows(death: Group, wound: Group, days: int) -> bool:
    """Whether the death can have come of the wound: on its day or so many days later at the most."""
    died, wounded = _first(death), _first(wound)
    return died is not None and wounded is not None and 0 <= (died - wounded).days <= days


def _apart(a: Group, b: Group, verdicts: Verdicts) -> bool:
    return any(tuple(sorted((x.id, y.id))) in verdicts.different for x, y in product(a, b))
