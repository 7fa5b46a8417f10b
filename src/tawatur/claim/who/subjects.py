"""The subject of a word by grammar: of its light verb, its adjective, its weapon, behind it, before it."""

from dataclasses import dataclass, replace
from typing import Final

from tawatur.claim.acts.frames import Frame
from tawatur.claim.carried import SoFar
from tawatur.claim.harm.counted import whole_word
from tawatur.claim.scope import BA, LAM, Scope, after, before, is_passive, within
from tawatur.claim.speaking.said import OWN_VOICE, Said
from tawatur.claim.who.owners import MEMBERS, is_of_site, owned_after
from tawatur.lang.forms import LAM_LAM
from tawatur.model.mark import ActionMark, HarmMark, PartyMark
from tawatur.model.text import Span

_ARMED: Final = ("party", "fighters", "body")
_OWNING: Final = (*_ARMED, "monitor")
"""Who may speak of his own deeds: ministries, too."""
_FLYING: Final = ("air", "drone")
_REACH: Final = 46
_CLOSE: Final = 3
_FAR: Final = 90
_VERBS: Final = ("verb", "ambivalent", "either")
_BY_POSTS: Final = ("arrest", "abduction", "capture", "raid")
_TA: Final = "\u062a"
_PLURAL: Final = "\u0627\u0645"
"""Letters behind the ha of a pronoun of the third person, where any stand there."""
_OF_PEOPLE: Final = ("protest", "riot", "strike")
_HA: Final = "\u0647"
_PRONOUNS: Final = ("\u0647", "\u0627")
"""Last letters of "that he" and "that she"."""
_AND: Final = "\u0648"
_COMMA: Final = "\u060c"


@dataclass(frozen=True, slots=True)
class Clause:
    """What is looked at for one frame: its sentence, its own clause, the parties that can act in both, and what was told."""

    scope: Scope
    own: Scope
    acting: tuple[PartyMark, ...]
    ahead: tuple[PartyMark, ...]
    frame: Frame
    told: SoFar
    said: Said = OWN_VOICE


def subject_of(clause: Clause, word: ActionMark | HarmMark) -> PartyMark | None:
    """The subject of one word: of its light verb, its adjective, behind it, before it."""
    return (
        _inside(clause, word)
        or _its_own(clause, word)
        or _speaker(clause, word)
        or _of_light_verb(clause, word)
        or _adjective(clause, word)
        or _of_weapon(clause, word)
        or _behind(clause, word)
        or _announced(clause, word)
        or _with_means(clause, word)
        or _before_verb(clause, word)
    )


def _inside(clause: Clause, word: ActionMark | HarmMark) -> PartyMark | None:
    """The party that a phrase names itself ("the solidarity of the residents")."""
    found = [mark for mark in clause.acting if word.span.start < mark.span.start < word.span.end]
    return found[0] if found and clause.frame.type in _OF_PEOPLE else None


def _its_own(clause: Clause, word: ActionMark | HarmMark) -> PartyMark | None:
    """Whom the pronoun of a noun means ("the advance of the forces and their taking of"): the last party before it."""
    first = clause.scope.between(*word.span).split(" ")[0]
    if (
        word.form != "noun"
        or " " not in clause.scope.between(*word.span)
        or not first.rstrip(_PLURAL).endswith(_TA + _HA)
    ):
        return None
    return next((mark for mark in before(clause.ahead, word.span.start, _FAR) if mark.group in _ARMED), None)


def _speaker(clause: Clause, word: ActionMark | HarmMark) -> PartyMark | None:
    """The party that speaks, where "that it" stands right before a verb ("the army said that it had shelled")."""
    if word.form not in _VERBS or not clause.said.links:
        return None
    that = next(iter(before(clause.scope.cues_of("that"), word.span.start, 1)), None)
    if that is None or clause.scope.chars[that.span.end - 1 : that.span.end] not in _PRONOUNS:
        return None
    span, _ = clause.said.links[-1]
    marks = [*clause.scope.parties, *clause.told.parties]
    found = next((mark for mark in marks if mark.span.meets(span) and mark.group in _OWNING), None)
    return replace(found, party=replace(found.party, basis="carried")) if found else None


def _of_light_verb(clause: Clause, word: ActionMark | HarmMark) -> PartyMark | None:
    """The subject of "launched", "carried out": before the noun ("X launched a raid") or behind ("a raid that X launched")."""
    at = word.span
    lights = clause.own.cues_of("light")
    for cue in before(lights, at.start, 2 * _FAR):
        between = within(clause.acting, Span(cue.span.end, at.start))
        if between and between[0].span.start - cue.span.end <= _CLOSE:
            return between[0]
    for cue in after(lights, at.end, _REACH):
        found = next(iter(after(clause.acting, cue.span.end, _CLOSE)), None)
        if found and clause.own.chars.startswith(_HA, cue.span.end):
            return found
    nearest = next(iter(before(lights, at.start, _FAR)), None)
    between = within(clause.acting, Span(nearest.span.end, at.start)) if nearest else ()
    return next((mark for mark in between if not is_of_site(clause.own, mark)), None)


def _adjective(clause: Clause, word: ActionMark | HarmMark) -> PartyMark | None:
    """A country's adjective right behind an act or its other adjectives ("Russian shelling")."""
    for mark in after(clause.acting, word.span.end, _REACH):
        gap = clause.own.between(word.span.end, mark.span.start)
        if mark.group == "adjective" and gap.count(" ") <= _CLOSE and _COMMA not in gap:
            return mark
    return None


def _of_weapon(clause: Clause, word: ActionMark | HarmMark) -> PartyMark | None:
    """The owner of the weapon that is the subject ("a launcher belonging to X fired", "the artillery of X shelled")."""
    if isinstance(word, HarmMark) or word.form == "passive":
        return None
    weapon = next(iter(after(clause.own.weapons, word.span.end, _CLOSE)), None)
    return owned_after(clause.own, clause.acting, weapon.span.end) if weapon else None


def _behind(clause: Clause, word: ActionMark | HarmMark) -> PartyMark | None:
    """The party behind a word, where it is its subject and not its object."""
    own, at = clause.own, word.span
    post = _post(clause, word)
    if post:
        return post
    harmed = isinstance(word, HarmMark)
    following = next((mark for mark in after(clause.acting, at.end, _REACH) if mark.group != "adjective"), None)
    if (
        following is None
        or is_passive(own, word)
        or is_of_site(own, following)
        or _parted(own, Span(at.end, following.span.start))
    ):
        return None
    if not harmed and word.form in ("noun", "either") and _from_party(own, at.end, following):
        return following
    ahead = _ahead(clause, at.start)
    if ahead and following.group == "residents" and at.start - ahead.span.end <= _CLOSE:
        return ahead  # a party right before the verb, the people whom it hit right behind
    if (not harmed or word.form == "verb") and _direct(own, word, following):
        return following
    active = harmed and word.form == "ambivalent" and following.group in ("party", "fighters")
    whole = following.group == "party" and following.party.why != MEMBERS and following.span.start - at.end <= _CLOSE
    return following if active and (whole or _has_object(own, word, following)) else None


def _post(clause: Clause, word: ActionMark | HarmMark) -> PartyMark | None:
    """The owner of a patrol or checkpoint that seizes or raids ("a patrol of the forces arrested"): such a post acts."""
    if clause.frame.type not in _BY_POSTS or word.form not in _VERBS:
        return None
    near = next(iter(after(clause.own.parties, word.span.end, _CLOSE)), None)
    if near and near.group == "facility" and near.party.id:
        return near
    post = next(iter(after(clause.own.cues_of("site"), word.span.end, 1)), None)
    return owned_after(clause.own, clause.acting, post.span.end) if post else None


def _parted(own: Scope, gap: Span) -> bool:
    """Whether another word of harm, a word of cause, or a comma that no other closes parts a word from a party."""
    return (
        bool(within(own.harms, gap)) or bool(within(own.cues_of("cause"), gap)) or own.between(*gap).count(_COMMA) == 1
    )


def _announced(clause: Clause, word: ActionMark | HarmMark) -> PartyMark | None:
    """Who announces an act right behind his name ("the forces announced the targeting of"): it is his own."""
    if isinstance(word, HarmMark) or word.form not in ("noun", "either"):
        return None
    for mark in before(clause.acting, word.span.start, _CLOSE):
        says = before(clause.own.cues_of("reporting"), mark.span.start, _CLOSE)
        if says and mark.group in _ARMED and clause.own.between(mark.span.end, word.span.start).strip(' "\u201d') == "":
            return mark
    return None


def _with_means(clause: Clause, word: ActionMark | HarmMark) -> PartyMark | None:
    """The subject of any verb that goes on with the act as its means ("the forces answered with a bombardment")."""
    if isinstance(word, HarmMark) or word.form not in ("noun", "either"):
        return None
    start = word.span.start
    if clause.own.chars[start - 1 : start] != BA:
        return None
    head = Span(clause.own.span.start, start)
    if bool(within(clause.own.harms, head)) or bool(within(clause.own.people, head)):
        return None
    if any(cue.kind in ("undergo", "agent", "reporting", "source") for cue in within(clause.own.cues, head)):
        return None
    ahead = [mark for mark in before(clause.acting, start, _REACH) if mark.group != "adjective"]
    first = ahead[-1] if ahead else None
    return first if first and _starts(clause.own, first) else None


def _before_verb(clause: Clause, word: ActionMark | HarmMark) -> PartyMark | None:
    """The subject before its verb ("the forces shelled"), or before a light verb and its noun."""
    lights = clause.own.cues_of("light")
    light = bool(before(lights, word.span.start, _FAR)) or any(cue.span.meets(word.span) for cue in lights)
    verb = word.form in _VERBS or light
    flown = verb and by_a_flight(clause.own, word)
    ahead = None if flown or is_passive(clause.own, word) else _ahead(clause, word.span.start)
    if word.form == "either" and not light and not can_be_verb(clause.own, word.span):
        return None
    return ahead if ahead and verb else None


def by_a_flight(own: Scope, word: ActionMark | HarmMark) -> bool:
    """Whether an aircraft stands right behind a verb as its subject ("an aircraft targeted")."""
    weapons = after(own.weapons, word.span.end, 1) if word.form in ("verb", "either") else ()
    return any(mark.means in _FLYING for mark in weapons)


def can_be_verb(own: Scope, span: Span) -> bool:
    """Whether a word that is spelt like its verbal noun can be the verb here: no particle of nouns stands before it."""
    if own.chars[max(0, span.start - 1) : span.start] in (BA, LAM):
        return False
    governors = own.cues_of("cause", "preposition", "agent", "light", "undergo", "fall", "occur", "mention")
    return not before(governors, span.start, 1)


def _ahead(clause: Clause, at: int) -> PartyMark | None:
    """The party nearest before a verb that can be its subject; an adjective of the weapon before it names one too."""
    for mark in before(clause.ahead, at, _FAR):
        gap = Span(mark.span.end, at)
        if any(one.span.end < at for one in within(clause.scope.actions, gap)) or within(clause.scope.harms, gap):
            return None
        if gap.end - gap.start > _REACH and (within(clause.scope.people, gap) or not _parenthesis(clause.scope, gap)):
            return None
        if mark.group in _ARMED and _starts(clause.scope, mark):
            return _first_of(clause, mark)
        if mark.group == "adjective" and before(clause.scope.weapons, mark.span.start, _CLOSE):
            return mark
    return None


def _first_of(clause: Clause, last: PartyMark) -> PartyMark:
    """The first of the parties that "and" joins up to ``last`` ("X and Y raided")."""
    for mark in before(clause.ahead, last.span.start, _CLOSE):
        if _AND in clause.scope.between(mark.span.end, last.span.start) and _starts(clause.scope, mark):
            return mark
    return last


def _parenthesis(scope: Scope, gap: Span) -> bool:
    """Whether a long gap between subject and verb is a parenthesis: two commas close it."""
    return scope.between(*gap).count(_COMMA) == 2 and scope.between(*gap).lstrip().startswith(_COMMA)


def _direct(own: Scope, word: ActionMark | HarmMark, mark: PartyMark) -> bool:
    """Whether nothing that opens an object stands between a trigger and its subject."""
    gap = Span(word.span.end, mark.span.start)
    if bool(within(own.places, gap)) or bool(within(own.parties, gap)):
        return False
    if own.between(*gap).rstrip('\u0640"\u201c ').endswith(LAM) or own.chars.startswith(LAM_LAM, mark.span.start):
        return (
            word.form != "verb"
        )  # "shelling by the forces" is said with li- in Arabic; behind a verb it opens an object
    return not within(own.cues_of("preposition", "site", "with"), gap)


def _from_party(own: Scope, at: int, mark: PartyMark) -> bool:
    """Whether "from" leads from an act to a party ("an attack from the forces"), no place between."""
    between = within(own.cues, Span(at, mark.span.start))
    if len(between) != 1 or within(own.places, Span(at, mark.span.start)):
        return False
    (last,) = between
    return (last.kind, last.value) == ("preposition", "from") and mark.span.start - last.span.end <= _CLOSE


def _has_object(own: Scope, word: HarmMark | ActionMark, subject: PartyMark) -> bool:
    """Whether a harm has its object behind its subject, or as a pronoun: then the subject did it, and suffered it not."""
    if own.chars.startswith(_HA, word.span.end) and subject.span.start - word.span.end <= 2 * _CLOSE:
        return True
    at = subject.span.end
    if any((after(own.people, at, 2 * _CLOSE), after(own.numbers, at, _CLOSE), after(own.persons, at, _CLOSE))):
        return True
    if subject.span.start - word.span.end > _CLOSE:
        return False
    return any(whole_word(own, people.span) != people.span for people in after(own.people, at, _FAR))


def _starts(scope: Scope, mark: PartyMark) -> bool:
    """Whether a party can open a clause: no particle is attached to it, none governs it."""
    if scope.chars[max(0, mark.span.start - 1) : mark.span.start].endswith((LAM, BA, "\u0643")):
        return False
    if scope.chars.startswith(LAM_LAM, mark.span.start) or is_of_site(scope, mark):
        return False
    return not before(
        scope.cues_of("preposition", "agent", "launch_area", "site", "source", "belongs", "with"),
        mark.span.start,
        1,
    )
