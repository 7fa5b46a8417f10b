"""The weights and lists by which claims are joined, from the pack's data."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final

from tawatur.lang.fold import fold_key
from tawatur.model.errors import PackError
from tawatur.model.ids import content_id

WEIGHTS_FILE: Final = "packs/record/weights.toml"
POINTS_FILE: Final = "packs/record/grouping.toml"
PARTICULARS_FILE: Final = "packs/record/particulars.toml"
MADE_BY: Final = ("packs/record", "packs/vocabulary", "model", "lang", "claim", "chain", "record")
"""The folders of the rules and the code by which records are made; the packs of languages have a version of their own."""
SENTENCES_FILE: Final = "packs/record/sentences.toml"
_SIGNALS: Final = (
    "pair", "type", "place", "area", "day", "party", "count", "victim", "weapon", "text", "report", "status", "statement",
    "background", "arms", "object", "hour",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rules:
    """What decides whether claims tell of one happening. ``points`` maps a signal such as "place.same" to its points.

    ``kin``, ``companions``, ``through`` and ``called`` hold pairs of families or types in both orders; ``happened`` the
    statuses that speak of something done; ``bynames`` folded words that begin a byname,
    ``name_heads`` those that are one word of a name with the next one, ``bare`` those that are no name of
    a place; distances are kilometres, gaps and widths days. ``arms`` maps ids of weapons, types after "=" and folded words
    after "~" to kinds of arms, ``objects`` folded words to kinds of things hit; ``hours`` are the parts of a day in order.
    """

    points: Mapping[str, float]
    join: float
    mean: float
    odd_share: float
    odd_points: float
    wide_km: float
    city_km: float
    side_km: float
    far_km: float
    max_group: int
    block_days: int
    lasting_gap_days: int
    kin: frozenset[tuple[str, str]]
    companions: frozenset[tuple[str, str]]
    through: frozenset[tuple[str, str]]
    called: frozenset[tuple[str, str]]
    lasting: frozenset[str]
    by_speaker: frozenset[str]
    spoken: frozenset[str]
    one_sided: frozenset[str]
    violent: frozenset[str]
    areas: frozenset[str]
    general: tuple[str, ...]
    follows: frozenset[str]
    happened: frozenset[str]
    told_ahead: frozenset[str]
    admitted: frozenset[str]
    bynames: frozenset[str]
    name_heads: frozenset[str]
    bare: frozenset[str]
    allied: tuple[frozenset[str], ...]
    waves: frozenset[str]
    arms: Mapping[str, str]
    objects: Mapping[str, str]
    hours: tuple[str, ...]
    hours_apart: int
    story_points: Mapping[str, float]
    story_cores: Mapping[str, frozenset[str]]
    story_talks: frozenset[str]
    story_parts_of: Mapping[str, frozenset[str]]

    @property
    def story_parts(self) -> frozenset[str]:
        """The types that may belong to a story."""
        return frozenset().union(*self.story_parts_of.values())


def read_table(file: str) -> dict[str, Any]:
    """The tables of a TOML file that ships with the product.

    Raises:
        PackError: the file is no TOML; the message names it.
    """
    content = files("tawatur").joinpath(file).read_text(encoding="utf-8")
    try:
        return tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{file} is not TOML: {error}") from error


@cache
def rules_version() -> str:
    """A hash of the rules and the code by which records are made: another one makes all records anew."""
    found = [part for folder in MADE_BY for part in _files_of(files("tawatur").joinpath(folder))]
    return content_id("rul", *found)


def _files_of(folder: Traversable) -> Iterator[str]:
    """The names and characters of the rules and the code in a folder, those of folders in it included."""
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.is_dir():
            yield from _files_of(file)
        elif file.name.endswith((".py", ".toml", ".tsv")):
            yield from (file.name, file.read_text(encoding="utf-8"))


@cache
def load_rules() -> Rules:
    """The rules that ship with the product.

    Raises:
        PackError: a table or key is missing; the message names it.
    """
    return rules_of({**read_table(WEIGHTS_FILE), **read_table(PARTICULARS_FILE), **read_table(POINTS_FILE)})


def rules_of(table: Mapping[str, Any]) -> Rules:
    """The rules that the tables of the files of weights and particulars say.

    Raises:
        PackError: a table or key is missing; the message names it.
    """
    try:
        return _rules(table)
    except KeyError as error:
        raise PackError(
            f"{WEIGHTS_FILE}, {PARTICULARS_FILE} or {POINTS_FILE}: {error.args[0]} is missing; every table and key is needed"
        ) from error


def _rules(table: Mapping[str, Any]) -> Rules:
    limits, families = table["limits"], table["families"]
    return Rules(
        points={f"{name}.{key}": float(value) for name in _SIGNALS for key, value in table[name].items()},
        join=limits["join"],
        mean=limits["mean"],
        odd_share=limits["odd_share"],
        odd_points=limits["odd_points"],
        wide_km=limits["wide_km"],
        city_km=limits["city_km"],
        side_km=limits["side_km"],
        far_km=limits["far_km"],
        max_group=limits["max_group"],
        block_days=limits["block_days"],
        lasting_gap_days=limits["lasting_gap_days"],
        kin=_both_ways(families["kin"]),
        companions=_both_ways(families["companions"]),
        through=_both_ways(families["through"]),
        called=_both_ways(families["called"]),
        lasting=frozenset(families["lasting"]),
        by_speaker=frozenset(families["by_speaker"]),
        spoken=frozenset(families["spoken"]),
        one_sided=frozenset(families["one_sided"]),
        violent=frozenset(families["violent"]),
        areas=frozenset(table["places"]["areas"]),
        general=tuple(table["types"]["general"]),
        follows=frozenset(table["types"]["follows"]),
        happened=frozenset(table["status_groups"]["happened"]),
        told_ahead=frozenset(table["status_groups"]["told_ahead"]),
        admitted=frozenset(table["harms"]["admitted"]),
        bynames=frozenset(map(fold_key, table["names"]["bynames"])),
        name_heads=frozenset(map(fold_key, table["names"]["heads"])),
        bare=frozenset(map(fold_key, table["places"]["bare"])),
        allied=tuple(frozenset(sides) for sides in table["sides"]["allied"]),
        waves=frozenset(families["waves"]),
        arms={key: row["id"] for row in table["kinds_of_arms"] for key in _weapons(row)},
        objects={fold_key(word): row["id"] for row in table["kinds_of_objects"] for word in row["words"]},
        hours=tuple(table["hours"]["ring"]),
        hours_apart=table["hours"]["apart"],
        story_points={key: float(value) for key, value in table["story"].items()},
        story_cores={kind: frozenset(types) for kind, types in table["story_cores"].items()},
        story_talks=frozenset(table["story_types"]["talks"]),
        story_parts_of={part: frozenset(types) for part, types in table["story_parts"].items()},
    )


def _weapons(row: Mapping[str, Sequence[str]]) -> Iterator[str]:
    yield from row["weapons"]
    yield from (f"={kind}" for kind in row["types"])
    yield from (f"~{fold_key(word)}" for word in row["words"])


def _both_ways(pairs: Iterable[Sequence[str]]) -> frozenset[tuple[str, str]]:
    return frozenset(pair for a, b in pairs for pair in ((a, b), (b, a)))
