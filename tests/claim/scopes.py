"""Sentences with their marks, for tests of the small parts that claims are made of."""

from tawatur.claim.acts.frames import Frame, find_frames
from tawatur.claim.scope import Scope, scope_of
from tawatur.lang.pack import load_pack
from tawatur.mark.all import mark_text


def scope_in(chars: str, number: int = 0) -> Scope:
    """The scope of one sentence of a text."""
    marks = mark_text(chars, load_pack("ar"))
    return scope_of(chars, marks, marks.sentences[number])


def frames_in(chars: str) -> tuple[Scope, tuple[Frame, ...]]:
    """The scope of the first sentence of a text, with its frames."""
    scope = scope_in(chars)
    return scope, find_frames(scope)
