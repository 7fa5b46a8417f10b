"""What a number is of: people and things, or a share, a rank, a length, a time, the name of a road."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from tawatur.lang.forms import ARTICLE
from tawatur.lang.lexicon import Hit, Page
from tawatur.lang.numerals import Figure
from tawatur.lang.pack import Pack
from tawatur.lang.schema import NumberRule
from tawatur.mark.spans import Covered, end_before, start_after
from tawatur.model.mark import TimeMark

COUNT: Final = "cardinal"
_BLANKS: Final = " "
_OPENERS: Final = ' :("'
_MONEY: Final = "$\u20ac\u00a3"
_PERCENT: Final = "%"
_LISTED: Final = ("\u0648", "\u060c", ",")
_NEAR: Final = 60


class Rules(NamedTuple):
    """The hits of a page's number words that do not make numbers but say something of one, by role."""

    rows: tuple[tuple[Hit, NumberRule], ...]

    def of(self, *roles: str) -> list[tuple[Hit, NumberRule]]:
        """Those of these roles, in text order."""
        return [(hit, row) for hit, row in self.rows if row.role in roles]

    def ends(self, role: str) -> set[int]:
        """Where the words of a role end, with what is attached."""
        return {hit.end + len(hit.after) for hit, _ in self.of(role)}

    def starts(self, role: str) -> set[int]:
        """Where the words of a role begin, with what is attached."""
        return {hit.start - len(hit.before) for hit, _ in self.of(role)}


_PARTS: Final = frozenset({"unit", "ten", "hundred", "zero", "sign", "ordinal", "fraction"})


def rules_of(page: Page, pack: Pack) -> Rules:
    """The words of a page that bound, name or measure a number."""
    rules = pack.rows(NumberRule)
    rows = [(hit, rules[hit.entry.rule]) for hit in page.hits("numbers")]
    return Rules(tuple([(hit, row) for hit, row in rows if row.role not in _PARTS]))


class Kinds:
    """Answers what a number of one page is of."""

    __slots__ = ("_blocked", "_counted", "_labels", "_lists", "_matches", "_measures", "_page", "_shares", "_times")

    def __init__(self, page: Page, rules: Rules, times: Sequence[TimeMark]) -> None:
        self._page = page
        self._times = Covered(time.span for time in times)
        self._blocked = Covered(page.span(hit.start, hit.end) for hit, _ in rules.of("blocked"))
        labels = rules.of("label")
        self._labels = {hit.end + len(hit.after) for hit, _ in labels}
        self._lists = {hit.end + len(hit.after) for hit, _ in labels if hit.entry.number in ("dual", "plural")}
        self._measures = rules.starts("measure")
        self._shares = {hit.start - len(hit.before): hit.end for hit, _ in rules.of("percent")}
        self._matches = sorted(hit.start for hit, _ in rules.of("match"))
        self._counted = {hit.start - len(hit.before) for name in ("people", "harm") for hit in page.hits(name)}

    def blocks(self, start: int, end: int) -> bool:
        """Whether words that only look like a number stand there, or a time."""
        span = self._page.span(start, end)
        return self._blocked.meets(span) or self._times.meets(span)

    def measures(self, end: int) -> bool:
        """Whether a word of measure follows."""
        return start_after(self._page.view, end, _BLANKS) in self._measures

    def sorted(self, figures: Sequence[Figure]) -> list[Figure]:
        """``figures`` each with what it is of: COUNT where it counts; those that only look like numbers are left out."""
        kept: list[Figure] = []
        listed = -1  # where a list of labels has reached ("articles 5 and 6")
        for figure in figures:
            span = self._page.span(figure.start, figure.end)
            if self._blocked.meets(span):
                continue
            kind, end = ("time", figure.end) if self._times.meets(span) else self._kind(figure, listed=listed)
            if kind == "label" and (listed >= 0 or self._names(figure) in self._lists):
                listed = figure.end
            elif kind != "label":
                listed = -1
            kept.append(figure._replace(kind=kind, end=end))
        return kept

    def _kind(self, figure: Figure, *, listed: int) -> tuple[str, int]:
        """What one number is of, and where it ends: a share takes its sign or word along."""
        view, start, after = self._page.view, figure.start, start_after(self._page.view, figure.end, _BLANKS)
        if figure.kind in ("ordinal", "label"):
            return figure.kind, figure.end
        if view[after : after + 1] == _PERCENT:
            return "percent", after + 1
        if after in self._shares:
            return "percent", self._shares[after]
        if view[start - 1 : start] == _PERCENT:
            return "percent", figure.end
        if figure.kind == "fraction":
            return figure.kind, figure.end
        if (
            after in self._measures
            or view[after : after + 1] in tuple(_MONEY)
            or view[start - 1 : start] in tuple(_MONEY)
        ):
            return "measure", figure.end
        if figure.kind == COUNT and self._is_label(figure, after, listed):
            return "label", figure.end
        return figure.kind, figure.end

    def _is_label(self, figure: Figure, after: int, listed: int) -> bool:
        """Whether a number names something; one with people behind it counts them."""
        if after in self._counted:
            return False
        if self._names(figure) in self._labels or self._is_score(figure):
            return True
        return 0 <= listed <= figure.start and self._page.view[listed : figure.start].strip() in _LISTED

    def _names(self, figure: Figure) -> int:
        """Where the word before a number ends, openers and the number's own article left out."""
        at = end_before(self._page.view, figure.start, _OPENERS)
        if at == figure.start and self._page.view.endswith(ARTICLE, 0, at):
            at = end_before(self._page.view, at - len(ARTICLE), _OPENERS)
        return at

    def _is_score(self, figure: Figure) -> bool:
        """Whether two numbers with a hyphen between them are the score of a match that is spoken of."""
        view = self._page.view
        if "-" not in (view[figure.end : figure.end + 1], view[figure.start - 1 : figure.start]):
            return False
        first = bisect_left(self._matches, figure.start - _NEAR)
        return first < len(self._matches) and self._matches[first] <= figure.end + _NEAR
