"""Names in sentences of their own: lists behind a toll ("the names of the dead:"), a line or two below it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tawatur.claim.acts.told import names_follow
from tawatur.claim.harm.victims import Named, named, namely
from tawatur.claim.scope import NOT_HIT, Scope, after
from tawatur.lang.vocabulary import claim_type
from tawatur.model.claim import Claim, Evidence
from tawatur.model.count import Count
from tawatur.model.mark import HarmMark, PersonMark

RULE: Final = "claim#names-counted"
_BEGIN: Final = 24
_COLON: Final = ":"
_SPEAKER: Final = 40
_PARTED: Final = re.compile("[\u060c,\u061b:.()\n]")
_FAR: Final = 900
_ABOVE: Final = 60
"""Room between a name and the line below it that tells what happened to him."""
_LISTABLE: Final = (
    "killed",
    "injured",
    "arrested",
    "abducted",
    "captured",
    "missing",
    "casualties_unspecified",
    "released",
)
_WHOLES: Final = {
    "killed": ("killed_or_injured", "casualties_unspecified", "killed_or_captured"),
    "injured": ("killed_or_injured", "casualties_unspecified"),
    "casualties_unspecified": ("killed", "injured", "killed_or_injured"),
}
_VIOLENT: Final = ("strike", "device", "attack", "fight")


@dataclass(frozen=True, slots=True)
class Listing:
    """The names that a sentence lists, each with the harm that its head gives it."""

    chars: str
    names: tuple[Named, ...]


def listing_of(scope: Scope, running: str | None, *, tells: bool) -> tuple[Listing | None, str | None]:
    """What a sentence that ``tells`` of no happening lists, and the harm of the list that its next line may go on.

    ``running`` is the harm of the list so far; None where none is open.
    """
    heading = names_follow(scope)
    persons = [person for person in scope.persons if person.role not in NOT_HIT and not _speaks(scope, person)]
    if heading and heading.harm in _LISTABLE and (tells or not persons):
        return None, heading.harm
    if tells:
        last = scope.harms[-1] if scope.harms else None
        return None, last.harm if last and last.harm in _LISTABLE and _heads(scope, last) else None
    heads = [harm for harm in scope.harms if harm.form == "people" and harm.harm in _LISTABLE]
    if not persons:
        return None, heads[-1].harm if heads and _heads(scope, heads[-1]) else None
    called = [person for person in persons if person.role == "victim"]
    at_head = persons[0].span.start - scope.span.start <= _BEGIN and running is not None
    if not (heads or called or at_head or namely(scope, persons[0].span.start)):
        return None, None
    names = tuple(named(scope, person, _harm_at(heads, person.span.start, running)) for person in persons)
    return Listing(scope.chars, names), names[-1].victim.harm


def _speaks(scope: Scope, person: PersonMark) -> bool:
    """Whether somebody is who says what follows: no sign parts his name from the word of saying before or behind it."""
    verbs = [cue.span for cue in scope.cues_of("reporting")]
    gaps = [scope.between(person.span.end, verb.start) for verb in verbs if verb.start >= person.span.end]
    gaps += [scope.between(verb.end, person.span.start) for verb in verbs if verb.end <= person.span.start]
    opened = [cue.span.start for cue in scope.cues_of("that")]
    said = [verb.end for verb in verbs if verb.end <= person.span.start]
    told = bool(said) and any(said[-1] <= at < person.span.start for at in opened)
    return not told and any(len(gap) <= _SPEAKER and not _PARTED.search(gap) for gap in gaps)


def _heads(scope: Scope, harm: HarmMark) -> bool:
    """Whether names may follow a word for the harmed: it stands at the end of its line, or a colon that opens no speech."""
    opens = scope.chars[scope.span.start : scope.span.end].rstrip().endswith(_COLON)
    spoken = opens and after(scope.cues_of("reporting", "source"), harm.span.end, scope.span.end)
    return scope.span.end - harm.span.end <= _BEGIN or (opens and not spoken)


def _harm_at(heads: Sequence[HarmMark], at: int, running: str | None) -> str:
    """The harm of a name: that of the last head before it, of the open list, else killed (who is only called a victim)."""
    ahead = [head.harm for head in heads if head.span.end <= at]
    return ahead[-1] if ahead else running or (heads[0].harm if heads else "casualties_unspecified")


def with_names_before(claims: Sequence[Claim], listing: Listing) -> list[Claim]:
    """``claims`` with names that stood before them given to the first whose words of harm name nobody.

    "The martyr NAME", says a post, and on its next line: "was killed in the shelling of X".
    """
    held = list(claims)
    first, last = listing.names[0], listing.names[-1]
    for number, claim in enumerate(held):
        mute = claim.status == "asserted" and not claim.victims and not claim.counts
        near = 0 <= claim.clause.start - last.person.span.end <= _ABOVE
        if mute and near and claim_type(claim.type).family in _VIOLENT:
            held[number] = _given(claim, listing.names, first.victim.harm, listing.chars)
            break
    return held


def with_listing(claims: Sequence[Claim], listing: Listing, *, first: int = 0) -> list[Claim]:
    """``claims`` with listed names given to the last of them, from ``first`` on, whose toll they can be of."""
    held = list(claims)
    for harm in dict.fromkeys(one.victim.harm for one in listing.names):
        names = [one for one in listing.names if one.victim.harm == harm]
        number = _home(held[first:], harm, names[0].person.span.start)
        if number is not None:
            number += first
            held[number] = _given(held[number], names, harm, listing.chars)
    return held


def _home(claims: Sequence[Claim], harm: str, at: int) -> int | None:
    """The number of the claim whose victims are listed: the nearest with a toll of this harm, else with any, else of violence."""
    near = [n for n, claim in enumerate(claims) if claim.status == "asserted" and 0 <= at - claim.clause.end <= _FAR]
    wanted = (harm, *_WHOLES.get(harm, ()))
    tolled = [n for n in near if any(count.harm in wanted for count in claims[n].counts)]
    violent = [n for n in near if claim_type(claims[n].type).family in _VIOLENT]
    found = tolled or violent
    return found[-1] if found else None


def _given(claim: Claim, names: Sequence[Named], harm: str, chars: str) -> Claim:
    """``claim`` with these victims, each once, and counted where no figure counts them."""
    known = {victim.name for victim in claim.victims}
    new = [one for one in names if one.victim.name not in known]
    said = _harm_said(claim, harm)
    victims = [replace(one.victim, harm=said) for one in new]
    evidence = [*claim.evidence, *_shown(claim, new, chars)]
    counts = tuple(_grown(claim, count, new) for count in claim.counts)
    if new and not any(count.harm in (said, *_WHOLES.get(said, ())) for count in counts) and said in _LISTABLE:
        counts = (*counts, _counted(new, said))
        evidence += [_entry(f"counts[{len(claim.counts)}]", one, claim.where, chars, RULE) for one in new]
    return replace(claim, victims=(*claim.victims, *victims), counts=counts, evidence=tuple(evidence))


def _grown(claim: Claim, count: Count, new: Sequence[Named]) -> Count:
    """A count of names told so far with those that the next lines add; any other count as it is."""
    so_far = [victim for victim in claim.victims if victim.harm == count.harm]
    mine = [one for one in new if _harm_said(claim, one.victim.harm) == count.harm]
    if not mine or count.high != len(so_far) or not all(victim.name in count.said for victim in so_far):
        return count
    number = len(so_far) + len(mine)
    said = " ".join([count.said, *(one.person.name for one in mine)])
    return replace(count, low=number, high=number, best=number, said=said)


def _harm_said(claim: Claim, harm: str) -> str:
    """The harm of a listed name; "victims" suffered what the toll says, where it says one harm."""
    if harm != "casualties_unspecified":
        return harm
    told = dict.fromkeys(count.harm for count in claim.counts)
    return next(iter(told)) if len(told) == 1 or "killed" in told else harm


def _counted(names: Sequence[Named], harm: str) -> Count:
    """The names as a count."""
    number = len(names)
    statuses = {one.victim.civil_status for one in names}
    status = "civilian" if "civilian" in statuses and "combatant" not in statuses else "unknown"
    return Count(
        harm, number, number, number, "exact", " ".join(one.person.name for one in names), status,
        "inferred" if status == "civilian" else None,
    )  # fmt: skip


def _shown(claim: Claim, names: Sequence[Named], chars: str) -> Iterator[Evidence]:
    """The characters that name the victims."""
    for number, one in enumerate(names, start=len(claim.victims)):
        yield _entry(f"victims[{number}]", one, claim.where, chars, one.person.rule)


def _entry(field: str, one: Named, where: str, chars: str, rule: str) -> Evidence:
    span = one.person.span
    return Evidence(field, span, chars[span.start : span.end], rule, where)
