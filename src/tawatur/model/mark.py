"""What was seen in a text: one small class a kind. A span, a value, and the rule that saw it.

``rule`` names a line of the pack as ``ar/file#id``; it reaches the evidence and every screen.
"""

from dataclasses import dataclass

from tawatur.model.count import Quantity
from tawatur.model.party import PartyRef
from tawatur.model.place import PlaceRef
from tawatur.model.quick import quickly_made
from tawatur.model.text import Span
from tawatur.model.time import TimeSaid


@quickly_made
@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page. ``kind``: title, heading, dateline, credit, body, embed, caption, furniture.

    ``author`` and ``posted`` belong to an embedded post.
    """

    span: Span
    kind: str
    rule: str
    author: str | None = None
    posted: TimeSaid | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence inside one region."""

    span: Span
    region: Region


@quickly_made
@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, the marks left out."""

    span: Span
    rule: str


@quickly_made
@dataclass(frozen=True, slots=True)
class NumberMark:
    """A number in running text, with the words that bound it ("at least", "about") inside its span."""

    span: Span
    quantity: Quantity
    rule: str


@quickly_made
@dataclass(frozen=True, slots=True)
class NumeralMark:
    """A number that counts neither people nor things.

    ``kind``: ordinal, fraction, percent, decimal, measure (a length, an age, a price), time (a part of one), label (of a
    unit, a road, a telephone). ``value`` is what is written: .5 for a half, 50 for fifty percent, 4 for the fourth.
    """

    span: Span
    kind: str
    value: float
    rule: str


@quickly_made
@dataclass(frozen=True, slots=True)
class TimeMark:
    """A time as written."""

    span: Span
    said: TimeSaid
    rule: str


@quickly_made
@dataclass(frozen=True, slots=True)
class PlaceMark:
    """A place name (with its descriptor), resolved as far as the report allows. ``span`` leaves attached particles out."""

    span: Span
    place: PlaceRef
    rule: str
    cue: str | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class PartyMark:
    """A party, registered or described. ``group`` is civilians, fighters, party, body, agency, outlet, facility …"""

    span: Span
    party: PartyRef
    group: str
    rule: str


@quickly_made
@dataclass(frozen=True, slots=True)
class PersonMark:
    """A person's name with the role that stands before it: official, title, victim (a title or a list of the harmed),
    kin (named only to say whose family or men are meant; kin_told where "who" goes on about him), None.

    ``alias`` is the name of war or nickname told with it; it belongs to the span. A person told by it alone is called so.
    ``age`` is the age in whole years that is told right behind it, None where none is.
    """

    span: Span
    name: str
    role: str | None
    rule: str
    alias: str | None = None
    age: int | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class PeopleMark:
    """A word for people who can be counted, such as "two persons" or "a girl". ``number`` is singular, dual or plural."""

    span: Span
    civil_status: str
    sex_age: str | None
    number: str
    rule: str
    measure: str = "persons"


@quickly_made
@dataclass(frozen=True, slots=True)
class WeaponMark:
    """A weapon or munition. ``means``: ground, arms, air, drone, device, mine, chemical, vehicle."""

    span: Span
    weapon: str
    means: str
    rule: str


@quickly_made
@dataclass(frozen=True, slots=True)
class HarmMark:
    """A word of harm. ``form`` is verb, passive, noun (the act), people (the harmed themselves); ``number`` as in PeopleMark.

    A word that is not ``violent`` ("died", "hurt") tells of no act by itself. ``tense``: past, present, None of a noun.
    """

    span: Span
    harm: str
    form: str
    number: str | None
    rule: str
    violent: bool = True
    tense: str | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class ActionMark:
    """A word of action that makes a claim of ``type``. ``form``: verb, passive, noun, either.

    ``definite`` words point back to a happening already told; ``weak`` ones need a party, place, weapon or harm beside
    them, ``armed`` ones a munition before them; ``future`` ones have not happened; ``general`` ones say again what the act
    before them did. ``tense``: past, present, None of a noun or a phrase.
    """

    span: Span
    type: str
    form: str
    rule: str
    act: str | None = None
    phase: str | None = None
    definite: bool = False
    weak: bool = False
    future: bool = False
    general: bool = False
    tense: str | None = None
    armed: bool = False


@quickly_made
@dataclass(frozen=True, slots=True)
class CueMark:
    """A word that governs others: ``kind`` such as reporting, negation, threat, plan, demand, hypothesis, attempt,
    hedge, distance, background, launch_area, cause, agent. ``direction``: forward, backward, both."""

    span: Span
    kind: str
    value: str | None
    direction: str
    rule: str


@quickly_made
@dataclass(frozen=True, slots=True)
class Marks:
    """All marks of one text, each kind in text order."""

    regions: tuple[Region, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    numbers: tuple[NumberMark, ...] = ()
    times: tuple[TimeMark, ...] = ()
    places: tuple[PlaceMark, ...] = ()
    parties: tuple[PartyMark, ...] = ()
    persons: tuple[PersonMark, ...] = ()
    people: tuple[PeopleMark, ...] = ()
    weapons: tuple[WeaponMark, ...] = ()
    harms: tuple[HarmMark, ...] = ()
    actions: tuple[ActionMark, ...] = ()
    cues: tuple[CueMark, ...] = ()
    numerals: tuple[NumeralMark, ...] = ()
    terms: tuple[CueMark, ...] = ()
