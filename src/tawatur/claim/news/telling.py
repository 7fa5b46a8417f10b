"""Told or only mentioned, weighed: a general newspaper speaks of far more violence than it reports.

"The attack that shook the capital" names what everybody knows; "two were killed yesterday in an attack" tells it. No single
word decides. Small signs do, each with a weight from the pack (``telling.toml``, fitted by ``scripts/fit_telling.py``):
their sum says whether a frame tells. Types whose telling nobody has marked yet are told wherever a rule sees them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, fsum, log1p
from typing import Final

from tawatur.claim.acts.frames import Frame
from tawatur.claim.acts.status import how_told
from tawatur.claim.acts.told import definite, gives_figure, made_to_happen
from tawatur.claim.news.grammar import of_grammar
from tawatur.claim.news.matter import of_matter
from tawatur.claim.news.told_by_form import left_harm, told_by_form
from tawatur.claim.scope import Scope, after, before, within
from tawatur.claim.speaking.said import Said
from tawatur.claim.speaking.speech import Speech
from tawatur.lang.pack import Pack
from tawatur.lang.vocabulary import claim_type
from tawatur.model.mark import ActionMark, HarmMark, TimeMark
from tawatur.model.text import Span

WEIGHED: Final = ("ASSAULT", "PROTEST")
"""The PLOVER types for whose telling there are marked sentences to fit weights on …"""

NOT_WEIGHED: Final = ("breach",)
"""… but for families of types whose acts are no violence themselves."""

BIAS: Final = "bias"
COMPANY: Final = "report-tells"
"""The sign of a frame in a report whose other sentences likely tell: a report of violence says more of it."""

CROWD: Final = "crowd"
"""The bias of a protest, and what its signs begin with: a march is told in other ways than a bombing is."""

_LOUD: Final = 0.69
"""What others must say together, a hair under log(2): that at least one of them tells is then as likely as not."""

_LOUDEST: Final = 30.0
"""A sum from which on more makes no difference."""

_TOUCH: Final = 3
_NEAR: Final = 12
_BEHIND: Final = 25
_COUNTED: Final = 16
_FIGURE: Final = (14, 45)
_TIME: Final = 70
_AROUND: Final = 70
_LONG: Final = ("month", "year", "decade", "century")
"""Units in which the past is counted that is no news."""
_PLACES: Final = ((4, "at-the-head"), (20, "early"), (60, "in-the-middle"), (120, "late"))
_LENGTHS: Final = ((80, "short-sentence"), (160, "middling-sentence"), (260, "long-sentence"))
_OPENING: Final = "\u00ab\u201c"
_CLOSING: Final = "\u00bb\u201d"
_QUESTION: Final = "\u061f?"
_CUES_AROUND: Final = (
    "negation", "mention", "hypothesis", "plan", "with", "agent", "occur", "light", "reporting", "boundary", "demand",
    "background", "bound", "elsewhere", "undergo", "accident", "hedge", "running_total", "court", "memory", "opinion", "speech",
)  # fmt: skip
_NEAR_CUES: Final = ("that", "relative", "moment", "occur", "light", "cause", "boundary", "mention", "preposition")
_BEHIND_CUES: Final = ("with", "light", "occur", "demand", "cause")


@dataclass(frozen=True, slots=True)
class Weighing:
    """The signs of a frame with their weights; it tells where their sum is not negative."""

    signs: tuple[tuple[str, float], ...]

    @property
    def total(self) -> float:
        """The sum of the weights."""
        return sum(weight for _, weight in self.signs)


@cache
def weights_of(pack: Pack) -> Mapping[str, float]:
    """What each sign weighs in a pack."""
    return {rule.id: rule.weight for rule in pack.files["telling"].rule}


def is_weighed(scope: Scope, frame: Frame) -> bool:
    """Whether the telling of a frame is weighed: of its type, and asserted; what is planned or denied is told as such.

    A heading over the names of the harmed tells.
    """
    return is_violent(scope, frame) and not told_by_form(scope, frame)


def is_violent(scope: Scope, frame: Frame) -> bool:
    """Whether a frame asserts violence or a protest: what may be told or only mentioned."""
    kind = claim_type(frame.type)
    weighed = kind.plover in WEIGHED and kind.family not in NOT_WEIGHED
    return weighed and how_told(scope, frame).status == "asserted"


def is_crowd(frame: Frame) -> bool:
    """Whether a frame is a protest, whose signs have weights of their own."""
    return claim_type(frame.type).plover == "PROTEST"


def weigh(scope: Scope, frame: Frame, said: Said, weights: Mapping[str, float]) -> Weighing | None:
    """How the signs of a frame weigh by themselves; None where its type is told wherever it is seen."""
    if not is_weighed(scope, frame):
        return None
    signs = (CROWD if is_crowd(frame) else BIAS, *signs_of(scope, frame, said))
    return Weighing(tuple((sign, weights[sign]) for sign in signs if sign in weights))


_UNASKED: Final = Weighing(())
"""Stands for a frame that was not weighed yet: one whose type is not weighed is known as None."""


class Telling:
    """Which frames of one text tell, by themselves or in the company of others that likely do."""

    def __init__(
        self, weights: Mapping[str, float], sentences: Iterable[tuple[Scope, Speech, Sequence[Frame]]]
    ) -> None:
        """``sentences`` are those of the text, each with who says what in it and what it may tell."""
        self._weights = weights
        self._sentences = tuple(sentences)
        self._alone: list[list[tuple[Frame, Weighing | None]]] = [[] for _ in self._sentences]
        self._speaks = [
            max((self._loudness(number, frame) for frame in frames), default=0.0)
            for number, (_, _, frames) in enumerate(self._sentences)
        ]
        self._loud = fsum(self._speaks)  # once: asked for each frame, it would make a long text's time grow squared

    def _weighed(self, number: int, frame: Frame) -> Weighing | None:
        """How a frame weighs by itself. It is asked again in its report's company: its signs are looked for once."""
        known = self._alone[number]
        found = next((weighing for one, weighing in known if one is frame), _UNASKED)  # a frame is dear to hash
        if found is _UNASKED:
            scope, speech, _ = self._sentences[number]
            found = weigh(scope, frame, speech.of(frame.trigger.span), self._weights)
            known.append((frame, found))
        return found

    def _loudness(self, number: int, frame: Frame) -> float:
        """How much a frame speaks for its report's telling: against the chance that it does not tell, as a logarithm.

        The chances that several sentences do not tell multiply, so these add up.
        """
        alone = self._weighed(number, frame)
        if alone is None:
            return _LOUDEST if left_harm(self._sentences[number][0], frame) else 0.0
        return log1p(exp(min(alone.total, _LOUDEST)))

    def weigh(self, number: int, frame: Frame) -> Weighing | None:
        """How a frame of the sentence of this number weighs in its report; None where its type is not weighed."""
        alone = self._weighed(number, frame)
        company = self._loud - self._speaks[number] >= _LOUD and not _summary(self._sentences[number][0], frame)
        if alone is None or not company or COMPANY not in self._weights:
            return alone
        return Weighing((*alone.signs, (COMPANY, self._weights[COMPANY])))

    def tells(self, number: int, frame: Frame) -> bool:
        """Whether a frame of the sentence of this number tells."""
        weighing = self.weigh(number, frame)
        return weighing is None or weighing.total >= 0


def _summary(scope: Scope, frame: Frame) -> bool:
    """Whether a frame only counts acts that are told one by one elsewhere: no place, no harm, several of its kind."""
    counted = before(scope.numbers, frame.trigger.span.start, _TOUCH)
    return bool(counted) and not frame.harms and not scope.places


def signs_of(scope: Scope, frame: Frame, said: Said) -> tuple[str, ...]:
    """Every sign of a frame, in order, each once. A sign without a weight counts nothing."""
    found = (
        *_of_word(scope, frame), *_of_place(scope, frame), *_of_cues(scope, frame), *_of_times(scope, frame),
        *_of_company(scope, frame), *_of_harms(scope, frame), *_of_speech(scope, frame, said), *of_grammar(scope, frame),
        *of_matter(scope, frame),
    )  # fmt: skip
    family = f"{CROWD}-" if is_crowd(frame) else ""
    return tuple(sorted({family + sign.replace("_", "-") for sign in found}))


def _of_word(scope: Scope, frame: Frame) -> Iterator[str]:
    """The word itself: what it tells of, how it is formed, whether it points back."""
    word = frame.trigger
    yield f"type-{frame.type}"
    known = word.definite if isinstance(word, ActionMark) else definite(scope, word)
    yield f"word-{word.form}{'-known' if known else ''}"
    if isinstance(word, HarmMark):
        yield "harm-alone"
    elif word.form == "noun" and made_to_happen(scope, word):
        yield "made-to-happen"
    if frame.others:
        yield "said-twice"
    if after(scope.numbers, word.span.end, _COUNTED) or before(scope.numbers, word.span.start, _COUNTED):
        yield "counted"


def _of_place(scope: Scope, frame: Frame) -> Iterator[str]:
    """Where in its sentence the word stands, and how long that is."""
    at, length = frame.trigger.span.start, scope.span.end - scope.span.start
    yield _step(at - scope.span.start, _PLACES, "far-down")
    yield _step(length, _LENGTHS, "endless-sentence")
    ahead = Span(scope.span.start, at)
    if not within(scope.actions, ahead) and not within(scope.harms, ahead):
        yield "first-word"


def _step(size: int, steps: tuple[tuple[int, str], ...], last: str) -> str:
    return next((name for limit, name in steps if size < limit), last)


def _of_cues(scope: Scope, frame: Frame) -> Iterator[str]:
    """The cues around the word, and those right before and behind it."""
    word = frame.trigger.span
    kinds = {cue.kind for cue in within(scope.cues, Span(max(0, word.start - _AROUND), word.end + _AROUND))}
    yield from (f"around-{kind}" for kind in _CUES_AROUND if kind in kinds)
    near = {cue.kind for cue in before(scope.cues, word.start, _NEAR)}
    yield from (f"before-{kind}" for kind in _NEAR_CUES if kind in near)
    behind = {cue.kind for cue in after(scope.cues, word.end, _BEHIND)}
    yield from (f"behind-{kind}" for kind in _BEHIND_CUES if kind in behind)


def _of_times(scope: Scope, frame: Frame) -> Iterator[str]:
    """The times of the sentence, those near the word apart."""
    if not scope.times:
        yield "no-time"
    word = frame.trigger.span
    near = within(scope.times, Span(max(0, word.start - _TIME), word.end + _TIME))
    yield from (f"near-{_time(mark)}" for mark in near)
    yield from (f"time-{_time(mark)}" for mark in scope.times)


def _time(mark: TimeMark) -> str:
    """What kind of time is said: a day counted from today, a weekday, a whole date, a year alone …"""
    said = mark.said
    if said.form == "offset" and said.unit == "day":
        return "today" if said.offset == 0 else "day-ago" if (said.offset or 0) < 0 else "day-ahead"
    if said.form == "date":
        return "day" if said.day is not None else "month" if said.month is not None else "year"
    return f"{said.form}-of-{said.unit}s" if said.unit and said.unit in _LONG else said.form


def _of_company(scope: Scope, frame: Frame) -> Iterator[str]:
    """Places, parties, persons and weapons that make an act a certain one."""
    parties = within(scope.parties, frame.clause)
    if not within(scope.places, frame.clause):
        yield "no-place"
    if not parties:
        yield "no-party"
    if not scope.places:
        yield "nowhere"
    yield from {f"kind-{mark.place.kind}" for mark in scope.places if mark.place.kind}
    if any(mark.cue for mark in scope.places):
        yield "place-with-a-cue"
    yield from {f"party-{mark.group}" for mark in parties}
    yield from {f"means-{mark.means}" for mark in within(scope.weapons, frame.clause)}
    if scope.weapons:
        yield "weapon"
    if within(scope.persons, frame.clause):
        yield "person"


def _of_harms(scope: Scope, frame: Frame) -> Iterator[str]:
    """The harm that was done, and whether people or a number stand by it."""
    if not frame.harms:
        yield "no-harm"
    back, ahead = _FIGURE
    for harm in frame.harms:
        yield f"harm-{harm.harm}"
        yield f"harm-word-{harm.form}{'-known' if definite(scope, harm) else ''}"
        if gives_figure(scope, harm):
            yield "figure"
        if _caused(scope, frame, harm):
            yield "harm-caused"
        if within(scope.numbers, Span(max(0, harm.span.start - back), harm.span.end + ahead)):
            yield "number"


def _caused(scope: Scope, frame: Frame, harm: HarmMark) -> bool:
    """Whether a word of result leads from the act to a harm ("which led to the death of two")."""
    first, second = sorted((frame.trigger.span, harm.span))
    cues = within(scope.cues_of("cause"), Span(max(0, first.start - _NEAR), second.start))
    return any(cue.value == "result" for cue in cues)


def _of_speech(scope: Scope, frame: Frame, said: Said) -> Iterator[str]:
    """Who speaks and how: a source, a question, words in quotation marks."""
    yield f"speaker-{said.attribution.mode}"
    words = scope.between(*scope.span)
    if any(sign in words for sign in _QUESTION):
        yield "question"
    ahead = scope.between(scope.span.start, frame.trigger.span.start)
    if sum(map(ahead.count, _OPENING)) > sum(map(ahead.count, _CLOSING)):
        yield "in-quotation"
