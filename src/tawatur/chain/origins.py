"""How many origins stand behind some claims, between which no dependence was found."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawatur.chain.dependence import dependent
from tawatur.chain.edited import edited_links
from tawatur.chain.joined import components
from tawatur.chain.tellers import ReportSource, Teller, teller_of
from tawatur.model.claim import Claim
from tawatur.model.copies import CopyPair

Links = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Chains:
    """``number`` of independent chains, the sorted names of their ``origins``, and a sentence saying ``why`` so many.

    An origin that nobody names is shown by what readers call its outlet or report (``ReportSource.shown``).
    """

    number: int
    origins: tuple[str, ...]
    why: str


def count_chains(claims: Sequence[Claim], *, views: Mapping[str, ReportSource], pairs: Sequence[CopyPair]) -> Chains:
    """The independent chains behind ``claims``; 0 where all of them are unattributed. ``views`` by report id.

    One named origin is one chain, however many outlets carry it. Unnamed sources and an outlet's own voice are the
    outlet's. Claims that stand in the same words of a shared passage are one chain. An outlet's claim adds none where
    its report shares half of its text with one that names a source, or itself names a source for these claims; two
    outlets' claims are one where their reports share half of their text. So a copy never raises the number, and
    neither does a claim that nobody is said to have made.
    """
    traced = trace(claims, views=views, pairs=pairs)
    origins = tuple(sorted(name for _, name in traced.names))
    return Chains(len(origins), origins, _why(origins, traced.told, traced.tellers, traced.kept))


@dataclass(frozen=True, slots=True)
class Traced:
    """How claims lead back to origins: by claim id the claims ``told``, their ``tellers`` without those that add none by
    themselves, those ``kept`` when copies are left out, and ``roots``, equal for claims of one chain. ``names`` are the
    chains' origins by root.
    """

    told: Mapping[str, Claim]
    tellers: Mapping[str, Teller]
    kept: Mapping[str, Teller]
    roots: Mapping[str, str]
    names: tuple[tuple[str, str], ...]


def trace(claims: Sequence[Claim], *, views: Mapping[str, ReportSource], pairs: Sequence[CopyPair]) -> Traced:
    """How ``claims`` lead back to origins, by the rule of ``count_chains``."""
    told = {claim.id: claim for claim in claims}
    tellers = _tellers(told, views)
    told_by = [told[claim] for claim in sorted(tellers)]
    named_links, own_links, followers = _text_links(told_by, tellers, pairs)
    whole_links, whole_followers = _whole_links(told_by, tellers, views)
    own_links, followers = [*own_links, *whole_links], followers | whole_followers
    kept = _without_followers(tellers, own_links, followers)
    named_links = [*named_links, *edited_links(told_by, tellers, views)]
    links = [link for link in (*named_links, *own_links) if link[0] in kept and link[1] in kept]
    roots = components(kept, [*links, *_key_links(kept)])
    return Traced(told, tellers, kept, roots, _origins(roots, kept, told, pairs))


def pairs_by_report(pairs: Sequence[CopyPair]) -> dict[str, tuple[CopyPair, ...]]:
    """The pairs of each report that stands first (``a``) in one, for ``pairs_among``."""
    found: defaultdict[str, list[CopyPair]] = defaultdict(list)
    for pair in pairs:
        found[pair.a].append(pair)
    return {report: tuple(held) for report, held in found.items()}


def pairs_among(by_report: Mapping[str, tuple[CopyPair, ...]], reports: Collection[str]) -> tuple[CopyPair, ...]:
    """The pairs whose two reports are both among ``reports``, sorted: all that ``count_chains`` needs of an event."""
    wanted = set(reports)
    return tuple(pair for report in sorted(wanted) for pair in by_report.get(report, ()) if pair.b in wanted)


def _tellers(told: Mapping[str, Claim], views: Mapping[str, ReportSource]) -> dict[str, Teller]:
    """Who tells each claim, by claim id; without the unattributed, and without the own voice of a report that names a
    source as well: its lead sums up what the source said."""
    found = {
        claim.id: teller
        for claim in told.values()
        if (teller := teller_of(claim, views.get(claim.report, ReportSource(claim.report, None, None)))) is not None
    }
    naming = {told[claim].report for claim, teller in found.items() if teller.named}
    return {claim: teller for claim, teller in found.items() if teller.named or not _sums_up(told[claim], naming)}


def _sums_up(claim: Claim, naming: set[str]) -> bool:
    return claim.report in naming and claim.attribution.mode == "own_voice" and not claim.attribution.chain


def _text_links(
    claims: Sequence[Claim], tellers: Mapping[str, Teller], pairs: Sequence[CopyPair]
) -> tuple[Links, Links, set[str]]:
    """Links among named claims, links among outlets' own claims, and the own claims that follow a named one.

    Two named sources are two even in copied text (one wire may quote both), unless the very words are the same.
    """
    named_links: Links = []
    own_links: Links = []
    followers: set[str] = set()
    for one, other, same_words in dependent(claims, pairs):
        naming = tellers[one.id].named, tellers[other.id].named
        if naming == (True, True):
            named_links += [(one.id, other.id)] if same_words else []
        elif naming == (False, False):
            own_links.append((one.id, other.id))
        else:
            followers.add(other.id if naming[0] else one.id)
    return named_links, own_links, followers


def _whole_links(
    claims: Sequence[Claim], tellers: Mapping[str, Teller], views: Mapping[str, ReportSource]
) -> tuple[Links, set[str]]:
    """The same for claims of reports that are whole copies of one text, though no pair of them was compared.

    Of thousands of copies only neighbours are compared, and an event may hold copies from far apart.
    """
    held: defaultdict[str, list[str]] = defaultdict(list)
    for claim in claims:
        view = views.get(claim.report)
        if view is not None and view.copied is not None:
            held[view.copied].append(claim.id)
    links: Links = []
    followers: set[str] = set()
    for ids in held.values():
        own = [claim for claim in ids if not tellers[claim].named]
        links += [(own[0], claim) for claim in own[1:]]
        followers |= set(own) if len(own) < len(ids) else set()
    return links, followers


def _without_followers(tellers: Mapping[str, Teller], own_links: Links, followers: set[str]) -> dict[str, Teller]:
    """The tellers without the claims that follow a named one, directly or through other copies."""
    group = components(tellers, own_links)
    following = {group[claim] for claim in followers}
    return {claim: teller for claim, teller in tellers.items() if group[claim] not in following}


def _key_links(tellers: Mapping[str, Teller]) -> Iterator[tuple[str, str]]:
    first: dict[str, str] = {}
    for claim in sorted(tellers):
        for key in sorted(tellers[claim].keys):
            yield first.setdefault(key, claim), claim


def _origins(
    group: Mapping[str, str], tellers: Mapping[str, Teller], told: Mapping[str, Claim], pairs: Sequence[CopyPair]
) -> tuple[tuple[str, str], ...]:
    """One name for each chain, by its root: a named source before an outlet, one that copies nobody before a copyist."""
    copyists = {pair.b if pair.direction == "a>b" else pair.a for pair in pairs if pair.direction is not None}
    names: defaultdict[str, list[tuple[bool, bool, str]]] = defaultdict(list)
    for claim, root in group.items():
        names[root].append((not tellers[claim].named, told[claim].report in copyists, tellers[claim].name))
    return tuple((root, _commonest(found)) for root, found in sorted(names.items()))


def _commonest(names: Sequence[tuple[bool, bool, str]]) -> str:
    counted = Counter(names)
    return min(counted, key=lambda name: (name[0], name[1], -counted[name], name[2]))[2]


def _why(
    origins: Sequence[str], told: Mapping[str, Claim], tellers: Mapping[str, Teller], kept: Mapping[str, Teller]
) -> str:
    unattributed = sum(claim.attribution.mode == "unattributed" for claim in told.values())
    beside = len(told) - unattributed - len(tellers)
    reasons = [
        (len(tellers) - len(kept), "repeat the text of a report that names its source"),
        (beside, "are the own words of a report that names its source"),
        (unattributed, "name nobody"),
    ]
    many = "origin" if len(origins) == 1 else "origins"
    added = f"{len(kept)} of {len(told)} claims lead back to {len(origins)} {many}: {', '.join(origins) or 'none'}"
    return "; ".join([added, *(f"{number} {reason}" for number, reason in reasons if number)])
