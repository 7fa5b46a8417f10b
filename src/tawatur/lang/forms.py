"""The written forms that a rule of a pack stands for: conjugated verbs, optional articles, ta marbuta before pronouns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from tawatur.lang.fold import fold
from tawatur.lang.schema import MorphologyFile, Rule

_OPTIONAL: Final = re.compile(r"\(([^()]*)\)")
ARTICLE: Final = "\u0627\u0644"
LAM_LAM: Final = "\u0644\u0644"
_HA: Final = "\u0647"
_TA: Final = "\u062a"
_AA: Final = "\u0627\u0621"
_SEATS: Final = ("\u064a", "\u0648")
_HAMZA_ON_ALIF: Final = "\u0623"


class Form(NamedTuple):
    """One folded form; ``shape`` chooses its clitics, ``number`` and ``tense`` are None where they say nothing."""

    folded: str
    shape: str
    number: str | None
    tense: str | None


@dataclass(frozen=True, slots=True)
class Paradigm:
    """The affixes of the regular verb: for the past after the stem, for the present around it.

    A weak verb loses its last letter behind "not" in the third person; in the first nobody reports, and what is left is
    spelt like other words.
    """

    past: tuple[str, ...]
    past_weak: tuple[str, ...]
    present_before: tuple[str, ...]
    present_after: tuple[str, ...]
    cut_short_before: tuple[str, ...] = ()


def paradigm_of(file: MorphologyFile) -> Paradigm:
    """The paradigm that a pack's morphology file describes."""
    return Paradigm(
        tuple(file.past), tuple(file.past_weak), tuple(file.present_before), tuple(file.present_after),
        tuple(file.cut_short_before),
    )  # fmt: skip


def forms_of(rule: Rule, paradigm: Paradigm) -> Iterator[Form]:
    """All folded forms of one rule, in the order of its keys."""
    for verb in rule.verbs:
        yield from _conjugated(verb, paradigm)
    for shape, number, listed in (
        ("noun", None, rule.nouns),
        ("noun", "singular", rule.singular),
        ("noun", "dual", rule.dual),
        ("noun", "plural", rule.plural),
        ("name", None, rule.names),
        ("phrase", None, rule.phrases),
    ):
        for written in listed:
            for form in _expand(written):
                yield from _shaped(form, shape, number)


def tails_of(rule: Rule) -> tuple[str, ...]:
    """The folded words one of which must follow the words of a rule; empty where none must."""
    return tuple(dict.fromkeys(form for written in rule.tails for form in _expand(written)))


def _expand(written: str) -> Iterator[str]:
    """``written`` folded, with and without each part that stands in round brackets."""
    match = _OPTIONAL.search(written)
    if match is None:
        yield re.sub(" +", " ", fold(written).view).strip()
        return
    for inside in ("", match.group(1)):
        yield from _expand(written[: match.start()] + inside + written[match.end() :])


def _shaped(form: str, shape: str, number: str | None) -> Iterator[Form]:
    """``form`` as such, with ta marbuta or hamza as a pronoun changes it, and with its article fused to the particle li-."""
    yield Form(form, shape, number, None)
    if shape == "noun" and form.endswith(_HA):
        yield Form(form[:-1] + _TA, "opened", number, None)
    if shape == "noun" and form.endswith(_AA):  # a hamza at the end takes a seat before a pronoun
        yield from (Form(form[:-1] + seat, "opened", number, None) for seat in _SEATS)
    if shape in ("name", "noun") and form.startswith(ARTICLE):
        yield Form(LAM_LAM + form[len(ARTICLE) :], "fused", number, None)


def _conjugated(verb: str, paradigm: Paradigm) -> Iterator[Form]:
    """The forms of a verb given as "past present" (third person masculine singular); the present may be missing."""
    past, _, present = fold(verb).view.partition(" ")
    hamza = verb.partition(" ")[0].endswith(_HAMZA_ON_ALIF)  # folded it looks weak, and is conjugated like any other
    weak = not hamza and (past.endswith("\u064a") or (past.endswith("\u0627") and len(past) > 2))
    if weak:
        yield Form(past, "verb", None, "past")
        yield from (Form(past[:-1] + ending, "verb", None, "past") for ending in paradigm.past_weak)
    else:
        yield from (Form(past + ending, "verb", None, "past") for ending in ("", *paradigm.past))
    if present:
        yield from _present(present[1:], weak=weak, paradigm=paradigm)


def _present(stem: str, *, weak: bool, paradigm: Paradigm) -> Iterator[Form]:
    """The forms of the present, of a weak verb with and without its last letter."""
    bare = stem.removesuffix("\u064a") if weak else stem
    shortened = bare != stem
    tails = ("", "\u064a", *paradigm.present_after) if shortened else ("", *paradigm.present_after)
    for head in paradigm.present_before:
        for tail in tails:
            if shortened and not tail and head not in paradigm.cut_short_before:
                continue
            if len(bare + tail) > 1:
                yield Form(head + bare + tail, "verb", None, "present")
