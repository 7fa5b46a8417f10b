"""HTML seen as a row of tags, in one pass whatever it holds: how heavy it is, and its words without a tree.

A parser's tree loses what is nested too deep, and deep or crowded pages take time that grows with the square of their
size. So a page is weighed first, and a page that is too heavy is read as plain text.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

MOST_DEPTH: Final = 200  # libxml2 drops what stands deeper than 256
MOST_TAGS: Final = 25_000  # the square begins to show: about three seconds
MOST_ATTRIBUTES: Final = 1_000

NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9:-]{0,40}")
QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
ENTITY: Final = re.compile(r"&#?[0-9A-Za-z]{1,32};?")
BLANKS: Final = re.compile(r"[^\S\n]+")
UNSEEN: Final = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "template", "svg")}
VOID: Final = "area base br col embed hr img input link meta param source track wbr"
CLOSED_BY_OTHERS: Final = "p li dt dd tr td th thead tbody tfoot colgroup option optgroup"
NEVER_OPEN: Final = frozenset(f"{VOID} {CLOSED_BY_OTHERS}".split())
WITHIN_A_LINE: Final = "a abbr b bdi bdo cite code em font i ins mark q s small span strong sub sup time u wbr"
INLINE: Final = frozenset(WITHIN_A_LINE.split())


class Token(NamedTuple):
    """``kind``: text, open or close; ``value``: the characters, or the tag's name in small letters; ``size``: its
    attributes, about."""

    kind: str
    value: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Weight:
    """The greatest depth of open tags, the number of tags, and the most attributes of one tag."""

    depth: int
    tags: int
    attributes: int

    @property
    def excess(self) -> str | None:
        """What is too much for a tree, as the end of a sentence; None where nothing is."""
        if self.depth > MOST_DEPTH:
            return f"its tags are nested {self.depth:,} deep"
        if self.tags > MOST_TAGS:
            return f"it has {self.tags:,} tags"
        if self.attributes > MOST_ATTRIBUTES:
            return f"one of its tags has about {self.attributes:,} attributes"
        return None


def tokens(page: str) -> Iterator[Token]:
    """The tags and the text between them, in order; comments and the insides of scripts and styles left out."""
    at = 0
    while at < len(page):
        opened = page.find("<", at)
        if opened < 0:
            yield Token("text", page[at:])
            return
        if opened > at:
            yield Token("text", page[at:opened])
        token, at = _tag(page, opened)
        if token:
            yield token
        if token and token.kind == "open" and token.value in UNSEEN and page[at - 2] != "/":
            closed = UNSEEN[token.value].search(page, at)
            at = closed.start() if closed else len(page)


def _tag(page: str, opened: int) -> tuple[Token | None, int]:
    """The token of the tag that starts at ``opened``, and where to go on; what is no tag is text."""
    if page.startswith("<!--", opened):
        return None, _past(page, "-->", opened + 4)
    sign = page[opened + 1 : opened + 2]
    named = NAME.match(page, opened + 2 if sign == "/" else opened + 1)
    if not named and sign not in {"!", "?"}:
        return Token("text", "<"), opened + 1
    end = _past(page, ">", opened)
    if not named:
        return None, end
    return Token("close" if sign == "/" else "open", named[0].lower(), _attributes(page, named.end(), end)), end


def _past(page: str, what: str, at: int) -> int:
    """Just after the next ``what``, or the end of the page, as a browser takes it."""
    found = page.find(what, at)
    return len(page) if found < 0 else found + len(what)


def _attributes(page: str, start: int, end: int) -> int:
    if end - start < MOST_ATTRIBUTES:
        return 0  # it cannot hold too many
    bare = QUOTED.sub(" ", page[start:end])
    return max(len(bare.split()), bare.count("="), bare.count("/"))


def weigh(page: str) -> Weight:
    """How heavy a tree of ``page`` would be. Takes time in proportion to its length."""
    depth = deepest = tags = attributes = 0
    for kind, name, size in tokens(page):
        if kind == "text":
            continue
        tags += 1
        attributes = max(attributes, size)
        if name not in NEVER_OPEN:
            depth = depth + 1 if kind == "open" else max(0, depth - 1)
            deepest = max(deepest, depth)
    return Weight(deepest, tags, attributes)


def flatten(page: str) -> str:
    """All words of ``page``, furniture too, a line for each block; empty where it has none."""
    parts = [
        token.value if token.kind == "text" else "" if token.value in INLINE else "\n"
        for token in tokens(page)
        if token.kind != "close" or token.value not in INLINE
    ]
    text = ENTITY.sub(lambda found: html.unescape(found[0]), "".join(parts).replace("\r", "\n"))
    lines = (BLANKS.sub(" ", line).strip() for line in text.replace("\0", "").split("\n"))
    return "\n".join(line for line in lines if line)
