"""What a sentence only recalls: what an anniversary is of, what its news followed, an earlier round, what "had" happened.

Such a happening has no time but the one said behind the words that recall it.
"""

from typing import Final

from tawatur.claim.acts.types import NO_HARM
from tawatur.claim.scope import Scope, after, before, within
from tawatur.model.mark import ActionMark, CueMark, HarmMark
from tawatur.model.text import Span

_TOUCH: Final = 3
_CLOSE: Final = 2
_OF_DAY: Final = 45
"""Room between an anniversary and its act: which one it is, and of what it is the beginning."""
_SUBJECT: Final = 60
"""Room between "had" and its verb: whose town or force it was."""
_TOLL: Final = 50
_COMMA: Final = "\u060c"
_PARTING: Final = ("boundary", "relative", "that", "moment")


def recalling(scope: Scope, word: ActionMark | HarmMark) -> CueMark | None:
    """The cue that makes a word tell of something earlier than the news of its sentence; None where none does."""
    harm = round_before(scope, word) if isinstance(word, HarmMark) else None
    return harm or _former(scope, word) or _remembered(scope, word) or _followed(scope, word)


def _former(scope: Scope, word: ActionMark | HarmMark) -> CueMark | None:
    """The "former" right behind an act ("an earlier attack")."""
    acts = isinstance(word, ActionMark)
    return next(iter(after(scope.cues_of("former"), word.span.end, _CLOSE)), None) if acts else None


def _remembered(scope: Scope, word: ActionMark | HarmMark) -> CueMark | None:
    """The anniversary whose act a word is, or whose dead it counts."""
    days = [cue for cue in scope.cues_of("memory") if cue.value == "anniversary"]
    near = before(days, word.span.start, _OF_DAY)
    day = next((cue for cue in near if not _parted(scope, cue, word, ("boundary",))), None)
    if day is None or word.form == "noun" or (isinstance(word, HarmMark) and word.tense is None):
        return day
    which = within(scope.cues_of("relative"), Span(day.span.end, word.span.start))
    return day if which else None  # "on the anniversary of X they shelled Y": who shelled did so today


def _followed(scope: Scope, word: ActionMark | HarmMark) -> CueMark | None:
    """The "after" behind which a word stands, where the news is said to come after it.

    "This comes after …" says so; so does another act before "after the attack which …".
    """
    cues, at = scope.cues_of("background"), word.span.start
    comes = next((cue for cue in cues if cue.value == "follows" and cue.span.end <= at), None)
    if comes is not None:
        return _behind_after(scope, comes, word)
    behind = next(iter(before(scope.cues_of("past"), at, _TOUCH)), None)
    if behind is None or not isinstance(word, ActionMark) or not word.definite or word.form == "verb":
        return None
    acts = [one for one in scope.actions if one.span.end <= behind.span.start and one.type not in NO_HARM]
    which = after(scope.cues_of("relative"), word.span.end, _CLOSE)
    return behind if acts and which and word.type not in NO_HARM else None


def _behind_after(scope: Scope, comes: CueMark, word: ActionMark | HarmMark) -> CueMark | None:
    """The "after" of "this comes after" that stands before a word; ``comes`` where only the harm of a word stands behind it."""
    afters = within(scope.cues_of("past", "moment"), Span(comes.span.end, scope.span.end))
    found = next((cue for cue in afters if cue.span.end <= word.span.start), None)
    harmed = bool(afters) and bool(within(scope.harms, Span(afters[0].span.end, scope.span.end)))
    return comes if found is None and harmed else found


def round_before(scope: Scope, harm: HarmMark) -> CueMark | None:
    """The "after" behind which a harm is of an earlier round ("renewed its raids after it had killed three")."""
    if harm.form == "noun":
        return None
    cues = [cue for cue in scope.cues_of("moment") if cue.value == "after"]
    cue = next(iter(before(cues, harm.span.start, _TOLL)), None)
    if cue is None or _parted(scope, cue, harm, ("boundary", "relative")):
        return None
    if not any(one.span.end <= cue.span.start and one.type not in NO_HARM for one in scope.actions):
        return None
    again = [one for one in scope.cues_of("light") if one.value == "renew" and one.span.end <= cue.span.start]
    had = [one for one in scope.cues_of("background") if one.value == "happened"]
    return cue if again or after(had, cue.span.end, _CLOSE) else None


def had_happened(scope: Scope, word: ActionMark | HarmMark) -> CueMark | None:
    """The "had" before a verb of the past that tells of a word, or of what is told before it in the sentence."""
    for cue in scope.cues_of("had"):
        if any(one.value == "from" for one in after(scope.cues_of("preposition"), cue.span.end, _CLOSE)):
            continue  # "among the dead was a boy who was killed"
        verbs: list[ActionMark | HarmMark] = [*scope.actions, *scope.harms]
        done = [one for one in verbs if _done(scope, one) and cue.span.end <= one.span.start <= word.span.start]
        if any(_had(scope, cue, one) for one in done):
            return cue
    return None


def _done(scope: Scope, word: ActionMark | HarmMark) -> bool:
    """Whether a word is a verb of the past, or what a verb behind "already" made happen."""
    makers = before(scope.cues_of("undergo", "light", "occur"), word.span.start, _TOUCH)
    return word.tense == "past" or any(before(scope.cues_of("already"), one.span.start, 1) for one in makers)


def _had(scope: Scope, cue: CueMark, verb: ActionMark | HarmMark) -> bool:
    """Whether "had" stands right before a verb, or opens the sentence with no more than the verb's subject between."""
    makers = before(scope.cues_of("undergo", "light"), verb.span.start, _TOUCH)
    start = makers[0].span.start if makers else verb.span.start
    if 0 <= start - cue.span.end <= _CLOSE:
        return True
    opens = cue.span.start - scope.span.start <= _CLOSE and start - cue.span.end <= _SUBJECT
    return opens and not _parted(scope, cue, verb, _PARTING)


def _parted(scope: Scope, cue: CueMark, word: ActionMark | HarmMark, kinds: tuple[str, ...]) -> bool:
    """Whether a comma, or a cue of one of these kinds, stands between a cue and a word."""
    gap = Span(cue.span.end, word.span.start)
    return _COMMA in scope.between(gap.start, gap.end) or bool(within(scope.cues_of(*kinds), gap))
