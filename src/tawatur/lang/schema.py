"""The schema of each file of a language pack. Unknown keys are refused."""

from typing import Any, Final, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Direction = Literal["forward", "backward", "both"]
RuleId = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")


class Strict(BaseModel):
    """A row that refuses keys which its schema does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Rule(Strict):
    """One rule: an id and the forms that it stands for, by class of word.

    ``verbs`` are "past present" pairs, ``nouns`` take articles, prepositions and pronouns, ``names`` and ``phrases``
    stand as written; ``singular``, ``dual`` and ``plural`` are nouns whose number counts. With ``tails`` the word is
    meant only where one of these follows a few words later in its clause ("released … from").
    """

    id: str = RuleId
    verbs: list[str] = []
    nouns: list[str] = []
    singular: list[str] = []
    dual: list[str] = []
    plural: list[str] = []
    names: list[str] = []
    phrases: list[str] = []
    tails: list[str] = []
    note: str | None = None


class HarmRule(Rule):
    """A word of harm. One that is not ``violent`` tells of no act by itself: people also die in bed and fall."""

    harm: Literal[
        "killed", "injured", "captured", "abducted", "arrested", "disappeared", "missing", "displaced", "evacuated", "trapped",
        "released", "killed_or_injured", "killed_or_captured", "neutralised", "casualties_unspecified",
    ]  # fmt: skip
    form: Literal["verb", "passive", "ambivalent", "noun", "people"]
    violent: bool = True


class ActionRule(Rule):
    """A word of action that makes a claim of ``type``.

    A ``weak`` word tells only beside a party, place, weapon or harm, an ``armed`` one only behind a munition. A
    ``general`` one ("targeted") says again, right behind another act, what that act did.
    """

    type: str
    form: Literal["verb", "passive", "noun", "either"]
    act: str | None = None
    phase: str | None = None
    weak: bool = False
    general: bool = False
    armed: bool = False


class CueRule(Rule):
    """A word that governs others."""

    kind: str
    value: str | None = None
    direction: Direction = "forward"


class WeaponRule(Rule):
    """A weapon or munition. None where one of the words or expressions of ``unless`` stands near."""

    means: Literal["ground", "air", "drone", "device", "mine", "chemical", "vehicle", "arms"] = "ground"
    unless: list[str] = []


class PeopleRule(Rule):
    """A word for people (or families, bodies) that can be counted."""

    civil_status: Literal["civilian", "combatant", "unknown", "mixed", "hors_de_combat"]
    group: Literal["women", "children", "men", "medics", "journalists", "aid_workers"] | None = None
    measure: Literal["persons", "families", "bodies"] = "persons"


class PartyRule(Rule):
    """A registered party.

    ``kind`` follows ACLED's classes of actors. ``side`` is the one that it takes at home, in ``country``; ``sides`` the
    one that it takes in the conflicts of other countries. It exists from ``since`` to ``until`` (inclusive; a year, a
    month or a day), as far as is known. Both are of the party, not of its names: a name that several bear is the one's
    that existed when the report was made. ``general`` is the entry of bodies like it whose country is not said.
    """

    name_ar: str
    name_en: str
    kind: str
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    side: str | None = None
    sides: dict[str, str] = {}
    group: str = "party"
    parent: str | None = None
    general: str | None = None
    since: str | None = Field(default=None, pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
    until: str | None = Field(default=None, pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
    wikidata: str | None = Field(default=None, pattern=r"^Q[1-9]\d*$")


class PartyWordRule(Rule):
    """A common noun that heads the description of an unnamed party, or a word that goes with one.

    ``role``: head; unit (a formation that a number follows); clan (a name follows); adjective; of (what it belongs to
    follows). A head that is not ``bare`` is a party only with a country's adjective ("Russian warplanes"). ``name_en``
    is the word in English.
    """

    role: Literal["head", "unit", "clan", "adjective", "of"] = "head"
    kind: str | None = None
    group: str = "fighters"
    side: str | None = None
    bare: bool = True
    name_en: str | None = None


class NumberRule(Rule):
    """A number word, a scale, a word that bounds a number, or one that says what a number is of.

    ``value`` of a fraction is what it divides by; ``part`` are those forms of a number that are also the fraction. A
    ``label`` makes the number after it a name ("route 5"), a ``measure`` the one before it a length, an age or a price;
    the number beside a ``match`` is a score.
    """

    role: Literal[
        "unit", "ten", "hundred", "scale", "zero", "sign", "ordinal", "fraction", "percent", "vague", "qualifier",
        "between", "to", "or", "from", "rise", "measure", "label", "match", "blocked",
    ]  # fmt: skip
    value: int | None = None
    part: list[str] = []
    qualifier: str | None = None
    after: bool = False
    below: bool = False


class PlaceWordRule(Rule):
    """A word that goes before a place name or says what part a place plays.

    ``bearing`` is a side of the world, in degrees clockwise from north; ``relation`` how what the word describes lies
    to the place that is named; ``radius_km`` the least radius of what is then meant, or the length of a unit.
    """

    role: str
    kind: str | None = None
    radius_km: float | None = None
    bearing: float | None = None
    relation: str | None = None
    direction: Direction = "forward"


class PersonWordRule(Rule):
    """A role or title that goes before a person's name."""

    role: str


class TimeRule(Rule):
    """A word of time, or an order of such words. ``role`` says what it does, the rest what it means.

    A ``weak`` word is also an ordinary word: it counts only in company. A rule of role pattern, shape or blocked lists
    orders of roles in ``patterns``; ``form`` is what a pattern yields where its words alone do not tell, ``value`` the
    sign of the number in it, ``anchored`` whether it counts from another time of the text.
    """

    role: str
    value: int | None = None
    unit: str | None = None
    calendar: Literal["gregorian", "hijri"] = "gregorian"
    text: str | None = None
    weak: bool = False
    patterns: list[str] = []
    form: Literal["offset", "duration", "clock", "now"] | None = None
    anchored: bool = False


class RegionRule(Rule):
    """What marks a part of a page. ``lines`` are whole lines, ``starts`` how lines begin, ``patterns`` RE on folded lines.

    A rule that cuts lines is tried only on pages where one of its ``signs`` stands, any other with signs only on lines
    where one does: a pattern that may stand anywhere is dear to look for.
    """

    kind: str
    effect: str
    lines: list[str] = []
    starts: list[str] = []
    patterns: list[str] = []
    signs: list[str] = []


class TellingRule(Rule):
    """How much a sign weighs for (or, below nothing, against) a frame telling of a happening."""

    weight: float


class CliticRow(Strict):
    """What one shape of word takes before and after it."""

    shape: Literal["verb", "noun", "name", "phrase", "opened", "fused", "place"]
    before: list[str]
    after: list[str]


R = TypeVar("R", bound=Rule)


class PackFile(Strict, Generic[R]):
    """A file of rules of one kind."""

    rule: list[R] = []


class MorphologyFile(PackFile[Rule]):
    """Clitics by class of word, and the affixes of the regular verb.

    ``cut_short_before`` are the heads of the present behind which a weak verb is also looked for without its last letter.
    """

    clitics: list[CliticRow]
    past: list[str]
    past_weak: list[str]
    present_before: list[str]
    cut_short_before: list[str]
    present_after: list[str]
    adjective_endings: list[str]


class MetaFile(PackFile[Rule]):
    """What the pack is."""

    language: str
    name_ar: str
    name_en: str
    week_starts: Literal["sunday", "monday", "saturday"]
    licence: str


SCHEMAS: Final[dict[str, type[PackFile[Any]]]] = {
    "pack": MetaFile,
    "morphology": MorphologyFile,
    "numbers": PackFile[NumberRule],
    "times": PackFile[TimeRule],
    "places": PackFile[PlaceWordRule],
    "parties": PackFile[PartyRule],
    "party_words": PackFile[PartyWordRule],
    "persons": PackFile[PersonWordRule],
    "people": PackFile[PeopleRule],
    "weapons": PackFile[WeaponRule],
    "harm": PackFile[HarmRule],
    "actions": PackFile[ActionRule],
    "cues": PackFile[CueRule],
    "terms": PackFile[CueRule],
    "regions": PackFile[RegionRule],
    "telling": PackFile[TellingRule],
}
