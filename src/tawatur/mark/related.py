"""What stands around a story on its page: other stories, comments, replies. All of it is furniture."""

from collections.abc import Sequence
from typing import Final

from tawatur.mark.lines import LONG_WORDS, PROSE_WORDS, TITLE_WORDS, Line

AGE: Final = "#age-of-item"
AGE_RULE: Final = "region#day-of-item"
_ALIKE_WORDS: Final = 4
_WORD_LETTERS: Final = 3
_AND: Final = "\u0648"
_BEHIND: Final = 3
_HEADLINE_WORDS: Final = 4
ITEMS: Final = ("-", "\u2022", "*", "(", "\u0648")
"""How a line begins that goes on with what stands above it: an item of a list, or "and"."""


def without_related(lines: Sequence[Line]) -> list[Line]:
    """The lines, those furniture that belong to other stories or other people."""
    return _behind(_tails(_above(_aged(lines))))


def _furniture(line: Line, rule: str | None) -> Line:
    return line._replace(kind="furniture", rule=rule, effect=None, match=None)


def _aged(lines: Sequence[Line]) -> list[Line]:
    """Headlines with an age (or a day, where three stand in a row) under or over each are a list of other stories.

    One alone is the story's own headline.
    """
    done = list(lines)
    ages = {number for number, line in enumerate(lines) if line.rule and line.rule.endswith(AGE)}
    days = {number for number, line in enumerate(lines) if line.kind == "dateline"}
    near = {number for number in ages if number - 2 in ages or number + 2 in ages}
    near |= {number for number in days if any(_row(number, shift) <= days for shift in (-4, -2, 0))}
    for number in near:
        if number in days:  # the day of another story is not this report's
            done[number] = _furniture(lines[number], AGE_RULE)
        for at in (number - 1, number + 1 if number + 2 in near else -1):
            if at >= 0 and done[at].kind == "body" and done[at].words <= TITLE_WORDS:
                done[at] = _furniture(done[at], lines[number].rule or AGE_RULE)
    return done


def _row(number: int, shift: int) -> set[int]:
    """Three lines, every other one, that hold the line of this number."""
    return {number + shift, number + shift + 2, number + shift + 4}


def _above(lines: Sequence[Line]) -> list[Line]:
    """A list of other stories above the body ends where prose begins: with a line that ends as a sentence does."""
    done: list[Line] = []
    prose = next((n for n, line in enumerate(lines) if line.kind == "body" and _is_prose(line)), None)
    label = None
    for number, line in enumerate(lines):
        if prose is None or number >= prose:
            return [*done, *lines[number:]]
        if line.effect in ("tail", "aside") and line.kind == "furniture":
            label = line.rule
        done.append(_furniture(line, label) if label and line.kind == "body" else line)
    return done


def _is_prose(line: Line) -> bool:
    return line.words >= PROSE_WORDS and (line.ends or line.words > TITLE_WORDS)


def _tails(lines: Sequence[Line]) -> list[Line]:
    """Everything after a line that opens related stories is furniture, once the body has begun.

    The first line of words may be a headline, with such a button under it. Behind the foot of a captured post stand
    comments; behind its stamp, replies of others. What is only an aside ends where the story goes on.
    """
    headline, seen_prose, stamped, tail = True, False, False, None
    aside, handle, read = False, None, ""
    done: list[Line] = []
    for line in lines:
        if tail is not None and aside and _goes_on(line, read):
            tail = None
        if tail is not None:
            done.append(line if line.kind == "credit" else _furniture(line, tail))
            continue
        named = _handle(line)
        handle = handle or named
        stamped = stamped or line.effect == "stamp"
        reply = stamped and named is not None and named != handle
        if line.effect == "foot" or reply or (line.effect in ("tail", "aside") and seen_prose):
            tail, aside = line.rule, line.effect == "aside"
        if line.kind == "body":
            sure = not headline or line.ends or line.words > TITLE_WORDS
            seen_prose = seen_prose or (sure and line.words >= PROSE_WORDS)
            headline = False
            read = f"{read} {line.key}"
        done.append(line)
    return done


def _handle(line: Line) -> str | None:
    """The account that a post's head names."""
    return line.match.groupdict().get("handle") if line.effect == "head" and line.match else None


def _goes_on(line: Line, read: str) -> bool:
    """Whether a paragraph goes on with the story: it is long, ends, and speaks of what was spoken of."""
    if line.kind != "body" or line.words < LONG_WORDS or not line.ends:
        return False
    return len(_words(line.key) & _words(read)) >= _ALIKE_WORDS


def _words(key: str) -> set[str]:
    """The longer words of a key, without the "and" before them."""
    return {word.removeprefix(_AND) for word in key.split() if len(word) > _WORD_LETTERS}


def _behind(lines: Sequence[Line]) -> list[Line]:
    """Headlines behind the last paragraph of a page that otherwise ends its sentences are other stories'."""
    prose = [number for number, line in enumerate(lines) if line.kind == "body" and _is_prose(line)]
    ended = [number for number in prose if lines[number].ends]
    if len(ended) < 2 or 2 * len(ended) <= len(prose):
        return list(lines)
    last = prose[-1]
    run = [line for line in lines[last + 1 :] if line.kind == "body"]
    headlines = [line for line in run if line.words >= _HEADLINE_WORDS and not line.folded.startswith(ITEMS)]
    opened = lines[last].folded.endswith(":") or any(
        line.effect == "item" or line.folded.startswith(ITEMS) for line in run
    )
    if opened or len(headlines) < _BEHIND:
        return list(lines)
    rule = "region#headlines-behind"
    return [
        _furniture(line, rule) if number > last and line.kind == "body" else line for number, line in enumerate(lines)
    ]
