"""Sentences in pieces: the figures in them lead somewhere, and foreign names stand apart from their direction."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from tawatur.brief.rows import Words

_NUMBER: Final = re.compile("[0-9]+")
_NUMBER_OR_NAME: Final = re.compile("[0-9]+|[\u0600-\u06ff](?:[^,;.A-Za-z]*[\u0600-\u06ff])?(?: [0-9]+)?\\)?")
"""An Arabic name may end with a bracket: the outlet of a speaker without a name, the year until which a party was."""


def linked(text: str, anchors: Mapping[int, str], language: str) -> Iterator[Words]:
    """The text in pieces: each number that leads somewhere, and in an English text each Arabic name, is one of its own."""
    at = 0
    for hit in (_NUMBER_OR_NAME if language == "en" else _NUMBER).finditer(text):
        piece = _whole(hit.group())
        anchor = anchors.get(int(piece)) if piece.isdecimal() else None
        if anchor is not None or not piece.isdecimal():
            yield Words(text[at : hit.start()], None)
            yield Words(piece, anchor, foreign=anchor is None)
            at = hit.start() + len(piece)
    yield Words(text[at:], None)


def _whole(piece: str) -> str:
    """The piece, without the bracket at its end that is not its own."""
    return piece[:-1] if piece.endswith(")") and "(" not in piece else piece
