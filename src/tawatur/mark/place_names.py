"""Names of places in a text: those of the gazetteer, and those after "the village of" that it does not hold."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from tawatur.lang.forms import ARTICLE
from tawatur.lang.lexicon import Hit, Page
from tawatur.lang.pack import Pack
from tawatur.lang.place import Place
from tawatur.lang.schema import PlaceWordRule
from tawatur.mark.parties import as_read
from tawatur.mark.place_unlisted import NAMED_AFTER, goes_on, unlisted
from tawatur.mark.place_words import KINDS, Found, Name, Words, is_definite, with_words
from tawatur.mark.spans import Covered, end_before, start_after
from tawatur.model.text import Span

_PHRASED: Final = ("cues", "actions", "harm")
"""Lexicons whose longer phrases may hold a word that is also some hamlet's name."""


_BARED: Final = (*NAMED_AFTER, "district")
_TELLING: Final = ("axis", "firing_point", "treatment")
_KNOWN_PEOPLE: Final = 10_000
_AND: Final = "\u0648"
_TO_AND: Final = re.compile(f"[ \u060c,]*{_AND}")
_BA: Final = "\u0628"
_FA: Final = "\u0641"
_KAF: Final = "\u0643"
"""Fa and kaf begin as many words as they join ("large" is none like Bira): behind them a name wants support."""


_TAGS: Final = ("#", "_")
"""Who tags a post with a word means the place, not the door."""


def find_names(page: Page, pack: Pack, words: Words, taken: Covered) -> list[Found]:
    """Every name of a place with the words around it, in text order; names inside ``taken`` are something else."""
    phrases = Covered(
        Span(hit.start, hit.end)
        for name in _PHRASED
        for hit in page.hits(name)
        if " " in page.view[hit.start : hit.end]
    )
    rows = [(hit, _is_doubtful(pack, hit)) for hit in page.hits("gazetteer")]  # most are ordinary words
    named = (
        _read(page, pack, hit, words, doubtful=doubtful)
        for hit, doubtful in rows
        if not (doubtful and _stands_bare(page, hit, words)) and not phrases.meets(Span(hit.start, hit.end))
    )
    found = [one for one in named if one is not None and not taken.meets(page.span(*one.name.span))]
    longer = {one.name.span: span for one in found if (span := goes_on(page, one, words))}
    found = [one for one in found if one.name.span not in longer]
    others = unlisted(page, pack, words, found, tuple(longer.values()))
    found += [one for one in others if not taken.meets(page.span(*one.name.span))]
    return _listed(page, pack, found, words, taken)


def _listed(page: Page, pack: Pack, found: Sequence[Found], words: Words, taken: Covered) -> list[Found]:
    """``found`` with what "and" joins to it: such a name is a place even where it is an ordinary word.

    It plays the same part as the name that it is joined to.
    """
    by_end = {one.end: one for one in found}
    by_start = {one.start: one for one in found}
    names = {one.name.span.start for one in found}
    for hit in page.hits("gazetteer"):
        joined = hit.before.startswith(_AND)
        if (joined or not hit.before) and hit.start not in names:
            ahead = by_end.get(
                before_and(page, hit.start - len(hit.before)) if joined else _before_dash(page, hit.start)
            )
            if not ahead or not (joined or _is_road(ahead)) or _is_word(page, hit, words):
                continue
            if not taken.meets(page.span(hit.start, hit.end)):
                one = _of_hit(page, pack, hit, words)
                by_start[one.start] = by_end[one.end] = one
    _heads(page, pack, words, taken, by_start)
    done: list[Found] = []
    for one in sorted(by_start.values(), key=lambda one: one.start):
        done.append(_as_ahead(one, done[-1]) if done and is_joined(page, done[-1], one) else one)
    return done


def _heads(page: Page, pack: Pack, words: Words, taken: Covered, by_start: dict[int, Found]) -> None:
    """Add the ordinary words that head a list of places: "and" joins them to one of their own neighbourhood."""
    for hit in reversed(page.hits("gazetteer")):
        gap = _TO_AND.match(page.view, hit.end)
        behind = by_start.get(gap.end()) if gap else None
        if behind is None or _is_direction(hit, words) or _is_place_word(hit, words):
            continue
        one = _of_hit(page, pack, hit, words)
        areas = {(place.country, place.admin1_ar) for place in one.candidates}
        near = any((place.country, place.admin1_ar) in areas for place in behind.candidates)
        known = one.role == "blocked" or one.start in by_start or taken.meets(page.span(hit.start, hit.end))
        if near and not known:
            by_start[one.start] = one


def _as_ahead(one: Found, ahead: Found) -> Found:
    """``one`` with the part and the descriptor of the name before "and", where it has none: "the towns of X and Y"."""
    if one.role == "scene" and one.cue is None:
        one = one._replace(role=ahead.role, cue=ahead.cue)
    if ahead.several and one.descriptor is None and one.near is None and one.bearing is None:
        one = one._replace(descriptor=ahead.descriptor, several=True)
    return one


def is_joined(page: Page, ahead: Found, one: Found) -> bool:
    """Whether only "and" stands between two names."""
    return page.view[one.start - 1] == _AND and ahead.end == before_and(page, one.start - 1)


def _is_road(one: Found) -> bool:
    return one.descriptor is not None and one.descriptor.relation == "road"


def _before_dash(page: Page, at: int) -> int:
    """Where the word before a dash at ``at`` ends; -1 where there is no dash."""
    if "-" not in page.view[max(0, at - 2) : at] and page.view[at - 2 : at - 1] != " ":
        return -1  # as before most words
    end = end_before(page.view, at, " -")
    return end if "-" in page.view[end:at] else -1


def before_and(page: Page, at: int) -> int:
    """Where the word before an attached "and" at ``at`` ends."""
    return end_before(page.view, at, " \u060c,")


def _is_doubtful(pack: Pack, hit: Hit) -> bool:
    """Whether a name wants support: it is an ordinary word too, or its first letter may be no particle."""
    return pack.gazetteer.is_weak(hit.entry.rule) or hit.before.endswith((_FA, _KAF))


def _read(page: Page, pack: Pack, hit: Hit, words: Words, *, doubtful: bool) -> Found | None:
    """A gazetteer name with its descriptors; None where a ``doubtful`` one is an ordinary word that no cue supports."""
    one = _of_hit(page, pack, hit, words)
    if one.role == "blocked" or _is_direction(hit, words) or (_is_place_word(hit, words) and not _is_named(one)):
        return None
    return one if not doubtful or _supported(page, one, hit, words) else None


def _stands_bare(page: Page, hit: Hit, words: Words) -> bool:
    """Whether nothing stands beside a name that could support it: so it is with most ordinary words of a page."""
    if hit.before.endswith((_BA, _FA)) or words.after(hit.end):
        return False
    led = not hit.before.startswith(_AND) and words.before(hit.start - len(hit.before)) is not None
    return not (led or _is_tagged(page, hit))


def _of_hit(page: Page, pack: Pack, hit: Hit, words: Words) -> Found:
    """A gazetteer name with the words around it and everybody who bears it."""
    bearers = pack.gazetteer.by_name(hit.entry.rule)
    row = words.starting.get(hit.start - len(hit.before))
    if row is None or row[1].role != "descriptor" or row[1].kind not in _BARED or row[0].end + 1 >= hit.end:
        return with_words(
            page, Name(Span(hit.start, hit.end), hit.before, as_read(page, hit), hit.entry.rule), words, bearers
        )
    bare = Span(start_after(page.view, row[0].end, " \"'"), hit.end)
    name = Name(bare, "", page.as_read(*bare), hit.entry.rule)
    return with_words(page, name, words, (*bearers, *_plainly(page, pack, bare, row[1], bearers)))


def _plainly(page: Page, pack: Pack, bare: Span, rule: PlaceWordRule, known: Sequence[Place]) -> tuple[Place, ...]:
    """Who bears a name such as "quarter of X" as plain X: one of several quarters may be listed with the word."""
    others = pack.gazetteer.by_name(page.view[bare.start : bare.end])
    return tuple(place for place in others if place.kind in KINDS[rule.kind or ""] and place not in known)


def _is_direction(hit: Hit, words: Words) -> bool:
    """Whether a name is the word for a side of the world: "the eastern and the western" are no hamlets."""
    row = words.ending.get(hit.end)
    return (
        row is not None
        and row[1].role == "direction"
        and row[0].end - row[0].start + len(ARTICLE) >= hit.end - hit.start
    )


def _is_word(page: Page, hit: Hit, words: Words) -> bool:
    """Whether what "and" joins to a name is a word about places, or one that only begins like "as" and a name."""
    is_bare_word = _is_place_word(hit, words) and not is_definite(page, hit)  # "and the camp" is the one known there
    return is_bare_word or _is_direction(hit, words) or hit.before.endswith(_KAF)


def _is_named(one: Found) -> bool:
    """Whether a word such as "the village of" stands before a name, not one of a wider area."""
    return one.descriptor is not None and one.descriptor.kind in NAMED_AFTER


def _is_place_word(hit: Hit, words: Words) -> bool:
    """Whether a name is itself a word such as "villages" or "edges", which stands before names."""
    row = words.ending.get(hit.end)
    stands = row is not None and row[1].role in ("descriptor", "near", "of", "unit")
    return stands and row is not None and row[0].start <= hit.start + len(ARTICLE)


def _supported(page: Page, one: Found, hit: Hit, words: Words) -> bool:
    """Whether something besides the name says that an ordinary word is a place here; "the governorate" never is one."""
    row = words.ending.get(hit.end)
    if row and (row[1].role != "compound" or not _is_named(one)):
        return False
    if _is_counted(page, hit):
        return False
    if (one.descriptor and not _is_road(one)) or one.near or one.role in _TELLING:
        return True
    inside = _is_tagged(page, hit) or one.cue is not None or one.bearing is not None or hit.before.endswith((_BA, _FA))
    return inside and any((place.population or 0) >= _KNOWN_PEOPLE for place in one.candidates)


def _is_tagged(page: Page, hit: Hit) -> bool:
    """Whether a sign that makes a tag stands right before a name."""
    return hit.start > 0 and page.chars[page.span(hit.start - 1, hit.start).start] in _TAGS


def _is_counted(page: Page, hit: Hit) -> bool:
    """Whether an ordinal follows: "the first door" is none of al-Bab's."""
    ahead = start_after(page.view, hit.end, " ")
    numbers = page.hits("numbers")
    number = bisect_left(numbers, ahead, key=lambda each: each.start - len(each.before))
    if number == len(numbers) or numbers[number].start - len(numbers[number].before) != ahead:
        return False
    return numbers[number].before.endswith(ARTICLE) or page.view.startswith(ARTICLE, numbers[number].start)
