"""Prints, file by file of the Arabic pack, how many rules no case covers, and which.

Run it from the root of the repository, as ``make rules`` does.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, cast

from tests.packs.cases import Case, cases_of
from tests.packs.shown import KINDS, seen_in

from tawatur.lang.forms import forms_of, paradigm_of
from tawatur.lang.lexicon import Clitics, Entry, Hit, Lexicon, Page
from tawatur.lang.pack import Pack, load_pack
from tawatur.lang.schema import MorphologyFile, TimeRule
from tawatur.mark.times import mark_times
from tawatur.model.text import Span

SILENT: Final = ("numbers", "parties", "party_words", "persons", "places", "times")
"""Files with rules that bound, bar or describe the marks of others: what such a rule does shows when it is gone."""


@dataclass(frozen=True, slots=True)
class _LexiconWithout:
    """A lexicon in which one file's words are looked for by fewer rules."""

    whole: Lexicon
    file: str
    fewer: Lexicon

    def scan(self, view: str, words: tuple[Span, ...], *, feminine: Collection[int] = ()) -> dict[str, tuple[Hit, ...]]:
        hits = self.whole.scan(view, words, feminine=feminine)
        return hits | {self.file: self.fewer.scan(view, words, feminine=feminine).get(self.file, ())}


def rules_without_case(pack: Pack, file: str, cases: Sequence[Case]) -> list[str]:
    """The ids of the rules of one file that no case covers, in the order of the file.

    A case covers a rule when a mark of that rule is among the wanted ones, or, where a rule makes no mark of its own,
    when other marks are seen without it.
    """
    ids = [f"{pack.language}/{file}#{row.id}" for row in pack.files[file].rule]
    covered = {rule for case in cases for rule in _spoken(pack, file, case)}
    if file in SILENT:
        covered |= {rule for rule in ids if rule not in covered and _matters(pack, file, rule, cases)}
    return [rule.partition("#")[2] for rule in ids if rule not in covered]


def _spoken(pack: Pack, file: str, case: Case) -> Iterator[str]:
    """The rules of the wanted marks that are seen."""
    wanted = {(mark.quote, mark.value) for mark in case.want}
    yield from (mark.rule for mark in seen_in(case.text, pack, file) if (mark.quote, mark.value) in wanted)


def _matters(pack: Pack, file: str, rule: str, cases: Sequence[Case]) -> bool:
    """Whether something else is seen in some case when one rule is gone."""
    row = pack.rules[rule]
    if isinstance(row, TimeRule) and row.patterns:
        return _order_matters(pack, row, cases)
    without = _pack_without(pack, file, rule)
    touched = [case for case in cases if any(hit.entry.rule == rule for hit in pack.page(case.text).hits(file))]
    return any(seen_in(case.text, without, file) != seen_in(case.text, pack, file) for case in touched)


def _pack_without(pack: Pack, file: str, rule: str) -> Pack:
    """The pack with one rule of one file gone: what the rule kept out may be seen again."""
    morphology = pack.files["morphology"]
    assert isinstance(morphology, MorphologyFile)
    forms = [
        (form.folded, Entry(file, full, form.shape, form.number, form.tense))
        for row in pack.files[file].rule
        if (full := f"{pack.language}/{file}#{row.id}") != rule
        for form in forms_of(row, paradigm_of(morphology))
    ]
    clitics: dict[str, Clitics] = {
        row.shape: Clitics(frozenset({"", *row.before}), frozenset({"", *row.after})) for row in morphology.clitics
    }
    fewer = Lexicon(forms, clitics)
    return replace(pack, lexicon=cast(Lexicon, _LexiconWithout(pack.lexicon, file, fewer)))


def _order_matters(pack: Pack, rule: TimeRule, cases: Sequence[Case]) -> bool:
    """Whether other times are seen in some case when the orders of one rule are gone, which others may name."""
    file = pack.files["times"]
    gone = rule.model_copy(update={"patterns": ["of-a-rule-that-is-gone"]})
    rows = [gone if row.id == rule.id else row for row in file.rule]
    without = replace(pack, files={**pack.files, "times": file.model_copy(update={"rule": rows})})
    return any(
        mark_times(page, without) != mark_times(page, pack) for page in _pages(pack, tuple(case.text for case in cases))
    )


@cache
def _pages(pack: Pack, texts: tuple[str, ...]) -> tuple[Page, ...]:
    return tuple(pack.page(text) for text in texts)


def report(pack: Pack, *, told: Callable[[str], Sequence[Case]] = cases_of) -> Iterator[str]:
    """One line a file, and one line for each rule without a case among those that are ``told`` of the file."""
    for file in sorted(KINDS):
        cases = told(file)
        missing = rules_without_case(pack, file, cases)
        negative = sum(not case.want for case in cases)
        rules = len(pack.files[file].rule)
        yield f"{file}: {len(cases)} cases ({negative} negative), {len(missing)} of {rules} rules without one"
        yield from (f"  {rule}" for rule in missing)


if __name__ == "__main__":
    print("\n".join(report(load_pack("ar"))))
