"""The lines of ``tawatur times``."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import BinaryIO

from tawatur.model.errors import InputError

Answer = Callable[[str, str], Iterable[Mapping[str, object]]]


def answer_lines(lines: BinaryIO, answer: Answer) -> int:
    """How many lines could not be answered. Each line in gives one line out, at once; a wrong one an ``error``."""
    wrong = 0
    for number, raw in enumerate(lines, 1):
        if not raw.strip():
            continue
        try:
            text, reference = _asked(raw, number)
            reply: dict[str, object] = {"times": list(answer(text, reference))}
        except InputError as error:
            wrong += 1
            reply = {"times": [], "error": str(error)}
        sys.stdout.write(json.dumps(reply, ensure_ascii=False) + "\n")
        sys.stdout.flush()  # whoever asks line by line waits for it
    return wrong


def _asked(raw: bytes, number: int) -> tuple[str, str]:
    """The text and the reference of one line.

    Raises:
        InputError: the line is no such JSON; names its number.
    """
    try:
        asked = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"line {number}: not JSON ({error}); write one object with text and reference a line"
        ) from error
    if (
        not isinstance(asked, dict)
        or not isinstance(asked.get("text"), str)
        or not isinstance(asked.get("reference"), str)
    ):
        raise InputError(f'line {number}: wants {{"text": "…", "reference": "YYYY-MM-DD"}}, got {repr(asked)[:80]}')
    return asked["text"], asked["reference"]
