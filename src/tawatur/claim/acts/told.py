"""Told or only mentioned: whether a word tells of a happening here.

A verb tells. A noun tells where something makes it happen: a verb of happening or doing, harm that it caused, a
clause that begins with it. "The investigation of the bombing" or "to prevent attacks" mention and do not tell.
"""

import re
from collections.abc import Sequence
from typing import Final

from tawatur.claim.acts.descriptions import describes, drone, feared, spreads
from tawatur.claim.acts.pacts import ENDS, PACTS, elsewhere, names_pact, pact_told
from tawatur.claim.acts.same_act import came_before
from tawatur.claim.acts.stated import statement_told
from tawatur.claim.acts.terms import term_over
from tawatur.claim.acts.types import NO_HARM, OWN_ACT, one_act
from tawatur.claim.scope import HasSpan, Scope, after, before, within
from tawatur.lang.vocabulary import claim_type
from tawatur.model.mark import ActionMark, HarmMark
from tawatur.model.text import Span

_MAKERS: Final = ("light", "occur", "undergo", "launch_area", "fall", "no_harm", "update")
_GOVERNING: Final = ("threat", "plan", "demand", "attempt", "denial")
THEIRS: Final = ("\u0647\u0645", "\u0647\u0646", "\u0647\u0645\u0627")
"""Attached pronouns of the plural: "their evacuation" is of people told of before."""
_NEAR: Final = 45
_TOUCH: Final = 3
_GAP: Final = 1
_TRIAL: Final = 30
_LEAD: Final = 14
_COMPANY: Final = 60
_BESIDE: Final = 24
_FAR: Final = 120
_PLURAL: Final = "\u0627\u062a"
_FIRED: Final = ("ground", "air", "drone")
_FALL: Final = 60
"""Room between munitions and the verb that tells where they fell: their kinds and number."""
_FEW: Final = 3
"""Acts up to which a number may still be those of one happening."""
_SINCE: Final = re.compile("\u0645\u0646\u0630 (?:\u0627\u0644)?$")
_REMNANTS: Final = "#unexploded"
_ARTICLE: Final = "\u0627\u0644"


def tells(scope: Scope, action: ActionMark) -> bool:
    """Whether a word of action tells of a happening here."""
    mention = next(iter(before(scope.cues_of("mention"), action.span.start, _TOUCH)), None)
    if mention and (mention.value != "acts" or not any(gives_figure(scope, harm) for harm in scope.harms)):
        return False
    if _left_by(scope, action) or came_before(scope, action):
        return False
    if _elsewhere(scope, action.span) or any(otherwise(scope, action) for otherwise in _OTHERWISE):
        return False
    if action.type in PACTS:
        return pact_told(scope, action)
    if action.type in ENDS:
        return names_pact(scope, action)
    if action.weak and not _in_company(scope, action):
        return False
    if action.type == "statement":
        return statement_told(scope, action)
    known = action.form == "noun" and action.definite and action.type not in (*NO_HARM, "body_found")
    return not known or made_to_happen(scope, action)


def _left_by(scope: Scope, action: ActionMark) -> bool:
    """Whether a noun only says what remnants are left of ("a shell left by old fights")."""
    weapons = before(scope.weapons, action.span.start, _TOUCH)
    return action.form == "noun" and any(mark.rule.endswith(_REMNANTS) for mark in weapons)


def _who(scope: Scope, mark: ActionMark | HarmMark) -> bool:
    """Whether a verb stands right behind "who" ("whoever breaks the truce"): no preposition stands before a verb."""
    if mark.tense is None:
        return False
    return any(cue.value == "from" for cue in before(scope.cues_of("preposition"), mark.span.start, _GAP))


def _wished(scope: Scope, action: ActionMark) -> bool:
    """Whether a verb of the present stands right behind "that": it says what may be, not what is."""
    that = action.tense == "present" and before(scope.cues_of("that"), action.span.start, _GAP)
    return bool(that) and not before(scope.cues_of(*_GOVERNING, "hypothesis", "hedge"), action.span.start, _NEAR)


def _of_known(scope: Scope, action: ActionMark) -> bool:
    """Whether a verb only describes an act that is not told ("condemned the attack that targeted the embassy")."""
    which = next(iter(before(scope.cues_of("relative"), action.span.start, _GAP)), None) if action.general else None
    acts = before(scope.actions, which.span.start, _GAP) if which else ()
    return any(act.definite and not tells(scope, act) for act in acts)


def _in_words(scope: Scope, action: ActionMark) -> bool:
    """Whether an attack is one of a speech: no weapon, harm or place of it is told."""
    spoken = action.type in ("attack", "ground_offensive") and after(
        scope.cues_of("speech", "aside"), action.span.end, _NEAR
    )
    return bool(spoken) and not scope.weapons and not scope.harms and not scope.places


def _condemned(scope: Scope, action: ActionMark) -> bool:
    """Whether a noun is what a statement condemns: it is talked about, and told only where its own clause follows."""
    if action.act == "condemn" and _in_court(scope, action):
        return True  # a court that "condemns" somebody convicts him
    if action.form not in ("noun", "either") or action.type in ENDS:
        return False
    if after(scope.cues_of(*_MAKERS), action.span.end, _NEAR):
        return False
    spoken = [one for one in scope.actions if one.type == "statement" and one.act == "condemn"]
    said = next(iter(before(spoken, action.span.start, _COMPANY)), None)
    gap = Span(said.span.end, action.span.start) if said else None
    return gap is not None and not within(scope.cues_of("boundary", "that"), gap)


def _in_court(scope: Scope, action: ActionMark) -> bool:
    court = scope.cues_of("court")
    return bool(after(court, action.span.end, _TRIAL) or before(court, action.span.start, _TRIAL))


def _by_nature(scope: Scope, action: ActionMark) -> bool:
    """Whether weather or illness did it: nothing else of a conflict is said."""
    natural = bool(scope.cues_of("accident")) and action.type in ("property_damage", "deployment", "displacement")
    return natural and not scope.weapons and not any(mark.party.id for mark in scope.parties)


def _in_company(scope: Scope, action: ActionMark) -> bool:
    """Whether a party, place, weapon or harm stands near."""
    near = Span(max(0, action.span.start - _COMPANY), action.span.end + _COMPANY)
    if action.type == "deployment":
        return any(mark.group in ("party", "fighters") for mark in within(scope.parties, near))
    company: tuple[Sequence[HasSpan], ...] = (scope.parties, scope.places, scope.weapons, scope.harms)
    return any(within(marks, near) for marks in company)


def made_to_happen(scope: Scope, action: ActionMark) -> bool:
    """Whether something makes a noun tell: harm that is counted, a verb of happening, or the head of a clause."""
    at = action.span
    if before(scope.cues_of(*_GOVERNING), at.start, _NEAR):
        return True  # what is threatened, planned, demanded or denied is told as such
    if before(scope.cues_of("hypothesis"), at.start, _TOUCH) or _said_again(scope, action):
        return True
    if (listed := names_follow(scope)) and listed.span.start < action.span.start:
        return True
    if any(gives_figure(scope, harm) for harm in scope.harms if not harm.span.meets(at)):
        return True
    makers = [cue for cue in scope.cues if cue.kind in _MAKERS or (cue.kind == "cause" and cue.value == "result")]
    if before(makers, at.start, _NEAR) or after(makers, at.end, _NEAR):
        return True
    return not action.definite and _heads_clause(scope, action)


def names_follow(scope: Scope) -> HarmMark | None:
    """The harmed whose names a heading, or "and they are", announces ("names of the wounded of X"); None where none does."""
    named = any(after(scope.persons, cue.span.end, _TOUCH) for cue in scope.cues_of("apposition"))
    heads = [cue for cue in scope.cues_of("names") if named or cue.span.start - scope.span.start <= _LEAD]
    people = [harm for cue in heads for harm in after(scope.harms, cue.span.end, _TOUCH) if harm.form == "people"]
    return people[0] if people else None


def _said_again(scope: Scope, action: ActionMark) -> bool:
    """Whether a verb for the same act stands right beside a noun ("a raid hit the market")."""
    verbs = [one for one in scope.actions if one.form in ("verb", "passive") and one_act(one.type, action.type)]
    return bool(after(verbs, action.span.end, _LEAD))


def _elsewhere(scope: Scope, span: Span) -> bool:
    """Whether a word of sport, art or trade stands beside a word of war, and nothing else of a conflict."""
    cues = scope.cues_of("elsewhere")
    if any(cue.span.covers(span) for cue in cues):
        return True
    near = Span(max(scope.span.start, span.start - _BESIDE), span.end + _BESIDE)
    if not within(cues, near):
        return False
    fighting = any(mark.party.id or mark.group == "fighters" for mark in scope.parties)
    return not fighting and not scope.weapons and not any(gives_figure(scope, harm) for harm in scope.harms)


def _heads_clause(scope: Scope, action: ActionMark) -> bool:
    """Whether a noun stands first in its sentence or after a boundary, with a place or a party behind it."""
    start = action.span.start
    first = start - scope.span.start <= _LEAD or bool(
        before(scope.cues_of("boundary", "because", "cause"), start, _TOUCH + 1)
    )
    joined = scope.chars[max(0, start - 1) : start] == "\u0648"
    return (first or joined) and bool(
        after(scope.places, action.span.end, _COMPANY) or after(scope.parties, action.span.end, _NEAR)
    )


def gives_figure(scope: Scope, harm: HarmMark) -> bool:
    """Whether a word of harm comes with people or a number, or is itself indefinite people."""
    near = Span(max(scope.span.start, harm.span.start - _LEAD), harm.span.end + _NEAR)
    company: tuple[Sequence[HasSpan], ...] = (scope.people, scope.numbers)
    if scope.chars.startswith(THEIRS, harm.span.end):
        return bool(before(scope.people, harm.span.start, _COMPANY))
    if harm.form == "people" and definite(scope, harm):
        return bool(before(scope.numbers, harm.span.start, _TOUCH))
    if any(not mark.span.meets(harm.span) for marks in company for mark in within(marks, near)) or after(
        scope.persons, harm.span.end, _LEAD
    ):
        return True
    return harm.form == "people"


def definite(scope: Scope, harm: HarmMark) -> bool:
    """Whether a word of harm points back to people already told of: it has the article, or is in construct with an act.

    "The wounded" and "the dead of the bombardment" are known; "dead civilians" are news.
    """
    if scope.chars[max(0, harm.span.start - 2) : harm.span.start].endswith((_ARTICLE, "\u0644\u0644")):
        return True
    behind = scope.between(harm.span.end, harm.span.end + _TOUCH)
    acts: list[HasSpan] = [*scope.actions, *scope.cues_of("accident")]
    return harm.form == "people" and behind == f" {_ARTICLE}" and bool(after(acts, harm.span.end, _TOUCH))


def harm_tells(scope: Scope, harm: HarmMark) -> bool:
    """Whether a word of harm with no act beside it tells of one."""
    if _who(scope, harm) or before(scope.cues_of("mention", "medium"), harm.span.start, _TOUCH):
        return False
    caused = bool(within(scope.weapons, scope.span)) or bool(scope.cues_of("agent"))
    violent = harm.violent or harm.harm in OWN_ACT or bool(scope.cues_of("of_wounds"))
    if not caused and (not violent or scope.cues_of("accident")):
        return False
    if _elsewhere(scope, harm.span) or (harm.form == "people" and term_over(scope, harm.span)):
        return False  # the prisoners to be exchanged are no news of a capture
    return harm.form in ("verb", "ambivalent", "passive") or gives_figure(scope, harm)


def of_the_dead(scope: Scope, word: ActionMark | HarmMark) -> bool:
    """Whether bodies were found, or somebody died of wounds: no article that only names violence says that of it."""
    if isinstance(word, ActionMark):
        return word.type == "body_found"
    return word.harm == "killed" and bool(scope.cues_of("of_wounds")) and gives_figure(scope, word)


def _hit(scope: Scope, action: ActionMark) -> bool:
    """Whether aid is what an attack hit ("raids on an aid convoy"), and not what is told of."""
    if action.type != "aid":
        return False
    acts = before(scope.actions, action.span.start, _NEAR)
    return any(claim_type(one.type).family in ("strike", "attack", "device") for one in acts)


def _since(scope: Scope, action: ActionMark) -> bool:
    """Whether an end of a pact is only the moment since which something lasts."""
    if action.type not in ENDS:
        return False
    at = action.span.start
    return (
        bool(before(scope.cues_of("running_total"), at, 1))
        or _SINCE.search(scope.chars, max(0, at - 6), at) is not None
    )


def _total_of_acts(scope: Scope, action: ActionMark) -> bool:
    """Whether a noun only counts acts since a day ("seventy raids since the start of the year"): no happening of its own."""
    if action.form not in ("noun", "either") or action.type in NO_HARM or scope.harms:
        return False
    number = next(iter(before(scope.numbers, action.span.start, 1)), None)
    if number is None or (number.quantity.low or 0) <= _FEW:
        return False
    since = [mark.said for mark in scope.times if mark.said.bound == "since"]
    lasting = any(said.form != "clock" and (said.form, said.unit) != ("offset", "day") for said in since)
    totals = [cue for cue in scope.cues_of("running_total") if cue.value is None]
    return lasting or bool(after(totals, action.span.end, _FAR))


def _unarmed(scope: Scope, action: ActionMark) -> bool:
    """Whether no munition stands before a word that tells of one only there ("fell on")."""
    if not action.armed:
        return False
    return not any(mark.means in _FIRED for mark in before(scope.weapons, action.span.start, _FALL))


def _of_habit(scope: Scope, action: ActionMark) -> bool:
    """Whether a bare plural of acts only says what happens now and then ("from time to time chaos and attacks")."""
    if action.form != "noun" or not scope.between(*action.span).endswith(_PLURAL) or scope.harms or scope.weapons:
        return False
    return any(cue.value == "habit" for cue in before(scope.cues_of("background"), action.span.start, _COMPANY))


_OTHERWISE: Final = (
    _of_habit,
    _unarmed,
    _hit,
    _since,
    _total_of_acts,
    _who,
    _wished,
    _of_known,
    _in_words,
    elsewhere,
    _condemned,
    feared,
    _by_nature,
    describes,
    spreads,
    drone,
)
"""What a word of action may do other than tell of its act."""
