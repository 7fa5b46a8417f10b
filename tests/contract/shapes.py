"""The contract's lines of JSON, written down once more, apart from the code that writes them.

Every key must stand on every line: unknown is null, never absent. Keys beyond these are allowed: the files only gain.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Id = Annotated[str, Field(pattern=r"^[a-z]{3}-[0-9a-f]{16}$")]
Sha = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Count = Annotated[int, Field(ge=0)]
Words = Annotated[str, Field(min_length=1)]

Type = Literal[
    "ground_offensive", "armed_clash", "territory_captured", "territory_control", "shelling", "air_strike",
    "drone_strike", "explosive_device", "landmine_erw", "suicide_bombing", "chemical_attack", "attack", "execution",
    "raid", "capture", "abduction", "arrest", "torture", "death_in_custody", "body_found", "sexual_violence",
    "property_damage", "looting", "siege", "displacement", "evacuation", "deployment", "agreement", "ceasefire",
    "agreement_breach", "agreement_collapse", "negotiation", "release", "surrender", "aid", "protest", "riot",
    "strike", "statement", "other",
]  # fmt: skip
Act = Literal[
    "condemn", "accuse", "threaten", "demand", "appeal", "deny", "support", "claim_responsibility", "admit"
]  # fmt: skip
Harm = Literal[
    "killed", "injured", "captured", "abducted", "arrested", "disappeared", "missing", "displaced", "evacuated",
    "trapped", "released", "killed_or_injured", "killed_or_captured", "neutralised", "casualties_unspecified",
]  # fmt: skip
Qualifier = Literal[
    "exact", "at_least", "more_than", "about", "up_to", "dozens", "hundreds", "several", "plural_unstated"
]  # fmt: skip
Disputed = Literal[
    "contradiction", "unaccounted_remainder", "scope_mismatch", "granularity", "duration_mismatch", "two_datelines",
    "rival_perpetrators", "status_contested", "denial", "superseded",
]  # fmt: skip
CivilStatus = Literal["civilian", "combatant", "hors_de_combat", "mixed", "unknown"]
Group = Literal["women", "children", "men", "medics", "journalists", "aid_workers"]


class Shape(BaseModel):
    """A JSON object whose keys must all be there."""

    model_config = ConfigDict(extra="allow", strict=True)


class ResolvedDay(Shape):
    start: Day | None
    end: Day | None
    why: Words


class ReportLine(Shape):
    ref: Words
    outlet: Words | None
    url: Words | None
    title: Words | None
    published: Day | None
    published_resolved: ResolvedDay
    retrieved: Words | None
    language: Words | None
    text_sha256: Sha
    copy_group: Words | None
    copy_of: Words | None
    origin: Words | None


class CopyLine(Shape):
    a: Words
    b: Words
    shared: Annotated[float, Field(ge=0, le=1)] | None
    kind: Literal["exact", "reuse", "update", "possible_translation"]
    passages: list[Annotated[list[Count], Field(min_length=4, max_length=4)]]
    direction: Literal["a>b", "b>a"] | None


class ClaimDate(Shape):
    start: Day | None
    end: Day | None
    precision: Words
    kind: Literal["occurred", "died", "found", "reported"]
    said: Words | None
    why: Words


class RunnerUp(Shape):
    id: Words
    name_ar: Words
    name_en: Words | None
    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Annotated[float, Field(ge=-180, le=180)]
    admin1: Words | None
    country: Words | None


class Place(Shape):
    said: Words
    role: Literal["scene", "firing_point", "axis", "reference", "origin", "treatment", "home"]
    name_ar: Words | None
    name_en: Words | None
    id: Words | None
    lat: Annotated[float, Field(ge=-90, le=90)] | None
    lon: Annotated[float, Field(ge=-180, le=180)] | None
    uncertainty_km: Annotated[float, Field(ge=0)] | None
    relation: Words | None
    inside: Words | None
    runner_up: RunnerUp | None


class Party(Shape):
    said: Words
    id: Words | None
    name_ar: Words | None
    name_en: Words | None
    side: Words | None
    kind: Words | None
    basis: Literal["stated", "carried", "launch_area", "hashtag"]
    link: Literal["joint", "alternative"] | None
    parent: Words | None
    others: list[Words]
    why: Words | None


class Figure(Shape):
    harm: Harm
    civil_status: CivilStatus
    status_basis: Literal["stated", "party_designation", "inferred"] | None
    party: Words | None
    low: Count | None
    high: Count | None
    best: Count | None
    qualifier: Qualifier
    scope: Literal["total", "part"]
    period: Literal["incident", "day", "campaign", "since"]
    measure: Literal["persons", "families", "bodies"]
    of: dict[Group, Count]
    said: Words
    relation: Literal["updates", "corrects", "retracts"] | None
    transition: Literal["injured_to_killed", "missing_to_killed"] | None


class Victim(Shape):
    name: Words | None
    name_en: Words | None
    withheld: Words | None
    harm: Harm
    civil_status: CivilStatus
    sex_age: Words | None
    home: Words | None


class Weapon(Shape):
    said: Words
    id: Words


class Speaker(Shape):
    speaker: Words | None
    id: Words | None
    kind: Literal[
        "witness", "local_source", "correspondent", "official", "party", "monitor", "agency", "outlet", "rights_body",
        "rescue", "social_media", "person", "unknown",
    ]  # fmt: skip


class Evidence(Shape):
    field: Words
    start: Count
    end: Count
    quote: Words
    rule: Words
    in_: Literal["body", "title"] = Field(alias="in")
    masked: bool


class ClaimLine(Shape):
    id: Id
    report: Words
    type: Type
    plover: Words | None
    acled: Words | None
    status: Literal[
        "asserted", "attempted", "denied", "threatened", "planned", "demanded", "hypothetical", "none_reported"
    ]  # fmt: skip
    stance: Literal["plain", "hedged", "distanced"]
    told_as: Literal["news", "background"]
    date: ClaimDate
    places: list[Place]
    actors: list[Party]
    targets: list[Party]
    sponsors: list[Party]
    counts: list[Figure]
    victims: list[Victim]
    weapons: list[Weapon]
    terms: list[dict[str, Any]]
    act: Act | None
    phase: Literal["imposed", "tightened", "lifted", "ongoing"] | None
    chain: list[Speaker]
    attribution: Literal["named", "unnamed", "own_voice", "unattributed"]
    interest: Literal["own_loss", "enemy_loss", "admission", "self_exculpatory"] | None
    event: Id | None
    evidence: Annotated[list[Evidence], Field(min_length=1)]


class EventDate(Shape):
    start: Day | None
    end: Day | None
    precision: Words


class EventPlace(Shape):
    said: list[Words]
    name_ar: Words | None
    name_en: Words | None
    lat: Annotated[float, Field(ge=-90, le=90)] | None
    lon: Annotated[float, Field(ge=-180, le=180)] | None
    admin1: Words | None
    admin2: Words | None
    id: Words | None
    uncertainty_km: Annotated[float, Field(ge=0)] | None
    precision_acled: Literal[1, 2, 3] | None
    precision_ucdp: Literal[1, 2, 3, 4, 5, 6, 7] | None


class EventParty(Shape):
    role: Literal["actor", "target", "sponsor"]
    id: Words | None
    name_ar: Words | None
    name_en: Words | None
    side: Words | None
    kind: Words | None
    basis: Words


class SettledFigure(Shape):
    harm: Harm
    civil_status: CivilStatus
    party: Words | None
    scope: Literal["total", "part"]
    low: Count | None
    best: Count | None
    high: Count | None
    policy: Words
    claims: Annotated[list[Id], Field(min_length=1)]


class Grade(Shape):
    name: Literal["confirmed", "fair", "weak", "contested", "discounted"]
    why_ar: Words
    why_en: Words


class Dispute(Shape):
    kind: Disputed
    field: Words
    claims: Annotated[list[Id], Field(min_length=1)]
    text_ar: Words
    text_en: Words


class EventLine(Shape):
    id: Id
    type: Type
    title_ar: Words
    title_en: Words
    date: EventDate
    place: EventPlace
    parties: list[EventParty]
    counts: list[SettledFigure]
    victims: list[Victim]
    weapons: list[Words]
    claims: Annotated[list[Id], Field(min_length=1)]
    report_ids: Annotated[list[Words], Field(min_length=1)]
    reports: Annotated[int, Field(ge=1)]
    chains: Count
    grade: Grade
    disputes: list[Dispute]
    contains: list[Id]
    within: Id | None
    story: Words | None
    agreement: Words | None
    reviewed: bool


class Chained(Shape):
    claim: Id
    report: Words
    chain: list[Speaker]
    origin: Count | None
    why: Literal["counts", "denies", "unsigned", "sums_up", "follows"]
    depends: list[Id]


class ChainsLine(Shape):
    event: Id
    origins: list[Words]
    claims: Annotated[list[Chained], Field(min_length=1)]
    copies: list[dict[str, Any]]


class JudgementLine(Shape):
    id: Id
    verdict: Literal["accept", "reject", "correct", "same", "different", "note", "undo"]
    about: Annotated[list[Id], Field(min_length=1)]
    field: Words | None
    value: Words | None
    quote: Words | None
    author: Words
    made: Words
    why: str
    in_force: bool


class Tie(Shape):
    event: Id
    part: Words
    reasons: Annotated[list[Words], Field(min_length=1)]


class StoryLine(Shape):
    id: Id
    kind: Literal["siege", "campaign", "agreement"]
    title_ar: Words
    title_en: Words
    ended: Day | None
    core: Annotated[list[Id], Field(min_length=1)]
    events: Annotated[list[Tie], Field(min_length=2)]
    agreements: list[Id]
    report_ids: Annotated[list[Words], Field(min_length=1)]


class Term(Shape):
    said: Words
    number: int | None
    claims: Annotated[list[Id], Field(min_length=1)]


class Breach(Shape):
    event: Id
    kind: Literal["breach", "collapse"]
    term: Count | None
    claims: Annotated[list[Id], Field(min_length=1)]
    by_ar: list[Words]
    by_en: list[Words]
    said_by_ar: Words
    said_by_en: Words


class AgreementLine(Shape):
    id: Id
    event: Id
    terms: list[Term]
    breaches: list[Breach]
    claims: Annotated[list[Id], Field(min_length=1)]
    story: Id | None


class ProblemLine(Shape):
    subject: Words
    stage: Words
    message: Words
    mend: Words


SHAPES: dict[str, type[Shape]] = {
    "reports": ReportLine,
    "claims": ClaimLine,
    "events": EventLine,
    "copies": CopyLine,
    "chains": ChainsLine,
    "judgements": JudgementLine,
    "stories": StoryLine,
    "agreements": AgreementLine,
    "problems": ProblemLine,
}

LISTS = ("places", "actors", "targets", "sponsors", "counts", "victims", "weapons", "terms", "chain")
SILENT = {"status": "asserted", "stance": "plain", "told_as": "news", "act": None, "phase": None, "interest": None}


def fields_with_values(claim: dict[str, Any]) -> set[str]:
    """The fields of a claim's line that need evidence: all that holds more than silence would."""
    date = claim["date"]
    fields = {"type"} | {name for name, silence in SILENT.items() if claim[name] != silence}
    fields |= {"date"} if any(date[key] is not None for key in ("start", "end", "said")) else set()
    return fields | {f"{name}[{number}]" for name in LISTS for number in range(len(claim[name]))}


def fields_with_evidence(claim: dict[str, Any]) -> set[str]:
    """The fields that the evidence of a claim's line speaks for; evidence of a whole list speaks for each of its items."""
    named = {entry["field"].partition(".")[0] for entry in claim["evidence"]}
    of_lists = {f"{name}[{number}]" for name in named & {*LISTS} for number in range(len(claim[name]))}
    return named | of_lists
