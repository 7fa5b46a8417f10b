"""Which reports reuse one another's text."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain, combinations, product
from typing import Final, TypeVar

from tawatur.chain.passages import stretches
from tawatur.chain.reuse import LEAST_SHARED, reused
from tawatur.chain.shingles import GRAM, Index, index_of, word_spans
from tawatur.chain.translated import translated
from tawatur.model.copies import CopyPair, Passage
from tawatur.model.text import Report, Span

ALL_PAIRS: Final = 50
"""Up to so many reports of one text, or pairs between the reports of two, every pair is given."""
_LEAST_WORDS: Final = 3  # two posts of one or two words are no copies of each other
_SPANS_KEPT: Final = 1024

T = TypeVar("T")
Carriers = tuple[Report, ...]
Spans = Callable[[int], tuple[Span, ...]]


def find_copies(reports: Sequence[Report]) -> tuple[CopyPair, ...]:
    """Every pair of ``reports`` that reuse text, sorted by ids; the same in whatever order the reports come.

    ``shared`` is the share of the shorter text's distinct folded six-word runs that stand in the other: 1.0 for equal
    texts, None for texts of fewer than six words whose folded words are all equal. Passages bridge edits of a few
    words. ``update`` is reuse by one and the same outlet, and ``direction`` follows the days of publication where they
    differ. ``possible_translation`` are texts of two outlets that tell the same sentence by sentence in other words
    (``shared`` is None). Where more than 50 reports carry one text, each is paired with the earliest only, and where more than 50
    texts hold the same run, each with its next 25 holders: the cost grows with their number, not with its square.
    """
    carriers = _carriers(reports)
    texts = [held[0].text.chars for held in carriers]
    index = index_of(texts)
    spans: Spans = lru_cache(maxsize=_SPANS_KEPT)(lambda number: word_spans(texts[number]))
    pairs = [_pair(a, b, 1.0, ((0, len(a.text.chars)) * 2,)) for held in carriers for a, b in _within(held)]
    alike = {(s, t): share for s, t, share in chain(reused(index), _short_alike(index))}
    plain = {pair for pair, share in alike.items() if share is None or share >= LEAST_SHARED}
    retold = {(s, t): passages for s, t, passages in translated(texts, plain)}
    for (s, t), share in alike.items():
        passages = _passages(index, s, t, spans)
        between = (pair for pair in _between(carriers[s], carriers[t]) if (s, t) not in retold or _one_outlet(*pair))
        pairs += [_pair(a, b, share, passages) for a, b in between]
    for (s, t), passages in retold.items():
        between = (pair for pair in _between(carriers[s], carriers[t]) if not _one_outlet(*pair))
        pairs += [_pair(a, b, None, passages, "possible_translation") for a, b in between]
    return tuple(sorted(pairs, key=lambda pair: (pair.a, pair.b)))


def _carriers(reports: Iterable[Report]) -> list[Carriers]:
    """The reports of each distinct text that says anything, the earliest first; texts in the order of their hashes."""
    by_text: defaultdict[str, list[Report]] = defaultdict(list)
    by_id = {report.id: report for report in sorted(reports, key=_earliest, reverse=True)}
    for report in by_id.values():
        if report.text.chars.strip():
            by_text[report.text.sha256].append(report)
    return [tuple(sorted(by_text[sha], key=_earliest)) for sha in sorted(by_text)]


def _earliest(report: Report) -> tuple[date, str]:
    return (report.published or date.max, report.id)


def _short_alike(index: Index) -> Iterator[tuple[int, int, None]]:
    """Texts too short for a run of six words that have the same folded words."""
    alike: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    for number, words in enumerate(index.words):
        if _LEAST_WORDS <= len(words) < GRAM:
            alike[words].append(number)
    for numbers in alike.values():
        for s, t in _within(numbers):
            yield s, t, None


def _within(items: Sequence[T]) -> Iterable[tuple[T, T]]:
    """All pairs of a small group; of a large one each with the first."""
    return combinations(items, 2) if len(items) <= ALL_PAIRS else product(items[:1], items[1:])


def _between(left: Carriers, right: Carriers) -> Iterable[tuple[Report, Report]]:
    """All pairs of two small groups; of large ones each with the first of the other."""
    if len(left) * len(right) <= ALL_PAIRS:
        return product(left, right)
    return chain(product(left[:1], right), product(left[1:], right[:1]))


def _passages(index: Index, s: int, t: int, spans: Spans) -> tuple[Passage, ...]:
    """What two texts share, in code points."""
    a, b = spans(s), spans(t)
    if len(index.words[s]) < GRAM and len(index.words[t]) < GRAM:
        return ((a[0].start, a[-1].end, b[0].start, b[-1].end),)
    return tuple(
        (a[x.a_start].start, a[x.a_end - 1].end, b[x.b_start].start, b[x.b_end - 1].end)
        for x in stretches(index.words[s], index.words[t])
    )


def _pair(
    a: Report, b: Report, share: float | None, passages: tuple[Passage, ...], kind: str | None = None
) -> CopyPair:
    if a.id > b.id:
        a, b = b, a
        passages = tuple(sorted((b0, b1, a0, a1) for a0, a1, b0, b1 in passages))
    shared = None if share is None else round(share, 5)
    return CopyPair(a.id, b.id, shared, kind or _kind(a, b), passages, _direction(a.published, b.published))


def _kind(a: Report, b: Report) -> str:
    if a.text.sha256 == b.text.sha256:
        return "exact"
    return "update" if _one_outlet(a, b) else "reuse"


def _one_outlet(a: Report, b: Report) -> bool:
    return a.outlet is not None and b.outlet is not None and a.outlet.casefold() == b.outlet.casefold()


def _direction(a: date | None, b: date | None) -> str | None:
    """The report of the earlier day before the one that copied it, as "a>b"; None where the days do not tell."""
    if a is None or b is None or a == b:
        return None
    return "a>b" if a < b else "b>a"
