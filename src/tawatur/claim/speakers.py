"""Who says so: the speaker of each sentence, carried over where a following sentence goes on in his words."""

from dataclasses import dataclass, replace
from typing import Final

from tawatur.claim.scope import LAM, Scope, after, before, within
from tawatur.model.claim import Attribution, Speaker
from tawatur.model.mark import CueMark, PartyMark, PersonMark
from tawatur.model.text import Span

KINDS: Final = {
    "monitor": "monitor", "rights body": "rights_body", "rescue": "rescue", "agency": "agency", "outlet": "outlet",
    "unnamed source": "local_source", "witness": "witness", "correspondent": "correspondent", "official": "official",
    "media": "outlet", "civilians": "witness", "international body": "official", "political body": "official", "body": "official",
    "person": "person",
}  # fmt: skip
_UNNAMED: Final = ("source", "civilians", "residents", "fighters")
_NO_VOICE: Final = ("civilians", "residents", "fighters")
"""A colon after these opens a list or a headline's second half, not their words."""
_REACH: Final = 60
_CLOSE: Final = 3
_AHEAD: Final = 30
_COLONS: Final = (":",)
_COMMAS: Final = ("\u060c", ",", ".")


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution with the marks that show it: (span, rule) pairs, the cue first."""

    attribution: Attribution
    evidence: tuple[tuple[Span, str], ...] = ()
    carried: bool = False


OWN_VOICE: Final = Said(Attribution())


def who_says(scope: Scope, last: Said) -> Said:
    """The attribution of one sentence. ``last`` is that of the sentence before: "he added" goes on with it."""
    if scope.sentence.region.kind == "embed" and scope.sentence.region.author:
        author = Speaker(scope.sentence.region.author, None, "social_media")
        return Said(Attribution((author,), "named"), ((scope.sentence.span, scope.sentence.region.rule),))
    leading = _before_colon(scope)
    if leading:
        return leading
    for cue in scope.cues:
        said = _by_cue(scope, cue, last)
        if said:
            return said
    unattributed = scope.cues_of("unattributed")
    if unattributed:
        return Said(Attribution((), "unattributed"), ((unattributed[0].span, unattributed[0].rule),))
    return OWN_VOICE


def _before_colon(scope: Scope) -> Said | None:
    """A speaker whose name and a colon open the sentence ("The Observatory: …")."""
    parties = [
        mark for mark in scope.parties if _speaks(mark) and mark.group not in _NO_VOICE and not _any_source(mark)
    ]
    speakers: list[PartyMark | PersonMark] = [*scope.persons, *parties]
    for mark in speakers:
        opens = mark.span.start - scope.span.start <= _CLOSE
        if opens and scope.between(mark.span.end, mark.span.end + _CLOSE).lstrip().startswith(_COLONS):
            at = CueMark(mark.span, "reporting", None, "forward", mark.rule)
            return _person(at, mark) if isinstance(mark, PersonMark) else _party(scope, at, mark)
    return None


def _any_source(mark: PartyMark) -> bool:
    """Whether a mark is no more than "the source": a colon after it opens a credit line."""
    return mark.party.kind == "unnamed source" and " " not in mark.party.said


def _by_cue(scope: Scope, cue: CueMark, last: Said) -> Said | None:
    """The attribution that one cue opens; None where it opens none."""
    if cue.kind == "source":
        named = _named_after(scope, cue, _REACH)
        return _with_origin(scope, cue, named) if named and cue.value == "relay" else named
    if cue.kind != "reporting" and (cue.kind, cue.value) != ("distance", "said"):
        return None
    found = _named_after(scope, cue, _REACH) or _named_before(scope, cue)
    if found:
        return _with_outlet(scope, cue, found)
    if cue.value == "carry" and last.attribution.chain:
        return Said(last.attribution, ((cue.span, cue.rule),), carried=True)
    return None


def _with_origin(scope: Scope, cue: CueMark, relay: Said) -> Said:
    """A relay ("the agency quoted a source") with the one whom it quotes as origin."""
    end = max(span.end for span, _ in relay.evidence)
    of = next((one for one in after(scope.cues, end, _CLOSE) if one.value == "of"), None)
    origin = _named_after(scope, of, _REACH) if of else None
    if origin is None:
        return relay
    chain = (*relay.attribution.chain, *origin.attribution.chain)
    return Said(Attribution(chain, origin.attribution.mode), (*relay.evidence, *origin.evidence[1:]))


def _named_after(scope: Scope, cue: CueMark, reach: int) -> Said | None:
    """The speaker after a cue: the first person or party that can speak, before the words that are spoken begin."""
    end = _speech_begins(scope, cue.span.end, reach, _COLONS if cue.kind != "source" else (*_COLONS, *_COMMAS))
    parties = [mark for mark in after(scope.parties, cue.span.end, end - cue.span.end) if _speaks(mark)]
    persons = after(scope.persons, cue.span.end, end - cue.span.end)
    party, person = next(iter(parties), None), next(iter(persons), None)
    if person and (party is None or person.span.start < party.span.start or _names_holder(scope, party, person)):
        return _person(cue, person)
    return _party(scope, cue, party) if party else None


def _speech_begins(scope: Scope, at: int, reach: int, stops: tuple[str, ...]) -> int:
    """Where a speaker's own words begin: one of these signs, "that", or the end of the reach."""
    end = min(at + reach, scope.span.end)
    signs = [place for sign in stops if (place := scope.chars.find(sign, at + 1, end)) >= 0]
    that = [cue.span.start for cue in within(scope.cues, Span(at, end)) if cue.kind == "that"]
    return min([end, *signs, *that])


def _speaks(mark: PartyMark) -> bool:
    """Whether a party can be a speaker."""
    return mark.group not in ("adjective", "facility")


def _names_holder(scope: Scope, party: PartyMark, person: PersonMark) -> bool:
    """Whether the person after a party holds an office of it ("the committee's spokesman NAME")."""
    gap = scope.between(party.span.end, person.span.start)
    return len(gap) <= _REACH and ":" not in gap and "\u0648" not in gap.split()[:1]


def _person(cue: CueMark, person: PersonMark) -> Said:
    speaker = Speaker(person.name, None, "official" if person.role == "official" else "person")
    return Said(Attribution((speaker,), "named"), ((cue.span, cue.rule), (person.span, person.rule)))


def _party(scope: Scope, cue: CueMark, mark: PartyMark) -> Said:
    """A party as speaker; a correspondent's outlet belongs to his name."""
    name, span = _shown(mark), mark.span
    if mark.group == "source":
        owner = next(
            (
                other
                for other in after(scope.parties, mark.span.end, _CLOSE)
                if other.group in ("outlet", "monitor", "body", "party") and not _told_to(scope, other)
            ),
            None,
        )
        if owner:
            span = mark.span.join(owner.span)
            name = scope.chars[span.start : span.end]
    speaker, mode = speaker_of(mark)
    named = replace(speaker, name=name)
    return Said(Attribution((named,), mode), ((cue.span, cue.rule), (span, mark.rule)))


def speaker_of(mark: PartyMark) -> tuple[Speaker, str]:
    """A party as a link of a chain, and whether it is named or unnamed."""
    kind = KINDS.get(mark.party.kind or "", "party" if mark.party.id else "unknown")
    unnamed = mark.party.id is None and mark.group in _UNNAMED and kind not in ("correspondent", "official")
    return Speaker(_shown(mark), mark.party.id, kind), "unnamed" if unnamed else "named"


def _shown(mark: PartyMark) -> str:
    """The name of a speaker: as said where that is more than one word, else the registered one ("the Observatory")."""
    said = mark.party.said
    return said if " " in said or mark.party.name_ar is None else mark.party.name_ar


def _named_before(scope: Scope, cue: CueMark) -> Said | None:
    """The subject before a verb of saying ("the committee said")."""
    person = next(iter(before(scope.persons, cue.span.start, _CLOSE)), None)
    if person:
        return _person(cue, person)
    party = next((mark for mark in before(scope.parties, cue.span.start, _AHEAD) if _speaks(mark)), None)
    if (
        party
        and not scope.chars[max(0, party.span.start - 1)].endswith((LAM, "\u0628"))
        and "." not in scope.between(party.span.end, cue.span.start)
    ):
        return _party(scope, cue, party)
    return None


def _with_outlet(scope: Scope, cue: CueMark, said: Said) -> Said:
    """A speaker who told it to an agency or outlet: that one is nearer, the speaker the origin."""
    end = max(span.end for span, _ in said.evidence)
    outlet = next(
        (mark for mark in after(scope.parties, end, _REACH) if mark.group == "outlet" and _told_to(scope, mark)), None
    )
    if outlet is None or any(outlet.span.meets(span) for span, _ in said.evidence):
        return said
    nearest = Speaker(_shown(outlet), outlet.party.id, KINDS.get(outlet.party.kind or "", "outlet"))
    chain = (nearest, *said.attribution.chain)
    return Said(Attribution(chain, said.attribution.mode), (*said.evidence, (outlet.span, outlet.rule)))


def _told_to(scope: Scope, mark: PartyMark) -> bool:
    """Whether li- ("to") stands before an outlet's name."""
    return scope.chars[max(0, mark.span.start - 1) : mark.span.start] == LAM or scope.chars.startswith(
        LAM + LAM, mark.span.start
    )
