"""What a sentence holds without its slogans: hashtags that label a post, and names of pages, which tell nothing.

"#Assad_kills_Syrians" at the foot of a post is no killing; "wounded by #shelling on #Binnish" is a sentence. "The dead of
the town of X", alone on its line, is the name of a page.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, TypeVar

from tawatur.claim.scope import Scope, before
from tawatur.model.mark import ActionMark, HarmMark
from tawatur.model.text import Span

_SIGN: Final = "#"
_TAG: Final = re.compile("#[^\\s#]{1,80}")
_END: Final = re.compile("[^\\n]{0,400}")
_HEADS: Final = ":!"
"""Signs that make a line the head of a list, or a cry."""
_TOUCH: Final = 4
_CLOSE: Final = 2
_LEADING: Final = ("preposition", "cause", "agent", "light", "occur", "undergo", "fall", "reporting")
"""Cues that take the hashtag behind them into the sentence."""
W = TypeVar("W", ActionMark, HarmMark)


def without_slogans(scope: Scope) -> Scope:
    """``scope`` without the words of action and harm that stand in a slogan."""
    if _names_page(scope):
        return replace(scope, harms=())
    tags = _tags(scope)
    if not tags:
        return scope
    actions, harms = _outside(scope, scope.actions, tags), _outside(scope, scope.harms, tags)
    return replace(scope, actions=actions, harms=harms)


def _names_page(scope: Scope) -> bool:
    """Whether a line is no more than people harmed and the place whose they are, with no "in" between."""
    if len(scope.harms) != 1 or len(scope.places) != 1 or scope.actions or scope.numbers or scope.times:
        return False
    harm, place = scope.harms[0], scope.places[0].span
    if harm.form != "people" or harm.span.end > place.start or scope.cues_of("preposition"):
        return False
    around = scope.between(scope.span.start, harm.span.start) + scope.between(place.end, scope.span.end)
    between = scope.between(harm.span.end, place.start).split()
    return len(between) <= 1 and not any(sign.isalnum() or sign in _HEADS for sign in around)


def _tags(scope: Scope) -> Sequence[Span]:
    """The hashtags of a sentence; the sign of the first may lie right before it."""
    start, end = scope.span
    start -= scope.chars[max(0, start - 1) : start] == _SIGN
    words = scope.between(start, end)
    return [Span(start + hit.start(), start + hit.end()) for hit in _TAG.finditer(words)] if _SIGN in words else ()


def _outside(scope: Scope, words: tuple[W, ...], tags: Sequence[Span]) -> tuple[W, ...]:
    return tuple(word for word in words if not _in_slogan(scope, word, tags))


def _in_slogan(scope: Scope, word: ActionMark | HarmMark, tags: Sequence[Span]) -> bool:
    """Whether a word stands in one of the hashtags with which a line ends."""
    number = next((n for n, tag in enumerate(tags) if tag.covers(word.span)), None)
    if number is None:
        return False
    return _ends_line(scope, tags[number:]) and not _led_to(scope, tags[number])


def _ends_line(scope: Scope, tags: Sequence[Span]) -> bool:
    """Whether nothing but hashtags and signs stands between the first of some hashtags and the end of its line."""
    first = tags[0].start
    rest = _END.match(scope.chars, first)
    left = _TAG.sub("", rest.group()) if rest else ""
    return not any(sign.isalnum() and not sign.isascii() for sign in left)


def _led_to(scope: Scope, tag: Span) -> bool:
    """Whether the word right before a hashtag takes it into its sentence ("wounded by #shelling")."""
    at = tag.start + 1
    acts = bool(before(scope.actions, at, _CLOSE)) or bool(before(scope.harms, at, _CLOSE))
    return acts or bool(before(scope.cues_of(*_LEADING), at, _TOUCH))
