"""What is said about an input: a sentence, and what to do about it."""

from dataclasses import dataclass
from typing import Final

from tawatur.model.errors import InputError, Problem

STAGE: Final = "read"
MOST_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about an input that is read all the same, and its mend."""

    message: str
    mend: str

    def about(self, subject: str) -> Problem:
        """The Problem of ``subject`` that this remark makes."""
        return Problem(subject, STAGE, self.message, self.mend)


class Refusal(InputError):
    """An InputError with its mend apart. It never leaves this folder: it becomes the one Problem of its input."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(f"{message}; {mend}")
        self.remark = Remark(message, mend)


def shown(value: object) -> str:
    """``value`` as it may stand in a sentence: escaped, and cut after 60 characters."""
    said = ascii(value) if isinstance(value, str) and not value.isprintable() else repr(value)
    return said if len(said) <= MOST_SHOWN else f"{said[:MOST_SHOWN]}…"


def printable(name: str) -> str:
    """``name`` without the halves of characters that an undecodable file name leaves, so that it can be stored."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
